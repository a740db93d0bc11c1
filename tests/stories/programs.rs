//! Programs that exist, written from their public terms: each runs, and a question that its client would ask has a plausible answer.

use super::trial::{BASELINE, PROGRAM, Told, clearly_above, close, play, scenario};
use loyalsim::design::{Category, Design};
use loyalsim::simulate::Line;

const TRIALS: u64 = 12;
const CUSTOMERS: usize = 1_000;

fn program(name: &str, changes: &[(&str, &str)]) -> Design {
    scenario(&format!("programs/{name}"), changes)
}

/// What a change of terms moves, trial by trial, on the same customers and luck.
fn moved(name: &str, change: (&str, &str), of: impl Fn(&Told) -> f64 + Sync) -> Vec<f64> {
    let [before, after] =
        [&[][..], &[change]].map(|changes| play(&program(name, changes), TRIALS, CUSTOMERS, &of));
    after.iter().zip(&before).map(|(after, before)| after / before - 1.0).collect()
}

/// Every file is read, may have no warning but those that its terms deserve, and stands in the README.
#[test]
fn programs_are_written_from_their_terms() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/programs");
    let readme = std::fs::read_to_string(format!("{folder}/../README.md")).unwrap();
    let files =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = files.filter_map(|file| file.strip_suffix(".toml").map(String::from)).collect();
    assert_eq!(names.len(), 8);
    for name in names {
        assert!(readme.contains(&format!("(programs/{name}.toml)")), "{name} is not in the README");
        let design = program(&name, &[]);
        // a subscription is meant for heavy buyers
        let unwise = design.warnings.iter().filter(|warning| warning.code() != "design::unused");
        assert_eq!(unwise.count(), 0, "{name}: {:?}", design.warnings);
        let elements = &design.program.as_ref().unwrap().elements;
        assert!(elements.iter().all(|element| !element.name.is_empty()), "{name}: every element has a name");
    }
}

/// An airline asks a fifth more of its best customers: privileges cost less.
#[test]
fn a_dearer_diamond_costs_less() {
    let change = ("spend_per_year = 28_000", "spend_per_year = 35_000");
    let saved = moved("delta-skymiles", change, |t| -t.sum(PROGRAM, Line::RunningCost));
    clearly_above("saved on privileges", &saved.iter().map(|change| -change).collect::<Vec<_>>(), 0.0);
}

/// Points that expire by age are lost by those who go on buying, too.
#[test]
fn points_that_purchases_prolong_are_lost_by_few() {
    let change = ("expiry            = \"inactivity\"", "expiry            = \"age\"");
    let expired = moved("sephora-beauty-insider", change, |t| t.sum(PROGRAM, Line::PointsExpired));
    clearly_above("points expired by age", &expired, 0.5);
}

/// Bonuses that live for a year from the last purchase are redeemed far more often; that they might pay for all of a purchase changes
/// nothing, as nobody has so many.
#[test]
fn bonuses_lapse_between_two_purchases() {
    let redeemed = |t: &Told| t.sum(PROGRAM, Line::PointsRedeemed);
    let year = moved("mvideo-mclub", ("expiry_months        = 6", "expiry_months        = 12"), redeemed);
    clearly_above("redeemed where they live for a year", &year, 0.1);
    let all = moved("mvideo-mclub", ("max_share_of_receipt = 0.5", "max_share_of_receipt = 1"), redeemed);
    close("redeemed where they may pay for all", &all, 0.0, 0.01);
}

/// A higher threshold for more points saves points.
#[test]
fn a_higher_threshold_saves_points() {
    let change = ("large_receipt          = 555", "large_receipt          = 1_000");
    let issued = moved("pyaterochka-x5-club", change, |t| t.sum(PROGRAM, Line::PointsIssued));
    clearly_above("saved", &issued.iter().map(|change| -change).collect::<Vec<_>>(), 0.1);
}

/// The upgrade brings 1.6 thousand million dollars a year once it has settled; 45 % of 71 million households at 60, as published, are 1.9.
#[test]
fn executive_members_are_nearly_as_many_as_published() {
    let fees = play(&program("costco-executive", &[]), TRIALS, CUSTOMERS, |t| {
        t.sum_over(PROGRAM, 36..48, Line::FeeIncome) / 1e9
    });
    close("fees a year, thousand millions", &fees, 1.6, 0.2);
}

/// An end that is announced makes members redeem what they have.
#[test]
fn a_coalition_ends_with_a_run() {
    let run = play(&program("plenti", &[]), TRIALS, CUSTOMERS, |t| {
        let redeemed = |from: usize| t.sum_over(PROGRAM, from..from + 3, Line::PointsRedeemed);
        redeemed(21) / redeemed(9) - 1.0
    });
    clearly_above("redeemed in the last three months, against a year before", &run, 0.3);
}

/// The discount for loyal customers goes to those who would have stayed: without it the program earns more, and keeps hardly fewer.
#[test]
fn a_discount_for_tenure_is_paid_to_stayers() {
    let discount = ("discount      = { value = 0.05", "discount      = { value = 0.0");
    let of = |t: &Told| (t.net_effect(), t.end(PROGRAM, Line::Active));
    let [with, without] =
        [&[][..], &[discount]].map(|changes| play(&program("telecom-plus", changes), TRIALS, CUSTOMERS, of));
    let pairs = || with.iter().zip(&without);
    clearly_above(
        "earned without",
        &pairs().map(|(with, without)| without.0 - with.0).collect::<Vec<_>>(),
        0.0,
    );
    let kept: Vec<f64> = pairs().map(|(with, without)| with.1 / without.1 - 1.0).collect();
    clearly_above("kept with", &kept, 0.0);
}

/// More points on large orders cost more points; a hundredth more makes hardly any order larger.
#[test]
fn a_bonus_on_large_orders_is_paid_for_those_made_anyway() {
    let change = ("large_receipt_multiple = 2", "large_receipt_multiple = 1");
    let issued = moved("distributor-bonus", change, |t| t.sum(PROGRAM, Line::PointsIssued));
    clearly_above("saved", &issued.iter().map(|change| -change).collect::<Vec<_>>(), 0.01);
}

/// A discount on the bill with which a contract ends keeps subscribers, more than one that begins a month later, and costs more than they bring.
#[test]
fn a_discount_at_renewal_keeps_some_and_does_not_pay() {
    let of = |t: &Told| (t.net_effect(), t.end(PROGRAM, Line::Active) / t.end(BASELINE, Line::Active) - 1.0);
    let late = [("tenure_months = 11", "tenure_months = 12"), ("tenure_months = 23", "tenure_months = 24")];
    let [told, later] =
        [&[][..], &late].map(|changes| play(&scenario("loyal-subscribers", changes), TRIALS, CUSTOMERS, of));
    clearly_above("kept", &told.iter().map(|t| t.1).collect::<Vec<_>>(), 0.02);
    clearly_above("lost", &told.iter().map(|t| -t.0).collect::<Vec<_>>(), 10_000_000.0);
    let sooner: Vec<f64> = told.iter().zip(&later).map(|(a, b)| a.1 - b.1).collect();
    clearly_above("kept by what comes in time", &sooner, 0.0);
}

/// A desk for those who call to leave keeps about as many as a discount for all who renew, and earns its cost; who was given in to asks again.
#[test]
fn a_desk_keeps_as_many_for_less() {
    let of = |t: &Told| {
        let more = t.end(PROGRAM, Line::Active) / t.end(BASELINE, Line::Active) - 1.0;
        let blackmailers = |world| t.end(world, Line::InCategory(Category::Blackmailer));
        (t.net_effect(), more, blackmailers(PROGRAM) / blackmailers(BASELINE))
    };
    let [discount, desk] =
        ["loyal-subscribers", "retention-desk"].map(|name| play(&scenario(name, &[]), TRIALS, CUSTOMERS, of));
    let pairs = || discount.iter().zip(&desk);
    clearly_above("kept", &pairs().map(|(a, b)| b.1 - 0.7 * a.1).collect::<Vec<_>>(), 0.0);
    clearly_above("earned", &desk.iter().map(|t| t.0).collect::<Vec<_>>(), 0.0);
    clearly_above(
        "more than by a discount",
        &pairs().map(|(a, b)| b.0 - a.0).collect::<Vec<_>>(),
        10_000_000.0,
    );
    clearly_above("blackmailers", &desk.iter().map(|t| t.2).collect::<Vec<_>>(), 1.2);
}

/// A points shop costs less than a bonus by the volume of a year, and the rush before the end of the year goes with the steps.
#[test]
fn a_points_shop_costs_less_than_a_years_bonus() {
    let told = play(&scenario("distributor", &[]), TRIALS, CUSTOMERS, |t| {
        let given =
            |world| t.sum_over(world, 12..36, Line::Discount) + t.sum_over(world, 12..36, Line::RewardCost);
        let rush = |world| {
            t.sum_over(world, 23..24, Line::ListRevenue) / t.sum_over(world, 24..25, Line::ListRevenue)
        };
        (t.net_effect(), 1.0 - given(PROGRAM) / given(BASELINE), rush(BASELINE) / rush(PROGRAM) - 1.0)
    });
    clearly_above("earned", &told.iter().map(|t| t.0).collect::<Vec<_>>(), 0.0);
    clearly_above("given less", &told.iter().map(|t| t.1).collect::<Vec<_>>(), 0.1);
    clearly_above("rush before the end of the year", &told.iter().map(|t| t.2).collect::<Vec<_>>(), 0.0);
}
