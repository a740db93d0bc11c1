//! The command line: the only place that touches files, terminals, signals and clocks.

mod args;
mod browser;
mod check;
mod clock;
mod compare;
mod decide_args;
mod desk;
mod exit;
mod explain;
mod failure;
mod input;
mod interrupt;
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

use args::{Cli, Command};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command the user typed and returns its exit code.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(confess));
    let outcome = match Cli::parse().command {
        Command::Run(args) => run::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Sweep(args) => sweep::run(&args),
        Command::Exit(args) => exit::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Optimise(args) => optimise::run(&args),
        Command::Stress(args) => stress::run(&args),
        Command::Sensitivity(args) => sensitivity::run(&args),
        Command::Voi(args) => voi::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::warn(&failure.message());
            failure.exit_code()
        }
    }
}

/// Says that a panic is a bug, where it is, and what to do.
fn confess(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
    let what = panic.payload_as_str().unwrap_or("no message");
    terminal::warn(&format!(
        "\nThis is a bug in loyalsim {}, not in your design. Please report it with the design file and this line:\n  \
         {place}: {what}\n",
        env!("CARGO_PKG_VERSION")
    ));
}
