//! What a summary says of four trials, worked out by hand.

use super::*;
use crate::design::Sampling;
use crate::summary::outcome::{Figures, Twins};
use crate::summary::{Collector, Outcome, RunSettings, Scalar, Summary};
use crate::units::{Money, Share};

/// Of a trial: the net effect, the program's cost, customers saved net, final retention with and without the program, and the month from which the effect
/// stays above zero.
type Row = (f64, f64, f64, [f64; 2], Option<usize>);

const TRIALS: [Row; 4] = [
    (-30.0, 10.0, -1.0, [0.70, 0.70], None),
    (-10.0, 20.0, 2.0, [0.80, 0.80], None),
    (20.0, 30.0, 4.0, [0.74, 0.70], Some(7)),
    (60.0, 40.0, 5.0, [0.73, 0.70], Some(4)),
];

fn collected(trials: &[Row], twins: Option<Twins>) -> Collector {
    collected_of_a_sample(trials, twins, &[])
}

/// The same where the luck of the sample moves the net effect by so much in each trial; none where nothing is said.
fn collected_of_a_sample(trials: &[Row], twins: Option<Twins>, luck: &[f64]) -> Collector {
    let design = with_program();
    let mut collector = Collector::new(&design).drawn_by(Sampling::Plain);
    for (trial, (effect, cost, saved, retention, paid_back)) in trials.iter().enumerate() {
        let mut numbers = vec![f64::NAN; collector.frame.numbers()];
        numbers[Scalar::NetEffect as usize] = *effect;
        numbers[Scalar::ProgramCost as usize] = *cost;
        numbers[Scalar::NetSaved as usize] = *saved;
        let [with, without] = *retention;
        numbers[Scalar::COUNT..Scalar::COUNT + 5].copy_from_slice(&[with, 0.74, 0.0, without, 0.0]);
        let path = |month: usize| if paid_back.is_some_and(|at| month >= at) { 1.0 } else { -1.0 };
        let figures = Figures {
            numbers,
            cells: vec![0.0; collector.sketches.len()],
            effect: (0..MONTHS).map(path).collect(),
        };
        let excess = luck.get(trial).map(|luck| {
            let mut numbers = vec![0.0; figures.numbers.len()];
            numbers[Scalar::NetEffect as usize] = *luck;
            Figures { numbers, cells: vec![0.0; figures.cells.len()], effect: vec![0.0; MONTHS] }
        });
        collector.add(&Outcome { trial: trial as u64, figures, excess, twins }).unwrap();
    }
    collector
}

fn summary(trials: &[Row], target: f64) -> Summary {
    let target = Share::new(target);
    collected(trials, None).summary(&RunSettings { seed: 7, customers: 200, trials_asked: 4, target })
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

/// Two of four lose, 20 on average; of the worst twentieth a fifth of a trial is counted.
#[test]
fn losses() {
    let loss = summary(&TRIALS, 0.05).loss.unwrap();
    near(loss.probability.share.get(), 0.5);
    near(loss.mean_when_losing.unwrap().get(), -20.0);
    near(loss.expected_shortfall.get(), -30.0);
    let none =
        summary(&[(0.0, 1.0, 1.0, [0.7; 2], None), (5.0, 1.0, 1.0, [0.7; 2], None)], 0.05).loss.unwrap();
    assert_eq!((none.probability.share.get(), none.mean_when_losing), (0.0, None));
}

/// Counted from 1: a quarter have paid back by month 5, a half by month 8, three quarters never.
#[test]
fn payback() {
    let payback = summary(&TRIALS, 0.05).payback.unwrap();
    near(payback.probability.share.get(), 0.5);
    assert_eq!([payback.p25, payback.median, payback.p75], [Some(5), Some(8), None]);
    let of_three = summary(&TRIALS[1..], 0.05).payback.unwrap();
    assert_eq!([of_three.p25, of_three.median, of_three.p75], [Some(5), Some(8), None]);
}

/// 25 for 2.5 customers; at that price the costs miss by 20, 0, −10 and −10: √(600/3)/√4, for 2.5 customers.
#[test]
fn the_price_of_a_customer() {
    let price = summary(&TRIALS, 0.05).price_per_saved.unwrap();
    near(price.price.unwrap().get(), 10.0);
    near(price.mc_error.unwrap().get(), 50f64.sqrt() / 2.5);
    near(price.none_saved.get(), 0.25);
    for (cost, saved) in [(10.0, 0.0), (10.0, -1.0), (0.0, 1.0), (-5.0, 1.0)] {
        let none = summary(&[(1.0, cost, saved, [0.7; 2], None); 2], 0.05).price_per_saved.unwrap();
        assert_eq!((none.price, none.mc_error), (None::<Money>, None));
        near(none.none_saved.get(), if saved > 0.0 { 0.0 } else { 1.0 });
    }
}

/// Two of four reach 0.74 with the program, one without. The changes are 0, 0, 1 and 0: a quarter, with a standard deviation of a half.
#[test]
fn goals() {
    let goals = summary(&TRIALS, 0.05).goals;
    near(goals[0].threshold, 0.74);
    near(goals[0].probability.share.get(), 0.5);
    let without = goals[0].without.as_ref().unwrap();
    near(without.probability.share.get(), 0.25);
    near(without.gain.share.get(), 0.25);
    near(without.gain.mc_error.get(), 0.25);
    assert!(goals[1].without.is_none());
}

/// The error of the mean of four is a half of their spread. For 0.4 of it 4 · (0.5/0.4)² = 6.25 trials are needed.
#[test]
fn enough_trials() {
    let of = |target| summary(&TRIALS, target).enough;
    near(of(0.6).error_share.get(), 0.5);
    assert_eq!((of(0.6).reached, of(0.6).trials_needed), (true, 4));
    assert_eq!((of(0.4).reached, of(0.4).trials_needed), (false, 7));
    // exactly so much is enough; exactly 16 are needed for a quarter
    assert_eq!((of(0.5).reached, of(0.5).trials_needed), (true, 4));
    assert_eq!((of(0.25).reached, of(0.25).trials_needed), (false, 16));
    // one trial tells nothing: as many as independent ones would take; without any spread it is enough
    let one = summary(&TRIALS[..1], 0.1).enough;
    assert_eq!((one.reached, one.trials_needed), (false, 100));
    let alike = summary(&[TRIALS[0]; 3], 0.1).enough;
    assert_eq!((alike.error_share.get(), alike.reached, alike.trials_needed), (0.0, true, 3));
}

/// Where all the spread is the sample's luck, the business has none, and the error is held against half of what was simulated.
#[test]
fn enough_trials_of_a_sample() {
    let settings = RunSettings { seed: 7, customers: 200, trials_asked: 4, target: Share::new(0.4) };
    let summary = collected_of_a_sample(&TRIALS, None, &[40.0, 20.0, -10.0, -50.0]).summary(&settings);
    assert_eq!(summary.headline[Scalar::NetEffect].sd, 0.0);
    near(summary.enough.error_share.get(), 1.0);
    assert_eq!((summary.enough.reached, summary.enough.trials_needed), (false, 25));
}

/// A part of a run that begins with its sixth trial; and a run is whole once all trials asked for are done.
#[test]
fn trials_that_were_done() {
    let design = with_program();
    let mut collector = Collector::new(&design);
    for trial in 5..8 {
        collector.add(&Outcome::of(&design, &truth(&design), &tally(trial, 2, |_| 1.0))).unwrap();
    }
    let run = |trials_asked| {
        let settings = RunSettings { seed: 7, customers: 200, trials_asked, target: Share::new(0.05) };
        let run = collector.summary(&settings).run;
        (run.first_trial, run.trials, run.partial)
    };
    assert_eq!([run(3), run(4)], [(5, 3, false), (5, 3, true)]);
    // what was drawn by another plan is another run
    let mut other = Collector::new(&design).drawn_by(Sampling::Plain);
    other.add(&Outcome::of(&design, &truth(&design), &tally(8, 2, |_| 1.0))).unwrap();
    assert_eq!(collector.merge(other), Err(crate::summary::Misfit::OtherDesign));
}

/// The first bar and the last stand on the ground.
#[test]
fn totals_of_the_waterfall() {
    let bars = summary(&TRIALS, 0.05).waterfall.unwrap();
    let totals: Vec<usize> = (0..bars.len()).filter(|bar| bars[*bar].total).collect();
    assert_eq!(totals, [0, bars.len() - 1]);
}

/// Of a variance of 3 502/3 the sample's luck is 1 000/3, 0.28555 of it, known to 0.15. Deviations from 10 shrink by 0.84525, at the ends of that error by 0.75132
/// and 0.92977: −1 becomes 0.7, which is no loss, but one at the second end. So the chance of a loss, a quarter, errs by 0.32335, and not by 0.21651 as that of four
/// trials without luck of a sample.
#[test]
fn chances_of_a_sample() {
    let rows: [Row; 4] = [-30.0, -1.0, 20.0, 51.0].map(|effect| (effect, 1.0, 1.0, [0.7; 2], None));
    let mut rows = rows;
    (rows[2].4, rows[3].4) = (Some(7), Some(4));
    let settings = RunSettings { seed: 7, customers: 200, trials_asked: 4, target: Share::new(0.05) };
    let summary = collected_of_a_sample(&rows, None, &[10.0, -10.0, 20.0, -20.0]).summary(&settings);
    let about =
        |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    let effect = &summary.headline[Scalar::NetEffect];
    about(effect.mean, 10.0);
    about(effect.sd, 28.879_072_540);
    about(effect.median, (0.702_236_755 + 18.452_512_041) / 2.0);
    let loss = summary.loss.unwrap();
    about(loss.mean_when_losing.unwrap().get(), -23.810_048_164);
    let of = |chance: crate::summary::Probability| {
        [chance.share, chance.mc_error, chance.low, chance.high].map(Share::get)
    };
    let paid_back = of(summary.payback.unwrap().probability);
    for (found, expected) in of(loss.probability).into_iter().zip([0.25, 0.323_351_248, 0.0, 0.900_770_355]) {
        about(found, expected);
    }
    for (found, expected) in paid_back.into_iter().zip([0.5, 0.323_351_248, 0.0, 1.0]) {
        about(found, expected);
    }
}

/// Its variance is 4 600/3: a tenth by events, three tenths by customers.
#[test]
fn where_the_variance_comes_from() {
    let all = 4600.0 / 3.0;
    let collector = collected(&TRIALS, Some(Twins { events: 0.1 * all, customers: 0.3 * all }));
    let settings = RunSettings { seed: 7, customers: 200, trials_asked: 9, target: Share::new(0.05) };
    let summary = collector.summary(&settings);
    let split = summary.variance.unwrap();
    near(split.events.get(), 0.1);
    near(split.luck.get(), 0.3);
    near(split.ignorance.get(), 0.6);
    assert_eq!((split.pairs, summary.run.partial, summary.run.trials), (4, true, 4));
}
