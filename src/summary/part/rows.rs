//! A part of the work of a command that analyses decisions: what some of the rows that it plays came to.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

use super::file::{pack, unpack};
use super::{About, Build, PartFault};
use crate::summary::Outcome;

/// Such a part. Its rows are the trials of [`About`].
#[derive(Debug, Clone, PartialEq)]
pub struct RowsPart {
    /// What it is of.
    pub about: About,
    /// The command and its options, as a manifest tells them.
    pub asked: String,
    /// The designs: as the user named each, and its text.
    pub designs: Vec<(String, String)>,
    /// What the rows came to, in their order; all are of the same width.
    pub rows: Vec<Vec<Outcome>>,
}

/// Rows with a text before them, as they are packed.
type Packed = (String, Vec<(String, String)>, Vec<Vec<Outcome>>);

impl RowsPart {
    /// What names a command with its options, and what names its designs.
    pub fn hashes(asked: &str, designs: &[(String, String)]) -> (String, String) {
        let texts: Vec<&str> = designs.iter().map(|(_, text)| text.as_str()).collect();
        (hex(asked.as_bytes()), hex(texts.join("\0").as_bytes()))
    }

    /// The bytes of its file.
    ///
    /// # Errors
    /// Where there is no memory to pack them.
    pub fn write(&self) -> std::io::Result<Vec<u8>> {
        pack(&self.about, &(&self.asked, &self.designs, &self.rows))
    }

    /// A part from the bytes of its file.
    ///
    /// # Errors
    /// If they are not those of a whole part that this build has written.
    pub fn read(bytes: &[u8], own: &Build) -> Result<Self, PartFault> {
        let (about, (asked, designs, rows)) = unpack::<Packed>(bytes, own)?;
        let part = Self { about, asked, designs, rows };
        if part.is_sound() { Ok(part) } else { Err(PartFault::Damaged) }
    }

    fn is_sound(&self) -> bool {
        let (asked, designs) = Self::hashes(&self.asked, &self.designs);
        let width = self.rows.first().map_or(0, Vec::len);
        let count = self.about.trials.end - self.about.trials.start;
        self.about.asked == Some(asked)
            && self.about.hash == designs
            && self.rows.len() as u64 == count
            && self.rows.iter().all(|row| row.len() == width && row.iter().all(Outcome::is_sound))
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
