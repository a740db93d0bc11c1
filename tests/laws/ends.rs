//! Laws: what is too much ruins, and what cannot be had draws nobody.
//!
//! Worlds compared share every customer and all luck.

use super::*;

/// A club that does nothing, so that there is a program.
const AROUND: &str = r#"
[program]
launch = "2026-01"
willing = 1
setup_cost = 0
cost_per_month = 0
[[program.club]]
recognition = 0
crowding = 0
lift = 0
"#;

/// What the program earns in money over three years; points outstanding at face value, what cards hold owed.
fn earned(business: &str, element: &str) -> f64 {
    let tallies = play(&design(36, business, &format!("{AROUND}{element}")), 500, 4);
    let of = |t: &Tally, world| {
        let lines = Line::ALL.into_iter().map(|line| accounts::sign(line) * sum(t, world, 0..36, line));
        lines.sum::<f64>() - t.total(world, 35, Line::LiabilityValue)
    };
    tallies.iter().map(|t| of(t, 1) - of(t, 0)).sum()
}

/// Levers with settings from much to absurd.
const TOO_MUCH: &[(&str, &[f64])] = &[
    ("[[program.seasonal_sale]]\nmonths = [7, 11]\ndiscount = @\n", &[0.1, 0.2, 0.4, 0.6, 0.9]),
    (
        "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 200, discount = @ }]\n",
        &[0.1, 0.2, 0.4, 0.6, 0.9],
    ),
    ("[[program.preferential_terms]]\ndiscount = @\n", &[0.1, 0.2, 0.4, 0.6, 0.9]),
    ("[[program.points]]\nearn = @\n", &[0.1, 0.2, 0.4, 0.9]),
    (
        "[[program.points]]\nearn = 0.1\n[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 200, earn_multiple = @ }]\n",
        &[2.0, 5.0, 10.0, 20.0],
    ),
    ("[[program.gift]]\ncost_per_gift = @\n", &[5.0, 20.0, 200.0, 1000.0]),
    (
        "[[program.messages]]\ncost_per_message = 0.01\nothers = 1\nper_month = @\n",
        &[20.0, 40.0, 80.0, 200.0],
    ),
];

/// The deeper, the dearer, to the end: though those used to a deep discount buy less without it, and lose the tier that counts what they pay, no setting is
/// so absurd that it ends itself before it has cost more than a lesser one. Signs of differences that are hundreds of standard errors.
#[test]
fn too_much_ruins() {
    for (element, settings) in TOO_MUCH {
        let earned: Vec<f64> =
            settings.iter().map(|at| earned(SHOP, &element.replace('@', &at.to_string()))).collect();
        assert!(earned.windows(2).all(|pair| pair[0] > pair[1]), "{element}: {earned:?}");
    }
}

/// A point that is worth more than a purchase cannot be redeemed, and so neither sells nor keeps: a hundredth of the additional sales of points of a
/// usual size, and no gain.
#[test]
fn points_that_no_purchase_can_take_do_nothing() {
    let sells = |value: &str| {
        let lines = format!("{AROUND}[[program.points]]\nearn = 0.03\npoint_value = {value}\n");
        let tallies = play(&design(36, SHOP, &lines), 500, 4);
        tallies
            .iter()
            .map(|t| sum(t, 1, 0..36, Line::ListRevenue) - sum(t, 0, 0..36, Line::ListRevenue))
            .sum::<f64>()
    };
    let [usual, huge] = ["1", "1000"].map(sells);
    assert!(usual > 0.0 && huge.abs() < 0.01 * usual, "{usual} {huge}");
}

/// Thirty mailings a month drive members to rivals, and spoil the score, where nobody drifts off today.
#[test]
fn too_many_messages_are_felt_without_drift() {
    let base = format!("{SHOP}[churn]\ncauses = {{ competition = 0.5, price = 0.5 }}\n");
    let mailings = |n: u32| {
        let lines =
            format!("{AROUND}[[program.messages]]\nothers = 1\ncost_per_message = 0\nper_month = {n}\n");
        play(&design(36, &base, &lines), 1000, 4)
    };
    let [fair, many] = [20, 30].map(mailings);
    let of = |tallies: &[Tally], line| tallies.iter().map(|t| sum(t, 1, 12..36, line)).sum::<f64>();
    let promote = |tallies: &[Tally]| {
        (of(tallies, Line::Promoters) - of(tallies, Line::Detractors)) / of(tallies, Line::Start)
    };
    assert!(of(&many, Line::Active) < of(&fair, Line::Active));
    assert!(promote(&many) < promote(&fair) - 0.02, "{} {}", promote(&many), promote(&fair));
}
