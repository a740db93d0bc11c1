//! Reads Parquet files as logs. Only with the feature `parquet`.

use super::fault::Fault;
use super::read::{Aside, Reader};
use super::read_rows::Rows;
use super::survey::Survey;
use super::workbook::number;
use crate::units::Day;
use bytes::Bytes;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::schema::types::TypePtr;
use std::panic::{self, AssertUnwindSafe};

/// Milliseconds, microseconds and nanoseconds of a day.
const DAY: [i64; 3] = [86_400_000, 86_400_000_000, 86_400_000_000_000];

impl Reader<'_> {
    /// Reads a Parquet file, whose columns are named: see [`Self::read_text`].
    ///
    /// # Errors
    /// As for [`Self::read_text`], and where the file is broken or packed in a way that is not known here.
    pub fn read_parquet(
        &mut self,
        bytes: Vec<u8>,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<Survey, Fault> {
        unbroken(|| self.read_rows(bytes, aside, pause))
    }

    fn read_rows(
        &mut self,
        bytes: Vec<u8>,
        aside: &mut dyn FnMut(&Aside<'_>),
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<Survey, Fault> {
        let file = SerializedFileReader::new(Bytes::from(bytes)).map_err(broken)?;
        let columns = file.metadata().file_metadata().schema().get_fields().to_vec();
        let nanoseconds: Vec<bool> = columns.iter().map(counts_nanoseconds).collect();
        let mut rows = Rows::default();
        let head = columns.iter().map(|column| column.name().to_owned()).collect();
        rows.take(self, (0, head), aside, pause)?;
        for (at, row) in (1..).zip(file.get_row_iter(None).map_err(broken)?) {
            let row = row.map_err(broken)?;
            let cells = row.get_column_iter().zip(&nanoseconds);
            let cells = cells.map(|((_, cell), nanoseconds)| text(cell, *nanoseconds)).collect();
            rows.take(self, (at, cells), aside, pause)?;
        }
        rows.finish(self, aside)
    }
}

/// Does what may come upon a broken file: the reader of rows panics at what does not fit together in it, and nothing is said of that but the fault.
fn unbroken<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(hook);
    done.unwrap_or_else(|_| Err(broken("it is damaged")))
}

/// Whether a column holds times in nanoseconds, which rows give as plain numbers.
fn counts_nanoseconds(column: &TypePtr) -> bool {
    let told = column.get_basic_info().logical_type_ref();
    matches!(told, Some(LogicalType::Timestamp(time)) if time.unit == TimeUnit::NANOS)
}

/// A cell as text that says what it holds.
fn text(cell: &Field, nanoseconds: bool) -> String {
    match cell {
        Field::Null => String::new(),
        Field::Long(value) if nanoseconds => day(*value, DAY[2]),
        Field::Date(days) => iso(*days),
        Field::TimestampMillis(value) => day(*value, DAY[0]),
        Field::TimestampMicros(value) => day(*value, DAY[1]),
        Field::Float(value) => number(f64::from(*value)),
        Field::Double(value) => number(*value),
        Field::Str(text) => text.trim().to_owned(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).trim().to_owned(),
        other => other.to_string(),
    }
}

fn day(time: i64, of_a_day: i64) -> String {
    iso(time.div_euclid(of_a_day).try_into().unwrap_or(i32::MAX))
}

fn iso(days: i32) -> String {
    let (year, month, day) = Day::since_1970(days).parts();
    format!("{year:04}-{month:02}-{day:02}")
}

fn broken(why: impl std::fmt::Display) -> Fault {
    Fault::Parquet(why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Log, Options, Told};
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use std::sync::Arc;

    /// Three purchases of two customers on two days of January 2024, times in nanoseconds.
    fn file() -> Vec<u8> {
        let schema = "message log { required binary customer (STRING); required int64 date (TIMESTAMP(NANOS, true)); required double amount; }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::default()).unwrap();
        let mut group = file.next_row_group().unwrap();
        let days = [19_723, 19_723, 19_724].map(|day: i64| day * DAY[2] + 5_000_000_000);
        let mut column = group.next_column().unwrap().unwrap();
        let names = ["Ann", "Bob", "Ann"].map(ByteArray::from);
        column.typed::<ByteArrayType>().write_batch(&names, None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<Int64Type>().write_batch(&days, None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<DoubleType>().write_batch(&[12.125, 3.0, 7.5], None, None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
        file.into_inner().unwrap()
    }

    fn read(bytes: Vec<u8>) -> Result<(Log, Told), Fault> {
        let options = Options::default();
        let mut reader = Reader::new(&options);
        reader.read_parquet(bytes, &mut |_| {}, &mut || true)?;
        reader.finish()
    }

    #[test]
    fn purchases_are_found_by_day_and_amount() {
        let (log, told) = read(file()).unwrap();
        let (first, last) = log.span().unwrap();
        assert_eq!((first.parts(), last.parts()), ((2024, 1, 1), (2024, 1, 2)));
        let amounts: Vec<f64> = log.purchases().map(|purchase| purchase.amount).collect();
        assert_eq!((amounts, told.rows, told.bad()), (vec![12.125, 7.5, 3.0], 3, 0));
    }

    /// What is cut off or garbled is refused, or read as what it says; nothing panics.
    #[test]
    fn broken_files_are_refused() {
        let whole = file();
        for end in 0..whole.len() {
            assert!(read(whole[..end].to_vec()).is_err(), "{end}");
        }
        for at in 0..whole.len() {
            for bit in [1, 64, 255] {
                let mut garbled = whole.clone();
                garbled[at] ^= bit;
                let _ = read(garbled);
            }
        }
    }
}
