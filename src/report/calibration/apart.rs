//! Groups by a column on the page: whether they differ, and by how much.

use super::found::Calibration;
use super::known::between;
use super::parts::{Block, Part, Table, yes};
use super::tables::heads;
use crate::fit::apart::Apart;
use crate::fit::known::Known;
use crate::fit::uncertainty::Z90;
use crate::words::{Value, Words, capital, harmless};

/// Below this chance a difference is called clear.
const CLEAR: f64 = 0.05;
/// A factor of e to this power, either way, is one that nobody knows.
const UNTOLD: f64 = 3.0;

/// Whether groups differ, and by how much; nothing where customers are not told apart by a column.
pub fn apart(found: &Calibration<'_>, words: Words<'_>) -> Option<Part> {
    let apart = found.shop.apart.as_deref()?;
    let column: (&'static str, Value) = ("column", harmless(&apart.column).into());
    let differ = apart.parted.differ;
    let test = [
        ("clear", yes(differ.chance < CLEAR).into()),
        ("chance", words.probability(differ.chance).into()),
        ("square", words.fixed(differ.square, 1).into()),
        ("degrees", u64::from(differ.degrees).into()),
    ];
    let mut blocks = vec![Block::Text(words.say("calibrate-apart-test", &test))];
    blocks.push(Block::Table(table(found, apart, words)));
    blocks.extend(apart.receipts_differ.map(|receipts| {
        let about = [
            ("clear", yes(receipts.chance < CLEAR).into()),
            ("chance", words.probability(receipts.chance).into()),
        ];
        Block::Text(words.say("calibrate-apart-receipts", &about))
    }));
    blocks.push(Block::List(notes(apart, words)));
    Some(Part { heading: words.say("calibrate-apart", &[column]), blocks })
}

fn table(found: &Calibration<'_>, apart: &Apart, words: Words<'_>) -> Table {
    let row = |(at, known): (usize, &crate::fit::shop::KnownGroup)| {
        let of = |known: Known| match at {
            0 => words.fixed(1.0, 2),
            _ if known.error > UNTOLD / Z90 => words.say("calibrate-vague", &[]),
            _ => {
                let [low, high] = [-Z90, Z90].map(|z| libm::exp(known.value + z * known.error));
                let factor = words.fixed(libm::exp(known.value), 2);
                format!("{factor} ({})", words.fixed_range(low, high, 2))
            }
        };
        vec![
            capital(&between(found.shop, at, words)),
            words.count(known.group.people as f64),
            of(apart.parted.buys_more(at)),
            of(apart.parted.leaves_more(at)),
        ]
    };
    let keys = [
        "calibrate-shop-group",
        "calibrate-class-customers",
        "calibrate-apart-buys",
        "calibrate-apart-leaves",
    ];
    let first = [("first", between(found.shop, 0, words).into())];
    Table {
        caption: words.say("calibrate-apart-table", &first),
        head: heads(words, keys),
        rows: found.shop.groups.iter().enumerate().map(row).collect(),
    }
}

fn notes(apart: &Apart, words: Words<'_>) -> Vec<String> {
    let mut notes = vec![words.say("calibrate-apart-model", &[])];
    if apart.joined > 0 {
        let about = [("joined", apart.joined.into()), ("least", apart.least.into())];
        notes.push(words.say("calibrate-apart-joined", &about));
    }
    if apart.several > 0 {
        notes.push(words.say("calibrate-apart-several", &[("several", apart.several.into())]));
    }
    notes.push(words.say("calibrate-apart-forecast", &[]));
    notes.push(words.say("calibrate-apart-cause", &[]));
    notes
}
