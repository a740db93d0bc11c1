//! The voice of customers, members and staff: what to ask whom, and how many, so that the answer is as exact as it must be.

use super::planned;
use crate::design::PlanItem;
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::parts::{number_column, said, table, text_column};
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::Scalar;

/// Standard errors on each side of a value in a 95 % interval.
const Z95: f64 = 1.959_964;
/// Standard errors by which a difference must exceed that to be found with a power of 80 %.
const POWER: f64 = 0.841_621;
/// Half the width of the interval of a share: five percentage points.
const SHARE: f64 = 0.05;
/// Half the width of the interval of a score: five points.
const SCORE: f64 = 5.0;
/// The same of a share of the staff, who are few.
const STAFF: f64 = 0.10;

/// Questions, samples, and what the plan says of them.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let customers = case.facts.central(case.design.business.customers);
    let retention = case.facts.retention().value;
    let causes = case.design.causes.iter().map(|cause| case.facts.central(cause.share));
    // The share nearest to a half is the hardest to know.
    let hardest = causes.fold(0.0_f64, |worst, share| worst.max(share.min(0.5)));
    let mut ask = Ask { figures, rows: Vec::new() };
    ask.row("leavers", of_share(hardest, SHARE, customers * (1.0 - retention)), Form::SharePoints, SHARE);
    let spread = spread_of_score(case);
    if let Some(spread) = spread {
        ask.row("score", limited((Z95 * spread / SCORE).powi(2), customers), Form::NpsPoints, SCORE);
    }
    if case.facts.has_members() {
        ask.row("rewards", of_share(0.5, SHARE, customers), Form::SharePoints, SHARE);
        ask.row("offered", of_share(0.5, SHARE, customers), Form::SharePoints, SHARE);
    }
    let employees = case.facts.central(case.design.staff.employees);
    let employees = if employees >= 1.0 { employees } else { f64::INFINITY };
    ask.row("staff", of_share(0.5, STAFF, employees), Form::SharePoints, STAFF);
    let rows = ask.rows;
    let columns = vec![
        text_column("audit-column-whom"),
        text_column("audit-column-question"),
        number_column("audit-column-sample"),
        number_column("audit-column-precision"),
    ];
    let plan = say("audit-voice-plan")
        .with("members", planned(case, PlanItem::MemberVoice))
        .with("staff", planned(case, PlanItem::StaffVoice));
    let mut told = vec![plan];
    told.extend(seen(case, spread, customers, figures));
    vec![
        Block::Heading(say("audit-voice")),
        table(say("audit-voice-table"), columns, rows),
        Block::Note(say("audit-voice-note")),
        Block::Paragraph(told),
    ]
}

/// Rows of the table of questions.
struct Ask<'f> {
    figures: &'f mut Figures,
    rows: Vec<Vec<Arg>>,
}

impl Ask<'_> {
    fn row(&mut self, key: &'static str, sample: f64, form: Form, precision: f64) {
        let mut book = |what: &str, form, value| {
            self.figures.bare(format!("voice.{key}.{what}"), form, value, Source::Formula)
        };
        let (sample, precision) = (book("sample", Form::Count, sample), book("precision", form, precision));
        self.rows.push(vec![
            name("whom", key),
            name("question", key),
            cell(sample, Style::Value),
            said(say("audit-plus-minus").value("precision", precision)),
        ]);
    }
}

/// Answers needed for a share to be known to `within` on each side with 95 % confidence, among so many people.
fn of_share(share: f64, within: f64, people: f64) -> f64 {
    limited(share * (1.0 - share) * (Z95 / within).powi(2), people)
}

/// The sample, corrected for the finite number of people (Cochran 1977) and rounded up to a number that people choose.
fn limited(sample: f64, people: f64) -> f64 {
    let needed = sample / (1.0 + (sample - 1.0).max(0.0) / people.max(1.0));
    let step = if needed > 100.0 { 50.0 } else { 10.0 };
    ((needed / step).ceil() * step).max(10.0).min(people.max(1.0).floor())
}

/// Standard deviation of a single answer counted as +100, 0 or −100: √(p + d − (p − d)²).
fn spread_of_score(case: &Case) -> Option<f64> {
    let answers = &case.run.summary.answers.baseline;
    let share =
        |from: usize, to: usize| answers.get(from..=to).map(|a| a.iter().map(|e| e.mean).sum::<f64>());
    let (promoters, detractors) = (share(9, 10)?, share(0, 6)?);
    let variance = promoters + detractors - (promoters - detractors).powi(2);
    (variance > 0.0).then(|| 100.0 * libm::sqrt(variance))
}

/// Whether a survey could see the change of the score that is simulated: customers with and without the program, as many of each.
fn seen(case: &Case, spread: Option<f64>, customers: f64, figures: &mut Figures) -> Option<Sentence> {
    let change = case.run.summary.headline.get(Scalar::NpsChange)?;
    let points = change.mean.abs();
    let groups = 2.0 * ((Z95 + POWER) * spread? / points).powi(2);
    let id = case.headline(figures, Scalar::NpsChange)?;
    if points < 0.05 || !groups.is_finite() {
        return None;
    }
    let possible = groups <= customers / 2.0;
    let sample = limited(groups, f64::INFINITY);
    let sample = figures.bare("voice.groups", Form::Customers, sample, Source::Formula);
    let key = if possible { "audit-voice-seen" } else { "audit-voice-unseen" };
    Some(Sentence::new(key).figure("change", id, Style::Signed).value("sample", sample))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Samples of textbooks: 385 for five points either way at a half, 97 for ten; fewer where there are few people.
    #[test]
    fn samples_are_those_of_textbooks() {
        assert_eq!(of_share(0.5, 0.05, f64::INFINITY), 400.0);
        assert_eq!(of_share(0.5, 0.10, f64::INFINITY), 100.0);
        assert_eq!(of_share(0.5, 0.05, 1_000.0), 300.0);
        assert_eq!(of_share(0.5, 0.05, 30.0), 30.0);
        assert_eq!(of_share(0.0, 0.05, 1_000.0), 10.0);
        // The spread of 35 % promoters and 15 % detractors is 67.8: five points either way need 706.
        assert_eq!(limited((Z95 * 67.8 / 5.0).powi(2), f64::INFINITY), 750.0);
    }
}
