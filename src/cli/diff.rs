//! `loyalsim diff`: what differs between two folders of results.

use super::failure::Failure;
use super::folder::{self, Manifest};
use super::office_args::WorkbookFile;
use super::session::Session;
use super::{results, terminal};
use clap::Args;
use loyalsim::decide::moved::{Kept, moved};
use loyalsim::design::{Design, Saying};
use loyalsim::report;
use loyalsim::words::breakable;
use std::fs;
use std::path::{Path, PathBuf};

/// Examples, at the end of the help.
pub const DIFF_EXAMPLES: &str = "\
Examples:
  loyalsim run shop.toml --label before
  loyalsim run shop.toml --label after                    (the design was changed in between)
  loyalsim diff loyalsim-out/shop-before loyalsim-out/shop-after

Lists the numbers of the design that differ, and the headline numbers that have moved beyond chance.
Results of the same seed, trials and customers are compared trial by trial, which tells small
differences; others by their Monte Carlo errors. --xlsx writes the same as tables.";

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The folder of the earlier results
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The folder of the later results
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    #[command(flatten)]
    pub book: WorkbookFile,
}

/// Reads both, and says what differs.
pub fn run(args: &DiffArgs, session: &Session) -> Result<(), Failure> {
    let (old, new) = (kept(&args.old)?, kept(&args.new)?);
    if old.run().currency != new.run().currency {
        let said = Saying::new("failure-currencies").with("first", args.old.display().to_string());
        let said = said.with("file", args.new.display().to_string());
        return Err(Failure::Input(said.with("own", &old.run().currency).with("other", &new.run().currency)));
    }
    let words = session.words.with_currency(&old.run().currency);
    let told = |which: &Path, kept: &Kept| {
        let run = kept.run();
        let told = [
            ("folder", which.display().to_string().into()),
            ("title", run.title.as_str().into()),
            ("trials", run.trials.into()),
            ("customers", run.customers.into()),
            ("seed", run.seed.to_string().into()),
            ("version", run.version.as_str().into()),
        ];
        words.say("moved-result", &told)
    };
    let heads = format!("{}\n{}\n", told(&args.old, &old), told(&args.new, &new));
    let moved = moved(&old, &new);
    if let Some(file) = &args.book.xlsx {
        results::write_workbook(file, report::moved_workbook(&new.run().title, &moved, words))?;
    }
    terminal::say(&breakable(&format!("{heads}\n{}", report::moved_text(&moved, words))))
}

/// The result of a run in `folder`.
fn kept(folder: &Path) -> Result<Kept, Failure> {
    folder::finish(folder)?;
    let none = || Failure::Input(Saying::new("moved-no-run").with("folder", folder.display().to_string()));
    let manifest = Manifest::read(folder).map_err(|_| none())?;
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|_| none());
    let file = manifest.designs.first().ok_or_else(none)?.file.clone();
    let design = Design::parse(&read(&file)?).map_err(|_| none())?;
    Kept::read(design, &read("summary.json")?, &read("trials.csv")?).ok_or_else(none)
}
