//! What is fed: each target takes bytes, and says whether they led to a design that can be run.

use crate::bytes::{Choices, fed, reached};
use crate::mutate::{self, NUMBERS, TEXTS, quoted};
use crate::read;
use jsonschema::Validator;
use loyalsim::decide::Unwatched;
use loyalsim::decide::optimise::{Task, Tried, Work, optimise};
use loyalsim::design::{Design, Draft, EditFault, Problems, Truth, explain, json_schema};
use loyalsim::report;
use loyalsim::review::{ReviewSettings, review};
use loyalsim::simulate::{Experiment, Line, Settings};
use loyalsim::summary::{Collector, Outcome, RunSettings, Summary};
use loyalsim::units::Share;
use loyalsim::words::{Language, Words};
use std::sync::{LazyLock, Mutex};

/// A target.
pub type Target = fn(&[u8]) -> bool;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&json_schema()).unwrap());

/// Text is a design, which the schema accepts too and can be explained, or problems that can be shown.
pub fn parsed(bytes: &[u8]) -> bool {
    // what is text is taken as it stands: libFuzzer begins with the scenarios
    let whole = std::str::from_utf8(bytes).ok().map(str::to_owned);
    let text = whole.unwrap_or_else(|| mutate::text(&mut Choices::new(bytes)));
    fed(text.as_bytes());
    is_design_or_refused(&text)
}

/// The same of short texts, many times as many in the same time; now and then one is explained, too.
pub fn composed(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let (whole, text) = (choices.below(50) == 0, mutate::short_text(&mut choices));
    fed(text.as_bytes());
    if whole {
        return is_design_or_refused(&text);
    }
    match Design::parse(&text) {
        Ok(_) => true,
        Err(problems) => {
            refused(&problems);
            let language = choices.of(&Language::ALL);
            read::assert_harmless(&Words::new(language).plain_problems(&problems));
            false
        }
    }
}

fn is_design_or_refused(text: &str) -> bool {
    match Design::parse(text) {
        Ok(design) => {
            let value: serde_json::Value = toml::from_str(text).unwrap();
            assert!(
                SCHEMA.is_valid(&value),
                "{:?}",
                SCHEMA.iter_errors(&value).map(|e| e.to_string()).next()
            );
            explained(&design);
            true
        }
        Err(problems) => {
            refused(&problems);
            for language in Language::ALL {
                read::assert_harmless(&Words::new(language).plain_problems(&problems));
            }
            false
        }
    }
}

fn refused(problems: &Problems) {
    problems.iter().for_each(|problem| reached(problem.fault.what.key));
}

/// Numbers, warnings and tables of a design.
fn explained(design: &Design) {
    reached("a design");
    assert!(explain(design).len() >= design.segments.len());
    for language in Language::ALL {
        let words = Words::new(language).with_currency(&design.currency);
        for warning in &design.warnings {
            reached(warning.what.key);
            read::assert_harmless(&words.warning(warning));
        }
        read::assert_harmless(&report::numbers_text(design, words));
        read::assert_csv(&report::numbers_csv(design, words));
        let json: serde_json::Value =
            serde_json::from_str(&report::numbers_json(design, words).unwrap()).unwrap();
        assert!(json.is_object() || json.is_array());
    }
}

/// Changes at any path, of any kind: what is left is a design that reads as it was written, or the change is refused in words.
pub fn edited(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let Ok(mut draft) = Draft::new(mutate::seed(&mut choices)) else { return false };
    let mut changes = draft.before().hash.clone();
    for _ in 0..=choices.below(4) {
        if let Err(fault) = change(&mut draft, &mut choices, &mut changes) {
            told(&fault);
        }
    }
    fed(changes.as_bytes());
    match draft.finish() {
        Ok((text, design)) => {
            let again = Design::parse(&text).unwrap();
            assert_eq!((again.hash, again.numbers.len()), (design.hash.clone(), design.numbers.len()));
            is_design_or_refused(&text)
        }
        Err(fault) => {
            told(&fault);
            false
        }
    }
}

fn told(fault: &EditFault) {
    reached(fault.saying().key);
    for language in Language::ALL {
        read::assert_harmless(&Words::new(language).tell(&fault.saying()));
    }
}

fn change(draft: &mut Draft, choices: &mut Choices, changes: &mut String) -> Result<(), EditFault> {
    let path = path(draft.before(), choices);
    let number = choices.of(&NUMBERS).parse().unwrap_or(0.3);
    let (text, kind) = (choices.of(&TEXTS), choices.below(7));
    *changes += &format!("{kind} {path} {number} {text}\n");
    match kind {
        0 => draft.set(&path, number),
        1 => draft.scale(&path, number),
        2 => draft.set_text(&path, text),
        3 => draft.set_texts(&path, &[text.to_owned(), choices.of(&TEXTS).to_owned()]),
        4 => draft.append(&path, &format!("name = {}\nx = {}\n", quoted(text), choices.of(&NUMBERS))),
        // as the rule proposes them
        5 => draft.append("program.special_offer", "discount = 0.1\nevery_months = 3\n"),
        _ => draft.remove(&path),
    }
}

/// A path of the design, of one of its tables, or none.
fn path(design: &Design, choices: &mut Choices) -> String {
    let numbers: Vec<&str> = design.numbers.iter().map(|(_, number)| number.path.as_str()).collect();
    let path = choices.of(&numbers);
    let above = |path: &str, levels: usize| {
        let steps: Vec<&str> = path.split('.').collect();
        steps[..steps.len().saturating_sub(levels).max(1)].join(".")
    };
    match choices.below(8) {
        0..4 => path.to_owned(),
        4 => above(path, 1),
        5 => above(path, 2).replace(['[', ']', '0', '1'], ""),
        6 => choices
            .of(&[
                "plan.exit",
                "goal[0]",
                "program",
                "segment[1]",
                "churn.causes",
                "correlations",
                "study[0].informs",
                "branch",
            ])
            .to_owned(),
        _ => format!("{path}{}", choices.of(&TEXTS)),
    }
}

/// Trials, customers: as few as make a result.
pub const TINY: Settings = Settings { seed: 3, customers: 20 };

pub fn summary(design: &Design) -> (Collector, Summary) {
    let experiment = Experiment::new(design, TINY);
    let mut collector = Collector::new(design);
    for trial in 0..2 {
        let truth = experiment.truth(trial);
        let tally = experiment.play_under(&truth, trial);
        collector.add(&Outcome::of(design, &truth, &tally)).unwrap();
    }
    let Settings { seed, customers } = TINY;
    let summary =
        collector.summary(&RunSettings { seed, customers, trials_asked: 2, target: Share::new(0.05) });
    (collector, summary)
}

/// Hostile names, in every report of a tiny run and, now and then, of a tiny review.
pub fn written(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let mut text = mutate::seed(&mut choices).to_owned();
    for _ in 0..3 {
        let names: Vec<&str> = text.split('"').skip(1).step_by(2).filter(|name| !name.is_empty()).collect();
        let old = format!("\"{}\"", choices.of(&names));
        text = text.replace(&old, &quoted(&format!("{}{}", choices.of(&TEXTS), choices.byte())));
    }
    fed(text.as_bytes());
    let Ok(design) = Design::parse(&text) else { return is_design_or_refused(&text) };
    explained(&design);
    let (collector, summary) = summary(&design);
    read::assert_csv(&report::monthly_csv(&summary));
    read::assert_csv(&report::trials_csv(&collector).collect::<String>());
    let json: serde_json::Value = serde_json::from_str(&report::summary_json(&summary).unwrap()).unwrap();
    assert!(json.is_object());
    let book = report::run_workbook(&design, &summary, &collector, Language::En).unwrap();
    assert!(book.starts_with(b"PK"));
    let tables = [("monthly.csv".to_owned(), report::monthly_csv(&summary))];
    assert!(report::tables_workbook(&design, &tables, Language::Ru).is_ok());
    for language in Language::ALL {
        read::assert_harmless(&report::answers(&design, &summary, language));
        read::assert_harmless(&report::monthly_tables(&summary, language));
    }
    if choices.below(100) == 0 {
        reviewed(&text, &design);
    }
    true
}

fn reviewed(text: &str, design: &Design) {
    let settings =
        ReviewSettings { seed: 3, trials: 8, customers: 40, rivals: Vec::new(), file: "x.toml".to_owned() };
    let Ok(review) = review(text, design, &settings, &Unwatched) else { return };
    for language in Language::ALL {
        let words = Words::new(language).with_currency(&design.currency);
        let pages = report::ReviewPages::new(&review, design, text, words);
        read::assert_harmless(&report::review_text(&review, words));
        read::assert_markdown(&report::review_markdown(&pages));
        read::assert_html(&report::review_html(&pages));
    }
}

/// Numbers at the ends of their ranges: a month of a trial is finite, and customers neither appear nor vanish.
pub fn played(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let Ok(mut draft) = Draft::new(mutate::seed(&mut choices)) else { return false };
    for _ in 0..=choices.below(5) {
        let numbers: Vec<_> = draft.before().numbers.iter().map(|(_, n)| (n.path.clone(), n.range)).collect();
        let (path, range) = &numbers[choices.below(numbers.len())];
        let ends = [range.min, range.max, 0.5 * (range.min + range.max.min(range.min + 1.0))];
        let value = choices.of(&ends);
        // a base that grows a thousandfold is another matter: it takes its time
        if !path.starts_with("business.new") && !path.starts_with("business.customers") {
            let _ = draft.set(path, value);
        }
    }
    let Ok((text, design)) = draft.finish() else { return false };
    fed(text.as_bytes());
    let truth = Truth::draw(&design, 3, 1);
    let tally = Experiment::new(&design, TINY).play_under(&truth, 1);
    for world in 0..tally.worlds() {
        for segment in 0..tally.segments() {
            for month in 0..tally.months() {
                let row = tally.row(world, segment, month);
                assert!(row.values().iter().all(|value| value.is_finite()), "world {world}, month {month}");
                let counted = Line::ALL.into_iter().filter(|line| row[*line] != 0.0);
                counted.for_each(|line| reached(&format!("{line:?}")));
                let [start, active] =
                    [Line::Start, Line::Active].map(|line| tally.get(world, segment, month, line));
                assert!(active <= start && active >= 0.0, "{active} of {start}");
            }
        }
    }
    true
}

const TASK: &str = "[optimise]\nobjectives = [\"npv\"]\n[[optimise.lever]]\npath = \"program.points.earn\"\nlow = 0\nhigh = 0.1\n";

/// A log that somebody has changed: its lines are read or not, and the search ends.
pub fn searched(bytes: &[u8]) -> bool {
    static LOG: LazyLock<(Task, Vec<String>)> = LazyLock::new(|| {
        let shop = include_str!("../../scenarios/electronics.toml");
        let task = Task::read(&format!("{shop}\n{TASK}")).unwrap();
        let log = Mutex::new(Vec::new());
        let note = |tried: &Tried| log.lock().unwrap().push(serde_json::to_string(tried).unwrap());
        optimise(&task, WORK, Vec::new(), &Unwatched, &note).unwrap();
        (task, log.into_inner().unwrap())
    });
    let mut choices = Choices::new(bytes);
    let (task, log) = &*LOG;
    let mut lines = log.clone();
    for _ in 0..=choices.below(4) {
        let at = choices.below(lines.len());
        let line = &mut lines[at];
        match choices.below(4) {
            0 => *line = line.replace("true", "false"),
            1 => *line = line.replacen(|c: char| c.is_ascii_digit(), choices.of(&NUMBERS), 1),
            2 => *line = line.replace("[", "[null,"),
            _ => *line = line.replace("\"objectives\":[", "\"objectives\":[1e9,"),
        }
    }
    fed(lines.join("\n").as_bytes());
    let known: Vec<Tried> = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let read = !known.is_empty();
    reached(&format!("{} lines", known.len()));
    let found = optimise(task, WORK, known, &Unwatched, &|_| {}).unwrap();
    assert!(found.points <= WORK.points);
    read
}

const WORK: Work = Work { settings: TINY, trials: 2, fresh: 4, points: 6 };
