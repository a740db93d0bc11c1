//! Terms of a points scheme in a month.

use super::deal::Window;
use super::earning::Earning;

/// What members give away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// Chance that somebody who would redeem donates all he has instead.
    pub donated: f32,
    /// Money that the charity gets for a point.
    pub worth: f32,
    /// Affective loyalty that this adds.
    pub warmth: f32,
    /// Chance in a month that somebody with too few points for a reward gives them to another member, were it free.
    pub transferred: f32,
    /// What the giver pays each time, in money.
    pub fee: f32,
}

impl Given {
    /// Nothing.
    pub const NOTHING: Self = Self { donated: 0.0, worth: 0.0, warmth: 0.0, transferred: 0.0, fee: 0.0 };

    /// The chance in a month that points of this worth, too few for a reward, are given to another member: none where the fee is as much.
    #[inline(always)]
    pub fn transferred_of(&self, worth: f32) -> f32 {
        if self.fee < worth { self.transferred * (1.0 - self.fee / worth) } else { 0.0 }
    }
}

/// Terms of the points scheme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PointsTerms {
    /// Points that are counted as one: so many that customers' balances are whole numbers of a size that can be counted.
    pub pack: f32,
    /// Points per unit of money spent; here and below, packs of them.
    pub earn: f32,
    /// Money a point buys.
    pub value: f32,
    /// Money a redeemed point costs.
    pub cost: f32,
    /// Points needed before any can be redeemed.
    pub minimum: f32,
    /// What each of those who pool has to contribute to that.
    pub pool_minimum: f32,
    /// Who pools.
    pub pooled: Window,
    /// Money that members pay for a point that they lack; 0 where none are sold.
    pub sold_at: f32,
    /// Chance that somebody a little short of a reward buys what is lacking, were it free.
    pub top_up: f32,
    /// Chance per visit that a member with enough points redeems them.
    pub redeem_chance: f32,
    /// Months after which points expire; 0 means never.
    pub expiry_months: usize,
    /// Whether it is months without a purchase after which they do.
    pub by_activity: bool,
    /// Months from a purchase until its points may be redeemed.
    pub delay: f32,
    /// Largest share of what is paid that points can pay.
    pub payable: f32,
    /// Whether they are redeemed for rewards that cost [`Self::minimum`] each, whatever is paid.
    pub rewards: bool,
    /// What of a purchase earns points.
    pub earning: Earning,
    /// The most points that a customer can earn here in a calendar year; infinite where there is no bound.
    pub most_in_year: f32,
    /// Share of the points of a usual customer's purchases that this leaves.
    pub kept: f32,
    /// Whether a calendar year of such a bound begins this month.
    pub year_begins: bool,
    /// Points given on joining.
    pub welcome: f32,
    /// Extra rate at full progress to a reward.
    pub pull: f32,
    /// Value given back per unit of spend, as felt by a member who thinks of it.
    pub reward_rate: f32,
    /// How far points count with members, 0..1: less where they are hard to use.
    pub usable: f32,
    /// Points earned at partners per unit of what the member usually spends here.
    pub elsewhere: f32,
    /// Money that partners pay per redeemed point.
    pub partners: f32,
    /// What members give away.
    pub given: Given,
    /// Share of the purchases of those who are no members whose points employees collect.
    pub staff: f32,
    /// Chance in a month that a balance which can be redeemed is stolen.
    pub stolen: f32,
}

impl PointsTerms {
    /// Months for which it has to be remembered when points were issued.
    pub fn remembers(&self) -> usize {
        let inactive = if self.delay > 0.0 { self.delay.ceil() as usize + 1 } else { 0 };
        self.expiry_months.max(inactive)
    }

    /// Whether a member with this luck, uniform, redeems at a visit where he can: who forgets his points does so less often.
    #[inline(always)]
    pub fn would_redeem(&self, luck: f32, forgetful: f32) -> bool {
        luck < self.redeem_chance * (1.0 - forgetful)
    }

    /// Points that a member with this place among the open to joining needs before any can be redeemed.
    #[inline(always)]
    pub fn needed(&self, open: f32) -> f32 {
        if self.pooled.to <= 0.0 {
            return self.minimum;
        }
        let spread = open * self.pooled.times;
        let pools = spread - spread.floor() < self.pooled.to;
        if pools { self.pool_minimum } else { self.minimum }
    }

    /// Whether every purchase earns alike, whatever its size and whatever has been earned before.
    pub fn earns_alike(&self) -> bool {
        self.earning.is_all() && self.most_in_year == f32::INFINITY
    }

    /// What purchases of this size, of which so much is spent a month, earn as a multiple of what they would if all of them earned alike; so
    /// many `times` the usual points are earned on each.
    pub fn earns(&self, size: f32, monthly: f32, times: f32) -> f32 {
        let own = if self.earning.is_all() { 1.0 } else { self.earning.of_size(size) };
        let in_year = 12.0 * monthly * self.earn * times * own;
        if in_year > self.most_in_year { own * self.most_in_year / in_year } else { own }
    }

    /// No points.
    pub const NONE: Self = Self {
        pack: 1.0,
        earn: 0.0,
        value: 0.0,
        cost: 0.0,
        minimum: f32::INFINITY,
        pool_minimum: f32::INFINITY,
        pooled: Window { from: 0.0, to: 0.0, times: 1.0 },
        sold_at: 0.0,
        top_up: 0.0,
        redeem_chance: 0.0,
        expiry_months: 0,
        by_activity: false,
        delay: 0.0,
        payable: 1.0,
        rewards: false,
        earning: Earning::ALL,
        most_in_year: f32::INFINITY,
        kept: 1.0,
        year_begins: false,
        welcome: 0.0,
        pull: 0.0,
        reward_rate: 0.0,
        usable: 0.0,
        elsewhere: 0.0,
        partners: 0.0,
        given: Given::NOTHING,
        staff: 0.0,
        stolen: 0.0,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten points are worth 5 to whoever gets them, whatever they cost the company: of three tenths a fee of 2 lets three fifths go, one of 5 and more none.
    #[test]
    fn a_fee_is_held_against_what_points_are_worth() {
        for (fee, worth, by_hand) in
            [(0.0, 5.0, 0.3), (2.0, 5.0, 0.18), (2.0, 20.0, 0.27), (5.0, 5.0, 0.0), (9.0, 5.0, 0.0)]
        {
            let given = Given { transferred: 0.3, fee, ..Given::NOTHING };
            assert!((given.transferred_of(worth) - by_hand).abs() < 1e-6, "{fee} {worth}");
        }
    }
}
