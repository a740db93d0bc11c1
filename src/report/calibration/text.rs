//! The calibration for a terminal: what matters, without pictures.

use super::found::Calibration;
use super::parts::{Block, Part};
use super::story::story;
use crate::report::table::{Align, layout};
use crate::words::{Words, breakable, capital};

/// Tables with more rows are for the page.
const LONG: usize = 9;

/// The text.
pub fn calibration_text(found: &Calibration<'_>, words: Words<'_>) -> String {
    told(&story(found, words.with_currency(&found.currency)))
}

/// Parts for a terminal.
pub fn told(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if !part.heading.is_empty() {
            text += &format!("\n{}\n", part.heading.to_uppercase());
        }
        for block in &part.blocks {
            text += &self::block(block);
        }
    }
    breakable(&text)
}

fn block(block: &Block) -> String {
    match block {
        Block::Lead(text) | Block::Text(text) => format!("{text}\n"),
        Block::List(items) => items.iter().map(|item| format!("  {item}\n")).collect(),
        Block::Chart(_) => String::new(),
        Block::Table(table) if table.rows.len() > LONG => String::new(),
        Block::Table(table) => {
            let mut rows = vec![table.head.iter().map(|head| capital(head)).collect::<Vec<_>>()];
            rows.extend(table.rows.iter().cloned());
            let mut aligns = vec![Align::Right; table.head.len()];
            aligns[0] = Align::Left;
            layout(&rows, &aligns)
        }
    }
}
