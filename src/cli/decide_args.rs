//! What may be typed after the commands of decision analysis.

use super::values::{
    Answers, DEFAULT_CUSTOMERS, DEFAULT_TRIALS, MOST_CUSTOMERS, MOST_THREADS, MOST_TRIALS, count,
};
use clap::Args;
use loyalsim::words::Language;
use std::path::PathBuf;

/// Options that all commands of decision analysis have.
#[derive(Debug, Args)]
pub struct DeskArgs {
    /// Trials: each draws one possible truth and plays it for every design or setting [default: compare 400, sweep and exit 100,
    /// optimise 60 of each setting, stress 600, sensitivity 256 of each set, voi 2000]
    #[arg(long, short = 't', value_name = "N", value_parser = |text: &str| count(text, 2, MOST_TRIALS))]
    pub trials: Option<u64>,
    /// Customers simulated in each trial
    #[arg(long, short = 'c', value_name = "N", default_value_t = DEFAULT_CUSTOMERS, value_parser = |text: &str| count(text, 100, MOST_CUSTOMERS))]
    pub customers: u64,
    /// Where the random draws start: the same seed gives the same results
    #[arg(long, short = 's', value_name = "N", default_value_t = 1, allow_negative_numbers = true)]
    pub seed: u64,
    /// Processor threads to use [default: all]. The results do not depend on it
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, MOST_THREADS))]
    pub threads: Option<u64>,
    /// Folder for the results [default: loyalsim-out/<name of the design>-<command>]
    #[arg(long, short = 'o', value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How to print the answers
    #[arg(long, value_enum, default_value_t = Answers::Text)]
    pub format: Answers,
    /// Language of the answers and the pictures: en (English) or ru (Russian)
    #[arg(long, value_name = "LANG", default_value_t = Language::En)]
    pub lang: Language,
    /// Do not draw the pictures
    #[arg(long)]
    pub no_charts: bool,
    /// Print nothing but warnings and errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// Examples and results, at the end of the help.
pub const COMPARE_EXAMPLES: &str = "\
Examples:
  loyalsim compare today.toml lean.toml             which earns more, how surely, and at what risk
  loyalsim compare a.toml b.toml c.toml -t 2000     smaller Monte Carlo error

All designs meet the same customers, the same truths and the same luck, so a small difference shows with few trials. To compare
a program with no program at all, `loyalsim run` is enough.

The results folder holds compare.json, compare.csv, trials.csv and the pictures in charts/.";

/// Options of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The designs; the others are held against the first
    #[arg(required = true, num_args = 2.., value_name = "DESIGN")]
    pub designs: Vec<PathBuf>,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const SWEEP_EXAMPLES: &str = "\
Examples:
  loyalsim sweep shop.toml --set program.points.earn=0.5%..3%:6
  loyalsim sweep shop.toml --set program.points.earn=1%..5%:5 --set program.points.minimum_to_redeem=50,100,200
  loyalsim sweep shop.toml --set program.launch=2026-03,2026-06,2026-09 --measure npv --measure loss

A lever is any key of the design by its path (`loyalsim explain` lists the numbers); where there is one element of a kind, its
index may be left out. Values: from..to:how many, or a list. One lever gives a line, two a heat map, more a table.
Measures: net_effect, npv, retention, nps, active, budget, goals, goal_1, loss, shortfall, or a headline number by its key in
summary.json. The first one decides which setting is best.

The results folder holds sweep.json, sweep.csv and the picture in charts/.";

/// Options of `sweep`.
#[derive(Debug, Args)]
pub struct SweepArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// A lever and its values: path=from..to:how many, or path=value,value,..
    #[arg(long, required = true, value_name = "LEVER=VALUES")]
    pub set: Vec<String>,
    /// What is measured; the first decides [default: net_effect]
    #[arg(long, short, value_name = "MEASURE")]
    pub measure: Vec<String>,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const EXIT_EXAMPLES: &str = "\
Examples:
  loyalsim exit shop.toml                 an end in every third month
  loyalsim exit shop.toml --every 1       in every month; takes three times as long
  loyalsim exit shop.toml -t 1000         smaller Monte Carlo error

The program is played as if it went on, and ended in each of the months, by the same customers with the same luck. What the end
is like stands in the design: notice_months and points_at_stop under [program]. A `stop` there is left out of account.

The results folder holds exit.json, exit.csv and the picture in charts/.";

/// Options of `exit`.
#[derive(Debug, Args)]
pub struct ExitArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Months from one end tried to the next
    #[arg(long, value_name = "MONTHS", default_value_t = 3, value_parser = |text: &str| count(text, 1, 120))]
    pub every: u64,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const OPTIMISE_EXAMPLES: &str = "\
Examples:
  loyalsim optimise shop.toml                 the design says in [optimise] what may be changed
  loyalsim optimise shop.toml --points 400    look longer
  loyalsim optimise shop.toml --resume        go on after Ctrl-C, with the same options

In the design:
  [optimise]
  objectives = [\"npv\"]                      several give a front of trade-offs
  [[optimise.lever]]
  path = \"program.points.earn\"
  low = 0
  high = 0.05
  [[optimise.constraint]]
  measure = \"loss\"                          chance of a negative net effect
  at_most = 0.1

All settings meet the same customers and luck; what is found is judged on fresh trials. The results folder holds optimise.json,
optimise.csv (every setting tried), best.toml or front-01.toml and so on (designs that run), the log, and a picture in charts/.";

/// Options of `optimise`.
#[derive(Debug, Args)]
pub struct OptimiseArgs {
    /// The design, with its [optimise]; `-` reads the standard input
    pub design: PathBuf,
    /// The most settings to try
    #[arg(long, value_name = "N", default_value_t = 160, value_parser = |text: &str| count(text, 4, 100_000))]
    pub points: u64,
    /// Fresh trials on which what was found is judged
    #[arg(long, value_name = "N", default_value_t = DEFAULT_TRIALS, value_parser = |text: &str| count(text, 4, MOST_TRIALS))]
    pub fresh: u64,
    /// Go on from the log of an earlier search with the same options
    #[arg(long)]
    pub resume: bool,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const STRESS_EXAMPLES: &str = "\
Examples:
  loyalsim stress shop.toml             what makes the program lose money
  loyalsim stress shop.toml --goal 1    what makes it miss the first goal

The results folder holds stress.json, stress.csv (single blows), reverse.csv (the nearest failure) and the pictures in charts/.";

/// Examples and results, at the end of the help.
pub const SENSITIVITY_EXAMPLES: &str = "\
Examples:
  loyalsim sensitivity shop.toml                    which assumptions decide the net effect
  loyalsim sensitivity shop.toml --measure npv      another number: retention, nps, loss, goal_1, ..
  loyalsim sensitivity shop.toml -t 1024            narrower intervals; takes four times as long
  loyalsim sensitivity shop.toml --lang ru          in Russian

Of more than 30 uncertain numbers a first look picks out those that matter; the others stay together in one line.
The results folder holds sensitivity.json, sensitivity.csv (shares of the spread), tornado.csv and the pictures in charts/.";

/// Options of `sensitivity`.
#[derive(Debug, Args)]
pub struct SensitivityArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// What is to be explained [default: net_effect; without a program, retention]
    #[arg(long, short, value_name = "MEASURE")]
    pub measure: Option<String>,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Options of `stress`.
#[derive(Debug, Args)]
pub struct StressArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Missing this goal counts as failure, not a loss; 1 is the first in the design
    #[arg(long, value_name = "N", value_parser = |text: &str| count(text, 1, 99))]
    pub goal: Option<u64>,
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Examples and results, at the end of the help.
pub const VOI_EXAMPLES: &str = "\
Examples:
  loyalsim voi shop.toml                            launch, launch a better design, or not: and what to find out first
  loyalsim voi shop.toml --no-counter               without looking for a better design
  loyalsim voi shop.toml --alternative lean.toml    with a design of your own instead of it
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

Without any [[study]], studies are proposed for the numbers that decide most. The results folder holds voi.json, voi.csv
(numbers and groups), studies.csv (every study at every size) and the pictures in charts/.";

/// Options of `voi`.
#[derive(Debug, Args)]
pub struct VoiArgs {
    /// The design; `-` reads the standard input
    pub design: PathBuf,
    /// Another design that may be launched instead; may be given several times. No better design is looked for then
    #[arg(long, value_name = "OTHER")]
    pub alternative: Vec<PathBuf>,
    /// Do not look for a better design (the counter-design of `loyalsim review`)
    #[arg(long)]
    pub no_counter: bool,
    #[command(flatten)]
    pub desk: DeskArgs,
}
