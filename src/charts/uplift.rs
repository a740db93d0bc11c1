//! The fatigue clock: how the pull of discounts wears off while their cost does not.

use super::source::Source;
use super::spec::{AxisUnit, Chart, Lines, Mark, Picture, Voice};
use super::words;
use crate::summary::{self, Scalar, Series};
use crate::units::{Share, Unit};

/// Discounts count as undiminished if they end at no less than this share of what they were in their first year.
const UNDIMINISHED: f64 = 0.9;
/// What is left of a discount after less than this share of it is another discount, or none: nothing has worn off.
const CUT: f64 = 0.5;
/// The pull has worn off only if it stays away for a year: what comes back every season has not.
const YEAR: usize = 12;

/// Uplift of purchases by price beside the discounts given, as shares; `None` without a discount.
pub fn chart(source: Source) -> Option<Chart> {
    let discount = source.program(Series::Discount)?;
    let world = &source.summary.program.as_ref()?.series;
    let (uplift, sales) = (world.get(Series::DiscountUplift)?, world.get(Series::ListRevenue)?);
    let uplift = as_shares(uplift);
    let cost = shares(&discount.mean, &sales.mean);

    let halved = typical_month(source, Scalar::UpliftHalved).filter(|month| month + YEAR <= source.horizon());
    let unprofitable = typical_month(source, Scalar::UpliftUnprofitable);
    let first = cost.iter().position(|c| *c > 0.0)?;
    let then = mean(&cost[first..cost.len().min(first + YEAR)]);
    let now = mean(&cost[cost.len().saturating_sub(YEAR)..]);
    let never_pays = unprofitable.is_some_and(|month| month <= first + 1);
    let fatigue = words::Fatigue {
        halved,
        sells: uplift.mean.iter().any(|u| *u > 0.0),
        never_pays,
        cost_stays: now >= UNDIMINISHED * then && now > 0.0,
        cost: Share::new(now),
        cut_from: (now < CUT * then).then(|| Share::new(then)),
    };

    let lines = vec![
        source.bare_line(source.say("chart-uplift-discounts"), Voice::Contrast, &AxisUnit::Percent, cost),
        source.line(source.say("chart-uplift-gained"), Voice::Program, &AxisUnit::Percent, &uplift),
    ];
    let profit = if never_pays { "chart-uplift-mark-never" } else { "chart-uplift-mark-unprofitable" };
    let mark = |month: Option<usize>, key| Some(Mark { at: month? as f64, label: source.say(key) });
    let clock = [mark(unprofitable, profit), mark(halved, "chart-uplift-mark-halved")].into_iter().flatten();
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: source.say("chart-uplift-axis"),
        unit: AxisUnit::Percent,
        from_zero: true,
        lines,
        marks: source.marks().into_iter().chain(clock).collect(),
    });
    Some(source.chart(words::uplift(source.words, &fatigue), source.say("chart-uplift-shown"), picture))
}

/// The median month of an event that happens in most trials.
fn typical_month(source: Source, scalar: Scalar) -> Option<usize> {
    let month = source.headline(scalar)?;
    (month.trials * 2 > source.summary.run.trials).then_some(month.median.round() as usize)
}

fn shares(of: &[f64], whole: &[f64]) -> Vec<f64> {
    of.iter().zip(whole).map(|(part, all)| if *all > 0.0 { part / all } else { 0.0 }).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Log ratios as relative changes.
fn as_shares(band: &summary::Band) -> summary::Band {
    let share = |values: &Vec<f64>| values.iter().map(|v| libm::expm1(*v)).collect();
    summary::Band {
        unit: Unit::Share,
        mean: share(&band.mean),
        mc_error: band.mc_error.clone(),
        p5: share(&band.p5),
        p25: share(&band.p25),
        median: share(&band.median),
        p75: share(&band.p75),
        p95: share(&band.p95),
    }
}
