//! Who can reach what, by arithmetic on the design: rewards, tiers, activity. No simulation.

use super::interval::{Interval, Spread};
use crate::design::{Design, Element, NumberId, Partner, Points, Segment};
use crate::population::QuantileTable;

/// Strata of purchase rates and of transaction values.
const RATES: usize = 128;
const TRANSACTIONS: usize = 32;

/// What customers of a segment spend in a year, with the shares of the design's distributions.
#[derive(Debug, Clone)]
pub struct Spending {
    /// Expected yearly spend of equally large groups of customers, unsorted, at the central values of the design.
    groups: Vec<f64>,
    /// Factors from the central values to their 5 % and 95 % quantiles, taken together.
    low: f64,
    high: f64,
}

impl Spending {
    /// The spending of a segment: a Gamma distribution of rates times an inverse Gamma distribution of transaction values.
    pub fn of(design: &Design, segment: &Segment) -> Self {
        let central = |id| design.central(id);
        let shape = central(segment.purchase_shape);
        let rates = QuantileTable::gamma(shape);
        let spread = central(segment.basket_spread).max(0.01);
        let transaction_shape = 2.0 + 1.0 / (spread * spread);
        let transactions = QuantileTable::inverse_gamma(transaction_shape);
        let (rate, basket) = (central(segment.purchases_per_year), central(segment.basket));
        let at = |table: &QuantileTable, i: usize, n: usize| f64::from(table.at((i as f32 + 0.5) / n as f32));
        let mut groups = Vec::with_capacity(RATES * TRANSACTIONS);
        for i in 0..RATES {
            let rate = rate * at(&rates, i, RATES) / shape;
            for j in 0..TRANSACTIONS {
                groups.push(rate * basket * at(&transactions, j, TRANSACTIONS) * (transaction_shape - 1.0));
            }
        }
        let [rate, basket] =
            [segment.purchases_per_year, segment.basket].map(|id| Interval::of_number(&design.numbers[id]));
        let factor = |end: fn(&Interval) -> f64| end(&rate) / rate.value * end(&basket) / basket.value;
        Self { groups, low: factor(|i| i.low), high: factor(|i| i.high) }
    }

    /// Mean yearly spend, from the lowest to the highest that the design thinks possible.
    pub fn mean(&self) -> Interval {
        let mean = self.groups.iter().sum::<f64>() / self.groups.len() as f64;
        self.interval(mean * self.low, mean, mean * self.high)
    }

    /// Share of the customers who spend at least `threshold` in a year.
    pub fn share_above(&self, threshold: f64) -> Interval {
        let share = |factor: f64| {
            self.groups.iter().filter(|spend| **spend * factor >= threshold).count() as f64
                / self.groups.len() as f64
        };
        self.interval(share(self.low), share(1.0), share(self.high))
    }

    /// The spend that a share of the customers reaches.
    pub fn reached_by(&self, share: f64) -> f64 {
        let mut sorted = self.groups.clone();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        sorted[((share * sorted.len() as f64) as usize).min(sorted.len() - 1)]
    }

    fn interval(&self, low: f64, value: f64, high: f64) -> Interval {
        let spread = if low < high { Spread::Design } else { Spread::None };
        Interval { low, value, high, spread }
    }
}

/// Months until an average customer of a segment, by its index, has collected the first reward of a points scheme, here and at partners.
pub fn first_reward(
    design: &Design,
    segment: usize,
    (element, points): (&Element, &Points),
) -> Option<Interval> {
    let &Points { earn, point_value, minimum_to_redeem, welcome_points, max_points_per_year, .. } = points;
    let central = |id| design.central(id);
    let missing = (central(minimum_to_redeem) - central(welcome_points)).max(0.0) * central(point_value);
    let monthly = Spending::of(design, &design.segments[segment])
        .mean()
        .times(design.covered(element, central) * central(earn) / 12.0);
    let [fewest, usual, most] = brought(design, segment, element);
    let in_year = central(max_points_per_year) * central(point_value);
    let bound = |own: f64| if in_year > 0.0 { own.min(in_year / 12.0) } else { own };
    let all = |own: f64, brought: f64| bound(own) + own * brought;
    let [low, value, high] = [all(monthly.low, fewest), all(monthly.value, usual), all(monthly.high, most)];
    (low > 0.0).then(|| Interval::of_design([missing / high, missing / value, missing / low]))
}

/// What members of a segment bring from the partners who stay as long as a points scheme, as a share of what they earn here: the least, usual
/// and most that the design thinks possible.
fn brought(design: &Design, segment: usize, scheme: &Element) -> [f64; 3] {
    let partners = design.program.iter().flat_map(|program| program.all::<Partner>());
    let stays = |partner: &Element| partner.from < scheme.until && partner.until >= scheme.until;
    let all: Vec<&Partner> = partners
        .filter(|(element, _)| element.is_for(segment) && stays(element))
        .map(|(_, partner)| partner)
        .collect();
    let at = |id: NumberId, end: fn(&Interval) -> f64| end(&Interval::of_number(&design.numbers[id]));
    let ends: [fn(&Interval) -> f64; 3] = [|i| i.low, |i| i.value, |i| i.high];
    // the dearer points are to partners, the fewer they give
    let prices: [fn(&Interval) -> f64; 3] = [|i| i.high, |i| i.value, |i| i.low];
    std::array::from_fn(|k| {
        let of =
            |p: &&Partner| Partner::brought(at(p.earned_elsewhere, ends[k]), at(p.settlement, prices[k]));
        all.iter().map(of).sum()
    })
}

/// The same in the largest segment, with the first points scheme of the design's program.
pub fn first_in_largest(design: &Design) -> Option<Interval> {
    let scheme = design.program.as_ref()?.all::<Points>().next()?;
    let share = |segment: usize| design.central(design.segments[segment].share);
    let largest = (0..design.segments.len()).max_by(|a, b| share(*a).total_cmp(&share(*b)))?;
    first_reward(design, largest, scheme)
}

/// Share of the customers with at least one purchase in six months: purchases are Poisson with Gamma rates, so none happens with
/// probability (r / (r + m))^r (Goodhardt, Ehrenberg & Chatfield 1984).
pub fn active_share(design: &Design) -> Interval {
    let of = |end: fn(&Interval) -> f64| {
        let segments = design.segments.iter();
        let share = |s: &Segment| Interval::of_number(&design.numbers[s.share]).value;
        let whole: f64 = segments.clone().map(share).sum();
        let active = segments.map(|s| {
            let shape = Interval::of_number(&design.numbers[s.purchase_shape]).value;
            let half_year = end(&Interval::of_number(&design.numbers[s.purchases_per_year])) / 2.0;
            share(s) * (1.0 - libm::pow(shape / (shape + half_year), shape))
        });
        active.sum::<f64>() / whole
    };
    let (low, value, high) = (of(|i| i.low), of(|i| i.value), of(|i| i.high));
    Interval { low, value, high, spread: if low < high { Spread::Design } else { Spread::None } }
}

/// Share of the revenue that the top fifth of all customers bring.
pub fn top_fifth(design: &Design) -> Interval {
    let mut all: Vec<(f64, f64)> = Vec::new();
    for segment in &design.segments {
        let spending = Spending::of(design, segment);
        let weight = Interval::of_number(&design.numbers[segment.share]).value / spending.groups.len() as f64;
        all.extend(spending.groups.into_iter().map(|spend| (spend, weight)));
    }
    all.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let people: f64 = all.iter().map(|(_, weight)| weight).sum();
    let revenue: f64 = all.iter().map(|(spend, weight)| spend * weight).sum();
    let (mut seen, mut top) = (0.0, 0.0);
    for (spend, weight) in all {
        let part = weight.min((0.2 * people - seen).max(0.0));
        top += spend * part;
        seen += weight;
    }
    Interval::certain(top / revenue)
}

/// Expected months that a customer of today's base stays, at a constant rate: −12 / ln(annual retention).
pub fn lifetime_months(annual_retention: f64) -> f64 {
    -12.0 / libm::log(annual_retention)
}

/// The most that annual retention can become if a part of the risk of leaving is removed: retention^(1 − part). An upper bound however
/// customers differ (Jensen), below the usual sum of shares, since who is kept from one cause is still exposed to the others.
pub fn ceiling(annual_retention: f64, part: f64) -> f64 {
    libm::pow(annual_retention, (1.0 - part).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::starter;

    /// Where all customers are alike, shares are 0 or 1 and the arithmetic can be done by hand.
    #[test]
    fn alike_customers_reach_a_threshold_together() {
        let text = starter("shop").replace(
            "purchases_per_year = 12",
            "purchases_per_year = 12
purchase_shape = 100
basket_spread = 0.05",
        );
        let design = Design::parse(&text).unwrap();
        let spending = Spending::of(&design, &design.segments[0]);
        let mean = spending.mean().value;
        assert!(spending.share_above(0.5 * mean).value > 0.999);
        assert!(spending.share_above(2.0 * mean).value < 0.001);
        assert!((spending.reached_by(0.5) / mean - 1.0).abs() < 0.02);
    }

    /// Of two halves, one that never leaves and one that stays with 0.25, retention is 0.625; without half of the risk it is 0.75.
    #[test]
    fn the_ceiling_is_one_however_customers_differ() {
        assert!(ceiling(0.625, 0.5) >= 0.5 + 0.5 * 0.5);
        assert!(
            (ceiling(0.64, 0.5) - 0.8).abs() < 1e-12
                && ceiling(0.64, 1.0) == 1.0
                && ceiling(0.64, 0.0) == 0.64
        );
    }

    /// sBG and NBD aside, a year's half-life: at 50 % retention customers stay 17.3 months.
    #[test]
    fn lifetimes() {
        assert!((lifetime_months(0.5) - 17.312).abs() < 0.001);
    }

    /// The negative binomial with r = 1, m = 1 has half of its mass at zero.
    #[test]
    fn half_of_the_customers_of_a_geometric_shop_are_active() {
        let text = starter("shop");
        let mut design = Design::parse(&text).unwrap();
        let segment = design.segments[0].clone();
        let numbers = &mut design.numbers;
        let rebuilt: Vec<_> = numbers.iter().map(|(id, n)| (id, n.clone())).collect();
        let mut fresh = crate::design::Numbers::default();
        for (id, mut number) in rebuilt {
            let distribution = |value| crate::design::Distribution::Fixed(value);
            if id == segment.purchase_shape {
                number.distribution = distribution(1.0);
            } else if id == segment.purchases_per_year {
                number.distribution = distribution(2.0);
            }
            fresh.add(number);
        }
        design.numbers = fresh;
        design.segments.truncate(1);
        assert!((active_share(&design).value - 0.5).abs() < 1e-12);
    }
}
