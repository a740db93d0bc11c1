//! `calibrate`: a log to a design that runs, whatever it looks like, or a sentence that says what to do.

use super::{INPUT, assert_fails, assert_succeeds, run, stderr, stdout};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A shop of 120 customers over two years: everybody has a rhythm of his own, every third falls silent.
pub fn purchases() -> Vec<(String, u32, u32, u32, f64)> {
    let mut all = Vec::new();
    for customer in 0..120u32 {
        let gap = 11 + customer * 7 % 60;
        let until = if customer % 3 == 0 { 150 + customer * 4 } else { 720 };
        let mut day = customer * 5 % 90;
        let mut n = 0;
        while day < until {
            let (year, rest) = (2023 + day / 360, day % 360);
            let amount = f64::from(200 + customer * 13 % 90 * 10 + n * 37 % 50 * 9) / 10.0;
            all.push((format!("K{customer:03}"), year, rest / 30 + 1, rest % 28 + 1, amount));
            n += 1;
            day += gap + (customer * n * 31) % 17;
        }
    }
    all
}

/// The log as a table: how the head reads, what divides columns, how dates and amounts are written.
fn table(head: &str, row: impl Fn(&(String, u32, u32, u32, f64)) -> String) -> String {
    let mut text = format!("{head}\n");
    for purchase in purchases() {
        writeln!(text, "{}", row(&purchase)).unwrap();
    }
    text
}

pub fn plain() -> String {
    table("customer_id,date,amount", |(id, y, m, d, amount)| format!("{id},{y}-{m:02}-{d:02},{amount:.2}"))
}

pub fn design(home: &Path, name: &str) -> String {
    fs::read_to_string(home.join(name)).unwrap()
}

/// Lines of a design without comments, which name the file and its hash, and without sources, which are in a language.
pub fn numbers(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.starts_with("title"));
    lines
        .map(|line| line.split(", source").next().unwrap().to_owned())
        .filter(|line| !line.starts_with("name"))
        .collect()
}

#[test]
fn a_log_becomes_a_design_that_runs() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    let output =
        run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "--customers-out", "people.csv"]);
    assert_succeeds(&output);
    assert!(stdout(&output).contains("loyalsim run shop.toml"), "{}", stdout(&output));
    let text = design(home.path(), "shop.toml");
    assert!(text.contains("basis = \"measured\"") && text.contains("basis = \"assumed\""), "{text}");
    let page = design(home.path(), "shop-calibration.html");
    let people = design(home.path(), "people.csv");
    assert_eq!(people.lines().count(), 121);
    for file in [&text, &page, &people, &stdout(&output)] {
        assert!(!file.contains("K000") && !file.contains("K119"), "customers are named: {file}");
    }
    assert_succeeds(&run(home.path(), &["check", "shop.toml"]));
    assert_succeeds(&run(home.path(), &["run", "shop.toml", "-t", "4", "-c", "200", "-q"]));
    // nothing is overwritten unless that is asked for
    assert_fails(&run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml"]), INPUT, &["--force"]);
    assert_eq!(design(home.path(), "shop.toml"), text);
    assert_succeeds(&run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "--force", "-q"]));
    assert_eq!(design(home.path(), "shop.toml"), text);
}

/// The same purchases, as other programs and countries write them, give the same numbers.
#[test]
fn the_same_purchases_are_read_from_every_form() {
    let home = tempfile::tempdir().unwrap();
    let russian =
        table("Код клиента;Дата чека;Сумма, руб.", |(id, y, m, d, amount)| {
            format!(
                "{id};{d:02}.{m:02}.{y} 12:30;\"{}\"",
                format!("{amount:.2} руб.").replace('.', ",").replace("руб,", "руб.")
            )
        });
    let titled = format!(
        "Report on sales\n\n{}",
        plain().replace("customer_id,date,amount", "Customer,Order date,Total")
    ) + "Total,,123456.00\n";
    let american =
        table("date|client|revenue", |(id, y, m, d, amount)| format!("{m}/{d}/{y}|{id}|${amount:.2}"));
    let utf16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(russian.chars())
        .flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec())
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(home.path().join("plain.csv"), plain()).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "plain.csv", "--out", "plain.toml", "-q"]));
    let expected = numbers(&design(home.path(), "plain.toml"));
    for (name, bytes) in [
        ("russian", russian.clone().into_bytes()),
        ("utf16", utf16),
        ("windows", encoding_rs::WINDOWS_1251.encode(&russian).0.into_owned()),
        ("titled", titled.into_bytes()),
        ("american", american.into_bytes()),
    ] {
        fs::write(home.path().join(name), bytes).unwrap();
        let out = format!("{name}.toml");
        assert_succeeds(&run(home.path(), &["calibrate", name, "--out", &out, "-q"]));
        let found: Vec<String> = numbers(&design(home.path(), &out));
        let money = |line: &&String| !line.starts_with("currency");
        assert_eq!(
            found.iter().filter(money).collect::<Vec<_>>(),
            expected.iter().filter(money).collect::<Vec<_>>(),
            "{name}"
        );
    }
}

/// What may mean two things, or nothing, is refused with what to do.
#[test]
fn nothing_is_guessed() {
    let home = tempfile::tempdir().unwrap();
    let either = table("customer,date,amount", |(id, y, m, _, amount)| {
        format!("{id},0{}/0{}/{y},{amount:.2}", m % 9 + 1, m % 8 + 1)
    });
    let mixed = table("customer,date,amount", |(id, y, m, d, amount)| {
        if m % 2 == 0 {
            format!("{id},{d}/{m}/{y},{amount:.2}")
        } else {
            format!("{id},{m}/{d}/{y},{amount:.2}")
        }
    });
    let thousands = table("customer;date;amount", |(id, y, m, d, amount)| {
        format!("{id};{y}-{m:02}-{d:02};1,{amount:03.0}")
    });
    let money = table("customer,date,amount", |(id, y, m, d, amount)| {
        format!("{id},{y}-{m:02}-{d:02},{}{amount:.2}", if d % 2 == 0 { "$" } else { "€" })
    });
    let broken = table("customer,date,amount", |(id, y, m, d, amount)| {
        if d % 5 == 0 {
            format!("{id},yesterday,{amount:.2}")
        } else {
            format!("{id},{y}-{m:02}-{d:02},{amount:.2}")
        }
    });
    for (name, text, says) in [
        ("no-customer", plain().replace("customer_id", "who"), "--map customer="),
        ("two", plain().replace("customer_id,date,amount", "customer,date,date"), "--map date="),
        ("either", either, "--dates dmy or --dates mdy"),
        ("mixed", mixed, "--dates dmy or --dates mdy"),
        ("thousands", thousands, "--decimal point or --decimal comma"),
        ("currencies", money, "one currency"),
        ("broken", broken, "--tolerate"),
        ("empty", String::new(), "no table"),
        ("binary", "\u{0}\u{1}PK".to_owned(), "error"),
        ("few", plain().lines().take(12).collect::<Vec<_>>().join("\n"), "too few"),
    ] {
        fs::write(home.path().join(name), text).unwrap();
        let output = run(home.path(), &["calibrate", name, "--out", "shop.toml"]);
        assert_fails(&output, INPUT, &[says]);
        assert!(!home.path().join("shop.toml").exists(), "{name}");
    }
}

/// Rows that cannot be read are quoted, kept apart, and hide their customer when asked to.
#[test]
fn rows_that_cannot_be_read_are_set_aside() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("sales.csv"), plain() + "K007,2024-13-45,12.00\nK008,2024-05-05,twelve\n")
        .unwrap();
    let output = run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "--anonymise"]);
    assert_succeeds(&output);
    let told = stderr(&output);
    assert!(told.contains("2024-13-45") && told.contains("twelve") && !told.contains("K007"), "{told}");
    let aside = design(home.path(), "shop-calibration-aside.csv");
    assert!(aside.lines().count() == 2 && aside.contains("twelve") && !aside.contains("K00"), "{aside}");
}

/// All of it in Russian: the terminal, the page, the design.
#[test]
fn it_speaks_russian() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    let output = run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "--lang", "ru"]);
    assert_succeeds(&output);
    assert!(
        stdout(&output).contains("МОДЕЛЬ") && stdout(&output).contains("Записано:"),
        "{}",
        stdout(&output)
    );
    assert!(design(home.path(), "shop-calibration.html").contains("<html lang=\"ru\">"));
    assert!(design(home.path(), "shop.toml").contains("ИЗМЕРЕНО"));
    assert_succeeds(&run(home.path(), &["check", "shop.toml"]));
}

/// Exports that trip others: read as what they say, or refused with what to do.
#[test]
fn what_others_trip_over_is_read_or_refused() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("plain.csv"), plain()).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "plain.csv", "--out", "plain.toml", "-q"]));
    let expected = numbers(&design(home.path(), "plain.toml"));
    let serial = |y: u32, m: u32, d: u32| {
        loyalsim::units::Day::new(y as i32, m, d)
            .unwrap()
            .since(loyalsim::units::Day::new(1899, 12, 30).unwrap())
    };
    let head = "customer,date,amount";
    let zoned =
        table(head, |(id, y, m, d, amount)| format!("{id},{y}-{m:02}-{d:02}T23:30:00+03:00,{amount:.2}"));
    let numbered = table(head, |(id, y, m, d, amount)| format!("{id},{},{amount:.2}", serial(*y, *m, *d)));
    let spaced = table("customer;date;amount", |(id, y, m, d, amount)| {
        format!("{id};{y}-{m:02}-{d:02};\u{2009}{}\u{a0}\u{20bd}", format!("{amount:.2}").replace('.', ","))
    });
    let grouped = format!("Who,Sale,\n{}", plain());
    for (name, text) in [("zoned", zoned), ("numbered", numbered), ("spaced", spaced), ("grouped", grouped)] {
        fs::write(home.path().join(name), text).unwrap();
        let out = format!("{name}.toml");
        assert_succeeds(&run(home.path(), &["calibrate", name, "--out", &out, "-q", "--currency", "USD"]));
        let found = numbers(&design(home.path(), &out));
        let differ =
            found.iter().zip(&expected).filter(|(one, other)| one != other && !one.starts_with("currency"));
        assert_eq!(differ.count() + found.len().abs_diff(expected.len()), 0, "{name}: {found:?}");
    }
    let alone = table(head, |(_, y, m, d, amount)| format!("one,{y}-{m:02}-{d:02},{amount:.2}"));
    let at_once = table(head, |(id, .., amount)| format!("{id},2024-01-05,{amount:.2}"));
    let single: String = plain()
        .lines()
        .enumerate()
        .map(|(at, row)| match row.split_once(',') {
            Some((_, rest)) if at > 0 => format!("{at},{rest}\n"),
            _ => format!("{row}\n"),
        })
        .collect();
    let wrong = table(head, |(id, y, m, d, _)| format!("{id},{y}-{m:02}-{d:02},cash"));
    for (name, text, says) in [
        ("alone", alone, "too few"),
        ("at-once", at_once, "too few"),
        ("single", single, "too few"),
        ("wrong", wrong, "--tolerate"),
        (
            "merged",
            format!("Customer,Sale,\n,date,amount\n{}", plain().split_once('\n').unwrap().1),
            "--map customer",
        ),
    ] {
        fs::write(home.path().join(name), text).unwrap();
        assert_fails(&run(home.path(), &["calibrate", name, "--out", "none.toml"]), INPUT, &[says]);
        assert!(!home.path().join("none.toml").exists(), "{name}");
    }
    let named = ["calibrate", "merged", "--map", "customer=1", "--out", "merged.toml", "-q"];
    assert_succeeds(&run(home.path(), &named));
}
