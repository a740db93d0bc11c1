//! `review`: every format is written; the PDF needs a browser, and a machine without one is told, not punished.

use super::{assert_succeeds, changed_shop, loyalsim, run, stderr, stdout};
use std::fs;
use std::path::Path;

const FILES: [&str; 5] = ["review.html", "review.md", "review.txt", "review.json", "charts/waterfall.png"];

/// A review that is over in seconds.
fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["review", "shop.toml", "--trials", "8", "--customers", "100", "--out", "out"], more].concat()
}

/// A design with a name that is markup in every format.
fn odd_shop() -> tempfile::TempDir {
    changed_shop("title", "title = \"A <b>bold</b> \\\"shop\\\" & co\"\n# ")
}

fn out(home: &Path, file: &str) -> Vec<u8> {
    fs::read(home.join("out").join(file)).unwrap_or_default()
}

#[test]
fn every_format_is_written_and_named() {
    let home = odd_shop();
    let output = run(home.path(), &small(&["--no-pdf", "--lang", "ru"]));
    assert_succeeds(&output);
    for file in FILES {
        assert!(!out(home.path(), file).is_empty(), "{file} is missing");
        assert!(file.starts_with("charts") || stdout(&output).contains(file), "{file} is not named");
    }
    assert!(out(home.path(), "review.pdf").is_empty() && !stdout(&output).contains("review.pdf"));
    let html = String::from_utf8(out(home.path(), "review.html")).unwrap();
    assert!(html.contains("<html lang=\"ru\">"));
    assert!(html.contains("A &lt;b&gt;bold&lt;/b&gt;") && !html.contains("<b>bold"));
}

/// A browser that is not there, and one that prints nothing: the review is whole, the reader is told why there is no PDF.
#[test]
fn without_a_browser_the_review_is_whole() {
    let home = odd_shop();
    for browser in ["no-such-browser", env!("CARGO_BIN_EXE_loyalsim")] {
        let output = run(home.path(), &small(&["-q", "--browser", browser]));
        assert_succeeds(&output);
        assert!(
            stderr(&output).contains("no PDF, because the browser did not print it"),
            "{}",
            stderr(&output)
        );
        assert!(FILES.iter().all(|file| !out(home.path(), file).is_empty()));
        let left: Vec<_> = fs::read_dir(home.path().join("out")).unwrap().collect();
        assert!(left.iter().all(|f| !f.as_ref().unwrap().file_name().to_string_lossy().contains("printing")));
    }
    let output = loyalsim(home.path()).args(small(&["-q"])).env("PATH", home.path()).output().unwrap();
    assert_succeeds(&output);
    assert!(stderr(&output).contains("no Chromium, Chrome or Edge"), "{}", stderr(&output));
}

/// `LOYALSIM_TEST_PDF` says that there is a browser; without it the test is skipped where none is found.
#[test]
fn a_browser_prints_the_review() {
    let home = odd_shop();
    let output = run(home.path(), &small(&["-q"]));
    assert_succeeds(&output);
    let asked = std::env::var_os("LOYALSIM_TEST_PDF").is_some();
    if !asked && stderr(&output).contains("no Chromium, Chrome or Edge") {
        eprintln!("SKIPPED: no browser here, nothing was printed");
        return;
    }
    let pdf = out(home.path(), "review.pdf");
    assert!(pdf.starts_with(b"%PDF"), "{}", stderr(&output));
    let pages = pdf.windows(11).filter(|word| *word == b"/Type /Page").count();
    assert!(pages > 4, "{pages} pages");
}
