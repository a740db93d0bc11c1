//! Workbooks for tests: as little of the format as a reader needs.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A cell of a test's workbook.
pub enum Cell {
    Text(String),
    Number(f64),
    /// Days as Excel counts them, shown as a date.
    Date(i32),
}

/// The bytes of a workbook with these sheets.
pub fn workbook(sheets: &[(&str, Vec<Vec<Cell>>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut file = |name: &str, text: &str| {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let (spreadsheet, office) = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    );
    let packages = "http://schemas.openxmlformats.org/package/2006";
    file(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"{packages}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        ),
    );
    file(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let (mut named, mut related) = (String::new(), String::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let id = at + 1;
        write!(named, "<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"s{id}\"/>").unwrap();
        write!(
            related,
            "<Relationship Id=\"s{id}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
        )
        .unwrap();
        file(
            &format!("xl/worksheets/sheet{id}.xml"),
            &format!(
                "<worksheet xmlns=\"{spreadsheet}\"><sheetData>{}</sheetData></worksheet>",
                of_rows(rows)
            ),
        );
    }
    file(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"{spreadsheet}\" xmlns:r=\"{office}\"><sheets>{named}</sheets></workbook>"
        ),
    );
    file(
        "xl/styles.xml",
        &format!(
            "<styleSheet xmlns=\"{spreadsheet}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        ),
    );
    file(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"{packages}/relationships\">{related}<Relationship Id=\"st\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
    );
    zip.finish().unwrap().into_inner()
}

fn of_rows(rows: &[Vec<Cell>]) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        Cell::Number(value) => format!("<c><v>{value}</v></c>"),
        Cell::Date(days) => format!("<c s=\"1\"><v>{days}.5</v></c>"),
    };
    let row = |cells: &Vec<Cell>| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    rows.iter().map(row).collect()
}
