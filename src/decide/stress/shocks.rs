//! Single shocks: each threat played as a world of its own on the same customers and luck.

use crate::decide::measure::{Measure, Reading};
use crate::decide::paired::{self, Difference};
use crate::decide::threats::{Threat, shocks};
use crate::decide::watch::Watch;
use crate::design::{Design, Draft, EditFault, Truth};
use crate::plan::ServiceShock;
use crate::simulate::{Experiment, Halt, Lucks, Settings, play_beside};
use crate::summary::{Outcome, Scalar};
use serde::{Serialize, Serializer};

/// A world in which one thing goes wrong, or none.
#[derive(Debug, Clone)]
pub struct World {
    /// What goes wrong; `None` for the design as it stands.
    pub threat: Option<Threat>,
    /// The design in which it happens.
    pub design: Design,
    /// What happens to service in the course of time, with and without the program.
    pub service: Option<ServiceShock>,
}

/// What a shock does. Differences are the shocked world less the one as designed, trial by trial.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shocked {
    /// What goes wrong; `None` for the design as it stands. In `stress.json` it is `name`.
    #[serde(rename = "name", serialize_with = "by_name")]
    pub threat: Option<Threat>,
    /// The net effect of the program then.
    pub net_effect: Reading,
    /// Its change.
    pub change: Difference,
    /// Chance of a loss then.
    pub loss: Reading,
    /// Change of the company's contribution over the horizon, program or not: what it means to the business.
    pub business: Difference,
}

impl Shocked {
    /// What happens, as files name it: `rival_opens`, or `as_designed`.
    pub fn name(&self) -> String {
        name(self.threat)
    }
}

fn name(threat: Option<Threat>) -> String {
    threat.map_or("as_designed".to_owned(), |threat| threat.key().replace('-', "_"))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn by_name<S: Serializer>(threat: &Option<Threat>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&name(*threat))
}

/// The worlds of all threats that make sense for the design in `text`; the design itself comes first.
///
/// # Errors
/// If the design is not valid.
pub fn worlds(text: &str) -> Result<Vec<World>, EditFault> {
    let draft = Draft::new(text)?;
    let as_designed = draft.before();
    let mut worlds = vec![World { threat: None, design: as_designed.clone(), service: None }];
    for shock in shocks(as_designed) {
        // A shock that the design's own bounds do not allow does not make sense for it.
        if let Ok((_, design)) = draft.clone().with(&shock.edits) {
            worlds.push(World { threat: Some(shock.threat), design, service: shock.service });
        }
    }
    Ok(worlds)
}

/// Plays `worlds` (of [`worlds`]) on the same trials; one row for each, the first is the design as it stands. `None` if
/// stopped before two trials were done.
pub fn play(
    worlds: &[World],
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<Vec<Shocked>> {
    let stopped = || watch.stopped();
    let halt = Halt::when(&stopped);
    let experiments: Vec<Experiment> =
        worlds.iter().map(|world| Experiment::new(&world.design, settings).until(halt)).collect();
    let rows = paired::play_with(0..trials, watch, |trial| {
        let truths: Vec<Truth> = experiments.iter().map(|experiment| experiment.truth(trial)).collect();
        let steady: Vec<usize> = (0..worlds.len()).filter(|at| worlds[*at].service.is_none()).collect();
        let all: Vec<&Experiment> = steady.iter().map(|at| &experiments[*at]).collect();
        let theirs: Vec<Truth> = steady.iter().map(|at| truths[*at].clone()).collect();
        let mut beside = play_beside(&all, &theirs, Lucks::of(trial)).into_iter();
        let outcome = |((world, experiment), truth): ((&World, &Experiment), &Truth)| {
            watch.tick(1);
            let tally = match world.service {
                Some(shock) => Some(experiment.play_shocked(truth, trial, shock)),
                None => beside.next(),
            };
            tally.map(|tally| Outcome::without_months(&world.design, truth, &tally))
        };
        worlds.iter().zip(&experiments).zip(&truths).filter_map(outcome).collect()
    });
    if rows.len() < 2 {
        return None;
    }
    let values = |measure: Measure, world: usize| -> Vec<f64> { measure.of_outcomes(&rows.of(world), &[]) };
    let net = Measure::Mean(Scalar::NetEffect);
    let row = |(at, world): (usize, &World)| Shocked {
        threat: world.threat,
        net_effect: net.of_trials(&values(net, at)),
        change: rows.difference(at, 0, Scalar::NetEffect),
        loss: Measure::Loss.of_trials(&values(Measure::Loss, at)),
        business: rows.difference(at, 0, Scalar::ProgramContribution),
    };
    Some(worlds.iter().enumerate().map(row).collect())
}
