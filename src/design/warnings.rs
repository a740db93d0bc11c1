//! What can be simulated but is probably not meant, or has no effect. What is a weak point of the program is found by the rules of a
//! review, of which most need no run (`review::diagnose`).

mod elements;
mod plans;
mod proportions;
mod together;
mod transition;

use super::problem::{Warning, line_of};
use super::saying::{Arg, Saying};
use super::{
    Branch, Catalogue, ComplaintRecovery, Design, Element, Key, MONTHS_OF_AN_UNCHANGING_BASE, NumberId,
    OwnRates, Points, Program, Quality, Segment, StaffPay, StaffTraining, Staying, Variant,
};

/// Everything worth a second look in a valid design, in the order of the lines.
pub(super) fn warnings(design: &Design, text: &str) -> Vec<Warning> {
    let mut look = Look { design, text, warnings: Vec::new() };
    look.at_proportions();
    look.at_plans();
    look.at_retention();
    look.at_unchanging_needs();
    look.at_interest();
    look.at_branches();
    look.at_product_groups();
    look.at_brands();
    if let Some(program) = &design.program {
        look.at_program(program);
        for element in &program.elements {
            look.at_element(element);
        }
        look.at_combinations(program);
        look.at_transition(program);
    }
    look.at_studies();
    look.at_levers();
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
        self.design.numbers[id].distribution.central()
    }

    fn path(&self, id: NumberId) -> &'d str {
        &self.design.numbers[id].path
    }

    /// The segments that can use an element.
    fn users(&self, element: &Element) -> Vec<&'d Segment> {
        let all = self.design.segments.iter().enumerate();
        all.filter(|(i, _)| element.is_for(*i)).map(|(_, segment)| segment).collect()
    }

    /// A study of what is certain finds nothing out.
    fn at_studies(&mut self) {
        let informed =
            self.design.studies.iter().flat_map(|study| study.informs.iter().map(move |id| (study, *id)));
        for (study, id) in informed.filter(|(_, id)| self.design.numbers[*id].distribution.is_certain()) {
            let what = Saying::new("check-study-of-the-certain").with("study", &study.name);
            self.warn(Some(id), what.with("path", self.path(id)));
        }
    }

    /// What costs money and does nothing else is best at its least.
    fn at_levers(&mut self) {
        let levers = self.design.optimise.iter().flat_map(|optimise| &optimise.levers);
        for lever in levers {
            let path = self.design.address(&lever.path).unwrap_or_else(|_| lever.path.clone());
            if !Catalogue::get().find(&path).is_some_and(Key::only_costs) {
                continue;
            }
            self.warn(Some(lever.low), Saying::new("check-lever-cost").with("path", &lever.path));
        }
    }

    /// Customers who are simulated buy as often as the category says that buyers of the own brand do.
    fn at_brands(&mut self) {
        let Some(brands) = &self.design.brands else { return };
        if let Some(rates) = OwnRates::of(self.design, brands).filter(|rates| !rates.agree()) {
            let what = Saying::new("check-brands-rate").with("period", brands.period.key());
            let what = what.with("category", Arg::rounded(rates.category, 2));
            let what = what.with("segments", Arg::rounded(rates.segments, 2));
            self.warnings.push(Warning { what, line: Some(line_of(self.text, brands.at)) });
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

    /// Product groups have the margin of the whole.
    fn at_product_groups(&mut self) {
        const APART: f64 = 0.02;
        let groups = &self.design.product_groups;
        let mean = self.design.margin_of(groups.iter(), |id| self.design.central(id));
        let declared = self.central(self.design.business.gross_margin);
        if let Some(mean) = mean.filter(|mean| (mean - declared).abs() > APART) {
            let what = Saying::new("check-group-margins").with("groups", Arg::rounded(mean, 3));
            self.warn(Some(groups[0].share), what.with("business", declared));
        }
    }

    /// Where every segment says itself how many stay, the business's own number is never used.
    fn at_retention(&mut self) {
        let whole = self.design.business.staying;
        let segments = &self.design.segments;
        // a year and a month cannot be held against each other
        let alike = |s: &Segment| s.staying != whole && s.staying.months() == whole.months();
        if !segments.iter().all(alike) {
            return;
        }
        let (apart, kind, decimals) = match whole {
            Staying::Year(_) => (0.02, "year", 2),
            Staying::Month(_) => (0.002, "month", 3),
        };
        let of_all = |s: &Segment| self.central(s.share) * self.central(s.staying.number());
        let mean: f64 = segments.iter().map(of_all).sum();
        let declared = self.central(whole.number());
        if (mean - declared).abs() > apart {
            let what = Saying::new("check-retention").with("kind", kind);
            let what =
                what.with("mean", Arg::rounded(mean, decimals)).with("path", self.path(whole.number()));
            self.warn(Some(whole.number()), what.with("declared", declared));
        }
    }

    /// Without changes of needs no base is level: a past is put in the place of one that is not stated.
    fn at_unchanging_needs(&mut self) {
        if self.design.business.age_months.is_some() {
            return;
        }
        let unchanging = |s: &&Segment| !s.new_cohort && self.central(s.needs_change) == 0.0;
        let segments: Vec<NumberId> =
            self.design.segments.iter().filter(unchanging).map(|s| s.needs_change).collect();
        for id in segments {
            let what = Saying::new("check-unchanging").with("path", self.path(id));
            self.warn(Some(id), what.with("months", MONTHS_OF_AN_UNCHANGING_BASE));
        }
    }

    /// Where prices grow nearly as fast as money, a value of the base without end is that of an interest that nobody has stated.
    fn at_interest(&mut self) {
        /// Real interest below which lifetimes are looked at with this one.
        const LEAST: f64 = 0.02;
        let business = &self.design.business;
        let Some(inflation) = business.price_inflation else { return };
        let real = (1.0 + self.central(business.cost_of_capital)) / (1.0 + self.central(inflation)) - 1.0;
        if real < LEAST {
            let what = Saying::new("check-interest").with("path", self.path(business.cost_of_capital));
            let what = what.with("cost", self.central(business.cost_of_capital));
            let what = what.with("inflation", self.central(inflation)).with("least", LEAST);
            self.warn(Some(business.cost_of_capital), what);
        }
    }

    fn at_program(&mut self, program: &Program) {
        const SHORT: usize = 12;
        let months = program.stop.unwrap_or(self.design.horizon_months) - program.launch;
        if months < SHORT {
            self.warn(None, Saying::new("check-short").with("months", months));
        }
        self.at_tenure(program.entry_tenure_months);
    }

    /// Months as a customer that hardly anybody reaches, where as many leave as do today.
    fn at_tenure(&mut self, asked: NumberId) {
        const FEW: f64 = 0.005;
        let months = self.central(asked);
        let stayed = |staying: Staying| {
            let left = staying.left(self.central(staying.number()));
            libm::pow(left, months / staying.months() as f64)
        };
        let of_segments = self.design.segments.iter().map(|segment| stayed(segment.staying));
        let most = of_segments.fold(0.0, f64::max);
        if months > 0.0 && most < FEW {
            let what = Saying::new("check-out-of-reach").with("path", self.path(asked));
            self.warn(Some(asked), what.with("months", months));
        }
    }

    fn at_element(&mut self, element: &Element) {
        if let Some(points) = Points::of(&element.kind) {
            self.at_points(points);
        }
        if let Some(asked) = element.who.tenure_months {
            self.at_tenure(asked);
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

    fn at_points(&mut self, points: &Points) {
        let redeem_chance = points.redeem_chance;
        let chance = self.central(redeem_chance);
        if chance < 0.1 {
            let what = Saying::new("check-breakage").with("path", self.path(redeem_chance));
            self.warn(Some(redeem_chance), what.with("chance", chance));
        }
    }
}
