//! `loyalsim calibrate`: a transaction log to a design that runs, and a page that tests the forecast.

mod reading;
mod writing;

use super::calibrate_args::CalibrateArgs;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::session::Session;
use super::terminal;
use loyalsim::design::{Design, EditFault};
use loyalsim::fit::learn::{LearnFault, last_fitted, learn};
use loyalsim::report::{
    Calibration, calibrated_currency, calibrated_design, calibration_html, calibration_text,
    calibration_workbook,
};
use reading::Found;

/// Reads, fits, tests, writes.
pub fn run(args: &CalibrateArgs, session: &Session) -> Result<(), Failure> {
    let targets = writing::Targets::new(args)?;
    let interrupt = Interrupt::listen(session.words)?;
    let found = reading::read(args, session.words, &interrupt)?;
    let wrong = |fault: LearnFault| Failure::Input(fault.saying());
    let cut = last_fitted(&found.log, args.cut).map_err(wrong)?;
    let stopped = || interrupt.asked();
    let learned = learn(&found.log, cut, &stopped).map_err(wrong)?.ok_or(Failure::Interrupted)?;
    let voice = reading::voice(args, &found.log, &learned.shop)?;
    let given = args.currency.as_deref().or(found.currency.as_deref());
    let calibration = Calibration {
        file: found.file.clone(),
        hash: found.hash.clone(),
        currency: calibrated_currency(given, &found.log, session.words),
        log: &found.log,
        told: &found.told,
        columns: found.columns.clone(),
        encoding: found.encoding,
        test: learned.test.as_ref(),
        model: learned.model,
        estimate: learned.estimate,
        shop: &learned.shop,
        voice: &voice,
    };
    finish(args, session, &targets, &found, &calibration)
}

/// Writes everything, and says what matters.
fn finish(
    args: &CalibrateArgs,
    session: &Session,
    targets: &writing::Targets,
    found: &Found,
    calibration: &Calibration<'_>,
) -> Result<(), Failure> {
    let words = session.words;
    let design = calibrated_design(calibration, words);
    // a design that loyalsim itself refuses would be a bug of this command
    let parsed = Design::parse(&design).map_err(|problems| {
        Failure::of_design(&found.file, EditFault::Invalid { problems: Box::new(problems) }.saying())
    })?;
    let page = calibration_html(calibration, words);
    let book = || calibration_workbook(calibration, &parsed, words.language());
    targets.write(
        args,
        &design,
        (&page, book),
        found,
        (calibration.model, calibration.estimate.parameters),
    )?;
    if args.quiet {
        return Ok(());
    }
    terminal::say(&calibration_text(calibration, words))?;
    terminal::say(&targets.told(args, found, words))
}
