//! Customers in a time that runs as fast as the season: purchases that come at random in it come more often in some months.

use super::customers::{Past, Pasts, WEEK};
use super::model::Model;
use super::season::Season;
use crate::data::Log;
use crate::units::Day;

/// Pasts up to the last day of these, and the likeliest parameters of them, in the time of the season; in days, and as they are, without one.
pub fn timed(
    log: &Log,
    (from, until): (Day, Day),
    (model, parameters): (Model, [f64; 4]),
    season: Option<Season>,
) -> (Pasts, [f64; 4]) {
    let Some(season) = season else {
        return (Pasts::of(log, until, until), parameters);
    };
    let days = until.since(from);
    let clock: Vec<f64> = (0..=days).map(|day| season.days(from, from.plus(day)) / WEEK).collect();
    let weeks =
        |from_day: Day, to: Day| clock[to.since(from) as usize] - clock[from_day.since(from) as usize];
    let pasts = Pasts::new(log.customers.iter().filter_map(|c| Past::timed(c, until, weeks)).collect());
    let parameters = model.fit_from(&pasts, &[parameters]).parameters;
    (pasts, parameters)
}
