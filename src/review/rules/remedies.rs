//! Preventive actions that several rules propose.

use super::Action;
use crate::design::{ComplaintRecovery, Edit, Element, Gift, Occasion, Segment, StaffTraining};
use crate::review::facts::Facts;
use crate::review::figure::Form;

/// All discounts of a design multiplied by `factor`, those of 0 left out.
pub fn scale_discounts(facts: &Facts, elements: &[Element], factor: f64) -> Option<Action> {
    let edits: Vec<Edit> = elements
        .iter()
        .flat_map(Element::discounts)
        .filter(|&id| facts.central(id) > 0.0)
        .map(|id| Edit::Scale(facts.path(id), factor))
        .collect();
    let action = Action::new("action-scale-discounts", edits).number("factor", Form::Share, factor);
    (!action.edits.is_empty()).then_some(action)
}

/// Gifts for a spend at half of their cost, and for a spend a little above what customers spend anyway.
pub fn on_gifts(facts: &Facts) -> Vec<Action> {
    let gifts = facts.all::<Gift>().filter(|(_, gift)| gift.occasion == Occasion::Spend);
    gifts
        .flat_map(|(element, gift)| [Some(cheaper(facts, gift)), further(facts, element, gift)])
        .flatten()
        .collect()
}

fn cheaper(facts: &Facts, gift: &Gift) -> Action {
    let edits = vec![Edit::Scale(facts.path(gift.cost_per_gift), 0.5)];
    Action::new("action-cheaper-gift", edits).number(
        "to",
        Form::Money,
        0.5 * facts.central(gift.cost_per_gift),
    )
}

/// Only those who are a little short buy more: the spend is a quarter above the usual one of those who spend most.
fn further(facts: &Facts, element: &Element, gift: &Gift) -> Option<Action> {
    const ABOVE: f64 = 1.25;
    let months = facts.central(gift.within_months).round().max(1.0);
    let usual = |s: &Segment| {
        let a_period = facts.central(s.purchases_per_year) * months / 12.0;
        facts.central(s.basket) * a_period.max(1.0)
    };
    let segments = facts.design.segments.iter().enumerate();
    let users = segments.filter(|(at, _)| element.is_for(*at));
    let to = round(ABOVE * users.map(|(_, segment)| usual(segment)).fold(0.0, f64::max));
    (to > facts.central(gift.from_spend)).then(|| {
        Action::new("action-raise-target", vec![Edit::Set(facts.path(gift.from_spend), to)]).number(
            "to",
            Form::Money,
            to,
        )
    })
}

/// The element taken out, or left as it is today; not if it is the only one, for a program without elements is none.
pub fn drop(facts: &Facts, element: &Element) -> Option<Action> {
    let as_today = facts.changes_todays(&element.path);
    let message = if as_today { "action-leave-as-today" } else { "action-drop-element" };
    (facts.elements().len() > 1).then(|| {
        Action::new(message, vec![Edit::Remove(element.path.clone())])
            .name("element", "element", element.called())
            .text("path", &element.path)
    })
}

/// The element ended after a year.
pub fn end_after_a_year(facts: &Facts, element: &Element) -> Option<Action> {
    let month = element.from + 12;
    (month < element.until).then(|| {
        let end = facts.design.month(month).to_string();
        Action::new("action-end-element", vec![Edit::SetText(format!("{}.until", element.path), end.clone())])
            .name("element", "element", element.called())
            .text("month", end)
    })
}

/// The elements kept for all segments but one.
pub fn without_segment(facts: &Facts, segment: usize) -> Option<Action> {
    let others: Vec<String> = (0..facts.design.segments.len())
        .filter(|&i| i != segment)
        .map(|i| facts.design.segments[i].name.clone())
        .collect();
    if others.is_empty() || is_hardly_anybody(facts, segment) {
        return None;
    }
    let mut edits = Vec::new();
    for element in facts.elements().iter().filter(|e| !e.facts().is_service()) {
        let users: Vec<usize> = (0..facts.design.segments.len()).filter(|&i| element.is_for(i)).collect();
        let kept: Vec<&str> = users
            .iter()
            .filter(|&&i| i != segment)
            .map(|&i| facts.design.segments[i].name.as_str())
            .collect();
        if kept.is_empty() {
            edits.push(Edit::Remove(element.path.clone()));
        } else if kept.len() < users.len() {
            edits.push(Edit::SetTexts(
                format!("{}.segments", element.path),
                kept.iter().map(|&s| s.to_owned()).collect(),
            ));
        }
    }
    let removed = edits.iter().filter(|e| matches!(e, Edit::Remove(_))).count();
    (!edits.is_empty() && removed < facts.elements().len()).then(|| {
        Action::new("action-without-segment", edits).text("segment", &facts.design.segments[segment].name)
    })
}

/// Whether the segments other than this one are a hundredth of the customers or less, or a single customer: no program is made for them.
fn is_hardly_anybody(facts: &Facts, segment: usize) -> bool {
    let others = facts.design.segments.iter().enumerate().filter(|(at, _)| *at != segment);
    let share: f64 = others.map(|(_, segment)| facts.central(segment.share)).sum();
    share < 0.01 || share * facts.central(facts.design.business.customers) < 1.5
}

/// Set-up and running cost of program and elements cut to `factor`.
pub fn cut_fixed(facts: &Facts, factor: f64) -> Option<Action> {
    let program = facts.program()?;
    let own = [program.setup_cost, program.cost_per_month, program.cost_per_member_per_year];
    let edits: Vec<Edit> = own
        .into_iter()
        .filter(|&id| facts.central(id) > 0.0)
        .map(|id| Edit::Scale(facts.path(id), factor))
        .collect();
    (!edits.is_empty())
        .then(|| Action::new("action-cut-fixed", edits).number("factor", Form::Share, factor).alone())
}

/// Complaints put right faster and more often, at a fifth of a transaction value a case or what a case costs today.
pub fn recover_complaints(facts: &Facts) -> Option<Action> {
    if facts.has::<ComplaintRecovery>() || facts.program().is_none() {
        return None;
    }
    let service = &facts.design.service;
    let fast = facts.central(service.recovered_fast).max(0.5);
    // no fewer in all than today
    let today = facts.central(service.recovered_fast) + facts.central(service.recovered_slowly);
    let slowly =
        facts.central(service.recovered_slowly).min(0.2).max(hundredths(today - fast)).min(1.0 - fast);
    let transactions = facts.design.segments.iter().map(|s| facts.central(s.share) * facts.central(s.basket));
    let case = facts.central(service.cost_per_recovery).max(round(0.2 * transactions.sum::<f64>()));
    let lines = format!("recovered_fast = {fast}\nrecovered_slowly = {slowly}\ncost_per_case = {case}\n");
    Some(
        Action::new("action-recover-complaints", vec![Edit::Append("program.complaint_recovery", lines)])
            .number("fast", Form::Share, fast)
            .number("case", Form::Money, case),
    )
}

/// Staff trained, whatever rule asks for it: one training has one price, which depends on how many people serve customers and not on what a program
/// costs. How far it lifts them is an assumption, stated as a range.
pub fn train_staff(facts: &Facts) -> Option<Action> {
    facts.program()?;
    let monthly = round(training_per_month(facts));
    if facts.has::<StaffTraining>() || monthly <= 0.0 {
        return None;
    }
    let today = facts.central(facts.design.service.proper_contacts);
    let [low, mode, high] = trained(today);
    let lines = format!(
        "cost_per_month = {monthly}\nlifts_proper_contacts_to = {{ low = {low}, mode = {mode}, high = {high}, basis = \"assumed\", \
         source = \"judgement of the review; measure it in a pilot\" }}\nfades_half_life_months = 0\n"
    );
    Some(
        Action::new("action-train-staff", vec![Edit::Append("program.staff_training", lines)])
            .number("monthly", Form::Money, monthly)
            .number("to", Form::Share, mode)
            .alone(),
    )
}

/// What training costs a month: a share of what the staff costs, where the design says how many they are and what they earn; otherwise a share of sales
/// at list prices, about 1,000 EUR a year for somebody who sells for 200,000. Both are judgements.
fn training_per_month(facts: &Facts) -> f64 {
    const OF_PAY: f64 = 0.03;
    const OF_SALES: f64 = 0.005;
    let central = |id| facts.central(id);
    let staff = &facts.design.staff;
    let pay = central(staff.employees) * central(staff.pay_per_month);
    let of = |s: &Segment| central(s.share) * central(s.purchases_per_year) * central(s.basket);
    let sales = central(facts.design.business.customers) * facts.design.segments.iter().map(of).sum::<f64>();
    if pay > 0.0 { OF_PAY * pay } else { OF_SALES * sales / 12.0 }
}

/// To which share of contacts handled to standard training may lift a share of `today`: by 5, 20 or 35 points. A judgement; no study gives a size.
pub fn trained(today: f64) -> [f64; 3] {
    [0.05, 0.20, 0.35].map(|gain| hundredths(today + gain).min(0.95))
}

fn hundredths(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}

/// Values that people choose for sums, thresholds and gifts, within a power of ten.
const CHOSEN: [f64; 11] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// The nearest value that a person would choose: 40 for 41, 250 for 262. 0 where there is none.
pub fn round(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 0.0;
    }
    let power = libm::floor(libm::log10(value)) as i32;
    let [up, down] = [power.max(0), (-power).max(0)].map(|p| libm::pow(10.0, f64::from(p)));
    let first = value / up * down;
    let gap = |chosen: &f64| (chosen - first).abs();
    let chosen = CHOSEN.into_iter().min_by(|a, b| gap(a).total_cmp(&gap(b))).unwrap_or(first);
    chosen * up / down
}

/// The nearest number of points that a person would choose, at least one.
pub fn whole_points(value: f64) -> f64 {
    round(value).round().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remedies_have_values_that_people_choose() {
        let pairs = [(41.0, 40.0), (262.0, 250.0), (0.96, 1.0), (0.34, 0.3), (1_160.0, 1_200.0), (-3.0, 0.0)];
        assert!(pairs.iter().all(|(value, chosen)| round(*value) == *chosen));
        assert_eq!([whole_points(0.2), whole_points(2.6)], [1.0, 3.0]);
    }
}
