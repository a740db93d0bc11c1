//! What a review consists of, before it is in any language or on any page.

use serde::Serialize;

use super::code::Code;
use super::figure::{FigureId, Figures};
use super::named::Owners;
use super::sentence::{Arg, Sentence};
use crate::summary::{RunInfo, Summary};

/// Version of the layout of [`Review`]; it changes when a field changes its meaning, its name or its place.
pub const REVIEW_FORMAT: u32 = 1;

/// An expert's review of a proposed program. Serialised, it is `review.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Review {
    /// Version of this layout.
    pub format: u32,
    /// The main run: design, seed, version, trials.
    pub run: RunInfo,
    /// The recommendation in one word; the first part says why.
    pub recommendation: Recommendation,
    /// The parts, in the order of [`PartKey::ALL`].
    pub parts: Vec<Part>,
    /// The numbers that all sentences refer to.
    pub figures: Figures,
    /// The design with the best package of actions, as a TOML file that runs; `None` where no action helps.
    pub counter_design: Option<String>,
    /// The main run's summary, from which pictures are drawn. It stands in `summary.json` of the same run.
    #[serde(skip)]
    pub summary: Summary,
    /// What the design calls its segments, rivals, branches and touchpoints.
    #[serde(skip)]
    pub owners: Owners,
}

/// What the board is advised to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Launch as proposed.
    Go,
    /// Launch in a pilot, to measure what the result rests on.
    Pilot,
    /// Find out first: the decision hangs on what can be learned for less than it is worth.
    FindOutFirst,
    /// Launch after the changes of the recommended design.
    GoAfterChanges,
    /// Make the changes of the recommended design, then launch in a pilot.
    PilotAfterChanges,
    /// Do not launch; the recommended design is another product, which may be launched instead.
    Instead,
    /// Do not launch.
    Stop,
    /// None: no program is proposed.
    NoProgram,
}

/// The parts of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKey {
    /// For what, at what price, how likely, what would change it.
    Verdict,
    /// How it stands in each domain of an audit, beside reference values.
    Scorecard,
    /// Whether the goals can be reached, and judged.
    Goals,
    /// What the verdict rests on.
    Evidence,
    /// Where the money goes.
    Economics,
    /// Which causes of leaving the program can touch.
    Reach,
    /// How discounts wear off, and what stopping costs.
    FatigueAndExit,
    /// What could go wrong, and how one would notice.
    Threats,
    /// What is weak, and what prevents it.
    WeakPoints,
    /// What to do, in order.
    Roadmap,
    /// What the design does not say.
    Completeness,
    /// What an audit looks at beside what can be simulated.
    Audit,
    /// How it compares with rivals' programs.
    Comparison,
    /// How to get the same numbers again.
    Annex,
}

impl PartKey {
    /// All parts in order.
    pub const ALL: [Self; 14] = [
        Self::Verdict,
        Self::Scorecard,
        Self::Goals,
        Self::Evidence,
        Self::Economics,
        Self::Reach,
        Self::FatigueAndExit,
        Self::Threats,
        Self::WeakPoints,
        Self::Roadmap,
        Self::Completeness,
        Self::Audit,
        Self::Comparison,
        Self::Annex,
    ];

    /// The message with its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Verdict => "part-verdict",
            Self::Scorecard => "part-scorecard",
            Self::Goals => "part-goals",
            Self::Evidence => "part-evidence",
            Self::Economics => "part-economics",
            Self::Reach => "part-reach",
            Self::FatigueAndExit => "part-fatigue",
            Self::Threats => "part-threats",
            Self::WeakPoints => "part-weak-points",
            Self::Roadmap => "part-roadmap",
            Self::Completeness => "part-completeness",
            Self::Audit => "part-audit",
            Self::Comparison => "part-comparison",
            Self::Annex => "part-annex",
        }
    }
}

/// One part: a heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Which part.
    pub key: PartKey,
    /// Its contents in order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The one thing to remember of this part, set large.
    Lead(Sentence),
    /// A heading within the part.
    Heading(Sentence),
    /// A paragraph of sentences.
    Paragraph(Vec<Sentence>),
    /// A list with bullets.
    List(Vec<Sentence>),
    /// A caveat in small print.
    Note(Sentence),
    /// A table.
    Table(Table),
    /// A weak point.
    Finding(Box<Finding>),
    /// A picture that the charts can draw from the main run.
    Picture(Picture),
    /// Text to be copied: a command, lines of a design.
    Code(String),
}

/// The pictures that a review shows, by the name that `loyalsim run` gives their files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Picture {
    /// Retention in both worlds.
    Retention,
    /// The program's effect on retention.
    RetentionEffect,
    /// The program's effect on the net promoter score.
    NpsEffect,
    /// Leavers by cause.
    ChurnByCause,
    /// The waterfall.
    Waterfall,
    /// Distribution of the net effect.
    NetEffect,
    /// Pull of the discount.
    DiscountUplift,
    /// Points outstanding.
    PointsLiability,
}

/// A table: a caption, columns, rows of cells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: Sentence,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows, each with one cell per column.
    pub rows: Vec<Vec<Arg>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableColumn {
    /// Its head.
    pub head: Sentence,
    /// Whether it holds numbers, which are set to the right.
    pub numeric: bool,
}

/// A weak point of the design.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule, for instance `D03`.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The weakness in a few words.
    pub title: Sentence,
    /// What was found, with the interval that triggered the rule.
    pub found: Sentence,
    /// Why it matters.
    pub why: Sentence,
    /// Author and year, or who holds the opinion.
    pub source: String,
    /// How well the threshold is supported.
    pub support: Support,
    /// Path in the design (`program.points[0].minimum_to_redeem`), if the weakness has a place there.
    pub path: Option<String>,
    /// Line in the design file, counted from 1; `None` for a default or for something that is missing.
    pub line: Option<usize>,
    /// Money that the weakness concerns: the name of a figure.
    pub stake: Option<FigureId>,
    /// The action advised, if one helps.
    pub action: Option<Remedy>,
    /// Further actions that help, less than the one advised.
    pub also: Vec<Remedy>,
    /// Actions that were simulated and do not help.
    pub tried: Vec<Remedy>,
}

/// How bad a weakness is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// By itself a reason not to launch.
    Critical,
    /// Costs much, or puts a goal out of reach.
    Serious,
    /// Worth correcting.
    Moderate,
}

/// What a threshold rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Studies.
    Published,
    /// Arithmetic, accounting or law.
    Rule,
    /// Simulation of this design.
    Simulated,
    /// What practitioners and vendors say.
    Opinion,
}

/// A concrete change of the design and what it did in simulation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Remedy {
    /// What to do, in words.
    pub what: Sentence,
    /// The change as edits of the design file.
    pub edits: Vec<String>,
    /// Change of the net effect against the proposal, with its interval: the name of a figure. `None` where it was not simulated.
    pub effect: Option<FigureId>,
    /// Share of trials in which it is better than the proposal: the name of a figure.
    pub better: Option<FigureId>,
    /// What its test has shown.
    pub shown: Shown,
    /// Whether it belongs to the package of the recommended design.
    pub in_package: bool,
}

/// What the test of a remedy has shown of NPV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// It was not tested: no simulation shows its effect.
    Untested,
    /// A gain, confirmed on trials that did not select it.
    Helps,
    /// The same, and the package does as well without it.
    Spare,
    /// The same, but the package would break a rule with it that the proposal keeps.
    Barred,
    /// The same, but no part of the package: nobody has measured what it achieves, or it gives the program up.
    Apart,
    /// The same, at the expense of a goal of the design.
    AtACost,
    /// A gain on the trials of the screening; others helped more, so it was not confirmed on others.
    Unconfirmed,
    /// Neither a gain nor a loss that is clear at this number of trials.
    Unclear,
    /// No effect at all.
    Nothing,
    /// A loss.
    Harms,
    /// No gain, and yet it has to be done: what it prevents is not simulated, such as members who are paid for nothing.
    Required,
}

impl Review {
    /// A part.
    pub fn part(&self, key: PartKey) -> Option<&Part> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// The pictures in their order.
    pub fn pictures(&self) -> Vec<Picture> {
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        blocks
            .filter_map(|block| match block {
                Block::Picture(picture) => Some(*picture),
                _ => None,
            })
            .collect()
    }

    /// All sentences in their order.
    pub fn sentences(&self) -> Vec<&Sentence> {
        self.parts.iter().flat_map(|part| &part.blocks).flat_map(Block::sentences).collect()
    }
}

impl Picture {
    /// The name that `loyalsim run` gives its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Retention => "retention",
            Self::RetentionEffect => "retention-effect",
            Self::NpsEffect => "nps-effect",
            Self::ChurnByCause => "churn-by-cause",
            Self::Waterfall => "waterfall",
            Self::NetEffect => "net-effect",
            Self::DiscountUplift => "discount-uplift",
            Self::PointsLiability => "points-liability",
        }
    }
}

impl Block {
    /// All sentences of the block in their order.
    pub fn sentences(&self) -> Vec<&Sentence> {
        match self {
            Self::Lead(sentence) | Self::Heading(sentence) | Self::Note(sentence) => vec![sentence],
            Self::Paragraph(sentences) | Self::List(sentences) => sentences.iter().collect(),
            Self::Table(table) => {
                let heads = table.columns.iter().map(|column| &column.head);
                let cells = table.rows.iter().flatten().filter_map(|cell| match cell {
                    Arg::Said(sentence) => Some(sentence.as_ref()),
                    _ => None,
                });
                std::iter::once(&table.caption).chain(heads).chain(cells).collect()
            }
            Self::Finding(finding) => {
                let remedies = finding
                    .action
                    .iter()
                    .chain(&finding.also)
                    .chain(&finding.tried)
                    .map(|remedy| &remedy.what);
                [&finding.title, &finding.found, &finding.why].into_iter().chain(remedies).collect()
            }
            Self::Picture(_) | Self::Code(_) => Vec::new(),
        }
    }
}
