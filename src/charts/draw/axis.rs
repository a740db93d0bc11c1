//! Axes: round numbers for values, years and months for time.

use super::palette::{AXIS, GRID, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::style::Stroke;
use crate::charts::spec::{AxisUnit, Months};
use crate::words::{Scale, Words};

/// A value axis with round ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Smallest value shown.
    pub low: f64,
    /// Largest value shown.
    pub high: f64,
    /// Values with a tick and their labels.
    pub ticks: Vec<(f64, String)>,
    /// Name and unit.
    pub caption: String,
}

impl Axis {
    /// An axis for all finite `values`, with about `wanted` ticks.
    pub fn new(
        words: Words<'_>,
        name: &str,
        unit: &AxisUnit,
        values: impl Iterator<Item = f64>,
        wanted: usize,
    ) -> Self {
        let values = values.filter(|v| v.abs() < f64::MAX / 1e3);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
        let wide = widened(low, high, unit);
        let step = round_step((wide.1 - wide.0) / wanted as f64);
        let step = if *unit == AxisUnit::Count { step.max(1.0) } else { step };
        let around = |low: f64, high: f64| ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
        let tight = around(low, high);
        let enough = (tight.1 - tight.0) * step >= (wide.1 - wide.0) * (1.0 - 1e-9);
        let (first, last) = if enough { tight } else { around(wide.0, wide.1) };
        let scale = scale(unit, (first * step).abs().max((last * step).abs()));
        let decimals = (-libm::floor(libm::log10(step / scale.divisor) + 1e-9)).clamp(0.0, 12.0) as usize;
        let label = |v: f64| match unit {
            AxisUnit::Percent => format!("{}\u{202f}%", words.fixed(v * 100.0, decimals.saturating_sub(2))),
            AxisUnit::SharePoints | AxisUnit::Change => words.signed_fixed(v / scale.divisor, decimals),
            _ => words.fixed(v / scale.divisor, decimals),
        };
        let count = (last - first).clamp(1.0, 40.0) as usize;
        let ticks = (0..=count).map(|i| (first + i as f64) * step).map(|v| (v, label(v))).collect();
        Self { low: first * step, high: last * step, ticks, caption: caption(words, name, unit, scale) }
    }

    /// Where `value` lies between the ends of the axis at `from` and `to` pixels.
    pub fn place(&self, value: f64, from: f64, to: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        from + (to - from) * share.clamp(0.0, 1.0)
    }

    /// Width of the widest tick label.
    pub fn label_width(&self) -> f64 {
        self.ticks.iter().map(|(_, label)| TICK.width(label)).fold(0.0, f64::max)
    }

    /// Grid and labels of a vertical axis, labels left of the plot.
    pub fn draw_vertical(&self, scene: &mut Scene, plot: Frame, labelled: bool) {
        for (value, label) in &self.ticks {
            let y = self.place(*value, plot.bottom, plot.top);
            let stroke = if *value == 0.0 { Stroke::solid(AXIS, 1.2) } else { Stroke::solid(GRID, 0.8) };
            scene.line((plot.left, y), (plot.right, y), stroke);
            if labelled {
                scene.text((plot.left - 8.0, y + TICK.size * 0.36), Anchor::End, TICK, label.as_str());
            }
        }
    }

    /// Grid lines of a horizontal axis.
    pub fn draw_horizontal_grid(&self, scene: &mut Scene, plot: Frame) {
        for (value, _) in &self.ticks {
            let x = self.place(*value, plot.left, plot.right);
            let stroke = if *value == 0.0 { Stroke::solid(AXIS, 1.2) } else { Stroke::solid(GRID, 0.8) };
            scene.line((x, plot.top), (x, plot.bottom), stroke);
        }
    }

    /// Labels of a horizontal axis below the plot; those without room are left out.
    pub fn draw_horizontal_labels(&self, scene: &mut Scene, plot: Frame) {
        let mut free = f64::MIN;
        for (value, label) in &self.ticks {
            let x = self.place(*value, plot.left, plot.right);
            let half = TICK.width(label) / 2.0;
            if x - half >= free {
                scene.text((x, plot.bottom + 18.0), Anchor::Middle, TICK, label.as_str());
                free = x + half + 8.0;
            }
        }
    }
}

/// Room below the plot for the month axis.
pub const MONTHS_HEIGHT: f64 = 40.0;
/// More of it where the caption stands below the months.
pub const MONTHS_CAPTION: f64 = 16.0;

/// Month numbers and calendar years below a plot; `caption` names the numbers, right of the plot or, where that is narrow, below.
pub fn draw_months(scene: &mut Scene, plot: Frame, months: Months, caption: Option<&str>, narrow: bool) {
    let width = plot.width() / months.count.max(1) as f64;
    let widest = TICK.width(&months.count.to_string()) + 10.0;
    let step = [1, 3, 6, 12, 24].into_iter().find(|s| *s as f64 * width >= widest.max(52.0)).unwrap_or(60);
    scene.line((plot.left, plot.bottom), (plot.right, plot.bottom), Stroke::solid(AXIS, 1.0));
    for month in (0..=months.count).step_by(step) {
        let x = plot.left + month as f64 * width;
        scene.line((x, plot.bottom), (x, plot.bottom + 4.0), Stroke::solid(AXIS, 1.0));
        scene.text((x, plot.bottom + 18.0), Anchor::Middle, TICK, month.to_string());
    }
    if let Some(caption) = caption {
        let (at, anchor) = match narrow {
            true => ((plot.right, plot.bottom + MONTHS_HEIGHT + MONTHS_CAPTION / 2.0 + 2.0), Anchor::End),
            false => ((plot.right + 16.0, plot.bottom + 18.0), Anchor::Start),
        };
        scene.text(at, anchor, TICK, caption);
    }
    draw_years(scene, plot, months, width);
}

fn draw_years(scene: &mut Scene, plot: Frame, months: Months, width: f64) {
    let last = months.start.plus(months.count as i32 - 1).year();
    let mut free = plot.left - 20.0;
    for year in months.start.year()..=last {
        let january = (year - months.start.year()) * 12 + 1 - i32::from(months.start.month());
        let from = plot.left + f64::from(january.max(0)) * width;
        let to = (plot.left + f64::from(january + 12) * width).min(plot.right);
        let label = year.to_string();
        let half = TICK.width(&label) / 2.0;
        if january > 0 && 12.0 * width > 2.0 * half + 6.0 {
            scene.line((from, plot.bottom + 22.0), (from, plot.bottom + 35.0), Stroke::solid(GRID, 1.0));
        }
        let middle = (from + to) / 2.0;
        if middle - half >= free && (to - from >= half || months.count <= 12) {
            scene.text((middle, plot.bottom + 34.0), Anchor::Middle, TICK, label);
            free = middle + half + 6.0;
        }
    }
}

/// The range widened to something worth showing: never empty, and never so narrow that noise looks like news.
fn widened(low: f64, high: f64, unit: &AxisUnit) -> (f64, f64) {
    let (low, high) = if low > high { (0.0, 0.0) } else { (low, high) };
    let least = match unit {
        AxisUnit::Percent => 0.02,
        AxisUnit::SharePoints => 0.02,
        AxisUnit::Change => 2.0,
        AxisUnit::NpsPoints => 10.0,
        AxisUnit::Money(_) | AxisUnit::Count | AxisUnit::Plain => 0.0,
    };
    let size = low.abs().max(high.abs());
    let least = if least > 0.0 { least } else { size * 1e-3 };
    let least = if least > 0.0 { least } else { 1.0 };
    if high - low >= least {
        return (low, high);
    }
    let more = least - (high - low);
    match (low, high) {
        (low, high) if low >= 0.0 && low < more / 2.0 => (0.0, high + more),
        (low, high) if high <= 0.0 && -high < more / 2.0 => (low - more, 0.0),
        (low, high) => (low - more / 2.0, high + more / 2.0),
    }
}

/// The smallest of 1, 2, 5 × 10ⁿ that is at least `rough`.
fn round_step(rough: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough * 0.999).unwrap_or(10.0 * power)
}

fn scale(unit: &AxisUnit, largest: f64) -> Scale {
    match unit {
        AxisUnit::Money(_) => Scale::of(largest),
        AxisUnit::SharePoints => Scale::PERCENT,
        AxisUnit::Percent | AxisUnit::NpsPoints | AxisUnit::Change | AxisUnit::Count | AxisUnit::Plain => {
            Scale::ONE
        }
    }
}

fn caption(words: Words<'_>, name: &str, unit: &AxisUnit, scale: Scale) -> String {
    match unit {
        AxisUnit::Money(currency) => {
            format!("{name}, {}", words.unit(scale, words.with_currency(currency).currency()))
        }
        AxisUnit::Percent
        | AxisUnit::NpsPoints
        | AxisUnit::SharePoints
        | AxisUnit::Change
        | AxisUnit::Count
        | AxisUnit::Plain => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn labels(unit: &AxisUnit, values: &[f64]) -> Vec<String> {
        let axis = Axis::new(Words::new(Language::En), "x", unit, values.iter().copied(), 5);
        axis.ticks
            .into_iter()
            .map(|(_, label)| label.replace('\u{202f}', "_").replace('\u{2212}', "-"))
            .collect()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(
            labels(&AxisUnit::Percent, &[0.713, 0.792]),
            ["70_%", "72_%", "74_%", "76_%", "78_%", "80_%"]
        );
        assert_eq!(labels(&AxisUnit::Money("RUB".into()), &[-3.4e6, 9e6]), ["-5", "0", "5", "10"]);
        assert_eq!(labels(&AxisUnit::NpsPoints, &[-12.0, 31.0]), ["-20", "-10", "0", "10", "20", "30", "40"]);
        assert_eq!(labels(&AxisUnit::Money("RUB".into()), &[0.0, 0.0011]).last().unwrap(), "0.0015");
    }

    #[test]
    fn empty_and_narrow_ranges_are_widened() {
        assert_eq!(labels(&AxisUnit::Percent, &[0.0]), ["0.0_%", "0.5_%", "1.0_%", "1.5_%", "2.0_%"]);
        assert_eq!(labels(&AxisUnit::NpsPoints, &[31.0, 31.2]).len(), 7);
        for values in
            [&[][..], &[f64::NAN], &[f64::INFINITY], &[1e15, 1e15], &[-7.0], &[1e-300], &[1e200, -1e200]]
        {
            let axis = Axis::new(
                Words::new(Language::En),
                "x",
                &AxisUnit::Money("RUB".into()),
                values.iter().copied(),
                5,
            );
            assert!(axis.high > axis.low && axis.ticks.len() < 15, "{values:?}: {axis:?}");
        }
    }

    #[test]
    fn the_caption_carries_the_unit() {
        let axis = Axis::new(
            Words::new(Language::En),
            "Margin",
            &AxisUnit::Money("RUB".into()),
            [0.0, 3.4e7].into_iter(),
            5,
        );
        assert_eq!(axis.caption, "Margin, m\u{a0}RUB");
    }
}
