//! `loyalsim compare`: several designs on the same customers and luck.

use super::decide_args::CompareArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::input::{self, Source};
use super::session::Session;
use super::{check, terminal};
use loyalsim::decide::{Watch, compare, paired, usual};
use loyalsim::design::{Design, Saying};
use loyalsim::{charts, report};

/// Plays, compares, writes.
pub fn run(args: &CompareArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    if args.designs.len() < 2 {
        return Err(Failure::Input(Saying::new("failure-one-design")));
    }
    let sources: Vec<_> =
        args.designs.iter().map(|path| input::read(path, session)).collect::<Result<_, _>>()?;
    let designs: Vec<_> =
        sources.iter().map(|source| check::design(source, words)).collect::<Result<_, _>>()?;
    one_currency(&designs, &sources)?;
    let names = compare::distinct(sources.iter().map(|source| source.stem.clone()).collect());
    let desk = Desk::open(&args.desk, usual::CUSTOMERS, &sources[0], session)?;
    let designs: Vec<_> = designs.iter().collect();
    let (settings, trials) = (desk.settings(), args.desk.trials.unwrap_or(usual::TRIALS));
    desk.weigh(designs[0], trials, designs.len())?;
    desk.begin("trials", trials * designs.len() as u64);
    let rows = desk.work(|| paired::play(&designs, settings, 0..trials, &desk));
    if rows.len() < 2 {
        return Err(nothing_done(words));
    }
    let found = compare::compare(&designs, &names, &rows, settings, trials);
    for caution in report::compare_cautions(&found, desk.language()) {
        let warning = words.say("decide-warning", &[("text", caution.into())]);
        terminal::warn(&format!("{warning}\n"));
    }
    let findings = Findings {
        text: report::compare_text(&found, desk.language()),
        json: ("compare.json", json(&found)?),
        files: vec![
            ("compare.csv".to_owned(), report::compare_csv(&found)),
            ("trials.csv".to_owned(), report::paired_csv(&names, &rows)),
        ],
        notes: Vec::new(),
        charts: charts::comparison(&found, &rows, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &sources.iter().collect::<Vec<_>>(), session)
}

/// Money is compared in one currency.
fn one_currency(designs: &[Design], sources: &[Source]) -> Result<(), Failure> {
    let (first, own) = (&sources[0], &designs[0].currency);
    let Some(at) = compare::other_currency(designs) else { return Ok(()) };
    let fault =
        Saying::new("failure-currencies").with("first", first.name.as_str()).with("own", own.as_str());
    Err(Failure::Input(
        fault.with("file", sources[at].name.as_str()).with("other", designs[at].currency.as_str()),
    ))
}
