//! What belonging to a category means for behaviour.

use crate::design::Category;

/// Multipliers of one category.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traits {
    /// Response to price, relative to the mean customer.
    pub price: f32,
    /// Exposure to competition, relative to the mean customer.
    pub exposure: f32,
    /// Response of that exposure to a rival that opens; hostages are freed by it.
    pub freed: f32,
    /// Share of wallet that an open rival can take.
    pub mobility: f32,
    /// How much rather one recommends than the treatment alone would tell, in standard deviations of the answer.
    pub leaning: f32,
}

/// Traits in the order of [`Category::ALL`]. Their ranking follows the description of the categories in the practitioners'
/// literature; the sizes are judgements.
pub const TRAITS: [Traits; 6] = [
    Traits { price: 0.6, exposure: 0.3, freed: 0.5, mobility: 0.1, leaning: 0.8 },
    Traits { price: 0.8, exposure: 0.6, freed: 0.8, mobility: 0.3, leaning: 0.3 },
    Traits { price: 1.1, exposure: 1.2, freed: 1.0, mobility: 1.0, leaning: 0.0 },
    Traits { price: 1.2, exposure: 1.5, freed: 1.0, mobility: 0.6, leaning: -0.3 },
    Traits { price: 1.5, exposure: 1.8, freed: 1.2, mobility: 1.0, leaning: -0.1 },
    Traits { price: 0.5, exposure: 0.1, freed: 3.5, mobility: 0.6, leaning: -0.5 },
];

const _: () = assert!(TRAITS.len() == Category::ALL.len());
