//! A business that is paid by contract is spoken to in bills and renewals.

use super::*;
use loyalsim::report::review_text;

const SUBSCRIBERS: &str = include_str!("../../scenarios/loyal-subscribers.toml");

/// What such a business does not have, in both languages: tills, receipts, shops, visits, cards.
const FOREIGN_TO_IT: [(Language, &[&str]); 2] = [
    (
        Language::En,
        &[" till ", " till.", " tills", " receipt", " shop", " visit ", " visits ", " cards", "the card"],
    ),
    (Language::Ru, &[" касс", " чек", " магазин", " визит", " карты", " карте", " картой"]),
];

#[test]
fn subscribers_are_told_what_to_launch_instead_and_sent_to_no_till() {
    let design = Design::parse(SUBSCRIBERS).unwrap();
    assert!(design.is_by_contract());
    let settings =
        ReviewSettings { seed: 1, trials: 40, customers: 300, rivals: Vec::new(), file: "x.toml".to_owned() };
    let review = review(SUBSCRIBERS, &design, &settings, &Unwatched).unwrap();
    // both discounts lose by themselves, and complaints put right pay: no single step leads from the one to the other
    assert_eq!(review.recommendation, Recommendation::Instead);
    for (language, foreign) in FOREIGN_TO_IT {
        let text = review_text(&review, Words::new(language).of_design(&design));
        let lines = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in foreign {
            assert!(!lines.contains(word), "{language}: {word}: {}", around(&lines, word));
        }
    }
}

/// Where a word stands.
fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    text[at..].chars().take(100).collect()
}
