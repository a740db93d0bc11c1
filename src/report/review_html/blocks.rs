//! The pieces of a part as markup.

use maud::{Markup, PreEscaped, html};

use super::{finding, told};
use crate::charts::{self, Chart};
use crate::report::review_pages::ReviewPages;
use crate::review::{Arg, Block, Picture, Table};

/// Tables with no more rows stay on one page.
const SHORT: usize = 8;

/// Blocks in their order.
pub fn all(pages: &ReviewPages<'_>, blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (one(pages, block)) } }
}

/// Blocks in groups that begin with a heading.
pub fn by_heading(blocks: &[Block]) -> Vec<&[Block]> {
    let heads = blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Heading(_)));
    let mut starts: Vec<usize> = heads.map(|(at, _)| at).collect();
    starts.push(blocks.len());
    starts.windows(2).map(|ends| &blocks[ends[0]..ends[1]]).collect()
}

fn one(pages: &ReviewPages<'_>, block: &Block) -> Markup {
    match block {
        Block::Lead(sentence) => html! { p.lead { (told::sentence(pages, sentence)) } },
        Block::Heading(sentence) => html! { h3 { (told::sentence(pages, sentence)) } },
        Block::Note(sentence) => html! { p.note { (told::sentence(pages, sentence)) } },
        Block::Paragraph(sentences) => html! {
            p { @for sentence in sentences { (told::sentence(pages, sentence)) " " } }
        },
        Block::List(sentences) => html! {
            ul { @for sentence in sentences { li { (told::sentence(pages, sentence)) } } }
        },
        Block::Table(table) => self::table(pages, table),
        Block::Finding(weak) => finding::card(pages, weak),
        Block::Picture(picture) => self::picture(pages, *picture),
        Block::Code(code) => html! { pre { code { (code.trim_end()) } } },
    }
}

fn table(pages: &ReviewPages<'_>, table: &Table) -> Markup {
    let short = if table.rows.len() <= SHORT { "short" } else { "long" };
    html! {
        table class={ (short) " columns-" (table.columns.len()) } {
            caption { (told::sentence(pages, &table.caption)) }
            thead {
                tr {
                    @for column in &table.columns {
                        th scope="col" class=[column.numeric.then_some("number")] {
                            (told::sentence(pages, &column.head))
                        }
                    }
                }
            }
            tbody { @for cells in &table.rows { (row(pages, table, cells)) } }
        }
    }
}

fn row(pages: &ReviewPages<'_>, table: &Table, cells: &[Arg]) -> Markup {
    html! {
        tr {
            @for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
                @if at == 0 && !column.numeric {
                    th scope="row" { (content(pages, cell)) }
                } @else {
                    td class=[column.numeric.then_some("number")] { (content(pages, cell)) }
                }
            }
        }
    }
}

fn content(pages: &ReviewPages<'_>, cell: &Arg) -> Markup {
    match cell {
        Arg::Code(code) => html! { code { (told::breaking(code)) } },
        // Names from the design are written as they stand there.
        Arg::Text(_) | Arg::Figure { .. } => told::arg(pages, cell),
        Arg::Name { .. } | Arg::Month(_) | Arg::List(_) | Arg::Said(_) => told::capitalised(pages, cell),
    }
}

fn picture(pages: &ReviewPages<'_>, picture: Picture) -> Markup {
    match pages.chart(picture) {
        Some(chart) => html! { figure { (PreEscaped(charts::svg(&chart.at_least(Chart::LOW)))) } },
        None => Markup::default(),
    }
}
