//! What a model expects of each month of a log, from first purchases alone: by this its months are told apart.

use super::beta_geometric::BetaGeometric;
use super::customers::{Past, WEEK};
use super::season::Seen;
use crate::data::Log;
use crate::units::{Day, YearMonth};
use std::collections::BTreeMap;

/// Days between two times for which expectations are worked out; between them they hardly bend.
const STEP: i32 = 7;

/// Repeat purchases of each whole month of these days of a log, made and expected.
pub fn repeats(log: &Log, span: (Day, Day), model: BetaGeometric, parameters: [f64; 4]) -> Vec<Seen> {
    repeats_by(log, span, model, parameters, &|day| f64::from(day.since(span.0)))
}

/// The same where days do not count alike: a clock says how many have passed by the end of each.
pub fn repeats_by(
    log: &Log,
    span: (Day, Day),
    model: BetaGeometric,
    parameters: [f64; 4],
    clock: &dyn Fn(Day) -> f64,
) -> Vec<Seen> {
    let (mut firsts, mut made) = (BTreeMap::<Day, f64>::new(), BTreeMap::<YearMonth, f64>::new());
    for customer in &log.customers {
        for (at, purchase) in customer.purchases.iter().enumerate() {
            match at {
                0 => *firsts.entry(purchase.day).or_default() += 1.0,
                _ => *made.entry(purchase.day.month()).or_default() += 1.0,
            }
        }
    }
    let expected = Expected::new(model, parameters, libm::ceil(clock(span.1) - clock(span.0)) as i32);
    let until = |day: Day| -> f64 {
        let now = clock(day);
        firsts.range(..=day).map(|(first, count)| count * expected.after(now - clock(*first))).sum()
    };
    let mut before = None;
    whole_months(span)
        .map(|month| {
            let (begin, end) = ends(month);
            let from = before.unwrap_or_else(|| until(begin));
            let to = until(end);
            before = Some(to);
            Seen { month, actual: made.get(&month).copied().unwrap_or(0.0), expected: to - from }
        })
        .collect()
}

/// Months that lie in these days as a whole.
pub fn whole_months((from, until): (Day, Day)) -> impl Iterator<Item = YearMonth> {
    let (first, end) = (from.plus(-1).month().plus(1), until.plus(1).month());
    (0..end.months_since(first)).map(move |at| first.plus(at))
}

/// The last day before a month, and its last day.
pub fn ends(month: YearMonth) -> (Day, Day) {
    (Day::first_of(month).plus(-1), Day::first_of(month.plus(1)).plus(-1))
}

/// Repeat purchases expected of a customer so long after his first.
struct Expected(Vec<f64>);

impl Expected {
    fn new(model: BetaGeometric, parameters: [f64; 4], days: i32) -> Self {
        let new = Past { repeats: 0, recency: 0.0, age: 0.0, ln_gaps: 0.0 };
        let at = |step: i32| match step {
            0 => 0.0,
            step => model.expected(&new, parameters, f64::from(step * STEP) / WEEK),
        };
        Self((0..=days / STEP + 1).map(at).collect())
    }

    fn after(&self, days: f64) -> f64 {
        let step = libm::floor(days / f64::from(STEP));
        let (rest, step) = ((days - f64::from(STEP) * step) / f64::from(STEP), step as usize);
        self.0[step] + rest * (self.0[step + 1] - self.0[step])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Customer, Purchase};

    /// All that is expected until the end of the last whole month, told by month, adds up to what is expected in all.
    #[test]
    fn months_add_up() {
        let day = |month, day| Day::new(2024, month, day).unwrap();
        let one = |first: Day, last: Day| Customer {
            id: "a".into(),
            purchases: [first, last].map(|day| Purchase { day, amount: 1.0 }).to_vec(),
        };
        let customers = vec![one(day(1, 1), day(3, 3)), one(day(2, 10), day(6, 30))];
        let log = Log { customers, has_money: false, unmatched: 0.0, undone: 0, together: 0, accounts: None };
        let (model, parameters) = (BetaGeometric::BG_NBD, [0.8, 6.0, 0.7, 2.5]);
        let months = repeats(&log, log.span().unwrap(), model, parameters);
        assert_eq!(months.len(), 6);
        assert_eq!(months.iter().map(|seen| seen.actual).collect::<Vec<_>>(), [0.0, 0.0, 1.0, 0.0, 0.0, 1.0]);
        let new = Past { repeats: 0, recency: 0.0, age: 0.0, ln_gaps: 0.0 };
        let all: f64 = [day(1, 1), day(2, 10)]
            .map(|first| model.expected(&new, parameters, f64::from(day(6, 30).since(first)) / WEEK))
            .iter()
            .sum();
        let sum: f64 = months.iter().map(|seen| seen.expected).sum();
        assert!((sum - all).abs() < 1e-3, "{sum} {all}");
        // by a clock that runs twice as fast, as much is expected as in twice the time
        let twice = repeats_by(&log, log.span().unwrap(), model, parameters, &|at| {
            2.0 * f64::from(at.since(day(1, 1)))
        });
        let all: f64 = [day(1, 1), day(2, 10)]
            .map(|first| model.expected(&new, parameters, 2.0 * f64::from(day(6, 30).since(first)) / WEEK))
            .iter()
            .sum();
        let sum: f64 = twice.iter().map(|seen| seen.expected).sum();
        assert!((sum - all).abs() < 1e-3, "{sum} {all}");
    }
}
