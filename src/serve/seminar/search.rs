//! A small search for better designs than the teams': spread points, then steps from the best of them.

use super::teamwork;
use crate::serve::levers::{Lever, tidied};
use crate::serve::shelf::SETTINGS;
use loyalsim::decide::{Unwatched, paired};
use loyalsim::design::Design;
use loyalsim::random::{Purpose, StreamKey, latin};
use loyalsim::summary::Scalar;

/// Trials of each point: enough to tell good from bad; the best are played as long as teams are.
const TRIALS: u64 = 48;
/// Points to begin with, for each lever.
const POINTS: usize = 5;
const MOST: usize = 24;
/// Steps from the best, as shares of a lever's range.
const STEPS: [f64; 3] = [0.2, 0.1, 0.05];
/// A point that was tried.
#[derive(Debug, Clone)]
struct Tried {
    values: Vec<f64>,
    text: String,
    net: f64,
}

/// The levers of the most promising designs of a scenario within the budget, at most `count`. `from` are the teams' levers; `tick` hears of
/// each point.
pub fn promising(
    (levers, scenario, budget): (&[Lever], &str, Option<f64>),
    from: &[Vec<f64>],
    (count, tick): (usize, &dyn Fn()),
) -> Vec<Vec<f64>> {
    let search = Search { levers, scenario, budget, tick };
    let mut all = search.tried([spread(levers), from.to_vec()].concat());
    for step in STEPS {
        let Some(best) = best_of(&all) else { break };
        let near = around(levers, &best.values, step);
        let known: Vec<Vec<f64>> = all.iter().map(|tried| tried.values.clone()).collect();
        all.extend(search.tried(near.into_iter().filter(|values| !known.contains(values)).collect()));
    }
    all.sort_by(|a, b| b.net.total_cmp(&a.net));
    all.dedup_by(|a, b| a.text == b.text);
    all.into_iter().take(count).map(|tried| tried.values).collect()
}

/// How many points a search tries, about.
pub fn points(levers: usize, teams: usize) -> usize {
    (POINTS * levers).min(MOST) + teams + STEPS.len() * 2 * levers
}

fn best_of(all: &[Tried]) -> Option<&Tried> {
    all.iter().max_by(|a, b| a.net.total_cmp(&b.net))
}

/// Points spread over the levers' ranges.
fn spread(levers: &[Lever]) -> Vec<Vec<f64>> {
    let key = StreamKey { seed: SETTINGS.seed, trial: 0, a: 2, b: 0, purpose: Purpose::Search };
    let count = (POINTS * levers.len()).min(MOST);
    let unit = latin::points(count, levers.len(), &mut key.rng());
    unit.iter().map(|point| levers.iter().zip(point).map(|(lever, u)| at(lever, *u)).collect()).collect()
}

/// Points that differ from one in one lever.
fn around(levers: &[Lever], from: &[f64], step: f64) -> Vec<Vec<f64>> {
    let moved = |place: usize, by: f64| {
        let slider = levers[place].slider?;
        let u = (from[place] - slider.low) / (slider.high - slider.low) + by;
        let mut values = from.to_vec();
        values[place] = at(&levers[place], u);
        Some(values)
    };
    (0..levers.len()).flat_map(|place| [moved(place, -step), moved(place, step)]).flatten().collect()
}

/// A lever's value at a share of its range, on one of its steps.
fn at(lever: &Lever, u: f64) -> f64 {
    let Some(slider) = lever.slider else { return lever.value };
    let steps = (u.clamp(0.0, 1.0) * (slider.high - slider.low) / slider.step).round();
    tidied(slider.low + steps * slider.step).clamp(slider.low, slider.high)
}

struct Search<'a> {
    levers: &'a [Lever],
    scenario: &'a str,
    budget: Option<f64>,
    tick: &'a dyn Fn(),
}

impl Search<'_> {
    /// What points come to; those that the design or the budget does not allow are left out.
    fn tried(&self, points: Vec<Vec<f64>>) -> Vec<Tried> {
        let made = points.into_iter().filter_map(|values| {
            (self.tick)();
            let text = teamwork::text(self.levers, self.scenario, &values).ok()?;
            Some((Design::parse(&text).ok()?, values, text))
        });
        let made: Vec<_> = made.collect();
        let designs: Vec<&Design> = made.iter().map(|(design, ..)| design).collect();
        let rows = paired::play(&designs, SETTINGS, 0..TRIALS, &Unwatched);
        let mean = |place: usize, scalar| super::score::mean(rows.values(place, scalar).into_iter());
        let found = made.iter().enumerate().map(|(place, (_, values, text))| {
            let affordable = self.budget.is_none_or(|budget| mean(place, Scalar::ProgramCost) <= budget);
            (
                affordable,
                Tried { values: values.clone(), text: text.clone(), net: mean(place, Scalar::NetEffect) },
            )
        });
        found
            .filter(|(affordable, tried)| *affordable && tried.net.is_finite())
            .map(|(_, tried)| tried)
            .collect()
    }
}
