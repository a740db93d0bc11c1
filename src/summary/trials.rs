//! The numbers kept for each trial, exactly: a table with one row per trial.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Rows of numbers, NaN where undefined.
#[derive(Debug, Clone, Default)]
pub struct Trials {
    width: usize,
    values: Vec<f64>,
}

impl Trials {
    /// A table with `width` columns.
    pub fn new(width: usize) -> Self {
        Self { width, values: Vec::new() }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows in the order of the trials.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.values.chunks_exact(self.width.max(1))
    }

    /// One column in the order of the trials.
    pub fn column(&self, column: usize) -> impl Iterator<Item = f64> {
        self.rows().map(move |row| row[column])
    }

    /// How many rows there are, if none of them is cut off.
    pub(super) fn whole_rows(&self) -> Option<u64> {
        let rows = self.values.len().checked_div(self.width).unwrap_or(0);
        (rows * self.width == self.values.len()).then_some(rows as u64)
    }

    pub(super) fn push(&mut self, row: &[f64]) {
        self.values.extend_from_slice(row);
    }

    pub(super) fn append(&mut self, later: &Self) {
        self.values.extend_from_slice(&later.values);
    }
}

/// Bit for bit: undefined values are equal to each other.
impl PartialEq for Trials {
    fn eq(&self, other: &Self) -> bool {
        let bits = |t: &Self| t.values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        self.width == other.width && bits(self) == bits(other)
    }
}

/// JSON has no NaN, so an undefined value is written as null there; formats for machines keep every bit.
#[derive(Serialize, Deserialize)]
struct Plain<V> {
    width: usize,
    values: V,
}

impl Serialize for Trials {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if !to.is_human_readable() {
            return Plain { width: self.width, values: &self.values }.serialize(to);
        }
        let values: Vec<Option<f64>> =
            self.values.iter().map(|v| Some(*v).filter(|v| v.is_finite())).collect();
        Plain { width: self.width, values }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Trials {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            let Plain { width, values } = Plain::deserialize(from)?;
            return Ok(Self { width, values });
        }
        let plain: Plain<Vec<Option<f64>>> = Plain::deserialize(from)?;
        let values = plain.values.into_iter().map(|v| v.unwrap_or(f64::NAN)).collect();
        Ok(Self { width: plain.width, values })
    }
}
