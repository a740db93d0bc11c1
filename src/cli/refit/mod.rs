//! `loyalsim refit`: a longer log shows how the forecast came out, and gives the design new numbers.

mod cohorts;
mod printing;
mod writing;

use super::calibrate::reading::{self, Found};
use super::calibrate::writing::{FORECAST, beside};
use super::calibrate::{calibration, fitted, learned, nothing_learned};
use super::failure::Failure;
use super::input;
use super::interrupt::{Interrupt, Leaves};
use super::refit_args::RefitArgs;
use super::session::Session;
use super::{check, terminal};
use loyalsim::design::{Saying, refitted};
use loyalsim::fit::promise::Promise;
use loyalsim::fit::record::Record;
use loyalsim::fit::scored::Scored;
use loyalsim::fit::voice::{Asked, since};
use loyalsim::report::{Refit, calibration_html, refit_html, refit_text};
use loyalsim::words::{Words, harmless};
use writing::{Targets, Texts};

/// The largest record read; that of two years has some ten thousand bytes.
const LARGEST: u64 = 50_000_000;

/// By a table of cohorts, or by a log of purchases.
pub fn run(args: &RefitArgs, session: &Session) -> Result<(), Failure> {
    match &args.contracts.cohorts {
        Some(table) => cohorts::run(table, args, session),
        None => of_purchases(args, session),
    }
}

/// Reads, holds the forecast against what happened, fits, writes.
fn of_purchases(args: &RefitArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let before = check::valid(&source, words)?;
    let record = record(args, session)?;
    let interrupt = Interrupt::listen(Leaves::Nothing, words)?;
    let found = reading::read(&args.log, words, &interrupt)?;
    let currency = currency(args, &found, &record)?;
    let scored = Scored::new(&record.promise, &found.log, args.until)
        .map_err(|fault| Failure::of_data(&found.file, fault.saying()))?;
    let scored = [record.scored.clone(), vec![scored]].concat();
    let month = found.log.span().map(|(_, last)| last.month().to_string()).unwrap_or_default();
    let targets = Targets::new(args, &source.stem, &month)?;
    let learned = learned(&found, None, &interrupt)?;
    let voice = reading::voice(&args.log, |scores| Asked::new(scores, &found.log, &learned.shop))?;
    let today = reading::today(&args.log, &found, &learned)?;
    let told = (&voice, today.as_ref(), None);
    let calibration = calibration((&found, currency.as_deref()), &learned, told, words);
    let (fitted, _) = fitted(&calibration, words)?;
    let merged = refitted(&source.text, &record.design, &fitted)
        .map_err(|fault| Failure::of_design(&source.name, fault.saying()))?;
    let fitted = of_the_fit(&source.name, &record.design, &fitted)?;
    interrupt.heed()?;
    let promise = Promise::new(&found.log, &learned).ok_or_else(nothing_learned)?;
    let given = since(&voice.given, &record.given);
    let about =
        (found.file.as_str(), found.hash.as_str(), given.iter().map(|(file, _)| file.clone()).collect());
    let next = Record::new(about, currency.as_deref(), (promise, scored.clone()), &fitted);
    let shown = Refit {
        design: format!("{}.toml", source.stem),
        calibration: &calibration,
        promise: &record.promise,
        scored: &scored,
        before: &before,
        given: &given,
        refitted: &merged,
    };
    let texts = texts(&shown, &next, words);
    finish((args, session, &interrupt), (&targets, &found.aside), texts, &refit_text(&shown, words))
}

/// The design as it is fitted now, for the next refit: what a fit without a survey leaves as it was is the fit's still, and the next survey may replace it.
pub fn of_the_fit(name: &str, before: &str, now: &str) -> Result<String, Failure> {
    let fitted = refitted(before, before, now);
    fitted.map(|fitted| fitted.text).map_err(|fault| Failure::of_design(name, fault.saying()))
}

/// What is written.
fn texts(shown: &Refit<'_>, next: &Record, words: Words<'_>) -> Texts {
    Texts {
        pdf: None,
        page: refit_html(shown, words),
        design: shown.refitted.text.clone(),
        calibration: calibration_html(shown.calibration, words),
        forecast: next.text(),
    }
}

/// Prints and writes everything, and says what matters.
fn finish(
    (args, session, interrupt): (&RefitArgs, &Session, &Interrupt),
    (targets, aside): (&Targets, &str),
    texts: Texts,
    told: &str,
) -> Result<(), Failure> {
    let (pdf, unprinted) = match printing::print(args, &texts.page, targets, session, interrupt) {
        Err(failure @ Failure::Runtime(_)) => (None, Err(failure)),
        printed => (printed?, Ok(())),
    };
    let texts = Texts { pdf, ..texts };
    interrupt.write_all()?;
    targets.write(args, &texts, aside)?;
    if !args.log.quiet {
        terminal::say(told)?;
        terminal::say(&targets.told(&texts, aside, session.words))?;
    }
    unprinted
}

/// What was forecast.
fn record(args: &RefitArgs, session: &Session) -> Result<Record, Failure> {
    let (name, text) = forecast(args, session)?;
    Record::read(&text).map_err(|fault| Failure::of_data(&name, fault.saying()))
}

/// The file with what was forecast, by its name, and its text.
fn forecast(args: &RefitArgs, session: &Session) -> Result<(String, String), Failure> {
    let path = match &args.forecast {
        Some(named) => named.clone(),
        None => beside(&args.design, FORECAST)?,
    };
    let name = harmless(&path.display().to_string());
    if !path.exists() {
        return Err(Failure::Input(Saying::new("refit-no-forecast").with("file", name)));
    }
    let source = input::read_within(&path, session, LARGEST)?;
    Ok((name, source.text))
}

/// The currency of the log: the one that is said or stands in it, which must be that of the forecast, or else the latter.
fn currency(args: &RefitArgs, found: &Found, record: &Record) -> Result<Option<String>, Failure> {
    let now = args.log.currency.clone().or_else(|| found.currency.clone());
    match (&now, &record.currency) {
        (Some(now), Some(then)) if now.trim() != then.trim() => {
            let fault = Saying::new("refit-currency").with("now", now).with("before", then);
            Err(Failure::of_data(&found.file, fault))
        }
        _ => Ok(now.or_else(|| record.currency.clone())),
    }
}
