//! What rules find in a design before anything is simulated: short findings, each with a remedy that nobody has tried yet.

use super::content::{Finding, Remedy, Shown};
use super::figure::Figures;
use super::findings::{MOST_PLACES, said, stated};
use super::inquiry;
use super::named::Owners;
use super::rules::{Judgement, Needs, RULES, Rule, Weakness};
use super::sentence::Sentence;
use super::tell::Teller;
use crate::design::{Design, Edit};
use crate::words::Words;

/// The weak points of a design, as far as no trial is needed to see them.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnosis {
    /// The findings, the worst first. What is at stake is not known yet.
    pub findings: Vec<Finding>,
    figures: Figures,
    owners: Owners,
}

/// Lets all rules judge that need no run: `text` is what `design` was read from.
pub fn diagnose(text: &str, design: &Design) -> Diagnosis {
    let facts = inquiry::of_design(design);
    let mut figures = Figures::default();
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.needs == Needs::Design) {
        let Judgement::Weak(weak) = (rule.judge)(&facts) else { continue };
        let places = weak.iter().take(MOST_PLACES).enumerate();
        findings
            .extend(places.map(|(at, weakness)| finding(design, text, (rule, at), weakness, &mut figures)));
    }
    findings.sort_by(|a, b| a.severity.cmp(&b.severity).then(a.code.cmp(&b.code)));
    Diagnosis { findings, figures, owners: Owners::of(design) }
}

/// The weakness with the first remedy that the rule proposes.
fn finding(
    design: &Design,
    text: &str,
    (rule, at): (&Rule, usize),
    weakness: &Weakness,
    figures: &mut Figures,
) -> Finding {
    let (name, mut finding) = stated(design, text, (rule, at), weakness, figures);
    finding.action = weakness.actions.first().map(|action| Remedy {
        what: said(
            action.message,
            &format!("{name}.action1"),
            (&action.numbers, &action.names),
            rule,
            figures,
        ),
        edits: action.edits.iter().map(Edit::describe).collect(),
        effect: None,
        better: None,
        shown: Shown::Untested,
        in_package: false,
    });
    finding
}

impl Diagnosis {
    /// A sentence of a finding as `words` say it.
    pub fn tell(&self, sentence: &Sentence, words: Words<'_>) -> String {
        Teller::new(&self.figures, &self.owners, words).sentence(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{edited, starter};
    use crate::review::rules::{Code, p01_reward_out_of_reach};
    use crate::words::Language;

    fn codes(text: &str) -> Vec<Code> {
        let design = Design::parse(text).unwrap();
        diagnose(text, &design).findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_reward_out_of_reach_is_seen_before_any_run() {
        let text = starter("shop");
        let far = [Edit::Scale("program.points[0].minimum_to_redeem".to_owned(), 100.0)];
        let code = p01_reward_out_of_reach::RULE.code;
        assert!(!codes(&text).contains(&code));
        assert_eq!(codes(&edited(&text, &far).unwrap().0)[0], code, "the worst first");
    }

    #[test]
    fn findings_are_told_in_every_language() {
        let text = starter("shop");
        let diagnosis = diagnose(&text, &Design::parse(&text).unwrap());
        assert!(!diagnosis.findings.is_empty());
        for words in Language::ALL.map(Words::new) {
            for finding in &diagnosis.findings {
                let remedy = finding.action.iter().map(|action| &action.what);
                for sentence in [&finding.title, &finding.found].into_iter().chain(remedy) {
                    let told = diagnosis.tell(sentence, words);
                    assert!(told != sentence.key && !told.contains("{$"), "{}: {told}", finding.code);
                }
            }
        }
    }

    #[test]
    fn a_design_without_a_program_has_no_weak_program() {
        let gone = [Edit::Remove("program".to_owned())];
        let without = edited(&starter("shop"), &gone).unwrap().0;
        let of_program = ["A", "D", "E", "M", "P", "T"];
        assert!(
            codes(&without).iter().all(|code| !of_program.contains(&&code.0[..1])),
            "{:?}",
            codes(&without)
        );
    }
}
