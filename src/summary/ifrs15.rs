//! Loyalty points in the accounts: deferred revenue under IFRS 15 (B39–B41 options for further goods, B46 breakage).

use crate::units::{Money, Points};

/// Share of points redeemed before there is experience: of 48 bn dollars of rewards issued in the United States, 16 bn
/// were not redeemed (COLLOQUY 2011).
pub const EXPECTED_REDEMPTION: f64 = 2.0 / 3.0;

/// A sale and the points that come with it, at relative stand-alone prices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allocation {
    /// Revenue recognised at once.
    pub recognised: Money,
    /// Revenue deferred until the points are used or expire.
    pub deferred: Money,
}

/// Splits `revenue` between the goods sold and points of face value `points_value`, of which the share
/// `expected_redemption` will be used: 800 with 24.00 of miles at 80 % defers 800 · 19.20 / 819.20 = 18.75.
pub fn allocate(revenue: Money, points_value: Money, expected_redemption: f64) -> Allocation {
    let stand_alone = points_value * expected_redemption;
    let deferred = match revenue > Money::NONE {
        true => Money::new(revenue.get() * stand_alone.get() / (revenue + stand_alone).get()),
        false => Money::NONE,
    };
    Allocation { recognised: revenue - deferred, deferred }
}

/// Points of one month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PointsFlow {
    /// Revenue of the purchases that earned points.
    pub revenue: Money,
    /// Points issued at face value.
    pub issued_value: Money,
    /// Points issued.
    pub issued: Points,
    /// Points redeemed.
    pub redeemed: Points,
    /// Points expired.
    pub expired: Points,
}

/// The contract liability, month after month.
///
/// Each month's sales are allocated with the redemption expected then, which sets what a point expected to be redeemed
/// stands for in revenue. The balance is the points outstanding, times the share of them expected to be redeemed,
/// times that revenue per point; when experience changes the expectation, the balance is trued up in the same month.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContractLiability {
    months: f64,
    deferred: Money,
    expected_points: Points,
    opening: Points,
    issued: Points,
    redeemed: Points,
    expired: Points,
}

impl ContractLiability {
    /// The liability for points that are outstanding before the first month, at their stand-alone price: what revenue they were earned with is
    /// not known.
    pub fn opening(points: Points, value: Money) -> Self {
        let deferred = value * EXPECTED_REDEMPTION;
        Self { deferred, expected_points: points * EXPECTED_REDEMPTION, opening: points, ..Self::default() }
    }

    /// Books a month and returns the balance at its end.
    pub fn book(&mut self, flow: PointsFlow) -> Money {
        self.months += 1.0;
        self.issued += flow.issued;
        self.redeemed += flow.redeemed;
        self.expired += flow.expired;
        if self.opening + self.issued <= Points::NONE {
            return Money::NONE;
        }
        let expected = self.expected_redemption();
        self.deferred += allocate(flow.revenue, flow.issued_value, expected).deferred;
        self.expected_points += flow.issued * expected;
        let outstanding = (self.opening + self.issued - self.redeemed - self.expired).get().max(0.0);
        self.deferred * (outstanding * expected) / self.expected_points.get()
    }

    /// Share of points that will be redeemed: the experience so far, tempered with the general one at the weight of
    /// an average month's points. Positive, because the general share is.
    fn expected_redemption(&self) -> f64 {
        // an average month's points: those there at the start, where none are issued any more
        let weight = if self.issued > Points::NONE { self.issued / self.months } else { self.opening };
        (self.redeemed + weight * EXPECTED_REDEMPTION) / (self.redeemed + self.expired + weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(amount: f64) -> Money {
        Money::new(amount)
    }

    fn flow(revenue: f64, issued_value: f64, issued: f64) -> PointsFlow {
        let (revenue, issued_value) = (money(revenue), money(issued_value));
        PointsFlow { revenue, issued_value, issued: Points::new(issued), ..PointsFlow::default() }
    }

    /// The published example: a ticket for 800 earns 2,000 miles worth 0.012 each, 80 % of which will be used.
    #[test]
    fn allocation_meets_the_published_example() {
        let split = allocate(money(800.0), money(2000.0 * 0.012), 0.80);
        assert_eq!(format!("{:.2} {:.2}", split.deferred.get(), split.recognised.get()), "18.75 781.25");
    }

    #[test]
    fn nothing_is_deferred_without_points_or_revenue() {
        let all_at_once = |revenue| Allocation { recognised: revenue, deferred: Money::NONE };
        assert_eq!(allocate(money(800.0), Money::NONE, 0.8), all_at_once(money(800.0)));
        assert_eq!(allocate(Money::NONE, money(24.0), 0.8), all_at_once(Money::NONE));
        assert_eq!(ContractLiability::default().book(PointsFlow::default()), Money::NONE);
    }

    /// One sale of 800 with 24.00 in points, half redeemed in the next month, the rest expired later.
    #[test]
    fn the_balance_rises_with_points_and_ends_at_nothing() {
        let mut liability = ContractLiability::default();
        let sale = flow(800.0, 24.0, 2000.0);
        let first = liability.book(sale);
        assert!(first == allocate(money(800.0), money(24.0), EXPECTED_REDEMPTION).deferred);
        let second = liability.book(PointsFlow { redeemed: Points::new(1000.0), ..PointsFlow::default() });
        assert!(second > Money::NONE && second < first);
        assert_eq!(
            liability.book(PointsFlow { expired: Points::new(1000.0), ..PointsFlow::default() }),
            Money::NONE
        );
    }

    /// After 2 000 points and 1 000 more, of which 600 are redeemed and 100 have expired: (600 + 1 000)/(700 + 1 500) of the other 2 300 are expected, at
    /// what was deferred for those expected before.
    #[test]
    fn two_months_by_pencil() {
        let close = |found: Money, expected: f64| assert!((found.get() - expected).abs() < 1e-9, "{found:?}");
        let mut liability = ContractLiability::default();
        let first = 800.0 * 16.0 / 816.0;
        close(liability.book(flow(800.0, 24.0, 2000.0)), first);
        let (redeemed, expired) = (Points::new(600.0), Points::new(100.0));
        let expected = 1600.0 / 2200.0;
        let second = 400.0 * 12.0 * expected / (400.0 + 12.0 * expected);
        let a_point = (first + second) / (2000.0 * 2.0 / 3.0 + 1000.0 * expected);
        let found = liability.book(PointsFlow { redeemed, expired, ..flow(400.0, 12.0, 1000.0) });
        close(found, a_point * 2300.0 * expected);
        // nothing is owed beyond nothing
        let redeemed = Points::new(5000.0);
        close(liability.book(PointsFlow { redeemed, ..PointsFlow::default() }), 0.0);
        assert_eq!(allocate(Money::NONE, Money::NONE, 0.8).deferred, Money::NONE);
    }

    /// Where all points expire, experience pulls the balance below face value at the general redemption share.
    #[test]
    fn experience_trues_the_balance_up() {
        let mut liability = ContractLiability::default();
        let month = flow(8000.0, 240.0, 240.0);
        let before: Vec<Money> = (0..12).map(|_| liability.book(month)).collect();
        let after = liability.book(PointsFlow { expired: Points::new(1200.0), ..PointsFlow::default() });
        assert!(before.windows(2).all(|w| w[1] > w[0]));
        assert!(after < before[11] / 2.0 * 0.75, "{after:?} after {:?}", before[11]);
    }

    /// A thousand points that were there before, at 0.03: two thirds will be redeemed. After 400 of them have been, (400 + 667)/1 400 are expected of the
    /// other 600.
    #[test]
    fn points_from_before_are_owed_at_their_price() {
        let mut liability = ContractLiability::opening(Points::new(1000.0), money(30.0));
        let close = |found: Money, expected: f64| assert!((found.get() - expected).abs() < 1e-9, "{found:?}");
        close(liability.book(PointsFlow::default()), 20.0);
        let redeemed = PointsFlow { redeemed: Points::new(400.0), ..PointsFlow::default() };
        let expected = (400.0 + 2000.0 / 3.0) / 1400.0;
        close(liability.book(redeemed), 20.0 * 600.0 * expected / (2000.0 / 3.0));
    }
}
