//! A file with faults in it, each behind a switch, and marks by which the compiler's errors are traced to faults.

use crate::fault::{Change, Edit, Fault};
use std::ops::Range;

/// What the library gets so that the environment can switch a fault on.
pub const SWITCH: &str = "
/// Whether the fault of this number is switched on.
#[inline]
#[allow(clippy::disallowed_methods, reason = \"the switch is outside\")]
pub fn mutant(number: u32) -> bool {
    static ON: std::sync::LazyLock<u32> =
        std::sync::LazyLock::new(|| std::env::var(\"MUTANT\").ok().and_then(|n| n.parse().ok()).unwrap_or(0));
    *ON == number
}
";

/// Faults with one place.
struct Site<'a> {
    place: Range<usize>,
    faults: Vec<&'a Fault>,
}

/// The text of a file with the faults that are in it.
pub fn planted<'a>(text: &str, faults: impl Iterator<Item = &'a Fault>) -> String {
    let mut sites: Vec<Site> = Vec::new();
    for fault in faults {
        match sites.iter_mut().find(|site| site.place == fault.place) {
            Some(site) => site.faults.push(fault),
            None => sites.push(Site { place: fault.place.clone(), faults: vec![fault] }),
        }
    }
    // outer ones before what they hold
    sites.sort_by_key(|site| (site.place.start, usize::MAX - site.place.end));
    range(text, 0..text.len(), &sites, &[])
}

enum Piece<'a> {
    Site(&'a Site<'a>, &'a [Site<'a>]),
    Edit(&'a Edit),
}

/// A part of the text with the sites in it switched and with edits; edits touch no site.
fn range(text: &str, part: Range<usize>, mut sites: &[Site], edits: &[Edit]) -> String {
    let mut pieces: Vec<(Range<usize>, Piece)> =
        edits.iter().map(|edit| (edit.at.clone(), Piece::Edit(edit))).collect();
    while let [first, rest @ ..] = sites {
        let inner = rest.iter().take_while(|site| site.place.end <= first.place.end).count();
        let (inner, after) = rest.split_at(inner);
        pieces.push((first.place.clone(), Piece::Site(first, inner)));
        sites = after;
    }
    pieces.sort_by_key(|(at, _)| (at.start, at.end));
    let (mut out, mut done) = (String::new(), part.start);
    for (at, piece) in pieces {
        out += &text[done..at.start];
        match piece {
            Piece::Site(site, inner) => out += &switched(text, site, inner),
            Piece::Edit(edit) => out += &edit.text,
        }
        done = at.end;
    }
    out + &text[done..part.end]
}

fn switched(text: &str, site: &Site, inner: &[Site]) -> String {
    let own = |edits: &[Edit]| range(text, site.place.clone(), inner, edits);
    let numbers: Vec<String> = site.faults.iter().map(|fault| fault.number.to_string()).collect();
    let (mut out, mut is_expression) = (format!("/*<{}*/", numbers.join(",")), false);
    for Fault { number, change, .. } in &site.faults {
        match change {
            Change::Returns(value) => out += &format!(" if crate::mutant({number}) {{ return {value}; }}"),
            Change::Instead(edits) => {
                out += if is_expression { " else " } else { "(" };
                out += &format!("if crate::mutant({number}) {{ /*<{number}*/{}/*>*/ }}", own(edits));
                is_expression = true;
            }
        }
    }
    if is_expression {
        out += &format!(" else {{ {} }})", own(&[]));
    }
    out + "/*>*/"
}

/// The numbers of the innermost faults that a byte of a planted text belongs to.
pub fn at(planted: &str, byte: usize) -> Vec<usize> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = 0;
    while let Some(next) = planted[rest..byte].find("/*").map(|at| rest + at) {
        let end = planted[next..].find("*/").map_or(planted.len(), |at| next + at);
        match planted.get(next + 2..end) {
            Some(mark) if mark.starts_with('<') => open.push(&mark[1..]),
            Some(">") => _ = open.pop(),
            _ => {}
        }
        rest = (next + 2).min(byte);
    }
    let innermost = open.last().map_or("", |numbers| *numbers);
    innermost.split(',').filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "fn f(a: f64) -> f64 { a + a.min(b * c) }";

    /// The text with its faults of these kinds, numbered from 1 on.
    fn with(kinds: &[&str]) -> String {
        let mut faults = crate::find::in_text(TEXT, "x.rs", 0).unwrap();
        faults.retain(|fault| kinds.iter().any(|kind| fault.name.ends_with(kind)));
        (1..).zip(&mut faults).for_each(|(number, fault)| fault.number = number);
        planted(TEXT, faults.iter())
    }

    #[test]
    fn faults_stand_behind_switches() {
        assert_eq!(with(&[]), TEXT);
        let inner = "/*<1*/(if crate::mutant(1) { /*<1*/b / c/*>*/ } else { b * c })/*>*/";
        assert_eq!(with(&["/ for *"]), TEXT.replace("b * c", inner));
        let returns = "{/*<1*/ if crate::mutant(1) { return 1.0; }/*>*/ a";
        assert_eq!(with(&["returns 1.0"]), TEXT.replace("{ a", returns));
        // one within another is switched in both of its texts
        let inner = "/*<2*/(if crate::mutant(2) { /*<2*/b / c/*>*/ } else { b * c })/*>*/";
        let outer = format!(
            "/*<1*/(if crate::mutant(1) {{ /*<1*/a - a.min({inner})/*>*/ }} else {{ a + a.min({inner}) }})/*>*/"
        );
        assert_eq!(with(&["- for +", "/ for *"]), TEXT.replace("a + a.min(b * c)", &outer));
    }

    #[test]
    fn errors_are_traced_to_the_innermost_fault() {
        let text = with(&["- for +", "/ for *"]);
        let place = |part: &str| at(&text, text.find(part).unwrap() + part.len());
        assert_eq!(place("fn f(a"), [] as [usize; 0]);
        assert_eq!(place("a - a"), [1]);
        assert_eq!(place("b / "), [2]);
        assert_eq!(place("a + a"), [1]);
    }
}
