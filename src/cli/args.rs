//! What may be typed after `loyalsim`.

use super::calibrate_args::{CALIBRATE_EXAMPLES, CalibrateArgs};
use super::decide_args::{
    BRANDS_EXAMPLES, BrandsArgs, COMPARE_EXAMPLES, CompareArgs, DeskArgs, EXIT_EXAMPLES, ExitArgs,
    OPTIMISE_EXAMPLES, OptimiseArgs, SENSITIVITY_EXAMPLES, STRESS_EXAMPLES, SWEEP_EXAMPLES, SensitivityArgs,
    StressArgs, SweepArgs, VOI_EXAMPLES, VoiArgs,
};
use super::diff::{DIFF_EXAMPLES, DiffArgs};
use super::handbook_args::{COMPLETIONS_EXAMPLES, CompletionsArgs, ManArgs};
use super::new_args::{NEW_EXAMPLES, NewArgs};
use super::office_args::{Office, WorkbookFile};
#[cfg(feature = "serve")]
use super::open_args::{OPEN_EXAMPLES, OpenArgs};
use super::refit_args::{REFIT_EXAMPLES, RefitArgs};
use super::run_args::{MERGE_EXAMPLES, MergeArgs, RUN_EXAMPLES, RunArgs};
#[cfg(feature = "serve")]
use super::seminar_args::{SEMINAR_EXAMPLES, SeminarArgs};
use super::session::Asked;
use super::values::{Csv, count, label};
use super::version;
use clap::{Args, Parser, Subcommand, ValueEnum};
use loyalsim::decide::usual;
use loyalsim::words::Language;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
    0  done
    1  failed during the work (disk full, folder not writable, another run in the folder)
    2  an error in the design or on the command line
    3  verify: the results are not as they were written, or come out differently
  130  stopped with Ctrl-C; what was done so far is written and marked partial";

const START: &str = "\
To start:
  loyalsim new my-shop          write a commented design to my-shop.toml
  loyalsim check my-shop.toml   find every error in it
  loyalsim run my-shop.toml     simulate it: answers on screen, tables and pictures in a folder

";

/// Simulates a loyalty program and answers two questions: for what, and at what price?
#[derive(Debug, Parser)]
#[command(version = version::told(), about, arg_required_else_help = true, after_help = format!("{START}{EXIT_CODES}"))]
#[command(max_term_width = 100, subcommand_required = true)]
pub struct Cli {
    /// Language of answers, pictures and messages: en (English) or ru (Russian) [default: that of LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    /// Also say how long it took, how much memory, and which version this is
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands. Those that write a folder of results can be written to its manifest and read from it again.
#[derive(Debug, Subcommand, Serialize, Deserialize)]
#[serde(tag = "command", content = "options", rename_all = "lowercase")]
pub enum Command {
    /// Simulate a design: the same customers with and without the program
    #[command(after_help = RUN_EXAMPLES)]
    Run(RunArgs),
    /// Merge the parts of a run, written by `run --part`, to the result of one run
    #[command(after_help = MERGE_EXAMPLES)]
    #[serde(skip)]
    Merge(MergeArgs),
    /// Compare designs on the same customers and luck: differences, dominance, regret
    #[command(after_help = COMPARE_EXAMPLES)]
    Compare(CompareArgs),
    /// Try a grid of settings of one or more levers on the same customers and luck
    #[command(after_help = SWEEP_EXAMPLES)]
    Sweep(SweepArgs),
    /// Show what it costs to end the program, month by month
    #[command(after_help = EXIT_EXAMPLES)]
    Exit(ExitArgs),
    /// Show the category and its brands: shares, loyalty, who buys what else, where a promotion's extra sales come from
    #[command(after_help = BRANDS_EXAMPLES)]
    Brands(BrandsArgs),
    /// Review a design as an expert would: recommendation, goals, evidence, weak points with tested remedies, a better design
    #[command(after_help = REVIEW_EXAMPLES)]
    Review(ReviewArgs),
    /// Search for better settings of the program's levers, or for the best trade-offs between several objectives
    #[command(after_help = OPTIMISE_EXAMPLES, visible_alias = "optimize")]
    Optimise(OptimiseArgs),
    /// Stress-test a program: the nearest failure, where failures lie, the effect of single shocks
    #[command(after_help = STRESS_EXAMPLES)]
    Stress(StressArgs),
    /// Show which assumptions drive the result, and how much of its variance is luck
    #[command(after_help = SENSITIVITY_EXAMPLES)]
    Sensitivity(SensitivityArgs),
    /// Value of information: which inputs are worth a study before deciding, which studies, how large, when to stop
    #[command(after_help = VOI_EXAMPLES)]
    Voi(VoiArgs),
    /// Fit a transaction log: a design with measured numbers, and a page that tests its forecast
    #[command(after_help = CALIBRATE_EXAMPLES)]
    #[serde(skip)]
    Calibrate(CalibrateArgs),
    /// Fit a design again to a longer log: how its forecast came out, how good forecasts have been so far, new numbers
    #[command(after_help = REFIT_EXAMPLES)]
    #[serde(skip)]
    Refit(RefitArgs),
    /// Show what differs between two folders of results: headline numbers beyond chance, numbers of the design
    #[command(after_help = DIFF_EXAMPLES)]
    #[serde(skip)]
    Diff(DiffArgs),
    /// Verify that a folder of results is as it was written, or simulate again and compare every byte
    #[command(after_help = VERIFY_EXAMPLES)]
    #[serde(skip)]
    Verify(VerifyArgs),
    /// Find every error in one or more designs, and how to fix it
    #[command(after_help = CHECK_EXAMPLES)]
    #[serde(skip)]
    Check(CheckArgs),
    /// List every number in force in a design, with its value, basis and source
    #[command(after_help = EXPLAIN_EXAMPLES)]
    #[serde(skip)]
    Explain(ExplainArgs),
    /// Open designs as a page in the browser: levers move, answers follow, variants side by side
    #[cfg(feature = "serve")]
    #[command(after_help = OPEN_EXAMPLES)]
    #[serde(skip)]
    Open(OpenArgs),
    /// Hold a class: teams design a program on their phones, bet on it, and see what comes of it
    #[cfg(feature = "serve")]
    #[command(after_help = SEMINAR_EXAMPLES)]
    #[serde(skip)]
    Seminar(SeminarArgs),
    /// Write a commented design to start from
    #[command(after_help = NEW_EXAMPLES)]
    #[serde(skip)]
    New(NewArgs),
    /// Print the format of design files, for editors (JSON schema) or for readers
    #[command(after_help = SCHEMA_EXAMPLES)]
    #[serde(skip)]
    Schema(SchemaArgs),
    /// Print what a shell needs to complete commands and options
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    #[serde(skip)]
    Completions(CompletionsArgs),
    /// Write manual pages
    #[command(hide = true)]
    #[serde(skip)]
    Man(ManArgs),
}

impl Command {
    /// The command and its options as a manifest tells them; no options where there is nothing to tell or no way to tell it.
    pub fn asked(&self) -> Asked {
        let told = serde_json::to_value(self).unwrap_or_default();
        let command = told["command"].as_str().unwrap_or_default().to_owned();
        Asked { command, options: told["options"].clone() }
    }

    /// The options that all commands of decision analysis have, where it is one of them.
    pub fn desk(&mut self) -> Option<&mut DeskArgs> {
        match self {
            Self::Compare(CompareArgs { desk, .. })
            | Self::Sweep(SweepArgs { desk, .. })
            | Self::Exit(ExitArgs { desk, .. })
            | Self::Brands(BrandsArgs { desk, .. })
            | Self::Optimise(OptimiseArgs { desk, .. })
            | Self::Stress(StressArgs { desk, .. })
            | Self::Sensitivity(SensitivityArgs { desk, .. })
            | Self::Voi(VoiArgs { desk, .. }) => Some(desk),
            _ => None,
        }
    }

    /// The command that a manifest tells of, to be carried out silently and without a browser into the folder `out`.
    pub fn again(asked: &Asked, out: PathBuf, threads: Option<u64>) -> serde_json::Result<Self> {
        let told = serde_json::json!({ "command": asked.command, "options": asked.options });
        let mut command: Self = serde_json::from_value(told)?;
        match &mut command {
            Self::Run(RunArgs { out: to, shown, threads: on, .. }) => {
                (*to, shown.quiet, *on) = (Some(out), true, threads);
            }
            Self::Review(ReviewArgs { out: to, quiet, no_pdf, threads: on, .. }) => {
                (*to, *quiet, *no_pdf, *on) = (Some(out), true, true, threads);
            }
            Self::Compare(_)
            | Self::Sweep(_)
            | Self::Exit(_)
            | Self::Brands(_)
            | Self::Optimise(_)
            | Self::Stress(_)
            | Self::Sensitivity(_)
            | Self::Voi(_) => {
                if let Some(desk) = command.desk() {
                    (desk.out, desk.quiet, desk.threads) = (Some(out), true, threads);
                }
            }
            Self::Merge(_)
            | Self::Calibrate(_)
            | Self::Refit(_)
            | Self::Diff(_)
            | Self::Verify(_)
            | Self::Check(_)
            | Self::Explain(_)
            | Self::New(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => {}
            #[cfg(feature = "serve")]
            Self::Open(_) | Self::Seminar(_) => {}
        }
        Ok(command)
    }
}

const REVIEW_EXAMPLES: &str = "\
Examples:
  loyalsim review shop.toml                          the review, results in loyalsim-out/shop-review
  loyalsim review shop.toml --rival other.toml       with a competitor's program beside it
  loyalsim review shop.toml --lang ru --out today    in Russian

The results folder holds the review as a page (review.html, pictures included), for printing
(review.pdf), as Markdown, text and review.json (every sentence and every figure), and, where an
action helps, counter-design.toml: the proposal with the best package of changes. The PDF is
printed by Chromium, Chrome or Edge; without such a browser there is none, and review.html can
be printed from any.";

/// Options of `review`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct ReviewArgs {
    /// The design, a TOML file; `-` reads the standard input
    pub design: PathBuf,
    /// A competitor's design, whose program is offered to the same customers; may be given several times
    #[arg(long, value_name = "OTHER")]
    pub rival: Vec<PathBuf>,
    /// Trials of the main run
    #[arg(long, short = 't', value_name = "N", default_value_t = usual::TRIALS, value_parser = |text: &str| count(text, 8, usual::MOST_TRIALS))]
    pub trials: u64,
    /// The most customers simulated in each trial: a smaller business is simulated as it is; more of them make the same results more precise
    #[arg(long, short = 'c', value_name = "N", default_value_t = usual::CUSTOMERS, value_parser = |text: &str| count(text, 1, usual::MOST_CUSTOMERS))]
    pub customers: u64,
    /// Seed of the random draws: the same seed gives the same results
    #[arg(long, short = 's', value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,
    /// Processor threads to use [default: all]; they do not change the results
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, usual::MOST_THREADS))]
    #[serde(skip)]
    pub threads: Option<u64>,
    /// Folder for the results [default: loyalsim-out/<name of the design>-review, in subfolders like those of the design]
    #[arg(long, short = 'o', value_name = "DIR")]
    #[serde(skip)]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    #[serde(flatten)]
    pub office: Office,
    /// Added to the name of the folder of results, so that results of one design do not replace each other
    #[arg(long, value_name = "TEXT", value_parser = label, conflicts_with = "out")]
    #[serde(skip)]
    pub label: Option<String>,
    /// Write no PDF
    #[arg(long)]
    #[serde(skip)]
    pub no_pdf: bool,
    /// The browser that prints the PDF: Chromium, Chrome or Edge [default: one found on this machine]
    #[arg(long, value_name = "PROGRAM", conflicts_with = "no_pdf")]
    #[serde(skip)]
    pub browser: Option<PathBuf>,
    /// Print nothing but warnings and errors
    #[arg(long, short)]
    #[serde(skip)]
    pub quiet: bool,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  loyalsim check shop.toml
  loyalsim check designs/*.toml
  loyalsim check shop.toml --xlsx shop-findings.xlsx      what was found, as a table

Exit code 0 if every design can be run (warnings allowed), otherwise 2.";

const VERIFY_EXAMPLES: &str = "\
Examples:
  loyalsim verify loyalsim-out/shop            every file is as it was written
  loyalsim verify loyalsim-out/shop --again    and comes out the same, byte for byte

Without --again, the hashes in manifest.json are compared with the files. With it, the command is
also carried out again, with the designs kept in the folder and the same options, in a temporary
folder. Files that other programs print (review.pdf) are not printed again. Files of your own in
the folder are left alone.

Exit code 0 if everything is the same, 3 if not.";

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The folder of results
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Also simulate again and compare every byte
    #[arg(long)]
    pub again: bool,
    /// Processor threads to use [default: all]; they do not change the results
    #[arg(long, value_name = "N", requires = "again", value_parser = |text: &str| count(text, 1, usual::MOST_THREADS))]
    pub threads: Option<u64>,
    /// Print nothing but warnings and errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The designs; `-` reads the standard input
    #[arg(required = true, value_name = "DESIGN")]
    pub designs: Vec<PathBuf>,
    #[command(flatten)]
    pub book: WorkbookFile,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  loyalsim explain shop.toml
  loyalsim explain shop.toml --xlsx numbers.xlsx          to sort and filter in a spreadsheet
  loyalsim explain shop.toml --format csv > numbers.csv   the same for other programs

Basis of a number:
  measured    in the company's own data
  published   in a study
  folk        commonly quoted, without a study behind it
  assumed     an assumption or judgement";

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// How to print the numbers
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
    /// How the table of --format csv is written
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Csv::Plain)]
    pub csv: Csv,
    #[command(flatten)]
    pub book: WorkbookFile,
}

/// How `explain` prints its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// For people
    Text,
    /// For spreadsheets
    Csv,
    /// For programs
    Json,
}

const SCHEMA_EXAMPLES: &str = "\
Examples:
  loyalsim schema > design.schema.json    put `#:schema design.schema.json` at the top of a
                                          design: editors complete keys and underline mistakes
  loyalsim schema --format md | less";

/// Options of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// How to print the format
    #[arg(long, value_enum, default_value_t = SchemaFormat::Json)]
    pub format: SchemaFormat,
}

/// How `schema` prints the format of design files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaFormat {
    /// A JSON schema
    Json,
    /// A reference to read, in Markdown
    Md,
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
