//! Templates of decks that somebody has changed.

use crate::bytes::{Choices, fed, reached};
use crate::read;
use crate::targets::summary;
use loyalsim::design::Design;
use loyalsim::report::{DeckError, Template, run_deck};
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A run, and the parts of its deck, which is a template too, without its slides.
static HONEST: LazyLock<(Design, Summary, BTreeMap<String, Vec<u8>>)> = LazyLock::new(|| {
    let design = Design::parse(include_str!("../../scenarios/coffee.toml")).unwrap();
    let (_, summary) = summary(&design);
    let deck = run_deck(&design, &summary, Template::own().unwrap(), Language::En).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(deck)).unwrap();
    let mut parts = BTreeMap::new();
    for nth in 0..zip.len() {
        let mut file = zip.by_index(nth).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if !["slides/", "charts/", "embeddings/", "notesSlides/"]
            .iter()
            .any(|of_slides| name.contains(of_slides))
        {
            parts.insert(name, content);
        }
    }
    (design, summary, parts)
});

/// What is put in the place of something else.
const PIECES: [&str; 12] = [
    "\"0\"",
    "\"-9223372036854775808\"",
    "\"99999999999\"",
    "\"1e308\"",
    "\"NaN\"",
    "\"\"",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
    "\"../../../../x\"",
    "\"http://example.org/\"",
    "</p:sp>",
    "type=\"body\"",
    "\u{0}",
];

fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        if zip.start_file(name, SimpleFileOptions::default()).is_ok() {
            zip.write_all(content).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// Puts something else in the place of a value, a tag, or any piece of a part.
fn changed(part: &mut Vec<u8>, choices: &mut Choices<'_>) {
    let text = String::from_utf8_lossy(part).into_owned();
    let marks: Vec<usize> = text.match_indices(['"', '<', '>']).map(|(at, _)| at).collect();
    if marks.len() < 2 {
        return;
    }
    let first = choices.below(marks.len() - 1);
    let (from, to) = (marks[first], marks[first + 1]);
    let piece = PIECES[choices.below(PIECES.len())];
    *part = match choices.below(3) {
        0 => format!("{}{piece}{}", &text[..from], &text[to + 1..]),
        1 => format!("{}{}", &text[..from], &text[to..]),
        _ => format!("{}{piece}{}", &text[..from], &text[from..]),
    }
    .into_bytes();
}

/// Whatever was changed: the template is refused in words, or makes a deck that is a template again.
pub fn templated(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let (design, summary, parts) = &*HONEST;
    let mut parts = parts.clone();
    let names: Vec<String> = parts.keys().cloned().collect();
    for _ in 0..choices.below(4) {
        let name = &names[choices.below(names.len())];
        match choices.below(12) {
            0 => drop(parts.remove(name)),
            _ => {
                if let Some(part) = parts.get_mut(name) {
                    changed(part, &mut choices);
                }
            }
        }
    }
    let mut file = packed(&parts);
    if choices.below(8) == 0 {
        let at = choices.below(file.len());
        file[at] ^= 1 << choices.below(8);
    }
    fed(&file);
    let made = Template::read(&file)
        .and_then(|template| run_deck(design, summary, template, Language::Ru))
        .and_then(|deck| Template::read(&deck));
    match made {
        Ok(_) => {
            reached("a deck");
            true
        }
        Err(DeckError::Template(fault)) => {
            reached(fault.key);
            for language in Language::ALL {
                let words = Words::new(language);
                let told = words.tell(&fault);
                assert!(!told.contains("template-"), "{told}");
                read::assert_harmless(&told);
                read::assert_harmless(&words.help(&fault).unwrap());
            }
            false
        }
        Err(other) => panic!("{other}"),
    }
}
