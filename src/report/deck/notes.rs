//! Notes below a slide, for whoever speaks, and the master that they need.

use std::fmt::Write as _;

use super::package::{Package, Relation};
use super::text::tongue;
use super::xml::{HEAD, SLIDE_SPACES, escaped};
use crate::words::Language;

const MASTER: &str = "ppt/notesMasters/notesMaster1.xml";
const THEME: &str = "ppt/theme/themeOfNotes.xml";

/// Adds the program's own master of notes and returns its part.
pub fn add_master(package: &mut Package) -> &'static str {
    let presentation = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
    package.add(MASTER, presentation, include_str!("base/notesMaster1.xml"));
    package.add(
        THEME,
        "application/vnd.openxmlformats-officedocument.theme+xml",
        include_str!("base/theme1.xml"),
    );
    package.relate(MASTER, vec![Relation::to("rId1", "theme", THEME)]);
    MASTER
}

/// The part of the notes of a slide.
pub fn part(notes: &[String], language: Language) -> String {
    let mut paragraphs = String::new();
    for note in notes {
        let lang = tongue(language);
        let _ =
            write!(paragraphs, "<a:p><a:r><a:rPr lang=\"{lang}\"/><a:t>{}</a:t></a:r></a:p>", escaped(note));
    }
    if paragraphs.is_empty() {
        paragraphs.push_str("<a:p/>");
    }
    format!(
        "{HEAD}<p:notes {SLIDE_SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr>\
         <a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>\
         {paragraphs}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}
