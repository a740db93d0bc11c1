//! What a class is set up with: the scenario, the levers, the budget, its secrets.

use crate::serve::gate;
use crate::serve::levers::{chosen, shown, tidied};
use loyalsim::design::{Design, GoalBound, Saying};
use serde::{Deserialize, Serialize};

/// The first line of a log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The version that opened the class.
    pub loyalsim: String,
    /// The scenario's file name without its ending.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What teams may move.
    pub levers: Vec<Handle>,
    /// What a program may cost; `None` for no limit.
    pub budget: Option<f64>,
    /// What students type to come in.
    pub code: String,
    /// The secret of the teacher's address.
    pub token: String,
    /// The port.
    pub port: u16,
}

/// A lever that teams may move, and how far, as shown; without ends as far as its slider goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// Its whole path.
    pub path: String,
    /// Its ends.
    pub ends: Option<(f64, f64)>,
}

/// What the teacher wants.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Levers as typed: `path` or `path=low..high`, in the numbers of the design.
    pub levers: Vec<String>,
    /// The most that a program may cost.
    pub budget: Option<f64>,
}

/// Levers of a team where neither the teacher nor the design names any.
const USUAL: usize = 6;

/// Letters of a code: none that looks like another one.
const LETTERS: &[u8; 31] = b"ABCDEFGHJKLMNPQRSTUVWXYZ2345679";
const CODE: usize = 6;

impl Setup {
    /// For the scenario of a text.
    ///
    /// # Errors
    /// If it has no program, or a lever is none.
    pub fn new(name: &str, text: &str, design: &Design, wish: &Wish, port: u16) -> Result<Self, Saying> {
        if design.program.is_none() {
            return Err(Saying::new("seminar-no-program"));
        }
        let levers = match wish.levers.is_empty() {
            true => usual(design),
            false => wish.levers.iter().map(|typed| handle(design, typed)).collect::<Result<_, _>>()?,
        };
        if levers.is_empty() {
            return Err(Saying::new("seminar-no-levers"));
        }
        let secret =
            || gate::secret().map_err(|why| Saying::new("why-other").with("message", why.to_string()));
        Ok(Self {
            loyalsim: env!("CARGO_PKG_VERSION").to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            levers,
            budget: wish.budget.or_else(|| budget(design)),
            code: code(&secret()?),
            token: secret()?,
            port,
        })
    }
}

/// The levers that the design itself names, or else the first numbers that it gives of its elements.
fn usual(design: &Design) -> Vec<Handle> {
    let named: Vec<Handle> = chosen(design).into_keys().map(|path| Handle { path, ends: None }).collect();
    if !named.is_empty() {
        return named;
    }
    let elements: Vec<String> = design
        .program
        .iter()
        .flat_map(|program| &program.elements)
        .map(|element| format!("{}.", element.path))
        .collect();
    let of_element = |path: &str| elements.iter().any(|element| path.starts_with(element.as_str()));
    let given = design.numbers.iter().filter(|(_, n)| n.span.is_some() && of_element(&n.path));
    given.take(USUAL).map(|(_, n)| Handle { path: n.path.clone(), ends: None }).collect()
}

/// A lever as typed.
fn handle(design: &Design, typed: &str) -> Result<Handle, Saying> {
    let wrong = || Saying::new("seminar-bad-lever").with("lever", typed);
    let (path, ends) = typed.split_once('=').map_or((typed, None), |(path, ends)| (path, Some(ends)));
    let path = design.address(path.trim()).map_err(|unknown| unknown.saying())?;
    let id = design.numbers.find(&path).ok_or_else(wrong)?;
    let Some(ends) = ends else { return Ok(Handle { path, ends: None }) };
    let (low, high) = ends.split_once("..").ok_or_else(wrong)?;
    let end =
        |text: &str| text.trim().parse::<f64>().ok().filter(|end| design.numbers[id].range.contains(*end));
    let (low, high) = end(low).zip(end(high)).filter(|(low, high)| low < high).ok_or_else(wrong)?;
    let times = shown(design, &path).times;
    Ok(Handle { path, ends: Some((tidied(low * times), tidied(high * times))) })
}

/// What the design itself says a program may cost.
fn budget(design: &Design) -> Option<f64> {
    let limits = design.optimise.iter().flat_map(|optimise| &optimise.constraints);
    let mut costs = limits.filter(|limit| {
        ["budget", "program_cost"].contains(&limit.measure.as_str()) && limit.bound == GoalBound::AtMost
    });
    costs.next().map(|limit| design.central(limit.value))
}

/// A code from a secret.
fn code(secret: &str) -> String {
    let bytes = secret.as_bytes().chunks(2).filter_map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        usize::from_str_radix(pair, 16).ok()
    });
    // of 256 values as many as are shared out evenly
    let even = bytes.filter(|byte| *byte < 256 / LETTERS.len() * LETTERS.len());
    even.map(|byte| char::from(LETTERS[byte % LETTERS.len()])).take(CODE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRAP: &str = include_str!("../../../scenarios/discount-trap.toml");

    fn setup(levers: &[&str]) -> Result<Setup, Saying> {
        let wish = Wish { levers: levers.iter().map(|l| (*l).to_owned()).collect(), budget: None };
        Setup::new("trap", TRAP, &Design::parse(TRAP).unwrap(), &wish, 1)
    }

    #[test]
    fn levers_are_those_that_the_teacher_names() {
        let found = setup(&["program.special_offer.discount=0..0.2"]).unwrap();
        assert_eq!(found.levers[0].path, "program.special_offer[0].discount");
        assert_eq!(found.levers[0].ends, Some((0.0, 20.0)), "as shown: in percent");
        for wrong in
            ["title", "program.special_offer.discount=1..0", "nothing", "program.special_offer.discount=0..7"]
        {
            assert!(setup(&[wrong]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn without_a_word_they_are_those_of_the_design() {
        let paths: Vec<String> = setup(&[]).unwrap().levers.into_iter().map(|l| l.path).collect();
        assert_eq!(paths[0], "program.special_offer[0].discount");
        assert!(paths.iter().all(|path| path.starts_with("program.special_offer[0].")), "{paths:?}");
    }

    #[test]
    fn codes_are_short_and_new() {
        let [a, b] = [setup(&[]).unwrap(), setup(&[]).unwrap()];
        assert!(a.code != b.code && a.token != b.token);
        assert!(a.code.len() == CODE && a.code.bytes().all(|letter| LETTERS.contains(&letter)), "{}", a.code);
        assert_eq!(code("ffff00010203040506"), "ABCDEF");
    }
}
