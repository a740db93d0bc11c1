//! The command line: the only place that touches files, terminals, signals and clocks.

mod args;
mod brands;
mod browser;
mod calibrate;
mod calibrate_args;
mod check;
#[cfg(feature = "serve")]
mod class_file;
#[cfg(feature = "serve")]
mod class_papers;
mod clock;
mod cohort_args;
mod compare;
mod decide_args;
mod deck;
mod desk;
mod diff;
mod effort;
mod encoding;
mod exit;
mod expense;
mod experiment_args;
mod explain;
mod failure;
mod folder;
mod handbook;
mod handbook_args;
mod input;
mod interrupt;
mod language;
mod limits;
mod listing;
mod log_args;
mod merge;
mod new;
mod new_args;
mod office_args;
#[cfg(feature = "serve")]
mod open;
#[cfg(feature = "serve")]
mod open_args;
mod optimise;
mod output;
mod part;
mod part_file;
mod pool;
mod progress;
mod refit;
mod refit_args;
mod results;
mod review;
mod run;
mod run_args;
mod schema;
#[cfg(feature = "serve")]
mod seminar;
#[cfg(feature = "serve")]
mod seminar_args;
mod sensitivity;
mod session;
mod share;
mod shelf;
#[cfg(feature = "serve")]
mod show;
mod stress;
mod sweep;
mod terminal;
mod trial_plan;
mod trials;
mod values;
mod verify;
mod version;
mod voi;
mod weak_points;

use args::{Cli, Command};
use clap::Parser;
use failure::Failure;
use loyalsim::words::{Words, breakable};
use session::Session;
use std::process::ExitCode;
use std::time::Instant;

/// Runs the command the user typed and returns its exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let words = Words::new(language::chosen(cli.lang));
    limits::prepare(words.language());
    std::panic::set_hook(Box::new(move |panic| confess(panic, words)));
    let began = Instant::now();
    let done = carry_out(&cli.command, &Session::new(words, cli.command.asked()));
    if cli.verbose {
        expense::tell(began, words);
    }
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::warn(&failure.message(words));
            failure.exit_code()
        }
    }
}

fn carry_out(command: &Command, session: &Session) -> Result<(), Failure> {
    match command {
        Command::Run(args) => run::run(args, session),
        Command::Merge(args) => merge::run(args, session, carry_out),
        Command::Compare(args) => compare::run(args, session),
        Command::Sweep(args) => sweep::run(args, session),
        Command::Exit(args) => exit::run(args, session),
        Command::Brands(args) => brands::run(args, session),
        Command::Review(args) => review::run(args, session),
        Command::Optimise(args) => optimise::run(args, session),
        Command::Stress(args) => stress::run(args, session),
        Command::Sensitivity(args) => sensitivity::run(args, session),
        Command::Voi(args) => voi::run(args, session),
        Command::Calibrate(args) => calibrate::run(args, session),
        Command::Refit(args) => refit::run(args, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Verify(args) => verify::run(args, session, carry_out),
        Command::Check(args) => check::run(args, session),
        Command::Explain(args) => explain::run(args, session),
        #[cfg(feature = "serve")]
        Command::Open(args) => open::run(args, session),
        #[cfg(feature = "serve")]
        Command::Seminar(args) => seminar::run(args, session),
        Command::New(args) => new::run(args, session.words),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => handbook::completions(args),
        Command::Man(args) => handbook::man(args),
    }
}

/// Says that a panic is a bug, where it is, and what to do.
fn confess(panic: &std::panic::PanicHookInfo<'_>, words: Words<'_>) {
    let place = panic.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
    let what = panic.payload_as_str().unwrap_or("no message");
    let bug = words.say("failure-bug", &[("version", version::told().into())]);
    terminal::warn(&breakable(&format!("\n{bug}\n  {place}: {what}\n")));
}
