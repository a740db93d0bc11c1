//! What may be typed after the commands of decision analysis.

use super::office_args::Workbook;
use super::values::{Answers, Csv, count, label};
use clap::Args;
use loyalsim::decide::usual;
use loyalsim::summary::part::Nth;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Options that all commands of decision analysis have.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct DeskArgs {
    /// Trials: each draws one possible truth and simulates it for every design or setting [default: compare 400, brands 200, sweep and exit 100,
    /// optimise 60 of each setting, stress 600, sensitivity 256 of each set, voi 2000]
    #[arg(long, short = 't', value_name = "N", value_parser = |text: &str| count(text, 2, usual::MOST_TRIALS))]
    pub trials: Option<u64>,
    /// The most customers simulated in each trial: a smaller business is simulated as it is; more of them make the same results more precise
    /// [default: compare and brands 3000, otherwise 1000]
    #[arg(long, short = 'c', value_name = "N", value_parser = |text: &str| count(text, 1, usual::MOST_CUSTOMERS))]
    pub customers: Option<u64>,
    /// Seed of the random draws: the same seed gives the same results
    #[arg(long, short = 's', value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,
    /// Processor threads to use [default: all]; they do not change the results
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, usual::MOST_THREADS))]
    #[serde(skip)]
    pub threads: Option<u64>,
    /// Folder for the results [default: loyalsim-out/<name of the design>-<command>, in subfolders like those of the design]
    #[arg(long, short = 'o', value_name = "DIR")]
    #[serde(skip)]
    pub out: Option<PathBuf>,
    /// How to print the answers
    #[arg(long, value_enum, default_value_t = Answers::Text)]
    #[serde(skip)]
    pub format: Answers,
    /// Do not draw the pictures
    #[arg(long)]
    pub no_charts: bool,
    #[command(flatten)]
    #[serde(flatten)]
    pub book: Workbook,
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

/// Examples and results, at the end of the help.
pub const COMPARE_EXAMPLES: &str = "\
Examples:
  loyalsim compare today.toml lean.toml             which earns more, how surely, at what risk
  loyalsim compare a.toml b.toml c.toml -t 2000     smaller Monte Carlo error

All designs are simulated with the same customers, the same truths and the same luck, so few
trials show a small difference. To compare a program with no program, `loyalsim run` is enough.

The results folder holds compare.json, compare.csv, trials.csv and the pictures in charts/.";

/// Options of `compare`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct CompareArgs {
    /// The designs, two or more; the others are compared with the first
    #[arg(required = true, value_name = "DESIGN")]
    pub designs: Vec<PathBuf>,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const SWEEP_EXAMPLES: &str = "\
Examples:
  loyalsim sweep shop.toml --set program.points.earn=0.5%..3%:6
  loyalsim sweep shop.toml --set program.points.earn=1%..5%:5 --set program.points.expiry_months=6,9
  loyalsim sweep shop.toml --set program.launch=2026-03,2026-06,2026-09 --measure npv --measure loss

A lever is any key of the design by its path (`loyalsim explain` lists the numbers); where there
is one element of a kind, its index may be left out. Values: from..to:count, or a list. One
lever gives a line, two a heat map, more a table.
Measures: net_effect, npv, retention, nps, active, budget, goals, goal_1, loss, shortfall, or a
headline number by its key in summary.json. The first one decides which setting is best.

The results folder holds sweep.json, sweep.csv and the picture in charts/.";

/// Options of `sweep`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct SweepArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// A lever and its values: path=from..to:count, or path=value,value,..
    #[arg(long, required = true, value_name = "LEVER=VALUES")]
    pub set: Vec<String>,
    /// What is measured; the first decides [default: net_effect]
    #[arg(long, short, value_name = "MEASURE")]
    pub measure: Vec<String>,
    /// Play only this part of the work, for instance 3/20, and write it to the file named by --out, for `loyalsim merge`
    #[arg(long, value_name = "NTH/OF")]
    #[serde(skip)]
    pub part: Option<Nth>,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const EXIT_EXAMPLES: &str = "\
Examples:
  loyalsim exit shop.toml                 ends tried every third month
  loyalsim exit shop.toml --every 1       every month; takes three times as long
  loyalsim exit shop.toml -t 1000         smaller Monte Carlo error

The program is simulated as continuing and as ending in each of the months, with the same
customers and the same luck. How it ends is stated in the design: notice_months and
points_at_stop under [program]. A `stop` given there is ignored.

The results folder holds exit.json, exit.csv and the picture in charts/.";

/// Options of `exit`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct ExitArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Months between the ends tried
    #[arg(long, value_name = "MONTHS", default_value_t = usual::EXIT_EVERY, value_parser = |text: &str| count(text, 1, 120))]
    pub every: u64,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const BRANDS_EXAMPLES: &str = "\
Examples:
  loyalsim brands toothpaste.toml             what is known of the category is stated under [brands]
  loyalsim brands toothpaste.toml -c 5000     panels of 5,000 shoppers: how far can one be off by chance?

In the design:
  [brands]
  category = \"toothpaste\"
  period = \"quarter\"
  own = \"Colgate\"
  penetration = 0.56                 share of people who buy in the category
  purchases_per_buyer = 2.6          purchases by each of them
  [[brands.brand]]                   one for each brand, the own one included
  name = \"Colgate\"
  share = 0.25                       of all purchases
  penetration = 0.20                 if it is known
  [brands.promotion]                 if one is to be taken apart
  discount = 0.2

A trial is a panel of as many shoppers as --customers says; the program, if there is one, is
simulated in as many trials. The results folder holds brands.json, brands.csv, duplication.csv,
promotion.csv and the pictures in charts/.";

/// Options of `brands`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct BrandsArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const OPTIMISE_EXAMPLES: &str = "\
Examples:
  loyalsim optimise shop.toml                 what may be changed is stated under [optimise]
  loyalsim optimise shop.toml --points 400    search longer
  loyalsim optimise shop.toml --resume        continue after Ctrl-C, with the same options

In the design:
  [optimise]
  objectives = [\"npv\"]                      several give a set of trade-offs
  [[optimise.lever]]
  path = \"program.points.earn\"
  low = 0
  high = 0.05
  [[optimise.constraint]]
  measure = \"loss\"                          chance of a negative net effect
  at_most = 0.1

All settings meet the same customers and luck; the best are tested on fresh trials. The results
folder holds optimise.json, optimise.csv (every setting tried), best.toml or front-01.toml and
so on (designs that run), the log, and a picture in charts/.";

/// Options of `optimise`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct OptimiseArgs {
    /// The design, with its [optimise]; `-` reads the standard input
    pub design: PathBuf,
    /// Maximum number of settings to try
    #[arg(long, value_name = "N", default_value_t = usual::OPTIMISE_POINTS, value_parser = |text: &str| count(text, 4, usual::MOST_POINTS))]
    pub points: u64,
    /// Fresh trials on which the settings found are tested
    #[arg(long, value_name = "N", default_value_t = usual::TRIALS, value_parser = |text: &str| count(text, 4, usual::MOST_TRIALS))]
    pub fresh: u64,
    /// Continue from the log of an earlier search with the same options
    #[arg(long)]
    #[serde(skip)]
    pub resume: bool,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const STRESS_EXAMPLES: &str = "\
Examples:
  loyalsim stress shop.toml             what makes the program lose money
  loyalsim stress shop.toml --goal 1    what makes it miss the first goal

The results folder holds stress.json, stress.csv (single shocks), reverse.csv (the nearest
failure) and the pictures in charts/.";

/// Examples and results, at the end of the help.
pub const SENSITIVITY_EXAMPLES: &str = "\
Examples:
  loyalsim sensitivity shop.toml                    which assumptions drive the net effect
  loyalsim sensitivity shop.toml --measure npv      another measure: retention, nps, loss, ..
  loyalsim sensitivity shop.toml -t 1024            narrower intervals; takes four times as long
  loyalsim sensitivity shop.toml --lang ru          in Russian

Of more than 30 uncertain inputs a screening picks the most influential; the others are shown
together in one line.
The results folder holds sensitivity.json, sensitivity.csv (shares of the variance), tornado.csv
and the pictures in charts/.";

/// Options of `sensitivity`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct SensitivityArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// The measure to explain [default: net_effect; without a program, retention]
    #[arg(long, short, value_name = "MEASURE")]
    pub measure: Option<String>,
    /// Play only this part of the work, for instance 3/20, and write it to the file named by --out, for `loyalsim merge`
    #[arg(long, value_name = "NTH/OF")]
    #[serde(skip)]
    pub part: Option<Nth>,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Options of `stress`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct StressArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Count missing this goal as failure instead of a loss; 1 is the first goal in the design
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, 99))]
    pub goal: Option<u64>,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const VOI_EXAMPLES: &str = "\
Examples:
  loyalsim voi shop.toml                            launch or not, and what to study first
  loyalsim voi shop.toml --no-counter               without a search for a better design
  loyalsim voi shop.toml --alternative lean.toml    with your own alternative design
  loyalsim voi shop.toml --lang ru -t 4000          in Russian, with smaller errors

In the design:
  [[study]]
  name = \"Survey of members\"
  kind = \"survey\"                         or records, pilot, ab_test
  informs = [\"business.annual_retention\"]
  sample = 1000
  cost = 5000
  cost_per_unit = 4
  delay_months = 2

Without any [[study]], studies are proposed for the inputs that matter most. The results folder
holds voi.json, voi.csv (inputs and groups), studies.csv (every study at every size) and the
pictures in charts/.";

/// Options of `voi`.
#[derive(Debug, Args, Serialize, Deserialize)]
pub struct VoiArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Another design that may be launched instead; may be given several times. No search for a better design then
    #[arg(long, value_name = "OTHER")]
    pub alternative: Vec<PathBuf>,
    /// Do not search for a better design (the recommended design of `loyalsim review`)
    #[arg(long)]
    pub no_counter: bool,
    /// Play only this part of the work, for instance 3/20, and write it to the file named by --out, for `loyalsim merge`
    #[arg(long, value_name = "NTH/OF")]
    #[serde(skip)]
    pub part: Option<Nth>,
    #[command(flatten)]
    #[serde(flatten)]
    pub desk: DeskArgs,
}
