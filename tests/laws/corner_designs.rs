//! Law: whatever corner of the allowed ranges a business is in, the world without a program is as declared in its first year, or the design
//! is refused.

use super::random_designs::Dice;
use super::*;
use loyalsim::design::{ChurnClock, Problem};

/// Designs drawn.
const DESIGNS: u64 = 120;
const CUSTOMERS: usize = 3_000;
const TRIALS: u64 = 16;
/// Standard errors allowed on top of a tolerance.
const ERRORS: f64 = 4.5;

/// One of some values.
fn one<'a>(dice: &mut Dice, of: &[&'a str]) -> &'a str {
    of[(dice.next() * of.len() as f64) as usize]
}

/// A business in a corner: ends of the ranges, or of where the distributions have their usual shape, and a value between.
fn business(dice: &mut Dice) -> String {
    let causes = [
        "quality = 0.9, drift = 0.1",
        "staff_attitude = 0.9, price = 0.1",
        "competition = 0.9, access = 0.1",
        "quality = 0.3, staff_attitude = 0.3, competition = 0.3, drift = 0.1",
        "unexplained = 1",
    ];
    let mut draw = |of: &[&'static str]| one(dice, of);
    let fast = draw(&["0", "0.5", "1"]);
    let clock = draw(&["month", "month", "purchase"]);
    let fails = draw(&["0", "0.02", "0.3", "1"]);
    let rates: &[&str] = match fails {
        "0" | "0.02" => &["0.5", "4", "12", "100", "1000"],
        _ => &["0.5", "4", "12", "100"],
    };
    let staying = match draw(&["year", "year", "month"]) {
        "year" => format!("annual_retention = {}", draw(&["0.05", "0.3", "0.75", "0.95", "0.995"])),
        _ => format!("monthly_churn = {}", draw(&["0.001", "0.02", "0.1", "0.4"])),
    };
    format!(
        r#"
title = "corner"
currency = "EUR"
start = "2026-01"
horizon_months = 12
[business]
customers = 10_000_000
new_customers_per_month = 0
acquisition_cost = 0
gross_margin = 0.4
{staying}
nps = {nps}
age_months = {age}
[churn]
causes = {{ {causes} }}
[service]
failures_per_purchase = {fails}
recovered_fast = {fast}
recovered_slowly = {slowly}
proper_contacts = {proper}
[[segment]]
name = "all"
share = 1
basket = 20
purchases_per_year = {rate}
purchase_shape = {shape}
basket_noise = {noise}
basket_spread = {spread}
churn_shape = {alpha}
rate_staying_correlation = {correlation}
churn_clock = "{clock}"
"#,
        nps = draw(&["-90", "-40", "20", "60", "90"]),
        age = draw(&["1", "36", "600"]),
        causes = draw(&causes),
        slowly = if fast == "1" { "0" } else { draw(&["0", "0.5"]) },
        proper = draw(&["0.02", "0.15", "0.9"]),
        rate = draw(rates),
        shape = draw(&["0.05", "0.3", "0.8", "5", "100"]),
        noise = draw(&["0", "0.4", "5"]),
        spread = draw(&["0", "0.75", "2"]),
        alpha = draw(&["0.1", "0.67", "5", "20"]),
        correlation = draw(&["0", "0", "-0.8", "0.8"]),
    )
}

/// How far the share left, the shares of causes and NPS may be off.
#[derive(Debug, Clone, Copy)]
struct Tolerance {
    left: f64,
    cause: f64,
    nps: f64,
}

impl Tolerance {
    /// Wider where something fails more than once a month, by which customers sink through the categories whatever is declared, and where purchases at which
    /// customers leave fail often, since which of them was the last is not asked (known weaknesses in docs/model.md).
    fn of(design: &Design, truth: &Truth) -> Self {
        let segment = &design.segments[0];
        let fails = truth[design.service.failures_per_purchase];
        let narrow = Self { left: 0.004, cause: 0.015, nps: 0.8 };
        let many = fails * truth[segment.purchases_per_year] >= 12.0;
        let narrow = if many { Self { left: 0.012, nps: 1.5, ..narrow } } else { narrow };
        match segment.churn_clock {
            ChurnClock::Purchase if fails >= 0.3 => Self { left: 0.02, cause: 0.06, ..narrow },
            _ => narrow,
        }
    }
}

/// What is further off than its tolerance and its standard errors.
fn wrong(design: &Design) -> Vec<String> {
    let truth = Truth::central(design);
    let (tallies, segment) = (play(design, CUSTOMERS, TRIALS), &design.segments[0]);
    let allowed = Tolerance::of(design, &truth);
    let year = |t: &Tally, line| sum(t, 0, 0..12, line);
    let first = |t: &Tally, line| sum(t, 0, 0..1, line);
    let mut off = Vec::new();
    let mut check = |what: &str, declared: f64, tolerance: f64, number: &dyn Fn(&Tally) -> f64| {
        let found = Mean::over(&tallies, number);
        if (found.value - declared).abs() > tolerance + ERRORS * found.error {
            off.push(format!("{what}: declared {declared}, found {found:?}"));
        }
    };
    let (months, left) = (segment.staying.months(), segment.staying.left(truth[segment.staying.number()]));
    check("left", left, allowed.left, &|t| {
        sum(t, 0, months - 1..months, Line::Stayed) / first(t, Line::Start)
    });
    for (k, cause) in design.causes.iter().enumerate() {
        let left = |t: &Tally| (0..design.causes.len()).map(|c| year(t, Line::Left(c))).sum::<f64>();
        check(&cause.name, truth[cause.share], allowed.cause, &|t| year(t, Line::Left(k)) / left(t));
    }
    let basket = truth[segment.basket];
    check("receipt", basket, 0.005 * basket, &|t| year(t, Line::ListRevenue) / year(t, Line::Purchases));
    // who leaves at a purchase makes no more of them in the month, and is asked about fewer
    if segment.churn_clock == ChurnClock::Month {
        let rate = truth[segment.purchases_per_year];
        check("purchases", rate, 0.005 * rate, &|t| 12.0 * first(t, Line::Purchases) / first(t, Line::Start));
        check("NPS", truth[segment.nps], allowed.nps, &|t| {
            100.0 * (first(t, Line::Promoters) - first(t, Line::Detractors)) / first(t, Line::Start)
        });
    }
    off
}

/// About six numbers of a hundred designs, each allowed its tolerance and 4.5 standard errors from 16 trials. Four of 2,400 designs are off by more (by 0.008 to 0.03
/// of retention: nearly all leave for quality and few stay, or something fails in every month), so that it fails on one seed in five. What it catches:
/// a number that is off by twice its tolerance wherever its standard error is below a fifth of it, nearly everywhere but for the heaviest tails.
#[test]
fn any_corner_is_reproduced_or_refused() {
    let found: Vec<Option<String>> = (0..DESIGNS)
        .into_par_iter()
        .map(|number| {
            let text = business(&mut Dice(SEED + 7_000 * number));
            match Design::parse(&text) {
                Ok(design) => {
                    let wrong = wrong(&design);
                    Some(if wrong.is_empty() {
                        wrong.concat()
                    } else {
                        format!("{}\n{text}", wrong.join("\n"))
                    })
                }
                Err(problems) => {
                    let of_retention = |p: &Problem| p.code() == "design::range";
                    assert!(problems.iter().all(of_retention), "{problems}\n{text}");
                    None
                }
            }
        })
        .collect();
    let played: Vec<&String> = found.iter().flatten().collect();
    assert!(played.len() as u64 > DESIGNS * 3 / 4, "{} are refused", DESIGNS - played.len() as u64);
    let wrong: Vec<&str> = played.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
