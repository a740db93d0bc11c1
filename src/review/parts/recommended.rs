//! The recommended design reviewed itself, beside the proposal and on the same trials: economics, fatigue, reach, exit and threats.

use super::{number_column, reach, said, table, text_column};
use crate::design::Design;
use crate::review::case::{Case, cell, cell_if, difference, from};
use crate::review::content::Block;
use crate::review::figure::{FigureId, Figures, Form};
use crate::review::interval::Interval;
use crate::review::lab::Played;
use crate::review::measures::Measure;
use crate::review::package::Package;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::Scalar;

/// The name of its run.
const RUN: &str = "counter-design";

/// Both tables; that of threats only where some hit both.
pub fn blocks(case: &Case, package: &Package, figures: &mut Figures) -> Vec<Block> {
    let columns = || {
        vec![
            text_column("review-column-figure"),
            number_column("review-column-proposal"),
            number_column("review-column-counter"),
        ]
    };
    let mut rows = economics(case, package, figures);
    rows.extend(worn(case, package, figures));
    rows.extend(reached(case, package, figures));
    let mut blocks = vec![table(say("review-both-table"), columns(), rows)];
    let threats = threats(case, package, figures);
    if !threats.is_empty() {
        let mut columns = columns();
        columns[0] = text_column("review-column-threat");
        blocks.push(table(say("review-both-threats-table"), columns, threats));
    }
    blocks.push(Block::Note(say("review-both-note")));
    blocks
}

/// Means over the trials that both have played.
fn economics(case: &Case, package: &Package, figures: &mut Figures) -> Vec<Vec<Arg>> {
    let trials = package.played.measures.len();
    let mut rows = Vec::new();
    for (key, scalar) in [
        ("review-row-margin-loss", Scalar::MarginLoss),
        ("review-row-paid-to-stayers", Scalar::PaidToKept),
        ("review-row-closing", Scalar::ClosingCost),
    ] {
        let of = |run: &Played| mean(run.column(scalar).first(trials).at_real_size());
        let both = [of(case.run), of(&package.played)];
        rows.extend(row(key, scalar.key(), scalar.unit().into(), both, figures));
    }
    let given = |run: &Played| mean(run.measure(Measure::MarginGiven).take(trials).collect());
    let both = [given(case.run), given(&package.played)];
    rows.extend(row("review-row-margin-given", "margin-given", Form::Share, both, figures));
    let losses = |run: &Played| {
        let npv = run.column(Scalar::Npv).first(trials).at_real_size();
        mean(npv.into_iter().map(|value| f64::from(u8::from(value < 0.0))).collect())
    };
    let both = [losses(case.run), losses(&package.played)];
    rows.extend(row("review-row-loss", "loss", Form::Chance, both, figures));
    rows
}

/// Chance that the discount loses half of its pull within the period.
fn worn(case: &Case, package: &Package, figures: &mut Figures) -> Option<Vec<Arg>> {
    let trials = package.played.measures.len();
    let halved = |run: &Played| {
        let month = run.column(Scalar::UpliftHalved).first(trials).values;
        mean(month.into_iter().map(|month| f64::from(u8::from(month.is_finite()))).collect())
    };
    let both = [halved(case.run), halved(&package.played)];
    let discounts = case.run.interval(Measure::DiscountSubsidised).is_some();
    if discounts { row("review-row-halved", "halved", Form::Chance, both, figures) } else { None }
}

/// Share of the reasons for leaving that each can affect.
fn reached(case: &Case, package: &Package, figures: &mut Figures) -> Option<Vec<Arg>> {
    let of = |design: &Design| Some(reach::touched(design));
    row("review-row-reach", "reach", Form::Share, [of(case.design), of(&package.design)], figures)
}

/// A row, where the proposal has anything of the kind.
fn row(
    key: &'static str,
    what: &str,
    form: Form,
    [before, after]: [Option<f64>; 2],
    figures: &mut Figures,
) -> Option<Vec<Arg>> {
    let mut book = |who: &str, mean: Option<f64>| -> Option<FigureId> {
        mean.map(|mean| figures.bare(format!("both.{what}.{who}"), form, mean, from(RUN)))
    };
    let (before, after) = (book("proposal", before)?, book("counter", after));
    let style = if form == Form::Chance { Style::Chance } else { Style::Value };
    Some(vec![said(Sentence::new(key)), cell(before, style), cell_if(after, style)])
}

fn mean(values: Vec<f64>) -> Option<f64> {
    Interval::of_sample(values.into_iter()).map(|interval| interval.value)
}

/// What the worst threats to the proposal would cost each of them.
fn threats(case: &Case, package: &Package, figures: &mut Figures) -> Vec<Vec<Arg>> {
    let of = |threat| case.side.threats.iter().find(|run| run.threat == threat);
    let both = case.counter_threats.iter().filter_map(|counter| Some((of(counter.threat)?, counter)));
    let rows = both.map(|(ours, counter)| {
        let id = |run: &str| format!("{run}.damage");
        let before =
            difference(figures, id(&ours.run.name), &ours.change(Scalar::Npv, case.run), &ours.run.name);
        let after = counter.change(Scalar::Npv, &package.played);
        let after = difference(figures, id(&counter.run.name), &after, &counter.run.name);
        vec![name("stress", ours.run.name.clone()), cell(before, Style::Signed), cell(after, Style::Signed)]
    });
    rows.collect()
}
