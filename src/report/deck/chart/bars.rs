//! A lying bar for each of several things, with its interval as whiskers.

use super::lines::letter;
use super::{Column, Group, Look, Native, Plot, Series, axis, numbers, texts};
use crate::charts::spec::{Bar, Bars};
use crate::report::deck::text::Ink;
use crate::report::workbook::Cell;
use crate::words::Words;

const VALUE: usize = 1;
const LOW: usize = 2;
const HIGH: usize = 3;

/// The chart.
pub fn chart(bars: &Bars, told: String, words: Words<'_>) -> Native {
    let all = bars.bars.iter().flat_map(|bar| [bar.value, bar.interval.0, bar.interval.1]);
    let (name, code, _) = axis(&bars.axis, &bars.unit, all, words);
    let of = |value: fn(&Bar) -> f64| -> Vec<f64> { bars.bars.iter().map(value).collect() };
    let label = |bar: &Bar| format!("{}: {}", bar.name, bar.amount);
    let mut columns = vec![
        texts(&words.say("deck-label", &[]), bars.bars.iter().map(label)),
        numbers(&name, &bars.unit, &of(|bar| bar.value)),
        numbers(&words.say("book-p5", &[]), &bars.unit, &of(|bar| bar.interval.0)),
        numbers(&words.say("book-p95", &[]), &bars.unit, &of(|bar| bar.interval.1)),
    ];
    let known = bars.bars.iter().any(|bar| bar.interval.0 < bar.interval.1);
    columns.push(reach(&columns[VALUE], (VALUE, LOW), bars, |bar| bar.value - bar.interval.0, words));
    columns.push(reach(&columns[VALUE], (HIGH, VALUE), bars, |bar| bar.interval.1 - bar.value, words));
    let whiskers = known.then_some((HIGH + 1, HIGH + 2));
    let series = vec![Series { whiskers, ..Series::new(VALUE, Look::Fill(Ink::Accent(1), 100)) }];
    Native::plain(told, columns, Group { plot: Plot::Bars(60), series }, (name, code))
}

/// How far a whisker reaches: from one column to another.
fn reach(
    like: &Column,
    (from, to): (usize, usize),
    bars: &Bars,
    length: fn(&Bar) -> f64,
    words: Words<'_>,
) -> Column {
    let cell = |(at, bar): (usize, &Bar)| {
        let long = length(bar);
        let formula = format!("={}{2}-{}{2}", letter(from), letter(to), at + 2);
        if long.is_finite() { Cell::Formula(formula, long.max(0.0)) } else { Cell::Number(0.0) }
    };
    let head = words.say("deck-whisker", &[]);
    Column { head, kind: like.kind, cells: bars.bars.iter().enumerate().map(cell).collect() }
}
