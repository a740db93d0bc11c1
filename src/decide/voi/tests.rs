//! Problems whose value of information is known in closed form.
//!
//! The benefit of launching is *μ* + Σ *bₖ θₖ* + luck, with independent standard normal *θ*: knowing numbers with Σ *bₖ*² = *s*² is worth
//! the unit normal loss *s φ*(|*μ*|/*s*) − |*μ*| *Φ*(−|*μ*|/*s*) (Raiffa & Schlaifer 1961), and a study that tells the part *ρ*² of them
//! the same with *ρ s*.

use super::study::{PlannedStudy, judge};
use super::*;
use crate::decide::Unwatched;
use crate::design::{Basis, Catalogue, Draft, LearntBy, StudyKind};
use crate::random::{Purpose, StreamKey, normal};
use crate::units::Range;
use rand::RngExt;

const TRIALS: usize = 2_000;
const SLOPES: [f64; 4] = [1.0, 0.5, 0.25, 0.0];
const MEAN: f64 = 0.5;
/// What the best choice brings today, and the cost of capital.
const TODAY: (Money, AnnualRate) = (Money::new(MEAN), AnnualRate::new(0.1));
const LUCK: f64 = 2.0;
/// Repetitions, each on trials of its own.
const TIMES: u64 = 40;

fn unit_loss(mean: f64, sd: f64) -> f64 {
    let distance = mean.abs() / sd;
    sd * normal::density(distance) - mean.abs() * normal::cdf(-distance)
}

fn normals(seed: u64, stream: u64) -> Vec<f64> {
    let mut rng = StreamKey { seed, trial: 0, a: 77, b: stream as u32, purpose: Purpose::Search }.rng();
    (0..TRIALS).map(|_| normal::quantile(rng.random::<f64>().clamp(1e-12, 1.0 - 1e-12))).collect()
}

fn column(path: &str, values: &[f64]) -> UncertainNumber {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let key = Catalogue::get().find(path).unwrap_or(&Catalogue::get().keys()[0]);
    UncertainNumber {
        path: path.to_owned(),
        id: None,
        basis: Basis::Assumed,
        unit: &key.unit,
        learnt_by: LearntBy::Nothing,
        range: Range { min: f64::NEG_INFINITY, max: f64::INFINITY },
        mean: 0.0,
        sd: 1.0,
        scores: basis::scores(values).unwrap(),
        sorted,
    }
}

/// Trials with the four numbers, and for each pair `(mean, slopes)` a design that brings `mean` + Σ slope·number + luck.
fn played(seed: u64, designs: &[(f64, [f64; 4])]) -> Trials {
    let numbers: Vec<Vec<f64>> = (0..4).map(|k| normals(seed, k)).collect();
    let luck = normals(seed, 9);
    let benefit = |(mean, slopes): &(f64, [f64; 4])| -> Vec<f64> {
        let of = |t: usize| {
            mean + slopes.iter().zip(&numbers).map(|(b, n)| b * n[t]).sum::<f64>() + LUCK * luck[t]
        };
        (0..TRIALS).map(of).collect()
    };
    let benefits = std::iter::once(vec![0.0; TRIALS]).chain(designs.iter().map(benefit)).collect();
    let names = (0..designs.len()).map(|i| Choice::Alternative(i.to_string()));
    Trials {
        columns: numbers.iter().enumerate().map(|(k, n)| column(&format!("number_{k}"), n)).collect(),
        choices: std::iter::once(Choice::DontLaunch).chain(names).collect(),
        benefits,
        values: Vec::new(),
    }
}

fn known(trials: &Trials, places: &[usize]) -> Known {
    Known::new(trials, places, &trials.contrasts().0)
}

/// Mean over the repetitions must lie within 4.4 standard errors (one test of 100,000 fails by chance) and 4 % of the truth.
fn assert_near(what: &str, found: &[f64], truth: f64) {
    let moments: Moments = found.iter().copied().collect();
    let allowed = 4.4 * moments.standard_error() + 0.04 * truth;
    assert!(
        (moments.mean() - truth).abs() < allowed,
        "{what}: {} ± {}, not {truth}",
        moments.mean(),
        moments.standard_error()
    );
}

#[test]
fn two_decisions_have_the_worth_of_the_closed_form() {
    let sets: [(&[usize], f64); 4] = [(&[0], 1.0), (&[1], 0.5), (&[0, 1], 1.25), (&[0, 1, 2, 3], 1.3125)];
    let trials: Vec<Trials> = (0..TIMES).map(|seed| played(seed, &[(MEAN, SLOPES)])).collect();
    for (places, variance) in sets {
        let sd = if places.len() == 1 { variance } else { f64::sqrt(variance) };
        let found: Vec<Amount> = trials.iter().map(|t| known(t, places).exact()).collect();
        let truth = unit_loss(MEAN, sd);
        if places == [1] {
            // The weak one is distinguished from zero in most repetitions only; where it is not, chance does not flatter it.
            let high = found.iter().filter(|a| a.high.get() >= truth).count();
            assert!(high >= 34, "{high} of 40 intervals reach {truth}");
            continue;
        }
        assert_near(&format!("{places:?}"), &found.iter().map(|a| a.value.get()).collect::<Vec<_>>(), truth);
        let held = found.iter().filter(|a| (a.low.get()..=a.high.get()).contains(&truth)).count();
        // 40 intervals that hold in 90 % fall below 30 in one case of 3,000.
        assert!(held >= 30, "{places:?}: {held} of {TIMES} intervals hold {truth}");
    }
}

#[test]
fn a_number_that_does_not_matter_is_worth_nothing() {
    // Mean 0 is the hardest case: the decision is a coin's toss, and chance flatters most.
    for mean in [0.0, 0.5, 2.0] {
        let found = (0..TIMES).map(|seed| known(&played(100 + seed, &[(mean, SLOPES)]), &[3]).exact());
        let found: Vec<Amount> = found.collect();
        // An alarm in one of 20 at most: more than 7 of 40 in one case of 1,000.
        assert!(found.iter().filter(|a| a.clear).count() <= 7, "{mean}: {found:?}");
        let value = found.iter().map(|a| a.value.get()).sum::<f64>() / TIMES as f64;
        assert!(
            value < 0.005,
            "{mean}: {value}, a hundredth of what knowing the first number is worth at most"
        );
    }
}

#[test]
fn three_decisions_have_the_worth_of_the_integral() {
    // On number 0, launching brings 0.3 + z, the other design 0.2 − 0.8 z; both share the luck.
    let designs = [(0.3, [1.0, 0.5, 0.0, 0.0]), (0.2, [-0.8, 0.0, 0.3, 0.0])];
    let truth = {
        let steps = 40_000;
        let best = |z: f64| f64::max(0.0, f64::max(0.3 + z, 0.2 - 0.8 * z)) * normal::density(z);
        let sum: f64 = (0..steps).map(|i| best(-8.0 + 16.0 * (f64::from(i) + 0.5) / f64::from(steps))).sum();
        sum * 16.0 / f64::from(steps) - 0.3
    };
    let found: Vec<f64> =
        (0..TIMES).map(|seed| known(&played(200 + seed, &designs), &[0]).exact().value.get()).collect();
    // The best of today's means is chosen on the same trials, which takes up to a fiftieth.
    assert_near("three decisions", &found, truth);
}

/// A survey of one number with known sampling error: `spread`² over n, for a number with mean square 1.
fn survey(informs: &[usize], bias: f64) -> PlannedStudy {
    PlannedStudy {
        name: "survey".to_owned(),
        kind: StudyKind::Survey,
        informs: informs.to_vec(),
        sample: 10,
        largest: 100_000,
        months: 6,
        delay_months: 0,
        cost: Money::new(0.01),
        cost_per_unit: Money::new(0.001),
        customers_per_store: 300,
        between_stores: Share::new(0.05),
        spread: 3.0,
        bias: Share::new(bias),
        proposed: false,
    }
}

#[test]
fn a_study_has_the_worth_of_the_closed_form() {
    for sample in [5_u64, 20, 200] {
        let found = (0..TIMES).map(|seed| {
            let trials = played(300 + seed, &[(MEAN, SLOPES)]);
            let precision = survey(&[0], 0.0).precision(&trials.columns[0], sample);
            known(&trials, &[0]).learnt(&[precision]).value.get()
        });
        let part = f64::sqrt(1.0 / (1.0 + 9.0 / sample as f64));
        assert_near(&format!("a study of {sample}"), &found.collect::<Vec<_>>(), unit_loss(MEAN, part));
    }
}

#[test]
fn a_larger_study_is_worth_more_up_to_knowing() {
    let trials = played(1, &[(MEAN, SLOPES)]);
    let fits = known(&trials, &[0, 1]);
    let judged = judge(&survey(&[0, 1], 0.0), &trials, &fits, TODAY, &|_| None);
    let worths: Vec<f64> = judged.curve.iter().map(|at| at.worth.value.get()).collect();
    assert!(worths.windows(2).all(|pair| pair[1] >= pair[0] - 1e-3), "{worths:?}");
    let (last, knowing) = (worths.last().unwrap(), judged.knowing.value.get());
    assert!((last - knowing).abs() < 0.01 * knowing && worths[0] < 0.5 * knowing, "{worths:?} {knowing}");
    // A flawed instrument stays below.
    let flawed = judge(&survey(&[0, 1], 1.0), &trials, &fits, TODAY, &|_| None);
    assert!(flawed.curve.last().unwrap().worth.value.get() < 0.8 * knowing);
}

#[test]
fn the_best_size_pays_for_its_last_answer() {
    let trials = played(2, &[(MEAN, SLOPES)]);
    let judged = judge(&survey(&[0], 0.0), &trials, &known(&trials, &[0]), TODAY, &|_| None);
    // worth(n) − 0.001 n in closed form
    let net = |n: f64| unit_loss(MEAN, f64::sqrt(1.0 / (1.0 + 9.0 / n))) - 0.001 * n;
    let best = (1..400).map(f64::from).max_by(|a, b| net(*a).total_cmp(&net(*b))).unwrap();
    let ratio = judged.best.sample as f64 / best;
    assert!((0.6..1.6).contains(&ratio), "{} instead of {best}", judged.best.sample);
    assert_eq!(judged.verdict, Verdict::Worthwhile);
    let mut dear = survey(&[0], 0.0);
    dear.cost = Money::new(1.0);
    let judged = judge(&dear, &trials, &known(&trials, &[0]), TODAY, &|_| None);
    assert_eq!(judged.verdict, Verdict::TooDear);
    // A year's delay at 10 % takes a tenth of what is gained, and of what would be gained anyway.
    let mut slow = survey(&[0], 0.0);
    slow.delay_months = 12;
    let slow = judge(&slow, &trials, &known(&trials, &[0]), TODAY, &|_| None).planned;
    let delay = (1.0 - 1.0 / 1.1) * (MEAN + slow.worth.value.get());
    assert!((slow.cost.get() - (0.01 + 0.01 + delay)).abs() < 1e-9, "{slow:?}");
}

#[test]
fn flips_are_where_the_lines_cross() {
    let trials = played(3, &[(MEAN, SLOPES)]);
    let (best, others) = (trials.best(), trials.contrasts().1);
    let flips = known(&trials, &[0]).flips(&trials.columns[0], best, &others);
    assert_eq!(flips.len(), 1, "{flips:?}");
    // 0.5 + z is 0 at −0.5; luck of 2 leaves an error of a tenth there
    assert!((flips[0].at + 0.5).abs() < 0.4 && (flips[0].below, flips[0].above) == (0, 1), "{flips:?}");
    let benefit_curve = known(&trials, &[0]).benefit_curve(&trials.columns[0], &others);
    assert!(benefit_curve.benefits[0].iter().all(|b| *b == Money::NONE));
    assert!(
        benefit_curve.benefits[1][0].get() < -1.0 && benefit_curve.benefits[1].last().unwrap().get() > 2.0
    );
}

/// Sampling errors by hand.
#[test]
fn kinds_of_study_have_their_sampling_errors() {
    let mut share = column("business.annual_retention", &normals(1, 1));
    (share.sorted, share.sd) = (vec![0.5; 10], 0.1);
    share.range = Range { min: 0.05, max: 0.995 };
    let variance = |kind, sample| {
        let plan = PlannedStudy { kind, ..survey(&[0], 0.0) };
        let part = plan.precision(&share, sample);
        0.01 / (part * part) - 0.01
    };
    let near = |a: f64, b: f64| assert!((a / b - 1.0).abs() < 1e-9, "{a} {b}");
    near(variance(StudyKind::Survey, 100), 0.25 / 100.0);
    // half a year of an A/B test sees half of the yearly leavers
    near(variance(StudyKind::AbTest, 100), 4.0 * 0.25 * 2.0 / 100.0);
    near(variance(StudyKind::Pilot, 10), 2.0 * 0.25 * (0.05 + 0.95 * 2.0 / 300.0) / 10.0);
    let mut nps = column("business.nps", &normals(1, 1));
    (nps.sorted, nps.sd) = (vec![20.0; 10], 5.0);
    nps.range = Range { min: -90.0, max: 90.0 };
    let part = survey(&[0], 0.0).precision(&nps, 1000);
    near(25.0 / (part * part) - 25.0, 1e4 * (0.7 - 0.04) / 1000.0);
}

const TEXT: &str = include_str!("../../../scenarios/premature.toml");
const SIZE: VoiSize = VoiSize { settings: Settings { seed: 2, customers: 200 }, trials: 200 };

#[test]
fn a_design_is_told_what_to_find_out() {
    let found = voi(TEXT, &[], SIZE, &Unwatched).unwrap().unwrap();
    let numbers = TruthSampler::new(&Design::parse(TEXT).unwrap(), 0).drawn().count();
    assert!(found.numbers.len() <= numbers && !found.numbers.is_empty());
    for worth in found.numbers.iter().chain(&found.groups) {
        assert!(worth.amount.value <= found.perfect.value, "{worth:?} {:?}", found.perfect);
        assert!(worth.amount.value >= Money::NONE && worth.amount.low <= worth.amount.high);
    }
    assert!(found.perfect.value.get() <= found.clairvoyance.value + 2.0 * found.clairvoyance.mc_error);
    assert!((found.choices.iter().map(|c| c.best_in.get()).sum::<f64>() - 1.0).abs() < 1e-9);
}

#[test]
fn threads_change_nothing() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| voi(TEXT, &[], SIZE, &Unwatched).unwrap())
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn another_design_that_is_the_same_brings_no_new_number_and_no_worth() {
    let alone = voi(TEXT, &[], SIZE, &Unwatched).unwrap().unwrap();
    let twin = [(Choice::Alternative("twin".to_owned()), TEXT.to_owned())];
    let both = voi(TEXT, &twin, SIZE, &Unwatched).unwrap().unwrap();
    assert_eq!(both.choices.len(), 3);
    assert_eq!(both.numbers.len(), alone.numbers.len());
    assert!(
        (both.perfect.value - alone.perfect.value).get().abs() <= 2.0 * alone.perfect.mc_error.get() + 1.0
    );
}

#[test]
fn what_leaves_nothing_to_decide_is_refused() {
    let wrong = |text: &str, others: &[(Choice, String)]| {
        voi(text, others, SIZE, &Unwatched).unwrap_err().to_string()
    };
    let mut draft = Draft::new(TEXT).unwrap();
    draft.remove("program").unwrap();
    let bare = draft.finish().unwrap().0;
    assert!(wrong(&bare, &[]).contains("voi-no-program"));
    let other = |text: String| vec![(Choice::Alternative("b".to_owned()), text)];
    assert!(wrong(TEXT, &other(bare)).contains("voi-other-no-program (name: b)"));
    let mut draft = Draft::new(TEXT).unwrap();
    draft.set_text("currency", "JPY").unwrap();
    assert!(wrong(TEXT, &other(draft.finish().unwrap().0)).contains("voi-currency (name: b, other: JPY"));
    assert!(wrong("title = 1", &[]).contains("title"));
    let mut draft = Draft::new(TEXT).unwrap();
    let uncertain: Vec<(String, f64)> = draft
        .before()
        .numbers
        .iter()
        .filter(|(_, n)| !n.distribution.is_certain())
        .map(|(_, n)| (n.path.clone(), n.distribution.central()))
        .collect();
    for (path, value) in uncertain {
        draft.set_distribution(&path, &crate::design::Distribution::Fixed(value)).unwrap();
    }
    assert!(wrong(&draft.finish().unwrap().0, &[]).contains("voi-certain"));
}
