//! The fatigue clock: how the pull of discounts wears off while their cost does not.

use super::source::{Source, bare_line, line};
use super::spec::{Chart, Lines, Mark, Picture, Unit, Voice};
use super::words;
use crate::summary::{self, Scalar, Series};

/// Discounts at the end count as undiminished if they are at least this share of what they were at the peak of pull.
const UNDIMINISHED: f64 = 0.9;

/// Uplift of purchases by price beside the discounts given, as shares; `None` without a discount.
pub fn chart(source: Source) -> Option<Chart> {
    let discount = source.program(Series::Discount)?;
    let world = &source.summary.program.as_ref()?.series;
    let (uplift, sales) = (world.get(Series::DiscountUplift)?, world.get(Series::ListRevenue)?);
    let uplift = as_shares(uplift);
    let cost: Vec<f64> =
        discount.mean.iter().zip(&sales.mean).map(|(d, s)| if *s > 0.0 { d / s } else { 0.0 }).collect();

    let halved = typical_month(source, Scalar::UpliftHalved);
    let unprofitable = typical_month(source, Scalar::UpliftUnprofitable);
    let peak = (0..uplift.mean.len()).max_by(|a, b| uplift.mean[*a].total_cmp(&uplift.mean[*b]))?;
    let (then, now) = (cost.get(peak)?, *cost.last()?);
    let title = words::uplift(halved, now >= UNDIMINISHED * then && now > 0.0, uplift.mean[peak] > 0.0, now);

    let lines = vec![
        bare_line(words::DISCOUNTS, Voice::Contrast, &Unit::Percent, cost),
        line(words::UPLIFT, Voice::Program, &Unit::Percent, &uplift),
    ];
    let clock = [(halved, words::HALVED), (unprofitable, words::UNPROFITABLE)];
    let clock = clock
        .into_iter()
        .filter_map(|(month, label)| Some(Mark { at: month? as f64, label: label.to_owned() }));
    let picture = Picture::Lines(Lines {
        months: source.months(),
        axis: words::UPLIFT_AXIS.to_owned(),
        unit: Unit::Percent,
        from_zero: true,
        lines,
        marks: source.marks().into_iter().chain(clock).collect(),
    });
    Some(source.chart(title, words::UPLIFT_SUBTITLE, picture))
}

/// The median month of an event that happens in most trials.
fn typical_month(source: Source, scalar: Scalar) -> Option<usize> {
    let month = source.headline(scalar)?;
    (month.trials * 2 > source.summary.run.trials).then_some(month.median.round() as usize)
}

/// Log ratios as relative changes.
fn as_shares(band: &summary::Band) -> summary::Band {
    let share = |values: &Vec<f64>| values.iter().map(|v| libm::expm1(*v)).collect();
    summary::Band {
        unit: summary::Unit::Share,
        mean: share(&band.mean),
        mc_error: band.mc_error.clone(),
        p5: share(&band.p5),
        p25: share(&band.p25),
        median: share(&band.median),
        p75: share(&band.p75),
        p95: share(&band.p95),
    }
}
