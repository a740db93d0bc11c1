//! A design as the page shows it for change: what can be moved, switched and added.

use super::levers::{Lever, chosen, levers};
use super::texts::{Word, words_of};
use loyalsim::design::{Design, Problems};
use loyalsim::words::{Language, Words, capital};
use serde::Serialize;

/// A design for change.
#[derive(Debug, Serialize)]
pub struct View {
    title: String,
    program: Option<String>,
    groups: Vec<Group>,
    warnings: Vec<String>,
}

/// Numbers that belong together.
#[derive(Debug, Serialize)]
struct Group {
    key: &'static str,
    name: String,
    sections: Vec<Section>,
}

/// An element of the program, a segment, or all of a group.
#[derive(Debug, Serialize)]
struct Section {
    /// Where it stands; an element can be taken out there.
    path: String,
    name: String,
    element: bool,
    words: Vec<Word>,
    levers: Vec<Lever>,
}

/// Groups by the tables whose numbers they hold.
const GROUPS: [(&str, &str, &[&str]); 9] = [
    ("goals", "open-group-goals", &["goal"]),
    ("program", "open-group-program", &["program"]),
    ("business", "open-group-business", &["business", "product_group"]),
    ("segments", "open-group-segments", &["segment"]),
    ("churn", "open-group-churn", &["churn"]),
    ("service", "open-group-service", &["service", "staff", "branch", "touchpoint", "special_terms"]),
    ("market", "open-group-market", &["rival"]),
    ("plan", "open-group-plan", &["plan", "joining"]),
    ("behaviour", "open-group-behaviour", &["behaviour"]),
];

/// The design of a text for change.
///
/// # Errors
/// If it is not valid.
pub fn view(text: &str, language: Language) -> Result<View, Problems> {
    let design = Design::parse(text)?;
    let words = Words::new(language).with_currency(&design.currency);
    let all = levers(&design, words);
    let mut groups = vec![matter(&design, &all, words)];
    groups.extend(GROUPS.map(|(key, name, tables)| Group {
        key,
        name: words.say(name, &[]),
        sections: sections(&design, text, tables, &all, words),
    }));
    groups.retain(|group| group.sections.iter().any(|s| !s.levers.is_empty() || !s.words.is_empty()));
    Ok(View {
        title: design.title.clone(),
        program: design.program.as_ref().map(|program| program.name.clone()),
        groups,
        warnings: design.warnings.iter().map(|warning| words.warning(warning)).collect(),
    })
}

/// The levers that the design names as such.
fn matter(design: &Design, all: &[Lever], words: Words<'_>) -> Group {
    let named = chosen(design);
    let levers = all.iter().filter(|lever| named.contains_key(&lever.path)).cloned().collect();
    let section =
        Section { path: String::new(), name: String::new(), element: false, words: Vec::new(), levers };
    Group { key: "chosen", name: words.say("open-group-chosen", &[]), sections: vec![section] }
}

fn sections(design: &Design, text: &str, tables: &[&str], all: &[Lever], words: Words<'_>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    if tables.contains(&"program") && design.program.is_some() {
        sections.push(section(design, text, "program", words));
        let elements = design.program.iter().flat_map(|program| &program.elements);
        sections.extend(elements.map(|element| section(design, text, &element.path, words)));
    }
    for lever in all.iter().filter(|lever| tables.contains(&table(&lever.path))) {
        let place = place(&lever.path);
        let at = sections.iter().position(|section| section.path == place).unwrap_or_else(|| {
            sections.push(section(design, text, place, words));
            sections.len() - 1
        });
        sections[at].levers.push(lever.clone());
    }
    sections
}

fn section(design: &Design, text: &str, path: &str, words: Words<'_>) -> Section {
    let element = path.strip_prefix("program.").map(|rest| rest.split('[').next().unwrap_or(rest));
    let named = design.readable(path);
    let name = match (element, named.split_once('[')) {
        (Some(kind), _) => numbered(capital(&words.name("element", kind)), path, words),
        (None, Some(("goal", _))) => numbered(String::new(), path, words),
        (None, Some((_, name))) => name.trim_end_matches(']').to_owned(),
        (None, None) => String::new(),
    };
    let words = words_of(design, text, path, words);
    Section { path: path.to_owned(), name, element: element.is_some(), words, levers: Vec::new() }
}

/// The second of a kind and later ones have a number.
fn numbered(name: String, path: &str, words: Words<'_>) -> String {
    let place = path.rsplit_once('[').and_then(|(_, rest)| rest.trim_end_matches(']').parse::<usize>().ok());
    match place {
        Some(place) if place > 0 || name.is_empty() => {
            let number = words.say("number-entry", &[("number", (place + 1).into())]);
            format!("{name} {number}").trim().to_owned()
        }
        _ => name,
    }
}

/// The table at the top of a path.
fn table(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// The section a number belongs to: an element, a segment, or a table at the top.
fn place(path: &str) -> &str {
    let end = match path.strip_prefix("program.") {
        Some(rest) => match rest.find(']') {
            Some(end) => "program.".len() + end + 1,
            None => "program".len(),
        },
        None => path.find(['.', '[']).map_or(path.len(), |end| match path[end..].find(']') {
            Some(close) if path[end..].starts_with('[') => end + close + 1,
            _ => end,
        }),
    };
    &path[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_find_their_section() {
        for (path, section) in [
            ("program.points[0].earn", "program.points[0]"),
            ("program.tiers[1].steps[0].discount", "program.tiers[1]"),
            ("program.setup_cost", "program"),
            ("segment[2].basket", "segment[2]"),
            ("churn.causes.price", "churn"),
            ("business.season[3]", "business"),
            ("goal[0].at_least", "goal[0]"),
        ] {
            assert_eq!(place(path), section);
        }
    }

    /// Every number that a design can say stands in exactly one group, besides those that matter.
    #[test]
    fn every_number_is_shown_once() {
        let text = include_str!("../../tests/designs/full.toml");
        let design = Design::parse(text).unwrap();
        for language in Language::ALL {
            let view = view(text, language).unwrap();
            let shown = |chosen: bool| {
                let groups = view.groups.iter().filter(|group| (group.key == "chosen") == chosen);
                groups
                    .flat_map(|g| &g.sections)
                    .flat_map(|s| &s.levers)
                    .map(|l| l.path.clone())
                    .collect::<Vec<_>>()
            };
            let mut all = shown(false);
            all.sort();
            let left_out = |path: &&String| ["optimise", "study", "correlations"].contains(&table(path));
            let mut known: Vec<String> = design.numbers.iter().map(|(_, n)| n.path.clone()).collect();
            known.retain(|path| !left_out(&path) && !design.is_settled(path));
            known.sort();
            assert_eq!(all, known);
            assert!(!shown(true).is_empty(), "the full design names levers");
        }
    }
}
