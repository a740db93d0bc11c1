//! `loyalsim run`: simulates a design, says the two answers, and writes the results.

use super::args::{Answers, RunArgs};
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::OutDir;
use super::results;
use super::trials::{self, Plan};
use super::{check, input, terminal};
use loyalsim::design::Design;
use loyalsim::report;
use loyalsim::summary::Summary;
use std::path::{Path, PathBuf};

/// The folder in which every design gets a folder of its own, unless said otherwise.
pub const OUT: &str = "loyalsim-out";

/// Simulates, answers, writes.
pub fn run(args: &RunArgs) -> Result<(), Failure> {
    let source = input::read(&args.design)?;
    let design = check::design(&source)?;
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(OUT).join(&source.stem));
    let out = OutDir::probe(&folder)?;
    let interrupt = Interrupt::listen()?;
    let pool = pool(args.threads)?;
    let run = pool.install(|| trials::run(&design, Plan::new(args), &interrupt))?;
    // A terminal that cannot be written to is no reason to lose the files.
    let said = say_answers(args, &design, &run.summary);
    results::write_tables(&out, &source.text, &run)?;
    let pictures = if args.no_charts {
        results::old_pictures(&out)
    } else {
        pool.install(|| results::write_pictures(&out, &design, &run.summary))?
    };
    said.and_then(|()| say_files(args, out.path(), &pictures))?;
    if interrupt.asked() && run.summary.run.partial { Err(Failure::Interrupted) } else { Ok(()) }
}

/// The threads asked for.
pub fn pool(threads: Option<u64>) -> Result<rayon::ThreadPool, Failure> {
    rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, |n| n as usize)).build().map_err(|e| {
        Failure::runtime(format!("the threads cannot be started: {e}"), "try fewer with --threads")
    })
}

fn say_answers(args: &RunArgs, design: &Design, summary: &Summary) -> Result<(), Failure> {
    if args.quiet && args.format == Answers::Text {
        return Ok(());
    }
    match args.format {
        Answers::Json => terminal::say(&results::summary_json(summary)?),
        Answers::Text => {
            terminal::say(&report::answers(design, summary))?;
            if args.monthly {
                terminal::say(&format!("\n{}", report::monthly_tables(summary)))
            } else {
                Ok(())
            }
        }
    }
}

fn say_files(args: &RunArgs, folder: &Path, pictures: &str) -> Result<(), Failure> {
    if args.quiet || args.format == Answers::Json {
        return Ok(());
    }
    let parquet =
        if cfg!(feature = "parquet") { "  trials.parquet      the same for data tools\n" } else { "" };
    terminal::say(&format!(
        "\nFILES\n  summary.json        everything above and more, for other programs\n  \
         monthly.csv         every series month by month, with and without the program\n  \
         trials.csv          one row per trial\n{parquet}  design-as-run.toml  the design\n  {pictures}\n\n\
         All of it is in {}\n",
        folder.display()
    ))
}
