//! First purchases in the months to come, and how far their number may be off.
//!
//! A log begins somewhere, and whoever was a customer before looks new at his first purchase in it. How many of them are still to appear falls
//! with time as purchase rates tell: first purchases that fall in that way are told from those at a steady pace.

use super::customers::WEEK;
use super::known::Known;
use super::season::Seen;
use super::tracked::{ends, whole_months};
use super::uncertainty::{Z90, missed};
use crate::data::Log;
use crate::design::DAYS_A_MONTH;
use crate::units::{Day, YearMonth};

/// Days of half a month, by which first purchases are counted.
const DAYS: i32 = 15;
/// Half months below which nothing is said of those who were customers before, or of how months differ.
const FEW: usize = 4;
/// Steps of the search for the two kinds of first purchases.
const STEPS: usize = 2_000;
/// By so much a pace is taken to be off where the log is too short to try it.
const UNTRIED: f64 = 0.5;
/// By so much at least where the log has not seen every month of a year.
const UNSEEN: f64 = 0.3;
/// Days of a year.
const YEAR: i32 = 365;
/// By no more than this, in logarithms: counts of a few say little of misses.
const WORST: f64 = 1.5;
/// No forecast is said to be off by more, in logarithms: from a tenth to ten times says that nothing is known.
pub const WIDEST: f64 = std::f64::consts::LN_10;
/// Single months differ by so much where nothing tells.
const USUAL_MONTH: f64 = 0.2;

/// First purchases to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Newcomers {
    /// How many a day.
    pub a_day: f64,
    /// Half-width of the 90 % interval in logarithms, without luck: how far the same pace missed on parts of the log.
    pub missed: f64,
    /// Standard deviation of single months, in logarithms, beyond luck.
    pub month: f64,
}

impl Newcomers {
    /// At the pace of the second half of the log, tried on each of `cuts`; nothing where nobody joins.
    pub fn new(log: &Log, cuts: &[Day], (from, until): (Day, Day), rates: [f64; 4]) -> Option<Self> {
        let firsts = Firsts::of(log);
        let pace = recent(&firsts, (from, until), rates);
        // that of a tenth of a customer a year is none
        (pace.a_month > 0.01).then(|| Self {
            a_day: pace.a_month / DAYS_A_MONTH,
            missed: missed(&misses(&firsts, cuts, (from, until), rates))
                .max(Z90 * unseen(from, until))
                .min(2.0 * WORST),
            month: pace.differ,
        })
    }
}

/// The pace at which customers join, as a design has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// First purchases a month, without those of customers from before the log.
    pub a_month: Known,
    /// The last months of the log, on which it rests.
    pub months: u32,
    /// Customers in the log who are likely to have been customers before it.
    pub known_before: f64,
}

/// The pace of a log; `rates` are the parameters of a model of purchases, of which the first two tell how rates differ.
///
/// Its error holds luck, how months differ, how well the two kinds of first purchases can be told apart, and how far the same pace, measured earlier,
/// has missed what came.
pub fn pace(log: &Log, cuts: &[Day], span: (Day, Day), rates: [f64; 4]) -> Pace {
    let firsts = Firsts::of(log);
    let pace = recent(&firsts, span, rates);
    let drift = match misses(&firsts, cuts, span, rates) {
        misses if misses.is_empty() => UNTRIED,
        misses => {
            let square = misses.iter().map(|miss| miss * miss).sum::<f64>() / misses.len() as f64;
            libm::sqrt(square).min(WORST)
        }
    };
    let off = pace.a_month * drift.max(unseen(span.0, span.1));
    let error = libm::sqrt(pace.variance + off * off);
    let a_month = Known { value: pace.a_month, error };
    Pace { a_month, months: pace.months, known_before: pace.known_before }
}

/// First purchases of each whole month of a log, made and expected.
pub fn first_purchases(log: &Log, span: (Day, Day), rates: [f64; 4]) -> Vec<Seen> {
    let firsts = Firsts::of(log);
    let (unseen, pace) = (Unseen { from: span.0, rates }, recent(&firsts, span, rates));
    let before = Told::new(&firsts, &unseen, span.1).before.value;
    let one = |month: YearMonth| {
        let (begin, end) = ends(month);
        let steady = pace.a_month / DAYS_A_MONTH * f64::from(end.since(begin));
        let expected = steady + before * unseen.between(begin, end);
        Seen { month, actual: firsts.between(begin, end), expected }
    };
    whole_months(span).map(one).collect()
}

/// How far the months of a year that the log has not seen may differ from those that it has.
fn unseen(from: Day, until: Day) -> f64 {
    if until.since(from) < YEAR { UNSEEN } else { 0.0 }
}

/// First purchases after `from` up to the end of `until`.
pub fn joined(log: &Log, from: Day, until: Day) -> f64 {
    let firsts = log.customers.iter().filter_map(|customer| customer.purchases.first());
    firsts.filter(|purchase| purchase.day > from && purchase.day <= until).count() as f64
}

/// The days of all first purchases, in their order.
struct Firsts(Vec<Day>);

impl Firsts {
    fn of(log: &Log) -> Self {
        let firsts = log.customers.iter().filter_map(|customer| Some(customer.purchases.first()?.day));
        let mut days: Vec<Day> = firsts.collect();
        days.sort_unstable();
        Self(days)
    }

    /// Those after `from` up to the end of `until`.
    fn between(&self, from: Day, until: Day) -> f64 {
        let upto = |day: Day| self.0.partition_point(|first| *first <= day);
        upto(until).saturating_sub(upto(from)) as f64
    }
}

/// The pace of the last months, without errors that these months do not show.
struct Recent {
    a_month: f64,
    variance: f64,
    months: u32,
    known_before: f64,
    /// How single months differ beyond luck, relative to their mean.
    differ: f64,
}

/// Of the second half of the log, of the last year at most.
fn recent(firsts: &Firsts, (from, until): (Day, Day), rates: [f64; 4]) -> Recent {
    let months = (f64::from(until.since(from)) / DAYS_A_MONTH / 2.0).floor().clamp(1.0, 12.0);
    let begin = until.plus(-((months * DAYS_A_MONTH) as i32));
    let unseen = Unseen { from, rates };
    let told = Told::new(firsts, &unseen, until);
    let (count, share) = (firsts.between(begin, until), unseen.between(begin, until));
    let pace = (count - told.before.value * share).max(0.0) / months;
    let old = told.before.error * share;
    let known_before = told.before.value * (1.0 - unseen.at(until));
    let variance = (told.dispersion * count.max(1.0) + old * old) / (months * months);
    let differ = told.differ(pace);
    Recent { a_month: pace, variance, months: months as u32, known_before, differ }
}

/// How far the pace, measured up to each of `cuts`, has missed what came until the end: logarithms of ratios.
fn misses(firsts: &Firsts, cuts: &[Day], (from, until): (Day, Day), rates: [f64; 4]) -> Vec<f64> {
    let miss = |cut: &Day| {
        let days = f64::from(until.since(*cut));
        let forecast = recent(firsts, (from, *cut), rates).a_month / DAYS_A_MONTH * days;
        let old = Told::new(firsts, &Unseen { from, rates }, until).before.value
            * Unseen { from, rates }.between(*cut, until);
        let came = (firsts.between(*cut, until) - old).max(0.0);
        libm::log((came + 1.0) / (forecast + 1.0)).clamp(-WORST, WORST)
    };
    cuts.iter().filter(|cut| cut.since(from) >= 4 * DAYS).map(miss).collect()
}

/// Those who were customers when the log begins, and have not bought in it yet.
struct Unseen {
    from: Day,
    rates: [f64; 4],
}

impl Unseen {
    /// Their share at the end of a day: of purchases at random with Gamma distributed rates.
    fn at(&self, day: Day) -> f64 {
        let [r, alpha, ..] = self.rates;
        let weeks = f64::from(day.since(self.from) + 1) / WEEK;
        libm::exp(-r * libm::log1p(weeks.max(0.0) / alpha))
    }

    /// The share that is seen for the first time after one day until the end of another.
    fn between(&self, from: Day, until: Day) -> f64 {
        self.at(from) - self.at(until)
    }
}

/// First purchases by half months told apart.
struct Told {
    /// Customers from before the log.
    before: Known,
    /// Variance of half months about what is expected of them, over their mean; at least 1.
    dispersion: f64,
    halves: usize,
}

impl Told {
    fn new(firsts: &Firsts, unseen: &Unseen, until: Day) -> Self {
        let halves = (until.since(unseen.from) + 1) / DAYS;
        let begin = unseen.from.plus(-1);
        let counted: Vec<(f64, f64)> = (0..halves)
            .map(|half| (begin.plus(half * DAYS), begin.plus((half + 1) * DAYS)))
            .map(|(from, to)| (firsts.between(from, to), unseen.between(from, to)))
            .collect();
        let all: f64 = counted.iter().map(|(count, _)| count).sum();
        let shares: f64 = counted.iter().map(|(_, share)| share).sum();
        let n = counted.len() as f64;
        if counted.len() < FEW || all <= 0.0 || shares <= 0.0 {
            return Self { before: Known { value: 0.0, error: 0.0 }, dispersion: 1.0, halves: counted.len() };
        }
        let (steady, before) = apart(&counted);
        let mean = |share: f64| (steady + before * share).max(1e-12);
        let off: f64 =
            counted.iter().map(|(n, share)| (n - mean(*share)) * (n - mean(*share)) / mean(*share)).sum();
        let dispersion = (off / (n - 2.0)).max(1.0);
        let sum = |of: &dyn Fn(f64) -> f64| counted.iter().map(|(_, s)| of(*s) / mean(*s)).sum::<f64>();
        let (one, both, two) = (sum(&|_| 1.0), sum(&|s| s), sum(&|s| s * s));
        let error = libm::sqrt(dispersion * one / (one * two - both * both).max(1e-12));
        Self { before: Known { value: before, error: error.min(before) }, dispersion, halves: counted.len() }
    }

    /// How months of this mean differ beyond the luck of a count.
    fn differ(&self, mean: f64) -> f64 {
        if self.halves < FEW || mean <= 0.0 {
            return USUAL_MONTH;
        }
        libm::sqrt((self.dispersion - 1.0) / mean).min(WORST)
    }
}

/// First purchases of a half month that do not fall, and customers from before: counts are Poisson distributed about a steady part and one that falls as
/// [`Unseen`] does. Maximum likelihood by the EM algorithm, under which neither becomes negative.
fn apart(counted: &[(f64, f64)]) -> (f64, f64) {
    let (n, all) = (counted.len() as f64, counted.iter().map(|(count, _)| count).sum::<f64>());
    let shares: f64 = counted.iter().map(|(_, share)| share).sum();
    let (mut steady, mut before) = (0.5 * all / n, 0.5 * all / shares);
    for _ in 0..STEPS {
        let ratio = |(count, share): &(f64, f64)| count / (steady + before * share).max(1e-12);
        let even = counted.iter().map(ratio).sum::<f64>() / n;
        let falling = counted.iter().map(|half| ratio(half) * half.1).sum::<f64>() / shares;
        (steady, before) = (steady * even, before * falling);
    }
    (steady, before)
}
