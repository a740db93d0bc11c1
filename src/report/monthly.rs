//! The monthly tables as text.

use super::table::{Align, layout};
use crate::summary::{Band, Monthly, Series, Summary, Unit};
use crate::units::format::{self, Scale};

/// A column: what stands above it, the unit, and one number for each month.
struct Column<'a> {
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

const ABOUT_MONEY: &str = "  \
The net effect of a month leaves out points still outstanding; the net effect over the whole time honours them.

";

/// Expected customers, money and leavers month by month.
pub fn monthly_tables(summary: &Summary) -> String {
    let customers: Vec<_> = [Series::Retention, Series::Active, Series::Nps]
        .into_iter()
        .flat_map(|series| worlds(summary, series))
        .collect();
    let mut text = table(summary, "MONTH BY MONTH: CUSTOMERS (expected values)", &customers);
    text += &table(summary, "MONTH BY MONTH: MONEY (expected values)", &money(summary));
    if summary.program.is_some() {
        text += ABOUT_MONEY;
    }
    text += &leavers(summary, "without the program", Some(&summary.baseline));
    text += &leavers(summary, "with the program", summary.program.as_ref());
    text
}

fn worlds<'a>(summary: &'a Summary, series: Series) -> Vec<Column<'a>> {
    let label = match series {
        Series::Retention => "Retention",
        Series::Active => "Active",
        Series::Nps => "NPS",
        other => other.key(),
    };
    let without = summary.baseline.series.get(series).map(|band| column(label, "without", band, ""));
    let with = summary
        .program
        .as_ref()
        .and_then(|p| p.series.get(series))
        .map(|band| column(label, "with", band, ""));
    without.into_iter().chain(with).collect()
}

fn money(summary: &Summary) -> Vec<Column<'_>> {
    let currency = &summary.run.currency;
    let program = summary.program.as_ref();
    let gained = summary.difference.as_ref();
    [
        ("Revenue", Some(&summary.baseline), Series::NetRevenue, "without"),
        ("Revenue", program, Series::NetRevenue, "with"),
        ("Margin loss", program, Series::MarginLoss, ""),
        ("Program cost", program, Series::ProgramCost, ""),
        ("Net effect", gained, Series::NetContribution, ""),
        ("since start", gained, Series::CumulativeContribution, ""),
        ("Liability", program, Series::Liability, ""),
    ]
    .into_iter()
    .filter_map(|(label, world, series, which)| {
        Some(column(label, which, world?.series.get(series)?, currency))
    })
    .collect()
}

fn leavers(summary: &Summary, which: &str, world: Option<&Monthly>) -> String {
    let Some(world) = world else { return String::new() };
    let columns: Vec<_> = summary
        .causes
        .iter()
        .zip(&world.churned_by_cause)
        .map(|(cause, band)| column(&cause.replace('_', " "), "", band, ""))
        .collect();
    table(
        summary,
        &format!("MONTH BY MONTH: CUSTOMERS WHO LEFT, BY CAUSE, {which} (expected values)"),
        &columns,
    )
}

fn column<'a>(label: &str, which: &str, band: &'a Band, currency: &str) -> Column<'a> {
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
            (1.0 / scale.divisor, rounding, scale.unit(currency))
        }
    };
    let below = [which, &unit].iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(", ");
    Column { heading: [label.to_owned(), below], values: &band.mean, factor, rounding }
}

fn table(summary: &Summary, title: &str, columns: &[Column<'_>]) -> String {
    let heading = |i: usize, first: &str| {
        let words = columns.iter().map(|c| c.heading[i].clone());
        std::iter::once(first.to_owned()).chain(words).collect::<Vec<_>>()
    };
    let mut rows = vec![heading(0, "Month"), heading(1, "")];
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    for (m, month) in summary.months.iter().enumerate() {
        let cells = columns.iter().map(|c| c.cell(m));
        rows.push(std::iter::once(month.clone()).chain(cells).collect());
    }
    let aligns: Vec<_> = std::iter::once(Align::Left).chain(columns.iter().map(|_| Align::Right)).collect();
    format!("{title}\n{}\n", layout(&rows, &aligns))
}

impl Column<'_> {
    fn cell(&self, month: usize) -> String {
        let shown = self.values.get(month).map(|value| value * self.factor);
        shown.map_or(String::new(), |value| match self.rounding {
            Rounding::Decimals(decimals) => format::fixed(value, decimals),
            Rounding::Significant(digits) => format::rounded(value, digits),
        })
    }
}
