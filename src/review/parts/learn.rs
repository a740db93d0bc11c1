//! What would change the verdict: the numbers that decide, the values at which they turn it, and how little of them is known.

use super::form_of;
use crate::decide::voi;
use crate::design::Basis;
use crate::review::attribution::Driver;
use crate::review::case::{Case, MAIN, from};
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::{Interval, Spread};
use crate::review::sentence::{Sentence, Style, say};
use crate::review::turning::{Turning, turning_points};
use crate::units::Money;

/// Numbers named on the board's page.
const NAMED: usize = 2;

/// Sentences for the board's page, the most decisive first. What is worth finding out, and at what price, belongs here too;
/// that nothing is, only where the verdict itself asks for no test (`decided`).
pub fn to_learn(case: &Case, decided: bool, figures: &mut Figures) -> Vec<Sentence> {
    let drivers = case.drivers();
    let turning = turning_points(case.design, case.run, &case.robust.simulated, drivers);
    let mut list: Vec<Sentence> =
        turning.iter().take(NAMED).map(|turning| turning_sentence(case, turning, figures)).collect();
    if list.is_empty() && !drivers.is_empty() {
        list.push(say("review-no-turning"));
        list.extend(drivers.iter().take(1).map(|driver| driver_sentence(case, driver, figures)));
    }
    list.extend(unmeasured(case, figures));
    list.extend(worth_knowing(case, decided, figures));
    list
}

/// What research can be worth before launching or not.
fn worth_knowing(case: &Case, decided: bool, figures: &mut Figures) -> Option<Sentence> {
    let found = case.knowing.as_ref()?;
    let mut book = |what: &str, amount: voi::Amount| {
        let [low, value, high] = [amount.low, amount.value, amount.high].map(Money::get);
        let interval = Interval { low, value, high, spread: Spread::Confidence };
        figures.interval(format!("learn.{what}"), Form::Money, &interval, from(MAIN))
    };
    let all = book("all", found.perfect);
    if !found.perfect.clear {
        return decided.then(|| say("review-learn-nothing"));
    }
    Some(match found.numbers.first().filter(|first| first.amount.clear) {
        Some(first) => {
            let worth = book("first", first.amount);
            let path = first.paths.first()?;
            say("review-learn-first")
                .figure("all", all, Style::Value)
                .name("number", "number", case.design.readable(path))
                .figure("worth", worth, Style::Value)
        }
        None => say("review-learn-all").figure("all", all, Style::Value),
    })
}

fn turning_sentence(case: &Case, turning: &Turning, figures: &mut Figures) -> Sentence {
    let number = &case.design.numbers[turning.number];
    let form = form_of(case.design, turning.number);
    let id = |what: &str| format!("turning.{}.{what}", number.path);
    let threshold = figures.bare(id("threshold"), form, turning.threshold, from(MAIN));
    let central = Interval::of_number(number);
    let central = figures.interval(id("central"), form, &central, Source::Design);
    let wrong = figures.bare(id("wrong"), Form::Chance, turning.wrong.get(), from(MAIN));
    let key = if turning.above { "review-turning-above" } else { "review-turning-below" };
    Sentence::new(key)
        .name("number", "number", case.design.readable(&number.path))
        .value("threshold", threshold)
        .value("central", central)
        .figure("wrong", wrong, Style::Chance)
}

fn driver_sentence(case: &Case, driver: &Driver, figures: &mut Figures) -> Sentence {
    let path = &case.design.numbers[driver.number].path;
    let low = figures.of(format!("driver.{path}.low"), driver.when_low, from(MAIN));
    let high = figures.of(format!("driver.{path}.high"), driver.when_high, from(MAIN));
    let share = figures.of(format!("driver.{path}.share"), driver.share, from(MAIN));
    say("review-driver")
        .name("number", "number", case.design.readable(path))
        .figure("low", low, Style::Signed)
        .figure("high", high, Style::Signed)
        .value("share", share)
}

/// A verdict on guesses says so.
pub fn unmeasured(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let stated: usize = Basis::ALL.into_iter().map(|basis| case.facts.stated(basis)).sum();
    let judged = case.facts.stated(Basis::Assumed) + case.facts.stated(Basis::Folk);
    let (all, guesses) = (stated as f64, judged as f64);
    let all = figures.bare("evidence.count.stated", Form::Count, all, Source::Design);
    let guesses = figures.bare("evidence.count.judged", Form::Count, guesses, Source::Design);
    (2 * judged > stated).then(|| {
        say("review-unmeasured").figure("guesses", guesses, Style::Plural).figure("all", all, Style::Plural)
    })
}
