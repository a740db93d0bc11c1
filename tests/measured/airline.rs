//! Maven's fictitious airline, 2017-18.

use super::data::{Row, folder, number, rows};
use super::statistics::Spread;
use super::{Measured, Told, agrees, comment_agrees};
use std::collections::HashMap;
use std::sync::LazyLock;

/// January 2017, in months since year 0.
pub const START: i64 = 2017 * 12;

/// What one member did in one month.
#[derive(Clone, Copy, Default)]
pub struct Month {
    pub flights: f64,
    pub distance: f64,
    pub earned: f64,
    pub redeemed: f64,
    cost: f64,
}

pub struct Member {
    pub enrolled: i64,
    /// Month of cancellation, or far in the future.
    pub cancelled: i64,
    /// By month, only while a member.
    pub months: Vec<(i64, Month)>,
}

pub struct Airline {
    pub members: Vec<Member>,
}

fn month(row: &Row, what: &str) -> Option<i64> {
    let year = row[&format!("{what}year")].parse::<f64>().ok()?;
    Some(year as i64 * 12 + number(row, &format!("{what}month")) as i64 - 1)
}

impl Airline {
    /// Rows of the same member and month are added up; months before enrolment, of the cancellation and after it are left out.
    pub fn read() -> Option<&'static Self> {
        static DATA: LazyLock<Option<Airline>> = LazyLock::new(Airline::load);
        DATA.as_ref()
    }

    fn load() -> Option<Self> {
        let folder = folder("airline_loyalty")?;
        let mut activity: HashMap<String, HashMap<i64, Month>> = HashMap::new();
        for row in rows(&folder, "flight_activity.csv.gz") {
            let at = month(&row, "").expect("activity has a month");
            let sum = activity.entry(row["loyalty_number"].to_owned()).or_default().entry(at).or_default();
            sum.flights += number(&row, "total_flights");
            sum.distance += number(&row, "distance");
            sum.earned += number(&row, "points_accumulated");
            sum.redeemed += number(&row, "points_redeemed");
            sum.cost += number(&row, "dollar_cost_points_redeemed");
        }
        let members = rows(&folder, "loyalty_history.csv.gz")
            .iter()
            .map(|row| {
                let enrolled = month(row, "enrollment_").expect("everybody has enrolled");
                let cancelled = month(row, "cancellation_").unwrap_or(i64::MAX);
                let mut months: Vec<_> =
                    activity.remove(&row["loyalty_number"]).unwrap_or_default().into_iter().collect();
                months.retain(|(t, _)| (enrolled..cancelled).contains(t));
                months.sort_by_key(|(t, _)| *t);
                Member { enrolled, cancelled, months }
            })
            .collect();
        Some(Self { members })
    }

    /// Member-months and their sum, from month `from` to `to` (1 is January 2017), for members enrolled before `enrolled_before`.
    pub fn sum(&self, from: i64, to: i64, enrolled_before: i64) -> (f64, Month) {
        let mut n = 0.0;
        let mut sum = Month::default();
        for member in self.members.iter().filter(|m| m.enrolled < START + enrolled_before - 1) {
            for (_, m) in member.months.iter().filter(|(t, _)| (from..=to).contains(&(t - START + 1))) {
                n += 1.0;
                sum.flights += m.flights;
                sum.distance += m.distance;
                sum.earned += m.earned;
                sum.redeemed += m.redeemed;
                sum.cost += m.cost;
            }
        }
        (n, sum)
    }

    fn flights(&self, from: i64, to: i64, enrolled_before: i64) -> f64 {
        let (n, sum) = self.sum(from, to, enrolled_before);
        sum.flights / n
    }

    pub fn enrolled(&self, from: i64, to: i64) -> f64 {
        self.members.iter().filter(|m| (from..=to).contains(&(m.enrolled - START + 1))).count() as f64
    }

    fn spread(&self) -> Spread {
        let flights: Vec<Vec<f64>> =
            self.members.iter().map(|m| m.months.iter().map(|(_, x)| x.flights).collect()).collect();
        Spread::of(&flights)
    }

    /// Redemptions, one per member and month.
    fn redemptions(&self) -> Vec<f64> {
        self.members.iter().flat_map(|m| &m.months).map(|(_, x)| x.redeemed).filter(|r| *r > 0.0).collect()
    }

    /// Chance that a newcomer has cancelled a year later, from the monthly losses in members' first year.
    fn first_year_loss(&self) -> f64 {
        let end = START + 18;
        let (mut exposed, mut lost) = (0.0, 0.0);
        for m in &self.members {
            exposed += (m.cancelled.min(end) - m.enrolled).clamp(0, 12) as f64;
            lost += f64::from(m.cancelled < end && m.cancelled - m.enrolled < 12);
        }
        1.0 - (1.0 - lost / exposed).powi(12)
    }
}

/// Far after every enrolment.
pub const ANYBODY: i64 = 1000;

#[test]
fn airline_is_measured() {
    let Some(air) = Airline::read() else { return };
    let present: Vec<&Member> =
        air.members.iter().filter(|m| m.enrolled < START && m.cancelled >= START).collect();
    let stayed = present.iter().filter(|m| m.cancelled >= START + 12).count() as f64 / present.len() as f64;
    let (_, all) = air.sum(1, 18, ANYBODY);
    let cost = all.cost / all.redeemed;
    let spread = air.spread();
    let smallest = air.redemptions().into_iter().fold(f64::INFINITY, f64::min);
    let first = air.members.iter().map(|m| m.enrolled).min().expect("there are members");
    let mut measured = vec![
        Measured { path: "business.customers", value: present.len() as f64, rounding: 0.0 },
        Measured {
            path: "business.new_customers_per_month",
            value: air.enrolled(1, 12) / 12.0,
            rounding: 0.5,
        },
        Measured { path: "business.annual_retention", value: stayed, rounding: 0.0005 },
        Measured { path: "business.age_months", value: (START - first) as f64, rounding: 0.0 },
        Measured {
            path: "segment[0].purchases_per_year",
            value: 12.0 * air.flights(1, 12, ANYBODY),
            rounding: 0.05,
        },
        Measured {
            path: "segment[0].purchase_shape",
            value: spread.mean * spread.mean / spread.between,
            rounding: 0.5,
        },
    ];
    for path in
        ["program.points[0].point_value", "program.points[1].point_value", "program.points[2].point_value"]
    {
        measured.push(Measured { path, value: cost, rounding: 0.0005 });
    }
    for path in [
        "program.points[0].minimum_to_redeem",
        "program.points[1].minimum_to_redeem",
        "program.points[2].minimum_to_redeem",
    ] {
        measured.push(Measured { path, value: smallest, rounding: 0.0 });
    }
    agrees("airline", &measured);
}

#[test]
fn the_airlines_story_is_in_the_data() {
    let Some(air) = Airline::read() else { return };
    let told = |what, told, value, rounding| Told { what, told, value, rounding };
    let per_km = |from, to| {
        let (_, sum) = air.sum(from, to, ANYBODY);
        sum.earned / sum.distance
    };
    let (_, y2017) = air.sum(1, 12, ANYBODY);
    let (_, all) = air.sum(1, 18, ANYBODY);
    let redemptions = air.redemptions();
    let member_months: f64 = air.members.iter().map(|m| m.months.len() as f64).sum();
    let still: f64 =
        air.members.iter().flat_map(|m| &m.months).filter(|(_, x)| x.flights == 0.0).count() as f64;
    let throughout: Vec<&Member> =
        air.members.iter().filter(|m| m.enrolled < START && m.cancelled > START + 18).collect();
    let ever = throughout.iter().filter(|m| m.months.iter().any(|(_, x)| x.redeemed > 0.0)).count() as f64;
    let spread = air.spread();
    // old members: enrolled before February 2018
    comment_agrees(
        "airline",
        &[
            told("members", 15_406.0, air.members.len() as f64, 0.0),
            told("points per kilometre", 0.100, per_km(1, 12), 0.0005),
            told("the bonus of 2018", 1.22, per_km(14, 16) / per_km(1, 12), 0.005),
            told("enrolments of the promotion", 971.0, air.enrolled(14, 16), 0.0),
            told("enrolments a year before", 629.0, air.enrolled(2, 4), 0.0),
            told("flights of old members, February 2018", 4.5, air.flights(14, 14, 14), 0.05),
            told("flights of old members, March 2018", 6.2, air.flights(15, 15, 14), 0.05),
            told("flights of old members, April 2018", 5.2, air.flights(16, 16, 14), 0.05),
            told("flights, February 2017", 5.3, air.flights(2, 2, ANYBODY), 0.05),
            told("flights, March 2017", 7.0, air.flights(3, 3, ANYBODY), 0.05),
            told("flights, April 2017", 6.0, air.flights(4, 4, ANYBODY), 0.05),
            told("points per flight of 2017", 23.1, y2017.earned / y2017.flights, 0.05),
            told("kilometres per flight", 237.0, all.distance / all.flights, 0.5),
            told("share of points redeemed", 0.246, all.redeemed / all.earned, 0.0005),
            told(
                "points per redemption",
                509.0,
                redemptions.iter().sum::<f64>() / redemptions.len() as f64,
                0.5,
            ),
            told("member-months with a redemption", 0.077, redemptions.len() as f64 / member_months, 0.0005),
            told("months without a flight", 0.34, still / member_months, 0.005),
            told("ever redeemed", 0.76, ever / throughout.len() as f64, 0.005),
            told("variance over mean within a member", 6.7, spread.within / spread.mean, 0.05),
            told("loss in the first year", 0.081, air.first_year_loss(), 0.0005),
        ],
    );
}

/// The season is a list of twelve plain numbers in the file; they are the flights per member-month of 2017.
#[test]
fn the_airlines_season_is_measured() {
    let Some(air) = Airline::read() else { return };
    let design = super::scenario("airline");
    for (at, id) in design.business.season.iter().enumerate() {
        let measured = air.flights(at as i64 + 1, at as i64 + 1, ANYBODY);
        let number = &design.numbers[*id];
        let loyalsim::design::Distribution::Fixed(stated) = number.distribution else {
            panic!("{} is not fixed", number.path)
        };
        assert!((stated - measured).abs() <= 0.005, "{}: {stated}, measured {measured:.4}", number.path);
    }
}
