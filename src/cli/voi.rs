//! `loyalsim voi`: what is worth finding out before deciding.

use super::decide_args::VoiArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::input::Source;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::usual;
use loyalsim::decide::voi::{self, Choice, FEWEST_TRIALS, VoiSize};
use loyalsim::design::{Design, Saying};
use loyalsim::review::{self, Broken};
use loyalsim::words::Words;
use loyalsim::{charts, report};

/// Plays, judges, writes.
pub fn run(args: &VoiArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let trials = args.desk.trials.unwrap_or(usual::VOI_TRIALS);
    if trials < FEWEST_TRIALS {
        let few = Saying::new("failure-few-trials").with("trials", trials).with("fewest", FEWEST_TRIALS);
        return Err(Failure::Input(few.with("usual", usual::VOI_TRIALS)));
    }
    let (sources, mut others) = alternatives(args, session)?;
    let desk = Desk::sharing(&args.desk, (usual::CUSTOMERS_PER_VARIANT, args.part), &source, session)?;
    let given: Vec<_> = std::iter::once(&source).chain(&sources).collect();
    if desk.has_part(&given, session)? {
        return Ok(());
    }
    desk.weigh(&design, trials, 1 + others.len())?;
    if others.is_empty() && !args.no_counter && design.program.is_some() {
        others.extend(desk.work(|| counter_design(&source, &design, &desk, words))?);
    }
    let counter =
        others.iter().find(|(choice, _)| *choice == Choice::CounterDesign).map(|(_, text)| text.clone());
    let size = VoiSize { settings: desk.settings(), trials };
    let found = desk.work(|| voi::voi(&source.text, &others, size, &desk));
    let found = found.map_err(|fault| Failure::of_design(&source.name, fault.saying()))?;
    if desk.has_written_part(&given, session)? {
        return Ok(());
    }
    let found = found.ok_or_else(|| nothing_done(words))?;
    desk.finish(findings(&found, counter, words)?, &given, session)
}

/// Designs and the choices that they are.
type Alternatives = (Vec<Source>, Vec<(Choice, String)>);

/// The designs given by the user.
fn alternatives(args: &VoiArgs, session: &Session) -> Result<Alternatives, Failure> {
    let read = |path: &std::path::PathBuf| {
        let source = input::read(path, session)?;
        check::design(&source, session.words)?;
        Ok(source)
    };
    let sources = args.alternative.iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    let choice = |source: &Source| (Choice::Alternative(source.stem.clone()), source.text.clone());
    let choices = sources.iter().map(choice).collect();
    Ok((sources, choices))
}

/// The better design that a short review finds, if it finds one.
fn counter_design(
    source: &Source,
    design: &Design,
    desk: &Desk,
    words: Words<'static>,
) -> Result<Option<(Choice, String)>, Failure> {
    match review::counter_design(&source.text, design, (desk.settings().seed, &source.name), desk) {
        Ok(found) => Ok(found.map(|text| (Choice::CounterDesign, text))),
        Err(Broken::Stopped) => Err(nothing_done(words)),
        Err(misfit @ Broken::Misfit(_)) => Err(Failure::unwritable("failure-counter-design", &misfit)),
    }
}

/// What was found, in every form.
fn findings(found: &voi::Voi, counter: Option<String>, words: Words<'static>) -> Result<Findings, Failure> {
    let words = words.with_currency(&found.currency).beside_today(found.origin.runs_already);
    let mut files = vec![
        ("voi.csv".to_owned(), report::voi_csv(found)),
        ("studies.csv".to_owned(), report::voi_studies_csv(found)),
    ];
    files.extend(counter.map(|text| ("counter-design.toml".to_owned(), text)));
    Ok(Findings {
        text: report::voi_text(found, words),
        json: ("voi.json", json(found)?),
        files,
        notes: Vec::new(),
        charts: charts::voi(found, words),
        partial: found.origin.partial,
    })
}
