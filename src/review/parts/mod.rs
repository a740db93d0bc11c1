//! The parts of a review, one file or folder each.

mod accounting;
mod alternatives;
mod annex;
mod audit;
mod changes;
mod classes;
mod comparison;
mod completeness;
mod economics;
mod evidence;
mod fatigue;
mod goals;
mod goals_lost;
mod learn;
mod offer;
mod offers;
mod reach;
mod recommended;
mod roadmap;
mod scorecard;
mod threats;
mod today;
mod verdict;
mod weak_points;

use super::case::Case;
use super::content::{Block, Finding, Part, PartKey, Recommendation, Table, TableColumn};
use super::figure::{Figures, Form};
use super::sentence::{Arg, Sentence, say};
use crate::design::{Design, NumberId};
use crate::units::Unit;

pub use verdict::{Ruling, rule_on};
pub use weak_points::findings;

/// Parts that say something of a business without a program.
const SAYS_SOMETHING_WITHOUT: [PartKey; 6] = [
    PartKey::Verdict,
    PartKey::Goals,
    PartKey::Evidence,
    PartKey::WeakPoints,
    PartKey::Comparison,
    PartKey::Annex,
];

/// All parts in their order.
pub fn all(case: &Case, ruling: &Ruling, findings: Vec<Finding>, figures: &mut Figures) -> Vec<Part> {
    let roadmap = roadmap::blocks(case, ruling, &findings, figures);
    let mut parts = vec![
        (PartKey::Verdict, verdict::blocks(case, ruling, &findings, figures)),
        (PartKey::Scorecard, scorecard::blocks(case, ruling, figures)),
        (PartKey::Goals, goals::blocks(case, figures)),
        (PartKey::Evidence, evidence::blocks(case, figures)),
        (PartKey::Economics, economics::blocks(case, figures)),
        (PartKey::Reach, reach::blocks(case, ruling.ground, figures)),
        (PartKey::FatigueAndExit, fatigue::blocks(case, figures)),
        (PartKey::Threats, threats::blocks(case, figures)),
        (PartKey::WeakPoints, weak_points::blocks(case, ruling, findings, figures)),
        (PartKey::Roadmap, roadmap),
        (PartKey::Completeness, completeness::blocks(case, figures)),
        (PartKey::Audit, audit::blocks(case, figures)),
        (PartKey::Comparison, comparison::blocks(case, figures)),
    ];
    parts.push((PartKey::Annex, annex::blocks(case, figures)));
    let stays = |key: &PartKey| case.design.program.is_some() || SAYS_SOMETHING_WITHOUT.contains(key);
    parts.into_iter().filter(|(key, _)| stays(key)).map(|(key, blocks)| Part { key, blocks }).collect()
}

/// The recommendation as it is called in messages.
pub fn word(recommendation: Recommendation) -> &'static str {
    match recommendation {
        Recommendation::Go => "go",
        Recommendation::Pilot => "pilot",
        Recommendation::FindOutFirst => "find-out-first",
        Recommendation::GoAfterChanges => "go-after-changes",
        Recommendation::PilotAfterChanges => "pilot-after-changes",
        Recommendation::Instead => "instead",
        Recommendation::Stop => "stop",
        Recommendation::NoProgram => "no-program",
    }
}

fn table(caption: Sentence, columns: Vec<TableColumn>, rows: Vec<Vec<Arg>>) -> Block {
    Block::Table(Table { caption, columns, rows })
}

fn text_column(key: &'static str) -> TableColumn {
    TableColumn { head: say(key), numeric: false }
}

fn number_column(key: &'static str) -> TableColumn {
    TableColumn { head: say(key), numeric: true }
}

/// How a number of the design is written, by the unit that the catalogue gives it.
fn form_of(design: &Design, id: NumberId) -> Form {
    match design.numbers[id].unit.kind {
        Some(Unit::Money) => Form::Money,
        Some(Unit::Share) => Form::Share,
        Some(Unit::Months) => Form::Months,
        Some(
            Unit::Customers | Unit::NpsPoints | Unit::Points | Unit::Count | Unit::LogRatio | Unit::Number,
        )
        | None => Form::Times,
    }
}

fn said(sentence: Sentence) -> Arg {
    Arg::Said(Box::new(sentence))
}
