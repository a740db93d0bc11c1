//! Popular claims that a design may lean on, and what is wrong with them.

use super::figure::{Figures, Form, Source};
use super::interval::Interval;
use super::reachable;
use super::sentence::{Sentence, Style, say};
use crate::design::{Basis, Design, Driver, Metric, NumberId};
use crate::summary::value;

/// What must be said about the popular claims this design touches.
pub fn claims(design: &Design, figures: &mut Figures) -> Vec<Sentence> {
    let central = |id: NumberId| Interval::of_number(&design.numbers[id]).value;
    let mut list = Vec::new();
    let staff = design.causes.iter().filter(|c| c.driver == Driver::Staff);
    let staff: f64 = staff.map(|cause| central(cause.share)).sum();
    if staff >= 0.5 {
        let share = figures.bare("claim.staff", Form::Share, staff, Source::Design);
        let quarter =
            figures.bare("claim.keaveney", Form::Share, 0.302, Source::Published("Keaveney 1995".into()));
        list.push(say("review-claim-sixty-eight").value("share", share).value("measured", quarter));
    }
    list.extend(five_percent(design, figures));
    list.extend(eighty_twenty(design, figures));
    if design.goals.iter().any(|goal| goal.metric == Metric::Nps) {
        list.push(say("review-claim-nps"));
    }
    let folk = design.numbers.iter().filter(|(_, n)| n.span.is_some() && n.basis == Basis::Folk).count();
    if folk > 0 {
        let count = figures.bare("claim.folk", Form::Count, folk as f64, Source::Design);
        list.push(say("review-claim-folk").figure("count", count, Style::Plural));
    }
    let acquisition = design.numbers[design.business.acquisition_cost].basis;
    if matches!(acquisition, Basis::Folk | Basis::Assumed) {
        list.push(say("review-claim-five-times"));
    }
    let talk = &design.numbers[design.behaviour.detractor_weight];
    if talk.span.is_some() && talk.distribution.central() > 2.0 {
        list.push(say("review-claim-three-and-ten"));
    }
    list
}

/// +5 points of retention: what they are worth here, against the 25 to 100 % that is quoted.
fn five_percent(design: &Design, figures: &mut Figures) -> Option<Sentence> {
    if !design.goals.iter().any(|goal| goal.metric == Metric::AnnualRetention) {
        return None;
    }
    let central = |id: NumberId| Interval::of_number(&design.numbers[id]).value;
    let retention = Interval::of_retention_today(design).value;
    let rise = value::rise_by_points(retention, 0.05, central(design.business.cost_of_capital))?;
    let retention = figures.bare("claim.retention", Form::Share, retention, Source::Design);
    let rise = figures.bare("claim.rise", Form::Share, rise, Source::Formula);
    Some(say("review-claim-five-percent").value("retention", retention).value("rise", rise))
}

/// The top fifth: what the design's own distributions give it.
fn eighty_twenty(design: &Design, figures: &mut Figures) -> Option<Sentence> {
    design.program.as_ref()?;
    let top =
        figures.interval("claim.top-fifth", Form::Share, &reachable::top_fifth(design), Source::Formula);
    Some(say("review-claim-eighty-twenty").value("share", top))
}
