//! How often each outcome occurred: a column for each range, losses in another colour.

use super::{Column, Group, Look, Native, Plot, Series, axis, numbers, texts};
use crate::charts::spec::{AxisUnit, Histogram};
use crate::report::deck::text::Ink;
use crate::words::Words;

/// The chart.
pub fn chart(histogram: &Histogram, told: String, words: Words<'_>) -> Native {
    let bounds = &histogram.bounds;
    let (name, _, scale) = axis(&histogram.axis, &histogram.unit, bounds.iter().copied(), words);
    let narrow = bounds.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::MAX, f64::min) / scale.divisor;
    let decimals =
        if narrow > 0.0 { (1.0 - libm::floor(libm::log10(narrow))).clamp(0.0, 4.0) as usize } else { 0 };
    let middle = |pair: &[f64]| words.fixed((pair[0] + pair[1]) / 2.0 / scale.divisor, decimals);
    let side = |below: bool| -> Vec<f64> {
        let of =
            |(pair, count): (&[f64], &f64)| if (pair[0] + pair[1] < 0.0) == below { *count } else { 0.0 };
        bounds.windows(2).zip(&histogram.counts).map(of).collect()
    };
    let ends = |at: usize| bounds.iter().skip(at).take(histogram.counts.len()).copied().collect::<Vec<_>>();
    let trials = words.say("chart-trials", &[]);
    let columns: Vec<Column> = vec![
        texts(&name, bounds.windows(2).map(middle)),
        numbers(&words.say("deck-from", &[]), &histogram.unit, &ends(0)),
        numbers(&words.say("deck-to", &[]), &histogram.unit, &ends(1)),
        numbers(&histogram.below, &AxisUnit::Count, &side(true)),
        numbers(&histogram.above, &AxisUnit::Count, &side(false)),
    ];
    let series = vec![
        Series::new(3, Look::Fill(Ink::Accent(2), 100)),
        Series::new(4, Look::Fill(Ink::Accent(1), 100)),
    ];
    let bars = Group { plot: Plot::Columns(8), series };
    Native {
        points: Some(name),
        legend: true,
        named_every: histogram.counts.len().div_ceil(12).max(1),
        ..Native::plain(told, columns, bars, (trials, "#,##0".to_owned()))
    }
}
