//! From what was collected to the summary.

use super::estimate::Grouping;
use super::interval::probability;
use super::kept::goal_at;
use super::moments::Moments;
use super::real_size::{AtRealSize, Shrink};
use super::waterfall::BARS;
use super::{
    Band, Bands, Collector, Enough, Estimate, FORMAT, Gain, GoalSummary, Headline, Loss, Monthly, Payback,
    PricePerSaved, Probability, RunInfo, Scalar, SegmentSummary, Series, Summary, VarianceSplit,
    WaterfallStep, Without, estimate, quantile, variance,
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
        let sized = self.numbers();
        let headline = Headline::new(|scalar| self.headline(scalar, &sized));
        let effects = estimate::sorted(sized.column(Scalar::NetEffect as usize).into_iter());
        let none = || vec![Moments::default(); self.sketches.len()];
        let moments = Months {
            values: self.moments.total().unwrap_or_else(none),
            squares: self.excess.squares.total().unwrap_or_else(none),
        };
        let per_world = self.frame.series_per_world();
        Summary {
            format: FORMAT,
            run: self.run_info(run),
            goals: (0..self.frame.goals.len()).map(|goal| self.goal(goal, &sized)).collect(),
            loss: has_program.then(|| self.loss(&effects)),
            payback: has_program.then(|| self.payback(&sized)),
            price_per_saved: has_program.then(|| self.price_per_saved(&headline, &sized)),
            waterfall: has_program.then(|| BARS.iter().map(|&bar| step(bar, &headline)).collect()),
            net_effect_histogram: estimate::histogram(&effects),
            causes: self.frame.causes.clone(),
            months: self.frame.months.clone(),
            baseline: self.monthly(&moments, 0, Series::ALL),
            program: has_program.then(|| self.monthly(&moments, per_world, Series::ALL)),
            difference: has_program.then(|| self.monthly(&moments, 2 * per_world, Series::COMPARED)),
            ended: self.ended(&moments),
            segments: (0..self.frame.segments.len()).map(|segment| self.segment(segment)).collect(),
            branches: self.branches(),
            touchpoints: self.touchpoints(),
            answers: self.answers(),
            categories: self.categories(),
            worth: self.worths(),
            enough: self.enough(&headline, run.target),
            variance: self.sources(&headline),
            headline,
        }
    }

    fn run_info(&self, run: &RunSettings) -> RunInfo {
        let trials = self.trials();
        RunInfo {
            title: self.frame.title.clone(),
            today: self.frame.today.clone(),
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
        estimate::of(&values, &self.shrink(column), unit, self.grouping())
    }

    /// Of a headline number; months of payback and prices are worked out of what has the real size already.
    fn headline(&self, scalar: Scalar, sized: &AtRealSize<'_>) -> Estimate {
        if !matches!(scalar, Scalar::PaybackMonth | Scalar::PricePerSaved) {
            return self.estimate(scalar as usize, scalar.unit());
        }
        estimate::of(&sized.column(scalar as usize), &Shrink::NONE, scalar.unit(), self.grouping())
    }

    /// How the deviations of a number, by its place among [`Collector::names`], shrink to the real size.
    pub fn shrink(&self, column: usize) -> Shrink {
        let [values, excess] =
            [&self.trials, &self.excess.numbers].map(|t| t.column(column).collect::<Vec<_>>());
        Shrink::of(&values, &excess)
    }

    /// How trials hang together.
    fn grouping(&self) -> Grouping {
        Grouping { sampling: self.sampling, first: self.trials().start }
    }

    /// Where the variance of the number by which the run is judged comes from.
    fn sources(&self, headline: &Headline) -> Option<VarianceSplit> {
        let twins: Vec<[f64; 2]> = self.twins.rows().map(|row| [row[0], row[1]]).collect();
        variance::split(&twins, headline[self.judged_by()].sd)
    }

    /// The net effect, or final retention without a program.
    fn judged_by(&self) -> Scalar {
        if self.frame.program.is_some() { Scalar::NetEffect } else { Scalar::RetentionBaseline }
    }

    /// The chance of what a number of each trial says at the real size, where it has `happened` so often. `event` says whether a value
    /// has it happen as simulated where the bar, which column `bar` holds or which is 0, lies so.
    fn chance(
        &self,
        column: usize,
        happened: u64,
        event: impl Fn(f64, f64) -> bool,
        bar: Option<usize>,
    ) -> Probability {
        let shrink = self.shrink(column);
        let values: Vec<f64> = self.trials.column(column).collect();
        let bars = bar.map_or_else(|| vec![0.0; values.len()], |column| self.trials.column(column).collect());
        let rows = || values.iter().zip(&bars).map(|(value, bar)| (*value, *bar));
        let ends: Vec<[bool; 2]> =
            rows().map(|(value, bar)| shrink.before(bar).map(|bar| event(value, bar))).collect();
        let share =
            |end: usize| ends.iter().filter(|both| both[end]).count() as f64 / values.len().max(1) as f64;
        let own: Vec<bool> = rows().map(|(value, bar)| event(value, shrink.simulated(bar))).collect();
        let found = probability(happened, values.len() as u64);
        let all = shrink.chance_error(&own, [share(0), share(1)]);
        let beyond = (all * all - found.mc_error.get() * found.mc_error.get()).max(0.0).sqrt();
        if shrink == Shrink::NONE { found } else { found.with_error(beyond) }
    }

    fn goal(&self, goal: usize, sized: &AtRealSize<'_>) -> GoalSummary {
        let (names, at) = (&self.frame.goals[goal], goal_at(goal));
        let unit = super::goal::unit(names.metric);
        // of the value in column `of`, judged in column `judged`
        let chance = |of: usize, judged: usize| {
            let hits = sized.column(judged).into_iter().filter(|reached| *reached == 1.0).count();
            let reaches = |value: f64, bar: f64| super::goal::reached(names.bound, bar, value);
            self.chance(of, hits as u64, reaches, Some(at + 1))
        };
        let compared = self.frame.program.is_some() && super::goal::stands_alone(names.metric);
        GoalSummary {
            metric: names.metric.key(),
            bound: names.bound.key(),
            threshold: self.estimate(at + 1, unit).mean,
            by: names.by.clone(),
            probability: chance(at, at + 2),
            value: self.estimate(at, unit),
            without: compared.then(|| Without {
                probability: chance(at + 3, at + 4),
                value: self.estimate(at + 3, unit),
                gain: self.gain(sized, at),
            }),
        }
    }

    /// By how much the program raises the chance of the goal whose numbers begin at `at`, trial by trial.
    fn gain(&self, sized: &AtRealSize<'_>, at: usize) -> Gain {
        let pairs = sized.column(at + 2).into_iter().zip(sized.column(at + 4));
        let changes: Vec<f64> = pairs.map(|(with, without)| with - without).collect();
        let share = changes.iter().sum::<f64>() / changes.len() as f64;
        Gain { share: Share::new(share), mc_error: Share::new(self.grouping().standard_error(&changes)) }
    }

    /// The chance that the net effect is negative, given how often it is.
    fn losing(&self, times: usize) -> Probability {
        let effect = Scalar::NetEffect as usize;
        self.chance(effect, times as u64, |value, bar| value < bar, None)
    }

    fn loss(&self, sorted: &[f64]) -> Loss {
        let losing = sorted.partition_point(|&effect| effect < 0.0);
        Loss {
            probability: self.losing(losing),
            mean_when_losing: (losing > 0)
                .then(|| Money::new(sorted[..losing].iter().sum::<f64>() / losing as f64)),
            expected_shortfall: Money::new(quantile::expected_shortfall(sorted, 0.05)),
        }
    }

    fn payback(&self, sized: &AtRealSize<'_>) -> Payback {
        let months = estimate::sorted(sized.column(Scalar::PaybackMonth as usize).into_iter());
        let trials = self.trials().count();
        // Trials that never pay back come last in the order.
        let month_at = |level: f64| {
            let rank = (level * trials as f64).ceil() as usize;
            months.get(rank.saturating_sub(1)).map(|&month| month as u32)
        };
        let effect = Scalar::NetEffect as usize;
        Payback {
            probability: self.chance(effect, months.len() as u64, |value, bar| value >= bar, None),
            p25: month_at(0.25),
            median: month_at(0.5),
            p75: month_at(0.75),
        }
    }

    fn price_per_saved(&self, headline: &Headline, sized: &AtRealSize<'_>) -> PricePerSaved {
        let (cost, saved) = (&headline[Scalar::ProgramCost], &headline[Scalar::NetSaved]);
        let price = (saved.mean > 0.0 && cost.mean > 0.0).then(|| cost.mean / saved.mean);
        let columns = [Scalar::ProgramCost, Scalar::NetSaved].map(|s| self.trials.column(s as usize));
        let [costs, saves] = columns;
        let residuals = |price: f64| -> Vec<f64> { costs.zip(saves).map(|(c, s)| c - price * s).collect() };
        let error = |price| self.grouping().standard_error(&residuals(price));
        let none = sized.column(Scalar::NetSaved as usize).iter().filter(|saved| **saved <= 0.0).count();
        PricePerSaved {
            price: price.map(Money::new),
            mc_error: price.map(|p| error(p) / saved.mean).filter(|e| e.is_finite()).map(Money::new),
            none_saved: Share::new(none as f64 / self.trials().count() as f64),
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
            base_value_baseline: self.estimate(at + 3, Unit::Money),
            base_value_program: with_program(at + 4, Unit::Money),
        }
    }

    /// The world in which the program that runs already has ended, where it was played.
    fn ended(&self, moments: &Months) -> Option<Monthly> {
        self.frame.today.as_ref()?;
        let ended = self.monthly(moments, self.frame.first_of_ended(), Series::ALL);
        let there = ended.series.get(Series::Active)?;
        there.mean.iter().any(|mean| mean.is_finite()).then_some(ended)
    }

    /// The series that begin at `first`: the named ones, then churn by cause.
    fn monthly(&self, moments: &Months, first: usize, series: &[Series]) -> Monthly {
        let band = |i: usize, unit| self.band(moments, first + i, unit);
        Monthly {
            series: Bands::new(series.iter().enumerate().map(|(i, &s)| (s, band(i, s.unit()))).collect()),
            churned_by_cause: (0..self.frame.causes.len())
                .map(|cause| band(series.len() + cause, Unit::Customers))
                .collect(),
        }
    }

    fn band(&self, all: &Months, series: usize, unit: Unit) -> Band {
        let months = self.frame.months.len();
        let cells = series * months..(series + 1) * months;
        let moments = &all.values[cells.clone()];
        let quantiles: Vec<[f64; 5]> = cells
            .map(|cell| {
                let shrink = Shrink::of_moments(&all.values[cell], &all.squares[cell]);
                self.sketches[cell].quantiles([0.05, 0.25, 0.5, 0.75, 0.95]).map(|q| shrink.at(q))
            })
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

    /// Whether the trials suffice: the error of the mean against the spread, but not against less than half of the spread that was
    /// simulated, as a certain result of a large business has none.
    fn enough(&self, headline: &Headline, target: Share) -> Enough {
        let scalar = self.judged_by();
        let Estimate { trials, mc_error, sd, .. } = headline[scalar];
        let simulated = self.trials.column(scalar as usize).collect::<Moments>().sd();
        let sd = if simulated.is_nan() { sd } else { sd.max(0.5 * simulated) };
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
}

/// Moments of the monthly cells over trials, and of the squares of their excess.
struct Months {
    values: Vec<Moments>,
    squares: Vec<Moments>,
}

fn step(bar: Scalar, headline: &Headline) -> WaterfallStep {
    let Estimate { mean, mc_error, p5, p95, .. } = headline[bar];
    let total = bar == BARS[0] || bar == BARS[BARS.len() - 1];
    let [mean, mc_error, p5, p95] = [mean, mc_error, p5, p95].map(Money::new);
    WaterfallStep { key: bar, total, mean, mc_error, p5, p95 }
}
