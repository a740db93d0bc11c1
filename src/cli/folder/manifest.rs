//! What a folder of results says about itself: the command, the designs, and every file with its hash.

use loyalsim::words::Language;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// Its file.
pub const NAME: &str = "manifest.json";
/// The format this version writes and reads.
const FORMAT: u32 = 1;
/// No manifest is larger: ten thousand files.
const LARGEST: u64 = 4_000_000;

/// A result: how it was made, and what of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// Of this file.
    format: u32,
    /// Of loyalsim.
    pub version: String,
    /// The command, as one types it.
    pub command: String,
    /// Its options, as far as they make a difference to the files.
    pub options: serde_json::Value,
    /// The language of the files.
    #[serde(with = "crate::cli::values::word")]
    pub language: Language,
    /// The day printed in the result, where one is: `2026-11-28`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Whether the work was stopped before its end.
    pub partial: bool,
    /// The designs in the order in which the command was given them.
    pub designs: Vec<GivenDesign>,
    /// The files by name, this one left out.
    pub files: BTreeMap<String, FileFacts>,
}

/// A design that a result was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenDesign {
    /// As the user named it.
    pub given: String,
    /// Its copy among the files.
    pub file: String,
    /// Of its text.
    pub sha256: String,
}

/// One file of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    pub bytes: u64,
    pub sha256: String,
    /// Whether the same command writes the same bytes again; what other programs print, and notes of work, may differ.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub repeatable: bool,
}

/// Who makes a result, and how.
#[derive(Debug, Clone)]
pub struct Origin {
    pub command: String,
    pub options: serde_json::Value,
    pub language: Language,
    pub date: Option<String>,
    pub partial: bool,
}

impl Manifest {
    /// Of a result made now.
    pub fn new(origin: Origin, designs: Vec<GivenDesign>, files: BTreeMap<String, FileFacts>) -> Self {
        let Origin { command, options, language, date, partial } = origin;
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self { format: FORMAT, version, command, options, language, date, partial, designs, files }
    }

    /// The manifest of `folder`. A name in it that leads out of the folder makes it invalid.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let path = folder.join(NAME);
        let facts = std::fs::symlink_metadata(&path)?;
        if !facts.is_file() || facts.len() > LARGEST {
            return Err(ErrorKind::InvalidData.into());
        }
        let manifest: Self = serde_json::from_slice(&std::fs::read(path)?)?;
        let named = manifest.files.keys().chain(manifest.designs.iter().map(|design| &design.file));
        if manifest.format == FORMAT && named.into_iter().all(|name| is_inside(name)) {
            Ok(manifest)
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    /// Whether both were made by the same command from the same designs, with whatever options.
    pub fn is_of_same_work(&self, other: &Self) -> bool {
        self.command == other.command && self.designs == other.designs
    }
}

impl FileFacts {
    /// Of these bytes.
    pub fn of(bytes: &[u8], repeatable: bool) -> Self {
        Self { bytes: bytes.len() as u64, sha256: sha256(bytes), repeatable }
    }

    /// Whether the file at `path` has these bytes; links are not followed.
    pub fn hold(&self, path: &Path) -> bool {
        let same_size = std::fs::symlink_metadata(path).is_ok_and(|f| f.is_file() && f.len() == self.bytes);
        let mut hashed = Hashed::into(io::sink());
        let mut read = || io::copy(&mut std::fs::File::open(path)?, &mut hashed);
        same_size && read().is_ok() && hashed.facts(self.repeatable) == *self
    }
}

/// Bytes on their way, and what a manifest says of them: of a file that no memory should hold.
pub struct Hashed<W> {
    to: W,
    hash: Sha256,
    bytes: u64,
}

impl<W> Hashed<W> {
    pub fn into(to: W) -> Self {
        Self { to, hash: Sha256::new(), bytes: 0 }
    }

    /// Of all that went by.
    pub fn facts(self, repeatable: bool) -> FileFacts {
        FileFacts { bytes: self.bytes, sha256: hexadecimal(&self.hash.finalize()), repeatable }
    }
}

impl<W: io::Write> io::Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The SHA-256 of `bytes`, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether `name` names something in the folder, and is not the manifest's.
fn is_inside(name: &str) -> bool {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    plain && !name.is_empty() && name != NAME && !name.contains(['\\', ':', '\0'])
}

/// Every file and folder below `folder`, as paths relative to it; links are not followed.
pub fn everything(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut files, mut folders, mut next) = (Vec::new(), Vec::new(), vec![PathBuf::new()]);
    while let Some(below) = next.pop() {
        for entry in folder.join(&below).read_dir()? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path.clone());
                next.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    folders.sort();
    Ok((files, folders))
}

/// Files of `folder` that are not of `result`.
pub fn others(folder: &Path, result: &Manifest) -> io::Result<Vec<String>> {
    let (files, _) = everything(folder)?;
    let names = files.into_iter().map(|file| file.to_string_lossy().replace('\\', "/"));
    Ok(names.filter(|name| name != NAME && !result.files.contains_key(name)).collect())
}

fn yes() -> bool {
    true
}

fn is_yes(yes: &bool) -> bool {
    *yes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_inside_the_folder() {
        for good in ["summary.json", "charts/net-effect.svg", "other-designs/2-a b.toml"] {
            assert!(is_inside(good), "{good}");
        }
        for bad in ["", "../x", "a/../../x", "/etc/passwd", "..", "a\\..\\x", "c:x", NAME] {
            assert!(!is_inside(bad), "{bad}");
        }
    }

    #[test]
    fn hashes_are_the_standard_ones() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
