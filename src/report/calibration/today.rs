//! The program that runs already, as a design writes it.

use super::found::Calibration;
use super::known::{certain, comment, digits, measured, quoted, say};
use crate::fit::today::{Launch, PointsToday, ProgramToday};
use crate::words::{Value, Words};

/// Share of spend that a point is taken to give back where nothing tells its value.
const GIVEN_BACK: f64 = 0.03;
/// The largest share of spend given back that a design takes.
const MOST_GIVEN: f64 = 0.9;
/// The largest multiple of points that a design takes.
const MOST_MULTIPLE: f64 = 20.0;

/// The table of today's program, or what says that there is none.
pub fn today(found: &Calibration<'_>, words: Words<'_>) -> String {
    let Some(today) = found.today else {
        return format!("\n{}", comment(words, "design-measured-program", &[]));
    };
    let mut text = format!("\n{}[today]\n", comment(words, "design-today-head", &[]));
    text += &format!("name = {}\n", quoted(&say(words, "design-today-name", &[])));
    text += &launched(today, words);
    let people = [("people", today.people.into())];
    let source = say(words, "design-today-members", &people);
    text += &format!(
        "members = {}\n",
        measured("today.members", today.members.value, today.members.error, &source)
    );
    text += &comment(words, "design-today-costs", &[]);
    text +=
        &format!("cost_per_month = {}\n", certain(0.0, "assumed", &say(words, "design-today-no-costs", &[])));
    if let Some(points) = &today.points {
        text += &outstanding(points, words);
        text += &self::points(points, words);
    }
    text + &tiers(today, words)
}

fn launched(today: &ProgramToday, words: Words<'_>) -> String {
    let key = match today.launch {
        Launch::Stated => None,
        Launch::Seen => Some("design-today-seen"),
        Launch::Joined => Some("design-today-joined"),
        Launch::Before => Some("design-today-before"),
    };
    let said = key.map_or(String::new(), |key| comment(words, key, &[]));
    format!("{said}launched = \"{}\"\n", today.launched)
}

fn outstanding(points: &PointsToday, words: Words<'_>) -> String {
    let key = if points.balances { "design-today-outstanding" } else { "design-today-outstanding-least" };
    let all = [("all", Value::Count(libm::round(points.outstanding)))];
    let basis = if points.balances { "measured" } else { "assumed" };
    format!("points_outstanding = {}\n", certain(points.of_active, basis, &say(words, key, &all)))
}

fn points(points: &PointsToday, words: Words<'_>) -> String {
    let terms = &points.terms;
    let mut text = "\n[[today.points]]\n".to_owned();
    let given = terms.per_money.zip(terms.value).map(|(rate, value)| rate * value);
    let rate = [("rate", terms.per_money.map_or_else(String::new, digits).into())];
    let (earn, value, basis) = match (given.filter(|given| *given <= MOST_GIVEN), terms.per_money) {
        (Some(given), _) => (given, terms.value.unwrap_or(1.0), "measured"),
        (None, per_money) => (GIVEN_BACK, per_money.map_or(1.0, |rate| GIVEN_BACK / rate), "assumed"),
    };
    if basis == "assumed" {
        text += &comment(words, "design-today-no-value", &rate);
    }
    text += &format!("earn = {}\n", certain(earn, basis, &say(words, "design-today-earn", &rate)));
    let spent = [("count", terms.redemptions.into())];
    text += &format!("point_value = {}\n", certain(value, basis, &say(words, "design-today-value", &spent)));
    if let Some(least) = terms.least {
        let said = say(words, "design-today-least", &spent);
        text += &format!("minimum_to_redeem = {}\n", certain(least, "measured", &said));
    }
    if let Some(chance) = terms.chance {
        let said = say(words, "design-today-chance", &spent);
        text += &format!("redeem_chance = {}\n", certain(chance, "measured", &said));
    }
    let expiry = if points.expired > 0.0 { "design-today-expired" } else { "design-today-expiry" };
    text + &comment(words, expiry, &[])
}

fn tiers(today: &ProgramToday, words: Words<'_>) -> String {
    if today.tiers.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}[[today.tiers]]\n", comment(words, "design-today-tiers", &[]));
    for tier in &today.tiers {
        let people = [("people", tier.people.into())];
        let spend = certain(tier.spend, "measured", &say(words, "design-today-tier-spend", &people));
        text += &format!("[[today.tiers.steps]]\nname = {}\nspend_per_year = {spend}\n", quoted(&tier.name));
        // without points a multiple of them means nothing
        if let (Some(multiple), true) = (tier.multiple, today.points.is_some()) {
            let said = say(words, "design-today-tier-multiple", &people);
            text += &format!(
                "earn_multiple = {}\n",
                certain(multiple.clamp(1.0, MOST_MULTIPLE), "measured", &said)
            );
        }
    }
    text
}
