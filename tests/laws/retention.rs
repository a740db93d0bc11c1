//! Laws of offers to those who say that they are going: whom they keep, what they cost, what they teach.

use super::*;
use loyalsim::design::Category;

const CUSTOMERS: usize = 2000;

/// Subscribers from month to month who leave for one `cause`, and a desk that makes an offer.
fn desk(cause: &str, offer: &str) -> Vec<Tally> {
    let base = BARE.replace("unexplained", cause).replace("annual_retention = 0.8", "annual_retention = 0.5");
    let more = format!(
        "[[segment]]\nname = \"subscribers\"\nshare = 1\nbasket = 24\nbasket_spread = 0\nbilling = \"contract\"\ncontract_months = 1\n\
         [program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.retention_offer]]\n{offer}\n"
    );
    play(&design(12, &base, &more), CUSTOMERS, 40)
}

/// Those who leave in a month and world.
fn gone(tally: &Tally, world: usize, month: usize) -> f64 {
    sum(tally, world, month..month + 1, Line::Start) - sum(tally, world, month..month + 1, Line::Active)
}

/// Of those who go for the price, half call, and 1 − e^(−6 · 0.2) = 70 % of these accept; they cost two fifths of six bills each, and one in four learns to
/// ask. Within 3.9 standard errors (1 %): errs once in 3,000.
#[test]
fn an_offer_keeps_some_of_those_who_call() {
    let tallies = desk("price", "calls = 0.5\ndiscount = 0.4\nmonths = 6\nlearn = 0.25");
    let kept = |t: &Tally| gone(t, 0, 0) - gone(t, 1, 0);
    let all: f64 = tallies.iter().map(|t| gone(t, 0, 0)).sum();
    let share = Mean::over(&tallies, |t| kept(t) / (all / tallies.len() as f64));
    let expected = 0.5 * (1.0 - libm::exp(-1.2));
    assert!(share.z(expected).abs() < 3.9, "{share:?} {expected}");
    for tally in &tallies {
        let cost = sum(tally, 1, 0..1, Line::SpecialTerms);
        assert!((cost - kept(tally) * 24.0 * 0.4 * 6.0).abs() < 0.02 * cost, "{cost} {}", kept(tally));
        assert_eq!(sum(tally, 1, 0..1, Line::Discount), cost);
    }
    let blackmailers = |t: &Tally, world| sum(t, world, 0..1, Line::InCategory(Category::Blackmailer));
    let learnt: f64 = tallies.iter().map(|t| blackmailers(t, 1) - blackmailers(t, 0)).sum();
    let all_kept: f64 = tallies.iter().map(kept).sum();
    // a share p of n: its standard error is √(p(1 − p)/n); of those kept a fiftieth were blackmailers before, or would have left as such
    let error = (0.25 * 0.75 / all_kept).sqrt();
    assert!((learnt / all_kept - 0.25).abs() < 0.025 + 3.9 * error, "{} ± {error}", learnt / all_kept);
}

/// Who goes because something went wrong cannot be bought: exact. An offer to nobody, or of nothing, is none.
#[test]
fn what_an_offer_cannot_reach_it_cannot_keep() {
    let nothing = ["calls = 0\ndiscount = 0.2", "calls = 1\ndiscount = 0\nmonths = 12"];
    let cases =
        [("quality", "calls = 1\ndiscount = 0.5")].into_iter().chain(nothing.map(|offer| ("price", offer)));
    for (cause, offer) in cases {
        for tally in desk(cause, offer) {
            for month in 0..12 {
                assert_eq!(gone(&tally, 0, month), gone(&tally, 1, month), "{cause}, {offer}");
            }
            assert_eq!(sum(&tally, 1, 0..12, Line::SpecialTerms), 0.0);
        }
    }
}
