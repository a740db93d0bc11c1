//! How purchases answered to discounts that varied: months of a log against what is expected of them, by the simulator's own equations.
//!
//! This is no randomised trial: nobody drew lots for the months with discounts. The season is taken out by the same months of other years, the level and its trend by a
//! straight line, and what else moved with the discounts remains in the answer.

use super::beta_geometric::BetaGeometric;
use super::depth::{Depth, Unreadable, depths};
use super::known::Known;
use super::reference::{Months, Senses};
use super::season::Seen;
use super::serial::{Series, Slope};
use super::tracked::{repeats_by, whole_months};
use super::uncertainty::Z90;
use crate::data::Log;
use crate::design::{Catalogue, Distribution, Key};
use crate::units::{Day, YearMonth};

/// A month of which fewer purchases are expected says nothing, nor does one of which less than this share of the mean is: how often its few customers happen to buy would
/// pass for something else.
const LEAST: f64 = 20.0;
const LEAST_SHARE: f64 = 0.4;
/// Fewest months: each of the year twice, but for a few.
const LEAST_MONTHS: usize = 20;
/// Depths that vary by less than this, as a standard deviation, do not vary; nor do they once the season is out.
const LEAST_SPREAD: f64 = 0.01;
/// Months on which the answer must rest at least.
const LEAST_CHANGES: f64 = 5.0;
/// Of the variance of depths, this share may be chance in which receipts fell into the month.
const MOST_CHANCE: f64 = 0.1;
/// A response with a larger standard error is not told, nor is a memory.
const VAGUE: f64 = 0.5;
const VAGUE_MEMORY: f64 = 0.12;
/// Steps in which memories are tried, up to the longest.
const MEMORIES: usize = 25;
const LONGEST: f64 = 0.99;
/// Where a design has the memory.
const MEMORY: &str = "behaviour.reference_memory";
/// The response that is tried first, and the least near which effects are worked out.
const USUAL: f64 = 1.4;
const LEAST_PRICE: f64 = 0.1;

/// What a log with discounts tells of the response to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Discounts {
    /// Months that are compared.
    pub months: u64,
    /// The lowest and highest discount of a month as a share of the price; none where receipts do not tell it.
    pub depths: Option<(f64, f64)>,
    /// The response, or why it is not told.
    pub found: Result<Response, Untold>,
}

/// How purchases answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// Change of the logarithm of the rate per unit of discount beyond the usual one.
    pub price: Known,
    /// The share of the old reference left after a month with a purchase, where the log tells it.
    pub memory: Option<Known>,
    /// The correlation of the errors of these two; 0 where the log does not tell the memory.
    pub together: f64,
    /// Of the variance of depths between months, the share that no season and no trend explains.
    pub own: f64,
}

/// Why the response is not told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Untold {
    /// Receipts do not tell how deep discounts were.
    Unreadable(Unreadable),
    /// Too few months.
    Short,
    /// Discounts hardly vary from month to month.
    Even {
        /// Their standard deviation.
        spread: f64,
    },
    /// Discounts come with the same months of every year, or with the trend.
    Seasonal {
        /// The share of their variance that does not.
        own: f64,
    },
    /// Discounts have changed but a few times.
    FewChanges,
    /// Receipts are too few to tell how deep discounts were.
    Blurred,
    /// The response is not told closely enough.
    Vague(Known),
    /// Less was bought with deeper discounts.
    Contrary(Known),
}

impl Discounts {
    /// Of a log under the model fitted to it, by which its months are `seen`; nothing where it has no column of discounts.
    pub fn new(log: &Log, model: BetaGeometric, parameters: [f64; 4], seen: &[Seen]) -> Option<Self> {
        let accounts = log.accounts.as_ref().filter(|accounts| accounts.has.discount && log.has_money)?;
        let span = log.span()?;
        let months: Vec<YearMonth> = whole_months(span).collect();
        let all = match depths(accounts, &months) {
            Ok(all) if !all.is_empty() => all,
            Ok(_) => return Some(Self { months: 0, depths: None, found: Err(Untold::Short) }),
            Err(why) => {
                return Some(Self { months: 0, depths: None, found: Err(Untold::Unreadable(why)) });
            }
        };
        let shares: Vec<f64> = all.iter().map(|depth| depth.share).collect();
        let rates = [parameters[0] / f64::from(model.regularity), parameters[1]];
        let followed = Months::new(log, months[0], &shares, rates, Senses::of_catalogue());
        let scene = Scene::new(seen, &all);
        let ends = |pick: fn(f64, f64) -> f64, from: f64| shares.iter().copied().fold(from, pick);
        Some(Self {
            months: scene.compared.len() as u64,
            depths: Some((ends(f64::min, f64::INFINITY), ends(f64::max, 0.0))),
            found: scene.found(&followed, &|factors| {
                let clock = clock(&months, factors);
                repeats_by(log, span, model, parameters, &clock)
            }),
        })
    }
}

/// Days passed by the end of each, where a day of a month counts as much as the month's factor says.
fn clock(months: &[YearMonth], factors: &[f64]) -> impl Fn(Day) -> f64 {
    let begin = months[0];
    let (factors, mut passed) = (factors.to_vec(), vec![0.0]);
    for (at, (month, factor)) in months.iter().zip(&factors).enumerate() {
        let days = Day::first_of(month.plus(1)).since(Day::first_of(*month));
        passed.push(passed[at] + factor * f64::from(days));
    }
    move |day| {
        let place = day.month().months_since(begin);
        let factor = usize::try_from(place).ok().and_then(|place| factors.get(place)).unwrap_or(&1.0);
        // days before the first month and after the last are days
        let at = place.clamp(0, factors.len() as i32);
        passed[at as usize] + factor * f64::from(day.since(Day::first_of(begin.plus(at))) + 1)
    }
}

/// What the model expects where months count by factors.
type Again<'a> = dyn Fn(&[f64]) -> Vec<Seen> + 'a;

/// Months that are compared, and their depths.
struct Scene {
    /// Their places in the log.
    compared: Vec<usize>,
    depths: Vec<Depth>,
    series: Series,
}

impl Scene {
    fn new(seen: &[Seen], depths: &[Depth]) -> Self {
        let mean = seen.iter().map(|seen| seen.expected).sum::<f64>() / seen.len() as f64;
        let least = LEAST.max(LEAST_SHARE * mean);
        let compared: Vec<usize> = (0..seen.len()).filter(|at| seen[*at].expected >= least).collect();
        let of = |what: &dyn Fn(&Seen) -> f64| compared.iter().map(|at| what(&seen[*at])).collect();
        let values: Vec<f64> = of(&beyond);
        let length = compared.len() as f64;
        let mut beside = vec![
            vec![1.0; compared.len()],
            compared.iter().map(|at| *at as f64 / length - 0.5).collect::<Vec<f64>>(),
        ];
        // one month of the year is what the others are compared with
        let year = (1..=12).filter(|month| compared.iter().any(|at| seen[*at].month.month() == *month));
        for month in year.skip(1) {
            beside.push(of(&|seen| if seen.month.month() == month { 1.0 } else { 0.0 }));
        }
        let series = Series { values, beside, luck: of(&|seen| 1.0 / seen.expected) };
        Self { depths: compared.iter().map(|at| depths[*at]).collect(), compared, series }
    }

    fn found(&self, followed: &Months<'_>, again: &Again<'_>) -> Result<Response, Untold> {
        let own = self.told()?;
        let (first, memory) = self.response(&self.series, followed, USUAL).ok_or(Untold::Blurred)?;
        let usual = || Catalogue::get().usual(MEMORY);
        let near = (first.value.max(LEAST_PRICE), memory.map_or_else(usual, |(memory, _)| memory.value));
        let series = self.without_wear(followed, near, again);
        let (price, memory) = self.response(&series, followed, near.0).ok_or(Untold::Blurred)?;
        if price.value + Z90 * price.error < 0.0 {
            return Err(Untold::Contrary(price));
        }
        if price.error > VAGUE {
            return Err(Untold::Vague(price));
        }
        let (memory, together) = memory.unzip();
        Ok(Response { price, memory, together: together.unwrap_or(0.0), own })
    }

    /// The months without what customers are missing who have left sooner because they bought more: the model is asked again, with months that count by what a response near the
    /// true one makes of them.
    fn without_wear(&self, followed: &Months<'_>, (price, memory): (f64, f64), again: &Again<'_>) -> Series {
        let felt = followed.felt(memory, price);
        let seen = again(&felt.iter().map(|felt| libm::exp(price * felt)).collect::<Vec<f64>>());
        let values = self.compared.iter().map(|at| beyond(&seen[*at]) + price * felt[*at]).collect();
        Series { values, ..self.series.clone() }
    }

    /// The response, near which effects are worked out that are not in proportion to it, and, where it is told, the memory and how both go together; nothing
    /// where nobody who comes again was there to feel anything.
    fn response(
        &self,
        series: &Series,
        followed: &Months<'_>,
        near: f64,
    ) -> Option<(Known, Option<(Known, f64)>)> {
        let memories: Vec<f64> = (0..MEMORIES).map(|k| LONGEST * k as f64 / (MEMORIES - 1) as f64).collect();
        let felt = |memory: &f64| {
            let all = followed.felt(*memory, near);
            self.compared.iter().map(|at| all[*at]).collect::<Vec<f64>>()
        };
        let slopes = series.slopes(&memories.iter().map(felt).collect::<Vec<_>>());
        if slopes.iter().all(Vec::is_empty) {
            return None;
        }
        let told = Mixture::new(&memories, &slopes, |_| 1.0);
        if told.tells_memory() {
            return Some((told.price(), Some((told.memory(), told.together()))));
        }
        Some((Mixture::new(&memories, &slopes, usual_memory).price(), None))
    }

    /// The share of the variance of depths that no season and no trend explains, where it can tell anything.
    fn told(&self) -> Result<f64, Untold> {
        let shares: Vec<f64> = self.depths.iter().map(|depth| depth.share).collect();
        if shares.len() < LEAST_MONTHS {
            return Err(Untold::Short);
        }
        let spread = libm::sqrt(variance(&shares));
        if spread < LEAST_SPREAD {
            return Err(Untold::Even { spread });
        }
        let left = self.series.left(&shares);
        let months = left.len() as f64;
        let square = left.iter().map(|left| left * left).sum::<f64>() / months;
        let own = square / variance(&shares);
        if libm::sqrt(square) < LEAST_SPREAD {
            return Err(Untold::Seasonal { own });
        }
        let steps: Vec<f64> = left.windows(2).map(|pair| pair[1] - pair[0]).collect();
        if rests_on(&left).min(rests_on(&steps)) < LEAST_CHANGES {
            return Err(Untold::FewChanges);
        }
        let chance = self.depths.iter().map(|depth| depth.error * depth.error).sum::<f64>() / months;
        if chance > MOST_CHANCE * square { Err(Untold::Blurred) } else { Ok(own) }
    }
}

/// How many values a sum of squares rests on: all if they are alike, one if one outweighs the others.
fn rests_on(values: &[f64]) -> f64 {
    let squares = || values.iter().map(|value| value * value);
    let (two, four): (f64, f64) = (squares().sum(), squares().map(|square| square * square).sum());
    if four > 0.0 { two * two / four } else { 0.0 }
}

fn variance(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64
}

/// Logarithm of what was bought over what was expected.
fn beyond(seen: &Seen) -> f64 {
    libm::log((seen.actual + 0.5) / (seen.expected + 0.5))
}

/// How likely a memory is where a log does not tell it: as a design assumes it.
fn usual_memory(memory: f64) -> f64 {
    let key = Catalogue::get().find(MEMORY).and_then(Key::default_distribution);
    match key {
        Some(Distribution::Pert { low, mode, high }) if (low..=high).contains(&memory) => {
            let power = |part: f64| 4.0 * part / (high - low);
            libm::pow(memory - low, power(mode - low)) * libm::pow(high - memory, power(high - mode))
        }
        Some(Distribution::Pert { .. }) => 0.0,
        _ => 1.0,
    }
}

/// All that may be: memories and slopes with their chances.
struct Mixture {
    parts: Vec<(f64, f64, Slope)>,
}

impl Mixture {
    fn new(memories: &[f64], slopes: &[Vec<Slope>], likely: impl Fn(f64) -> f64) -> Self {
        let each = || memories.iter().zip(slopes).flat_map(|(memory, all)| all.iter().map(|s| (*memory, *s)));
        let best = each().map(|(_, slope)| slope.ln_likelihood).fold(f64::NEG_INFINITY, f64::max);
        let weight = |(memory, slope): (f64, Slope)| likely(memory) * libm::exp(slope.ln_likelihood - best);
        let all: f64 = each().map(weight).sum();
        Self { parts: each().map(|part| (weight(part) / all, part.0, part.1)).collect() }
    }

    fn mean(&self, of: impl Fn(f64, &Slope) -> f64) -> f64 {
        self.parts.iter().map(|(chance, memory, slope)| chance * of(*memory, slope)).sum()
    }

    fn price(&self) -> Known {
        let value = self.mean(|_, slope| slope.value);
        let about = |slope: &Slope| slope.variance + (slope.value - value) * (slope.value - value);
        Known { value, error: libm::sqrt(self.mean(|_, slope| about(slope))) }
    }

    fn memory(&self) -> Known {
        let value = self.mean(|memory, _| memory);
        Known { value, error: libm::sqrt(self.mean(|memory, _| (memory - value) * (memory - value))) }
    }

    /// Whether the log tells the memory: closely enough, and of a response that is there.
    fn tells_memory(&self) -> bool {
        let (price, memory) = (self.price(), self.memory());
        memory.error <= VAGUE_MEMORY && price.value > Z90 * price.error
    }

    fn together(&self) -> f64 {
        let (price, memory) = (self.price(), self.memory());
        let both = self.mean(|m, slope| (m - memory.value) * (slope.value - price.value));
        let scale = price.error * memory.error;
        if scale > 0.0 { both / scale } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Customer, Purchase};

    /// A customer who bought first and last, so that he takes nothing for granted between; made is what a response of 1.4 makes of the purchases expected. If customers are missing, as
    /// exp(−0.5 · felt) once the model knows the response, it was 1.9.
    #[test]
    fn customers_who_left_sooner_are_missing() {
        let months: Vec<YearMonth> = (0..36).map(|at| YearMonth::new(2021, 1).unwrap().plus(at)).collect();
        let shares: Vec<f64> = (0..36).map(|at| 0.1 * f64::from(at * at % 7 % 4)).collect();
        let purchases = [0, 35].map(|at| Purchase { day: Day::first_of(months[at]), amount: 1.0 }).to_vec();
        let customers = vec![Customer { id: "a".into(), purchases }];
        let log = Log { customers, has_money: true, unmatched: 0.0, undone: 0, together: 0, accounts: None };
        let followed = Months::new(&log, months[0], &shares, [1.0, 4.0], Senses::of_catalogue());
        let felt = followed.felt(0.5, 1.4);
        let month = |(month, felt): (&YearMonth, &f64)| {
            let expected = 1e12;
            Seen { month: *month, actual: expected * libm::exp(1.4 * felt), expected }
        };
        let seen: Vec<Seen> = months.iter().zip(&felt).map(month).collect();
        let depths: Vec<Depth> = shares.iter().map(|share| Depth { share: *share, error: 0.0 }).collect();
        let price = |missing: f64| {
            let again = |factors: &[f64]| {
                let one = |((seen, factor), felt): ((&Seen, &f64), &f64)| Seen {
                    expected: seen.expected * factor * libm::exp(-missing * felt),
                    ..*seen
                };
                seen.iter().zip(factors).zip(&felt).map(one).collect()
            };
            Scene::new(&seen, &depths).found(&followed, &again).unwrap().price.value
        };
        for missing in [0.0, 0.5] {
            assert!((price(missing) - 1.4 - missing).abs() < 1e-6, "{missing}: {}", price(missing));
        }
    }

    /// A memory is told where the response is above 0 by 1.645 errors and more, and the memory is known to 0.12.
    #[test]
    fn a_memory_is_one_of_a_response() {
        let tells = |error: f64, memories: [f64; 2]| {
            let slope = Slope { value: 0.3, variance: error * error, ln_likelihood: 0.0 };
            Mixture { parts: memories.map(|memory| (0.5, memory, slope)).to_vec() }.tells_memory()
        };
        for (error, memories, told) in [
            (0.18, [0.6, 0.8], true),
            (0.185, [0.6, 0.8], false),
            (0.18, [0.59, 0.82], true),
            (0.18, [0.58, 0.83], false),
        ] {
            assert_eq!(tells(error, memories), told, "{error} {memories:?}");
        }
    }

    #[test]
    fn a_clock_runs_by_its_months() {
        let day = |month, day| Day::new(2024, month, day).unwrap();
        let months: Vec<YearMonth> = (0..2).map(|at| YearMonth::new(2024, 2).unwrap().plus(at)).collect();
        let clock = clock(&months, &[2.0, 0.5]);
        for (at, passed) in [
            (day(1, 30), -1.0),
            (day(1, 31), 0.0),
            (day(2, 1), 2.0),
            (day(2, 29), 58.0),
            (day(3, 31), 73.5),
            (day(4, 2), 75.5),
        ] {
            assert!((clock(at) - passed).abs() < 1e-12, "{at}");
        }
    }
}
