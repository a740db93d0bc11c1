//! The cells of a table of cohorts as customers who are left.

use super::amounts::amount;
use super::cohort_fault::CohortFault;
use super::cohort_grid::{Grid, Row};
use super::fault::Fault;
use super::options::Options;
use super::survey::decimal;

/// Shares of which the largest is smaller than this may as well be percentages.
const SMALL: f64 = 0.05;
/// A cohort of at least so many of whom all are gone after one period: its last cell is no count.
const MANY: f64 = 10.0;
/// Numbers closer than this are the same, but for how they are written.
const SAME: f64 = 1e-9;

/// What the cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Customers.
    Customers,
    /// Percentages of those at the start.
    Percent,
    /// Shares of those at the start.
    Share,
}

/// A cohort in numbers.
pub struct Numbers<'g> {
    /// As it stands.
    pub row: &'g Row,
    /// Those at the start and after each period.
    pub left: Vec<f64>,
}

/// A cohort with its numbers as they are written.
struct Written<'g> {
    row: &'g Row,
    size: Option<f64>,
    cells: Vec<(usize, u64, f64)>,
}

/// All cohorts in numbers, and what the cells held.
///
/// # Errors
/// If a cell holds no number, the numbers may be meant in two ways, or no cohort can have had them.
pub fn numbers<'g>(
    grid: &'g Grid,
    (stated, size): (Option<Counted>, Option<f64>),
    options: &Options,
) -> Result<(Vec<Numbers<'g>>, Counted), Fault> {
    let mut all = written(grid, options)?;
    all.iter_mut().for_each(|one| one.size = one.size.or(size));
    let percents = grid.cohorts.iter().flat_map(|row| &row.cells).any(|(.., text)| text.contains('%'));
    let counted = match stated {
        Some(counted) => counted,
        None if percents => Counted::Percent,
        None => told(&all)?,
    };
    let judged = all.into_iter().map(|one| judged(one, counted)).collect::<Result<Vec<_>, _>>();
    Ok((judged.map_err(Fault::Cohorts)?, counted))
}

fn written<'g>(grid: &'g Grid, options: &Options) -> Result<Vec<Written<'g>>, Fault> {
    let bare = |text: &str| text.replace('%', "").trim().to_owned();
    let sizes = grid.cohorts.iter().filter_map(|row| row.size.as_deref());
    let texts = grid.cohorts.iter().flat_map(|row| row.cells.iter().map(|(.., text)| text.as_str()));
    let texts: Vec<String> = texts.chain(sizes).map(bare).collect();
    let mark = decimal(texts.iter().map(String::as_str), options)?;
    let number = |line: u64, text: &str| {
        let value = amount(&bare(text), mark).filter(|value| *value >= 0.0);
        value.ok_or_else(|| Fault::Cohorts(CohortFault::NotANumber { line, text: text.to_owned() }))
    };
    let one = |row: &'g Row| {
        let size = row.size.as_deref().map(|text| number(row.line, text)).transpose()?;
        let cells = row.cells.iter().map(|(period, line, text)| Ok((*period, *line, number(*line, text)?)));
        Ok(Written { row, size, cells: cells.collect::<Result<_, Fault>>()? })
    };
    grid.cohorts.iter().map(one).collect()
}

/// What the numbers are, where they tell it.
fn told(all: &[Written<'_>]) -> Result<Counted, Fault> {
    let cells = || all.iter().flat_map(|one| one.cells.iter().map(|cell| cell.2));
    let start = |one: &Written<'_>| one.cells.first().filter(|cell| cell.0 <= 1).map(|cell| cell.2);
    let starts = |value: f64| all.iter().filter_map(start).all(|first| first == value);
    let (largest, whole) = (cells().fold(0.0, f64::max), cells().all(|value| value.fract() == 0.0));
    let sized = all.iter().all(|one| one.size.is_some());
    let as_sized = |one: &Written<'_>| one.size.zip(start(one)).is_some_and(|(size, first)| size == first);
    if starts(1.0) && largest <= 1.0 && !whole {
        return Ok(Counted::Share);
    }
    // without decimals a hundred may be a hundred customers
    let as_customers = if sized { all.iter().all(as_sized) } else { whole };
    if starts(100.0) && largest <= 100.0 && !as_customers {
        return Ok(Counted::Percent);
    }
    if largest > 100.0 && whole || sized && whole && all.iter().all(as_sized) {
        return Ok(Counted::Customers);
    }
    match (whole, largest) {
        (false, largest) if (SMALL..=1.0).contains(&largest) && sized => Ok(Counted::Share),
        (false, largest) if largest > 1.0 && largest <= 100.0 && sized => Ok(Counted::Percent),
        (true, _)
            if !sized
                && !starts(100.0)
                && all.iter().all(|one| one.cells.first().is_some_and(|cell| cell.0 == 0)) =>
        {
            Ok(Counted::Customers)
        }
        _ => {
            let example = cells().find(|value| *value > 0.0).unwrap_or(0.0);
            Err(Fault::Cohorts(CohortFault::Values { example: example.to_string() }))
        }
    }
}

/// A cohort that may have been: periods without a gap, nobody comes back.
fn judged(one: Written<'_>, counted: Counted) -> Result<Numbers<'_>, CohortFault> {
    let unit = match counted {
        Counted::Customers => None,
        Counted::Percent => Some(0.01),
        Counted::Share => Some(1.0),
    };
    let Written { row, size, cells } = from_the_start(one, unit);
    let start = cells.first().filter(|cell| cell.0 == 0).map(|cell| cell.2);
    let size = match (unit, size, start) {
        (_, Some(size), _) => size,
        (None, None, Some(start)) => start,
        (None, None, None) => return Err(CohortFault::NoStart),
        (Some(_), None, _) => return Err(CohortFault::NoSizes),
    };
    if size <= 0.0 {
        return Err(CohortFault::Empty { line: row.line, cohort: row.label.clone() });
    }
    let mut left = vec![size];
    for (period, line, value) in cells {
        let value = unit.map_or(value, |unit| value * unit * size);
        if let Some(fault) = next(&left, (row, line), (period, value)) {
            return Err(fault);
        }
        if period == 0 { left[0] = value } else { left.push(value) }
    }
    Ok(Numbers { row, left })
}

/// A first column in which everybody is there is the start, whatever number it has.
fn from_the_start(one: Written<'_>, unit: Option<f64>) -> Written<'_> {
    let whole = |value: f64| unit.is_some_and(|unit| (value * unit - 1.0).abs() < SAME);
    let mut cells = one.cells;
    if let Some((1, _, first)) = cells.first().copied()
        && (whole(first) || unit.is_none() && one.size == Some(first))
    {
        cells.iter_mut().for_each(|cell| cell.0 -= 1);
    }
    Written { cells, ..one }
}

/// What is wrong with the next period of a cohort.
fn next(left: &[f64], (row, line): (&Row, u64), (period, value): (usize, f64)) -> Option<CohortFault> {
    let (cohort, before) = (|| row.label.clone(), left[left.len() - 1]);
    let rises = value > before * (1.0 + SAME);
    match period {
        0 | 1 if rises => {
            Some(CohortFault::MoreThanAll { line, cohort: cohort(), left: value, size: before })
        }
        0 => None,
        _ if period < left.len() => Some(CohortFault::Twice { line, cohort: cohort() }),
        _ if period > left.len() => Some(CohortFault::Gap { line, cohort: cohort(), period: left.len() }),
        _ if rises => Some(CohortFault::Rises { line, cohort: cohort(), period, left: [before, value] }),
        _ if value == 0.0 && before >= MANY => {
            Some(CohortFault::Falls { line, cohort: cohort(), period, before })
        }
        _ => None,
    }
}
