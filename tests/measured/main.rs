//! Measures the scenarios' numbers again from the data they were measured on.
//!
//! The data are not part of the project (their terms do not allow it). They are looked for in `../shared/data`, or where the
//! environment variable `LOYALSIM_DATA` says; without them the tests say on the error stream that they were skipped.
//! Every number that a scenario calls measured must stand in one of the lists here, and every entry must be in its scenario.

mod airline;
mod airline_change;
mod change;
mod coffee;
mod data;
mod grocer;
mod hillstrom;
mod logs;
mod music;
mod statistics;

use loyalsim::design::{Basis, Design, Distribution};

/// A number of a scenario, measured again.
struct Measured {
    /// Path in the design, indices included.
    path: &'static str,
    /// What the data say.
    value: f64,
    /// How far the scenario's figure may be from it: half of its last digit.
    rounding: f64,
}

/// A figure told in a scenario's comment, measured again.
struct Told {
    /// What it is.
    what: &'static str,
    /// What the comment says.
    told: f64,
    /// What the data say.
    value: f64,
    /// Half of the last digit told.
    rounding: f64,
}

fn scenario(name: &str) -> Design {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    Design::parse(&text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// Every measured number of the scenario is in the list, every entry in the scenario, and they agree to the last digit written.
fn agrees(name: &str, measured: &[Measured]) {
    let design = scenario(name);
    let mut wrong = Vec::new();
    for (_, number) in design.numbers.iter().filter(|(_, n)| n.basis == Basis::Measured && n.span.is_some()) {
        if !measured.iter().any(|m| m.path == number.path) {
            wrong.push(format!("{}: called measured, but nobody measures it", number.path));
        }
    }
    for m in measured {
        match design.numbers.iter().find(|(_, n)| n.path == m.path).map(|(_, n)| (&n.distribution, n.basis)) {
            Some((Distribution::Fixed(stated), Basis::Measured))
                if (stated - m.value).abs() <= m.rounding => {}
            found => wrong.push(format!("{}: measured {}, the scenario has {found:?}", m.path, m.value)),
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

fn comment_agrees(name: &str, told: &[Told]) {
    let wrong: Vec<String> = told
        .iter()
        .filter(|t| (t.told - t.value).abs() > t.rounding)
        .map(|t| format!("{}: the comment says {}, the data {}", t.what, t.told, t.value))
        .collect();
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

/// Scenarios without data of their own must not call anything measured.
#[test]
fn nothing_else_is_called_measured() {
    for name in ["electronics", "ladder", "discount-only", "staff-training", "leaking-pool", "premature"] {
        agrees(name, &[]);
    }
}
