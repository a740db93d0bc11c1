//! Writes the design, the page, the rows set aside and the forecast by customer.

use super::reading::Found;
use crate::cli::calibrate_args::CalibrateArgs;
use crate::cli::failure::Failure;
use crate::cli::output;
use loyalsim::design::Saying;
use loyalsim::fit::model::Model;
use loyalsim::report::{WorkbookError, customers_csv};
use loyalsim::words::{Words, breakable, quoted};
use std::path::{Path, PathBuf};

/// Where everything goes.
pub struct Targets {
    design: PathBuf,
    page: PathBuf,
    book: Option<PathBuf>,
    aside: PathBuf,
    customers: Option<PathBuf>,
}

impl Targets {
    /// Names of all files; nothing that is there is in the way.
    pub fn new(args: &CalibrateArgs) -> Result<Self, Failure> {
        let stem = args.out.file_stem().filter(|_| !args.out.is_dir()).ok_or_else(|| {
            Failure::Input(Saying::new("failure-no-name").with("name", args.out.display().to_string()))
        })?;
        let beside = |end: &str| args.out.with_file_name(format!("{}{end}", stem.to_string_lossy()));
        let targets = Self {
            design: beside(".toml"),
            page: beside("-calibration.html"),
            book: args.xlsx.then(|| beside("-calibration.xlsx")),
            aside: beside("-calibration-aside.csv"),
            customers: args.customers_out.clone(),
        };
        let folder = args.out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let folder = folder.display().to_string();
            return Err(Failure::Input(Saying::new("failure-no-folder").with("folder", folder)));
        }
        let all = [&targets.design, &targets.page, &targets.aside];
        let all = all.into_iter().chain(&targets.book).chain(&targets.customers);
        let taken = all.into_iter().find(|path| path.exists() && !args.force).cloned();
        match taken {
            Some(taken) => Err(Failure::Input(
                Saying::new("failure-file-there").with("file", taken.display().to_string()),
            )),
            None => Ok(targets),
        }
    }

    /// Writes what there is.
    pub fn write(
        &self,
        args: &CalibrateArgs,
        design: &str,
        (page, book): (&str, impl FnOnce() -> Result<Vec<u8>, WorkbookError>),
        found: &Found,
        fitted: (Model, [f64; 4]),
    ) -> Result<(), Failure> {
        output::write_one(&self.design, design.as_bytes(), args.force)?;
        output::write_one(&self.page, page.as_bytes(), args.force)?;
        if let Some(file) = &self.book {
            let bytes = book().map_err(|e| Failure::unwritable("failure-workbook", &e))?;
            output::write_one(file, &bytes, args.force)?;
        }
        if !found.aside.is_empty() {
            output::write_one(&self.aside, found.aside.as_bytes(), args.force)?;
        }
        match &self.customers {
            Some(file) => output::write_one(
                file,
                customers_csv(&found.log, fitted, args.weeks, args.with_ids).as_bytes(),
                args.force,
            ),
            None => Ok(()),
        }
    }

    /// The files with what is in them, and what to do next.
    pub fn told(&self, args: &CalibrateArgs, found: &Found, words: Words<'_>) -> String {
        let mut files = vec![(&self.design, "calibrate-file-design"), (&self.page, "calibrate-file-page")];
        files.extend(self.book.as_ref().map(|file| (file, "run-file-workbook")));
        files.extend((!found.aside.is_empty()).then_some((&self.aside, "calibrate-file-aside")));
        files.extend(
            args.customers_out
                .is_some()
                .then_some(())
                .zip(self.customers.as_ref())
                .map(|(_, file)| (file, "calibrate-file-customers")),
        );
        let mut text = format!("\n{}\n", words.say("calibrate-written", &[]));
        for (file, key) in files {
            text += &format!("  {}  {}\n", file.display(), words.say(key, &[]));
        }
        let design = quoted(&self.design.display().to_string());
        text += &format!(
            "{}\n  loyalsim check {design}\n  loyalsim run {design}\n",
            words.say("calibrate-next", &[])
        );
        breakable(&text)
    }
}
