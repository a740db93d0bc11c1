//! `calibrate --cohorts`: a table of cohorts to a design that runs, however it is laid out, or a sentence that says what to do.

use super::calibrate::{design, numbers};
use super::calibrate_workbook::texts;
use super::workbooks::workbook;
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fs;
use std::path::Path;

/// Customers left of monthly cohorts, the first known for `months` months.
fn cohorts(months: usize) -> Vec<(String, Vec<u64>)> {
    let one = |begun: usize| {
        let left = (0..months - begun).map(|k| (900.0 * (1.0 + 0.11 * k as f64).powf(-0.7)) as u64);
        (format!("{}-{:02}", 2024 + begun / 12, begun % 12 + 1), left.collect())
    };
    (0..months).map(one).collect()
}

fn wide(head: &str, cell: impl Fn(u64, u64) -> String) -> String {
    let mut text =
        format!("cohort;{}\n", (0..14).map(|k| format!("{head}{k}")).collect::<Vec<_>>().join(";"));
    for (name, left) in cohorts(14) {
        let cells: Vec<String> = left.iter().map(|count| cell(*count, left[0])).collect();
        text += &format!("{name};{}\n", cells.join(";"));
    }
    text
}

fn calibrated(home: &Path, table: &str, more: &[&str]) -> Vec<String> {
    let file = if table.starts_with("PK") { "c.xlsx" } else { "c.csv" };
    fs::write(home.join(file), table).unwrap();
    let output =
        run(home, &[&["calibrate", "--cohorts", file, "--out", "gym.toml", "--force"], more].concat());
    assert_succeeds(&output);
    numbers(&design(home, "gym.toml"))
}

#[test]
fn a_table_of_cohorts_becomes_a_design_that_runs() {
    let home = tempfile::tempdir().unwrap();
    let plain = wide("", |count, _| count.to_string());
    fs::write(home.path().join("cohorts.csv"), &plain).unwrap();
    let output = run(home.path(), &["calibrate", "--cohorts", "cohorts.csv", "--out", "gym.toml"]);
    assert_succeeds(&output);
    assert!(stdout(&output).contains("loyalsim run gym.toml"), "{}", stdout(&output));
    let text = design(home.path(), "gym.toml");
    assert!(text.contains("billing = \"contract\"") && text.contains("start = \"2025-03\""), "{text}");
    let page = design(home.path(), "gym-calibration.html");
    assert!(page.contains("<svg") && !page.contains("NaN"), "{page}");
    let told: serde_json::Value = serde_json::from_str(&design(home.path(), "gym-calibration.json")).unwrap();
    assert_eq!((told["customers"].as_f64(), told["period_months"].as_u64()), (Some(14.0 * 900.0), Some(1)));
    assert_succeeds(&run(home.path(), &["check", "gym.toml"]));
    assert_succeeds(&run(home.path(), &["run", "gym.toml", "-t", "4", "-c", "200", "-q"]));
    assert_fails(
        &run(home.path(), &["calibrate", "--cohorts", "cohorts.csv", "--out", "gym.toml"]),
        INPUT,
        &["--force"],
    );
    // purchases are another thing
    assert_fails(
        &run(home.path(), &["calibrate", "cohorts.csv", "--cohorts", "cohorts.csv", "--out", "b.toml"]),
        INPUT,
        &["--cohorts"],
    );
    assert_fails(&run(home.path(), &["calibrate", "--out", "b.toml"]), INPUT, &["DATA"]);
}

/// The same cohorts in other layouts, languages and units give the same design.
#[test]
fn the_same_cohorts_are_read_from_every_layout() {
    let home = tempfile::tempdir().unwrap();
    let plain = calibrated(home.path(), &wide("", |count, _| count.to_string()), &[]);
    let mut long = String::from("Когорта;Месяц;Осталось\n");
    let mut calendar = String::from("когорта;дата;осталось\n");
    let mut sized =
        format!("month;size;{}\n", (1..14).map(|k| format!("M{k}")).collect::<Vec<_>>().join(";"));
    for (name, left) in cohorts(14) {
        sized += &name;
        for (k, count) in left.iter().enumerate() {
            long += &format!("{name};{k};{count}\n");
            let when = name[5..].parse::<usize>().unwrap() + 12 * usize::from(&name[..4] == "2025") + k - 1;
            calendar += &format!("{name};{:02}.{};{count}\n", when % 12 + 1, 2024 + when / 12);
            sized += &format!(";{count}");
        }
        sized += "\n";
    }
    let total = wide("мес. ", |count, _| count.to_string()) + "Итого;9999\n";
    let titled = format!("Churn by cohort\n\n{}", wide("month ", |count, _| count.to_string()));
    let mapped = calendar.replace("дата", "when").replace("когорта", "who");
    for (table, more) in [
        (long, &[][..]),
        (sized, &[]),
        (total, &[]),
        (titled, &[]),
        (mapped, &["--map", "period=when", "--map", "cohort=who"]),
    ] {
        assert_eq!(calibrated(home.path(), &table, more), plain, "{table}");
    }
    let counts = wide("", |count, _| count.to_string());
    let rows = counts.lines().map(|line| texts(&line.split(';').collect::<Vec<_>>())).collect();
    fs::write(home.path().join("c.xlsx"), workbook(&[("Cohorts", rows)])).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "--cohorts", "c.xlsx", "--out", "x.toml", "-q"]));
    assert_eq!(numbers(&design(home.path(), "x.toml")), plain);
}

/// Shares and percentages, with the size of the cohorts beside them or said.
#[test]
fn shares_are_read_with_the_size_of_the_cohorts() {
    let home = tempfile::tempdir().unwrap();
    let about = |lines: &[String], key: &str| {
        let line = lines.iter().find(|line| line.starts_with(key)).unwrap();
        let value = line.split(['[', ',']).nth(1).unwrap();
        value.parse::<f64>().unwrap()
    };
    let plain = calibrated(home.path(), &wide("", |count, _| count.to_string()), &[]);
    let percent = |count: u64, all: u64| format!("{:.2}", 100.0 * count as f64 / all as f64);
    for (table, more) in [
        (wide("", |count, all| percent(count, all) + " %"), &["--cohort-size", "900"][..]),
        (wide("", |count, all| percent(count, all).replace('.', ",")), &["--cohort-size", "900"]),
        (wide("", |count, all| format!("{:.5}", count as f64 / all as f64)), &["--cohort-size", "900"]),
    ] {
        let found = calibrated(home.path(), &table, more);
        for key in ["churn_shape", "churn_beta"] {
            assert!((about(&found, key) / about(&plain, key) - 1.0).abs() < 0.02, "{found:?}");
        }
    }
}

#[test]
fn what_no_cohort_can_have_been_is_refused() {
    let home = tempfile::tempdir().unwrap();
    for (table, what) in [
        ("cohort,0,1,2,3\n2024-01,200,80,85,70\n", "80 before it"),
        ("cohort,0,1,2,3\n2024-01,200,80,,70\n2024-02,200,80,70,\n", "period 2 is missing"),
        ("cohort,0,1,2,4\n2024-01,200,80,75,70\n", "no column is about period 3"),
        ("cohort,0,1,2,3\n2024-01,200,80,0,\n", "all 80 customers leave"),
        ("cohort,0,1,2,3\n2024-01,0,0,0,0\n2024-02,200,60,50,\n", "no customers at its start"),
        ("cohort,0,1,2,3\n2024-01,200,80,70,60\n2024-01,200,80,70,\n", "two values"),
        ("cohort,size,1,2,3\n2024-01,100,120,70,60\n", "120 customers are left of 100"),
        ("cohort,month 0,month 1\n2024-01,200,60\n", "too few"),
        ("cohort,0,1,2,3\n2024-01,100,80,70,60\n", "--values"),
        ("cohort,0,1,2,3\n2024-01,100%,80%,70%,60%\n", "of how many customers"),
        ("cohort,size,1,2,3\n2024-01,1000,80,70,60\n", "percentage"),
        ("cohort,1,2,3,4\n2024-01,200,180,170,160\n", "how many customers there were before"),
        ("cohort,0,1,2,3\n2024-01,200,180,170,160\n", "how long a period is"),
        ("cohort,week 0,week 1,week 2,week 3\n2024-01,200,180,170,160\n", "days or weeks"),
        ("cohort,month 0,month 1,month 2,month 3\nfirst,200,180,170,160\n", "--start"),
        ("cohort,0,1,2,3\n2024-01,200,some,170,160\n", "some"),
        ("customer,date,amount\nA,2024-01-01,5\n", "no table of cohorts"),
    ] {
        fs::write(home.path().join("bad.csv"), table).unwrap();
        let output = run(home.path(), &["calibrate", "--cohorts", "bad.csv", "--out", "gym.toml"]);
        assert_fails(&output, INPUT, &[what, "help:"]);
        assert!(!home.path().join("gym.toml").exists());
    }
}

/// Most leave when a year is over: that is said, and measured where the term is stated.
#[test]
fn a_term_is_seen_and_measured() {
    let home = tempfile::tempdir().unwrap();
    let mut table = format!("cohort;{}\n", (0..=26).map(|k| format!("M{k}")).collect::<Vec<_>>().join(";"));
    for begun in 0..6 {
        let left = (0..=26 - begun).scan(1_000.0, |left, month| {
            *left *= if month == 0 {
                1.0
            } else if month % 12 == 0 {
                0.8
            } else {
                0.996
            };
            Some(format!("{:.0}", *left))
        });
        table += &format!("2023-{:02};{}\n", begun + 1, left.collect::<Vec<_>>().join(";"));
    }
    fs::write(home.path().join("c.csv"), &table).unwrap();
    let blind = run(home.path(), &["calibrate", "--cohorts", "c.csv", "--out", "gym.toml"]);
    assert_succeeds(&blind);
    assert!(stdout(&blind).contains("--term 12"), "{}", stdout(&blind));
    let found = calibrated(home.path(), &table, &["--term", "12"]);
    let early = found.iter().find(|line| line.starts_with("leaves_early")).unwrap();
    // 0.4 % a month without an end to a term, and 2.2 % on average
    let value: f64 = early.split(['[', ',']).nth(1).unwrap().parse().unwrap();
    assert!((0.1..0.3).contains(&value), "{early}");
    assert_succeeds(&run(home.path(), &["check", "gym.toml"]));
}

/// Where each customer's hazard rises with tenure the design says so, and plays it for a base of mixed ages: of its newcomers as many are left as the
/// table has. With contracts of several months it cannot, and the page says why.
#[test]
fn hazards_that_run_with_tenure_are_played() {
    let (alpha, beta, c) = (0.5, 30.0, 1.7f64);
    let ln = |t: usize| {
        let b = beta + (t as f64).powf(c);
        libm::lgamma(b) - libm::lgamma(alpha + b) - libm::lgamma(beta) + libm::lgamma(alpha + beta)
    };
    let mut table = format!("cohort,{}\n", (0..30).map(|k| k.to_string()).collect::<Vec<_>>().join(","));
    for begun in 0..30 {
        let left = (0..30 - begun).map(|k| format!("{:.0}", 4000.0 * ln(k).exp())).collect::<Vec<_>>();
        table += &format!("{}-{:02},{}\n", 2022 + begun / 12, begun % 12 + 1, left.join(","));
    }
    let home = tempfile::tempdir().unwrap();
    calibrated(home.path(), &table, &[]);
    let told: serde_json::Value = serde_json::from_str(&design(home.path(), "gym-calibration.json")).unwrap();
    assert_eq!(told["groups"][0]["taken"], "beta-discrete-Weibull", "{told}");
    let text = design(home.path(), "gym.toml");
    let parsed = loyalsim::design::Design::parse(&text).unwrap();
    let segment = &parsed.segments[0];
    let found = parsed.central(segment.duration_dependence);
    assert!((found - c).abs() < 0.1 && parsed.business.age_months.is_some(), "{found}: {text}");
    assert!(text.contains("churn_beta ~ segment[0].duration_dependence"), "{text}");
    assert_succeeds(&run(home.path(), &["run", "gym.toml", "-t", "4", "-c", "200", "-q"]));
    let told = calibrated(home.path(), &table, &["--term", "12"]);
    assert!(!told.iter().any(|line| line.starts_with("duration_dependence")), "{told:?}");
}
