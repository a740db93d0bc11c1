//! Options of `seminar`.

use clap::Args;
use std::path::PathBuf;

/// Examples of `seminar`.
pub const SEMINAR_EXAMPLES: &str = "\
Examples:
  loyalsim seminar discount-trap.toml              try it out: this machine alone can join
  loyalsim seminar discount-trap.toml --network    hold a class: phones in the same network join
  loyalsim seminar shop.toml --network --lever program.points.earn=0..0.1 --budget 500000
  loyalsim seminar discount-trap.toml --handouts handouts --export class.csv
  loyalsim seminar discount-trap.toml --delete     delete the class and all its data

The class is kept in discount-trap.class.jsonl in the current folder. The same command continues it
after a break or a crash, and everybody is where they were.";

/// Options of `seminar`.
#[derive(Debug, Args)]
pub struct SeminarArgs {
    /// The scenario: a design with a program
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// Let phones and computers of the local network join; without it only this machine can
    #[arg(long)]
    pub network: bool,
    /// Port of the class [default: any free one; a class that continues keeps its port]
    #[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// File of the class [default: SCENARIO.class.jsonl in the current folder]
    #[arg(long, value_name = "FILE")]
    pub class: Option<PathBuf>,
    /// A number that teams may set, with its range if you like: PATH or PATH=LOW..HIGH; can be repeated
    /// [default: the levers under [optimise], or else the first six numbers of the program's elements]
    #[arg(long = "lever", value_name = "PATH")]
    pub levers: Vec<String>,
    /// The most that a team's program may cost over the whole period [default: the limit under
    /// [optimise], or else none]
    #[arg(long, value_name = "MONEY", value_parser = money)]
    pub budget: Option<f64>,
    /// Write the class as a table (CSV): designs, bets and scores of every round and team
    #[arg(long, value_name = "FILE", conflicts_with_all = ["network", "port", "levers", "budget"])]
    pub export: Option<PathBuf>,
    /// Write a handout for each team into a folder, as HTML and, where there is a browser of the Chromium family, as PDF
    #[arg(long, value_name = "DIR", conflicts_with_all = ["network", "port", "levers", "budget"])]
    pub handouts: Option<PathBuf>,
    /// Delete the class and all its data
    #[arg(long, conflicts_with_all = ["network", "port", "levers", "budget", "export", "handouts"])]
    pub delete: bool,
    /// Print the address and open no browser
    #[arg(long)]
    pub no_browser: bool,
}

/// An amount of money.
fn money(text: &str) -> Result<f64, String> {
    let plain = text.replace('_', "");
    let amount = plain.parse::<f64>().ok().filter(|amount| amount.is_finite() && *amount >= 0.0);
    amount.ok_or_else(|| "write an amount of money, for instance 500000".to_owned())
}
