//! Combinations of assumptions in which the program fails, and the least that must go wrong.

use crate::decide::stress::reverse::{Reverse, Shift};
use crate::decide::stress::{Bound, FailureBox};
use crate::review::case::{Case, MAIN, chance, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::parts::{form_of, said};
use crate::review::sentence::{self, Arg, Sentence, Style, say};
use crate::summary::interval;

/// Assumptions named one by one at the failing point: more nobody keeps in mind.
const NAMED: usize = 4;
/// An assumption is named if it makes up so much of the distance.
const TELLING: f64 = 0.05;
/// Less likely than this is not a threat but a tale.
const FAR_FETCHED: f64 = 0.001;

/// The lead, the boxes, and the nearest failure.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let robust = case.robust;
    let mut blocks = vec![Block::Lead(lead(case, figures))];
    match robust.boxes.is_empty() {
        true => blocks.push(Block::Paragraph(vec![say("review-threats-no-box")])),
        false => {
            let boxes = robust.boxes.iter().enumerate();
            blocks
                .push(Block::List(boxes.map(|(at, found)| box_sentence(case, at, found, figures)).collect()));
        }
    }
    if robust.uncertain > 0 {
        blocks.push(Block::Paragraph(vec![nearest(case, figures)]));
    }
    blocks
}

/// What counts as bad, and how often it comes; of a quarter nobody need be told that it is one.
fn lead(case: &Case, figures: &mut Figures) -> Sentence {
    let robust = case.robust;
    if robust.what == "worst-quarter" {
        let missed = robust.margins.iter().filter(|margin| **margin < 0.0).count();
        // only nearly all or nearly none lead here
        let mostly = 2 * missed > robust.margins.len();
        return if mostly { say("review-threats-lead-worst") } else { say("review-threats-lead-worst-met") };
    }
    let bad = robust.bad.iter().filter(|bad| **bad).count() as f64 / robust.bad.len().max(1) as f64;
    let share = figures.bare("threats.bad", Form::Chance, bad, from(MAIN));
    say("review-threats-lead").name("what", "failure", robust.what).figure("share", share, Style::Chance)
}

fn box_sentence(case: &Case, at: usize, found: &FailureBox, figures: &mut Figures) -> Sentence {
    let name = format!("box{}", at + 1);
    let bounds = found.bounds.iter().map(|bound| bound_sentence(case, &name, bound, figures));
    let bounds = Arg::List(bounds.collect());
    // Shares of the trials again as counts, so that few of them claim no certainty.
    let bad = case.robust.bad.iter().filter(|bad| **bad).count() as f64;
    let caught = libm::round(found.coverage.get() * bad);
    let inside = libm::round(caught / found.density.get().max(f64::MIN_POSITIVE)).max(caught);
    let mut book = |id: &str, hits: f64, of: f64| {
        let known = interval::probability(hits as u64, of as u64);
        chance(figures, format!("{name}.{id}"), &known, MAIN)
    };
    let (density, coverage) = (book("density", caught, inside), book("coverage", caught, bad));
    let probability =
        figures.bare(format!("{name}.probability"), Form::Chance, found.probability.get(), from(MAIN));
    say("review-box")
        .with("bounds", bounds)
        .figure("probability", probability, Style::Chance)
        .figure("failing", density, Style::Chance)
        .figure("coverage", coverage, Style::Chance)
}

fn bound_sentence(case: &Case, name: &str, bound: &Bound, figures: &mut Figures) -> Arg {
    let form = case.design.number_at(&bound.path).map_or(Form::Times, |id| form_of(case.design, id));
    let mut book = |side: &str, value: Option<f64>| {
        value.map(|value| figures.bare(format!("{name}.{}.{side}", bound.path), form, value, from(MAIN)))
    };
    let (low, high) = (book("low", bound.low), book("high", bound.high));
    let sentence = match (low, high) {
        (Some(low), Some(high)) => say("review-bound-between").value("low", low).value("high", high),
        (Some(low), None) => say("review-bound-above").value("bound", low),
        (None, Some(high)) => say("review-bound-below").value("bound", high),
        (None, None) => return sentence::name("number", bound.path.as_str()),
    };
    said(sentence.name("number", "number", bound.path.as_str()))
}

fn nearest(case: &Case, figures: &mut Figures) -> Sentence {
    let likely = |reverse: &&Reverse| reverse.probability.get() >= FAR_FETCHED;
    let Some(reverse) = case.robust.reverse.as_ref().filter(likely) else {
        // trials that miss the target are no proof of a combination that does, but they forbid to say that there is none
        let misses = case.robust.margins.iter().any(|margin| *margin < 0.0);
        return say(if misses { "review-reverse-unclear" } else { "review-reverse-none" });
    };
    if reverse.distance <= 0.0 {
        return say("review-reverse-already");
    }
    // what moves by less than its last digit shown has not moved
    let moves = |shift: &&Shift| (shift.value - shift.central).abs() > 0.02 * shift.central.abs();
    let telling = reverse.shifts.iter().filter(|shift| shift.share.get() >= TELLING);
    let named = telling.filter(moves).take(NAMED);
    let shifts = Arg::List(named.map(|shift| shift_sentence(case, shift, figures)).collect());
    let chance =
        figures.bare("reverse.probability", Form::Chance, reverse.probability.get(), from("reverse"));
    say("review-reverse").with("shifts", shifts).figure("chance", chance, Style::Chance)
}

fn shift_sentence(case: &Case, shift: &Shift, figures: &mut Figures) -> Arg {
    let form = case.design.number_at(&shift.path).map_or(Form::Times, |id| form_of(case.design, id));
    let id = |what: &str| format!("reverse.{}.{what}", shift.path);
    let value = figures.bare(id("value"), form, shift.value, from("reverse"));
    let central = figures.bare(id("central"), form, shift.central, Source::Design);
    said(
        say("review-shift")
            .name("number", "number", shift.path.as_str())
            .value("value", value)
            .value("central", central),
    )
}
