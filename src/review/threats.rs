//! What could go wrong: each threat as a change of the design, and how likely it is as far as anybody has said so.

use super::change::Edit;
use super::rules::remedies;
use super::watchpoints::Watchpoint;
use crate::design::{Design, Element, MysteryShopping, Number, NumberId, Partner, Points, Program};

/// Something that may happen to a program.
#[derive(Debug, Clone, PartialEq)]
pub struct Threat {
    /// Its name in messages and in the annex.
    pub key: &'static str,
    /// How likely it is within the horizon.
    pub likely: Likely,
    /// The design in which it happens.
    pub edits: Vec<Edit>,
    /// What would show it.
    pub watch: &'static [Watchpoint],
}

/// How likely a threat is, and who says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Likely {
    /// The design itself: a rival's chance, or the range of a number.
    Stated(f64),
    /// A study.
    Published(f64, &'static str),
    /// A judgement of this review, to be replaced by the reader's.
    Judged(f64),
    /// The company decides it itself.
    Own,
}

/// Chance that a rival opens nearby, a year.
const OPENS: f64 = 0.1;
/// Chance that a program of money alone is copied.
const COPIED: f64 = 0.5;
/// Chance that a rival cuts prices in answer to the launch.
const ANSWERED: f64 = 0.2;
/// Chance that what points buy becomes dearer by half.
const DEARER: f64 = 0.1;
/// Chance that members are reminded of their points, by an app or by a newspaper.
const REMINDED: f64 = 0.2;
/// Chance that a tenth more points is collected than is earned.
const GAMED: f64 = 0.3;
/// Chance that staff take the program as a burden.
const RESISTED: f64 = 0.2;
/// One project in six runs far beyond its budget.
const OVERRUN: (f64, &str) = (1.0 / 6.0, "Flyvbjerg & Budzier 2011");

/// A rival shows in how customers buy and leave.
const MARKET: &[Watchpoint] = &[Watchpoint::Buying, Watchpoint::Leaving];

/// All threats that make sense for the design.
pub fn threats(design: &Design) -> Vec<Threat> {
    let Some(program) = &design.program else { return Vec::new() };
    let mut threats = rivals(design, program);
    threats.extend(against_points(design, program));
    threats.push(overrun(design, program));
    let visited = program.has::<MysteryShopping>();
    if !visited && program.elements.iter().any(|e| !e.facts().is_service()) {
        threats.push(resistance());
    }
    threats
}

/// A new shop; a copy; a price cut in answer.
fn rivals(design: &Design, program: &Program) -> Vec<Threat> {
    let month =
        |after: usize| remedies::month_of(design, (program.launch + after).min(design.horizon_months - 1));
    let rival = |opens: String, more: &str| {
        let lines = format!(
            "name = \"rival of the stress test\"\nopens_from = \"{opens}\"\nopens_until = \"{opens}\"\nprobability = 1\n{more}"
        );
        vec![Edit::Append("rival", lines)]
    };
    let years = (design.horizon_months - program.launch) as f64 / 12.0;
    let stated: f64 =
        design.rivals.iter().map(|rival| 1.0 - central(&design.numbers[rival.probability])).product();
    let opens = match design.rivals.is_empty() {
        true => Likely::Judged(1.0 - libm::pow(1.0 - OPENS, years)),
        false => Likely::Stated(1.0 - stated),
    };
    let mut threats = vec![Threat {
        key: "rival-opens",
        likely: opens,
        edits: rival(month(3), "price_gap = 0.05\n"),
        watch: MARKET,
    }];
    if program.elements.iter().any(|element| element.facts().easily_copied) {
        let edits = rival(month(3), "price_gap = 0\ncopies = 1\ncopies_after_months = 3\n");
        threats.push(Threat { key: "rival-copies", likely: Likely::Judged(COPIED), edits, watch: MARKET });
    }
    let cut = "price_gap = 0\nanswers_with = 0.1\nanswers_after_months = 3\nanswer_lasts_months = 6\n";
    threats.push(Threat {
        key: "rival-answers",
        likely: Likely::Judged(ANSWERED),
        edits: rival(month(2), cut),
        watch: MARKET,
    });
    threats
}

/// Points that cost more, that everybody remembers, that nobody has earned; points that lose their value.
fn against_points(design: &Design, program: &Program) -> Vec<Threat> {
    let schemes: Vec<(&Element, &Points)> = program.all().collect();
    let Some((first, _)) = schemes.first() else { return Vec::new() };
    let (mut dearer, mut devalued, mut likely) = (Vec::new(), Vec::new(), Likely::Judged(DEARER));
    let in_a_year = program.launch + 12;
    for (element, points) in &schemes {
        let cost_share = points.cost_share;
        dearer.push(Edit::Scale(path(design, cost_share), 1.5));
        likely = risen(design, cost_share).map_or(likely, Likely::Stated);
        let key = |key: &str| format!("{}.{key}", element.path);
        devalued.push(Edit::SetText(key("devalued_in"), remedies::month_of(design, in_a_year)));
        devalued.push(Edit::Set(key("devalued_by"), 0.25));
        devalued.push(Edit::Set(key("devaluation_notice_months"), 2.0));
    }
    let mut threats = vec![
        Threat {
            key: "dearer-rewards",
            likely,
            edits: dearer,
            watch: &[Watchpoint::PointCost, Watchpoint::Giving],
        },
        Threat {
            key: "points-remembered",
            likely: Likely::Judged(REMINDED),
            edits: vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)],
            watch: &[Watchpoint::Redeeming],
        },
        gaming(design, program),
    ];
    if in_a_year + 6 <= first.until.min(design.horizon_months) {
        let watch = &[Watchpoint::Redeeming];
        threats.push(Threat { key: "devaluation", likely: Likely::Own, edits: devalued, watch });
    }
    threats
}

/// A tenth more points than sales have earned, and nobody pays for them: returned goods, receipts of strangers, staff. Played as a
/// partner who gives points and pays for none; where there are partners already, as a tenth more cost of every point.
fn gaming(design: &Design, program: &Program) -> Threat {
    let dearer = |(_, points): (&Element, &Points)| Edit::Scale(path(design, points.cost_share), 1.1);
    let free = "earned_elsewhere = 0.1\nspent_elsewhere = 0\nsettlement = 0\ndilution = 0\nattraction = 0\n";
    let edits = match program.has::<Partner>() {
        true => program.all().map(dearer).collect(),
        false => vec![Edit::Append("program.partner", free.to_owned())],
    };
    let watch = &[Watchpoint::Issuing, Watchpoint::Redeeming];
    Threat { key: "points-gamed", likely: Likely::Judged(GAMED), edits, watch }
}

/// Set-up and running cost half as much again.
fn overrun(design: &Design, program: &Program) -> Threat {
    let own = [program.setup_cost, program.cost_per_month];
    let largest =
        own.into_iter().max_by(|a, b| central(&design.numbers[*a]).total_cmp(&central(&design.numbers[*b])));
    let stated = largest.and_then(|id| risen(design, id));
    Threat {
        key: "cost-overrun",
        likely: stated.map_or(Likely::Published(OVERRUN.0, OVERRUN.1), Likely::Stated),
        edits: own.map(|id| Edit::Scale(path(design, id), 1.5)).to_vec(),
        watch: &[Watchpoint::Running],
    }
}

/// Staff for whom the program is one more thing to do: they offer it half as often, and like their work less. The model has no such
/// element, so they are played as test visits that cost nothing and annoy.
fn resistance() -> Threat {
    let annoyed = "visits_per_month = 1\ncost_per_visit = 0\nraises_experience_by = -0.2\nprevents_forgetting = 0\nnarrows_gap = 0\n";
    Threat {
        key: "staff-resist",
        likely: Likely::Judged(RESISTED),
        edits: vec![
            Edit::Scale("program.joins_per_visit".to_owned(), 0.5),
            Edit::Append("program.mystery_shopping", annoyed.to_owned()),
        ],
        watch: &[Watchpoint::Joining],
    }
}

fn path(design: &Design, id: NumberId) -> String {
    design.numbers[id].path.clone()
}

fn central(number: &Number) -> f64 {
    number.range.clamp(number.law.central())
}

/// The chance that a number turns out half as large again as its central value or more, if the design thinks it uncertain.
fn risen(design: &Design, id: NumberId) -> Option<f64> {
    let number = &design.numbers[id];
    if number.law.is_certain() {
        return None;
    }
    let limit = 1.5 * central(number);
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if number.law.quantile(middle, number.range) < limit { low = middle } else { high = middle }
    }
    Some(1.0 - low)
}
