//! What a check finds in a design, before anybody sets it: errors, or warnings and weak points.

use crate::design::Design;
use crate::review::diagnose;
use crate::simulate::adjusted;
use crate::words::{Words, breakable};

use super::review_pages::severity;

/// A thing found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remark {
    /// The design.
    pub file: String,
    /// How bad it is.
    pub severity: String,
    /// By which rule; empty for warnings.
    pub code: String,
    /// What it is.
    pub title: String,
    /// What it was found by.
    pub found: String,
    /// Why it matters.
    pub why: String,
    /// What helps.
    pub remedy: String,
    /// Where it stands in the file.
    pub line: Option<usize>,
    /// Of which number or element.
    pub key: String,
}

/// All that is to be said of the design in `text`, which is called `file`; the worst first.
pub fn remarks(file: &str, text: &str, words: Words<'_>) -> Vec<Remark> {
    let blank = || Remark { file: file.to_owned(), ..Remark::default() };
    let say = |key: &str| breakable(&words.say(key, &[]));
    let design = match Design::parse(text) {
        Ok(design) => design,
        Err(problems) => {
            let told = problems.iter().map(|problem| {
                let (title, remedy) = words.problem(problem);
                let code = problem.code();
                let line = Some(problem.line);
                let (title, remedy) = (breakable(&title), breakable(&remedy));
                Remark { severity: say("book-error-in-design"), code, title, remedy, line, ..blank() }
            });
            return told.collect();
        }
    };
    let spoken = words.with_currency(&design.currency).beside_today(design.today.is_some());
    let diagnosis = diagnose(text, &design);
    let weak = diagnosis.findings.iter().map(|finding| {
        let tell = |sentence| breakable(&diagnosis.tell(sentence, spoken));
        Remark {
            severity: say(severity(finding.severity)),
            code: finding.code.to_string(),
            title: tell(&finding.title),
            found: tell(&finding.found),
            why: tell(&finding.why),
            remedy: finding.action.as_ref().map_or_else(String::new, |action| tell(&action.what)),
            line: finding.line,
            key: finding.path.clone().unwrap_or_default(),
            ..blank()
        }
    });
    let adjusted = adjusted(&design, text);
    let warned = design.warnings.iter().chain(&adjusted).map(|warning| Remark {
        severity: say("book-warning"),
        title: breakable(&spoken.warning(warning)),
        ..blank()
    });
    weak.chain(warned).collect()
}
