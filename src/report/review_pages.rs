//! What the pages of a review are made from, in whatever format they are.

use std::collections::BTreeMap;

use crate::charts::{self, Chart, NamedChart};
use crate::design::Design;
use crate::review::{Arg, FigureId, Finding, Picture, Review, Sentence, Severity, Shown, Style, Support};
use crate::units::YearMonth;
use crate::words::Words;

/// A review with all that its pages show, in one language.
#[derive(Debug)]
pub struct ReviewPages<'a> {
    /// The review.
    pub review: &'a Review,
    /// The text of the design, for the lines that findings point at.
    pub design_text: &'a str,
    /// The day of the review: month, and day of the month. Pages without it are the same whenever they are made.
    pub date: Option<(YearMonth, u8)>,
    /// The language.
    pub words: Words<'a>,
    charts: Vec<NamedChart>,
    /// On which page each part begins, where that is known.
    numbers: BTreeMap<String, usize>,
}

impl<'a> ReviewPages<'a> {
    /// The pages of `review`; `design` is what it reviews and `design_text` its text.
    pub fn new(review: &'a Review, design: &Design, design_text: &'a str, words: Words<'a>) -> Self {
        let all = charts::all(design, &review.summary, words.language());
        let shown = |chart: &NamedChart| review.pictures().iter().any(|picture| picture.name() == chart.name);
        let charts = all.into_iter().filter(shown).collect();
        Self { review, design_text, date: None, words, charts, numbers: BTreeMap::new() }
    }

    /// The same, made on a day.
    #[must_use]
    pub fn on(self, date: Option<(YearMonth, u8)>) -> Self {
        Self { date, ..self }
    }

    /// The same with page numbers in its contents, as [`super::page_numbers`] has read them from a first print.
    #[must_use]
    pub fn numbered(self, numbers: BTreeMap<String, usize>) -> Self {
        Self { numbers, ..self }
    }

    /// The page on which the part of this name begins, where that is known.
    pub(super) fn page_of(&self, part: &str) -> Option<usize> {
        self.numbers.get(part).copied()
    }

    /// The pictures that the pages show, with the stems of their file names.
    pub fn charts(&self) -> &[NamedChart] {
        &self.charts
    }

    /// The picture of this name, where the run has one.
    pub(super) fn chart(&self, picture: Picture) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.name == picture.name()).map(|named| &named.chart)
    }

    /// The day in words.
    pub(super) fn day(&self) -> Option<String> {
        let (month, day) = self.date?;
        Some(self.words.say("page-date", &[("day", u64::from(day).into()), ("month", month.into())]))
    }

    /// How large the run was, in a line.
    pub(super) fn run(&self) -> String {
        let run = &self.review.run;
        self.words.say(
            "page-run",
            &[
                ("trials", run.trials.into()),
                ("customers", run.customers.into()),
                ("seed", run.seed.to_string().into()),
                ("version", run.version.clone().into()),
            ],
        )
    }

    /// What the threshold of a finding rests on.
    pub(super) fn source(&self, finding: &Finding) -> String {
        let said = self.words.say(&finding.code.source(), &[]);
        let support = self.words.say(support(finding.support), &[]);
        self.words.say("page-source", &[("support", support.into()), ("source", said.into())])
    }

    /// A line of the design, without the space around it and the comment after it.
    pub(super) fn design_line(&self, line: usize) -> Option<&'a str> {
        self.design_text.lines().nth(line.checked_sub(1)?).map(code_of).filter(|text| !text.is_empty())
    }

    /// The headline numbers of the first page, those that the review has.
    pub(super) fn tiles(&self) -> Vec<Tile> {
        TILES
            .iter()
            .filter_map(|&(id, style, label, range)| {
                let (id, figure) = self.review.figures.find(id)?;
                let range = match (figure.low, figure.high) {
                    (Some(low), Some(high)) if low < high => {
                        Some(Sentence::new(range).range("range", id.clone()))
                    }
                    _ => None,
                };
                Some(Tile {
                    value: Arg::Figure { id: id.clone(), style },
                    label: Sentence::new(label),
                    range,
                })
            })
            .take(MOST_TILES)
            .collect()
    }
}

/// A line of TOML without its comment.
fn code_of(line: &str) -> &str {
    line.split(" #").next().unwrap_or(line).trim()
}

/// A number of the first page.
pub(super) struct Tile {
    /// The number.
    pub value: Arg,
    /// What it is.
    pub label: Sentence,
    /// Its interval, where it has one.
    pub range: Option<Sentence>,
}

const MOST_TILES: usize = 4;

/// Headline numbers in the order of their weight: figure, style, label, words for the interval.
const TILES: [(&str, Style, &str, &str); 5] = [
    ("verdict.proposal", Style::Chance, "page-tile-chance", "page-tile-confidence"),
    ("proposal.npv", Style::Signed, "page-tile-npv", "page-tile-range"),
    ("proposal.retention_change", Style::Signed, "page-tile-retention", "page-tile-range"),
    ("proposal.nps_change", Style::Signed, "page-tile-nps", "page-tile-range"),
    ("proposal.net_saved", Style::Signed, "page-tile-saved", "page-tile-range"),
];

/// The message that says how bad a weakness is.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "page-severity-critical",
        Severity::Serious => "page-severity-serious",
        Severity::Moderate => "page-severity-moderate",
    }
}

/// What the test of a remedy has shown, where it is no confirmed gain.
pub(super) fn shown(shown: Shown) -> Option<&'static str> {
    match shown {
        Shown::Untested | Shown::Helps => None,
        Shown::Spare => Some("page-shown-spare"),
        Shown::Barred => Some("page-shown-barred"),
        Shown::Apart => Some("page-shown-apart"),
        Shown::AtACost => Some("page-shown-at-a-cost"),
        Shown::Unconfirmed => Some("page-shown-unconfirmed"),
        Shown::Unclear => Some("page-shown-unclear"),
        Shown::Nothing => Some("page-shown-nothing"),
        Shown::Harms => Some("page-shown-harms"),
        Shown::Required => Some("page-shown-required"),
    }
}

/// What a remedy brings, with its range where that says more than the value.
pub(super) fn effect(review: &Review, id: &FigureId, words: Words<'_>) -> Sentence {
    let written = |style| review.tell_arg(&Arg::Figure { id: id.clone(), style }, words);
    let told = |key: &'static str| Sentence::new(key).figure("effect", id.clone(), Style::Signed);
    match says_more(&written(Style::Range), &written(Style::Signed)) {
        true => told("page-effect").range("range", id.clone()),
        false => told("page-effect-alone"),
    }
}

/// Whether a range is more than the value without its sign.
pub(super) fn says_more(range: &str, value: &str) -> bool {
    let bare = |text: &str| text.trim_start_matches(['+', '−']).to_owned();
    bare(range) != bare(value)
}

/// The message that says what a threshold rests on.
fn support(support: Support) -> &'static str {
    match support {
        Support::Published => "page-support-published",
        Support::Rule => "page-support-rule",
        Support::Simulated => "page-support-simulated",
        Support::Opinion => "page-support-opinion",
    }
}

#[cfg(test)]
mod tests {
    use super::says_more;

    #[test]
    fn a_range_that_is_the_value_is_not_told() {
        assert!(!says_more("178 000 €", "+178 000 €") && !says_more("−178 000 €", "−178 000 €"));
        assert!(says_more("170 000–190 000 €", "+178 000 €"));
    }
}
