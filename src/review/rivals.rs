//! A rival's program before our customers.

use super::sentence::{Sentence, say};
use crate::design::{Cost, Design, Draft, Number};
use toml_edit::{DocumentMut, Item, Table};

/// Tables of our design that speak of our own program's numbers.
const ABOUT_OURS: [&str; 3] = ["correlations", "optimise", "study"];
/// Keys of elements that name segments, tiers, places or months that we do not have.
const THEIRS_ALONE: [&str; 5] = ["segments", "from", "until", "touchpoint", "devalued_in"];

/// Our business with the program of another design: launched when ours is, for all our segments, its fixed costs in proportion to our
/// number of customers.
///
/// # Errors
/// A sentence that says why the program cannot be put before our customers.
pub fn with_program_of(text: &str, design: &Design, rival: &str) -> Result<Design, Sentence> {
    let unread = |_| say("review-misfit-unread");
    let theirs = Design::parse(rival).map_err(|_| say("review-misfit-unread"))?;
    if theirs.currency != design.currency {
        let sentence = say("review-misfit-currency").text("theirs", &theirs.currency);
        return Err(sentence.text("ours", &design.currency));
    }
    let mut ours: DocumentMut = text.parse().map_err(unread)?;
    let document: DocumentMut = rival.parse().map_err(unread)?;
    let Some(Item::Table(mut program)) = document.get("program").cloned() else {
        return Err(say("review-misfit-no-program"));
    };
    let launch = design.program.as_ref().map_or(0, |program| program.launch);
    fit(&mut program, design.month(launch).to_string());
    ours["program"] = Item::Table(program);
    for key in ABOUT_OURS {
        ours.remove(key);
    }
    let size = |design: &Design| design.central(design.business.customers);
    scaled(&ours.to_string(), size(design) / size(&theirs)).ok_or_else(|| say("review-misfit-rules"))
}

/// Takes out of a program what only its own business has.
fn fit(program: &mut Table, launch: String) {
    program["launch"] = toml_edit::value(launch);
    program.remove("stop");
    for (_, item) in program.iter_mut() {
        let Some(elements) = item.as_array_of_tables_mut() else { continue };
        for element in elements.iter_mut() {
            for key in THEIRS_ALONE {
                element.remove(key);
            }
        }
    }
}

/// The design with all fixed costs of its program multiplied by `factor`.
fn scaled(text: &str, factor: f64) -> Option<Design> {
    let mut draft = Draft::new(text).ok()?;
    let fixed = |n: &Number| n.span.is_some() && n.cost == Some(Cost::Fixed);
    let numbers = draft.before().numbers.iter().filter(|(_, n)| fixed(n));
    let paths: Vec<String> = numbers.map(|(_, n)| n.path.clone()).collect();
    for path in paths {
        draft.scale(&path, factor).ok()?;
    }
    draft.finish().ok().map(|(_, design)| design)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::starter;

    #[test]
    fn a_rivals_fixed_cost_is_in_proportion() {
        let ours = starter("ours");
        let design = Design::parse(&ours).unwrap();
        let customers = |design: &Design| design.numbers[design.business.customers].distribution.central();
        let half = customers(&design) / 2.0;
        let mut draft = Draft::new(&ours).unwrap();
        draft.set("business.customers", half).unwrap();
        let (theirs, _) = draft.finish().unwrap();
        let joined = with_program_of(&ours, &design, &theirs).unwrap();
        let cost = |design: &Design| {
            let program = design.program.as_ref().unwrap();
            design.numbers[program.cost_per_month].distribution.central()
        };
        assert!((cost(&joined) - 2.0 * cost(&design)).abs() < 1e-9 * cost(&joined));
        assert_eq!(customers(&joined), customers(&design));
    }

    #[test]
    fn another_currency_or_no_program_is_said() {
        let ours = starter("ours");
        let design = Design::parse(&ours).unwrap();
        let dollars = ours.replace("EUR", "USD");
        assert_ne!(dollars, ours);
        assert_eq!(with_program_of(&ours, &design, &dollars).unwrap_err().key, "review-misfit-currency");
        let mut draft = Draft::new(&ours).unwrap();
        draft.remove("program").unwrap();
        let bare = draft.finish().unwrap().0;
        assert_eq!(with_program_of(&ours, &design, &bare).unwrap_err().key, "review-misfit-no-program");
    }
}
