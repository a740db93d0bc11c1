//! The monthly tables as text.

use super::table::{Align, layout};
use crate::summary::{Band, Monthly, Series, Summary};
use crate::units::Unit;
use crate::words::{Language, Scale, Words, breakable};

/// A column: what stands above it, the unit, and one number for each month.
struct MonthlyColumn<'a> {
    heading: [String; 2],
    values: &'a [f64],
    factor: f64,
    rounding: Rounding,
}

/// How the numbers of a column are rounded.
#[derive(Clone, Copy)]
enum Rounding {
    /// To so many digits after the point.
    Decimals(usize),
    /// To so many significant digits: counts of customers are estimates.
    Significant(usize),
}

/// Expected customers, money and leavers month by month.
pub fn monthly_tables(summary: &Summary, language: Language) -> String {
    let tables = Tables {
        summary,
        words: Words::new(language)
            .with_currency(&summary.run.currency)
            .beside_today(summary.run.today.is_some()),
    };
    let customers: Vec<_> = [
        (Series::Retention, "run-column-retention"),
        (Series::Active, "run-column-active"),
        (Series::Nps, "run-column-nps"),
    ]
    .into_iter()
    .flat_map(|(series, label)| tables.worlds(series, label))
    .collect();
    let mut text = tables.table("run-monthly-customers", &customers);
    text += &tables.table("run-monthly-money", &tables.money());
    if summary.program.is_some() {
        text += &format!("  {}\n\n", tables.say("run-monthly-note"));
    }
    text += &tables.leavers("run-monthly-leavers-without", Some(&summary.baseline));
    text += &tables.leavers("run-monthly-leavers-with", summary.program.as_ref());
    breakable(&text)
}

/// The tables of one run in one language.
#[derive(Clone, Copy)]
struct Tables<'a> {
    summary: &'a Summary,
    words: Words<'a>,
}

impl<'a> Tables<'a> {
    /// A message without variables.
    fn say(self, key: &str) -> String {
        self.words.say(key, &[])
    }

    fn worlds(self, series: Series, label: &str) -> Vec<MonthlyColumn<'a>> {
        let worlds = [
            ("run-column-without", Some(&self.summary.baseline)),
            ("run-column-with", self.summary.program.as_ref()),
        ];
        let column = |(which, world): (&str, Option<&'a Monthly>)| {
            Some(self.column(self.say(label), self.say(which), world?.series.get(series)?, ""))
        };
        worlds.into_iter().filter_map(column).collect()
    }

    fn money(self) -> Vec<MonthlyColumn<'a>> {
        let baseline = Some(&self.summary.baseline);
        let program = self.summary.program.as_ref();
        let gained = self.summary.difference.as_ref();
        [
            ("run-column-revenue", baseline, Series::NetRevenue, Some("run-column-without")),
            ("run-column-revenue", program, Series::NetRevenue, Some("run-column-with")),
            ("run-column-margin-loss", program, Series::MarginLoss, None),
            ("run-column-cost", program, Series::ProgramCost, None),
            ("run-column-net", gained, Series::NetContribution, None),
            ("run-column-since-start", gained, Series::CumulativeContribution, None),
            ("run-column-liability", program, Series::Liability, None),
        ]
        .into_iter()
        .filter_map(|(label, world, series, which)| {
            let which = which.map_or(String::new(), |key| self.say(key));
            Some(self.column(self.say(label), which, world?.series.get(series)?, self.words.currency()))
        })
        .collect()
    }

    fn leavers(self, title: &str, world: Option<&'a Monthly>) -> String {
        let Some(world) = world else { return String::new() };
        let columns: Vec<_> = self
            .summary
            .causes
            .iter()
            .zip(&world.churned_by_cause)
            .map(|(cause, band)| self.column(self.words.cause(cause), String::new(), band, ""))
            .collect();
        self.table(title, &columns)
    }

    fn column(self, label: String, which: String, band: &'a Band, currency: &str) -> MonthlyColumn<'a> {
        let largest = band.mean.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
        let (factor, rounding, unit) = match band.unit {
            Unit::Share => (100.0, Rounding::Decimals(1), "%".to_owned()),
            Unit::NpsPoints => (1.0, Rounding::Decimals(1), String::new()),
            Unit::LogRatio => (1.0, Rounding::Decimals(3), String::new()),
            _ => {
                let scale = Scale::of(largest);
                let rounding = match largest / scale.divisor {
                    _ if scale == Scale::ONE => Rounding::Significant(3),
                    shown if shown >= 10.0 => Rounding::Decimals(1),
                    _ => Rounding::Decimals(2),
                };
                (1.0 / scale.divisor, rounding, self.words.unit(scale, currency))
            }
        };
        let below = [which, unit].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
        MonthlyColumn { heading: [label, below], values: &band.mean, factor, rounding }
    }

    fn table(self, title: &str, columns: &[MonthlyColumn<'_>]) -> String {
        let heading = |i: usize, first: String| {
            let words = columns.iter().map(|c| c.heading[i].clone());
            std::iter::once(first).chain(words).collect::<Vec<_>>()
        };
        let mut rows = vec![heading(0, self.say("run-month")), heading(1, String::new())];
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        for (m, month) in self.summary.months.iter().enumerate() {
            let cells = columns.iter().map(|c| c.cell(self.words, m));
            rows.push(std::iter::once(month.clone()).chain(cells).collect());
        }
        let aligns: Vec<_> =
            std::iter::once(Align::Left).chain(columns.iter().map(|_| Align::Right)).collect();
        format!("{}\n{}\n", self.say(title), layout(&rows, &aligns))
    }
}

impl MonthlyColumn<'_> {
    fn cell(&self, words: Words<'_>, month: usize) -> String {
        let shown = self.values.get(month).map(|value| value * self.factor);
        shown.map_or(String::new(), |value| match self.rounding {
            Rounding::Decimals(decimals) => words.fixed(value, decimals),
            Rounding::Significant(digits) => words.rounded(value, digits),
        })
    }
}
