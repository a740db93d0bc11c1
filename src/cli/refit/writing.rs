//! Writes the design, the pages, the new forecast and the rows set aside.

use crate::cli::calibrate::writing::{FORECAST, beside, free, listed};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::refit_args::RefitArgs;
use loyalsim::words::Words;
use std::path::{Path, PathBuf};

/// What is written.
pub struct Texts {
    /// The design.
    pub design: String,
    /// The page about the forecast.
    pub page: String,
    /// The same, printed.
    pub pdf: Option<Vec<u8>>,
    /// The page about the new fit.
    pub calibration: String,
    /// What is forecast now.
    pub forecast: String,
}

/// Where everything goes.
pub struct Targets {
    design: PathBuf,
    page: PathBuf,
    pdf: PathBuf,
    calibration: PathBuf,
    forecast: PathBuf,
    aside: PathBuf,
}

impl Targets {
    /// Names of all files, by default with the last month that is known; nothing that is there is in the way.
    pub fn new(args: &RefitArgs, stem: &str, month: &str) -> Result<Self, Failure> {
        let dated = || args.design.with_file_name(format!("{}-{month}.toml", undated(stem)));
        let out = args.out.clone().unwrap_or_else(dated);
        let beside = |end: &str| beside(&out, end);
        let targets = Self {
            design: beside(".toml")?,
            page: beside("-refit.html")?,
            pdf: beside("-refit.pdf")?,
            calibration: beside("-calibration.html")?,
            forecast: beside(FORECAST)?,
            aside: beside("-calibration-aside.csv")?,
        };
        let all = [
            &targets.design,
            &targets.page,
            &targets.pdf,
            &targets.calibration,
            &targets.forecast,
            &targets.aside,
        ];
        free(&out, all, args.log.force)?;
        Ok(targets)
    }

    /// The folder in which all of them lie.
    pub fn folder(&self) -> &Path {
        self.design.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Writes what there is; `aside` are the rows set aside.
    pub fn write(&self, args: &RefitArgs, texts: &Texts, aside: &str) -> Result<(), Failure> {
        let write = |path: &Path, bytes: &[u8]| output::write_one(path, bytes, args.log.force);
        write(&self.design, texts.design.as_bytes())?;
        write(&self.page, texts.page.as_bytes())?;
        write(&self.calibration, texts.calibration.as_bytes())?;
        write(&self.forecast, texts.forecast.as_bytes())?;
        texts.pdf.as_ref().map_or(Ok(()), |pdf| write(&self.pdf, pdf))?;
        if aside.is_empty() { Ok(()) } else { write(&self.aside, aside.as_bytes()) }
    }

    /// The files with what is in them, and what to do next.
    pub fn told(&self, texts: &Texts, aside: &str, words: Words<'_>) -> String {
        let files = [
            (&self.design, "refit-file-design", true),
            (&self.page, "refit-file-page", true),
            (&self.pdf, "refit-file-pdf", texts.pdf.is_some()),
            (&self.calibration, "calibrate-file-page", true),
            (&self.forecast, "calibrate-file-forecast", true),
            (&self.aside, "calibrate-file-aside", !aside.is_empty()),
        ];
        let there = files.into_iter().filter(|(_, _, is)| *is);
        listed(there.map(|(file, key, _)| (file, key)), &self.design, words)
    }
}

/// A name without the month that an earlier refit has added.
fn undated(stem: &str) -> &str {
    let is_month = |end: &str| end.parse::<loyalsim::units::YearMonth>().is_ok();
    match stem.char_indices().rev().nth(7) {
        Some((at, '-')) if is_month(&stem[at + 1..]) => &stem[..at],
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_month() {
        let names = ["shop", "shop-2024-06", "2024-06", "магазин-2024-06", "shop-2024-13"].map(undated);
        assert_eq!(names, ["shop", "shop", "2024-06", "магазин", "shop-2024-13"]);
    }
}
