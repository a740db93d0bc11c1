//! What may be typed after `loyalsim`.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
    0  done
    1  failed on the way (disk full, folder not writable)
    2  something is wrong with the design or the command line
  130  stopped with Ctrl-C; what was done so far is written and marked partial";

const START: &str = "\
To start:
  loyalsim new my-shop          write a commented design to my-shop.toml
  loyalsim check my-shop.toml   find everything that is wrong with it
  loyalsim run my-shop.toml     simulate it: the answers on screen, tables and pictures in a folder

";

/// Simulates a loyalty program and answers two questions: for what, and at what price?
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true, after_help = format!("{START}{EXIT_CODES}"))]
#[command(max_term_width = 100, subcommand_required = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a commented design to start from
    #[command(after_help = NEW_EXAMPLES)]
    New(NewArgs),
}

const NEW_EXAMPLES: &str = "\
Examples:
  loyalsim new my-shop            writes my-shop.toml
  loyalsim new clients/bakery     writes bakery.toml in the folder clients";

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// What to call the design; the file gets the ending .toml
    pub name: PathBuf,
    /// Replace the file if there is one of that name
    #[arg(long)]
    pub force: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
