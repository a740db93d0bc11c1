//! Every sentence and label of the charts in one place, so that they can be read, and later translated, together.
//!
//! Numbers keep to their unit over a line break: what comes out of [`mod@format`] is made unbreakable here.

mod messages;

pub use messages::{Fatigue, churn, liability, margin_loss, net_effect, nps, retention, uplift, waterfall};

use super::spec::Unit;
use crate::summary::RunInfo;
use crate::units::format::{self, Scale};

/// Names the month numbers, right of the plot.
pub const MONTHS_CAPTION: &str = "months from start";
/// Names the vertical axis of a histogram.
pub const TRIALS_AXIS: &str = "Trials";

/// A column of amounts in one unit, with as many decimals as the largest needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Amounts {
    scale: Scale,
    decimals: usize,
    unit: String,
}

impl Amounts {
    /// A column for these amounts.
    pub fn new(unit: &Unit, amounts: impl Iterator<Item = f64>) -> Self {
        let largest = amounts.map(f64::abs).filter(|a| a.is_finite()).fold(0.0, f64::max);
        let (scale, unit) = match unit {
            Unit::Money(currency) => (Scale::of(largest), Scale::of(largest).unit(currency)),
            Unit::Percent => (Scale { divisor: 0.01, word: "" }, "points".to_owned()),
            Unit::NpsPoints | Unit::Trials | Unit::Plain => (Scale::ONE, String::new()),
        };
        let decimals = match largest / scale.divisor {
            shown if shown >= 1000.0 => 0,
            shown if shown >= 10.0 => 1,
            _ => 2,
        };
        Self { scale, decimals, unit }
    }

    /// An amount with its sign: `+12.3 m RUB`.
    pub fn signed(&self, amount: f64) -> String {
        self.with_unit(&format::signed_fixed(amount / self.scale.divisor, self.decimals))
    }

    /// Where an amount lies in 90 % of all trials, as lines of text.
    pub fn interval(&self, low: f64, high: f64) -> [String; 2] {
        let show = |v: f64| format::fixed(v / self.scale.divisor, self.decimals);
        ["90\u{202f}% of trials:".to_owned(), self.with_unit(&format!("{} to {}", show(low), show(high)))]
    }

    fn with_unit(&self, number: &str) -> String {
        format!("{number} {}", self.unit).trim_end().to_owned()
    }
}

/// Where a chart comes from.
pub fn footer(run: &RunInfo) -> String {
    let hash: String = run.design_hash.chars().take(12).collect();
    let trials = format::count(run.trials as f64);
    let partial = if run.partial {
        format!(" · PARTIAL: stopped after {trials} of {} trials", format::count(run.trials_asked as f64))
    } else {
        String::new()
    };
    format!(
        "{} · design {hash} · seed {} · {trials} trials of {} customers · loyalsim {}{partial}",
        run.title,
        run.seed,
        format::count(run.customers as f64),
        run.version
    )
}

/// Name of the world without the program, beside the other one.
pub const WITHOUT: &str = "Without the program";
/// Name of the world with the program.
pub const WITH: &str = "With the program";
/// Name of the only world of a design without a program.
pub const TODAY: &str = "As today";
/// Marks the first month of the program.
pub const LAUNCH: &str = "launch";
/// Marks the first month without the program again.
pub const STOP: &str = "end of the program";
const BANDS: &str = "Lines: means. Bands: 50\u{202f}% and 90\u{202f}% of trials.";

/// Value and spread of a line in its last month.
pub fn end_of_line(unit: &Unit, last: f64, spread: Option<(f64, f64)>) -> Vec<String> {
    let (value, range): (String, Box<dyn Fn(f64, f64) -> String>) = match unit {
        Unit::Percent => (format::percent(last), Box::new(format::percent_range)),
        Unit::Money(currency) => {
            (format::money(last, currency), Box::new(|low, high| format::money_range(low, high, currency)))
        }
        Unit::NpsPoints | Unit::Trials | Unit::Plain => (
            format::fixed(last, 1),
            Box::new(|low, high| format!("{} to {}", format::fixed(low, 1), format::fixed(high, 1))),
        ),
    };
    let spread = spread.filter(|(low, high)| low.is_finite() && high.is_finite());
    let spread = spread.map(|(low, high)| format!("90\u{202f}% of trials: {}", whole(&range(low, high))));
    std::iter::once(whole(&value)).chain(spread).collect()
}

/// What the retention chart shows.
pub fn retention_subtitle(annualised: bool) -> String {
    let note = if annualised { " In the first year annualised." } else { "" };
    format!("Annual retention: who was a customer twelve months before and still is.{note} {BANDS}")
}

/// Vertical axis of the retention chart.
pub const RETENTION_AXIS: &str = "Customers of twelve months before who are still there";

/// Name of a cause of leaving.
pub fn cause(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Message where nobody leaves.
pub const NOBODY_LEAVES: &str = "Nobody leaves";
/// What the chart of causes shows.
pub const CHURN_SUBTITLE: &str =
    "Customers who leave in a month, by main cause, as a share of all customers. Expected values.";
/// Vertical axis of the chart of causes.
pub const CHURN_AXIS: &str = "Share of customers leaving in a month";

/// Mean monthly rates of a cause, without and with the program.
pub fn churn_rates(without: f64, with: Option<f64>) -> String {
    let show = |rate: f64| format::fixed(rate * 100.0, 2);
    let with = with.map_or(String::new(), |rate| format!(" → {}", show(rate)));
    whole(&format!("{}{with} % a month", show(without)))
}

/// What the waterfall shows.
pub fn waterfall_subtitle(baseline: f64, currency: &str) -> String {
    let baseline = money(baseline, currency);
    format!(
        "From the change of sales to the net effect, against {baseline} of contribution without the program. Means, not discounted."
    )
}

/// Horizontal axis of waterfall and histogram.
pub fn net_effect_axis(months: usize) -> String {
    format!("Net effect over {months}\u{a0}months")
}

/// Row of the waterfall: revenue at list prices less cost of goods.
pub fn sales(change: f64) -> &'static str {
    if change < 0.0 {
        "Margin on lost sales, at list prices"
    } else {
        "Margin on additional sales, at list prices"
    }
}

/// Row of the waterfall: what points still outstanding will cost.
pub const OUTSTANDING: &str = "Points still to be honoured at the end";
/// Last row of the waterfall.
pub const NET_EFFECT: &str = "Net effect";

/// Name of a step of the waterfall by its key.
pub fn step(key: &str) -> &str {
    match key {
        "step_discount" => "Discounts",
        "step_reward_cost" => "Points redeemed",
        "step_setup_cost" => "Set-up",
        "step_running_cost" => "Running cost",
        "step_service_cost" => "Service: training and recovery",
        "step_staff_pay" => "Staff pay",
        "step_hiring_cost" => "Replacing staff",
        "step_acquisition_cost" => "Winning new customers",
        "step_referral_cost" => "Referral rewards",
        other => other,
    }
}

/// What the margin-loss chart shows.
pub const MARGIN_LOSS_SUBTITLE: &str = "Margin loss: discounts and redeemed points on purchases also made without the \
     program. Lines: means. Band: 50\u{202f}% and 90\u{202f}% of trials.";
/// Vertical axis of the margin-loss chart.
pub const SINCE_START: &str = "Since the start";
/// Name of the line of margin loss.
pub const GIVEN_AWAY: &str = "Margin given away";
/// Name of the line of program cost.
pub const ALL_COST: &str = "All the program costs";

/// What the NPS chart shows.
pub fn nps_subtitle() -> String {
    format!("Net promoter score: % promoters less % detractors among all customers. {BANDS}")
}

/// Vertical axis of the NPS chart.
pub const NPS_AXIS: &str = "Net promoter score";

/// What the histogram shows.
pub fn net_effect_subtitle(trials: u64) -> String {
    format!(
        "How often each net effect occurred in {} trials: contribution with the program less without it, points outstanding honoured",
        format::count(trials as f64)
    )
}

/// Says how often the program loses, and how much then.
pub fn losing(probability: f64, mean: Option<f64>, currency: &str) -> String {
    let chance = whole(&format::probability(probability));
    let mean = mean.map_or(String::new(), |m| format!(", {} on average", money(m, currency)));
    format!("Loss: {chance} of trials{mean}")
}

/// Says how often it does not.
pub fn not_losing(probability: f64) -> String {
    format!("No loss: {} of trials", whole(&format::probability(1.0 - probability)))
}

/// Marks the mean.
pub fn mean(value: f64, currency: &str) -> String {
    format!("mean {}", money(value, currency))
}

/// Marks the mean of the worst trials.
pub fn shortfall(value: f64, currency: &str) -> String {
    format!("mean of the worst 5\u{202f}%: {}", money(value, currency))
}

/// What the liability chart shows.
pub fn liability_subtitle() -> String {
    format!("Points outstanding at face value, and the contract liability for them under IFRS 15. {BANDS}")
}

/// Vertical axis of the liability chart.
pub const LIABILITY_AXIS: &str = "Owed to customers";
/// Name of the economic liability.
pub const FACE_VALUE: &str = "Points at face value";
/// Name of the accounting liability.
pub const DEFERRED: &str = "Deferred revenue, IFRS 15";

/// What the fatigue clock shows.
pub const UPLIFT_SUBTITLE: &str = "Rise of purchases by the price felt against the price expected, and discounts as a share of sales \
     at list prices. Lines: means. Band: 50\u{202f}% and 90\u{202f}% of trials.";
/// Vertical axis of the fatigue clock.
pub const UPLIFT_AXIS: &str = "Rise of purchases; share of sales";
/// Name of the line of uplift.
pub const UPLIFT: &str = "Purchases gained by price";
/// Name of the line of discounts.
pub const DISCOUNTS: &str = "Discounts given";
/// Marks the month by which the uplift has halved.
pub const HALVED: &str = "pull has halved";
/// Marks the first month of a discount that never pays.
pub const NEVER_PAYS: &str = "never pays for itself";
/// Marks the month from which the discount no longer pays.
pub const UNPROFITABLE: &str = "no longer pays for itself";

fn plain(key: &str) -> String {
    key.replace('_', " ")
}

fn percent(share: f64) -> String {
    whole(&format::percent(share))
}

fn whole_percent(share: f64) -> String {
    if share.is_finite() {
        format!("{}\u{202f}%", format::fixed(share * 100.0, 0))
    } else {
        format::percent(share)
    }
}

fn money(value: f64, currency: &str) -> String {
    whole(&format::money(value, currency))
}

fn customers(number: f64) -> String {
    if number.abs() < 1000.0 { format::count(number) } else { whole(&format::about(number)) }
}

fn signed_customers(number: f64) -> String {
    if number.abs() < 1000.0 {
        format::signed_fixed(number, 0)
    } else {
        whole(&format::signed_money(number, ""))
    }
}

/// The text as one word for line breaks.
fn whole(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
