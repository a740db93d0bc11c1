//! Writes the design, the page, the rows set aside and the forecast by customer.

use super::reading::Found;
use crate::cli::calibrate_args::CalibrateArgs;
use crate::cli::failure::Failure;
use crate::cli::output;
use loyalsim::design::Saying;
use loyalsim::fit::learn::Learned;
use loyalsim::report::customers_csv;
use loyalsim::words::{Words, breakable, quoted};
use std::path::{Path, PathBuf};

/// The end of the name of the file with what is forecast.
pub const FORECAST: &str = "-forecast.json";

/// What is written.
pub struct Texts {
    /// The design.
    pub design: String,
    /// The page.
    pub page: String,
    /// What is forecast.
    pub forecast: String,
    /// What promotions may have changed, where some are declared.
    pub periods: Option<String>,
    /// The response to discounts, where the log has a column of them.
    pub discounts: Option<String>,
    /// What an experiment shows, where there was one.
    pub experiment: Option<String>,
    /// The workbook, where one is wanted.
    pub book: Option<Vec<u8>>,
}

/// A file beside the design `out`, with its name and another end.
pub fn beside(out: &Path, end: &str) -> Result<PathBuf, Failure> {
    let stem = out.file_stem().filter(|_| !out.is_dir()).ok_or_else(|| {
        Failure::Input(Saying::new("failure-no-name").with("name", out.display().to_string()))
    })?;
    Ok(out.with_file_name(format!("{}{end}", stem.to_string_lossy())))
}

/// Makes sure that there is a folder for `out`, and that nothing is in the way.
pub fn free<'p>(out: &Path, all: impl IntoIterator<Item = &'p PathBuf>, force: bool) -> Result<(), Failure> {
    let folder = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let folder = folder.display().to_string();
        return Err(Failure::Input(Saying::new("failure-no-folder").with("folder", folder)));
    }
    match all.into_iter().find(|path| path.exists() && !force) {
        Some(taken) => {
            Err(Failure::Input(Saying::new("failure-file-there").with("file", taken.display().to_string())))
        }
        None => Ok(()),
    }
}

/// Files with what is in them, and what to do next with the design.
pub fn listed<'p>(
    files: impl IntoIterator<Item = (&'p PathBuf, &'static str)>,
    design: &Path,
    words: Words<'_>,
) -> String {
    let mut text = format!("\n{}\n", words.say("calibrate-written", &[]));
    for (file, key) in files {
        text += &format!("  {}  {}\n", file.display(), words.say(key, &[]));
    }
    let design = quoted(&design.display().to_string());
    let next = words.say("calibrate-next", &[]);
    text += &format!("{next}\n  loyalsim check {design}\n  loyalsim run {design}\n");
    breakable(&text)
}

/// Where everything goes.
pub struct Targets {
    design: PathBuf,
    page: PathBuf,
    forecast: PathBuf,
    periods: Option<PathBuf>,
    discounts: PathBuf,
    experiment: Option<PathBuf>,
    book: Option<PathBuf>,
    aside: PathBuf,
    customers: Option<PathBuf>,
}

impl Targets {
    /// Names of all files; nothing that is there is in the way.
    pub fn new(args: &CalibrateArgs) -> Result<Self, Failure> {
        let beside = |end: &str| beside(&args.out, end);
        let targets = Self {
            design: beside(".toml")?,
            page: beside("-calibration.html")?,
            forecast: beside(FORECAST)?,
            periods: args.log.periods.is_some().then(|| beside("-periods.json")).transpose()?,
            discounts: beside("-discounts.json")?,
            experiment: args
                .experiment
                .experiment
                .is_some()
                .then(|| beside("-experiment.json"))
                .transpose()?,
            book: args.xlsx.then(|| beside("-calibration.xlsx")).transpose()?,
            aside: beside("-calibration-aside.csv")?,
            customers: args.customers_out.clone(),
        };
        let all = [&targets.design, &targets.page, &targets.forecast, &targets.discounts, &targets.aside];
        free(
            &args.out,
            all.into_iter()
                .chain(&targets.periods)
                .chain(&targets.experiment)
                .chain(&targets.book)
                .chain(&targets.customers),
            args.log.force,
        )?;
        Ok(targets)
    }

    /// Writes what there is.
    pub fn write(
        &self,
        args: &CalibrateArgs,
        texts: &Texts,
        found: &Found,
        learned: &Learned,
    ) -> Result<(), Failure> {
        let customers =
            self.customers.as_ref().map(|_| customers_csv(&found.log, learned, args.weeks, args.with_ids));
        let files: [(Option<&PathBuf>, Option<&[u8]>); 9] = [
            (Some(&self.design), Some(texts.design.as_bytes())),
            (Some(&self.page), Some(texts.page.as_bytes())),
            (Some(&self.forecast), Some(texts.forecast.as_bytes())),
            (self.periods.as_ref(), texts.periods.as_ref().map(String::as_bytes)),
            (self.experiment.as_ref(), texts.experiment.as_ref().map(String::as_bytes)),
            (Some(&self.discounts), texts.discounts.as_ref().map(String::as_bytes)),
            (self.book.as_ref(), texts.book.as_deref()),
            (Some(&self.aside), Some(found.aside.as_bytes()).filter(|rows| !rows.is_empty())),
            (self.customers.as_ref(), customers.as_ref().map(String::as_bytes)),
        ];
        let mut there = files.into_iter().filter_map(|(file, bytes)| file.zip(bytes));
        there.try_for_each(|(file, bytes)| output::write_one(file, bytes, args.log.force))
    }

    /// The files with what is in them, and what to do next.
    pub fn told(&self, args: &CalibrateArgs, found: &Found, discounts: bool, words: Words<'_>) -> String {
        let mut files = vec![
            (&self.design, "calibrate-file-design"),
            (&self.page, "calibrate-file-page"),
            (&self.forecast, "calibrate-file-forecast"),
        ];
        files.extend(self.periods.as_ref().map(|file| (file, "calibrate-file-periods")));
        files.extend(discounts.then_some((&self.discounts, "calibrate-file-discounts")));
        files.extend(self.experiment.as_ref().map(|file| (file, "calibrate-file-experiment")));
        files.extend(self.book.as_ref().map(|file| (file, "run-file-workbook")));
        files.extend((!found.aside.is_empty()).then_some((&self.aside, "calibrate-file-aside")));
        files.extend(
            args.customers_out
                .is_some()
                .then_some(())
                .zip(self.customers.as_ref())
                .map(|(_, file)| (file, "calibrate-file-customers")),
        );
        listed(files, &self.design, words)
    }
}
