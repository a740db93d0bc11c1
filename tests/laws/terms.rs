//! Laws: terms of points that differ from program to program.

use super::*;

fn points(lines: &str) -> Vec<Tally> {
    let program = "[program]\nlaunch = \"2026-06\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.points]]\nearn = 0.03\n";
    play(&design(24, SHOP, &format!("{program}{lines}\n")), 500, 4)
}

/// Points that nobody redeems are the same whenever they become active, and expire by their own time, or never. Exact.
#[test]
fn waiting_points_expire_no_sooner() {
    for expiry in [0, 6] {
        let lines =
            |days: u32| format!("redeem_chance = 0\nexpiry_months = {expiry}\nactive_after_days = {days}");
        assert!(points(&lines(0)) == points(&lines(45)), "expiry of {expiry} months");
    }
}

/// The longer points wait, and the less of a purchase they may pay, the fewer are redeemed; where purchases prolong them, fewer expire. Exact for each trial.
#[test]
fn terms_move_what_they_are_about() {
    let of = |lines: &str, line| -> Vec<f64> {
        points(lines).iter().map(|tally| sum(tally, 1, 0..24, line)).collect()
    };
    let falls = |line, lines: [&str; 3]| {
        let [most, less, least] = lines.map(|lines| of(lines, line));
        for ((most, less), least) in most.iter().zip(&less).zip(&least) {
            assert!(most > less && less > least, "{lines:?}: {most} {less} {least}");
        }
    };
    falls(Line::PointsRedeemed, ["", "active_after_days = 30", "active_after_days = 120"]);
    falls(Line::PointsRedeemed, ["", "max_share_of_receipt = 0.05", "max_share_of_receipt = 0.01"]);
    let expiry = ["expiry_months = 3", "expiry_months = 3\nexpiry = \"inactivity\"", "expiry_months = 0"];
    falls(Line::PointsExpired, expiry);
    falls(Line::PointsIssued, ["large_receipt = 20", "large_receipt = 60", "earned_per_full = 20"]);
}
