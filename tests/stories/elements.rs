//! Stories of play, partners and charges.

use crate::trial::{BASELINE, PROGRAM, almost_always, clearly_above, edited, play, scenario};
use loyalsim::simulate::Line;

/// The coalition of a small house loses money in nearly every trial; for a large one the same card is a better bargain per reader.
#[test]
fn the_candle_costs_more_than_the_game() {
    let net =
        |changes: &[(&str, &str)]| play(&scenario("coalition", changes), 100, 1_000, |t| t.net_effect());
    let small = net(&[]);
    almost_always("the coalition loses money", &small.iter().map(|e| *e < 0.0).collect::<Vec<_>>());
    let large = net(&[
        ("customers               = { value = 40_000", "customers = { value = 400_000"),
        ("new_customers_per_month = 700", "new_customers_per_month = 7_000"),
    ]);
    let better: Vec<f64> = large.iter().zip(&small).map(|(l, s)| l / 10.0 - s).collect();
    clearly_above("what a reader of the large house is worth beyond one of the small", &better, 0.0);
}

/// The rise is gone when the discount ends, and taking it away leaves less than there would have been without it.
#[test]
fn the_discount_trap_shuts() {
    let told = play(&scenario("discount-trap", &[]), 100, 1_000, |t| {
        let rise = |months: std::ops::Range<usize>| {
            t.sum_over(PROGRAM, months.clone(), Line::Purchases)
                / t.sum_over(BASELINE, months, Line::Purchases)
                - 1.0
        };
        (rise(3..9), rise(18..24), rise(24..27), t.net_effect())
    });
    let of = |pick: fn(&(f64, f64, f64, f64)) -> f64| told.iter().map(pick).collect::<Vec<_>>();
    clearly_above("the early rise above the late one", &of(|t| t.0 - t.1), 0.01);
    clearly_above("the fall after the end", &of(|t| -t.2), 0.0);
    almost_always("it loses money", &told.iter().map(|t| t.3 < 0.0).collect::<Vec<_>>());
}

/// Charges bring income from the first year on, a lower score and fewer customers at the end.
#[test]
fn charges_are_bad_profit() {
    let told = play(&scenario("bad-profit", &[]), 100, 1_000, |t| {
        let score = |world| {
            (t.end(world, Line::Promoters) - t.end(world, Line::Detractors)) / t.end(world, Line::Start)
        };
        let fees = t.sum_over(PROGRAM, 0..12, Line::FeeIncome);
        let lost = t.end(BASELINE, Line::Active) - t.end(PROGRAM, Line::Active);
        (fees, 100.0 * (score(BASELINE) - score(PROGRAM)), lost)
    });
    almost_always("fees come in", &told.iter().map(|t| t.0 > 1e6).collect::<Vec<_>>());
    clearly_above("points of the score lost", &told.iter().map(|t| t.1).collect::<Vec<_>>(), 1.0);
    clearly_above("customers lost", &told.iter().map(|t| t.2).collect::<Vec<_>>(), 500.0);
}

/// The chain's partners pay a part, contest and game take turns, and without its discounts the chain does better.
#[test]
fn electronics_uses_what_the_chain_has() {
    let whole = play(&scenario("electronics", &[]), 100, 1_000, |t| {
        let lines = [Line::PartnerIncome, Line::GiftCost, Line::ReturnsCost];
        (lines.map(|line| t.sum(PROGRAM, line)), t.net_effect())
    });
    almost_always(
        "partners pay, prizes and trade-ins cost",
        &whole.iter().map(|t| t.0.iter().all(|money| *money > 0.0)).collect::<Vec<_>>(),
    );
    let bare =
        play(&edited("electronics", &[], &["cumulative_discount", "seasonal_sale"]), 100, 1_000, |t| {
            t.net_effect()
        });
    let better: Vec<f64> = bare.iter().zip(&whole).map(|(b, w)| b - w.1).collect();
    almost_always(
        "the discounts cost more than they bring",
        &better.iter().map(|b| *b > 0.0).collect::<Vec<_>>(),
    );
}
