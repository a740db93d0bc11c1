//! What may be said about a table of cohorts on the command line.

use clap::{Args, ValueEnum};
use loyalsim::data::{CohortOptions, Counted};
use loyalsim::units::YearMonth;
use std::path::PathBuf;

/// What is about purchases, of which a table of cohorts knows nothing.
const OF_PURCHASES: [&str; 5] = ["data", "anonymise", "dates", "customers", "program_since"];

/// Options of `calibrate` for customers under contract.
#[derive(Debug, Args)]
pub struct CohortArgs {
    /// In the place of purchases, where customers pay by contract: a table of cohorts with those left after each month, quarter or year
    #[arg(long, value_name = "FILE", conflicts_with_all = OF_PURCHASES)]
    pub cohorts: Option<PathBuf>,
    /// How long a period of the table is, where its heads do not tell
    #[arg(long, value_enum, value_name = "PERIOD", requires = "cohorts")]
    pub period: Option<PeriodArg>,
    /// What the cells of the table are, where they do not tell
    #[arg(long, value_enum, value_name = "WHAT", requires = "cohorts")]
    pub values: Option<ValuesArg>,
    /// Customers of each cohort at its start, where the table has shares and no sizes
    #[arg(long, value_name = "N", value_parser = size, requires = "cohorts")]
    pub cohort_size: Option<f64>,
    /// Months from one renewal of a contract to the next; 1 where customers may leave in any month [default: a period of the table]
    #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u32).range(1..=60), requires = "cohorts")]
    pub term: Option<u32>,
    /// First month of the design, as YYYY-MM, where the cohorts have no dates
    #[arg(long, value_name = "MONTH", value_parser = month, requires = "cohorts")]
    pub start: Option<YearMonth>,
}

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PeriodArg {
    /// Months
    Month,
    /// Quarters
    Quarter,
    /// Years
    Year,
}

/// What the cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ValuesArg {
    /// Customers who are left
    Customers,
    /// Percentages of those at the start
    Percent,
    /// Shares of those at the start, from 0 to 1
    Share,
}

impl CohortArgs {
    /// What is stated about the table.
    pub fn options(&self) -> CohortOptions {
        CohortOptions {
            months: self.period.map(|period| match period {
                PeriodArg::Month => 1,
                PeriodArg::Quarter => 3,
                PeriodArg::Year => 12,
            }),
            counted: self.values.map(|values| match values {
                ValuesArg::Customers => Counted::Customers,
                ValuesArg::Percent => Counted::Percent,
                ValuesArg::Share => Counted::Share,
            }),
            size: self.cohort_size,
        }
    }
}

fn size(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(size) if (1.0..=1e9).contains(&size) => Ok(size),
        _ => Err("write a number of customers from 1 to 1000000000".to_owned()),
    }
}

fn month(text: &str) -> Result<YearMonth, String> {
    text.parse().map_err(|_| "write a month as YYYY-MM".to_owned())
}
