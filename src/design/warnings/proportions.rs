//! Numbers that are probably in another unit than the format's, or out of all proportion to the rest of the business.
//!
//! The thresholds are judgements: far beyond what is usual, so that a business that is unusual, but possible, passes.

use super::{Arg, Look, Saying};
use crate::design::catalogue::{Catalogue, Key};
use crate::design::numbers::Distribution;
use crate::design::{GoalBound, Metric, NumberId, Points, PointsEvent, PrizeDraw, Segment, Tiers};

/// What is unusual: the key, the values that are usual, and the variant of the message.
const USUAL: [(&str, f64, f64, &str); 14] = [
    ("business.annual_retention", 0.1, 1.0, "churn"),
    ("business.annual_retention", 0.0, 0.99, "forever"),
    ("segment[].annual_retention", 0.1, 1.0, "churn"),
    ("segment[].annual_retention", 0.0, 0.99, "forever"),
    ("business.monthly_churn", 0.0, 0.2, "losses"),
    ("business.monthly_churn", 0.001, 1.0, "lasting"),
    ("segment[].monthly_churn", 0.0, 0.2, "losses"),
    ("segment[].monthly_churn", 0.001, 1.0, "lasting"),
    ("business.gross_margin", 0.0, 0.95, "margin"),
    ("segment[].gross_margin", 0.0, 0.95, "margin"),
    ("segment[].purchases_per_year", 0.0, 730.0, "purchases"),
    ("program.points[].earn", 0.0, MOST_BACK, "earn"),
    ("business.cost_of_capital", 0.0, 0.5, "capital"),
    ("rival[].price_gap", -1.0, 0.5, "gap"),
];

/// Keys of net promoter scores: points from −100 to 100, not shares.
const SCORES: [&str; 3] = ["business.nps", "segment[].nps", "touchpoint[].nps"];

/// What points give back, as a share of what is spent.
const MOST_BACK: f64 = 0.5;

/// Newcomers of a month, as a share of the base.
const MOST_NEWCOMERS: f64 = 0.2;

/// The largest mean transaction value of a segment, in those of the segment with the smallest.
const LARGEST_RATIO: f64 = 500.0;

/// What money is held against.
#[derive(Debug, Clone, Copy)]
enum Yardstick {
    /// What the whole business takes in a month.
    Month,
    /// What it takes in a year.
    Year,
    /// What a customer of the segment that spends most spends in a year.
    Spend,
    /// What such a customer spends in ten years.
    Decade,
    /// The largest mean transaction value of a segment.
    Transaction,
}

/// Money that should not exceed its yardstick.
const MONEY: [(&str, Yardstick); 15] = [
    ("business.acquisition_cost", Yardstick::Decade),
    ("program.setup_cost", Yardstick::Year),
    ("program.cost_per_month", Yardstick::Month),
    ("program.cost_per_member_per_year", Yardstick::Spend),
    ("program.*[].setup_cost", Yardstick::Year),
    ("program.*[].cost_per_month", Yardstick::Month),
    ("program.*[].cost_per_member_per_year", Yardstick::Spend),
    ("program.referral[].reward", Yardstick::Spend),
    ("program.referral[].friend_reward", Yardstick::Spend),
    ("program.gift[].cost_per_gift", Yardstick::Spend),
    ("program.subscription[].fee_per_year", Yardstick::Spend),
    ("program.points[].point_value", Yardstick::Transaction),
    ("program.charges[].fee_per_purchase", Yardstick::Transaction),
    ("program.messages[].cost_per_message", Yardstick::Transaction),
    ("program.personal_offers[].cost_per_offer", Yardstick::Transaction),
];

impl Look<'_> {
    /// A second look at the sizes of numbers that the design gives.
    pub(super) fn at_proportions(&mut self) {
        let given = self.design.numbers.iter().filter(|(_, number)| number.span.is_some());
        let given: Vec<(NumberId, &Key)> = given
            .filter_map(|(id, number)| Some((id, Catalogue::get().find_or_parent(&number.path)?)))
            .collect();
        for (id, key) in given {
            self.at_usual(id, key);
            self.at_spread(id);
            for (_, yardstick) in MONEY.iter().filter(|(path, _)| *path == key.path) {
                self.beyond(*yardstick, id, self.central(id));
            }
        }
        let goals = self.design.goals.iter().filter(|goal| goal.bound == GoalBound::AtLeast);
        for goal in goals.filter(|goal| goal.metric == Metric::Nps) {
            self.at_score(goal.value);
        }
        self.at_newcomers();
        self.at_baskets();
        self.at_products();
        self.at_multiples();
    }

    fn at_usual(&mut self, id: NumberId, key: &Key) {
        let value = self.central(id);
        for (_, _, _, kind) in
            USUAL.iter().filter(|(path, low, high, _)| *path == key.path && (value < *low || value > *high))
        {
            self.unusual(kind, id);
        }
        if SCORES.contains(&key.path.as_str()) {
            self.at_score(id);
        }
    }

    /// A standard deviation beyond which a normal distribution, cut at the range allowed, is nearly flat.
    fn at_spread(&mut self, id: NumberId) {
        let number = &self.design.numbers[id];
        let Distribution::Normal { sd, .. } = number.distribution else { return };
        if sd > 0.5 * (number.range.max - number.range.min) {
            let what = Saying::new("check-unusual").with("kind", "spread").with("path", self.path(id));
            let what = what.with("value", sd).with("percent", 0.0).with("rest", 0.0);
            self.warn(Some(id), what);
        }
    }

    fn at_score(&mut self, id: NumberId) {
        let score = self.central(id).abs();
        if 0.0 < score && score < 1.0 {
            self.unusual("nps", id);
        }
    }

    fn unusual(&mut self, kind: &'static str, id: NumberId) {
        let what = Saying::new("check-unusual").with("kind", kind).with("path", self.path(id));
        let value = self.central(id);
        let what = what.with("value", value).with("percent", Arg::rounded(100.0 * value, 2));
        self.warn(Some(id), what.with("rest", Arg::rounded(1.0 - value, 4)));
    }

    fn at_newcomers(&mut self) {
        let business = &self.design.business;
        let (newcomers, base) =
            (self.central(business.new_customers_per_month), self.central(business.customers));
        if newcomers > MOST_NEWCOMERS * base {
            let what = Saying::new("check-newcomers").with("newcomers", newcomers).with("customers", base);
            let percent = Arg::rounded(100.0 * newcomers / base, 0);
            self.warn(Some(business.new_customers_per_month), what.with("percent", percent));
        }
    }

    /// Transaction values of one segment in units, of another in thousands.
    fn at_baskets(&mut self) {
        let largest = self.length(Yardstick::Transaction);
        for segment in &self.design.segments {
            if self.central(segment.basket) * LARGEST_RATIO < largest {
                let what = Saying::new("check-basket").with("path", self.path(segment.basket));
                let what = what.with("value", self.central(segment.basket));
                self.warn(Some(segment.basket), what.with("largest", largest));
            }
        }
    }

    /// Money that is a product of two numbers.
    fn at_products(&mut self) {
        let staff = &self.design.staff;
        let times = |a: NumberId, b: NumberId| self.central(a) * self.central(b);
        let mut products =
            vec![(Yardstick::Month, staff.pay_per_month, times(staff.pay_per_month, staff.employees))];
        if let Some(program) = &self.design.program {
            for (_, points) in program.all::<Points>() {
                let welcome = times(points.welcome_points, points.point_value);
                products.push((Yardstick::Spend, points.welcome_points, welcome));
            }
            for (_, draw) in program.all::<PrizeDraw>() {
                let prizes = times(draw.prize_cost, draw.prizes_per_month);
                products.push((Yardstick::Month, draw.prize_cost, prizes));
            }
        }
        for (yardstick, id, product) in products {
            self.beyond(yardstick, id, product);
        }
    }

    /// Points that are multiplied until they give back most of what is spent, or more.
    fn at_multiples(&mut self) {
        let Some(program) = &self.design.program else { return };
        let earn = program.all::<Points>().map(|(_, points)| self.central(points.earn)).fold(0.0, f64::max);
        let tiers = program.all::<Tiers>().flat_map(|(_, tiers)| tiers.tiers.iter().map(|t| t.earn_multiple));
        let events = program.all::<PointsEvent>().map(|(_, event)| event.multiple);
        let earning = program.all::<Points>().map(|(_, points)| &points.earning);
        let large = earning
            .filter(|earning| self.central(earning.large_receipt) > 0.0)
            .map(|earning| earning.large_receipt_multiple);
        let all: Vec<NumberId> = tiers.chain(events).chain(large).collect();
        // what each purchase earns too much of without any is told by itself
        for id in all {
            if earn <= MOST_BACK && earn * self.central(id) > MOST_BACK {
                self.unusual("multiple", id);
            }
        }
    }

    fn beyond(&mut self, yardstick: Yardstick, id: NumberId, value: f64) {
        let (kind, limit) = (yardstick.key(), self.length(yardstick));
        if value > limit {
            let what = Saying::new("check-beyond").with("yardstick", kind).with("path", self.path(id));
            let what = what.with("value", Arg::rounded(value, 2)).with("limit", Arg::rounded(limit, 2));
            self.warn(Some(id), what);
        }
    }

    /// The yardstick in money.
    fn length(&self, yardstick: Yardstick) -> f64 {
        let segments = &self.design.segments;
        let spend = |s: &Segment| self.central(s.purchases_per_year) * self.central(s.basket);
        let mean: f64 = segments.iter().map(|s| self.central(s.share) * spend(s)).sum();
        let most = |of: &dyn Fn(&Segment) -> f64| segments.iter().map(of).fold(0.0, f64::max);
        let year = self.central(self.design.business.customers) * mean;
        match yardstick {
            Yardstick::Month => year / 12.0,
            Yardstick::Year => year,
            Yardstick::Spend => most(&spend),
            Yardstick::Decade => 10.0 * most(&spend),
            Yardstick::Transaction => most(&|s| self.central(s.basket)),
        }
    }
}

impl Yardstick {
    /// The variant of the message.
    fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
            Self::Spend => "spend",
            Self::Decade => "decade",
            Self::Transaction => "transaction",
        }
    }
}
