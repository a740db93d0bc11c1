//! The category in which the business is one brand of several: `[brands]`.

mod dirichlet;
mod estimate;
mod nbd;
mod promotion;

pub use dirichlet::{BrandFigures, Dirichlet};
pub(super) use estimate::{choice_shape, largest_penetration, penetration_between};
pub use nbd::Nbd;
pub use promotion::{BrandPromotion, Response};

/// The most brands a category may have.
pub const MAX_BRANDS: usize = 24;

/// The time to which what a design says of a category refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BrandPeriod {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}

impl BrandPeriod {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("month", Self::Month), ("quarter", Self::Quarter), ("year", Self::Year)];

    /// Its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// How many of it make a year.
    pub fn in_a_year(self) -> f64 {
        match self {
            Self::Month => 12.0,
            Self::Quarter => 4.0,
            Self::Year => 1.0,
        }
    }
}

/// A category and its brands.
#[derive(Debug, Clone)]
pub struct Brands {
    /// What is bought.
    pub category: String,
    /// The time to which penetrations and rates refer.
    pub period: BrandPeriod,
    /// Which of the brands is the business's own.
    pub own: usize,
    /// The brands.
    pub list: Vec<Brand>,
    /// How people buy, as declared or estimated.
    pub market: Dirichlet,
    /// Whether the shape of purchase rates was solved from the penetration.
    pub spread_solved: bool,
    /// Whether the shape of choices was solved from the penetrations of brands.
    pub choice_solved: bool,
    /// A promotion of the own brand, if one is to be taken apart.
    pub promotion: Option<BrandPromotion>,
    /// Where the table stands, as a byte of the text.
    pub at: usize,
}

/// A brand as the design states it.
#[derive(Debug, Clone)]
pub struct Brand {
    /// Its name.
    pub name: String,
    /// Its share of purchases.
    pub share: f64,
    /// Its penetration, if it is known.
    pub penetration: Option<f64>,
}
