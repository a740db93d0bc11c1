//! Which brands people buy: every customer's chances are drawn from a Dirichlet distribution (Goodhardt, Ehrenberg & Chatfield 1984).

use super::Nbd;
use serde::Serialize;

/// Purchases of the category, and how they fall to its brands.
#[derive(Debug, Clone, PartialEq)]
pub struct Dirichlet {
    /// Purchases of the category.
    pub purchases: Nbd,
    /// The sum S of the parameters: the smaller, the more each customer keeps to few brands.
    pub shape: f64,
    /// Shares of the brands; they sum to 1.
    pub shares: Vec<f64>,
}

/// What is told of a brand over some time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BrandFigures<T = f64> {
    /// Share of all purchases.
    pub share: T,
    /// Share of people who buy it at least once.
    pub penetration: T,
    /// Purchases of it by one of its buyers.
    pub purchases_per_buyer: T,
    /// Purchases of the category by one of its buyers.
    pub category_purchases: T,
    /// The part of its buyers' purchases of the category that it gets.
    pub share_of_requirements: T,
    /// The part of its buyers who buy no other brand.
    pub sole_buyers: T,
    /// Purchases by one of these.
    pub sole_purchases: T,
}

impl<T: Copy> BrandFigures<T> {
    /// All with their names.
    pub fn named(&self) -> [(&'static str, T); 7] {
        [
            ("share", self.share),
            ("penetration", self.penetration),
            ("purchases_per_buyer", self.purchases_per_buyer),
            ("category_purchases", self.category_purchases),
            ("share_of_requirements", self.share_of_requirements),
            ("sole_buyers", self.sole_buyers),
            ("sole_purchases", self.sole_purchases),
        ]
    }

    /// All of them, each through `of`.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> BrandFigures<U> {
        BrandFigures {
            share: of(self.share),
            penetration: of(self.penetration),
            purchases_per_buyer: of(self.purchases_per_buyer),
            category_purchases: of(self.category_purchases),
            share_of_requirements: of(self.share_of_requirements),
            sole_buyers: of(self.sole_buyers),
            sole_purchases: of(self.sole_purchases),
        }
    }
}

/// Sums over the numbers of purchases of the category, for a brand or a group of brands.
#[derive(Debug, Clone, Copy, Default)]
struct Buying {
    /// Chance of buying none of it.
    none: f64,
    /// Purchases of the category by those who buy none of it.
    elsewhere: f64,
    /// Chance of buying it and nothing else.
    sole: f64,
    /// Purchases of it by these.
    sole_purchases: f64,
}

impl Dirichlet {
    /// The same over a time so many times as long.
    pub fn over(&self, times: f64) -> Self {
        Self { purchases: self.purchases.over(times), ..self.clone() }
    }

    fn buying(&self, probabilities: &[f64], share: f64) -> Buying {
        let of = self.shape * share;
        let (mut none, mut all, mut found) = (1.0, 1.0, Buying::default());
        for (n, p) in probabilities.iter().enumerate() {
            let count = n as f64;
            found.none += p * none;
            found.elsewhere += p * none * count;
            if n > 0 {
                found.sole += p * all;
                found.sole_purchases += p * all * count;
            }
            none *= (self.shape - of + count) / (self.shape + count);
            all *= (of + count) / (self.shape + count);
        }
        found
    }

    /// Share of people who buy at least one of a group of brands with this share of purchases.
    pub(super) fn penetration(&self, probabilities: &[f64], share: f64) -> f64 {
        1.0 - self.buying(probabilities, share).none
    }

    /// What is to be expected of each brand.
    pub fn figures(&self) -> Vec<BrandFigures> {
        let probabilities = self.purchases.probabilities();
        let figures = |share: &f64| {
            let buying = self.buying(&probabilities, *share);
            let penetration = 1.0 - buying.none;
            let bought = share * self.purchases.mean;
            let category = self.purchases.mean - buying.elsewhere;
            BrandFigures {
                share: *share,
                penetration,
                purchases_per_buyer: bought / penetration,
                category_purchases: category / penetration,
                share_of_requirements: bought / category,
                sole_buyers: buying.sole / penetration,
                sole_purchases: buying.sole_purchases / buying.sole,
            }
        };
        self.shares.iter().map(figures).collect()
    }

    /// For each brand, the part of its buyers who buy each brand as well.
    pub fn duplication(&self) -> Vec<Vec<f64>> {
        let probabilities = self.purchases.probabilities();
        let alone: Vec<f64> =
            self.shares.iter().map(|&share| self.penetration(&probabilities, share)).collect();
        let count = self.shares.len();
        let mut table = vec![vec![1.0; count]; count];
        for i in 0..count {
            for j in 0..i {
                let either = self.penetration(&probabilities, self.shares[i] + self.shares[j]);
                let both = alone[i] + alone[j] - either;
                table[i][j] = both / alone[i];
                table[j][i] = both / alone[j];
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// UK toothpaste, first quarter of 1973 (Goodhardt, Ehrenberg & Chatfield 1984), as computed from the published parameters with S = 1.3: share,
    /// penetration, purchases per buyer, of the category, share of requirements, sole buyers.
    const PUBLISHED: [[f64; 6]; 7] = [
        [0.25, 0.200, 1.82, 3.16, 0.58, 0.45],
        [0.19, 0.157, 1.76, 3.22, 0.55, 0.42],
        [0.10, 0.087, 1.68, 3.30, 0.51, 0.39],
        [0.09, 0.078, 1.67, 3.31, 0.50, 0.38],
        [0.08, 0.070, 1.66, 3.32, 0.50, 0.38],
        [0.03, 0.027, 1.62, 3.37, 0.48, 0.36],
        [0.02, 0.018, 1.61, 3.38, 0.48, 0.35],
    ];

    fn toothpaste() -> Dirichlet {
        let shares = vec![0.25, 0.19, 0.10, 0.10, 0.09, 0.08, 0.03, 0.02, 0.14];
        Dirichlet { purchases: Nbd::of_buyers(0.56, 2.6).unwrap(), shape: 1.3, shares }
    }

    #[test]
    fn the_published_table_comes_out() {
        let figures = toothpaste().figures();
        for row in PUBLISHED {
            let found = figures.iter().find(|f| f.share == row[0]).unwrap();
            let all = [
                found.share,
                found.penetration,
                found.purchases_per_buyer,
                found.category_purchases,
                found.share_of_requirements,
                found.sole_buyers,
            ];
            let rounding = [0.0, 0.0006, 0.006, 0.006, 0.006, 0.006];
            let close = all.iter().zip(row).zip(rounding).all(|((a, b), r)| (a - b).abs() <= r);
            assert!(close, "{all:?} for {row:?}");
        }
    }

    #[test]
    fn the_published_duplication_comes_out() {
        let table = toothpaste().duplication();
        for (brand, published) in
            [(1, 0.19), (2, 0.10), (3, 0.10), (4, 0.09), (5, 0.08), (6, 0.03), (7, 0.02)]
        {
            assert!((table[0][brand] - published).abs() < 0.006, "{brand}: {}", table[0][brand]);
        }
    }

    /// Brands together are a brand: sums of Dirichlet parameters are one.
    #[test]
    fn all_brands_together_are_the_category() {
        let market = toothpaste();
        let probabilities = market.purchases.probabilities();
        assert!((market.penetration(&probabilities, 1.0) - 0.56).abs() < 1e-9);
        let whole = Dirichlet { shares: vec![1.0], ..market };
        let found = whole.figures()[0];
        assert!((found.share_of_requirements - 1.0).abs() < 1e-9 && (found.sole_buyers - 1.0).abs() < 1e-9);
    }
}
