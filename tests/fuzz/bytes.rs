//! Bytes, and choices made by them.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// The bytes of one input: SplitMix64, so that every machine feeds the same.
pub fn stream(target: u64, input: u64, long: usize) -> Vec<u8> {
    let mut state = target << 40 | input;
    let mut word = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    std::iter::repeat_with(|| word().to_le_bytes()).flatten().take(long).collect()
}

/// Choices made by bytes, one after the other; the first of everything once they are used up.
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A whole number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (usize::from(self.byte()) << 8 | usize::from(self.byte())) % bound
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

thread_local! {
    /// Hashes of what this thread has fed, since the same thing twice is one input.
    static FED: RefCell<HashSet<u64>> = RefCell::default();
    /// What the input that this thread feeds has led to.
    static REACHED: RefCell<BTreeSet<String>> = RefCell::default();
}

/// Notes what a target feeds: the very text or file. libFuzzer counts by itself.
pub fn fed(what: &[u8]) {
    if cfg!(test) {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(what);
        FED.with_borrow_mut(|fed| fed.insert(hash));
    }
}

/// Notes what an input leads to: a refusal by its key, or something that was read. Inputs are kept that lead to something new.
pub fn reached(what: &str) {
    if cfg!(test) {
        REACHED.with_borrow_mut(|reached| reached.insert(what.to_owned()));
    }
}

/// What the input fed last has led to.
#[cfg(test)]
pub fn all_reached() -> BTreeSet<String> {
    REACHED.take()
}

/// How many different things this thread has fed.
#[cfg(test)]
pub fn distinct() -> usize {
    FED.with_borrow(HashSet::len)
}
