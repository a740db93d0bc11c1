//! Where faults are planted, and which of them are.

use crate::fault::Fault;
use crate::find;
use std::error::Error;
use std::fs;
use std::path::Path;

/// A part of the library and the tests that are its own.
pub struct Area {
    pub name: &'static str,
    /// Its folder; a file of the same name belongs to it.
    pub folder: &'static str,
    pub tests: &'static str,
}

pub const AREAS: [Area; 4] = [
    Area { name: "simulate/month", folder: "src/simulate/month", tests: "simulate::month::" },
    Area { name: "plan/elements", folder: "src/plan/elements", tests: "plan::elements::" },
    Area { name: "summary", folder: "src/summary", tests: "summary::" },
    Area { name: "review/rules", folder: "src/review/rules", tests: "review::rules::" },
];

/// Which faults are planted.
pub struct Sample {
    /// How many of each area.
    pub count: usize,
    /// Another one draws others.
    pub seed: u64,
    /// Names of the areas; all where none is named.
    pub areas: Vec<&'static str>,
}

impl Sample {
    pub fn has(&self, area: &Area) -> bool {
        self.areas.is_empty() || self.areas.contains(&area.name)
    }
}

/// The faults of a sample, the same for the same sources.
pub fn sample(package: &Path, of: &Sample) -> Result<Vec<Fault>, Box<dyn Error>> {
    let mut sample: Vec<(usize, Fault)> = Vec::new();
    for (index, area) in AREAS.iter().enumerate().filter(|(_, area)| of.has(area)) {
        let mut all = Vec::new();
        for file in files(package, area)? {
            all.extend(find::faults(package, &file, index)?);
        }
        eprintln!("{}: {} faults could be planted", area.name, all.len());
        shuffle(&mut all, of.seed);
        all.truncate(of.count);
        sample.extend(all.into_iter().enumerate());
    }
    (1..).zip(&mut sample).for_each(|(number, (_, fault))| fault.number = number);
    // the areas take turns: whoever stops has a smaller sample of each
    sample.sort_by_key(|(turn, _)| *turn);
    Ok(sample.into_iter().map(|(_, fault)| fault).collect())
}

/// The files of an area.
pub fn files(package: &Path, area: &Area) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files = rust_files(package, area.folder)?;
    let root = format!("{}.rs", area.folder);
    files.extend(package.join(&root).exists().then_some(root));
    files.sort();
    Ok(files)
}

/// Rust files below a folder that are no tests.
fn rust_files(package: &Path, folder: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(package.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if !path.ends_with("/tests") {
                files.extend(rust_files(package, &path)?);
            }
        } else if path.ends_with(".rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Fisher and Yates, with SplitMix64.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        items.swap(last, ((mixed ^ (mixed >> 31)) % (last as u64 + 1)) as usize);
    }
}
