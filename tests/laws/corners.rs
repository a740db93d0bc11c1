//! Law: a declared value is reproduced over the whole range that is allowed, with everything else switched off.

use super::*;

const CUSTOMERS: usize = 4000;

/// Customers who all buy alike, and never leave.
fn alike(more: &str) -> Design {
    let stay = "churn_shape = 0.05\nchurn_beta = 10000\nbasket_spread = 0";
    design(12, BARE, &format!("[[segment]]\nname = \"all\"\nshare = 1\nbasket = 20\n{stay}\n{more}\n"))
}

/// Ten million receipts each: within 4.5 standard errors, which are 0.2 % at the largest noise. Correct code fails on one seed in 15,000; a mean
/// that is 2 % off is always seen.
#[test]
fn receipts_have_their_mean_for_any_noise() {
    for (noise, rate) in [(0.0, 2.0), (0.4, 24.0), (1.0, 24.0), (2.0, 24.0), (5.0, 24.0), (5.0, 100.0)] {
        let shop =
            alike(&format!("basket_noise = {noise}\npurchases_per_year = {rate}\npurchase_shape = 100"));
        let tallies = play(&shop, CUSTOMERS, 100);
        let found =
            Mean::over(&tallies, |t| sum(t, 0, 0..12, Line::ListRevenue) / sum(t, 0, 0..12, Line::Purchases));
        assert!(
            (found.value - 20.0).abs() < 0.01 + 4.5 * found.error,
            "noise {noise}, {rate} a year: {found:?}"
        );
        assert!(found.error < 0.05, "noise {noise}, {rate} a year: {found:?}");
    }
}

/// Purchases of the first year at both ends of what is allowed, and with rates that differ little or much: within 0.1 % and 4.5 standard errors, which
/// are below 0.2 % for even rates and 3 % for one purchase in a hundred years. Correct code fails on one seed in 15,000; 1 % fewer is always seen where rates are even.
#[test]
fn purchases_are_as_many_as_declared() {
    for (rate, shape) in [
        (0.01, 0.8),
        (1.0, 100.0),
        (12.0, 0.036),
        (12.0, 0.01),
        (250.0, 0.8),
        (250.0, 100.0),
        (1000.0, 0.3),
        (1000.0, 100.0),
    ] {
        let shop = alike(&format!("purchases_per_year = {rate}\npurchase_shape = {shape}"));
        let tallies = play(&shop, CUSTOMERS, 40);
        let found =
            Mean::over(&tallies, |t| sum(t, 0, 0..12, Line::Purchases) / sum(t, 0, 0..1, Line::Start));
        assert!(
            (found.value / rate - 1.0).abs() < 0.001 + 4.5 * found.error / rate,
            "{rate} a year: {found:?}"
        );
        assert!(found.error / rate < 0.05, "{rate} a year: {found:?}");
    }
}

/// A shop with everything that has a price, in a unit of account of which `unit` make one of today's; a point is worth `point` of today's.
fn in_units(unit: f64, point: f64) -> Design {
    let money = |today: f64| format!("{:?}", today * unit);
    let points = format!(
        "earn = 0.04\npoint_value = {}\nminimum_to_redeem = {}\nwelcome_points = {}\nexpiry_months = 9",
        money(point),
        4.0 / point,
        2.0 / point
    );
    let program = format!(
        r#"
[program]
launch = "2026-02"
stop = "2027-06"
setup_cost = {thousands}
cost_per_month = {hundreds}
cost_per_member_per_year = {one}
[[program.points]]
{points}
[[program.tiers]]
steps = [{{ name = "silver", spend_per_year = {hundreds}, earn_multiple = 1.5 }}, {{ name = "gold", spend_per_year = {thousands}, discount = 0.03 }}]
[[program.referral]]
invitations = 0.02
reward = {one}
[[program.subscription]]
fee_per_year = {one}
discount = 0.05
[[program.charges]]
fee_per_purchase = {one}
[[program.gift]]
cost_per_gift = {one}
"#,
        one = money(2.0),
        hundreds = money(150.0),
        thousands = money(500.0)
    );
    let shop = SHOP
        .replace("acquisition_cost = 15", &format!("acquisition_cost = {}", money(15.0)))
        .replace("basket = 30", &format!("basket = {}", money(30.0)))
        .replace("basket = 45", &format!("basket = {}", money(45.0)));
    design(24, &shop, &program)
}

/// The unit of account changes nothing: money a power of two larger or smaller gives the same numbers to the last bit, money apart, which is as many
/// times larger. Exact.
#[test]
fn the_unit_of_account_changes_nothing() {
    let today = play(&in_units(1.0, 0.05), 800, 2);
    for unit in [1_048_576.0, 1.0 / 128.0] {
        for (here, there) in today.iter().zip(play(&in_units(unit, 0.05), 800, 2)) {
            for (world, segment, month) in
                (0..2).flat_map(|w| (0..2).flat_map(move |s| (0..24).map(move |m| (w, s, m))))
            {
                let rows = [here.row(world, segment, month), there.row(world, segment, month)];
                for (line, (a, b)) in Line::ALL.iter().zip(rows[0].values().iter().zip(rows[1].values())) {
                    assert!(b == a || *b == a * unit, "unit {unit}, month {month}, {line:?}: {a} and {b}");
                }
            }
        }
    }
}

/// Points of a hundredth or a ten-thousandth of the value are earned, redeemed and left to expire in the same shares: the largest difference is that of rounding
/// to whole points, below one percent of what is issued, and 4.5 standard errors of pairs on the same luck. Correct code fails on one seed in 15,000.
#[test]
fn the_size_of_a_point_changes_nothing() {
    let value = |t: &Tally, line| sum(t, 1, 0..24, line);
    let coarse = play(&in_units(1.0, 0.05), 2000, 20);
    for point in [0.000_5, 0.000_005] {
        let fine = play(&in_units(1.0, point), 2000, 20);
        for line in [Line::PointsIssued, Line::PointsRedeemed, Line::PointsExpired] {
            let pairs: Vec<f64> = coarse
                .iter()
                .zip(&fine)
                .map(|(c, f)| value(f, line) * point / (value(c, line) * 0.05) - 1.0)
                .collect();
            let found = Mean::of(&pairs);
            assert!(found.value.abs() < 0.01 + 4.5 * found.error, "{point}, {line:?}: {found:?}");
        }
        for tally in &fine {
            let issued = value(tally, Line::PointsIssued);
            let gone = value(tally, Line::PointsRedeemed) + value(tally, Line::PointsExpired);
            assert_eq!(issued, gone + sum(tally, 1, 23..24, Line::PointsOutstanding), "{point}");
            assert_eq!(issued.fract(), 0.0);
        }
    }
}

/// A business whose customers leave for many reasons, without newcomers.
fn leavers(retention: f64, more: &str, segment: &str) -> String {
    let base = SHOP[..SHOP.find("[[segment]]").unwrap()]
        .replace("new_customers_per_month = 900", "new_customers_per_month = 0");
    let base = base.replace("annual_retention = 0.75", &format!("annual_retention = {retention:?}"));
    format!(
        "horizon_months = 12\n{base}{more}\n[[segment]]\nname = \"all\"\nshare = 1\nbasket = 20\n{segment}\n"
    )
}

/// The declared retention where customers leave at purchases, from as few purchases as allow it to very many. Within 0.003 and 4.5 standard errors, which
/// are 0.0005: correct code fails on one seed in 20,000; 0.006 is always seen.
#[test]
fn buyers_are_retained_as_declared() {
    for (retention, rate, shape, fails, alpha) in [
        (0.70, 0.5, 0.8, 0.02, 0.67),
        (0.75, 5.0, 0.8, 0.2, 0.67),
        (0.30, 5.0, 0.8, 0.02, 0.67),
        (0.95, 100.0, 0.8, 0.02, 0.67),
        (0.40, 12.0, 1.0, 0.02, 5.0),
        (0.75, 12.0, 0.8, 0.02, 0.05),
        (0.75, 1000.0, 0.8, 0.0, 0.67),
    ] {
        let service = format!("[service]\nfailures_per_purchase = {fails:?}\n");
        let segment = format!(
            "purchases_per_year = {rate:?}\npurchase_shape = {shape:?}\nchurn_shape = {alpha:?}\nchurn_clock = \"purchase\""
        );
        let tallies = play(&parse(&leavers(retention, &service, &segment)), CUSTOMERS, 50);
        let found = Mean::over(&tallies, |t| sum(t, 0, 11..12, Line::Stayed) / sum(t, 0, 0..1, Line::Start));
        assert!(
            (found.value - retention).abs() < 0.003 + 4.5 * found.error,
            "{retention}, {rate} a year: {found:?}"
        );
    }
}

/// What cannot be is refused, with the range that can.
#[test]
fn a_retention_that_cannot_be_is_refused() {
    let at_purchases = "purchases_per_year = 0.5\nchurn_clock = \"purchase\"";
    let of_stayers = "purchases_per_year = 5\nchurn_shape = 0.05";
    for (retention, segment, possible) in [
        (0.3, at_purchases, false),
        (0.69, at_purchases, false),
        (0.7, at_purchases, true),
        (0.1, of_stayers, false),
        (0.4, of_stayers, true),
        (0.05, "purchases_per_year = 5", true),
    ] {
        let found = Design::parse(&leavers(retention, "", segment));
        match &found {
            Ok(_) => assert!(possible, "{retention}, {segment}"),
            Err(problems) => {
                assert!(!possible && problems.iter().all(|p| p.code() == "design::range"), "{problems}");
            }
        }
    }
}
