//! Whatever comes in, something sensible comes out: targets of the fuzzer, each fed inputs of a fixed stream here.
//!
//! `LOYALSIM_FUZZ=10` feeds ten times as many, `LOYALSIM_FUZZ=10 cargo test --test fuzz short` to one target alone.
//! What is kept in `tests/fuzz/corpus` is fed first.
//! `fuzz/run` feeds the same targets inputs that libFuzzer breeds by what they reach.

mod asked;
mod bytes;
mod corpus;
mod decks;
mod logs;
mod mutate;
mod parts;
mod read;
mod tables;
mod targets;
#[path = "../support/workbook.rs"]
mod workbook;

use corpus::Corpus;
use targets::Target;

/// Targets, each with its name and as many inputs as it reads in about the same time.
const INPUTS: [(&str, Target, u64); 12] = [
    ("parsed", targets::parsed, 600),
    ("edited", targets::edited, 300),
    ("written", targets::written, 60),
    ("played", targets::played, 40),
    ("searched", targets::searched, 6),
    ("logged", logs::logged, 600),
    ("merged", parts::merged, 200),
    ("templated", decks::templated, 120),
    ("composed", targets::composed, 1_000),
    ("tabled", tables::tabled, 1_500),
    ("celled", tables::celled, 20_000),
    ("asked", asked::asked, 3_000),
];

/// Bytes of an input.
const LONG: usize = 192;

fn feed(nth: usize) {
    let (name, target, inputs) = INPUTS[nth];
    let times = std::env::var("LOYALSIM_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut corpus = Corpus::fed(name, target);
    let mut sensible = 0;
    for input in 0..inputs * times {
        let bytes = bytes::stream(nth as u64, input, LONG);
        sensible += u64::from(corpus.feed(&bytes, &format!("{name}, input {input}")));
    }
    let share = sensible as f64 / (inputs * times) as f64;
    println!("{name}: {} inputs, {} distinct, {share:.2} sensible", inputs * times, bytes::distinct());
    // inputs that are all refused would prove little
    assert!(share > 0.04, "{name}: {share}");
}

#[test]
fn texts_are_designs_or_refused() {
    feed(0);
}

#[test]
fn edits_leave_designs_or_are_refused() {
    feed(1);
}

#[test]
fn names_are_text_in_every_report() {
    feed(2);
}

#[test]
fn extreme_numbers_can_be_played() {
    feed(3);
}

#[test]
fn changed_logs_change_nothing() {
    feed(4);
}

#[test]
fn tables_are_read_or_refused() {
    feed(5);
}

#[test]
fn changed_parts_are_refused_or_can_be_summed_up() {
    feed(6);
}

#[test]
fn changed_templates_are_refused_or_make_decks() {
    feed(7);
}

#[test]
fn short_texts_are_designs_or_refused() {
    feed(8);
}

#[test]
fn short_tables_are_read_or_refused() {
    feed(9);
}

#[test]
fn cells_are_dates_and_amounts_or_neither() {
    feed(10);
}

#[test]
fn what_is_asked_for_is_understood_or_refused() {
    feed(11);
}
