//! A folder of parts that a run takes what is there from, and puts what it plays into: `loyalsim run --parts`.

use super::failure::Failure;
use super::folder;
use super::input::Source;
use super::part_file;
use loyalsim::decide::trials::RunPlan;
use loyalsim::design::Design;
use loyalsim::summary::Collector;
use loyalsim::summary::part::{About, Part};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Parts that a run is kept in, at most about so many.
const PARTS: u64 = 64;
/// How their names end.
const ENDING: &str = ".part";
/// Trials of a part, at least: fewer are played again as fast as they are read.
const FEWEST: u64 = 32;

/// The parts of one run in a folder.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    /// How the names of its own parts begin: parts of other runs may lie beside them.
    stem: String,
    text: String,
    /// Of the whole run.
    about: About,
    /// Those that are there.
    there: Vec<(Range<u64>, PathBuf)>,
}

impl Shelf {
    /// The parts of this run that are in `folder`. Its own that are damaged are removed.
    pub fn open(folder: &Path, plan: RunPlan, source: &Source, design: &Design) -> Self {
        let about = part_file::about(plan, source, design, (0..plan.trials, None));
        let run = format!("{:?}", About { design: String::new(), ..about.clone() });
        let stem = format!("{}-{}", source.stem, &folder::sha256(run.as_bytes())[..8]);
        let mut shelf =
            Self { folder: folder.to_owned(), stem, text: source.text.clone(), about, there: Vec::new() };
        for file in folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()) {
            match part_file::head(&file) {
                Ok(found) if shelf.is_of_same_run(&found) => shelf.there.push((found.trials, file)),
                Ok(_) => {}
                Err(_) => shelf.clear(&file),
            }
        }
        shelf
    }

    fn is_of_same_run(&self, found: &About) -> bool {
        let About { design, trials, .. } = self.about.clone();
        About { design, trials, nth: None, ..found.clone() } == self.about
    }

    /// Removes a damaged part, if it is one of its own.
    fn clear(&self, file: &Path) {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(&self.stem) && name.ends_with(ENDING) {
            std::fs::remove_file(file).ok();
        }
    }

    /// The results of the longest part that begins with trial `from`; a damaged one is none.
    pub fn take(&self, from: u64) -> Option<Collector> {
        let mut here: Vec<_> = self.there.iter().filter(|(trials, _)| trials.start == from).collect();
        here.sort_by_key(|(trials, _)| trials.end);
        here.iter().rev().find_map(|(_, file)| match part_file::read(file) {
            Ok((part, _)) => Some(part.collector),
            Err(_) => {
                self.clear(file);
                None
            }
        })
    }

    /// How far to play from trial `from` before it is kept: to the next part, or to the end of a piece of the usual length.
    pub fn until(&self, from: u64) -> u64 {
        let piece = (self.about.of_trials / PARTS).max(FEWEST).next_power_of_two();
        let next = self.there.iter().map(|(trials, _)| trials.start).filter(|start| *start > from).min();
        let end = (from / piece + 1) * piece;
        end.min(next.unwrap_or(end))
    }

    /// Keeps what has been played.
    pub fn keep(&self, collector: &Collector) -> Result<(), Failure> {
        let trials = collector.trials();
        let name = format!("{}-{:07}-{:07}{ENDING}", self.stem, trials.start, trials.end - 1);
        let about = About { trials, ..self.about.clone() };
        let part = Part { about, text: self.text.clone(), collector: collector.clone() };
        part_file::write(&self.folder.join(name), part.write())
    }
}
