//! Planted improvements are found, and where there is nothing to find, nothing is claimed.

use super::*;
use crate::decide::Unwatched;
use std::sync::Mutex;

const SHOP: &str = include_str!("../../../scenarios/electronics.toml");
const WORK: Work = Work { settings: Settings { seed: 1, customers: 400 }, trials: 16, fresh: 60, points: 60 };

/// Points and staff training alone, and what may be changed about them.
fn text(section: &str) -> String {
    without(&["cumulative_discount", "tiers", "referral", "messages", "seasonal_sale"], section)
}

fn without(elements: &[&str], section: &str) -> String {
    let mut draft = Draft::new(SHOP).unwrap();
    for element in elements {
        draft.remove(&format!("program.{element}")).unwrap();
    }
    draft.finish().unwrap().0 + "\n" + section
}

const EARN: &str = "[[optimise.lever]]\npath = \"program.points.earn\"\nlow = 0\nhigh = 0.1\n";
const SALE: &str = "[[optimise.lever]]\npath = \"program.seasonal_sale.discount\"\nlow = 0.01\nhigh = 0.2\n";
const LIFT: &str = "[[optimise.lever]]\npath = \"program.staff_training.lifts_proper_contacts_to\"\nlow = 0.15\nhigh = 0.6\n";

fn optimised(section: &str) -> Optimised {
    let task = Task::read(&text(section)).unwrap();
    optimise(&task, WORK, Vec::new(), &Unwatched, &|_| {}).unwrap()
}

/// Staff dominates here: treatment is the larger cause of leaving, and what a sale gives away goes to those who stay anyway.
#[test]
fn money_moves_from_discounts_to_staff() {
    let others = ["cumulative_discount", "tiers", "referral", "messages"];
    let text = without(&others, &format!("[optimise]\nobjectives = [\"npv\"]\n{SALE}{LIFT}"));
    let task = Task::read(&text).unwrap();
    let found = optimise(&task, WORK, Vec::new(), &Unwatched, &|_| {}).unwrap();
    assert_eq!(found.verdict, Verdict::Improved, "{:?}", found.found);
    let best = &found.found[0];
    assert!(best.values[0] < 0.06 && best.values[1] > 0.55, "{:?}", best.values);
    assert!(best.against_present[0].low > 0.0 && best.feasible);
    assert!(found.points <= WORK.points && found.tried[0].values == [0.12, 0.4]);
}

#[test]
fn nothing_is_better_than_a_program_that_only_costs() {
    let mut draft = Draft::new(&text("")).unwrap();
    draft.remove("program.staff_training").unwrap();
    draft.set("program.setup_cost", 9e11).unwrap();
    let (lossy, _) = draft.finish().unwrap();
    let task = Task::read(&format!("{lossy}\n[optimise]\nobjectives = [\"net_effect\"]\n{EARN}")).unwrap();
    let work = Work { points: 16, ..WORK };
    let found = optimise(&task, work, Vec::new(), &Unwatched, &|_| {}).unwrap();
    assert_eq!((found.verdict, found.nothing[0].value), (Verdict::NothingBetter, 0.0));
}

/// Neither money nor customers are gained by a program that gives nothing and costs something.
#[test]
fn nothing_is_better_on_any_of_several_objectives() {
    let mut draft = Draft::new(&text("")).unwrap();
    draft.remove("program.staff_training").unwrap();
    draft.set("program.willing", 0.0).unwrap();
    draft.set("program.setup_cost", 9e11).unwrap();
    let (idle, _) = draft.finish().unwrap();
    let task =
        Task::read(&format!("{idle}\n[optimise]\nobjectives = [\"npv\", \"retention\"]\n{EARN}")).unwrap();
    let found = optimise(&task, Work { points: 16, ..WORK }, Vec::new(), &Unwatched, &|_| {}).unwrap();
    assert_eq!(found.verdict, Verdict::NothingBetter, "{:?}", found.found);
}

#[test]
fn what_stands_at_its_best_is_left_alone() {
    // enough trials that what is best on them is best on others
    let work = Work { trials: 64, points: 24, ..WORK };
    let search =
        |text: &str| optimise(&Task::read(text).unwrap(), work, Vec::new(), &Unwatched, &|_| {}).unwrap();
    let best = search(&text(&format!("[optimise]\nobjectives = [\"npv\"]\n{EARN}"))).found[0].values[0];
    let mut draft = Draft::new(&text("")).unwrap();
    draft.set("program.points.earn", best).unwrap();
    let text = draft.finish().unwrap().0 + &format!("\n[optimise]\nobjectives = [\"npv\"]\n{EARN}");
    let found = search(&text);
    assert_eq!(found.verdict, Verdict::PresentAsGood, "{:?}", found.found);
}

#[test]
fn constraints_hold_or_it_says_so() {
    let limit = "[[optimise.constraint]]\nmeasure = \"margin_loss\"\nat_most = 1_000_000_000\n";
    let found = optimised(&format!("[optimise]\nobjectives = [\"retention\"]\n{EARN}{limit}"));
    let (best, spent) = (&found.found[0], &found.found[0].constraints[0]);
    // the best lies at the limit, so that on trials which have not chosen it, it may be on either side
    assert!(spent.value <= 1e9 + 4.0 * spent.mc_error && best.values[0] < 0.05, "{best:?}");
    assert_eq!(best.feasible, spent.value <= 1e9, "{best:?}");
    let never = "[[optimise.constraint]]\nmeasure = \"nps\"\nat_least = 90\n";
    let found = optimised(&format!("[optimise]\nobjectives = [\"npv\"]\n{EARN}{never}"));
    assert_eq!(found.verdict, Verdict::Infeasible);
}

#[test]
fn a_front_has_both_ends_and_no_dominated_point() {
    let found = optimised(&format!("[optimise]\nobjectives = [\"npv\", \"retention\"]\n{EARN}{LIFT}"));
    assert_eq!(found.verdict, Verdict::Front);
    assert!(found.found.len() > 2);
    let of = |c: &Candidate, i: usize| c.searched[i].unwrap();
    for pair in found.found.windows(2) {
        assert!(of(&pair[0], 0) > of(&pair[1], 0) && of(&pair[0], 1) < of(&pair[1], 1));
    }
}

#[test]
fn a_log_is_not_played_again_and_changes_nothing() {
    let task = Task::read(&text(&format!("[optimise]\nobjectives = [\"npv\"]\n{EARN}"))).unwrap();
    let work = Work { points: 20, ..WORK };
    let log = Mutex::new(Vec::new());
    let note = |tried: &Tried| log.lock().unwrap().push(tried.clone());
    let whole = optimise(&task, work, Vec::new(), &Unwatched, &note).unwrap();
    let half: Vec<Tried> = log.lock().unwrap().drain(..).take(9).collect();
    let resumed = optimise(&task, work, half, &Unwatched, &note).unwrap();
    assert_eq!(resumed, whole);
    assert_eq!(log.lock().unwrap().len(), whole.points - 9);
}

/// Lines that somebody has changed are played anew.
#[test]
fn a_log_of_another_shape_changes_nothing() {
    let task = Task::read(&text(&format!("[optimise]\nobjectives = [\"npv\"]\n{EARN}"))).unwrap();
    let work = Work { points: 6, ..WORK };
    let log = Mutex::new(Vec::new());
    let note = |tried: &Tried| log.lock().unwrap().push(tried.clone());
    let whole = optimise(&task, work, Vec::new(), &Unwatched, &note).unwrap();
    let of_shape: [fn(Tried) -> Tried; 5] = [
        |tried| Tried { objectives: Vec::new(), ..tried },
        |tried| Tried { objectives: vec![Some(1e9); 2], errors: vec![Some(1.0); 2], ..tried },
        |tried| Tried { errors: Vec::new(), ..tried },
        |tried| Tried { constraints: vec![None], ..tried },
        |tried| Tried { values: Vec::new(), ..tried },
    ];
    let changed =
        log.lock().unwrap().drain(..).zip(of_shape.into_iter().cycle()).map(|(t, of)| of(t)).collect();
    assert_eq!(optimise(&task, work, changed, &Unwatched, &|_| {}).unwrap(), whole);
}

#[test]
fn wrong_tasks_are_refused() {
    let objective = "[optimise]\nobjectives = [\"npv\"]\n";
    let earn = |from: &str, to: &str| format!("{objective}{}", EARN.replace(from, to));
    let limit =
        |words: &str| format!("{objective}{EARN}[[optimise.constraint]]\nmeasure = \"nps\"\n{words}\n");
    for (section, said) in [
        (String::new(), "task-none"),
        (earn("program.points.earn", "program.points.eran"), "program.points[0].earn"),
        (earn("program.points.earn", "business.nps"), "task-not-of-the-program"),
        (earn("program.points.earn", "program.launch"), "task-no-number"),
        (earn("0.1", "7"), "task-bounds"),
        (format!("{objective}{EARN}{EARN}"), "task-twice (path: program.points[0].earn)"),
        (objective.replace("npv", "npw") + EARN, "measure-unknown (word: npw"),
        (
            limit("at_least = 30") + "[[optimise.constraint]]\nmeasure = \"nps\"\nat_most = 20\n",
            "task-contradiction (lower: nps_program, least: 30, upper: nps_program, most: 20)",
        ),
        (
            limit("at_most = 20") + "[[optimise.constraint]]\nmeasure = \"nps\"\nat_least = 30\n",
            "task-contradiction (lower: nps_program, least: 30, upper: nps_program, most: 20)",
        ),
        (
            limit("at_most = 20").replace("\"nps\"", "\"goal_1\"").replace("20", "0.2")
                + "[[optimise.constraint]]\nmeasure = \"goals\"\nat_least = 0.5\n",
            "task-contradiction (lower: goals, least: 0.5, upper: goal_1, most: 0.2)",
        ),
        (limit("at_least = 101"), "possible: -100..100"),
        (earn("0.1", "0"), "reason-no-choice (low: 0, high: 0)"),
    ] {
        let fault = Task::read(&text(&section)).map(|_| ()).unwrap_err().to_string();
        assert!(fault.contains(said), "{said} is not in: {fault}");
    }
}

/// A point that is clearly worse than the best so far is played on 40 trials, and is worse by their mean difference. Exact but for rounding.
#[test]
fn who_is_clearly_behind_is_played_no_further() {
    let others = ["cumulative_discount", "tiers", "referral", "messages"];
    let text = without(&others, &format!("[optimise]\nobjectives = [\"npv\"]\n{SALE}"));
    let task = Task::read(&text).unwrap();
    let (settings, trials) = (Settings { seed: 1, customers: 200 }, 120);
    let note = |_: &Tried| ();
    let bench = Bench::new(&task, (settings, trials, 10), Vec::new(), &Unwatched, &note);
    bench.costs_of(&[vec![0.1]]);
    bench.costs_of(&[vec![1.0]]);
    let tried = bench.tried();
    let played = |at: usize, trials| {
        let (_, design) = task.design(&tried[at].values).unwrap();
        figures(&task, &[&design], settings, 0..trials, &Unwatched).unwrap()[0][0].clone()
    };
    let told = |at: usize| (tried[at].objectives[0].unwrap(), tried[at].errors[0].unwrap());
    let (best, few) = (played(0, trials), played(1, 40));
    assert_eq!(told(0), (best.reading.value, best.reading.mc_error));
    let behind = few.parts.iter().zip(&best.parts).map(|(worse, better)| worse - better).sum::<f64>() / 40.0;
    let ((value, error), expected) = (told(1), best.reading.value + behind);
    assert!(behind < 0.0 && error == few.reading.mc_error, "{behind} ± {error}");
    assert!((value - expected).abs() < 1e-9 * expected.abs(), "{value}, {expected}");
}
