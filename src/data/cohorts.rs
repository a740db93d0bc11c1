//! Cohorts of customers: how many signed together, and how many of them are left after each period.

use super::cohort_fault::CohortFault;
use super::cohort_grid::{Grid, Row};
use super::cohort_heads::month;
pub use super::cohort_values::Counted;
use super::cohort_values::numbers;
use super::fault::Fault;
use super::options::Options;
use super::table::{Rows, candidates};
use crate::units::YearMonth;

/// Periods that the longest cohort must have: two to learn from and one to test on.
const LEAST_PERIODS: usize = 3;
/// Customers who must have left.
const LEAST_LOST: f64 = 30.0;
/// Lengths of a period that cohorts by the month, the quarter or the year may have.
const STEPS: [i32; 3] = [1, 3, 12];

/// What the user has stated about a table of cohorts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CohortOptions {
    /// Months of a period.
    pub months: Option<u32>,
    /// What the cells hold.
    pub counted: Option<Counted>,
    /// Customers that each cohort had at the start, where the table has only shares.
    pub size: Option<f64>,
}

/// A table of cohorts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohorts {
    /// The cohorts as they stand, the oldest first where they are of months.
    pub cohorts: Vec<Cohort>,
    /// Months of a period.
    pub months: u32,
    /// What the cells held.
    pub counted: Counted,
    /// Rows of totals and averages, which were left out.
    pub totals: u64,
}

/// Customers who signed together.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// What it is called.
    pub label: String,
    /// The month in which they signed, where the name tells it.
    pub joined: Option<YearMonth>,
    /// Customers at the start, then after each period; they never rise.
    pub left: Vec<f64>,
}

impl Cohort {
    /// Periods that are known.
    pub fn periods(&self) -> usize {
        self.left.len() - 1
    }

    /// Those at the start.
    pub fn size(&self) -> f64 {
        self.left[0]
    }

    /// Those left at the end.
    pub fn last(&self) -> f64 {
        self.left[self.left.len() - 1]
    }
}

impl Cohorts {
    /// Of the bytes of a file: a row for each cohort, a row for each period, or a row for each cohort and period.
    ///
    /// # Errors
    /// If there is no such table, it may be meant in two ways, no cohort can have been like this, or there is too little of it.
    pub fn read(bytes: Vec<u8>, stated: &CohortOptions, options: &Options) -> Result<Self, Fault> {
        let grid = grid(candidates(bytes)?, options)?;
        heads_go_on(&grid)?;
        let (all, counted) = numbers(&grid, (stated.counted, stated.size), options)?;
        let one =
            |row: &Row, left: Vec<f64>| Cohort { label: row.label.clone(), joined: month(&row.label), left };
        let mut cohorts: Vec<Cohort> =
            all.into_iter().map(|numbers| one(numbers.row, numbers.left)).collect();
        distinct(&grid)?;
        if cohorts.iter().all(|cohort| cohort.joined.is_some()) {
            cohorts.sort_by_key(|cohort| cohort.joined);
        }
        let months = stated.months.or(grid.months).or_else(|| by_calendar(&cohorts));
        let months = months.ok_or(Fault::Cohorts(CohortFault::NoPeriod))?;
        Self { cohorts, months, counted, totals: grid.totals }.enough()
    }

    fn enough(self) -> Result<Self, Fault> {
        let periods = self.periods();
        let lost = self.cohorts.iter().map(|cohort| cohort.size() - cohort.last()).sum();
        if periods < LEAST_PERIODS || lost < LEAST_LOST {
            return Err(Fault::Cohorts(CohortFault::Few { periods, lost }));
        }
        Ok(self)
    }

    /// Periods of the longest cohort.
    pub fn periods(&self) -> usize {
        self.cohorts.iter().map(Cohort::periods).max().unwrap_or(0)
    }

    /// Whether all cohorts are of months, quarters or years of the calendar.
    pub fn dated(&self) -> bool {
        self.cohorts.iter().all(|cohort| cohort.joined.is_some())
    }

    /// The month after the last one that is known, where the names tell it.
    pub fn until(&self) -> Option<YearMonth> {
        let end = |cohort: &Cohort| {
            let known = cohort.periods() as i32 + 1;
            cohort.joined.map(|joined| joined.plus(known * self.months as i32))
        };
        self.dated().then(|| self.cohorts.iter().filter_map(end).max()).flatten()
    }
}

fn grid(candidates: Vec<Rows>, options: &Options) -> Result<Grid, Fault> {
    let mut first = None;
    for rows in candidates.into_iter().filter(|rows| !rows.is_empty()) {
        match Grid::find(&rows, &options.mapped)? {
            Some(grid) if !grid.cohorts.is_empty() => return Ok(grid),
            _ => first = first.or_else(|| rows.first().map(|(_, row)| row.clone())),
        }
    }
    Err(Fault::Cohorts(CohortFault::NoTable { columns: first.unwrap_or_default() }))
}

/// Columns that leave a period out for every cohort.
fn heads_go_on(grid: &Grid) -> Result<(), Fault> {
    let mut seen: Vec<usize> =
        grid.cohorts.iter().flat_map(|row| row.cells.iter().map(|cell| cell.0)).collect();
    seen.sort_unstable();
    seen.dedup();
    let gap = seen.windows(2).find(|two| two[1] != two[0] + 1);
    match (gap, seen.first()) {
        (Some(two), _) => Err(Fault::Cohorts(CohortFault::HeadGap { period: two[0] + 1 })),
        (None, Some(first)) if *first > 1 => Err(Fault::Cohorts(CohortFault::HeadGap { period: 1 })),
        _ => Ok(()),
    }
}

/// No two cohorts have one name.
fn distinct(grid: &Grid) -> Result<(), Fault> {
    for (at, row) in grid.cohorts.iter().enumerate() {
        if grid.cohorts[..at].iter().any(|before| before.label == row.label) {
            let twice = CohortFault::Twice { line: row.line, cohort: row.label.clone() };
            return Err(Fault::Cohorts(twice));
        }
    }
    Ok(())
}

/// Months of a period where each cohort is known for one period less than the one before it: then a period is as long as they are apart.
fn by_calendar(cohorts: &[Cohort]) -> Option<u32> {
    let apart = |two: &[Cohort]| {
        let months = two[1].joined?.months_since(two[0].joined?);
        (two[0].periods() == two[1].periods() + 1).then_some(months)
    };
    let first = apart(cohorts.get(..2)?)?;
    let same = cohorts.windows(2).all(|two| apart(two) == Some(first));
    (same && STEPS.contains(&first)).then_some(first as u32)
}
