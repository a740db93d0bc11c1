//! A list of things that go wrong, each played as a world of its own on the same customers and luck.

use crate::decide::measure::{Measure, Reading};
use crate::decide::paired::{self, Difference};
use crate::decide::watch::Watch;
use crate::design::{Design, Draft, EditFault};
use crate::simulate::Settings;
use crate::summary::Scalar;
use serde::Serialize;

/// One thing that goes wrong.
#[derive(Debug, Clone)]
pub struct Stress {
    /// What happens, in a few words.
    pub name: &'static str,
    /// The design in which it happens.
    pub design: Design,
}

/// What a stress does. Differences are the stressed world less the one as designed, trial by trial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stressed {
    /// What happens.
    pub name: &'static str,
    /// The net effect of the program then.
    pub net_effect: Reading,
    /// Its change.
    pub change: Difference,
    /// Chance of a loss then.
    pub loss: Reading,
    /// Change of the company's contribution over the horizon, program or not: what it means to the business.
    pub business: Difference,
}

/// Changes a draft; false if the design has nothing of the kind.
type Change = fn(&mut Draft) -> Result<bool, EditFault>;

const LIST: [(&str, Change); 8] = [
    ("A rival opens in month 3, 5 % cheaper", rival),
    ("Staff turnover doubles", |draft| scaled(draft, "staff.turnover_per_year", 2.0)),
    ("Rewards and discounts in money cost 50 % more", rewards),
    ("Running and set-up cost 50 % more", costs),
    ("Devaluation: gross margin falls by a fifth", |draft| everywhere(draft, ".gross_margin", 0.8)),
    ("Retention is a tenth lower", |draft| everywhere(draft, ".annual_retention", 0.9)),
    ("Half as many are willing to join", |draft| scaled(draft, "program.willing", 0.5)),
    ("Customers buy a fifth less often", |draft| everywhere(draft, ".purchases_per_year", 0.8)),
];

/// The stresses that make sense for the design in `text`; the design itself comes first, unstressed.
///
/// # Errors
/// If the design is not valid.
pub fn worlds(text: &str) -> Result<Vec<Stress>, EditFault> {
    let draft = Draft::new(text)?;
    let mut worlds = vec![Stress { name: "As designed", design: draft.before().clone() }];
    for (name, change) in LIST {
        let mut changed = draft.clone();
        // A stress that the design's own bounds do not allow does not make sense for it.
        let happens = change(&mut changed).unwrap_or(false);
        if let (true, Ok((_, design))) = (happens, changed.finish()) {
            worlds.push(Stress { name, design });
        }
    }
    Ok(worlds)
}

/// Plays `worlds` (of [`worlds`]) on the same trials; one row for each, the first is the design as it stands. `None` if
/// stopped before two trials were done.
pub fn list(
    worlds: &[Stress],
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<Vec<Stressed>> {
    let designs: Vec<&Design> = worlds.iter().map(|world| &world.design).collect();
    let rows = paired::play(&designs, settings, 0..trials, watch);
    if rows.len() < 2 {
        return None;
    }
    let values = |measure: Measure, world: usize| -> Vec<f64> {
        rows.iter().map(|row| measure.of_trial(&row[world], 0)).collect()
    };
    let net = Measure::Mean(Scalar::NetEffect);
    let contribution = Measure::Mean(Scalar::ProgramContribution);
    let row = |(world, stress): (usize, &Stress)| Stressed {
        name: stress.name,
        net_effect: net.of_trials(&values(net, world)),
        change: Difference::of(&values(net, world), &values(net, 0)),
        loss: Measure::Loss.of_trials(&values(Measure::Loss, world)),
        business: Difference::of(&values(contribution, world), &values(contribution, 0)),
    };
    Some(worlds.iter().enumerate().map(row).collect())
}

fn rival(draft: &mut Draft) -> Result<bool, EditFault> {
    let month = draft.before().start.plus(2);
    let keys = format!(
        "name = \"a rival of the stress test\"\nopens_from = \"{month}\"\nopens_until = \"{month}\"\nprobability = 1\nprice_gap = 0.05\n"
    );
    draft.append("rival", &keys)?;
    Ok(true)
}

fn scaled(draft: &mut Draft, path: &str, factor: f64) -> Result<bool, EditFault> {
    if draft.before().number_at(path).is_err() {
        return Ok(false);
    }
    draft.scale(path, factor)?;
    Ok(true)
}

/// Scales all numbers that the design gives whose path ends so.
fn everywhere(draft: &mut Draft, end: &str, factor: f64) -> Result<bool, EditFault> {
    let given = draft.before().numbers.iter().filter(|(_, n)| n.path.ends_with(end) && n.span.is_some());
    let paths: Vec<String> = given.map(|(_, n)| n.path.clone()).collect();
    for path in &paths {
        draft.scale(path, factor)?;
    }
    Ok(!paths.is_empty())
}

/// What a reward costs: points redeemed and money for referrals.
fn rewards(draft: &mut Draft) -> Result<bool, EditFault> {
    let ends = [".cost_share", ".reward", ".friend_reward"];
    let is_one = |path: &str| path.starts_with("program.") && ends.iter().any(|end| path.ends_with(end));
    let all = draft.before().numbers.iter().filter(|(_, n)| is_one(&n.path));
    let paths: Vec<String> = all.map(|(_, n)| n.path.clone()).collect();
    for path in &paths {
        draft.scale(path, 1.5)?;
    }
    Ok(!paths.is_empty())
}

fn costs(draft: &mut Draft) -> Result<bool, EditFault> {
    let is_cost = |path: &str| {
        path.starts_with("program.")
            && path.rsplit('.').next().is_some_and(|key| key.contains("cost") && key != "cost_share")
    };
    let all = draft.before().numbers.iter().filter(|(_, n)| is_cost(&n.path) && n.span.is_some());
    let paths: Vec<String> = all.map(|(_, n)| n.path.clone()).collect();
    for path in &paths {
        draft.scale(path, 1.5)?;
    }
    Ok(!paths.is_empty())
}
