//! Lines over months. The program's line has its band where there is one; the ranges of others are said beside.

use std::ops::Range;

use super::{Column, Group, Look, Native, Plot, Series, axis, numbers, value};
use crate::charts::spec::{AxisUnit, Line, Lines, Months, Voice};
use crate::report::deck::text::Ink;
use crate::report::workbook::{Cell, Kind};
use crate::words::Words;

/// The chart, from the first month of which there is anything to show.
pub fn chart(lines: &Lines, told: String, words: Words<'_>) -> Native {
    let known =
        |month: &usize| lines.lines.iter().any(|line| line.values.get(*month).is_some_and(|v| v.is_finite()));
    let shown = (0..lines.months.count).find(known).unwrap_or(0)..lines.months.count;
    let mut columns = vec![months(lines.months, shown.clone(), words)];
    let banded = lines.lines.iter().rev().find(|line| line.band.is_some());
    let mut groups: Vec<Group> =
        banded.and_then(|line| band(&mut columns, line, (&lines.unit, &shown), words)).into_iter().collect();
    let drawn = lines.lines.iter().map(|line| {
        columns.push(numbers(&line.name, &lines.unit, within(&line.values, &shown)));
        Series::new(columns.len() - 1, look(line.voice))
    });
    let series = drawn.collect();
    groups.push(Group { plot: Plot::Lines, series });
    let bands = banded.and_then(|line| line.band.as_ref());
    let ends = bands.into_iter().flat_map(|band| band.p5.iter().chain(&band.p95));
    let all = lines.lines.iter().flat_map(|line| &line.values).chain(ends).copied();
    let (name, code, _) = axis(&lines.axis, &lines.unit, all.clone(), words);
    let ends = (!lines.from_zero).then(|| around(all)).flatten();
    Native {
        told,
        legend: lines.lines.len() > 1 || banded.is_some(),
        named_every: every(shown.len()),
        columns,
        groups,
        values: (name, code),
        points: None,
        heading: None,
        ends,
    }
}

/// The values of the months shown.
fn within<'v>(values: &'v [f64], shown: &Range<usize>) -> &'v [f64] {
    values.get(shown.start.min(values.len())..shown.end.min(values.len())).unwrap_or_default()
}

/// Round ends of an axis that need not hold zero; `None` leaves them to whatever draws it.
fn around(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let finite = values.filter(|v| v.is_finite());
    let (low, high) = finite.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
    // bands as wide as this never look like a change of scale
    let wide = (high - low).max(high.abs().max(low.abs()) * 0.02);
    if low > high || wide <= 0.0 {
        return None;
    }
    let step = libm::pow(10.0, libm::floor(libm::log10(wide)));
    let step = if wide / step < 2.0 { step / 2.0 } else { step };
    Some((libm::floor((low - wide * 0.05) / step) * step, libm::ceil((high + wide * 0.05) / step) * step))
}

/// The months shown, as dates.
pub fn months(months: Months, shown: Range<usize>, words: Words<'_>) -> Column {
    let cell = |month: usize| {
        let month = months.start.plus(month as i32);
        Cell::Month(month.year(), month.month())
    };
    Column { head: words.say("deck-month", &[]), kind: Kind::Month, cells: shown.map(cell).collect() }
}

/// Every how many months have their name.
pub fn every(count: usize) -> usize {
    [1, 2, 3, 6, 12, 24].into_iter().find(|every| count.div_ceil(*every) <= 9).unwrap_or(60)
}

/// The ranges of 50 % and 90 % of trials: an unseen layer up to the lowest quantile, and one as thick as the distance to each next.
fn band(
    columns: &mut Vec<Column>,
    line: &Line,
    (unit, shown): (&AxisUnit, &Range<usize>),
    words: Words<'_>,
) -> Option<Group> {
    let band = line.band.as_ref()?;
    let quantiles =
        [("book-p5", &band.p5), ("deck-p25", &band.p25), ("deck-p75", &band.p75), ("book-p95", &band.p95)];
    let first = columns.len();
    for (key, values) in quantiles {
        let head = format!("{}: {}", line.name, words.say(key, &[]));
        columns.push(numbers(&head, unit, within(values, shown)));
    }
    let kind = columns[first].kind;
    for (from, key) in [(first, "deck-band"), (first + 1, "deck-half"), (first + 2, "deck-band-above")] {
        let cells = thickness(&columns[from].cells, &columns[from + 1].cells, from);
        columns.push(Column { head: words.say(key, &[]), kind, cells });
    }
    let ink = match look(line.voice) {
        Look::Line(ink, ..) | Look::Fill(ink, _) => ink,
        Look::Unseen => Ink::Soft,
    };
    let layer = |at: usize, opaque| Series::new(first + 4 + at, Look::Fill(ink, opaque));
    Some(Group {
        plot: Plot::Layers,
        series: vec![
            Series::new(first, Look::Unseen).unnamed(),
            layer(0, 15),
            layer(1, 32),
            layer(2, 15).unnamed(),
        ],
    })
}

/// How far the values of a column lie above those of the column before it.
fn thickness(low: &[Cell], high: &[Cell], column: usize) -> Vec<Cell> {
    let thick = |(row, (low, high)): (usize, (&Cell, &Cell))| {
        let (low, high) = (value(low), value(high));
        let formula = format!("={1}{0}-{2}{0}", row + 2, letter(column + 1), letter(column));
        if low.is_finite() && high.is_finite() { Cell::Formula(formula, high - low) } else { Cell::Empty }
    };
    low.iter().zip(high).enumerate().map(thick).collect()
}

/// The letter of a column of a chart's sheet, which has few.
pub fn letter(column: usize) -> char {
    char::from(b'A' + (column % 26) as u8)
}

fn look(voice: Voice) -> Look {
    match voice {
        Voice::Baseline => Look::Line(Ink::Soft, 2.25, Some("sysDash")),
        Voice::Program => Look::Line(Ink::Accent(1), 2.75, None),
        Voice::Contrast => Look::Line(Ink::Accent(2), 2.25, Some("sysDot")),
        Voice::Ended => Look::Line(Ink::Accent(5), 1.75, Some("sysDot")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_an_axis_are_round_and_hold_all() {
        for (low, high) in [(0.613, 0.804), (14.2, 26.9), (-3.0, -1.0), (0.5, 0.5)] {
            let (from, to) = around([low, f64::NAN, high].into_iter()).unwrap();
            assert!(from <= low && to >= high && to - from < 3.0 * (high - low).max(0.1), "{from} {to}");
        }
        assert_eq!(around(std::iter::empty()), None);
        assert_eq!(around([0.0].into_iter()), None);
    }
}
