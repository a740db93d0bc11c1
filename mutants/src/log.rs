//! What has become of each fault, kept in a file so that nothing is played twice.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    DoesNotCompile,
    /// By the tests of its own area.
    Caught,
    /// By tests of another.
    CaughtElsewhere,
    Missed,
}

const WORDS: [(Verdict, &str); 4] = [
    (Verdict::DoesNotCompile, "does not compile"),
    (Verdict::Caught, "caught"),
    (Verdict::CaughtElsewhere, "caught elsewhere"),
    (Verdict::Missed, "missed"),
];

pub struct Log {
    path: PathBuf,
    verdicts: BTreeMap<String, Verdict>,
}

impl Log {
    pub fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
        let lines = text.lines().filter_map(|line| line.split_once('\t'));
        let verdicts = lines.filter_map(|(word, name)| {
            let (verdict, _) = WORDS.into_iter().find(|(_, known)| *known == word)?;
            Some((name.to_owned(), verdict))
        });
        Ok(Self { path: path.to_owned(), verdicts: verdicts.collect() })
    }

    pub fn add(&mut self, name: &str, verdict: Verdict) -> Result<(), Box<dyn Error>> {
        let word = WORDS.into_iter().find(|(known, _)| *known == verdict).map_or("", |(_, word)| word);
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        writeln!(file, "{word}\t{name}")?;
        self.verdicts.insert(name.to_owned(), verdict);
        Ok(())
    }

    pub fn is(&self, name: &str, verdict: Verdict) -> bool {
        self.verdicts.get(name) == Some(&verdict)
    }

    pub fn caught(&self, name: &str) -> bool {
        self.is(name, Verdict::Caught) || self.is(name, Verdict::CaughtElsewhere)
    }
}
