//! The annex: how to get the same numbers again.

use super::{number_column, said, table, text_column};
use crate::design::Edit;
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::lab::LabSize;
use crate::review::sentence::{Arg, Style, say};
use crate::review::side_runs::RivalRun;

/// Part eleven.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let run = &case.run.summary.run;
    let count = figures.iter().count();
    let all = figures.bare("annex.figures", Form::Count, count as f64, Source::Formula);
    let mut blocks = vec![
        Block::Paragraph(vec![
            say("review-annex-run").text("version", &run.version).text("hash", &run.design_hash),
            say("review-annex-figures").figure("count", all, Style::Plural),
        ]),
        Block::Code(format!(
            "loyalsim run {} --seed {} --trials {} --customers {}\n",
            case.file, run.seed, run.trials, run.customers
        )),
        runs(case, figures),
        Block::Note(say("review-annex-note")),
    ];
    if case.advice.package.is_some() {
        blocks.push(Block::Paragraph(vec![say("review-annex-counter")]));
        blocks.push(Block::Code(format!(
            "loyalsim run counter-design.toml --seed {} --trials {} --customers {}\n",
            run.seed, run.trials, run.customers
        )));
    }
    blocks
}

/// Every run of the review: what was changed, how many trials, how many customers.
fn runs(case: &Case, figures: &mut Figures) -> Block {
    let main = &case.run.summary.run;
    let mut rows = vec![row("proposal", Arg::Text(String::new()), (main.trials, main.customers), figures)];
    rows.extend(side_runs(case, figures));
    rows.extend(other_runs(case, figures));
    let columns = vec![
        text_column("review-column-run"),
        text_column("review-column-edits"),
        number_column("review-column-trials"),
        number_column("review-column-sample"),
    ];
    table(say("review-annex-table"), columns, rows)
}

/// Alternatives, threats, rivals, the recommended design: each a design of its own.
fn side_runs(case: &Case, figures: &mut Figures) -> Vec<Vec<Arg>> {
    let (side, customers) = (case.side, simulated(case, &case.samples.confirm));
    let alternatives = side.price_cut.iter().chain(&side.no_breakage).chain(&side.better_service);
    let trained = side.training.iter().map(|training| &training.run);
    let mut runs: Vec<(String, String, usize)> = alternatives
        .chain(trained)
        .chain(side.threats.iter().map(|threat| &threat.run))
        .map(|run| (run.name.clone(), described(&run.edits), run.rows.len()))
        .collect();
    let rival =
        |rival: &RivalRun| (format!("rival.{}", rival.name), rival.name.clone(), rival.played.measures.len());
    runs.extend(side.rivals.iter().map(rival));
    runs.extend(case.advice.package.as_ref().map(|package| {
        let edits: Vec<Edit> = package.actions.iter().flat_map(|action| action.edits.clone()).collect();
        ("counter-design".to_owned(), described(&edits), package.played.measures.len())
    }));
    runs.extend(
        case.counter_threats
            .iter()
            .map(|threat| (threat.run.name.clone(), described(&threat.run.edits), threat.run.rows.len())),
    );
    let row = |(name, edits, trials): (String, String, usize)| {
        row(&name, Arg::Code(edits), (trials as u64, customers), figures)
    };
    runs.into_iter().map(row).collect()
}

/// Runs of many designs: ends, actions, the search for the nearest failure.
fn other_runs(case: &Case, figures: &mut Figures) -> Vec<Vec<Arg>> {
    let (screen, confirm) = (&case.samples.screen, &case.samples.confirm);
    let of = |size: &LabSize| size.trials.end - size.trials.start;
    let mut rows = Vec::new();
    if let Some(exit) = &case.side.exit {
        let stops: Vec<String> = exit.ends.iter().map(|end| end.month.clone()).collect();
        let edits = Arg::Code(format!("program.stop = {}", stops.join(", ")));
        rows.push(row("exit", edits, (exit.going_on.trials, simulated(case, confirm)), figures));
    }
    for (name, size) in [("screening", screen), ("actions", confirm)] {
        rows.push(row(name, said(say("review-annex-actions")), (of(size), simulated(case, size)), figures));
    }
    if case.robust.reverse.as_ref().is_some_and(|reverse| reverse.distance > 0.0) {
        let command = Arg::Code(format!("loyalsim stress {}", case.file));
        rows.push(row("reverse", command, (2 * of(screen), simulated(case, screen)), figures));
    }
    rows
}

/// How many customers are simulated in a run of this size: a small business has no more than it has.
fn simulated(case: &Case, size: &LabSize) -> u64 {
    case.run.summary.run.customers.min(size.customers as u64)
}

fn described(edits: &[Edit]) -> String {
    edits.iter().map(Edit::describe).collect::<Vec<_>>().join("; ")
}

fn row(name: &str, edits: Arg, (trials, customers): (u64, u64), figures: &mut Figures) -> Vec<Arg> {
    let mut book = |what: &str, count: f64| {
        figures.bare(format!("annex.{name}.{what}"), Form::Count, count, Source::Formula)
    };
    let (trials, customers) = (book("trials", trials as f64), book("customers", customers as f64));
    vec![Arg::Text(name.to_owned()), edits, cell(trials, Style::Value), cell(customers, Style::Value)]
}
