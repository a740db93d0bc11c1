//! How many faults do the unit tests catch? Plants a sample of them in a copy of the package, all at once behind a switch, so that one build
//! plays them all: `loyalsim-mutants FROM TREE NOTES [FAULTS] [--seed N] [--area NAME]… [--longest SECONDS]`.

mod area;
mod asked;
mod build;
mod fault;
mod find;
mod log;
mod plant;
mod play;
mod report;
mod times;

use area::AREAS;
use asked::Asked;
use fault::Fault;
use log::{Log, Verdict};
use play::{Program, Suite};
use std::error::Error;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use times::Times;

/// Tests that may notice what those of the fault's own area have not.
const WIDER: [&str; 4] = ["plan::", "simulate::", "summary::", "review::"];

fn main() -> Result<(), Box<dyn Error>> {
    let Asked { from, tree, notes, sample, longest } = &Asked::read(std::env::args().skip(1))?;
    let mut log = Log::read(&notes.join("log.tsv"))?;
    let mut times = Times::read(&notes.join("times.tsv"))?;
    let mut faults = area::sample(from, sample)?;
    faults.retain(|fault| !log.is(&fault.name, Verdict::DoesNotCompile));
    let file = build::tests(from, tree, &mut faults, &mut log)?;
    let program = Program { file: &file, tree };
    // whoever wants to see one at work sets MUTANT to its number
    let numbers: String = faults.iter().map(|fault| format!("{}\t{}\n", fault.number, fault.name)).collect();
    fs::write(notes.join("numbers.tsv"), numbers)?;

    let (mut first, mut then) = (Vec::new(), Vec::new());
    for area in &AREAS {
        // what is not looked at is not timed either
        let tests = if sample.has(area) { &[area.tests][..] } else { &["no test has this name"] };
        let [quick, slow] = Suite::of(program, tests, &mut times, *longest)?;
        first.push(quick);
        then.push(slow);
    }
    play(&faults, &mut log, Verdict::Caught, |fault| &first[fault.area])?;
    report::print(&faults, &log);
    play(&faults, &mut log, Verdict::Caught, |fault| &then[fault.area])?;
    report::print(&faults, &log);
    if longest.is_some() {
        return Ok(());
    }
    for suite in &Suite::of(program, &WIDER, &mut times, None)? {
        play(&faults, &mut log, Verdict::CaughtElsewhere, |_| suite)?;
    }
    report::print(&faults, &log);
    Ok(())
}

/// Plays the faults that no test has noticed yet, as many at a time as there are processors.
fn play<'a>(
    faults: &[Fault],
    log: &mut Log,
    caught: Verdict,
    suite: impl Fn(&Fault) -> &'a Suite<'a> + Sync,
) -> Result<(), Box<dyn Error>> {
    let open: Vec<&Fault> = faults.iter().filter(|fault| !log.caught(&fault.name)).collect();
    let (log, next) = (Mutex::new(log), AtomicUsize::new(0));
    let work = || -> Result<(), String> {
        while let Some(fault) = open.get(next.fetch_add(1, Ordering::Relaxed)) {
            let noticed = suite(fault).notices(fault.number).map_err(|e| e.to_string())?;
            let verdict = if noticed { caught } else { Verdict::Missed };
            log.lock().map_err(|e| e.to_string())?.add(&fault.name, verdict).map_err(|e| e.to_string())?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let at_once = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or_else(|_| Err("a worker died".into())))
    })?;
    Ok(())
}
