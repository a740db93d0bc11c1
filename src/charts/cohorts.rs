//! Cohorts under contract: how a forecast of those left came out, and how newcomers stay.

use super::spec::{AxisUnit, Chart, Curve, Curves, Mark, Picture};
use crate::fit::cohort_learn::Group;
use crate::fit::cohort_test::Naive;
use crate::fit::uncertainty::Z90;
use crate::words::{Value, Words};

/// Points with whiskers along a line, at most.
const WHISKERS: usize = 24;

/// The test of the forecast, and the curve of newcomers; periods are steps of so many months.
pub fn cohort_charts(group: &Group, step: (&str, u32), words: Words<'_>) -> [Chart; 2] {
    let chart = |title: String, subtitle: String, picture: Picture| {
        let source = [
            ("customers", Value::Count(libm::round(group.customers))),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ];
        Chart::slide([title, subtitle, words.say("chart-cohort-footer", &source)], picture, words.language())
    };
    let last = group.test.left.last();
    let covers = last.is_none_or(crate::fit::forecast::Forecast::covers);
    let side = if last.is_some_and(|last| last.actual > last.expected) { "above" } else { "below" };
    let covers = if covers { "yes" } else { "no" };
    let tested = words.say("chart-cohort-test", &[("covers", covers.into()), ("side", side.into())]);
    let said = [("step", step.0.into())];
    [
        chart(tested, words.say("chart-cohort-test-shown", &said), test(group, step.0, words)),
        chart(
            staying(group, step.1, words),
            words.say("chart-cohort-curve-shown", &said),
            curve_of(group, step.0, words),
        ),
    ]
}

fn curve(name: String, joined: bool, points: Vec<(f64, f64)>, intervals: Vec<(f64, f64)>) -> Curve {
    Curve { name, details: Vec::new(), joined, points, intervals, tags: Vec::new() }
}

fn test(group: &Group, step: &str, words: Words<'_>) -> Picture {
    let test = &group.test;
    let at = |values: &mut dyn Iterator<Item = f64>| -> Vec<(f64, f64)> {
        std::iter::once(test.customers)
            .chain(values)
            .enumerate()
            .map(|(k, value)| (k as f64, value))
            .collect()
    };
    let said = |key: &str| words.say(key, &[]);
    let intervals =
        std::iter::once((f64::NAN, f64::NAN)).chain(test.left.iter().map(|seen| (seen.low, seen.high)));
    let mut curves = vec![
        curve(
            said("calibrate-test-actual"),
            false,
            at(&mut test.left.iter().map(|seen| seen.actual)),
            Vec::new(),
        ),
        curve(
            said("calibrate-test-forecast"),
            true,
            at(&mut test.left.iter().map(|seen| seen.expected)),
            intervals.collect(),
        ),
    ];
    let simple = test.naive.iter().filter(|(naive, _)| *naive == Naive::LastRate);
    curves.extend(
        simple.map(|(_, left)| {
            curve(said("chart-cohort-rate"), true, at(&mut left.iter().copied()), Vec::new())
        }),
    );
    Picture::Curves(Curves {
        across: (words.say("chart-cohort-since-cut", &[("step", step.into())]), AxisUnit::Count),
        up: (said("chart-cohort-left"), AxisUnit::Plain),
        zero: false,
        curves,
        marks: Vec::new(),
    })
}

/// What the curve says: how many newcomers stay for a year.
fn staying(group: &Group, months: u32, words: Words<'_>) -> String {
    let year = (12 / months.max(1)) as usize;
    let (share, _) = group.believed.newcomers(year.max(1));
    words.say("chart-cohort-curve", &[("share", Value::WholePercent(share))])
}

fn curve_of(group: &Group, step: &str, words: Words<'_>) -> Picture {
    let known = group.observed.len() - 1;
    let until = known + known.div_ceil(2);
    let shares: Vec<(f64, f64)> = (0..=until).map(|k| group.believed.newcomers(k)).collect();
    let every = until.div_ceil(WHISKERS).max(1);
    let interval = |(k, (share, error)): (usize, &(f64, f64))| match k % every {
        0 if k > 0 => ((share - Z90 * error).max(0.0), (share + Z90 * error).min(1.0)),
        _ => (f64::NAN, f64::NAN),
    };
    let points = |values: &mut dyn Iterator<Item = f64>| {
        values.enumerate().map(|(k, share)| (k as f64, share)).collect()
    };
    let said = |key: &str| words.say(key, &[]);
    Picture::Curves(Curves {
        across: (words.say("chart-cohort-since-start", &[("step", step.into())]), AxisUnit::Count),
        up: (said("chart-cohort-share"), AxisUnit::Percent),
        zero: true,
        curves: vec![
            curve(
                said("chart-cohort-observed"),
                false,
                points(&mut group.observed.iter().copied()),
                Vec::new(),
            ),
            curve(
                said("chart-cohort-fitted"),
                true,
                points(&mut shares.iter().map(|(share, _)| *share)),
                shares.iter().enumerate().map(interval).collect(),
            ),
        ],
        marks: vec![Mark { at: known as f64, label: said("chart-cohort-last") }],
    })
}
