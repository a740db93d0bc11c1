//! The name of a random stream is its seed: nothing is hashed or added, so two names never share a stream.

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// What a stream decides. The numbers are frozen: append, never renumber, or every result changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
pub enum Purpose {
    /// The value of an uncertain number.
    Truth = 1,
    /// What happens to everybody: rivals that open.
    Market = 2,
    /// Who the customers are.
    Population = 3,
    /// What happens to each customer in each month.
    Luck = 4,
    /// The pilot population on which the baseline is calibrated.
    Pilot = 5,
    /// Where a search looks next.
    Search = 6,
    /// Shoppers of a category, and what they buy.
    Shoppers = 7,
}

/// Names one random stream. The program proposed is absent on purpose: worlds and rival designs share their luck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StreamKey {
    /// Seed of the run.
    pub seed: u64,
    /// Number of the trial.
    pub trial: u64,
    /// First coordinate within the purpose, for instance a block of customers or the hash of a path.
    pub a: u64,
    /// Second coordinate within the purpose, for instance a month.
    pub b: u32,
    /// What the stream decides.
    pub purpose: Purpose,
}

impl StreamKey {
    /// A generator whose 256-bit key is `(seed, trial, a, b, purpose)`, little endian: ChaCha with 8 rounds.
    pub fn rng(self) -> ChaCha8Rng {
        ChaCha8Rng::from_seed(self.bytes())
    }

    fn bytes(self) -> [u8; 32] {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..16].copy_from_slice(&self.trial.to_le_bytes());
        key[16..24].copy_from_slice(&self.a.to_le_bytes());
        key[24..28].copy_from_slice(&self.b.to_le_bytes());
        key[28..].copy_from_slice(&(self.purpose as u32).to_le_bytes());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    const KEY: StreamKey = StreamKey { seed: 1, trial: 2, a: 3, b: 4, purpose: Purpose::Luck };

    #[test]
    fn the_key_is_written_out_in_full() {
        let mut expected = [0; 32];
        (expected[0], expected[8], expected[16], expected[24], expected[28]) = (1, 2, 3, 4, 4);
        assert_eq!(KEY.bytes(), expected);
        let largest = StreamKey { seed: u64::MAX, trial: u64::MAX, a: u64::MAX, b: u32::MAX, ..KEY };
        assert_eq!(largest.bytes()[..28], [255; 28]);
    }

    /// Pinned so that a change of generator or of the key's layout is noticed: it would change every result.
    #[test]
    fn the_stream_never_changes() {
        let mut rng = KEY.rng();
        assert_eq!([rng.next_u64(), rng.next_u64()], [18255196675421110071, 17377996883422105656]);
    }
}
