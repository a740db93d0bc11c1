//! The numbers kept for each trial, exactly: a table with one row per trial.

use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

use super::aside::Aside;

/// Rows that are put aside together: a column of them is read at a stroke, and all of them fit into memory.
const TOGETHER: usize = if cfg!(test) { 4 } else { 4096 };
/// Bytes of a number.
const BYTES: usize = size_of::<f64>();

/// Rows of numbers, NaN where undefined.
#[derive(Debug, Clone, Default)]
pub struct Trials {
    width: usize,
    /// Columns of the first rows, [`TOGETHER`] of each: where these are put aside, which is only done if there is room for it.
    columns: Vec<Column>,
    /// The rows that follow, one after the other.
    values: Vec<f64>,
    room: Option<Arc<dyn Aside>>,
}

/// A piece of a column.
#[derive(Debug, Clone)]
enum Column {
    /// The same number in every row.
    Same(f64),
    /// Put aside, beginning there.
    Aside(u64),
    /// In memory, since there was no more room.
    Here(Vec<f64>),
}

impl Trials {
    /// A table with `width` columns.
    pub fn new(width: usize) -> Self {
        Self { width, ..Self::default() }
    }

    /// The same with room outside of memory for rows that are many.
    pub(super) fn in_room(mut self, room: &Arc<dyn Aside>) -> Self {
        self.room = Some(Arc::clone(room));
        self.put_aside();
        self
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows in the order of the trials.
    pub fn rows(&self) -> impl Iterator<Item = Vec<f64>> + '_ {
        let width = self.width.max(1);
        let of = |piece: &[Column]| {
            let columns: Vec<Vec<f64>> = piece.iter().map(|column| self.read(column)).collect();
            (0..TOGETHER).map(move |row| columns.iter().map(|column| column[row]).collect())
        };
        self.columns
            .chunks_exact(width)
            .flat_map(of)
            .chain(self.values.chunks_exact(width).map(<[f64]>::to_vec))
    }

    /// One column in the order of the trials.
    pub fn column(&self, column: usize) -> impl Iterator<Item = f64> + '_ {
        let width = self.width.max(1);
        let pieces = self.columns.iter().skip(column).step_by(width).flat_map(|piece| self.read(piece));
        pieces.chain(self.values.chunks_exact(width).map(move |row| row[column]))
    }

    /// How many rows there are, if none of them is cut off.
    pub(super) fn whole_rows(&self) -> Option<u64> {
        let rows = self.values.len().checked_div(self.width).unwrap_or(0);
        let aside = self.columns.len().checked_div(self.width).unwrap_or(0) * TOGETHER;
        (rows * self.width == self.values.len()).then_some((aside + rows) as u64)
    }

    pub(super) fn push(&mut self, row: &[f64]) {
        self.values.extend_from_slice(row);
        self.put_aside();
    }

    pub(super) fn append(&mut self, later: &Self) {
        if later.columns.is_empty() {
            self.values.extend_from_slice(&later.values);
            self.put_aside();
        } else {
            later.rows().for_each(|row| self.push(&row));
        }
    }

    /// Puts rows aside where there is room, as many as go together.
    fn put_aside(&mut self) {
        let together = TOGETHER * self.width;
        let Some(room) = self.room.as_ref().filter(|_| together > 0 && self.values.len() >= together) else {
            return;
        };
        let mut pieces = self.values.chunks_exact(together);
        for piece in &mut pieces {
            for column in 0..self.width {
                let values = piece.iter().skip(column).step_by(self.width).copied();
                self.columns.push(put(values.collect(), room.as_ref()));
            }
        }
        self.values = pieces.remainder().to_vec();
        self.values.reserve_exact(together - self.values.len());
    }

    fn read(&self, column: &Column) -> Vec<f64> {
        match (column, &self.room) {
            (Column::Same(value), _) => vec![*value; TOGETHER],
            (Column::Here(values), _) => values.clone(),
            (Column::Aside(at), Some(room)) => {
                let mut bytes = vec![0; TOGETHER * BYTES];
                room.get(*at, &mut bytes);
                let (numbers, _) = bytes.as_chunks::<BYTES>();
                numbers.iter().map(|number| f64::from_le_bytes(*number)).collect()
            }
            (Column::Aside(_), None) => vec![f64::NAN; TOGETHER],
        }
    }
}

fn put(values: Vec<f64>, room: &dyn Aside) -> Column {
    let first = values.first().copied().unwrap_or(f64::NAN);
    if values.iter().all(|value| value.to_bits() == first.to_bits()) {
        return Column::Same(first);
    }
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    room.put(&bytes).map_or(Column::Here(values), Column::Aside)
}

/// Bit for bit: undefined values are equal to each other.
impl PartialEq for Trials {
    fn eq(&self, other: &Self) -> bool {
        let bits = |row: Vec<f64>| row.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        self.width == other.width && self.rows().map(bits).eq(other.rows().map(bits))
    }
}

/// JSON has no NaN, so an undefined value is written as null there; formats for machines keep every bit.
#[derive(Serialize, Deserialize)]
struct Plain<V> {
    width: usize,
    values: V,
}

/// The numbers row by row.
struct Values<'t>(&'t Trials);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (all, plainly) = (self.0, to.is_human_readable());
        let mut numbers = to.serialize_seq(Some(all.columns.len() * TOGETHER + all.values.len()))?;
        for number in all.rows().flatten() {
            if plainly {
                numbers.serialize_element(&Some(number).filter(|number| number.is_finite()))?;
            } else {
                numbers.serialize_element(&number)?;
            }
        }
        numbers.end()
    }
}

impl Serialize for Trials {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Plain { width: self.width, values: Values(self) }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Trials {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if !from.is_human_readable() {
            let Plain { width, values } = Plain::deserialize(from)?;
            return Ok(Self { width, values, ..Self::default() });
        }
        let plain: Plain<Vec<Option<f64>>> = Plain::deserialize(from)?;
        let values = plain.values.into_iter().map(|v| v.unwrap_or(f64::NAN)).collect();
        Ok(Self { width: plain.width, values, ..Self::default() })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io;
    use std::sync::Mutex;

    /// Room in memory for so many bytes.
    #[derive(Debug)]
    struct Shelf(Mutex<Vec<u8>>, usize);

    impl Aside for Shelf {
        fn put(&self, bytes: &[u8]) -> io::Result<u64> {
            let mut all = self.0.lock().unwrap();
            if all.len() + bytes.len() > self.1 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            all.extend_from_slice(bytes);
            Ok((all.len() - bytes.len()) as u64)
        }

        fn get(&self, at: u64, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.lock().unwrap()[at as usize..][..bytes.len()]);
        }
    }

    pub fn room(most: usize) -> Arc<dyn Aside> {
        Arc::new(Shelf(Mutex::default(), most))
    }

    fn row(trial: u64) -> [f64; 3] {
        [trial as f64, if trial.is_multiple_of(3) { f64::NAN } else { -0.5 * trial as f64 }, 7.0]
    }

    fn table(trials: std::ops::Range<u64>, room: Option<&Arc<dyn Aside>>) -> Trials {
        let empty = Trials::new(3);
        let mut table = room.map_or(empty.clone(), |room| empty.in_room(room));
        trials.for_each(|trial| table.push(&row(trial)));
        table
    }

    /// A table without columns has nothing to put aside.
    #[test]
    fn rows_of_nothing() {
        let mut nothing = Trials::new(0).in_room(&room(1000));
        (0..9).for_each(|_| nothing.push(&[]));
        assert_eq!((nothing.whole_rows(), nothing.rows().count()), (Some(0), 0));
        let mut cut = table(0..3, None);
        assert_eq!(cut.whole_rows(), Some(3));
        cut.values.pop();
        assert_eq!(cut.whole_rows(), None);
        assert_eq!(table(0..11, Some(&room(1000))).whole_rows(), Some(11));
    }

    /// With room for all columns, for some, and for none.
    #[test]
    fn rows_put_aside_are_the_same_rows() {
        for most in [10_000, 3 * TOGETHER * BYTES, 0] {
            let shelf = Arc::new(Shelf(Mutex::default(), most));
            let room: Arc<dyn Aside> = shelf.clone();
            for count in [0, 3, 4, 18] {
                let (aside, plain) = (table(0..count, Some(&room)), table(0..count, None));
                assert_eq!((aside.whole_rows(), &aside), (Some(count), &plain));
                for column in 0..3 {
                    let bits = |t: &Trials| t.column(column).map(f64::to_bits).collect::<Vec<_>>();
                    assert_eq!(bits(&aside), bits(&plain));
                }
                let packed = postcard::to_allocvec(&aside).unwrap();
                assert_eq!(packed, postcard::to_allocvec(&plain).unwrap());
                assert_eq!(postcard::from_bytes::<Trials>(&packed).unwrap(), plain);
            }
            // the constant column takes no room
            assert!(shelf.0.lock().unwrap().len() <= most.min(2 * TOGETHER * BYTES * 5));
        }
    }

    /// Without a program there are no effects, and so no columns of them.
    #[test]
    fn a_table_without_columns_has_nothing_to_put_aside() {
        let mut table = Trials::new(0).in_room(&room(10_000));
        table.push(&[]);
        assert_eq!((table.whole_rows(), table.rows().count(), table.width()), (Some(0), 0, 0));
    }

    #[test]
    fn rows_put_aside_are_appended_to_others_and_others_to_them() {
        let room = room(10_000);
        let whole = table(0..23, None);
        for (first, then) in [(Some(&room), None), (None, Some(&room)), (Some(&room), Some(&room))] {
            let (mut all, later) = (table(0..9, first), table(9..23, then));
            all.append(&later);
            assert_eq!(all, whole);
            assert_eq!(all.in_room(&room), whole);
        }
    }
}
