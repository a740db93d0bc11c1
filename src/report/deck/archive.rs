//! The parts of a file of Office that somebody else has made: read whole, within bounds.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use roxmltree::Document;
use zip::ZipArchive;

use super::fault::{DeckError, Made};
use super::package::{Relation, relations_of};

/// No template has more parts.
const MOST_PARTS: usize = 20_000;
/// Nor is one larger when unpacked.
const MOST_BYTES: u64 = 400 << 20;
/// What old and what protected files of Office begin with.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// The parts of a file by name.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    parts: BTreeMap<String, Vec<u8>>,
    /// Types by the name of a part.
    types: BTreeMap<String, String>,
    /// Types by the ending of a name.
    endings: BTreeMap<String, String>,
}

impl Archive {
    /// Unpacks a file.
    pub fn read(bytes: &[u8]) -> Made<Self> {
        if bytes.starts_with(&COMPOUND) {
            return Err(DeckError::template("template-protected"));
        }
        let no_archive = |_| DeckError::template("template-no-archive");
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(no_archive)?;
        if zip.len() > MOST_PARTS {
            return Err(DeckError::template("template-too-large"));
        }
        let mut parts = BTreeMap::new();
        let mut left = MOST_BYTES;
        for nth in 0..zip.len() {
            let file = zip.by_index(nth).map_err(no_archive)?;
            let name = file.name().map_err(no_archive)?.trim_start_matches('/').to_owned();
            let mut content = Vec::new();
            file.take(left + 1)
                .read_to_end(&mut content)
                .map_err(|_| DeckError::part("template-broken", &name))?;
            left = left
                .checked_sub(content.len() as u64)
                .ok_or_else(|| DeckError::template("template-too-large"))?;
            parts.insert(name, content);
        }
        Self::of(parts)
    }

    /// The file with these parts.
    pub fn of(parts: BTreeMap<String, Vec<u8>>) -> Made<Self> {
        let mut archive = Self { parts, ..Self::default() };
        let Some(text) = archive.text("[Content_Types].xml")? else {
            return Err(DeckError::template("template-no-presentation"));
        };
        let types = parsed("[Content_Types].xml", &text)?;
        let (mut named, mut endings) = (BTreeMap::new(), BTreeMap::new());
        for node in types.root_element().children().filter(roxmltree::Node::is_element) {
            let of = |name| node.attribute(name).map(str::to_owned);
            match (of("PartName"), of("Extension"), of("ContentType")) {
                (Some(part), _, Some(kind)) => named.insert(part.trim_start_matches('/').to_owned(), kind),
                (None, Some(ending), Some(kind)) => endings.insert(ending.to_lowercase(), kind),
                _ => None,
            };
        }
        (archive.types, archive.endings) = (named, endings);
        Ok(archive)
    }

    /// A part as it stands.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(Vec::as_slice)
    }

    /// The type of a part.
    pub fn kind(&self, name: &str) -> Option<&str> {
        let ending =
            || name.rsplit_once('.').and_then(|(_, ending)| self.endings.get(&ending.to_lowercase()));
        self.types.get(name).or_else(ending).map(String::as_str)
    }

    /// A part as text, if there is one of this name.
    pub fn text(&self, name: &str) -> Made<Option<String>> {
        let Some(content) = self.part(name) else { return Ok(None) };
        let text = std::str::from_utf8(content).map_err(|_| DeckError::part("template-broken", name))?;
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// A part as text that something refers to.
    pub fn wanted(&self, name: &str) -> Made<String> {
        self.text(name)?.ok_or_else(|| DeckError::part("template-missing-part", name))
    }

    /// What a part refers to, parts by their whole names.
    pub fn relations(&self, name: &str) -> Made<Vec<Relation>> {
        let place = relations_of(name);
        let Some(text) = self.text(&place)? else { return Ok(Vec::new()) };
        let list = parsed(&place, &text)?;
        let mut seen = BTreeSet::new();
        let mut relations = Vec::new();
        for node in list.root_element().children().filter(roxmltree::Node::is_element) {
            let (Some(id), Some(kind), Some(target)) =
                (node.attribute("Id"), node.attribute("Type"), node.attribute("Target"))
            else {
                return Err(DeckError::part("template-broken", &place));
            };
            let outside = node.attribute("TargetMode") == Some("External");
            if !seen.insert(id) {
                return Err(DeckError::part("template-broken", &place));
            }
            let target = if outside { target.to_owned() } else { resolved(name, target) };
            relations.push(Relation { id: id.to_owned(), kind: kind.to_owned(), target, outside });
        }
        Ok(relations)
    }
}

/// A part as a tree.
pub fn parsed<'t>(name: &str, text: &'t str) -> Made<Document<'t>> {
    Document::parse(text).map_err(|_| DeckError::part("template-broken", name))
}

/// The whole name of a part that another one refers to.
fn resolved(from: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> =
        from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect());
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_inside_the_file() {
        assert_eq!(resolved("ppt/slides/slide1.xml", "../media/a.png"), "ppt/media/a.png");
        assert_eq!(resolved("ppt/a.xml", "/docProps/core.xml"), "docProps/core.xml");
        assert_eq!(resolved("a.xml", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn what_is_no_archive_says_so() {
        let fault = |bytes: &[u8]| match Archive::read(bytes) {
            Err(DeckError::Template(saying)) => saying.key,
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(b""), "template-no-archive");
        assert_eq!(fault(b"not an archive"), "template-no-archive");
        assert_eq!(fault(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "template-protected");
    }
}
