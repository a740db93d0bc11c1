//! `calibrate --segment-by`: customers told apart by a column.

use super::calibrate::{design, plain};
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Customers of the log by the rhythm of their purchases: the gaps of every second half are long.
fn kind(customer: u32) -> &'static str {
    if customer * 7 % 60 < 30 { "Online" } else { "Shop" }
}

fn number(id: &str) -> u32 {
    id.trim_start_matches('K').parse().unwrap()
}

/// The log with a channel in each row.
fn with_channels() -> String {
    let mut rows = plain().lines().map(str::to_owned).collect::<Vec<_>>().into_iter();
    let mut text = format!("{},channel\n", rows.next().unwrap());
    for row in rows {
        let customer = number(row.split(',').next().unwrap());
        writeln!(text, "{row},{}", kind(customer)).unwrap();
    }
    text
}

/// A table of customers: a region that says nothing, and few of a third.
fn members() -> String {
    let region = |customer: u32| match customer {
        0..4 => "Far",
        even if even % 2 == 0 => "North",
        _ => "South",
    };
    (0..120).fold("customer,region\n".to_owned(), |text, c| text + &format!("K{c:03},{}\n", region(c)))
}

fn shop() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("sales.csv"), with_channels()).unwrap();
    fs::write(home.path().join("members.csv"), members()).unwrap();
    home
}

fn calibrated(home: &Path, extra: &[&str]) -> String {
    let output = run(home, &[&["calibrate", "sales.csv", "--out", "shop.toml", "--force"], extra].concat());
    assert_succeeds(&output);
    assert_succeeds(&run(home, &["run", "shop.toml", "-t", "4", "-c", "200", "-q"]));
    stdout(&output)
}

/// Those who buy often are found to do so, each group is a segment, and the numbers of both go together.
#[test]
fn a_column_of_the_log_makes_segments() {
    let home = shop();
    let told = calibrated(home.path(), &["--segment-by", "channel", "--segment-least", "30"]);
    assert!(told.contains("GROUPS BY CHANNEL") && told.contains("The groups differ"), "{told}");
    let text = design(home.path(), "shop.toml");
    assert_eq!(text.matches("[[segment]]").count(), 2, "{text}");
    for says in
        ["name = \"Online\"", "name = \"Shop\"", "\"segment[0].purchase_shape ~ segment[1].purchase_shape\""]
    {
        assert!(text.contains(says), "{says}: {text}");
    }
    let rates: Vec<f64> = text
        .lines()
        .filter_map(|line| {
            line.strip_prefix("purchases_per_year = { normal = [")?.split(',').next()?.parse().ok()
        })
        .collect();
    let online = text.find("\"Online\"") < text.find("\"Shop\"");
    assert!(rates.len() == 2 && (rates[0] > 1.3 * rates[1]) == online, "{rates:?}");
    assert!(design(home.path(), "shop-calibration.html").contains("Groups by channel"));
}

/// A column of the table of customers comes first; few are joined, and what does not differ is not called clear. In Russian, too.
#[test]
fn a_column_of_the_table_of_customers_makes_segments() {
    let home = shop();
    let extra =
        ["--customers", "members.csv", "--segment-by", "Region", "--segment-least", "30", "--lang", "ru"];
    let told = calibrated(home.path(), &[&extra[..], &["--customers-out", "people.csv"]].concat());
    assert!(
        told.contains("ГРУППЫ ПО СТОЛБЦУ «REGION»") && told.contains("Неясно, различаются ли группы"),
        "{told}"
    );
    let text = design(home.path(), "shop.toml");
    assert!(
        text.contains("name = \"прочие\"") && !text.contains("\"Far\"") && !text.contains("[today]"),
        "{text}"
    );
    assert_eq!(design(home.path(), "people.csv").lines().count(), 121);
}

#[test]
fn what_tells_nobody_apart_is_refused() {
    let home = shop();
    let before = fs::read_dir(home.path()).unwrap().count();
    for (arguments, says) in [
        (vec!["--segment-by", "colour"], "there is no column colour"),
        (vec!["--segment-by", "channel"], "fewer than two groups of at least 100"),
        (vec!["--segment-by", "customer_id", "--segment-least", "30"], "fewer than two groups"),
        (vec!["--customers", "members.csv", "--segment-by", "tier"], "there is no column tier"),
    ] {
        let all = [vec!["calibrate", "sales.csv"], arguments, vec!["--out", "shop.toml"]].concat();
        assert_fails(&run(home.path(), &all), INPUT, &[says]);
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}
