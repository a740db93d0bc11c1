//! Vectors of every width give the same bits, in every scenario.

use crate::design::Design;
use crate::random::restrict;
use crate::simulate::{Experiment, Settings, Tally};
use std::sync::Mutex;

/// Held while vectors are restricted, as they are so for the whole process.
static RESTRICTED: Mutex<()> = Mutex::new(());

/// Narrower than the widest, by [`restrict`].
const NARROWER: [(u8, &str); 2] = [(1, "AVX2"), (2, "what every x86-64 has")];

fn bits(tally: &Tally) -> Vec<u64> {
    let rows = (0..tally.worlds())
        .flat_map(|w| (0..tally.segments()).flat_map(move |s| (0..tally.months()).map(move |m| (w, s, m))));
    rows.flat_map(|(w, s, m)| tally.row(w, s, m).values().iter().map(|x| x.to_bits())).collect()
}

/// The first trials of a design, played on vectors at most of this width; calibrated on them, too.
fn played(text: &str, level: u8, customers: usize, trials: u64) -> Vec<Vec<u64>> {
    let design = Design::parse(text).unwrap_or_else(|problems| panic!("{problems}"));
    let _alone = RESTRICTED.lock().unwrap();
    restrict(level);
    let experiment = Experiment::new(&design, Settings { seed: 7, customers });
    let all = (0..trials).map(|trial| bits(&experiment.play(trial))).collect();
    restrict(0);
    all
}

/// The scenarios, each by its name.
#[allow(clippy::disallowed_methods, reason = "a test may read the scenarios")]
fn scenarios() -> Vec<(String, String)> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")).unwrap();
    let designs = folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|x| x == "toml"));
    let mut all: Vec<_> =
        designs.map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect();
    all.sort();
    all
}

/// Law: the same seed gives the same bits with AVX-512, with AVX2 and with neither. Exact. A machine without AVX-512
/// compares what it has. Other tests may run meanwhile: they get the same numbers, later.
#[test]
fn narrower_vectors_change_no_bit() {
    let full = include_str!("../../tests/designs/full.toml");
    let widest = played(full, 0, 1100, 4);
    for (level, vectors) in NARROWER {
        assert!(widest == played(full, level, 1100, 4), "{vectors}");
    }
    assert!(widest[0] != widest[1]);
}

/// The same in every scenario, two trials each. Exact.
#[test]
fn narrower_vectors_change_no_bit_of_a_scenario() {
    let scenarios = scenarios();
    assert!(scenarios.len() >= 20, "{} scenarios", scenarios.len());
    for (name, text) in scenarios {
        let widest = played(&text, 0, 300, 2);
        for (level, vectors) in NARROWER {
            assert!(widest == played(&text, level, 300, 2), "{name}: {vectors}");
        }
    }
}
