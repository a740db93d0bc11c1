//! Files of parts: written whole or not at all, read with their faults.

use super::failure::{Failure, reason};
use super::input::Source;
use super::output::write_one;
use super::version::commit;
use loyalsim::decide::trials::RunPlan;
use loyalsim::design::{Design, Sampling, Saying};
use loyalsim::simulate::Settings;
use loyalsim::summary::part::{About, Build, HEAD, Nth, Part, PartFault, RowsPart};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::ops::Range;
use std::path::Path;

/// What a part of a run is of.
pub fn about(
    plan: RunPlan,
    source: &Source,
    design: &Design,
    (trials, nth): (Range<u64>, Option<Nth>),
) -> About {
    About {
        build: Build::own(commit()),
        design: source.given.clone(),
        hash: design.hash.clone(),
        seed: plan.settings.seed,
        customers: plan.settings.customers as u64,
        sampling: plan.sampling,
        of_trials: plan.trials,
        trials,
        nth,
        asked: None,
    }
}

/// What a part of the work of another command is of.
pub fn rows_about(
    (asked, designs): (&str, &[(String, String)]),
    settings: Settings,
    (rows, trials): (u64, Range<u64>),
    nth: Nth,
) -> About {
    let (asked, hash) = RowsPart::hashes(asked, designs);
    About {
        build: Build::own(commit()),
        design: designs.first().map(|(given, _)| given.clone()).unwrap_or_default(),
        hash,
        seed: settings.seed,
        customers: settings.customers as u64,
        sampling: Sampling::default(),
        of_trials: rows,
        trials,
        nth: Some(nth),
        asked: Some(asked),
    }
}

/// The part of the work of another command than `run` in `file`, whole and sound.
pub fn read_rows(file: &Path) -> Result<RowsPart, Failure> {
    let bytes = fs::read(file).map_err(|e| unreadable(file, &e))?;
    RowsPart::read(&bytes, &Build::own(commit())).map_err(|fault| of_part(file, &fault))
}

/// Writes a part, whole or not at all, and the folders that it is to lie in.
pub fn write(file: &Path, part: io::Result<Vec<u8>>) -> Result<(), Failure> {
    let refused = |e: &io::Error| {
        let said = Saying::new("failure-file").with("file", file.display().to_string());
        Failure::Runtime(said.with("why", reason(e)))
    };
    let bytes = part.map_err(|e| refused(&e))?;
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or(Ok(()), fs::create_dir_all).map_err(|e| refused(&e))?;
    write_one(file, &bytes, true)
}

/// What the part in `file` is of.
pub fn head(file: &Path) -> Result<About, Failure> {
    let mut head = Vec::new();
    let read = File::open(file).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    read.map_err(|e| unreadable(file, &e))?;
    About::read(&head, &Build::own(commit())).map_err(|fault| of_part(file, &fault))
}

/// The part in `file`, whole and sound, and its design.
pub fn read(file: &Path) -> Result<(Part, Design), Failure> {
    let bytes = fs::read(file).map_err(|e| unreadable(file, &e))?;
    let part = Part::read(&bytes, &Build::own(commit()));
    let both = part.and_then(|part| Ok((part.design()?, part)));
    both.map(|(design, part)| (part, design)).map_err(|fault| of_part(file, &fault))
}

/// A fault of the part in `file`.
pub fn of_part(file: &Path, fault: &PartFault) -> Failure {
    let said = Saying::new("failure-part").with("file", file.display().to_string());
    Failure::Input(said.with("fault", fault.saying()))
}

/// Whether this very part is in `file`. What is no part is not replaced by one.
pub fn is_there(file: &Path, about: &About) -> Result<bool, Failure> {
    let mut head = Vec::new();
    match File::open(file).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head)) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(unreadable(file, &e)),
        Ok(_) => match About::read(&head, &about.build) {
            Ok(found) if found == *about => Ok(read(file).is_ok()),
            Err(PartFault::NotAPart) => {
                let said = Saying::new("failure-no-part-there").with("file", file.display().to_string());
                Err(Failure::Input(said))
            }
            _ => Ok(false),
        },
    }
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    let name = file.display().to_string();
    match error.kind() {
        ErrorKind::NotFound => Failure::Input(Saying::new("failure-no-part").with("file", name)),
        _ => {
            let said = Saying::new("failure-cannot-read").with("file", name);
            Failure::Input(said.with("why", reason(error)))
        }
    }
}
