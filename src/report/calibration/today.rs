//! The program that runs already, as a design writes it.

use super::found::Calibration;
use super::known::{certain, comment, digits, measured, quoted, say};
use crate::fit::today::{Launch, PointsToday, ProgramToday};
use crate::words::{Value, Words};

/// Months after which points expire unless a design says otherwise, and the most that it takes.
const USUAL_LIFE: u32 = 12;
const LONGEST_LIFE: u32 = 120;
/// Ages of points that are told apart: so many months before the start are played.
const MOST_AGES: usize = 36;
/// The least share of a receipt that a design lets points pay.
const LEAST_PART: f64 = 0.01;
/// Shares of points that are smaller are left out.
const LEAST_SHARE: f64 = 0.0005;
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
        text += &by_age(points, words);
        text += &self::points(points, words);
    }
    text += &prices(today, words);
    text += &tiers(today, words);
    if text.contains("[[today.") { text } else { text + &nothing(words) }
}

/// A program of which only the members are known: it gives nothing until its terms are put down.
fn nothing(words: Words<'_>) -> String {
    let about = comment(words, "design-today-unknown", &[]);
    let nothing = certain(0.0, "assumed", &say(words, "design-today-no-terms", &[]));
    format!("\n{about}[[today.cumulative_discount]]\nsteps = [{{ from = 0, discount = {nothing} }}]\n")
}

/// Members' prices, as a discount on whatever they buy.
fn prices(today: &ProgramToday, words: Words<'_>) -> String {
    let Some(share) = today.prices.filter(|share| (LEAST_SHARE..=MOST_GIVEN).contains(share)) else {
        return String::new();
    };
    let discount = certain(share, "measured", &say(words, "design-today-prices", &[]));
    format!("\n[[today.cumulative_discount]]\nsteps = [{{ from = 0, discount = {discount} }}]\n")
}

/// What purchases cost before the discounts of today's program, which are part of the design, over what is paid.
pub fn before_discounts(today: Option<&ProgramToday>) -> f64 {
    let given = today.and_then(|today| today.prices.filter(|_| today.sales.is_some()).zip(today.sales));
    given.map_or(1.0, |(share, members)| 1.0 + members * share / (1.0 - share))
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
    if let Some(part) = terms.part.map(|part| part * value).filter(|part| *part < 1.0) {
        let said = say(words, "design-today-part", &spent);
        let part = certain(part.max(LEAST_PART), basis, &said);
        text += &format!("max_share_of_receipt = {part}\n");
    }
    text + &expiry(points, words)
}

/// Months after which points expire, as seen, or as long as points are held of which none is seen to expire; with 0 nothing is known.
fn lives(points: &PointsToday) -> u32 {
    match points.expiry {
        Some(seen) => seen.months,
        None if points.expired > 0.0 => 0,
        None => {
            let oldest = points.oldest() as u32;
            if oldest > USUAL_LIFE { oldest.next_multiple_of(12).min(LONGEST_LIFE) } else { 0 }
        }
    }
}

fn expiry(points: &PointsToday, words: Words<'_>) -> String {
    let months = f64::from(lives(points));
    if let Some(seen) = points.expiry {
        let about = [
            ("count", seen.count.into()),
            ("how", if seen.by_inactivity { "inactivity" } else { "age" }.into()),
        ];
        let source = say(words, "design-today-expiry-seen", &about);
        let by = if seen.by_inactivity { "expiry = \"inactivity\"\n" } else { "" };
        return format!("expiry_months = {}\n{by}", certain(months, "measured", &source));
    }
    if months > 0.0 {
        let source = say(words, "design-today-expiry-old", &[("months", points.oldest().into())]);
        return format!("expiry_months = {}\n", certain(months, "assumed", &source));
    }
    comment(words, if points.expired > 0.0 { "design-today-expired" } else { "design-today-expiry" }, &[])
}

/// How old the points outstanding are, where they expire by their age: those older than they live or than can be told count as the oldest.
fn by_age(points: &PointsToday, words: Words<'_>) -> String {
    let all: f64 = points.ages.iter().sum();
    if all <= 0.0 || points.expiry.is_some_and(|seen| seen.by_inactivity) {
        return String::new();
    }
    let lives = if lives(points) > 0 { lives(points) } else { USUAL_LIFE };
    let most = (lives as usize).min(MOST_AGES);
    let mut shares = vec![0.0; most];
    points.ages.iter().enumerate().for_each(|(at, points)| shares[at.min(most - 1)] += points / all);
    let named = shares.iter().zip(1..).filter(|(share, _)| **share >= LEAST_SHARE);
    let named: Vec<String> = named.map(|(share, month)| format!("month_{month} = {share:.4}")).collect();
    let basis = if points.balances { "measured" } else { "assumed" };
    let source = quoted(&say(words, "design-today-ages", &[]));
    format!("points_by_age = {{ {}, basis = \"{basis}\", source = {source} }}\n", named.join(", "))
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
