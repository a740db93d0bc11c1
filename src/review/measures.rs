//! What a review reads off a trial beyond the headline numbers.

use crate::design::{Charges, Design, Subscription};
use crate::simulate::{Along, Line, MAX_CAUSES, Tally};
use crate::summary::net_contribution;

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A number of one trial; NaN where undefined.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Measure { $($(#[$doc])* $name),* }

        impl Measure {
            const COUNT: usize = [$(Self::$name),*].len();
        }
    };
}

measures! {
    /// Points redeemed over points issued, to the horizon; those that employees and thieves take left out.
    Redemption,
    /// Share of the discounts that went to purchases the baseline made too.
    DiscountSubsidised,
    /// Discounts, rewards and gifts for a spend over revenue at list prices, in the months of the program.
    RewardRate,
    /// Discounts, rewards and gifts for a spend over the gross margin at list prices, in the months of the program.
    MarginGiven,
    /// Set-up and running cost over the gross margin at list prices, in the months of the program.
    FixedShare,
    /// Members over customers at the end.
    MemberShare,
    /// Face value of the points outstanding at the end less that of a year earlier, over the latter.
    LiabilityGrowth,
    /// Net contribution of the last twelve months, program less baseline.
    LastYear,
    /// Discounts given; of a change, beyond those of today's program.
    Discounts,
    /// Cost of rewards and of gifts for a spend; of a change, beyond those of today's program.
    Rewards,
    /// Set-up and running cost.
    Fixed,
    /// Cost of service beyond the baseline's.
    Service,
    /// Face value of points that expired unused.
    Breakage,
    /// Revenue at list prices with the program, in its months.
    ListRevenue,
    /// Revenue at list prices without the program, in the months of the program.
    SalesWithout,
    /// What is left of a sale at list price after the cost of goods, discounts and rewards that the program adds.
    MarginLeft,
    /// Net contribution of the baseline in a year, on average.
    YearlyContribution,
    /// Purchases that went wrong, over purchases, in the baseline.
    Failures,
    /// Income at the expense of the relation: charges, or fees of those who bought nothing; gift cards that lapsed.
    BadIncome,
    /// Net contribution a year with the program, on average.
    YearlyMargin,
    /// Fees that customers paid.
    Fees,
    /// Share of the fees paid in months without a purchase.
    IdleFees,
    /// Gross margin of one place in today's base over the horizon, without a program.
    Worth,
    /// What the program would give away more if a tenth of the sales to others were rung up on members' cards.
    LentCards,
    /// Revenue at list prices in the first year of the program against the baseline's: what a control group would show.
    FirstYearLift,
    /// Discounts, rewards, gifts for a spend and running cost over revenue at list prices in the first year of the program.
    FirstYearCost,
    /// Members over customers a year after the launch.
    FirstYearMembers,
    /// Points redeemed over points issued in the first year of the program.
    FirstYearRedemption,
    /// Change of the net promoter score a year after the launch, in points.
    FirstYearNps,
}

/// The measures of one trial.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    values: Vec<f64>,
    /// Leavers by cause in the baseline.
    pub left_before: [f64; MAX_CAUSES],
    /// Leavers by cause with the program.
    pub left_after: [f64; MAX_CAUSES],
    /// By how much the luck that the sample has beyond the business's own moves them; none where all customers are simulated.
    pub excess: Option<Box<Self>>,
}

impl Measures {
    /// Reads a tally.
    pub fn of(design: &Design, tally: &Tally) -> Self {
        let excess = tally.is_sample().then(|| {
            let [more, less] = [0.5, -0.5].map(|by| Self::read(design, &tally.leaning(Along::Excess, by)));
            Box::new(more.less(&less))
        });
        Self { excess, ..Self::read(design, tally) }
    }

    /// Measure by measure.
    fn less(mut self, other: &Self) -> Self {
        let minus = |own: &mut [f64], other: &[f64]| own.iter_mut().zip(other).for_each(|(a, b)| *a -= b);
        minus(&mut self.values, &other.values);
        minus(&mut self.left_before, &other.left_before);
        minus(&mut self.left_after, &other.left_after);
        self
    }

    fn read(design: &Design, tally: &Tally) -> Self {
        let last = tally.last_with_program();
        let months = match &design.program {
            Some(program) => program.launch..program.stop.unwrap_or(tally.months()).min(tally.months()),
            None => 0..0,
        };
        // Where there are subscriptions, charges and fees cannot be separated: fees of idle members are the lower bound of bad profit.
        let only_charges =
            design.program.as_ref().is_some_and(|p| p.has::<Charges>() && !p.has::<Subscription>());
        let bad_fees = if only_charges { Line::FeeIncome } else { Line::IdleFees };
        let look = Look {
            tally,
            world: last,
            months,
            bad_fees,
            changes: design.today.is_some(),
            cards: !design.is_by_contract(),
        };
        let left = |world: usize| std::array::from_fn(|cause| look.all(world, Line::Left(cause)));
        Self { values: look.values(), left_before: left(0), left_after: left(last), excess: None }
    }

    /// One of them.
    pub fn get(&self, measure: Measure) -> f64 {
        self.values[measure as usize]
    }
}

/// Share of the sales to others that is rung up on members' cards where nobody looks: a judgement, for the size of the exposure.
const LENT: f64 = 0.1;

/// What customers are given for what they buy.
const BENEFITS: [Line; 3] = [Line::Discount, Line::RewardCost, Line::GiftsForSpend];

/// A tally, the world with the program, and its months.
struct Look<'t> {
    tally: &'t Tally,
    world: usize,
    months: std::ops::Range<usize>,
    bad_fees: Line,
    /// Whether another program goes on in the baseline.
    changes: bool,
    /// Whether customers pay at tills, where members' cards can be lent.
    cards: bool,
}

impl Look<'_> {
    fn all(&self, world: usize, line: Line) -> f64 {
        (0..self.tally.months()).map(|month| self.tally.total(world, month, line)).sum()
    }

    /// A flow of the world with the program over its months.
    fn sum(&self, line: Line) -> f64 {
        self.months.clone().map(|month| self.tally.total(self.world, month, line)).sum()
    }

    /// The same without it.
    fn without(&self, line: Line) -> f64 {
        self.months.clone().map(|month| self.tally.total(0, month, line)).sum()
    }

    fn margin_left(&self) -> f64 {
        let margin = 1.0 - ratio(self.without(Line::CostOfGoods), self.without(Line::ListRevenue));
        let given = self.given() - self.without(Line::Discount);
        margin - ratio(given, self.sum(Line::ListRevenue))
    }

    /// Discounts, rewards and gifts for a spend in the months of the program.
    fn given(&self) -> f64 {
        BENEFITS.into_iter().map(|line| self.sum(line)).sum()
    }

    /// Points redeemed over points issued, those that employees and thieves take left out of both.
    fn redemption(&self, of: impl Fn(Line) -> f64) -> f64 {
        let taken = of(Line::PointsTaken);
        ratio(of(Line::PointsRedeemed) - taken, of(Line::PointsIssued) - taken)
    }

    /// Program less baseline over the whole time.
    fn change(&self, line: Line) -> f64 {
        self.all(self.world, line) - self.all(0, line)
    }

    fn end(&self, line: Line, months_before: usize) -> f64 {
        let at = self.tally.months().checked_sub(1 + months_before);
        at.map_or(f64::NAN, |month| self.tally.total(self.world, month, line))
    }

    fn first_year(&self) -> std::ops::Range<usize> {
        self.months.start..(self.months.start + 12).min(self.tally.months())
    }

    fn over_first_year(&self, world: usize, line: Line) -> f64 {
        self.first_year().map(|month| self.tally.total(world, month, line)).sum()
    }

    fn first_year_lift(&self) -> f64 {
        ratio(self.over_first_year(self.world, Line::ListRevenue), self.over_first_year(0, Line::ListRevenue))
            - 1.0
    }

    fn first_year_cost(&self) -> f64 {
        let costs = BENEFITS.into_iter().chain([Line::RunningCost]);
        let cost: f64 = costs.map(|line| self.over_first_year(self.world, line)).sum();
        ratio(cost, self.over_first_year(self.world, Line::ListRevenue))
    }

    fn a_year_after(&self, line: Line) -> f64 {
        self.first_year().last().map_or(f64::NAN, |month| self.tally.total(self.world, month, line))
    }

    fn first_year_nps(&self) -> f64 {
        let Some(month) = self.first_year().last() else { return f64::NAN };
        let nps = |world| {
            let of = |line| self.tally.total(world, month, line);
            100.0 * ratio(of(Line::Promoters) - of(Line::Detractors), of(Line::Start))
        };
        nps(self.world) - nps(0)
    }

    /// Margin of the baseline per customer present, added up over the months.
    fn worth(&self) -> f64 {
        let of = |line, month| self.tally.total(0, month, line);
        let margin =
            |month| of(Line::ListRevenue, month) - of(Line::Discount, month) - of(Line::CostOfGoods, month);
        (0..self.tally.months()).map(|month| ratio(margin(month), of(Line::Start, month))).sum()
    }

    /// Sales to others than members cost as much in benefits as sales to members do, a tenth of them.
    fn lent_cards(&self, given: f64) -> f64 {
        let members = ratio(self.sum(Line::MemberPurchases), self.sum(Line::Purchases));
        LENT * given * (1.0 - members) / members
    }

    fn values(&self) -> Vec<f64> {
        let (last, months) = (self.world, self.tally.months());
        let given = self.given();
        let fixed = self.change(Line::SetupCost) + self.change(Line::RunningCost);
        let margin = self.sum(Line::ListRevenue) - self.sum(Line::CostOfGoods);
        let issued = self.all(last, Line::PointsIssued);
        let year_ago = self.end(Line::LiabilityValue, 12);
        let year = months.saturating_sub(12)..months;
        let expired = ratio(self.all(last, Line::PointsExpired), issued);
        let breakage = if issued > 0.0 { self.all(last, Line::IssuedValue) * expired } else { 0.0 };
        let yearly = |world| net_contribution(self.tally, world, 0..months) * 12.0 / months as f64;
        let mut values = vec![f64::NAN; Measure::COUNT];
        let all = [
            (Measure::Redemption, self.redemption(|line| self.all(last, line))),
            (
                Measure::DiscountSubsidised,
                ratio(self.all(last, Line::DiscountSubsidised), self.all(last, Line::Discount)),
            ),
            (Measure::RewardRate, ratio(given, self.sum(Line::ListRevenue))),
            (Measure::MarginGiven, ratio(given, margin)),
            (Measure::FixedShare, ratio(fixed, margin)),
            (Measure::MemberShare, ratio(self.end(Line::Members, 0), self.end(Line::Active, 0))),
            (Measure::LiabilityGrowth, ratio(self.end(Line::LiabilityValue, 0), year_ago) - 1.0),
            (
                Measure::LastYear,
                net_contribution(self.tally, last, year.clone()) - net_contribution(self.tally, 0, year),
            ),
            (Measure::Fixed, fixed),
            (Measure::Breakage, breakage),
            (Measure::YearlyContribution, yearly(0)),
            (Measure::YearlyMargin, yearly(last)),
            (Measure::LentCards, if self.cards { self.lent_cards(given) } else { 0.0 }),
        ];
        for (measure, value) in all.into_iter().chain(self.further()) {
            values[measure as usize] = value;
        }
        values
    }
    /// Sums of money, what a customer is worth, and the first year.
    fn further(&self) -> impl Iterator<Item = (Measure, f64)> {
        let last = self.world;
        let of = |line| self.all(last, line);
        let given = |line| if self.changes { self.change(line) } else { of(line) };
        [
            (Measure::Discounts, given(Line::Discount)),
            (Measure::Rewards, given(Line::RewardCost) + given(Line::GiftsForSpend)),
            (Measure::Service, self.change(Line::ServiceCost)),
            (Measure::ListRevenue, self.sum(Line::ListRevenue)),
            (Measure::SalesWithout, self.without(Line::ListRevenue)),
            (Measure::MarginLeft, self.margin_left()),
            (Measure::BadIncome, of(self.bad_fees) + of(Line::CardBreakage)),
            (Measure::Fees, of(Line::FeeIncome)),
            (Measure::IdleFees, ratio(of(Line::IdleFees), of(Line::FeeIncome))),
            (Measure::Worth, self.worth()),
            (Measure::Failures, ratio(self.all(0, Line::Failures), self.all(0, Line::Purchases))),
            (Measure::FirstYearLift, self.first_year_lift()),
            (Measure::FirstYearCost, self.first_year_cost()),
            (Measure::FirstYearMembers, self.a_year_after(Line::Members) / self.a_year_after(Line::Active)),
            (Measure::FirstYearRedemption, self.redemption(|line| self.over_first_year(last, line))),
            (Measure::FirstYearNps, self.first_year_nps()),
        ]
        .into_iter()
    }
}

fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Truth;
    use crate::review::rules::tests::{POINTS, design};
    use crate::simulate::{Experiment, Settings};

    fn measured(more: &str, measure: Measure) -> f64 {
        let design = design(more);
        let experiment = Experiment::new(&design, Settings { seed: 1, customers: 500 });
        Measures::of(&design, &experiment.play_under(&Truth::central(&design), 0)).get(measure)
    }

    /// Where no member redeems, what thieves redeem is no redemption, and a gift for a spend takes of the margin as a reward does.
    #[test]
    fn what_is_stolen_is_not_redeemed_and_gifts_for_a_spend_are_given() {
        let robbed = "redeem_chance = 0\nabuse_months = 1\nopen_balances = 'yes'\nrobbed_per_year = 1\n";
        let points = format!("{POINTS}{robbed}");
        assert_eq!(measured(&points, Measure::Redemption), 0.0);
        assert_eq!(measured(&points, Measure::FirstYearRedemption), 0.0);
        assert!(measured(&points, Measure::Rewards) > 0.0);
        let gift = "[[program.gift]]\noccasion = 'spend'\ncost_per_gift = 10\nfrom_spend = 20\n";
        for measure in [Measure::MarginGiven, Measure::RewardRate, Measure::Rewards] {
            assert!(measured(gift, measure) > 0.0, "{measure:?}");
        }
        assert_eq!(measured(&gift.replace("'spend'", "'holiday'"), Measure::MarginGiven), 0.0);
    }
}
