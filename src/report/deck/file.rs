//! The file of a deck: the template's parts, its slides in the place of the template's, their charts with their workbooks, their notes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::chart::{Native, book, part};
use super::fault::{DeckError, Made};
use super::notes;
use super::package::{Package, Relation};
use super::slide::{LAYOUT, NOTES, Slide, chart_id};
use super::template::Template;
use super::xml::{HEAD, escaped};
use crate::words::Words;

const PRESENTATION: &str = "application/vnd.openxmlformats-officedocument.presentationml.";
const CHART: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Slides are numbered from here.
const FIRST_SLIDE: usize = 256;
/// What comes before the slides in a presentation, and what after; all else is about slides that are gone.
const BEFORE: [&str; 3] = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"];
const AFTER: [&str; 5] = ["sldSz", "notesSz", "embeddedFontLst", "kinsoku", "defaultTextStyle"];

/// The bytes of a deck with this title.
pub fn file(title: &str, slides: &[Slide], template: Template, words: Words<'_>) -> Made<Vec<u8>> {
    let mut package = template.package.clone();
    let (name, text, mut relations) = template.presentation.clone();
    let master = relations.iter().find(|relation| relation.what() == "notesMaster").map(|r| r.target.clone());
    let (master, added) = match master {
        Some(master) => (master, None),
        None => {
            let own = notes::add_master(&mut package);
            (own.to_owned(), Some(relation(&mut relations, "notesMaster", own)))
        }
    };
    let mut ids = Vec::new();
    let mut charts = 0;
    for (nth, slide) in slides.iter().enumerate() {
        let part = format!("ppt/slides/slide{}.xml", nth + 1);
        add(
            &mut package,
            (nth + 1, &part, &master),
            &slide.clone().typeset(words.language()),
            (&template, title),
            &mut charts,
            words,
        )?;
        ids.push(relation(&mut relations, "slide", &part));
    }
    let text = presentation(&text, added.as_deref(), &ids)?;
    package.add(&name, &format!("{PRESENTATION}presentation.main+xml"), text);
    package.relate(&name, relations);
    facts(&mut package, &name, title);
    Ok(package.bytes()?)
}

/// Adds a reference under a name that is free, and returns the name.
fn relation(relations: &mut Vec<Relation>, kind: &str, part: &str) -> String {
    let taken: BTreeSet<&str> = relations.iter().map(|relation| relation.id.as_str()).collect();
    let free =
        (1..).map(|nth| format!("rId{nth}")).find(|id| !taken.contains(id.as_str())).unwrap_or_default();
    relations.push(Relation::to(free.clone(), kind, part));
    free
}

/// Adds a slide with its notes and charts.
fn add(
    package: &mut Package,
    (nth, name, master): (usize, &str, &str),
    slide: &Slide,
    (template, foot): (&Template, &str),
    charts: &mut usize,
    words: Words<'_>,
) -> Made {
    let layout = if slide.cover { &template.cover } else { &template.content };
    let drawn = slide.draw(template, foot, words.language());
    let mut all = slide.notes.clone();
    if drawn.left_out > 0 {
        all.insert(0, words.say("deck-rows-left-out", &[("count", drawn.left_out.into())]));
    }
    let about = format!("ppt/notesSlides/notesSlide{nth}.xml");
    package.add(name, &format!("{PRESENTATION}slide+xml"), drawn.xml);
    package.add(&about, &format!("{PRESENTATION}notesSlide+xml"), notes::part(&all, words.language()));
    package.relate(
        &about,
        vec![Relation::to("rId1", "notesMaster", master), Relation::to("rId2", "slide", name)],
    );
    let mut relations =
        vec![Relation::to(LAYOUT, "slideLayout", &layout.part), Relation::to(NOTES, "notesSlide", &about)];
    for (at, chart) in slide.charts().enumerate() {
        let part = add_chart(package, chart, charts, template.scale(), words)?;
        relations.push(Relation::to(chart_id(at), "chart", &part));
    }
    package.relate(name, relations);
    Ok(())
}

/// Adds a chart with its workbook and returns its part.
fn add_chart(
    package: &mut Package,
    chart: &Native,
    charts: &mut usize,
    scale: f64,
    words: Words<'_>,
) -> Made<String> {
    // a layout of the template may have charts of its own
    let (name, sheet) = loop {
        *charts += 1;
        let names =
            (format!("ppt/charts/chart{charts}.xml"), format!("ppt/embeddings/workbook{charts}.xlsx"));
        if !package.has(&names.0) && !package.has(&names.1) {
            break names;
        }
    };
    package.add(&sheet, WORKBOOK, book(chart, words)?);
    package.add(&name, CHART, part(chart, "rId1", scale, words));
    package.relate(&name, vec![Relation::to("rId1", "package", &sheet)]);
    Ok(name)
}

/// The presentation's part with these slides, and with the master of notes if it had none.
fn presentation(text: &str, notes: Option<&str>, slides: &[String]) -> Made<String> {
    let document = super::archive::parsed("ppt/presentation.xml", text)?;
    let root = document.root_element();
    let broken = || DeckError::part("template-broken", "ppt/presentation.xml");
    let start = text.get(root.range()).ok_or_else(broken)?;
    let tag = start_tag(start).ok_or_else(broken)?;
    let qualified =
        tag.trim_start_matches('<').split([' ', '\n', '\r', '\t', '>', '/']).next().unwrap_or_default();
    let mut out = format!("{HEAD}{}>", tag.trim_end_matches('>').trim_end_matches('/'));
    let child = |name: &str| {
        let found = root.children().find(|node| node.tag_name().name() == name);
        found.and_then(|node| text.get(node.range()))
    };
    let (p, r) = (SPACE_P, SPACE_R);
    for name in BEFORE {
        match (child(name), notes) {
            (_, Some(id)) if name == "notesMasterIdLst" => {
                let _ = write!(
                    out,
                    "<p:notesMasterIdLst {p}><p:notesMasterId {r} r:id=\"{id}\"/></p:notesMasterIdLst>"
                );
            }
            (Some(kept), _) => out.push_str(kept),
            (None, _) => {}
        }
    }
    let _ = write!(out, "<p:sldIdLst {p}>");
    for (nth, id) in slides.iter().enumerate() {
        let _ = write!(out, "<p:sldId {r} id=\"{}\" r:id=\"{id}\"/>", FIRST_SLIDE + nth);
    }
    out.push_str("</p:sldIdLst>");
    AFTER.into_iter().filter_map(child).for_each(|kept| out.push_str(kept));
    let _ = write!(out, "</{qualified}>");
    // what was kept may have referred to what was not
    super::archive::parsed("ppt/presentation.xml", &out)?;
    Ok(out)
}

const SPACE_P: &str = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const SPACE_R: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The first tag of an element, with its attributes.
fn start_tag(element: &str) -> Option<&str> {
    let mut quote = None;
    for (at, c) in element.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return element.get(..=at),
            _ => {}
        }
    }
    None
}

/// Who made it, and what it is called; no day: the same result makes the same bytes.
fn facts(package: &mut Package, presentation: &str, title: &str) {
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>loyalsim</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z</dcterms:created></cp:coreProperties>",
        escaped(title)
    );
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
    let app = format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>loyalsim</Application></Properties>"
    );
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app,
    );
    let core = Relation {
        kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
            .to_owned(),
        ..Relation::to("rId2", "", "docProps/core.xml")
    };
    let all = vec![
        Relation::to("rId1", "officeDocument", presentation),
        core,
        Relation::to("rId3", "extended-properties", "docProps/app.xml"),
    ];
    package.relate("", all);
}
