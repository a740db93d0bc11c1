//! `loyalsim run`: simulates a design, says the two answers, and writes the results.

use super::args::RunArgs;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::OutDir;
use super::results;
use super::trials::{self, TrialPlan};
use super::values::Answers;
use super::{check, input, terminal};
use loyalsim::design::Design;
use loyalsim::report;
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words, breakable};
use std::path::{Path, PathBuf};

/// The folder in which every design gets a folder of its own, unless said otherwise.
pub const OUT: &str = "loyalsim-out";

/// Simulates, answers, writes.
pub fn run(args: &RunArgs, words: Words<'static>) -> Result<(), Failure> {
    let source = input::read(&args.design, words)?;
    let design = check::design(&source, words)?;
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(OUT).join(&source.stem));
    let out = OutDir::probe(&folder)?;
    let interrupt = Interrupt::listen(words)?;
    let pool = pool(args.threads)?;
    let run = pool.install(|| trials::run(&design, TrialPlan::new(args), &interrupt, words))?;
    // A terminal that cannot be written to is no reason to lose the files.
    let said = say_answers(args, &design, &run.summary, words.language());
    results::write_tables(&out, &source.text, &run)?;
    let pictures = if args.no_charts {
        results::old_pictures(&out, words)
    } else {
        pool.install(|| results::write_pictures(&out, &design, &run.summary, words))?
    };
    said.and_then(|()| say_files(args, out.path(), &pictures, words))?;
    if interrupt.asked() && run.summary.run.partial { Err(Failure::Interrupted) } else { Ok(()) }
}

/// The threads asked for.
pub fn pool(threads: Option<u64>) -> Result<rayon::ThreadPool, Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.map_or(0, |n| n as usize))
        .build()
        .map_err(|e| Failure::unwritable("failure-threads", &e))
}

fn say_answers(
    args: &RunArgs,
    design: &Design,
    summary: &Summary,
    language: Language,
) -> Result<(), Failure> {
    if args.quiet && args.format == Answers::Text {
        return Ok(());
    }
    match args.format {
        Answers::Json => terminal::say(&results::summary_json(summary)?),
        Answers::Text => {
            terminal::say(&report::answers(design, summary, language))?;
            if args.monthly {
                terminal::say(&format!("\n{}", report::monthly_tables(summary, language)))?;
            }
            if args.categories {
                terminal::say(&format!("\n{}", report::category_tables(summary, language)))?;
            }
            Ok(())
        }
    }
}

fn say_files(args: &RunArgs, folder: &Path, pictures: &str, words: Words<'_>) -> Result<(), Failure> {
    if args.quiet || args.format == Answers::Json {
        return Ok(());
    }
    let parquet = if cfg!(feature = "parquet") { Some(("trials.parquet", "run-file-parquet")) } else { None };
    let files = [
        Some(("summary.json", "run-file-summary")),
        Some(("monthly.csv", "run-file-monthly")),
        Some(("categories.csv", "run-file-categories")),
        Some(("trials.csv", "run-file-trials")),
        parquet,
        Some(("design-as-run.toml", "run-file-design")),
    ];
    let files: Vec<_> = files
        .into_iter()
        .flatten()
        .map(|(name, key)| format!("  {name:<20}{}\n", words.say(key, &[])))
        .collect();
    let head = words.say("run-files", &[]);
    let place = words.say("run-files-where", &[("folder", folder.display().to_string().into())]);
    terminal::say(&breakable(&format!("\n{head}\n{}  {pictures}\n\n{place}\n", files.concat())))
}
