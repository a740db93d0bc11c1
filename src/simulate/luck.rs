//! All the luck of one month: drawn once from the customers' own generators, used by every world.

use crate::population::Column;
use crate::random::widest;
use crate::random::{Lanes, ROWS, math, splitmix64, step};

/// The luck of every customer of a block in one month, as columns. Everybody draws eight words; never more, never fewer.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct Luck {
    /// Words from which luck for what is rare is made.
    spare: [[u32; ROWS]; 2],
    /// Uniform that decides the number of purchases.
    pub purchases: Column,
    /// Normal noise of receipts.
    pub receipt: Column,
    /// Normal noise of the NPS answer.
    pub answer: Column,
    /// Uniform: does the customer leave?
    pub leave: Column,
    /// Uniform: does something fail?
    pub failure: Column,
    /// Uniform: is there a small delight?
    pub delight: Column,
    /// Uniform: is the contact remembered a proper one?
    pub service: Column,
    /// Uniform: is an offer noticed?
    pub offer: Column,
    /// Uniform: how is a failure resolved?
    pub recovery: Column,
    /// Uniform: are points spent?
    pub redeem: Column,
    /// Uniform: does the customer join?
    pub join: Column,
}

impl Default for Luck {
    fn default() -> Self {
        const EMPTY: Column = [0.0; ROWS];
        Self {
            spare: [[0; ROWS]; 2],
            purchases: EMPTY,
            receipt: EMPTY,
            answer: EMPTY,
            leave: EMPTY,
            failure: EMPTY,
            delight: EMPTY,
            service: EMPTY,
            offer: EMPTY,
            recovery: EMPTY,
            redeem: EMPTY,
            join: EMPTY,
        }
    }
}

impl Luck {
    /// A uniform for something rare, told apart by `what`: made from words whose own uses it does not depend on, as they are mixed.
    #[inline(always)]
    pub fn rare(&self, row: usize, what: u64) -> f32 {
        let key = u64::from(self.spare[0][row]) << 32 | u64::from(self.spare[1][row]);
        math::uniform((splitmix64(key, what) >> 32) as u32)
    }
}

widest! {
    /// Draws a month for the first `n` rows.
    pub fn draw(luck: &mut Luck, lanes: &mut Lanes, n: usize) {
        let n = n.min(ROWS);
        let [a, b, c, d] = lanes.columns(n);
        let [first, second] = &mut luck.spare;
        let (first, second) = (&mut first[..n], &mut second[..n]);
        let (receipt, answer) = (&mut luck.receipt[..n], &mut luck.answer[..n]);
        let (purchases, leave) = (&mut luck.purchases[..n], &mut luck.leave[..n]);
        let (failure, delight) = (&mut luck.failure[..n], &mut luck.delight[..n]);
        let (service, offer) = (&mut luck.service[..n], &mut luck.offer[..n]);
        let (recovery, redeem, join) = (&mut luck.recovery[..n], &mut luck.redeem[..n], &mut luck.join[..n]);
        for i in 0..n {
            // written out: an inner loop would keep this one from vectorising
            let (word, state) = step([a[i], b[i], c[i], d[i]]);
            purchases[i] = math::uniform(word);
            let (word, state) = step(state);
            let (other, state) = step(state);
            (receipt[i], answer[i]) = math::normals(word, other);
            let (word, state) = step(state);
            (first[i], leave[i]) = (word, 1.0 - math::uniform(word));
            let (word, state) = step(state);
            (second[i], failure[i]) = (word, 1.0 - math::uniform(word));
            let (word, state) = step(state);
            (service[i], offer[i]) = (math::uniform_high(word), math::uniform_low(word));
            let (word, state) = step(state);
            (recovery[i], redeem[i]) = (math::uniform_high(word), math::uniform_low(word));
            let (word, state) = step(state);
            (delight[i], join[i]) = (1.0 - math::uniform_high(word), math::uniform_low(word));
            [a[i], b[i], c[i], d[i]] = state;
        }
    }
}
