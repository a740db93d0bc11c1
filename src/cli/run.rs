//! `loyalsim run`: simulates a design, says the two answers, and writes the results.

use super::args::RunArgs;
use super::failure::Failure;
use super::folder::{self, Folder};
use super::interrupt::Interrupt;
use super::listing::{self, Listing};
use super::session::Session;
use super::trials::{self, TrialPlan};
use super::values::Answers;
use super::{check, effort, input, results, terminal};
use loyalsim::design::Design;
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words};
use loyalsim::{charts, report};

/// Simulates, answers, writes.
pub fn run(args: &RunArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let folder = Folder::open(&args.out.clone().unwrap_or_else(|| folder::usual(&source, None)))?;
    let plan = TrialPlan::new(args);
    effort::weigh(&design, plan.effort(), words)?;
    let interrupt = Interrupt::listen(words)?;
    let pool = pool(args.threads)?;
    let run = pool.install(|| trials::run(&design, plan, &interrupt, words))?;
    // A terminal that cannot be written to is no reason to lose the files.
    let said = say_answers(args, &design, &run.summary, words.language());
    let mut draft = folder.draft()?;
    draft.add_designs(&[&source])?;
    results::add_tables(&mut draft, &run)?;
    let charts =
        if args.no_charts { Vec::new() } else { charts::all(&design, &run.summary, words.language()) };
    pool.install(|| results::add_pictures(&mut draft, &charts))?;
    let replaced = draft.commit(session.origin(run.summary.run.partial))?;
    listing::warn_of_kept(&replaced, words);
    said?;
    if !args.quiet && args.format == Answers::Text {
        terminal::say(&files(charts.len(), words).told(folder.path(), &replaced, words))?;
    }
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
            if args.worth {
                terminal::say(&format!("\n{}", report::worth_tables(summary, language)))?;
            }
            Ok(())
        }
    }
}

/// The files with what is in them.
fn files(pictures: usize, words: Words<'_>) -> Listing {
    let mut files = Listing::default();
    let parquet = if cfg!(feature = "parquet") { Some(("trials.parquet", "run-file-parquet")) } else { None };
    let named = [
        Some(("summary.json", "run-file-summary")),
        Some(("monthly.csv", "run-file-monthly")),
        Some(("categories.csv", "run-file-categories")),
        Some(("trials.csv", "run-file-trials")),
        parquet,
        Some((folder::DESIGN, "run-file-design")),
    ];
    for (name, key) in named.into_iter().flatten() {
        files.add(name, words.say(key, &[]));
    }
    match pictures {
        0 => files.add("", words.say("run-file-no-charts", &[])),
        count => files.add("charts/", words.say("run-file-charts", &[("count", count.into())])),
    }
    files
}
