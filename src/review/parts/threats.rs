//! The threats: what was found to make the program fail, what it would cost, and how one would notice in time.

use super::{number_column, table, text_column};
use crate::decide::paired::Difference;
use crate::review::boxes::{Region, discover};
use crate::review::case::{Case, MAIN, cell, difference, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form};
use crate::review::interval::Interval;
use crate::review::measures::Measure;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::review::tripwire;
use crate::summary::{Scalar, quantile};

/// Share of failing trials between which boxes can be found.
const TELLING: std::ops::RangeInclusive<f64> = 0.05..=0.95;

/// Part seven.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let npv = case.run.column(Scalar::Npv);
    if npv.iter().all(|v| v.is_nan()) {
        return vec![Block::Paragraph(vec![say("review-threats-no-program")])];
    }
    let (bad, what) = failing(&npv);
    let mut blocks = Vec::new();
    match discover(case.design, &case.run.truths, &bad) {
        Some(region) => blocks.push(Block::Lead(region_sentence(case, &region, what, figures))),
        None => blocks.push(Block::Lead(say("review-threats-no-box"))),
    }
    blocks.push(stresses(case, figures));
    blocks.push(Block::Note(say("review-threats-note")));
    blocks.push(Block::Heading(say("review-tripwires")));
    blocks.extend(tripwires(case, &bad, what, figures));
    blocks.push(Block::List(vec![say("review-threat-gaming"), say("review-threat-signs")]));
    blocks
}

/// Which trials count as failures: those that lose money; where nearly all or nearly none do, the worse quarter.
fn failing(npv: &[f64]) -> (Vec<bool>, &'static str) {
    let losing: Vec<bool> = npv.iter().map(|v| *v < 0.0).collect();
    let share = losing.iter().filter(|l| **l).count() as f64 / losing.len().max(1) as f64;
    if TELLING.contains(&share) {
        return (losing, "loss");
    }
    let mut sorted = npv.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let quarter = quantile::of_sorted(&sorted, 0.25);
    (npv.iter().map(|v| *v < quarter).collect(), "worst-quarter")
}

fn region_sentence(case: &Case, region: &Region, what: &'static str, figures: &mut Figures) -> Sentence {
    let bounds = region.bounds.iter().map(|(id, bound, above)| {
        let number = &case.design.numbers[*id];
        let form = match number.unit {
            unit if unit.contains("share") => Form::Share,
            _ => Form::Times,
        };
        let side = if *above { "above" } else { "below" };
        let name = format!("box.{}.{side}", number.path);
        let bound = figures.bare(name, form, *bound, from(MAIN));
        let key = if *above { "review-bound-above" } else { "review-bound-below" };
        super::said(Sentence::new(key).text("number", &number.path).value("bound", bound))
    });
    let bounds = Arg::List(bounds.collect());
    let mut book = |id: &str, value| figures.bare(format!("box.{id}"), Form::Chance, value, from(MAIN));
    let (probability, share) = (book("probability", region.probability), book("failing", region.failing));
    let coverage = book("coverage", region.coverage);
    say("review-box")
        .name("what", "failure", what)
        .with("bounds", bounds)
        .figure("probability", probability, Style::Chance)
        .figure("failing", share, Style::Chance)
        .figure("coverage", coverage, Style::Chance)
}

fn stresses(case: &Case, figures: &mut Figures) -> Block {
    let npv = case.run.column(Scalar::Npv);
    let mut rows: Vec<(f64, Vec<Arg>)> = Vec::new();
    for run in &case.side.stresses {
        let values = run.rows.values(0, Scalar::Npv);
        let change = Difference::of(&values, &npv);
        let losing = values.iter().filter(|v| **v < 0.0).count() as f64 / values.len().max(1) as f64;
        let damage = difference(figures, format!("{}.damage", run.name), Form::Money, &change, &run.name);
        let losing = figures.bare(format!("{}.losing", run.name), Form::Chance, losing, from(&run.name));
        rows.push((
            change.mean,
            vec![
                name("stress", run.name.clone()),
                cell(damage.clone(), Style::Signed),
                cell(damage, Style::Range),
                cell(losing, Style::Chance),
            ],
        ));
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let columns = vec![
        text_column("review-column-threat"),
        number_column("review-column-damage"),
        number_column("review-column-range"),
        number_column("review-column-loss-then"),
    ];
    table(say("review-threats-table"), columns, rows.into_iter().map(|(_, row)| row).collect())
}

fn tripwires(case: &Case, bad: &[bool], what: &'static str, figures: &mut Figures) -> Vec<Block> {
    let indicators = [
        ("first-year-lift", Form::Share, Measure::FirstYearLift),
        ("first-year-cost", Form::Share, Measure::FirstYearCost),
        ("first-year-members", Form::Share, Measure::FirstYearMembers),
        ("first-year-nps", Form::NpsPoints, Measure::FirstYearNps),
        ("redemption", Form::Share, Measure::Redemption),
    ];
    let mut rows = Vec::new();
    for (key, form, measure) in indicators {
        let values: Vec<f64> = case.run.measure(measure).collect();
        let Some(wire) = tripwire::best(&values, bad) else { continue };
        let mut book = |id: &str, form, value| {
            figures.interval(format!("tripwire.{key}.{id}"), form, &Interval::certain(value), from(MAIN))
        };
        let threshold = book("threshold", form, wire.threshold);
        let (hits, alarms) =
            (book("hits", Form::Chance, wire.hits), book("false-alarms", Form::Chance, wire.false_alarms));
        let side = if wire.above { say("review-alarm-above") } else { say("review-alarm-below") };
        rows.push(vec![
            name("indicator", key.to_owned()),
            super::said(side.value("threshold", threshold)),
            cell(hits, Style::Chance),
            cell(alarms, Style::Chance),
        ]);
    }
    if rows.is_empty() {
        return vec![Block::Paragraph(vec![say("review-tripwires-none")])];
    }
    let columns = vec![
        text_column("review-column-indicator"),
        text_column("review-column-alarm"),
        number_column("review-column-hits"),
        number_column("review-column-false-alarms"),
    ];
    vec![table(say("review-tripwires-table").name("what", "failure", what), columns, rows)]
}
