//! A comparison of designs as text and as tables.

use super::csv;
use super::decision::{aligns, is_event, provenance, reading, show};
use super::quantity::Show;
use super::table::layout;
use crate::decide::Measure;
use crate::decide::compare::{Comparison, Duel, MeasureRow};
use crate::decide::dominance::Verdict;
use crate::decide::paired::{Difference, Rows};
use crate::summary::{Scalar, interval};
use crate::units::{Share, Unit};
use crate::words::{Language, Value, breakable, capital};

/// The comparison for people.
pub fn compare_text(found: &Comparison, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let say = |key: &str| show.words.say(key, &[]);
    let mut text = format!("{}\n{}", names(found, show), provenance(show.words, &found.origin));
    text += &format!("\n{}\n", say("compare-each"));
    text += &layout(&readings(found, show), &aligns(found.designs.len()));
    for other in &found.designs[1..] {
        let names = [("name", other.name.as_str().into()), ("first", found.designs[0].name.as_str().into())];
        text += &format!("\n{}\n", show.words.say("compare-less", &names));
        text += &layout(&differences(found, &other.name, show), &aligns(3));
    }
    text += &format!("\n{}\n", say("compare-which"));
    for duel in found.duels.iter().filter(|duel| duel.first > duel.second) {
        text += &verdict(found, duel, show);
    }
    text += &format!("\n{}\n", say("compare-regret"));
    breakable(&(text + &layout(&regrets(found, show), &aligns(4))))
}

/// What to beware of before believing the comparison, a sentence for each design that is another business.
pub fn compare_cautions(found: &Comparison, language: Language) -> Vec<String> {
    /// Paths that are named.
    const NAMED: usize = 4;
    let words = show(language, &found.currency, &found.origin).words;
    let said = |caution: &crate::decide::compare::Caution| {
        let named = caution.differs.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let others = caution.differs.len().saturating_sub(NAMED);
        let what = words.and_more(named, others);
        let [first, name] = [0, caution.design].map(|place| Value::from(found.designs[place].name.as_str()));
        breakable(&words.say("compare-caution", &[("first", first), ("name", name), ("what", what.into())]))
    };
    found.cautions.iter().map(said).collect()
}

/// The differences and figures as CSV: one row for each measure and design.
pub fn compare_csv(found: &Comparison) -> String {
    let head = [
        "measure",
        "design",
        "value",
        "mc_error",
        "difference",
        "difference_error",
        "low",
        "high",
        "p5",
        "p95",
        "greater",
    ];
    let mut text = csv::row(&head);
    for row in &found.measures {
        for (place, design) in found.designs.iter().enumerate() {
            let reading = row.readings[place];
            let apart = row.differences[place].map_or([f64::NAN; 7], |d| {
                [d.mean, d.mc_error, d.low, d.high, d.p5, d.p95, d.first_greater.share.get()]
            });
            let numbers = [reading.value, reading.mc_error].into_iter().chain(apart).map(csv::number);
            text += &csv::row(
                &[row.measure.key(), design.name.clone()].into_iter().chain(numbers).collect::<Vec<_>>(),
            );
        }
    }
    text
}

/// The headline numbers of every design in every trial as CSV.
pub fn paired_csv(names: &[String], rows: &Rows) -> String {
    let head = ["trial", "design"].into_iter().chain(Scalar::ALL.iter().map(|s| s.key()));
    let mut text = csv::row(&head.collect::<Vec<_>>());
    for row in rows.iter() {
        for (outcome, name) in row.iter().zip(names) {
            let numbers = Scalar::ALL.iter().map(|s| csv::number(outcome.get(*s)));
            text += &csv::row(
                &[outcome.trial.to_string(), name.clone()].into_iter().chain(numbers).collect::<Vec<_>>(),
            );
        }
    }
    text
}

fn names(found: &Comparison, show: Show) -> String {
    let one = |d: &crate::decide::compare::Contender| {
        let program = d.program.clone().unwrap_or_else(|| show.words.say("decide-no-program", &[]));
        format!("{} ({program})", d.name)
    };
    let names: Vec<String> = found.designs.iter().map(one).collect();
    names.join(&format!("  {}  ", show.words.say("compare-against", &[])))
}

fn readings(found: &Comparison, show: Show) -> Vec<Vec<String>> {
    let head = std::iter::once(String::new()).chain(found.designs.iter().map(|d| d.name.clone())).collect();
    let row = |row: &MeasureRow| {
        let cells = row.readings.iter().map(|r| reading(show, row.measure, *r, found.origin.trials));
        std::iter::once(capital(&show.words.measure(row.measure))).chain(cells).collect()
    };
    std::iter::once(head).chain(found.measures.iter().map(row)).collect()
}

fn differences(found: &Comparison, design: &str, show: Show) -> Vec<Vec<String>> {
    let head =
        ["compare-difference", "compare-interval", "compare-greater"].map(|key| show.words.say(key, &[]));
    let place = found.designs.iter().position(|d| d.name == design).unwrap_or(0);
    let row = |row: &MeasureRow| {
        let d = row.differences[place]?;
        let mean = show.difference(&d);
        let often = if is_event(row.measure) { String::new() } else { in_trials(&d, show) };
        Some(vec![capital(&show.words.measure(row.measure)), mean, range(show, row.measure, &d), often])
    };
    let head = std::iter::once(String::new()).chain(head).collect();
    std::iter::once(head).chain(found.measures.iter().filter_map(row)).collect()
}

/// The 95 % interval of a mean difference; a difference of chances stays within what is possible.
fn range(show: Show, measure: Measure, d: &Difference) -> String {
    let (low, high) = if is_event(measure) { (d.low.max(-1.0), d.high.min(1.0)) } else { (d.low, d.high) };
    show.range_of_change(measure.unit(), low, high)
}

fn in_trials(d: &Difference, show: Show) -> String {
    if d.is_nothing() {
        return show.words.say("compare-alike", &[]);
    }
    show.words.say("compare-in-trials", &[("share", show.chance(&d.first_greater).into())])
}

fn verdict(found: &Comparison, duel: &Duel, show: Show) -> String {
    let name = |place: usize| found.designs[place].name.as_str();
    let back = found.duels.iter().find(|d| (d.first, d.second) == (duel.second, duel.first));
    let duel = back.filter(|back| back.net_effect.mean > duel.net_effect.mean).unwrap_or(duel);
    let better = ("better", Value::from(name(duel.first)));
    let both = [better.clone(), ("other", name(duel.second).into())];
    if duel.net_effect.is_nothing() {
        return format!("  {}\n", show.words.say("compare-same", &both));
    }
    let clear = if duel.net_effect.is_clear() {
        let share = ("share", show.chance(&duel.net_effect.first_greater).into());
        show.words.say("compare-clear", &[both.to_vec(), vec![share]].concat())
    } else {
        show.words.say("compare-unclear", &both)
    };
    let order = |key: &str, verdict: Verdict| {
        let said = ("verdict", Value::from(word(verdict)));
        show.words.say(key, &[better.clone(), said])
    };
    let first = order("compare-first-order", duel.first_order);
    let second = order("compare-second-order", duel.second_order);
    format!("  {clear}\n    {first}\n    {second}\n")
}

/// By which a message chooses what to say.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Dominates => "dominates",
        Verdict::Likely => "likely",
        Verdict::Undecided => "undecided",
        Verdict::No => "no",
    }
}

fn regrets(found: &Comparison, show: Show) -> Vec<Vec<String>> {
    let head = ["compare-regret-mean", "compare-regret-tail", "compare-regret-worst", "compare-regret-best"];
    let head = head.map(|key| show.words.say(key, &[]));
    let trials = found.origin.trials;
    let row = |d: &crate::decide::compare::Contender| {
        let r = d.regret;
        let best = interval::probability(libm::round(r.best.get() * trials as f64) as u64, trials);
        let [share, low, high] = [best.share, best.low, best.high].map(Share::get);
        vec![
            d.name.clone(),
            show.reading(r.mean),
            show.value(Unit::Money, r.p95.get()),
            show.value(Unit::Money, r.largest.get()),
            show.words.say("compare-in-trials", &[("share", Value::ProbabilityWithin(share, low, high))]),
        ]
    };
    let head = std::iter::once(String::new()).chain(head).collect();
    std::iter::once(head).chain(found.designs.iter().map(row)).collect()
}
