//! Why a table of an experiment cannot be used.

use crate::design::Saying;

/// What is wrong with such a table.
#[derive(Debug, Clone, PartialEq)]
pub enum ExperimentFault {
    /// A row names no arm.
    NoArm {
        /// The row.
        line: u64,
    },
    /// Two arms are written nearly alike.
    Alike {
        /// The row of the second.
        line: u64,
        /// As it is written there.
        text: String,
        /// As it is written before.
        before: String,
    },
    /// All are in one arm.
    OneArm {
        /// The arm.
        arm: String,
    },
    /// There are too many arms to be some.
    ManyArms {
        /// The row of the first that is too many.
        line: u64,
        /// The most that there may be.
        most: usize,
    },
    /// No arm is called like one that is left alone.
    NoControl {
        /// The arms.
        arms: Vec<String>,
    },
    /// Several are.
    Controls {
        /// Those arms.
        arms: Vec<String>,
    },
    /// There is no arm of that name.
    NoSuchArm {
        /// The name that was given.
        arm: String,
        /// The arms there are.
        arms: Vec<String>,
    },
    /// An arm has too few customers.
    Few {
        /// The arm.
        arm: String,
        /// Its customers.
        count: usize,
        /// Those needed.
        least: usize,
    },
    /// Nothing tells who bought.
    NoOutcome {
        /// The columns there are.
        columns: Vec<String>,
    },
    /// Something is not yes or no.
    YesOrNo {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// Something is no number of purchases.
    Purchases {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// Something is no amount.
    Spend {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// A spend is below 0.
    Negative {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// A row says both that somebody bought and that he did not.
    Contradicts {
        /// The row.
        line: u64,
    },
    /// A customer has two rows.
    Twice {
        /// The second.
        line: u64,
        /// The first.
        before: u64,
    },
    /// The arms differ too much from before to be made by lot.
    Chosen {
        /// The column in which they differ most.
        column: String,
        /// The chance that lots make them differ as much.
        chance: f64,
    },
    /// A column that is said to be known before tells what came after, or the arm.
    NotBefore {
        /// The column.
        column: String,
    },
    /// A column that is said to be known before has too many different words.
    ManyValues {
        /// The column.
        column: String,
        /// The most that there may be.
        most: usize,
    },
}

impl ExperimentFault {
    /// What is wrong; what to do is the message `KEY-help`.
    pub fn saying(&self) -> Saying {
        let cell = |key: &'static str, line: &u64, text: &str| {
            Saying::new(key).with("line", *line).with("text", text)
        };
        match self {
            Self::NoArm { line } => Saying::new("data-arm-empty").with("line", *line),
            Self::Alike { line, text, before } => {
                cell("data-arms-alike", line, text).with("before", before.as_str())
            }
            Self::OneArm { arm } => Saying::new("data-one-arm").with("arm", arm.as_str()),
            Self::ManyArms { line, most } => {
                Saying::new("data-many-arms").with("line", *line).with("most", *most)
            }
            Self::NoControl { arms } => Saying::new("data-no-control").with("arms", all(arms)),
            Self::Controls { arms } => Saying::new("data-controls").with("arms", all(arms)),
            Self::NoSuchArm { arm, arms } => {
                Saying::new("data-no-such-arm").with("arm", arm.as_str()).with("arms", all(arms))
            }
            Self::Few { arm, count, least } => Saying::new("data-few-in-arm")
                .with("arm", arm.as_str())
                .with("count", *count)
                .with("least", *least),
            Self::NoOutcome { columns } => Saying::new("data-no-outcome").with("columns", all(columns)),
            Self::YesOrNo { line, text } => cell("data-yes-or-no", line, text),
            Self::Purchases { line, text } => cell("data-not-purchases", line, text),
            Self::Spend { line, text } => cell("data-not-spend", line, text),
            Self::Negative { line, text } => cell("data-negative-spend", line, text),
            Self::Contradicts { line } => Saying::new("data-contradicts").with("line", *line),
            Self::Twice { line, before } => {
                Saying::new("data-twice").with("line", *line).with("before", *before)
            }
            Self::Chosen { column, chance } => {
                Saying::new("data-arms-chosen").with("column", column.as_str()).with("odds", odds(*chance))
            }
            Self::NotBefore { column } => Saying::new("data-not-before").with("column", column.as_str()),
            Self::ManyValues { column, most } => {
                Saying::new("data-many-values").with("column", column.as_str()).with("most", *most)
            }
        }
    }
}

/// One in so many: a power of ten, and no more than a million.
fn odds(chance: f64) -> u64 {
    [1_000_000, 100_000, 10_000].into_iter().find(|odds| chance * (*odds as f64) <= 1.0).unwrap_or(1_000)
}

fn all(texts: &[String]) -> String {
    texts.join("; ")
}
