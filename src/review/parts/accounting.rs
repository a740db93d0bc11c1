//! Choices of accounting that a verdict may hang on: each is shown both ways where it does.

use crate::review::case::{Case, MAIN, chance};
use crate::review::figure::Figures;
use crate::review::ground::{EVEN, SURE};
use crate::review::measures::Measure;
use crate::review::sentence::{Sentence, Style};
use crate::summary::{Probability, Scalar, interval};

/// Another way to count, and what it leaves above the goal of money in each trial.
struct Choice {
    message: &'static str,
    key: &'static str,
    margins: Vec<f64>,
}

/// What the chance would be if it were counted in another way, where that would be another verdict.
pub fn hangs_on(case: &Case, proposal: &Probability, figures: &mut Figures) -> Vec<Sentence> {
    let other = |choice: &Choice| {
        let reached = choice.margins.iter().filter(|margin| **margin >= 0.0).count() as u64;
        let counted = interval::probability(reached, choice.margins.len() as u64);
        (class(&counted) != class(proposal)).then_some(counted)
    };
    let turning = choices(case).into_iter().filter_map(|choice| Some((other(&choice)?, choice)));
    let turning: Vec<(Probability, Choice)> = turning.collect();
    let told = turning.iter().map(|(counted, choice)| {
        let id = chance(figures, format!("accounting.{}", choice.key), counted, MAIN);
        Sentence::new(choice.message).figure("chance", id, Style::Chance)
    });
    told.collect()
}

/// Sure, likelier than not, or neither.
fn class(chance: &Probability) -> (bool, bool) {
    (chance.low.get() >= SURE, chance.low.get() >= EVEN)
}

/// The choices that matter to this design, each with the proposal counted in the other way.
fn choices(case: &Case) -> Vec<Choice> {
    let margins = &case.robust.margins;
    let plus = |more: Vec<f64>| -> Vec<f64> {
        margins
            .iter()
            .zip(more)
            .map(|(margin, more)| margin + if more.is_finite() { more } else { 0.0 })
            .collect()
    };
    let between =
        |with: Scalar, without: Scalar| case.run.column(with).minus(&case.run.column(without)).at_real_size();
    let lapses = between(Scalar::NetEffectFullPoints, Scalar::NetEffect);
    let base = between(Scalar::NpvWithBase, Scalar::Npv);
    let year = case.run.measure(Measure::LastYear).collect::<Vec<f64>>();
    let message = "review-accounting-base";
    let mut choices = vec![Choice { message, key: "base", margins: plus(base) }];
    if lapses.iter().any(|cost| *cost < 0.0) {
        let message = "review-accounting-points";
        choices.push(Choice { message, key: "points", margins: plus(lapses) });
    }
    // A program that has ended earns nothing in another year.
    if case.design.program.as_ref().is_some_and(|program| program.stop.is_none()) {
        let message = "review-accounting-horizon";
        choices.push(Choice { message, key: "horizon", margins: plus(year) });
    }
    choices
}
