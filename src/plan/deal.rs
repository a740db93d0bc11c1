//! What some customers get in a month: the levers that do not belong to an account, for whoever is entitled to them.

use super::receipts::Receipts;
use super::spend_target::SpendTarget;

/// The part of the customers, or of the luck of a month, that lies between two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Lower bound, included.
    pub from: f32,
    /// Upper bound, excluded.
    pub to: f32,
    /// Spreads the trait behind it: windows with different factors are independent of one another.
    pub times: f32,
}

impl Window {
    /// Everybody.
    pub const ALL: Self = Self { from: 0.0, to: f32::INFINITY, times: 1.0 };

    /// Whether it leaves nobody out, of a trait between 0 and 1.
    pub fn is_all(&self) -> bool {
        self.from <= 0.0 && self.to >= 1.0
    }
}

/// Who is entitled. All conditions must hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Who {
    /// Members only.
    pub members: bool,
    /// Months since becoming a customer.
    pub tenure: f32,
    /// Purchases since joining (since the start, before).
    pub purchases: f32,
    /// Money spent since joining.
    pub spend: f32,
    /// Status level.
    pub level: f32,
    /// A lasting part of the customers: students, those born in this month.
    pub part: Window,
    /// A part that changes from month to month: those who notice.
    pub chance: Window,
    /// Usual spend in a year, in money: those for whom it pays.
    pub worth: Window,
    /// Of those who spend less than the upper bound of `worth`, the fewer the further below it they are: with the square of their share of it.
    pub thins: bool,
    /// The purchases for which it holds, by their size.
    pub receipts: Receipts,
    /// What has to be spent for it in a period.
    pub target: SpendTarget,
}

impl Who {
    /// Every customer.
    pub const EVERYONE: Self = Self {
        members: false,
        tenure: 0.0,
        purchases: 0.0,
        spend: 0.0,
        level: 0.0,
        part: Window::ALL,
        chance: Window::ALL,
        worth: Window::ALL,
        thins: false,
        receipts: Receipts::ALL,
        target: SpendTarget::NONE,
    };

    /// Whether not all customers, or not all members, are entitled, or not for all purchases.
    pub fn is_choosy(&self) -> bool {
        self.looks_back() || !self.part.is_all() || !self.receipts.are_all()
    }

    /// Whether a member's history decides.
    pub fn looks_back(&self) -> bool {
        self.tenure > 0.0 || self.purchases > 0.0 || self.spend > 0.0 || self.level > 0.0
    }
}

/// Where money of a deal is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Flow {
    /// Running cost.
    Running,
    /// Gifts, prizes, privileges.
    Gift,
    /// Fees that customers pay: income.
    Fee,
    /// What partners pay: income.
    Partner,
    /// Cost of capital and bad debt.
    Finance,
    /// Goods taken back.
    Returns,
    /// Gift cards sold: not income but owed.
    CardsSold,
    /// What goods cost more or less than usual, because others of them are sold.
    Goods,
}

/// How many flows there are.
pub const FLOWS: usize = 8;

/// What a flow is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Per {
    /// Customer entitled, in the month.
    Head,
    /// Purchase.
    Purchase,
    /// Money spent at list prices.
    Spend,
    /// Money usually spent in a month, whatever is spent this month.
    UsualSpend,
}

/// How many bases of flows there are.
pub const BASES: usize = 4;

/// What those entitled get.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deal {
    /// Who is entitled.
    pub who: Who,
    /// Discount known before buying, as a share of the list price.
    pub discount: f32,
    /// Of it, what customers know to pass and do not take for granted.
    pub passes: f32,
    /// Discount not known before buying, on average over purchases.
    pub rebate: f32,
    /// Discount of the next month that they know of, and may wait for.
    pub awaited: f32,
    /// Points beyond the usual ones, as a multiple of what a purchase earns without a tier.
    pub more_points: f32,
    /// Months after which these expire; 0 where they live as long as the others.
    pub points_expire: f32,
    /// What they are felt to take off the price, by those who think of points.
    pub felt: f32,
    /// Of that, what they know to pass.
    pub felt_passes: f32,
    /// Rise of the purchase rate, as a share of it.
    pub lift: f32,
    /// Whether receipts grow for the sake of something that is no part of the deal.
    pub raises: bool,
    /// Share of the sales that come back: neither revenue nor cost, and no points for them.
    pub returned: f32,
    /// What staying is worth beyond discounts, as a share of spend; negative where it is a burden.
    pub hold: f32,
    /// Monthly pull on affective loyalty, felt by relationship seekers above all.
    pub warmth: f32,
    /// Monthly loss of affective loyalty, felt by everybody.
    pub harm: f32,
    /// Loss of affective loyalty in a month without a purchase.
    pub idle_harm: f32,
    /// Money, by [`Flow`] and [`Per`].
    pub money: [[f32; BASES]; FLOWS],
}

impl Deal {
    /// Nothing, for `who`.
    pub const fn nothing(who: Who) -> Self {
        Self {
            who,
            discount: 0.0,
            passes: 0.0,
            rebate: 0.0,
            awaited: 0.0,
            more_points: 0.0,
            points_expire: 0.0,
            felt: 0.0,
            felt_passes: 0.0,
            lift: 0.0,
            raises: false,
            returned: 0.0,
            hold: 0.0,
            warmth: 0.0,
            harm: 0.0,
            idle_harm: 0.0,
            money: [[0.0; BASES]; FLOWS],
        }
    }

    /// The same with `amount` of money in a flow.
    pub fn paying(mut self, flow: Flow, per: Per, amount: f64) -> Self {
        self.money[flow as usize][per as usize] += amount as f32;
        self
    }

    /// Whether it moves nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::nothing(self.who)
    }

    /// Whether it changes what is paid, or is felt to.
    pub fn cuts_prices(&self) -> bool {
        self.discount > 0.0 || self.rebate > 0.0 || self.felt > 0.0
    }

    /// Whether some of what it takes off the price is known to pass.
    pub fn is_passing(&self) -> bool {
        self.passes > 0.0 || self.felt_passes > 0.0
    }

    /// Whether any money changes hands.
    pub fn has_money(&self) -> bool {
        self.money.iter().flatten().any(|money| *money != 0.0)
    }

    /// Joins another deal for the same customers; discounts add up if `add`, else the better one counts.
    pub fn join(&mut self, other: &Self, add: bool) {
        let both = add.then_some((self.discount + other.discount, self.passes + other.passes));
        let [own, theirs] = [&*self, other].map(|deal| (deal.discount, deal.passes));
        (self.discount, self.passes) = both.unwrap_or(if theirs.0 > own.0 { theirs } else { own });
        self.rebate += other.rebate;
        self.awaited = self.awaited.max(other.awaited);
        self.more_points += other.more_points;
        self.points_expire = self.points_expire.max(other.points_expire);
        self.felt += other.felt;
        self.felt_passes += other.felt_passes;
        self.lift = (1.0 + self.lift) * (1.0 + other.lift) - 1.0;
        self.raises |= other.raises;
        self.returned += other.returned * (1.0 - self.returned);
        self.hold += other.hold;
        self.warmth += other.warmth;
        self.harm += other.harm;
        self.idle_harm += other.idle_harm;
        for (own, more) in self.money.iter_mut().flatten().zip(other.money.iter().flatten()) {
            *own += more;
        }
    }
}
