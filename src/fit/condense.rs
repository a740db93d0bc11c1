//! Many different pasts as few: customers who did much the same are told by their mean.

use super::customers::{Past, Pasts};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// So many different pasts tell sums over customers to a thousandth and better.
const ENOUGH: usize = 20_000;
/// Weeks by which younger customers are told apart as finely as these.
const YOUNG: f64 = 4.0;

/// Different pasts that stand together for now: a stretch of the list.
struct Part {
    begin: usize,
    end: usize,
    /// How far they differ, times their customers.
    spread: f64,
    /// Whether they differ more in age than in recency.
    by_age: bool,
}

impl Part {
    /// Differences count by their share of the time that has passed, and the more the more was bought.
    fn new(cells: &[(Past, f64)], begin: usize, end: usize) -> Self {
        let of = &cells[begin..end];
        let width = |time: fn(&Past) -> f64| {
            let ends = |(low, high): (f64, f64), (past, _): &(Past, f64)| {
                (low.min(time(past)), high.max(time(past)))
            };
            let (low, high) = of.iter().fold((f64::INFINITY, 0.0), ends);
            2.0 * (high - low) / (2.0 * YOUNG + low + high)
        };
        let [age, recency] = [width(|past| past.age), width(|past| past.recency)];
        let customers: f64 = of.iter().map(|(_, weight)| weight).sum();
        let bought = 1.0 + f64::from(of[0].0.repeats);
        // the chance to be active turns the faster the more was bought
        let spread = customers * bought * bought * (age * age + recency * recency);
        Self { begin, end, spread, by_age: age > recency }
    }

    /// The middle of the wider side divides it.
    fn halves(&self, cells: &mut [(Past, f64)]) -> [Self; 2] {
        let time = |past: &Past| if self.by_age { past.age } else { past.recency };
        let half = (self.end - self.begin) / 2;
        cells[self.begin..self.end]
            .select_nth_unstable_by(half, |(a, _), (b, _)| time(a).total_cmp(&time(b)));
        let middle = self.begin + half;
        [Self::new(cells, self.begin, middle), Self::new(cells, middle, self.end)]
    }

    /// All customers of it at their mean.
    fn mean(&self, cells: &[(Past, f64)]) -> (Past, f64) {
        let of = &cells[self.begin..self.end];
        let customers: f64 = of.iter().map(|(_, weight)| weight).sum();
        let mean = |time: fn(&Past) -> f64| {
            of.iter().map(|(past, weight)| weight * time(past)).sum::<f64>() / customers
        };
        let (recency, age) = (mean(|past| past.recency), mean(|past| past.age));
        (Past { recency, age, ..of[0].0 }, customers)
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Part {}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        self.spread.total_cmp(&other.spread).then(other.begin.cmp(&self.begin))
    }
}

impl Pasts {
    /// The same customers with no more different pasts than sums over them need.
    pub fn condensed(&self) -> Self {
        self.condensed_to(ENOUGH)
    }

    /// The same with no more than so many different pasts.
    pub(super) fn condensed_to(&self, enough: usize) -> Self {
        self.told_by(condensed(self.cells().to_vec(), enough))
    }
}

/// No more than `enough` pasts for any number of them, but one at least for each number of repeats, in the order of these. Repeats stay as they are, and
/// sums of recency and of age.
fn condensed(mut cells: Vec<(Past, f64)>, enough: usize) -> Vec<(Past, f64)> {
    if cells.len() <= enough {
        return cells;
    }
    let mut parts = BinaryHeap::new();
    let mut begin = 0;
    for alike in cells.chunk_by(|(a, _), (b, _)| a.repeats == b.repeats) {
        parts.push(Part::new(&cells, begin, begin + alike.len()));
        begin += alike.len();
    }
    while parts.len() < enough {
        match parts.pop() {
            Some(widest) if widest.spread > 0.0 => parts.extend(widest.halves(&mut cells)),
            _ => break,
        }
    }
    let mut parts = parts.into_vec();
    parts.sort_unstable_by_key(|part| part.begin);
    parts.iter().map(|part| part.mean(&cells)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::beta_geometric::BetaGeometric;
    use super::super::customers::Pasts;
    use super::super::model::Model;
    use super::super::tests::made;
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;

    const TRUTH: [f64; 4] = [0.6, 4.0, 0.8, 2.0];

    /// 8,000 customers of whom no two did the same, told by 1,500 pasts: what was summed stays, and what is expected of them by three in a thousand.
    /// Fitted by these, and by all in the end, the maximum is that of a search by all from the beginning: within a hundredth of a standard error.
    #[test]
    fn few_pasts_say_what_many_say() {
        for (seed, model) in [BetaGeometric::BG_NBD, BetaGeometric { regularity: 2, leaves_at_first: true }]
            .into_iter()
            .enumerate()
        {
            let mut rng = ChaCha8Rng::seed_from_u64(70 + seed as u64);
            let pasts = Pasts::new(made(model, TRUTH, 8_000, &mut rng));
            let few = pasts.condensed_to(1_500);
            let close = |some: f64, all: f64, by: f64| (some / all - 1.0).abs() < by;
            assert!(few.cells().len() == 1_500 && few.customers() == pasts.customers());
            assert!(close(few.repeats(), pasts.repeats(), 1e-12) && close(few.weeks(), pasts.weeks(), 1e-12));
            let model = Model::BetaGeometric(model);
            for weeks in [4.0, 52.0] {
                let [some, all] = [&few, &pasts].map(|pasts| model.total(pasts, TRUTH, weeks));
                assert!(close(some, all, 3e-3), "{weeks}: {some} {all}");
            }
            let [some, all] = [&few, &pasts].map(|pasts| model.still_active(pasts, TRUTH));
            assert!(close(some, all, 3e-3), "{some} {all}");
            let (found, sought) = (model.fit_by(&pasts, &few), model.fit_from(&pasts, &[TRUTH]));
            assert!((found.ln_likelihood - sought.ln_likelihood).abs() < 1e-3, "{found:?} {sought:?}");
            for k in 0..4 {
                let off = found.parameters[k] - sought.parameters[k];
                assert!(off.abs() < 0.01 * sought.errors()[k], "{k}: {found:?} {sought:?}");
                assert!(close(found.errors()[k], sought.errors()[k], 0.01), "{k}: {found:?} {sought:?}");
            }
        }
    }
}
