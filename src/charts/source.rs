//! What several charts read from a summary.

use super::spec::{AxisUnit, Band, Chart, Line, Mark, Months, Picture, Voice};
use super::words;
use crate::design::Design;
use crate::summary::{self, Estimate, Monthly, Scalar, Series, Summary};
use crate::words::Words;

/// A run as the charts see it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub design: &'a Design,
    pub summary: &'a Summary,
    /// Speaks the language of the charts and knows the currency.
    pub words: Words<'a>,
}

impl<'a> Source<'a> {
    /// The horizontal axis of all monthly charts.
    pub fn months(self) -> Months {
        Months { start: self.design.start, count: self.horizon() }
    }

    /// How many months were simulated.
    pub fn horizon(self) -> usize {
        self.summary.months.len()
    }

    /// A message without variables.
    pub fn say(self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// Money as the unit of an axis.
    pub fn money(self) -> AxisUnit {
        AxisUnit::Money(self.summary.run.currency.clone())
    }

    /// A headline number where it is defined.
    pub fn headline(self, scalar: Scalar) -> Option<&'a Estimate> {
        self.summary.headline.get(scalar)
    }

    /// A series of the program's world that is not nothing throughout.
    pub fn program(self, series: Series) -> Option<&'a summary::Band> {
        let band = self.summary.program.as_ref()?.series.get(series)?;
        band.mean.iter().chain(&band.p95).any(|v| v.is_finite() && *v != 0.0).then_some(band)
    }

    /// Launch and end of the program, where they lie within the months shown.
    pub fn marks(self) -> Vec<Mark> {
        let run = &self.summary.run;
        let mark = |month: Option<usize>, label: &str| {
            let month = month.filter(|m| (1..self.horizon()).contains(m))?;
            Some(Mark { at: month as f64, label: self.say(label) })
        };
        [mark(run.launch, "chart-launch"), mark(run.stop, "chart-stop")].into_iter().flatten().collect()
    }

    /// The worlds of the run with their names and looks, the baseline first.
    pub fn worlds(self) -> Vec<(String, Voice, &'a Monthly)> {
        let baseline = &self.summary.baseline;
        match &self.summary.program {
            Some(program) => {
                vec![
                    (self.say("chart-without"), Voice::Baseline, baseline),
                    (self.say("chart-with"), Voice::Program, program),
                ]
            }
            None => vec![(self.say("chart-today"), Voice::Baseline, baseline)],
        }
    }

    /// A line with band for one series in each world.
    pub fn world_lines(self, series: Series, unit: &AxisUnit) -> Vec<Line> {
        let line = |(name, voice, world): (String, Voice, &Monthly)| {
            Some(self.line(name, voice, unit, world.series.get(series)?))
        };
        self.worlds().into_iter().filter_map(line).chain(self.ended_line(series, unit)).collect()
    }

    /// The mean of a series in the world in which the program that runs already has ended, where it was played.
    fn ended_line(self, series: Series, unit: &AxisUnit) -> Option<Line> {
        let band = self.summary.ended.as_ref()?.series.get(series)?;
        Some(self.bare_line(self.say("chart-ended"), Voice::Ended, unit, band.mean.clone()))
    }

    /// A chart of this run.
    pub fn chart(self, title: String, subtitle: impl Into<String>, picture: Picture) -> Chart {
        let footer = words::footer(self.words, &self.summary.run);
        Chart::slide([title, subtitle.into(), footer], picture, self.words.language())
    }

    /// A line through the means with its band.
    pub fn line(self, name: String, voice: Voice, unit: &AxisUnit, band: &summary::Band) -> Line {
        let spread = last(&band.p5).zip(last(&band.p95));
        let details =
            last(&band.mean).map_or(Vec::new(), |mean| words::end_of_line(self.words, unit, mean, spread));
        let quantiles =
            Band { p5: band.p5.clone(), p25: band.p25.clone(), p75: band.p75.clone(), p95: band.p95.clone() };
        Line { name, details, voice, values: band.mean.clone(), band: Some(quantiles) }
    }

    /// A line without a band.
    pub fn bare_line(self, name: String, voice: Voice, unit: &AxisUnit, values: Vec<f64>) -> Line {
        let details =
            last(&values).map_or(Vec::new(), |value| words::end_of_line(self.words, unit, value, None));
        Line { name, details, voice, values, band: None }
    }
}

/// The last value, if it is defined.
pub fn last(values: &[f64]) -> Option<f64> {
    values.last().copied().filter(|v| v.is_finite())
}
