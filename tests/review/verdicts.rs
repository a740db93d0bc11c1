//! Verdicts on a sound design that has been spoilt in one place, and on one that cannot be judged.

use super::{findings, made, made_of};
use loyalsim::review::{PartKey, Recommendation, Review};

/// A shop whose points card brings money nearly for sure.
const SHOP: &str = include_str!("shop.toml");

/// The shop with some of its lines replaced.
fn spoilt(changes: &[(&str, &str)]) -> Review {
    let mut text = SHOP.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    made(&text, 2)
}

fn codes(review: &Review) -> Vec<&'static str> {
    findings(review).iter().map(|finding| finding.code.0).collect()
}

/// The message that gives the reason of the verdict.
fn reason(review: &Review) -> String {
    let sentences = review.sentences();
    let reasons = sentences.iter().filter(|sentence| sentence.key.starts_with("review-rule-"));
    reasons.map(|sentence| sentence.key.to_string()).next().unwrap_or_default()
}

/// A goal within reach, so that nothing but the money decides.
const EASY: (&str, &str) = ("at_least = 0.80", "at_least = 0.50");

#[test]
fn a_hole_in_the_terms_is_closed_before_a_launch() {
    let sound = spoilt(&[EASY]);
    assert_eq!((sound.recommendation, reason(&sound).as_str()), (Recommendation::Go, "review-rule-go"));
    let terms = "gift cards earn nothing, points on returned goods are taken back";
    let hole = spoilt(&[EASY, (terms, "points on returned goods stay")]);
    assert_eq!(
        (hole.recommendation, reason(&hole).as_str()),
        (Recommendation::GoAfterChanges, "review-rule-critical")
    );
    assert!(codes(&hole).contains(&"A07"), "{:?}", codes(&hole));
    let said = |review: &Review| review.sentences().iter().any(|sentence| sentence.key == "review-permits");
    assert!(said(&hole) && !said(&sound), "the checklist takes the line for an answer");
}

#[test]
fn money_without_the_goal_is_no_plain_launch() {
    let review = spoilt(&[]);
    assert!(review.figures.find("goal1.chance").unwrap().1.value < 0.01);
    assert_eq!(
        (review.recommendation, reason(&review).as_str()),
        (Recommendation::GoAfterChanges, "review-rule-misses")
    );
}

/// Points worth 40 % of the spend at a margin of 32 %: their remedy is to have none, and a points card without points is another program.
#[test]
fn a_program_that_loses_its_product_is_another_program() {
    let review = spoilt(&[EASY, ("earn = { value = 0.02", "earn = { value = 0.40")]);
    assert_eq!(
        findings(&review).first().map(|finding| finding.severity),
        Some(loyalsim::review::Severity::Critical)
    );
    assert!(codes(&review).contains(&"D01"), "{:?}", codes(&review));
    let removed = review.counter_design.as_ref().is_some_and(|text| !text.contains("[[program.points]]"));
    let wanted = if removed { Recommendation::Instead } else { Recommendation::GoAfterChanges };
    assert_eq!(review.recommendation, wanted, "{}", reason(&review));
    assert!(removed, "no package without points was found");
}

/// Staff of whom customers complain, and points alone: money for bad service. Training is the one thing that would help, and it needs no points.
#[test]
fn what_would_lift_the_verdict_stands_on_page_one() {
    let training = SHOP.find("[[program.staff_training]]").unwrap();
    let end = SHOP[training..].find("\n[").map(|at| training + at).unwrap();
    let review = spoilt(&[
        EASY,
        (&SHOP[training..end], ""),
        ("nps = { value = 22", "nps = { value = -40"),
        (
            "staff_attitude = 0.35, quality = 0.20, competition = 0.20, drift = 0.15, unexplained = 0.10",
            "staff_attitude = 0.75, quality = 0.10, competition = 0.05, drift = 0.05, unexplained = 0.05",
        ),
        (
            "proper_contacts = { low = 0.25, mode = 0.45, high = 0.60",
            "proper_contacts = { low = 0.05, mode = 0.08, high = 0.12",
        ),
    ]);
    assert!(codes(&review).contains(&"S10"), "{:?}", codes(&review));
    assert_eq!(
        (review.recommendation, reason(&review).as_str()),
        (Recommendation::Stop, "review-rule-stop-alone")
    );
    let verdict = review.part(PartKey::Verdict).unwrap();
    let keys: Vec<&str> =
        verdict.blocks.iter().flat_map(loyalsim::review::Block::sentences).flat_map(|s| s.keys()).collect();
    assert!(keys.contains(&"action-train-staff-called"), "{keys:?}");
}

#[test]
fn a_period_that_ends_too_early_is_no_verdict() {
    let review = spoilt(&[EASY, ("launch = \"2026-04\"", "launch = \"2028-06\"")]);
    assert!(codes(&review).contains(&"G20"));
    assert_eq!(
        (review.recommendation, reason(&review).as_str()),
        (Recommendation::FindOutFirst, "review-rule-short")
    );
}

/// A change whose best remedy is to keep today's terms, with money spent on it: what is advised is not to make it, not a design without it.
#[test]
fn a_change_that_is_better_not_made_is_not_launched() {
    let coffee = include_str!("../../scenarios/coffee-devaluation.toml");
    let launch = "launch  = \"2023-02\"";
    assert!(coffee.contains(launch));
    let coffee = coffee.replace(launch, &format!("{launch}\nsetup_cost = 5_000_000"));
    let review = made_of(&coffee, 2, 40);
    assert_eq!(
        (review.recommendation, reason(&review).as_str()),
        (Recommendation::Stop, "review-rule-undone")
    );
    assert_eq!(review.counter_design, None);
    let gain = review.figures.find("undone.gain").unwrap().1.value;
    let loss = -review.figures.find("proposal.npv").map_or(f64::NAN, |(_, figure)| figure.value);
    assert!((gain - loss).abs() < 0.2 * loss, "{gain} against {loss}");
    // whatever else the money could do is compared beside today's program, of which nothing is taken out
    let edits: Vec<String> =
        findings(&review).iter().flat_map(|f| f.action.iter()).flat_map(|r| r.edits.clone()).collect();
    assert!(edits.iter().all(|edit| !edit.contains("today.")), "{edits:?}");
}
