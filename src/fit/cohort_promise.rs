//! What a calibration by cohorts promises of those under contract, and what came of it.

use super::cohort_learn::ContractShop;
use super::forecast::Forecast;
use super::uncertainty::Z90;
use crate::data::{Cohort, Cohorts};
use crate::design::Saying;
use serde::{Deserialize, Serialize};

/// Months that are promised.
const MONTHS: u32 = 24;
/// A table is another one if a cohort differs by more than this share from what was fitted.
const OTHER: f64 = 0.05;

/// A cohort as it was known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeenCohort {
    /// What it is called.
    pub label: String,
    /// Customers at its start.
    pub size: f64,
    /// Those left.
    pub left: f64,
    /// After so many periods.
    pub periods: usize,
}

/// A number that is promised, with its 90 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The best guess.
    pub expected: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Range {
    fn came(self, actual: f64) -> Forecast {
        Forecast { expected: self.expected, low: self.low, high: self.high, actual }
    }
}

/// Those left of cohorts that were learned together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leaving {
    /// What they are called, where there are several such groups.
    pub name: Option<String>,
    /// After each period to come.
    pub left: Vec<Range>,
}

/// New customers a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Joining {
    /// The mean of the cohorts that tell it.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// How many cohorts these are.
    pub cohorts: f64,
}

/// All that is promised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CohortPromise {
    /// Months of a period.
    pub months: u32,
    /// What was in the table: by this one knows it again.
    pub cohorts: Vec<SeenCohort>,
    /// Those left of the cohorts, group by group.
    pub groups: Vec<Leaving>,
    /// New customers, where the table told how many come.
    pub newcomers: Option<Joining>,
}

impl CohortPromise {
    /// What follows from a table.
    pub fn new(table: &Cohorts, shop: &ContractShop) -> Self {
        let periods = (MONTHS / table.months).max(1) as usize;
        let groups = shop.groups.iter().map(|group| {
            let all: Vec<&[f64]> =
                of_group(table, group.name.as_deref()).map(|cohort| &cohort.left[..]).collect();
            let left = group.believed.ahead(&all, periods).into_iter();
            let range = |(expected, low, high)| Range { expected, low, high };
            Leaving { name: group.name.clone(), left: left.map(range).collect() }
        });
        let seen = |cohort: &Cohort| SeenCohort {
            label: cohort.label.clone(),
            size: cohort.size(),
            left: cohort.last(),
            periods: cohort.periods(),
        };
        let newcomers = shop.newcomers.map(|(known, months)| Joining {
            value: known.value,
            error: known.error,
            cohorts: months as f64 / f64::from(table.months),
        });
        Self {
            months: table.months,
            cohorts: table.cohorts.iter().map(seen).collect(),
            groups: groups.collect(),
            newcomers,
        }
    }

    /// Customers who were left when it was made.
    pub fn customers(&self) -> f64 {
        self.cohorts.iter().map(|cohort| cohort.left).sum()
    }
}

fn of_group<'t>(table: &'t Cohorts, name: Option<&'t str>) -> impl Iterator<Item = &'t Cohort> {
    table.cohorts.iter().filter(move |cohort| name.is_none_or(|name| cohort.label == name))
}

/// Those left of a group as promised, and as it came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldGroup {
    /// What it is called, where there are several.
    pub name: Option<String>,
    /// After each period that is over.
    pub left: Vec<Forecast>,
}

/// What came of a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CohortScored {
    /// Customers of whom it was made.
    pub customers: f64,
    /// Those left, group by group.
    pub groups: Vec<HeldGroup>,
    /// New customers a month, where the table has new cohorts and their number was promised.
    pub newcomers: Option<Forecast>,
}

/// Why a table cannot be held against a promise.
#[derive(Debug, Clone, PartialEq)]
pub enum CohortHoldFault {
    /// A period is as long as it was not before.
    Periods {
        /// Months of a period now.
        now: u32,
        /// And then.
        then: u32,
    },
    /// A cohort that was fitted is not in it.
    Gone {
        /// Which.
        cohort: String,
    },
    /// A cohort is not what was fitted.
    Another {
        /// Which.
        cohort: String,
        /// Customers at its start and those left at the end of what was known, now.
        now: [f64; 2],
        /// And then.
        then: [f64; 2],
    },
    /// It goes no further than what was fitted.
    TooSoon {
        /// A cohort that is no longer than it was.
        cohort: String,
        /// Its periods.
        periods: usize,
    },
}

impl CohortHoldFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Periods { now, then } => Saying::new("refit-cohort-periods")
                .with("now", u64::from(*now))
                .with("before", u64::from(*then)),
            Self::Gone { cohort } => Saying::new("refit-cohort-gone").with("cohort", cohort),
            Self::Another { cohort, now, then } => Saying::new("refit-cohort-another")
                .with("cohort", cohort)
                .with("size", libm::round(now[0]))
                .with("left", libm::round(now[1]))
                .with("old_size", libm::round(then[0]))
                .with("old_left", libm::round(then[1])),
            Self::TooSoon { cohort, periods } => {
                Saying::new("refit-cohort-too-soon").with("cohort", cohort).with("periods", *periods as u64)
            }
        }
    }
}

impl CohortScored {
    /// Holds a promise against a table that goes on from the one on which it rests.
    ///
    /// # Errors
    /// If it is not such a table.
    pub fn new(promise: &CohortPromise, table: &Cohorts) -> Result<Self, CohortHoldFault> {
        if table.months != promise.months {
            return Err(CohortHoldFault::Periods { now: table.months, then: promise.months });
        }
        let found = promise.cohorts.iter().map(|seen| again(seen, table));
        let found: Vec<(&SeenCohort, &Cohort)> = found.collect::<Result<_, _>>()?;
        let beyond = |(seen, cohort): &(&SeenCohort, &Cohort)| cohort.periods() - seen.periods;
        let (over, shortest) = found
            .iter()
            .map(|pair| (beyond(pair), pair.0))
            .min_by_key(|(over, _)| *over)
            .map_or((0, None), |(over, seen)| (over, Some(seen)));
        if let Some(seen) = shortest.filter(|_| over == 0) {
            return Err(CohortHoldFault::TooSoon { cohort: seen.label.clone(), periods: seen.periods });
        }
        let groups = promise.groups.iter().map(|group| {
            let is_of = |seen: &SeenCohort| group.name.as_ref().is_none_or(|name| *name == seen.label);
            let left = |k: usize| {
                let of = found.iter().filter(|(seen, _)| is_of(seen));
                of.map(|(seen, cohort)| cohort.left[seen.periods + k]).sum()
            };
            let came = group.left.iter().take(over).zip(1..).map(|(range, k)| range.came(left(k)));
            HeldGroup { name: group.name.clone(), left: came.collect() }
        });
        Ok(Self {
            customers: promise.customers(),
            groups: groups.collect(),
            newcomers: joined(promise, table),
        })
    }

    /// All figures that were promised.
    pub fn figures(&self) -> impl Iterator<Item = &Forecast> {
        self.groups.iter().flat_map(|group| &group.left).chain(&self.newcomers)
    }

    /// Periods that are over.
    pub fn periods(&self) -> usize {
        self.groups.iter().map(|group| group.left.len()).max().unwrap_or(0)
    }
}

/// A cohort as it is in the newer table, if it is the same.
fn again<'t>(
    seen: &'t SeenCohort,
    table: &'t Cohorts,
) -> Result<(&'t SeenCohort, &'t Cohort), CohortHoldFault> {
    let cohort = || seen.label.clone();
    let now = table.cohorts.iter().find(|now| now.label == seen.label);
    let now = now.ok_or_else(|| CohortHoldFault::Gone { cohort: cohort() })?;
    let Some(left) = now.left.get(seen.periods) else {
        return Err(CohortHoldFault::TooSoon { cohort: cohort(), periods: now.periods() });
    };
    let off = |now: f64, then: f64| (now - then).abs() > OTHER * then.max(1.0);
    if off(now.size(), seen.size) || off(*left, seen.left) {
        let (now, then) = ([now.size(), *left], [seen.size, seen.left]);
        return Err(CohortHoldFault::Another { cohort: cohort(), now, then });
    }
    Ok((seen, now))
}

/// New customers a month, by the cohorts that the promise did not know: they differ as those before did, whose mean is not known exactly either.
fn joined(promise: &CohortPromise, table: &Cohorts) -> Option<Forecast> {
    let promised = promise.newcomers?;
    let is_new = |cohort: &&Cohort| promise.cohorts.iter().all(|seen| seen.label != cohort.label);
    let sizes: Vec<f64> = table.cohorts.iter().filter(is_new).map(Cohort::size).collect();
    let n = sizes.len() as f64;
    let actual = sizes.iter().sum::<f64>() / n / f64::from(promise.months);
    let width = Z90 * promised.error * libm::sqrt(1.0 + promised.cohorts / n);
    let range = Range {
        expected: promised.value,
        low: (promised.value - width).max(0.0),
        high: promised.value + width,
    };
    (n > 0.0).then(|| range.came(actual))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::CohortOptions;

    fn table(cohorts: &[(&str, &[f64])]) -> Cohorts {
        let rows = cohorts.iter().map(|(label, left)| {
            let cells = left.iter().map(|left| left.to_string());
            std::iter::once((*label).to_owned()).chain(cells).collect::<Vec<_>>().join(",")
        });
        let text = format!("cohort,0,1,2,3,4,5\n{}\n", rows.collect::<Vec<_>>().join("\n"));
        let monthly = CohortOptions { months: Some(1), ..Default::default() };
        Cohorts::read(text.into(), &monthly, &Default::default()).unwrap_or_else(|e| panic!("{e:?}"))
    }

    fn promise() -> CohortPromise {
        let range = |expected: f64| Range { expected, low: expected - 20.0, high: expected + 20.0 };
        let seen =
            |label: &str, left: f64, periods| SeenCohort { label: label.into(), size: 500.0, left, periods };
        CohortPromise {
            months: 1,
            cohorts: vec![seen("2024-01", 400.0, 2), seen("2024-02", 450.0, 1)],
            groups: vec![Leaving { name: None, left: vec![range(800.0), range(750.0), range(700.0)] }],
            newcomers: Some(Joining { value: 500.0, error: 6.0, cohorts: 2.0 }),
        }
    }

    /// Two periods later 790 and 725 of 850 are left, and 530 have joined: beyond 1.645 × 6 × √(1 + 2).
    #[test]
    fn what_came_is_put_beside_what_was_promised() {
        let now = table(&[
            ("2024-01", &[500.0, 440.0, 400.0, 370.0, 345.0]),
            ("2024-02", &[500.0, 450.0, 420.0, 380.0]),
            ("2024-03", &[530.0, 470.0, 430.0]),
        ]);
        let scored = CohortScored::new(&promise(), &now).unwrap();
        let left: Vec<(f64, bool)> = scored.groups[0].left.iter().map(|f| (f.actual, f.covers())).collect();
        assert_eq!(left, [(790.0, true), (725.0, false)]);
        let joined = scored.newcomers.unwrap();
        assert!(
            (joined.high - 517.1).abs() < 0.05 && joined.actual == 530.0 && !joined.covers(),
            "{joined:?}"
        );
        assert_eq!((scored.periods(), scored.figures().count()), (2, 3));
    }

    #[test]
    fn what_is_no_later_table_of_the_same_cohorts_is_refused() {
        let old: (&str, &[f64]) = ("2024-01", &[500.0, 440.0, 400.0, 370.0]);
        let hold = |cohorts: &[(&str, &[f64])]| CohortScored::new(&promise(), &table(cohorts)).unwrap_err();
        assert!(matches!(hold(&[old]), CohortHoldFault::Gone { cohort } if cohort == "2024-02"));
        let same = hold(&[old, ("2024-02", &[500.0, 450.0])]);
        assert_eq!(same, CohortHoldFault::TooSoon { cohort: "2024-02".into(), periods: 1 });
        let corrected = hold(&[old, ("2024-02", &[500.0, 400.0, 390.0])]);
        assert!(matches!(corrected, CohortHoldFault::Another { now: [500.0, 400.0], .. }), "{corrected:?}");
    }
}
