//! What a user does to a design, and the text that comes of it: comments and layout stay.

use super::levers::{shown, tidied};
use loyalsim::design::{Design, Draft, EditFault};
use loyalsim::words::{Language, Words};
use serde::{Deserialize, Serialize};

/// A change.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", deny_unknown_fields)]
pub enum Change {
    /// A number moved, as it is shown.
    Move {
        /// Where it stands.
        path: String,
        /// Its value; shares in percent.
        to: f64,
    },
    /// A word or month chosen.
    Choose {
        /// Where it stands.
        path: String,
        /// The word.
        to: String,
    },
    /// An element taken out.
    Remove {
        /// Where it stands.
        path: String,
    },
    /// An element put in.
    Append {
        /// Its list, `program.points`.
        list: String,
        /// Its lines.
        lines: String,
        /// What to call a program that there was not.
        program: String,
    },
}

/// What came of a change.
#[derive(Debug, Serialize)]
pub struct Changed {
    /// The new text.
    pub text: String,
    /// The lines of the element that was taken out.
    pub lines: String,
}

/// Makes a change.
///
/// # Errors
/// If it cannot be made, in a sentence with what to do.
pub fn changed(text: &str, change: &Change, language: Language) -> Result<Changed, String> {
    made(text, change).map_err(|fault| Words::new(language).tell(&fault.saying()))
}

fn made(text: &str, change: &Change) -> Result<Changed, EditFault> {
    let mut draft = Draft::new(text)?;
    let mut lines = String::new();
    match change {
        Change::Move { path, to } => moved(&mut draft, path, *to)?,
        Change::Choose { path, to } => draft.set_text(path, to)?,
        Change::Remove { path } => {
            lines = draft.lines(path)?;
            draft.remove(path)?;
        }
        Change::Append { list, lines, program } if draft.before().program.is_none() => {
            draft = Draft::new(&with_program(text, draft.before(), program, (list, lines)))?;
        }
        Change::Append { list, lines, .. } => draft.append(list, lines)?,
    }
    Ok(Changed { text: draft.finish()?.0, lines })
}

/// Moves a number to a value as shown. A number that is uncertain stays so: its whole range moves.
///
/// # Errors
/// If there is no such number.
pub fn moved(draft: &mut Draft, path: &str, to: f64) -> Result<(), EditFault> {
    let design = draft.before();
    let to = tidied(to / shown(design, path).times);
    let known = design.numbers.find(path).map(|id| &design.numbers[id]);
    let central = known.filter(|n| !n.distribution.is_certain()).map(|n| n.distribution.central());
    let inside = known.is_none_or(|number| number.range.contains(to));
    match central.filter(|central| *central != 0.0 && inside) {
        Some(central) if to / central > 0.0 => draft.scale(path, to / central),
        _ => draft.set(path, to),
    }
}

/// The text with a program of one element, which begins with the simulation and costs nothing beyond it until somebody says what.
fn with_program(text: &str, design: &Design, name: &str, (list, lines): (&str, &str)) -> String {
    let (name, launch) = (toml::Value::from(name), design.start);
    let program =
        format!("[program]\nname = {name}\nlaunch = \"{launch}\"\nsetup_cost = 0\ncost_per_month = 0\n");
    format!("{}\n\n{program}\n[[{list}]]\n{lines}", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("../../scenarios/ladder.toml");

    fn make(text: &str, change: Change) -> Changed {
        changed(text, &change, Language::En).unwrap_or_else(|why| panic!("{why}"))
    }

    #[test]
    fn shares_are_moved_in_percent_and_ranges_as_a_whole() {
        let text = include_str!("../../scenarios/coffee.toml");
        let path = |path: &str| path.to_owned();
        let new = make(text, Change::Move { path: path("business.annual_retention"), to: 60.0 }).text;
        let design = Design::parse(&new).unwrap();
        let number = &design.numbers[design.numbers.find("business.annual_retention").unwrap()];
        assert!((number.distribution.central() - 0.6).abs() < 1e-9 && !number.distribution.is_certain());
        let fixed =
            make(text, Change::Move { path: path("program.special_offer[0].discount"), to: 12.5 }).text;
        assert!(fixed.contains("0.125") && fixed.contains("# A coffee shop chain"), "{fixed}");
    }

    #[test]
    fn elements_go_and_come_back() {
        let text = include_str!("../../scenarios/coffee.toml");
        let kinds = |text: &str| -> Vec<String> {
            let elements = Design::parse(text).unwrap().program.unwrap().elements;
            elements.into_iter().map(|element| element.path).collect()
        };
        let gone = make(text, Change::Remove { path: "program.messages[0]".to_owned() });
        assert_eq!(kinds(&gone.text), ["program.special_offer[0]"]);
        let list = "program.messages".to_owned();
        let back = make(&gone.text, Change::Append { list, lines: gone.lines, program: "P".to_owned() });
        assert_eq!(kinds(&back.text), kinds(text));
        // those with steps of their own too
        let list = "program.tiers".to_owned();
        let steps = "grace_months = 3\n\n[[steps]]\nname = \"silver\"\nspend_per_year = 300\ndiscount = 0.02\n\n[[steps]]\nname = \"gold\"\nspend_per_year = 900\n";
        let append = |text: &str, lines: &str| {
            let (list, lines, program) = (list.clone(), lines.to_owned(), String::new());
            make(text, Change::Append { list, lines, program }).text
        };
        let with = append(text, steps);
        let out = make(&with, Change::Remove { path: "program.tiers[0]".to_owned() });
        let numbers = |text: &str| -> Vec<String> {
            let design = Design::parse(text).unwrap();
            design.numbers.iter().map(|(_, n)| format!("{} {:?}", n.path, n.distribution)).collect()
        };
        assert_eq!(numbers(&append(&out.text, &out.lines)), numbers(&with));
        // a program without elements does nothing: that is told, with what to do
        let last = Change::Remove { path: "program.special_offer[0]".to_owned() };
        assert!(changed(&gone.text, &last, Language::En).unwrap_err().contains("add at least one element"));
    }

    #[test]
    fn a_business_gets_its_first_program() {
        let text = include_str!("../../scenarios/leaking-pool.toml");
        let new = make(
            text,
            Change::Append {
                list: "program.points".to_owned(),
                lines: "earn = 0.02\n".to_owned(),
                program: "A \"card\"".to_owned(),
            },
        );
        assert_eq!(Design::parse(&new.text).unwrap().program.unwrap().name, "A \"card\"");
    }

    #[test]
    fn what_cannot_be_is_refused_with_a_remedy() {
        for language in Language::ALL {
            let path = Design::parse(TEXT).unwrap().program.unwrap().elements[0].path.clone();
            let wrong = Change::Move { path: "business.gross_margin".to_owned(), to: 140.0 };
            let why = changed(TEXT, &wrong, language).unwrap_err();
            assert!(why.contains("gross_margin") || why.len() > 30, "{why}");
            let nowhere = Change::Remove { path: format!("{path}x") };
            assert!(changed(TEXT, &nowhere, language).is_err());
        }
    }
}
