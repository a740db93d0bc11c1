//! Designs that were good once.

use crate::bytes::Choices;

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
    let mut lines: Vec<String> =
        seed(choices).lines().filter(|l| !l.starts_with('#')).map(str::to_owned).collect();
    for _ in 0..=choices.below(6) {
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
