//! Factors, values and errors at the real size.

use super::*;
use crate::summary::quantile;
use rand::{RngExt, SeedableRng};

#[test]
fn without_excess_nothing_changes() {
    let values = [1.0, f64::NAN, 4.0];
    let shrink = Shrink::of(&values, &[0.0, f64::NAN, 0.0]);
    assert_eq!((shrink.at(0.1), shrink), (0.1, Shrink::NONE));
    assert_eq!(Shrink::of(&[2.0; 3], &[1.0; 3]), Shrink::NONE);
}

/// Known values of the truncated normal distribution; the two branches for far values join it.
#[test]
fn what_is_not_negative_is_expected_above_nothing() {
    let mean = |z: f64| not_negative(2.0 * z, 2.0).0 / 2.0;
    for (z, expected) in [(0.0, 0.797_884_6), (1.0, 1.287_600), (-1.0, 0.525_135), (3.0, 3.004_438)] {
        assert!((mean(z) - expected).abs() < 1e-5, "{z}: {}", mean(z));
    }
    assert_eq!((not_negative(0.3, 0.0), not_negative(-0.3, 0.0).0), ((0.3, 1.0), 0.0));
    // how it moves with the measurement, and far below nothing
    for (z, expected) in [(0.0, 0.363_380), (1.0, 0.629_686), (-1.0, 0.199_098), (-8.0, 0.014_325)] {
        assert!((not_negative(2.0 * z, 2.0).1 - expected).abs() < 1e-6, "{z}");
    }
    assert!((not_negative(-16.0, 2.0).0 - 0.242_736).abs() < 1e-6);
    assert_eq!((not_negative(-20.0, 2.0), not_negative(20.0, 2.0)), ((0.2, 0.01), (20.0, 1.0)));
    for z in [-8.0, 8.0_f64] {
        let gap = mean(z - 1e-9) / mean(z + 1e-9) - 1.0;
        assert!(gap.abs() < 0.04, "{z}: {gap}");
    }
}

/// A variance of 4 of nine values, three quarters of which is excess: a quarter is left, known to 0.5 where both are of nine, to 0.637 where the
/// excess is of four. What is expected of such a quarter above nothing is 0.5046 and 0.6108, and of its root 0.7103 and 0.7815.
#[test]
fn moments_shrink_by_what_is_expected_of_the_rest() {
    let nine = [7.0, 9.0, 11.0, 7.0, 9.0, 11.0, 9.0 - 8f64.sqrt(), 9.0, 9.0 + 8f64.sqrt()];
    let values: Moments = nine.into_iter().collect();
    assert!((values.sd() - 2.0).abs() < 1e-12);
    for (squares, factor) in [(vec![3.0; 9], 0.710_338), (vec![1.0, 5.0, 2.0, 4.0], 0.781_545)] {
        let shrink = Shrink::of_moments(&values, &squares.into_iter().collect());
        assert!((shrink.factor() - factor).abs() < 1e-5, "{}", shrink.factor());
        assert!((shrink.at(11.0) - 9.0 - 2.0 * factor).abs() < 1e-4);
    }
    assert_eq!(Shrink::of_moments(&values, &[0.0; 3].into_iter().collect()), Shrink::NONE);
}

/// Of four trials the first and the last have it happen, a deviation of ±0.5 each; the factor moves the chance by one for one, and each trial the factor. Where
/// the factor is hardly known, half of the range is taken beside.
#[test]
fn a_chance_errs_with_the_factor() {
    let clear = Shrink { mean: 0.0, factor: 0.8, between: [0.7, 0.9], influence: vec![1.0, -1.0, 0.5, -0.5] };
    let happens = [true, false, false, true];
    assert!((clear.chance_error(&happens, [0.4, 0.6]) - 4.5f64.sqrt() / 4.0).abs() < 1e-12);
    let (alone, range) = (0.25, 0.1);
    for badly in [Shrink { factor: 0.19, ..clear.clone() }, Shrink { between: [0.8; 2], ..clear.clone() }] {
        let found = badly.chance_error(&happens, [0.4, 0.6]);
        assert!((found - libm::hypot(alone, range)).abs() < 1e-12, "{found}");
    }
}

/// The error of the quantile, of the mean and of the factor, here 0.98056, together: forty values of which 3.8 % of the variance is luck. Worked out by another program.
#[test]
fn a_quantile_errs_with_the_mean_and_the_factor() {
    let values: Vec<f64> = (0..40).map(|i| f64::from(i * i % 37 + i)).collect();
    let excess: Vec<f64> =
        (0..40).map(|i| f64::from(if i % 2 == 0 { 2 + i % 3 } else { -2 - i % 3 })).collect();
    let shrink = Shrink::of(&values, &excess);
    assert!((shrink.factor() - 0.980_564_775).abs() < 1e-8, "{}", shrink.factor());
    let mut sorted = values.clone();
    sorted.sort_by(f64::total_cmp);
    for (level, error) in [(0.25, 5.189_030_637), (0.5, 2.422_150_175), (0.75, 2.610_769_617)] {
        let found = shrink.quantile_error(&values, &sorted, level);
        assert!((found - error).abs() < 1e-7, "{level}: {found}, not {error}");
    }
}

/// A factor that is hardly known: half of its range is taken beside the error of the quantile. One of a fifth is known well enough.
#[test]
fn a_quantile_errs_with_a_factor_hardly_known() {
    let values: Vec<f64> = (0..41).map(f64::from).collect();
    let shrink = |factor| Shrink { mean: 10.0, factor, between: [0.05, 0.35], influence: vec![0.5; 41] };
    let own = quantile::error(&values, 0.5);
    let rough = |factor: f64| libm::hypot(factor * own, 0.5 * 0.3 * 10.0);
    let found = |factor| shrink(factor).quantile_error(&values, &values, 0.5);
    assert!((found(0.1) - rough(0.1)).abs() < 1e-9, "{}", found(0.1));
    // (0.25 / 41)^½ / own is the density, of which 20.5 values lie below, half of a value aside
    let density = (0.25f64 / 41.0).sqrt() / own;
    let moved = |value: f64| {
        0.2 * (0.5 - if value <= 20.0 { 1.0 } else { 0.0 }) / density + 10.0 * 0.5 + 0.8 * (value - 10.0)
    };
    let exact = values.iter().map(|value| moved(*value).powi(2)).sum::<f64>().sqrt() / 41.0;
    assert!((found(0.2) - exact).abs() < 1e-9, "{}, not {exact}", found(0.2));
    assert!((exact - rough(0.2)).abs() > 0.1);
    assert_eq!(Shrink::NONE.quantile_error(&values, &values, 0.5), own);
    let clear = Shrink { influence: vec![1.0, -1.0, 0.5, -0.5], ..shrink(0.2) };
    let slope = 0.2 / 0.3;
    let moved = [0.5 + slope, -0.5 - slope, -0.5 + 0.5 * slope, 0.5 - 0.5 * slope];
    let exact = moved.iter().map(|m| m * m).sum::<f64>().sqrt() / 4.0;
    let found = clear.chance_error(&[true, false, false, true], [0.4, 0.6]);
    assert!((found - exact).abs() < 1e-12, "{found}, not {exact}");
}

/// A trial in which one of both is undefined counts for nothing.
#[test]
fn undefined_trials_shrink_nothing() {
    let [without, with, other] = [
        Shrink::of(&[1.0, 3.0, 5.0, 7.0], &[1.0, -1.0, 0.5, -0.5]),
        Shrink::of(&[1.0, 3.0, 5.0, 7.0, f64::NAN], &[1.0, -1.0, 0.5, -0.5, 9.0]),
        Shrink::of(&[1.0, 3.0, 5.0, 7.0, 4.0], &[1.0, -1.0, 0.5, -0.5, f64::NAN]),
    ];
    assert_eq!((with.factor(), other.factor()), (without.factor(), without.factor()));
    assert!(without.factor() < 1.0 && with.at(9.0) == without.at(9.0));
}

/// Halves that differ by twice the variance of their sum, known to a twentieth, were brought to it together: nothing shrinks. Where that is known badly, nothing is
/// the most that is taken out.
#[test]
fn halves_that_were_brought_together_shrink_nothing() {
    let (up, root) = (|i: i32| if i % 2 == 0 { 1.0 } else { -1.0 }, 3f64.sqrt());
    let values: Vec<f64> = (0..400).map(up).collect();
    let luck = |most: f64| (0..400).map(|i| if i % 4 < 2 { 1.0 } else { most }).collect::<Vec<_>>();
    assert_eq!(Shrink::of(&values, &luck(root)), Shrink::NONE);
    // 1.1 of the variance, known to 0.005
    assert_eq!(Shrink::of(&values, &luck(1.2f64.sqrt())), Shrink::NONE);
    // ten times the variance by a single trial of ten
    let mut single = vec![0.0; 10];
    single[3] = 10.0;
    let shrink = Shrink::of(&values[..10], &single);
    assert_eq!((shrink.factor(), shrink.at(7.0)), (1.0, 7.0));
}

/// Where all the variance is the sample's luck, the business has none.
#[test]
fn all_luck_shrinks_to_the_mean() {
    let shrink = Shrink::of(&[1.0, 3.0], &[1.0, -1.0]);
    assert_eq!((shrink.at(1.0), shrink.at(7.0)), (2.0, 2.0));
}

/// A truth (normal, and an event of chance ½ that moves it by its standard deviation) seen through as much luck again: the quantiles
/// come out as those of the truth, within the errors stated. Over 200 repetitions of 500 trials the standardised misses have mean 0 and
/// standard deviation 1, known to 0.05 each; the bounds are five of them and what order statistics err beyond that. Without the correction the misses are seven
/// errors each.
#[test]
fn quantiles_are_those_of_the_business() {
    let mut rng = rand::rngs::ChaCha8Rng::seed_from_u64(3);
    let mut draw = || -> f64 { (0..12).map(|_| rng.random::<f64>() - 0.5).sum() };
    let below = |x: f64| 0.5 * (normal::cdf(x - 0.5) + normal::cdf(x + 0.5));
    let luck = 1.25f64.sqrt();
    let misses = |level: f64, draw: &mut dyn FnMut() -> f64| -> f64 {
        let (mut values, mut excess) = (Vec::new(), Vec::new());
        for _ in 0..500 {
            let truth = draw() + if draw() < 0.0 { 0.5 } else { -0.5 };
            let halves = [0, 1].map(|_| luck * draw() * 2f64.sqrt());
            values.push(truth + 0.5 * (halves[0] + halves[1]));
            excess.push(0.5 * (halves[0] - halves[1]));
        }
        let shrink = Shrink::of(&values, &excess);
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let simulated = quantile::of_sorted(&sorted, level);
        let error = shrink.quantile_error(&values, &sorted, level);
        let exact = if level < 0.5 { -1.0 } else { 1.0 } * 1.838_75;
        assert!((below(exact) - level).abs() < 2e-4);
        (shrink.at(simulated) - exact) / error
    };
    for level in [0.05, 0.95] {
        let found: Moments = (0..200).map(|_| misses(level, &mut draw)).collect();
        assert!(found.mean().abs() < 0.4 && (0.75..1.25).contains(&found.sd()), "{found:?}");
    }
}
