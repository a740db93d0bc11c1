//! A printed review read back: on which page each part begins. Browsers print no page number beside a link, so a review is printed
//! twice, the second time with the numbers that the first has shown.

use std::collections::BTreeMap;

/// The pages, counted from 1, of the places in `pdf` that links lead to, by the names of the places. Empty where the file is not
/// built as browsers of the Chromium family build it: plain objects, a table of their places, a dictionary of destinations.
///
/// Format: ISO 32000-1:2008, 7.5 (file structure) and 12.3.2.3 (named destinations).
pub fn page_numbers(pdf: &[u8]) -> BTreeMap<String, usize> {
    numbers(pdf).unwrap_or_default()
}

fn numbers(pdf: &[u8]) -> Option<BTreeMap<String, usize>> {
    let file = File::read(pdf)?;
    let catalog = file.object(reference(file.trailer, "/Root")?)?;
    let mut pages = Vec::new();
    file.pages(reference(catalog, "/Pages")?, &mut pages, 0);
    let places = file.object(reference(catalog, "/Dests")?)?;
    let on = |rest: &str| pages.iter().position(|page| Some(*page) == number(rest)).map(|at| at + 1);
    let named = places.split('/').filter_map(|place| {
        let (name, rest) = place.split_once('[')?;
        Some((name.trim().to_owned(), on(rest)?))
    });
    Some(named.collect())
}

/// A file with the places of its objects.
struct File<'p> {
    bytes: &'p [u8],
    offsets: Vec<usize>,
    trailer: &'p str,
}

impl<'p> File<'p> {
    fn read(bytes: &'p [u8]) -> Option<Self> {
        let end = &bytes[bytes.len().saturating_sub(64)..];
        let table = text(end).split("startxref").nth(1)?;
        let rest = text(bytes.get(number(table)?..)?);
        let (entries, trailer) = rest.strip_prefix("xref")?.split_once("trailer")?;
        // Two numbers head the table; an entry is a place, a generation and a letter.
        let words: Vec<&str> = entries.split_ascii_whitespace().skip(2).collect();
        let offsets = words.chunks_exact(3).map(|entry| entry[0].parse().unwrap_or(usize::MAX)).collect();
        Some(Self { bytes, offsets, trailer })
    }

    /// What stands between the head and the end of an object.
    fn object(&self, number: usize) -> Option<&'p str> {
        let object = text(self.bytes.get(*self.offsets.get(number)?..)?);
        let (head, rest) = object.split_once("obj")?;
        (self::number(head) == Some(number)).then(|| rest.split("endobj").next())?
    }

    /// The numbers of all pages below a node of their tree, in order.
    fn pages(&self, node: usize, pages: &mut Vec<usize>, depth: usize) {
        const DEEPEST: usize = 32;
        let Some(object) = self.object(node).filter(|_| depth < DEEPEST) else { return };
        let kids = object.split_once("/Kids").and_then(|(_, rest)| rest.split_once('[')?.1.split_once(']'));
        match kids {
            Some((kids, _)) => {
                for kid in kids.split('R').filter_map(number) {
                    self.pages(kid, pages, depth + 1);
                }
            }
            None => pages.push(node),
        }
    }
}

/// The object that `key` refers to.
fn reference(dictionary: &str, key: &str) -> Option<usize> {
    let ends = |rest: &&str| rest.starts_with([' ', '\n', '\r']);
    dictionary.split(key).skip(1).find(ends).and_then(number)
}

/// The number that a text begins with, after space.
fn number(text: &str) -> Option<usize> {
    text.split_ascii_whitespace().next()?.parse().ok()
}

/// The bytes up to the first that are no text: streams are of no interest here.
fn text(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as browsers write them, with a binary stream in between.
    fn file() -> Vec<u8> {
        let objects: [&[u8]; 8] = [
            b"<</Type /Catalog\n/Pages 2 0 R\n/Dests 8 0 R>>",
            b"<</Type /Pages\n/Count 3\n/Kids [3 0 R 4 0 R]>>",
            b"<</Type /Pages\n/Count 2\n/Kids [5 0 R 6 0 R]>>",
            b"<</Type /Page\n/Parent 2 0 R>>",
            b"<</Type /Page\n/Parent 3 0 R>>",
            b"<</Type /Page\n/Parent 3 0 R>>",
            b"<</Length 4>> stream\n\xff\xfe\x00\x01\nendstream",
            b"<</part-goals [6 0 R /XYZ 0 702.4 0]\n/part-annex [4 0 R /XYZ 0 1 0]\n/lost [7 0 R /XYZ 0 1 0]>>",
        ];
        let mut bytes = b"%PDF-1.4\n%\xd3\xeb\n".to_vec();
        let mut table = String::from("xref\n0 9\n0000000000 65535 f \n");
        for (at, object) in objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", bytes.len());
            bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
            bytes.extend(*object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        bytes.extend(table.bytes());
        bytes.extend(format!("trailer\n<</Size 9\n/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
        bytes
    }

    #[test]
    fn parts_are_found_on_their_pages() {
        let found = page_numbers(&file());
        let expected = [("part-annex".to_owned(), 3), ("part-goals".to_owned(), 2)];
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_no_such_file_has_no_pages() {
        let whole = file();
        for cut in [0, 1, 30, whole.len() / 2, whole.len() - 40, whole.len() - 8] {
            assert!(page_numbers(&whole[..cut]).is_empty(), "{cut}");
        }
        for at in 0..whole.len() {
            let mut wrong = whole.clone();
            wrong[at] = b'9';
            page_numbers(&wrong);
        }
    }
}
