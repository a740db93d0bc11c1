//! Weak points that rules find before anything is simulated, one line each.

use super::input::Source;
use super::terminal;
use loyalsim::design::Design;
use loyalsim::review::{Diagnosis, Finding, Severity, diagnose};
use loyalsim::words::{Value, Words, breakable};

/// Which weak points are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// All.
    All,
    /// Those that are reason enough to stop and change the file first; and how many others there are.
    Urgent,
}

/// Prints the weak points of a valid design, the worst first.
pub fn tell(source: &Source, design: &Design, told: Told, words: Words<'static>) {
    let diagnosis = diagnose(&source.text, design);
    let words = words.of_design(design);
    let wanted = |finding: &&Finding| told == Told::All || urgent(finding);
    let shown: Vec<&Finding> = diagnosis.findings.iter().filter(wanted).collect();
    for finding in &shown {
        terminal::warn(&breakable(&format!("{}\n", line(&diagnosis, finding, &source.name, words))));
    }
    let more = diagnosis.findings.len() - shown.len();
    if more > 0 && !shown.is_empty() {
        let told = [
            ("file", Value::from(source.name.as_str())),
            ("typed", source.typed.as_str().into()),
            ("count", more.into()),
        ];
        terminal::warn(&breakable(&format!("{}\n", words.say("check-more", &told))));
    }
}

/// Critical, or serious and corrected by another number in the file.
fn urgent(finding: &Finding) -> bool {
    match finding.severity {
        Severity::Critical => true,
        Severity::Serious => finding.action.as_ref().is_some_and(|action| !action.edits.is_empty()),
        Severity::Moderate => false,
    }
}

/// `critical weak point: shop.toml: D01, line 27: The discount is as deep as the margin. Discount 41 %, gross margin 40 %. Remedy: …`
fn line(diagnosis: &Diagnosis, finding: &Finding, file: &str, words: Words<'_>) -> String {
    let severity = match finding.severity {
        Severity::Critical => "check-critical",
        Severity::Serious => "check-serious",
        Severity::Moderate => "check-moderate",
    };
    let code = ("code", Value::from(finding.code.0));
    // Which of several elements is meant, where the design has no line for it.
    let which = finding.path.as_deref().filter(|path| path.contains('['));
    let place = match (finding.line, which) {
        (Some(line), _) => words.say("check-place-at", &[code, ("line", line.to_string().into())]),
        (None, Some(path)) => words.say("check-place-in", &[code, ("path", path.into())]),
        (None, None) => words.say("check-place", &[code]),
    };
    let told = [
        ("severity", words.say(severity, &[]).into()),
        ("file", file.into()),
        ("place", place.into()),
        ("title", diagnosis.tell(&finding.title, words).into()),
        ("found", diagnosis.tell(&finding.found, words).into()),
    ];
    match &finding.action {
        Some(action) => {
            let remedy = ("remedy", Value::from(diagnosis.tell(&action.what, words)));
            words.say("check-weak-point-remedy", &[&told[..], &[remedy]].concat())
        }
        None => words.say("check-weak-point", &told),
    }
}
