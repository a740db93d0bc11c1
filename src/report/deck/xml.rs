//! XML as text: what is written is escaped, what is read is checked.

use crate::words::harmless;

/// Namespaces of slides, as attributes.
pub const SLIDE_SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
/// What every part begins with.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text between tags or in an attribute: nothing in it is markup, and nothing acts on the reader.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_markup() {
        let hostile = "</a:t><x y=\"&\u{1b}[31m\u{ffff}\u{202e}";
        let document = format!("<t a=\"{0}\">{0}</t>", escaped(hostile));
        let read = roxmltree::Document::parse(&document).unwrap();
        let text = read.root_element().text().unwrap();
        assert_eq!(read.root_element().attribute("a"), Some(text));
        assert!(text.starts_with("</a:t><x y=\"&") && !text.contains('\u{1b}'), "{text}");
    }
}
