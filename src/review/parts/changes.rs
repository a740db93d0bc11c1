//! The recommended design in plain language: what changes, from what, to what, and why.

use super::{said, table, text_column};
use crate::design::{Catalogue, Edit};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::package::Package;
use crate::review::rules::{Action, Judgement};
use crate::review::sentence::{Arg, Style, name, say};
use crate::units::YearMonth;

/// One change as a row: what, from, to.
struct Change {
    what: Vec<Arg>,
    /// Whether it is about who may use the elements.
    of_users: bool,
    from: Arg,
    to: Arg,
}

/// The table of all changes of the package.
pub fn blocks(case: &Case, package: &Package, figures: &mut Figures) -> Block {
    let columns = ["changes-column-what", "changes-column-from", "changes-column-to", "changes-column-why"];
    let mut rows = Vec::new();
    for (at, action) in package.actions.iter().enumerate() {
        let why = reasons(case, action);
        for change in joined(case, at, action, figures) {
            let what = Arg::List(change.what);
            let what = if change.of_users { said(say("changes-users").with("elements", what)) } else { what };
            rows.push(vec![what, change.from, change.to, why.clone()]);
        }
    }
    table(say("changes-table"), columns.map(text_column).to_vec(), rows)
}

/// The codes of the rules that propose the action: what they found stands above, under the weak points.
fn reasons(case: &Case, action: &Action) -> Arg {
    let proposes = |judgement: &Judgement| match judgement {
        Judgement::Weak(weak) => weak.iter().any(|w| w.actions.iter().any(|a| a.edits == action.edits)),
        _ => false,
    };
    let rules = case.judged.iter().filter(|(_, judgement)| proposes(judgement));
    let codes: Vec<&str> = rules.map(|(rule, _)| rule.code.0).collect();
    Arg::Text(codes.join(", "))
}

/// The changes of one action; the same change of several elements once.
fn joined(case: &Case, at: usize, action: &Action, figures: &mut Figures) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for (nth, edit) in action.edits.iter().enumerate() {
        let next = change(case, &format!("package.change{}-{}", at + 1, nth + 1), edit, figures);
        let same = |known: &&mut Change| {
            matches!(edit, Edit::SetTexts(..)) && (&known.from, &known.to) == (&next.from, &next.to)
        };
        match changes.iter_mut().find(same) {
            Some(known) => known.what.extend(next.what),
            None => changes.push(next),
        }
    }
    changes
}

fn change(case: &Case, id: &str, edit: &Edit, figures: &mut Figures) -> Change {
    match edit {
        Edit::Set(path, value) => number(case, id, path, *value, figures),
        Edit::Scale(path, factor) => {
            let today = case.design.number_at(path).map_or(f64::NAN, |id| case.design.central(id));
            number(case, id, path, today * factor, figures)
        }
        Edit::SetText(path, text) => {
            let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
            let what = match table {
                "program" => name("moved", key),
                table => {
                    said(say("changes-text").name("key", "moved", key).with("element", element(case, table)))
                }
            };
            let before = stated(case, path);
            Change {
                what: vec![what],
                of_users: false,
                from: before.map_or_else(|| unset(key), |text| word(key, &text)),
                to: word(key, text),
            }
        }
        Edit::SetTexts(path, texts) => segments(case, path, texts),
        Edit::Remove(path) => {
            let (from, to) = match case.facts.changes_todays(path) {
                true => ("changes-as-proposed", "changes-as-today"),
                false => ("changes-offered", "changes-dropped"),
            };
            let [from, to] = [from, to].map(|key| said(say(key)));
            Change { what: vec![element(case, path)], of_users: false, from, to }
        }
        Edit::Append(path, lines) => Change {
            what: vec![element(case, path)],
            of_users: false,
            from: said(say("changes-not-offered")),
            to: added(id, path, lines, figures),
        },
    }
}

/// Who may use an element.
fn segments(case: &Case, path: &str, texts: &[String]) -> Change {
    let (table, _) = path.rsplit_once('.').unwrap_or(("", path));
    let found = case.facts.elements().iter().find(|element| element.path == table);
    let users = found.map_or(&[][..], |element| &element.segments);
    let names = |which: Vec<String>| Arg::List(which.into_iter().map(Arg::Text).collect());
    let today = users.iter().map(|&i| case.design.segments[i].name.clone()).collect();
    Change {
        what: vec![element(case, table)],
        of_users: true,
        from: if users.is_empty() { said(say("changes-all-segments")) } else { names(today) },
        to: names(texts.to_vec()),
    }
}

/// A number of the design, in its unit.
fn number(case: &Case, id: &str, path: &str, value: f64, figures: &mut Figures) -> Change {
    let known = case.design.number_at(path).ok();
    let form = form_of(path);
    let mut book = |which: &str, value, source| {
        quantity(path, value, |value| figures.bare(format!("{id}.{which}"), form, value, source))
    };
    let from = known.map(|number| book("from", case.design.central(number), Source::Design));
    Change {
        what: vec![name("number", path)],
        of_users: false,
        from: from.unwrap_or_else(|| said(say("changes-unstated"))),
        to: book("to", value, Source::Formula),
    }
}

/// A number of the design where no head of a column says what is counted: months by their name, points that never expire by theirs.
fn quantity(path: &str, value: f64, book: impl FnOnce(f64) -> FigureId) -> Arg {
    match form_of(path) {
        Form::Months if value == 0.0 && path.ends_with("expiry_months") => said(say("changes-never")),
        Form::Months if value.fract() == 0.0 => {
            said(say("changes-months").figure("months", book(value), Style::Plural))
        }
        _ => cell(book(value), Style::Value),
    }
}

/// How the number at `path` is written.
fn form_of(path: &str) -> Form {
    let unit = Catalogue::get().find_or_parent(path).and_then(|key| key.unit.kind);
    unit.map_or(Form::Times, Form::from)
}

/// The element at a path by its name, else by its kind.
fn element(case: &Case, path: &str) -> Arg {
    if let Some(known) = case.facts.elements().iter().find(|element| element.path == path) {
        return name("element", known.called());
    }
    let kind = path.strip_prefix("program.").unwrap_or(path).split(['[', '.']).next().unwrap_or(path);
    name("element", kind)
}

/// A text of the design: a month, or a word of the format.
fn word(key: &str, text: &str) -> Arg {
    match text.parse::<YearMonth>() {
        Ok(month) => Arg::Month(month),
        Err(_) => name("setting", format!("{key}-{text}")),
    }
}

/// What holds where a text is not stated: no end, or the format's own word.
fn unset(key: &str) -> Arg {
    let endless = matches!(key, "until" | "stop");
    said(say(if endless { "changes-no-end" } else { "changes-unstated" }))
}

/// The text that the design states at `path`.
fn stated(case: &Case, path: &str) -> Option<String> {
    let whole = toml::Value::Table(case.text.parse().ok()?);
    let mut value = &whole;
    for step in path.split('.') {
        let (key, index) = step.split_once('[').map_or((step, None), |(key, at)| (key, Some(at)));
        value = value.get(key)?;
        if let Some(index) = index {
            value = value.get(index.trim_end_matches(']').parse::<usize>().ok()?)?;
        }
    }
    value.as_str().map(str::to_owned)
}

/// The lines of a new element: each number by its name.
fn added(id: &str, path: &str, lines: &str, figures: &mut Figures) -> Arg {
    let Ok(table) = lines.parse::<toml::Table>() else { return Arg::Code(lines.trim().to_owned()) };
    let number = |value: &toml::Value| value.as_float().or_else(|| value.as_integer().map(|i| i as f64));
    let parts = table.iter().filter_map(|(key, value)| {
        let central = number(value).or_else(|| number(value.get("mode")?))?;
        let path = format!("{path}[0].{key}");
        let form = form_of(&path);
        let book = |value| figures.bare(format!("{id}.{key}"), form, value, Source::Formula);
        let value = quantity(&path, central, book);
        let part = say("changes-part").name("what", "number", path).with("value", value);
        Some(said(part))
    });
    Arg::List(parts.collect())
}
