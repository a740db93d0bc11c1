//! What differs between two results of `run`: which headline numbers, by how much beyond chance, and which numbers of the design.

use serde::Deserialize;
use std::collections::BTreeMap;

use super::paired::Difference;
use crate::design::{Design, Distribution, explain};
use crate::summary::{Scalar, interval};

/// A result as it was kept: its design, its summary, its trials.
#[derive(Debug, Clone)]
pub struct Kept {
    design: Design,
    summary: KeptSummary,
    trials: BTreeMap<String, Vec<f64>>,
}

/// What is read of `summary.json`.
#[derive(Debug, Clone, Deserialize)]
struct KeptSummary {
    run: KeptRun,
    headline: BTreeMap<String, Option<KeptEstimate>>,
}

/// How a result was made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KeptRun {
    /// Title of the design.
    pub title: String,
    /// Currency of all money.
    pub currency: String,
    /// Version of loyalsim.
    pub version: String,
    /// Seed.
    pub seed: u64,
    /// The sampling plan, by its word.
    pub sampling: String,
    /// First trial.
    pub first_trial: u64,
    /// Trials.
    pub trials: u64,
    /// Customers simulated in each.
    pub customers: u64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct KeptEstimate {
    mean: Option<f64>,
    mc_error: Option<f64>,
}

impl Kept {
    /// From the texts of the design, of `summary.json` and of `trials.csv`; `None` where they are not those of a run.
    pub fn read(design: Design, summary: &str, trials: &str) -> Option<Self> {
        let summary: KeptSummary = serde_json::from_str(summary).ok()?;
        let mut reader = csv::Reader::from_reader(trials.as_bytes());
        let heads: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
        let mut columns: Vec<Vec<f64>> = vec![Vec::new(); heads.len()];
        for row in reader.records() {
            for (column, cell) in columns.iter_mut().zip(&row.ok()?) {
                column.push(cell.parse().unwrap_or(f64::NAN));
            }
        }
        Some(Self { design, summary, trials: heads.into_iter().zip(columns).collect() })
    }

    /// How it was made.
    pub fn run(&self) -> &KeptRun {
        &self.summary.run
    }

    /// Its design.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// Mean and Monte Carlo error of a headline number, where it is defined.
    fn mean(&self, scalar: Scalar) -> Option<(f64, f64)> {
        let estimate = self.summary.headline.get(scalar.key()).copied().flatten()?;
        Some((estimate.mean?, estimate.mc_error.unwrap_or(0.0)))
    }

    fn column(&self, scalar: Scalar) -> Option<&[f64]> {
        self.trials.get(scalar.key()).map(Vec::as_slice)
    }
}

/// What differs between two results.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Whether both met the same luck, so that they differ trial by trial.
    pub same_luck: bool,
    /// Headline numbers that both have, in their order.
    pub measures: Vec<MovedMeasure>,
    /// Numbers of the design that differ, in the order of the format.
    pub numbers: Vec<MovedNumber>,
}

/// A headline number in both results.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MovedMeasure {
    /// Which.
    pub scalar: Scalar,
    /// Its mean in the old result.
    pub old: f64,
    /// Its mean in the new one.
    pub new: f64,
    /// By how much the mean has moved.
    pub change: f64,
    /// Monte Carlo error of that.
    pub error: f64,
}

impl MovedMeasure {
    /// Whether the 95 % interval of the change leaves no doubt that it is one.
    pub fn is_clear(&self) -> bool {
        let (low, high) = interval::normal(self.change, self.error, interval::Z95);
        low > 0.0 || high < 0.0
    }
}

/// A number of the design that differs; `None` where a design does not have it.
#[derive(Debug, Clone, PartialEq)]
pub struct MovedNumber {
    /// Where it stands, with segments by name.
    pub path: String,
    /// What was known about it.
    pub old: Option<Distribution>,
    /// What is known now.
    pub new: Option<Distribution>,
}

/// What has moved from one result to the next.
pub fn moved(old: &Kept, new: &Kept) -> Moved {
    let same_luck = same_luck(old.run(), new.run());
    let measure = |scalar: &Scalar| {
        let ((before, error), (after, error_after)) = (old.mean(*scalar)?, new.mean(*scalar)?);
        let paired = same_luck.then(|| paired(old, new, *scalar)).flatten();
        let error = paired.map_or(libm::hypot(error, error_after), |paired| paired.mc_error);
        Some(MovedMeasure { scalar: *scalar, old: before, new: after, change: after - before, error })
    };
    Moved {
        same_luck,
        measures: Scalar::ALL.iter().filter_map(measure).collect(),
        numbers: numbers(&old.design, &new.design),
    }
}

/// Whether trials of one number met the same customers with the same luck in both.
fn same_luck(old: &KeptRun, new: &KeptRun) -> bool {
    let luck = |run: &KeptRun| {
        let KeptRun { seed, sampling, first_trial, trials, customers, version, .. } = run.clone();
        (seed, sampling, first_trial, trials, customers, version)
    };
    luck(old) == luck(new)
}

/// The difference trial by trial, where it is defined in more than one.
fn paired(old: &Kept, new: &Kept, scalar: Scalar) -> Option<Difference> {
    let (before, after) = (old.column(scalar)?, new.column(scalar)?);
    let found = Difference::of(scalar.unit(), after, before);
    (before.len() == after.len() && found.trials > 1).then_some(found)
}

/// Numbers in force that differ.
fn numbers(old: &Design, new: &Design) -> Vec<MovedNumber> {
    let known = |design: &Design| -> Vec<(String, Distribution)> {
        explain(design).into_iter().map(|row| (row.path, row.number.distribution.clone())).collect()
    };
    let (before, after) = (known(old), known(new));
    let of = |all: &[(String, Distribution)], path: &str| {
        all.iter().find(|(at, _)| at == path).map(|(_, distribution)| distribution.clone())
    };
    let gone = before.iter().filter(|(path, _)| of(&after, path).is_none());
    let paths = after.iter().chain(gone).map(|(path, _)| path.clone());
    let both = paths.map(|path| {
        let (old, new) = (of(&before, &path), of(&after, &path));
        MovedNumber { path, old, new }
    });
    both.filter(|number| number.old != number.new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Draft, starter};

    fn run(seed: u64) -> String {
        let rest =
            "\"title\":\"a\",\"currency\":\"EUR\",\"version\":\"1\",\"sampling\":\"latin\",\"first_trial\":0";
        format!("{{{rest},\"seed\":{seed},\"trials\":4,\"customers\":9}}")
    }

    fn kept(text: &str, seed: u64, npv: [f64; 4]) -> Kept {
        let mean = npv.iter().sum::<f64>() / 4.0;
        let npv_text = format!("{{\"mean\":{mean},\"mc_error\":50.0}}");
        let summary = format!("{{\"run\":{},\"headline\":{{\"npv\":{npv_text},\"saved\":null}}}}", run(seed));
        let trials = npv.iter().enumerate().map(|(t, value)| format!("{t},{value},\n")).collect::<String>();
        Kept::read(Design::parse(text).unwrap(), &summary, &format!("trial,npv,saved\n{trials}")).unwrap()
    }

    #[test]
    fn the_same_luck_tells_small_differences() {
        let old = starter("shop");
        let mut draft = Draft::new(&old).unwrap();
        draft.set("business.gross_margin", 0.3).unwrap();
        let (new, _) = draft.finish().unwrap();
        let [before, after] = [[-100.0, 0.0, 100.0, 40.0], [-98.0, 2.1, 101.9, 42.0]];
        let found = moved(&kept(&old, 1, before), &kept(&new, 1, after));
        let [npv] = found.measures[..] else { panic!("{found:?}") };
        assert!(found.same_luck && npv.is_clear() && (npv.change - 2.0).abs() < 1e-9, "{npv:?}");
        let [margin] = &found.numbers[..] else { panic!("{:?}", found.numbers) };
        assert_eq!(
            (margin.path.as_str(), &margin.new),
            ("business.gross_margin", &Some(Distribution::Fixed(0.3)))
        );
        let other = moved(&kept(&old, 1, before), &kept(&new, 2, after));
        assert!(!other.same_luck && !other.measures[0].is_clear());
    }

    #[test]
    fn what_is_no_result_is_refused() {
        let design = || Design::parse(&starter("shop")).unwrap();
        assert!(Kept::read(design(), "{}", "trial\n").is_none());
        assert!(Kept::read(design(), "", "").is_none());
    }
}
