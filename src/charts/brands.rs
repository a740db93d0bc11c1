//! A category and its brands: double jeopardy, duplication of purchase, a promotion taken apart.

use super::decision::Played;
use super::spec::{AxisUnit, Bar, Bars, Curve, Curves, Mark, NamedChart, Picture};
use crate::decide::brands::{BrandView, Decomposition, Figure};
use crate::words::{Language, Value};

/// The pictures of a category.
pub fn brands(found: &BrandView, language: Language) -> Vec<NamedChart> {
    let design = (found.title.as_str(), found.design_hash.as_str());
    let played = Played::new(language, &found.currency, &found.origin, Some(design));
    let mut charts = vec![jeopardy(found, played), duplication(found, played)];
    if let Some(promotion) = &found.promotion {
        charts.extend([bump(promotion, played), weeks(promotion, played)]);
    }
    charts
}

fn curve(name: String, points: Vec<(f64, f64)>, joined: bool) -> Curve {
    Curve { name, details: Vec::new(), joined, points, intervals: Vec::new(), tags: Vec::new() }
}

fn names(found: &BrandView) -> Vec<String> {
    found.brands.iter().map(|row| row.name.clone()).collect()
}

/// Penetration and purchases per buyer of each brand, on the line of all brands of such a category.
fn jeopardy(found: &BrandView, played: Played) -> NamedChart {
    let mut line: Vec<_> =
        found.brands.iter().map(|row| (row.expected.penetration, row.expected.purchases_per_buyer)).collect();
    line.sort_by(|a, b| a.0.total_cmp(&b.0));
    let of = |row: &crate::decide::brands::BrandRow| row.simulated;
    let points = found
        .brands
        .iter()
        .map(|row| (of(row).penetration.value, of(row).purchases_per_buyer.value))
        .collect();
    let range = |figure: Figure| (figure.p5, figure.p95);
    let dots = Curve {
        intervals: found.brands.iter().map(|row| range(of(row).purchases_per_buyer)).collect(),
        tags: names(found),
        ..curve(played.say("chart-brands-panels"), points, false)
    };
    let picture = Picture::Curves(Curves {
        across: (played.say("chart-brands-penetration"), AxisUnit::Percent),
        up: (played.say("chart-brands-rate"), AxisUnit::Plain),
        zero: true,
        curves: vec![curve(played.say("chart-brands-expected"), line, true), dots],
        marks: Vec::new(),
    });
    let told = [("period", found.period.key().into()), ("shoppers", found.origin.customers.into())];
    let shown = played.words.say("chart-brands-jeopardy-shown", &told);
    NamedChart {
        name: "double-jeopardy",
        chart: played.chart(played.say("chart-brands-jeopardy"), shown, picture),
    }
}

/// What buyers of the other brands buy of each brand, over its penetration.
fn duplication(found: &BrandView, played: Played) -> NamedChart {
    let table = &found.duplication;
    let count = found.brands.len();
    let mean = |of: usize| {
        let others = (0..count).filter(|i| *i != of).map(|i| table.simulated[i][of]);
        others.sum::<f64>() / (count - 1) as f64
    };
    let at = |i: usize| found.brands[i].simulated.penetration.value;
    let largest = (0..count).map(at).fold(0.0, f64::max);
    // the line goes on beyond the largest brand, whose name needs room
    let law = vec![(0.0, 0.0), (1.2 * largest, 1.2 * table.coefficient * largest)];
    let dots = Curve {
        tags: names(found),
        ..curve(played.say("chart-brands-buyers"), (0..count).map(|i| (at(i), mean(i))).collect(), false)
    };
    let coefficient = ("coefficient", Value::Number(table.coefficient, 2));
    let picture = Picture::Curves(Curves {
        across: (played.say("chart-brands-penetration"), AxisUnit::Percent),
        up: (played.say("chart-brands-also"), AxisUnit::Percent),
        zero: true,
        curves: vec![
            curve(played.words.say("chart-brands-law", std::slice::from_ref(&coefficient)), law, true),
            dots,
        ],
        marks: Vec::new(),
    });
    let title = played.words.say("chart-brands-duplication", &[coefficient]);
    let shown = played.words.say("chart-brands-duplication-shown", &[("period", found.period.key().into())]);
    NamedChart { name: "duplication", chart: played.chart(title, shown, picture) }
}

/// Where the added units come from.
fn bump(found: &Decomposition, played: Played) -> NamedChart {
    let bar = |key: &str, figure: Figure| Bar {
        name: played.say(key),
        value: figure.value,
        interval: (figure.value - 1.96 * figure.mc_error, figure.value + 1.96 * figure.mc_error),
        amount: played.words.whole_percent(figure.value),
        notes: Vec::new(),
    };
    let picture = Picture::Bars(Bars {
        axis: played.say("chart-brands-added"),
        unit: AxisUnit::Percent,
        bars: vec![
            bar("chart-brands-from-brands", found.from_brands),
            bar("chart-brands-brought-forward", found.brought_forward),
            bar("chart-brands-additional", found.additional),
        ],
    });
    let told = [("share", Value::WholePercent(found.from_brands.value))];
    let title = played.words.say("chart-brands-bump", &told);
    let told = [("discount", Value::WholePercent(found.discount)), ("weeks", found.weeks.into())];
    let shown = played.words.say("chart-brands-bump-shown", &told);
    NamedChart { name: "promotion", chart: played.chart(title, shown, picture) }
}

/// Sales week by week.
fn weeks(found: &Decomposition, played: Played) -> NamedChart {
    let course = |key: &str, values: &[f64]| {
        let points = values.iter().enumerate().map(|(week, value)| ((week + 1) as f64, *value)).collect();
        curve(played.say(key), points, true)
    };
    let end = Mark { at: found.weeks as f64 + 0.5, label: played.say("chart-brands-end") };
    let picture = Picture::Curves(Curves {
        across: (played.say("chart-brands-week"), AxisUnit::Plain),
        up: (played.say("chart-brands-usual"), AxisUnit::Percent),
        zero: true,
        curves: vec![
            course("chart-brands-own", &found.own_weeks),
            course("chart-brands-others", &found.other_weeks),
        ],
        marks: vec![end],
    });
    let told = [("weeks", found.weeks_after.into()), ("dip", Value::WholePercent(found.dip.value))];
    let title = played.words.say("chart-brands-weeks", &told);
    NamedChart {
        name: "promotion-weeks",
        chart: played.chart(title, played.say("chart-brands-weeks-shown"), picture),
    }
}
