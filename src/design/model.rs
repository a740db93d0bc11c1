//! What a valid design says, as types. Numbers are handles into [`Numbers`]: one trial draws one value for each.

use super::behaviour::Behaviour;
use super::brands::Brands;
use super::goal::Goal;
use super::numbers::{NumberId, Numbers};
use super::optimise::Optimise;
use super::places::{Branch, Touchpoint};
use super::plan_items::{Joining, PlanItem};
use super::problem::Warning;
use super::product_group::ProductGroup;
use super::program::Program;
use super::service::Service;
use super::staff::Staff;
use super::staying::Staying;
use super::study::Study;
use super::terms_today::TermsToday;
use super::today::Today;
use crate::units::YearMonth;

/// Months over which a base is taken to have been built up whose customers' needs never change, where the design does not say: no such base is level.
pub const MONTHS_OF_AN_UNCHANGING_BASE: f64 = 36.0;

/// A validated design: a business, its customers, why they leave, and the program proposed to them.
#[derive(Debug, Clone)]
pub struct Design {
    /// What the design is called in titles.
    pub title: String,
    /// The one currency of all money, as written (`RUB`, `EUR`, `$`).
    pub currency: String,
    /// First month simulated.
    pub start: YearMonth,
    /// Months simulated, 12–120.
    pub horizon_months: usize,
    /// The company as it is today.
    pub business: Business,
    /// Kinds of customers; their shares sum to 1.
    pub segments: Vec<Segment>,
    /// What is sold, in groups; empty where the design does not tell them apart.
    pub product_groups: Vec<ProductGroup>,
    /// Why customers leave; the shares of the causes sum to 1.
    pub causes: Vec<Cause>,
    /// What customers meet in service today.
    pub service: Service,
    /// What is done today when a blackmailer asks for special terms.
    pub special_terms: TermsToday,
    /// Branches with a level of service of their own; none if there is nothing to tell apart. Their shares sum to 1.
    pub branches: Vec<Branch>,
    /// Places where customers can be asked.
    pub touchpoints: Vec<Touchpoint>,
    /// The people who meet the customers.
    pub staff: Staff,
    /// How people respond: constants of the model, all with defaults.
    pub behaviour: Behaviour,
    /// Rivals that may open.
    pub rivals: Vec<Rival>,
    /// The program that runs already, if there is one.
    pub today: Option<Today>,
    /// The program, if one is proposed.
    pub program: Option<Program>,
    /// What the program is for.
    pub goals: Vec<Goal>,
    /// What belongs to the program but is not simulated, line by line.
    pub plan: Vec<(PlanItem, String)>,
    /// What joining asks of a customer.
    pub joining: Joining,
    /// What an optimisation may change and is to improve.
    pub optimise: Option<Optimise>,
    /// What could be found out before deciding.
    pub studies: Vec<Study>,
    /// The category and its brands, where they are described.
    pub brands: Option<Brands>,
    /// Rank correlations between uncertain numbers.
    pub correlations: Vec<Correlation>,
    /// Groups of numbers that are divided by their sum after they have been drawn.
    pub share_groups: Vec<Vec<NumberId>>,
    /// Every number in force, with its distribution, basis and source.
    pub numbers: Numbers,
    /// What is probably not meant, or not wise.
    pub warnings: Vec<Warning>,
    /// SHA-256 of the TOML text, in hexadecimal.
    pub hash: String,
}

impl Design {
    /// The design as it was so many months before the start: it begins earlier and is as much longer.
    pub fn since(&self, months: usize) -> Self {
        Self {
            start: self.start.plus(-(months as i32)),
            horizon_months: self.horizon_months + months,
            ..self.clone()
        }
    }

    /// The programs that there are: the one that runs already and the one proposed.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.today.iter().map(|today| &today.program).chain(&self.program)
    }
}

/// The company today: the baseline world must reproduce these numbers.
#[derive(Debug, Clone)]
pub struct Business {
    /// Active customers the results are scaled to.
    pub customers: NumberId,
    /// New customers in a month without any program.
    pub new_customers_per_month: NumberId,
    /// Money spent to win one new customer.
    pub acquisition_cost: NumberId,
    /// Gross margin as a share of revenue at list price.
    pub gross_margin: NumberId,
    /// Cost of capital per year, for present values.
    pub cost_of_capital: NumberId,
    /// How many of today's customers stay, without any program.
    pub staying: Staying,
    /// Net promoter score today, −100..100.
    pub nps: NumberId,
    /// For how many months the present base has been built up; without it, the base has long been level.
    pub age_months: Option<NumberId>,
    /// For how many months nobody has joined.
    pub ageing_months: Option<NumberId>,
    /// Growth of prices in a year; money is simulated at today's.
    pub price_inflation: Option<NumberId>,
    /// The same of wages.
    pub wage_inflation: Option<NumberId>,
    /// The same of what rewards cost.
    pub reward_inflation: Option<NumberId>,
    /// Sales tax in prices and rewards, as a share of the price without it.
    pub sales_tax: Option<NumberId>,
    /// Share of profit that is taxed away.
    pub profit_tax: Option<NumberId>,
    /// Twelve seasonal factors, January first; the model divides them by their mean.
    pub season: [NumberId; 12],
}

/// A kind of customer.
#[derive(Debug, Clone)]
pub struct Segment {
    /// Its name in tables.
    pub name: String,
    /// Its share of the customers.
    pub share: NumberId,
    /// Mean purchases of one customer in a year.
    pub purchases_per_year: NumberId,
    /// Shape of the Gamma distribution of purchase rates across customers.
    pub purchase_shape: NumberId,
    /// Mean transaction value.
    pub basket: NumberId,
    /// Coefficient of variation of the mean transaction value between customers.
    pub basket_spread: NumberId,
    /// Coefficient of variation of one customer's transaction values.
    pub basket_noise: NumberId,
    /// Gross margin; the business's own unless the segment says otherwise.
    pub gross_margin: NumberId,
    /// How many of its customers stay; the business's own unless the segment says otherwise.
    pub staying: Staying,
    /// Shape α of the Beta distribution of the propensity to leave.
    pub churn_shape: NumberId,
    /// Share of customers whose needs change in a year, so that they are as ready to leave as newcomers are.
    pub needs_change: NumberId,
    /// Rank correlation between how often customers of today buy and how long they would stay if they were new.
    pub rate_staying_correlation: NumberId,
    /// Net promoter score; the business's own unless the segment says otherwise.
    pub nps: NumberId,
    /// Share of each category, in the order of [`super::Category::ALL`].
    pub categories: [NumberId; 6],
    /// How much a discount counts for the one who decides, who may spend a firm's money.
    pub firm_benefit_counts: NumberId,
    /// How much points count for the one who decides, who may keep them.
    pub personal_benefit_counts: NumberId,
    /// When a customer may leave.
    pub churn_clock: ChurnClock,
    /// Terms of the contracts, where customers pay by them.
    pub contract: Option<super::Contract>,
    /// Where set, β of the Beta distribution is this number and nothing is solved from retention.
    pub churn_beta: Option<NumberId>,
    /// How each customer's hazard runs with tenure: the exponent of the beta-discrete-Weibull model, 1 for an even hazard.
    pub duration_dependence: NumberId,
    /// Months after which a share of the newcomers is left, and the share; empty if nothing is said of it.
    pub newcomers_retention: Vec<(usize, NumberId)>,
    /// Whether the present base consists of customers who have just joined.
    pub new_cohort: bool,
}

/// When a customer may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChurnClock {
    /// Once a month (sBG; Fader & Hardie 2007).
    Month,
    /// After each purchase (BG/NBD; Fader, Hardie & Lee 2005).
    Purchase,
}

/// The most causes of leaving a design may name.
pub const MAX_CAUSES: usize = 8;

/// One reason to leave and its share among those who leave today.
#[derive(Debug, Clone)]
pub struct Cause {
    /// The key in the design file; own causes keep their own names.
    pub name: String,
    /// What drives it in the model.
    pub driver: Driver,
    /// Its share among leavers in the baseline.
    pub share: NumberId,
}

/// What moves a cause of leaving from month to month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    /// Treatment by staff (`staff_attitude`).
    Staff,
    /// Product and delivery failures (`quality`).
    Quality,
    /// Rivals against calculative loyalty (`competition`).
    Competition,
    /// Drifting off against affective loyalty (`drift`).
    Drift,
    /// The price paid (`price`).
    Price,
    /// Nothing in the model (`unexplained`, `access`, `involuntary`, own causes).
    Constant,
}

/// A rival that may open near by.
#[derive(Debug, Clone)]
pub struct Rival {
    /// Its name in tables.
    pub name: String,
    /// First month in which it may open, counted from the start.
    pub opens_from: usize,
    /// Last month in which it may open.
    pub opens_until: usize,
    /// Chance that it opens at all.
    pub probability: NumberId,
    /// First month without it, if it closes.
    pub closes: Option<usize>,
    /// How much cheaper it is, as a share of our list price.
    pub price_gap: NumberId,
    /// Share of a month's purchases that everybody makes there in its opening month, to see what it is like.
    pub exploration: NumberId,
    /// Strength added by its being new.
    pub novelty: NumberId,
    /// Months until half of the novelty has gone.
    pub novelty_half_life_months: NumberId,
    /// Share of contacts handled to standard there.
    pub proper_contacts: NumberId,
    /// What its own program gives, as a share of spend.
    pub program_worth: NumberId,
    /// First month of its program; that of the opening if absent.
    pub program_from: Option<usize>,
    /// Share of our program's worth that it copies.
    pub copies: NumberId,
    /// Months from our launch to the copy.
    pub copies_after_months: NumberId,
    /// Price cut in answer to our program, as a share of the price.
    pub answers_with: NumberId,
    /// Months from our launch to the answer.
    pub answers_after_months: NumberId,
    /// Months the answer lasts.
    pub answer_lasts_months: NumberId,
    /// Price cut during a price war.
    pub price_war_depth: NumberId,
    /// Months a price war lasts.
    pub price_war_months: NumberId,
    /// First month of a price war on the calendar.
    pub price_war_from: Option<usize>,
    /// Price wars a year by chance.
    pub price_wars_per_year: NumberId,
}

/// A rank correlation between two uncertain numbers.
#[derive(Debug, Clone)]
pub struct Correlation {
    /// First number.
    pub a: NumberId,
    /// Second number.
    pub b: NumberId,
    /// Spearman's rank correlation, −1..1.
    pub rank: f64,
}
