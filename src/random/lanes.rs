//! Every customer carries a generator of their own: xoshiro128++ (Blackman & Vigna 2021), its state kept in columns.
//!
//! One step of all generators is a plain loop over columns. A customer's luck depends on their own state alone: not on who
//! else is alive, where they stand in a block, or what the design says.

use super::columns::{ROWS, columns};
use super::math;
use super::mix::splitmix64;

columns! {
    /// The generators of a block of customers, as four columns of state.
    pub struct Lanes {
        a: u32 = 0,
        b: u32 = 0,
        c: u32 = 0,
        d: u32 = 0,
    }
}

impl Lanes {
    /// Seeds the first `n` generators, each with its own pair of outputs of SplitMix64 started at `key`, as the authors of xoshiro
    /// recommend.
    #[inline(always)]
    pub fn seed(&mut self, key: u64, n: usize) {
        let [a, b, c, d] = self.columns(n);
        for i in 0..a.len() {
            let low = splitmix64(key, 2 * i as u64);
            let high = splitmix64(key, 2 * i as u64 + 1);
            (a[i], b[i], c[i]) = (low as u32, (low >> 32) as u32, high as u32);
            d[i] = (high >> 32) as u32 | 1; // never the all-zero state
        }
    }

    /// A uniform for something rare that comes between two months, told apart by `what`: the generator takes no step.
    #[inline]
    pub fn rare(&self, row: usize, what: u64) -> f32 {
        let key =
            u64::from(self.a[row] ^ self.c[row]) << 32 | u64::from(self.b[row] ^ self.d[row].rotate_left(16));
        math::uniform((splitmix64(key, what) >> 32) as u32)
    }

    /// The state of the first `n` generators, for loops that [`step`] all of them.
    #[inline(always)]
    pub fn columns(&mut self, n: usize) -> [&mut [u32]; 4] {
        let n = n.min(ROWS);
        [&mut self.a[..n], &mut self.b[..n], &mut self.c[..n], &mut self.d[..n]]
    }
}

/// One step of xoshiro128++: the word and the next state.
#[inline(always)]
pub fn step([mut a, mut b, mut c, mut d]: [u32; 4]) -> (u32, [u32; 4]) {
    let word = a.wrapping_add(d).rotate_left(7).wrapping_add(a);
    let t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = d.rotate_left(11);
    (word, [a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_xoshiro::Xoshiro128PlusPlus;

    #[test]
    fn columns_give_the_words_of_the_reference_generator() {
        let mut lanes = Lanes::default();
        lanes.seed(99, 5);
        let mut references: Vec<Xoshiro128PlusPlus> = (0..5)
            .map(|i| {
                let words = [lanes.a[i], lanes.b[i], lanes.c[i], lanes.d[i]];
                let mut seed = [0; 16];
                for (bytes, word) in seed.chunks_exact_mut(4).zip(words) {
                    bytes.copy_from_slice(&word.to_le_bytes());
                }
                Xoshiro128PlusPlus::from_seed(seed)
            })
            .collect();
        for _ in 0..20 {
            let [a, b, c, d] = lanes.columns(5);
            for (i, reference) in references.iter_mut().enumerate() {
                let word;
                (word, [a[i], b[i], c[i], d[i]]) = step([a[i], b[i], c[i], d[i]]);
                assert_eq!(word, reference.next_u32());
            }
        }
    }
}
