//! SplitMix64 (Steele, Lea & Flood 2014): spreads a key over the seeds of many generators.

/// The `index`th output of SplitMix64 started at `key`.
#[inline]
pub fn splitmix64(key: u64, index: u64) -> u64 {
    let mut z = key.wrapping_add((index + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_xoshiro::SplitMix64;

    #[test]
    fn outputs_are_those_of_the_reference() {
        let mut reference = SplitMix64::from_seed(1234u64.to_le_bytes());
        for index in 0..20 {
            assert_eq!(splitmix64(1234, index), reference.next_u64());
        }
    }
}
