//! What may be said about a transaction log on the command line.

use clap::{Args, ValueEnum};
use loyalsim::data::dates::{self, Order};
use loyalsim::data::{Mapped, Role};
use loyalsim::fit::apart::LEAST;
use loyalsim::units::{Day, YearMonth};
use std::path::PathBuf;

/// Options of commands that read a transaction log.
#[derive(Debug, Args)]
pub struct LogArgs {
    /// Transaction logs: CSV or other delimited text in any usual encoding, also packed with gzip, or workbooks of Excel
    #[arg(required = true)]
    pub data: Vec<PathBuf>,
    /// Which column holds what: customer, date, amount, quantity, price, currency, score, reason, count, cause, cohort, period, left, size, points_earned, points_spent, points_expired, discount, since, member, tier, balance, arm, bought, purchases, name, from, until or kind; may be given several times
    #[arg(long, value_name = "WHAT=COLUMN", value_parser = mapped)]
    pub map: Vec<Mapped>,
    /// Answers to the question how readily one would recommend, from 0 to 10: a table with a score in each row, and the customer if known
    #[arg(long, value_name = "FILE")]
    pub survey: Option<PathBuf>,
    /// Why customers left: a table with a reason in each row, and how many told it unless each row is one leaver
    #[arg(long, value_name = "FILE")]
    pub reasons: Option<PathBuf>,
    /// Which cause is meant by which reason: a table with the columns `reason` and `cause`
    #[arg(long, value_name = "FILE", requires = "reasons")]
    pub causes: Option<PathBuf>,
    /// Who is a member of the program that runs already: a table of customers with the day of joining, the tier or the points that they have
    #[arg(long, value_name = "FILE")]
    pub customers: Option<PathBuf>,
    /// Promotions and times in which a program ran: a table with the columns `from`, `until` and `kind` (promotion or program), and, if known, `name` and `discount`
    #[arg(long, value_name = "FILE")]
    pub periods: Option<PathBuf>,
    /// Month in which the program that runs already was launched, as YYYY-MM [default: as the data tell]
    #[arg(long, value_name = "MONTH", value_parser = month)]
    pub program_since: Option<YearMonth>,
    /// The column by which customers are told apart, by its name or its number from 1: of the table of customers, or else of the log
    #[arg(long, value_name = "COLUMN")]
    pub segment_by: Option<String>,
    /// Customers that a group of --segment-by has at least; smaller ones are joined as others
    #[arg(long, value_name = "N", default_value_t = LEAST, value_parser = clap::value_parser!(u64).range(30..), requires = "segment_by")]
    pub segment_least: u64,
    /// Which number of a date is the day, where the log does not tell
    #[arg(long, value_enum, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// What stands before the decimals of an amount, where the log does not tell
    #[arg(long, value_enum, value_name = "MARK")]
    pub decimal: Option<Mark>,
    /// Which sheet of a workbook holds the purchases, by its name or its number from 1
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// Share of rows that may be unreadable
    #[arg(long, value_name = "SHARE", default_value_t = 0.05, value_parser = tolerated)]
    pub tolerate: f64,
    /// Currency of the amounts [default: the one that stands in the log]
    #[arg(long, value_name = "TEXT")]
    pub currency: Option<String>,
    /// Write a hash in the place of each customer in the file of rows set aside
    #[arg(long)]
    pub anonymise: bool,
    /// Replace existing files
    #[arg(long)]
    pub force: bool,
    /// Print nothing but warnings and errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// The order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DateOrder {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
}

/// What stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mark {
    /// 1,250.50
    Point,
    /// 1 250,50
    Comma,
}

fn mapped(text: &str) -> Result<Mapped, String> {
    let known = || Role::ALL.map(Role::word).join(", ");
    let form = || format!("write WHAT=COLUMN, where WHAT is one of {}", known());
    let (what, column) = text.split_once('=').ok_or_else(form)?;
    let role = Role::ALL.into_iter().find(|role| role.word() == what.trim()).ok_or_else(form)?;
    Ok(Mapped { role, column: column.trim().trim_matches('"').to_owned() })
}

fn tolerated(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("write a share from 0 to 1, for instance 0.1".to_owned()),
    }
}

fn month(text: &str) -> Result<YearMonth, String> {
    text.parse().map_err(|_| "write a month as YYYY-MM".to_owned())
}

/// A day as YYYY-MM-DD.
pub fn day(text: &str) -> Result<Day, String> {
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    let day = if iso { dates::day(text, Order::DayFirst) } else { None };
    day.ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}
