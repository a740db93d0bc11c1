//! Words on a slide: paragraphs that are measured before they are placed, and made smaller or cut where they would not fit.

use std::fmt::Write as _;

use super::layout::{Frame, INSET, POINT};
use super::xml::escaped;
use crate::charts::wrapped;
use crate::words::Language;

/// Distance of lines, in sizes of letters.
const LEADING: f64 = 1.2;
/// How much smaller words may become before some are left out.
const SMALLER: [f64; 6] = [1.0, 0.93, 0.87, 0.8, 0.74, 0.68];

/// A colour of the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// That of the text.
    Text,
    /// That of the text, paler.
    Soft,
    /// An accent, from 1.
    Accent(u8),
    /// An accent, paler.
    Pale(u8),
}

impl Ink {
    /// As a fill.
    pub fn fill(self) -> String {
        self.sheer(100)
    }

    /// As a fill that is so many per cent opaque.
    pub fn sheer(self, opaque: u8) -> String {
        let (name, paler) = match self {
            Self::Text => ("tx1".to_owned(), ""),
            Self::Soft => ("tx1".to_owned(), "<a:lumMod val=\"65000\"/><a:lumOff val=\"35000\"/>"),
            Self::Accent(nth) => (format!("accent{nth}"), ""),
            Self::Pale(nth) => (format!("accent{nth}"), "<a:lumMod val=\"50000\"/><a:lumOff val=\"50000\"/>"),
        };
        let sheer = if opaque < 100 {
            format!("<a:alpha val=\"{}\"/>", u32::from(opaque) * 1_000)
        } else {
            String::new()
        };
        format!("<a:solidFill><a:schemeClr val=\"{name}\">{paler}{sheer}</a:schemeClr></a:solidFill>")
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub text: String,
    /// Letters in points, on a slide of usual height.
    pub size: f64,
    pub bold: bool,
    pub ink: Ink,
    pub bullet: bool,
    /// Space before it, in sizes of its letters.
    pub before: f64,
}

impl Paragraph {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), size: 15.0, bold: false, ink: Ink::Text, bullet: false, before: 0.4 }
    }

    /// A heading above others.
    pub fn heading(text: impl Into<String>) -> Self {
        Self { bold: true, ink: Ink::Accent(1), before: 0.6, ..Self::plain(text) }
    }

    /// An item of a list.
    pub fn item(text: impl Into<String>) -> Self {
        Self { bullet: true, ..Self::plain(text) }
    }

    /// What is shown, below a title.
    pub fn caption(text: impl Into<String>) -> Self {
        Self { size: 12.0, ink: Ink::Soft, before: 0.0, ..Self::plain(text) }
    }

    /// The same in another size.
    pub fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// Its height in points in so wide a room, letters `scale` times as large.
    fn height(&self, room: f64, scale: f64, first: bool) -> f64 {
        let size = self.size * scale;
        let room = if self.bullet { room - size } else { room };
        let lines = wrapped(&self.text, size, self.bold, room).len().max(1);
        let before = if first { 0.0 } else { self.before };
        (lines as f64 * LEADING + before) * size
    }

    fn xml(&self, scale: f64, first: bool, language: Language) -> String {
        let size = self.size * scale;
        let before = if first { 0.0 } else { self.before * size };
        let (indent, bullet) = if self.bullet {
            let margin = (size * POINT).round();
            (
                format!(" marL=\"{margin}\" indent=\"-{margin}\""),
                "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>",
            )
        } else {
            (" marL=\"0\" indent=\"0\"".to_owned(), "<a:buNone/>")
        };
        let space = format!("<a:spcBef><a:spcPts val=\"{:.0}\"/></a:spcBef>", before * 100.0);
        let letters = letters("a:rPr", size, self.bold, self.ink, language);
        let text = escaped(&self.text);
        format!(
            "<a:p><a:pPr algn=\"l\"{indent}>{space}{bullet}</a:pPr><a:r>{letters}<a:t>{text}</a:t></a:r></a:p>"
        )
    }
}

/// How letters look: `<a:rPr …>`.
pub fn letters(tag: &str, size: f64, bold: bool, ink: Ink, language: Language) -> String {
    let (lang, bold, size) = (tongue(language), u8::from(bold), hundredths(size));
    format!(
        "<{tag} lang=\"{lang}\" sz=\"{size}\" b=\"{bold}\">{}<a:latin typeface=\"+mn-lt\"/></{tag}>",
        ink.fill()
    )
}

/// Points as files keep them, in hundredths; whole halves of a point.
pub fn hundredths(size: f64) -> u32 {
    ((size * 2.0).round().clamp(2.0, 8_000.0) as u32) * 50
}

/// The language of words, for spelling.
pub fn tongue(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Ru => "ru-RU",
    }
}

/// The body of a text box: all paragraphs, or as many as there is room for.
pub fn body(paragraphs: &[Paragraph], frame: Frame, scale: f64, language: Language) -> String {
    let (shown, smaller) = fitted(paragraphs, frame, scale);
    let mut text = String::new();
    for (nth, paragraph) in shown.iter().enumerate() {
        text.push_str(&paragraph.xml(smaller, nth == 0, language));
    }
    if text.is_empty() { "<a:p/>".to_owned() } else { text }
}

/// As many of the paragraphs as fit, and how large their letters may be. Those that are left out are at the end, and none remains with a heading alone.
fn fitted(paragraphs: &[Paragraph], frame: Frame, scale: f64) -> (Vec<Paragraph>, f64) {
    let room = (frame.width - 2.0 * INSET) / POINT;
    let high = (frame.height - INSET) / POINT;
    let height = |some: &[Paragraph], scale: f64| -> f64 {
        some.iter().enumerate().map(|(nth, p)| p.height(room, scale, nth == 0)).sum()
    };
    let fits = |some: &[Paragraph], smaller: f64| height(some, scale * smaller) <= high;
    if let Some(smaller) = SMALLER.into_iter().find(|smaller| fits(paragraphs, *smaller)) {
        return (paragraphs.to_vec(), scale * smaller);
    }
    let smallest = SMALLER[SMALLER.len() - 1];
    let mut some = paragraphs.to_vec();
    while !fits(&some, smallest) && some.len() > 1 {
        some.pop();
        while some.len() > 1 && some.last().is_some_and(|last| last.bold) {
            some.pop();
        }
    }
    if let [only] = some.as_mut_slice() {
        only.text = cut(&only.text, |text| {
            let shorter = Paragraph { text: text.to_owned(), ..Paragraph::plain("") };
            shorter.height(room, scale * smallest, true) <= high
        });
    }
    (some, scale * smallest)
}

/// The text, or as much of it as fits, and dots.
pub fn cut(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let shorter = |count: usize| letters[..count].iter().collect::<String>().trim_end().to_owned() + "…";
    let (mut low, mut high) = (0, letters.len());
    while low + 1 < high {
        let middle = usize::midpoint(low, high);
        if fits(&shorter(middle)) { low = middle } else { high = middle }
    }
    shorter(low)
}

/// A title in its place: its words, and the size of their letters where that of the layout is too large.
pub fn title(text: &str, frame: Frame, size: f64, scale: f64) -> (String, Option<f64>) {
    /// Smaller ones are no titles.
    const SMALLEST: f64 = 16.0;
    let (room, high) = ((frame.width - 2.0 * INSET) / POINT, (frame.height - INSET) / POINT);
    let fits = |text: &str, size: f64| wrapped(text, size, true, room).len() as f64 * LEADING * size <= high;
    let mut smaller = size;
    while !fits(text, smaller) && smaller > SMALLEST * scale {
        smaller = (smaller - 1.0).max(SMALLEST * scale);
    }
    let text = cut(text, |text| fits(text, smaller));
    (text, (smaller < size).then_some(smaller))
}

/// A box with words.
pub fn text_box(id: usize, paragraphs: &[Paragraph], frame: Frame, scale: f64, language: Language) -> String {
    let mut shape = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Text {id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>",
        transform("a", frame)
    );
    let inset = INSET / 2.0;
    let _ = write!(
        shape,
        "<p:txBody><a:bodyPr wrap=\"square\" tIns=\"{inset:.0}\" bIns=\"{inset:.0}\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        body(paragraphs, frame, scale, language)
    );
    shape
}

/// Where something is: `<a:xfrm>`.
pub fn transform(space: &str, frame: Frame) -> String {
    format!(
        "<{space}:xfrm><a:off x=\"{:.0}\" y=\"{:.0}\"/><a:ext cx=\"{:.0}\" cy=\"{:.0}\"/></{space}:xfrm>",
        frame.x, frame.y, frame.width, frame.height
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { x: 0.0, y: 0.0, width: 400.0 * POINT, height: 100.0 * POINT };

    #[test]
    fn words_that_do_not_fit_become_smaller_and_then_fewer() {
        let some = |count: usize| vec![Paragraph::item("nine words that take a line of a box"); count];
        let (shown, scale) = fitted(&some(2), FRAME, 1.0);
        assert_eq!((shown.len(), scale), (2, 1.0));
        let (shown, scale) = fitted(&some(5), FRAME, 1.0);
        assert!(shown.len() == 5 && scale < 1.0, "{} {scale}", shown.len());
        let (shown, _) = fitted(&some(50), FRAME, 1.0);
        assert!(shown.len() >= 4 && shown.len() < 15, "{}", shown.len());
        let headed = [some(6), vec![Paragraph::heading("one more")], some(9)].concat();
        assert!(!fitted(&headed, FRAME, 1.0).0.last().unwrap().bold);
    }

    #[test]
    fn titles_stay_in_their_place() {
        assert_eq!(title("Short", FRAME, 44.0, 1.0), ("Short".to_owned(), None));
        let long = "a conclusion of many words ".repeat(4);
        let (text, size) = title(long.trim(), FRAME, 44.0, 1.0);
        assert!(text == long.trim() && size.is_some_and(|size| (16.0..44.0).contains(&size)), "{size:?}");
        let (text, size) = title(&"endless ".repeat(200), FRAME, 44.0, 1.0);
        assert!(text.ends_with('…') && size == Some(16.0));
    }
}
