//! Vectors of every width give the same bits.

use crate::design::Design;
use crate::random::restrict;
use crate::simulate::{Experiment, Settings, Tally};

fn bits(tally: &Tally) -> Vec<u64> {
    let rows = (0..tally.worlds())
        .flat_map(|w| (0..tally.segments()).flat_map(move |s| (0..tally.months()).map(move |m| (w, s, m))));
    rows.flat_map(|(w, s, m)| tally.row(w, s, m).values().iter().map(|x| x.to_bits())).collect()
}

/// Law: the same seed gives the same bits with AVX-512, with AVX2 and with neither. Exact. A machine without AVX-512
/// compares what it has. Other tests may run meanwhile: they get the same numbers, later.
#[test]
fn narrower_vectors_change_no_bit() {
    let design = Design::parse(include_str!("../../tests/designs/full.toml")).unwrap();
    let experiment = Experiment::new(&design, Settings { seed: 7, customers: 1100 });
    let at_most = |level| {
        restrict(level);
        let all: Vec<Vec<u64>> = (0..4).map(|trial| bits(&experiment.play(trial))).collect();
        restrict(0);
        all
    };
    let widest = at_most(0);
    assert!(widest == at_most(1), "AVX2");
    assert!(widest == at_most(2), "neither");
    assert!(widest[0] != widest[1]);
}
