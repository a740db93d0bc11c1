//! `--pptx` and `--template`: a deck that every reader of Office files can open, piece by piece, and that a firm can give its look.

use super::{INPUT, assert_fails, assert_succeeds, changed_shop, run, shop};
use calamine::{Data, Reader, Xlsx};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::{SimpleFileOptions, ZipWriter};

const SMALL: [&str; 6] = ["-t", "20", "-c", "80", "-q", "--no-charts"];

type Parts = BTreeMap<String, Vec<u8>>;

/// The parts of a file of Office.
fn unpacked(bytes: &[u8]) -> Parts {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for nth in 0..zip.len() {
        let mut file = zip.by_index(nth).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert!(parts.insert(file.name().unwrap().into_owned(), content).is_none(), "a part is there twice");
    }
    parts
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The deck of a run with these options more.
fn deck(home: &Path, more: &[&str]) -> Parts {
    let args = [&["run", "shop.toml", "--pptx", "-o", "out"], &SMALL[..], more].concat();
    assert_succeeds(&run(home, &args));
    unpacked(&fs::read(home.join("out/deck.pptx")).unwrap())
}

fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    std::str::from_utf8(parts.get(name).unwrap_or_else(|| panic!("no part {name}"))).unwrap()
}

/// Where a part's references lead, by their names.
fn references(parts: &Parts, name: &str) -> BTreeMap<String, String> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let list = format!("{folder}/_rels/{file}.rels").trim_start_matches('/').to_owned();
    if !parts.contains_key(&list) {
        return BTreeMap::new();
    }
    let list = Document::parse(text(parts, &list)).unwrap();
    let one = |node: Node<'_, '_>| {
        let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in node.attribute("Target").unwrap().split('/') {
            if step == ".." { assert!(steps.pop().is_some()) } else { steps.push(step) }
        }
        (node.attribute("Id").unwrap().to_owned(), steps.join("/"))
    };
    list.root_element().children().filter(Node::is_element).map(one).collect()
}

fn words(node: Node<'_, '_>) -> String {
    let runs = node.descendants().filter(|n| n.tag_name().name() == "t").filter_map(|n| n.text());
    runs.collect::<Vec<_>>().join(" ")
}

fn slides(parts: &Parts) -> Vec<String> {
    let named = |name: &&String| name.starts_with("ppt/slides/slide");
    let count = parts.keys().filter(named).count();
    (1..=count).map(|nth| format!("ppt/slides/slide{nth}.xml")).collect()
}

/// Every part is well formed, has a type, and is referred to; every reference in a part leads somewhere.
fn assert_whole(parts: &Parts) {
    let types = Document::parse(text(parts, "[Content_Types].xml")).unwrap();
    let named: BTreeSet<&str> = types.descendants().filter_map(|n| n.attribute("PartName")).collect();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![String::new()];
    while let Some(name) = open.pop() {
        let led = references(parts, &name);
        if name.ends_with(".xml") {
            let document = Document::parse(text(parts, &name)).unwrap_or_else(|e| panic!("{name}: {e}"));
            let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            for used in document.descendants().flat_map(|n| n.attributes()) {
                if used.namespace() == Some(office) {
                    assert!(led.contains_key(used.value()), "{name} refers to {}", used.value());
                }
            }
        }
        for target in led.into_values() {
            assert!(parts.contains_key(&target), "{name} refers to {target}");
            assert!(named.contains(format!("/{target}").as_str()), "{target} has no type");
            if reached.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    let kept = parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml");
    assert_eq!(kept.cloned().collect::<BTreeSet<_>>(), reached);
}

/// The values that a chart shows are those in the cells of its workbook from which it says to take them.
fn assert_editable(parts: &Parts, chart: &str) -> usize {
    let document = Document::parse(text(parts, chart)).unwrap();
    let find = |name: &str| document.descendants().find(|n| n.tag_name().name() == name);
    let data = find("externalData").expect("a chart without its data").attributes().next().unwrap().value();
    let book = references(parts, chart)[data].clone();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(parts[&book].clone())).unwrap();
    let mut compared = 0;
    for source in document.descendants().filter(|n| matches!(n.tag_name().name(), "numRef" | "strRef")) {
        let formula = source.children().find(|n| n.tag_name().name() == "f").unwrap().text().unwrap();
        let (sheet, cells) = formula.split_once('!').unwrap();
        let range = book.worksheet_range(sheet.trim_matches('\'')).unwrap();
        let mut marks = cells.split(['$', ':']).filter(|mark| !mark.is_empty());
        let column = marks.next().unwrap().as_bytes()[0] - b'A';
        let first: usize = marks.next().unwrap().parse().unwrap();
        for point in source.descendants().filter(|n| n.tag_name().name() == "pt") {
            let at: usize = point.attribute("idx").unwrap().parse().unwrap();
            let shown = words_of(point);
            let cell = range.get((first - 1 + at, usize::from(column))).unwrap();
            match cell {
                Data::DateTime(day) => {
                    assert_eq!(shown.parse::<f64>().unwrap(), day.as_f64(), "{chart} {formula}");
                }
                Data::Float(value) => assert_eq!(shown.parse::<f64>().unwrap(), *value, "{chart} {formula}"),
                other => assert_eq!(shown, other.to_string(), "{chart} {formula}"),
            }
            compared += 1;
        }
    }
    compared
}

fn words_of(point: Node<'_, '_>) -> String {
    point.descendants().filter_map(|n| n.text()).next().unwrap_or_default().to_owned()
}

#[test]
fn a_deck_is_whole_and_its_charts_can_be_edited() {
    let home = shop();
    for (language, said) in [("en", "inputs are assumptions"), ("ru", "исходных чисел")] {
        let parts = deck(home.path(), &["--lang", language]);
        assert_whole(&parts);
        let slides = slides(&parts);
        assert!((10..=15).contains(&slides.len()), "{}", slides.len());
        let charts: Vec<&String> = parts.keys().filter(|name| name.starts_with("ppt/charts/chart")).collect();
        assert!(charts.len() >= 8, "{}", charts.len());
        for chart in charts {
            assert!(assert_editable(&parts, chart) >= 4, "{chart} is empty");
        }
        let mut titles = BTreeSet::new();
        for name in &slides {
            let document = Document::parse(text(&parts, name)).unwrap();
            let title = document.descendants().find(|n| n.tag_name().name() == "sp").unwrap();
            assert!(titles.insert(words(title)), "{} twice", words(title));
            let notes = references(&parts, name)["rId2"].clone();
            let notes = words(Document::parse(text(&parts, &notes)).unwrap().root_element());
            assert!(notes.contains("loyalsim") || notes.contains("seed"), "{name}: {notes}");
        }
        assert!(titles.iter().any(|title| title.contains(said)), "{titles:?}");
    }
}

#[test]
fn reviews_have_decks() {
    let home = shop();
    let args = ["review", "shop.toml", "-t", "20", "-c", "80", "-q", "--no-pdf", "--pptx", "-o", "out"];
    assert_succeeds(&run(home.path(), &args));
    let parts = unpacked(&fs::read(home.path().join("out/deck.pptx")).unwrap());
    assert_whole(&parts);
    let slides = slides(&parts);
    assert!((10..=15).contains(&slides.len()), "{}", slides.len());
    let all: Vec<String> = slides
        .iter()
        .map(|name| words(Document::parse(text(&parts, name)).unwrap().root_element()))
        .collect();
    assert!(all[1].contains("Recommendation: "), "{}", all[1]);
    assert!(all.iter().any(|slide| slide.contains("weak point")), "{all:?}");
}

/// Names are text; the same run makes the same bytes, and so does its own deck as a template.
#[test]
fn names_are_text_and_bytes_are_the_same() {
    let hostile = "title = \"<a:t>&amp; ]]> \\\"x\\\" Очень длинное имя ";
    let home = changed_shop("title = \"", hostile);
    let first = deck(home.path(), &[]);
    assert_whole(&first);
    assert!(text(&first, "ppt/slides/slide1.xml").contains("&lt;a:t&gt;&amp;amp; ]]&gt; &quot;x&quot;"));
    assert_succeeds(&run(home.path(), &["verify", "out", "--again", "-q"]));
    let bytes = fs::read(home.path().join("out/deck.pptx")).unwrap();
    fs::copy(home.path().join("out/deck.pptx"), home.path().join("firm.pptx")).unwrap();
    deck(home.path(), &["--template", "firm.pptx", "--threads", "1"]);
    assert!(
        fs::read(home.path().join("out/deck.pptx")).unwrap() == bytes,
        "its own deck is another template"
    );
    fs::remove_file(home.path().join("firm.pptx")).unwrap();
    assert_succeeds(&run(home.path(), &["verify", "out", "--again", "-q"]));
}

/// A template of a firm: half as large, 4:3, other colours, a picture in its layout, old slides, macros.
fn firm(own: &Parts) -> Parts {
    let mut parts: Parts = own.clone();
    let change = |parts: &mut Parts, name: &str, from: &str, to: &str| {
        let changed = text(parts, name).replace(from, to);
        assert_ne!(changed, text(parts, name), "{name}: {from}");
        parts.insert(name.to_owned(), changed.into_bytes());
    };
    change(&mut parts, "ppt/theme/theme1.xml", "1F5A96", "00AA55");
    change(&mut parts, "ppt/presentation.xml", "cx=\"12192000\"", "cx=\"9144000\"");
    change(&mut parts, "ppt/presentation.xml", "</p:presentation>", "<p:extLst/></p:presentation>");
    change(&mut parts, "ppt/slideMasters/slideMaster1.xml", "cx=\"10972800\"", "cx=\"7924800\"");
    change(&mut parts, "ppt/slideLayouts/slideLayout1.xml", "cx=\"10363200\"", "cx=\"7315200\"");
    let list = "ppt/slideLayouts/_rels/slideLayout2.xml.rels";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let picture =
        format!("<Relationship Id=\"rId9\" Type=\"{kind}\" Target=\"/ppt/media/logo.png\"/></Relationships>");
    change(&mut parts, list, "</Relationships>", &picture);
    parts.insert("ppt/media/logo.png".to_owned(), b"\x89PNG".to_vec());
    parts.insert("ppt/vbaProject.bin".to_owned(), b"macros".to_vec());
    let types = "<Default Extension=\"PNG\" ContentType=\"image/png\"/></Types>";
    change(&mut parts, "[Content_Types].xml", "</Types>", types);
    parts
}

#[test]
fn a_firm_gives_its_look() {
    let home = shop();
    let own = deck(home.path(), &[]);
    fs::write(home.path().join("firm.pptx"), packed(&firm(&own))).unwrap();
    let parts = deck(home.path(), &["--template", "firm.pptx"]);
    assert_whole(&parts);
    assert!(text(&parts, "ppt/theme/theme1.xml").contains("00AA55"));
    assert!(text(&parts, "ppt/presentation.xml").contains("cx=\"9144000\""));
    assert!(parts.contains_key("ppt/media/logo.png") && !parts.contains_key("ppt/vbaProject.bin"));
    assert_eq!(slides(&parts).len(), slides(&own).len());
    // nothing stands outside the narrower slide
    for name in slides(&parts) {
        let slide = Document::parse(text(&parts, &name)).unwrap();
        for frame in slide.descendants().filter(|n| n.tag_name().name() == "xfrm") {
            let number = |node: &str, name| -> f64 {
                let node = frame.children().find(|n| n.tag_name().name() == node).unwrap();
                node.attribute(name).unwrap().parse().unwrap()
            };
            let (right, bottom) =
                (number("off", "x") + number("ext", "cx"), number("off", "y") + number("ext", "cy"));
            assert!(right <= 9_144_000.0 && bottom <= 6_858_000.0, "{name}: {right} {bottom}");
        }
    }
}

#[test]
fn a_template_that_lacks_something_says_what() {
    let home = shop();
    let own = deck(home.path(), &[]);
    let without = |name: &str| {
        let mut parts = own.clone();
        parts.remove(name);
        packed(&parts)
    };
    let changed = |name: &str, from: &str, to: &str| {
        let mut parts = own.clone();
        parts.insert(name.to_owned(), text(&own, name).replace(from, to).into_bytes());
        packed(&parts)
    };
    let layout = "ppt/slideLayouts/slideLayout";
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("text.pptx", b"no archive".to_vec(), "not a PowerPoint file"),
        ("old.ppt", vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1], "password"),
        ("empty.pptx", packed(&Parts::new()), "contains no presentation"),
        ("theme.pptx", without("ppt/theme/theme1.xml"), "ppt/theme/theme1.xml is missing"),
        (
            "layout.pptx",
            changed(&format!("{layout}2.xml"), "type=\"title\"", "type=\"pic\""),
            "“Title and Content”",
        ),
        ("cover.pptx", changed(&format!("{layout}1.xml"), "type=\"", "type=\"x"), "“Title Slide”"),
        (
            "narrow.pptx",
            changed("ppt/slideMasters/slideMaster1.xml", "cx=\"10972800\"", "cx=\"1097280\""),
            "smaller than 40 %",
        ),
        (
            "broken.pptx",
            changed("ppt/slideMasters/slideMaster1.xml", "</p:txStyles>", ""),
            "slideMaster1.xml cannot be read",
        ),
    ];
    for (name, bytes, said) in cases {
        fs::write(home.path().join(name), bytes).unwrap();
        let told =
            run(home.path(), &[&["run", "shop.toml", "--pptx", "--template", name], &SMALL[..]].concat());
        assert_fails(&told, INPUT, &[name, said]);
    }
    let told =
        run(home.path(), &[&["run", "shop.toml", "--pptx", "--template", "no.pptx"], &SMALL[..]].concat());
    assert_fails(&told, INPUT, &["no.pptx"]);
    assert_fails(&run(home.path(), &["run", "shop.toml", "--template", "text.pptx"]), INPUT, &["--pptx"]);
}
