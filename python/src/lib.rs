//! The extension module `loyalsim._core`: designs and commands of loyalsim for Python. What people use, with its documentation, is the
//! package in `loyalsim/`; here is no default, no check of an argument and no sentence of its own.

mod calibrate;
mod cohorts;
mod decide;
mod design;
mod error;
mod found;
mod logs;
mod review;
mod run;
mod sobol;
mod work;

use pyo3::prelude::*;

#[pymodule]
mod _core {
    #[pymodule_export]
    use super::calibrate::{Calibrated, calibrate};
    #[pymodule_export]
    use super::cohorts::{CohortsCalibrated, calibrate_cohorts};
    #[pymodule_export]
    use super::decide::{compare, exit, optimise, sensitivity, stress, sweep, voi};
    #[pymodule_export]
    use super::design::Design;
    #[pymodule_export]
    use super::found::Found;
    #[pymodule_export]
    use super::review::review;
    #[pymodule_export]
    use super::run::{merge, run};
    #[pymodule_export]
    use super::sobol::sobol;

    use loyalsim::decide::usual;
    use loyalsim::fit::experiment::{MESSAGES, MOST_DAYS};
    use pyo3::prelude::*;

    /// What is computed where nobody says it, and at most.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", env!("CARGO_PKG_VERSION"))?;
        for (name, value) in [
            ("TRIALS", usual::TRIALS),
            ("CUSTOMERS", usual::CUSTOMERS),
            ("CUSTOMERS_PER_VARIANT", usual::CUSTOMERS_PER_VARIANT),
            ("SWEEP_TRIALS", usual::GRID_TRIALS),
            ("EXIT_TRIALS", usual::EXIT_TRIALS),
            ("EXIT_EVERY", usual::EXIT_EVERY),
            ("OPTIMISE_TRIALS", usual::OPTIMISE_TRIALS),
            ("OPTIMISE_POINTS", usual::OPTIMISE_POINTS),
            ("STRESS_TRIALS", usual::STRESS_TRIALS),
            ("SENSITIVITY_ROWS", usual::SENSITIVITY_ROWS),
            ("SENSITIVITY_FEWEST", loyalsim::decide::sensitivity::FEWEST_ROWS as u64),
            ("VOI_TRIALS", usual::VOI_TRIALS),
            ("VOI_FEWEST", loyalsim::decide::voi::FEWEST_TRIALS),
            ("MOST_TRIALS", usual::MOST_TRIALS),
            ("MOST_CUSTOMERS", usual::MOST_CUSTOMERS),
            ("MOST_THREADS", usual::MOST_THREADS),
            ("MOST_POINTS", usual::MOST_POINTS),
            ("SEGMENT_LEAST", loyalsim::fit::apart::LEAST),
        ] {
            module.add(name, value)?;
        }
        let [fewest, most] = MESSAGES;
        module.add("EXPERIMENT_MOST_DAYS", MOST_DAYS)?;
        module.add("EXPERIMENT_MESSAGES", (fewest, most))?;
        Ok(())
    }
}

/// What a command is asked, besides the design: size, seed, threads, who hears of progress.
#[derive(FromPyObject)]
struct Asked {
    #[pyo3(item)]
    trials: Option<u64>,
    #[pyo3(item)]
    customers: usize,
    #[pyo3(item)]
    seed: u64,
    #[pyo3(item)]
    threads: Option<usize>,
    #[pyo3(item)]
    progress: Option<Py<PyAny>>,
}

impl Asked {
    /// Seed and size.
    fn settings(&self) -> loyalsim::simulate::Settings {
        loyalsim::simulate::Settings { seed: self.seed, customers: self.customers }
    }
}
