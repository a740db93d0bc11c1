//! Who has left and may be asked to come back.

/// A customer who has left, and has not been asked since.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Departed {
    /// Row in the block, kept for him.
    pub row: usize,
    /// Month in which he left.
    pub month: usize,
    /// Place of the cause for which he left.
    pub place: usize,
}
