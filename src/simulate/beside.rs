//! Several designs in one trial: those of one business share their customers, their luck and the baseline, which are played once.

use super::run::Experiment;
use super::seats::Lucks;
use super::tally::Tally;
use crate::design::Truth;
use crate::plan::Plan;

/// Most programs that are played beside each other: more would not stay in a core's own cache.
const MOST: usize = 12;

/// Programs that are played beside each other.
struct Table {
    /// Place of the experiment in which they are played.
    host: usize,
    plan: Plan,
    /// The places of the experiments, and their worlds; the baseline where there is no program.
    seats: Vec<(usize, usize)>,
}

/// Plays a luck in several experiments, each under its truth. The tallies are those of [`Experiment::play_lucks`], to the last bit, in a
/// fraction of the time where experiments differ in their programs only.
pub fn play_beside(experiments: &[&Experiment<'_>], truths: &[Truth], lucks: Lucks) -> Vec<Tally> {
    let mut tables: Vec<Table> = Vec::new();
    for (at, (experiment, truth)) in experiments.iter().zip(truths).enumerate() {
        let plan = experiment.plan(truth, lucks);
        let fits = |table: &&mut Table| {
            let same = experiment.may_join(truth, (experiments[table.host], &truths[table.host]));
            same && table.plan.worlds.len() + plan.worlds.len() <= MOST + 2
                && plan.has_baseline_of(&table.plan)
        };
        match tables.iter_mut().find(fits) {
            Some(table) => {
                let world = if plan.worlds.len() > 1 { table.plan.worlds.len() } else { 0 };
                table.seats.push((at, world));
                table.plan.add_worlds_of(plan);
            }
            None => {
                let seats = vec![(at, plan.worlds.len() - 1)];
                tables.push(Table { host: at, plan, seats });
            }
        }
    }
    let mut tallies: Vec<Option<Tally>> = experiments.iter().map(|_| None).collect();
    for Table { host, plan, seats } in tables {
        let tally = experiments[host].play_plan(&truths[host], &plan, lucks);
        if let [(at, _)] = seats[..] {
            tallies[at] = Some(tally);
            continue;
        }
        for (at, world) in seats {
            tallies[at] = Some(tally.of_world(world));
        }
    }
    tallies.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Draft};
    use crate::simulate::Settings;

    fn changed(text: &str, change: impl Fn(&mut Draft)) -> Design {
        let mut draft = Draft::new(text).unwrap();
        change(&mut draft);
        draft.finish().unwrap().1
    }

    /// Law: a design comes to the same, to the last bit, whatever is played beside it: other programs, none, and other businesses, which have
    /// a table of their own.
    #[test]
    fn nobody_is_changed_by_who_plays_beside() {
        let full = include_str!("../../tests/designs/full.toml");
        let electronics = include_str!("../../scenarios/electronics.toml");
        for (text, customers, removed) in
            [(full, 900, "program.guarantee"), (electronics, 700, "program.messages")]
        {
            let designs = [
                changed(text, |_| ()),
                changed(text, |draft| draft.scale("program.points.earn", 2.0).unwrap()),
                changed(text, |draft| draft.scale("program.setup_cost", 2.0).unwrap()),
                changed(text, |draft| draft.remove(removed).unwrap()),
                changed(text, |draft| {
                    draft.remove("program").unwrap();
                    drop(draft.remove("optimise"));
                }),
                changed(text, |draft| draft.scale("business.customers", 0.5).unwrap()),
                changed(text, |draft| draft.scale("business.cost_of_capital", 2.0).unwrap()),
                changed(text, |draft| {
                    draft.set("business.sales_tax", 0.2).unwrap();
                    draft.set("business.price_inflation", 0.08).unwrap();
                }),
            ];
            let settings = Settings { seed: 4, customers };
            let experiments: Vec<Experiment> =
                designs.iter().map(|design| Experiment::new(design, settings)).collect();
            let all: Vec<&Experiment> = experiments.iter().collect();
            for trial in 0..3 {
                let truths: Vec<Truth> = experiments.iter().map(|e| e.truth(trial)).collect();
                let beside = play_beside(&all, &truths, Lucks::of(trial));
                for (i, (experiment, tally)) in experiments.iter().zip(&beside).enumerate() {
                    let alone = experiment.play_under(&truths[i], trial);
                    assert!(*tally == alone, "design {i}, trial {trial}: {}", designs[i].title);
                }
            }
        }
    }
}
