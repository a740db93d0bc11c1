//! What every rule says, to the last number: its judgement at the threshold and on either side, the place in the design, the stake and the
//! remedies. A table for each rule; `every_rule_has_a_table` misses none.
//!
//! A row is a design, what is known of it, and what the rule says. What is at stake can be read off its digits: see [`MONEY`].

mod a;
mod d;
mod e;
mod g;
mod j;
mod m_v;
mod p;
mod s;
mod t;

use super::{DESIGN, design};
use crate::design::{Design, Edit};
use crate::review::facts::{Fact, Facts};
use crate::review::interval::{Interval, Spread};
use crate::review::rules::{Action, Cited, Judgement, RULES, Rule, Weakness};
use crate::review::sentence::Arg;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Money of the run, a digit for each kind: 1 200 000 are discounts and rewards.
const MONEY: [(Fact, f64); 9] = [
    (Fact::Discounts, 1_000_000.0),
    (Fact::Rewards, 200_000.0),
    (Fact::Fixed, 30_000.0),
    (Fact::Breakage, 4_000.0),
    (Fact::ClosingCost, 500.0),
    (Fact::ProgramCost, 60.0),
    (Fact::Fees, 7.0),
    (Fact::RivalCost, 80_000_000.0),
    (Fact::ResistanceCost, 900_000_000.0),
];

/// A number without doubt.
const fn at(value: f64) -> [f64; 3] {
    [value; 3]
}

/// A number between two ends, its value in the middle.
fn between(low: f64, high: f64) -> [f64; 3] {
    [low, 0.5 * (low + high), high]
}

type Row<'a> = (&'a str, &'a [(Fact, [f64; 3])], &'a str);

/// Tables of rules, a test each: `design, facts => what the rule says;`. A design that does not begin with a title is added to
/// [`DESIGN`]; `before` stands for what is judged before the run.
macro_rules! pins {
    ($($rule:ident { $($design:expr, $facts:expr => $says:expr;)+ })+) => {
        pub(super) const TABLES: &[&str] = &[$(stringify!($rule)),+];
        $(
            #[test]
            fn $rule() {
                super::hold(stringify!($rule), &[$((&*$design, &$facts, $says)),+]);
            }
        )+
    };
}
use pins;

/// Every row of the table is what the rule says.
fn hold(table: &str, rows: &[Row]) {
    let rule = RULES.iter().find(|rule| is_of(table, rule)).unwrap_or_else(|| panic!("no rule {table}"));
    let mut wrong = String::new();
    for (n, (added, facts, says)) in rows.iter().enumerate() {
        let design = written(added);
        let known = MONEY.map(|(fact, money)| (fact, at(money)));
        let facts = known.iter().chain(*facts).fold(Facts::new(&design).after_run(), |facts, (fact, is)| {
            let [low, value, high] = *is;
            let spread = if low < high { Spread::Trials } else { Spread::None };
            facts.with(*fact, Interval { low, value, high, spread })
        });
        let rival = facts.get(Fact::RivalGives(0)).map(|_| "x".to_owned());
        let mut facts = facts;
        facts.rivals = rival.into_iter().collect();
        let (found, wanted) = (told(&(rule.judge)(&facts)), unindented(says));
        if found != wanted {
            writeln!(wrong, "row {n}: wanted\n{wanted}\nfound\n{found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{table}\n{wrong}");
}

fn is_of(table: &str, rule: &Rule) -> bool {
    table[..3].eq_ignore_ascii_case(rule.code.0)
}

fn written(added: &str) -> Design {
    if added.trim_start().starts_with("title") {
        return Design::parse(added).unwrap_or_else(|problems| panic!("{problems}"));
    }
    design(added)
}

fn unindented(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A judgement on a few lines: a line for what is weak, one for each remedy.
fn told(judgement: &Judgement) -> String {
    match judgement {
        Judgement::Absent => "absent".to_owned(),
        Judgement::Clear => "clear".to_owned(),
        Judgement::CannotTell(interval) => format!("cannot tell: {}", ends(interval)),
        Judgement::Weak(weak) => weak
            .iter()
            .flat_map(|w| [weakness(w)].into_iter().chain(w.actions.iter().map(action)))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn weakness(weak: &Weakness) -> String {
    let place = weak.path.as_deref().unwrap_or("everywhere");
    let message = weak.message.map(|key| format!(" says {key}")).unwrap_or_default();
    format!(
        "{place}{message};{}{} at stake {}",
        numbers(&weak.numbers),
        names(&weak.names),
        short(weak.stake.get())
    )
}

fn action(action: &Action) -> String {
    let edits: Vec<String> = action.edits.iter().map(edit).collect();
    let alone = if action.joins { "" } else { " alone" };
    let action_name = action.message.trim_start_matches("action-");
    format!(
        "> {action_name}{alone}:{}{} {}",
        numbers(&action.numbers),
        names(&action.names),
        edits.join("; ")
    )
    .trim_end()
    .trim_end_matches(':')
    .to_owned()
}

fn edit(edit: &Edit) -> String {
    match edit {
        Edit::Set(path, value) => format!("{path} = {}", short(*value)),
        Edit::SetText(path, text) => format!("{path} = '{text}'"),
        Edit::SetTexts(path, texts) => format!("{path} = {texts:?}"),
        Edit::Scale(path, factor) => format!("{path} × {}", short(*factor)),
        Edit::Remove(path) => format!("without {path}"),
        Edit::Append(path, lines) => format!("[[{path}]] {}", lines.trim().replace('\n', ", ")),
    }
}

fn numbers(numbers: &[Cited]) -> String {
    let cited = |c: &Cited| format!(" {} {:?} {}", c.name, c.form, ends(&c.interval));
    numbers.iter().map(cited).collect()
}

fn names(names: &[(&str, Arg)]) -> String {
    let named = |(name, arg): &(&str, Arg)| match arg {
        Arg::Name { key, .. } => format!(" {name} {key}"),
        Arg::Text(text) => format!(" {name} {text}"),
        other => format!(" {name} {other:?}"),
    };
    names.iter().map(named).collect()
}

/// A number with its ends, where it has some; then it says what they hold.
fn ends(interval: &Interval) -> String {
    assert_eq!(interval.low < interval.high, interval.spread != Spread::None, "{interval:?}");
    let [low, value, high] = [interval.low, interval.value, interval.high].map(short);
    if low == high { value } else { format!("{low}..{value}..{high}") }
}

/// Six digits.
fn short(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let scale = 10_f64.powi(5 - libm::log10(value.abs()).floor() as i32);
    let rounded = (value * scale).round() / scale;
    format!("{}", if scale >= 1.0 { rounded } else { rounded.round() })
}

#[test]
fn every_rule_has_a_table() {
    let tables = [a::TABLES, d::TABLES, e::TABLES, g::TABLES, j::TABLES, m_v::TABLES];
    let tables = tables.into_iter().chain([p::TABLES, s::TABLES, t::TABLES]);
    let tables: BTreeSet<&str> = tables.flatten().map(|name| &name[..3]).collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.code.0.to_lowercase()).collect();
    assert_eq!(tables, rules.iter().map(String::as_str).collect());
}

/// [`DESIGN`] with the first so many numbers of the business and its segments written in another way.
fn rewritten(count: usize, written: impl Fn(&str, f64) -> String) -> String {
    let mut left = count;
    let lines = DESIGN.lines().map(|line| {
        let number = line.split_once(" = ").and_then(|(key, value)| Some((key, value.parse::<f64>().ok()?)));
        match number {
            Some((key, value)) if left > 0 && !["horizon_months", "share"].contains(&key) => {
                left -= 1;
                written(key, value)
            }
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Parts of [`DESIGN`] replaced: each must be there.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(DESIGN.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "nothing to change: {from}");
        text.replace(from, to)
    })
}
