//! Layers over months: a chart for each panel, all on one scale.

use super::lines::{every, months};
use super::{Group, Look, Native, Plot, Series, axis, numbers};
use crate::charts::spec::Stack;
use crate::report::deck::text::Ink;
use crate::words::Words;

/// Colours of the layers: accents, then the same paler.
const ACCENTS: u8 = 6;

/// The charts.
pub fn charts(stack: &Stack, told: &str, words: Words<'_>) -> Vec<Native> {
    let heights = stack.panels.iter().flat_map(|panel| {
        (0..stack.months.count).map(|month| {
            let layers = panel.layers.iter().filter_map(|layer| layer.get(month));
            layers.filter(|v| v.is_finite()).map(|v| v.max(0.0)).sum::<f64>()
        })
    });
    let highest = heights.fold(0.0, f64::max);
    let (name, code, _) = axis(&stack.axis, &stack.unit, std::iter::once(highest), words);
    let panels = stack.panels.iter().map(|panel| {
        let mut columns = vec![months(stack.months, 0..stack.months.count, words)];
        for (layer, values) in stack.layers.iter().zip(&panel.layers) {
            let positive: Vec<f64> =
                values.iter().map(|v| if v.is_finite() { v.max(0.0) } else { 0.0 }).collect();
            columns.push(numbers(&layer.name, &stack.unit, &positive));
        }
        let ink = |nth: usize| {
            let accent = (nth as u8) % ACCENTS + 1;
            if nth < usize::from(ACCENTS) { Ink::Accent(accent) } else { Ink::Pale(accent) }
        };
        let series = (1..columns.len()).map(|at| Series::new(at, Look::Fill(ink(at - 1), 100))).collect();
        let (told, layers) = (format!("{told} {}", panel.name), Group { plot: Plot::Layers, series });
        Native {
            legend: true,
            named_every: every(stack.months.count),
            heading: Some(panel.name.clone()),
            ends: (highest > 0.0).then(|| (0.0, round_up(highest))),
            ..Native::plain(told, columns, layers, (name.clone(), code.clone()))
        }
    });
    panels.collect()
}

/// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(value)));
    let round = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0].into_iter().map(|m| m * power);
    round.into_iter().find(|round| *round >= value).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        assert!((round_up(0.0212) - 0.03).abs() < 1e-12);
        assert_eq!((round_up(1.0), round_up(8.7)), (1.0, 10.0));
    }
}
