//! What one trial says of a story, counted from its ledger alone.

use loyalsim::design::Design;
use loyalsim::simulate::{Account, Concentration, Experiment, Line, Settings, Tally};
use std::ops::ControlFlow;

/// Baseline and program, as places in a tally.
pub const BASELINE: usize = 0;
pub const PROGRAM: usize = 1;

/// All stories are told with this seed.
const SEED: u64 = 20_260_101;

/// Reads a scenario, with parts of its text replaced; each part must be there.
pub fn scenario(name: &str, changes: &[(&str, &str)]) -> Design {
    edited(name, changes, &[])
}

/// Reads a scenario without some elements of its program.
pub fn without(name: &str, elements: &[&str]) -> Design {
    edited(name, &[], elements)
}

/// Reads a scenario, with parts of its text replaced and some elements taken out; all must be there.
pub fn edited(name: &str, changes: &[(&str, &str)], elements: &[&str]) -> Design {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    for (old, new) in changes {
        assert!(text.contains(old), "{name} does not say {old:?}");
        text = text.replace(old, new);
    }
    let (mut inside, mut dropped) = (false, 0);
    let kept = |line: &&str| {
        if line.starts_with('[') {
            inside = elements.iter().any(|e| *line == format!("[[program.{e}]]"));
            dropped += usize::from(inside);
        }
        !inside
    };
    let text = text.lines().filter(kept).collect::<Vec<_>>().join("\n");
    assert_eq!(dropped, elements.len(), "{name} does not have each of {elements:?} once");
    Design::parse(&text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// Plays trials and takes one value of each.
pub fn play<R: Send>(
    design: &Design,
    trials: u64,
    customers: usize,
    of: impl Fn(&Told) -> R + Sync,
) -> Vec<R> {
    let mut values = Vec::new();
    Experiment::new(design, Settings { seed: SEED, customers }).run(
        0..trials,
        |_, tally| of(&Told { tally }),
        |_, value| {
            values.push(value);
            ControlFlow::Continue(())
        },
    );
    values
}

/// The ledger of one trial.
pub struct Told<'a> {
    tally: &'a Tally,
}

impl Told<'_> {
    /// A line summed over the horizon.
    pub fn sum(&self, world: usize, line: Line) -> f64 {
        self.sum_until(world, line, self.tally.months())
    }

    /// A line summed over some months.
    pub fn sum_over(&self, world: usize, months: std::ops::Range<usize>, line: Line) -> f64 {
        months.map(|t| self.tally.total(world, t, line)).sum()
    }

    /// A line summed over the first months.
    pub fn sum_until(&self, world: usize, line: Line, months: usize) -> f64 {
        (0..months).map(|t| self.tally.total(world, t, line)).sum()
    }

    /// A line in one month.
    pub fn at(&self, world: usize, month: usize, line: Line) -> f64 {
        self.tally.total(world, month, line)
    }

    /// A line in the last month.
    pub fn end(&self, world: usize, line: Line) -> f64 {
        self.at(world, self.tally.months() - 1, line)
    }

    /// A line of one segment in the last month, in units of the sample.
    pub fn segment_end(&self, world: usize, segment: usize, line: Line) -> f64 {
        self.tally.get(world, segment, self.tally.months() - 1, line)
    }

    /// How much of today's revenue hangs on few customers.
    pub fn concentration(&self) -> Concentration {
        self.tally.concentration.unwrap()
    }

    /// Money left after everything, over some months.
    pub fn contribution_over(&self, world: usize, months: std::ops::Range<usize>) -> f64 {
        let sum = |parts: &[Account]| -> f64 {
            let lines = Line::ALL.into_iter().filter(|line| parts.contains(&line.account()));
            lines.map(|line| self.sum_over(world, months.clone(), line)).sum()
        };
        use Account::{
            BusinessCost, Goods, OtherIncome, ProgramCost, ProgramIncome, Reduction, Revenue, ServiceCost,
        };
        sum(&[Revenue, ProgramIncome, OtherIncome])
            - sum(&[Reduction, Goods, ProgramCost, ServiceCost, BusinessCost])
    }

    /// What the program has earned in some months, points outstanding not counted.
    pub fn earned(&self, months: std::ops::Range<usize>) -> f64 {
        self.contribution_over(PROGRAM, months.clone()) - self.contribution_over(BASELINE, months)
    }

    /// Money left after everything, over the horizon; points outstanding at the end count at face value.
    pub fn contribution(&self, world: usize) -> f64 {
        self.contribution_over(world, 0..self.tally.months()) - self.end(world, Line::LiabilityValue)
    }

    /// Money gained by the program.
    pub fn net_effect(&self) -> f64 {
        self.contribution(PROGRAM) - self.contribution(BASELINE)
    }

    /// What the program spends: discounts, rewards, gifts, set-up, running, service, staff, referrals.
    pub fn cost(&self) -> f64 {
        let parts = [Account::Reduction, Account::ProgramCost, Account::ServiceCost];
        let lines = Line::ALL.into_iter().filter(|line| parts.contains(&line.account()));
        lines.map(|line| self.sum(PROGRAM, line) - self.sum(BASELINE, line)).sum()
    }

    /// Customers there at the end because of the program, less those gone because of it.
    pub fn saved(&self) -> f64 {
        self.end(PROGRAM, Line::Saved) - self.end(PROGRAM, Line::LostByProgram)
    }

    /// Net promoter score in a month.
    pub fn nps(&self, world: usize, month: usize) -> f64 {
        let at = |line| self.at(world, month, line);
        100.0 * (at(Line::Promoters) - at(Line::Detractors)) / at(Line::Start)
    }

    /// Score of a touchpoint at the end.
    pub fn touchpoint(&self, world: usize, place: usize) -> f64 {
        self.tally.survey(world).unwrap().touchpoints[place].nps()
    }

    /// Change of sales at list price by the program.
    pub fn volume_change(&self) -> f64 {
        self.sum(PROGRAM, Line::ListRevenue) / self.sum(BASELINE, Line::ListRevenue) - 1.0
    }
}

/// Mean and its standard error.
pub fn mean(x: &[f64]) -> (f64, f64) {
    let n = x.len() as f64;
    let m = x.iter().sum::<f64>() / n;
    let v = x.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (n - 1.0);
    (m, (v / n).sqrt())
}

/// Asserts that the chance of `happened` is above 0.9. A model in which it is 0.9 passes on one seed in 127
/// (97 or more of 100 trials); one in which it is 0.99 fails on one in 54.
pub fn almost_always(what: &str, happened: &[bool]) {
    assert_eq!(happened.len(), 100);
    let times = happened.iter().filter(|h| **h).count();
    assert!(times >= 97, "{what}: only {times} times in 100");
}

/// Asserts that the mean of `x` is above `bound`: with equality, passes on one seed in a thousand.
pub fn clearly_above(what: &str, x: &[f64], bound: f64) {
    let (m, se) = mean(x);
    assert!(m - 3.09 * se > bound, "{what}: {m:.5} with standard error {se:.5} is not clearly above {bound}");
}

/// Whether the mean lies within `tolerance` of what is expected, and 3.29 standard errors.
pub fn close(what: &str, x: &[f64], expected: f64, tolerance: f64) {
    let (m, se) = mean(x);
    assert!((m - expected).abs() < tolerance + 3.29 * se, "{what}: {m:.3} ± {se:.3}, not {expected}");
}
