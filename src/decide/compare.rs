//! Comparison of several designs on the same customers, truths and luck: differences, dominance, regret.

use super::dominance::{Order, Verdict, dominance};
use super::measure::{Measure, Reading};
use super::paired::{Difference, Rows};
use crate::design::{Design, Distribution, Goal};
use crate::simulate::Settings;
use crate::summary::{Scalar, interval, moments::Moments, quantile};
use crate::units::{Money, Share, Unit};
use serde::Serialize;

/// The measures of every comparison; goals follow where all designs have the same.
const MEASURES: [Measure; 9] = [
    Measure::Mean(Scalar::NetEffect),
    Measure::Mean(Scalar::Npv),
    Measure::Loss,
    Measure::Shortfall,
    Measure::Mean(Scalar::RetentionProgram),
    Measure::Mean(Scalar::NpsProgram),
    Measure::Mean(Scalar::ActiveProgram),
    Measure::Mean(Scalar::ProgramCost),
    Measure::Mean(Scalar::MarginLoss),
];

/// What was run: enough to run it again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    /// Version of loyalsim.
    pub version: &'static str,
    /// Seed.
    pub seed: u64,
    /// Customers simulated in each trial.
    pub customers: usize,
    /// Trials done.
    pub trials: u64,
    /// Trials asked for.
    pub trials_asked: u64,
    /// Whether the work was stopped before its end.
    pub partial: bool,
    /// Whether a program runs already, so that the baseline is its going on; left out where none does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub runs_already: bool,
}

impl Origin {
    /// Of `done` trials of designs like this one where `asked` were wanted.
    pub fn new(design: Option<&Design>, settings: Settings, done: u64, asked: u64) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            seed: settings.seed,
            customers: settings.customers,
            trials: done,
            trials_asked: asked,
            partial: done < asked,
            runs_already: design.is_some_and(|design| design.today.is_some()),
        }
    }
}

/// One of the designs compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contender {
    /// What it is called in tables.
    pub name: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Name of its program; `None` without one.
    pub program: Option<String>,
    /// Its regret on the present value.
    pub regret: Regret,
}

/// What one would wish, in hindsight, to have gained more: the best design of each trial less this one, on the net effect.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Regret {
    /// Mean over the trials, with its Monte Carlo error.
    pub mean: Reading,
    /// 95 % quantile over the trials.
    pub p95: Money,
    /// Largest of all trials (Savage 1951).
    pub largest: Money,
    /// Share of the trials in which this design is the best; shared where several are.
    pub best: Share,
}

/// A design that differs from the first outside the program and the goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// Place of the design.
    pub design: usize,
    /// Paths of what differs.
    pub differs: Vec<String>,
}

/// One measure of all designs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureRow {
    /// The measure.
    pub measure: Measure,
    /// The figure of each design, in their order.
    pub readings: Vec<Reading>,
    /// Each design less the first; nothing for the first, nor for the shortfall, which has no value in a single trial.
    pub differences: Vec<Option<Difference>>,
}

/// One design against another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Duel {
    /// Place of the first.
    pub first: usize,
    /// Place of the second.
    pub second: usize,
    /// First less second, on the net effect.
    pub net_effect: Difference,
    /// Whether the first dominates at the first order.
    pub first_order: Verdict,
    /// Whether it dominates at the second order.
    pub second_order: Verdict,
}

/// A comparison. Serialised, it is `compare.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What was run.
    pub origin: Origin,
    /// Currency of all money: that of the first design.
    pub currency: String,
    /// The designs.
    pub designs: Vec<Contender>,
    /// Designs that differ from the first in more than the program: their difference is that of two businesses as well.
    pub cautions: Vec<Caution>,
    /// The measures.
    pub measures: Vec<MeasureRow>,
    /// Every design against every other.
    pub duels: Vec<Duel>,
}

/// Names of their own for designs whose files have the same.
pub fn distinct(names: Vec<String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        let same =
            seen.iter().filter(|other| **other == name || other.starts_with(&format!("{name} ("))).count();
        seen.push(if same == 0 { name } else { format!("{name} ({})", same + 1) });
    }
    seen
}

/// The first design whose money is not that of the first of all: there is no comparing them.
pub fn other_currency(designs: &[Design]) -> Option<usize> {
    designs.iter().position(|design| design.currency != designs[0].currency)
}

/// Compares designs that were played together by [`super::paired::play`]; `names` are what to call them.
pub fn compare(
    designs: &[&Design],
    names: &[String],
    rows: &Rows,
    settings: Settings,
    asked: u64,
) -> Comparison {
    let goals = common_goals(designs);
    let measures = MEASURES.into_iter().chain((0..goals.len()).map(Measure::Goal));
    let effects: Vec<Vec<f64>> = (0..designs.len()).map(|d| Comparison::effects(rows, d)).collect();
    let pairs =
        (0..designs.len()).flat_map(|a| (0..designs.len()).filter(move |b| *b != a).map(move |b| (a, b)));
    let contender = |(place, design): (usize, &&Design)| Contender {
        name: names[place].clone(),
        design_hash: design.hash.clone(),
        program: design.program.as_ref().map(|program| program.name.clone()),
        regret: regret(&effects, place),
    };
    Comparison {
        origin: Origin::new(designs.first().copied(), settings, rows.len() as u64, asked),
        currency: designs.first().map_or(String::new(), |d| d.currency.clone()),
        designs: designs.iter().enumerate().map(contender).collect(),
        cautions: cautions(designs),
        measures: measures.map(|measure| measure_row(measure, rows, designs.len(), goals)).collect(),
        duels: pairs.map(|(first, second)| duel(rows, &effects, first, second)).collect(),
    }
}

fn measure_row(measure: Measure, rows: &Rows, designs: usize, goals: &[Goal]) -> MeasureRow {
    let values: Vec<Vec<f64>> = (0..designs).map(|d| measure.of_outcomes(&rows.of(d), goals)).collect();
    let difference = |d: usize| match measure {
        Measure::Shortfall => None,
        Measure::Mean(scalar) => Some(rows.difference(d, 0, scalar)),
        Measure::Goal(_) | Measure::Goals | Measure::Loss => {
            Some(Difference::of(measure.unit(), &values[d], &values[0]))
        }
    };
    MeasureRow {
        measure,
        readings: values.iter().map(|v| measure.of_trials(v)).collect(),
        differences: (0..designs).map(|d| if d == 0 { None } else { difference(d) }).collect(),
    }
}

fn duel(rows: &Rows, effects: &[Vec<f64>], first: usize, second: usize) -> Duel {
    Duel {
        first,
        second,
        net_effect: rows.difference(first, second, Scalar::NetEffect),
        first_order: dominance(&effects[first], &effects[second], Order::First),
        second_order: dominance(&effects[first], &effects[second], Order::Second),
    }
}

impl Comparison {
    /// The net effect of each of `rows` for one design at the real size of the business, for pictures of its distribution.
    pub fn effects(rows: &Rows, design: usize) -> Vec<f64> {
        Measure::Shortfall.of_outcomes(&rows.of(design), &[])
    }
}

fn regret(effects: &[Vec<f64>], place: usize) -> Regret {
    let trials = effects[place].len();
    let best = |trial: usize| effects.iter().map(|e| e[trial]).fold(f64::NEG_INFINITY, f64::max);
    let mut missed: Vec<f64> = (0..trials).map(|t| best(t) - effects[place][t]).collect();
    let won: f64 = (0..trials)
        .filter(|t| missed[*t] == 0.0)
        .map(|t| 1.0 / effects.iter().filter(|e| e[t] == best(t)).count() as f64)
        .sum();
    let moments: Moments = missed.iter().copied().collect();
    missed.sort_unstable_by(f64::total_cmp);
    Regret {
        mean: Reading::mean(Unit::Money, moments),
        p95: Money::new(quantile::of_sorted(&missed, 0.95)),
        largest: Money::new(missed.last().copied().unwrap_or(f64::NAN)),
        best: Share::new(won / trials as f64),
    }
}

/// How many goals all designs have in common from the first on; none if any of them differs.
fn common_goals<'d>(designs: &[&'d Design]) -> &'d [Goal] {
    let goals = |design: &Design| -> Vec<_> {
        let distribution = |goal: &Goal| design.numbers[goal.value].distribution.clone();
        design.goals.iter().map(|goal| (goal.metric, goal.bound, goal.by, distribution(goal))).collect()
    };
    let first = designs.first().map(|design| goals(design)).unwrap_or_default();
    let same = designs.iter().all(|design| goals(design) == first);
    designs.first().filter(|_| same).map_or(&[], |design| &design.goals)
}

/// What else than the program differs.
fn cautions(designs: &[&Design]) -> Vec<Caution> {
    let Some((first, others)) = designs.split_first() else { return Vec::new() };
    let all =
        others.iter().zip(1..).map(|(other, design)| Caution { design, differs: differing(first, other) });
    all.filter(|caution| !caution.differs.is_empty()).collect()
}

/// Paths of what differs outside the program and the goals.
fn differing(a: &Design, b: &Design) -> Vec<String> {
    let mut apart = Vec::new();
    let facts = |d: &Design| (d.currency.clone(), d.start, d.horizon_months);
    for (differs, what) in [
        (facts(a).0 != facts(b).0, "currency"),
        (facts(a).1 != facts(b).1, "start"),
        (facts(a).2 != facts(b).2, "horizon_months"),
    ] {
        apart.extend(differs.then(|| what.to_owned()));
    }
    let of_business = |d: &Design| -> Vec<(String, Distribution)> {
        let outside =
            |path: &str| !["program", "goal", "optimise"].iter().any(|table| path.starts_with(table));
        d.numbers
            .iter()
            .filter(|(_, n)| outside(&n.path))
            .map(|(_, n)| (n.path.clone(), n.distribution.clone()))
            .collect()
    };
    let (mine, theirs) = (of_business(a), of_business(b));
    let other = |list: &[(String, Distribution)], path: &str| {
        list.iter().find(|(p, _)| p == path).map(|(_, distribution)| distribution.clone())
    };
    apart.extend(
        mine.iter()
            .filter(|(path, distribution)| other(&theirs, path).as_ref() != Some(distribution))
            .map(|(path, _)| path.clone()),
    );
    apart
        .extend(theirs.iter().filter(|(path, _)| other(&mine, path).is_none()).map(|(path, _)| path.clone()));
    apart
}

/// The 95 % interval of a reading.
pub fn interval_of(reading: Reading) -> (f64, f64) {
    interval::normal(reading.value, reading.mc_error, interval::Z95)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::{Unwatched, paired};
    use crate::design::Draft;

    const TEXT: &str = include_str!("../../scenarios/electronics.toml");
    const SETTINGS: Settings = Settings { seed: 3, customers: 300 };

    fn changed(change: impl FnOnce(&mut Draft)) -> Design {
        let mut draft = Draft::new(TEXT).unwrap();
        change(&mut draft);
        draft.finish().unwrap().1
    }

    #[test]
    fn discounts_cost_and_nothing_is_a_design_too() {
        let all = Design::parse(TEXT).unwrap();
        let lean = changed(|draft| {
            draft.remove("program.cumulative_discount").unwrap();
            draft.remove("program.seasonal_sale").unwrap();
        });
        let nothing = changed(|draft| draft.remove("program").unwrap());
        let designs = [&all, &lean, &nothing];
        let names = ["all", "lean", "nothing"].map(str::to_owned);
        let rows = paired::play(&designs, SETTINGS, 0..24, &Unwatched);
        let found = compare(&designs, &names, &rows, SETTINGS, 24);
        assert!(found.cautions.is_empty(), "{:?}", found.cautions);
        let effect = &found.measures[0];
        assert!(effect.differences[0].is_none());
        assert!(effect.differences[1].unwrap().low > 0.0, "{effect:?}");
        assert_eq!((effect.readings[2].value, effect.readings[2].mc_error), (0.0, 0.0));
        let lean_against_all = found.duels.iter().find(|d| (d.first, d.second) == (1, 0)).unwrap();
        assert_eq!(lean_against_all.first_order, Verdict::Dominates);
        assert!((found.designs.iter().map(|d| d.regret.best.get()).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(found.designs[0].regret.mean.value > found.designs[1].regret.mean.value);
        assert!(!found.origin.partial && found.measures.len() == MEASURES.len() + 4);
    }

    #[test]
    fn other_businesses_are_noticed() {
        let all = Design::parse(TEXT).unwrap();
        let other = changed(|draft| draft.scale("business.customers", 2.0).unwrap());
        let rows = paired::play(&[&all, &other], SETTINGS, 0..2, &Unwatched);
        let found = compare(&[&all, &other], &["a".to_owned(), "b".to_owned()], &rows, SETTINGS, 4);
        assert_eq!(found.cautions, [Caution { design: 1, differs: vec!["business.customers".to_owned()] }]);
        assert!(found.origin.partial);
    }

    #[test]
    fn regret_by_hand() {
        let effects = [vec![3.0, 1.0, 2.0, 5.0], vec![1.0, 4.0, 2.0, 5.0]];
        let regret = regret(&effects, 0);
        assert_eq!((regret.mean.value, regret.largest.get(), regret.best.get()), (0.75, 3.0, 0.5));
    }

    /// Savage's table for three designs and three equally likely futures: payoffs 5 1 4, 3 3 3, 5 0 6 by design leave regrets
    /// 0 2 2, 2 0 3 and 0 3 0.
    #[test]
    fn a_table_of_regrets_by_hand() {
        let effects = [vec![5.0, 1.0, 4.0], vec![3.0, 3.0, 3.0], vec![5.0, 0.0, 6.0]];
        let all = [0, 1, 2].map(|place| regret(&effects, place));
        let rows = all.map(|r| (r.mean.value, r.largest.get(), r.best.get()));
        // The first future is shared by two.
        let expected = [(4.0 / 3.0, 2.0, 0.5), (5.0 / 3.0, 3.0, 1.0), (1.0, 3.0, 1.5)];
        for (row, (mean, largest, best)) in rows.iter().zip(expected) {
            assert!((row.0 - mean).abs() < 1e-12 && row.1 == largest && (row.2 - best / 3.0).abs() < 1e-12);
        }
        // Moments of 0 2 2: standard deviation √(4/3), its error of the mean √(4/9).
        assert!((all[0].mean.mc_error - 2.0 / 3.0).abs() < 1e-12);
    }
}
