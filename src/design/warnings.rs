//! What can be simulated but is probably not meant, or not wise.

mod elements;
mod proportions;
mod together;

use super::problem::{Warning, line_of};
use super::saying::{Arg, Saying};
use super::{
    Basis, Branch, ComplaintRecovery, Design, Element, GoalBound, Messages, Metric, NumberId, Points,
    Program, Quality, Segment, Stacking, StaffPay, StaffTraining, Variant,
};

/// Everything worth a second look in a valid design, in the order of the lines.
pub(super) fn warnings(design: &Design, text: &str) -> Vec<Warning> {
    let mut look = Look { design, text, warnings: Vec::new() };
    look.at_proportions();
    look.at_causes();
    look.at_retention();
    look.at_branches();
    if let Some(program) = &design.program {
        look.at_program(program);
        for element in &program.elements {
            look.at_element(element);
        }
        look.at_stacking(program);
        look.at_combinations(program);
    }
    look.at_goals();
    look.at_studies();
    look.warnings.sort_by_key(|warning| warning.line.unwrap_or(usize::MAX));
    look.warnings
}

/// A look at one design.
struct Look<'d> {
    design: &'d Design,
    text: &'d str,
    warnings: Vec<Warning>,
}

impl<'d> Look<'d> {
    fn warn(&mut self, at: Option<NumberId>, what: Saying) {
        let span = at.and_then(|id| self.design.numbers[id].span.as_ref());
        let line = span.map(|span| line_of(self.text, span.start));
        self.warnings.push(Warning { what, line });
    }

    fn central(&self, id: NumberId) -> f64 {
        self.design.numbers[id].law.central()
    }

    fn path(&self, id: NumberId) -> &'d str {
        &self.design.numbers[id].path
    }

    /// The segments that can use an element.
    fn users(&self, element: &Element) -> Vec<&'d Segment> {
        let of_element = |i: usize| element.segments.is_empty() || element.segments.contains(&i);
        let all = self.design.segments.iter().enumerate();
        all.filter(|(i, _)| of_element(*i)).map(|(_, segment)| segment).collect()
    }

    /// The lowest gross margin among the segments that can use an element.
    fn lowest_margin(&self, element: &Element) -> f64 {
        let margins = self.users(element).into_iter().map(|segment| self.central(segment.gross_margin));
        margins.fold(f64::INFINITY, f64::min)
    }

    /// A study of what is certain finds nothing out.
    fn at_studies(&mut self) {
        let informed =
            self.design.studies.iter().flat_map(|study| study.informs.iter().map(move |id| (study, *id)));
        for (study, id) in informed.filter(|(_, id)| self.design.numbers[*id].law.is_certain()) {
            let what = Saying::new("check-study-of-the-certain").with("study", &study.name);
            self.warn(Some(id), what.with("path", self.path(id)));
        }
    }

    fn at_causes(&mut self) {
        const MANY: f64 = 0.5;
        let causes = self.design.causes.iter();
        let folk = causes.clone().find(|cause| {
            self.design.numbers[cause.share].basis == Basis::Folk && self.central(cause.share) >= MANY
        });
        if let Some(cause) = folk {
            let percent = Arg::rounded(self.central(cause.share) * 100.0, 0);
            let what = Saying::new("check-folk-causes").with("percent", percent).with("cause", &cause.name);
            self.warn(Some(cause.share), what);
        }
    }

    /// Branches are told apart from the declared share of the whole.
    fn at_branches(&mut self) {
        const APART: f64 = 0.02;
        let whole = self.design.service.proper_contacts;
        let branches = &self.design.branches;
        if branches.is_empty() {
            return;
        }
        let served = |b: &Branch| self.central(b.share) * self.central(b.proper_contacts);
        let mean: f64 = branches.iter().map(served).sum();
        let declared = self.central(whole);
        if (mean - declared).abs() > APART {
            let what = Saying::new("check-branches").with("mean", Arg::rounded(mean, 2));
            self.warn(Some(branches[0].share), what.with("declared", declared));
        }
    }

    /// Where every segment has its own retention, the business's own is never used.
    fn at_retention(&mut self) {
        const APART: f64 = 0.02;
        let whole = self.design.business.annual_retention;
        let segments = &self.design.segments;
        if segments.iter().any(|segment| segment.annual_retention == whole) {
            return;
        }
        let share_kept = |s: &Segment| self.central(s.share) * self.central(s.annual_retention);
        let mean: f64 = segments.iter().map(share_kept).sum();
        if (mean - self.central(whole)).abs() > APART {
            let what = Saying::new("check-retention").with("mean", Arg::rounded(mean, 2));
            self.warn(Some(whole), what.with("declared", self.central(whole)));
        }
    }

    fn at_program(&mut self, program: &Program) {
        const SHORT: usize = 12;
        let months = program.stop.unwrap_or(self.design.horizon_months) - program.launch;
        if months < SHORT {
            self.warn(None, Saying::new("check-short").with("months", months));
        }
        let own = [program.setup_cost, program.cost_per_month, program.cost_per_member_per_year];
        let elements =
            program.elements.iter().flat_map(|element| [element.setup_cost, element.cost_per_month]);
        if own.into_iter().chain(elements).all(|id| self.central(id) == 0.0) {
            self.warn(Some(program.setup_cost), Saying::new("check-free"));
        }
        if self.design.goals.is_empty() {
            self.warn(None, Saying::new("check-no-goal"));
        }
    }

    fn at_element(&mut self, element: &Element) {
        for discount in element.discounts() {
            self.at_discount(element, discount);
        }
        if let Some(points) = Points::of(&element.kind) {
            self.at_points(element, points);
        }
        if let Some(messages) = Messages::of(&element.kind) {
            self.at_messages(messages);
        }
        self.at_service(element);
        self.at_promises(element);
    }

    /// Service and staff that are no better than today's.
    fn at_service(&mut self, element: &Element) {
        let service = &self.design.service;
        if let Some(training) = StaffTraining::of(&element.kind) {
            self.not_above("training", training.lifts_proper_contacts_to, service.proper_contacts);
        }
        if let Some(pay) = StaffPay::of(&element.kind) {
            self.at_pay(pay.raises_pay_by);
        }
        if let Some(recovery) = ComplaintRecovery::of(&element.kind) {
            self.not_above("recovery", recovery.recovered_fast, service.recovered_fast);
        }
        let quality = Quality::of(&element.kind).and_then(|quality| quality.failures_per_purchase);
        if let Some(new) = quality
            && self.central(new) > self.central(service.failures_per_purchase)
        {
            self.no_gain("failures", new, service.failures_per_purchase);
        }
    }

    fn at_messages(&mut self, messages: &Messages) {
        let each_month = messages.per_month;
        let limit = self.central(self.design.behaviour.message_burden_from);
        if self.central(each_month) > limit {
            let what = Saying::new("check-burden").with("messages", self.central(each_month));
            self.warn(Some(each_month), what.with("limit", limit));
        }
    }

    /// Pay buys presence: what it costs has to be said, and it moves nobody who is paid fairly.
    fn at_pay(&mut self, raise: NumberId) {
        let staff = &self.design.staff;
        let (by, pay) = (self.central(raise), self.central(staff.pay_against_fair));
        if self.central(staff.employees) * self.central(staff.pay_per_month) == 0.0 {
            self.warn(Some(raise), Saying::new("check-free-pay").with("path", self.path(raise)));
        }
        if by > 0.0 && pay >= 1.0 {
            self.warn(Some(raise), Saying::new("check-pay-alone").with("pay", pay));
        }
    }

    fn not_above(&mut self, element: &'static str, new: NumberId, today: NumberId) {
        if self.central(new) <= self.central(today) {
            self.no_gain(element, new, today);
        }
    }

    /// An element that leaves a number no better than it is today.
    fn no_gain(&mut self, element: &'static str, new: NumberId, today: NumberId) {
        let what = Saying::new("check-no-gain").with("element", element).with("path", self.path(new));
        let what = what.with("after", self.central(new)).with("today", self.path(today));
        self.warn(Some(new), what.with("before", self.central(today)));
    }

    fn at_discount(&mut self, element: &Element, discount: NumberId) {
        let (depth, margin) = (self.central(discount), self.lowest_margin(element));
        if depth >= margin {
            self.above_margin("discount", Some(discount), depth, margin);
        }
    }

    fn at_stacking(&mut self, program: &Program) {
        if program.stacking != Stacking::Sum {
            return;
        }
        let deepest = |element: &Element| {
            element.discounts().into_iter().map(|id| self.central(id)).fold(0.0, f64::max)
        };
        let sum: f64 = program.elements.iter().map(deepest).sum();
        let margin = program.elements.iter().map(|e| self.lowest_margin(e)).fold(f64::INFINITY, f64::min);
        let single = program.elements.iter().map(deepest).fold(0.0, f64::max);
        if sum >= margin && single < margin {
            self.above_margin("sum", None, sum, margin);
        }
    }

    fn at_points(&mut self, element: &Element, points: &Points) {
        let &Points { earn, cost_share, redeem_chance, .. } = points;
        let (cost, margin) = (self.central(earn) * self.central(cost_share), self.lowest_margin(element));
        if cost >= margin {
            self.above_margin("points", Some(earn), cost, margin);
        }
        let chance = self.central(redeem_chance);
        if chance < 0.1 {
            let what = Saying::new("check-breakage").with("path", self.path(redeem_chance));
            self.warn(Some(redeem_chance), what.with("chance", chance));
        }
        self.at_threshold(element, points);
    }

    /// What is given away is no less than what is earned.
    fn above_margin(&mut self, gift: &'static str, at: Option<NumberId>, given: f64, margin: f64) {
        let path = at.map_or("", |id| self.path(id));
        let what = Saying::new("check-above-margin").with("gift", gift).with("path", path);
        let what = what.with("given", Arg::rounded(given, 4)).with("margin", Arg::rounded(margin, 4));
        self.warn(at, what);
    }

    /// Can a typical member collect enough points before they expire or the program ends?
    fn at_threshold(&mut self, element: &Element, points: &Points) {
        let &Points { earn, point_value, expiry_months, welcome_points, minimum_to_redeem: minimum, .. } =
            points;
        let expiry = self.central(expiry_months);
        let lasts = (element.until - element.from) as f64;
        let time = if expiry > 0.0 { expiry.min(lasts) } else { lasts };
        let needed =
            (self.central(minimum) - self.central(welcome_points)).max(0.0) * self.central(point_value);
        for segment in self.users(element) {
            let spend = self.central(segment.purchases_per_year) * self.central(segment.basket) / 12.0;
            let months = needed / (self.central(earn) * spend);
            if months.is_finite() && months > time {
                let what = Saying::new("check-unreachable").with("segment", &segment.name);
                let what = what.with("months", months.ceil() as u64).with("path", self.path(minimum));
                let what = what.with("minimum", self.central(minimum)).with("time", time.floor() as u64);
                self.warn(Some(minimum), what);
            }
        }
    }

    fn at_goals(&mut self) {
        for goal in self.design.goals.iter().filter(|goal| goal.bound == GoalBound::AtLeast) {
            let today = match goal.metric {
                Metric::AnnualRetention => self.design.business.annual_retention,
                Metric::Nps => self.design.business.nps,
                _ => continue,
            };
            let (value, now) = (self.central(goal.value), self.central(today));
            if value <= now {
                let what = Saying::new("check-met-already").with("metric", goal.metric.key());
                self.warn(Some(goal.value), what.with("value", value).with("now", now));
            }
        }
    }
}
