//! Terms of a points scheme in a month.

use super::earning::Earning;

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
}

impl PointsTerms {
    /// Months for which it has to be remembered when points were issued.
    pub fn remembers(&self) -> usize {
        let inactive = if self.delay > 0.0 { self.delay.ceil() as usize + 1 } else { 0 };
        self.expiry_months.max(inactive)
    }

    /// No points.
    pub const NONE: Self = Self {
        pack: 1.0,
        earn: 0.0,
        value: 0.0,
        cost: 0.0,
        minimum: f32::INFINITY,
        redeem_chance: 0.0,
        expiry_months: 0,
        by_activity: false,
        delay: 0.0,
        payable: 1.0,
        rewards: false,
        earning: Earning::ALL,
        welcome: 0.0,
        pull: 0.0,
        reward_rate: 0.0,
        usable: 0.0,
        elsewhere: 0.0,
        partners: 0.0,
    };
}
