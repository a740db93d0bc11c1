//! The steps of a review: play the proposal, judge it by rules, try remedies, rule on it, write it down.

use super::advice::Advice;
use super::attribution::{Attribution, attribute};
use super::beyond::Beyond;
use super::case::Case;
use super::content::{REVIEW_FORMAT, Review};
use super::desk::Samples;
use super::facts::Facts;
use super::figure::Figures;
use super::inquiry;
use super::lab::{Broken, Lab, LabSize, Played};
use super::named::Owners;
use super::parts;
use super::proposal::Proposal;
use super::robustness;
use super::rules::{Action, Judgement, RULES, Rule};
use super::side_runs::{RivalDesign, SideRuns, ThreatRun};
use crate::decide::{Watch, voi};
use crate::design::Design;
use crate::summary::Scalar;

/// How a review is made.
#[derive(Debug, Clone)]
pub struct ReviewSettings {
    /// Seed of all runs.
    pub seed: u64,
    /// Trials of the main run.
    pub trials: u64,
    /// Customers simulated in each.
    pub customers: usize,
    /// Rivals' designs.
    pub rivals: Vec<RivalDesign>,
    /// What the design file is called in commands.
    pub file: String,
}

/// Part of the main run's trials on which actions are confirmed.
const CONFIRM: u64 = 2;
/// Trials and customers of the screening, as divisors of the main run's.
const SCREEN: (u64, usize) = (4, 3);

/// Trials from which the value of knowing is estimated.
const LEARNS_FROM: u64 = 100;

/// About how many runs of either sample a review takes, for the progress shown: one with few weak points takes fewer.
const RUNS: (u64, u64) = (35, 25);

/// The text of the design that a review would recommend, without all that the review would tell beside it; `None` where it would recommend none.
///
/// # Errors
/// If whoever watches asks to stop.
pub fn recommended(
    text: &str,
    design: &Design,
    settings: &ReviewSettings,
    watch: &dyn Watch,
) -> Result<Option<String>, Broken> {
    let lab = Lab { seed: settings.seed, watch };
    let main = LabSize { trials: 0..settings.trials, customers: settings.customers };
    let samples = samples(settings);
    watch.begin("review", ticks(&main, &samples, settings.rivals.len() as u64));
    let run = lab.play(design, &main)?;
    let side = SideRuns::play(text, design, &settings.rivals, (&lab, &run, &samples.confirm))?;
    let judged = judged(&inquiry::facts(design, &run, &side));
    let proposal = Proposal::of((text, design), &lab, &samples.screen)?;
    let advice = Advice::seek(&proposal, &actions(&judged), (&lab, &run, &samples))?;
    Ok(advice.package.map(|package| package.text))
}

/// Reviews a design: `text` is what `design` was read from.
///
/// # Errors
/// If whoever watches asks to stop.
pub fn review(
    text: &str,
    design: &Design,
    settings: &ReviewSettings,
    watch: &dyn Watch,
) -> Result<Review, Broken> {
    let lab = Lab { seed: settings.seed, watch };
    let main = LabSize { trials: 0..settings.trials, customers: settings.customers };
    let samples = samples(settings);
    watch.begin("review", ticks(&main, &samples, settings.rivals.len() as u64));
    let run = lab.play(design, &main)?;
    let side = SideRuns::play(text, design, &settings.rivals, (&lab, &run, &samples.confirm))?;
    let facts = inquiry::facts(design, &run, &side);
    let judged = judged(&facts);
    let proposal = Proposal::of((text, design), &lab, &samples.screen)?;
    let advice = Advice::seek(&proposal, &actions(&judged), (&lab, &run, &samples))?;
    let beyond = Beyond::seek(&advice, &proposal, (&lab, &run, &samples))?;
    let counter_threats = threats_again(&side, &advice, &run, &lab)?;
    let robust = robustness::look(design, &run, &lab, &samples.screen)?;
    let split = attribute(design, &run);
    let case = Case {
        design,
        text,
        run: &run,
        facts: &facts,
        judged,
        advice: &advice,
        weak_today: &proposal.weak_today,
        beyond: &beyond,
        side: &side,
        counter_threats,
        robust: &robust,
        knowing: worth_knowing(design, &run, split.as_ref()),
        split,
        samples: &samples,
        file: &settings.file,
    };
    Ok(written(&case))
}

/// What every rule says of a design of which this is known.
fn judged(facts: &Facts) -> Vec<(&'static Rule, Judgement)> {
    RULES.iter().map(|rule| (*rule, (rule.judge)(facts))).collect()
}

/// The worst threats to the proposal, as they would hit the recommended design; none where none is recommended.
fn threats_again(
    side: &SideRuns,
    advice: &Advice,
    run: &Played,
    lab: &Lab,
) -> Result<Vec<ThreatRun>, Broken> {
    let Some(package) = &advice.package else { return Ok(Vec::new()) };
    side.worst_again((&package.text, &package.design), run, lab)
}

/// What research is worth before launching or not, by regression on the trials of the main run: nothing is played again.
fn worth_knowing(design: &Design, run: &Played, split: Option<&Attribution>) -> Option<voi::Findings> {
    let npv = run.simulated(Scalar::Npv);
    let decides = split.is_some_and(|split| !split.drivers.is_empty());
    let known = decides && npv.len() as u64 >= LEARNS_FROM && npv.iter().all(|value| value.is_finite());
    known.then(|| voi::of_trials(design, &voi::Trials::new(design, &run.truths, &npv)))
}

/// The review of a case.
fn written(case: &Case) -> Review {
    let mut figures = Figures::default();
    let findings = parts::findings(case, &mut figures);
    let ruling = parts::rule_on(case, &findings);
    let parts = parts::all(case, &ruling, findings, &mut figures);
    Review {
        format: REVIEW_FORMAT,
        run: case.run.summary.run.clone(),
        recommendation: ruling.ground.recommendation(),
        parts,
        figures,
        counter_design: case.advice.package.as_ref().map(|package| package.text.clone()),
        summary: case.run.summary.clone(),
        owners: Owners::of(case.design),
    }
}

fn ticks(main: &LabSize, samples: &Samples, rivals: u64) -> u64 {
    main.all_ticks() + RUNS.0 * samples.screen.all_ticks() + (RUNS.1 + rivals) * samples.confirm.all_ticks()
}

fn samples(settings: &ReviewSettings) -> Samples {
    let trials = settings.trials;
    Samples {
        screen: LabSize {
            trials: trials..trials + (trials / SCREEN.0).max(2),
            customers: (settings.customers / SCREEN.1).max(1),
        },
        confirm: LabSize { trials: 0..(trials / CONFIRM).max(2).min(trials), customers: settings.customers },
    }
}

/// The actions that rules propose: those of findings with most at stake first.
fn actions(judged: &[(&'static Rule, Judgement)]) -> Vec<Action> {
    let mut weak: Vec<_> = judged
        .iter()
        .filter_map(|(_, judgement)| match judgement {
            Judgement::Weak(weak) => Some(weak),
            _ => None,
        })
        .flatten()
        .collect();
    weak.sort_by(|a, b| b.stake.total_cmp(&a.stake));
    weak.into_iter().flat_map(|weakness| weakness.actions.clone()).collect()
}
