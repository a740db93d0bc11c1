//! A slide: what it says, and its part.

use std::fmt::Write as _;

use super::chart::Native;
use super::layout::{Frame, Place};
use super::table::Grid;
use super::template::{Layout, Template};
use super::text::{Paragraph, hundredths, text_box, title, tongue, transform};
use super::xml::{HEAD, SLIDE_SPACES, escaped};
use crate::words::{Language, typeset};

/// What a slide says.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// Whether it is the first.
    pub cover: bool,
    /// Its message, a sentence.
    pub title: String,
    /// What stands below, each in its share of the place: left, top, width, height.
    pub items: Vec<([f64; 4], Item)>,
    /// What the speaker reads: what is shown, where it comes from.
    pub notes: Vec<String>,
}

/// Something on a slide.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Words.
    Words(Vec<Paragraph>),
    /// A table.
    Table(Grid),
    /// A chart.
    Chart(Box<Native>),
}

/// The part of a slide, and how many rows of tables it leaves out.
pub struct Drawn {
    pub xml: String,
    pub left_out: usize,
}

/// The reference by which a slide calls its layout; its charts follow as `rId3` and so on, `rId2` are its notes.
pub const LAYOUT: &str = "rId1";
/// That of its notes.
pub const NOTES: &str = "rId2";

/// The reference of a slide's chart, counted from 0.
pub fn chart_id(nth: usize) -> String {
    format!("rId{}", nth + 3)
}

impl Slide {
    /// A slide with this message.
    pub fn new(title: impl Into<String>) -> Self {
        Self { cover: false, title: title.into(), items: Vec::new(), notes: Vec::new() }
    }

    /// The same with something in a share of its place.
    #[must_use]
    pub fn with(mut self, share: [f64; 4], item: Item) -> Self {
        self.items.push((share, item));
        self
    }

    /// The same with notes.
    #[must_use]
    pub fn noted(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes.into_iter().filter(|note| !note.is_empty()));
        self
    }

    /// The same with no line that breaks between a number and its unit, and no full stop after its title.
    #[must_use]
    pub fn typeset(mut self, language: Language) -> Self {
        let set = |text: &mut String| *text = typeset(language, text);
        self.title = without_stop(&self.title).to_owned();
        set(&mut self.title);
        for (_, item) in &mut self.items {
            match item {
                Item::Words(words) => words.iter_mut().for_each(|paragraph| set(&mut paragraph.text)),
                Item::Table(grid) => grid.rows.iter_mut().flatten().for_each(set),
                Item::Chart(_) => {}
            }
        }
        self
    }

    /// Its charts in their order.
    pub fn charts(&self) -> impl Iterator<Item = &Native> {
        self.items.iter().filter_map(|(_, item)| match item {
            Item::Chart(chart) => Some(chart.as_ref()),
            Item::Words(_) | Item::Table(_) => None,
        })
    }

    /// Its part; `foot` runs below every slide.
    pub fn draw(&self, template: &Template, foot: &str, language: Language) -> Drawn {
        let layout = if self.cover { &template.cover } else { &template.content };
        let scale = template.scale();
        let mut shapes = self.heading(layout, scale, language);
        let (mut id, mut charts, mut left_out) = (10, 0, 0);
        for (share, item) in &self.items {
            let frame = layout.body.1.part(*share);
            match item {
                Item::Words(words) if self.cover => shapes += &below(layout, words, scale, language),
                Item::Words(words) => shapes += &text_box(id, words, frame, scale, language),
                Item::Table(grid) => {
                    let (table, shown) = grid.xml(id, frame, scale, language);
                    left_out += grid.rows.len() - shown;
                    shapes += &table;
                }
                Item::Chart(chart) => {
                    shapes += &framed(id, &chart.told, &chart_id(charts), frame);
                    charts += 1;
                }
            }
            id += 1;
        }
        if !self.cover {
            shapes += &running(layout, foot, language);
        }
        let xml = format!(
            "{HEAD}<p:sld {SLIDE_SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
             <p:grpSpPr/>{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        );
        Drawn { xml, left_out }
    }

    fn heading(&self, layout: &Layout, scale: f64, language: Language) -> String {
        let (place, frame, size) = &layout.title;
        let (text, smaller) = title(&self.title, *frame, *size, scale);
        let size = smaller.map_or_else(String::new, |size| format!(" sz=\"{}\"", hundredths(size)));
        let run =
            format!("<a:r><a:rPr lang=\"{}\"{size}/><a:t>{}</a:t></a:r>", tongue(language), escaped(&text));
        placed((2, "Title"), place, &format!("<a:p>{run}</a:p>"))
    }
}

/// The sentence without its full stop; that of an abbreviation stays.
fn without_stop(sentence: &str) -> &str {
    let Some(bare) = sentence.strip_suffix('.') else { return sentence };
    let last = bare.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let short = last.chars().count() <= 3 && last.chars().all(char::is_alphabetic);
    if short { sentence } else { bare }
}

/// What stands below the title of the first slide, in the letters of its layout.
fn below(layout: &Layout, words: &[Paragraph], scale: f64, language: Language) -> String {
    let (place, frame) = &layout.body;
    placed((3, "Subtitle"), place, &super::text::body(words, *frame, scale, language))
}

/// A shape in a place of the layout.
fn placed((id, name): (usize, &str), place: &Place, paragraphs: &str) -> String {
    let kind =
        if place.kind == "obj" { String::new() } else { format!(" type=\"{}\"", escaped(&place.kind)) };
    let index =
        if place.index == "0" { String::new() } else { format!(" idx=\"{}\"", escaped(&place.index)) };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr>\
         </p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
}

/// The running foot and the number of the slide, where the layout has places for them.
fn running(layout: &Layout, foot: &str, language: Language) -> String {
    let mut shapes = String::new();
    let lang = tongue(language);
    if let Some(place) = &layout.foot {
        let run = format!("<a:p><a:r><a:rPr lang=\"{lang}\"/><a:t>{}</a:t></a:r></a:p>", escaped(foot));
        shapes += &placed((4, "Footer"), place, &run);
    }
    if let Some(place) = &layout.number {
        let field = format!(
            "<a:p><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{lang}\"/><a:t>‹#›</a:t></a:fld></a:p>"
        );
        shapes += &placed((5, "Number"), place, &field);
    }
    shapes
}

/// The frame of a chart.
fn framed(id: usize, told: &str, reference: &str, frame: Frame) -> String {
    let mut shape = String::new();
    let _ = write!(
        shape,
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Chart {id}\" descr=\"{}\"/><p:cNvGraphicFramePr/><p:nvPr/>\
         </p:nvGraphicFramePr>{}<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart \
         xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{reference}\"/></a:graphicData></a:graphic></p:graphicFrame>",
        escaped(told),
        transform("p", frame)
    );
    shape
}

#[cfg(test)]
mod tests {
    use super::without_stop;

    #[test]
    fn titles_have_no_full_stop_but_that_of_an_abbreviation() {
        for (sentence, title) in [
            ("The program loses money.", "The program loses money"),
            ("Its chance is 5 %.", "Its chance is 5 %"),
            ("NPS на 0,7\u{a0}п.", "NPS на 0,7\u{a0}п."),
            ("", ""),
        ] {
            assert_eq!(without_stop(sentence), title);
        }
    }
}
