//! Tripwires: which reading of the books tells a threat, or a bad outcome, from a good year, and how often it is a false alarm.

use crate::decide::threats::Likely;
use crate::review::case::{Case, MAIN, cell, chance, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form};
use crate::review::lab::Played;
use crate::review::measures::Measure;
use crate::review::parts::{number_column, said, table, text_column};
use crate::review::sentence::{Arg, Style, name, say};
use crate::review::side_runs::ThreatRun;
use crate::review::tripwire::{self, Tripwire};
use crate::review::watchpoints::{self, Readings, Watchpoint};

/// First-year figures that may tell a bad outcome from a good one.
const FIRST_YEAR: [(&str, Form, Measure); 5] = [
    ("first-year-lift", Form::Share, Measure::FirstYearLift),
    ("first-year-cost", Form::Share, Measure::FirstYearCost),
    ("first-year-members", Form::Share, Measure::FirstYearMembers),
    ("first-year-nps", Form::NpsPoints, Measure::FirstYearNps),
    ("first-year-redemption", Form::Share, Measure::FirstYearRedemption),
];

/// One table for the threats, one for bad outcomes.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let fewer = (case.run.summary.run.customers as f64) < case.facts.central(case.design.business.customers);
    let note = if fewer { "review-wires-note-fewer" } else { "review-wires-note" };
    let mut blocks = vec![of_threats(case, figures), Block::Note(say(note))];
    blocks.push(of_bad_outcomes(case, figures));
    blocks
}

fn of_threats(case: &Case, figures: &mut Figures) -> Block {
    // nobody needs an alarm for what he decides himself
    let others = case.side.threats.iter().filter(|threat| !matches!(threat.likely, Likely::Own));
    let rows = others.map(|threat| {
        let threatens = name("stress", threat.run.name.clone());
        match telling(case.run, threat) {
            Some((watchpoint, wire)) => {
                let id = format!("tripwire.{}", threat.run.name);
                let watched = name("watch", watchpoint.key().to_owned());
                let mut row = vec![threatens, watched];
                row.extend(cells(&id, watchpoint.form(), &wire, &threat.run.name, figures));
                row
            }
            None => {
                let dash = || Arg::Text("–".to_owned());
                vec![threatens, said(say("review-wires-blind")), dash(), dash(), dash()]
            }
        }
    });
    let columns = vec![
        text_column("review-column-threat"),
        text_column("review-column-watch"),
        text_column("review-column-alarm"),
        number_column("review-column-hits"),
        number_column("review-column-false-alarms"),
    ];
    let rows = rows.collect();
    table(say("review-wires-table"), columns, rows)
}

/// The watchpoint that tells best whether the threat is there: its extreme reading of a year, with the threat against without it.
fn telling(run: &Played, threat: &ThreatRun) -> Option<(Watchpoint, Tripwire)> {
    let played = threat.readings.len();
    let with_threat = |at: usize| at >= played;
    let bad: Vec<bool> = (0..2 * played).map(with_threat).collect();
    let both = |watchpoint: Watchpoint, above: bool| -> Vec<f64> {
        let extreme = |readings: &Readings| readings.extreme(watchpoint, above);
        run.readings.iter().take(played).chain(&threat.readings).map(extreme).collect()
    };
    let wires = watchpoints::of(threat.threat)
        .iter()
        .flat_map(|watchpoint| [(*watchpoint, true), (*watchpoint, false)]);
    let wires = wires.filter_map(|(watchpoint, above)| {
        let wire = tripwire::best(&both(watchpoint, above), &bad)?;
        // A high reading alarms by its highest value of the year, a low one by its lowest.
        (wire.above == above).then_some((watchpoint, wire))
    });
    wires.max_by(|a, b| a.1.gain().total_cmp(&b.1.gain()))
}

/// Alarm, hits and false alarms as cells.
fn cells(id: &str, form: Form, wire: &Tripwire, run: &str, figures: &mut Figures) -> [Arg; 3] {
    let threshold = figures.bare(format!("{id}.threshold"), form, wire.threshold, from(run));
    let hits = chance(figures, format!("{id}.hits"), &wire.hits, run);
    let alarms = chance(figures, format!("{id}.false-alarms"), &wire.false_alarms, run);
    let side = if wire.above { say("review-alarm-above") } else { say("review-alarm-below") };
    [said(side.value("threshold", threshold)), cell(hits, Style::Chance), cell(alarms, Style::Chance)]
}

fn of_bad_outcomes(case: &Case, figures: &mut Figures) -> Block {
    let mut rows = Vec::new();
    for (key, form, measure) in FIRST_YEAR {
        let values: Vec<f64> = case.run.measure(measure).collect();
        let Some(wire) = tripwire::best(&values, &case.robust.bad) else { continue };
        let mut row = vec![name("indicator", key.to_owned())];
        row.extend(cells(&format!("tripwire.{key}"), form, &wire, MAIN, figures));
        rows.push(row);
    }
    if rows.is_empty() {
        return Block::Paragraph(vec![say("review-tripwires-none")]);
    }
    let columns = vec![
        text_column("review-column-indicator"),
        text_column("review-column-alarm"),
        number_column("review-column-hits"),
        number_column("review-column-false-alarms"),
    ];
    table(say("review-tripwires-table").name("what", "failure", case.robust.what), columns, rows)
}
