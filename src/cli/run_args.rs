//! What may be typed after `loyalsim run` and `loyalsim merge`.

use super::office_args::Office;
use super::values::{Answers, Csv, count, label, share};
use clap::Args;
use loyalsim::decide::usual;
use loyalsim::design::Sampling;
use loyalsim::summary::part::Nth;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

pub const RUN_EXAMPLES: &str = "\
Examples:
  loyalsim run shop.toml                       answers in seconds, results in loyalsim-out/shop
  loyalsim run shop.toml --trials 2000         smaller Monte Carlo error
  loyalsim run shop.toml --until 0.02          as many trials as this precision needs
  loyalsim run shop.toml --monthly             with monthly tables
  loyalsim run shop.toml --categories          with customers and profit by category
  loyalsim run shop.toml --worth               with what customers are worth
  loyalsim run shop.toml --lang ru             answers and pictures in Russian
  loyalsim run shop.toml --pptx                also a deck of slides; --template firm.pptx: in a firm's look
  loyalsim run shop.toml --format json -q      for other programs
  loyalsim run shop.toml -t 20000 --part 3/20 -o parts/3    one of twenty parts, on any machine
  cat shop.toml | loyalsim run - --out today   a design from the standard input

The results folder holds summary.json (everything), monthly.csv, categories.csv, trials.csv,
design-as-run.toml, the pictures as SVG and PNG in charts/, and manifest.json, by which
`loyalsim verify` checks them. It holds one result: an earlier one is replaced when the new one is
complete. Your own files in it are kept.

The same design, seed, trials and customers give the same results to the last digit, on any number
of threads. Ctrl-C stops the run, writes what is done so far, marks it partial and ends with exit
code 130; a second Ctrl-C ends it immediately.";

/// Options of `run`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct RunArgs {
    /// The design, a TOML file; `-` reads the standard input
    pub design: PathBuf,
    /// Trials: each draws one possible truth and simulates it with and without the program [default: as many as precise results
    /// need, 400 or more]. With --until, the maximum number of trials [default: 100000]
    #[arg(long, short = 't', value_name = "N", value_parser = |text: &str| count(text, 2, usual::MOST_TRIALS))]
    pub trials: Option<u64>,
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
    /// Folder for the results [default: loyalsim-out/<name of the design>, in subfolders like those of the design]
    #[arg(long, short = 'o', value_name = "DIR")]
    #[serde(skip)]
    pub out: Option<PathBuf>,
    /// Run until the Monte Carlo error of the headline figure is below this share of its standard deviation, for instance 0.02
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub until: Option<f64>,
    /// How the uncertain numbers of the trials are drawn: latin (evenly, in blocks), sobol (evenly in combination too) or plain
    /// (independently)
    #[arg(long, value_name = "PLAN", default_value_t = Sampling::default())]
    #[serde(with = "super::values::word")]
    pub sampling: Sampling,
    /// Play only this part of the trials, for instance 3/20, and write it to the file named by --out, for `loyalsim merge`
    #[arg(long, value_name = "NTH/OF", requires = "trials", conflicts_with_all = ["until", "parts", "xlsx", "pptx"])]
    #[serde(skip)]
    pub part: Option<Nth>,
    /// Keep the trials played so far as parts in this folder, and play none again that is there: what was killed is taken up
    #[arg(long, value_name = "DIR", requires = "trials", conflicts_with = "until")]
    #[serde(skip)]
    pub parts: Option<PathBuf>,
    /// What is said and drawn.
    #[command(flatten)]
    #[serde(flatten)]
    pub shown: Shown,
}

/// What a run says and draws.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct Shown {
    /// How to print the answers
    #[arg(long, value_enum, default_value_t = Answers::Text)]
    #[serde(skip)]
    pub format: Answers,
    /// Print the monthly tables as well
    #[arg(long)]
    #[serde(skip)]
    pub monthly: bool,
    /// Print customers and profit by category as well
    #[arg(long)]
    #[serde(skip)]
    pub categories: bool,
    /// Print what customers are worth as well: lifetime values, value of the base
    #[arg(long)]
    #[serde(skip)]
    pub worth: bool,
    /// Draw the pictures (the default)
    #[arg(long, overrides_with = "no_charts")]
    #[serde(skip)]
    pub charts: bool,
    /// Do not draw the pictures
    #[arg(long)]
    pub no_charts: bool,
    #[command(flatten)]
    #[serde(flatten)]
    pub office: Office,
    /// How tables (.csv) are written
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Csv::Plain)]
    #[serde(default)]
    pub csv: Csv,
    /// Added to the name of the folder of results, so that results of one design do not replace each other
    #[arg(long, value_name = "TEXT", value_parser = label, conflicts_with = "out")]
    #[serde(skip)]
    pub label: Option<String>,
    /// Print nothing but warnings and errors
    #[arg(long, short)]
    #[serde(skip)]
    pub quiet: bool,
}

pub const MERGE_EXAMPLES: &str = "\
Examples:
  loyalsim run shop.toml --trials 20000 --part 1/20 --out parts/1    and so on to 20/20
  loyalsim merge parts/*                                             results in loyalsim-out/shop

The parts may have been played on different machines and may be given in any order; the result is
that of `loyalsim run shop.toml --trials 20000`, byte for byte. Parts of another design, seed,
number of customers or trials, or of another version, missing trials and trials that are there
twice are errors (exit code 2).";

/// Options of `merge`.
#[derive(Debug, Args)]
pub struct MergeArgs {
    /// The files of the parts
    #[arg(required = true, value_name = "PART")]
    pub parts: Vec<PathBuf>,
    /// Processor threads to use [default: all]; they do not change the results
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, usual::MOST_THREADS))]
    pub threads: Option<u64>,
    /// Folder for the results [default: loyalsim-out/<name of the design>]
    #[arg(long, short = 'o', value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What is said and drawn.
    #[command(flatten)]
    pub shown: Shown,
}
