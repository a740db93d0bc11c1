//! The grocer of The Complete Journey: a coupon campaign of May and June 2017 to less than half of the households, every one of which holds the card.

use super::change::{AS_BEFORE, CHANGED, calibrated, play, with};
use super::data::{folder, number, rows};
use loyalsim::simulate::Line;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

/// The campaign that is looked at: from 8 May to 25 June.
const CAMPAIGN: &str = "8";
/// The log that is calibrated ends before it.
const LOG: [&str; 2] = ["2017-01-01", "2017-04-30"];
/// Two months each; the campaign runs in the third.
const MONTHS: [[&str; 2]; 4] = [
    ["2017-01-01", "2017-02-28"],
    ["2017-03-01", "2017-04-30"],
    ["2017-05-01", "2017-06-30"],
    ["2017-07-01", "2017-08-31"],
];
const DURING: [&str; 2] = MONTHS[2];

struct Basket {
    household: String,
    date: String,
    paid: f64,
    coupons: f64,
    card: f64,
}

struct Grocer {
    baskets: Vec<Basket>,
    /// Households that got the campaign, and those that used a coupon of it.
    targeted: HashSet<String>,
    redeemed: HashSet<String>,
}

impl Grocer {
    fn read() -> Option<Self> {
        let folder = folder("complete_journey")?;
        let of_campaign = |file: &str| {
            let all = rows(&folder, file);
            let of = all.iter().filter(|row| &row["campaign_id"] == CAMPAIGN);
            of.map(|row| row["household_id"].to_owned()).collect::<HashSet<String>>()
        };
        let basket = |row: &super::data::Row| Basket {
            household: row["household_id"].to_owned(),
            date: row["datetime"][..10].to_owned(),
            paid: number(row, "sales_value"),
            coupons: number(row, "coupon_disc") + number(row, "coupon_match_disc"),
            card: number(row, "retail_disc"),
        };
        Some(Self {
            baskets: rows(&folder, "baskets.csv.gz").iter().map(basket).collect(),
            targeted: of_campaign("campaigns.csv.gz"),
            redeemed: of_campaign("coupon_redemptions.csv.gz"),
        })
    }

    fn between<'g>(&'g self, [from, until]: [&'g str; 2]) -> impl Iterator<Item = &'g Basket> {
        self.baskets.iter().filter(move |basket| (from..=until).contains(&basket.date.as_str()))
    }

    /// Households that were there before two months.
    fn known<'g>(&'g self, until: &'g str) -> BTreeSet<&'g str> {
        self.between([LOG[0], until]).map(|basket| basket.household.as_str()).collect()
    }

    /// By how much sales of those mailed rose from two months to the next against those of the others, of households that were there in the first ones.
    fn against_others(&self, [before, after]: [[&str; 2]; 2]) -> f64 {
        let known = self.known("2017-02-28");
        let paid = |months| {
            let mut sums = [0.0; 2];
            for basket in self.between(months).filter(|basket| known.contains(basket.household.as_str())) {
                sums[usize::from(!self.targeted.contains(&basket.household))] += basket.paid;
            }
            sums[0] / sums[1]
        };
        paid(after) / paid(before) - 1.0
    }

    /// The log until the campaign, and the table of households: all hold the card.
    fn files(&self) -> [String; 2] {
        let mut log = "household_id,date,amount,discount\n".to_owned();
        for basket in self.between(LOG) {
            let given = basket.card + basket.coupons;
            writeln!(log, "{},{},{},{given:.2}", basket.household, basket.date, basket.paid).unwrap();
        }
        let mut table = "household_id,member since,mailed\n".to_owned();
        for household in self.known(LOG[1]) {
            let mailed = if self.targeted.contains(household) { "mailed" } else { "not mailed" };
            writeln!(table, "{household},2016-12-01,{mailed}").unwrap();
        }
        [log, table]
    }

    /// Share of the households mailed that use a coupon, and what coupons take off their receipts while the campaign runs.
    fn offer(&self) -> [f64; 2] {
        let of_users = || self.between(DURING).filter(|basket| self.redeemed.contains(&basket.household));
        let (paid, coupons): (f64, f64) =
            of_users().fold((0.0, 0.0), |(paid, coupons), b| (paid + b.paid, coupons + b.coupons));
        [self.redeemed.len() as f64 / self.targeted.len() as f64, coupons / (paid + coupons)]
    }
}

/// Coupons of 2 % for the seventh of the households that use one: played, they move nothing. In the log the households that got them bought less against the
/// others while the campaign ran; but as much less before it and after it.
#[test]
fn a_coupon_campaign_is_played_before_it_happens() {
    let Some(grocer) = Grocer::read() else { return };
    let [log, table] = grocer.files();
    let options = ["--customers", "households.csv", "--segment-by", "mailed", "--currency", "USD"];
    let design = calibrated(&[("log.csv", &log), ("households.csv", &table)], &options);
    // four months of discounts of 15 % in each tell no response to them
    assert!(
        !design.contains("price_response = ") && design.contains("(behaviour.price_response)"),
        "{design}"
    );
    let [used, off] = grocer.offer();
    assert!((used - 0.147).abs() < 5e-4 && (off - 0.017).abs() < 5e-4, "{used} {off}");
    let program = format!(
        "[program]\nchanges = \"today\"\nlaunch = \"2017-05\"\n\n[[program.special_offer]]\n\
         segments = [\"mailed\"]\nevery_months = 1\nuntil = \"2017-07\"\ndiscount = {off:.4}\ntake_up = {used:.3}\n"
    );
    let design = with(&design, &program);
    let mailed = design.segments.iter().position(|segment| segment.name == "mailed").unwrap();
    let sales = |trial: &super::change::Trial<'_>, world| trial.of(world, 0..2, mailed, Line::ListRevenue);
    let [trips, effect] = play(&design, 8, |trial| {
        let trips = trial.all(AS_BEFORE, 0..2, Line::Purchases);
        [trips, sales(trial, CHANGED) / sales(trial, AS_BEFORE) - 1.0]
    });
    let happened =
        grocer.between(DURING).map(|b| (&b.household, &b.date)).collect::<HashSet<_>>().len() as f64;
    trips.is_off("trips", happened, 0.024);
    assert!(effect.mean.abs() < 0.001, "{effect:?}");
    for (months, told) in MONTHS.windows(2).zip([-0.051, -0.055, -0.062]) {
        let found = grocer.against_others([months[0], months[1]]);
        assert!((found - told).abs() < 5e-4, "{found}, told {told}");
    }
}
