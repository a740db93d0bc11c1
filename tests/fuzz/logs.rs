//! Tables as nobody should export them: read as a log, as a survey, as reasons for leaving, as cohorts.

use crate::bytes::{Choices, fed, reached};
use crate::read;
use crate::tables;
use crate::workbook::{Cell, workbook};
use loyalsim::data::workbook::{Workbook, is_workbook};
use loyalsim::data::{CohortOptions, Cohorts, Fault, Log, Options, Reader, Reasons, Scores};
use loyalsim::words::{Language, Words};

const HEADS: [[&str; 3]; 6] = [
    ["customer", "date", "amount"],
    ["Код клиента", "Дата чека", "Сумма, руб."],
    ["client", "score", "date"],
    ["Reason", "Count", "cause"],
    ["reason", "customer", "date"],
    ["a", "", "date"],
];
const CELLS: [&str; 30] = [
    "K1",
    "K2",
    "K2",
    "K3",
    "2024-01-05",
    "2024-02-29",
    "05.03.2024",
    "3/14/2024",
    "45352",
    "99999999999",
    "10",
    "9",
    "0",
    "7/10",
    "1 250,50",
    "1,250.50",
    "-12",
    "(5.00)",
    "€3",
    "1e308",
    "NaN",
    "price",
    "Дорого",
    "total",
    "",
    "\u{fffd}",
    "=1+1",
    "\u{1b}[31m",
    "\"",
    "2024-13-45",
];
const MARKS: [&str; 4] = [",", ";", "\t", "|"];

/// Bytes become a table, and that a file which is read four ways: each ends with what was found, or with a fault in words.
pub fn logged(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let file = file(&mut choices);
    fed(&file);
    let options = Options { tolerated: 1.0, ..Options::default() };
    let log = log(&file, &options);
    if let Ok(log) = &log {
        tables::are_purchases(log);
    }
    let cohorts = cohorts(&file, &options);
    let scores = Scores::read(file.clone(), &options);
    let reasons = Reasons::read(file.clone(), Some(file), &options);
    reached(&format!("{:?}", [log.is_ok(), cohorts.is_ok(), scores.is_ok(), reasons.is_ok()]));
    let read = log.is_ok() || scores.is_ok() || reasons.is_ok();
    for fault in [log.err(), scores.err(), reasons.err(), cohorts.err()].into_iter().flatten() {
        reached(fault.saying().key);
        for language in Language::ALL {
            read::assert_harmless(&Words::new(language).tell(&fault.saying()));
        }
    }
    read
}

/// The same below a head of cohorts: whoever is left was there before.
fn cohorts(file: &[u8], options: &Options) -> Result<Cohorts, Fault> {
    let file =
        if is_workbook(file) { file.to_vec() } else { [b"cohort,size,month 1,month 2\n", file].concat() };
    let cohorts = Cohorts::read(file, &CohortOptions::default(), options)?;
    tables::are_cohorts(&cohorts);
    Ok(cohorts)
}

fn log(file: &[u8], options: &Options) -> Result<Log, Fault> {
    let mut reader = Reader::new(options);
    if is_workbook(file) {
        let mut book = Workbook::open(file.to_vec())?;
        reader.read_workbook(&mut book, &mut |_| {}, &mut || true)?;
    } else {
        reader.read_text(file, &mut |_| {}, &mut || true)?;
    }
    reader.finish().map(|(log, _)| log)
}

fn file(choices: &mut Choices) -> Vec<u8> {
    let (form, mark) = (choices.below(4), choices.of(&MARKS));
    let mut rows = vec![choices.of(&HEADS).map(str::to_owned)];
    // what is left of the bytes is used up again and again
    let cells: Vec<usize> = (0..60).map(|_| choices.below(CELLS.len())).collect();
    for row in 0..40 {
        rows.push(std::array::from_fn(|at| CELLS[cells[(3 * row + at) % cells.len()]].to_owned()));
    }
    let mut file = if form == 0 {
        let cell = |text: &String| match text.parse() {
            Ok(45352.0) => Cell::Date(45_352),
            Ok(value) => Cell::Number(value),
            Err(_) => Cell::Text(escaped(text)),
        };
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        workbook(&[("Sheet", rows)])
    } else {
        rows.iter().map(|row| row.join(mark) + "\n").collect::<String>().into_bytes()
    };
    if form == 3 {
        file = encoding_rs::WINDOWS_1251.encode(&String::from_utf8_lossy(&file)).0.into_owned();
    }
    for _ in 0..choices.below(3) {
        let at = choices.below(file.len());
        file[at] = choices.byte();
    }
    file
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
