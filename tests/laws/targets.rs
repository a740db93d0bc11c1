//! Laws of what is given for a spend within a period: what it costs, who buys more for it, and that of more that is given nobody buys without end.

use super::*;
use loyalsim::summary::{Outcome, Scalar};

/// A shop in which all buy alike, twice a month for 40 on average, with a gift to all for what they spend.
fn shop(behaviour: &str, gift: &str) -> Vec<Tally> {
    let base = BARE.replace("annual_retention = 0.8", "annual_retention = 0.99");
    let base = base.replace("[behaviour]\n", &format!("[behaviour]\n{behaviour}\n"));
    let more = format!("{ALIKE}[[program.gift]]\noccasion = \"spend\"\nopen_to = \"everyone\"\n{gift}\n");
    play(&design(12, &base, &more), 2000, 12)
}

fn all(tally: &Tally, world: usize, months: std::ops::Range<usize>, line: Line) -> f64 {
    sum(tally, world, months, line)
}

/// A gift of 10 for 100 in January. What is sold more goes to those who get it for it: each of them buys at most a fifth of 100 more, and those just below most often, so that the mean is a third of
/// that. Where all of it is bought ahead, as much is missing later. Beside 4 standard errors: errs once in 15,000.
#[test]
fn those_a_little_short_stretch() {
    let gift = "calendar = [1]\ncost_per_gift = 10\nfits = 1\nfrom_spend = 100";
    let behaviour = "receipt_reach = 0.2\nreceipt_pull = 0.4\nbrought_forward = 1";
    let (stretched, plain) = (shop(behaviour, gift), shop("receipt_pull = 0", gift));
    let mean =
        Mean::over(&stretched, |t| all(t, 1, 0..1, Line::ListRevenue) - all(t, 0, 0..1, Line::ListRevenue));
    assert!(mean.value > 20.0 * mean.error, "{mean:?}");
    let (mut added, mut gifts) = (0.0, 0.0);
    for (with, without) in stretched.iter().zip(&plain) {
        added += all(with, 1, 0..1, Line::ListRevenue) - all(with, 0, 0..1, Line::ListRevenue);
        gifts += (all(with, 1, 0..1, Line::GiftCost) - all(without, 1, 0..1, Line::GiftCost)) / 10.0;
        assert_eq!(all(with, 0, 0..1, Line::Purchases), all(with, 1, 0..1, Line::Purchases));
    }
    // spends are nearly even between 80 and 100: ∫x(1 − x) / ∫(1 − x) = ⅓ of 20
    let each = added / gifts;
    assert!((each - 20.0 / 3.0).abs() < 0.5, "{each}");
    let later = Mean::over(&stretched, |t| {
        let sales = |world, months: std::ops::Range<usize>| all(t, world, months, Line::ListRevenue);
        (sales(0, 1..12) - sales(1, 1..12)) / (sales(1, 0..1) - sales(0, 0..1))
    });
    assert!((later.value - 1.0).abs() < 0.02 + 4.0 * later.error && later.error < 0.2, "{later:?}");
}

/// Where nobody stretches, sales are as they were, and the gift goes to those who spend as much anyway: to all who buy for nothing, to nobody for a million. Within three months more get there than in one. Exact.
#[test]
fn a_target_costs_what_it_gives() {
    let cost = |terms: &str| -> f64 {
        let tallies = shop("receipt_pull = 0", &format!("cost_per_gift = 10\n{terms}"));
        for tally in &tallies {
            assert_eq!(all(tally, 1, 0..12, Line::Purchases), all(tally, 0, 0..12, Line::Purchases));
        }
        tallies.iter().map(|tally| all(tally, 1, 0..12, Line::GiftCost)).sum()
    };
    let [any, some, none] =
        ["0", "100", "1_000_000"].map(|spend| cost(&format!("calendar = [1]\nfrom_spend = {spend}")));
    assert!(any > some && some > 0.0, "{any} {some}");
    assert_eq!(none, 0.0);
    let long = cost("from_spend = 100\ncalendar = [1, 2, 3]\nwithin_months = 3");
    assert!(long > 2.0 * some, "{long} {some}");
}

/// A gift for what all spend anyway is margin given away, nearly all of it to customers who would have stayed: as a discount of the same money is. A gift on a holiday is for no purchase.
#[test]
fn a_gift_for_a_spend_is_given_away_as_a_discount_is() {
    let of = |element: &str| {
        let program = "[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n";
        let design = design(24, SHOP, &format!("{program}[[program.gift]]\n{element}\n"));
        let truth = Truth::central(&design);
        let numbers = |tally: &Tally| {
            let outcome = Outcome::of(&design, &truth, tally);
            let told =
                [Scalar::MarginLoss, Scalar::PaidToKept, Scalar::BreakEvenVolume, Scalar::StepGiftCost];
            told.map(|scalar| outcome.get(scalar))
        };
        let tallies = play(&design, 1000, 4);
        std::array::from_fn(|at| Mean::over(&tallies, |tally| numbers(tally)[at]).value)
    };
    let [loss, share, rise, cost]: [f64; 4] = of("occasion = \"spend\"\ncost_per_gift = 10\nfrom_spend = 60");
    assert!(loss > 0.6 * -cost && loss < -cost, "{loss} {cost}");
    assert!(share > 0.9 && share <= 1.0 && rise > 0.0, "{share} {rise}");
    let [loss, share, rise, cost]: [f64; 4] = of("occasion = \"holiday\"\ncost_per_gift = 10");
    assert!(cost < 0.0 && share.is_nan());
    assert_eq!([loss, rise], [0.0, 0.0]);
}
