//! All the luck of one month: drawn once from the customers' own generators, used by every world.

use crate::random::widest;
use crate::random::{Lanes, ROWS, columns, math, splitmix64, step};

columns! {
    /// The luck of every customer of a block in one month, as columns. Everybody draws eight words; never more, never fewer.
    pub struct Luck {
        /// Uniform that decides the number of purchases.
        pub purchases: f32 = 0.0,
        /// Normal noise of transaction values.
        pub transaction: f32 = 0.0,
        /// Normal noise of the NPS answer.
        pub answer: f32 = 0.0,
        /// Uniform: does the customer leave?
        pub leave: f32 = 0.0,
        /// Uniform: does something fail?
        pub failure: f32 = 0.0,
        /// Uniform: is there a small delight?
        pub delight: f32 = 0.0,
        /// Uniform: is the contact remembered a proper one?
        pub service: f32 = 0.0,
        /// Uniform: is an offer noticed?
        pub offer: f32 = 0.0,
        /// Uniform: how is a failure resolved?
        pub recovery: f32 = 0.0,
        /// Uniform: are points redeemed?
        pub redeem: f32 = 0.0,
        /// Uniform: does the customer join?
        pub join: f32 = 0.0,
    } with {
        /// Words from which luck for what is rare is made.
        spare: [[u32; ROWS]; 2] = [[0; ROWS]; 2],
    }
}

/// Rare things that a customer's month decides. Their numbers tell their luck apart, and stay as they are.
#[derive(Debug, Clone, Copy)]
pub enum Rare {
    /// Special terms are asked for.
    Asks = 0,
    /// The demand is granted.
    IsGranted = 1,
    /// Who is refused leaves.
    Leaves = 2,
    /// Word of terms granted to others gets round.
    Hears = 3,
    /// A hostage is freed by a rival.
    IsFreed = 4,
    /// A freed hostage remembers good treatment.
    Remembers = 5,
    /// Which of the causes of a kind it is.
    ForCause = 6,
    /// A point is left over when a balance is converted.
    IsConverted = 7,
    /// A failure drives the customer away at once.
    GivesUp = 16,
    /// Who is about to leave says so first.
    Calls = 17,
    /// What he is offered then keeps him.
    Accepts = 18,
    /// He has learnt to ask again.
    Learns = 19,
    /// Who has left can be reached.
    IsReached = 24,
    /// He comes back for what he is offered.
    ComesBack = 25,
    /// He has learnt that leaving pays.
    LearnsToLeave = 26,
    /// Who lacks a few points for a reward buys them.
    TopsUp = 20,
    /// Who is a little short of what a period takes buys as much more.
    Stretches = 21,
    /// A fraction of a point is a point to the employee who collects it.
    IsCollected = 22,
    /// A balance is stolen.
    IsRobbed = 23,
    /// Who would redeem donates.
    Donates = 27,
    /// Who has too few points gives them to another member.
    GivesAway = 28,
    /// He moves to another plan.
    ChangesPlan = 32,
    /// Needs have changed: the new propensity to leave.
    NeedsChange = 1 << 16,
}

impl Luck {
    /// A uniform for something rare, told apart by `what`: made from words whose own uses it does not depend on, as they are mixed.
    #[inline(always)]
    pub fn rare(&self, row: usize, what: Rare) -> f32 {
        let key = u64::from(self.spare[0][row]) << 32 | u64::from(self.spare[1][row]);
        math::uniform((splitmix64(key, what as u64) >> 32) as u32)
    }
}

/// Bits of each spare word that its own use leaves over.
const LEFT_OVER: u32 = 9;

widest! {
    /// Marks rows with this chance, told by bits of the spare words that nothing else reads one by one.
    pub fn mark(luck: &Luck, chance: f32, marks: &mut [u8]) {
        let n = marks.len().min(ROWS);
        let [first, second] = [&luck.spare[0][..n], &luck.spare[1][..n]];
        let bits = (1 << LEFT_OVER) - 1;
        let below = (chance * (1 << (2 * LEFT_OVER)) as f32) as u32;
        for i in 0..n {
            marks[i] = u8::from(((first[i] & bits) << LEFT_OVER | second[i] & bits) < below);
        }
    }
}

widest! {
    /// Draws a month for the first `n` rows.
    pub fn draw(luck: &mut Luck, lanes: &mut Lanes, n: usize) {
        let n = n.min(ROWS);
        let [a, b, c, d] = lanes.columns(n);
        let [first, second] = &mut luck.spare;
        let (first, second) = (&mut first[..n], &mut second[..n]);
        let (transaction, answer) = (&mut luck.transaction[..n], &mut luck.answer[..n]);
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
            (transaction[i], answer[i]) = math::normals(word, other);
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
