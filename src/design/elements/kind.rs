//! What a kind of element says of itself. Whatever else in the program depends on the kind asks here.

use crate::design::numbers::NumberId;

/// What is true of every element of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindFacts {
    /// Its key under `[program]`: `points` for `[[program.points]]`.
    pub key: &'static str,
    /// Whom it reaches.
    pub reach: Reach,
    /// What it gives.
    pub gives: Gives,
    /// How it lowers the price of a purchase.
    pub discount: Discount,
    /// Whether it may rest: work in some months of the year only, or in turns with others. What depends on what came before cannot.
    pub rests: bool,
    /// What two of them mean, for the same customers at the same time; see [`Kind::account`].
    pub twice: Twice,
    /// Whether any rival can copy it within weeks.
    pub easily_copied: bool,
    /// In which phases of a member's life it works, as far as the kind decides it.
    pub serves: &'static [Phase],
    /// Where its own money is booked, beside what every element books: set-up and running cost (as service where it gives
    /// service) and the part that partners pay.
    pub books: &'static [Book],
}

impl KindFacts {
    /// Whether it works on the way customers are treated, rather than on what they are given. Its cost is booked as service, and it
    /// gives nobody a reason to join.
    pub const fn is_service(&self) -> bool {
        matches!(self.gives, Gives::Service)
    }

    /// Whether it can be for some goods and not for others: it takes something off their price, or gives points for them.
    pub fn is_of_goods(&self) -> bool {
        self.discount != Discount::None || self.books.contains(&Book::PointsOwed)
    }

    /// Whether the company owes customers something after they have paid: points, cards.
    pub fn owes(&self) -> bool {
        self.books.iter().any(|book| matches!(book, Book::PointsOwed | Book::CardsOwed))
    }
}

/// Whom the elements of a kind reach. It decides which of the keys that all elements share may be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Every member, through an account: members are not singled out, and an account cannot rest.
    Account,
    /// The customers or members whom the keys of entitlement name.
    Entitled,
    /// All alike: everybody who is served, all members, all promoters among them.
    Everybody,
    /// The staff, and through it the customers of all segments.
    Staff,
}

impl Reach {
    /// Whether some customers can be entitled to it and others not.
    pub const fn chooses(self) -> bool {
        match self {
            Self::Entitled => true,
            Self::Account | Self::Everybody | Self::Staff => false,
        }
    }
}

/// What the elements of a kind give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// Money, or terms that are worth money; charges take it.
    Money,
    /// Attention: status, privileges, messages, presents.
    Attention,
    /// Play, which excites as long as it is new.
    Play,
    /// Service: better treatment by better people.
    Service,
}

/// The phases of a member's life with a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The first months: a reason to join and to come again.
    Welcome,
    /// Buying more, more often, or more kinds of things.
    Growth,
    /// Beginning to drift: what holds customers, or notices that they fall silent.
    Lapse,
    /// Having left: what brings them back.
    WinBack,
}

impl Phase {
    /// All phases in their order.
    pub const ALL: [Self; 4] = [Self::Welcome, Self::Growth, Self::Lapse, Self::WinBack];

    /// Its name, as in the line of `[plan]` about it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Growth => "growth",
            Self::Lapse => "lapse",
            Self::WinBack => "win_back",
        }
    }
}

/// How the elements of a kind lower the price known before a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discount {
    /// Not at all.
    None,
    /// In every month, for purchases alone.
    Lasting,
    /// In every month, for those who have earned it by their spend or paid for it.
    Earned,
    /// Now and then.
    Passing,
}

impl Discount {
    /// Whether it is given for nothing but the purchase.
    pub const fn is_given(self) -> bool {
        match self {
            Self::Lasting | Self::Passing => true,
            Self::None | Self::Earned => false,
        }
    }

    /// Whether it is always there, so that customers come to take it for granted.
    pub const fn is_standing(self) -> bool {
        match self {
            Self::Lasting | Self::Earned => true,
            Self::None | Self::Passing => false,
        }
    }
}

/// What two elements of a kind mean, for the same customers at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twice {
    /// A fault: there is one account of a customer, or one thing that both set anew.
    Refused,
    /// Both count in full, which is hardly meant.
    Doubtful,
    /// Both count, as they should.
    Fine,
}

/// Where money of elements is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Book {
    /// Discounts.
    Discounts,
    /// Cost of redeemed points.
    Rewards,
    /// Running cost: per message, per offer, per member.
    Running,
    /// Cost of service.
    Service,
    /// Pay of the staff.
    StaffPay,
    /// Cost of replacing staff.
    Hiring,
    /// Rewards for friends.
    Referrals,
    /// Gifts and prizes.
    Gifts,
    /// Cost of capital and bad debt, less interest on money received ahead.
    Finance,
    /// What is lost on goods taken back.
    Returns,
    /// Fees that customers pay: income.
    Fees,
    /// What other firms pay: income.
    Partners,
    /// Cards that lapse unused: income.
    CardBreakage,
    /// Points outstanding: owed.
    PointsOwed,
    /// Gift cards outstanding: owed.
    CardsOwed,
    /// Volume bonuses not yet paid: owed.
    BonusesOwed,
}

/// A kind of element: a struct with the numbers of one element.
pub trait Kind {
    /// What is true of all of them.
    const FACTS: KindFacts;

    /// Its discounts, as shares of the price; some wherever the kind has a [`Discount`].
    fn discounts(&self) -> Vec<NumberId> {
        Vec::new()
    }

    /// Moves the months that it names by so many: they are then counted from an earlier one.
    fn later(&mut self, _months: usize) {}

    /// Which of the accounts of its kind it keeps; those with different ones can be there at the same time.
    fn account(&self) -> usize {
        0
    }
}
