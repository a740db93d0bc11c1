//! `calibrate` from workbooks of Excel.

use super::calibrate::{design, numbers, plain, purchases};
use super::workbooks::{Cell, workbook};
use super::{INPUT, assert_fails, assert_succeeds, run};
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use std::fs;
use std::path::Path;

pub fn texts(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::Text((*text).to_owned())).collect()
}

/// Days from the end of 1899 to a day of the log: its months have at most 28 days.
fn days(year: u32, month: u32, day: u32) -> i32 {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month as usize - 1];
    // 2023-01-01 is day 44,927; 2024 is a leap year
    let leap = i32::from(year > 2024 || (year == 2024 && month > 2));
    44_927 + (year as i32 - 2023) * 365 + leap + before + day as i32 - 1
}

/// The log of the other tests below a title and a head.
fn sheet(titles: &[&str], head: &[&str]) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = titles.iter().map(|title| texts(&[title])).collect();
    rows.push(texts(head));
    rows.extend(purchases().into_iter().map(|(id, year, month, day, amount)| {
        vec![Cell::Text(id), Cell::Date(days(year, month, day)), Cell::Number(amount)]
    }));
    rows
}

/// The workbook of what was found: its numbers are numbers, its errors formulas.
fn assert_is_found(file: &Path) {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let sheets = ["Test of the forecast", "Months", "Model", "The shop today", "Assumptions"];
    assert_eq!(book.sheet_names(), sheets);
    let test = book.worksheet_range(sheets[0]).unwrap();
    let number = |row: u32, column: u32| test.get_value((row, column)).and_then(Data::as_f64).unwrap();
    let (actual, forecast, error) = (number(4, 1), number(4, 2), number(4, 5));
    assert!(actual > 100.0 && (forecast / actual - 1.0 - error).abs() < 1e-12, "{test:?}");
    let formulas = book.worksheet_formula(sheets[0]).unwrap();
    assert_eq!(formulas.get_value((4, 5)).map(String::as_str), Some("C5/B5-1"));
    let groups = book.worksheet_range(sheets[3]).unwrap();
    let people: f64 = groups.rows().skip(4).filter_map(|row| row[1].as_f64()).sum();
    assert_eq!(people, 120.0);
}

/// A workbook gives the numbers of the same log as text, whether its sheets are one or several, and whatever else is in it.
#[test]
fn a_workbook_is_a_log() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("plain.csv"), plain()).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "plain.csv", "--out", "plain.toml", "-q", "--xlsx"]));
    assert_is_found(&home.path().join("plain-calibration.xlsx"));
    let expected = numbers(&design(home.path(), "plain.toml"));
    let head = ["Клиент", "Дата", "Сумма, руб."];
    let titled = sheet(&["Отчёт о продажах", "ООО «Магазин»"], &head);
    let mut first = sheet(&[], &head);
    let mut second = vec![texts(&head)];
    second.extend(first.split_off(first.len() / 2));
    let notes = || ("Notes", vec![texts(&["made by", "the accounts"])]);
    for (name, bytes, extra) in [
        ("one.xlsx", workbook(&[notes(), ("Продажи", titled)]), None),
        ("halves.xlsx", workbook(&[("2023", first), ("2024", second)]), None),
        (
            "stated.xlsx",
            workbook(&[
                ("Sales", sheet(&[], &["client", "date", "amount"])),
                ("Old", vec![texts(&["client", "date"])]),
            ]),
            Some("Sales"),
        ),
    ] {
        fs::write(home.path().join(name), bytes).unwrap();
        let mut arguments = vec!["calibrate", name, "--out", "found.toml", "-q", "--force"];
        if let Some(sheet) = extra {
            assert_fails(&run(home.path(), &arguments), INPUT, &["--sheet \"Sales\""]);
            arguments.extend(["--sheet", sheet]);
        }
        assert_succeeds(&run(home.path(), &arguments));
        assert_eq!(numbers(&design(home.path(), "found.toml")), expected, "{name}");
    }
}

/// What only looks like a workbook is refused with what to do.
#[test]
fn broken_workbooks_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let whole = workbook(&[("Sales", sheet(&[], &["client", "date", "amount"]))]);
    let half = whole[..whole.len() / 2].to_vec();
    let old = [vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], vec![0; 600]].concat();
    let empty = workbook(&[("Sales", Vec::new())]);
    for (name, bytes, says) in [
        ("half.xlsx", half, "save it as .xlsx"),
        ("old.xls", old, "save it as .xlsx"),
        ("empty.xlsx", empty, "no table"),
        ("sheet.xlsx", whole, "there is no sheet Sold"),
    ] {
        fs::write(home.path().join(name), bytes).unwrap();
        let output = run(home.path(), &["calibrate", name, "--out", "shop.toml", "--sheet", "Sold"]);
        let output = if name == "empty.xlsx" {
            run(home.path(), &["calibrate", name, "--out", "shop.toml"])
        } else {
            output
        };
        assert_fails(&output, INPUT, &[says]);
    }
}
