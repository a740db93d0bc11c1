//! A template: the masters, layouts, colours and fonts of a deck, the program's own or those of a firm. Of a firm's file everything is kept
//! but its slides.

use std::collections::BTreeMap;

use super::archive::{Archive, parsed};
use super::fault::{DeckError, Made};
use super::layout::{self, Frame, Place};
use super::package::{Package, Relation};

/// The parts of the program's own template.
const OWN: [(&str, &str); 11] = [
    ("[Content_Types].xml", include_str!("base/contentTypes.xml")),
    ("_rels/.rels", include_str!("base/package.rels")),
    ("ppt/presentation.xml", include_str!("base/presentation.xml")),
    ("ppt/_rels/presentation.xml.rels", include_str!("base/presentation.xml.rels")),
    ("ppt/slideMasters/slideMaster1.xml", include_str!("base/slideMaster1.xml")),
    ("ppt/slideMasters/_rels/slideMaster1.xml.rels", include_str!("base/slideMaster1.xml.rels")),
    ("ppt/slideLayouts/slideLayout1.xml", include_str!("base/slideLayout1.xml")),
    ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", include_str!("base/slideLayout.xml.rels")),
    ("ppt/slideLayouts/slideLayout2.xml", include_str!("base/slideLayout2.xml")),
    ("ppt/slideLayouts/_rels/slideLayout2.xml.rels", include_str!("base/slideLayout.xml.rels")),
    ("ppt/theme/theme1.xml", include_str!("base/theme1.xml")),
];

/// Kinds of references of a presentation that are followed; others lead to its slides or to what belongs to them.
const KEPT: [&str; 7] =
    ["slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "tableStyles", "font"];
/// Kinds of references that lead back to slides.
const SLIDES: [&str; 2] = ["slide", "notesSlide"];
/// The least width and height of the place for contents, as shares of the slide.
const LEAST: (f64, f64) = (0.4, 0.3);
/// Size of titles where nothing states one, as Office has it.
const USUAL_TITLE: f64 = 44.0;

/// A kind of slide that a template offers.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Its part.
    pub part: String,
    /// The title's place, where it is, and its letters in points.
    pub title: (Place, Frame, f64),
    /// The place of what stands below the title, and where it is.
    pub body: (Place, Frame),
    /// The place of the running foot, if there is one.
    pub foot: Option<Place>,
    /// The place of the slide's number, if there is one.
    pub number: Option<Place>,
}

/// A template that has all that a deck needs.
#[derive(Debug, Clone)]
pub struct Template {
    /// What is kept of it.
    pub package: Package,
    /// The name of the presentation's part, its text, and what it refers to.
    pub presentation: (String, String, Vec<Relation>),
    /// The first slide.
    pub cover: Layout,
    /// All others.
    pub content: Layout,
    /// Height of slides in EMU, by which letters are scaled.
    pub height: f64,
}

impl Template {
    /// The program's own.
    pub fn own() -> Made<Self> {
        let parts = OWN.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        Self::of(&Archive::of(parts.collect())?)
    }

    /// That of a file of PowerPoint.
    ///
    /// # Errors
    /// Where the file is none, or lacks what a deck needs.
    pub fn read(bytes: &[u8]) -> Made<Self> {
        Self::of(&Archive::read(bytes)?)
    }

    /// How large letters are beside those on a slide of usual height, seven and a half inches.
    pub fn scale(&self) -> f64 {
        self.height / 6_858_000.0
    }

    fn of(archive: &Archive) -> Made<Self> {
        let none = || DeckError::template("template-no-presentation");
        let office =
            archive.relations("")?.into_iter().find(|r| r.what() == "officeDocument").ok_or_else(none)?;
        let text = archive.text(&office.target)?.ok_or_else(none)?;
        let root = parsed(&office.target, &text)?;
        let space = root.root_element().tag_name();
        if space.name() != "presentation" {
            return Err(none());
        }
        if space.namespace() != Some("http://schemas.openxmlformats.org/presentationml/2006/main") {
            return Err(DeckError::template("template-strict"));
        }
        let mut relations = archive.relations(&office.target)?;
        relations.retain(|relation| !relation.outside && KEPT.contains(&relation.what()));
        let mut package = Package::default();
        for relation in &relations {
            keep(archive, &mut package, &relation.target)?;
        }
        let size = root.descendants().find(|node| node.tag_name().name() == "sldSz");
        let side = |name| size.and_then(|node| node.attribute(name)?.parse::<u32>().ok()).map(f64::from);
        let sides =
            side("cx").zip(side("cy")).filter(|(width, height)| *width >= 914_400.0 && *height >= 914_400.0);
        let (width, height) = sides.ok_or_else(|| DeckError::part("template-broken", &office.target))?;
        let layouts = layouts(archive, &relations)?;
        let cover = cover(&layouts).ok_or_else(|| DeckError::template("template-no-title-layout"))?;
        let content = content(&layouts).ok_or_else(|| DeckError::template("template-no-content-layout"))?;
        let frame = content.body.1;
        if frame.width < LEAST.0 * width || frame.height < LEAST.1 * height {
            return Err(DeckError::part("template-no-room", &content.part));
        }
        Ok(Self { package, presentation: (office.target, text, relations), cover, content, height })
    }
}

/// Keeps a part and all that it refers to.
fn keep(archive: &Archive, package: &mut Package, first: &str) -> Made {
    let mut open = vec![first.to_owned()];
    while let Some(name) = open.pop() {
        if package.has(&name) {
            continue;
        }
        let content = archive.part(&name).ok_or_else(|| DeckError::part("template-missing-part", &name))?;
        let kind = archive.kind(&name).ok_or_else(|| DeckError::part("template-broken", &name))?;
        package.add(&name, kind, content);
        let relations = archive.relations(&name)?;
        if relations.iter().any(|relation| SLIDES.contains(&relation.what())) {
            return Err(DeckError::part("template-links-to-slide", &name));
        }
        open.extend(relations.iter().filter(|r| !r.outside).map(|r| r.target.clone()));
        package.relate(&name, relations);
    }
    Ok(())
}

/// A layout with the type that its maker gave it.
struct Offered {
    kind: String,
    layout: Layout,
}

/// The layouts of all masters that have a title and something below it, in their order.
fn layouts(archive: &Archive, relations: &[Relation]) -> Made<Vec<Offered>> {
    let mut offered = Vec::new();
    for master in relations.iter().filter(|relation| relation.what() == "slideMaster") {
        let text = archive.wanted(&master.target)?;
        let document = parsed(&master.target, &text)?;
        let places = layout::places(&document);
        let usual = layout::title_size(&document).unwrap_or(USUAL_TITLE);
        let related: BTreeMap<String, String> =
            archive.relations(&master.target)?.into_iter().map(|r| (r.id, r.target)).collect();
        let listed = document.descendants().filter(|node| node.tag_name().name() == "sldLayoutId");
        let ids =
            listed.filter_map(|node| node.attributes().find(|a| a.name() == "id" && a.namespace().is_some()));
        for part in ids.filter_map(|id| related.get(id.value())) {
            let text = archive.wanted(part)?;
            let document = parsed(part, &text)?;
            let kind = document.root_element().attribute("type").unwrap_or_default().to_owned();
            let layout = of_layout(part, layout::places(&document), &places, usual);
            offered.extend(layout.map(|layout| Offered { kind, layout }));
        }
    }
    Ok(offered)
}

fn of_layout(part: &str, places: Vec<Place>, master: &[Place], usual: f64) -> Option<Layout> {
    let inherited = |of: fn(&Place) -> bool| master.iter().find(|place| of(place));
    let find = |of: fn(&Place) -> bool| places.iter().find(|place| of(place)).cloned();
    let title = find(Place::is_title)?;
    let above = inherited(Place::is_title);
    let title_frame = title.frame.or_else(|| above?.frame)?;
    let size = title.size.or_else(|| above?.size).unwrap_or(usual);
    let below = |place: &Place| place.is_content() || place.kind == "subTitle";
    let master_body = inherited(Place::is_content).and_then(|place| place.frame);
    let area = |place: &Place| place.frame.or(master_body).map_or(0.0, |frame| frame.width * frame.height);
    let body = places.iter().filter(|place| below(place)).max_by(|a, b| area(a).total_cmp(&area(b)))?.clone();
    let body_frame = body.frame.or(master_body)?;
    let kind = |kind: &str| places.iter().find(|place| place.kind == kind).cloned();
    Some(Layout {
        part: part.to_owned(),
        title: (title, title_frame, size),
        body: (body, body_frame),
        foot: kind("ftr"),
        number: kind("sldNum"),
    })
}

fn cover(offered: &[Offered]) -> Option<Layout> {
    let own = offered.iter().find(|o| o.kind == "title");
    own.or_else(|| offered.iter().find(|o| o.layout.title.0.kind == "ctrTitle")).map(|o| o.layout.clone())
}

fn content(offered: &[Offered]) -> Option<Layout> {
    let fit = |o: &&Offered| o.layout.body.0.is_content() && o.layout.title.0.kind == "title";
    let usual = offered.iter().filter(fit).find(|o| o.kind == "obj");
    usual.or_else(|| offered.iter().find(fit)).map(|o| o.layout.clone())
}
