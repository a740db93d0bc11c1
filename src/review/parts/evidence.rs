//! The evidence: what the verdict rests on, and which popular claims the design leans on.

use super::{number_column, table, text_column};
use crate::design::Basis;
use crate::review::case::{Case, MAIN, cell, from};
use crate::review::claims::claims;
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::sentence::{Style, name, say};

/// Part three.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = vec![counts(case, figures)];
    match &case.split {
        Some(split) => {
            let rows = Basis::ALL.iter().zip(split.by_basis).map(|(basis, share)| {
                let id = format!("evidence.{}", basis.key());
                let id = figures.of(id, share, from(MAIN));
                vec![name("basis", basis.key().to_owned()), cell(id, Style::Value)]
            });
            let mut rows: Vec<_> = rows.collect();
            for (id, share, message) in [
                ("evidence.events", split.events, "review-evidence-events"),
                ("evidence.luck", split.luck, "review-evidence-luck"),
                ("evidence.rest", split.rest, "review-evidence-rest"),
            ] {
                let share = figures.of(id, share, from(MAIN));
                rows.push(vec![super::said(say(message)), cell(share, Style::Value)]);
            }
            let columns = vec![text_column("review-column-basis"), number_column("review-column-variance")];
            blocks.push(table(say("review-evidence-table"), columns, rows));
            blocks.push(drivers(case, &split.drivers, figures));
            blocks.push(Block::Note(say("review-evidence-note")));
        }
        None => blocks.push(Block::Note(say("review-evidence-certain"))),
    }
    let found = claims(case.design, figures);
    if found.is_empty() {
        blocks.push(Block::Paragraph(vec![say("review-claims-none")]));
    } else {
        blocks.push(Block::Heading(say("review-claims")));
        blocks.push(Block::List(found));
    }
    blocks
}

fn counts(case: &Case, figures: &mut Figures) -> Block {
    let stated: usize = Basis::ALL.into_iter().map(|basis| case.facts.stated(basis)).sum();
    let all = case.design.numbers.len();
    let mut book = |id: &str, n: usize| {
        figures.bare(format!("evidence.count.{id}"), Form::Count, n as f64, Source::Design)
    };
    let (all, stated) = (book("all", all), book("stated", stated));
    let measured = book("measured", case.facts.stated(Basis::Measured));
    let judged = book("judged", case.facts.stated(Basis::Assumed) + case.facts.stated(Basis::Folk));
    Block::Lead(
        say("review-evidence-lead")
            .figure("all", all, Style::Plural)
            .figure("stated", stated, Style::Plural)
            .figure("measured", measured, Style::Plural)
            .figure("judged", judged, Style::Plural),
    )
}

fn drivers(case: &Case, drivers: &[crate::review::attribution::Driver], figures: &mut Figures) -> Block {
    if drivers.is_empty() {
        return Block::Paragraph(vec![say("review-drivers-none")]);
    }
    let rows = drivers.iter().take(6).map(|driver| {
        let number = &case.design.numbers[driver.number];
        let id = |what: &str| format!("driver.{}.{what}", number.path);
        let share = figures.of(id("share"), driver.share, from(MAIN));
        let low = figures.of(id("low"), driver.when_low, from(MAIN));
        let high = figures.of(id("high"), driver.when_high, from(MAIN));
        vec![
            name("number", case.design.readable(&number.path)),
            name("basis", number.basis.key().to_owned()),
            cell(share, Style::Value),
            cell(low, Style::Signed),
            cell(high, Style::Signed),
        ]
    });
    let columns = vec![
        text_column("review-column-number"),
        text_column("review-column-basis"),
        number_column("review-column-variance"),
        number_column("review-column-when-low"),
        number_column("review-column-when-high"),
    ];
    table(say("review-drivers-table"), columns, rows.collect())
}
