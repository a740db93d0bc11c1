//! Rough answers at once, settled ones soon: trials in stages, an answer after each.

use super::answer::{Stage, answer};
use super::compare;
use super::desk::Desk;
use super::stream::Teller;
use loyalsim::decide::{precision, usual};
use loyalsim::design::Problems;
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words};
use serde::{Deserialize, Serialize};

/// Trials after which an answer is told, before there are as many as usual.
const STAGES: [u64; 4] = [8, 32, 128, usual::TRIALS];

/// What is to be simulated.
#[derive(Debug, Deserialize)]
pub struct Order {
    /// Texts of the variants.
    pub texts: Vec<String>,
    /// Their names.
    pub names: Vec<String>,
    /// The one whose pictures are shown.
    pub shown: usize,
    /// How wide pictures are, in pixels.
    #[serde(default = "super::answer::wide")]
    pub width: f64,
    /// The language of the answers.
    pub language: String,
}

/// What is told after a stage.
#[derive(Debug, Serialize)]
struct Told {
    answers: Vec<super::answer::Answer>,
    /// The variants side by side, where there are several.
    comparison: Option<compare::Table>,
}

/// Simulates the variants and tells their answers until they are settled.
pub fn play(desk: &Desk, order: &Order, teller: &Teller) {
    let language = desk.language(&order.language);
    if let Err(why) = tried(desk, order, language, teller) {
        teller.tell("fault", &why);
    }
}

fn tried(desk: &Desk, order: &Order, language: Language, teller: &Teller) -> Result<(), String> {
    let broken = |why: &dyn std::fmt::Display| why.to_string();
    let told = |problems: &Problems| Words::new(language).plain_problems(problems);
    let mut shelf = desk.shelf();
    let hashes = order.texts.iter().map(|text| shelf.take(text)).collect::<Result<Vec<_>, _>>();
    let hashes = hashes.map_err(|problems| told(&problems))?;
    let alone = || teller.is_alone();
    let whole = |shelf: &super::shelf::Shelf| {
        hashes.iter().filter_map(|hash| shelf.get(hash)).map(|held| held.done()).min().unwrap_or(0)
    };
    for upto in STAGES {
        // what is known already is told at once, at its last stage
        if whole(&shelf) > upto {
            continue;
        }
        let goals: Vec<_> = hashes.iter().map(|hash| (hash.clone(), upto)).collect();
        shelf.play(&goals, &alone).map_err(|why| broken(&why))?;
        if alone() {
            return Ok(());
        }
        if upto < usual::TRIALS {
            let summaries = summaries(&shelf, &hashes);
            tell(order, &shelf, &hashes, &summaries, language, teller);
        }
    }
    loop {
        let summaries = summaries(&shelf, &hashes);
        let next = |summary: &Summary| precision::next(summary.run.trials, usual::CAP, summary);
        let further: Vec<_> =
            hashes.iter().zip(&summaries).filter_map(|(h, s)| Some((h.clone(), next(s)?))).collect();
        tell(order, &shelf, &hashes, &summaries, language, teller);
        if further.is_empty() || alone() {
            return Ok(());
        }
        shelf.play(&further, &alone).map_err(|why| broken(&why))?;
    }
}

/// How far the answer of a design has come by itself.
pub fn stage(summary: &Summary) -> Stage {
    let trials = summary.run.trials;
    match precision::next(trials, usual::CAP, summary) {
        _ if trials < usual::TRIALS => Stage::Rough,
        Some(_) => Stage::Refining,
        None => Stage::Settled,
    }
}

/// What each design comes to so far.
pub fn summaries(shelf: &super::shelf::Shelf, hashes: &[String]) -> Vec<Summary> {
    hashes.iter().filter_map(|hash| shelf.get(hash)).map(super::shelf::Shelved::summary).collect()
}

fn tell(
    order: &Order,
    shelf: &super::shelf::Shelf,
    hashes: &[String],
    summaries: &[Summary],
    language: Language,
    teller: &Teller,
) {
    let held = hashes.iter().filter_map(|hash| shelf.get(hash));
    // each by itself: one may be settled before another
    let answers = held.zip(summaries).enumerate().map(|(at, (held, summary))| {
        answer(&held.design, summary, stage(summary), (at == order.shown).then_some(order.width), language)
    });
    let answers = answers.collect();
    let comparison =
        (hashes.len() > 1).then(|| compare::table(shelf, hashes, &order.names, summaries, language));
    teller.tell("answers", &Told { answers, comparison });
}
