//! `loyalsim calibrate`: a transaction log to a design that runs, and a page that tests the forecast.

pub mod cohorts;
mod experiment;
pub mod reading;
pub mod writing;

use super::calibrate_args::CalibrateArgs;
use super::failure::Failure;
use super::interrupt::{Interrupt, Leaves};
use super::session::Session;
use super::terminal;
use loyalsim::design::{Design, EditFault};
use loyalsim::fit::effects::effects;
use loyalsim::fit::experiment::Experiment;
use loyalsim::fit::learn::{LearnFault, Learned, last_fitted, learn};
use loyalsim::fit::promise::Promise;
use loyalsim::fit::record::Record;
use loyalsim::fit::today::ProgramToday;
use loyalsim::fit::voice::{Asked, Voice};
use loyalsim::report::{
    Calibration, calibrated_currency, calibrated_design, calibration_html, calibration_text,
    calibration_workbook, discounts_json, experiment_json, periods_json,
};
use loyalsim::units::Day;
use loyalsim::words::Words;
use reading::Found;
use writing::Texts;

/// Reads, fits, tests, writes.
pub fn run(args: &CalibrateArgs, session: &Session) -> Result<(), Failure> {
    if let Some(table) = &args.contracts.cohorts {
        return cohorts::run(table, args, session);
    }
    let targets = writing::Targets::new(args)?;
    let words = session.words;
    let interrupt = Interrupt::listen(Leaves::Nothing, words)?;
    let found = reading::read(&args.log, words, &interrupt)?;
    let (experiment, file) = experiment::experiment(args)?.unzip();
    let learned = learned(&found, args.cut, &interrupt)?;
    let mut voice = reading::voice(&args.log, |scores| Asked::new(scores, &found.log, &learned.shop))?;
    voice.given.extend(file);
    let currency = args.log.currency.clone().or_else(|| found.currency.clone());
    let today = reading::today(&args.log, &found, &learned)?;
    let told = (&voice, today.as_ref(), experiment.as_ref());
    let calibration = calibration((&found, currency.as_deref()), &learned, told, words);
    let (design, parsed) = fitted(&calibration, words)?;
    interrupt.heed()?;
    let promise = Promise::new(&found.log, &learned).ok_or_else(nothing_learned)?;
    let about = (found.file.as_str(), found.hash.as_str(), voice.given.clone());
    let record = Record::new(about, currency.as_deref(), (promise, Vec::new()), &design);
    let book = args.xlsx.then(|| calibration_workbook(&calibration, &parsed, words.language()));
    let book = book.transpose().map_err(|e| Failure::unwritable("failure-workbook", &e))?;
    let periods = (!learned.shop.periods.is_empty()).then(|| periods_json(&learned.shop.periods));
    let response = learned.shop.discounts.as_ref();
    let discounts = response.map(|response| discounts_json(Some(response)));
    let page = calibration_html(&calibration, words);
    let experiment = experiment.as_ref().map(experiment_json);
    let texts = Texts { design, page, forecast: record.text(), periods, discounts, experiment, book };
    interrupt.write_all()?;
    targets.write(args, &texts, &found, &learned)?;
    if args.log.quiet {
        return Ok(());
    }
    terminal::say(&calibration_text(&calibration, words))?;
    terminal::say(&targets.told(args, &found, response.is_some(), words))
}

/// What the log has taught; the forecast is tested on what comes after `cut`.
pub fn learned(found: &Found, cut: Option<Day>, interrupt: &Interrupt) -> Result<Learned, Failure> {
    let wrong = |fault: LearnFault| Failure::Input(fault.saying());
    let cut = last_fitted(&found.log, cut).map_err(wrong)?;
    let stopped = || interrupt.asked();
    let mut learned = learn(&found.log, cut, &stopped).map_err(wrong)?.ok_or(Failure::Interrupted)?;
    if let Some((kinds, least)) = &found.apart {
        learned.tell_apart(&found.log, kinds, *least).map_err(wrong)?;
    }
    interrupt.heed()?;
    learned.shop.periods = effects(&found.log, &found.periods, found.members.as_deref());
    Ok(learned)
}

/// A log without purchases, which is refused before anything is learned of it.
pub fn nothing_learned() -> Failure {
    Failure::Input(LearnFault::TooLittle { customers: 0, repeats: 0 }.saying())
}

/// All of it together.
pub fn calibration<'f>(
    (found, currency): (&'f Found, Option<&str>),
    learned: &'f Learned,
    (voice, today, experiment): (&'f Voice, Option<&'f ProgramToday>, Option<&'f Experiment>),
    words: Words<'_>,
) -> Calibration<'f> {
    Calibration {
        file: found.file.clone(),
        hash: found.hash.clone(),
        currency: calibrated_currency(currency, &found.log, words),
        log: &found.log,
        told: &found.told,
        columns: found.columns.clone(),
        encoding: found.encoding,
        test: learned.test.as_ref(),
        model: learned.model,
        estimate: learned.estimate,
        shop: &learned.shop,
        voice,
        experiment,
        today,
    }
}

/// The design as it is fitted; one that loyalsim itself refuses would be a bug of this command.
pub fn fitted(calibration: &Calibration<'_>, words: Words<'_>) -> Result<(String, Design), Failure> {
    let design = calibrated_design(calibration, words);
    match Design::parse(&design) {
        Ok(parsed) => Ok((design, parsed)),
        Err(problems) => {
            let fault = EditFault::Invalid { problems: Box::new(problems) };
            Err(Failure::of_design(&calibration.file, fault.saying()))
        }
    }
}
