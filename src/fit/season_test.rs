//! The same months that were kept apart, forecast with the season of the fitted years, as the forecast that is kept is made.

use super::beta_geometric::BetaGeometric;
use super::choose::Contest;
use super::customers::WEEK;
use super::forecast::Forecast;
use super::model::Model;
use super::season::Season;
use super::timed::timed;
use super::tracked;
use super::uncertainty::Uncertainty;
use crate::data::Log;
use crate::units::{Day, YearMonth};

/// What the season of the fitted years says of the time that was kept apart.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonTest {
    /// Whole years that were fitted.
    pub years: u32,
    /// Purchases.
    pub purchases: Forecast,
    /// Purchases by month.
    pub months: Vec<(YearMonth, Forecast)>,
}

impl SeasonTest {
    /// Of the `plain` months of a test with this model, fitted from the first to the last of these days; nothing where these hold no two whole years.
    pub fn new(
        log: &Log,
        span: (Day, Day),
        (contest, model): (&Contest, BetaGeometric),
        uncertainty: &Uncertainty,
        plain: &[(YearMonth, Forecast)],
    ) -> Option<Self> {
        let plainly = contest.estimate.parameters;
        let season = Season::new(&tracked::repeats(log, span, model, plainly))?;
        let played = Model::BetaGeometric(model);
        let (pasts, parameters) = timed(log, span, (played, plainly), Some(season));
        let pasts = pasts.condensed();
        let uncertainty = Uncertainty { month: season.noise, ..*uncertainty };
        let (_, last) = log.span()?;
        let mut before = 0.0;
        let month = |(month, then): &(YearMonth, Forecast)| {
            let end = Day::first_of(month.plus(1)).plus(-1).min(last);
            let until = played.total(&pasts, parameters, season.days(span.1, end) / WEEK);
            let expected = until - before;
            before = until;
            (*month, uncertainty.month(expected, then.actual))
        };
        let months: Vec<(YearMonth, Forecast)> = plain.iter().map(month).collect();
        let [expected, actual] = [|f: &Forecast| f.expected, |f: &Forecast| f.actual]
            .map(|of| months.iter().map(|(_, forecast)| of(forecast)).sum());
        let purchases = uncertainty.total(expected, uncertainty.scatter, actual);
        Some(Self { years: season.years, purchases, months })
    }
}

/// Mean error of months, as a share of what they were on average.
pub fn error_of_a_month(months: &[(YearMonth, Forecast)]) -> f64 {
    let actual: f64 = months.iter().map(|(_, forecast)| forecast.actual).sum();
    let missed: f64 = months.iter().map(|(_, forecast)| (forecast.expected - forecast.actual).abs()).sum();
    missed / actual.max(1.0)
}
