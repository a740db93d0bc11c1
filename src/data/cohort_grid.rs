//! Tables of cohorts in each of the ways that are usual, brought to one: a row for each cohort, its cells by period.

use super::cohort_fault::CohortFault;
use super::cohort_heads::{Period, month, period, unit};
use super::columns::{Mapped, place};
use super::fault::Fault;
use super::role::Role;
use super::survey::TITLES;
use super::table::{Rows, cell};
use crate::units::YearMonth;

/// How rows are called that are no cohort.
const TOTALS: &str = "total, grand total, sum, average, avg, mean, weighted average, median, итого, всего, сумма, среднее, \
                      в среднем, средневзвешенное, медиана, all, все";

/// A table as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The cohorts.
    pub cohorts: Vec<Row>,
    /// Months of a period, where the heads say it.
    pub months: Option<u32>,
    /// Rows of totals and averages, which are left out.
    pub totals: u64,
}

/// A cohort as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its row.
    pub line: u64,
    /// What it is called.
    pub label: String,
    /// How many there were at the start, where a column says it.
    pub size: Option<String>,
    /// Cells that are filled, each with its period and its row.
    pub cells: Vec<(usize, u64, String)>,
}

impl Grid {
    /// The table in these rows; none if they hold no table of cohorts.
    ///
    /// # Errors
    /// If it holds one that may mean two things.
    pub fn find(rows: &Rows, mapped: &[Mapped]) -> Result<Option<Self>, Fault> {
        for (at, (_, head)) in rows.iter().enumerate().take(TITLES) {
            let below = &rows[at + 1..];
            let place = |role| place(role, head, mapped);
            let there = |role| !matches!(place(role), Ok(None) | Err(Fault::NoSuchColumn { .. }));
            if there(Role::Cohort) && there(Role::Period) && there(Role::Left) {
                return long(head, below, mapped).map(Some);
            }
            let periods = periods(head);
            if periods.len() > 1 || periods.len() == 1 && there(Role::Size) {
                return wide(head, below, &periods, mapped).map(Some);
            }
            if let Some(turned) = turned(head, below, mapped)? {
                return Ok(Some(turned));
            }
        }
        Ok(None)
    }
}

/// What the head of a column says.
#[derive(Debug, Clone, Copy)]
enum Head {
    After(Period),
    In(YearMonth),
}

/// The columns whose heads are periods, or months of the calendar.
fn periods(head: &[String]) -> Vec<(usize, Head)> {
    let numbered = |(at, text): (usize, &String)| Some((at, Head::After(period(text)?)));
    let after: Vec<_> = head.iter().enumerate().filter_map(numbered).collect();
    let dated = |(at, text): (usize, &String)| Some((at, Head::In(month(text)?)));
    let within: Vec<_> = head.iter().enumerate().filter_map(dated).collect();
    if within.len() > after.len() { within } else { after }
}

/// A row for each cohort, a column for each period.
fn wide(
    head: &[String],
    below: &[(u64, Vec<String>)],
    periods: &[(usize, Head)],
    mapped: &[Mapped],
) -> Result<Grid, Fault> {
    let taken = |at: usize| periods.iter().any(|(column, _)| *column == at);
    let size = place(Role::Size, head, mapped)?.filter(|at| !taken(*at));
    let label = match place(Role::Cohort, head, mapped)? {
        Some(at) => at,
        None => (0..head.len()).find(|at| !taken(*at) && Some(*at) != size).unwrap_or(0),
    };
    let mut grid = Grid { cohorts: Vec::new(), months: months_of(periods)?, totals: 0 };
    for (line, row) in below {
        let name = cell(row, label).to_owned();
        if is_total(&name) {
            grid.totals += 1;
            continue;
        }
        let filled =
            periods.iter().map(|(at, head)| (*head, cell(row, *at))).filter(|(_, text)| !is_blank(text));
        let mut cells = Vec::new();
        for (head, text) in filled {
            let after = since(head, &name, grid.months).ok_or_else(|| {
                Fault::Cohorts(CohortFault::NotANumber { line: *line, text: text.to_owned() })
            })?;
            cells.push((after, *line, text.to_owned()));
        }
        let size = size.map(|at| cell(row, at).to_owned()).filter(|text| !is_blank(text));
        if name.is_empty() && cells.is_empty() {
            continue;
        }
        grid.cohorts.push(Row { line: *line, label: name, size, cells });
    }
    Ok(grid)
}

/// How many periods after the start of the cohort of this name a column is about.
fn since(head: Head, name: &str, months: Option<u32>) -> Option<usize> {
    match head {
        Head::After(period) => Some(period.number),
        Head::In(when) => {
            let passed = when.months_since(month(name)?);
            let step = months.unwrap_or(1).max(1) as i32;
            usize::try_from(passed).ok().filter(|_| passed % step == 0).map(|passed| passed / step as usize)
        }
    }
}

/// Months of a period, where the heads say it.
fn months_of(periods: &[(usize, Head)]) -> Result<Option<u32>, Fault> {
    let dated: Vec<YearMonth> = periods
        .iter()
        .filter_map(|(_, head)| if let Head::In(when) = head { Some(*when) } else { None })
        .collect();
    if let [first, second, ..] = dated[..] {
        return Ok(u32::try_from(second.months_since(first)).ok().filter(|months| *months > 0));
    }
    let said = periods
        .iter()
        .find_map(|(_, head)| if let Head::After(period) = head { period.months } else { None });
    if said == Some(0) { Err(Fault::Cohorts(CohortFault::Weeks)) } else { Ok(said) }
}

/// A row for each cohort and period.
fn long(head: &[String], below: &[(u64, Vec<String>)], mapped: &[Mapped]) -> Result<Grid, Fault> {
    let needed =
        |role| place(role, head, mapped)?.ok_or_else(|| Fault::NoColumn { role, columns: head.to_vec() });
    let (cohort, time, left) = (needed(Role::Cohort)?, needed(Role::Period)?, needed(Role::Left)?);
    let size = place(Role::Size, head, mapped)?;
    let mut grid = Grid { cohorts: Vec::new(), months: named_unit(&head[time])?, totals: 0 };
    for (line, row) in below {
        let (name, when, text) = (cell(row, cohort), cell(row, time), cell(row, left));
        if is_total(name) {
            grid.totals += 1;
            continue;
        }
        if name.is_empty() || is_blank(text) {
            continue;
        }
        let (after, months) = after(when, name)
            .ok_or_else(|| Fault::Cohorts(CohortFault::NotANumber { line: *line, text: when.to_owned() }))?;
        grid.months = grid.months.or(months);
        let at = grid.cohorts.iter().position(|found| found.label == name).unwrap_or_else(|| {
            grid.cohorts.push(Row { line: *line, label: name.to_owned(), size: None, cells: Vec::new() });
            grid.cohorts.len() - 1
        });
        let found = &mut grid.cohorts[at];
        let said = size.map(|at| cell(row, at).to_owned()).filter(|text| !is_blank(text));
        found.size = found.size.take().or(said);
        found.cells.push((after, *line, text.to_owned()));
    }
    grid.cohorts.iter_mut().for_each(|row| row.cells.sort_by_key(|(period, ..)| *period));
    Ok(grid)
}

/// After how many periods, and how many months each has if that is said; months of the calendar count from the name of the cohort.
fn after(when: &str, cohort: &str) -> Option<(usize, Option<u32>)> {
    match period(when) {
        Some(period) => Some((period.number, period.months)),
        None => {
            let passed = month(when)?.months_since(month(cohort)?);
            Some((usize::try_from(passed).ok()?, Some(1)))
        }
    }
}

/// Months of a period by the name of its column.
fn named_unit(head: &str) -> Result<Option<u32>, Fault> {
    let head = head.to_lowercase();
    let words = head.split(|c: char| !c.is_alphabetic());
    match words.filter_map(unit).find(|months| *months != u32::MAX) {
        Some(0) => Err(Fault::Cohorts(CohortFault::Weeks)),
        months => Ok(months),
    }
}

/// A row for each period, a column for each cohort; none if the first column holds no periods from the first on.
fn turned(head: &[String], below: &[(u64, Vec<String>)], mapped: &[Mapped]) -> Result<Option<Grid>, Fault> {
    let Some(time) = place(Role::Period, head, mapped)? else { return Ok(None) };
    let rows: Vec<(&u64, Period, &Vec<String>)> =
        below.iter().filter_map(|(line, row)| Some((line, period(cell(row, time))?, row))).collect();
    let counts_on = rows.windows(2).all(|two| two[1].1.number == two[0].1.number + 1);
    if rows.len() < 2 || !counts_on || rows[0].1.number > 1 {
        return Ok(None);
    }
    let months = match named_unit(&head[time])?.or(rows[0].1.months) {
        Some(0) => return Err(Fault::Cohorts(CohortFault::Weeks)),
        months => months,
    };
    let (mut cohorts, mut totals) = (Vec::new(), 0);
    for (at, label) in head.iter().enumerate().filter(|(at, label)| *at != time && !label.trim().is_empty()) {
        let filled = rows.iter().filter(|(_, _, row)| !is_blank(cell(row, at)));
        let cells: Vec<_> =
            filled.map(|(line, period, row)| (period.number, **line, cell(row, at).to_owned())).collect();
        if is_total(label) {
            totals += 1;
        } else if let Some((_, line, _)) = cells.first() {
            cohorts.push(Row { line: *line, label: label.trim().to_owned(), size: None, cells });
        }
    }
    Ok((!cohorts.is_empty()).then_some(Grid { cohorts, months, totals }))
}

/// Whether a cell says that there is nothing to say.
fn is_blank(text: &str) -> bool {
    const NOTHING: &str = "-, –, —, ., n/a, na, #n/a, #н/д, н/д, нд, null, nan, нет данных";
    text.is_empty() || NOTHING.split(", ").any(|nothing| nothing == text.to_lowercase())
}

fn is_total(label: &str) -> bool {
    let label = label.trim().trim_end_matches(':').to_lowercase();
    TOTALS.split(", ").any(|name| name == label)
}
