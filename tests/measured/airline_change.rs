//! The fictitious airline's bonus of February to April 2018: what is known at the end of January, the bonus as a change of today's program, and the five
//! months that followed.

use super::airline::{Airline, START};
use super::change::{AS_BEFORE, CHANGED, calibrated, play, with};
use loyalsim::simulate::Line;
use std::fmt::Write;

/// Months of the log, from January 2017 on; then those that are played.
const KNOWN: i64 = 13;
const PLAYED: std::ops::Range<usize> = 0..5;
/// Last days of the months of the log.
const LAST_DAYS: [i64; 13] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31];

impl Airline {
    /// A row for each member and month with flights or points spent: kilometres in the place of money; and the members at its end.
    fn files(&self) -> [String; 2] {
        let mut log = "customer,date,amount,points earned,points spent\n".to_owned();
        let mut table = "customer,member since\n".to_owned();
        let date = |month: i64, day: i64| format!("{}-{:02}-{day:02}", month / 12, month % 12 + 1);
        for (id, member) in self.members.iter().enumerate() {
            let known = member.months.iter().filter(|(t, _)| *t < START + KNOWN);
            for (t, m) in known.filter(|(_, m)| m.distance > 0.0 || m.redeemed > 0.0) {
                let km = if m.distance > 0.0 { m.distance.to_string() } else { String::new() };
                let day = date(*t, LAST_DAYS[(t - START) as usize]);
                writeln!(log, "{id},{day},{km},{:.0},{:.0}", m.earned, m.redeemed).unwrap();
            }
            if member.enrolled < START + KNOWN && member.cancelled >= START + KNOWN {
                writeln!(table, "{id},{}", date(member.enrolled, 1)).unwrap();
            }
        }
        [log, table]
    }

    /// Months with flights, kilometres, points issued and redeemed, and cancellations of the months that are played.
    fn happened(&self) -> [f64; 5] {
        let months = START + KNOWN..START + KNOWN + PLAYED.len() as i64;
        let (_, sum) = self.sum(KNOWN + 1, KNOWN + PLAYED.len() as i64, super::airline::ANYBODY);
        let of = self.members.iter().flat_map(|member| &member.months);
        let flown = of.filter(|(t, m)| months.contains(t) && m.distance > 0.0).count() as f64;
        let left = self.members.iter().filter(|member| months.contains(&member.cancelled)).count() as f64;
        [flown, sum.distance, sum.earned, sum.redeemed, left]
    }
}

/// The bonus moves nobody when played, as it moved nobody who was a member before: a fifth more points is too little to be noticed. The points
/// themselves come out; the enrolment drive that came with it is not in the data before it.
#[test]
fn a_bonus_is_played_before_it_happens() {
    let Some(air) = Airline::read() else { return };
    let [log, table] = air.files();
    let design = calibrated(
        &[("log.csv", &log), ("members.csv", &table)],
        &["--customers", "members.csv", "--currency", "km"],
    );
    let bonus = "[program]\nchanges = \"today\"\nlaunch = \"2018-02\"\n\n\
                 [[program.points_event]]\nmultiple = 1.22\ntake_up = 1\ncalendar = [2, 3, 4]\n";
    let [flown, km, issued, redeemed, left, effect, won] = play(&with(&design, bonus), 8, |trial| {
        let of = |world, line| trial.all(world, PLAYED, line);
        let causes = Line::ALL.into_iter().filter(|line| matches!(line, Line::Left(_)));
        let leavers: f64 = causes.map(|line| of(CHANGED, line)).sum();
        [
            of(CHANGED, Line::Purchases),
            of(CHANGED, Line::ListRevenue),
            of(CHANGED, Line::PointsIssued),
            of(CHANGED, Line::PointsRedeemed),
            leavers,
            of(CHANGED, Line::Purchases) / of(AS_BEFORE, Line::Purchases) - 1.0,
            of(CHANGED, Line::Arrived),
        ]
    });
    let [flown_then, km_then, issued_then, redeemed_then, left_then] = air.happened();
    flown.is_off("months of members with flights", flown_then, 0.007);
    km.is_off("kilometres", km_then, 0.031);
    issued.is_off("points issued", issued_then, -0.013);
    redeemed.is_off("points redeemed", redeemed_then, -0.135);
    left.is_off("cancellations", left_then, -0.355);
    assert!(effect.mean.abs() < 0.001, "{effect:?}");
    // 1,487 have enrolled, in the drive and after it
    won.is_off("enrolments", air.enrolled(KNOWN + 1, KNOWN + 5), -0.219);
}
