//! What can go wrong with a program: one catalogue for stress tests and for reviews, so that a threat is played the same way in both.

mod likely;
mod points;
mod rivals;
mod staff;

pub use likely::Likely;

use crate::design::{Design, Edit, NumberId, Program, Staying};
use crate::plan::ServiceShock;
use serde::Serialize;

/// Something that can go wrong. Serialised by its [`Threat::key`] with underscores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Threat {
    /// A rival, 5 % cheaper, opens three months after the launch.
    RivalOpens,
    /// A rival opens, and copies the program within three months.
    RivalCopies,
    /// A rival answers the launch with a price cut of a tenth for half a year.
    RivalAnswers,
    /// What points buy costs 50 % more.
    DearerRewards,
    /// Everybody is reminded of the points.
    PointsRemembered,
    /// A tenth more points than sales have earned.
    PointsGamed,
    /// Points lose a quarter of their value after a year.
    Devaluation,
    /// Set-up and running cost 50 % more.
    CostOverrun,
    /// Staff take the program as a burden.
    StaffResist,
    /// Twice as many of the staff leave.
    TurnoverDoubles,
    /// From the third month on a quarter of the contacts handled to standard is gone, and failures double.
    ServiceSlips,
    /// The gross margin falls by a fifth.
    MarginFall,
    /// Retention is a tenth lower than declared.
    LowerRetention,
    /// Half as many are willing to join.
    FewerJoin,
    /// Customers buy a fifth less often.
    FewerPurchases,
}

/// A threat as it is played on one design.
#[derive(Debug, Clone, PartialEq)]
pub struct Shock {
    /// What goes wrong.
    pub threat: Threat,
    /// How likely it is within the horizon; `None` where nobody has a number. A review weighs threats and plays only those with one.
    pub likely: Option<Likely>,
    /// The design in which it happens.
    pub edits: Vec<Edit>,
    /// What happens to service in the course of time, with and without the program.
    pub service: Option<ServiceShock>,
}

impl Threat {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::RivalOpens,
        Self::RivalCopies,
        Self::RivalAnswers,
        Self::DearerRewards,
        Self::PointsRemembered,
        Self::PointsGamed,
        Self::Devaluation,
        Self::CostOverrun,
        Self::StaffResist,
        Self::TurnoverDoubles,
        Self::ServiceSlips,
        Self::MarginFall,
        Self::LowerRetention,
        Self::FewerJoin,
        Self::FewerPurchases,
    ];

    /// Its name in messages, figures and files.
    pub fn key(self) -> &'static str {
        match self {
            Self::RivalOpens => "rival-opens",
            Self::RivalCopies => "rival-copies",
            Self::RivalAnswers => "rival-answers",
            Self::DearerRewards => "dearer-rewards",
            Self::PointsRemembered => "points-remembered",
            Self::PointsGamed => "points-gamed",
            Self::Devaluation => "devaluation",
            Self::CostOverrun => "cost-overrun",
            Self::StaffResist => "staff-resist",
            Self::TurnoverDoubles => "turnover-doubles",
            Self::ServiceSlips => "service-slips",
            Self::MarginFall => "margin-fall",
            Self::LowerRetention => "lower-retention",
            Self::FewerJoin => "fewer-join",
            Self::FewerPurchases => "fewer-purchases",
        }
    }

    /// How it is played on `design`; `None` where there is no program, or nothing of the kind that could go wrong.
    pub fn shock(self, design: &Design) -> Option<Shock> {
        let program = design.program.as_ref()?;
        match self {
            Self::RivalOpens => Some(rivals::opens(design, program)),
            Self::RivalCopies => rivals::copies(design, program),
            Self::RivalAnswers => Some(rivals::answers(design, program)),
            Self::DearerRewards => points::dearer(design, program),
            Self::PointsRemembered => points::remembered(program),
            Self::PointsGamed => points::gamed(design, program),
            Self::Devaluation => points::devalued(design, program),
            Self::CostOverrun => overrun(design, program),
            Self::StaffResist => staff::resists(program),
            Self::TurnoverDoubles => scaled(self, design, &["staff.turnover_per_year"], 2.0),
            Self::ServiceSlips => Some(staff::slips()),
            Self::MarginFall => everywhere(self, design, "gross_margin", 0.8),
            Self::LowerRetention => more_leave(self, design),
            Self::FewerJoin => scaled(self, design, &["program.willing"], 0.5),
            Self::FewerPurchases => everywhere(self, design, "purchases_per_year", 0.8),
        }
    }
}

/// All threats that make sense for the design, as they are played.
pub fn shocks(design: &Design) -> impl Iterator<Item = Shock> {
    Threat::ALL.into_iter().filter_map(|threat| threat.shock(design))
}

impl Shock {
    /// A threat of known likelihood that changes the design.
    fn likely(threat: Threat, likely: Likely, edits: Vec<Edit>) -> Self {
        Self { threat, likely: Some(likely), edits, service: None }
    }
}

/// One project in six runs far beyond its budget.
const OVERRUN: (f64, &str) = (1.0 / 6.0, "Flyvbjerg & Budzier 2011");

/// Set-up and running cost of the program and of its elements 50 % more; `None` where none is planned.
fn overrun(design: &Design, program: &Program) -> Option<Shock> {
    let own = [program.setup_cost, program.cost_per_month, program.cost_per_member_per_year];
    let of_elements = program
        .elements
        .iter()
        .flat_map(|element| [element.setup_cost, element.cost_per_month, element.cost_per_member_per_year]);
    let costs = |id: &NumberId| design.central(*id) > 0.0 || !design.numbers[*id].distribution.is_certain();
    let mut own: Vec<NumberId> = own.into_iter().chain(of_elements).filter(costs).collect();
    // a segment's elements may share a number
    own.sort_unstable();
    own.dedup();
    let largest = own.iter().copied().max_by(|a, b| design.central(*a).total_cmp(&design.central(*b)));
    let stated = largest.and_then(|id| likely::risen(design, id));
    let likely = stated.map_or(Likely::Published(OVERRUN.0, OVERRUN.1), Likely::Stated);
    // what goes on from today's program costs as much without the change
    let paths = own.iter().map(|id| design.numbers[*id].path.as_str());
    let added = paths.filter(|path| !path.starts_with("today."));
    let edits: Vec<Edit> = added.map(|path| Edit::Scale(path.to_owned(), 1.5)).collect();
    (!edits.is_empty()).then(|| Shock::likely(Threat::CostOverrun, likely, edits))
}

/// Numbers by their paths times `factor`, those that the design has.
fn scaled(threat: Threat, design: &Design, paths: &[&str], factor: f64) -> Option<Shock> {
    let known = paths.iter().filter(|path| design.number_at(path).is_ok());
    let edits: Vec<Edit> = known.map(|path| Edit::Scale((*path).to_owned(), factor)).collect();
    (!edits.is_empty()).then_some(Shock { threat, likely: None, edits, service: None })
}

/// The number `key` of the business and of every segment times `factor`, where the design gives it.
fn everywhere(threat: Threat, design: &Design, key: &str, factor: f64) -> Option<Shock> {
    let is_one = |path: &str| path.rsplit_once('.').is_some_and(|(_, last)| last == key);
    let given = design.numbers.iter().filter(|(_, n)| is_one(&n.path) && n.span.is_some());
    let paths: Vec<&str> = given.map(|(_, n)| n.path.as_str()).collect();
    scaled(threat, design, &paths, factor)
}

/// A tenth fewer stay for a year, wherever the design says how many stay.
fn more_leave(threat: Threat, design: &Design) -> Option<Shock> {
    const FEWER: f64 = 0.9;
    let business = [design.business.staying];
    let mut all: Vec<Staying> =
        business.into_iter().chain(design.segments.iter().map(|s| s.staying)).collect();
    all.sort_by_key(|staying| staying.number());
    all.dedup();
    let edit = |staying: Staying| {
        let churn = design.central(staying.number());
        let factor = match staying {
            Staying::Year(_) => FEWER,
            Staying::Month(_) => (1.0 - (1.0 - churn) * libm::pow(FEWER, 1.0 / 12.0)) / churn,
        };
        Edit::Scale(design.path(staying.number()).to_owned(), factor)
    };
    let edits = all.into_iter().map(edit).collect();
    Some(Shock { threat, likely: None, edits, service: None })
}

#[cfg(test)]
mod tests;
