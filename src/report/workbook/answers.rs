//! The first sheet: what was run, the chances of the goals, every headline number with its uncertainty. Its means have names.

use rust_xlsxwriter::{Format, Worksheet};

use super::book::{Book, Cell, Kind, Written, put};
use super::table::{Columns, Place, frame, table};
use crate::summary::{Estimate, Scalar, Summary};
use crate::units::Unit;
use crate::words::{Words, breakable, capital};

/// The name of a headline number's mean in formulas: `answer_net_effect`.
pub fn name_of(scalar: Scalar) -> String {
    format!("answer_{}", scalar.key())
}

/// Adds the sheet.
pub fn add(book: &mut Book<'_>, summary: &Summary) -> Written {
    let name = book.say("book-answers");
    let mut sheet = book.sheet(&name, &summary.run.title, &book.say("book-answers-about"))?;
    let after_facts = facts(book, &mut sheet, summary)?;
    let after_goals = goals(book, &mut sheet, summary, after_facts + 1)?;
    let place = headline(book, &mut sheet, summary, after_goals + 1)?;
    frame(&mut sheet, place, 1)?;
    sheet.set_freeze_panes(0, 1)?;
    sheet.set_column_width(0, 52)?;
    book.add(sheet);
    for (row, scalar) in (place.head + 1..).zip(shown(summary)) {
        book.name(&name_of(scalar), &name, (row, 1))?;
    }
    Ok(())
}

/// What was run, in two columns; the first free row.
fn facts(book: &Book<'_>, sheet: &mut Worksheet, summary: &Summary) -> Written<u32> {
    let run = &summary.run;
    let text = |text: &str| Cell::Text(text.to_owned());
    let months = (summary.months.first(), summary.months.last());
    let period = format!("{} – {}", months.0.map_or("", String::as_str), months.1.map_or("", String::as_str));
    let mut facts = vec![
        ("book-program", run.program.as_deref().map_or(Cell::Empty, text)),
        ("book-period", text(&period)),
        ("book-currency", text(&run.currency)),
        ("book-trials-done", Cell::Number(run.trials as f64)),
        ("book-customers", Cell::Number(run.customers as f64)),
        ("book-seed", Cell::Text(run.seed.to_string())),
        ("book-design", text(&run.design_hash)),
        ("book-version", text(&format!("loyalsim {}", run.version))),
    ];
    if run.partial {
        facts.push(("book-partial", Cell::Number(run.trials_asked as f64)));
    }
    let (label, value) = (Format::new().set_bold(), Kind::Of(Unit::Count).style());
    let mut row = 3;
    for (key, fact) in facts {
        put(sheet, (row, 0), &Cell::Text(book.say(key)), &label)?;
        let style = if matches!(fact, Cell::Text(_)) { Format::new() } else { value.clone() };
        put(sheet, (row, 1), &fact, &style)?;
        row += 1;
    }
    Ok(row)
}

/// The goals, if there are any; the first free row.
fn goals(book: &Book<'_>, sheet: &mut Worksheet, summary: &Summary, head: u32) -> Written<u32> {
    if summary.goals.is_empty() {
        return Ok(head);
    }
    let chance = |key: &str| (book.say(key), Kind::Of(Unit::Share));
    let columns = Columns(vec![
        (book.say("book-goal"), Kind::Text(52.0)),
        chance("book-chance"),
        chance("book-chance-low"),
        chance("book-chance-high"),
        chance("book-chance-without"),
    ]);
    let rows = summary.goals.iter().map(|goal| {
        let threshold = match goal.value.unit {
            Unit::Share => book.words.percent(goal.threshold),
            Unit::Money => book.words.money(goal.threshold),
            _ => book.words.significant(goal.threshold, 4),
        };
        let said = [
            ("metric", book.words.name("metric", goal.metric).into()),
            ("threshold", threshold.into()),
            ("by", goal.by.as_str().into()),
        ];
        let key = if goal.bound == "at_most" { "run-goal-at-most" } else { "run-goal-at-least" };
        let p = &goal.probability;
        let without = goal.without.as_ref().map_or(Cell::Empty, |w| Cell::Number(w.probability.share.get()));
        vec![
            Cell::Text(capital(&breakable(&book.words.say(key, &said)))),
            Cell::Number(p.share.get()),
            Cell::Number(p.low.get()),
            Cell::Number(p.high.get()),
            without,
        ]
    });
    let place = table(sheet, (head, 0), "goals", &columns, &rows.collect::<Vec<_>>())?;
    Ok(place.last() + 1)
}

/// Headline numbers that are defined.
fn shown(summary: &Summary) -> impl Iterator<Item = Scalar> + Clone + '_ {
    Scalar::ALL.iter().copied().filter(|scalar| summary.headline.get(*scalar).is_some())
}

/// Every headline number.
fn headline(book: &Book<'_>, sheet: &mut Worksheet, summary: &Summary, head: u32) -> Written<Place> {
    let value = |key: &str| (book.say(key), Kind::Of(Unit::Number));
    let columns = Columns(vec![
        (book.say("book-measure"), Kind::Text(52.0)),
        value("book-mean"),
        value("book-error"),
        value("book-p5"),
        value("book-median"),
        value("book-p95"),
        (book.say("book-unit"), Kind::Text(16.0)),
        (book.say("book-name"), Kind::Text(34.0)),
    ]);
    let estimates = shown(summary).filter_map(|scalar| Some((scalar, summary.headline.get(scalar)?)));
    let rows: Vec<_> =
        estimates.clone().map(|(scalar, estimate)| cells(book.words, scalar, estimate)).collect();
    let place = table(sheet, (head, 0), "headline", &columns, &rows)?;
    for (row, (_, estimate)) in (place.head + 1..).zip(estimates) {
        let all = [estimate.mean, estimate.mc_error, estimate.p5, estimate.median, estimate.p95];
        let style = Kind::of(estimate.unit, all).style();
        for (column, value) in (1..).zip(all) {
            put(sheet, (row, column), &Cell::Number(value), &style)?;
        }
    }
    Ok(place)
}

fn cells(words: Words<'_>, scalar: Scalar, estimate: &Estimate) -> Vec<Cell> {
    let named = words.name("measure", scalar.key());
    let numbers = [estimate.mean, estimate.mc_error, estimate.p5, estimate.median, estimate.p95];
    let mut cells = vec![Cell::Text(capital(&breakable(&named)))];
    cells.extend(numbers.map(Cell::Number));
    cells.push(Cell::Text(unit(words, estimate.unit)));
    cells.push(Cell::Text(name_of(scalar)));
    cells
}

/// A unit in words; money in its currency.
pub fn unit(words: Words<'_>, unit: Unit) -> String {
    if unit == Unit::Money { words.currency().to_owned() } else { breakable(&words.name("unit", unit.key())) }
}
