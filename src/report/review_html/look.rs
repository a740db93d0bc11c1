//! The look of the page: its style sheet, with the fonts inside.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

static STYLE: &str = include_str!("style.css");
static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/LoyalsimSans-Regular.woff2");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/LoyalsimSans-Bold.woff2");

/// The style sheet; the running head of printed pages names the program and what this is.
pub fn style(title: &str, kicker: &str) -> String {
    let faces: String = [(REGULAR, 400), (BOLD, 700)].map(|(font, weight)| face(font, weight)).concat();
    let head = format!(
        "@page {{ @top-left {{ content: {}; }} @top-right {{ content: {}; }} }}\n",
        quoted(&shortened(title)),
        quoted(kicker)
    );
    format!(
        "{faces}{STYLE}{head}@page :first {{ @top-left {{ content: \"\"; }} @top-right {{ content: \"\"; }} }}\n"
    )
}

fn face(font: &[u8], weight: u16) -> String {
    let data = BASE64_STANDARD.encode(font);
    format!(
        "@font-face {{ font-family: \"Loyalsim Sans\"; font-weight: {weight}; \
         src: url(data:font/woff2;base64,{data}) format(\"woff2\"); }}\n"
    )
}

/// A running head stays in one line: of a long title its beginning, up to where it pauses, or else as many words as fit.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 74;
    const PAUSES: [&str; 5] = [": ", ", ", "; ", " – ", " — "];
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let begun: String = title.chars().take(LONGEST).collect();
    let pause = PAUSES.iter().filter_map(|pause| begun.rfind(pause)).max();
    match pause.or_else(|| begun.rfind(' ')) {
        Some(end) => begun[..end].to_owned(),
        None => begun,
    }
}

/// A string of CSS that can end neither itself nor the style sheet.
fn quoted(text: &str) -> String {
    let safe = |c: char| match c {
        '"' | '\\' | '<' | '>' | '&' => format!("\\{:06x}", c as u32),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(safe).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_the_style_sheet() {
        assert_eq!(quoted("a \"b\" </style>\n"), "\"a \\000022b\\000022 \\00003c/style\\00003e \"");
    }

    #[test]
    fn running_heads_are_short() {
        assert_eq!(shortened("A shop"), "A shop");
        let long = shortened(&"word ".repeat(30));
        assert!(long.chars().count() <= 74 && long.ends_with("word"), "{long}");
        let paused = shortened(&format!("A shop: {}", "word ".repeat(30)));
        assert_eq!(paused, "A shop");
    }
}
