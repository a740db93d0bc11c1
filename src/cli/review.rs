//! `loyalsim review`: judges a design as an expert would, and writes the review.

use super::args::ReviewArgs;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::OutDir;
use super::{check, input, progress, terminal};
use indicatif::ProgressBar;
use loyalsim::decide::Watch;
use loyalsim::report;
use loyalsim::review::{self, ReviewSettings, RivalDesign};
use loyalsim::words::Words;
use std::path::PathBuf;

/// The folder in which every design gets a folder of its own, unless said otherwise.
const OUT: &str = "loyalsim-out";

/// Reviews, answers, writes.
pub fn run(args: &ReviewArgs) -> Result<(), Failure> {
    let source = input::read(&args.design)?;
    let design = check::design(&source)?;
    let rivals = args.rival.iter().map(|path| rival(path)).collect::<Result<Vec<_>, Failure>>()?;
    let folder =
        args.out.clone().unwrap_or_else(|| PathBuf::from(OUT).join(format!("{}-review", source.stem)));
    let out = OutDir::probe(&folder)?;
    let watcher = Watcher { bar: progress::bar(1, args.quiet), interrupt: Interrupt::listen()? };
    let settings = ReviewSettings {
        seed: args.seed,
        trials: args.trials,
        customers: args.customers as usize,
        rivals,
        file: source.name.clone(),
    };
    let reviewed = review::review(&source.text, &design, &settings, &watcher);
    watcher.bar.finish_and_clear();
    let review = reviewed.map_err(|broken| match broken {
        review::Broken::Stopped => Failure::Interrupted,
        review::Broken::Misfit(_) => Failure::runtime(broken.to_string(), ""),
    })?;
    let mut json = serde_json::to_string_pretty(&review)
        .map_err(|e| Failure::runtime(format!("the review cannot be written as JSON: {e}"), ""))?;
    json.push('\n');
    let text = report::review_text(&review, Words::new(args.lang).with_currency(&design.currency));
    let mut batch = out.batch();
    batch.add("review.json", json.as_bytes())?;
    batch.add("review.txt", text.as_bytes())?;
    if let Some(counter) = &review.counter_design {
        batch.add("counter-design.toml", counter.as_bytes())?;
    }
    batch.commit()?;
    if args.quiet { Ok(()) } else { terminal::say(&text) }
}

fn rival(path: &std::path::Path) -> Result<RivalDesign, Failure> {
    let source = input::read(path)?;
    check::design(&source)?;
    Ok(RivalDesign { name: source.stem, text: source.text })
}

/// Shows progress and hears Ctrl-C.
struct Watcher {
    bar: ProgressBar,
    interrupt: Interrupt,
}

impl Watch for Watcher {
    fn begin(&self, _: &str, ticks: u64) {
        self.bar.set_length(ticks);
    }

    fn tick(&self, ticks: u64) {
        self.bar.inc(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked()
    }
}
