//! How long each test takes, kept in a file: quick ones are run first, since most faults are noticed by one of them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The quickest tests, which together take this share of the time, are the quick ones.
const QUICK: f64 = 0.05;

pub struct Times {
    path: PathBuf,
    seconds: BTreeMap<String, f64>,
}

impl Times {
    pub fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        let seconds = lines.filter_map(|(time, name)| Some((name.to_owned(), time.parse().ok()?)));
        Ok(Self { path: path.to_owned(), seconds: seconds.collect() })
    }

    pub fn add(&mut self, name: &str, seconds: f64) -> Result<(), Box<dyn Error>> {
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        writeln!(file, "{seconds:.3}\t{name}")?;
        self.seconds.insert(name.to_owned(), seconds);
        Ok(())
    }

    pub fn knows(&self, name: &str) -> bool {
        self.seconds.contains_key(name)
    }

    pub fn sum(&self, names: &[String]) -> f64 {
        names.iter().map(|name| self.of(name)).sum()
    }

    pub fn quick_and_slow(&self, mut names: Vec<String>) -> [Vec<String>; 2] {
        names.sort_by(|a, b| self.of(a).total_cmp(&self.of(b)));
        let (all, mut sum, mut quick) = (self.sum(&names), 0.0, 0);
        for name in &names {
            sum += self.of(name);
            quick += usize::from(sum <= QUICK * all);
        }
        let slow = names.split_off(quick);
        [names, slow]
    }

    pub fn of(&self, name: &str) -> f64 {
        self.seconds.get(name).copied().unwrap_or(0.0)
    }
}
