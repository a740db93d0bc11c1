//! Designs that were good once.

use crate::bytes::Choices;
use std::sync::LazyLock;

/// What mutations begin with.
const SEEDS: [&str; 6] = [
    include_str!("../designs/full.toml"),
    include_str!("../../scenarios/coffee.toml"),
    include_str!("../../scenarios/electronics.toml"),
    include_str!("../../scenarios/new-shop.toml"),
    include_str!("../../scenarios/coalition.toml"),
    include_str!("../../scenarios/sellers.toml"),
];

/// Numbers at the ends of what numbers can be, and usual ones.
pub const NUMBERS: [&str; 18] = [
    "0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "0.999",
    "2",
    "12",
    "120",
    "1e-300",
    "5e-324",
    "1e9",
    "1e308",
    "nan",
    "-inf",
    "0x10",
    "9223372036854775807",
    "1_0.5",
];

/// Text that some format takes for its own.
pub const TEXTS: [&str; 14] = [
    "",
    "=1+1",
    "@x | a `` b",
    "<b onx=1>&amp;</style>",
    "\u{202e}rtl",
    "\u{0}\u{1b}[31m",
    "a\nb\r\nc\td",
    "'\"\\",
    "{ $x } {0} %s",
    "program.points[0].earn",
    "2026-01",
    "e\u{301}\u{200d}👩‍👩‍👧",
    "9999-12",
    "=cmd|' /C calc'!A0",
];

/// One of the seeds.
pub fn seed(choices: &mut Choices) -> &'static str {
    choices.of(&SEEDS)
}

/// A seed, its lines and values changed a few times.
pub fn text(choices: &mut Choices) -> String {
    let lines = seed(choices).lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect();
    let times = 1 + choices.below(6);
    changed(lines, times, choices)
}

/// The shortest design there is.
const SHORTEST: &str = "title = \"Short\"\ncurrency = \"EUR\"\nstart = \"2026-01\"\nhorizon_months = 12\n[business]\ncustomers = 900\nnew_customers_per_month = 20\nacquisition_cost = 10\n\
    gross_margin = 0.4\nannual_retention = 0.7\n[[segment]]\nname = \"all\"\nshare = 1\npurchases_per_year = 12\nbasket = 20\n\
    [program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n";

/// The tables of a design that has every key, but for those without which there is none.
static TABLES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let mut tables: Vec<Vec<&str>> = Vec::new();
    for line in SEEDS[0].lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match tables.last_mut() {
            // a table of a table stays with it
            Some(table) if !line.starts_with('[') || line.starts_with("[[program.tiers.") => table.push(line),
            _ => tables.push(vec![line]),
        }
    }
    let there = ["[business]", "[[segment]]", "[program]"];
    tables.retain(|table| table[0].starts_with('[') && !there.contains(&table[0]));
    tables
});

/// A short design with up to two tables of others, its lines and values changed a few times.
pub fn short_text(choices: &mut Choices) -> String {
    let mut lines: Vec<&str> = SHORTEST.lines().collect();
    for _ in 0..choices.below(3) {
        lines.extend(&TABLES[choices.below(TABLES.len())]);
    }
    let times = choices.below(4);
    changed(lines.into_iter().map(str::to_owned).collect(), times, choices)
}

fn changed(mut lines: Vec<String>, times: usize, choices: &mut Choices) -> String {
    for _ in 0..times {
        let at = choices.below(lines.len());
        match choices.below(8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => {
                let other = choices.below(lines.len());
                lines.swap(at, other);
            }
            3 => lines[at] = value(&lines[at], choices.of(&NUMBERS)),
            4 => lines[at] = value(&lines[at], &quoted(choices.of(&TEXTS))),
            5 => {
                let (low, high) = (choices.of(&NUMBERS), choices.of(&NUMBERS));
                lines[at] = value(&lines[at], &format!("{{ low = {low}, mode = {low}, high = {high} }}"));
            }
            6 => {
                let cut = choices.below(lines[at].len() + 1);
                if lines[at].is_char_boundary(cut) {
                    lines[at].truncate(cut);
                }
            }
            _ => lines[at].insert(0, char::from(choices.byte())),
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n") + "\n"
}

/// Text as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// `key = value` with another value.
fn value(line: &str, new: &str) -> String {
    line.split_once('=').map_or_else(|| line.to_owned(), |(key, _)| format!("{key}= {new}"))
}
