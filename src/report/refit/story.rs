//! What is said and shown, in order; text and page set it each in their own way.

use super::found::Refit;
use super::tables;
use super::track::{Count, Verdict, months};
use crate::charts::scored_chart;
use crate::design::{Design, Refitted};
use crate::fit::headline::Headline;
use crate::fit::scored::{Compared, Scored};
use crate::fit::voice::{Given, Since};
use crate::report::calibration::{Block, Part, data_part, periods_within};
use crate::words::{Value, Words};

/// The whole story.
pub fn story(found: &Refit<'_>, words: Words<'_>) -> Vec<Part> {
    let Some(latest) = found.scored.last() else { return Vec::new() };
    vec![
        Part { heading: String::new(), blocks: leads(found, latest, words) },
        compared(found, latest, words),
        so_far(found, words),
        design(found, words),
        data_part(found.calibration, words),
    ]
}

fn leads(found: &Refit<'_>, latest: &Scored, words: Words<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = latest
        .total
        .of(Headline::Purchases)
        .map(|all| Block::Lead(lead(found, latest, all, words)))
        .into_iter()
        .collect();
    let (now, ever) = (Count::all(&latest.months), Count::all(months(found.scored)));
    let about: [(&'static str, Value); 5] = [
        ("inside", now.inside.into()),
        ("all", now.all.into()),
        ("ever-inside", ever.inside.into()),
        ("ever", ever.all.into()),
        ("first", if found.scored.len() > 1 { "no" } else { "yes" }.into()),
    ];
    blocks.push(Block::Text(words.say("refit-lead-months", &about)));
    blocks
}

fn lead(found: &Refit<'_>, latest: &Scored, all: &Compared, words: Words<'_>) -> String {
    let [from, until] = tables::days(&latest.total);
    let forecast = all.forecast;
    words.say(
        "refit-lead",
        &[
            from,
            until,
            ("customers", found.promise.seen.customers.into()),
            ("actual", Value::Count(forecast.actual)),
            ("forecast", Value::About(forecast.expected)),
            ("range", Value::AboutRange(forecast.low, forecast.high)),
            ("place", tables::place(&forecast).into()),
        ],
    )
}

fn compared(found: &Refit<'_>, latest: &Scored, words: Words<'_>) -> Part {
    let mut blocks = vec![Block::Table(tables::total(&latest.total, words))];
    if latest.months.len() > 1 {
        let about = (found.promise.seen.customers, found.promise.model.as_str());
        blocks.push(Block::Chart(Box::new(scored_chart(latest, about, words))));
    }
    blocks.push(Block::Text(words.say("refit-as-it-was", &[])));
    let days = (latest.total.from, latest.total.until);
    blocks.extend(periods_within(found.promise.declared.iter(), days, words));
    // a single month is the whole time
    let single = latest.months.len() == 1;
    let figures = Headline::ALL.into_iter().filter(|_| !single);
    let monthly = figures.filter_map(|headline| tables::monthly(latest, headline, words));
    blocks.extend(monthly.map(Block::Table));
    if latest.months.len() == found.promise.months.len() {
        let end = [("until", latest.total.until.to_string().into())];
        blocks.push(Block::Text(words.say("refit-no-further", &end)));
    }
    Part { heading: words.say("refit-actual", &[]), blocks }
}

fn so_far(found: &Refit<'_>, words: Words<'_>) -> Part {
    let judged = |verdict: Verdict| -> Vec<String> {
        let is = |headline: &Headline| Count::of(months(found.scored), *headline).verdict() == verdict;
        Headline::ALL.into_iter().filter(is).map(|headline| tables::called(headline, words)).collect()
    };
    let mut blocks = vec![Block::Table(tables::so_far(found.scored, words))];
    let (narrow, wide) = (judged(Verdict::Narrow), judged(Verdict::Wide));
    let told = |key: &str, figures: &[String]| {
        Block::Text(words.say(key, &[("figures", words.list(figures).into())]))
    };
    blocks.extend((!narrow.is_empty()).then(|| told("refit-narrow", &narrow)));
    blocks.extend((!wide.is_empty()).then(|| told("refit-wide", &wide)));
    blocks.extend((narrow.is_empty() && wide.is_empty()).then(|| told("refit-open", &[])));
    blocks.push(Block::Text(words.say("refit-not-independent", &[])));
    Part { heading: words.say("refit-so-far", &[]), blocks }
}

fn design(found: &Refit<'_>, words: Words<'_>) -> Part {
    let refitted = found.refitted;
    let mut blocks = new_numbers((refitted, found.before, found.given), words);
    let remarks = [
        ("refit-start-stays", refitted.start_stays),
        ("refit-past-changed", found.now() != found.promise.seen),
    ];
    let then = found.promise.seen;
    let about: [(&'static str, Value); 5] = [
        ("fitted", found.fitted().to_string().into()),
        ("customers", found.now().customers.into()),
        ("purchases", found.now().purchases.into()),
        ("old_customers", then.customers.into()),
        ("old_purchases", then.purchases.into()),
    ];
    let said = remarks.into_iter().filter(|(_, is)| *is).map(|(key, _)| Block::Text(words.say(key, &about)));
    blocks.extend(said);
    Part { heading: words.say("refit-design", &[]), blocks }
}

/// What is new in a design, what somebody had changed, and what has become of the files that were given besides.
pub fn new_numbers(
    (refitted, before, given): (&Refitted, &Design, &[(Given, Since)]),
    words: Words<'_>,
) -> Vec<Block> {
    let edited = if refitted.kept.is_empty() { "no" } else { "yes" };
    let (replaced, kept) = (refitted.replaced.len(), refitted.kept.len());
    let of_today = refitted.replaced.iter().any(|path| path.starts_with("today."));
    let counts = [
        ("replaced", replaced.into()),
        ("edited", edited.into()),
        ("kept", kept.into()),
        ("today", if of_today { "yes" } else { "no" }.into()),
    ];
    let mut blocks = vec![Block::Text(words.say("refit-design-lead", &counts))];
    blocks.extend(tables::replaced(refitted, before, words).map(Block::Table));
    let kept = tables::kept(refitted, words);
    if !kept.is_empty() {
        blocks.push(Block::Text(words.say("refit-kept", &[])));
        blocks.push(Block::List(kept));
    }
    let given: Vec<String> = given.iter().map(|(given, since)| told(given, *since, words)).collect();
    blocks.extend((!given.is_empty()).then_some(Block::List(given)));
    blocks.extend(refitted.regrouped.then(|| Block::Text(words.say("refit-regrouped", &[]))));
    blocks
}

/// Whether a survey, reasons for leaving or members are those of the last fit.
fn told(given: &Given, since: Since, words: Words<'_>) -> String {
    let since = match since {
        Since::Changed => "changed",
        Since::Same => "same",
        Since::New => "new",
        Since::Kept => "kept",
    };
    let about =
        [("what", given.what.word().into()), ("file", given.file.as_str().into()), ("since", since.into())];
    words.say("refit-given", &about)
}
