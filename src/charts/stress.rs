//! A stress test in pictures: what single shocks do, and what must go wrong together.

use super::decision::Played;
use super::spec::{AxisUnit, Bar, Bars, Chart, NamedChart, Picture};
use crate::decide::compare::interval_of;
use crate::decide::stress::reverse::{Reverse, Shift};
use crate::decide::stress::shocks::Shocked;
use crate::decide::stress::{Failure, StressTest};
use crate::words::{Language, Value, capital, signed};

/// Assumptions shown at the failing point.
const SHOWN: usize = 8;
/// Digits of an assumption's value.
const DIGITS: usize = 3;

/// The charts of a stress test.
pub fn stress(found: &StressTest, language: Language) -> Vec<NamedChart> {
    let design = (found.title.as_str(), found.design_hash.as_str());
    let played = Played::new(language, &found.currency, &found.origin, Some(design));
    let shocks =
        (!found.list.is_empty()).then(|| NamedChart { name: "single-shocks", chart: shocks(found, played) });
    let moved = found.reverse.as_ref().filter(|reverse| reverse.distance > 0.0);
    let reverse =
        moved.map(|r| NamedChart { name: "least-that-must-go-wrong", chart: reverse(found, r, played) });
    shocks.into_iter().chain(reverse).collect()
}

fn shocks(found: &StressTest, played: Played) -> Chart {
    let words = played.words;
    let bar = |s: &Shocked| Bar {
        name: capital(&words.name("stress", &s.name())),
        value: s.net_effect.value,
        interval: interval_of(s.net_effect),
        amount: signed(words.money(s.net_effect.value)),
        notes: vec![words.say("chart-decide-loses", &[("share", Value::Probability(s.loss.value))])],
    };
    let axis = played.say("chart-decide-net");
    let bars = found.list.iter().map(bar).collect();
    let picture = Picture::Bars(Bars { axis, unit: played.money(&found.currency), bars });
    played.chart(title(found, played), played.say("chart-stress-shocks-shown"), picture)
}

fn title(found: &StressTest, played: Played) -> String {
    let words = played.words;
    let shocks = &found.list[1..];
    let losing = shocks.iter().filter(|s| s.net_effect.value < 0.0).count();
    let worst = shocks.iter().min_by(|a, b| a.change.mean.total_cmp(&b.change.mean));
    let Some(worst) = worst else { return played.say("chart-stress-as-designed") };
    if found.list[0].net_effect.value < 0.0 {
        return played.say("chart-stress-loses-anyway");
    }
    let count = ("count", Value::from(shocks.len()));
    let worst = ("worst", words.name("stress", &worst.name()).into());
    match losing {
        0 => words.say("chart-stress-survives", &[count, worst]),
        n => words.say("chart-stress-falls", &[("losing", n.into()), count, worst]),
    }
}

fn reverse(found: &StressTest, reverse: &Reverse, played: Played) -> Chart {
    let words = played.words;
    let (kind, goal) = match found.failure {
        Failure::Loss => ("loss", 0),
        Failure::Goal(goal) => ("goal", goal + 1),
    };
    let bar = |shift: &Shift| {
        let value = |v: f64| Value::from(words.number_value(&shift.path, v, DIGITS));
        let ends = [("from", value(shift.central)), ("to", value(shift.value))];
        Bar {
            name: capital(&words.number(&shift.path)),
            value: shift.scores,
            interval: (f64::NAN, f64::NAN),
            amount: words.say("chart-stress-shift", &ends),
            notes: Vec::new(),
        }
    };
    let picture = Picture::Bars(Bars {
        axis: played.say("chart-stress-reverse-axis"),
        unit: AxisUnit::Plain,
        bars: reverse.shifts.iter().take(SHOWN).map(bar).collect(),
    });
    let odds = Value::Text(words.rounded(1.0 / reverse.probability.get(), 2));
    let said = [("failure", kind.into()), ("goal", goal.into()), ("odds", odds)];
    let title = words.say("chart-stress-reverse", &said);
    played.chart(title, played.say("chart-stress-reverse-shown"), picture)
}
