//! The printed pages of a review, looked at as a reader does: contents that lead to the right page, no heading alone at the foot of a
//! page, no page left mostly blank, no text cut, no dust of arithmetic. Needs a browser and `pdftotext`; where one of them is missing,
//! the test says so and does nothing.

use super::{assert_succeeds, run};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Designs with all parts and pictures; the first has long tables and many findings.
const DESIGNS: [(&str, &str); 2] = [
    ("electronics", include_str!("../../scenarios/electronics.toml")),
    ("coffee", include_str!("../../scenarios/coffee.toml")),
];
/// The part of a page that must be used: more than the tallest picture with its heading would leave.
const USED: f64 = 0.55;

/// A printed review.
struct Print {
    name: String,
    html: String,
    /// Text of each page, lines as they stand.
    pages: Vec<String>,
    /// How far down each page text reaches, as a share of its height, page numbers left out.
    reach: Vec<f64>,
}

#[test]
fn printed_pages_are_whole() {
    if !there("pdftotext", "-v") || !browser() {
        eprintln!("SKIPPED: printed pages need a browser of the Chromium family and pdftotext");
        return;
    }
    for (name, design) in DESIGNS {
        for language in ["en", "ru"] {
            let print = printed(name, design, language);
            contents_lead_to_their_pages(&print);
            no_head_stands_alone(&print);
            no_page_is_mostly_blank(&print);
            no_text_is_cut(&print);
        }
    }
}

fn there(program: &str, argument: &str) -> bool {
    Command::new(program).arg(argument).output().is_ok()
}

fn browser() -> bool {
    ["chromium", "google-chrome", "chrome", "microsoft-edge"].iter().any(|name| there(name, "--version"))
}

fn printed(name: &str, design: &str, language: &str) -> Print {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("design.toml"), design).unwrap();
    let arguments = [
        "review",
        "design.toml",
        "--trials",
        "40",
        "--customers",
        "200",
        "--out",
        "out",
        "-q",
        "--lang",
        language,
    ];
    assert_succeeds(&run(home.path(), &arguments));
    let pdf = home.path().join("out/review.pdf");
    let html = fs::read_to_string(home.path().join("out/review.html")).unwrap();
    let whole = text(&pdf, "-layout");
    let pages = whole.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect();
    let reach = text(&pdf, "-bbox").split("<page ").skip(1).map(reach).collect();
    Print { name: format!("{name} ({language})"), html, pages, reach }
}

fn text(pdf: &Path, how: &str) -> String {
    let output = Command::new("pdftotext").args([how, "-enc", "UTF-8"]).arg(pdf).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The lowest word of a page above its number.
fn reach(page: &str) -> f64 {
    let value = |text: &str, key: &str| -> f64 {
        let rest = text.split_once(&format!("{key}=\"")).unwrap().1;
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let height = value(page, "height");
    let words = page.split("<word ").skip(1).map(|word| value(word, "yMax") / height);
    words.filter(|low| *low < 0.945).fold(0.0, f64::max)
}

/// What stands between two marks of the page, without markup.
fn told(html: &str, before: &str, after: &str) -> Vec<String> {
    let inside = html.split(before).skip(1).filter_map(|rest| rest.split_once(after));
    inside.map(|(inside, _)| plain(inside.split_once('>').map_or(inside, |(_, text)| text))).collect()
}

fn plain(markup: &str) -> String {
    let bare: String = markup
        .split('<')
        .enumerate()
        .map(|(at, piece)| match at {
            0 => piece,
            _ => piece.split_once('>').map_or("", |(_, text)| text),
        })
        .collect();
    let bare = bare.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    normal(&bare)
}

fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn contents_lead_to_their_pages(print: &Print) {
    let heads: Vec<String> = told(&print.html, "<h2 id=", "</h2>");
    assert!(heads.len() > 10, "{}: {heads:?}", print.name);
    let contents =
        print.pages.iter().position(|page| page.contains("Contents") || page.contains("Содержание"));
    let contents = normal(&print.pages[contents.expect("a page of contents")]);
    for head in heads {
        let (number, title) = head.split_once(' ').unwrap();
        let begins = |page: &&String| {
            page.lines().any(|line| {
                let line = normal(line);
                line.len() > number.len()
                    && head.starts_with(&line)
                    && line.starts_with(&format!("{number} "))
            })
        };
        // The first part stands on the first page, before the contents.
        let on = print
            .pages
            .iter()
            .position(|page| begins(&page))
            .unwrap_or_else(|| panic!("{}: no {head}", print.name))
            + 1;
        let first: Vec<&str> = title.split(' ').take(2).collect();
        let entry = contents.find(&format!("{number} {}", first.join(" ")));
        let entry =
            &contents[entry.unwrap_or_else(|| panic!("{}: {title} is not in the contents", print.name))..];
        let said: Vec<&str> = entry.split(' ').skip(1).filter(|word| word.parse::<usize>().is_ok()).collect();
        assert!(
            said.first() == Some(&on.to_string().as_str()),
            "{}: {head} is on page {on}: {entry}",
            print.name
        );
    }
}

fn no_head_stands_alone(print: &Print) {
    let marks = [
        ("<h2 id=", "</h2>"),
        ("<h3", "</h3>"),
        ("<h4", "</h4>"),
        ("<h5", "</h5>"),
        ("<caption", "</caption>"),
        ("<thead", "</thead>"),
    ];
    let heads: BTreeSet<String> =
        marks.iter().flat_map(|(before, after)| told(&print.html, before, after)).collect();
    for (at, page) in print.pages.iter().enumerate() {
        let lines: Vec<String> = page.lines().map(normal).filter(|line| !line.is_empty()).collect();
        let Some(last) = lines.iter().rev().find(|line| !is_page_number(line)) else { continue };
        assert!(!heads.contains(last), "{}: page {} ends with a head: {last}", print.name, at + 1);
    }
}

fn is_page_number(line: &str) -> bool {
    line.split_once(" / ")
        .is_some_and(|(page, of)| page.parse::<usize>().is_ok() && of.parse::<usize>().is_ok())
}

/// The first page is the board's, the last ends where it ends.
fn no_page_is_mostly_blank(print: &Print) {
    let last = print.reach.len() - 1;
    for (at, reach) in print.reach.iter().enumerate().filter(|(at, _)| *at > 0 && *at < last) {
        assert!(
            *reach > USED,
            "{}: page {} ends after {:.0} % of its height",
            print.name,
            at + 1,
            100.0 * reach
        );
    }
}

fn no_text_is_cut(print: &Print) {
    for (at, page) in print.pages.iter().enumerate() {
        assert!(!page.contains('…'), "{}: page {} has text that is cut", print.name, at + 1);
        for word in page.split_whitespace() {
            let digits = word
                .split(['.', ','])
                .nth(1)
                .map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
            assert!(digits < 9, "{}: page {} has dust of arithmetic: {word}", print.name, at + 1);
        }
    }
}
