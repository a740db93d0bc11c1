//! Charts of made-up numbers.

use loyalsim::charts::spec::*;
use loyalsim::words::Language;

pub const LONG: &str = "Программа лояльности «Золотая карта постоянного покупателя» удерживает на 41 000 покупателей больше, \
    но выплачивает 83 % своих выгод тем, кто и без неё остался бы с сетью магазинов электроники";

fn months(count: usize) -> Months {
    Months { start: "2011-03".parse().unwrap(), count }
}

fn chart(title: &str, picture: Picture) -> Chart {
    Chart {
        title: title.to_owned(),
        subtitle: "Annual retention as of each month, % of the customers of twelve months before. Line: mean; \
            dark band: half of all trials; light band: 90 % of them"
            .to_owned(),
        footer: "Сеть магазинов электроники · design 3f9a1c77b2d0 · seed 42 · 1,000 trials of 10,000 customers · loyalsim 0.1.0"
            .to_owned(),
        picture,
        language: Language::En,
        height: Chart::SLIDE,
            width: Chart::WIDE,
    }
}

pub fn line(name: &str, voice: Voice, count: usize, value: impl Fn(f64) -> f64, spread: f64) -> Line {
    let values: Vec<f64> = (0..count).map(|m| value(m as f64)).collect();
    let shifted = |by: f64| values.iter().map(|v| v + by * spread).collect();
    let band = Band { p5: shifted(-1.6), p25: shifted(-0.7), p75: shifted(0.7), p95: shifted(1.6) };
    let details = vec!["78.2 %".to_owned(), "90 % of trials: 76.1 to 80.3 %".to_owned()];
    Line { name: name.to_owned(), details, voice, values, band: (spread > 0.0).then_some(band) }
}

pub fn lines(title: &str, unit: AxisUnit, from_zero: bool, lines: Vec<Line>, count: usize) -> Chart {
    let marks = [(3.0, "Launch of the program"), (7.0, "Second launch of it"), (count as f64, "Stop")];
    let marks =
        marks.map(|(at, label)| Mark { at: f64::min(at, count as f64), label: label.to_owned() }).to_vec();
    let axis = "Customers of twelve months before who are still there".to_owned();
    chart(title, Picture::Lines(Lines { months: months(count), axis, unit, from_zero, lines, marks }))
}

pub fn retention() -> Chart {
    let wave = |m: f64| 0.012 * (m / 5.0).sin();
    let lines_ = vec![
        line("Without the program", Voice::Baseline, 36, move |m| 0.76 + 0.0003 * m + wave(m), 0.009),
        line("With the program", Voice::Program, 36, move |m| 0.76 + 0.0008 * m + wave(m), 0.011),
    ];
    let title = "The program keeps 41,000 more customers, and pays 83 % of its benefits to people who would have stayed";
    lines(title, AxisUnit::Percent, false, lines_, 36)
}

pub fn stack(title: &str, names: &[&str], count: usize, size: f64) -> Chart {
    let layers = names
        .iter()
        .map(|n| Layer { name: (*n).to_owned(), details: vec!["0.91 → 0.88 % a month".to_owned()] });
    let thickness = |panel: f64, layer: usize| {
        let wave = |m: usize| {
            1.0 + 0.2 * (m as f64 / 2.0).sin() - 0.006 * m as f64 * (1.0 + panel * layer as f64 / 3.0)
        };
        (0..count).map(|m| size * wave(m).max(0.0) / (layer as f64 + 1.0)).collect()
    };
    let panel = |(i, name): (usize, &str)| Panel {
        name: name.to_owned(),
        layers: (0..names.len()).map(|l| thickness(i as f64, l)).collect(),
    };
    let panels = ["Without the program", "With the program"].into_iter().enumerate().map(panel).collect();
    let axis = "Customers leaving in a month, % of all".to_owned();
    let spec =
        Stack { months: months(count), axis, unit: AxisUnit::Percent, layers: layers.collect(), panels };
    chart(title, Picture::Stack(spec))
}

pub fn waterfall(title: &str, steps: &[(&str, f64, bool)], interval: Option<(f64, f64)>) -> Chart {
    let step = |(name, amount, total): &(&str, f64, bool)| Step {
        name: (*name).to_owned(),
        amount: *amount,
        total: *total,
        interval: interval.filter(|_| *total),
    };
    let steps = steps.iter().map(step).collect();
    let axis = "Change of the contribution over 36 months".to_owned();
    chart(title, Picture::Waterfall(Waterfall { axis, unit: AxisUnit::Money("RUB".to_owned()), steps }))
}

pub const STEPS: [(&str, f64, bool); 9] = [
    ("Margin on additional sales at list prices", 312e6, false),
    ("Discounts", -184e6, false),
    ("Redeemed points", -71.4e6, false),
    ("Set-up", -12e6, false),
    ("Running cost", -38e6, false),
    ("Service: training and recovery", -9e6, false),
    ("Winning new customers", 6e6, false),
    ("Points outstanding at the end", -22e6, false),
    ("Net effect", -18.4e6, true),
];

pub fn histogram(title: &str, low: f64, width: f64, counts: &[f64]) -> Chart {
    let bounds = (0..=counts.len()).map(|i| low + width * i as f64).collect();
    let mark = |at: f64, label: &str| Mark { at, label: label.to_owned() };
    let middle = low + width * counts.len() as f64 * 0.42;
    let spec = Histogram {
        axis: "Net effect over 36 months".to_owned(),
        unit: AxisUnit::Money("RUB".to_owned()),
        bounds,
        counts: counts.to_vec(),
        below: "Loses money in 63 % of trials: 88 m RUB on average".to_owned(),
        above: "Does not lose money in 37 % of trials".to_owned(),
        marks: vec![mark(middle, "mean −18.4 m RUB"), mark(middle * 1.1, "median −21.0 m RUB")],
    };
    chart(title, Picture::Histogram(spec))
}

pub fn bell() -> Vec<f64> {
    (0..40).map(|i| (140.0 * (-((f64::from(i) - 17.0) / 7.5).powi(2)).exp()).round()).collect()
}

/// Charts that must look good and charts that must not break.
pub fn all() -> Vec<(&'static str, Chart)> {
    let money = || AxisUnit::Money("RUB".to_owned());
    let two = |count: usize, a: f64, b: f64, spread: f64| {
        vec![
            line("Without the program", Voice::Baseline, count, move |m| a + m * b / 7.0, spread),
            line(
                "С программой лояльности «Золотая карта постоянного покупателя»",
                Voice::Program,
                count,
                move |m| a + m * b,
                spread,
            ),
        ]
    };
    let eight = [
        "staff attitude",
        "quality",
        "competition",
        "drift",
        "price",
        "access",
        "involuntary",
        "Причина, которую никто не называет",
    ];
    let long_steps: Vec<_> =
        (0..16).map(|i| (LONG, if i % 2 == 0 { 3e12 } else { -2.9e12 }, i == 15)).collect();
    vec![
        ("retention", retention()),
        (
            "churn",
            stack("Staff attitude, 42 % of exits, is out of the program's reach", &eight[..5], 36, 0.012),
        ),
        (
            "waterfall",
            waterfall(
                "Over 36 months the program costs 18 m RUB more than it brings",
                &STEPS,
                Some((-148e6, 102e6)),
            ),
        ),
        ("net_effect", histogram("The program loses money in 63 % of trials", -190e6, 10e6, &bell())),
        ("long", lines(LONG, money(), true, two(120, 5e7, 1e6, 2e7), 120)),
        ("longer", lines(&LONG.repeat(4), money(), true, two(13, -5e7, 1e6, 2e7), 13)),
        ("unbroken", lines(&"Щ".repeat(300), money(), true, two(24, 0.001, 1e-5, 0.0), 24)),
        ("month", lines("One month", AxisUnit::NpsPoints, false, two(1, -31.0, 1.0, 2.0), 1)),
        ("year", lines("Zero", AxisUnit::Percent, true, two(12, 0.0, 0.0, 0.0), 12)),
        ("huge", lines("Huge", money(), true, two(36, -4e17, 1e17, 2e16), 36)),
        ("undefined", lines("Undefined", money(), true, two(36, f64::NAN, 0.0, 1.0), 36)),
        ("many", lines("Many", money(), true, (0..9).flat_map(|_| two(36, 1.0, 0.0, 0.0)).collect(), 36)),
        ("churn_eight", stack(LONG, &eight, 120, 0.02)),
        ("churn_none", stack("Nobody leaves", &eight[..2], 1, 0.0)),
        ("waterfall_long", waterfall(LONG, &long_steps, Some((-3e12, 4e12)))),
        (
            "waterfall_zero",
            waterfall("Nothing", &[("Discounts", 0.0, false), ("Net effect", 0.0, true)], Some((0.0, 0.0))),
        ),
        ("histogram_one", histogram(LONG, 5.0, 0.0, &[1000.0])),
        ("histogram_loss", histogram("All lost", -4e15, 1e14, &bell())),
        ("histogram_empty", histogram("None", 0.0, 0.0, &[])),
    ]
}
