//! What may be typed after `loyalsim refit`.

use super::cohort_args::CohortArgs;
use super::log_args::{LogArgs, day};
use clap::Args;
use loyalsim::units::Day;
use std::path::PathBuf;

/// Shown after the help of `refit`.
pub const REFIT_EXAMPLES: &str = "\
Examples:
  loyalsim refit shop.toml sales-until-now.csv            shop-2025-06.toml and how the forecast came out
  loyalsim refit shop.toml sales-2024.csv sales-2025.csv  the old export and the new one
  loyalsim refit shop.toml sales-until-now.csv --out shop.toml --force   in the place of the old design
  loyalsim refit gym.toml --cohorts cohorts-now.xlsx      customers under contract: the newer table of cohorts

DATA are all purchases until now, those that the design was fitted to included: forecast were the
customers known then. What was forecast stands in shop-forecast.json, which `calibrate` wrote beside
the design. Numbers that nobody has changed since are replaced, others are kept.";

/// Options of `refit`.
#[derive(Debug, Args)]
#[command(mut_arg("data", |data| data.required(false).required_unless_present("cohorts")))]
pub struct RefitArgs {
    /// The design, written by `calibrate` or `refit`
    pub design: PathBuf,
    #[command(flatten)]
    pub log: LogArgs,
    #[command(flatten)]
    pub contracts: CohortArgs,
    /// The design to write; pages are written beside it [default: the name of the design with the last month of the log]
    #[arg(long, short = 'o', value_name = "DESIGN")]
    pub out: Option<PathBuf>,
    /// What was forecast [default: the name of the design with -forecast.json]
    #[arg(long, value_name = "FILE")]
    pub forecast: Option<PathBuf>,
    /// Last day of which the log knows all, as YYYY-MM-DD [default: that of its last purchase, and a pause that is usual in it]
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "cohorts")]
    pub until: Option<Day>,
    /// Write no PDF
    #[arg(long)]
    pub no_pdf: bool,
    /// The browser that prints the PDF: Chromium, Chrome or Edge [default: one found on this machine]
    #[arg(long, value_name = "PROGRAM", conflicts_with = "no_pdf")]
    pub browser: Option<PathBuf>,
}
