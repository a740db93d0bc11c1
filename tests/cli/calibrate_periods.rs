//! `calibrate --periods`: promotions and programs of the past.

use super::calibrate::{design, plain};
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fs;

const PERIODS: &str = "name;from;until;kind;discount\nAutumn;2024-09-01;2024-09-30;promotion;20 %\nStart;2023-01-15;2023-01-31;promotion;\nClub;2024-12-01;;program;\n";

/// A log of two years, and every second customer a member from its beginning.
fn shop() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let members =
        (0..60).fold("customer,joined\n".to_owned(), |text, c| text + &format!("K{:03},2022-12-01\n", 2 * c));
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    fs::write(home.path().join("members.csv"), members).unwrap();
    fs::write(home.path().join("promotions.csv"), PERIODS).unwrap();
    home
}

/// What can be compared is, on page and in the file; what cannot is named; what falls into a forecast is told.
#[test]
fn promotions_are_compared_and_told() {
    let home = shop();
    let arguments = ["calibrate", "sales.csv", "--customers", "members.csv", "--periods", "promotions.csv"];
    let done = run(home.path(), &[&arguments[..], &["--out", "shop.toml"]].concat());
    assert_succeeds(&done);
    let told = stdout(&done);
    for says in [
        "PROMOTIONS AND PROGRAMS OF THE PAST",
        "no randomised trial",
        "Autumn (promotion, 2024-09-01 to 2024-09-30, 20.0 % off)",
        "Start (promotion, 2023-01-15 to 2023-01-31): the log does not tell",
        "fall: Club (program, from 2024-12-01 on). The forecast knows nothing",
    ] {
        assert!(told.replace('\u{a0}', " ").contains(says), "{says}: {told}");
    }
    let json: serde_json::Value = serde_json::from_str(&design(home.path(), "shop-periods.json")).unwrap();
    let autumn = &json["periods"][1];
    assert_eq!(
        (json["randomised"].as_bool(), autumn["period"]["discount"].as_f64()),
        (Some(false), Some(0.2))
    );
    let against: Vec<&str> =
        autumn["effects"].as_array().unwrap().iter().map(|one| one["against"].as_str().unwrap()).collect();
    assert_eq!(against, ["year_before", "others"]);
    for effect in autumn["effects"].as_array().unwrap() {
        let [low, change, high] =
            ["low", "change", "high"].map(|key| effect["purchases"][key].as_f64().unwrap());
        assert!(low < change && change < high && low > -1.0, "{effect}");
    }
    let record: serde_json::Value = serde_json::from_str(&design(home.path(), "shop-forecast.json")).unwrap();
    assert_eq!(record["promise"]["declared"][0]["name"], "Club");
    let again = [&arguments[..], &["--out", "again.toml", "--lang", "ru"]].concat();
    assert_succeeds(&run(home.path(), &again));
    let page = design(home.path(), "again-calibration.html").replace('\u{a0}', " ");
    assert!(page.contains("Прошлые акции и программы"));
}

#[test]
fn a_table_that_cannot_be_read_is_refused() {
    let home = shop();
    let before = fs::read_dir(home.path()).unwrap().count();
    for (from, to, says) in [
        (";promotion;20 %", ";party;20 %", "row 2: “party”"),
        ("2024-09-30", "2024-02-01", "the last day is before the first"),
        ("2024-09-01", "March", "row 2: “March” is not a day"),
        ("20 %", "200 %", "“200 %” is not a discount"),
        ("kind", "sort", "no column says what ran"),
    ] {
        fs::write(home.path().join("promotions.csv"), PERIODS.replacen(from, to, 1)).unwrap();
        let arguments = ["calibrate", "sales.csv", "--periods", "promotions.csv", "--out", "shop.toml"];
        assert_fails(&run(home.path(), &arguments), INPUT, &[says]);
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}
