//! `--xlsx` and `--csv excel`: what opens in a spreadsheet, read back by a reader of its own.

use super::{assert_succeeds, changed_shop, run, shop, stdout};
use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use std::collections::BTreeMap;
use std::fs;
use std::io::BufReader;
use std::path::Path;

type Book = Xlsx<BufReader<fs::File>>;

const SMALL: [&str; 6] = ["-t", "20", "-c", "80", "-q", "--no-charts"];

fn book(home: &Path, args: &[&str]) -> Book {
    assert_succeeds(&run(home, &[args, &SMALL, &["--xlsx", "-o", "out"]].concat()));
    open_workbook(home.join("out/workbook.xlsx")).unwrap()
}

fn text(range: &Range<Data>, row: usize, column: usize) -> String {
    range.get((row, column)).map(ToString::to_string).unwrap_or_default()
}

fn number(range: &Range<Data>, row: usize, column: usize) -> f64 {
    match range.get((row, column)) {
        Some(Data::Float(value)) => *value,
        Some(Data::Int(value)) => *value as f64,
        other => panic!("({row}, {column}) holds {other:?}"),
    }
}

/// The means of the answers by their names in formulas.
fn answers(book: &mut Book, sheet: &str) -> BTreeMap<String, f64> {
    let range = book.worksheet_range(sheet).unwrap();
    let rows = range.rows().filter(|row| row.len() > 7);
    let named = rows.filter_map(|row| match (&row[7], &row[1]) {
        (Data::String(name), Data::Float(mean)) => Some((name.clone(), *mean)),
        _ => None,
    });
    named.collect()
}

/// The value of a formula whose parts are cells, sums, differences, and the functions that the bars use.
fn value(formula: &str, cell: &dyn Fn(&str) -> f64) -> f64 {
    let formula = formula.trim();
    if let Some(inside) = formula.strip_prefix("SUM(").and_then(|rest| rest.strip_suffix(')')) {
        let (first, last) = inside.split_once(':').unwrap();
        let row =
            |place: &str| place.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse::<u32>().unwrap();
        let column = first.trim_end_matches(|c: char| c.is_ascii_digit());
        return (row(first)..=row(last)).map(|row| cell(&format!("{column}{row}"))).sum();
    }
    let (left, right) = formula.split_once('+').unwrap_or((formula, ""));
    let right = if right.is_empty() { 0.0 } else { cell(right) };
    cell(left) + right
}

/// The sums of the waterfall's sheet, worked out again from the amounts: they are those of the answers.
#[test]
fn the_waterfall_closes_in_the_spreadsheet() {
    let home = shop();
    for (language, sheets) in
        [("en", ["Answers", "Waterfall", "Months"]), ("ru", ["Ответы", "Каскад", "По месяцам"])]
    {
        let mut book = book(home.path(), &["run", "shop.toml", "--lang", language]);
        for sheet in sheets {
            assert!(book.sheet_names().contains(&sheet.to_owned()), "{:?}", book.sheet_names());
        }
        let answers = answers(&mut book, sheets[0]);
        let (range, formulas) =
            (book.worksheet_range(sheets[1]).unwrap(), book.worksheet_formula(sheets[1]).unwrap());
        let start = formulas.start().unwrap();
        let at = |place: &str| {
            let letter = place.as_bytes()[0] - b'A';
            let row: usize = place[1..].parse().unwrap();
            number(&range, row - 1, usize::from(letter))
        };
        let mut sums = 0;
        for (row, column, formula) in formulas.used_cells() {
            let (row, column) = (row + start.0 as usize, column + start.1 as usize);
            let kept = number(&range, row, column);
            if formula.contains("MAX") || formula.contains("MIN") || formula.starts_with("ROUND") {
                assert!(kept.is_finite());
                continue;
            }
            sums += usize::from(formula.starts_with("SUM"));
            let found = value(formula, &at);
            assert!((found - kept).abs() <= 1e-9 * kept.abs().max(1.0), "{formula}: {found}, kept {kept}");
            if formula.starts_with("SUM") {
                let near = |name: &str| (answers[name] - found).abs() <= 1e-9 * found.abs().max(1.0);
                assert!(near("answer_net_effect") || near("answer_program_contribution"), "{formula}");
            }
        }
        assert_eq!(sums, 2, "the net effect and the contribution");
    }
}

#[test]
fn tables_and_names_are_real() {
    let home = shop();
    let mut book = book(home.path(), &["run", "shop.toml"]);
    book.load_tables().unwrap();
    let names: Vec<String> = book.table_names().into_iter().cloned().collect();
    for table in ["goals", "headline", "months", "trials", "assumptions"] {
        assert!(names.contains(&table.to_owned()), "{names:?}");
    }
    let trials = book.table_by_name("trials").unwrap();
    assert_eq!(trials.data().height(), 20);
    let months = book.table_by_name("months").unwrap();
    assert!(months.columns().len() > 60 && months.data().height() == 36, "{}", months.columns().len());
    let named: Vec<&String> = book.defined_names().iter().map(|(name, _)| name).collect();
    assert!(named.iter().any(|name| *name == "answer_npv"), "{named:?}");
    let summary: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(home.path().join("out/summary.json")).unwrap()).unwrap();
    let npv = summary["headline"]["npv"]["mean"].as_f64().unwrap();
    assert_eq!(answers(&mut book, "Answers")["answer_npv"], npv);
    let assumptions = book.worksheet_range("Assumptions").unwrap();
    let margin =
        assumptions.rows().find(|row| row.iter().any(|cell| *cell == "business.gross_margin")).unwrap();
    assert!(matches!(margin[1..4], [Data::Float(_), Data::Float(_), Data::Float(_)]), "{margin:?}");
}

/// Names of a design are text, whatever they begin with; the same run makes the same bytes.
#[test]
fn names_are_no_formulas_and_bytes_are_the_same() {
    let home = changed_shop("title = \"", "title = \"=1+1 ");
    let mut first = book(home.path(), &["run", "shop.toml"]);
    let answers = first.worksheet_range("Answers").unwrap();
    assert!(text(&answers, 0, 0).starts_with("=1+1 "), "{}", text(&answers, 0, 0));
    for sheet in ["Answers", "Months", "Trials", "Assumptions"] {
        let formulas = first.worksheet_formula(sheet).unwrap();
        assert_eq!(formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).count(), 0, "{sheet}");
    }
    let bytes = fs::read(home.path().join("out/workbook.xlsx")).unwrap();
    book(home.path(), &["run", "shop.toml", "--threads", "1"]);
    assert!(fs::read(home.path().join("out/workbook.xlsx")).unwrap() == bytes);
}

#[test]
fn decisions_and_reviews_have_workbooks() {
    let home = shop();
    let sweep = ["sweep", "shop.toml", "--set", "program.cost_per_month=0,500"];
    let mut swept = book(home.path(), &sweep);
    assert_eq!(swept.sheet_names(), ["sweep", "Assumptions"]);
    let table = swept.worksheet_range("sweep").unwrap();
    assert!(table.rows().any(|row| row.contains(&Data::Float(500.0))), "{table:?}");
    let review = ["review", "shop.toml", "--no-pdf", "-t", "20", "-c", "80", "-q", "--xlsx", "-o", "rev"];
    assert_succeeds(&run(home.path(), &review));
    let mut reviewed: Book = open_workbook(home.path().join("rev/workbook.xlsx")).unwrap();
    let findings = reviewed.worksheet_range("Findings").unwrap();
    assert!(findings.height() > 6, "{findings:?}");
}

/// The commands that write no folder name the file themselves.
#[test]
fn checks_lists_and_differences_have_workbooks() {
    let home = changed_shop("gross_margin", "gross_margin = 0.02 #");
    let opened = |args: &[&str], code| -> Book {
        let said = run(home.path(), &[args, &["--xlsx", "found.xlsx", "--lang", "ru"]].concat());
        assert_eq!(said.status.code(), Some(code), "{said:?}");
        open_workbook(home.path().join("found.xlsx")).unwrap()
    };
    let numbers = opened(&["explain", "shop.toml"], 0).worksheet_range("Допущения").unwrap();
    assert!(numbers.rows().any(|row| row.contains(&Data::Float(0.02))), "{numbers:?}");
    fs::write(home.path().join("bad.toml"), "[business]\ncustomers = -1\n").unwrap();
    let found = opened(&["check", "shop.toml", "bad.toml"], 2).worksheet_range("Замечания").unwrap();
    let kinds: Vec<String> = (4..found.height()).map(|row| text(&found, row, 1)).collect();
    assert!(
        kinds.iter().any(|kind| kind == "ошибка") && kinds.iter().any(|kind| kind != "ошибка"),
        "{kinds:?}"
    );
    for (out, set) in [("old", "0.02"), ("new", "0.03")] {
        let design = fs::read_to_string(home.path().join("shop.toml")).unwrap();
        fs::write(home.path().join("shop.toml"), design.replace("= 0.02 #", &format!("= {set} #"))).unwrap();
        assert_succeeds(&run(home.path(), &[&["run", "shop.toml", "-o", out], &SMALL[..]].concat()));
    }
    let mut moved = opened(&["diff", "old", "new"], 0);
    let measures = moved.worksheet_range("Ответы").unwrap();
    let change = number(&measures, 4, 3) - number(&measures, 4, 2);
    assert!((number(&measures, 4, 4) - change).abs() < 1e-9, "{measures:?}");
    let numbers = moved.worksheet_range("Проект").unwrap();
    assert!(numbers.rows().any(|row| row.contains(&Data::Float(0.02)) && row.contains(&Data::Float(0.03))));
}

#[test]
fn csv_for_excel_is_what_its_language_writes() {
    let home = shop();
    let args = ["run", "shop.toml", "--lang", "ru", "--csv", "excel", "-o", "out"];
    assert_succeeds(&run(home.path(), &[&args[..], &SMALL].concat()));
    let table = fs::read_to_string(home.path().join("out/monthly.csv")).unwrap();
    let mut lines = table.strip_prefix('\u{feff}').unwrap().split('\n');
    assert!(lines.next().unwrap().starts_with("month;world;series;unit;mean"));
    let cells: Vec<&str> = lines.next().unwrap().split(';').collect();
    assert!(cells.len() == 11 && cells[4].replace(',', ".").parse::<f64>().is_ok(), "{cells:?}");
    assert!(cells[4].contains(',') && !cells[4].contains('.'), "{cells:?}");
    let listed = run(home.path(), &["explain", "shop.toml", "--format", "csv", "--csv", "excel"]);
    assert_succeeds(&listed);
    let head = stdout(&listed).lines().next().unwrap().to_owned();
    assert_eq!(
        head.trim_start_matches('\u{feff}'),
        "path,value,low,mode,high,unit,basis,given,source,meaning"
    );
    let json = stdout(&run(home.path(), &["explain", "shop.toml", "--format", "json"]));
    let numbers: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert!(
        numbers
            .iter()
            .all(|n| n["low"].as_f64() <= n["mode"].as_f64() && n["mode"].as_f64() <= n["high"].as_f64())
    );
}
