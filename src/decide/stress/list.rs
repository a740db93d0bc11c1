//! A list of things that go wrong, each played as a world of its own on the same customers and luck.

use crate::decide::measure::{Measure, Reading};
use crate::decide::paired::{self, Difference};
use crate::decide::watch::Watch;
use crate::design::{Design, Draft, EditFault};
use crate::plan::ServiceShock;
use crate::simulate::{Experiment, Settings};
use crate::summary::{Outcome, Scalar};
use serde::Serialize;

/// One thing that goes wrong.
#[derive(Debug, Clone)]
pub struct Stress {
    /// Key of what happens, such as `rival_opens`; `as_designed` where nothing does.
    pub name: &'static str,
    /// The design in which it happens.
    pub design: Design,
    /// What happens to service in the course of time, in every world.
    pub shock: Option<ServiceShock>,
}

/// What a stress does. Differences are the stressed world less the one as designed, trial by trial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stressed {
    /// Key of what happens.
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
    ("rival_opens", rival),
    ("turnover_doubles", |draft| scaled(draft, "staff.turnover_per_year", 2.0)),
    ("dearer_rewards", rewards),
    ("dearer_running", costs),
    ("devaluation", |draft| everywhere(draft, ".gross_margin", 0.8)),
    ("lower_retention", |draft| everywhere(draft, ".annual_retention", 0.9)),
    ("fewer_join", |draft| scaled(draft, "program.willing", 0.5)),
    ("fewer_purchases", |draft| everywhere(draft, ".purchases_per_year", 0.8)),
];

/// From month 3 on a quarter of the proper contacts is gone and failures double. It happens after today's business has been
/// matched: a design with worse service from the start would still have the declared retention.
const SLIPPING: ServiceShock = ServiceShock { from: 2, proper_contacts: 0.75, failures: 2.0 };

/// The stresses that make sense for the design in `text`; the design itself comes first, unstressed.
///
/// # Errors
/// If the design is not valid.
pub fn worlds(text: &str) -> Result<Vec<Stress>, EditFault> {
    let draft = Draft::new(text)?;
    let as_designed = draft.before().clone();
    let slips = Stress { name: "service_slips", design: as_designed.clone(), shock: Some(SLIPPING) };
    let mut worlds = vec![Stress { name: "as_designed", design: as_designed, shock: None }];
    for (name, change) in LIST {
        let mut changed = draft.clone();
        // A stress that the design's own bounds do not allow does not make sense for it.
        let happens = change(&mut changed).unwrap_or(false);
        if let (true, Ok((_, design))) = (happens, changed.finish()) {
            worlds.push(Stress { name, design, shock: None });
        }
    }
    worlds.push(slips);
    Ok(worlds)
}

/// Plays `worlds` (of [`worlds`]) on the same trials; one row for each, the first is the design as it stands. `None` if
/// stopped before two trials were done.
pub fn list(
    worlds: &[Stress],
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<Vec<Stressed>> {
    let experiments: Vec<Experiment> =
        worlds.iter().map(|world| Experiment::new(&world.design, settings)).collect();
    let rows = paired::play_with(0..trials, watch, |trial| {
        let outcome = |(stress, experiment): (&Stress, &Experiment)| {
            watch.tick(1);
            stress.outcome(experiment, trial)
        };
        worlds.iter().zip(&experiments).map(outcome).collect()
    });
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

impl Stress {
    fn outcome(&self, experiment: &Experiment, trial: u64) -> Outcome {
        let truth = experiment.truth(trial);
        let tally = match self.shock {
            Some(shock) => experiment.play_shocked(&truth, trial, shock),
            None => experiment.play_under(&truth, trial),
        };
        Outcome::of(&self.design, &truth, &tally).without_months()
    }
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
