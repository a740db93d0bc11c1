//! What is asked for on the command line.

use crate::area::{AREAS, Sample};
use std::error::Error;
use std::path::PathBuf;

/// Faults of each area unless told.
const COUNT: usize = 120;

pub struct Asked {
    /// The package.
    pub from: PathBuf,
    /// Its copy.
    pub tree: PathBuf,
    /// The folder for notes.
    pub notes: PathBuf,
    pub sample: Sample,
    /// Tests that take longer than this are left out, in seconds; those of other areas, too.
    pub longest: Option<f64>,
}

impl Asked {
    pub fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut path =
            || arguments.next().map(PathBuf::from).ok_or("give the package, its copy and a folder for notes");
        let (from, tree, notes) = (path()?, path()?, path()?);
        let (mut sample, mut longest) = (Sample { count: COUNT, seed: 0, areas: Vec::new() }, None);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} what?"));
            match argument.as_str() {
                "--longest" => longest = Some(value()?.parse()?),
                "--seed" => sample.seed = value()?.parse()?,
                "--area" => sample.areas.push(area(&value()?)?),
                count => {
                    sample.count = count.parse().map_err(|_| format!("{count} is no number of faults"))?
                }
            }
        }
        Ok(Self { from, tree, notes, sample, longest })
    }
}

fn area(name: &str) -> Result<&'static str, String> {
    let known = || AREAS.map(|area| area.name);
    known().into_iter().find(|known| *known == name).ok_or_else(|| format!("the areas are {:?}", known()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Asked, Box<dyn Error>> {
        Asked::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn everything_may_be_told_or_nothing() {
        let told =
            read("from tree notes 60 --seed 7 --longest 2.5 --area summary --area plan/elements").unwrap();
        assert_eq!((told.sample.count, told.sample.seed, told.longest), (60, 7, Some(2.5)));
        assert_eq!(told.sample.areas, ["summary", "plan/elements"]);
        let plain = read("from tree notes").unwrap();
        assert_eq!((plain.sample.count, plain.sample.seed, plain.longest), (120, 0, None));
        assert!(AREAS.iter().all(|area| plain.sample.has(area)));
        assert_eq!(AREAS.map(|area| told.sample.has(&area)), [false, true, true, false]);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "from tree",
            "from tree notes some",
            "from tree notes --area plan",
            "from tree notes --longest no",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
