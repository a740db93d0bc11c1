//! Values of options that several commands have: how they are read.

use clap::ValueEnum;
use loyalsim::report;
use loyalsim::words::Language;
use serde::{Deserialize, Serialize};

/// How answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Answers {
    /// For people
    #[default]
    Text,
    /// The content of summary.json
    Json,
}

/// How tables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Csv {
    /// Commas, decimal points, UTF-8: for programs
    #[default]
    Plain,
    /// As Excel of the language opens it with a double click: in Russian with semicolons and decimal commas
    Excel,
}

impl Csv {
    /// Rows that follow on others in a table.
    pub fn rows(self, rows: String, language: Language) -> Vec<u8> {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        let bytes = self.bytes(rows, language);
        bytes.strip_prefix(MARK).map(<[u8]>::to_vec).unwrap_or(bytes)
    }

    /// The bytes of a table.
    pub fn bytes(self, table: String, language: Language) -> Vec<u8> {
        match self {
            Self::Plain => table.into_bytes(),
            Self::Excel => report::for_excel(&table, language).into_bytes(),
        }
    }
}

/// What is added to the name of a folder of results.
pub fn label(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_alphanumeric() || "-_. ".contains(c);
    let good =
        text.chars().all(fits) && text.chars().any(char::is_alphanumeric) && text.chars().count() <= 60;
    if good { Ok(text.trim().to_owned()) } else { Err("use letters, digits, - _ and .".to_owned()) }
}

/// A whole number between bounds.
pub fn count(text: &str, least: u64, most: u64) -> Result<u64, String> {
    let bare = text.replace('_', "");
    bare.parse()
        .ok()
        .filter(|n| (least..=most).contains(n))
        .ok_or_else(|| format!("write a whole number from {least} to {most}"))
}

/// A Monte Carlo error as a share of the spread.
pub fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.001..=0.5).contains(&share) => Ok(share),
        _ => Err("write a share from 0.001 to 0.5, for instance 0.02".to_owned()),
    }
}

/// Values that a manifest writes as the user types them.
pub mod word {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::fmt::Display;
    use std::str::FromStr;

    /// Writes the word.
    pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads the word.
    pub fn deserialize<'d, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'d>,
    {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
