//! The file of a part: a line that says what it is, a line of JSON that says of what, the results packed, and the SHA-256 of all that.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::ops::Range;

use super::{About, Build, Nth, Part, PartFault};
use crate::summary::Collector;

/// The beginning of every part; a format follows.
const MAGIC: &str = "loyalsim part ";
/// The format this version writes and reads.
const FORMAT: &str = "1";
/// What stands before the results is not longer, in bytes.
pub const HEAD: usize = 16_384;
/// No run has more trials.
const MOST_TRIALS: u64 = 1 << 40;
/// Bytes of the sum at the end.
const SUM: usize = 32;

impl About {
    /// From the beginning of a file: its first [`HEAD`] bytes, or all of a shorter one.
    ///
    /// # Errors
    /// If it is not the beginning of a part that this build reads.
    pub fn read(head: &[u8], own: &Build) -> Result<Self, PartFault> {
        let (about, _) = split(head)?;
        if about.build == *own {
            Ok(about)
        } else {
            Err(PartFault::Build { theirs: about.build, own: own.clone() })
        }
    }
}

impl About {
    /// Whether there can be such a part.
    fn is_possible(&self) -> bool {
        let Range { start, end } = self.trials;
        start < end
            && end <= self.of_trials
            && self.of_trials <= MOST_TRIALS
            && self.nth.is_none_or(Nth::is_one)
    }
}

impl Part {
    /// The bytes of its file.
    ///
    /// # Errors
    /// Where there is no memory to pack them.
    pub fn write(&self) -> std::io::Result<Vec<u8>> {
        pack(&self.about, &(&self.text, &self.collector))
    }

    /// A part from the bytes of its file.
    ///
    /// # Errors
    /// If they are not those of a whole part that this build has written.
    pub fn read(bytes: &[u8], own: &Build) -> Result<Self, PartFault> {
        let (about, (text, collector)) = unpack::<(String, Collector)>(bytes, own)?;
        if about.asked.is_some() {
            return Err(PartFault::NotAPart);
        }
        Ok(Self { about, text, collector })
    }
}

/// The bytes of a file of a part with these results.
pub(super) fn pack(about: &About, results: &impl Serialize) -> std::io::Result<Vec<u8>> {
    let about = serde_json::to_string(about)?;
    let mut bytes = format!("{MAGIC}{FORMAT}\n{about}\n").into_bytes();
    let results = postcard::to_allocvec(results).map_err(std::io::Error::other)?;
    let mut packer = flate2::write::DeflateEncoder::new(bytes, flate2::Compression::fast());
    packer.write_all(&results)?;
    bytes = packer.finish()?;
    let sum = Sha256::digest(&bytes);
    bytes.extend_from_slice(&sum);
    Ok(bytes)
}

/// What a file of a part says of itself, and its results.
pub(super) fn unpack<T: DeserializeOwned>(bytes: &[u8], own: &Build) -> Result<(About, T), PartFault> {
    let about = About::read(&bytes[..bytes.len().min(HEAD)], own)?;
    let (whole, sum) = bytes.split_at_checked(bytes.len().saturating_sub(SUM)).ok_or(PartFault::Damaged)?;
    if Sha256::digest(whole).as_slice() != sum {
        return Err(PartFault::Damaged);
    }
    let (_, packed) = split(whole)?;
    let results = unpacked(packed).ok_or(PartFault::Damaged)?;
    Ok((about, postcard::from_bytes(&results).map_err(|_| PartFault::Damaged)?))
}

/// What a part is, and what follows.
fn split(bytes: &[u8]) -> Result<(About, &[u8]), PartFault> {
    let rest = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(PartFault::NotAPart)?;
    let (format, rest) = line(rest).ok_or(PartFault::Damaged)?;
    if format != FORMAT.as_bytes() {
        return Err(PartFault::Format);
    }
    let (about, rest) = line(rest).ok_or(PartFault::Damaged)?;
    let about: About = serde_json::from_slice(about).map_err(|_| PartFault::Damaged)?;
    if about.is_possible() { Ok((about, rest)) } else { Err(PartFault::Damaged) }
}

fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().take(HEAD).position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

/// Unpacked as far as an honest part can be packed: a bomb is no part.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    const TIMES: u64 = 1_032;
    let most = packed.len() as u64 * TIMES;
    let mut results = Vec::new();
    flate2::read::DeflateDecoder::new(packed).take(most).read_to_end(&mut results).ok()?;
    Some(results)
}
