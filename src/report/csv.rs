//! Comma-separated values as RFC 4180 (Shafranovich 2005) wants them, with `\n` at the end of a row. Text that a spreadsheet would
//! take for a formula begins with an apostrophe (OWASP, CSV injection).

use crate::words::{Language, Words};

/// A row of fields, quoted where need be.
pub fn row<S: AsRef<str>>(fields: &[S]) -> String {
    let quoted: Vec<_> = fields.iter().map(|field| quoted(field.as_ref())).collect();
    quoted.join(",") + "\n"
}

/// The same table as a spreadsheet of this language opens it without questions: marked as Unicode, and where decimals
/// stand after commas with semicolons between the fields.
pub fn for_excel(text: &str, language: Language) -> String {
    let comma = Words::new(language).fixed(0.5, 1).contains(',');
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut table = String::from('\u{feff}');
    for row in reader.records().filter_map(Result::ok) {
        let cell = |field: &str| match field.parse::<f64>() {
            Ok(_) if comma => field.replace('.', ","),
            _ if comma && field.contains(['"', ';', '\n', '\r']) => {
                format!("\"{}\"", field.replace('"', "\"\""))
            }
            _ if comma => field.to_owned(),
            _ => quoted(field),
        };
        let cells: Vec<String> = row.iter().map(cell).collect();
        table += &(cells.join(if comma { ";" } else { "," }) + "\n");
    }
    table
}

/// The shortest text that reads back as the same number; empty where there is none.
pub fn number(value: f64) -> String {
    /// Outside these sizes the digits would be zeros, hundreds of them at the ends.
    const PLAIN: std::ops::Range<f64> = 1e-7..1e21;
    match value {
        value if !value.is_finite() => String::new(),
        value if value == 0.0 || PLAIN.contains(&value.abs()) => value.to_string(),
        value => format!("{value:e}"),
    }
}

/// What spreadsheets begin a formula with; the wide forms where they are set to a language of East Asia.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn quoted(field: &str) -> String {
    if field.starts_with(FORMULA) && field.parse::<f64>().is_err() {
        return quoted(&format!("'{field}"));
    }
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_survive_commas_and_quotes() {
        assert_eq!(
            row(&["churned.price, mostly", "a \"b\"", "c"]),
            "\"churned.price, mostly\",\"a \"\"b\"\"\",c\n"
        );
        assert_eq!(number(f64::NAN), "");
        assert_eq!([0.0, 0.1, -12.0, 1e9].map(number), ["0", "0.1", "-12", "1000000000"]);
    }

    #[test]
    fn numbers_have_no_hundreds_of_zeros_and_read_back() {
        for value in [5e-324, -1e-9, 1.7976931348623157e308, 1e-7, 0.1 + 0.2, -2.5e20] {
            let text = number(value);
            assert!(text.len() < 30, "{text}");
            assert_eq!(text.parse::<f64>().unwrap(), value);
        }
    }

    #[test]
    fn spreadsheets_get_what_their_language_writes() {
        let table = "month,value,note\n2026-01,-0.5,\"a, b; \"\"c\"\"\"\n2026-02,1e-9,'=1+1\n";
        let english = "\u{feff}month,value,note\n2026-01,-0.5,\"a, b; \"\"c\"\"\"\n2026-02,1e-9,'=1+1\n";
        assert_eq!(for_excel(table, Language::En), english);
        let russian = "\u{feff}month;value;note\n2026-01;-0,5;\"a, b; \"\"c\"\"\"\n2026-02;1e-9;'=1+1\n";
        assert_eq!(for_excel(table, Language::Ru), russian);
    }

    #[test]
    fn text_is_no_formula() {
        assert_eq!(
            row(&["=1+1", "+7 495", "-x", "@a", "-1.5", "+3", "a=b"]),
            "'=1+1,'+7 495,'-x,'@a,-1.5,+3,a=b\n"
        );
        assert_eq!(row(&["=cmd|' /C calc'!A0, \"x\""]), "\"'=cmd|' /C calc'!A0, \"\"x\"\"\"\n");
    }
}
