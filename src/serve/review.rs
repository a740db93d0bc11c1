//! `Review this`: the expert's review of a variant, kept until the page closes.

use super::decides::{Question, Watched};
use super::desk::Desk;
use super::shelf::SETTINGS;
use super::stream::Teller;
use loyalsim::decide::usual;
use loyalsim::design::Design;
use loyalsim::report::{ReviewPages, review_html};
use loyalsim::review::{Broken, ReviewSettings, review};
use loyalsim::words::Words;

/// Reviews a design and tells the number of its page.
pub fn reviewed(desk: &Desk, question: &Question, teller: &Teller) {
    let words = Words::new(desk.language(&question.language));
    let design = match Design::parse(&question.text) {
        Ok(design) => design,
        Err(problems) => return teller.tell("fault", &words.plain_problems(&problems)),
    };
    let settings = ReviewSettings {
        seed: SETTINGS.seed,
        trials: usual::TRIALS,
        customers: SETTINGS.customers,
        rivals: Vec::new(),
        file: desk.file().to_owned(),
    };
    match review(&question.text, &design, &settings, &Watched::new(teller)) {
        Ok(review) => {
            let money = words.with_currency(&design.currency);
            let pages = ReviewPages::new(&review, &design, &question.text, money).on(desk.today());
            teller.tell("review", &desk.keep_review(review_html(&pages)));
        }
        Err(Broken::Stopped) => {}
        Err(broken) => teller.tell("fault", &broken.to_string()),
    }
}
