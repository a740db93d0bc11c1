//! Elementary functions on `f64` from additions, multiplications and the two fused, like those of [`super::math`] on `f32`: loops over
//! columns vectorise, and the bits are the same on every machine.

/// `e^x` for −708 ≤ x ≤ 709 (clamped there); relative error below 4e-16.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    /// 1/13!, 1/12!, … 1/2!.
    const TAYLOR: [f64; 12] = [
        1.605_904_383_682_161_3e-10,
        2.087_675_698_786_81e-9,
        2.505_210_838_544_172e-8,
        2.755_731_922_398_589e-7,
        2.755_731_922_398_589e-6,
        2.480_158_730_158_73e-5,
        1.984_126_984_126_984e-4,
        1.388_888_888_888_889e-3,
        8.333_333_333_333_333e-3,
        4.166_666_666_666_666_4e-2,
        0.166_666_666_666_666_66,
        0.5,
    ];
    let x = if x < 709.0 { x } else { 709.0 };
    let x = if x > -708.0 { x } else { -708.0 };
    // rounding to the nearest integer by adding 1.5·2^52
    let shifted = x.mul_add(std::f64::consts::LOG2_E, 6_755_399_441_055_744.0);
    let k = shifted - 6_755_399_441_055_744.0;
    // ln 2 in two parts, the first with room for k
    let r = k.mul_add(-1.908_214_929_270_587_7e-10, k.mul_add(-0.693_147_180_369_123_8, x));
    let mut p = TAYLOR[0];
    for c in &TAYLOR[1..] {
        p = r.mul_add(p, *c);
    }
    let value = (p * r).mul_add(r, r + 1.0);
    f64::from_bits(value.to_bits().wrapping_add(shifted.to_bits() << 52))
}

/// Φ(z) and φ(z), distribution and density of the standard normal, for |z| ≤ 7 (clamped there); absolute error below 1e-15: the
/// rational approximation 5666 of Hart et al. 1968, whose exponential is the density's.
#[inline(always)]
pub fn normal(z: f64) -> (f64, f64) {
    const ABOVE: [f64; 7] = [
        3.526_249_659_989_11e-2,
        0.700_383_064_443_688,
        6.373_962_203_531_65,
        33.912_866_078_383,
        112.079_291_497_871,
        221.213_596_169_931,
        220.206_867_912_376,
    ];
    const BELOW: [f64; 8] = [
        8.838_834_764_831_84e-2,
        1.755_667_163_182_64,
        16.064_177_579_207,
        86.780_732_202_946_1,
        296.564_248_779_674,
        637.333_633_378_831,
        793.826_512_519_948,
        440.413_735_824_752,
    ];
    let x = if z.abs() < 7.0 { z.abs() } else { 7.0 };
    let bell = exp(-0.5 * x * x);
    let (mut above, mut below) = (ABOVE[0], BELOW[0]);
    for c in &ABOVE[1..] {
        above = x.mul_add(above, *c);
    }
    for c in &BELOW[1..] {
        below = x.mul_add(below, *c);
    }
    let tail = bell * above / below;
    (if z > 0.0 { 1.0 - tail } else { tail }, bell * 0.398_942_280_401_432_7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::normal as exact;

    #[test]
    fn exp_is_exact_to_double_precision() {
        for i in -7_070_i32..=7_080 {
            let x = 0.100_07 * f64::from(i);
            assert!(
                (exp(x) / libm::exp(x) - 1.0).abs() < 4e-16,
                "exp({x}): {:e}",
                exp(x) / libm::exp(x) - 1.0
            );
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(-1e9) > 0.0 && exp(1e9).is_finite());
    }

    #[test]
    fn the_normal_distribution_is_that_of_the_error_function() {
        for i in -7_000_i32..=7_000 {
            let z = 0.001 * f64::from(i);
            let (below, bell) = normal(z);
            assert!((below - exact::cdf(z)).abs() < 1e-15, "{z}: {:e}", below - exact::cdf(z));
            assert!((bell - exact::density(z)).abs() < 1e-15, "{z}: {:e}", bell - exact::density(z));
        }
        assert!(normal(-40.0).0 < 2e-12 && normal(40.0).0 > 1.0 - 2e-12);
    }
}
