//! `loyalsim voi`: what is worth finding out before deciding.

use super::decide_args::VoiArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::input::Source;
use super::{check, input};
use loyalsim::decide::voi::{self, Choice, FEWEST_TRIALS, Size, VoiFault};
use loyalsim::design::Design;
use loyalsim::review::{self, Broken, ReviewSettings};
use loyalsim::words::Words;
use loyalsim::{charts, report};

/// Trials unless said otherwise.
const TRIALS: u64 = 2_000;
/// Trials and customers of the review that looks for a better design: few, because the design found is judged on the trials above.
const SEARCH: (u64, usize) = (80, 1_000);

/// Plays, judges, writes.
pub fn run(args: &VoiArgs) -> Result<(), Failure> {
    let source = input::read(&args.design)?;
    let design = check::design(&source)?;
    let trials = args.desk.trials.unwrap_or(TRIALS);
    if trials < FEWEST_TRIALS {
        return Err(Failure::input(
            format!("{trials} trials say nothing about what a number is worth"),
            format!("write --trials {FEWEST_TRIALS} or more; {TRIALS} is usual"),
        ));
    }
    let mut others = alternatives(args)?;
    let desk = Desk::open(&args.desk, &source, "voi")?;
    if others.is_empty() && !args.no_counter && design.program.is_some() {
        others.extend(desk.work(|| counter_design(&source, &design, &desk))?);
    }
    let counter =
        others.iter().find(|(choice, _)| *choice == Choice::CounterDesign).map(|(_, text)| text.clone());
    let size = Size { settings: desk.settings(), trials };
    let found = desk.work(|| voi::voi(&source.text, &others, size, &desk));
    let found = found.map_err(|fault| refused(&source, &fault))?.ok_or_else(nothing_done)?;
    let words = Words::new(desk.language()).with_currency(&found.currency);
    let mut files = vec![
        ("voi.csv".to_owned(), report::voi_csv(&found)),
        ("studies.csv".to_owned(), report::voi_studies_csv(&found)),
    ];
    files.extend(counter.map(|text| ("counter-design.toml".to_owned(), text)));
    desk.finish(Findings {
        text: report::voi_text(&found, words),
        json: ("voi.json", json(&found)?),
        files,
        charts: charts::voi(&found, words),
        partial: found.origin.partial,
    })
}

fn refused(source: &Source, fault: &VoiFault) -> Failure {
    Failure::input(format!("{}: {fault}", source.name), "")
}

/// The designs given by the user.
fn alternatives(args: &VoiArgs) -> Result<Vec<(Choice, String)>, Failure> {
    let read = |path: &std::path::PathBuf| {
        let source = input::read(path)?;
        check::design(&source)?;
        Ok((Choice::Alternative(source.stem), source.text))
    };
    args.alternative.iter().map(read).collect()
}

/// The better design that a short review finds, if it finds one.
fn counter_design(
    source: &Source,
    design: &Design,
    desk: &Desk,
) -> Result<Option<(Choice, String)>, Failure> {
    let (trials, customers) = SEARCH;
    let settings = ReviewSettings {
        seed: desk.settings().seed,
        trials,
        customers,
        rivals: Vec::new(),
        file: source.name.clone(),
    };
    match review::review(&source.text, design, &settings, desk) {
        Ok(review) => Ok(review.counter_design.map(|text| (Choice::CounterDesign, text))),
        Err(Broken::Stopped) => Err(nothing_done()),
        Err(misfit @ Broken::Misfit(_)) => Err(Failure::runtime(misfit.to_string(), "try --no-counter")),
    }
}
