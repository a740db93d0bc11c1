//! What can be simulated but is probably not meant, or not wise.

mod elements;
mod together;

use super::problem::{Warning, line_of};
use super::{
    Basis, Branch, ComplaintRecovery, Design, Element, GoalBound, Messages, Metric, NumberId, Points,
    Program, Quality, Segment, Stacking, StaffPay, StaffTraining, Variant,
};

/// Everything worth a second look in a valid design, in the order of the lines.
pub(super) fn warnings(design: &Design, text: &str) -> Vec<Warning> {
    let mut look = Look { design, text, warnings: Vec::new() };
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
    fn warn(&mut self, code: &'static str, at: Option<NumberId>, message: String, help: &'static str) {
        let span = at.and_then(|id| self.design.numbers[id].span.as_ref());
        let line = span.map(|span| line_of(self.text, span.start));
        self.warnings.push(Warning { code, message, help, line });
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
            let message =
                format!("the study \"{}\" informs `{}`, which is certain", study.name, self.path(id));
            let help = "write the number as { low = .., mode = .., high = .. }, or leave it out of the study";
            self.warn("design::study_of_the_certain", Some(id), message, help);
        }
    }

    fn at_causes(&mut self) {
        const MANY: f64 = 0.5;
        let causes = self.design.causes.iter();
        let folk = causes.clone().find(|cause| {
            self.design.numbers[cause.share].basis == Basis::Folk && self.central(cause.share) >= MANY
        });
        if let Some(cause) = folk {
            let share = self.central(cause.share) * 100.0;
            let message = format!(
                "{share:.0} % of leavers blame `{}`: a widely quoted figure without a study behind it",
                cause.name
            );
            let help = "ask your own leavers, or use `preset = \"services-survey\"`";
            self.warn("design::folk_causes", Some(cause.share), message, help);
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
            let message = format!(
                "the branches' proper contacts come to {mean:.2}, `service.proper_contacts` is {declared}"
            );
            let help = "only the differences between branches are used; make the two agree";
            self.warn("design::branches", Some(branches[0].share), message, help);
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
            let message = format!(
                "the segments' own retention comes to {mean:.2}, `business.annual_retention` is {}",
                self.central(whole)
            );
            let help = "the segments' numbers are used; make the two agree";
            self.warn("design::retention", Some(whole), message, help);
        }
    }

    fn at_program(&mut self, program: &Program) {
        const SHORT: usize = 12;
        let months = program.stop.unwrap_or(self.design.horizon_months) - program.launch;
        if months < SHORT {
            let message = format!("the program runs for {months} months only");
            let help = "effects take a year to settle: launch earlier or lengthen `horizon_months`";
            self.warn("design::short", None, message, help);
        }
        let own = [program.setup_cost, program.cost_per_month, program.cost_per_member_per_year];
        let elements =
            program.elements.iter().flat_map(|element| [element.setup_cost, element.cost_per_month]);
        if own.into_iter().chain(elements).all(|id| self.central(id) == 0.0) {
            let message = "the program costs nothing to set up or to run".to_owned();
            let help =
                "software, cards and people cost money: without it the price of the program looks too good";
            self.warn("design::free", Some(program.setup_cost), message, help);
        }
        if self.design.goals.is_empty() {
            let message = "the program has no goal: for what is it?".to_owned();
            let help = "add a [[goal]] with `metric`, `at_least` and `by`";
            self.warn("design::no_goal", None, message, help);
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
            let help = "the training changes nothing: check both numbers";
            self.not_above(training.lifts_proper_contacts_to, service.proper_contacts, help);
        }
        if let Some(pay) = StaffPay::of(&element.kind) {
            self.at_pay(pay.raises_pay_by);
        }
        if let Some(recovery) = ComplaintRecovery::of(&element.kind) {
            let help = "complaints are put right no faster than today: check both numbers";
            self.not_above(recovery.recovered_fast, service.recovered_fast, help);
        }
        let quality = Quality::of(&element.kind).and_then(|quality| quality.failures_per_purchase);
        if let Some(new) = quality
            && self.central(new) > self.central(service.failures_per_purchase)
        {
            let message = format!("`{}` is above today's chance of a failure", self.path(new));
            let help = "quality never makes more go wrong: today's number holds";
            self.warn("design::no_gain", Some(new), message, help);
        }
    }

    fn at_messages(&mut self, messages: &Messages) {
        let each_month = messages.per_month;
        if self.central(each_month) > self.central(self.design.behaviour.message_burden_from) {
            let message = format!("{} messages a month are a burden", self.central(each_month));
            let help = "so many messages drive members away; see `behaviour.message_burden_from`";
            self.warn("design::burden", Some(each_month), message, help);
        }
    }

    /// Pay buys presence: what it costs has to be said, and it moves nobody who is paid fairly.
    fn at_pay(&mut self, raise: NumberId) {
        let staff = &self.design.staff;
        let (by, pay) = (self.central(raise), self.central(staff.pay_against_fair));
        if self.central(staff.employees) * self.central(staff.pay_per_month) == 0.0 {
            let message =
                format!("`{}` costs nothing: nobody says who is paid, and how much", self.path(raise));
            let help = "give `staff.employees` and `staff.pay_per_month`";
            self.warn("design::free_pay", Some(raise), message, help);
        }
        if by > 0.0 && pay >= 1.0 {
            let message =
                format!("pay is {pay} of the fair one today: more of it holds staff, but moves nobody");
            let help = "look at experience and meaning: [[program.staff_culture]]";
            self.warn("design::pay_alone", Some(raise), message, help);
        }
    }

    fn not_above(&mut self, new: NumberId, today: NumberId, help: &'static str) {
        let (after, before) = (self.central(new), self.central(today));
        if after <= before {
            let message = format!(
                "`{}` is {after}, no more than `{}` today: {before}",
                self.path(new),
                self.path(today)
            );
            self.warn("design::no_gain", Some(new), message, help);
        }
    }

    fn at_discount(&mut self, element: &Element, discount: NumberId) {
        let (depth, margin) = (self.central(discount), self.lowest_margin(element));
        if depth >= margin {
            let message = format!(
                "`{}` is {depth}, but the gross margin is only {margin}: each such sale loses money",
                self.path(discount)
            );
            let help = "no volume makes up for it; was a smaller discount meant?";
            self.warn("design::above_margin", Some(discount), message, help);
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
            let message =
                format!("all discounts together come to {sum:.2}, the gross margin is only {margin}");
            let help = "with `stacking = \"best\"` a customer gets the best discount, not all of them";
            self.warn("design::above_margin", None, message, help);
        }
    }

    fn at_points(&mut self, element: &Element, points: &Points) {
        let &Points { earn, cost_share, redeem_chance, .. } = points;
        let (cost, margin) = (self.central(earn) * self.central(cost_share), self.lowest_margin(element));
        if cost >= margin {
            let message = format!("points give back {cost} of the spend, the gross margin is only {margin}");
            let help = "no volume makes up for it; was a smaller `earn` meant?";
            self.warn("design::above_margin", Some(earn), message, help);
        }
        let chance = self.central(redeem_chance);
        if chance < 0.1 {
            let message =
                format!("`{}` is {chance}: most points will never be spent", self.path(redeem_chance));
            let help = "points that nobody spends please nobody: a program must not live on breakage";
            self.warn("design::breakage", Some(redeem_chance), message, help);
        }
        self.at_threshold(element, points);
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
                let message = format!(
                    "a typical customer of \"{}\" needs {months:.0} months to collect `{}` ({}), but has {time:.0}",
                    segment.name,
                    self.path(minimum),
                    self.central(minimum)
                );
                let help = "they will hardly ever redeem: lower the minimum, or let points live longer";
                self.warn("design::unreachable", Some(minimum), message, help);
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
                let message =
                    format!("the goal `{} at least {value}` is met today: it is {now}", goal.metric.key());
                let help = "a goal that holds without the program says nothing about the program";
                self.warn("design::met_already", Some(goal.value), message, help);
            }
        }
    }
}
