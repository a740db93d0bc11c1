//! Reads a randomised experiment.

use super::reading::{bytes, options, refused, short};
use crate::cli::calibrate_args::CalibrateArgs;
use crate::cli::failure::Failure;
use loyalsim::data::{Assigned, Fault};
use loyalsim::fit::experiment::{About, Experiment};
use loyalsim::fit::voice::{Given, What};
use loyalsim::words::harmless;

/// What it shows, with the file that tells it; nothing where none is given.
pub fn experiment(args: &CalibrateArgs) -> Result<Option<(Experiment, Given)>, Failure> {
    let stated = &args.experiment;
    let Some((path, days)) = stated.experiment.as_deref().zip(stated.experiment_days) else {
        return Ok(None);
    };
    let name = harmless(&path.display().to_string());
    let wrong = |fault: Fault| refused(&name, &fault);
    let text = bytes(path)?;
    let given = Given::new(What::Experiment, short(path), &text);
    let assigned = Assigned::read(text, &stated.options(), &options(&args.log)).map_err(wrong)?;
    let about = About {
        file: given.file.clone(),
        hash: given.hash.clone(),
        days,
        messages: stated.experiment_messages,
        arm: stated.experiment_arm.clone(),
    };
    let found = Experiment::new(&assigned, about).map_err(|fault| wrong(Fault::Experiment(fault)))?;
    Ok(Some((found, given)))
}
