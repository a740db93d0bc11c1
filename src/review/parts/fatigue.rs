//! Fatigue and exit: when discounts have become the norm, when they no longer pay, and what stopping costs, year by year.

use super::{number_column, table, text_column};
use crate::decide::paired::Difference;
use crate::review::case::{Case, MAIN, cell, cell_if, difference, from};
use crate::review::content::{Block, Picture};
use crate::review::figure::{Figures, Form};
use crate::review::interval::Interval;
use crate::review::sentence::{Arg, Sentence, Style, say};
use crate::summary::{Scalar, Series};

/// Part six.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut fatigue = Vec::new();
    if case.run.interval(crate::review::measures::Measure::DiscountSubsidised).is_some() {
        blocks.push(Block::Picture(Picture::DiscountUplift));
        fatigue.push(worn(case, Scalar::UpliftHalved, ["review-halved", "review-not-halved"], figures));
        let keys = ["review-unprofitable", "review-not-unprofitable"];
        fatigue.push(worn(case, Scalar::UpliftUnprofitable, keys, figures));
    } else {
        fatigue.push(say("review-no-discount"));
    }
    blocks.push(Block::Paragraph(fatigue));
    blocks.push(Block::Heading(say("review-exit")));
    if case.run.summary.run.stop.is_some() {
        blocks.push(Block::Paragraph(vec![say("review-exit-planned")]));
    }
    match endings(case, figures) {
        Some(table) => blocks.extend([table, Block::Note(say("review-exit-note"))]),
        None => blocks.push(Block::Paragraph(vec![say("review-exit-not-simulated")])),
    }
    blocks
}

/// A month by which something has happened to the discount, as far as it does in most trials.
fn worn(case: &Case, scalar: Scalar, [does, does_not]: [&'static str; 2], figures: &mut Figures) -> Sentence {
    let happens = case.run.summary.headline.get(scalar).map_or(0, |e| e.trials);
    let share = happens as f64 / case.run.summary.run.trials.max(1) as f64;
    let id = figures.bare(format!("{MAIN}.{}.share", scalar.key()), Form::Chance, share, from(MAIN));
    let estimate = case.run.summary.headline.get(scalar).filter(|_| share > 0.5);
    match estimate {
        Some(estimate) => {
            let month = case.design.start.plus(estimate.median.round() as i32 - 1);
            Sentence::new(does).with("month", Arg::Month(month)).figure("share", id, Style::Chance)
        }
        None => Sentence::new(does_not).figure("share", id, Style::Chance),
    }
}

fn endings(case: &Case, figures: &mut Figures) -> Option<Block> {
    if case.side.endings.is_empty() {
        return None;
    }
    let columns = vec![
        text_column("review-column-ending"),
        number_column("review-column-effect"),
        number_column("review-column-range"),
        number_column("review-column-against-going-on"),
        number_column("review-column-owed"),
        number_column("review-column-customers"),
    ];
    let liability = case.run.summary.program.as_ref().and_then(|p| p.series.get(Series::Liability));
    let full = case.run.column(Scalar::NetEffect);
    let active = case.run.column(Scalar::ActiveProgram);
    let rows = case.side.endings.iter().map(|(month, run)| {
        let values = run.rows.values(0, Scalar::NetEffect);
        let id = |what: &str| format!("{}.{what}", run.name);
        let interval = Interval::of_sample(values.iter().copied());
        let effect = interval.map(|i| figures.interval(id("effect"), Form::Money, &i, from(&run.name)));
        let against =
            difference(figures, id("against"), Form::Money, &Difference::of(&values, &full), &run.name);
        let owed = liability.and_then(|band| band.mean.get(month.checked_sub(1)?).copied());
        let owed = owed.map(|owed| figures.bare(id("owed"), Form::Money, owed, from(MAIN)));
        let customers = Difference::of(&run.rows.values(0, Scalar::ActiveProgram), &active);
        let customers = difference(figures, id("customers"), Form::Customers, &customers, &run.name);
        let month = case.design.start.plus(i32::try_from(*month).unwrap_or(0));
        vec![
            Arg::Month(month),
            cell_if(effect.clone(), Style::Signed),
            cell_if(effect, Style::Range),
            cell(against, Style::Signed),
            cell_if(owed, Style::Value),
            cell(customers, Style::Signed),
        ]
    });
    let rows = rows.collect();
    Some(table(say("review-exit-table"), columns, rows))
}
