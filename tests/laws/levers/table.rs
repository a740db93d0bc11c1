//! The levers, with the settings tried between the ends of their ranges.

/// A lever of an element.
pub struct Lever {
    /// Its key below `program`.
    pub key: &'static str,
    /// Other elements that it needs.
    pub needs: &'static str,
    /// The element, with `@` for the setting.
    pub element: &'static str,
    /// The ends where they are not those of the range: an expiry of 0 months is none at all.
    pub ends: Option<[f64; 2]>,
    /// Settings between the ends.
    pub between: &'static [f64],
}

const fn lever(key: &'static str, element: &'static str, between: &'static [f64]) -> Lever {
    Lever { key, needs: "", element, ends: None, between }
}

/// A lever of an element that needs points.
const fn of_points(key: &'static str, element: &'static str, between: &'static [f64]) -> Lever {
    Lever { key, needs: "[[program.points]]\nearn = 0.03\n", element, ends: None, between }
}

/// An expiry in months: from one month to none at all.
const fn expiry(key: &'static str, element: &'static str, between: &'static [f64]) -> Lever {
    Lever { key, needs: "", element, ends: Some([1.0, 0.0]), between }
}

const SHARES: &[f64] = &[0.1, 0.3, 0.6, 0.9];
const DEPTHS: &[f64] = &[0.02, 0.05, 0.1, 0.2, 0.4];
const MONEY: &[f64] = &[1.0, 5.0, 20.0, 100.0, 1000.0];

/// Every number that the company sets.
pub const LEVERS: &[Lever] = &[
    lever(
        "cumulative_discount.steps.from",
        "[[program.cumulative_discount]]\nsteps = [{ from = @, discount = 0.05 }]\n",
        &[5.0, 10.0, 20.0, 40.0, 100.0],
    ),
    lever(
        "cumulative_discount.steps.discount",
        "[[program.cumulative_discount]]\nsteps = [{ from = 10, discount = @ }]\n",
        DEPTHS,
    ),
    lever("points.earn", "[[program.points]]\nearn = @\n", DEPTHS),
    lever(
        "points.minimum_to_redeem",
        "[[program.points]]\nearn = 0.03\nminimum_to_redeem = @\n",
        &[5.0, 20.0, 100.0, 1000.0],
    ),
    expiry(
        "points.expiry_months",
        "[[program.points]]\nearn = 0.03\nexpiry_months = @\n",
        &[3.0, 6.0, 12.0, 24.0],
    ),
    lever(
        "points.active_after_days",
        "[[program.points]]\nearn = 0.03\nactive_after_days = @\n",
        &[7.0, 14.0, 30.0, 90.0],
    ),
    lever(
        "points.max_share_of_receipt",
        "[[program.points]]\nearn = 0.03\nmax_share_of_receipt = @\n",
        &[0.05, 0.1, 0.3, 0.6],
    ),
    lever(
        "points.large_receipt",
        "[[program.points]]\nearn = 0.03\nlarge_receipt = @\n",
        &[10.0, 30.0, 60.0, 200.0],
    ),
    lever(
        "points.large_receipt_multiple",
        "[[program.points]]\nearn = 0.03\nlarge_receipt = 40\nlarge_receipt_multiple = @\n",
        &[1.5, 2.0, 3.0, 5.0],
    ),
    lever(
        "points.earned_per_full",
        "[[program.points]]\nearn = 0.03\nearned_per_full = @\n",
        &[1.0, 10.0, 20.0, 100.0],
    ),
    lever(
        "points.pool_size",
        "[[program.points]]\nearn = 0.03\nminimum_to_redeem = 20\npool_size = @\n",
        &[2.0, 4.0, 8.0],
    ),
    lever(
        "points.sold_at",
        "[[program.points]]\nearn = 0.03\nminimum_to_redeem = 10\ntop_up_share = 0.3\nsold_at = @\n",
        &[0.5, 1.0, 1.5, 2.0, 4.0],
    ),
    lever(
        "points.donation_value",
        "[[program.points]]\nearn = 0.03\ndonation_value = @\n",
        &[0.25, 0.5, 1.0],
    ),
    lever(
        "points.transfer_fee",
        "[[program.points]]\nearn = 0.03\nminimum_to_redeem = 20\ntransfers = \"yes\"\ntransfer_fee = @\n",
        &[0.5, 2.0, 5.0, 20.0],
    ),
    expiry(
        "points.max_points_per_year",
        "[[program.points]]\nearn = 0.03\nmax_points_per_year = @\n",
        &[3.0, 10.0, 30.0, 100.0],
    ),
    lever("points.welcome_points", "[[program.points]]\nearn = 0.03\nwelcome_points = @\n", MONEY),
    lever(
        "points.devalued_by",
        "[[program.points]]\nearn = 0.03\ndevalued_in = \"2027-07\"\ndevalued_by = @\n",
        SHARES,
    ),
    lever(
        "points.devaluation_notice_months",
        "[[program.points]]\nearn = 0.03\ndevalued_in = \"2027-07\"\ndevaluation_notice_months = @\n",
        &[1.0, 3.0, 6.0],
    ),
    lever(
        "tiers.steps.spend_per_year",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = @ }]\n",
        &[100.0, 200.0, 400.0, 800.0, 2000.0],
    ),
    lever(
        "tiers.steps.purchases_per_year",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", purchases_per_year = @ }]\n",
        &[3.0, 6.0, 12.0, 24.0, 60.0],
    ),
    of_points(
        "tiers.steps.points_per_year",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", points_per_year = @ }]\n",
        &[3.0, 6.0, 12.0, 24.0, 60.0],
    ),
    lever(
        "tiers.steps.lifetime_spend",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 400, lifetime_spend = @ }]\n",
        &[300.0, 600.0, 1500.0, 5000.0],
    ),
    lever(
        "tiers.steps.discount",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 400, discount = @ }]\n",
        DEPTHS,
    ),
    of_points(
        "tiers.steps.earn_multiple",
        "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 400, earn_multiple = @ }]\n",
        &[1.5, 2.0, 4.0],
    ),
    lever(
        "tiers.grace_months",
        "[[program.tiers]]\ngrace_months = @\nsteps = [{ name = \"gold\", spend_per_year = 400, discount = 0.03 }]\n",
        &[1.0, 3.0, 6.0],
    ),
    lever("seasonal_sale.discount", "[[program.seasonal_sale]]\nmonths = [7, 11]\ndiscount = @\n", DEPTHS),
    lever(
        "seasonal_sale.from_receipt",
        "[[program.seasonal_sale]]\nmonths = [7, 11]\ndiscount = 0.1\nfrom_receipt = @\n",
        &[10.0, 30.0, 60.0, 200.0],
    ),
    lever("special_offer.discount", "[[program.special_offer]]\nevery_months = 3\ndiscount = @\n", DEPTHS),
    lever(
        "special_offer.every_months",
        "[[program.special_offer]]\ndiscount = 0.1\nevery_months = @\n",
        &[2.0, 3.0, 6.0, 12.0],
    ),
    lever(
        "special_offer.from_receipt",
        "[[program.special_offer]]\ndiscount = 0.1\ntake_up = 0.5\nfrom_receipt = @\n",
        &[10.0, 30.0, 60.0, 200.0],
    ),
    lever("referral.reward", "[[program.referral]]\nreward = @\n", &[1.0, 5.0, 10.0, 20.0, 100.0]),
    lever(
        "referral.friend_reward",
        "[[program.referral]]\nfriend_reward = @\n",
        &[1.0, 5.0, 10.0, 20.0, 100.0],
    ),
    lever(
        "messages.per_month",
        "[[program.messages]]\ncost_per_message = 0.01\nper_month = @\n",
        &[1.0, 4.0, 7.0, 14.0, 30.0],
    ),
    lever(
        "messages.others",
        "[[program.messages]]\ncost_per_message = 0.01\nper_month = 7\nothers = @\n",
        SHARES,
    ),
    lever(
        "staff_training.lifts_proper_contacts_to",
        "[[program.staff_training]]\ncost_per_month = 3000\nlifts_proper_contacts_to = @\n",
        SHARES,
    ),
    lever(
        "complaint_recovery.recovered_fast",
        "[[program.complaint_recovery]]\nrecovered_slowly = 0\ncost_per_case = 5\nrecovered_fast = @\n",
        SHARES,
    ),
    lever(
        "complaint_recovery.recovered_slowly",
        "[[program.complaint_recovery]]\nrecovered_fast = 0\ncost_per_case = 5\nrecovered_slowly = @\n",
        SHARES,
    ),
    lever(
        "staff_pay.raises_pay_by",
        "[[program.staff_pay]]\nraises_pay_by = @\n",
        &[-0.2, -0.05, 0.0, 0.05, 0.2, 1.0],
    ),
    lever(
        "staff_culture.raises_experience_to",
        "[[program.staff_culture]]\ncost_per_month = 3000\nraises_experience_to = @\n",
        SHARES,
    ),
    lever(
        "staff_culture.raises_meaning_to",
        "[[program.staff_culture]]\ncost_per_month = 3000\nraises_meaning_to = @\n",
        SHARES,
    ),
    lever(
        "mystery_shopping.visits_per_month",
        "[[program.mystery_shopping]]\ncost_per_visit = 30\nvisits_per_month = @\n",
        &[1.0, 3.0, 10.0, 30.0, 100.0],
    ),
    lever(
        "fast_response.reaches",
        "[[program.fast_response]]\nlift = 0.3\ncost_per_month = 1000\nreaches = @\n",
        SHARES,
    ),
    lever(
        "quality.failures_per_purchase",
        "[[program.quality]]\ncost_per_month = 3000\nfailures_per_purchase = @\n",
        &[0.001, 0.005, 0.01, 0.02, 0.1],
    ),
    lever("quality.unevenness", "[[program.quality]]\ncost_per_month = 3000\nunevenness = @\n", SHARES),
    lever(
        "gift_card.value",
        "[[program.gift_card]]\nsold_per_purchase = 0.5\nvalue = @\n",
        &[1.0, 10.0, 50.0, 200.0, 1000.0],
    ),
    expiry(
        "gift_card.expiry_months",
        "[[program.gift_card]]\nsold_per_purchase = 0.5\nexpiry_months = @\n",
        &[3.0, 6.0, 12.0, 36.0],
    ),
    lever(
        "prize_draw.prizes_per_month",
        "[[program.prize_draw]]\nprize_cost = 20\nprizes_per_month = @\n",
        &[1.0, 10.0, 100.0, 1000.0],
    ),
    lever(
        "prize_draw.prize_cost",
        "[[program.prize_draw]]\nprizes_per_month = 50\nprize_cost = @\n",
        &[1.0, 5.0, 20.0, 100.0, 1000.0],
    ),
    lever(
        "contest.prizes_per_month",
        "[[program.contest]]\nprizes_per_month = @\n",
        &[10.0, 100.0, 1000.0, 10000.0],
    ),
    lever("game.win_chance", "[[program.game]]\nwin_chance = @\n", &[0.005, 0.02, 0.05, 0.2]),
    lever("game.discount", "[[program.game]]\nwin_chance = 0.03\ndiscount = @\n", DEPTHS),
    lever("trade_in.allowance", "[[program.trade_in]]\nallowance = @\n", &[0.05, 0.15, 0.3, 0.6]),
    of_points("partner.settlement", "[[program.partner]]\nsettlement = @\n", &[0.3, 0.6, 0.9, 1.2, 1.6]),
    lever(
        "subscription.fee_per_year",
        "[[program.subscription]]\ndiscount = 0.08\nfee_per_year = @\n",
        &[5.0, 20.0, 50.0, 150.0, 1000.0],
    ),
    lever("subscription.discount", "[[program.subscription]]\nfee_per_year = 20\ndiscount = @\n", DEPTHS),
    lever("gift.cost_per_gift", "[[program.gift]]\ncost_per_gift = @\n", &[0.5, 2.0, 5.0, 20.0]),
    lever(
        "gift.from_spend",
        "[[program.gift]]\noccasion = \"spend\"\ncost_per_gift = 5\nfrom_spend = @\n",
        &[20.0, 50.0, 100.0, 200.0],
    ),
    lever(
        "gift.within_months",
        "[[program.gift]]\noccasion = \"spend\"\ncost_per_gift = 5\nfrom_spend = 100\nwithin_months = @\n",
        &[2.0, 3.0, 6.0],
    ),
    lever(
        "preferential_terms.discount",
        "[[program.preferential_terms]]\nentitled_share = 0.2\ndiscount = @\n",
        DEPTHS,
    ),
    lever("special_terms.granted", "[[program.special_terms]]\ngranted = @\n", SHARES),
    lever("special_terms.discount", "[[program.special_terms]]\ngranted = 0.5\ndiscount = @\n", DEPTHS),
    of_points(
        "points_event.multiple",
        "[[program.points_event]]\nmultiple = @\ncalendar = [5, 11]\n",
        &[2.0, 3.0, 5.0, 10.0],
    ),
    Lever {
        ends: Some([1.0, 0.0]),
        ..of_points(
            "points_event.expiry_months",
            "[[program.points_event]]\nmultiple = 5\ncalendar = [5, 11]\nexpiry_months = @\n",
            &[3.0, 6.0, 9.0],
        )
    },
    lever("retention_offer.discount", "[[program.retention_offer]]\ncalls = 0.4\ndiscount = @\n", DEPTHS),
    lever(
        "retention_offer.months",
        "[[program.retention_offer]]\ncalls = 0.4\ndiscount = 0.1\nmonths = @\n",
        &[3.0, 6.0, 12.0, 24.0],
    ),
    lever("win_back.discount", "[[program.win_back]]\nmonths = 6\ndiscount = @\n", DEPTHS),
    lever("win_back.months", "[[program.win_back]]\ndiscount = 0.2\nmonths = @\n", &[3.0, 6.0, 12.0, 24.0]),
    lever("win_back.gift", "[[program.win_back]]\ngift = @\n", MONEY),
    lever(
        "win_back.within_months",
        "[[program.win_back]]\ndiscount = 0.1\nmonths = 6\ncalendar = [1]\nwithin_months = @\n",
        &[3.0, 6.0, 12.0],
    ),
    lever(
        "volume_bonus.steps.spend_per_year",
        "[[program.volume_bonus]]\nsteps = [{ spend_per_year = @, bonus = 0.05 }]\n",
        &[50.0, 200.0, 400.0, 800.0, 2_000.0],
    ),
    lever(
        "volume_bonus.steps.bonus",
        "[[program.volume_bonus]]\nsteps = [{ spend_per_year = 400, bonus = @ }]\n",
        DEPTHS,
    ),
    lever(
        "volume_bonus.paid_after_months",
        "[[program.volume_bonus]]\nsteps = [{ spend_per_year = 400, bonus = 0.05 }]\npaid_after_months = @\n",
        &[1.0, 2.0, 4.0, 8.0],
    ),
    lever("personal_offers.discount", "[[program.personal_offers]]\ndiscount = @\n", DEPTHS),
    lever("personal_offers.reach", "[[program.personal_offers]]\nreach = @\n", SHARES),
    lever("payment_terms.months", "[[program.payment_terms]]\nmonths = @\n", &[3.0, 6.0, 12.0, 24.0, 48.0]),
    lever(
        "payment_terms.interest_per_year",
        "[[program.payment_terms]]\ninterest_per_year = @\n",
        &[0.05, 0.1, 0.2, 0.5, 1.0],
    ),
    lever(
        "charges.fee_per_purchase",
        "[[program.charges]]\nfee_per_purchase = @\n",
        &[0.5, 2.0, 5.0, 20.0, 200.0],
    ),
    lever("charges.charged", "[[program.charges]]\nfee_per_purchase = 2\ncharged = @\n", SHARES),
    lever(
        "*.tenure_months",
        "[[program.club]]\ncost_per_member_per_year = 3\ntenure_months = @\n",
        &[6.0, 12.0, 24.0, 60.0],
    ),
    lever(
        "*.entry_purchases",
        "[[program.club]]\ncost_per_member_per_year = 3\nentry_purchases = @\n",
        &[3.0, 10.0, 30.0, 100.0],
    ),
    lever(
        "*.entry_spend",
        "[[program.club]]\ncost_per_member_per_year = 3\nentry_spend = @\n",
        &[50.0, 200.0, 1000.0, 5000.0],
    ),
    lever("*.entitled_share", "[[program.club]]\ncost_per_member_per_year = 3\nentitled_share = @\n", SHARES),
    lever("*.partners_pay", "[[program.preferential_terms]]\ndiscount = 0.03\npartners_pay = @\n", SHARES),
];
