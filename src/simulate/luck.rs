//! All the luck of one month: drawn once from the customers' own generators, used by every world.

use crate::population::Column;
use crate::random::widest;
use crate::random::{Lanes, ROWS, WORDS, math, splitmix64};

/// The luck of every customer of a block in one month, as columns. Everybody draws [`WORDS`] words; never more, never fewer.
#[derive(Debug, Clone)]
pub struct Luck {
    words: [[u32; ROWS]; WORDS],
    /// Uniform that decides the number of purchases.
    pub purchases: Column,
    /// Normal noise of receipts.
    pub receipt: Column,
    /// Normal noise of the NPS answer.
    pub answer: Column,
    /// Uniform: does the customer leave?
    pub leave: Column,
    /// Exponential clock of failures: fails when the purchases' hazard exceeds it.
    pub failure: Column,
    /// Exponential clock of delights.
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
            words: [[0; ROWS]; WORDS],
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
    pub fn rare(&self, row: usize, what: u64) -> f32 {
        let key = u64::from(self.words[3][row]) << 32 | u64::from(self.words[4][row]);
        math::uniform((splitmix64(key, what) >> 32) as u32)
    }
}

widest! {
    /// Draws a month for the first `n` rows.
    pub fn draw(luck: &mut Luck, lanes: &mut Lanes, n: usize) {
        let n = n.min(ROWS);
        let Luck { words, leave, failure, receipt, answer, purchases, service, offer, .. } = luck;
        lanes.fill(words, n);
        let [w0, w1, w2, w3, w4, w5, w6, w7] = &*words;
        exponential(&mut failure[..n], w4);
        let (receipt, answer) = (&mut receipt[..n], &mut answer[..n]);
        for i in 0..n {
            (receipt[i], answer[i]) = math::normals(w1[i], w2[i]);
        }
        let (purchases, leave) = (&mut purchases[..n], &mut leave[..n]);
        let (service, offer) = (&mut service[..n], &mut offer[..n]);
        for i in 0..n {
            purchases[i] = math::uniform(w0[i]);
            leave[i] = 1.0 - math::uniform(w3[i]);
            service[i] = math::uniform_high(w5[i]);
            offer[i] = math::uniform_low(w5[i]);
        }
        let (recovery, redeem) = (&mut luck.recovery[..n], &mut luck.redeem[..n]);
        let (delight, join) = (&mut luck.delight[..n], &mut luck.join[..n]);
        for i in 0..n {
            recovery[i] = math::uniform_high(w6[i]);
            redeem[i] = math::uniform_low(w6[i]);
            delight[i] = -math::ln(math::uniform_high(w7[i]));
            join[i] = math::uniform_low(w7[i]);
        }
    }
}

#[inline(always)]
fn exponential(out: &mut [f32], words: &[u32]) {
    for (e, &w) in out.iter_mut().zip(words) {
        *e = -math::ln(math::uniform(w));
    }
}
