//! Numbers of a shop as a design writes them.

use crate::design::{Catalogue, Key};
use crate::fit::apart::{Apart, KindName};
use crate::fit::shop::Shop;
use crate::fit::uncertainty::TENTH;
use crate::words::{Value, Words, breakable, harmless};

/// The relative error from which a distribution is told by its quantiles.
const WIDE: f64 = 0.25;
/// The widest that a number is called measured: a factor of e either way.
const WIDEST: f64 = 1.0;
/// Letters of a name.
const LONGEST: usize = 60;

/// What a group is called: by the column that tells it apart, or by the rates that divide it from the others; numbered where others are called the same.
pub fn between(shop: &Shop, at: usize, words: Words<'_>) -> String {
    let name = |at: usize| rates(shop, at, words);
    let own = name(at);
    let same: Vec<usize> = (0..shop.groups.len()).filter(|other| name(*other) == own).collect();
    match same.iter().position(|other| *other == at) {
        Some(place) if same.len() > 1 => format!("{own} ({})", place + 1),
        _ => own,
    }
}

fn rates(shop: &Shop, at: usize, words: Words<'_>) -> String {
    if let Some(apart) = &shop.apart {
        return kind_name(apart, at, words);
    }
    let middle = |at: usize| {
        let (below, above) = (shop.groups[at].group.between.1, shop.groups[at + 1].group.between.0);
        words.short(0.5 * (below + above), 2).into()
    };
    let last = at + 1 == shop.groups.len();
    let name = match at {
        0 if last => words.say("design-measured-segment-all", &[]),
        0 => words.say("design-measured-segment", &[("rate", middle(0))]),
        _ if last => words.say("design-measured-segment-over", &[("low", middle(at - 1))]),
        _ => words.say("design-measured-segment-between", &[("low", middle(at - 1)), ("rate", middle(at))]),
    };
    breakable(&name)
}

/// What a group by a column is called.
fn kind_name(apart: &Apart, at: usize, words: Words<'_>) -> String {
    match &apart.names[at] {
        KindName::Other => say(words, "calibrate-apart-other", &[]),
        KindName::Unknown => say(words, "calibrate-apart-unknown", &[]),
        KindName::Value(value) => {
            let is_number = value.chars().all(|c| c.is_ascii_digit() || "-+.,".contains(c));
            let name = if is_number { format!("{} {value}", apart.column) } else { value.to_string() };
            harmless(&name).chars().take(LONGEST).collect()
        }
    }
}

/// Without spaces that do not break, which a file of TOML does not need.
pub fn say(words: Words<'_>, key: &str, arguments: &[(&'static str, Value)]) -> String {
    breakable(&words.say(key, arguments))
}

/// A comment of a design in lines that fit a screen.
pub fn comment(words: Words<'_>, key: &str, arguments: &[(&'static str, Value)]) -> String {
    let mut lines = vec![String::from("#")];
    for word in say(words, key, arguments).split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < 110) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(format!("# {word}")),
        }
    }
    lines.join("\n") + "\n"
}

/// A number to four digits, plain.
pub fn digits(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let scale = libm::floor(libm::log10(value.abs())) as i32;
    let decimals = (3 - scale).max(0) as usize;
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A text as TOML writes it.
pub fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A certain number with its basis.
pub fn certain(value: f64, basis: &str, source: &str) -> String {
    format!("{{ value = {}, basis = \"{basis}\", source = {} }}", digits(value), quoted(source))
}

/// A measured number whose error is normal.
pub fn normal(value: f64, error: f64, source: &str) -> String {
    by_measure(&format!("normal = [{}, {}]", digits(value), digits(error)), source)
}

/// A measured number by what it lies below with a tenth, a half and nine tenths.
pub fn quantiles(three: [f64; 3], source: &str) -> String {
    let [low, middle, high] = three.map(digits);
    by_measure(&format!("p10 = {low}, p50 = {middle}, p90 = {high}"), source)
}

fn by_measure(distribution: &str, source: &str) -> String {
    format!("{{ {distribution}, basis = \"measured\", source = {} }}", quoted(source))
}

/// A measured number with its standard error, within what the key at `path` allows.
pub fn measured(path: &str, value: f64, error: f64, source: &str) -> String {
    let range = Catalogue::get().find(path).map(Key::range);
    let allowed = |value: f64| range.map_or(value, |range| range.clamp(value));
    let (value, relative) = (allowed(value), error / value);
    if relative.is_nan() || relative <= 1e-4 {
        return certain(value, "measured", source);
    }
    if relative < WIDE {
        return normal(value, error, source);
    }
    let spread = libm::exp(TENTH * libm::sqrt(libm::log1p(relative * relative)).min(WIDEST));
    let [low, high] = [value / spread, value * spread].map(allowed);
    if [low, high].map(digits).contains(&digits(value)) {
        return certain(value, "measured", source);
    }
    quantiles([low, value, high], source)
}

/// Whether a number is written as an uncertain one, which alone can go with others.
pub fn is_uncertain(written: &str) -> bool {
    !written.starts_with("{ value")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_four_digits() {
        let told: Vec<String> =
            [0.0, 0.012_345_6, 1.0, 2.5, 12_345.6, 219.25].into_iter().map(digits).collect();
        assert_eq!(told, ["0", "0.01235", "1", "2.5", "12346", "219.2"]);
    }

    #[test]
    fn errors_become_distributions() {
        let path = "segment[].churn_beta";
        assert_eq!(measured(path, 2.0, 0.0, "s"), "{ value = 2, basis = \"measured\", source = \"s\" }");
        assert!(measured(path, 2.0, 0.1, "s").starts_with("{ normal = [2, 0.1]"));
        assert!(measured(path, 9_000.0, 1e9, "s").contains("p90 = 10000"));
        assert!(is_uncertain(&measured(path, 2.0, 0.1, "s")));
        // at the end of what is allowed there is no room for an error
        assert!(!is_uncertain(&measured("segment[].churn_shape", 0.05, 0.1, "s")));
    }
}
