//! A kind of customer under one truth.

use super::causes::{self, OfCauses};
use super::contract::Contract;
use super::left::Left;
use super::levers::Levers;
use super::newcomers::Newcomers;
use super::places::{self, TouchpointPlan};
use super::plan_moves::PlanMoves;
use super::response::Response;
use crate::design::{Design, Segment, Truth};
use crate::units::{AnnualRate, Money, MonthlyRate, Months, NpsScore, Share};

/// Numbers of a segment as the design declares them: the pilot solves the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentPlan {
    /// Share of all customers.
    pub share: Share,
    /// Mean purchases a month.
    pub rate: f64,
    /// Shape of the Gamma distribution of rates.
    pub rate_shape: f64,
    /// Mean transaction value.
    pub basket: Money,
    /// Shape of the inverse Gamma distribution of mean transaction values.
    pub basket_shape: f64,
    /// Gross margin at list price.
    pub margin: Share,
    /// α of the Beta distribution of the propensity to leave.
    pub churn_alpha: f64,
    /// β, where the design states it instead of a retention.
    pub churn_beta: Option<f64>,
    /// Declared share of today's customers who are left after a time.
    pub left: Left,
    /// How newcomers stay, where the design says it.
    pub newcomers: Option<Newcomers>,
    /// Rank correlation between how often customers of today buy and how long they would stay if they were new.
    pub rate_staying: f64,
    /// Declared net promoter score, −100..100.
    pub nps: NpsScore,
    /// Share of customers whose needs change in a month.
    pub renewal: MonthlyRate,
    /// Months over which today's base was built up; 1 if all have just joined, none if it has long been level.
    pub age_months: Option<Months>,
    /// Months since then in which nobody has joined.
    pub ageing_months: Months,
    /// How the hazard of a customer runs with tenure: in month t it is t^c − (t − 1)^c times that of the first.
    pub duration_dependence: f64,
    /// When customers may leave who pay by contract; none where they buy.
    pub contract: Option<Contract>,
    /// How those move between plans; none where everybody keeps his.
    pub plans: Option<PlanMoves>,
    /// Shares of the six categories.
    pub categories: [f64; 6],
    /// Share of people who want a relationship with a brand.
    pub seekers: Share,
    /// Share of members who never think of their points.
    pub forgetful: Share,
    /// Lift by membership for the light, moderate and heavy third of buyers.
    pub lift: [f32; 3],
    /// Newcomers a month per present customer.
    pub arrivals: f64,
    /// Seasonal factor of each month played, mean 1 over a year.
    pub season: Vec<f32>,
    /// Shares of the branches; empty if there are none.
    pub branches: Vec<f64>,
    /// Places where customers can be asked.
    pub touchpoints: Vec<TouchpointPlan>,
    /// Shares of the causes among those who leave.
    pub causes: OfCauses<f32>,
    /// Constants of the monthly step.
    pub response: Response,
}

impl SegmentPlan {
    /// The segment under `truth`.
    pub fn new(design: &Design, truth: &Truth, segment: &Segment) -> Self {
        let (business, behaviour) = (&design.business, &design.behaviour);
        let spread = truth[segment.basket_spread].max(0.01);
        let response = Response::new(design, truth, segment);
        Self {
            share: Share::new(truth[segment.share]),
            rate: truth[segment.purchases_per_year] / 12.0,
            rate_shape: truth[segment.purchase_shape],
            basket: Money::new(truth[segment.basket]),
            basket_shape: 2.0 + 1.0 / (spread * spread),
            margin: Share::new(truth[segment.gross_margin]),
            churn_alpha: truth[segment.churn_shape],
            churn_beta: segment.churn_beta.map(|id| truth[id]),
            left: Left::new(truth, segment.staying),
            newcomers: Newcomers::new(design, truth, segment),
            rate_staying: truth[segment.rate_staying_correlation],
            nps: NpsScore::new(truth[segment.nps]),
            renewal: AnnualRate::new(truth[segment.needs_change]).monthly(),
            age_months: if segment.new_cohort {
                Some(Months::new(1.0))
            } else {
                business.age_months.map(|id| Months::new(truth[id].max(1.0)))
            },
            ageing_months: Months::new(business.ageing_months.map_or(0.0, |id| truth[id])),
            duration_dependence: truth[segment.duration_dependence],
            contract: response.contract,
            plans: segment.contract.and_then(|contract| PlanMoves::new(truth, &contract)),
            categories: segment.categories.map(|id| truth[id]),
            seekers: Share::new(truth[behaviour.relationship_seekers]),
            forgetful: Share::new(truth[behaviour.forgetful]),
            lift: [behaviour.lift_light, behaviour.lift_moderate, behaviour.lift_heavy]
                .map(|id| truth[id] as f32),
            arrivals: truth[business.new_customers_per_month] / truth[business.customers],
            season: season(design, truth),
            branches: design.branches.iter().map(|b| truth[b.share]).collect(),
            touchpoints: places::touchpoints(design, truth),
            causes: causes::shares(design, truth),
            response,
        }
    }

    /// What the branches add to the share of contacts handled to standard on average: 0 unless the gap between them has narrowed.
    pub fn branch_mean(&self, levers: &Levers) -> f64 {
        self.branches.iter().zip(levers.branches).map(|(share, adds)| share * f64::from(adds)).sum()
    }
}

/// Seasonal factor of each month of the horizon, mean 1 over a year.
pub fn season(design: &Design, truth: &Truth) -> Vec<f32> {
    let factors = design.business.season.map(|id| truth[id]);
    let mean = factors.iter().sum::<f64>() / 12.0;
    (0..design.horizon_months)
        .map(|t| {
            let month = design.start.plus(t as i32).month();
            if mean > 0.0 { (factors[usize::from(month) - 1] / mean) as f32 } else { 1.0 }
        })
        .collect()
}
