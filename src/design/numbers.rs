//! Every number of a design in one register: its distribution, where it stands and where it comes from.

use crate::units::{KeyUnit, Range};

/// Handle of a number in [`Numbers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NumberId(pub(crate) u32);

/// What is known about a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Distribution {
    /// Taken as certain.
    Fixed(f64),
    /// PERT: a Beta distribution on `low..high` with this mode and weight 4 (Malcolm et al. 1959).
    Pert {
        /// Smallest value possible.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value possible.
        high: f64,
    },
    /// Normal distribution, cut at the allowed range.
    Normal {
        /// Mean before cutting.
        mean: f64,
        /// Standard deviation before cutting.
        sd: f64,
    },
    /// Two half-normals joined at the median that meet the three quantiles.
    Quantiles {
        /// 10 % quantile.
        p10: f64,
        /// Median.
        p50: f64,
        /// 90 % quantile.
        p90: f64,
    },
}

impl Distribution {
    /// The values it states, in rising order; a standard deviation is none.
    pub fn values(&self) -> Vec<f64> {
        match *self {
            Self::Fixed(value) => vec![value],
            Self::Pert { low, mode, high } => vec![low, mode, high],
            Self::Normal { mean, .. } => vec![mean],
            Self::Quantiles { p10, p50, p90 } => vec![p10, p50, p90],
        }
    }
}

/// How well a number is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Measured in the company's own data.
    Measured,
    /// From a published study.
    Published,
    /// Widely quoted without a study behind it.
    Folk,
    /// A judgement.
    Assumed,
}

impl Basis {
    /// All bases, best supported first.
    pub const ALL: [Self; 4] = [Self::Measured, Self::Published, Self::Folk, Self::Assumed];

    /// The word in a design file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Published => "published",
            Self::Folk => "folk",
            Self::Assumed => "assumed",
        }
    }
}

/// Which cost of a program a number states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cost {
    /// The same whatever customers do: setting up, running.
    Fixed,
    /// By the use made of the program: for each member, message, gift, case.
    Variable,
    /// What customers are given for what they do: the cost of points, money for a friend brought.
    Reward,
}

/// A number in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Path in the design, for instance `segment[0].basket`.
    pub path: String,
    /// What is known about the value.
    pub distribution: Distribution,
    /// How well it is supported.
    pub basis: Basis,
    /// Author and year, data set, or who judged.
    pub source: String,
    /// Values allowed.
    pub range: Range,
    /// What it counts, per what.
    pub unit: &'static KeyUnit,
    /// Which cost of the program it is, if it is one.
    pub cost: Option<Cost>,
    /// Byte range in the TOML text; `None` for a default.
    pub span: Option<std::ops::Range<usize>>,
}

impl Number {
    /// Whether it belongs to the program, which the company chooses, and not to the world around it.
    pub fn is_of_program(&self) -> bool {
        self.path.starts_with("program.")
    }
}

/// The register of all numbers of a design.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    all: Vec<Number>,
}

impl Numbers {
    /// Adds a number and returns its handle.
    pub fn add(&mut self, number: Number) -> NumberId {
        self.all.push(number);
        NumberId(self.all.len() as u32 - 1)
    }

    /// All numbers with their handles, in the order of the file, defaults last within a table.
    pub fn iter(&self) -> impl Iterator<Item = (NumberId, &Number)> {
        self.all.iter().enumerate().map(|(i, n)| (NumberId(i as u32), n))
    }

    /// The number with this whole path, for instance `segment[0].basket`.
    pub fn find(&self, path: &str) -> Option<NumberId> {
        self.all.iter().position(|number| number.path == path).map(|at| NumberId(at as u32))
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl std::ops::Index<NumberId> for Numbers {
    type Output = Number;

    fn index(&self, id: NumberId) -> &Number {
        &self.all[id.0 as usize]
    }
}
