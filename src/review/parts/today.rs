//! What a program that runs already is worth: what would be lost, or gained, if it ended.

use crate::review::case::{Case, MAIN, from};
use crate::review::content::Block;
use crate::review::figure::{FigureId, Figures};
use crate::review::interval::Interval;
use crate::review::sentence::{Sentence, Style, say};
use crate::summary::Scalar;

/// Finance's question and its answer; nothing where no program runs already.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut list: Vec<Sentence> = Vec::new();
    for (scalar, keys) in [
        (Scalar::TodayRevenue, ["review-today-revenue", "review-today-revenue-rises"]),
        (Scalar::TodayProfit, ["review-today-profit", "review-today-profit-rises"]),
        (Scalar::TodayCustomers, ["review-today-customers", "review-today-customers-rises"]),
    ] {
        let Some((value, brings)) = booked(case, scalar, figures) else { continue };
        let sentence = say(if brings { keys[0] } else { keys[1] });
        // what is lost is told without a sign
        let style = if scalar == Scalar::TodayRevenue && brings { Style::Value } else { Style::Signed };
        let sentence = sentence.figure("value", value.clone(), style).range("range", value);
        list.push(match scalar {
            Scalar::TodayRevenue => {
                let Some((share, _)) = booked(case, Scalar::TodayRevenueShare, figures) else { continue };
                sentence.value("share", share)
            }
            _ => sentence,
        });
    }
    if list.is_empty() { Vec::new() } else { vec![Block::Heading(say("review-today")), Block::List(list)] }
}

/// What its going on brings; where that is less than nothing, what its end would bring, and `false`.
fn booked(case: &Case, scalar: Scalar, figures: &mut Figures) -> Option<(FigureId, bool)> {
    let estimate = case.run.summary.headline.get(scalar)?;
    if estimate.mean >= 0.0 {
        return Some((case.headline(figures, scalar)?, true));
    }
    let turned = Interval::of_trials(estimate).times(-1.0);
    let id = format!("{MAIN}.{}.if-ended", scalar.key());
    Some((figures.interval(id, scalar.unit().into(), &turned, from(MAIN)), false))
}
