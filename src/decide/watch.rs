//! Who watches a long piece of work: hears of its progress, may stop it, and may share it between machines.

use crate::summary::Outcome;
use std::ops::Range;

/// Hears of progress and may ask to stop.
pub trait Watch: Sync {
    /// A piece of work of so many `ticks` begins; `what` names it in a few words.
    fn begin(&self, what: &str, ticks: u64) {
        let _ = (what, ticks);
    }

    /// The length of the piece of work is known better.
    fn set_length(&self, ticks: u64) {
        let _ = ticks;
    }

    /// So many ticks more are done.
    fn tick(&self, ticks: u64);

    /// Whether to stop and keep what there is.
    fn stopped(&self) -> bool;

    /// Which of `rows` to play here: all, unless others play the rest.
    fn share(&self, rows: Range<u64>) -> Range<u64> {
        rows
    }

    /// Hears which of `rows` were played here, and what they came to.
    fn keep(&self, rows: Range<u64>, played: &[Vec<Outcome>]) {
        let _ = (rows, played);
    }

    /// So many rows of so many outcomes each, where others have played them.
    fn played(&self, rows: u64, width: usize) -> Option<Vec<Vec<Outcome>>> {
        let _ = (rows, width);
        None
    }
}

/// Nobody watches: the work goes on to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn tick(&self, _: u64) {}

    fn stopped(&self) -> bool {
        false
    }
}

/// Asks to stop once so many ticks are done.
#[cfg(test)]
pub struct StopsAfter {
    after: u64,
    done: std::sync::atomic::AtomicU64,
}

#[cfg(test)]
impl StopsAfter {
    /// Stops after so many ticks.
    pub fn new(after: u64) -> Self {
        Self { after, done: std::sync::atomic::AtomicU64::new(0) }
    }
}

#[cfg(test)]
impl Watch for StopsAfter {
    fn tick(&self, ticks: u64) {
        self.done.fetch_add(ticks, std::sync::atomic::Ordering::SeqCst);
    }

    fn stopped(&self) -> bool {
        self.done.load(std::sync::atomic::Ordering::SeqCst) >= self.after
    }
}
