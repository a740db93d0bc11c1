//! How customers answer to the size of what is offered: the more, the better, but less and less.

/// What a reward of a size does, of all that a generous one can do; one of `half` does half. Nothing offered does nothing.
pub(super) fn of(size: f64, half: f64) -> f64 {
    if size > 0.0 { size / (size + half) } else { 0.0 }
}

/// The same against an offer of the `usual` size, for which the design's numbers hold.
pub(super) fn against(usual: f64, size: f64, half: f64) -> f64 {
    of(size, half) / of(usual, half)
}

/// The greatest rise of sales that an offer can make of which this share of the sales makes use: all of these are new.
pub(super) fn all_that_is_new(used: f64) -> f64 {
    if used < 1.0 { used / (1.0 - used) } else { f64::INFINITY }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_does_more_but_less_and_less() {
        assert_eq!([of(0.0, 2.0), of(2.0, 2.0), of(6.0, 2.0)], [0.0, 0.5, 0.75]);
        assert_eq!([0.0, 0.2, 1.0].map(all_that_is_new), [0.0, 0.25, f64::INFINITY]);
        assert_eq!([against(2.0, 0.0, 2.0), against(2.0, 2.0, 2.0), against(2.0, 6.0, 2.0)], [0.0, 1.0, 1.5]);
    }
}
