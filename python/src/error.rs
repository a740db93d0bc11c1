//! What goes wrong, as exceptions of the package: a fault of the design with its line, or of an argument with its remedy.

use loyalsim::design::{Arg, EditFault, Problem, Problems, Saying};
use loyalsim::words::{Language, Words};
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::path::Path;

/// The language `lang`.
pub fn language(lang: &str) -> PyResult<Language> {
    lang.parse().map_err(|fault: loyalsim::words::NotALanguage| PyValueError::new_err(fault.to_string()))
}

/// A `ValueError` that says it, and what to do.
pub fn argument(saying: &Saying, words: Words<'_>) -> PyErr {
    let help = words.help(saying).map(|help| format!("\n  {help}")).unwrap_or_default();
    PyValueError::new_err(words.tell(saying) + &help)
}

/// An `OSError` of a file: Python finds its kind by the number.
pub fn file(path: &Path, why: &std::io::Error) -> PyErr {
    let said = why.to_string();
    let said = said.split(" (os error").next().unwrap_or_default().to_owned();
    PyOSError::new_err((why.raw_os_error(), said, path.display().to_string()))
}

/// Something that cannot happen with what a run has made.
pub fn bug(fault: &impl std::fmt::Display) -> PyErr {
    PyRuntimeError::new_err(fault.to_string())
}

/// A `DesignError` with all problems of a design.
pub fn problems(py: Python<'_>, found: &Problems, words: Words<'_>) -> PyErr {
    let text = format!("{}{}", words.plain_problems(found), words.count_of_problems(found));
    let one = |problem: &Problem| -> PyResult<Py<PyDict>> {
        let (what, remedy) = words.problem(problem);
        let said = PyDict::new(py);
        said.set_item("line", problem.line)?;
        said.set_item("what", what)?;
        said.set_item("remedy", remedy)?;
        said.set_item("code", problem.code())?;
        said.set_item("path", path(&problem.fault.what))?;
        said.set_item("text", found.text().lines().nth(problem.line.saturating_sub(1)).unwrap_or_default())?;
        Ok(said.unbind())
    };
    found.iter().map(one).collect::<PyResult<Vec<_>>>().map_or_else(|e| e, |list| of_design(py, &text, list))
}

/// A `DesignError` of a change that cannot be made.
pub fn edit(py: Python<'_>, fault: &EditFault, words: Words<'_>) -> PyErr {
    match fault {
        EditFault::Invalid { problems: found } => problems(py, found, words),
        other => design(py, &other.saying(), words),
    }
}

/// A `DesignError` that says it, and what to do.
pub fn design(py: Python<'_>, saying: &Saying, words: Words<'_>) -> PyErr {
    let help = words.help(saying).map(|help| format!("\n  {help}")).unwrap_or_default();
    of_design(py, &(words.tell(saying) + &help), Vec::new())
}

/// The key that a fault is about, where it names one.
fn path(saying: &Saying) -> Option<String> {
    saying.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(text) if *name == "path" || *name == "key" => Some(text.clone()),
        _ => None,
    })
}

fn of_design(py: Python<'_>, text: &str, list: Vec<Py<PyDict>>) -> PyErr {
    let made = || -> PyResult<PyErr> {
        let class = py.import("loyalsim._errors")?.getattr("DesignError")?;
        Ok(PyErr::from_value(class.call1((text.trim_end(), list))?))
    };
    made().unwrap_or_else(|e| e)
}
