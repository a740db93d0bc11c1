//! The reference of the design format for readers, made from the catalogue so that it cannot fall behind.

use super::catalogue::{Catalogue, Fallback, Key, Kind, Preset};
use super::numbers::{Basis, Distribution};
use crate::units::format;
use std::collections::BTreeMap;

/// What is written by hand; the line [`MARK`] gives way to the tables of keys.
const PROSE: &str = include_str!("reference.md");
const MARK: &str = "<!-- keys -->\n";
const COLUMNS: &str =
    "| key | what it means | allowed | if left out | why that |\n| --- | --- | --- | --- | --- |\n";

/// The reference of every key, in Markdown: the text of `docs/design-format.md`.
pub fn schema_markdown() -> String {
    let catalogue = Catalogue::get();
    let mut tables = String::new();
    for section in sections(catalogue.keys()) {
        tables += &heading(&section);
        if !section.keys.is_empty() {
            tables += COLUMNS;
        }
        for key in section.keys {
            tables += &row(key);
        }
        if section.parent == "churn" {
            tables += &presets(catalogue.presets());
        }
    }
    PROSE.replace(MARK, &tables)
}

/// A table of the format: its key, if it has one, and the keys within.
struct Section<'c> {
    parent: &'c str,
    table: Option<&'c Key>,
    keys: Vec<&'c Key>,
}

fn sections(keys: &[Key]) -> Vec<Section<'_>> {
    let mut all: Vec<Section<'_>> = Vec::new();
    for key in keys {
        let inside = key.parent().trim_end_matches("[]");
        match all.iter_mut().find(|section| section.parent == inside) {
            Some(section) => section.keys.push(key),
            None => all.push(Section { parent: inside, table: None, keys: vec![key] }),
        }
        if matches!(key.kind, Kind::Table | Kind::Tables) {
            all.push(Section { parent: &key.path, table: Some(key), keys: Vec::new() });
        }
    }
    // tables appear as sections; in a row only where they are written inside another table
    for section in &mut all {
        section.keys.retain(|key| !matches!(key.kind, Kind::Table | Kind::Tables) || key.name() == "steps");
    }
    all
}

fn heading(section: &Section<'_>) -> String {
    let title = match section.table {
        Some(key) if key.name() == "steps" => {
            format!("`steps` of `[[{}]]`", key.parent().trim_end_matches("[]"))
        }
        Some(key) if key.kind == Kind::Tables => format!("`[[{}]]`", key.path),
        Some(key) => format!("`[{}]`", key.path),
        None if section.parent.is_empty() => "Top of the file".to_owned(),
        None => "Every element of a program".to_owned(),
    };
    let meaning = match section.table {
        Some(key) if key.optional => format!("{} May be left out.\n\n", key.meaning),
        Some(key) => format!("{}\n\n", key.meaning),
        None if section.parent.is_empty() => String::new(),
        None => "Each element has these keys besides its own, as far as they make sense for it: who is entitled is left out of accounts that every member has (points, tiers, cumulative discounts, volume bonuses) and of service, which is the same for all.\n\n".to_owned(),
    };
    format!("\n### {title}\n\n{meaning}")
}

fn row(key: &Key) -> String {
    let (allowed, fallback) = (allowed(key), fallback(key));
    format!("| `{}` | {} | {allowed} | {fallback} | {} |\n", key.name(), key.meaning, key.source)
}

fn allowed(key: &Key) -> String {
    let form = match key.kind {
        Kind::Choice => words(&key.choices),
        Kind::Number | Kind::Integer => range(key),
        Kind::Numbers => format!("{} numbers, {}", key.count.unwrap_or_default(), range(key)),
        Kind::Integers => format!("list of whole numbers, {}", range(key)),
        Kind::Shares if key.choices.is_empty() => "shares by name".to_owned(),
        Kind::Shares => format!("shares by name: {}", words(&key.choices)),
        Kind::Text => "text".to_owned(),
        Kind::Texts => "list of texts".to_owned(),
        Kind::Month => "month".to_owned(),
        Kind::Segments => "names of segments".to_owned(),
        Kind::Table | Kind::Tables => "list of tables, see below".to_owned(),
    };
    match key.unit.text() {
        "" => form,
        unit => format!("{form}; *{unit}*"),
    }
}

/// The range, with large limits grouped by thousands.
fn range(key: &Key) -> String {
    match (key.min, key.max) {
        (Some(min), Some(max)) => {
            format!("{} to {}", Distribution::Fixed(min).describe(), Distribution::Fixed(max).describe())
        }
        _ => key.range().to_string(),
    }
}

fn words(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn fallback(key: &Key) -> String {
    let basis = key.basis.map_or(String::new(), |basis| format!(" ({})", basis_word(basis)));
    if let Some((_, other)) = key.instead_of.as_ref().and_then(|path| path.rsplit_once('.')) {
        return format!("**this or `{other}`**");
    }
    match (&key.default, &key.inherits) {
        (Some(default), _) => format!("{}{basis}", default_words(default)),
        (None, Some(path)) => format!("as `{path}`"),
        (None, None) if key.optional => "none".to_owned(),
        (None, None) => "**must be given**".to_owned(),
    }
}

fn default_words(default: &Fallback) -> String {
    match default {
        Fallback::Number(value) => Distribution::Fixed(*value).describe(),
        Fallback::Text(text) => text.clone(),
        Fallback::Pert { low, mode, high } => {
            Distribution::Pert { low: *low, mode: *mode, high: *high }.describe()
        }
        Fallback::Shares(shares) => share_list(shares),
    }
}

/// `staff_attitude 68 %, quality 14 %`, the largest first.
fn share_list(shares: &BTreeMap<String, f64>) -> String {
    let mut sorted: Vec<_> = shares.iter().collect();
    sorted.sort_by(|a, b| b.1.total_cmp(a.1));
    let one = |(name, share): (&String, &f64)| {
        let percent = format::fixed(share * 100.0, 1);
        format!("{name} {} %", percent.strip_suffix(".0").unwrap_or(&percent))
    };
    sorted.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Measured => "measured",
        Basis::Published => "published",
        Basis::Folk => "folk",
        Basis::Assumed => "assumed",
    }
}

fn presets(presets: &[Preset]) -> String {
    let mut text = "\n| preset | stands for | causes | source |\n| --- | --- | --- | --- |\n".to_owned();
    for preset in presets {
        let basis = basis_word(preset.basis);
        let causes = share_list(&preset.causes);
        text +=
            &format!("| `{}` | {} | {causes} | {} ({basis}) |\n", preset.name, preset.meaning, preset.source);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_explained() {
        let text = schema_markdown();
        for key in Catalogue::get().keys() {
            let meaning = &key.meaning;
            assert!(text.contains(meaning.as_str()), "{} is missing", key.path);
        }
        assert!(!text.contains(MARK), "the tables stand where the mark was");
        assert!(!text.contains("||") && !text.contains("NaN"));
    }

    #[test]
    fn the_committed_reference_is_up_to_date() {
        let committed = include_str!("../../docs/design-format.md");
        let current = schema_markdown();
        let differs = committed.lines().zip(current.lines()).find(|(old, new)| old != new);
        assert!(
            committed == current,
            "docs/design-format.md is out of date: run `cargo run -- schema --format md > docs/design-format.md`\n\
             first difference: {differs:?}"
        );
    }

    #[test]
    fn a_row_says_what_is_allowed_and_what_holds() {
        let text = schema_markdown();
        assert!(text.contains("| `gross_margin` | Sales at list price"));
        assert!(
            text.contains("| 0.8 to 2.2, most likely 1.4 (assumed) |"),
            "uncertain defaults are shown whole"
        );
        assert!(text.contains("| as `business.gross_margin` |"));
        assert!(text.contains("staff_attitude 68 %, quality 14 %"));
    }

    #[test]
    fn the_example_is_a_valid_design() {
        let example = PROSE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let design = crate::design::Design::parse(example).unwrap();
        assert!(design.warnings.is_empty(), "{:?}", design.warnings);
    }
}
