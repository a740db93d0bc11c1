//! Charts of the shipped scenarios, simulated for real.

use std::ops::ControlFlow;

use loyalsim::charts::{NamedChart, all};
use loyalsim::design::Design;
use loyalsim::simulate::{Experiment, Settings};
use loyalsim::summary::{Collector, Outcome, RunSettings};
use loyalsim::words::Language;

/// The charts of a scenario after a few trials, in every language.
pub fn charts(scenario: &str, trials: u64, customers: usize) -> Vec<(Language, NamedChart)> {
    let design =
        Design::parse(&std::fs::read_to_string(format!("scenarios/{scenario}.toml")).unwrap()).unwrap();
    let mut collector = Collector::new(&design);
    let experiment = Experiment::new(&design, Settings { seed: 42, customers });
    let reduce = |truth: &_, tally: &_| Outcome::of(&design, truth, tally);
    experiment.run(0..trials, reduce, |_, outcome| {
        collector.add(&outcome).unwrap();
        ControlFlow::Continue(())
    });
    let run =
        RunSettings { seed: 42, customers, trials_asked: trials, target: loyalsim::units::Share::new(0.05) };
    let summary = collector.summary(&run);
    let spoken = |language| all(&design, &summary, language).into_iter().map(move |chart| (language, chart));
    Language::ALL.into_iter().flat_map(spoken).collect()
}
