//! From what was collected to the summary.

use super::estimate::Grouping;
use super::interval::probability;
use super::moments::Moments;
use super::waterfall::BARS;
use super::{
    Band, Bands, Collector, Enough, Estimate, FORMAT, GoalSummary, Headline, Loss, Monthly, Payback,
    PricePerSaved, RunInfo, Scalar, SegmentSummary, Series, Summary, VarianceSplit, WaterfallStep, estimate,
    quantile, variance,
};
use crate::units::{Money, Share, Unit};

/// What the collector does not know about a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunSettings {
    /// Seed.
    pub seed: u64,
    /// Customers simulated in each trial at the start.
    pub customers: usize,
    /// Trials asked for; the run is partial if fewer were done.
    pub trials_asked: u64,
    /// Monte Carlo error of the headline's mean, as a share of its spread, that is good enough.
    pub target: Share,
}

impl Collector {
    /// The summary of the trials collected so far.
    pub fn summary(&self, run: &RunSettings) -> Summary {
        let has_program = self.frame.program.is_some();
        let headline = Headline::new(|scalar| self.estimate(scalar as usize, scalar.unit()));
        let effects = estimate::sorted(self.trials.column(Scalar::NetEffect as usize));
        let moments = self.moments.total().unwrap_or_else(|| vec![Moments::default(); self.sketches.len()]);
        let per_world = self.frame.series_per_world();
        Summary {
            format: FORMAT,
            run: self.run_info(run),
            goals: (0..self.frame.goals.len()).map(|goal| self.goal(goal)).collect(),
            loss: has_program.then(|| loss(&effects)),
            payback: has_program.then(|| self.payback()),
            price_per_saved: has_program.then(|| self.price_per_saved(&headline)),
            waterfall: has_program.then(|| BARS.iter().map(|&bar| step(bar, &headline)).collect()),
            net_effect_histogram: estimate::histogram(&effects),
            causes: self.frame.causes.clone(),
            months: self.frame.months.clone(),
            baseline: self.monthly(&moments, 0, Series::ALL),
            program: has_program.then(|| self.monthly(&moments, per_world, Series::ALL)),
            difference: has_program.then(|| self.monthly(&moments, 2 * per_world, Series::COMPARED)),
            segments: (0..self.frame.segments.len()).map(|segment| self.segment(segment)).collect(),
            branches: self.branches(),
            touchpoints: self.touchpoints(),
            answers: self.answers(),
            categories: self.categories(),
            enough: enough(&headline, self.judged_by(), run.target),
            variance: self.luck_and_ignorance(&headline),
            headline,
        }
    }

    fn run_info(&self, run: &RunSettings) -> RunInfo {
        let trials = self.trials();
        RunInfo {
            title: self.frame.title.clone(),
            program: self.frame.program.clone(),
            currency: self.frame.currency.clone(),
            design_hash: self.frame.design_hash.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: run.seed,
            sampling: self.sampling,
            first_trial: trials.start,
            trials: trials.end - trials.start,
            trials_asked: run.trials_asked,
            customers: run.customers as u64,
            launch: self.frame.launch,
            stop: self.frame.stop,
            partial: trials.end - trials.start < run.trials_asked,
        }
    }

    pub(super) fn estimate(&self, column: usize, unit: Unit) -> Estimate {
        let values: Vec<f64> = self.trials.column(column).collect();
        estimate::of(values.iter().copied(), unit, self.grouping())
    }

    /// How trials hang together.
    fn grouping(&self) -> Grouping {
        Grouping { sampling: self.sampling, first: self.trials().start }
    }

    /// Luck and not knowing the numbers in the number by which the run is judged.
    fn luck_and_ignorance(&self, headline: &Headline) -> Option<VarianceSplit> {
        let pairs: Vec<(f64, f64)> = self.twins.rows().map(|row| (row[0], row[1])).collect();
        variance::split_of(&pairs, headline[self.judged_by()].sd)
    }

    /// The net effect, or final retention without a program.
    fn judged_by(&self) -> Scalar {
        if self.frame.program.is_some() { Scalar::NetEffect } else { Scalar::RetentionBaseline }
    }

    fn count(&self, column: usize, holds: impl Fn(f64) -> bool) -> u64 {
        self.trials.column(column).filter(|&value| holds(value)).count() as u64
    }

    fn goal(&self, goal: usize) -> GoalSummary {
        let (names, at) = (&self.frame.goals[goal], self.frame.goal_at(goal));
        let unit = super::goal::unit(names.metric);
        let hits = self.count(at + 2, |reached| reached == 1.0);
        GoalSummary {
            metric: names.metric.key(),
            bound: names.bound.key(),
            threshold: self.estimate(at + 1, unit).mean,
            by: names.by.clone(),
            probability: probability(hits, self.trials.rows().count() as u64),
            value: self.estimate(at, unit),
        }
    }

    fn payback(&self) -> Payback {
        let months = estimate::sorted(self.trials.column(Scalar::PaybackMonth as usize));
        let trials = self.trials.rows().count();
        // Trials that never pay back come last in the order.
        let month_at = |level: f64| {
            let rank = (level * trials as f64).ceil() as usize;
            months.get(rank.saturating_sub(1)).map(|&month| month as u32)
        };
        Payback {
            probability: probability(months.len() as u64, trials as u64),
            p25: month_at(0.25),
            median: month_at(0.5),
            p75: month_at(0.75),
        }
    }

    fn price_per_saved(&self, headline: &Headline) -> PricePerSaved {
        let (cost, saved) = (&headline[Scalar::ProgramCost], &headline[Scalar::NetSaved]);
        let price = (saved.mean > 0.0).then(|| cost.mean / saved.mean);
        let columns = [Scalar::ProgramCost, Scalar::NetSaved].map(|s| self.trials.column(s as usize));
        let [costs, saves] = columns;
        let residuals = |price: f64| -> Vec<f64> { costs.zip(saves).map(|(c, s)| c - price * s).collect() };
        let error = |price| self.grouping().standard_error(&residuals(price));
        let none = self.count(Scalar::NetSaved as usize, |saved| saved <= 0.0);
        PricePerSaved {
            price: price.map(Money::new),
            mc_error: price.map(|p| error(p) / saved.mean).filter(|e| e.is_finite()).map(Money::new),
            none_saved: Share::new(none as f64 / self.trials.rows().count() as f64),
        }
    }

    fn segment(&self, segment: usize) -> SegmentSummary {
        let at = self.frame.segment_at(segment);
        let with_program = |column, unit| self.frame.program.as_ref().map(|_| self.estimate(column, unit));
        SegmentSummary {
            name: self.frame.segments[segment].clone(),
            retention_baseline: self.estimate(at, Unit::Share),
            retention_program: with_program(at + 1, Unit::Share),
            net_effect: with_program(at + 2, Unit::Money),
        }
    }

    /// The series that begin at `first`: the named ones, then churn by cause.
    fn monthly(&self, moments: &[Moments], first: usize, series: &[Series]) -> Monthly {
        let band = |i: usize, unit| self.band(moments, first + i, unit);
        Monthly {
            series: Bands::new(series.iter().enumerate().map(|(i, &s)| (s, band(i, s.unit()))).collect()),
            churned_by_cause: (0..self.frame.causes.len())
                .map(|cause| band(series.len() + cause, Unit::Customers))
                .collect(),
        }
    }

    fn band(&self, moments: &[Moments], series: usize, unit: Unit) -> Band {
        let months = self.frame.months.len();
        let cells = series * months..(series + 1) * months;
        let moments = &moments[cells.clone()];
        let quantiles: Vec<[f64; 5]> = self.sketches[cells]
            .iter()
            .map(|sketch| sketch.quantiles([0.05, 0.25, 0.5, 0.75, 0.95]))
            .collect();
        let level = |i: usize| quantiles.iter().map(|q| q[i]).collect();
        Band {
            unit,
            mean: moments.iter().map(Moments::mean).collect(),
            mc_error: moments.iter().map(Moments::standard_error).collect(),
            p5: level(0),
            p25: level(1),
            median: level(2),
            p75: level(3),
            p95: level(4),
        }
    }
}

fn loss(sorted: &[f64]) -> Loss {
    let losing = sorted.partition_point(|&effect| effect < 0.0);
    Loss {
        probability: probability(losing as u64, sorted.len() as u64),
        mean_when_losing: (losing > 0)
            .then(|| Money::new(sorted[..losing].iter().sum::<f64>() / losing as f64)),
        expected_shortfall: Money::new(quantile::expected_shortfall(sorted, 0.05)),
    }
}

fn step(bar: Scalar, headline: &Headline) -> WaterfallStep {
    let Estimate { mean, mc_error, p5, p95, .. } = headline[bar];
    let total = bar == BARS[0] || bar == BARS[BARS.len() - 1];
    let [mean, mc_error, p5, p95] = [mean, mc_error, p5, p95].map(Money::new);
    WaterfallStep { key: bar, total, mean, mc_error, p5, p95 }
}

fn enough(headline: &Headline, scalar: Scalar, target: Share) -> Enough {
    let Estimate { trials, mc_error, sd, .. } = headline[scalar];
    // Without any spread one trial tells it all, but it takes two to see that there is none.
    let error_share = Share::new(if sd == 0.0 { 0.0 } else { mc_error / sd });
    let reached = error_share <= target;
    let times = if error_share.get().is_finite() {
        (error_share / target) * (error_share / target)
    } else {
        f64::NAN
    };
    let needed = if times.is_nan() { 1.0 / (target.get() * target.get()) } else { trials as f64 * times };
    // less the dust of rounding
    let trials_needed = if reached { trials } else { (needed * (1.0 - 1e-9)).ceil() as u64 };
    Enough { headline: scalar.key(), error_share, target, reached, trials_needed }
}
