//! One possible truth: a value for every number of a design.

use super::numbers::NumberId;

/// A value for every number of a design, in the order of its register.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    pub(crate) values: Vec<f64>,
}

impl std::ops::Index<NumberId> for Truth {
    type Output = f64;

    fn index(&self, id: NumberId) -> &f64 {
        &self.values[id.0 as usize]
    }
}
