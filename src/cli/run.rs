//! `loyalsim run`: simulates a design, says the two answers, and writes the results.

use super::failure::Failure;
use super::folder::{self, Folder};
use super::input::Source;
use super::interrupt::{Interrupt, Leaves};
use super::listing::{self, Listing};
use super::pool::pool;
use super::progress::Progress;
use super::run_args::{RunArgs, Shown};
use super::session::Session;
use super::shelf::Shelf;
use super::trial_plan;
use super::trials::{self, Run};
use super::values::Answers;
use super::{check, deck, effort, input, part, results, terminal};
use loyalsim::design::Design;
use loyalsim::report::Template;
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words};
use loyalsim::{charts, report};
use rayon::ThreadPool;

/// Simulates, answers, writes.
pub fn run(args: &RunArgs, session: &Session) -> Result<(), Failure> {
    if let Some(nth) = args.part {
        return part::run(args, nth, session);
    }
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let folder = Folder::open(
        &args.out.clone().unwrap_or_else(|| folder::usual(&source, None, args.shown.label.as_deref())),
    )?;
    let template = deck::template(&args.shown.office, session)?;
    let plan = trial_plan::plan(args);
    effort::weigh(&design, trial_plan::effort(plan), words)?;
    let interrupt = Interrupt::listen(Leaves::Results, words)?;
    let pool = pool(args.threads)?;
    let shelf = args.parts.as_ref().map(|parts| Shelf::open(parts, plan, &source, &design));
    let progress = Progress::new(plan.trials, args.shown.quiet, words);
    let places = (shelf.as_ref(), &folder.room());
    let run = pool.install(|| trials::run(&design, plan, places, &interrupt, progress, words))?;
    conclude(&args.shown, (&source, &design), (&run, template), (folder, &pool), session)?;
    if interrupt.asked() && run.summary.run.partial { Err(Failure::Interrupted) } else { Ok(()) }
}

/// Answers and writes what the trials have shown.
pub fn conclude(
    shown: &Shown,
    (source, design): (&Source, &Design),
    (run, template): (&Run, Option<Template>),
    (folder, pool): (Folder, &ThreadPool),
    session: &Session,
) -> Result<(), Failure> {
    let words = session.words;
    // A terminal that cannot be written to is no reason to lose the files.
    let said = say_answers(shown, design, &run.summary, words.language());
    let mut draft = folder.draft()?;
    draft.add_designs(&[source])?;
    results::add_tables(&mut draft, run, shown.csv, words.language())?;
    if shown.office.book.xlsx {
        let made = report::run_workbook(design, &run.summary, &run.collector, words.language());
        results::add_workbook(&mut draft, made)?;
    }
    if let Some(template) = template {
        deck::add(&mut draft, report::run_deck(design, &run.summary, template, words.language()))?;
    }
    let charts =
        if shown.no_charts { Vec::new() } else { charts::all(design, &run.summary, words.language()) };
    pool.install(|| results::add_pictures(&mut draft, &charts))?;
    let replaced = draft.commit(session.origin(run.summary.run.partial))?;
    listing::warn_of_kept(&replaced, words);
    said?;
    if !shown.quiet && shown.format == Answers::Text {
        terminal::say(&files(charts.len(), shown, words).told(folder.path(), &replaced, words))?;
    }
    Ok(())
}

fn say_answers(shown: &Shown, design: &Design, summary: &Summary, language: Language) -> Result<(), Failure> {
    if shown.quiet && shown.format == Answers::Text {
        return Ok(());
    }
    match shown.format {
        Answers::Json => terminal::say(&results::summary_json(summary)?),
        Answers::Text => {
            terminal::say(&report::answers(design, summary, language))?;
            if shown.monthly {
                terminal::say(&format!("\n{}", report::monthly_tables(summary, language)))?;
            }
            if shown.categories {
                terminal::say(&format!("\n{}", report::category_tables(summary, language)))?;
            }
            if shown.worth {
                terminal::say(&format!("\n{}", report::worth_tables(summary, language)))?;
            }
            Ok(())
        }
    }
}

/// The files with what is in them.
fn files(pictures: usize, shown: &Shown, words: Words<'_>) -> Listing {
    let mut files = Listing::default();
    let parquet = if cfg!(feature = "parquet") { Some(("trials.parquet", "run-file-parquet")) } else { None };
    let named = [
        Some(("summary.json", "run-file-summary")),
        Some(("monthly.csv", "run-file-monthly")),
        Some(("categories.csv", "run-file-categories")),
        Some(("trials.csv", "run-file-trials")),
        parquet,
        shown.office.book.xlsx.then_some((results::WORKBOOK, "run-file-workbook")),
        shown.office.pptx.then_some((deck::DECK, "run-file-deck")),
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
