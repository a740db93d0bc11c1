//! What is sold, in groups that elements may be for or not.

use super::numbers::NumberId;

/// The most product groups a design may name.
pub const MAX_PRODUCT_GROUPS: usize = 24;

/// A group of products.
#[derive(Debug, Clone)]
pub struct ProductGroup {
    /// Its name.
    pub name: String,
    /// Its share of the sales.
    pub share: NumberId,
    /// Its gross margin at list price.
    pub gross_margin: NumberId,
}
