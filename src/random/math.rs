//! Elementary functions on `f32` from additions, multiplications and the two fused, so that loops over columns vectorise and the
//! bits are the same on every machine: a fused operation rounds once, wherever it is made. Machines without one (x86 before 2013)
//! take it from their C library, slowly. Coefficients are those of the Cephes library (Moshier 1989).

/// `e^x` for −87 ≤ x ≤ 88 (clamped there); relative error below 3e-7.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let x = if x < 88.0 { x } else { 88.0 };
    let x = if x > -87.0 { x } else { -87.0 };
    // rounding to the nearest integer by adding 1.5·2^23
    let shifted = x.mul_add(std::f32::consts::LOG2_E, 12_582_912.0);
    let k = shifted - 12_582_912.0;
    let r = k.mul_add(2.121_944_4e-4, k.mul_add(-0.693_359_4, x));
    let mut p = 1.987_569_2e-4;
    p = r.mul_add(p, 1.398_199_9e-3);
    p = r.mul_add(p, 8.333_452e-3);
    p = r.mul_add(p, 4.166_579_6e-2);
    p = r.mul_add(p, 0.166_666_65);
    p = r.mul_add(p, 0.5);
    let value = (p * r).mul_add(r, r + 1.0);
    f32::from_bits(value.to_bits().wrapping_add(shifted.to_bits() << 23))
}

/// A bound of `e^x` from above, at most 6.2 % too large, for −80 ≤ x ≤ 80 (clamped there): the chord of 2^x between whole powers,
/// which are written straight into the bits. A third of the work of [`exp`].
#[inline(always)]
pub fn exp_above(x: f32) -> f32 {
    let x = larger(smaller(x, 80.0), -80.0);
    // exponent and 14 bits of fraction; adding 1.5·2^23 rounds to a whole number, adding 1 keeps it above
    let shifted = x.mul_add(std::f32::consts::LOG2_E * 16_384.0, 12_582_913.0);
    f32::from_bits((shifted.to_bits() << 9).wrapping_add(0xbf80_0000))
}

/// Natural logarithm of a positive normal number; relative error below 4e-7, also near 1.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    // split so that the mantissa lies in [√½, √2)
    let bits = x.to_bits().wrapping_sub(0x3f35_04f3);
    let exponent = (bits as i32 >> 23) as f32;
    let m = f32::from_bits((bits & 0x007f_ffff).wrapping_add(0x3f35_04f3)) - 1.0;
    let z = m * m;
    let mut p = 7.037_683_6e-2;
    p = m.mul_add(p, -0.115_146_1);
    p = m.mul_add(p, 0.116_769_98);
    p = m.mul_add(p, -0.124_201_41);
    p = m.mul_add(p, 0.142_493_23);
    p = m.mul_add(p, -0.166_680_58);
    p = m.mul_add(p, 0.200_007_15);
    p = m.mul_add(p, -0.249_999_94);
    p = m.mul_add(p, 0.333_333_3);
    let y = (m * z).mul_add(p, exponent * -2.121_944_4e-4);
    exponent.mul_add(0.693_359_4, m + z.mul_add(-0.5, y))
}

/// The larger of two numbers: one instruction, where `f32::max` spends three on what is not a number.
#[inline(always)]
pub fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller of two numbers.
#[inline(always)]
pub fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// ⌊x⌋ as a whole number, for x from 0 to `most` (clamped there; not-a-number gives 0).
#[inline(always)]
pub fn whole(x: f32, most: f32) -> i32 {
    let bounded = smaller(larger(x, 0.0), most);
    // SAFETY: the value is a number from 0 to `most`, which callers keep below 2^31.
    #[allow(unsafe_code, reason = "the checked cast does not vectorise")]
    unsafe {
        bounded.to_int_unchecked::<i32>()
    }
}

/// Uniform on (0, 1) from the upper 23 bits of a word; never 0 or 1.
#[inline(always)]
pub fn uniform(word: u32) -> f32 {
    ((word >> 9) as i32 as f32).mul_add(1.0 / 8_388_608.0, 0.5 / 8_388_608.0)
}

/// Uniform on (0, 1) from the upper half of a word, in steps of 2⁻¹⁶.
#[inline(always)]
pub fn uniform_high(word: u32) -> f32 {
    ((word >> 16) as i32 as f32).mul_add(1.0 / 65_536.0, 0.5 / 65_536.0)
}

/// Uniform on (0, 1) from the lower half of a word, in steps of 2⁻¹⁶.
#[inline(always)]
pub fn uniform_low(word: u32) -> f32 {
    ((word & 0xffff) as i32 as f32).mul_add(1.0 / 65_536.0, 0.5 / 65_536.0)
}

/// Two independent standard normals from two words (Box & Muller 1958).
#[inline(always)]
pub fn normals(u: u32, v: u32) -> (f32, f32) {
    let radius = (-2.0 * ln(uniform(u))).sqrt();
    // half turns in [−½, ½); the lowest bit of the word flips the cosine's sign
    let a = f32::from_bits((v >> 9) | 0x3f80_0000) - 1.5;
    let t = a * std::f32::consts::PI;
    let t2 = t * t;
    let mut p = t2.mul_add(2.6e-6, -1.981_2e-4);
    p = t2.mul_add(p, 8.332_99e-3);
    p = t2.mul_add(p, -0.166_666_55);
    let sin = t * t2.mul_add(p, 1.0);
    let mut p = t2.mul_add(-2.6e-7, 2.476e-5);
    p = t2.mul_add(p, -1.388_73e-3);
    p = t2.mul_add(p, 4.166_645e-2);
    p = t2.mul_add(p, -0.499_999_97);
    let cos = t2.mul_add(p, 1.0);
    (radius * sin, radius * f32::from_bits(cos.to_bits() ^ (v << 31)))
}

/// Φ⁻¹(u), the quantile of the standard normal distribution, for u of [`uniform`]: error below 2e-5 (Giles 2010).
#[inline(always)]
pub fn normal_quantile(u: f32) -> f32 {
    let w = -ln(4.0 * u * (1.0 - u));
    let centre = w - 2.5;
    let tail = larger(w, 0.0).sqrt() - 3.0;
    let (mut p, mut q) = (CENTRE[0], TAIL[0]);
    for k in 1..CENTRE.len() {
        p = p.mul_add(centre, CENTRE[k]);
        q = q.mul_add(tail, TAIL[k]);
    }
    std::f32::consts::SQRT_2 * (2.0 * u - 1.0) * if w < 5.0 { p } else { q }
}

/// Coefficients of [`normal_quantile`], of the highest power first, where w < 5.
const CENTRE: [f32; 9] = [
    2.810_226_4e-8,
    3.432_739_4e-7,
    -3.523_387_7e-6,
    -4.391_506_5e-6,
    2.185_808_7e-4,
    -1.253_725e-3,
    -4.177_681_6e-3,
    0.246_640_73,
    1.501_409_4,
];
/// The same beyond.
const TAIL: [f32; 9] = [
    -2.002_142_6e-4,
    1.009_505_6e-4,
    1.349_343_2e-3,
    -3.673_428_4e-3,
    5.739_507_7e-3,
    -7.622_461_3e-3,
    9.438_870_5e-3,
    1.001_674,
    2.832_976_8,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_and_ln_are_exact_to_single_precision() {
        for i in 0..20_000 {
            let x = -40.0 + 0.004 * i as f32;
            let exact = f64::from(x).exp();
            assert!((f64::from(exp(x)) / exact - 1.0).abs() < 3e-7, "exp({x})");
            let u = (i as f32 + 0.5) / 20_000.0;
            let relative = f64::from(ln(u)) / f64::from(u).ln() - 1.0;
            assert!(relative.abs() < 4e-7, "ln({u}) off by {relative}");
        }
        assert_eq!(ln(1.0), 0.0);
        assert_eq!(exp(0.0), 1.0);
    }

    #[test]
    fn normal_quantiles_are_those_of_the_reference() {
        for i in 0..40_000u32 {
            let u = uniform((i * 107_374) | 0xff);
            let exact = crate::random::normal::quantile(f64::from(u));
            assert!((f64::from(normal_quantile(u)) - exact).abs() < 2e-5, "{u}: {}", normal_quantile(u));
        }
    }

    #[test]
    fn the_bound_of_exp_is_close_and_above() {
        for i in 0..40_000 {
            let x = -20.0 + 0.001 * i as f32;
            let ratio = exp_above(x) / exp(x);
            assert!(ratio > 1.000_01 && ratio < 1.062, "{x}: {ratio}");
        }
        assert!(exp_above(-1e9) > 0.0 && exp_above(1e9) > 1e34);
    }

    /// Correct code fails on one seed in a million per moment (|z| > 4.89); a mean of 0.007 is caught almost surely.
    #[test]
    fn normals_have_the_moments_of_the_normal_distribution() {
        let pairs = 500_000u64;
        let mut sums = [0.0f64; 5];
        for i in 0..pairs {
            let word = crate::random::splitmix64(5, i);
            let (x, y) = normals(word as u32, (word >> 32) as u32);
            let (x, y) = (f64::from(x), f64::from(y));
            let moments = [x + y, x * x + y * y, x.powi(3) + y.powi(3), x.powi(4) + y.powi(4), x * y];
            for (sum, value) in sums.iter_mut().zip(moments) {
                *sum += value;
            }
        }
        let n = 2.0 * pairs as f64;
        let z = [
            sums[0] / n.sqrt(),
            (sums[1] / n - 1.0) * (n / 2.0).sqrt(),
            sums[2] / (15.0 * n).sqrt(),
            (sums[3] / n - 3.0) * (n / 96.0).sqrt(),
            sums[4] / (n / 2.0).sqrt(),
        ];
        assert!(z.iter().all(|z| z.abs() < 4.89), "{z:?}");
    }
}
