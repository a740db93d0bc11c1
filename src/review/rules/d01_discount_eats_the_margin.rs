//! D01: A discount as deep as the margin: the sale brings nothing.

use super::{Action, Code, Judgement, Rule, Weakness, remedies};
use crate::review::change::Edit;
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule =
    Rule { code: Code("D01"), severity: Severity::Critical, support: Support::Rule, algorithm: false, judge };

fn judge(facts: &Facts) -> Judgement {
    Judgement::all(facts.elements().iter().flat_map(|element| {
        let margin = facts.margin_of(element);
        element.discounts().into_iter().map(move |id| {
            let depth = facts.number(id);
            // Deep for sure: its low end above the margin's high end.
            let gap = Interval {
                low: depth.low - margin.high,
                value: depth.value - margin.value,
                high: depth.high - margin.low,
                ..depth
            };
            let known = if depth.value == 0.0 { Known::Absent } else { Known::of(gap, Side::Above, 0.0) };
            Judgement::of(known, |_| {
                Weakness::at(facts.path(id))
                    .design("discount", Form::Share, depth)
                    .design("margin", Form::Share, margin)
                    .stake(facts.money(Fact::Discounts))
                    .act(
                        Action::new(
                            "action-scale-discount",
                            vec![Edit::Scale(facts.path(id), 0.3 * margin.value / depth.value)],
                        )
                        .number("to", Form::Share, 0.3 * margin.value),
                    )
                    .act(remedies::drop(facts, element))
            })
        })
    }))
}
