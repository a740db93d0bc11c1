//! Laws: terms of points that differ from program to program.

use super::*;
use loyalsim::decide::threats::{Threat, shocks};
use loyalsim::design::edited;
use loyalsim::summary::{Outcome, Scalar};

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
    falls(Line::PointsIssued, ["", "max_points_per_year = 10", "max_points_per_year = 3"]);
    let pooled = [
        "minimum_to_redeem = 20\npool_size = 4",
        "minimum_to_redeem = 20\npool_size = 2",
        "minimum_to_redeem = 20",
    ];
    falls(Line::PointsRedeemed, pooled);
    let sold = ["sold_at = 0.5", "sold_at = 1.5", "sold_at = 4"];
    let sold = sold.map(|price| format!("minimum_to_redeem = 5\ntop_up_share = 1\n{price}"));
    falls(Line::PointsRedeemed, sold.each_ref().map(String::as_str));
}

/// No member earns more in a calendar year than the terms allow; what is earned beyond it is neither issued nor owed. Exact.
#[test]
fn nobody_earns_more_than_the_year_allows() {
    let bounded = points("max_points_per_year = 2");
    for tally in &bounded {
        let all = |months: std::ops::Range<usize>, line| -> f64 {
            months.map(|month| tally.total(1, month, line)).sum()
        };
        // whoever has joined by the end of a year has two points of that year at most
        let years = [0..12, 12..24]
            .map(|year| (all(year.clone(), Line::PointsIssued), 2.0 * all(0..year.end, Line::Joined)));
        assert!(years.iter().all(|(issued, most)| *issued > 0.0 && issued <= most), "{years:?}");
    }
}

/// Holes that nobody uses change nothing; who uses them earns again what his purchases earn, and what is paid out for it is redeemed like any other point. Until the twelfth month the
/// share of those who do grows evenly. Exact, but for the rounding of points: one in a thousand.
#[test]
fn holes_in_the_terms_are_used_by_more_and_more() {
    let none = points("redeem_chance = 0");
    let by = |abusers: f64, months: u32| {
        points(&format!(
            "redeem_chance = 0\ngift_cards_earn = \"yes\"\nabusers = {abusers}\nabuse_months = {months}"
        ))
    };
    assert!(by(0.0, 12) == none, "holes that nobody uses");
    let issued = |tally: &Tally, month: usize| tally.total(1, month, Line::PointsIssued);
    for ((none, all), learning) in none.iter().zip(by(1.0, 1)).zip(by(1.0, 12)) {
        for month in 6..24 {
            let ratio = issued(&all, month) / issued(none, month);
            assert!((ratio - 2.0).abs() < 2e-3, "{month}: {ratio}");
        }
        let shares = [6, 8, 10].map(|month| issued(&learning, month) / issued(none, month) - 1.0);
        assert!(shares.windows(2).all(|pair| pair[0] < pair[1]) && shares[0] > 0.05, "{shares:?}");
        assert_eq!(issued(&learning, 20), issued(&all, 20));
    }
}

/// Where all employees collect and nobody is a member, all points of all sales are issued and redeemed, and nothing else changes; where every account is robbed once a year on average, a twelfth of the points held is redeemed once more each month and still there. Where nobody takes any, nothing changes. Exact, but for the
/// rounding of points to whole ones: one in a hundred.
#[test]
fn what_is_taken_from_others_is_paid_for() {
    let with = |willing: &str, lines: &str| {
        let program =
            format!("[program]\nlaunch = \"2026-01\"\n{willing}\nsetup_cost = 0\ncost_per_month = 0\n");
        let points = "[[program.points]]\nearn = 0.03\nredeem_chance = 0\nabuse_months = 1";
        play(&design(12, SHOP, &format!("{program}{points}\n{lines}\n")), 500, 4)
    };
    let open = "staff_cards = \"yes\"\nopen_balances = \"yes\"";
    let none = with("", "");
    assert!(none == with("", &format!("{open}\nabusers = 0\nrobbed_per_year = 0")), "nobody takes any");
    for tally in &with("willing = 0", "staff_cards = \"yes\"\nabusers = 1") {
        let all = |world, line| sum(tally, world, 0..12, line);
        assert_eq!(all(1, Line::ListRevenue), all(0, Line::ListRevenue));
        let share = all(1, Line::RewardCost) / all(1, Line::ListRevenue);
        assert!((share / 0.03 - 1.0).abs() < 0.01, "{share}");
        assert_eq!(all(1, Line::PointsIssued), all(1, Line::PointsRedeemed));
    }
    let robbed = with("", "open_balances = \"yes\"\nrobbed_per_year = 1");
    let (mut stolen, mut year) = (0.0, 0.0);
    for (tally, none) in robbed.iter().zip(&none) {
        let all = |line| [tally, none].map(|tally| sum(tally, 1, 0..12, line));
        let ([held, same], [issued, own], [redeemed, nothing]) =
            (all(Line::PointsOutstanding), all(Line::PointsIssued), all(Line::PointsRedeemed));
        assert_eq!((held, nothing), (same, 0.0));
        assert_eq!(redeemed, issued - own);
        assert_eq!(redeemed, sum(tally, 1, 0..12, Line::PointsTaken));
        stolen += redeemed;
        year += held / 12.0;
    }
    // of some two thousand accounts; who goes at the end of a month may have been robbed before
    assert!(stolen > 0.85 * year && stolen < 1.25 * year, "{stolen} {year}");
}

/// What thieves, employees and charities get is no benefit of a customer, and what members give to others is one of those who redeem it: the share that goes to those who would have stayed anyway is about
/// that of the same points without. What is stolen is no margin given away on anybody's purchase. Within two points; of points redeemed by others than those who earned them within four.
#[test]
fn what_customers_are_given_is_what_reaches_them() {
    let of = |lines: &str| {
        let program = "[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n";
        let points = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 2\nabuse_months = 1";
        let design = design(24, SHOP, &format!("{program}{points}\n{lines}\n"));
        let truth = Truth::central(&design);
        let told = |scalar: Scalar| {
            Mean::over(&play(&design, 1000, 4), |tally| Outcome::of(&design, &truth, tally).get(scalar)).value
        };
        [told(Scalar::PaidToKept), told(Scalar::MarginLoss), told(Scalar::Breakage)]
    };
    let [share, loss, lapsed] = of("");
    assert!(share > 0.9 && lapsed > 0.0, "{share} {lapsed}");
    for (lines, near) in [
        ("open_balances = \"yes\"\nrobbed_per_year = 1", 1e-6),
        ("staff_cards = \"yes\"\nabusers = 1", 1e-6),
        ("donation_value = 2\ndonated_share = 0.3", 0.02),
        ("transfers = \"yes\"\ntransferred_share = 1", 0.04),
    ] {
        let [with, margin, breakage] = of(lines);
        assert!((with - share).abs() < near, "{lines}: {with}, not {share}");
        let taken = near < 1e-3;
        assert!(!taken || (margin / loss - 1.0).abs() < 1e-6, "{lines}: {margin}, not {loss}");
        assert!(!taken || (breakage - lapsed).abs() < 1e-6, "{lines}: {breakage}, not {lapsed}");
    }
}

/// A tenth more points than sales earn is what the threat says, and what is played. Within a point: partners give for usual spend, not for what is bought.
#[test]
fn a_tenth_more_is_a_tenth_more() {
    let text = format!(
        "horizon_months = 24\n{SHOP}\n[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.points]]\nearn = 0.03\n"
    );
    let plain = parse(&text);
    let shock = shocks(&plain).find(|shock| shock.threat == Threat::PointsGamed).unwrap();
    let gamed = parse(&edited(&text, &shock.edits).unwrap().0);
    let issued =
        |design: &Design| Mean::over(&play(design, 2000, 4), |t| sum(t, 1, 0..24, Line::PointsIssued)).value;
    let more = issued(&gamed) / issued(&plain) - 1.0;
    assert!((more - 0.1).abs() < 0.01, "{more}");
}

/// Where nobody gives points away, or nobody pays the fee, nothing changes. Exact.
#[test]
fn what_nobody_gives_away_changes_nothing() {
    let with = |lines: &str| points(&format!("minimum_to_redeem = 20\n{lines}"));
    let none = with("");
    let nobody = "donation_value = 1\ndonated_share = 0\ntransfers = \"yes\"\ntransferred_share = 0";
    assert!(none == with(nobody));
    assert!(none == with("transfers = \"yes\"\ntransferred_share = 1\ntransfer_fee = 1_000_000"));
}

/// Of those who would redeem all donate where the charity gets what the points buy, at that price, and half of them where it gets half of it; what the others redeem costs what it
/// does without. Exact but for the half: of some five thousand redemptions, within three hundredths, six standard errors. Who donates is pleased by it.
#[test]
fn what_is_donated_costs_what_the_charity_gets() {
    let all = |tally: &Tally, line| sum(tally, 1, 0..24, line);
    let donated = |worth: f64, lines: &str| {
        let terms = "donated_share = 1\nredeem_chance = 1\ncost_share = 0.8";
        points(&format!("donation_value = {worth}\n{terms}\n{lines}"))
    };
    for (worth, share) in [(0.5, 0.5), (1.0, 1.0)] {
        let (mut given, mut redeemed) = (0.0, 0.0);
        for tally in &donated(worth, "") {
            let [cost, donations, points] =
                [Line::RewardCost, Line::DonatedCost, Line::PointsRedeemed].map(|line| all(tally, line));
            let (to_charity, to_members) = (donations / worth, (cost - donations) / 0.8);
            assert!(((to_charity + to_members) / points - 1.0).abs() < 1e-6, "{worth}: {cost} {donations}");
            given += to_charity;
            redeemed += points;
        }
        assert!((given / redeemed - share).abs() < 0.03, "{worth}: {given} of {redeemed}");
    }
    let pleased = donated(1.0, "donation_warmth = 0.1");
    for (pleased, cool) in pleased.iter().zip(&donated(1.0, "donation_warmth = 0")) {
        assert!(all(pleased, Line::Promoters) > all(cool, Line::Promoters));
    }
}

/// What is given to others is redeemed in addition, costs as much as other points, of which partners pay their part, and brings the fee each time. Exact.
#[test]
fn what_is_given_to_others_is_paid_for() {
    let none = points("minimum_to_redeem = 20");
    let given = "transfers = \"yes\"\ntransferred_share = 0.5\ntransfer_fee = 1\npartners_pay = 0.25";
    for (tally, none) in points(&format!("minimum_to_redeem = 20\n{given}")).iter().zip(&none) {
        let [cost, redeemed, fees, partners] =
            [Line::RewardCost, Line::PointsRedeemed, Line::FeeIncome, Line::PartnerIncome]
                .map(|line| sum(tally, 1, 0..24, line));
        assert!(redeemed > sum(none, 1, 0..24, Line::PointsRedeemed));
        assert!((cost / redeemed - 1.0).abs() < 1e-6, "{cost} {redeemed}");
        assert!((partners / cost - 0.25).abs() < 1e-6, "{partners} {cost}");
        assert!(fees > 0.0 && fees.fract() == 0.0, "{fees}");
    }
}

/// An event that nobody notices changes nothing. One that is noticed issues as many points whenever they expire, and those that expire after two months are
/// gone two months later: fewer are left then to lapse with those who go. Exact.
#[test]
fn points_of_an_event_go_when_they_are_to() {
    let event = |lines: &str| {
        points(&format!("redeem_chance = 0\n[[program.points_event]]\nmultiple = 6\ncalendar = [7]\n{lines}"))
    };
    assert!(event("take_up = 0") == points("redeem_chance = 0"), "an event that nobody notices");
    let (usual, short) = (event("take_up = 1"), event("take_up = 1\nexpiry_months = 2"));
    for (usual, short) in usual.iter().zip(&short) {
        let of = |tally: &Tally, month: usize, line| tally.total(1, month, line);
        let in_july = |tally| of(tally, 6, Line::PointsIssued);
        let base = of(&points("redeem_chance = 0")[0], 6, Line::PointsIssued);
        assert!(in_july(usual) > 2.0 * base && in_july(usual) == in_july(short), "{base}");
        let gone = [7, 8, 9]
            .map(|month| of(short, month, Line::PointsExpired) - of(usual, month, Line::PointsExpired));
        assert!(gone[0] == 0.0 && gone[1] > 0.5 * in_july(short) && gone[2] <= 0.0, "{gone:?}");
    }
}
