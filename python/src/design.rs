//! Designs: texts that have been found valid.

use crate::error::{self, language};
use loyalsim::design::{self, Distribution, Draft, EditFault, starter};
use loyalsim::report;
use loyalsim::simulate::adjusted;
use loyalsim::words::{Words, quoted};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use serde_json::Value;
use std::path::Path;

/// A valid design, its text, and the file that it is said to come from.
#[pyclass(frozen)]
pub struct Design {
    #[pyo3(get)]
    pub text: String,
    #[pyo3(get)]
    pub name: String,
    pub parsed: design::Design,
}

#[pymethods]
impl Design {
    /// The design of a TOML text.
    #[staticmethod]
    fn from_text(py: Python<'_>, text: String, name: String, lang: &str) -> PyResult<Self> {
        let words = Words::new(language(lang)?);
        match py.detach(|| design::Design::parse(&text)) {
            Ok(parsed) => Ok(Self { text, name, parsed }),
            Err(found) => Err(error::problems(py, &found.named(&name), words)),
        }
    }

    /// The design of the same keys and values in JSON.
    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str, name: String, lang: &str) -> PyResult<Self> {
        let table: toml::Table =
            serde_json::from_str(json).map_err(|e| PyValueError::new_err(e.to_string()))?;
        Self::from_text(py, written(&table)?, name, lang)
    }

    /// The design that `loyalsim new` begins with.
    #[staticmethod]
    fn starter(title: &str) -> String {
        starter(title)
    }

    /// Its keys and values in JSON.
    fn to_json(&self) -> PyResult<String> {
        let table: toml::Table = toml::from_str(&self.text).map_err(|e| error::bug(&e))?;
        serde_json::to_string(&table).map_err(|e| error::bug(&e))
    }

    /// The same with another value at `path`, told in JSON.
    fn edit(&self, py: Python<'_>, path: &str, json: &str, lang: &str) -> PyResult<Self> {
        let value: Value = serde_json::from_str(json).map_err(|e| PyValueError::new_err(e.to_string()))?;
        self.changed(py, lang, |draft| set(draft, path, &value))
    }

    /// The same with a number, uncertain or not, multiplied.
    fn scale(&self, py: Python<'_>, path: &str, factor: f64, lang: &str) -> PyResult<Self> {
        self.changed(py, lang, |draft| Ok(draft.scale(path, factor)))
    }

    /// The same with one more table in a list.
    fn add(&self, py: Python<'_>, path: &str, json: &str, lang: &str) -> PyResult<Self> {
        let table: toml::Table =
            serde_json::from_str(json).map_err(|e| PyValueError::new_err(e.to_string()))?;
        let keys = written(&table)?;
        self.changed(py, lang, |draft| Ok(draft.append(path, &keys)))
    }

    /// What can be simulated but is probably not meant.
    fn warnings(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<String>> {
        let words = Words::new(language(lang)?).with_currency(&self.parsed.currency);
        let adjusted = py.detach(|| adjusted(&self.parsed, &self.text));
        Ok(self.parsed.warnings.iter().chain(&adjusted).map(|warning| words.warning(warning)).collect())
    }

    /// Every number in force, in JSON.
    fn numbers(&self, lang: &str) -> PyResult<String> {
        report::numbers_json(&self.parsed, Words::new(language(lang)?)).map_err(|e| error::bug(&e))
    }

    #[getter]
    fn title(&self) -> &str {
        &self.parsed.title
    }

    #[getter]
    fn currency(&self) -> &str {
        &self.parsed.currency
    }

    #[getter]
    fn hash(&self) -> &str {
        &self.parsed.hash
    }

    #[getter]
    fn months(&self) -> usize {
        self.parsed.horizon_months
    }

    #[getter]
    fn program(&self) -> Option<&str> {
        self.parsed.program.as_ref().map(|program| program.name.as_str())
    }
}

impl Design {
    /// The name of the file without folder and ending.
    pub fn stem(&self) -> String {
        Path::new(&self.name).file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The file as one types it in a command.
    pub fn typed(&self) -> String {
        if self.name == "-" { self.name.clone() } else { quoted(&self.name) }
    }

    fn changed(
        &self,
        py: Python<'_>,
        lang: &str,
        change: impl FnOnce(&mut Draft) -> PyResult<Result<(), EditFault>>,
    ) -> PyResult<Self> {
        let words = Words::new(language(lang)?);
        let fault = |fault: EditFault| error::edit(py, &fault, words);
        let mut draft = Draft::new(&self.text).map_err(fault)?;
        change(&mut draft)?.map_err(fault)?;
        let (text, parsed) = draft
            .finish()
            .map_err(|why| match why {
                EditFault::Invalid { problems } => {
                    EditFault::Invalid { problems: Box::new(problems.named(&self.name)) }
                }
                other => other,
            })
            .map_err(fault)?;
        Ok(Self { text, name: self.name.clone(), parsed })
    }
}

fn written(table: &toml::Table) -> PyResult<String> {
    toml::to_string(table).map_err(|e| PyValueError::new_err(e.to_string()))
}

/// Sets what `path` names; `null` takes it out.
fn set(draft: &mut Draft, path: &str, value: &Value) -> PyResult<Result<(), EditFault>> {
    let texts =
        |list: &[Value]| list.iter().map(|v| v.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
    Ok(match value {
        Value::Null => draft.remove(path),
        Value::Number(number) => draft.set(path, number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => draft.set_text(path, text),
        Value::Array(list) => match texts(list) {
            Some(texts) => draft.set_texts(path, &texts),
            None => return Err(not_a_value()),
        },
        Value::Object(_) => draft.set_distribution(path, &distribution(value).ok_or_else(not_a_value)?),
        Value::Bool(_) => return Err(not_a_value()),
    })
}

/// What is known about an uncertain number, as a design writes it.
fn distribution(value: &Value) -> Option<Distribution> {
    let at = |key: &str| value.get(key).and_then(Value::as_f64);
    if let (Some(low), Some(mode), Some(high)) = (at("low"), at("mode"), at("high")) {
        return Some(Distribution::Pert { low, mode, high });
    }
    if let (Some(p10), Some(p50), Some(p90)) = (at("p10"), at("p50"), at("p90")) {
        return Some(Distribution::Quantiles { p10, p50, p90 });
    }
    match value.get("normal")?.as_array()?.as_slice() {
        [mean, sd] => Some(Distribution::Normal { mean: mean.as_f64()?, sd: sd.as_f64()? }),
        _ => None,
    }
}

fn not_a_value() -> PyErr {
    PyTypeError::new_err(
        "a value is a number, a text, a list of texts, None (to take it out), or what is known about an uncertain number: \
         {'low': ..., 'mode': ..., 'high': ...}, {'normal': [mean, sd]} or {'p10': ..., 'p50': ..., 'p90': ...}",
    )
}
