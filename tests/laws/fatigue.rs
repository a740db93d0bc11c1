//! Law: a flat permanent discount. The uplift goes, the cost stays, and taking it away hurts.

use super::*;

/// 10 % off for everybody for two years, then nothing. Customers come twice a week, so all of them see the price.
#[test]
fn a_permanent_discount_wears_out() {
    let tallies = play(
        &design(
            36,
            &BARE.replace("goal_pull = 0", "goal_pull = 0\nprice_response = 1.4\nreference_memory = 0.7"),
            r#"
[[segment]]
name = "regulars"
share = 1
purchases_per_year = 100
purchase_shape = 10
basket = 10
[program]
launch = "2026-01"
stop = "2028-01"
setup_cost = 0
cost_per_month = 0
[[program.special_offer]]
discount = 0.1
every_months = 1
take_up = 1
open_to = "everyone"
"#,
        ),
        1000,
        20,
    );
    let change = |month: usize| {
        let rate = |t: &Tally, w: usize| {
            sum(t, w, month..month + 1, Line::Purchases) / sum(t, w, month..month + 1, Line::Start)
        };
        Mean::over(&tallies, |t| rate(t, 1) / rate(t, 0) - 1.0)
    };
    let depth = |month: usize| {
        Mean::over(&tallies, |t| {
            sum(t, 1, month..month + 1, Line::Discount) / sum(t, 1, month..month + 1, Line::ListRevenue)
        })
    };
    let (first, last, after) = (change(0), change(23), change(24));
    // Mean over categories of e^(1.4·0.1·trait): their mean trait is 1, so a little above e^0.14 − 1 = 15.0 %.
    assert!((0.150..0.160).contains(&first.value), "{first:?}");
    // Of the gain 0.7^23 = 0.03 % would be left for those who bought in every month.
    assert!(last.value.abs() < 0.001 + 4.0 * last.error, "{last:?}");
    for month in 0..24 {
        assert!((depth(month).value - 0.1).abs() < 1e-6, "month {month}: {:?}", depth(month));
    }
    // Losing 0.1 hurts 1.3 times as much, and sensitisation adds a tenth: e^(−1.4·1.1·1.3·0.1) − 1 = −18 %.
    assert!((-0.20..-0.16).contains(&after.value), "{after:?}");
    assert!(change(35).value.abs() < 0.02, "the wound heals: {:?}", change(35));
}

/// A price cut for everybody that is too small to be noticed changes nobody's purchases, satisfaction or staying; newcomers do not miss in
/// it what they never saw. Exact.
#[test]
fn what_nobody_notices_changes_nothing_but_the_price() {
    let cut = |discount: f64| {
        let program = format!(
            r#"
[[segment]]
name = "regulars"
share = 1
purchases_per_year = 20
basket = 10
[program]
launch = "2026-01"
setup_cost = 0
cost_per_month = 0
[[program.seasonal_sale]]
months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
discount = {discount}
open_to = "everyone"
"#
        );
        let business = BARE.replace("new_customers_per_month = 0", "new_customers_per_month = 200_000");
        play(&design(24, &business, &program), 400, 4)
    };
    let total = |tallies: &[Tally], world: usize, line: Line| -> f64 {
        tallies.iter().map(|t| sum(t, world, 0..24, line)).sum()
    };
    let unseen = cut(0.02);
    for line in [Line::Purchases, Line::ListRevenue, Line::Active, Line::Promoters, Line::Detractors] {
        assert_eq!(total(&unseen, 1, line).to_bits(), total(&unseen, 0, line).to_bits(), "{line:?}");
    }
    assert!(total(&unseen, 1, Line::Discount) > 0.0);
    let seen = cut(0.03);
    assert!(total(&seen, 1, Line::Purchases) > total(&seen, 0, Line::Purchases));
}
