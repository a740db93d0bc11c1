//! How much processor time the engine takes: per customer, month and world; by size; by threads; beside a hand-tuned kernel.
//!
//! `cargo bench --bench engine`. Times are processor times of one thread, medians of several runs. Where a reference kernel for a small
//! model of this kind lies in `../shared/limit`, it is built and run in the same minutes, so that one table compares both.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use loyalsim::design::Design;
use loyalsim::simulate::{Experiment, Settings};

const SCENARIO: &str = "scenarios/electronics.toml";
/// A design with every element at once.
const EVERYTHING: &str = "tests/designs/full.toml";
const RUNS: usize = 5;
/// Resolution of the processor times Linux reports.
const TICKS_PER_SECOND: f64 = 100.0;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join(SCENARIO)).expect("the scenario is part of the project");
    let design = Design::parse(&text).expect("shipped scenarios have no faults");
    let kernel = limit_kernel(root);
    engine(&design, kernel);
    everything(root);
    growth(&design);
    threads(&design);
}

/// The full model against the kernel.
fn engine(design: &Design, kernel: Option<f64>) {
    let (customers, trials) = (10_000, 48);
    let seconds = median(|| cpu_of(design, customers, trials, 1));
    let per = nanoseconds(seconds, design, customers, trials);
    println!(
        "{SCENARIO}: {per:.1} ns of processor time per customer, month and world (base customers counted)"
    );
    let small = median(|| cpu_of(design, 1, 400, 1)) / 400.0;
    println!("of it {:.2} ms a trial for drawing, compiling and calibrating", 1e3 * small);
    match kernel {
        Some(limit) => println!("reference kernel: {limit:.2} ns; ratio {:.1}", per / limit),
        None => println!("SKIPPED: no reference kernel in ../shared/limit, nothing to compare with"),
    }
}

/// Every element at once against the same business with points alone.
fn everything(root: &Path) {
    let text = std::fs::read_to_string(root.join(EVERYTHING)).expect("the design is part of the project");
    let (customers, trials) = (10_000, 24);
    let [full, plain] = [text.clone(), points_alone(&text)].map(|text| {
        let design = Design::parse(&text).expect("the design has no faults, with its elements and without");
        nanoseconds(median(|| cpu_of(&design, customers, trials, 1)), &design, customers, trials)
    });
    println!(
        "{EVERYTHING}: {full:.1} ns with every element, {plain:.1} ns with points alone; ratio {:.2}",
        full / plain
    );
}

/// The design without its other elements, and without the search over them.
fn points_alone(text: &str) -> String {
    let mut kept = true;
    let mut out = String::new();
    for line in text.lines() {
        let table = line.trim_start_matches('[');
        if line.starts_with('[') {
            let element = table.starts_with("program.") && !table.starts_with("program.points");
            kept = !element && !table.starts_with("optimise");
        }
        if kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Fitted exponents: 1 means that time grows in proportion.
fn growth(design: &Design) {
    let fit = |points: &[(f64, f64)]| {
        let n = points.len() as f64;
        let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
        let (mx, my) = (logs.iter().map(|p| p.0).sum::<f64>() / n, logs.iter().map(|p| p.1).sum::<f64>() / n);
        let cov: f64 = logs.iter().map(|(x, y)| (x - mx) * (y - my)).sum();
        cov / logs.iter().map(|(x, _)| (x - mx) * (x - mx)).sum::<f64>()
    };
    let by_customers: Vec<(f64, f64)> =
        [10_000, 20_000, 40_000, 80_000].map(|n| (n as f64, median(|| cpu_of(design, n, 8, 1)))).to_vec();
    let by_trials: Vec<(f64, f64)> =
        [16, 32, 64].map(|n| (n as f64, median(|| cpu_of(design, 10_000, n, 1)))).to_vec();
    println!("time ~ customers^{:.2}, trials^{:.2}", fit(&by_customers), fit(&by_trials));
}

/// Threads share nothing: the processor time of all of them together does not grow.
fn threads(design: &Design) {
    let one = median(|| cpu_of(design, 10_000, 32, 1));
    let two = median(|| cpu_of(design, 10_000, 32, 2));
    println!("two threads take {:.2} times the processor time of one", two / one);
}

fn nanoseconds(seconds: f64, design: &Design, customers: usize, trials: u64) -> f64 {
    let worlds = if design.program.is_some() { 2.0 } else { 1.0 };
    1e9 * seconds / (customers as f64 * design.horizon_months as f64 * trials as f64 * worlds)
}

fn median(run: impl Fn() -> f64) -> f64 {
    run();
    let mut times: Vec<f64> = (0..RUNS).map(|_| run()).collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// Processor seconds of a simulation.
fn cpu_of(design: &Design, customers: usize, trials: u64, threads: usize) -> f64 {
    let experiment = Experiment::new(design, Settings { seed: 1, customers });
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    let before = cpu_seconds();
    let mut sum = 0.0;
    pool.install(|| {
        experiment.run(
            0..trials,
            |_, tally| tally.total(0, 0, loyalsim::simulate::Line::Active),
            |_, active| {
                sum += active;
                ControlFlow::Continue(())
            },
        )
    });
    assert!(sum > 0.0);
    cpu_seconds() - before
}

/// Processor time of this process so far, threads that have ended included; wall time where the system does not tell.
fn cpu_seconds() -> f64 {
    let ticks = || -> Option<f64> {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        // the name in parentheses may hold blanks; user and system time are the 12th and 13th fields after it
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let sum = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
        Some(sum / TICKS_PER_SECOND)
    };
    ticks().unwrap_or_else(|| {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0.0, |t| t.as_secs_f64())
    })
}

/// Nanoseconds of the fastest version of the reference kernel on this machine.
fn limit_kernel(root: &Path) -> Option<f64> {
    let manifest = root.join("../shared/limit/Cargo.toml");
    if !manifest.exists() {
        return None;
    }
    let output = Command::new(env!("CARGO"))
        .args(["run", "--release", "--quiet", "--manifest-path"])
        .arg(&manifest)
        .arg("--target-dir")
        .arg(root.join("target/limit"))
        .args(["--", "--trials", "60", "--threads", "1", "--all"])
        .output()
        .ok()?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| line.starts_with("limit"))
        .filter_map(|line| line.split(':').nth(1)?.trim().parse::<f64>().ok())
        .min_by(f64::total_cmp)
}
