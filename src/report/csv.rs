//! Comma-separated values as RFC 4180 (Shafranovich 2005) wants them, with `\n` at the end of a row.

/// A row of fields, quoted where need be.
pub fn row<S: AsRef<str>>(fields: &[S]) -> String {
    let quoted: Vec<_> = fields.iter().map(|field| quoted(field.as_ref())).collect();
    quoted.join(",") + "\n"
}

/// The shortest text that reads back as the same number; empty where there is none.
pub fn number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

fn quoted(field: &str) -> String {
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
        assert_eq!(number(0.1), "0.1");
    }
}
