//! `loyalsim calibrate`: a transaction log to a design that runs, and a page that tests the forecast.

mod reading;
mod writing;

use super::calibrate_args::CalibrateArgs;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::session::Session;
use super::terminal;
use loyalsim::data::Log;
use loyalsim::design::{Design, EditFault, Saying};
use loyalsim::fit::backtest::BackTest;
use loyalsim::fit::beta_geometric::BetaGeometric;
use loyalsim::fit::choose::{self, Contest};
use loyalsim::fit::customers::Pasts;
use loyalsim::fit::model::Model;
use loyalsim::fit::shop::Shop;
use loyalsim::report::{Calibration, calibrated_design, calibration_html, calibration_text};
use loyalsim::units::Day;
use reading::Found;

/// Customers and repeat purchases below which nothing can be learned.
const LEAST: f64 = 30.0;
/// Days of a log below which nothing can be learned.
const LEAST_DAYS: i32 = 56;
/// Share of the time that is fitted in the test of the forecast.
const FITTED: f64 = 0.7;

/// Reads, fits, tests, writes.
pub fn run(args: &CalibrateArgs, session: &Session) -> Result<(), Failure> {
    let targets = writing::Targets::new(args)?;
    let interrupt = Interrupt::listen(session.words)?;
    let found = reading::read(args, session.words, &interrupt)?;
    let cut = judge(&found.log, args)?;
    let test = BackTest::new(&found.log, cut);
    let (model, simulable) = chosen(&found.log, test.as_ref())?;
    if interrupt.asked() {
        return Err(Failure::Interrupted);
    }
    let (_, last) = found.log.span().unwrap_or((cut, cut));
    let pasts = Pasts::of(&found.log, last, last);
    let estimate = model.fit(&pasts);
    let shop = Shop::new(&found.log, simulable, &estimate).ok_or_else(|| too_little(&pasts))?;
    let voice = reading::voice(args, &found.log, &shop)?;
    let calibration = Calibration {
        file: found.file.clone(),
        hash: found.hash.clone(),
        currency: currency(args, &found, session),
        log: &found.log,
        told: &found.told,
        columns: found.columns.clone(),
        encoding: found.encoding,
        test: test.as_ref(),
        model,
        estimate,
        shop: &shop,
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
    Design::parse(&design).map_err(|problems| {
        Failure::of_design(&found.file, EditFault::Invalid { problems: Box::new(problems) }.saying())
    })?;
    let page = calibration_html(calibration, words);
    targets.write(args, &design, &page, found, (calibration.model, calibration.estimate.parameters))?;
    if args.quiet {
        return Ok(());
    }
    terminal::say(&calibration_text(calibration, words))?;
    terminal::say(&targets.told(args, found, words))
}

/// The last day that is fitted in the test; a log that is too short is refused.
fn judge(log: &Log, args: &CalibrateArgs) -> Result<Day, Failure> {
    let nothing = || Pasts::new(Vec::new());
    let (first, last) = log.span().ok_or_else(|| too_little(&nothing()))?;
    let pasts = Pasts::of(log, last, last);
    if pasts.customers() < LEAST || pasts.repeats() < LEAST || last.since(first) < LEAST_DAYS {
        return Err(too_little(&pasts));
    }
    match args.cut {
        Some(cut) if cut.since(first) < LEAST_DAYS / 2 || cut >= last => {
            let saying = Saying::new("failure-cut").with("day", cut.to_string());
            Err(Failure::Input(saying.with("first", first.to_string()).with("last", last.to_string())))
        }
        Some(cut) => Ok(cut),
        None => Ok(first.plus((f64::from(last.since(first)) * FITTED) as i32)),
    }
}

fn too_little(pasts: &Pasts) -> Failure {
    let saying = Saying::new("failure-too-little-data").with("customers", pasts.customers() as u64);
    Failure::Input(saying.with("repeats", pasts.repeats() as u64))
}

/// The model that the test has chosen; without a test, the one that the whole log speaks for.
fn chosen(log: &Log, test: Option<&BackTest>) -> Result<(Model, BetaGeometric), Failure> {
    let simulable = |contest: &[Contest]| {
        contest.iter().find_map(|contest| match contest.model {
            Model::BetaGeometric(model) => Some((contest.model, model)),
            Model::ParetoNbd => None,
        })
    };
    let found = match test {
        Some(test) => simulable(&test.contest),
        None => log.span().and_then(|(first, last)| simulable(&choose::contest(log, first, last))),
    };
    found.ok_or_else(|| too_little(&Pasts::new(Vec::new())))
}

fn currency(args: &CalibrateArgs, found: &Found, session: &Session) -> String {
    let unit = |key: &str| session.words.say(key, &[]);
    let given = args.currency.clone().or_else(|| found.currency.clone());
    match given {
        _ if !found.log.has_money => unit("design-measured-money"),
        Some(currency) if !currency.trim().is_empty() => currency.trim().to_owned(),
        _ => unit("design-measured-currency"),
    }
}
