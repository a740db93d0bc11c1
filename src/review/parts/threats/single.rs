//! Single threats: how likely, what they cost the business and the program.

use crate::decide::threats::Likely;
use crate::review::case::{Case, MAIN, cell, chance, difference, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::measures::Measure;
use crate::review::parts::{number_column, said, table, text_column};
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::review::side_runs::ThreatRun;
use crate::summary::{Scalar, interval};

/// The table, its note, and what the books alone say about lent cards.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut rows: Vec<(f64, Vec<Arg>)> =
        case.side.threats.iter().map(|threat| row(case, threat, figures)).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let columns = vec![
        text_column("review-column-threat"),
        text_column("review-column-likely"),
        number_column("review-column-business"),
        number_column("review-column-program-change"),
        number_column("review-column-range"),
        number_column("review-column-loss-then"),
    ];
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    let mut blocks =
        vec![table(say("review-threats-table"), columns, rows), Block::Note(say("review-threats-note"))];
    blocks.extend(exposure(case, figures));
    blocks
}

/// A row, and the expected cost to the business, by which rows are ordered.
fn row(case: &Case, threat: &ThreatRun, figures: &mut Figures) -> (f64, Vec<Arg>) {
    let run = &threat.run;
    let id = |what: &str| format!("{}.{what}", run.name);
    let change = |scalar| threat.change(scalar, case.run);
    let (business, program) = (change(Scalar::ProgramContribution), change(Scalar::Npv));
    let values = run.rows.column(0, Scalar::Npv).at_real_size();
    let losing = values.iter().filter(|v| **v < 0.0).count() as u64;
    let losing = interval::probability(losing, values.len() as u64);
    let likely = likely(threat, figures);
    let costs = difference(figures, id("business"), &business, &run.name);
    let damage = difference(figures, id("damage"), &program, &run.name);
    let losing = chance(figures, id("losing"), &losing, &run.name);
    let cells = vec![
        name("stress", run.name.clone()),
        said(likely),
        cell(costs, Style::Signed),
        cell(damage.clone(), Style::Signed),
        cell(damage, Style::Range),
        cell(losing, Style::Chance),
    ];
    (threat.expected_cost(case.run), cells)
}

/// How likely, and who says so.
fn likely(threat: &ThreatRun, figures: &mut Figures) -> Sentence {
    let mut book =
        |chance, source| figures.bare(format!("{}.chance", threat.run.name), Form::Chance, chance, source);
    match threat.likely {
        Likely::Stated(chance) => {
            let id = book(chance, Source::Design);
            say("review-likely-stated").figure("chance", id, Style::Chance)
        }
        Likely::Published(chance, source) => {
            let id = book(chance, Source::Published(source.to_owned()));
            say("review-likely-published").figure("chance", id, Style::Chance).text("source", source)
        }
        Likely::Judged(chance) => {
            let id = book(chance, Source::Opinion("judgement of this review".to_owned()));
            say("review-likely-judged").figure("chance", id, Style::Chance)
        }
        Likely::Own => say("review-likely-own"),
    }
}

/// Cards lent to strangers and to the cashier: estimated, since nobody who lends a card is simulated.
fn exposure(case: &Case, figures: &mut Figures) -> Option<Block> {
    let interval: Interval = case.run.interval(Measure::LentCards).filter(|i| i.value > 0.0)?;
    let id = figures.interval("proposal.lent-cards", Form::Money, &interval, from(MAIN));
    let sentence = say("review-threat-lent-cards").value("cost", id.clone()).range("range", id);
    Some(Block::List(vec![sentence, say("review-threat-gaming")]))
}
