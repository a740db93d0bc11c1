//! The pages of a review: whole, sound, the same for the same review, every number linked to its figure.

use super::{GOOD, OF_GOOD, OF_SABOTAGED, SABOTAGED, made};
use loyalsim::design::Design;
use loyalsim::report::{ReviewPages, review_html, review_markdown};
use loyalsim::review::{FigureId, PartKey, Review};
use loyalsim::words::{Language, Words};
use std::collections::BTreeSet;

fn pages<'a>(review: &'a Review, text: &'a str, language: Language) -> ReviewPages<'a> {
    let design = Design::parse(text).unwrap_or_else(|problems| panic!("{problems}"));
    ReviewPages::new(review, &design, text, Words::new(language).with_currency("EUR"))
}

fn every_page() -> Vec<(&'static Review, Language, String)> {
    let reviews = [(&*OF_SABOTAGED, SABOTAGED), (&*OF_GOOD, GOOD)];
    let told = |(review, text)| {
        Language::ALL.map(|language| (review, language, review_html(&pages(review, text, language))))
    };
    reviews.into_iter().flat_map(told).collect()
}

/// What stands in `page` between each `before` and the next `after`.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    page.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(inside, _)| inside).collect()
}

#[test]
fn every_number_of_a_sentence_is_linked_to_its_figure() {
    for (review, language, page) in every_page() {
        let linked: BTreeSet<&str> = between(&page, "data-figure=\"", "\"").into_iter().collect();
        assert!(linked.iter().all(|id| review.figures.find(id).is_some()));
        let said: BTreeSet<&str> =
            review.sentences().iter().flat_map(|sentence| sentence.figures()).map(FigureId::as_str).collect();
        let lost: Vec<_> = said.difference(&linked).collect();
        assert!(lost.is_empty(), "{language}: not on the page: {lost:?}");
    }
}

#[test]
fn pages_need_nothing_beside_them() {
    for (_, language, page) in every_page() {
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("@import"));
        for source in between(&page, "url(", ")").into_iter().chain(between(&page, "src=\"", "\"")) {
            assert!(source.starts_with("data:"), "{}", &source[..40]);
        }
        for target in between(&page, "href=\"#", "\"") {
            assert!(page.contains(&format!(" id=\"{target}\"")), "{language}: no {target}");
        }
        assert_eq!(page.matches("<section").count(), PartKey::ALL.len());
        assert!(page.matches("<svg").count() > 1 && page.matches("<caption>").count() > 5);
        assert_eq!(page.matches("<table").count(), page.matches("<caption>").count());
        // No mark of a figure and no message without words is left.
        assert!(
            page.chars().all(|c| (c as u32) < 0xF_0000) && !page.contains("{$") && !page.contains(">page-")
        );
    }
}

#[test]
fn the_same_review_gives_the_same_pages_to_the_byte() {
    let again = made(SABOTAGED, 1);
    for language in Language::ALL {
        let [one, other] = [&*OF_SABOTAGED, &again].map(|review| pages(review, SABOTAGED, language));
        assert!(review_html(&one) == review_html(&other));
        assert!(review_markdown(&one) == review_markdown(&other));
    }
}

#[test]
fn tables_of_markdown_have_as_many_cells_as_heads() {
    for language in Language::ALL {
        let text = review_markdown(&pages(&OF_SABOTAGED, SABOTAGED, language));
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        let mut tables = 0;
        for lines in text.lines().collect::<Vec<_>>().windows(2).filter(|pair| pair[0].starts_with('|')) {
            assert!(!lines[1].starts_with('|') || cells(lines[0]) == cells(lines[1]), "{lines:?}");
            tables += usize::from(lines[1].starts_with("| ---"));
        }
        assert!(tables > 5, "{tables} tables");
        assert!(text.contains("](charts/waterfall.png)"));
    }
}
