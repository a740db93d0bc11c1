use super::*;
use crate::decide::Unwatched;
use crate::decide::watch::StopsAfter;
use crate::design::{Distribution, Draft};
use crate::summary::Scalar;
use crate::units::Share;
use std::sync::atomic::{AtomicU64, Ordering};

const TEXT: &str = include_str!("../../../scenarios/staff-training.toml");
const NET: Measure = Measure::Mean(Scalar::NetEffect);

fn size(rows: u64) -> SensitivitySize {
    SensitivitySize { settings: Settings { seed: 2, customers: 200 }, rows }
}

fn of(text: &str, rows: u64) -> Sensitivity {
    let design = Design::parse(text).unwrap();
    sensitivity(&design, NET, size(rows), &Unwatched).unwrap().unwrap()
}

#[test]
fn shares_are_of_the_whole_spread() {
    let found = of(TEXT, 64);
    let parts = [found.luck.value, found.ignorance].map(Share::get);
    assert!((parts[0] + parts[1] - 1.0).abs() < 1e-12 && parts.iter().all(|part| *part >= 0.0), "{parts:?}");
    assert!(found.inputs.windows(2).all(|w| w[0].indices.total.value >= w[1].indices.total.value));
    assert_eq!(found.convergence.iter().map(|s| s.rows).collect::<Vec<_>>(), [8, 16, 32, 64]);
    let last = found.convergence.last().unwrap();
    assert_eq!(last.total[0], found.inputs[0].indices.total.value);
    assert_eq!(last.total.len(), found.inputs.len() + 1);
    assert!(found.tornado.windows(2).all(|w| w[0].width() >= w[1].width()));
    assert_eq!(found.tornado.len(), found.uncertain);
    assert!(!found.scatter.is_empty() && found.scatter.iter().all(|s| s.points.len() == 64));
    assert!(found.tornado.iter().all(|s| s.low < s.high), "{:?}", found.tornado);
}

/// The same design with its tables in another order: the same answer to the last bit.
#[test]
fn the_order_of_the_file_means_nothing() {
    let (first, second) = (of(TEXT, 16), of(&turned(TEXT), 16));
    assert_ne!(first.design_hash, second.design_hash);
    assert_eq!(first.inputs, second.inputs);
    assert_eq!(first.tornado, second.tornado);
}

/// The tables of a design from the last to the first, those that are lists of tables left in their order at the end.
fn turned(text: &str) -> String {
    let mut tables: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            tables.push(Vec::new());
        }
        tables.last_mut().unwrap().push(line);
    }
    let head = tables.remove(0);
    let listed = |table: &Vec<&str>| table[0].starts_with("[[") || table[0].starts_with("[program");
    let (listed, mut single): (Vec<_>, Vec<_>) = tables.into_iter().partition(|t| listed(t));
    single.reverse();
    assert!(single.len() > 1);
    [vec![head], single, listed].concat().concat().join("\n")
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        serde_json::to_string(&pool.install(|| of(TEXT, 20))).unwrap()
    };
    assert_eq!(on(1), on(3));
}

/// Many numbers: those that cannot matter end up in the rest, which explains nothing.
#[test]
fn a_first_look_keeps_what_matters() {
    let text = include_str!("../../../scenarios/electronics.toml");
    let design = Design::parse(text).unwrap();
    let size = SensitivitySize { settings: Settings { seed: 2, customers: 1_500 }, rows: 32 };
    let found = sensitivity(&design, NET, size, &Unwatched).unwrap().unwrap();
    assert!(found.screening.len() > MOST_INPUTS);
    assert_eq!(found.screening.iter().filter(|s| s.kept).count(), KEPT);
    assert_eq!(found.inputs.len(), KEPT + 1);
    let numbers: usize = found.inputs.iter().map(|i| i.paths.len()).sum();
    assert_eq!(numbers, found.uncertain);
    let rest = found.inputs.iter().find(|i| i.kind == Kind::Rest).unwrap();
    let Index { value, mc_error, .. } = rest.indices.total;
    assert!(value.get() - 2.0 * mc_error.get() < 0.3, "{rest:?}");
    // no present values, so the cost of capital cannot matter
    let capital = found.screening.iter().find(|s| s.paths == ["business.cost_of_capital"]).unwrap();
    assert!(!capital.kept && capital.effect == 0.0, "{capital:?}");
}

#[test]
fn what_cannot_be_explained_is_refused() {
    let design = Design::parse(TEXT).unwrap();
    let refused = |design: &Design, measure| sensitivity(design, measure, size(8), &Unwatched).unwrap_err();
    let shortfall = refused(&design, Measure::Shortfall);
    assert_eq!(shortfall, SensitivityFault::OfManyTrials("shortfall".to_owned()));
    let mut draft = Draft::new(TEXT).unwrap();
    draft.remove("program").unwrap();
    let bare = draft.finish().unwrap().1;
    assert_eq!(refused(&bare, NET), SensitivityFault::Constant("net_effect".to_owned()));
    let mut draft = Draft::new(TEXT).unwrap();
    let numbers: Vec<_> = design.numbers.iter().filter(|(_, n)| !n.distribution.is_certain()).collect();
    for (_, number) in numbers {
        draft.set_distribution(&number.path, &Distribution::Fixed(number.distribution.central())).unwrap();
    }
    assert_eq!(refused(&draft.finish().unwrap().1, NET), SensitivityFault::Certain);
}

#[test]
fn a_request_to_stop_keeps_whole_rows() {
    let design = Design::parse(TEXT).unwrap();
    let stopped = |after| sensitivity(&design, NET, size(64), &StopsAfter::new(after)).unwrap();
    assert_eq!(stopped(0), None);
    // rows under way are given up; how many that are depends on the threads
    let part = (1..40).find_map(|n| stopped(20 * n)).unwrap();
    let rows = part.origin.trials;
    assert!(part.origin.partial && (1..64).contains(&rows) && part.tornado.is_empty(), "{:?}", part.origin);
}

/// What is announced to whoever watches is what is played.
#[test]
fn progress_ends_at_its_end() {
    struct Counts(AtomicU64, AtomicU64);
    impl Watch for Counts {
        fn begin(&self, _: &str, ticks: u64) {
            self.0.store(ticks, Ordering::SeqCst);
        }
        fn tick(&self, ticks: u64) {
            self.1.fetch_add(ticks, Ordering::SeqCst);
        }
        fn stopped(&self) -> bool {
            false
        }
    }
    let counts = Counts(AtomicU64::new(0), AtomicU64::new(0));
    let design = Design::parse(TEXT).unwrap();
    let found = sensitivity(&design, NET, size(8), &counts).unwrap().unwrap();
    let [announced, played] = [&counts.0, &counts.1].map(|c| c.load(Ordering::SeqCst));
    assert_eq!((announced, found.played), (played, played));
}
