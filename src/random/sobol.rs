//! Sobol' points, scrambled: they fill the unit cube more evenly than independent draws, and each of them alone is uniform.

use super::joe_kuo::DIRECTIONS;
use super::splitmix64;

/// How many coordinates a point may have.
pub const DIMENSIONS: usize = DIRECTIONS.len() + 1;

/// Binary digits that the sequence itself has; those behind them are random.
const BITS: u32 = 32;

/// Sobol' points (1967) with direction numbers of Joe & Kuo (2008), each coordinate scrambled by nested random permutations of its
/// binary digits (Owen 1995) under a key of its own.
///
/// The first 2^m points are a net for every m: a prefix of the sequence is a good sample too.
#[derive(Debug, Clone)]
pub struct Sobol {
    columns: Vec<Dimension>,
}

#[derive(Debug, Clone)]
struct Dimension {
    key: u64,
    directions: [u32; BITS as usize],
}

impl Sobol {
    /// A sequence with one coordinate for each key. `None` for more than [`DIMENSIONS`].
    pub fn new(keys: &[u64]) -> Option<Self> {
        let column = |(dimension, &key): (usize, &u64)| Dimension { key, directions: directions(dimension) };
        (keys.len() <= DIMENSIONS).then(|| Self { columns: keys.iter().enumerate().map(column).collect() })
    }

    /// A coordinate of the point with this index, strictly between 0 and 1.
    pub fn coordinate(&self, dimension: usize, index: u64) -> f64 {
        let column = &self.columns[dimension];
        let mut digits = 0;
        for (bit, direction) in column.directions.iter().enumerate() {
            if index >> bit & 1 == 1 {
                digits ^= direction;
            }
        }
        // beyond 2^32 points the sequence begins anew under other permutations
        scrambled(digits, splitmix64(column.key, index >> BITS))
    }
}

/// Owen's scrambling: a digit is flipped or not by a random bit that belongs to all the digits before it.
fn scrambled(digits: u32, key: u64) -> f64 {
    let mut word = 0_u64;
    for place in 0..BITS {
        // the leading 1 tells prefixes of different lengths apart
        let before = (1_u64 << place) | (u64::from(digits) >> (BITS - place));
        let flip = splitmix64(key, before) & 1;
        word = word << 1 | (u64::from(digits >> (BITS - 1 - place)) & 1 ^ flip);
    }
    let rest = splitmix64(key, 1 << BITS | u64::from(digits)) >> 44;
    ((word << 20 | rest) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// The direction numbers of a dimension, the first digit of a point on the left.
fn directions(dimension: usize) -> [u32; BITS as usize] {
    let mut v = [0; BITS as usize];
    let Some((polynomial, first)) = dimension.checked_sub(1).map(|d| DIRECTIONS[d]) else {
        v.iter_mut().enumerate().for_each(|(i, v)| *v = 1 << (BITS as usize - 1 - i));
        return v;
    };
    let degree = first.len();
    for i in 0..v.len() {
        v[i] = match first.get(i) {
            Some(m) => m << (BITS as usize - 1 - i),
            None => {
                // recurrence of Bratley & Fox (1988)
                let terms = (1..degree).filter(|k| polynomial >> (degree - k) & 1 == 1);
                terms.fold(v[i - degree] ^ v[i - degree] >> degree, |sum, k| sum ^ v[i - k])
            }
        };
    }
    v
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of another implementation of the same sequence (SciPy, unscrambled), which goes through them in Gray code's order.
    #[test]
    fn unscrambled_points_are_those_of_the_literature() {
        let plain = |dimension, place: u32| {
            let index = place ^ place >> 1;
            let v = directions(dimension);
            let digits = (0..32).filter(|bit| index >> bit & 1 == 1).fold(0, |sum, bit| sum ^ v[bit]);
            f64::from(digits) / 4_294_967_296.0
        };
        for (place, dimension, expected) in [
            (1, 0, 0.5),
            (1, 255, 0.5),
            (5, 3, 0.375),
            (37, 100, 0.359375),
            (42, 200, 0.515625),
            (63, 17, 0.390625),
            (63, 255, 0.046875),
        ] {
            assert_eq!(plain(dimension, place), expected, "point {place}, dimension {dimension}");
        }
    }

    /// Nested scrambling keeps the net: of the first 2^m points every interval of length 2^−m has one, in each dimension.
    #[test]
    fn every_prefix_is_stratified_in_every_dimension() {
        let keys: Vec<u64> = (0..DIMENSIONS as u64).map(|i| splitmix64(9, i)).collect();
        let sobol = Sobol::new(&keys).unwrap();
        for m in [1, 4, 8] {
            let n = 1_u64 << m;
            for dimension in 0..DIMENSIONS {
                let cell = |index| (sobol.coordinate(dimension, index) * n as f64) as usize;
                let mut cells: Vec<usize> = (0..n).map(cell).collect();
                cells.sort_unstable();
                assert!(cells.iter().enumerate().all(|(i, cell)| i == *cell), "2^{m}, {dimension}");
            }
        }
    }

    /// One point under 20,000 keys is uniform: the Kolmogorov–Smirnov distance fails correct code once in a million seeds.
    #[test]
    fn each_point_alone_is_uniform() {
        for index in [0, 1, 77] {
            let point = |key| Sobol::new(&[5, splitmix64(1, key)]).map(|s| s.coordinate(1, index));
            let mut draws: Vec<f64> = (0..20_000).filter_map(point).collect();
            draws.sort_by(f64::total_cmp);
            let gap = |(i, x): (usize, &f64)| (x - (i as f64 + 0.5) / 20_000.0).abs();
            let distance = draws.iter().enumerate().map(gap).fold(0.0, f64::max);
            assert!(distance * 20_000_f64.sqrt() < 2.69, "{index}: {distance}");
            assert!(draws[0] > 0.0 && draws[19_999] < 1.0);
        }
    }

    #[test]
    fn too_many_dimensions_are_refused() {
        assert!(Sobol::new(&[0; DIMENSIONS + 1]).is_none());
    }
}
