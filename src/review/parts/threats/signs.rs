//! Early warnings in a single customer: silence, a failure, a smaller share.

use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::figure::{Bare, Figures, Source};
use crate::review::parts::{number_column, table, text_column};
use crate::review::sentence::{Arg, Style, say};
use crate::review::signals;

/// Silence by segment, and what a failure does.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    // who pays by contract is never silent
    let by_contract = case.design.segments.iter().filter(|segment| segment.contract.is_some()).count();
    let mut blocks = Vec::new();
    blocks.extend(silence(case, figures));
    let [usual, after] = signals::after_a_failure(case.design);
    let usual = figures.of("failure.usual", usual, Source::Formula);
    let after = figures.of("failure.after", after, Source::Formula);
    let mut signs = vec![
        say("review-sign-failure").value("usual", usual).value("after", after),
        say("review-sign-share"),
    ];
    if by_contract > 0 {
        signs.push(say("review-sign-contract"));
    }
    blocks.push(Block::List(signs));
    blocks
}

/// How much the silence of customers who buy says, by segment, where it says something.
fn silence(case: &Case, figures: &mut Figures) -> Option<Block> {
    let segments = case.design.segments.iter().enumerate().filter(|(_, segment)| segment.contract.is_none());
    let silent = segments.map(|(at, segment)| (at, segment, signals::silence(case.design, segment)));
    let rows = silent.filter(|(.., silence)| silence.tells()).map(|(at, segment, silence)| {
        let source = Source::Published("Schmittlein, Morrison & Colombo 1987".to_owned());
        let mut book = |what: &str, known: Bare| {
            cell(figures.of(format!("silence.{at}.{what}"), known, source.clone()), Style::Value)
        };
        vec![
            Arg::Text(segment.name.clone()),
            book("usual", silence.usual.into()),
            book("alarm", silence.alarm.into()),
            book("left", silence.left.into()),
            book("false-alarms", silence.false_alarms.into()),
        ]
    });
    let rows: Vec<Vec<Arg>> = rows.collect();
    let columns = vec![
        text_column("review-column-segment"),
        number_column("review-column-usual"),
        number_column("review-column-silent"),
        number_column("review-column-left"),
        number_column("review-column-silent-by-chance"),
    ];
    (!rows.is_empty()).then(|| table(say("review-silence-table"), columns, rows))
}
