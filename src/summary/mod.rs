//! From tallies to numbers with uncertainty.
