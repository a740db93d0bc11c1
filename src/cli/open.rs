//! `loyalsim open`: designs as a page where levers move and answers follow.

use super::failure::Failure;
use super::input::{self, Source};
use super::open_args::OpenArgs;
use super::session::Session;
use super::{check, output, show, terminal};
use crate::serve::{self, Host, Variant};
use loyalsim::design::{Design, Saying};
use loyalsim::units::YearMonth;
use loyalsim::words::{Words, breakable};
use std::path::PathBuf;

/// The largest file accepted: one with four designs and the pictures of all of them.
const LARGEST: u64 = 20_000_000;

/// Serves the page until the user ends it.
pub fn run(args: &OpenArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let sources = args.designs.iter().map(|path| input::read_within(path, session, LARGEST));
    let sources = sources.collect::<Result<Vec<_>, _>>()?;
    let mut variants = Vec::new();
    for source in &sources {
        variants.extend(read(source, words)?);
    }
    variants.truncate(MOST);
    let folder = sources.first().and_then(|source| source.home.clone()).unwrap_or_else(|| PathBuf::from("."));
    let file = sources.first().map(|source| source.typed.clone()).unwrap_or_default();
    let outside = Outside { folder, words, browser: !args.no_browser, today: session.today };
    serve::open(variants, file, words.language(), outside)
        .map_err(|why| Failure::unwritable("failure-page", &why))
}

/// The most variants that a page shows beside each other.
pub const MOST: usize = 4;

/// The designs of a file: its own, or those that were shared in it.
fn read(source: &Source, words: Words<'static>) -> Result<Vec<Variant>, Failure> {
    match serve::unpacked(&source.text) {
        Some(shared) => shared.map_err(|why| {
            let what = Saying::new("open-not-shared").with("file", &source.name);
            let what = what.with("version", env!("CARGO_PKG_VERSION"));
            Failure::Input(what.with("why", why.to_string()))
        }),
        None => {
            let design: Design = check::valid(source, words)?;
            Ok(vec![Variant { name: design.title, text: source.text.clone() }])
        }
    }
}

/// The disk, the terminal and the browser.
struct Outside {
    folder: PathBuf,
    words: Words<'static>,
    browser: bool,
    today: Option<(YearMonth, u8)>,
}

impl Host for Outside {
    fn save(&self, name: &str, text: &str, replace: bool) -> Result<String, String> {
        let target = self.folder.join(name);
        let written = output::write_one(&target, text.as_bytes(), replace);
        written
            .map(|()| target.display().to_string())
            .map_err(|why| why.message(self.words).trim().to_owned())
    }

    fn show(&self, address: &str) {
        let said = self.words.say("open-address", &[("address", address.into())]);
        let end = self.words.say("open-end", &[]);
        // A terminal that cannot be written to is no reason not to open the browser.
        drop(terminal::say(&breakable(&format!("{said}\n{end}\n"))));
        if self.browser {
            show::page(address);
        }
    }

    fn today(&self) -> Option<(YearMonth, u8)> {
        self.today
    }
}
