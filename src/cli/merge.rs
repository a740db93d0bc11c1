//! `loyalsim merge`: the parts of a run to the files of the run.

use super::args::Command;
use super::failure::Failure;
use super::folder::{self, Folder};
use super::input::{self, Source};
use super::part_file;
use super::pool::pool;
use super::run_args::{MergeArgs, RunArgs};
use super::session::{Asked, Inputs, Session};
use super::trials::Run;
use super::{check, deck, run, trial_plan};
use loyalsim::summary::Collector;
use loyalsim::summary::part::{About, PartFault, in_order};
use std::path::PathBuf;
use std::sync::Mutex;

/// Reads, merges, answers, writes.
pub fn run(args: &MergeArgs, session: &Session, carry_out: CarryOut) -> Result<(), Failure> {
    let first = args.parts.first().map(|file| part_file::head(file)).transpose()?;
    if first.is_some_and(|first| first.asked.is_some()) {
        return rows(args, session, carry_out);
    }
    let order = in_their_order(&args.parts)?;
    let (about, source) = begun(&order)?;
    let of = run_args(args, &about);
    let asked = Command::Run(run_args(args, &about)).asked();
    let session = Session { asked, ..Session::new(session.words, session.asked.clone()) };
    let design = check::design(&source, session.words)?;
    let folder = Folder::open(
        &args.out.clone().unwrap_or_else(|| folder::usual(&source, None, args.shown.label.as_deref())),
    )?;
    let template = deck::template(&of.shown.office, &session)?;
    let pool = pool(args.threads)?;
    let collector = trial_plan::plan(&of).collector(&design).in_room(&folder.room());
    let collector = merged(&order, collector)?;
    let summary = pool.install(|| trial_plan::plan(&of).summary(&design, &collector));
    let run = Run { summary, collector };
    run::conclude(&of.shown, (&source, &design), (&run, template), (folder, &pool), &session)
}

/// What carries a command out.
type CarryOut = fn(&Command, &Session) -> Result<(), Failure>;

/// Merges parts of the work of a command that analyses decisions: it is carried out on what they have played.
fn rows(args: &MergeArgs, session: &Session, carry_out: CarryOut) -> Result<(), Failure> {
    let mut parts = in_their_order(&args.parts)?.into_iter().map(|file| part_file::read_rows(file));
    let none = || Failure::Input(PartFault::MissingTrials(Vec::new()).saying());
    let first = parts.next().ok_or_else(none)??;
    let mut rows = first.rows;
    for part in parts {
        rows.append(&mut part?.rows);
    }
    let mut command = command(&first.asked, args).map_err(|_| none())?;
    if let Some(desk) = command.desk() {
        (desk.out, desk.label) = (args.out.clone(), args.shown.label.clone());
        (desk.quiet, desk.format) = (args.shown.quiet, args.shown.format);
        desk.book.xlsx |= args.shown.office.book.xlsx;
        desk.no_charts |= args.shown.no_charts;
    }
    let kept = first.designs.into_iter().map(|(given, text)| (PathBuf::from(given), text.into_bytes()));
    let inputs = Inputs::Kept(kept.collect());
    let asked = command.asked();
    let played = Mutex::new(Some(rows));
    carry_out(&command, &Session { inputs, played, ..Session::new(session.words, asked) })
}

/// The command that parts are of.
fn command(asked: &str, args: &MergeArgs) -> serde_json::Result<Command> {
    let told: serde_json::Value = serde_json::from_str(asked)?;
    let command = told["command"].as_str().unwrap_or_default().to_owned();
    let asked = Asked { command, options: told["options"].clone() };
    Command::again(&asked, PathBuf::new(), args.threads)
}

/// The files of parts in the order of their trials.
fn in_their_order(files: &[PathBuf]) -> Result<Vec<&PathBuf>, Failure> {
    let heads = files.iter().map(|file| Ok((file.display().to_string(), part_file::head(file)?)));
    let heads = heads.collect::<Result<Vec<_>, Failure>>()?;
    let order = in_order(&heads).map_err(|fault| Failure::Input(fault.saying()))?;
    Ok(order.into_iter().map(|at| &files[at]).collect())
}

/// What the parts are of, as the first in order says it.
fn begun(order: &[&PathBuf]) -> Result<(About, Source), Failure> {
    let first = order.first().ok_or_else(|| Failure::Input(PartFault::MissingTrials(Vec::new()).saying()))?;
    let (part, _) = part_file::read(first)?;
    let source = input::of_part(&part.about.design, part.text);
    Ok((part.about, source))
}

/// The results of all. One part after the other is read, so that memory holds those of one.
fn merged(order: &[&PathBuf], mut collector: Collector) -> Result<Collector, Failure> {
    for file in order {
        // What was whole a moment ago may have been replaced.
        let changed = |_| part_file::of_part(file, &PartFault::Damaged);
        collector.merge(part_file::read(file)?.0.collector).map_err(changed)?;
    }
    Ok(collector)
}

/// What one run would have been asked.
fn run_args(args: &MergeArgs, about: &About) -> RunArgs {
    RunArgs {
        design: PathBuf::from(&about.design),
        trials: Some(about.of_trials),
        customers: about.customers,
        seed: about.seed,
        threads: args.threads,
        out: args.out.clone(),
        until: None,
        sampling: about.sampling,
        part: None,
        parts: None,
        shown: args.shown.clone(),
    }
}
