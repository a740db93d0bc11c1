//! A file of Office: parts by name, what refers to what, and the archive they are kept in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::xml::{HEAD, escaped};

/// The beginning of the types of references, as Office writes them.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// A reference from one part to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its name in the part that refers.
    pub id: String,
    /// What kind of reference.
    pub kind: String,
    /// To what: the whole name of a part, or something outside.
    pub target: String,
    /// Whether it is outside the file.
    pub outside: bool,
}

impl Relation {
    /// A reference to a part, by its whole name.
    pub fn to(id: impl Into<String>, kind: &str, part: &str) -> Self {
        Self { id: id.into(), kind: format!("{OFFICE}{kind}"), target: part.to_owned(), outside: false }
    }

    /// The last word of its kind: `slideLayout`.
    pub fn what(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

/// The parts of a file on its way.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// Content and type of each part by its name, without a slash before it.
    parts: BTreeMap<String, (Vec<u8>, String)>,
    /// What each part refers to.
    relations: BTreeMap<String, Vec<Relation>>,
}

impl Package {
    /// Adds a part.
    pub fn add(&mut self, name: &str, kind: &str, content: impl Into<Vec<u8>>) {
        self.parts.insert(name.to_owned(), (content.into(), kind.to_owned()));
    }

    /// Says what a part refers to; the file itself has no name.
    pub fn relate(&mut self, name: &str, relations: Vec<Relation>) {
        if !relations.is_empty() {
            self.relations.insert(name.to_owned(), relations);
        }
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// The bytes of the file: the same parts make the same bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, zip::result::ZipError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // no day and no system: the archive's first day
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut file = |name: &str, content: &[u8]| -> Result<(), zip::result::ZipError> {
            zip.start_file(name, packed)?;
            zip.write_all(content)?;
            Ok(())
        };
        file("[Content_Types].xml", self.types().as_bytes())?;
        for (name, relations) in &self.relations {
            file(&relations_of(name), listed(name, relations).as_bytes())?;
        }
        for (name, (content, _)) in &self.parts {
            file(name, content)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn types(&self) -> String {
        let kind = "application/vnd.openxmlformats-package.relationships+xml";
        let mut types = format!(
            "{HEAD}<Types xmlns=\"{PACKAGE}content-types\"><Default Extension=\"rels\" ContentType=\"{kind}\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        );
        for (name, (_, kind)) in &self.parts {
            let (name, kind) = (escaped(name), escaped(kind));
            let _ = write!(types, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
        }
        types + "</Types>"
    }
}

/// Where the references of a part are kept.
pub fn relations_of(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
}

/// A part as another one names it: `../charts/chart1.xml`.
fn relative(from: &str, to: &str) -> String {
    let folders: Vec<&str> =
        from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect());
    let mut steps: Vec<&str> = to.split('/').collect();
    let shared = folders.iter().zip(&steps[..steps.len() - 1]).take_while(|(a, b)| a == b).count();
    steps.drain(..shared);
    "../".repeat(folders.len() - shared) + &steps.join("/")
}

fn listed(name: &str, relations: &[Relation]) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}relationships\">");
    for Relation { id, kind, target, outside } in relations {
        let mode = if *outside { " TargetMode=\"External\"" } else { "" };
        let target = if *outside { target.clone() } else { relative(name, target) };
        let (id, kind, target) = (escaped(id), escaped(kind), escaped(&target));
        let _ = write!(text, "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
    }
    text + "</Relationships>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lie_beside_their_part() {
        assert_eq!(relations_of(""), "_rels/.rels");
        assert_eq!(relations_of("ppt/slides/slide1.xml"), "ppt/slides/_rels/slide1.xml.rels");
    }

    #[test]
    fn parts_are_named_from_where_one_stands() {
        assert_eq!(relative("", "ppt/presentation.xml"), "ppt/presentation.xml");
        assert_eq!(relative("ppt/slides/slide1.xml", "ppt/charts/chart1.xml"), "../charts/chart1.xml");
        assert_eq!(relative("ppt/presentation.xml", "ppt/slides/slide1.xml"), "slides/slide1.xml");
        assert_eq!(relative("a/b/c.xml", "d.xml"), "../../d.xml");
    }

    #[test]
    fn the_same_parts_make_the_same_bytes() {
        let mut package = Package::default();
        package.add("a.xml", "application/xml", "<a/>");
        package.relate("", vec![Relation::to("r1", "officeDocument", "a.xml")]);
        let bytes = package.bytes().unwrap();
        assert_eq!(bytes, package.clone().bytes().unwrap());
        assert!(package.has("a.xml") && !package.has("b.xml"));
        let mut back = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(back.by_name("a.xml").unwrap().last_modified(), Some(DateTime::default()));
    }
}
