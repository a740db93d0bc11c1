//! Pictures of decisions in every language, from small runs.

use loyalsim::charts::{self, Chart, NamedChart};
use loyalsim::decide::grid::{self, Axis};
use loyalsim::decide::optimise::{self, Task, Work};
use loyalsim::decide::stress::{self, Failure, StressSize};
use loyalsim::decide::{Measure, Unwatched, compare, exit, paired};
use loyalsim::design::Design;
use loyalsim::simulate::Settings;
use loyalsim::summary::Scalar;
use loyalsim::words::Language;
use std::sync::LazyLock;

const SETTINGS: Settings = Settings { seed: 1, customers: 200 };
const TRIALS: u64 = 8;
const LEVERS: &str = "
[[optimise.lever]]
path = \"program.points.earn\"
low = 0
high = 0.08
[[optimise.lever]]
path = \"program.staff_training.lifts_proper_contacts_to\"
low = 0.15
high = 0.6
";

static CHARTS: LazyLock<Vec<(String, Chart)>> = LazyLock::new(|| {
    let electronics = text("electronics");
    let gain = format!("{electronics}\n[optimise]\nobjectives = [\"npv\"]\n{LEVERS}");
    let front = format!("{electronics}\n[optimise]\nobjectives = [\"npv\", \"retention\"]\n{LEVERS}");
    let earn = "program.points.earn=1%..6%:6";
    [
        comparison(),
        sweep("line", &electronics, &[earn]),
        sweep("grid", &electronics, &[earn, "program.staff_training.cost_per_month=0,5e6,1e7"]),
        sweep("words", &electronics, &["program.stacking=best,sum"]),
        optimisation("gain", &gain),
        optimisation("front", &front),
        stressed("electronics", Failure::Loss),
        stressed("staff-training", Failure::Loss),
        stressed("staff-training", Failure::Goal(0)),
        ended(),
    ]
    .concat()
});

/// All pictures of the five commands by name.
pub fn all() -> Vec<(String, Chart)> {
    CHARTS.clone()
}

fn text(scenario: &str) -> String {
    std::fs::read_to_string(format!("scenarios/{scenario}.toml")).unwrap()
}

fn spoken(story: &str, charts: impl Fn(Language) -> Vec<NamedChart>) -> Vec<(String, Chart)> {
    let named = |language| {
        let name = move |c: NamedChart| (format!("decide-{story}-{}-{language}", c.name), c.chart);
        charts(language).into_iter().map(name)
    };
    let all: Vec<_> = Language::ALL.into_iter().flat_map(named).collect();
    assert!(!all.is_empty(), "{story} has no picture");
    all
}

fn comparison() -> Vec<(String, Chart)> {
    let designs =
        ["staff-training", "discount-only", "premature"].map(|name| Design::parse(&text(name)).unwrap());
    let designs: Vec<&Design> = designs.iter().collect();
    let names = ["Hosts, not sellers", "A card for everybody", "early"].map(str::to_owned);
    let rows = paired::play(&designs, SETTINGS, 0..TRIALS, &Unwatched);
    let found = compare::compare(&designs, &names, &rows, SETTINGS, 2 * TRIALS);
    spoken("compare", |language| charts::comparison(&found, &rows, language))
}

fn sweep(story: &str, text: &str, sets: &[&str]) -> Vec<(String, Chart)> {
    let design = Design::parse(text).unwrap();
    let axes: Vec<Axis> = sets.iter().map(|set| Axis::parse(set, &design).unwrap()).collect();
    let designs = grid::designs(text, &axes).unwrap();
    let measures = (Measure::Mean(Scalar::NetEffect), Vec::new());
    let found = grid::sweep(&design, axes, &designs, measures, (SETTINGS, TRIALS), &Unwatched).unwrap();
    spoken(story, |language| charts::sweep(&found, language))
}

fn optimisation(story: &str, text: &str) -> Vec<(String, Chart)> {
    let work = Work { settings: SETTINGS, trials: 6, fresh: 8, points: 24 };
    let found =
        optimise::optimise(&Task::read(text).unwrap(), work, Vec::new(), &Unwatched, &|_| {}).unwrap();
    spoken(story, |language| charts::optimisation(&found, language))
}

fn stressed(scenario: &str, failure: Failure) -> Vec<(String, Chart)> {
    let size = StressSize { settings: SETTINGS, trials: 60 };
    let found = stress::stress(&text(scenario), failure, size, &Unwatched).unwrap().unwrap();
    spoken(&format!("{scenario}-{failure:?}"), |language| charts::stress(&found, language))
}

fn ended() -> Vec<(String, Chart)> {
    let design = Design::parse(&text("electronics")).unwrap();
    let stops = exit::ends(&design, 6);
    let found = exit::exit(&design, &stops, (SETTINGS, TRIALS), &Unwatched).unwrap();
    spoken("exit", |language| charts::exit(&found, language))
}
