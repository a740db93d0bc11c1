//! Commands of decision analysis.

use super::*;
use std::fs;

/// The shop's design and one with its points doubled.
fn two_shops() -> tempfile::TempDir {
    let home = shop();
    let text = fs::read_to_string(home.path().join("shop.toml")).unwrap();
    let changed = text.replacen("earn", "welcome_points = 500\nearn", 1);
    assert_ne!(text, changed);
    fs::write(home.path().join("dear.toml"), changed).unwrap();
    home
}

fn json(path: std::path::PathBuf) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

const SMALL: [&str; 4] = ["-t", "12", "-c", "200"];

#[test]
fn compare_says_which_is_better_and_writes_it_down() {
    let home = two_shops();
    let args = [&["compare", "shop.toml", "dear.toml", "-o", "out"][..], &SMALL].concat();
    let output = run(home.path(), &args);
    assert_succeeds(&output);
    let said = stdout(&output);
    for word in ["RESULTS OF EACH DESIGN", "dear LESS shop", "First-order dominance", "REGRET", "out"] {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
    let found = json(home.path().join("out/compare.json"));
    assert_eq!((&found["origin"]["trials"], &found["origin"]["seed"]), (&12.into(), &1.into()));
    assert_eq!(found["designs"][1]["design_hash"].as_str().unwrap().len(), 64);
    let trials = fs::read_to_string(home.path().join("out/trials.csv")).unwrap();
    assert_eq!(trials.lines().count(), 1 + 24);
    for picture in ["net-effects", "distributions"] {
        let png = fs::read(home.path().join(format!("out/charts/{picture}.png"))).unwrap();
        assert!(
            png.starts_with(b"\x89PNG") && home.path().join(format!("out/charts/{picture}.svg")).exists()
        );
    }
}

#[test]
fn compare_gives_the_same_bytes_on_any_number_of_threads() {
    let home = two_shops();
    let files = ["1", "3"].map(|threads| {
        let args = [
            &["compare", "shop.toml", "dear.toml", "-o", threads, "--threads", threads, "--no-charts", "-q"]
                [..],
            &SMALL,
        ];
        assert_succeeds(&run(home.path(), &args.concat()));
        fs::read_to_string(home.path().join(threads).join("compare.json")).unwrap()
    });
    assert_eq!(files[0], files[1]);
}

#[test]
fn compare_warns_of_two_businesses() {
    let home = two_shops();
    let file = home.path().join("dear.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("[business]", "[behaviour]\nloss_aversion = 3\n\n[business]", 1)).unwrap();
    let output =
        run(home.path(), &[&["compare", "shop.toml", "dear.toml", "-q", "--no-charts"][..], &SMALL].concat());
    assert!(
        stderr(&output).contains("differ in more than the program (behaviour.loss_aversion)"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn compare_knows_a_design_again_and_refuses_two_currencies() {
    let home = two_shops();
    let twice = [&["compare", "shop.toml", "shop.toml", "--no-charts"][..], &SMALL].concat();
    let said = stdout(&run(home.path(), &twice));
    assert!(
        said.contains("have the same net effect in every trial") && !said.contains("dominance"),
        "{said}"
    );
    let file = home.path().join("dear.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("EUR", "RUB", 1)).unwrap();
    let two = [&["compare", "shop.toml", "dear.toml"][..], &SMALL].concat();
    assert_fails(&run(home.path(), &two), INPUT, &["shop.toml counts in EUR, dear.toml in RUB", "convert"]);
}

#[test]
fn sweep_finds_the_best_setting() {
    let home = shop();
    let args = [
        "sweep",
        "shop.toml",
        "--set",
        "program.cost_per_month=0,500,1000",
        "--measure",
        "net_effect",
        "--measure",
        "loss",
        "-o",
        "out",
    ];
    let output = run(home.path(), &[&args[..], &SMALL].concat());
    assert_succeeds(&output);
    assert!(stdout(&output).contains("Best: running cost per month = 0"), "{}", stdout(&output));
    let found = json(home.path().join("out/sweep.json"));
    assert_eq!(found["cells"].as_array().unwrap().len(), 3);
    assert_eq!(fs::read_to_string(home.path().join("out/sweep.csv")).unwrap().lines().count(), 4);
    assert!(home.path().join("out/charts/sweep.png").exists());
    let two = [
        "sweep",
        "shop.toml",
        "--set",
        "program.cost_per_month=0..900:3",
        "--set",
        "program.setup_cost=0,9",
        "--format",
        "json",
        "-o",
        "two",
    ];
    let output = run(home.path(), &[&two[..], &SMALL].concat());
    let found: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(found["best"], 0);
}

#[test]
fn sweep_refuses_what_it_cannot_do() {
    let home = shop();
    for (set, measure, words) in [
        ("program.cost_per_mnth=1,2", "npv", &["did you mean", "program.cost_per_month"][..]),
        ("program.cost_per_month=1..2", "npv", &["how many"]),
        ("business.gross_margin=0.2,2", "npv", &["business.gross_margin = 2", "allowed"]),
        ("program.cost_per_month=1,2", "net_efect", &["did you mean `net_effect`"]),
    ] {
        assert_fails(&run(home.path(), &["sweep", "shop.toml", "--set", set, "-m", measure]), INPUT, words);
    }
    assert_fails(&run(home.path(), &["sweep", "shop.toml"]), INPUT, &["--set"]);
}

#[test]
fn exit_says_what_an_end_costs() {
    let home = shop();
    let args = ["exit", "shop.toml", "--every", "9", "-o", "out"];
    let output = run(home.path(), &[&args[..], &SMALL].concat());
    assert_succeeds(&output);
    let said = stdout(&output);
    for word in
        ["WHAT IT COSTS TO END THE PROGRAM", "Contribution lost", "If the program continues", "exit.csv"]
    {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
    let found = json(home.path().join("out/exit.json"));
    let ends = found["curve"]["ends"].as_array().unwrap();
    assert!(ends.len() >= 2 && ends.iter().all(|end| end["exit_cost"]["trials"] == 12), "{found}");
    let table = fs::read_to_string(home.path().join("out/exit.csv")).unwrap();
    assert_eq!(table.lines().count(), 1 + ends.len());
    assert!(fs::read(home.path().join("out/charts/exit.png")).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn exit_needs_an_end_within_the_horizon() {
    let home = shop();
    let output = run(home.path(), &["exit", "shop.toml", "--every", "120"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("choose a smaller --every"));
}

const OPTIMISE: &str = "
[optimise]
objectives = [\"npv\"]
[[optimise.lever]]
path = \"program.cost_per_month\"
low = 0
high = 9000
";

/// The shop with an [optimise] of its own.
fn shop_with(optimise: &str) -> tempfile::TempDir {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text + optimise).unwrap();
    home
}

#[test]
fn optimise_finds_what_costs_less_and_writes_a_design_that_runs() {
    let home = shop_with(OPTIMISE);
    let args = ["optimise", "shop.toml", "--points", "12", "--fresh", "20", "-o", "out"];
    let output = run(home.path(), &[&args[..], &SMALL].concat());
    assert_succeeds(&output);
    let found = json(home.path().join("out/optimise.json"));
    assert!(found["found"][0]["values"][0].as_f64().unwrap() < 900.0, "{}", found["found"]);
    assert_eq!(
        fs::read_to_string(home.path().join("out/optimise.csv")).unwrap().lines().count(),
        1 + found["points"].as_u64().unwrap() as usize
    );
    assert_succeeds(&run(home.path(), &["check", "out/best.toml"]));
    assert!(
        fs::read_to_string(home.path().join("out/best.toml")).unwrap().contains('#'),
        "comments are kept"
    );
    // Going on from the log finds the same without playing anything again.
    let log = fs::read_to_string(home.path().join("out/optimise.log.jsonl")).unwrap();
    let again = run(home.path(), &[&args[..], &SMALL, &["--resume"]].concat());
    assert_succeeds(&again);
    assert_eq!(json(home.path().join("out/optimise.json")), found);
    assert_eq!(fs::read_to_string(home.path().join("out/optimise.log.jsonl")).unwrap(), log);
    assert_fails(
        &run(home.path(), &[&args[..], &SMALL, &["--resume", "-s", "2"]].concat()),
        INPUT,
        &["another design, version, seed"],
    );
}

#[test]
fn optimise_draws_a_front_of_designs() {
    let home = shop_with(&OPTIMISE.replace("[\"npv\"]", "[\"npv\", \"budget\"]"));
    let args = ["optimise", "shop.toml", "--points", "24", "--fresh", "8", "-o", "out"];
    assert_succeeds(&run(home.path(), &[&args[..], &SMALL].concat()));
    assert!(
        home.path().join("out/front-01.toml").exists() && home.path().join("out/charts/front.png").exists()
    );
}

#[test]
fn optimise_refuses_what_it_cannot_do() {
    let from = ["optimise", "shop.toml", "-o", "out"];
    assert_fails(&run(shop().path(), &from), INPUT, &["add [optimise]", "objectives"]);
    let wrong = |from: &str, to: &str| shop_with(&OPTIMISE.replace(from, to));
    let lever = wrong("program.cost_per_month", "program.cost_per_mnth");
    assert_fails(
        &run(lever.path(), &from),
        INPUT,
        &["optimise.lever[0]", "did you mean `program.cost_per_month`"],
    );
    assert_fails(&run(wrong("9000", "0").path(), &from), INPUT, &["nothing to choose"]);
    assert_fails(&run(wrong("npv", "mood").path(), &from), INPUT, &["no measure `mood`"]);
}

#[test]
fn stress_says_what_must_go_wrong() {
    let home = shop();
    let output = run(home.path(), &["stress", "shop.toml", "-t", "60", "-c", "200", "-o", "out"]);
    assert_succeeds(&output);
    for word in [
        "HOW OFTEN",
        "LEAST THAT HAS TO GO WRONG",
        "WHERE DO THE FAILURES LIE",
        "A rival 5 % cheaper opens three months after the launch",
        "Service deteriorates",
    ] {
        assert!(stdout(&output).contains(word), "{word} is not in:\n{}", stdout(&output));
    }
    assert_eq!(json(home.path().join("out/stress.json"))["origin"]["trials"], 60);
    assert!(
        home.path().join("out/charts/single-shocks.svg").exists()
            && home.path().join("out/stress.csv").exists()
    );
    assert_fails(&run(home.path(), &["stress", "shop.toml", "--goal", "50", "-o", "out"]), INPUT, &["goals"]);
}

/// Every answer in Russian has no English sentence in it; keys, files and names of designs stay as they are.
#[test]
fn all_answers_are_given_in_russian() {
    let home = two_shops();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(home.path().join("task.toml"), text + OPTIMISE).unwrap();
    let sweep = ["sweep", "shop.toml", "--set", "program.cost_per_month=0..900:3"];
    let square = [&sweep[..], &["--set", "program.launch=2026-03,2026-05"]].concat();
    let optimise = ["optimise", "task.toml", "--points", "12", "--fresh", "20"];
    for (args, words) in [
        (
            &["compare", "shop.toml", "dear.toml"][..],
            &["ЧТО ЛУЧШЕ", "Доминирование второго порядка", "модельных клиентов в каждом: 200"][..],
        ),
        (&sweep, &["Лучшие значения: текущие расходы в месяц = 0", "ЧИСТЫЙ ЭФФЕКТ"]),
        (&square, &["По столбцам: запуск"]),
        (&optimise, &["Текущие расходы в месяц", "95 % интервал", "проект с лучшими значениями рычагов"]),
        (&["stress", "shop.toml"], &["СОСРЕДОТОЧЕНЫ НЕУДАЧИ", "С 3-го месяца сервис ухудшается"]),
        (&["exit", "shop.toml", "--every", "9"], &["Потерянный доход", "Если программу продолжать"]),
    ] {
        let output = run(home.path(), &[args, &SMALL, &["--lang", "ru", "-o", "out"]].concat());
        assert_succeeds(&output);
        let said = stdout(&output);
        for word in words {
            assert!(said.contains(word), "{word} is not in:\n{said}");
        }
        let english = ["trials with", "effect", " the ", " of ", "customers", "cost "]
            .iter()
            .find(|w| said.contains(**w));
        assert_eq!(english, None, "{said}");
        assert!(home.path().join("out/charts").exists());
    }
    assert_fails(
        &run(home.path(), &["exit", "shop.toml", "--lang", "de"]),
        INPUT,
        &["en (English) or ru (Russian)"],
    );
}

#[test]
fn sensitivity_says_what_decides_in_both_languages() {
    let home = shop();
    let args = |lang, out| {
        [&["sensitivity", "shop.toml", "--lang", lang, "-o", out][..], &["-t", "16", "-c", "200"]].concat()
    };
    let output = run(home.path(), &args("en", "out"));
    assert_succeeds(&output);
    let said = stdout(&output);
    for word in [
        "WHAT DRIVES THE RESULT?",
        "not knowing the numbers",
        "ONE INPUT AT A TIME",
        "HOW SURE?",
        "tornado.csv",
    ] {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
    let found = json(home.path().join("out/sensitivity.json"));
    assert_eq!(found["origin"]["trials"], 16);
    let share = |of: &serde_json::Value| of.as_f64().unwrap_or(0.0);
    let lucks = share(&found["luck"]["value"]) + share(&found["events"]["value"]);
    assert!((lucks.clamp(0.0, 1.0) + share(&found["ignorance"]) - 1.0).abs() < 1e-12);
    let rows = fs::read_to_string(home.path().join("out/sensitivity.csv")).unwrap().lines().count();
    let events = usize::from(!found["events"].is_null());
    assert_eq!(rows, 2 + events + found["inputs"].as_array().unwrap().len());
    for picture in ["tornado", "shares-of-spread", "driver-1", "convergence"] {
        let png = fs::read(home.path().join(format!("out/charts/{picture}.png"))).unwrap();
        assert!(png.starts_with(b"\x89PNG"), "{picture}");
    }
    let russian = run(home.path(), &args("ru", "ru"));
    assert_succeeds(&russian);
    assert!(stdout(&russian).contains("ОТ ЧЕГО ЗАВИСИТ РЕЗУЛЬТАТ?"), "{}", stdout(&russian));
    assert_eq!(found, json(home.path().join("ru/sensitivity.json")), "the language changes words alone");
}

#[test]
fn sensitivity_refuses_what_it_cannot_explain() {
    let home = shop();
    let refused = |measure| {
        let output = run(home.path(), &["sensitivity", "shop.toml", "-m", measure, "-o", "out"]);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        stderr(&output)
    };
    assert!(refused("net_efect").contains("did you mean `net_effect`?"));
    assert!(refused("shortfall").contains("no value in a single trial"));
}

#[test]
fn every_sampling_plan_runs_and_is_named() {
    let home = shop();
    let net = |plan| {
        let args = [
            "run",
            "shop.toml",
            "--sampling",
            plan,
            "-t",
            "40",
            "-c",
            "100",
            "-o",
            plan,
            "--no-charts",
            "-q",
        ];
        assert_succeeds(&run(home.path(), &args));
        let summary = json(home.path().join(plan).join("summary.json"));
        assert_eq!((&summary["run"]["sampling"], &summary["variance"]["pairs"]), (&plan.into(), &4.into()));
        summary["headline"]["net_effect"]["mean"].as_f64().unwrap()
    };
    let means = ["latin", "sobol", "plain"].map(net);
    assert!(means[0] != means[1] && means[1] != means[2]);
    let wrong = run(home.path(), &["run", "shop.toml", "--sampling", "lattin"]);
    assert!(wrong.status.code() == Some(2) && stderr(&wrong).contains("write latin, sobol or plain"));
}
