//! Designs that have been simulated, with what came of them: what has not changed is not played again.

use loyalsim::decide::paired::Rows;
use loyalsim::decide::precision::GOOD_ENOUGH;
use loyalsim::design::{Design, Problems, Truth};
use loyalsim::simulate::{Experiment, Halt, Lucks, Settings, play_beside, unless_given_up};
use loyalsim::summary::{Collector, Misfit, Outcome, RunSettings, Summary};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Seed and size of `loyalsim run` where nobody says otherwise.
pub const SETTINGS: Settings = Settings { seed: 1, customers: 3_000 };

/// Designs that are kept: enough for four variants and some steps back.
const MOST: usize = 24;

/// Trials handed out at a time, after which it is heard that nobody waits any more.
const BATCH: u64 = 16;

/// The trials as `loyalsim run` plays them: where a program runs already, its end is played beside it.
fn experiment(design: &Design) -> Experiment<'_> {
    Experiment::new(design, SETTINGS).beside_ending_today()
}

/// A design with the outcomes of its first trials.
#[derive(Debug)]
pub struct Shelved {
    /// The design.
    pub design: Arc<Design>,
    collector: Collector,
    outcomes: Vec<Outcome>,
    customers: usize,
}

impl Shelved {
    fn new(design: Design) -> Self {
        let customers = experiment(&design).customers();
        Self { collector: Collector::new(&design), outcomes: Vec::new(), customers, design: Arc::new(design) }
    }

    /// Trials played.
    pub fn done(&self) -> u64 {
        self.outcomes.len() as u64
    }

    /// What came out, as `loyalsim run` sums it up.
    pub fn summary(&self) -> Summary {
        self.collector.summary(&RunSettings {
            seed: SETTINGS.seed,
            customers: self.customers,
            trials_asked: self.done(),
            target: GOOD_ENOUGH,
        })
    }
}

/// The designs, those used last at the end.
#[derive(Debug)]
pub struct Shelf {
    all: Vec<Shelved>,
    most: usize,
}

impl Default for Shelf {
    fn default() -> Self {
        Self::of(MOST)
    }
}

impl Shelf {
    /// A shelf with room for so many designs.
    pub fn of(most: usize) -> Self {
        Self { all: Vec::new(), most }
    }

    /// Takes the design of this text to the front and returns its name on the shelf.
    ///
    /// # Errors
    /// If it is not valid.
    pub fn take(&mut self, text: &str) -> Result<String, Problems> {
        let design = Design::parse(text)?;
        let hash = design.hash.clone();
        let known = self.all.iter().position(|held| held.design.hash == hash);
        let held = known.map_or_else(|| Shelved::new(design), |at| self.all.remove(at));
        self.all.push(held);
        let over = self.all.len().saturating_sub(self.most);
        self.all.drain(..over);
        Ok(hash)
    }

    /// The design of a name.
    pub fn get(&self, hash: &str) -> Option<&Shelved> {
        self.all.iter().find(|held| held.design.hash == hash)
    }

    /// Plays each design up to its number of trials; those that are as far are played beside each other. Stops early where `alone` says that
    /// nobody waits.
    ///
    /// # Errors
    /// If an outcome does not belong to its design.
    pub fn play(&mut self, goals: &[(String, u64)], alone: &(dyn Fn() -> bool + Sync)) -> Result<(), Misfit> {
        let ways = |shelf: &Self| -> Vec<(String, u64, u64)> {
            let way = |(hash, upto): &(String, u64)| {
                Some((hash.clone(), shelf.get(hash)?.done(), *upto)).filter(|(_, done, upto)| done < upto)
            };
            goals.iter().filter_map(way).collect()
        };
        loop {
            let ahead = ways(self);
            let Some(first) = ahead.iter().map(|(_, done, _)| *done).min().filter(|_| !alone()) else {
                return Ok(());
            };
            // up to where the next one has been played, or ends
            let stops = ahead.iter().flat_map(|(_, done, upto)| [*done, *upto]);
            let last = stops.filter(|stop| *stop > first).min().unwrap_or(first).min(first + BATCH);
            let mut group: Vec<String> = Vec::new();
            for (hash, ..) in ahead.into_iter().filter(|(_, done, _)| *done == first) {
                // several variants may be the same design
                if !group.contains(&hash) {
                    group.push(hash);
                }
            }
            self.play_beside(&group, first..last, alone)?;
        }
    }

    fn play_beside(
        &mut self,
        group: &[String],
        trials: Range<u64>,
        alone: &(dyn Fn() -> bool + Sync),
    ) -> Result<(), Misfit> {
        let designs: Vec<Arc<Design>> =
            group.iter().filter_map(|hash| Some(Arc::clone(&self.get(hash)?.design))).collect();
        let experiments: Vec<Experiment> =
            designs.iter().map(|design| experiment(design).until(Halt::when(alone))).collect();
        let all: Vec<&Experiment> = experiments.iter().collect();
        let row = |trial: u64| -> Vec<Outcome> {
            let truths: Vec<Truth> = experiments.iter().map(|experiment| experiment.truth(trial)).collect();
            let tallies = play_beside(&all, &truths, Lucks::of(trial));
            let parts = experiments.iter().zip(&designs).zip(&truths).zip(&tallies);
            parts
                .map(|(((experiment, design), truth), tally)| {
                    Outcome::with_sources(experiment, design, truth, tally)
                })
                .collect()
        };
        let rows: Vec<Option<Vec<Outcome>>> =
            trials.into_par_iter().map(|trial| unless_given_up(|| row(trial))).collect();
        for row in rows.into_iter().map_while(|row| row) {
            for (hash, outcome) in group.iter().zip(row) {
                let Some(held) = self.all.iter_mut().find(|held| held.design.hash == *hash) else { continue };
                held.collector.add(&outcome)?;
                held.outcomes.push(outcome.slim());
            }
        }
        Ok(())
    }

    /// The outcomes of several designs side by side, in the trials that all of them have.
    pub fn rows(&self, hashes: &[String]) -> Rows {
        let held: Vec<&Shelved> = hashes.iter().filter_map(|hash| self.get(hash)).collect();
        let common = held.iter().map(|held| held.outcomes.len()).min().unwrap_or(0);
        (0..common).map(|trial| held.iter().map(|held| held.outcomes[trial].clone()).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("../../scenarios/staff-training.toml");

    fn other(text: &str) -> String {
        let mut draft = loyalsim::design::Draft::new(text).unwrap();
        draft.scale("program.staff_training.cost_per_month", 2.0).unwrap();
        draft.finish().unwrap().0
    }

    /// Law: in whatever steps and beside whatever others designs are played, each comes to the same.
    #[test]
    fn steps_and_neighbours_change_nothing() {
        let waits = || false;
        let mut alone = Shelf::default();
        let hash = alone.take(TEXT).unwrap();
        alone.play(&[(hash.clone(), 40)], &waits).unwrap();
        let mut beside = Shelf::default();
        beside.take(TEXT).unwrap();
        beside.play(&[(hash.clone(), 5)], &waits).unwrap();
        let second = beside.take(&other(TEXT)).unwrap();
        beside.play(&[(hash.clone(), 24), (second.clone(), 40)], &waits).unwrap();
        assert_eq!(beside.get(&hash).unwrap().done(), 24);
        beside.play(&[(hash.clone(), 40)], &waits).unwrap();
        let told = |shelf: &Shelf| format!("{:?}", shelf.get(&hash).unwrap().summary());
        assert_eq!(told(&alone), told(&beside));
        let more = [&hash, &second, &hash].map(|hash| (hash.clone(), 48));
        beside.play(&more, &waits).unwrap();
        assert_eq!(beside.get(&hash).unwrap().done(), 48, "the same design twice is played once");
        let rows = beside.rows(&[hash, second]);
        assert_eq!((rows.len(), rows.iter().next().map(<[Outcome]>::len)), (48, Some(2)));
    }

    #[test]
    fn nobody_plays_for_those_who_have_gone() {
        let mut shelf = Shelf::default();
        let hash = shelf.take(TEXT).unwrap();
        shelf.play(&[(hash.clone(), 400)], &|| true).unwrap();
        assert_eq!(shelf.get(&hash).unwrap().done(), 0);
        assert!(shelf.take("title = 1").is_err());
    }

    #[test]
    fn the_shelf_has_an_end() {
        let mut shelf = Shelf::default();
        for n in 0..2 * MOST {
            shelf.take(&format!("{TEXT}\n# {n}\n")).unwrap();
        }
        assert_eq!(shelf.all.len(), MOST);
    }
}
