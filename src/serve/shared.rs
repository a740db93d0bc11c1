//! One file with all variants: a page that anybody can read, and that `loyalsim open` continues from.

use super::Variant;
use super::answer::answer;
use super::compare;
use super::desk::Desk;
use super::play::{stage, summaries};
use loyalsim::charts::Chart;
use loyalsim::design::Design;
use loyalsim::words::{Language, Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::{Deserialize, Serialize};

/// What is shared.
#[derive(Debug, Deserialize)]
pub struct Sharing {
    variants: Vec<Variant>,
    language: String,
}

/// What stands in the file beside what people read.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    loyalsim: String,
    variants: Vec<Variant>,
}

/// A file that was not made by `Share`, or has been changed since.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotShared(String);

/// Between these stands the state.
const BEGIN: &str = "<script type=\"application/json\" id=\"loyalsim-state\">";
const END: &str = "</script>";

const STYLE: &str = include_str!("page/shared.css");

/// The file of these variants, with what is known of their results.
///
/// # Errors
/// If a design is not valid.
pub fn packed(desk: &Desk, sharing: &Sharing) -> Result<String, String> {
    let language = desk.language(&sharing.language);
    let words = Words::new(language);
    let mut shelf = desk.shelf();
    let hashes = sharing.variants.iter().map(|variant| shelf.take(&variant.text));
    let hashes = hashes.collect::<Result<Vec<_>, _>>().map_err(|p| words.plain_problems(&p))?;
    let names: Vec<String> = sharing.variants.iter().map(|variant| variant.name.clone()).collect();
    let played = hashes.iter().all(|hash| shelf.get(hash).is_some_and(|held| held.done() > 0));
    let comparison = (hashes.len() > 1 && played).then(|| {
        table(&compare::table(&shelf, &hashes, &names, &summaries(&shelf, &hashes), language), &names, words)
    });
    let variants = hashes.iter().zip(&names).filter_map(|(hash, name)| {
        let held = shelf.get(hash).filter(|held| held.done() > 0)?;
        let summary = held.summary();
        let found = answer(&held.design, &summary, stage(&summary), Some(Chart::WIDE), language);
        Some(found.readable(name, words))
    });
    let variants: Vec<Markup> = variants.collect();
    let version = env!("CARGO_PKG_VERSION");
    let state = State { loyalsim: version.to_owned(), variants: sharing.variants.clone() };
    let state = serde_json::to_string(&state).map_err(|why| why.to_string())?.replace('<', "\\u003c");
    let title = names.join(" · ");
    let note = words.say("open-shared-by", &[("version", version.into())]);
    Ok(page(language, &title, &note, comparison, &variants, &state).into_string())
}

fn page(
    language: Language,
    title: &str,
    note: &str,
    comparison: Option<Markup>,
    variants: &[Markup],
    state: &str,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p.note { (note) }
                @if let Some(table) = comparison { (table) }
                @for variant in variants { (variant) }
                (PreEscaped(BEGIN)) (PreEscaped(state)) (PreEscaped(END))
            }
        }
    }
}

fn table(found: &compare::Table, names: &[String], words: Words<'_>) -> Markup {
    html! {
        section {
            h2 { (words.say("open-compare", &[])) }
            table {
                thead { tr { th { (words.say("open-measure", &[])) } @for name in names { th.number { (name) } } } }
                tbody { @for row in &found.rows { tr {
                    th scope="row" { (row.label) }
                    @for cell in &row.cells { td.number { (cell.value) @if !cell.difference.is_empty() { br; small { (cell.difference) } } } }
                } } }
            }
            p.note { (words.say("open-compare-means", &[])) }
            @for caution in &found.cautions { p.note { (caution) } }
        }
    }
}

/// The variants in a file made by `Share`; `None` where it is no such file.
///
/// # Errors
/// If it is one, but cannot be read or holds no valid designs.
pub fn unpacked(file: &str) -> Option<Result<Vec<Variant>, NotShared>> {
    let (_, rest) = file.rsplit_once(BEGIN)?;
    let state = rest.split_once(END).map_or(rest, |(state, _)| state);
    let read = |state: &str| -> Result<Vec<Variant>, NotShared> {
        let state: State = serde_json::from_str(state).map_err(|why| NotShared(why.to_string()))?;
        for variant in &state.variants {
            Design::parse(&variant.text).map_err(|why| NotShared(why.to_string()))?;
        }
        match state.variants.len() {
            1..=4 => Ok(state.variants),
            count => Err(NotShared(format!("{count} variants"))),
        }
    };
    Some(read(state))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_shared_file_is_told_from_what_is_broken() {
        assert!(unpacked("title = \"A shop\"\n").is_none());
        let file = |state: &str| format!("<html>{BEGIN}{state}{END}</html>");
        for broken in [
            "",
            "{}",
            "{\"loyalsim\":\"1\",\"variants\":[]}",
            "{\"loyalsim\":\"1\",\"variants\":[{\"name\":\"a\",\"text\":\"x\"}]}",
        ] {
            assert!(unpacked(&file(broken)).unwrap().is_err(), "{broken}");
        }
    }
}
