//! What a class reads before it begins: the business in a few numbers, its program, its goals, the levers.

use super::room::{Room, Round};
use super::teamwork;
use crate::serve::levers::{Lever, counted};
use loyalsim::design::{Design, Goal, GoalBound};
use loyalsim::report::Show;
use loyalsim::words::{Language, Value, Words, capital};
use serde::Serialize;

/// A brief.
#[derive(Debug, Serialize)]
pub struct Brief {
    title: String,
    program: String,
    /// How long it is simulated.
    months: String,
    facts: Vec<Fact>,
    goals: Vec<String>,
    budget: Option<String>,
    shocks: Vec<String>,
    levers: Vec<Lever>,
    /// In what ranges are bet: `thousand EUR`, and how much that is.
    unit: String,
    times: f64,
}

/// A number of the business.
#[derive(Debug, Serialize)]
struct Fact {
    label: String,
    value: String,
}

/// Significant digits of a fact.
const DIGITS: usize = 4;

/// The brief of a round.
pub fn brief(room: &Room, round: &Round, language: Language) -> Option<Brief> {
    let design = Design::parse(&round.text).ok()?;
    let words = Words::new(language).with_currency(&design.currency);
    let last = design.month(design.horizon_months.saturating_sub(1));
    let span = [
        ("months", Value::from(design.horizon_months)),
        ("from", Value::Month(design.start)),
        ("to", Value::Month(last)),
    ];
    let (times, unit) = unit(&design, words);
    Some(Brief {
        title: design.title.clone(),
        program: design.program.as_ref().map(|program| program.name.clone()).unwrap_or_default(),
        months: words.say("seminar-months", &span),
        facts: facts(&design, words),
        goals: design.goals.iter().map(|goal| goal_line(&design, goal, words)).collect(),
        budget: room.setup.budget.map(|budget| words.money(budget)),
        shocks: round.shocks.iter().map(|key| super::shock::name(key, words)).collect(),
        levers: teamwork::handles(room, round, language),
        unit,
        times,
    })
}

fn facts(design: &Design, words: Words<'_>) -> Vec<Fact> {
    let business = &design.business;
    let mut numbers =
        vec![business.customers, business.staying.number(), business.nps, business.gross_margin];
    for segment in &design.segments {
        numbers.extend([segment.purchases_per_year, segment.basket]);
    }
    let of_number = |id| {
        let path = &design.numbers[id].path;
        let value = words.number_value(path, design.central(id), DIGITS);
        Fact { label: capital(&words.number(&design.readable(path))), value }
    };
    let revenue = Fact { label: words.say("seminar-revenue", &[]), value: words.money(revenue(design)) };
    numbers.into_iter().map(of_number).chain([revenue]).collect()
}

/// What customers spend in a year at list prices, about.
fn revenue(design: &Design) -> f64 {
    let customers = design.central(design.business.customers);
    let of_segment = design.segments.iter().map(|segment| {
        let [share, purchases, basket] =
            [segment.share, segment.purchases_per_year, segment.basket].map(|id| design.central(id));
        share * purchases * basket
    });
    customers * of_segment.sum::<f64>()
}

/// The unit of money in which a hundredth of the revenue is a number of few digits.
fn unit(design: &Design, words: Words<'_>) -> (f64, String) {
    let size = revenue(design) / 100.0;
    let (times, key) = match size {
        size if size >= 1e9 => (1e9, "seminar-unit-billion"),
        size if size >= 1e6 => (1e6, "seminar-unit-million"),
        size if size >= 1e3 => (1e3, "seminar-unit-thousand"),
        _ => (1.0, "seminar-unit-one"),
    };
    (times, words.say(key, &[("currency", words.currency().into())]))
}

/// A goal as a sentence.
pub fn goal_line(design: &Design, goal: &Goal, words: Words<'_>) -> String {
    let threshold = Show { words }.chosen(counted(goal.metric), design.central(goal.value));
    let wanted = [
        ("metric", Value::from(words.name("metric", goal.metric.key()))),
        ("threshold", threshold.into()),
        ("by", Value::Month(design.month(goal.by))),
    ];
    let key = match goal.bound {
        GoalBound::AtLeast => "open-goal-at-least",
        GoalBound::AtMost => "open-goal-at-most",
    };
    capital(&words.say(key, &wanted))
}
