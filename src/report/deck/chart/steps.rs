//! A waterfall of lying bars: amounts may be changed, and bars, sums and names follow, since all but the amounts are formulas.

use super::lines::letter;
use super::{Column, Group, Look, Native, Plot, Series, axis, numbers, texts};
use crate::charts::spec::{Step, Waterfall};
use crate::report::deck::text::Ink;
use crate::report::workbook::Cell;
use crate::words::{Scale, Words};

/// Columns of the sheet.
const STEP: usize = 1;
const AMOUNT: usize = 2;
const BEFORE: usize = 3;
const AFTER: usize = 4;
const BARS: usize = 5;

/// The parts of bars: what lies above zero and what below are apart, for office programs stack them apart.
const PARTS: [(&str, Look); 8] = [
    ("book-bar-below-up", Look::Unseen),
    ("book-bar-above-down", Look::Unseen),
    ("book-bar-rise-up", Look::Fill(Ink::Accent(1), 100)),
    ("book-bar-rise-down", Look::Fill(Ink::Accent(1), 100)),
    ("book-bar-fall-up", Look::Fill(Ink::Accent(2), 100)),
    ("book-bar-fall-down", Look::Fill(Ink::Accent(2), 100)),
    ("book-bar-total-up", Look::Fill(Ink::Text, 85)),
    ("book-bar-total-down", Look::Fill(Ink::Text, 85)),
];

/// Where a step begins and ends.
struct Run<'s> {
    step: &'s Step,
    before: f64,
    after: f64,
}

/// The chart.
pub fn chart(waterfall: &Waterfall, told: String, words: Words<'_>) -> Native {
    let runs = runs(&waterfall.steps);
    let ends = runs.iter().flat_map(|run| [run.before, run.after]);
    let (name, code, scale) = axis(&waterfall.axis, &waterfall.unit, ends, words);
    let say = |key: &str| words.say(key, &[]);
    let column = |head: &str, cells: Vec<Cell>| Column { cells, ..numbers(&say(head), &waterfall.unit, &[]) };
    let of = |cell: fn(usize, &Run<'_>) -> Cell| {
        runs.iter().enumerate().map(|(at, run)| cell(at + 2, run)).collect()
    };
    let named = runs.iter().enumerate().map(|(at, run)| label(at + 2, run.step, scale, words)).collect();
    let mut columns = vec![
        Column { cells: named, ..texts(&say("deck-label"), []) },
        texts(&say("book-step"), runs.iter().map(|run| run.step.name.clone())),
        column("book-amount", of(amount)),
        column("book-before", of(before)),
        column("book-after", of(after)),
    ];
    for (part, (head, _)) in PARTS.into_iter().enumerate() {
        let cells = runs.iter().enumerate().map(|(at, run)| bar(part, at + 2, run)).collect();
        columns.push(column(head, cells));
    }
    let series = PARTS.iter().enumerate().map(|(at, (_, look))| Series::new(BARS + at, *look)).collect();
    Native::plain(told, columns, Group { plot: Plot::Bars(45), series }, (name, code))
}

fn runs<'s>(steps: &'s [Step]) -> Vec<Run<'s>> {
    let mut reached = 0.0;
    let run = |step: &'s Step| {
        let before = if step.total { 0.0 } else { reached };
        reached = before + step.amount;
        Run { step, before, after: reached }
    };
    steps.iter().map(run).collect()
}

/// `Reward cost: −1.24`: the name and the amount, in the unit of the axis.
fn label(row: usize, step: &Step, scale: Scale, words: Words<'_>) -> Cell {
    let shown = step.amount / scale.divisor;
    let decimals = if shown.abs() >= 100.0 { 0 } else { 2 };
    let text = format!("{}: {}", step.name, words.signed_fixed(shown, decimals));
    let (name, amount) = (letter(STEP), letter(AMOUNT));
    let formula = format!(
        "={name}{row}&\": \"&IF({amount}{row}>0,\"+\",\"\")&FIXED({amount}{row}/{},{decimals})",
        scale.divisor
    );
    Cell::Spelt(formula, text)
}

fn amount(row: usize, run: &Run<'_>) -> Cell {
    if run.step.total && row > 2 {
        return Cell::Formula(format!("={}{}", letter(AFTER), row - 1), run.step.amount);
    }
    Cell::Number(run.step.amount)
}

fn before(row: usize, run: &Run<'_>) -> Cell {
    if row == 2 || run.step.total {
        return Cell::Number(0.0);
    }
    Cell::Formula(format!("={}{}", letter(AFTER), row - 1), run.before)
}

fn after(row: usize, run: &Run<'_>) -> Cell {
    Cell::Formula(format!("={}{row}+{}{row}", letter(BEFORE), letter(AMOUNT)), run.after)
}

/// A part of a bar, as a formula of where the step begins and ends.
fn bar(part: usize, row: usize, run: &Run<'_>) -> Cell {
    let (b, a) = (format!("{}{row}", letter(BEFORE)), format!("{}{row}", letter(AFTER)));
    let (low, high) = (run.before.min(run.after), run.before.max(run.after));
    let above = format!("MAX(0,MAX({b},{a}))-MAX(0,MIN({b},{a}))");
    let below = format!("MIN(0,MIN({b},{a}))-MIN(0,MAX({b},{a}))");
    let (up, down) = (high.max(0.0) - low.max(0.0), low.min(0.0) - high.min(0.0));
    let (total, falls) = (run.step.total, run.after < run.before);
    let colour = |of: bool, formula: String, value: f64| match total {
        true => Cell::Number(0.0),
        false => Cell::Formula(formula, if of { value } else { 0.0 }),
    };
    match part {
        0 | 1 if total => Cell::Number(0.0),
        0 => Cell::Formula(format!("=MAX(0,MIN({b},{a}))"), low.max(0.0)),
        1 => Cell::Formula(format!("=MIN(0,MAX({b},{a}))"), high.min(0.0)),
        2 => colour(!falls, format!("=IF({a}>={b},{above},0)"), up),
        3 => colour(!falls, format!("=IF({a}>={b},{below},0)"), down),
        4 => colour(falls, format!("=IF({a}<{b},{above},0)"), up),
        5 => colour(falls, format!("=IF({a}<{b},{below},0)"), down),
        _ if !total => Cell::Number(0.0),
        6 => Cell::Formula(format!("=MAX(0,{a})"), run.after.max(0.0)),
        _ => Cell::Formula(format!("=MIN(0,{a})"), run.after.min(0.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::value;
    use super::*;
    use crate::charts::spec::AxisUnit;
    use crate::words::Language;

    #[test]
    fn parts_of_a_bar_are_as_long_as_its_step() {
        let step = |name: &str, amount: f64, total| Step { name: name.into(), amount, total, interval: None };
        let steps =
            vec![step("a", 5e6, false), step("b", -8e6, false), step("c", 1e6, false), step("d", -2e6, true)];
        let waterfall = Waterfall { axis: "x".into(), unit: AxisUnit::Money("USD".into()), steps };
        let chart = chart(&waterfall, String::new(), Words::new(Language::En).with_currency("USD"));
        for (row, step) in waterfall.steps.iter().enumerate() {
            let bars: f64 =
                chart.columns[BARS + 2..].iter().map(|column| value(&column.cells[row]).abs()).sum();
            assert_eq!(bars, step.amount.abs(), "{}", step.name);
        }
        assert_eq!(chart.values, ("x, m\u{a0}USD".to_owned(), "#,##0.0,,".to_owned()));
        let Cell::Spelt(formula, text) = &chart.columns[0].cells[1] else { panic!() };
        assert_eq!(text, "b: −8.00");
        assert_eq!(formula, "=B3&\": \"&IF(C3>0,\"+\",\"\")&FIXED(C3/1000000,2)");
    }
}
