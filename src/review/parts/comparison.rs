//! The comparison: rivals' programs before our customers.

use super::{number_column, said, table, text_column};
use crate::design::{Design, ElementKind};
use crate::review::case::{Case, MAIN, cell_if, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::lab::Played;
use crate::review::measures::Measure;
use crate::review::reachable;
use crate::review::rules::remedies;
use crate::review::sentence::{self, Arg, Style, say};
use crate::summary::Scalar;

/// Part ten.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    if case.side.rivals.is_empty() && case.side.misfits.is_empty() {
        return vec![
            Block::Paragraph(vec![say("review-no-rivals")]),
            Block::Code(format!("loyalsim review {} --rival RIVAL.toml\n", case.file)),
        ];
    }
    let columns = vec![
        text_column("review-column-program"),
        text_column("review-column-benefits"),
        number_column("review-column-rules"),
        number_column("review-column-reward-rate"),
        number_column("review-column-first-reward"),
        number_column("review-column-retention"),
        number_column("review-column-nps"),
        number_column("review-column-npv"),
    ];
    let ours = said(say("review-ours"));
    let mut rows = vec![row(ours, MAIN, case.design, case.run, figures)];
    for rival in &case.side.rivals {
        let name = format!("rival.{}", rival.name);
        rows.push(row(Arg::Text(rival.name.clone()), &name, &rival.design, &rival.played, figures));
    }
    let mut blocks = vec![table(say("review-comparison-table"), columns, rows)];
    blocks.push(Block::List(dominance(case)));
    for (name, _) in &case.side.misfits {
        blocks.push(Block::Note(say("review-rival-misfit").text("name", name)));
    }
    blocks.push(Block::Note(say("review-comparison-note")));
    blocks
}

fn row(name: Arg, id: &str, design: &Design, run: &Played, figures: &mut Figures) -> Vec<Arg> {
    let elements = design.program.as_ref().map_or(&[][..], |p| &p.elements);
    let kinds = elements.iter().map(|e| sentence::name("element", remedies::kind_of(e).to_owned()));
    let mut book = |what: &str, form, interval: Option<Interval>, source: Source| {
        interval.map(|interval| figures.interval(format!("{id}.{what}"), form, &interval, source))
    };
    let rules = Interval::certain(elements.len() as f64);
    let rules = book("rules", Form::Count, Some(rules), Source::Design);
    let rate = book("reward-rate", Form::Share, run.interval(Measure::RewardRate), from(id));
    let first = book("first-reward", Form::Months, first_reward(design), Source::Formula);
    let mut headline = |what: &str, form, scalar| {
        book(what, form, run.summary.headline.get(scalar).map(Interval::of_trials), from(id))
    };
    let retention = headline("retention_change", Form::SharePoints, Scalar::RetentionChange);
    let nps = headline("nps_change", Form::NpsPoints, Scalar::NpsChange);
    let npv = headline("npv", Form::Money, Scalar::Npv);
    vec![
        name,
        Arg::List(kinds.collect()),
        cell_if(rules, Style::Value),
        cell_if(rate, Style::Value),
        cell_if(first, Style::Value),
        cell_if(retention, Style::Signed),
        cell_if(nps, Style::Signed),
        cell_if(npv, Style::Signed),
    ]
}

/// Months to the first reward in the largest segment.
fn first_reward(design: &Design) -> Option<Interval> {
    let elements = &design.program.as_ref()?.elements;
    let points = elements.iter().find(|e| matches!(e.kind, ElementKind::Points { .. }))?;
    let share = |s: &&crate::design::Segment| Interval::of_number(&design.numbers[s.share]).value;
    let largest = design.segments.iter().max_by(|a, b| share(a).total_cmp(&share(b)))?;
    reachable::first_reward(design, largest, points)
}

/// Where a rival's program is better in everything at once.
fn dominance(case: &Case) -> Vec<sentence::Sentence> {
    let mean = |run: &Played, scalar| run.summary.headline.get(scalar).map_or(f64::NAN, |e| e.mean);
    let all = [Scalar::RetentionChange, Scalar::NpsChange, Scalar::Npv];
    let beats = |a: &Played, b: &Played| all.iter().all(|&s| mean(a, s) > mean(b, s));
    let sentence = |rival: &crate::review::side_runs::RivalRun| {
        if beats(&rival.played, case.run) {
            Some(say("review-dominated").text("rival", &rival.name))
        } else if beats(case.run, &rival.played) {
            Some(say("review-dominates").text("rival", &rival.name))
        } else {
            Some(say("review-trade-off").text("rival", &rival.name))
        }
    };
    case.side.rivals.iter().filter_map(sentence).collect()
}
