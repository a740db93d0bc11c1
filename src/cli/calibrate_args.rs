//! What may be typed after `loyalsim calibrate`.

use super::cohort_args::CohortArgs;
use super::experiment_args::ExperimentArgs;
use super::log_args::{LogArgs, day};
use clap::Args;
use loyalsim::units::Day;
use std::path::PathBuf;

/// Shown after the help of `calibrate`.
pub const CALIBRATE_EXAMPLES: &str = "\
Examples:
  loyalsim calibrate sales.csv --out shop.toml                 a design that runs, and shop-calibration.html
  loyalsim calibrate 2023.csv.gz 2024.csv.gz --out shop.toml   several files, packed ones too
  loyalsim calibrate sales.csv --out shop.toml --map customer=Card --dates dmy
  loyalsim calibrate sales.csv --out shop.toml --cut 2024-06-30
  loyalsim calibrate sales.csv --out shop.toml --customers-out forecast.csv
  loyalsim calibrate sales.xlsx --survey nps.xlsx --reasons left.csv --out shop.toml
  loyalsim calibrate sales.csv --customers members.csv --program-since 2021-03 --out shop.toml
  loyalsim calibrate sales.csv --customers members.csv --segment-by channel --out shop.toml
  loyalsim calibrate sales.csv --periods promotions.csv --out shop.toml
  loyalsim calibrate sales.csv --experiment emails.csv --experiment-days 14 --experiment-messages 1 --out shop.toml
  loyalsim calibrate --cohorts cohorts.xlsx --out gym.toml      customers under contract: no purchases, but who is left
  loyalsim calibrate --cohorts cohorts.xlsx --survey nps.csv --reasons left.csv --out gym.toml

Each row of DATA is a purchase: who, when, for how much. Columns are found by their names, in English
or Russian. Nothing is guessed: what may mean two things is asked for. Rows that cannot be read are set
aside in shop-calibration-aside.csv. Customers are not named in any file unless asked for.";

/// Options of `calibrate`.
#[derive(Debug, Args)]
#[command(mut_arg("data", |data| data.required(false).required_unless_present("cohorts")))]
pub struct CalibrateArgs {
    #[command(flatten)]
    pub log: LogArgs,
    #[command(flatten)]
    pub contracts: CohortArgs,
    #[command(flatten)]
    pub experiment: ExperimentArgs,
    /// The design to write; the page with the test of the forecast is written beside it
    #[arg(long, short = 'o', value_name = "DESIGN")]
    pub out: PathBuf,
    /// Last day that is fitted in the test of the forecast, as YYYY-MM-DD [default: the last 30 % of the time are kept for the test]
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "cohorts")]
    pub cut: Option<Day>,
    /// Also write a workbook beside the design (shop-calibration.xlsx): the test of the forecast, the models, today's customers, every number
    #[arg(long, conflicts_with = "cohorts")]
    pub xlsx: bool,
    /// Also write a forecast for each customer, in the order of the log
    #[arg(long, value_name = "FILE", conflicts_with = "cohorts")]
    pub customers_out: Option<PathBuf>,
    /// Weeks of the forecast for each customer
    #[arg(long, value_name = "N", default_value_t = 52.0, value_parser = weeks, requires = "customers_out")]
    pub weeks: f64,
    /// Name the customers in that file
    #[arg(long, requires = "customers_out")]
    pub with_ids: bool,
}

fn weeks(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(weeks) if (1.0..=520.0).contains(&weeks) => Ok(weeks),
        _ => Err("write a number of weeks from 1 to 520".to_owned()),
    }
}
