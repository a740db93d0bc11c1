//! Loyalty points in the accounts: deferred revenue under IFRS 15 (B39–B41 options for further goods, B46 breakage).

/// Share of points redeemed before there is experience: of 48 bn dollars of rewards issued in the United States, 16 bn
/// were not redeemed (COLLOQUY 2011).
pub const EXPECTED_REDEMPTION: f64 = 2.0 / 3.0;

/// A sale and the points that come with it, at relative stand-alone prices.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allocation {
    /// Revenue recognised at once.
    pub recognised: f64,
    /// Revenue deferred until the points are used or expire.
    pub deferred: f64,
}

/// Splits `revenue` between the goods sold and points of face value `points_value`, of which the share
/// `expected_redemption` will be used: 800 with 24.00 of miles at 80 % defers 800 · 19.20 / 819.20 = 18.75.
pub fn allocate(revenue: f64, points_value: f64, expected_redemption: f64) -> Allocation {
    let stand_alone = points_value * expected_redemption;
    let deferred = if revenue > 0.0 { revenue * stand_alone / (revenue + stand_alone) } else { 0.0 };
    Allocation { recognised: revenue - deferred, deferred }
}

/// Points of one month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PointsFlow {
    /// Revenue of the purchases that earned points.
    pub revenue: f64,
    /// Points issued at face value.
    pub issued_value: f64,
    /// Points issued.
    pub issued: f64,
    /// Points redeemed.
    pub redeemed: f64,
    /// Points expired.
    pub expired: f64,
}

/// The contract liability, month after month.
///
/// Each month's sales are allocated with the redemption expected then, which sets what a point expected to be redeemed
/// stands for in revenue. The balance is the points outstanding, times the share of them expected to be redeemed,
/// times that revenue per point; when experience changes the expectation, the balance is trued up in the same month.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContractLiability {
    months: f64,
    deferred: f64,
    expected_points: f64,
    issued: f64,
    redeemed: f64,
    expired: f64,
}

impl ContractLiability {
    /// Books a month and returns the balance at its end.
    pub fn book(&mut self, flow: PointsFlow) -> f64 {
        self.months += 1.0;
        self.issued += flow.issued;
        self.redeemed += flow.redeemed;
        self.expired += flow.expired;
        if self.issued <= 0.0 {
            return 0.0;
        }
        let expected = self.expected_redemption();
        self.deferred += allocate(flow.revenue, flow.issued_value, expected).deferred;
        self.expected_points += flow.issued * expected;
        let outstanding = (self.issued - self.redeemed - self.expired).max(0.0);
        outstanding * expected * self.deferred / self.expected_points
    }

    /// Share of points that will be redeemed: the experience so far, tempered with the general one at the weight of
    /// an average month's points. Positive, because the general share is.
    fn expected_redemption(&self) -> f64 {
        let weight = self.issued / self.months;
        (self.redeemed + EXPECTED_REDEMPTION * weight) / (self.redeemed + self.expired + weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published example: a ticket for 800 earns 2,000 miles worth 0.012 each, 80 % of which will be used.
    #[test]
    fn allocation_meets_the_published_example() {
        let split = allocate(800.0, 2000.0 * 0.012, 0.80);
        assert_eq!(format!("{:.2} {:.2}", split.deferred, split.recognised), "18.75 781.25");
    }

    #[test]
    fn nothing_is_deferred_without_points_or_revenue() {
        assert_eq!(allocate(800.0, 0.0, 0.8), Allocation { recognised: 800.0, deferred: 0.0 });
        assert_eq!(allocate(0.0, 24.0, 0.8), Allocation { recognised: 0.0, deferred: 0.0 });
        assert_eq!(ContractLiability::default().book(PointsFlow::default()), 0.0);
    }

    /// One sale of 800 with 24.00 in points, half redeemed in the next month, the rest expired later.
    #[test]
    fn the_balance_rises_with_points_and_ends_at_nothing() {
        let mut liability = ContractLiability::default();
        let sale = PointsFlow { revenue: 800.0, issued_value: 24.0, issued: 2000.0, ..PointsFlow::default() };
        let first = liability.book(sale);
        assert!((first - allocate(800.0, 24.0, EXPECTED_REDEMPTION).deferred).abs() < 1e-12);
        let second = liability.book(PointsFlow { redeemed: 1000.0, ..PointsFlow::default() });
        assert!(second > 0.0 && second < first);
        assert_eq!(liability.book(PointsFlow { expired: 1000.0, ..PointsFlow::default() }), 0.0);
    }

    /// Where all points expire, experience pulls the balance below face value at the general redemption share.
    #[test]
    fn experience_trues_the_balance_up() {
        let mut liability = ContractLiability::default();
        let month =
            PointsFlow { revenue: 8000.0, issued_value: 240.0, issued: 240.0, ..PointsFlow::default() };
        let before: Vec<f64> = (0..12).map(|_| liability.book(month)).collect();
        let after = liability.book(PointsFlow { expired: 1200.0, ..PointsFlow::default() });
        assert!(before.windows(2).all(|w| w[1] > w[0]));
        assert!(after < before[11] / 2.0 * 0.75, "{after} after {}", before[11]);
    }
}
