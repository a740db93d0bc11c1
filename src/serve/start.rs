//! The beginning: what the page says, what can be added, and the designs to begin with.

use super::Variant;
use super::desk::{Answered, Desk};
use axum::Json;
use axum::extract::State;
use loyalsim::design::templates;
use loyalsim::words::{Words, capital};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the page says itself, by its key.
const SAID: &[&str] = &[
    "open-add",
    "open-add-element",
    "open-add-element-means",
    "open-assumptions",
    "open-at-the-end",
    "open-at-what-price",
    "open-back",
    "open-begin",
    "open-better",
    "open-business-name",
    "open-changes",
    "open-changes-none",
    "open-close",
    "open-compare",
    "open-compare-means",
    "open-compare-one",
    "open-decides",
    "open-decides-ask",
    "open-levers-decide",
    "open-decides-means",
    "open-download",
    "open-drop",
    "open-file-name",
    "open-for-what",
    "open-full",
    "open-language",
    "open-levers",
    "open-lost",
    "open-measure",
    "open-menu",
    "open-more",
    "open-more-numbers",
    "open-name",
    "open-no-goals",
    "open-no-program",
    "open-off",
    "open-open",
    "open-picture-scroll",
    "open-pictures",
    "open-print",
    "open-questions",
    "open-questions-means",
    "open-read-review",
    "open-redo",
    "open-remove-element",
    "open-rename",
    "open-replace",
    "open-review",
    "open-reviewed",
    "open-reviewing",
    "open-save",
    "open-save-means",
    "open-share",
    "open-share-means",
    "open-skip",
    "open-start",
    "open-start-means",
    "open-starting",
    "open-stop",
    "open-theme",
    "open-undo",
    "open-variants",
    "open-warnings",
    "open-with",
    "open-without",
    "open-worse",
    "run-change",
    "run-chance",
    "run-expected",
    "run-goal",
    "run-spread",
    "run-with",
    "run-without",
];

macro_rules! pages {
    ($($kind:literal),* $(,)?) => {
        &[$(($kind, include_str!(concat!("../../docs/elements/", $kind, ".md")))),*]
    };
}

/// The page of each kind of element, which ends with lines to paste.
const ELEMENTS: &[(&str, &str)] = pages![
    "points",
    "points_event",
    "cumulative_discount",
    "tiers",
    "special_offer",
    "seasonal_sale",
    "personal_offers",
    "messages",
    "referral",
    "subscription",
    "club",
    "gift",
    "gift_card",
    "prize_draw",
    "contest",
    "game",
    "partner",
    "trade_in",
    "guarantee",
    "payment_terms",
    "preferential_terms",
    "special_terms",
    "retention_offer",
    "win_back",
    "volume_bonus",
    "charges",
    "staff_training",
    "staff_pay",
    "staff_culture",
    "mystery_shopping",
    "complaint_recovery",
    "fast_response",
    "quality",
];

/// In which language.
#[derive(Debug, Deserialize)]
pub struct Asked {
    language: String,
}

/// Everything the page begins with.
#[derive(Debug, Serialize)]
pub struct Start {
    language: &'static str,
    version: &'static str,
    says: BTreeMap<&'static str, String>,
    /// Names for new variants.
    names: Vec<String>,
    given: Vec<Variant>,
    elements: Vec<Addable>,
    templates: Vec<Template>,
}

/// An industry with a design to begin with.
#[derive(Debug, Serialize)]
struct Template {
    key: &'static str,
    name: String,
    meaning: String,
}

/// An element that can be added.
#[derive(Debug, Serialize)]
struct Addable {
    list: String,
    name: String,
    meaning: String,
    lines: String,
}

/// Answers the page's first request.
pub async fn start(State(desk): State<Arc<Desk>>, Json(asked): Json<Asked>) -> Answered<Start> {
    let language = desk.language(&asked.language);
    let words = Words::new(language);
    let say = |key: &'static str| (key, words.say(key, &[]));
    let name = |number: usize| words.say("open-variant", &[("number", number.into())]);
    let template = |key: &'static str| {
        let (name, meaning) = (capital(&words.name("industry", key)), words.name("template", key));
        Template { key, name, meaning }
    };
    Ok(Json(Start {
        language: language.code(),
        version: env!("CARGO_PKG_VERSION"),
        says: SAID.iter().copied().map(say).collect(),
        names: (1..=NAMES).map(name).collect(),
        given: desk.given().to_vec(),
        elements: ELEMENTS.iter().filter_map(|(kind, page)| addable(kind, page, words)).collect(),
        templates: templates().map(template).collect(),
    }))
}

/// Names for variants that are ready.
const NAMES: usize = 20;

fn addable(kind: &str, page: &str, words: Words<'_>) -> Option<Addable> {
    let list = format!("program.{kind}");
    Some(Addable {
        name: capital(&words.name("element", kind)),
        meaning: words.meaning(&list),
        lines: pasted(page, &list)?,
        list,
    })
}

/// The lines of an element that its page gives to paste, by themselves: tables within it stand below no list, and places that the
/// page's example has need not be there.
fn pasted(page: &str, list: &str) -> Option<String> {
    let (_, block) = page.rsplit_once("```toml\n")?;
    let (_, lines) = block.split("```").next()?.split_once(&format!("[[{list}]]\n"))?;
    let lines = lines.replace(&format!("[[{list}."), "[[");
    Some(
        lines.lines().filter(|line| !line.starts_with("touchpoint ")).flat_map(|line| [line, "\n"]).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::design::{Edit, ElementKind, edited};
    use loyalsim::words::Language;

    /// Every kind of element can be added to a design that has what it works on.
    #[test]
    fn every_element_can_be_added() {
        let words = Words::new(Language::En);
        let with_points = words.template("shop", "").unwrap();
        let businesses = [
            include_str!("../../scenarios/ladder.toml"),
            include_str!("../../scenarios/sellers.toml"),
            include_str!("../../tests/designs/full.toml"),
            &with_points,
        ];
        let all: Vec<Addable> =
            ELEMENTS.iter().map(|(kind, page)| addable(kind, page, words).expect(kind)).collect();
        assert_eq!(all.len(), ElementKind::ALL.len());
        for element in all {
            let list: &'static str = Box::leak(element.list.clone().into_boxed_str());
            let added = |text: &&str| edited(text, &[Edit::Append(list, element.lines.clone())]);
            let found: Vec<_> = businesses.iter().map(added).collect();
            assert!(found.iter().any(Result::is_ok), "{list}: {:?}", found[0].as_ref().err());
            assert!(!element.meaning.is_empty(), "{list}");
        }
    }
}
