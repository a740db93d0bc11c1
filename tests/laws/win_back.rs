//! Laws of offers to those who have left: who comes back, what it costs, how long they stay, and that nobody is counted twice.

use super::*;
use loyalsim::design::Category;

const CUSTOMERS: usize = 2000;

/// Subscribers from month to month who leave for one `cause`, and an offer to those who have left.
fn asking(cause: &str, offer: &str, trials: u64) -> Vec<Tally> {
    let base = BARE.replace("unexplained", cause).replace("annual_retention = 0.8", "annual_retention = 0.5");
    let more = format!(
        "[[segment]]\nname = \"subscribers\"\nshare = 1\nbasket = 24\nbasket_spread = 0\nbilling = \"contract\"\ncontract_months = 1\n[special_terms]\ngranted = 0\n\
         [program]\nlaunch = \"2026-01\"\nwilling = 0\nsetup_cost = 0\ncost_per_month = 0\n[[program.win_back]]\n{offer}\n"
    );
    play(&design(30, &base, &more), CUSTOMERS, trials)
}

/// Those who leave in a month and world.
fn gone(tally: &Tally, world: usize, month: usize) -> f64 {
    sum(tally, world, month..month + 1, Line::Start) - sum(tally, world, month..month + 1, Line::Active)
}

/// Half of those who left are written to a month later, and 0.4 of these come back for a fifth off six bills, a tenth of a year's spend; a fifth of them learn.
/// For half the offer three quarters as many. Within 3.9 standard errors: errs once in 3,000.
#[test]
fn some_of_those_asked_come_back() {
    for (months, returns) in [(6.0, 0.4), (3.0, 0.3)] {
        let offer = format!(
            "discount = 0.2\nmonths = {months}\ngift = 0\ncost_per_contact = 2\nreached = 0.5\nreturns = 0.4\nlearn = 0.2"
        );
        let tallies = asking("competition", &offer, 40);
        let left: f64 = tallies.iter().map(|t| gone(t, 1, 0)).sum();
        let all = |line| tallies.iter().map(|t| sum(t, 1, 1..2, line)).sum::<f64>();
        let (asked, back) = (all(Line::RunningCost) / 2.0, all(Line::WonBack));
        let z = |found: f64, of: f64, share: f64| (found - share * of) / (of * share * (1.0 - share)).sqrt();
        assert!(z(asked, left, 0.5).abs() < 3.9, "{asked} of {left}");
        assert!(z(back, asked, returns).abs() < 3.9, "{back} of {asked}");
        let given = all(Line::Discount);
        assert!((given / (back * 24.0 * 0.2 * months) - 1.0).abs() < 1e-3, "{given} for {back}");
        assert_eq!(all(Line::Arrived), back);
        let blackmailers = |world| {
            let of = |t: &Tally| sum(t, world, 1..2, Line::InCategory(Category::Blackmailer));
            tallies.iter().map(of).sum::<f64>()
        };
        // of those who come back a fiftieth were blackmailers before, and some leave again at once
        let learnt = (blackmailers(1) - blackmailers(0)) / back;
        assert!((learnt - 0.2).abs() < 0.05 + 3.9 * (0.16 / back).sqrt(), "{learnt}");
    }
}

/// Whoever could not stay cannot come back, a failure may leave nobody who would, and nobody comes for nothing: exact.
#[test]
fn whom_an_offer_cannot_reach_stays_away() {
    let great = "discount = 0.5\nmonths = 12\nreached = 1\nreturns = 1";
    for (cause, offer, comes) in [
        ("involuntary", great.to_owned(), false),
        ("quality", format!("{great}\nafter_failure = 0"), false),
        ("quality", format!("{great}\nafter_failure = 0.5"), true),
        ("drift", "discount = 0\ngift = 0\nreached = 1\nreturns = 1".to_owned(), false),
        ("unexplained", great.to_owned(), true),
    ] {
        for tally in asking(cause, &offer, 3) {
            assert_eq!(sum(&tally, 1, 0..30, Line::WonBack) > 0.0, comes, "{cause}, {offer}");
            assert_eq!(sum(&tally, 0, 0..30, Line::WonBack), 0.0);
        }
    }
}

/// Each is asked once after leaving, within the time: everybody who left in the year's last four months is asked in January, and comes back or not. Exact.
#[test]
fn everybody_is_asked_once() {
    let offer = "discount = 0.2\nmonths = 6\ncalendar = [1]\nwithin_months = 4\nreached = 1\nreturns = 0\ncost_per_contact = 1";
    for tally in asking("price", offer, 6) {
        for month in 0..30 {
            let asked = sum(&tally, 1, month..month + 1, Line::RunningCost);
            let left: f64 = (month.saturating_sub(4)..month).map(|m| gone(&tally, 1, m)).sum();
            assert_eq!(asked, if month % 12 == 0 { left } else { 0.0 }, "month {month}");
        }
    }
}

/// Who comes back is the one who left, and those who leave are those who leave easily: all who left by the end of the year come back in January, and fewer of them are
/// there a year later than of a year's base; and they are not among those retained until then. Within 5 standard errors: errs less than once in a million.
#[test]
fn a_second_life_is_shorter() {
    let offer = "discount = 0.2\nmonths = 6\ncalendar = [1]\nwithin_months = 12\nuntil = \"2027-03\"\nreached = 1\nreturns = 1";
    let tallies = asking("unexplained", offer, 24);
    let stays = Mean::over(&tallies, |t| sum(t, 1, 23..24, Line::Saved) / sum(t, 1, 12..13, Line::WonBack));
    assert!(stays.value > 0.05 && stays.z(0.5) < -5.0, "{stays:?}");
    for tally in &tallies {
        let at = |world, month, line| sum(tally, world, month..month + 1, line);
        for month in 0..24 {
            assert_eq!(at(1, month, Line::Stayed), at(0, month, Line::Stayed), "month {month}");
        }
        assert!(at(1, 26, Line::Stayed) > at(0, 26, Line::Stayed));
    }
}

/// Who comes, leaves and comes back adds up in every month, segment and world, a member who comes back may join again, points are neither made nor lost, and the
/// baseline is that of the shop without an offer. Exact.
#[test]
fn who_comes_back_is_counted_once() {
    let program = "[program]\nlaunch = \"2026-03\"\nstop = \"2028-01\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.points]]\nearn = 0.04\npoint_value = 0.05\nexpiry_months = 6\n";
    let offer = "[[program.win_back]]\ndiscount = 0.2\nmonths = 6\nreached = 1\nreturns = 0.8\n";
    let plain = play(&design(36, SHOP, program), 1500, 4);
    for (tally, plain) in play(&design(36, SHOP, &format!("{program}{offer}")), 1500, 4).iter().zip(&plain) {
        for (segment, month) in (0..2).flat_map(|segment| (0..36).map(move |month| (segment, month))) {
            assert_eq!(
                tally.row(0, segment, month),
                plain.row(0, segment, month),
                "the baseline knows of it"
            );
            let at = |line| tally.get(1, segment, month, line);
            let left: f64 = (0..8).map(|cause| at(Line::Left(cause))).sum();
            assert_eq!(at(Line::Start) - left, at(Line::Active), "month {month}");
            if month > 0 {
                let before = tally.get(1, segment, month - 1, Line::Active);
                assert_eq!(before + at(Line::Arrived), at(Line::Start), "month {month}");
            }
            assert_eq!(at(Line::KeptAnyway) + at(Line::Saved) + at(Line::Won), at(Line::Active));
        }
        let all = |line| sum(tally, 1, 0..36, line);
        assert_eq!(all(Line::PointsIssued), all(Line::PointsRedeemed) + all(Line::PointsExpired));
        assert!(all(Line::WonBack) > 100.0 && all(Line::Joined) > sum(plain, 1, 0..36, Line::Joined));
        assert_eq!(sum(tally, 1, 26..36, Line::WonBack), 0.0, "the program has ended");
    }
}
