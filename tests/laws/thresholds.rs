//! Laws of discounts from a receipt on: what they cost, how receipts grow, and that what is bought sooner is missing later.

use super::*;

const CUSTOMERS: usize = 2000;
const TRIALS: u64 = 24;

/// A shop in which all buy alike, with an offer to all in every twelfth month.
fn shop(behaviour: &str, offer: &str) -> Vec<Tally> {
    let base = BARE.replace("annual_retention = 0.8", "annual_retention = 0.99");
    let base = base.replace("[behaviour]\n", &format!("[behaviour]\nprice_response = 0\n{behaviour}\n"));
    let more = format!(
        "{ALIKE}[[program.special_offer]]\nopen_to = \"everyone\"\ntake_up = 1\nevery_months = 12\n{offer}\n"
    );
    play(&design(12, &base, &more), CUSTOMERS, TRIALS)
}

/// What receipts of 40, lognormal with a cv of ½, come to from 50 on, and by how much they rise if a share of those up to `reach` below are raised, by sums
/// over a fine grid.
fn by_hand(reach: f64, pull: f64) -> [f64; 2] {
    let s = libm::log(1.25f64).sqrt();
    let (mut reached, mut after) = (0.0, 0.0);
    for step in -70_000..=70_000 {
        let z = f64::from(step) / 10_000.0;
        let weight = libm::exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt() / 10_000.0;
        let receipt = 40.0 * libm::exp(s * z - 0.5 * s * s);
        let short = (1.0 - receipt / 50.0) / reach;
        let raised = if receipt < 50.0 && short < 1.0 { pull * (1.0 - short) } else { 0.0 };
        after += weight * (receipt + raised * (50.0 - receipt));
        reached += weight * if receipt >= 50.0 { receipt } else { raised * 50.0 };
    }
    [reached / after, after / 40.0 - 1.0]
}

/// The change of a line against the baseline in a month, as a share of the baseline's sales of that month.
fn change(tallies: &[Tally], month: usize) -> Mean {
    let sales = |t: &Tally, world| sum(t, world, month..month + 1, Line::ListRevenue);
    Mean::over(tallies, |t| sales(t, 1) / sales(t, 0) - 1.0)
}

/// The discount is a tenth of the sales in receipts of 50 and more, some of which have grown to it; sales rise by what has been added, and where all of it is bought
/// ahead, as much is missing in the following months. Means to a hundredth of the effect, beside 4 standard errors of what chance leaves: errs once in 15,000.
#[test]
fn receipts_grow_up_to_the_threshold() {
    let tallies = shop(
        "receipt_reach = 0.3\nreceipt_pull = 0.4\nbrought_forward = 1",
        "discount = 0.1\nfrom_receipt = 50",
    );
    let [reached, rise] = by_hand(0.3, 0.4);
    assert!(rise > 0.005, "{rise}");
    for tally in &tallies {
        let at = |world, line| sum(tally, world, 0..1, line);
        let share = at(1, Line::Discount) / at(1, Line::ListRevenue) / 0.1;
        assert!((share - reached).abs() < 2e-3, "{share} {reached}");
        let found = at(1, Line::ListRevenue) / at(0, Line::ListRevenue) - 1.0;
        assert!((found / rise - 1.0).abs() < 0.01, "{found} {rise}");
        assert_eq!(at(0, Line::Purchases), at(1, Line::Purchases));
        assert_eq!(sum(tally, 1, 1..12, Line::Discount), 0.0);
    }
    let later = Mean::over(&tallies, |t| {
        let sales = |world, months: std::ops::Range<usize>| sum(t, world, months, Line::ListRevenue);
        (sales(0, 1..12) - sales(1, 1..12)) / (sales(1, 0..1) - sales(0, 0..1))
    });
    assert!((later.value - 1.0).abs() < 0.02 + 4.0 * later.error, "{later:?}");
    assert!(later.error < 0.1, "{later:?}");
    // half of a stock is used up in a month
    let dip = change(&tallies, 1);
    assert!((dip.value + 0.5 * rise).abs() < 0.02 * rise + 4.0 * dip.error, "{dip:?} {rise}");
}

/// Receipts that do not answer leave sales as they are and cost what they would anyway; a threshold of which nothing is brought forward leaves no dip; one that all
/// receipts reach is the plain offer, and one that none does is none. Exact, the plain offer to a thousandth.
#[test]
fn thresholds_without_an_answer_are_what_they_are() {
    let [reached, _] = by_hand(0.3, 0.0);
    for tally in shop("receipt_pull = 0", "discount = 0.1\nfrom_receipt = 50") {
        let at = |world, line| sum(&tally, world, 0..12, line);
        assert_eq!(at(1, Line::ListRevenue), at(0, Line::ListRevenue));
        let share = at(1, Line::Discount) / sum(&tally, 1, 0..1, Line::ListRevenue) / 0.1;
        assert!((share - reached).abs() < 2e-3, "{share} {reached}");
    }
    for tally in shop("brought_forward = 0", "discount = 0.1\nfrom_receipt = 50") {
        let sales = |world, months| sum(&tally, world, months, Line::ListRevenue);
        assert!(sales(1, 0..1) > sales(0, 0..1));
        assert_eq!(sales(1, 1..12), sales(0, 1..12));
    }
    let plain = shop("", "discount = 0.1");
    let all = shop("", "discount = 0.1\nfrom_receipt = 0.5");
    let none = shop("", "discount = 0.1\nfrom_receipt = 100_000");
    for ((plain, all), none) in plain.iter().zip(&all).zip(&none) {
        let [given, same] = [plain, all].map(|t| sum(t, 1, 0..12, Line::Discount));
        assert!((same / given - 1.0).abs() < 1e-3, "{same} {given}");
        assert!(sum(none, 1, 0..12, Line::Discount).abs() < 1e-6 * given);
        assert!(
            (sum(none, 1, 0..12, Line::ListRevenue) / sum(none, 0, 0..12, Line::ListRevenue) - 1.0).abs()
                < 1e-6
        );
    }
}
