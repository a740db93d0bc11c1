//! How much of the revenue hangs on few customers: today's base, at its usual purchases and transaction values.

/// The part that counts as the big customers.
const TOP: f64 = 0.2;
/// A simulated customer who stands for fewer than this is one of the business's own, give or take what is not known of its size.
const HIMSELF: f64 = 1.5;

/// Concentration of the revenue of today's base, as it is expected from the customers' own rates and transaction values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Share of the fifth that buys most.
    pub top_fifth: f64,
    /// Share of the largest single customer; `None` where he is one of a sample, as the larger the sample, the larger its largest.
    pub largest: Option<f64>,
}

impl Concentration {
    /// Of customers given as expected revenue and number of real customers like this one, in any order; `None` where nothing is bought.
    pub fn of(mut customers: Vec<(f64, f64)>) -> Option<Self> {
        let all: f64 = customers.iter().map(|(_, weight)| weight).sum();
        let revenue: f64 = customers.iter().map(|(value, weight)| value * weight).sum();
        if revenue <= 0.0 {
            return None;
        }
        let larger_first = |a: &(f64, f64), b: &(f64, f64)| b.0.total_cmp(&a.0);
        // only the front needs an order
        let front = customers.len() / 4;
        customers.select_nth_unstable_by(front, larger_first);
        let enough = customers[..front].iter().map(|(_, weight)| weight).sum::<f64>() > (TOP * all).max(1.0);
        let ordered = if enough { front } else { customers.len() };
        customers[..ordered].sort_unstable_by(larger_first);
        // the revenue of so many real customers, the largest first
        let first = |many: f64| {
            let mut left = many;
            let taken = customers.iter().map(|(value, weight)| {
                let taken = weight.min(left);
                left -= taken;
                value * taken
            });
            taken.sum::<f64>()
        };
        let himself = customers.first().is_some_and(|(_, weight)| *weight < HIMSELF);
        let largest = himself.then(|| first(1.0) / revenue);
        Some(Self { top_fifth: first(TOP * all) / revenue, largest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_fifth_is_counted_in_real_customers() {
        let alike = Concentration::of(vec![(3.0, 10.0); 50]).unwrap();
        assert!((alike.top_fifth - 0.2).abs() < 1e-12 && alike.largest.is_none());
        // one simulated customer stands for two fifths of all: half of them are the top
        let lumpy = Concentration::of(vec![(1.0, 6.0), (6.0, 4.0)]).unwrap();
        assert!((lumpy.top_fifth - 12.0 / 30.0).abs() < 1e-12 && lumpy.largest.is_none());
        let one = Concentration::of(vec![(80.0, 1.0), (5.0, 4.0)]).unwrap();
        assert!((one.top_fifth - 0.8).abs() < 1e-12 && one.largest == Some(one.top_fifth));
        // ten simulated customers stand for one
        let factory = Concentration::of([vec![(100.0, 0.1); 10], vec![(1.0, 100.0); 1]].concat()).unwrap();
        assert!((factory.largest.unwrap() - 0.5).abs() < 1e-12);
        assert_eq!(Concentration::of(vec![(0.0, 1.0)]), None);
    }
}
