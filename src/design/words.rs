//! The words of a design file for the choices of the model.

use super::{ChurnClock, Driver, GoalBound, Metric, PointsAtStop, Stacking, WhenToMove};

impl ChurnClock {
    /// The words of `segment[].churn_clock`.
    pub(super) const WORDS: &[(&str, Self)] = &[("month", Self::Month), ("purchase", Self::Purchase)];
}

impl WhenToMove {
    /// The words of `segment[].plans_change`.
    pub(super) const WORDS: &[(&str, Self)] = &[
        ("upgrades_any_month", Self::UpgradesAnyMonth),
        ("at_renewal", Self::AtRenewal),
        ("any_month", Self::AnyMonth),
    ];
}

impl Stacking {
    /// The words of `program.stacking`.
    pub(super) const WORDS: &[(&str, Self)] = &[("best", Self::Best), ("sum", Self::Sum)];
}

impl PointsAtStop {
    /// The words of `program.points_at_stop`.
    pub(super) const WORDS: &[(&str, Self)] = &[("paid_out", Self::PaidOut), ("lapse", Self::Lapse)];
}

impl Metric {
    /// The words of `goal[].metric`.
    pub(super) const WORDS: &[(&str, Self)] = &[
        ("annual_retention", Self::AnnualRetention),
        ("nps", Self::Nps),
        ("net_effect", Self::NetEffect),
        ("npv", Self::Npv),
        ("active_customers", Self::ActiveCustomers),
        ("revenue_growth", Self::RevenueGrowth),
        ("member_share", Self::MemberShare),
    ];

    /// The word in a design file.
    pub fn key(self) -> &'static str {
        match self {
            Self::AnnualRetention => "annual_retention",
            Self::Nps => "nps",
            Self::NetEffect => "net_effect",
            Self::Npv => "npv",
            Self::ActiveCustomers => "active_customers",
            Self::RevenueGrowth => "revenue_growth",
            Self::MemberShare => "member_share",
        }
    }
}

impl Driver {
    /// The causes the model knows by name.
    pub(super) const KNOWN: &[(&str, Self)] = &[
        ("staff_attitude", Self::Staff),
        ("quality", Self::Quality),
        ("competition", Self::Competition),
        ("drift", Self::Drift),
        ("price", Self::Price),
        ("unexplained", Self::Constant),
        ("access", Self::Constant),
        ("involuntary", Self::Constant),
    ];

    /// What drives the cause of this name; nothing in the model if the name is the design's own.
    pub(super) fn of(cause: &str) -> Self {
        let known = Self::KNOWN.iter().find(|(name, _)| *name == cause);
        known.map_or(Self::Constant, |&(_, driver)| driver)
    }
}

impl GoalBound {
    /// The key in a design file.
    pub fn key(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::catalogue::Catalogue;
    use crate::design::{LadderBy, Occasion, OpenTo};

    fn same_words<T>(path: &str, words: &[(&str, T)]) {
        let choices = &Catalogue::get().find(path).unwrap().choices;
        assert_eq!(*choices, words.iter().map(|(word, _)| *word).collect::<Vec<_>>(), "{path}");
    }

    #[test]
    fn the_catalogue_lists_the_words_of_the_model() {
        same_words("segment[].churn_clock", ChurnClock::WORDS);
        same_words("segment[].plans_change", WhenToMove::WORDS);
        same_words("program.stacking", Stacking::WORDS);
        same_words("program.cumulative_discount[].by", LadderBy::WORDS);
        same_words("program.seasonal_sale[].open_to", OpenTo::WORDS);
        same_words("program.special_offer[].open_to", OpenTo::WORDS);
        same_words("program.*[].open_to", OpenTo::WORDS);
        same_words("program.gift[].occasion", Occasion::WORDS);
        same_words("goal[].metric", Metric::WORDS);
        assert!(Metric::WORDS.iter().all(|(word, metric)| metric.key() == *word));
    }

    #[test]
    fn the_catalogue_lists_the_categories_and_presets_of_the_model() {
        use crate::design::Category;
        let catalogue = Catalogue::get();
        let categories = &catalogue.find("segment[].categories").unwrap().choices;
        assert_eq!(*categories, Category::ALL.map(Category::key));
        let presets: Vec<_> = catalogue.presets().iter().map(|preset| preset.name.clone()).collect();
        assert_eq!(catalogue.find("churn.preset").unwrap().choices, presets);
    }
}
