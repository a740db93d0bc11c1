//! What the changes of the recommended design cost: goals that they lose, and goals that it misses all the same.

use crate::review::case::{Case, MAIN, chance};
use crate::review::figure::Figures;
use crate::review::ground::EVEN;
use crate::review::package::Package;
use crate::review::reached;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::Probability;

/// Fall of a goal's chance that a board must read of, even where the goal stays more likely reached than missed.
const FALL: f64 = 0.2;

/// Whether the changes cost a goal: its chance falls much, or below an even one.
fn costs(before: f64, after: f64) -> bool {
    before - after > FALL || (before >= EVEN && after < EVEN)
}

/// The chance of a goal as proposed and with the recommended design, on the same trials, where the changes cost it.
fn lost(case: &Case, package: &Package, goal: usize) -> Option<[Probability; 2]> {
    let before = reached::in_first(package.played.measures.len(), case.run, case.design, Some(goal));
    let after = package.chance(Some(goal));
    costs(before.share.get(), after.share.get()).then_some([before, after])
}

/// Goals that the changes make much less likely to be reached.
pub fn cost_of_changes(case: &Case, package: &Package, figures: &mut Figures) -> Vec<Sentence> {
    let goals = case.design.goals.iter().enumerate();
    let told = goals.filter_map(|(at, goal)| {
        let [before, after] = lost(case, package, at)?;
        let before = chance(figures, format!("goal{}.before", at + 1), &before, MAIN);
        let after = chance(figures, format!("goal{}.counter", at + 1), &after, "counter-design");
        let sentence = say("review-counter-costs").name("metric", "metric", goal.metric.key());
        Some(sentence.figure("chance", after, Style::Chance).figure("before", before, Style::Chance))
    });
    told.collect()
}

/// Goals that the recommended design is more likely to miss than to reach, beside those that it loses.
pub fn still_missed(case: &Case, package: &Package) -> Option<Sentence> {
    let goals = &case.design.goals;
    let missing = (0..goals.len()).filter(|goal| package.chance(Some(*goal)).high.get() < EVEN);
    let missing = missing.filter(|goal| lost(case, package, *goal).is_none());
    let names: Vec<Arg> = missing.map(|goal| name("metric", goals[goal].metric.key().to_owned())).collect();
    (!names.is_empty()).then(|| say("review-counter-misses").with("goals", Arg::List(names)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_lost_by_a_large_fall_or_below_an_even_chance() {
        assert!(costs(0.98, 0.44) && costs(0.51, 0.49) && costs(0.9, 0.69));
        assert!(!costs(0.9, 0.75) && !costs(0.45, 0.4) && !costs(0.1, 0.9));
    }
}
