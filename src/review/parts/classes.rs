//! What promoters, passives and detractors are worth here: estimated from a simulated rise of the score, as no accounts by class exist.

use super::{number_column, said, table, text_column};
use crate::review::case::{Case, MAIN, cell, from};
use crate::review::content::Block;
use crate::review::figure::{FigureId, Figures, Form};
use crate::review::interval::{Interval, Side, Spread};
use crate::review::measures::Measure;
use crate::review::sentence::{Style, name, say};
use crate::summary::{Scalar, moments::Moments};

/// A rise of the score below this, in points, says nothing about its worth.
const LEAST_RISE: f64 = 1.0;

/// Values of the classes over the horizon: the straight line through an average customer with the slope that better service shows.
///
/// Service that costs nothing lifts the score by ΔN points and the contribution by ΔE. One customer who turns from detractor to passive
/// lifts a base of B by 100/B points, so a step is worth ΔE · 100 / (ΔN · B).
struct Worth {
    /// An average customer's margin over the horizon.
    average: f64,
    /// What a step up is worth.
    step: Interval,
    /// The score today, from −1 to 1.
    score: f64,
}

fn worth(case: &Case) -> Option<Worth> {
    let run = case.side.better_service.as_ref()?;
    let mean = |values: Vec<f64>| values.into_iter().filter(|v| v.is_finite()).collect::<Moments>().mean();
    let rise = mean(run.rows.values(0, Scalar::NpsChange));
    let base = mean(run.rows.values(0, Scalar::ActiveBaseline));
    let gain = Interval::of_sample(run.rows.column(0, Scalar::NetEffect).at_real_size().into_iter())?;
    let step = gain.times(100.0 / (rise * base));
    let average = case.run.interval(Measure::Worth)?.value;
    let score = mean(case.run.simulated(Scalar::NpsBaseline)) / 100.0;
    (rise >= LEAST_RISE && base > 0.0).then_some(Worth { average, step, score })
}

/// A table, a sentence on detractors, and how far it can be trusted.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let Some(worth) = worth(case) else { return Vec::new() };
    let classes = [("promoters", 1.0), ("passives", 0.0), ("detractors", -1.0)];
    let [promoters, passives, detractors] = classes.map(|(class, place)| {
        let value = of_class(&worth, place);
        (class, figures.interval(format!("worth.{class}"), Form::Money, &value, from("better-service")))
    });
    let id = detractors.1.clone();
    let row = |(class, id): (&str, FigureId)| {
        vec![name("class", class.to_owned()), cell(id.clone(), Style::Value), cell(id, Style::Range)]
    };
    let mut rows = [promoters, passives, detractors].map(row).to_vec();
    let turned =
        figures.interval("worth.turned", Form::Money, &worth.step.times(2.0), from("better-service"));
    let label = said(say("review-row-turned"));
    rows.push(vec![label, cell(turned.clone(), Style::Value), cell(turned, Style::Range)]);
    let columns = vec![
        text_column("review-column-class"),
        number_column("review-column-worth"),
        number_column("review-column-range"),
    ];
    let average = figures.bare("worth.average", Form::Money, worth.average, from(MAIN));
    let sentence = match of_class(&worth, -1.0).side(0.0) {
        Side::Below => say("review-detractors-cost").value("value", id).value("average", average),
        Side::Above => say("review-detractors-pay").value("value", id).value("average", average),
        Side::Astride => say("review-detractors-open").range("value", id).value("average", average),
    };
    vec![
        table(say("review-classes-table"), columns, rows),
        Block::Paragraph(vec![sentence]),
        Block::Note(say("review-classes-note")),
    ]
}

/// The value of a class at `place` on the score, −1 to 1.
fn of_class(worth: &Worth, place: f64) -> Interval {
    let away = place - worth.score;
    let shift = worth.step.times(away);
    Interval {
        low: worth.average + shift.low,
        value: worth.average + shift.value,
        high: worth.average + shift.high,
        spread: Spread::Trials,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: an average of 100 at a score of 20 %, 50 for a step: promoters 100 + 0.8 · 50, detractors 100 − 1.2 · 50.
    #[test]
    fn classes_lie_on_a_line_through_the_average() {
        let step = Interval { low: 40.0, value: 50.0, high: 60.0, spread: Spread::Trials };
        let worth = Worth { average: 100.0, step, score: 0.2 };
        let near =
            |place: f64, expected: f64| assert!((of_class(&worth, place).value - expected).abs() < 1e-9);
        near(1.0, 140.0);
        near(0.0, 90.0);
        near(-1.0, 40.0);
        let shares = [0.35, 0.50, 0.15];
        let mean: f64 = shares.iter().zip([1.0, 0.0, -1.0]).map(|(s, p)| s * of_class(&worth, p).value).sum();
        assert!((mean - 100.0).abs() < 1e-9, "the classes make up the average");
    }
}
