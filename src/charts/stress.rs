//! A stress test in pictures: what single blows do, and what must go wrong together.

use super::decision::{chart, lever};
use super::spec::{Bar, Bars, Chart, NamedChart, Picture, Unit};
use crate::decide::compare::interval_of;
use crate::decide::stress::list::Stressed;
use crate::decide::stress::reverse::{Reverse, Shift};
use crate::decide::stress::{Failure, StressTest};
use crate::units::format;
use crate::words::capital;

/// Assumptions shown at the failing point.
const SHOWN: usize = 8;

/// The charts of a stress test.
pub fn stress(found: &StressTest) -> Vec<NamedChart> {
    let blows = (!found.list.is_empty()).then(|| NamedChart { name: "single-blows", chart: blows(found) });
    let moved = found.reverse.as_ref().filter(|reverse| reverse.distance > 0.0);
    let reverse = moved.map(|r| NamedChart { name: "least-that-must-go-wrong", chart: reverse(found, r) });
    blows.into_iter().chain(reverse).collect()
}

fn blows(found: &StressTest) -> Chart {
    let bar = |s: &Stressed| Bar {
        name: s.name.to_owned(),
        value: s.net_effect.value,
        interval: interval_of(s.net_effect),
        amount: format::signed(format::money(s.net_effect.value, &found.currency)),
        notes: vec![format!("loses in {}", format::probability(s.loss.value))],
    };
    let losing = found.list.iter().skip(1).filter(|s| s.net_effect.value < 0.0).count();
    let of = found.list.len() - 1;
    let worst = found.list.iter().skip(1).min_by(|a, b| a.change.mean.total_cmp(&b.change.mean));
    let title = match (found.list[0].net_effect.value < 0.0, losing, worst) {
        (true, ..) => "The program loses money on average, and every blow finds it so".to_owned(),
        (false, 0, Some(worst)) => {
            format!("The program survives each of {of} single blows; worst: {}", lower(worst.name))
        }
        (false, n, Some(worst)) => format!(
            "{n} of {of} single blows turn the program's gain into a loss; worst: {}",
            lower(worst.name)
        ),
        (false, _, None) => "The program as designed".to_owned(),
    };
    let picture = Picture::Bars(Bars {
        axis: "Net effect".to_owned(),
        unit: Unit::Money(found.currency.clone()),
        bars: found.list.iter().map(bar).collect(),
    });
    let subtitle = "Mean net effect of the program in each world on the same customers and luck, with the 95 % interval of the mean.";
    chart(&found.origin, title, subtitle, picture)
}

fn reverse(found: &StressTest, reverse: &Reverse) -> Chart {
    let what = match found.failure {
        Failure::Loss => "loses money".to_owned(),
        Failure::Goal(goal) => format!("misses goal {}", goal + 1),
    };
    let bar = |shift: &Shift| {
        let value = |v: f64| format::significant(v, 3);
        Bar {
            name: capital(&lever(&shift.path)),
            value: shift.scores,
            interval: (f64::NAN, f64::NAN),
            amount: format!("{} → {}", value(shift.central), value(shift.value)),
            notes: Vec::new(),
        }
    };
    let odds = format::rounded(1.0 / reverse.probability, 2);
    let picture = Picture::Bars(Bars {
        axis: "Lower (left) or higher (right) than expected, in standard deviations".to_owned(),
        unit: Unit::Plain,
        bars: reverse.shifts.iter().take(SHOWN).map(bar).collect(),
    });
    let title = format!("The program {what} if this much goes wrong at once: about 1 in {odds}");
    let subtitle = "The nearest combination of assumptions at which it fails in the mean over luck; the largest shifts of all uncertain numbers.";
    chart(&found.origin, title, subtitle, picture)
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
