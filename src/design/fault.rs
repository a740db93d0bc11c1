//! Everything that can be wrong with a design, in the words a consultant reads.

use crate::units::{Range, as_written};

/// One way to be wrong: what was found, what is allowed, what to do.
#[derive(Debug, Clone, PartialEq, thiserror::Error, miette::Diagnostic)]
#[non_exhaustive]
pub enum Fault {
    /// Not TOML.
    #[error("this line cannot be read as TOML: {message}")]
    #[diagnostic(code(design::syntax))]
    Syntax {
        /// What the TOML reader says.
        message: String,
        #[help]
        /// What to do.
        help: String,
    },

    /// Nothing in it.
    #[error("the design is empty")]
    #[diagnostic(code(design::empty), help("`loyalsim new NAME` writes a starter design to fill in"))]
    Empty,

    /// Far too long for a design.
    #[error("the design is {size} bytes long; at most {limit} bytes are read")]
    #[diagnostic(code(design::size), help("a design is a short text: is this the right file?"))]
    TooLong {
        /// Its length in bytes.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },

    /// A key that does not exist.
    #[error("`{key}` is not a key of {table}")]
    #[diagnostic(code(design::unknown_key))]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The table it stands in.
        table: String,
        #[help]
        /// A guess at what was meant, or the keys there are.
        help: String,
    },

    /// A key that must be there.
    #[error("`{path}` is missing")]
    #[diagnostic(code(design::missing))]
    Missing {
        /// The path of the key.
        path: String,
        #[help]
        /// What it means and how to write it.
        help: String,
    },

    /// A text where a number belongs, and the like.
    #[error("`{path}` is {found}, but {expected} belongs here")]
    #[diagnostic(code(design::kind))]
    Kind {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: String,
        /// What belongs there.
        expected: &'static str,
        #[help]
        /// How to write it.
        help: String,
    },

    /// A number that is none.
    #[error("`{path}` is {found}, which is not a number one can count with")]
    #[diagnostic(code(design::not_finite), help("write an ordinary number, allowed here: {range}"))]
    NotFinite {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: String,
        /// Values allowed.
        range: Range,
    },

    /// A number outside its bounds.
    #[error("`{path}` is {}; allowed is {range}", as_written(*.found))]
    #[diagnostic(code(design::range))]
    OutOfRange {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: f64,
        /// Values allowed.
        range: Range,
        #[help]
        /// How to write it.
        help: String,
    },

    /// A table that is no form of number.
    #[error("`{path}` is not complete as a number: {reason}")]
    #[diagnostic(
        code(design::number_form),
        help(
            "write one of: 0.78, {{ value = 0.78, source = \"..\" }}, {{ low = 0.72, mode = 0.78, high = 0.84 }}, \
             {{ normal = [0.78, 0.03] }} (mean, standard deviation), {{ p10 = 0.74, p50 = 0.78, p90 = 0.81 }}"
        )
    )]
    NumberForm {
        /// The path of the key.
        path: String,
        /// What is wrong with it.
        reason: String,
    },

    /// Bounds that contradict each other.
    #[error("`{path}` contradicts itself: {reason}")]
    #[diagnostic(code(design::order), help("{help}"))]
    Order {
        /// The path of the key.
        path: String,
        /// What is wrong with it.
        reason: String,
        /// What to do.
        help: &'static str,
    },

    /// A word that is not among those allowed.
    #[error("`{path}` is \"{found}\"; allowed is {allowed}")]
    #[diagnostic(code(design::choice))]
    Choice {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: String,
        /// The words allowed.
        allowed: String,
        #[help]
        /// A guess at what was meant.
        help: Option<String>,
    },

    /// Not a month.
    #[error("`{path}` is \"{found}\", which is not a month")]
    #[diagnostic(code(design::month), help("write year and month in quotes: \"2026-03\" is March 2026"))]
    Month {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: String,
    },

    /// A month outside the time simulated.
    #[error("`{path}` is {found}, outside the months simulated: {first} to {last}")]
    #[diagnostic(
        code(design::horizon),
        help("choose a month from {first} to {last}, or change `start` or `horizon_months` (12 to 120)")
    )]
    OutsideHorizon {
        /// The path of the key.
        path: String,
        /// What stands there.
        found: String,
        /// First month simulated.
        first: String,
        /// Last month simulated.
        last: String,
    },

    /// An end before its beginning.
    #[error("`{path}` is {found}, but `{earlier}` is {start}: it would end before it begins")]
    #[diagnostic(code(design::reversed), help("move one of the two months, or leave out `{path}`"))]
    Reversed {
        /// The path of the end.
        path: String,
        /// The end.
        found: String,
        /// The path of the beginning.
        earlier: String,
        /// The beginning.
        start: String,
    },

    /// Shares that do not make a whole.
    #[error("{what} add up to {sum}, not to 1")]
    #[diagnostic(code(design::shares))]
    Shares {
        /// The shares of what.
        what: String,
        /// Their sum, as printed.
        sum: String,
        #[help]
        /// By how much to change them.
        help: String,
    },

    /// Two things of one name.
    #[error("the {what} \"{name}\" is there twice; the first stands in line {first}")]
    #[diagnostic(code(design::duplicate), help("give each {what} a name of its own"))]
    Duplicate {
        /// Segment, rival, tier.
        what: &'static str,
        /// Its name.
        name: String,
        /// Line of the first.
        first: usize,
    },

    /// A list that is too long or too short.
    #[error("`{path}` has {found} entries; allowed is {min} to {max}")]
    #[diagnostic(code(design::count), help("{help}"))]
    Count {
        /// The path of the list.
        path: String,
        /// How many there are.
        found: usize,
        /// Fewest allowed.
        min: usize,
        /// Most allowed.
        max: usize,
        /// What to do.
        help: &'static str,
    },

    /// Steps that do not rise.
    #[error("`{path}` is {}, not more than the {} of the step before", as_written(*.found), as_written(*.before))]
    #[diagnostic(
        code(design::not_rising),
        help("list the steps from the lowest threshold to the highest, each threshold once")
    )]
    NotRising {
        /// The path of the threshold.
        path: String,
        /// What stands there.
        found: f64,
        /// The threshold before it.
        before: f64,
    },

    /// A segment nobody has described.
    #[error("`{path}` names the segment \"{found}\", which the design does not describe")]
    #[diagnostic(code(design::unknown_segment))]
    UnknownSegment {
        /// The path of the list.
        path: String,
        /// The name.
        found: String,
        #[help]
        /// A guess at what was meant, or the segments there are.
        help: String,
    },

    /// A program that does nothing.
    #[error("the program has no elements: what does it do?")]
    #[diagnostic(
        code(design::no_elements),
        help(
            "add at least one element, for instance [[program.points]] with `earn = 0.03`, or remove [program]"
        )
    )]
    NoElements,

    /// Two elements of a kind that only fits once.
    #[error("{first} and {second} cannot live together: both run in {month} for {segment}")]
    #[diagnostic(
        code(design::overlap),
        help(
            "give them different `segments`, let one end (`until`) before the other begins (`from`), or keep only one"
        )
    )]
    Overlap {
        /// Path of the first element.
        first: String,
        /// Path of the second.
        second: String,
        /// A month in which both run.
        month: String,
        /// A segment for which both run.
        segment: String,
    },

    /// A key that an element of this kind cannot have.
    #[error("`{path}` cannot be used here: {reason}")]
    #[diagnostic(code(design::not_here))]
    NotHere {
        /// The path of the key.
        path: String,
        /// Why.
        reason: &'static str,
        #[help]
        /// What to do instead.
        help: String,
    },

    /// A tier nobody has described.
    #[error("`{path}` names the tier \"{found}\", which no [[program.tiers]] describes")]
    #[diagnostic(code(design::unknown_tier))]
    UnknownTier {
        /// The path of the key.
        path: String,
        /// The name.
        found: String,
        #[help]
        /// The tiers there are, or how to describe one.
        help: String,
    },

    /// An element that needs another one.
    #[error("`{path}` needs {needs} for the same customers in the same months")]
    #[diagnostic(code(design::needs))]
    Needs {
        /// The path of the element.
        path: String,
        /// What it needs.
        needs: &'static str,
        #[help]
        /// What to do.
        help: &'static str,
    },

    /// Both of two keys that exclude each other.
    #[error("`{path}` gives both `{one}` and `{other}`")]
    #[diagnostic(code(design::either_or), help("keep the one that is meant"))]
    Both {
        /// The path of the table.
        path: String,
        /// One key.
        one: &'static str,
        /// The other key.
        other: &'static str,
    },

    /// A number that is not there.
    #[error("`{path}` names `{found}`, which is not a number of this design")]
    #[diagnostic(code(design::unknown_number))]
    UnknownNumber {
        /// The path of the key.
        path: String,
        /// The number as written.
        found: String,
        #[help]
        /// What was meant, or what there is.
        help: String,
    },

    /// The same goal twice.
    #[error("this goal stands twice: {goal}; the first is in line {first}")]
    #[diagnostic(code(design::goal_twice), help("remove one of the two, or judge it at another month"))]
    GoalTwice {
        /// The goal in words.
        goal: String,
        /// Line of the first.
        first: usize,
    },

    /// A correlation that cannot be used.
    #[error("the correlation \"{pair}\" cannot be used: {reason}")]
    #[diagnostic(code(design::correlation))]
    Correlation {
        /// The pair as written.
        pair: String,
        /// Why.
        reason: String,
        #[help]
        /// What to do.
        help: String,
    },

    /// Correlations that no numbers can have together.
    #[error(
        "the correlations contradict each other: with the others as they are, those of `{path}` cannot be"
    )]
    #[diagnostic(
        code(design::correlations),
        help("bring the strongest ones nearer to 0, or leave out the pair you are least sure of")
    )]
    Contradiction {
        /// The path of the first number that does not fit.
        path: String,
    },
}
