//! What may be said about a randomised experiment on the command line.

use clap::Args;
use loyalsim::data::ExperimentOptions;
use loyalsim::fit::experiment::{MESSAGES, MOST_DAYS};
use std::path::PathBuf;

/// Options of `calibrate` for an experiment.
#[derive(Debug, Args)]
pub struct ExperimentArgs {
    /// A randomised experiment: a table with a row for each customer, the arm to which he was assigned by lot, and whether, how often or for how much he bought afterwards
    #[arg(long, value_name = "FILE", conflicts_with = "cohorts", requires = "experiment_days")]
    pub experiment: Option<PathBuf>,
    /// Days over which the experiment counted purchases
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_DAYS)), requires = "experiment")]
    pub experiment_days: Option<u32>,
    /// Messages that each customer of an arm got in these days, where the experiment was about messages: the design then has what they bring
    #[arg(long, value_name = "N", value_parser = messages, requires = "experiment")]
    pub experiment_messages: Option<f64>,
    /// The arm that was left alone, where its name does not tell
    #[arg(long, value_name = "ARM", requires = "experiment")]
    pub experiment_control: Option<String>,
    /// The arm that the design follows [default: all arms together, against the one left alone]
    #[arg(long, value_name = "ARM", requires = "experiment")]
    pub experiment_arm: Option<String>,
    /// A column that was known before the lots were drawn, by its name or its number from 1: effects are adjusted for it, and the arms must be alike in it; may be given several times
    #[arg(long, value_name = "COLUMN", requires = "experiment")]
    pub experiment_before: Vec<String>,
}

impl ExperimentArgs {
    /// What is stated about the table.
    pub fn options(&self) -> ExperimentOptions {
        ExperimentOptions { control: self.experiment_control.clone(), before: self.experiment_before.clone() }
    }
}

fn messages(text: &str) -> Result<f64, String> {
    let [fewest, most] = MESSAGES;
    match text.parse::<f64>() {
        Ok(messages) if (fewest..=most).contains(&messages) => Ok(messages),
        _ => Err(format!("write a number of messages from {fewest} to {most}")),
    }
}
