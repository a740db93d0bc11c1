//! Every shipped review beside the trials of `loyalsim run` with the same seed: at least forty of its numbers (thirty where it recommends no
//! other design) are computed again from `trials.csv`, by arithmetic that shares no code with the review.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Small enough for a minute; the arithmetic is the same for any number.
const TRIALS: usize = 20;
const CUSTOMERS: &str = "100";
/// Differences of this size are those of adding in another order.
const EXACT: f64 = 1e-9;
/// Numbers of a review that are computed again: with a recommended design, and without.
const WANTED: [usize; 2] = [40, 30];

/// Trials by column; NaN where nothing is written.
type Trials = BTreeMap<String, Vec<f64>>;

fn loyalsim(home: &Path, args: &[&str]) {
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
    let output = command.current_dir(home).env("LC_ALL", "C").args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn trials(home: &Path, design: &str, count: usize) -> Trials {
    let count = count.to_string();
    loyalsim(home, &["run", design, "-q", "--trials", &count, "--customers", CUSTOMERS, "--out", "run"]);
    let text = fs::read_to_string(home.join("run/trials.csv")).unwrap();
    fs::remove_dir_all(home.join("run")).unwrap();
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let mut columns = Trials::new();
    for row in table.records().map(Result::unwrap) {
        for (name, cell) in names.iter().zip(&row) {
            columns.entry(name.clone()).or_default().push(cell.parse().unwrap_or(f64::NAN));
        }
    }
    columns
}

fn defined(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

fn mean(values: &[f64]) -> f64 {
    let values = defined(values);
    values.iter().sum::<f64>() / values.len() as f64
}

fn share(values: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    values.iter().filter(|value| is(**value)).count() as f64 / values.len() as f64
}

/// The quantile on the line between the two nearest values.
fn quantile(values: &[f64], p: f64) -> f64 {
    let sorted = defined(values);
    let place = p * (sorted.len() - 1) as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

/// Numbers of a review against what was computed.
struct Check<'a> {
    figures: &'a Value,
    place: String,
    done: usize,
}

impl Check<'_> {
    fn is(&mut self, figure: &str, field: &str, wanted: f64) {
        let Some(found) = self.figures[figure][field].as_f64() else { return };
        let size = found.abs().max(wanted.abs()).max(1e-3);
        assert!(
            (found - wanted).abs() <= EXACT * size,
            "{}: {figure} {field}: {found}, not {wanted}",
            self.place
        );
        self.done += 1;
    }

    fn interval(&mut self, figure: &str, values: &[f64]) {
        if defined(values).is_empty() {
            return;
        }
        self.is(figure, "value", mean(values));
        self.is(figure, "low", quantile(values, 0.05));
        self.is(figure, "high", quantile(values, 0.95));
    }
}

/// Headline numbers, goals, losses, of the main run.
fn main_run(check: &mut Check, trials: &Trials) {
    for (name, values) in trials.iter().filter(|(name, _)| !name.contains('.')) {
        check.interval(&format!("proposal.{name}"), values);
    }
    for (name, values) in trials.iter().filter(|(name, _)| name.ends_with(".value")) {
        let goal = name.split('.').next().unwrap().replace('_', "");
        let of = |what: &str| &trials[&name.replace(".value", what)];
        check.interval(&format!("{goal}.value"), values);
        let reached = defined(of(".reached"));
        check.is(&format!("{goal}.chance"), "value", mean(&reached));
        if !reached.is_empty() && reached.len() == defined(of(".reached_without")).len() {
            check.is(&format!("{goal}.without"), "value", mean(of(".reached_without")));
        }
        let missed: Vec<f64> = (0..values.len())
            .filter(|&at| of(".reached")[at] == 0.0)
            .map(|at| (values[at] - of(".threshold")[at]).abs())
            .collect();
        check.is(&format!("{goal}.shortfall"), "value", mean(&missed));
    }
    let Some(npv) = trials.get("npv").filter(|npv| !defined(npv).is_empty()) else { return };
    let negative = share(npv, |npv| npv < 0.0);
    check.is("proposal.loss", "value", negative);
    check.is("nothing.better", "value", negative);
    check.is("proposal.volume-short", "value", share(&trials["net_effect"], |effect| effect < 0.0));
    check.is("proposal.payback", "value", share(&trials["payback_month"], f64::is_finite));
    // the worst twentieth of twenty trials is one
    check.is("proposal.worst", "value", defined(npv)[0]);
}

/// The recommended design runs, and comes to what the review says; the proposal beside it rests on the same trials.
fn counter_design(check: &mut Check, home: &Path, proposal: &str) -> bool {
    if !home.join("review/counter-design.toml").exists() {
        return false;
    }
    let [before, after] =
        [proposal, "review/counter-design.toml"].map(|design| trials(home, design, TRIALS / 2));
    for name in ["npv", "retention_program", "nps_program", "active_program", "program_cost"] {
        check.interval(&format!("counter-design.{name}"), &after[name]);
        check.interval(&format!("counter-design.{name}.before"), &before[name]);
    }
    true
}

/// How many numbers were computed again, and how many are wanted.
fn reviewed(design: &Path) -> [usize; 2] {
    let home = tempfile::tempdir().unwrap();
    let (home, design) = (home.path(), design.to_str().unwrap());
    let count = TRIALS.to_string();
    let args =
        ["review", design, "-q", "--no-pdf", "--trials", &count, "--customers", CUSTOMERS, "--out", "review"];
    loyalsim(home, &args);
    let review: Value =
        serde_json::from_str(&fs::read_to_string(home.join("review/review.json")).unwrap()).unwrap();
    let mut check = Check { figures: &review["figures"], place: design.to_owned(), done: 0 };
    main_run(&mut check, &trials(home, design, TRIALS));
    let recommends = counter_design(&mut check, home, design);
    [check.done, WANTED[usize::from(!recommends)]]
}

#[test]
fn forty_numbers_of_every_review_follow_from_its_trials() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut designs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    designs.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    designs.sort();
    assert!(designs.len() > 15);
    for design in designs {
        let [done, wanted] = reviewed(&design);
        let has_program = fs::read_to_string(&design).unwrap().contains("\n[program]");
        assert!(done >= wanted || !has_program, "{}: only {done} numbers", design.display());
    }
}
