//! An e-mail experiment with customers left out by lot (Hillstrom 2008): what is measured of one half is played, and held against the other.

use super::change::{AS_BEFORE, CHANGED, calibrated, play, with};
use super::data::{folder, rows};
use super::{Told, comment_agrees};
use loyalsim::data::{Assigned, ExperimentOptions, Options, Outcome};
use loyalsim::fit::experiment::{About, Experiment};
use loyalsim::simulate::Line;
use std::fmt::Write;

/// What was known before the lots were drawn.
const BEFORE: [&str; 7] = ["recency", "history", "mens", "womens", "zip_code", "newbie", "channel"];

/// The table with the customers whose place in it is picked.
fn table(picked: impl Fn(usize) -> bool) -> Option<String> {
    let folder = folder("hillstrom_email")?;
    let columns = [&BEFORE[..], &["segment", "conversion", "spend"]].concat();
    let mut text = columns.join(",") + "\n";
    for (_, row) in rows(&folder, "customers.csv.gz").iter().enumerate().filter(|(at, _)| picked(*at)) {
        let cells: Vec<&str> = columns.iter().map(|column| &row[column]).collect();
        writeln!(text, "{}", cells.join(",")).unwrap();
    }
    Some(text)
}

fn found(text: String) -> Experiment {
    let stated = ExperimentOptions { control: None, before: BEFORE.map(str::to_owned).to_vec() };
    let assigned = Assigned::read(text.into(), &stated, &Options::default()).unwrap();
    let about =
        About { file: "hillstrom.csv".into(), hash: String::new(), days: 14, messages: Some(1.0), arm: None };
    Experiment::new(&assigned, about).unwrap()
}

/// The figures that docs/validation.md tells.
#[test]
fn the_experiment_is_as_published() {
    let Some(text) = table(|_| true) else { return };
    let found = found(text);
    let told = |what, told, value, rounding| Told { what, told, value, rounding };
    let arm = |name: &str| found.arms.iter().position(|arm| arm.name == name).unwrap();
    let (mens, womens) = (arm("Mens E-Mail"), arm("Womens E-Mail"));
    let mean = |arm: usize, outcome: usize| found.arms[arm].means[outcome];
    let of = |arm: usize, outcome: usize| &found.contrasts[arm - 1].effects[outcome];
    for contrast in &found.contrasts {
        for effect in &contrast.effects {
            eprintln!("{:?}: {effect:?}", contrast.arm);
        }
    }
    let balance = found.balance.as_ref().unwrap().chance;
    eprintln!("{balance}, {:?}", found.chance_of_sizes);
    assert_eq!(
        found.contrasts[0].effects.iter().map(|e| e.outcome).collect::<Vec<_>>(),
        [Outcome::Bought, Outcome::Spend]
    );
    comment_agrees(
        "docs/validation.md",
        &[
            told("bought, no e-mail", 0.568, 100.0 * mean(0, 0), 0.0005),
            told("bought, men's", 1.244, 100.0 * mean(mens, 0), 0.0005),
            told("bought, women's", 0.897, 100.0 * mean(womens, 0), 0.0005),
            told("spend, no e-mail", 0.634, mean(0, 1), 0.0005),
            told("spend, men's", 1.594, mean(mens, 1), 0.0005),
            told("spend, women's", 1.128, mean(womens, 1), 0.0005),
            told("men's", 0.67, 100.0 * of(mens, 0).best().difference.value, 0.005),
            told("its error", 0.13, 100.0 * of(mens, 0).best().difference.error, 0.005),
            told("women's", 0.33, 100.0 * of(womens, 0).best().difference.value, 0.005),
            told("its error", 0.12, 100.0 * of(womens, 0).best().difference.error, 0.005),
            told("draws as unlike", 2.0 / 3.0, balance, 0.05),
        ],
    );
}

/// The effect of half of the customers, played in a shop made from another log, comes to what was measured of them, and lies in the interval of the other half.
/// Where customers leave after purchases, as they do in fitted shops, a part of what is added is lost again as the last purchase comes sooner.
#[test]
fn an_effect_is_played_as_it_was_measured() {
    let Some(log) = folder("cdnow") else { return };
    let [Some(one), Some(other)] = [0, 1].map(|half| table(|at| at % 2 == half)) else { return };
    let mut text = String::from("customer,date,amount\n");
    for row in rows(&log, "transactions.csv.gz") {
        writeln!(text, "{},{},{}", &row["customer_id"], &row["date"], &row["amount"]).unwrap();
    }
    let mut options =
        vec!["--experiment", "letters.csv", "--experiment-days", "14", "--experiment-messages", "1"];
    options.extend(BEFORE.iter().flat_map(|column| ["--experiment-before", column]));
    let design = calibrated(&[("log.csv", &text), ("letters.csv", &one)], &options);
    // the middle of the number: how far it may be off is no question of the machine
    let line = design.lines().find(|line| line.starts_with("message_lift")).unwrap();
    let middle = line.split("p50 = ").nth(1).unwrap().split(',').next().unwrap();
    let certain = design.replace(line, &format!("message_lift = {middle}"));
    let by_time = certain.replace("churn_clock = \"purchase\"\n", "");
    let by_time = &by_time[..by_time.find("\n[correlations]").unwrap()];
    let [one, other] = [one, other].map(|half| found(half).followed().effects[0].best().ratio.unwrap());
    let measured = one.value.exp();
    let [(lifted, error), (leaving, rough)] = [by_time, &certain].map(|text| first_month(text, measured));
    eprintln!(
        "measured {measured:.3}, played {lifted:.3} ± {error:.3}, where they leave after purchases {leaving:.3} ± {rough:.3}; the other half {:.3}, \
         error of its logarithm {:.3}",
        other.value.exp(),
        other.error
    );
    assert!((lifted - measured).abs() < 4.0 * error, "{lifted} ± {error}, measured {measured}");
    assert!((lifted.ln() - other.value).abs() < 1.645 * other.error.hypot(one.error), "{lifted}, {other:?}");
    let told = |what, told, value, rounding| Told { what, told, value, rounding };
    comment_agrees(
        "docs/validation.md",
        &[
            told("one half", 121.0, 100.0 * (measured - 1.0), 0.5),
            told("the other", 66.0, 100.0 * (other.value.exp() - 1.0), 0.5),
            told("played", 121.0, 100.0 * (lifted - 1.0), 400.0 * error),
            told("where they leave after purchases", 112.0, 100.0 * (leaving - 1.0), 400.0 * rough + 0.5),
        ],
    );
}

/// How many times as much is bought in the first month with messages as without, and the error of that.
fn first_month(design: &str, expected: f64) -> (f64, f64) {
    let start = design.lines().find_map(|line| line.strip_prefix("start = ")).unwrap();
    let program = format!(
        "[program]\nlaunch = {start}\nsetup_cost = 0\ncost_per_month = 0\n\
         [[program.messages]]\nper_month = 2.174\nothers = 1\ncost_per_message = 0.01\n"
    );
    let [base, lifted, off] = play(&with(design, &program), 60, |trial| {
        let [base, lifted] = [AS_BEFORE, CHANGED].map(|world| trial.all(world, 0..1, Line::Purchases));
        [base, lifted, lifted - expected * base]
    });
    (lifted.mean / base.mean, off.error / base.mean)
}
