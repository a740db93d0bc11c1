//! The command line: the only place that touches files, terminals, signals and clocks.

mod args;
mod browser;
mod check;
mod clock;
mod compare;
mod decide_args;
mod desk;
mod encoding;
mod exit;
mod explain;
mod failure;
mod input;
mod interrupt;
mod language;
mod new;
mod optimise;
mod output;
mod progress;
mod results;
mod review;
mod run;
mod schema;
mod sensitivity;
mod stress;
mod sweep;
mod terminal;
mod trials;
mod values;
mod voi;
mod weak_points;

use args::{Cli, Command};
use clap::Parser;
use loyalsim::words::{Words, breakable};
use std::process::ExitCode;

/// Runs the command the user typed and returns its exit code.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let words = Words::new(language::chosen(cli.lang));
    std::panic::set_hook(Box::new(move |panic| confess(panic, words)));
    let outcome = match cli.command {
        Command::Run(args) => run::run(&args, words),
        Command::Compare(args) => compare::run(&args, words),
        Command::Sweep(args) => sweep::run(&args, words),
        Command::Exit(args) => exit::run(&args, words),
        Command::Review(args) => review::run(&args, words),
        Command::Optimise(args) => optimise::run(&args, words),
        Command::Stress(args) => stress::run(&args, words),
        Command::Sensitivity(args) => sensitivity::run(&args, words),
        Command::Voi(args) => voi::run(&args, words),
        Command::Check(args) => check::run(&args, words),
        Command::Explain(args) => explain::run(&args, words),
        Command::New(args) => new::run(&args, words),
        Command::Schema(args) => schema::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::warn(&failure.message(words));
            failure.exit_code()
        }
    }
}

/// Says that a panic is a bug, where it is, and what to do.
fn confess(panic: &std::panic::PanicHookInfo<'_>, words: Words<'_>) {
    let place = panic.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
    let what = panic.payload_as_str().unwrap_or("no message");
    let bug = words.say("failure-bug", &[("version", env!("CARGO_PKG_VERSION").into())]);
    terminal::warn(&breakable(&format!("\n{bug}\n  {place}: {what}\n")));
}
