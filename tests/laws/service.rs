//! Laws: better staff never costs customers; dearer capital never makes a positive stream worth more.

use loyalsim::summary::{Outcome, Scalar};

use super::*;

fn training(lifts_to: f64, cost_of_capital: &str) -> Design {
    let program = format!(
        r#"
[churn]
preset = "services-survey"
[program]
launch = "2026-01"
setup_cost = 0
cost_per_month = 0
[[program.staff_training]]
lifts_proper_contacts_to = {lifts_to}
fades_half_life_months = 0
"#
    );
    design(24, &SHOP.replace("cost_of_capital = 0.1", cost_of_capital), &program)
}

/// The same customers with the same luck: each step of training keeps more of them. If training did nothing, the mean of 24
/// trials would pass a step of 5 standard errors on fewer than one seed in ten thousand (Student's t); the effect is far larger.
#[test]
fn better_staff_keeps_more_customers() {
    let steps: Vec<Vec<Tally>> =
        [0.16, 0.25, 0.45, 0.8].map(|to| play(&training(to, "cost_of_capital = 0.1"), 1500, 24)).into();
    let stayed = |t: &Tally, world| sum(t, world, 11..12, Line::Stayed);
    let first = Mean::over(&steps[0], |t| stayed(t, 1) - stayed(t, 0));
    assert!(first.value >= 0.0, "{first:?}");
    for pair in steps.windows(2) {
        let gains: Vec<f64> =
            pair[0].iter().zip(&pair[1]).map(|(a, b)| stayed(b, 1) - stayed(a, 1)).collect();
        let gain = Mean::of(&gains);
        assert!(gain.z(0.0) > 5.0, "{gain:?}");
    }
}

/// Better service at no cost is a positive stream: its present value falls as capital gets dearer, in every trial.
#[test]
fn dearer_capital_lowers_the_present_value() {
    let value = |capital: &str| -> Vec<f64> {
        let design = training(0.6, capital);
        let truth = Truth::central(&design);
        play(&design, 1500, 6).iter().map(|t| Outcome::of(&design, &truth, t).get(Scalar::Npv)).collect()
    };
    let values =
        ["cost_of_capital = 0", "cost_of_capital = 0.05", "cost_of_capital = 0.1", "cost_of_capital = 0.3"]
            .map(value);
    for trial in 0..6 {
        assert!(values[0][trial] > 0.0);
        for pair in values.windows(2) {
            assert!(pair[0][trial] > pair[1][trial], "{pair:?}");
        }
    }
}
