//! Where the data are, and how they are read.

use std::collections::HashMap;
use std::io::Write;
use std::ops::Index;
use std::path::PathBuf;
use std::rc::Rc;

/// One row by column name.
pub struct Row {
    columns: Rc<HashMap<String, usize>>,
    record: csv::StringRecord,
}

impl Index<&str> for Row {
    type Output = str;

    fn index(&self, column: &str) -> &str {
        let at = self.columns.get(column).unwrap_or_else(|| panic!("there is no column {column}"));
        &self.record[*at]
    }
}

/// The folder of a data set, or `None` with a loud word on the error stream, which the test harness does not swallow.
pub fn folder(set: &str) -> Option<PathBuf> {
    let root = std::env::var_os("LOYALSIM_DATA")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")), PathBuf::from);
    let folder = root.join(set);
    if folder.is_dir() {
        return Some(folder);
    }
    let _ = writeln!(
        std::io::stderr(),
        "\nSKIPPED: the data set {set} is not at {}; its numbers are NOT measured again. Set LOYALSIM_DATA to their folder.",
        folder.display()
    );
    None
}

/// All rows of a gzipped CSV file.
pub fn rows(folder: &std::path::Path, file: &str) -> Vec<Row> {
    let path = folder.join(file);
    let stream = std::fs::File::open(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut reader = csv::Reader::from_reader(flate2::read::GzDecoder::new(stream));
    let headers = reader.headers().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let columns: Rc<HashMap<String, usize>> = Rc::new(headers.iter().map(String::from).zip(0..).collect());
    let row = |record: csv::Result<csv::StringRecord>| Row {
        columns: columns.clone(),
        record: record.unwrap_or_else(|e| panic!("{}: {e}", path.display())),
    };
    reader.into_records().map(row).collect()
}

/// A column as a number.
pub fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} is {:?}, not a number", &row[column]))
}
