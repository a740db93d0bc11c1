//! Pilots that have been played: designs and lucks that agree in what a pilot depends on share it.

use super::block::Block;
use super::cast::{Calibrated, Cast, Pilot};
use super::intercepts::Intercepts;
use super::pilot;
use super::totals::Grain;
use crate::plan::{Plan, Response, SegmentPlan};
use crate::population::Recipe;
use crate::units::Share;

/// Pilots remembered: those of a design or two under a few truths.
const REMEMBERED: usize = 24;

/// A segment ready to be played, its pilot played unless one like it is remembered.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, block: &mut Block) -> Calibrated<'a> {
    let lived = lived(plan, index);
    let today = plan.service_today(index);
    let known =
        block.pilots.iter().position(|p| p.today == *today && p.lived == lived && has_past(p, plan, index));
    if let Some(at) = known {
        block.pilots[..=at].rotate_right(1);
        let recipe = Recipe::new(&plan.segments[index], &mut block.shapes);
        return again(plan, index, (&block.pilots[0], recipe));
    }
    let calibrated = pilot::calibrate(plan, index, block);
    block.pilots.truncate(REMEMBERED - 1);
    block.pilots.insert(0, remembered(&calibrated, lived));
    calibrated
}

/// What a segment declares, without that to which no customer of its pilot responds. Where a program runs already, all of it.
fn lived(plan: &Plan, index: usize) -> SegmentPlan {
    let declared = plan.segments[index].clone();
    if plan.past.is_some() {
        return declared;
    }
    SegmentPlan {
        share: Share::new(0.0),
        margin: Share::new(0.0),
        forgetful: Share::new(0.0),
        lift: [0.0; 3],
        arrivals: 0.0,
        season: Vec::new(),
        response: to_no_program(&declared.response),
        ..declared
    }
}

/// The responses of customers who know no program, no discount and no rival.
fn to_no_program(response: &Response) -> Response {
    let nothing = Response::default();
    Response {
        price: nothing.price,
        firm_benefit: nothing.firm_benefit,
        personal_benefit: nothing.personal_benefit,
        loss_aversion: nothing.loss_aversion,
        reference_memory: nothing.reference_memory,
        noticeable: nothing.noticeable,
        sensitisation: nothing.sensitisation,
        brought_forward: nothing.brought_forward,
        put_off: nothing.put_off,
        deep: nothing.deep,
        deep_established: nothing.deep_established,
        deep_new: nothing.deep_new,
        novelty_memory: nothing.novelty_memory,
        goal_reset: nothing.goal_reset,
        momentum: nothing.momentum,
        demotion_ratio: nothing.demotion_ratio,
        promotion_joy: nothing.promotion_joy,
        competition: nothing.competition,
        shield: nothing.shield,
        rival_pull: nothing.rival_pull,
        rival_wallet: nothing.rival_wallet,
        rival_contrast: nothing.rival_contrast,
        detractor_weight: nothing.detractor_weight,
        word_of_mouth: nothing.word_of_mouth,
        advocates: nothing.advocates,
        margin: nothing.margin,
        ..*response
    }
}

/// Whether a pilot has had the past of a plan.
fn has_past(pilot: &Pilot, plan: &Plan, index: usize) -> bool {
    match (&pilot.past, &plan.past) {
        (None, None) => true,
        (Some([months, year]), Some(past)) => *months == past.months[index] && *year == past.year[index],
        _ => false,
    }
}

fn remembered(calibrated: &Calibrated, lived: SegmentPlan) -> Pilot {
    let Calibrated { cast, intercepts, touchpoints, histories, newcomers, correlation, stood, .. } =
        calibrated;
    Pilot {
        lived,
        today: *cast.plan.service_today(cast.index),
        past: cast.plan.past.as_ref().map(|past| [&past.months, &past.year].map(|of| of[cast.index].clone())),
        recipe: cast.recipe.clone(),
        traits: cast.traits,
        start: cast.start.clone(),
        intercepts: *intercepts,
        touchpoints: touchpoints.clone(),
        histories: *histories,
        newcomers: newcomers.clone(),
        correlation: *correlation,
        stood: *stood,
    }
}

/// The segment of a plan, whose distributions `recipe` holds but for its propensity to leave, with what a pilot has solved.
fn again<'a>(plan: &'a Plan, index: usize, (known, recipe): (&Pilot, Recipe)) -> Calibrated<'a> {
    let declared = &plan.segments[index];
    let recipe = recipe.leaving_as(&known.recipe);
    // where a program runs already, some of the declared newcomers come by it
    let arrivals = if plan.past.is_some() { known.intercepts.arrivals } else { declared.arrivals };
    Calibrated {
        lifetime: pilot::lifetime(plan, declared, &recipe),
        cast: Cast {
            plan,
            index,
            recipe,
            traits: known.traits,
            start: known.start.clone(),
            partings: plan.partings(index),
            grain: Grain::of(declared.basket.get()),
        },
        declared,
        intercepts: Intercepts { arrivals, ..known.intercepts },
        touchpoints: known.touchpoints.clone(),
        histories: known.histories,
        newcomers: known.newcomers.clone(),
        correlation: known.correlation,
        stood: known.stood,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};

    /// All that is solved, in words.
    fn solved(calibrated: &Calibrated) -> String {
        let Calibrated { cast, intercepts, lifetime, touchpoints, histories, newcomers, correlation, .. } =
            calibrated;
        let cast = (&cast.recipe, &cast.traits, &cast.start, &cast.partings, cast.grain);
        format!(
            "{cast:?} {intercepts:?} {lifetime:?} {touchpoints:?} {histories:?} {newcomers:?} {correlation}"
        )
    }

    /// The same segment, other in all that a pilot is said not to depend on.
    fn otherwise(segment: &SegmentPlan) -> SegmentPlan {
        let other = |x: f32| 0.7 * x + 0.01;
        let r = &segment.response;
        let response = Response {
            price: other(r.price),
            firm_benefit: other(r.firm_benefit),
            personal_benefit: other(r.personal_benefit),
            loss_aversion: other(r.loss_aversion),
            reference_memory: other(r.reference_memory),
            noticeable: other(r.noticeable),
            sensitisation: other(r.sensitisation),
            brought_forward: other(r.brought_forward),
            put_off: other(r.put_off),
            deep: other(r.deep),
            deep_established: other(r.deep_established),
            deep_new: other(r.deep_new),
            novelty_memory: other(r.novelty_memory),
            goal_reset: other(r.goal_reset),
            momentum: other(r.momentum),
            demotion_ratio: other(r.demotion_ratio),
            promotion_joy: other(r.promotion_joy),
            competition: other(r.competition),
            shield: other(r.shield),
            rival_pull: other(r.rival_pull),
            rival_wallet: other(r.rival_wallet),
            rival_contrast: other(r.rival_contrast),
            detractor_weight: other(r.detractor_weight),
            word_of_mouth: other(r.word_of_mouth),
            advocates: other(r.advocates),
            margin: other(r.margin),
            ..*r
        };
        SegmentPlan {
            share: Share::new(0.5 * segment.share.get()),
            margin: Share::new(0.5 * segment.margin.get()),
            forgetful: Share::new(0.5 * segment.forgetful.get() + 0.1),
            lift: segment.lift.map(other),
            arrivals: 0.5 * segment.arrivals + 0.001,
            season: segment.season.iter().map(|month| other(*month)).collect(),
            response,
            ..segment.clone()
        }
    }

    /// Law: a segment that is found among the pilots remembered comes to what it would come to with a pilot of its own, to the last bit.
    #[test]
    fn what_no_pilot_depends_on_changes_nothing_that_it_solves() {
        for text in [
            include_str!("../../tests/designs/full.toml"),
            include_str!("../../scenarios/electronics.toml"),
            include_str!("../../scenarios/big-customer.toml"),
        ] {
            let design = Design::parse(text).unwrap();
            let plan = Plan::new(&design, &Truth::central(&design), 1, 0);
            let mut other = plan.clone();
            other.segments = plan.segments.iter().map(otherwise).collect();
            for index in 0..plan.segments.len() {
                let [mut shared, mut own] = [(); 2].map(|()| Box::<Block>::default());
                calibrate(&plan, index, &mut shared);
                let found = solved(&calibrate(&other, index, &mut shared));
                assert_eq!(shared.pilots.len(), 1, "{}", design.title);
                assert!(found == solved(&calibrate(&other, index, &mut own)), "{}", design.title);
            }
        }
    }
}
