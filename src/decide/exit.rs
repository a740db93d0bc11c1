//! The exit cost of a program as a curve over the month in which it ends.

use super::compare::Origin;
use super::watch::Watch;
use crate::design::{Design, Program};
use crate::simulate::{Experiment, Halt, Settings, unless_given_up};
use crate::summary::{ExitCurve, ExitTrial};
use rayon::prelude::*;
use serde::Serialize;

/// Trials handed out at a time, after which a request to stop is heard.
const BATCH: u64 = 16;

/// What ending a program costs. Serialised, it is `exit.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exit {
    /// What was run.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// The curve.
    pub curve: ExitCurve,
}

/// The ends tried: every so many months after the launch, within the horizon.
pub fn ends(design: &Design, every: usize) -> Vec<usize> {
    let launch = design.program.as_ref().map_or(design.horizon_months, |program| program.launch);
    (launch + 1..design.horizon_months)
        .filter(|month| (month - launch).is_multiple_of(every.max(1)))
        .collect()
}

/// Plays the program as if it went on and as if it ended in each month of `stops`, all in the same trials: the customers and the
/// baseline are played once. `None` without a program, without an end, or if `watch` stopped the work before two trials were done.
pub fn exit(
    design: &Design,
    stops: &[usize],
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<Exit> {
    let program = design.program.as_ref().filter(|_| !stops.is_empty())?;
    let endless = Program { stop: None, ..program.clone() };
    let design = Design { program: Some(endless), ..design.clone() };
    let stopped = || watch.stopped();
    let experiment = Experiment::new(&design, settings).until(Halt::when(&stopped));
    watch.begin("trials", trials);
    let mut played: Vec<ExitTrial> = Vec::new();
    while (played.len() as u64) < trials && !watch.stopped() {
        let first = played.len() as u64;
        let play = |trial| {
            let truth = experiment.truth(trial);
            let tally = experiment.play_stops(&truth, trial, stops);
            watch.tick(1);
            ExitTrial::of(&design, &truth, &tally, stops)
        };
        let batch = (first..(first + BATCH).min(trials)).into_par_iter();
        let batch: Vec<_> = batch.map(|trial| unless_given_up(|| play(trial))).collect();
        played.extend(batch.into_iter().map_while(|trial| trial));
    }
    if played.len() < 2 {
        return None;
    }
    Some(Exit {
        origin: Origin::new(Some(&design), settings, played.len() as u64, trials),
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        curve: ExitCurve::of(&design, stops, &played),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::summary::{Outcome, Scalar};

    const TEXT: &str = include_str!("../../scenarios/premature.toml");

    #[test]
    fn ends_lie_between_launch_and_horizon() {
        let design = Design::parse(TEXT).unwrap();
        let launch = design.program.as_ref().unwrap().launch;
        let ends = ends(&design, 9);
        assert_eq!(ends, [launch + 9, launch + 18]);
    }

    /// The curve is the design with another `stop`: the same net effect as when the end is written down and run. Exact but for
    /// the order of single-precision sums.
    #[test]
    fn an_end_on_the_curve_is_an_end_in_the_design() {
        let design = Design::parse(TEXT).unwrap();
        let settings = Settings { seed: 5, customers: 400 };
        let found = exit(&design, &[18], (settings, 4), &Unwatched).unwrap();
        let program = Program { stop: Some(18), ..design.program.clone().unwrap() };
        let written = Design { program: Some(program), ..design.clone() };
        let alone = |design: &Design| {
            let experiment = Experiment::new(design, settings);
            let effect = |trial| {
                let truth = experiment.truth(trial);
                Outcome::of(design, &truth, &experiment.play(trial)).get(Scalar::NetEffect)
            };
            (0..4).map(effect).sum::<f64>() / 4.0
        };
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-4 * b.abs();
        assert!(close(found.curve.ends[0].net_effect.mean, alone(&written)));
        assert!(close(found.curve.going_on.mean, alone(&design)));
        assert!(!close(alone(&written), alone(&design)));
    }
}
