//! What an element of a program can do.

use super::numbers::NumberId;
use super::program::{Devaluation, LadderBy, LadderStep, Occasion, OpenTo, Tier};

/// What an element does, with its own numbers.
#[derive(Debug, Clone)]
pub enum ElementKind {
    /// A discount that grows with purchases or spend.
    CumulativeDiscount {
        /// What the ladder counts.
        by: LadderBy,
        /// Steps with rising thresholds, at most 6.
        steps: Vec<LadderStep>,
    },
    /// Points earned on purchases and spent on later ones.
    Points {
        /// Share of spend given back in points.
        earn: NumberId,
        /// Money a point buys.
        point_value: NumberId,
        /// Money a redeemed point costs the company, as a share of its value.
        cost_share: NumberId,
        /// Points needed before they can be spent.
        minimum_to_redeem: NumberId,
        /// Chance that a member with enough points spends them at a visit.
        redeem_chance: NumberId,
        /// Months after which unused points expire; 0 means never.
        expiry_months: NumberId,
        /// Points given on joining (endowed progress).
        welcome_points: NumberId,
        /// A later loss of value.
        devaluation: Devaluation,
    },
    /// Status levels by yearly spend.
    Tiers {
        /// Tiers with rising thresholds, at most 3.
        tiers: Vec<Tier>,
        /// Months of grace before a demotion.
        grace_months: NumberId,
    },
    /// A sale in fixed calendar months.
    SeasonalSale {
        /// Months of the year, 1–12.
        months: Vec<u8>,
        /// Depth.
        discount: NumberId,
        /// Who may use it.
        open_to: OpenTo,
    },
    /// A discount offer at intervals, used by some.
    SpecialOffer {
        /// Depth.
        discount: NumberId,
        /// The offer runs one month in this many.
        every_months: NumberId,
        /// Share of those eligible who notice and use it.
        take_up: NumberId,
        /// Who may use it.
        open_to: OpenTo,
    },
    /// Members bring friends.
    Referral {
        /// Chance per promoter and month of bringing a friend.
        invitations: NumberId,
        /// Money for the member who brings a friend.
        reward: NumberId,
        /// Money for the friend.
        friend_reward: NumberId,
    },
    /// Mailings to members.
    Messages {
        /// Messages per member and month.
        per_month: NumberId,
        /// Money per message.
        cost_per_message: NumberId,
    },
    /// Training that raises the share of proper contacts.
    StaffTraining {
        /// The level reached at once.
        lifts_proper_contacts_to: NumberId,
        /// Months until those who stay have forgotten half; 0 means nothing is lost while the training goes on.
        fades_half_life_months: NumberId,
    },
    /// Better or worse pay for the staff.
    StaffPay {
        /// Change of pay as a share of today's.
        raises_pay_by: NumberId,
    },
    /// What makes work good and worth doing.
    StaffCulture {
        /// Positive experience at work with it, 0..1; today's if absent.
        raises_experience_to: Option<NumberId>,
        /// Meaning of the work with it, 0..1; today's if absent.
        raises_meaning_to: Option<NumberId>,
    },
    /// Visits of unknown testers, talked over with staff.
    MysteryShopping {
        /// Test visits a month.
        visits_per_month: NumberId,
        /// Money per visit.
        cost_per_visit: NumberId,
        /// Gain of positive experience at work, −1..1.
        raises_experience_by: NumberId,
        /// Share of the forgetting after a training that it prevents.
        prevents_forgetting: NumberId,
        /// Share of the gap between a branch below the mean and the mean that closes in a month.
        narrows_gap: NumberId,
    },
    /// Some customers get an answer much faster than promised.
    FastResponse {
        /// Share of those who meet the touchpoint (of all customers, if none is named) that are answered fast.
        reaches: NumberId,
        /// Lift of their answers at first, in standard deviations.
        lift: NumberId,
        /// Place of the touchpoint among the design's.
        touchpoint: Option<usize>,
    },
    /// Fewer failures and more even service.
    Quality {
        /// Chance of a failure per purchase with it; today's if absent.
        failures_per_purchase: Option<NumberId>,
        /// Unevenness of treatment with it, 0..1; today's if absent.
        unevenness: Option<NumberId>,
    },
    /// Prepaid cards that customers give to others.
    GiftCard {
        /// Money on cards sold per purchase.
        sold_per_purchase: NumberId,
        /// Money on one card.
        value: NumberId,
        /// Chance a month that a card is used.
        use_chance: NumberId,
        /// Share of cards forgotten for ever.
        forgotten: NumberId,
        /// Months after which cards lapse; 0 means never.
        expiry_months: NumberId,
        /// Share that holders would have spent here anyway.
        displaced: NumberId,
        /// What holders add, as a share.
        overspend: NumberId,
        /// Chance that a card used brings a new customer.
        brings_friend: NumberId,
    },
    /// Prizes drawn among those entitled.
    PrizeDraw {
        /// Prizes a month.
        prizes_per_month: NumberId,
        /// What one prize costs.
        prize_cost: NumberId,
        /// Rise of the purchase rate while new.
        excitement: NumberId,
        /// Chance of winning at which half of the excitement is left.
        odds_that_halve: NumberId,
        /// Monthly loss of attachment of those who do not win.
        disappointment: NumberId,
    },
    /// A contest that some take part in.
    Contest {
        /// Share of those entitled who take part.
        taking_part: NumberId,
        /// Prizes and jury a month.
        prizes_per_month: NumberId,
        /// Rise of their purchase rate while new.
        excitement: NumberId,
        /// Monthly pull on their attachment.
        involvement: NumberId,
        /// Monthly loss of attachment of those who lose.
        disappointment: NumberId,
        /// New customers drawn by the talk, as a share.
        attraction: NumberId,
    },
    /// A chance of a discount at the till.
    Game {
        /// Chance of winning, per purchase.
        win_chance: NumberId,
        /// The discount won.
        discount: NumberId,
        /// Rise of the purchase rate while new.
        excitement: NumberId,
        /// Monthly loss of attachment by near misses.
        disappointment: NumberId,
    },
    /// Old goods taken in payment.
    TradeIn {
        /// Share of purchases at which something is traded in.
        take_up: NumberId,
        /// What is paid for it, as a share of the receipt.
        allowance: NumberId,
        /// What it fetches, as a share of the allowance.
        resale: NumberId,
        /// Rise of the purchase rate.
        lift: NumberId,
        /// Share of these purchases that only come sooner.
        pulled_forward: NumberId,
        /// Months by which they come sooner.
        sooner_months: NumberId,
    },
    /// A coalition: points earned and spent at other firms.
    Partner {
        /// Points earned at partners, as a share of the points earned here.
        earned_elsewhere: NumberId,
        /// Share of points spent at partners.
        spent_elsewhere: NumberId,
        /// What partners settle among themselves, as a share of face value.
        settlement: NumberId,
        /// Monthly loss of attachment: members belong to the coalition.
        dilution: NumberId,
        /// New customers brought by partners, as a share.
        attraction: NumberId,
    },
    /// A paid membership.
    Subscription {
        /// Money per year.
        fee_per_year: NumberId,
        /// Discount of subscribers.
        discount: NumberId,
        /// Share of those for whom it pays who subscribe.
        take_up: NumberId,
        /// Share of those for whom it does not pay who subscribe all the same.
        overconfident: NumberId,
        /// Chance a month that one of these decides.
        decides_chance: NumberId,
        /// Share of those for whom it does not pay who renew.
        renewal: NumberId,
        /// What having paid adds to staying, as a share of spend, right after paying.
        sunk_cost: NumberId,
        /// Rise of subscribers' rate.
        lift: NumberId,
        /// Monthly loss of attachment in a month not used.
        resentment: NumberId,
    },
    /// A gift on a day of the year.
    Gift {
        /// Birthday or holiday.
        occasion: Occasion,
        /// Money per gift.
        cost_per_gift: NumberId,
        /// Chance that it is welcome.
        fits: NumberId,
        /// Pull on attachment by a welcome gift.
        delight: NumberId,
        /// Loss of attachment by an unfit gift.
        harm: NumberId,
    },
    /// Privileges that cost little and mean much.
    Club {
        /// Monthly pull on attachment of the only club member.
        recognition: NumberId,
        /// Share of the pull lost if everybody is in.
        crowding: NumberId,
        /// Rise of the purchase rate.
        lift: NumberId,
    },
    /// Better prices for pensioners, students and the like.
    PreferentialTerms {
        /// Discount.
        discount: NumberId,
        /// Monthly pull on attachment of being cared for.
        care: NumberId,
        /// Monthly loss of attachment of those who feel passed over.
        envy: NumberId,
    },
    /// Another answer to demands for special terms than today's.
    SpecialTerms {
        /// Share of the demands given in to.
        granted: NumberId,
        /// Discount given; today's if absent.
        discount: Option<NumberId>,
    },
    /// Offers chosen for each customer, or the same for all.
    PersonalOffers {
        /// Depth.
        discount: NumberId,
        /// Share of customers reached in a month.
        reach: NumberId,
        /// Chance that the offer suits.
        relevance: NumberId,
        /// Rise of the rate of those whom it suits, beyond price.
        lift: NumberId,
        /// Loss of attachment by an offer that does not suit.
        irritation: NumberId,
        /// Money per offer.
        cost_per_offer: NumberId,
    },
    /// Credit and instalments.
    PaymentTerms {
        /// Share of sales on credit.
        take_up: NumberId,
        /// Months of credit.
        months: NumberId,
        /// Share of credit sales never paid.
        bad_debt: NumberId,
        /// Interest that customers pay, per year.
        interest_per_year: NumberId,
        /// Rise of the purchase rate.
        lift: NumberId,
    },
    /// Money back.
    Guarantee {
        /// Share of sales returned.
        returns: NumberId,
        /// What is lost on a return, as a share of its price.
        loss_on_return: NumberId,
        /// Share of failures put right at once by it.
        claims: NumberId,
        /// Rise of the purchase rate by less risk.
        lift: NumberId,
        /// New customers drawn by less risk, as a share.
        attraction: NumberId,
    },
    /// Fees and penalties that customers did not ask for.
    Charges {
        /// Money per purchase of those charged.
        fee_per_purchase: NumberId,
        /// Share of customers charged.
        charged: NumberId,
        /// Monthly loss of their attachment.
        resentment: NumberId,
        /// What it takes off staying, as a share of spend.
        burden: NumberId,
    },
    /// Complaints are handled faster and more often.
    ComplaintRecovery {
        /// Share of failures recovered fast with it.
        recovered_fast: NumberId,
        /// Share of failures recovered slowly with it.
        recovered_slowly: NumberId,
        /// Money per recovery.
        cost_per_case: NumberId,
    },
}
