//! What a program is to a customer who compares offers.

use super::compile::Plan;
use super::levers::Levers;
use crate::design::{Design, Truth};

/// A program as a rival would have to match it: what a copy of it is worth, and how its customers are treated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer {
    /// What it is worth to a new member, as a share of spend: the reward rate, and the best discount open to a new member.
    pub worth: f64,
    /// Share of contacts handled to standard.
    pub proper_contacts: f64,
}

impl Offer {
    /// Of a design's program at its central values, mean over the months in which it runs and over the customers; `None` where there is none.
    pub fn of(design: &Design) -> Option<Self> {
        let plan = Plan::new(design, &Truth::central(design), 0, 0);
        let world = plan.worlds.get(1)?;
        let all = design.segments.iter().zip(&world.levers).flat_map(|(segment, months)| {
            let share = design.central(segment.share);
            months.iter().filter(|month| month.program).map(move |month| (share, month))
        });
        let all: Vec<(f64, &Levers)> = all.collect();
        let weight: f64 = all.iter().map(|(share, _)| share).sum();
        let mean = |of: fn(&Levers) -> f32| {
            all.iter().map(|(share, month)| share * f64::from(of(month))).sum::<f64>() / weight
        };
        (weight > 0.0).then(|| Self {
            worth: mean(Levers::worth),
            proper_contacts: mean(|month| month.proper_contacts),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Offer> {
        Offer::of(&Design::parse(text).unwrap())
    }

    #[test]
    fn a_program_is_worth_what_a_new_member_gets() {
        let trap = include_str!("../../scenarios/discount-trap.toml");
        let as_it_is = of(trap).unwrap();
        assert!((as_it_is.worth - 0.1).abs() < 1e-6, "{as_it_is:?}");
        let half = of(&trap.replace("every_months = 1", "every_months = 2")).unwrap();
        assert!((half.worth - 0.05).abs() < 0.002, "{half:?}");
        assert_eq!(half.proper_contacts, as_it_is.proper_contacts);
    }

    #[test]
    fn service_counts_too() {
        let training = include_str!("../../scenarios/staff-training.toml");
        let more = training
            .replace("{ low = 0.25, mode = 0.40, high = 0.55", "{ low = 0.55, mode = 0.60, high = 0.65");
        let [usual, better] = [training, &more].map(|text| of(text).unwrap());
        assert!(
            usual.worth == 0.0 && better.proper_contacts > usual.proper_contacts + 0.1,
            "{usual:?} {better:?}"
        );
    }
}
