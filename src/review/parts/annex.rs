//! The annex: how to get the same numbers again.

use super::{number_column, table, text_column};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::sentence::{Arg, Style, say};

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
    let side = case.side;
    let others = side.price_cut.iter().chain(&side.staff).chain(&side.no_breakage);
    let others = others.chain(&side.better_service);
    let others = others.chain(side.threats.iter().map(|threat| &threat.run));
    let mut rows = Vec::new();
    let main = &case.run.summary.run;
    rows.push(row("proposal", String::new(), main.trials, figures));
    for run in others {
        let edits: Vec<String> = run.edits.iter().map(|edit| edit.describe()).collect();
        rows.push(row(&run.name, edits.join("; "), run.rows.len() as u64, figures));
    }
    if let Some(exit) = &case.side.exit {
        let stops: Vec<String> = exit.ends.iter().map(|end| end.month.clone()).collect();
        let trials = exit.going_on.trials;
        rows.push(row("exit", format!("program.stop = {}", stops.join(", ")), trials, figures));
    }
    for rival in &case.side.rivals {
        let name = format!("rival.{}", rival.name);
        let edits = format!("program = {}", rival.name);
        rows.push(row(&name, edits, rival.played.measures.len() as u64, figures));
    }
    if let Some(package) = &case.advice.package {
        let edits = package.actions.iter().flat_map(|a| &a.edits).map(|edit| edit.describe());
        let edits: Vec<String> = edits.collect();
        rows.push(row("counter-design", edits.join("; "), package.rows.len() as u64, figures));
    }
    let columns = vec![
        text_column("review-column-run"),
        text_column("review-column-edits"),
        number_column("review-column-trials"),
    ];
    table(say("review-annex-table"), columns, rows)
}

fn row(name: &str, edits: String, trials: u64, figures: &mut Figures) -> Vec<Arg> {
    let trials = figures.bare(format!("annex.{name}.trials"), Form::Count, trials as f64, Source::Formula);
    vec![Arg::Text(name.to_owned()), Arg::Text(edits), cell(trials, Style::Value)]
}
