//! One number, one value: what a review says at one place holds at every other. Read from its JSON, as other programs would.

use super::{OF_GOOD, OF_SABOTAGED};
use loyalsim::review::Review;
use serde_json::Value;
use std::sync::LazyLock;

const ELECTRONICS: &str = include_str!("../../scenarios/electronics.toml");

static OF_ELECTRONICS: LazyLock<Review> = LazyLock::new(|| super::made_of(ELECTRONICS, 2, 60));

fn all() -> [(&'static str, Value); 3] {
    [("sabotaged", &*OF_SABOTAGED), ("good", &*OF_GOOD), ("electronics", &*OF_ELECTRONICS)]
        .map(|(name, review)| (name, serde_json::to_value(review).unwrap()))
}

fn number(review: &Value, figure: &str, field: &str) -> Option<f64> {
    review["figures"][figure][field].as_f64()
}

/// Every object below a value.
fn objects<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(object) => {
            found.push(object);
            object.values().for_each(|value| objects(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

/// The rows of all tables, as the names of the figures in their cells.
fn rows(review: &Value) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    objects(&review["parts"], &mut found);
    let rows = found.iter().filter_map(|object| object.get("rows")?.as_array()).flatten();
    let figure = |cell: &Value| cell["figure"]["id"].as_str().map(str::to_owned);
    rows.map(|row| row.as_array().unwrap().iter().filter_map(figure).collect()).collect()
}

/// What has a before and an after differs by its change: all three rest on the same trials.
#[test]
fn neighbouring_columns_rest_on_the_same_trials() {
    let mut compared = 0;
    for (name, review) in all() {
        for (id, _) in review["figures"].as_object().unwrap() {
            let Some(what) = id.strip_suffix(".change").filter(|what| what.starts_with("counter-design."))
            else {
                continue;
            };
            let value = |id: &str| number(&review, id, "value").unwrap();
            let (before, after, change) = (value(&format!("{what}.before")), value(what), value(id));
            let size = before.abs().max(after.abs()).max(1.0);
            assert!((after - before - change).abs() < 1e-9 * size, "{name}: {what}");
            compared += 1;
        }
    }
    assert!(compared >= 10, "{compared}");
}

/// A threat costs the program what it costs, wherever it is told.
#[test]
fn one_threat_has_one_figure() {
    for (name, review) in all() {
        let rows = rows(&review);
        let damages: Vec<&String> = rows.iter().flatten().filter(|id| id.ends_with(".damage")).collect();
        let twice = rows
            .iter()
            .filter(|row| row.iter().any(|id| id.starts_with("counter-design.") && id.ends_with(".damage")));
        for row in twice {
            assert!(
                damages.iter().filter(|id| ***id == row[0]).count() >= 2,
                "{name}: {row:?} stands in one table only"
            );
            assert_eq!(row[1], format!("counter-design.{}", row[0]), "{name}");
        }
        assert!(!damages.is_empty(), "{name}");
    }
}

/// The tail that stands beside a present value is one of present values: no better than its lower end, no worse than nothing but bad luck.
#[test]
fn a_present_value_stands_beside_its_own_tail() {
    for (name, review) in all() {
        let worst = number(&review, "proposal.worst", "value").unwrap();
        let low = number(&review, "proposal.npv", "low").unwrap();
        assert!(worst <= low, "{name}: {worst} is better than {low}");
        let [loss, nothing] = ["proposal.loss", "nothing.better"].map(|id| number(&review, id, "value"));
        assert_eq!(loss, nothing, "{name}");
        let mut sentences = Vec::new();
        objects(&review["parts"], &mut sentences);
        let keys: Vec<&str> = sentences.iter().filter_map(|object| object.get("key")?.as_str()).collect();
        assert!(keys.contains(&"review-loss"), "{name}");
    }
}

/// What the program could do at best is more than what it is expected to do.
#[test]
fn ceilings_lie_above_expectations() {
    for (name, review) in all() {
        let value = |id: &str| number(&review, id, "value");
        let (today, ceiling) = (value("reach.today").unwrap(), value("reach.ceiling").unwrap());
        let change = value("proposal.retention_change").unwrap();
        assert!(ceiling >= today + change - 1e-12, "{name}: {ceiling} below {today} + {change}");
    }
}

/// Nothing that is a part of a whole is more than the whole; probabilities neither; intervals are the right way round.
#[test]
fn nothing_is_more_than_all() {
    for (name, review) in all() {
        for (id, figure) in review["figures"].as_object().unwrap() {
            let [value, low, high] = ["value", "low", "high"].map(|field| figure[field].as_f64());
            if figure["unit"] == "chance" {
                let ends = [value, low, high].into_iter().flatten();
                assert!(ends.into_iter().all(|end| (0.0..=1.0).contains(&end)), "{name}: {id} {figure}");
            }
            if let (Some(low), Some(high)) = (low, high) {
                assert!(low <= high, "{name}: {id} {figure}");
            }
        }
        let sum = |start: &str, end: &str| -> f64 {
            let figures = review["figures"].as_object().unwrap().iter();
            let of = figures.filter(|(id, _)| id.starts_with(start) && id.ends_with(end));
            of.filter_map(|(_, figure)| figure["value"].as_f64()).sum()
        };
        assert!(sum("cause.", ".share") <= 1.0 + 1e-9, "{name}: causes");
        assert!(sum("driver.", ".share") <= 1.0 + 1e-9, "{name}: what explains the variance");
    }
}

/// The table of causes and the picture of them have the same shares: leavers of the whole period by cause.
#[test]
fn causes_in_the_table_are_those_of_the_picture() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD, &*OF_ELECTRONICS] {
        let causes = &review.summary.causes;
        let drawn: Vec<f64> =
            review.summary.baseline.churned_by_cause.iter().map(|band| band.mean.iter().sum()).collect();
        let told: Vec<f64> = causes
            .iter()
            .map(|cause| review.figures.find(&format!("cause.{cause}.without")).unwrap().1.value)
            .collect();
        let [all_drawn, all_told] = [&drawn, &told].map(|all| all.iter().sum::<f64>());
        for (drawn, told) in drawn.iter().zip(&told) {
            assert!((drawn / all_drawn - told / all_told).abs() < 1e-9, "{causes:?}: {drawn} {told}");
        }
    }
}
