//! The recommended design reviewed itself, beside the proposal and on the same trials: economics, fatigue, reach, exit and threats.

use super::{number_column, reach, said, table, text_column};
use crate::design::{Design, Element, Segment};
use crate::review::case::{Case, cell, cell_if, chance, difference, from};
use crate::review::content::Block;
use crate::review::figure::{FigureId, Figures, Form};
use crate::review::ground::EVEN;
use crate::review::interval::Interval;
use crate::review::lab::Played;
use crate::review::measures::Measure;
use crate::review::package::Package;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::{Probability, Scalar, interval};

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

/// That the best package still loses money, so that no program is better than any of what was tried; nothing where it may bring some.
pub fn still_loses(case: &Case, package: &Package, figures: &mut Figures) -> Option<Sentence> {
    let brings = package.chance(None);
    let npv = Interval::of_sample(package.played.at_real_size(Scalar::Npv).into_iter())?;
    if brings.high.get() >= EVEN || npv.value >= 0.0 {
        return None;
    }
    let today = case.design.today.is_some();
    let key = if today { "review-package-loses-today" } else { "review-package-loses" };
    let npv = figures.interval("package.npv", Form::Money, &npv, from(RUN));
    Some(Sentence::new(key).figure("npv", npv.clone(), Style::Signed).range("range", npv))
}

/// That the segment which spends most has nothing of the program any more.
pub fn best_left_out(case: &Case, package: &Package) -> Option<Sentence> {
    let spends = |s: &Segment| case.facts.central(s.purchases_per_year) * case.facts.central(s.basket);
    let segments = case.design.segments.iter().enumerate();
    let (at, best) = segments.max_by(|a, b| spends(a.1).total_cmp(&spends(b.1)))?;
    // whether anybody, and whether they, are offered something
    let offered = |design: &Design, is: &dyn Fn(&Element) -> bool| {
        let mut elements = design.program.iter().flat_map(|program| &program.elements);
        elements.any(|element| !element.facts().is_service() && is(element))
    };
    let to_them = |element: &Element| element.is_for(at);
    let left_out = offered(case.design, &to_them)
        && offered(&package.design, &|_| true)
        && !offered(&package.design, &to_them);
    left_out.then(|| say("review-best-left-out").text("segment", &best.name))
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
        let of = |run: &Played| Interval::mean_of(run.column(scalar).first(trials).at_real_size());
        let both = [of(case.run), of(&package.played)];
        rows.extend(row(key, scalar.key(), scalar.unit().into(), both, figures));
    }
    let given = |run: &Played| Interval::mean_of(run.measure(Measure::MarginGiven).take(trials));
    let both = [given(case.run), given(&package.played)];
    rows.extend(row("review-row-margin-given", "margin-given", Form::Share, both, figures));
    let losses = |run: &Played| {
        let npv = run.column(Scalar::Npv).first(trials).at_real_size();
        share_of(&npv, |value| value < 0.0)
    };
    let both = [losses(case.run), losses(&package.played)];
    rows.push(chances("review-row-loss", "loss", both, figures));
    rows
}

/// Chance that the discount loses half of its pull within the period; nothing where it has none.
fn worn(case: &Case, package: &Package, figures: &mut Figures) -> Option<Vec<Arg>> {
    let trials = package.played.measures.len();
    let halved =
        |run: &Played| share_of(&run.column(Scalar::UpliftHalved).first(trials).values, f64::is_finite);
    let discounts = |run: &Played| run.interval(Measure::DiscountSubsidised).is_some();
    if !discounts(case.run) || case.facts.discounts_those_gone() {
        return None;
    }
    let both = [halved(case.run), halved(&package.played)];
    let mut row = chances("review-row-halved", "halved", both, figures);
    if !discounts(&package.played) {
        row.truncate(2);
        row.push(cell_if(None, Style::Chance));
    }
    Some(row)
}

/// The chance of what holds in some of the trials.
fn share_of(values: &[f64], holds: impl Fn(f64) -> bool) -> Probability {
    let hits = values.iter().filter(|value| holds(**value)).count();
    interval::probability(hits as u64, values.len() as u64)
}

/// A row of chances, each with the doubt that its trials leave.
fn chances(
    key: &'static str,
    what: &str,
    [before, after]: [Probability; 2],
    figures: &mut Figures,
) -> Vec<Arg> {
    let mut book =
        |who: &str, of| cell(chance(figures, format!("both.{what}.{who}"), of, RUN), Style::Chance);
    vec![said(Sentence::new(key)), book("proposal", &before), book("counter", &after)]
}

/// Share of the reasons for leaving that each can affect.
fn reached(case: &Case, package: &Package, figures: &mut Figures) -> Option<Vec<Arg>> {
    let of = |design: &Design| Some(reach::touched(design));
    row("review-row-reach", "reach", Form::Share, [of(case.design), of(&package.design)], figures)
}

/// A row, where either has anything of the kind.
fn row(
    key: &'static str,
    what: &str,
    form: Form,
    [before, after]: [Option<f64>; 2],
    figures: &mut Figures,
) -> Option<Vec<Arg>> {
    if [before, after].iter().all(|value| *value == Some(0.0)) {
        return None;
    }
    let mut book = |who: &str, mean: Option<f64>| -> Option<FigureId> {
        mean.map(|mean| figures.bare(format!("both.{what}.{who}"), form, mean, from(RUN)))
    };
    let (before, after) = (book("proposal", before)?, book("counter", after));
    Some(vec![said(Sentence::new(key)), cell(before, Style::Value), cell_if(after, Style::Value)])
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
