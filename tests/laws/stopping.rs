//! Points that are about to lose value, lose it, or are declared void.

use crate::{Mean, SHOP, Tally, design, play, sum};
use loyalsim::simulate::Line;

/// Two years of points that stop after eighteen months.
fn stopped(at_stop: &str, points: &str) -> Vec<Tally> {
    let program = format!(
        "[program]\nname = \"card\"\nlaunch = \"2026-01\"\nstop = \"2027-07\"\nwilling = 1\nsetup_cost = 0\ncost_per_month = 0\n{at_stop}\n\
         [[program.points]]\nearn = 0.05\npoint_value = 0.01\nminimum_to_redeem = 100\n{points}\n"
    );
    play(&design(24, SHOP, &program), 1_500, 24)
}

/// Mean of the difference between two runs on the same luck.
fn difference(a: &[Tally], b: &[Tally], number: impl Fn(&Tally) -> f64) -> Mean {
    Mean::of(&a.iter().zip(b).map(|(a, b)| number(a) - number(b)).collect::<Vec<_>>())
}

/// Points issued are redeemed, expired or outstanding, whatever happens at the end; void points cost nothing when they are declared
/// void, and paid ones all of what is left. Exact.
#[test]
fn points_close_however_the_program_ends() {
    for at_stop in ["", "points_at_stop = \"lapse\"", "notice_months = 3\npoints_at_stop = \"lapse\""] {
        let devalued = "devalued_in = \"2027-01\"\ndevalued_by = 0.5\ndevaluation_notice_months = 2";
        for tally in stopped(at_stop, devalued) {
            let all = |line| sum(&tally, 1, 0..24, line);
            let gone = all(Line::PointsRedeemed) + all(Line::PointsExpired);
            assert_eq!(all(Line::PointsIssued), gone);
            assert_eq!(sum(&tally, 1, 18..24, Line::PointsOutstanding), 0.0);
            let paid = sum(&tally, 1, 18..19, Line::PointsRedeemed);
            assert_eq!(paid == 0.0, at_stop.contains("lapse"));
            let left = sum(&tally, 1, 17..18, Line::PointsOutstanding);
            assert!(left > 0.0);
            assert!(at_stop.contains("lapse") || paid == left);
        }
    }
}

/// Once the end is announced members hurry: in the three months of notice they redeem half as much again, in the months before not
/// a point more. The rise is over 4 standard errors: errs 1 time in 30,000.
#[test]
fn an_announced_end_is_a_run_on_points() {
    let (silent, told) = (stopped("", ""), stopped("notice_months = 3", ""));
    for (a, b) in silent.iter().zip(&told) {
        for month in 0..15 {
            assert_eq!(a.row(1, 0, month), b.row(1, 0, month));
        }
    }
    let rush = difference(&told, &silent, |t| {
        sum(t, 1, 15..18, Line::PointsRedeemed) / sum(t, 1, 12..15, Line::PointsRedeemed)
    });
    assert!(rush.value > 0.5 && rush.z(0.0) > 4.0, "{rush:?}");
}

/// A devaluation halves what is owed on the day and drives some away who held points; an honest end keeps more than void points.
/// Each over 4 standard errors: errs 1 time in 30,000.
#[test]
fn what_is_taken_is_remembered() {
    let plain = stopped("", "");
    let devalued = stopped("", "devalued_in = \"2027-01\"\ndevalued_by = 0.5");
    let per_point =
        |t: &Tally| sum(t, 1, 12..13, Line::LiabilityValue) / sum(t, 1, 12..13, Line::PointsOutstanding);
    assert!((per_point(&plain[0]) - 0.01).abs() < 1e-8 && (per_point(&devalued[0]) - 0.005).abs() < 1e-8);
    let here = |t: &Tally| sum(t, 1, 17..18, Line::Active);
    let left = difference(&devalued, &plain, here);
    assert!(left.z(0.0) < -4.0, "{left:?}");
    let void = stopped("points_at_stop = \"lapse\"", "");
    let end = difference(&void, &plain, |t| sum(t, 1, 23..24, Line::Active));
    assert!(end.z(0.0) < -4.0, "{end:?}");
    // the baseline knows nothing of it
    assert!(void.iter().zip(&plain).all(|(a, b)| [Line::Purchases, Line::Active].iter().all(|line| sum(
        a,
        0,
        0..24,
        *line
    )
        == sum(b, 0, 0..24, *line))));
}
