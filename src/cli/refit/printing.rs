//! The page as PDF, where there is a browser.

use super::writing::Targets;
use crate::cli::browser::{self, NoPdf};
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::interrupt::Interrupt;
use crate::cli::refit_args::RefitArgs;
use crate::cli::session::Session;
use crate::cli::terminal;
use loyalsim::design::Saying;
use loyalsim::words::breakable;

/// The PDF; nothing if none is asked for or none can be made, which the reader is told unless he has named the browser.
pub fn print(
    args: &RefitArgs,
    page: &str,
    targets: &Targets,
    session: &Session,
    interrupt: &Interrupt,
) -> Result<Option<Vec<u8>>, Failure> {
    if args.no_pdf {
        return Ok(None);
    }
    let words = session.words;
    let note = |text: String| terminal::warn(&breakable(&format!("{text}\n")));
    let browser = args.browser.clone().or_else(browser::find).ok_or(NoPdf::NoBrowser);
    let folder = Folder::open(targets.folder())?;
    match browser.and_then(|browser| browser::print(&browser, page, &folder, interrupt)) {
        Ok(pdf) => return Ok(Some(pdf)),
        Err(NoPdf::Stopped) => return Err(Failure::Interrupted),
        Err(NoPdf::NoBrowser) => note(words.say("refit-no-browser", &[])),
        Err(NoPdf::Failed(why)) => match &args.browser {
            Some(named) => {
                let what = Saying::new("failure-pdf").with("browser", named.display().to_string());
                return Err(Failure::Runtime(what.with("why", why)));
            }
            None => note(words.say("run-no-pdf", &[("why", words.tell(&why).into())])),
        },
    }
    Ok(None)
}
