//! Outputs, read by parsers of their formats.

/// Nothing in the text acts on a terminal, but line feeds and tabs.
pub fn assert_harmless(text: &str) {
    let acts = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    assert_eq!(text.chars().find(|c| acts(*c)), None, "{text:?}");
}

/// A table of rows of one length, in which no cell begins a formula.
pub fn assert_csv(text: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for row in reader.records() {
        for cell in &row.unwrap_or_else(|error| panic!("{error}: {text}")) {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{cell:?}");
        }
    }
}

/// A page without tags and attributes of its names' own.
pub fn assert_html(text: &str) {
    for Ok(token) in html5gum::Tokenizer::new(text) {
        if let html5gum::Token::StartTag(tag) = token {
            let mut names =
                tag.attributes.keys().chain([&tag.name]).map(|name| String::from_utf8_lossy(name));
            let foreign = |name: &str| name.starts_with("on") || name == "script" || name == "b";
            assert_eq!(names.find(|name| foreign(name)), None);
        }
    }
}

/// Markdown without HTML.
pub fn assert_markdown(text: &str) {
    use pulldown_cmark::{Event, Options, Parser};
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        assert!(!matches!(event, Event::Html(_) | Event::InlineHtml(_)), "{event:?}");
    }
}
