//! Instead of a verdict, where no program is proposed: what one would have to do.

use super::{goals, learn, reach, said};
use crate::design::GoalBound;
use crate::review::case::{Case, MAIN, chance, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::sentence::{Sentence, Style, say};
use crate::summary::goal::stands_alone;

/// A point of retention.
const POINT: f64 = 0.01;

/// The board's page without a program.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut list: Vec<Sentence> =
        (0..case.design.goals.len()).filter_map(|i| goal(case, i, figures)).collect();
    list.extend(cause(case, figures));
    list.push(worth(case, figures));
    list.extend(learn::unmeasured(case, figures));
    vec![
        Block::Lead(say("review-verdict-none")),
        Block::Heading(say("review-offer")),
        Block::List(list),
        Block::Paragraph(vec![say("review-offer-next")]),
    ]
}

/// By how much a goal is missed without a program, or that it is met.
fn goal(case: &Case, i: usize, figures: &mut Figures) -> Option<Sentence> {
    let (goal, summary) = (&case.design.goals[i], &case.run.summary.goals[i]);
    if !stands_alone(goal.metric) {
        return None;
    }
    let (name, form) = (format!("goal{}", i + 1), goals::form(goal.metric));
    let threshold = figures.bare(format!("{name}.threshold"), form, summary.threshold, Source::Design);
    let stated = said(goals::stated(case, goal, threshold));
    if summary.probability.low.get() >= 0.5 {
        let met = chance(figures, format!("{name}.chance"), &summary.probability, MAIN);
        return Some(say("review-offer-met").with("goal", stated).figure("chance", met, Style::Chance));
    }
    let short = match goal.bound {
        GoalBound::AtLeast => summary.threshold - summary.value.mean,
        GoalBound::AtMost => summary.value.mean - summary.threshold,
    };
    let value = Interval::of_trials(&summary.value);
    let value = figures.interval(format!("{name}.value"), form, &value, from(MAIN));
    let form = if form == Form::Share { Form::SharePoints } else { form };
    let gap = figures.bare(format!("{name}.gap"), form, short, from(MAIN));
    let sentence = say("review-offer-gap").with("goal", stated).value("value", value);
    (short > 0.0).then(|| sentence.figure("gap", gap, Style::Size))
}

/// The cause over which most customers leave.
fn cause(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let left = |cause: usize| Interval::of_sample(case.run.measured(|m| m.left_before[cause]).into_iter());
    let all = (0..case.design.causes.len()).filter_map(|cause| Some((cause, left(cause)?)));
    let (cause, left) = all.max_by(|a, b| a.1.value.total_cmp(&b.1.value)).filter(|(_, l)| l.value > 0.0)?;
    let name = case.design.causes[cause].name.clone();
    let lost = left.value * reach::yearly_margin(case);
    let lost = figures.bare(format!("cause.{name}.loss"), Form::Money, lost, from(MAIN));
    let left = figures.interval(format!("cause.{name}.without"), Form::Customers, &left, from(MAIN));
    Some(say("review-offer-cause").name("cause", "cause", name).value("left", left).value("lost", lost))
}

/// What a point of retention may cost.
fn worth(case: &Case, figures: &mut Figures) -> Sentence {
    let customers = Interval::of_number(&case.design.numbers[case.design.business.customers]).value;
    let kept = figures.bare("offer.kept", Form::Customers, POINT * customers, Source::Design);
    let margin = POINT * customers * reach::yearly_margin(case);
    let margin = figures.bare("offer.worth", Form::Money, margin, Source::Formula);
    say("review-offer-worth").value("kept", kept).value("worth", margin)
}
