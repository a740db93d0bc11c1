//! The kinds of elements: one file for each, with its numbers, what is true of the kind, and how it is read.
//!
//! What becomes of it month by month is compiled in `plan::elements`, again one file for each.

mod charges;
mod club;
mod complaint_recovery;
mod contest;
mod cumulative_discount;
mod fast_response;
mod game;
mod gift;
mod gift_card;
mod giving;
mod guarantee;
mod holes;
mod kind;
mod messages;
mod mystery_shopping;
mod partner;
mod payment_terms;
mod personal_offers;
mod points;
mod points_event;
mod preferential_terms;
mod prize_draw;
mod quality;
mod referral;
mod retention_offer;
mod seasonal_sale;
mod special_offer;
mod special_terms;
mod staff_culture;
mod staff_pay;
mod staff_training;
mod subscription;
mod tiers;
mod trade_in;
mod volume_bonus;
mod win_back;

#[cfg(test)]
mod tests;

pub use charges::Charges;
pub use club::Club;
pub use complaint_recovery::ComplaintRecovery;
pub use contest::Contest;
pub use cumulative_discount::{CumulativeDiscount, LadderBy, LadderStep};
pub use fast_response::FastResponse;
pub use game::Game;
pub use gift::{Gift, Occasion};
pub use gift_card::GiftCard;
pub use giving::Giving;
pub use guarantee::Guarantee;
pub use holes::{Abuse, Hole};
pub use kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
pub use messages::{Messages, message_response, response_as_tried};
pub use mystery_shopping::MysteryShopping;
pub use partner::Partner;
pub use payment_terms::PaymentTerms;
pub use personal_offers::PersonalOffers;
pub use points::{DAYS_A_MONTH, Devaluation, EarnedOn, Expiry, Points, RedeemedFor};
pub use points_event::PointsEvent;
pub use preferential_terms::PreferentialTerms;
pub use prize_draw::PrizeDraw;
pub use quality::Quality;
pub use referral::Referral;
pub use retention_offer::RetentionOffer;
pub use seasonal_sale::SeasonalSale;
pub use special_offer::SpecialOffer;
pub use special_terms::SpecialTerms;
pub use staff_culture::StaffCulture;
pub use staff_pay::StaffPay;
pub use staff_training::StaffTraining;
pub use subscription::Subscription;
pub use tiers::{Tier, TierBy, TierYear, Tiers};
pub use trade_in::TradeIn;
pub use volume_bonus::{VolumeBonus, VolumeStep};
pub use win_back::WinBack;

use super::numbers::NumberId;
use super::read::context::Context;
use super::read::table::Reader;

/// A kind that can be told apart from the others: the generic argument of `of::<Points>()` and the like.
pub trait Variant: Kind {
    /// The numbers of an element, if it is of this kind.
    fn of(element: &ElementKind) -> Option<&Self>;
}

/// How the elements of a kind are found under `[program]` and read.
pub(super) struct KindReader {
    /// What is true of the kind.
    pub facts: KindFacts,
    /// Reads what is special about one of them.
    pub read: fn(&mut Context, &mut Reader) -> ElementKind,
}

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        /// What an element does, with its own numbers.
        #[derive(Debug, Clone)]
        pub enum ElementKind {
            $(#[doc = concat!("See [`struct@", stringify!($kind), "`].")] $kind($kind)),*
        }

        impl ElementKind {
            /// What is true of each kind, in the order in which elements are read and act.
            pub const ALL: &'static [KindFacts] = &[$($kind::FACTS),*];

            /// What is true of its kind.
            pub const fn facts(&self) -> &'static KindFacts {
                match self { $(Self::$kind(_) => &$kind::FACTS),* }
            }

            /// What is true of the kind of element in which a path stands: of points for `program.points[0].earn` and `today.points[0].earn`.
            pub fn facts_of(path: &str) -> Option<&'static KindFacts> {
                let of_a_program = path.strip_prefix("program.").or_else(|| path.strip_prefix("today."));
                let key = of_a_program?.split(['[', '.']).next()?;
                Self::ALL.iter().find(|kind| kind.key == key)
            }

            /// Its discounts, as shares of the price.
            pub fn discounts(&self) -> Vec<NumberId> {
                match self { $(Self::$kind(element) => element.discounts()),* }
            }

            /// Moves the months that it names by so many; see [`Kind::later`].
            pub fn later(&mut self, months: usize) {
                match self { $(Self::$kind(element) => element.later(months)),* }
            }

            /// Which of the accounts of its kind it keeps; see [`Kind::account`].
            pub(super) fn account(&self) -> usize {
                match self { $(Self::$kind(element) => element.account()),* }
            }
        }

        /// How each kind is read, in the same order.
        pub(super) const READERS: &[KindReader] = &[$(KindReader {
            facts: $kind::FACTS,
            read: |ctx, table| ElementKind::$kind($kind::read(ctx, table)),
        }),*];

        $(impl Variant for $kind {
            fn of(element: &ElementKind) -> Option<&Self> {
                if let ElementKind::$kind(element) = element { Some(element) } else { None }
            }
        })*
    };
}

// Elements act in this order, whatever the order of the file: a new kind goes to the end, or results change.
kinds! {
    CumulativeDiscount,
    Points,
    Tiers,
    SeasonalSale,
    SpecialOffer,
    Referral,
    Messages,
    StaffTraining,
    StaffPay,
    StaffCulture,
    MysteryShopping,
    FastResponse,
    ComplaintRecovery,
    Quality,
    GiftCard,
    PrizeDraw,
    Contest,
    Game,
    TradeIn,
    Partner,
    Subscription,
    Gift,
    Club,
    PreferentialTerms,
    SpecialTerms,
    PersonalOffers,
    PaymentTerms,
    Guarantee,
    Charges,
    RetentionOffer,
    VolumeBonus,
    WinBack,
    PointsEvent,
}
