use super::*;
use crate::design::Sampling;
use crate::simulate::{Experiment, Settings};
use crate::summary::trials::tests::room;
use crate::summary::{Collector, Misfit, Outcome, Replays, RunSettings, Scalar, Series, Summary, TWIN_EVERY};
use proptest::prelude::*;
use std::ops::Range;

const RUN: RunSettings =
    RunSettings { seed: 7, customers: 200, trials_asked: 100, target: crate::units::Share::new(0.05) };

fn collect(design: &Design, trials: Range<u64>) -> Collector {
    let worlds = if design.program.is_some() { 2 } else { 1 };
    let mut collector = Collector::new(design).drawn_by(Sampling::Plain);
    for trial in trials {
        let (truth, tally) = (truth(design), random_tally(trial, worlds));
        let once = Outcome::of(design, &truth, &tally);
        let twice = trial % TWIN_EVERY == 0;
        let replays = Replays { customers: Some(random_tally(trial + 1_000, worlds)), ..Replays::default() };
        let twin = |once: Outcome| once.with_twins(design, &truth, &tally, &replays);
        collector.add(&if twice { twin(once) } else { once }).unwrap();
    }
    collector
}

fn summary(design: &Design, trials: Range<u64>) -> Summary {
    collect(design, trials).summary(&RUN)
}

fn json(summary: &Summary) -> serde_json::Value {
    serde_json::to_value(summary).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Law: any split of the trials into ranges gives the same bits, also when the parts have travelled as JSON.
    #[test]
    fn any_split_gives_the_same_bits(from in 0..20u64, mut cuts in prop::collection::vec(0..70u64, 1..4)) {
        let design = with_program();
        cuts.sort_unstable();
        let mut merged = Collector::new(&design).drawn_by(Sampling::Plain);
        let mut start = from;
        for cut in cuts.into_iter().map(|c| from + c).chain([from + 70]) {
            let part = serde_json::to_string(&collect(&design, start..cut)).unwrap();
            merged.merge(serde_json::from_str(&part).unwrap()).unwrap();
            start = cut;
        }
        let whole = collect(&design, from..from + 70);
        prop_assert_eq!(json(&merged.summary(&RUN)), json(&whole.summary(&RUN)));
        prop_assert!(merged == whole);
    }
}

/// Where numbers lie makes no difference, and rows hold what columns hold: of a sample of the customers, so that all shrink to the real size.
#[test]
fn numbers_put_aside_are_the_same_numbers() {
    let design = with_program();
    let experiment = Experiment::new(&design, Settings { seed: 3, customers: 60 });
    let parts = [0..5, 5..6, 6..13].map(|trials| {
        let mut part = Collector::new(&design);
        for trial in trials {
            let (truth, tally) = (experiment.truth(trial), experiment.play(trial));
            part.add(&Outcome::with_sources(&experiment, &design, &truth, &tally)).unwrap();
        }
        part
    });
    let merged = |mut whole: Collector| {
        parts.iter().for_each(|part| whole.merge(part.clone()).unwrap());
        whole
    };
    let plain = merged(Collector::new(&design));
    let aside = merged(Collector::new(&design).in_room(&room(1 << 20)));
    assert!(plain == aside && plain.excess_of(Scalar::NetEffect as usize).any(|excess| excess != 0.0));
    assert_eq!(json(&plain.summary(&RUN)), json(&aside.summary(&RUN)));
    let numbers = aside.numbers();
    let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
    let rows: Vec<Vec<f64>> = plain.numbers().rows().collect();
    assert_eq!(rows.len(), 13);
    for column in 0..plain.names().len() {
        assert_eq!(
            bits(numbers.column(column)),
            bits(rows.iter().map(|row| row[column]).collect()),
            "{column}"
        );
    }
}

#[test]
fn trials_out_of_order_are_refused() {
    let design = with_program();
    let mut collector = collect(&design, 0..3);
    let late = Outcome::of(&design, &truth(&design), &random_tally(4, 2));
    assert!(matches!(collector.add(&late), Err(Misfit::NotAdjacent(_))));
    assert!(matches!(collector.merge(collect(&design, 5..6)), Err(Misfit::NotAdjacent(_))));
    assert_eq!(collector.merge(collect(&without_program(), 3..4)), Err(Misfit::OtherDesign));
    assert_eq!(collector, collect(&design, 0..3));
}

/// Monthly means must be the plain means of the outcomes, quantiles must stand in order, differences must be those
/// of the means.
#[test]
fn bands_follow_the_outcomes() {
    let design = with_program();
    let summary = summary(&design, 0..100);
    let (baseline, program, difference) =
        (&summary.baseline, summary.program.as_ref().unwrap(), summary.difference.as_ref().unwrap());
    let revenue = |trial| random_tally(trial, 2).total(1, 5, Line::ListRevenue);
    let mean = (0..100).map(revenue).sum::<f64>() / 100.0;
    let band = program.series.get(Series::ListRevenue).unwrap();
    assert!((band.mean[5] / mean - 1.0).abs() < 1e-12);
    for (series, band) in program.series.iter() {
        for m in 0..MONTHS {
            let order = [band.p5[m], band.p25[m], band.median[m], band.p75[m], band.p95[m]];
            assert!(order.windows(2).all(|w| w[0] <= w[1]), "{series:?} {m}: {order:?}");
        }
    }
    for &series in Series::COMPARED {
        let mean = |monthly: &crate::summary::Monthly| monthly.series.get(series).unwrap().mean[9];
        let gap = mean(program) - mean(baseline);
        assert!((mean(difference) - gap).abs() <= 1e-9 * mean(program).abs().max(1.0), "{series:?}");
    }
    assert_eq!(difference.churned_by_cause.len(), 2);
}

/// The mean waterfall closes as each trial's does.
#[test]
fn the_mean_waterfall_closes() {
    let summary = summary(&with_program(), 0..50);
    let bars = summary.waterfall.unwrap();
    let sum: f64 = bars[..bars.len() - 1].iter().map(|b| b.mean.get()).sum();
    let largest = bars.iter().fold(0.0f64, |most, bar| most.max(bar.mean.get().abs()));
    assert!((sum - bars[bars.len() - 1].mean.get()).abs() <= 1e-9 * largest);
    assert_eq!(bars.iter().filter(|b| b.total).count(), 2);
}

#[test]
fn enough_says_how_many_trials_would_do() {
    let design = with_program();
    let few = summary(&design, 0..100).enough;
    assert_eq!((few.headline, few.reached, few.trials_needed), ("net_effect", false, 400));
    assert!((few.error_share.get() - 0.1).abs() < 1e-12);
    assert!(summary(&design, 0..400).enough.reached);
    assert_eq!(summary(&without_program(), 0..10).enough.headline, "retention_baseline");
    assert!(!summary(&design, 0..1).enough.reached);
}

#[test]
fn json_keeps_its_layout() {
    let json = json(&summary(&with_program(), 0..60));
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    insta::assert_json_snapshot!(keys);
    assert_eq!(json["format"], 1);
    assert_eq!(json["variance"]["pairs"], 6);
    assert_eq!(json["run"]["partial"], true);
    assert_eq!(json["months"][2], "2026-03");
    assert_eq!(json["headline"].as_object().unwrap().len(), Scalar::COUNT);
    assert_eq!(json["headline"]["net_effect"]["unit"], "money");
    assert_eq!(json["program"]["series"]["retention"]["median"].as_array().unwrap().len(), MONTHS);
    assert_eq!(json["goals"][0]["metric"], "annual_retention");
}

#[test]
fn without_a_program_half_of_the_summary_is_null() {
    let json = json(&summary(&without_program(), 0..20));
    for key in
        ["program", "difference", "loss", "payback", "waterfall", "price_per_saved", "net_effect_histogram"]
    {
        assert!(json[key].is_null(), "{key}");
    }
    assert!(json["headline"]["net_effect"].is_null() && json["headline"]["nps_baseline"].is_object());
}

/// A run stopped before its first trial still has a summary.
#[test]
fn no_trials_give_no_numbers() {
    let summary = Collector::new(&with_program()).summary(&RUN);
    assert!(summary.run.partial && summary.headline.get(Scalar::NetEffect).is_none());
    assert!(!summary.enough.reached);
    assert_eq!(json(&summary)["run"]["trials"], 0);
}

/// The document for analysts names every key.
#[test]
fn every_key_is_documented() {
    let document = include_str!("../../../docs/summary-json.md");
    let json = json(&summary(&with_program(), 0..20));
    let top = json.as_object().unwrap().keys().map(String::as_str);
    let run = json["run"].as_object().unwrap().keys().map(String::as_str);
    let scalars = Scalar::ALL.iter().map(|s| s.key());
    let series = Series::ALL.iter().map(|s| s.key());
    for key in top.chain(run).chain(scalars).chain(series) {
        assert!(document.contains(&format!("`{key}`")), "docs/summary-json.md does not explain {key}");
    }
    for &series in Series::COMPARED {
        assert!(document.contains(&format!("`{}` *", series.key())), "{}", series.key());
    }
}
