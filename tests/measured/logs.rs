//! Models fitted to purchase logs: as likely as those of other programs, and judged on months that they did not see.

use super::data::folder;
use loyalsim::data::{Log, Options, Reader, dates};
use loyalsim::fit::backtest::BackTest;
use loyalsim::fit::customers::Pasts;
use loyalsim::fit::learn::last_fitted;
use loyalsim::fit::model::Model;
use loyalsim::fit::naive::Naive;
use loyalsim::fit::receipts::Receipts;
use loyalsim::fit::season_test::error_of_a_month;
use loyalsim::units::Day;
use serde_json::Value;

/// A log and what other programs have found in it.
struct Judged {
    name: &'static str,
    log: Log,
    cut: Day,
    peers: Value,
}

/// Logs of the data sets for which there are answers of other programs (lifetimes and an independent maximum likelihood).
fn logs() -> Vec<Judged> {
    ["cdnow", "grocery", "apparel", "retail_125k"].into_iter().filter_map(judged).collect()
}

fn judged(name: &'static str) -> Option<Judged> {
    let (data, answers) = (folder(name)?, folder("reference")?);
    let file = std::fs::File::open(data.join("transactions.csv.gz")).unwrap();
    let (log, told) = read(file);
    assert_eq!(told, 0, "{name}: rows set aside");
    let peers: Value =
        serde_json::from_reader(std::fs::File::open(answers.join(format!("{name}_dev.json"))).unwrap())
            .unwrap();
    let cut = dates::day(peers["calibration_end"].as_str().unwrap(), dates::Order::DayFirst).unwrap();
    Some(Judged { name, log, cut, peers })
}

fn read(file: std::fs::File) -> (Log, u64) {
    let options = Options::default();
    let mut reader = Reader::new(&options);
    reader.read_text(file, &mut |_| {}, &mut || true).unwrap();
    let (log, told) = reader.finish().unwrap();
    (log, told.bad())
}

/// The same likelihoods to a hundredth, or better; the same counts of customers and purchases exactly.
#[test]
fn models_are_as_likely_as_those_of_other_programs() {
    for Judged { name, log, cut, peers } in logs() {
        let pasts = Pasts::of(&log, cut, cut);
        assert_eq!(Some(pasts.customers()), peers["n_customers"].as_f64(), "{name}");
        assert_eq!(Some(pasts.repeats()), peers["n_repeat_calibration"].as_f64(), "{name}");
        for (model, key) in Model::ALL.into_iter().zip(["bg_nbd", "mbg_nbd", "pareto_nbd"]) {
            let (found, theirs) =
                (model.fit(&pasts).ln_likelihood, peers["models"][key]["loglik"].as_f64().unwrap());
            assert!(found > theirs - 0.01, "{name}, {key}: {found}, theirs {theirs}");
            assert!(found < theirs + 0.5, "{name}, {key}: {found} cannot be so much likelier than {theirs}");
        }
        if let Some(theirs) = peers["models"]["gamma_gamma"]["loglik"].as_f64() {
            let found = Receipts::of(&log, cut).unwrap().model.ln_likelihood;
            assert!((found - theirs).abs() < 0.01, "{name}: {found}, theirs {theirs}");
        }
    }
}

/// CDNOW: parameters as published (Fader, Hardie & Lee 2005; Fader & Hardie 2013), standard errors as of an independent program.
#[test]
fn cdnow_comes_out_as_published() {
    let Some(Judged { log, cut, peers, .. }) = judged("cdnow") else { return };
    let pasts = Pasts::of(&log, cut, cut);
    let published = [
        (Model::ALL[0], "bg_nbd", [0.243, 4.414, 0.793, 2.426]),
        (Model::ParetoNbd, "pareto_nbd", [0.553, 10.578, 0.606, 11.669]),
    ];
    for (model, key, figures) in published {
        let found = model.fit(&pasts);
        for (k, name) in model.parameters().into_iter().enumerate() {
            assert!((found.parameters[k] - figures[k]).abs() < 5.1e-4, "{key}, {name}: {found:?}");
            let error = peers["models"][key]["se"][name].as_f64().unwrap();
            assert!((found.errors()[k] / error - 1.0).abs() < 1e-3, "{key}, {name}: {:?}", found.errors());
        }
    }
    let receipts = Receipts::of(&log, cut).unwrap().model;
    for (found, published) in receipts.parameters.into_iter().zip([6.25, 3.74, 15.44]) {
        assert!((found - published).abs() < 5.1e-3, "{receipts:?}");
    }
}

/// The chosen model misses the purchases of the months that it has not seen by at most two points more than the best of the other programs'
/// three models, which was picked afterwards; and its 90 % intervals hold 85 to 95 % of all months.
#[test]
fn months_not_seen_are_forecast() {
    let (mut covered, mut months) = (0, 0);
    for Judged { name, log, cut, peers } in logs() {
        let test = BackTest::new(&log, cut).unwrap();
        let errors = ["bg_nbd", "mbg_nbd", "pareto_nbd"].map(|key| {
            let held_out = &peers["models"][key]["holdout"];
            held_out["pct_error"].as_f64().unwrap().abs() / 100.0
        });
        let best = errors.into_iter().fold(f64::INFINITY, f64::min);
        let ours = test.purchases.error();
        assert!(ours.abs() < best + 0.02, "{name}: {ours}, theirs {errors:?}");
        assert!(test.purchases.covers(), "{name}: {:?}", test.purchases);
        covered += test.months.iter().filter(|(_, forecast)| forecast.covers()).count();
        months += test.months.len();
    }
    let share = f64::from(covered as u32) / f64::from(months.max(1) as u32);
    assert!(months == 0 || (0.85..=0.95).contains(&share), "{covered} of {months}");
}

/// Logs that have no answers of other programs, and where `calibrate` cuts them unless told otherwise.
fn others() -> Vec<(&'static str, Log, Day)> {
    let files = [("online_retail", "orders.csv.gz"), ("complete_journey", "baskets.csv.gz")];
    let one = |(name, file): (&'static str, &str)| {
        let (log, _) = read(std::fs::File::open(folder(name)?.join(file)).unwrap());
        let cut = last_fitted(&log, None).unwrap();
        Some((name, log, cut))
    };
    files.into_iter().filter_map(one).collect()
}

/// How far the total of the months kept apart is off, and how far the best of the forecasts without a model, picked afterwards for each log, in per cent: as
/// docs/validation.md tells it. On four of six logs the model is nearer; the other two are of customers who buy on and on, where all are near, and what they bought lies within its interval.
const OFF_BY: [(&str, f64, f64); 6] = [
    ("cdnow", -12.1, 13.3),
    ("grocery", 19.5, 38.0),
    ("apparel", 0.1, 45.4),
    ("retail_125k", 2.4, 0.1),
    ("online_retail", 14.8, 30.8),
    ("complete_journey", -1.1, -0.1),
];

#[test]
fn models_are_held_against_forecasts_without_one() {
    let known = logs().into_iter().map(|Judged { name, log, cut, .. }| (name, log, cut));
    let all: Vec<(&str, Log, Day)> = known.chain(others()).collect();
    let mut off = [0.0; 3];
    for (name, log, cut) in &all {
        let test = BackTest::new(log, *cut).unwrap();
        let percent = |total: f64| 100.0 * (total / test.purchases.actual - 1.0);
        let naive = test.naive.iter().map(|(_, total)| percent(*total));
        let best = naive.min_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap();
        let ours = 100.0 * test.purchases.error();
        eprintln!("{name}: until {}, off by {ours:+.2} %, {best:+.2} % without a model", test.until);
        let told = OFF_BY.iter().find(|(known, ..)| known == name).unwrap();
        assert!((ours - told.1).abs() < 0.06 && (best - told.2).abs() < 0.06, "{told:?}: {ours}, {best}");
        assert!(ours.abs() < best.abs() || test.purchases.covers(), "{name}: {:?}", test.purchases);
        let of = |kind: Naive| test.naive.iter().find(|(known, _)| *known == kind).unwrap().1;
        let rules = [Naive::LastQuarter, Naive::LastWindow].map(|kind| percent(of(kind)).abs());
        off.iter_mut().zip([ours.abs(), rules[0], rules[1]]).for_each(|(sum, one)| *sum += one);
    }
    // the model, the pace of the last quarter, as many as before: on average over the six
    let means = off.map(|sum| sum / OFF_BY.len() as f64);
    eprintln!("off by {means:.2?} % on average");
    let told = [8.0, 21.0, 62.0];
    let agree = means.iter().zip(told).all(|(mean, told)| (mean - told).abs() < 0.5);
    assert!(all.len() < OFF_BY.len() || agree, "{means:?}, told {told:?}");
}

/// Where two whole years come before the cut, the months kept apart are forecast with their season, too: told is how far they are off with it and without,
/// and nowhere are its intervals too narrow.
#[test]
fn months_not_seen_are_forecast_with_their_season() {
    for (name, told) in [("apparel", [0.236, 0.258]), ("retail_125k", [0.031, 0.031])] {
        let Some(Judged { log, cut, .. }) = judged(name) else { return };
        let test = BackTest::new(&log, cut).unwrap();
        let of = test.season.as_ref().unwrap();
        let found = [&of.months, &test.months].map(|months| error_of_a_month(months));
        let covered = of.months.iter().filter(|(_, forecast)| forecast.covers()).count();
        eprintln!(
            "{name}: {} years, {covered} of {} months; off by {found:?}; in all {:+.3} and {:+.3}",
            of.years,
            of.months.len(),
            of.purchases.error(),
            test.purchases.error()
        );
        assert!(covered as f64 >= 0.85 * of.months.len() as f64, "{name}: {covered}");
        for (found, told) in found.into_iter().zip(told) {
            assert!((found - told).abs() < 0.005, "{name}: {found:?}, told {told:?}");
        }
    }
}
