//! Proper scores of bets: what a forecaster does best by saying what they believe (Gneiting & Raftery 2007).

use super::event::Bet;
use super::result::BetScore;

/// What is left outside a range of nine in ten.
const OUTSIDE: f64 = 0.1;

/// The Brier score of a chance against what happened, mean over the trials.
pub fn brier(chance: f64, happened: &[f64]) -> f64 {
    mean(happened.iter().map(|hit| (chance - hit) * (chance - hit)))
}

/// The interval score of a range against what came out, mean over the trials: its width, and a fine for each result outside.
pub fn interval(low: f64, high: f64, values: &[f64]) -> f64 {
    let fine = 2.0 / OUTSIDE;
    mean(values.iter().map(|x| high - low + fine * (low - x).max(0.0) + fine * (x - high).max(0.0)))
}

/// The score of a bet. `slack` is the least score of the scenario's own program: a design whose effect is nearly certain does not ask for
/// clairvoyance. `happened` is of each goal, 1 in trials that reached it; `values` are the net effects, `range` their 5 and 95 % quantiles.
pub fn score(
    bet: &Bet,
    happened: &[Vec<f64>],
    values: &[f64],
    (range, slack): ((f64, f64), f64),
) -> BetScore {
    let of = |chances: &[f64]| {
        let all = chances.iter().zip(happened).map(|(chance, hits)| brier(*chance, hits));
        (!happened.is_empty()).then(|| mean(all))
    };
    let simulated: Vec<f64> = happened.iter().map(|hits| mean(hits.iter().copied())).collect();
    let (brier, least_brier) = (of(&bet.chances), of(&simulated));
    let scored = interval(bet.low, bet.high, values);
    // a range of quantiles is the best there is, but for the trials' steps
    let least = interval(range.0, range.1, values).min(scored);
    let inside = values.iter().filter(|x| (bet.low..=bet.high).contains(x)).count();
    BetScore {
        brier,
        least_brier,
        interval: scored,
        least_interval: least,
        inside: inside as f64 / values.len().max(1) as f64,
        chance_points: brier.zip(least_brier).map(|(is, least)| 100.0 * (1.0 - (is - least))),
        range_points: if scored > 0.0 { 100.0 * (least + slack) / (scored + slack) } else { 100.0 },
    }
}

/// Points of a design between the floor and the best.
pub fn design_points(mean: f64, floor: f64, best: f64) -> f64 {
    let room = best - floor;
    if room > 0.0 { (100.0 * (mean - floor) / room).clamp(0.0, 100.0) } else { 100.0 }
}

/// The mean of some numbers.
pub fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    sum / count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trials 0, 1, … 99; every fourth reaches the goal.
    fn trials() -> (Vec<f64>, Vec<f64>) {
        ((0..100).map(f64::from).collect(), (0..100).map(|n| f64::from(u8::from(n % 4 == 0))).collect())
    }

    fn bet(chance: f64, low: f64, high: f64) -> Bet {
        Bet { chances: vec![chance], low, high }
    }

    #[test]
    fn scores_are_those_of_the_book() {
        let (values, hits) = trials();
        assert!((brier(0.25, &hits) - 0.1875).abs() < 1e-12);
        assert!((brier(0.75, &hits) - (0.25 * 0.0625 + 0.75 * 0.5625)).abs() < 1e-12);
        // nine trials below 9 are short of it by 45 in all, and a fine is twenty times as much
        assert!((interval(9.0, 99.0, &values) - (90.0 + 20.0 * 45.0 / 100.0)).abs() < 1e-12);
    }

    /// Law: nobody does better than by saying what is simulated.
    #[test]
    fn the_truth_scores_best() {
        let (values, hits) = trials();
        let told =
            score(&bet(0.25, 4.95, 94.05), std::slice::from_ref(&hits), &values, ((4.95, 94.05), 50.0));
        assert!((told.points() - 100.0).abs() < 1e-9, "{told:?}");
        assert!((told.inside - 0.9).abs() < 1e-12);
        for (chance, low, high) in [
            (0.0, 4.95, 94.05),
            (0.6, 4.95, 94.05),
            (0.25, 0.0, 99.0),
            (0.25, 40.0, 60.0),
            (0.25, -900.0, -800.0),
        ] {
            let other =
                score(&bet(chance, low, high), std::slice::from_ref(&hits), &values, ((4.95, 94.05), 50.0));
            assert!(other.points() < told.points(), "{chance} {low} {high}");
            assert!(other.points() >= 0.0);
        }
    }

    #[test]
    fn what_is_certain_asks_for_no_clairvoyance() {
        let close = |slack| {
            score(&Bet { chances: Vec::new(), low: -1.0, high: 1.0 }, &[], &[0.0; 9], ((0.0, 0.0), slack))
        };
        assert_eq!((close(0.0).range_points, close(8.0).range_points), (0.0, 80.0));
    }

    #[test]
    fn without_goals_the_range_is_all() {
        let (values, _) = trials();
        let told =
            score(&Bet { chances: Vec::new(), low: 5.0, high: 94.0 }, &[], &values, ((5.0, 94.0), 0.0));
        assert_eq!((told.brier, told.chance_points), (None, None));
        assert_eq!(told.points(), told.range_points);
    }

    #[test]
    fn designs_earn_what_they_reach() {
        assert_eq!(design_points(5.0, 0.0, 10.0), 50.0);
        assert_eq!(design_points(-5.0, 0.0, 10.0), 0.0);
        assert_eq!(design_points(7.0, 7.0, 7.0), 100.0);
    }
}
