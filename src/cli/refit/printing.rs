//! The page as PDF, where there is a browser.

use super::writing::Targets;
use crate::cli::browser::{self, NoPdf};
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::interrupt::Interrupt;
use crate::cli::refit_args::RefitArgs;
use crate::cli::session::Session;

/// The PDF; nothing if none is asked for or none can be made. A browser that the user has named and that does not print is a failure, for after
/// everything else is written.
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
    let browser = args.browser.clone().or_else(browser::find).ok_or(NoPdf::NoBrowser);
    let folder = Folder::open(targets.folder())?;
    let tried = browser.and_then(|browser| browser::print(&browser, page, &folder, interrupt));
    let no_browser = session.words.say("refit-no-browser", &[]);
    browser::printed(tried, args.browser.as_deref(), no_browser, session.words)
}
