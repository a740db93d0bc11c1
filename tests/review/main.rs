//! Reviews as a whole: a sabotaged design is caught on every count, a good one is let go, and every sentence stands on its figures.

mod pages;

use loyalsim::decide::Unwatched;
use loyalsim::design::Design;
use loyalsim::review::{Block, Finding, Recommendation, Review, ReviewSettings, Severity, review};
use loyalsim::words::{Language, Words};
use std::sync::LazyLock;

const SABOTAGED: &str = include_str!("sabotaged.toml");
const GOOD: &str = include_str!("../../scenarios/staff-training.toml");

static OF_SABOTAGED: LazyLock<Review> = LazyLock::new(|| made(SABOTAGED, 2));
static OF_GOOD: LazyLock<Review> = LazyLock::new(|| made(GOOD, 2));

fn made(text: &str, threads: usize) -> Review {
    let design = Design::parse(text).unwrap_or_else(|problems| panic!("{}", problems.plain()));
    let settings = ReviewSettings {
        seed: 1,
        trials: 120,
        customers: 600,
        rivals: Vec::new(),
        file: "x.toml".to_owned(),
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| review(text, &design, &settings, &Unwatched)).unwrap()
}

fn findings(review: &Review) -> Vec<&Finding> {
    let blocks = review.parts.iter().flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Finding(finding) => Some(finding.as_ref()),
            _ => None,
        })
        .collect()
}

/// An unreachable reward, no exit, a discount mostly paid for purchases made anyway, folk numbers: each was planted.
#[test]
fn a_sabotaged_design_is_caught_on_every_count() {
    let found = findings(&OF_SABOTAGED);
    for code in ["P01", "G06", "D03", "V01", "E01", "E04"] {
        assert!(
            found.iter().any(|f| f.code == code),
            "{code} is missing: {:?}",
            found.iter().map(|f| f.code).collect::<Vec<_>>()
        );
    }
    assert_ne!(OF_SABOTAGED.recommendation, Recommendation::Go);
    let reward = found.iter().find(|f| f.code == "P01").unwrap();
    assert_eq!(reward.severity, Severity::Critical);
    let line = SABOTAGED.lines().position(|line| line.contains("minimum_to_redeem")).unwrap() + 1;
    assert_eq!(reward.line, Some(line));
}

#[test]
fn a_good_program_is_let_go() {
    assert_eq!(OF_GOOD.recommendation, Recommendation::Go);
    assert!(findings(&OF_GOOD).iter().all(|finding| finding.severity != Severity::Critical));
}

#[test]
fn findings_come_by_money_at_stake() {
    let money: Vec<f64> = findings(&OF_SABOTAGED)
        .iter()
        .map(|f| f.stake.as_ref().map_or(0.0, |id| OF_SABOTAGED.figures.get(id).unwrap().value))
        .collect();
    assert!(money.is_sorted_by(|a, b| a >= b), "{money:?}");
}

/// Advice is what helped on trials that did not choose it, or what no simulation can show.
#[test]
fn advice_has_helped() {
    for finding in findings(&OF_SABOTAGED) {
        for remedy in finding.action.iter().chain(&finding.also) {
            let Some(effect) = &remedy.effect else { continue };
            assert!(
                OF_SABOTAGED.figures.get(effect).unwrap().value > 0.0,
                "{}: {:?}",
                finding.code,
                remedy.edits
            );
        }
    }
}

#[test]
fn every_sentence_stands_on_its_figures_in_both_languages() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD] {
        assert_eq!(review.parts.len(), 11);
        for sentence in review.sentences() {
            for id in sentence.figures() {
                assert!(review.figures.get(id).is_some(), "{}: no figure {id}", sentence.key);
            }
            for language in Language::ALL {
                let said = review.tell(sentence, Words::new(language));
                assert!(
                    !said.is_empty() && said != sentence.key && !said.contains("{$"),
                    "{}: {said}",
                    sentence.key
                );
            }
        }
    }
}

#[test]
fn the_same_design_and_seed_give_the_same_review_on_any_number_of_threads() {
    let again = serde_json::to_string(&made(SABOTAGED, 1)).unwrap();
    assert_eq!(serde_json::to_string(&*OF_SABOTAGED).unwrap(), again);
}

#[test]
fn the_counter_design_runs_and_keeps_the_comments() {
    let text = OF_SABOTAGED.counter_design.as_ref().unwrap();
    assert!(Design::parse(text).is_ok());
    assert!(text.contains("# A design with everything wrong"));
}
