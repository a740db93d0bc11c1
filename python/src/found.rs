//! What a command has found, however it is asked for: as JSON, text, tables, pictures.

use crate::error::{self, language};
use loyalsim::charts::{self, NamedChart};
use loyalsim::report::{DeckError, Template};
use loyalsim::words::{Language, Words};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde::Serialize;

/// The first trial, and the numbers of each by name.
pub type Numbers<V> = (u64, Vec<(String, V)>);

/// The findings of one command.
pub trait Findings: Send + Sync {
    /// For programs: the content of the JSON file that the command line writes.
    fn json(&self) -> PyResult<String>;

    /// For people.
    fn text(&self, language: Language) -> String;

    /// As a page of its own, where there is one.
    fn page(&self, language: Language) -> Option<String> {
        let _ = language;
        None
    }

    /// The files that the command line writes besides, by name.
    fn files(&self) -> Vec<(String, String)>;

    /// The pictures.
    fn charts(&self, language: Language) -> Vec<NamedChart>;

    /// A workbook.
    fn workbook(&self, language: Language) -> PyResult<Vec<u8>>;

    /// A deck of slides made from a template, where there is one.
    fn deck(&self, template: Template, language: Language) -> Option<Result<Vec<u8>, DeckError>> {
        let _ = (template, language);
        None
    }

    /// The first trial, and the numbers of each by name, where they are kept.
    fn trials(&self) -> Option<Numbers<Vec<f64>>> {
        None
    }
}

/// What a command has found.
#[pyclass(frozen)]
pub struct Found(Box<dyn Findings>);

impl Found {
    /// Ready for Python.
    pub fn new(findings: impl Findings + 'static) -> Self {
        Self(Box::new(findings))
    }
}

/// Name, title and SVG of a picture.
pub type Picture = (&'static str, String, String);

/// A chart as a picture.
pub fn drawn(chart: NamedChart) -> Picture {
    (chart.name, chart.chart.title.clone(), charts::svg(&chart.chart))
}

#[pymethods]
impl Found {
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.json())
    }

    fn text(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let language = language(lang)?;
        Ok(py.detach(|| self.0.text(language)))
    }

    fn page(&self, py: Python<'_>, lang: &str) -> PyResult<Option<String>> {
        let language = language(lang)?;
        Ok(py.detach(|| self.0.page(language)))
    }

    fn files(&self, py: Python<'_>) -> Vec<(String, String)> {
        py.detach(|| self.0.files())
    }

    fn pictures(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<Picture>> {
        let language = language(lang)?;
        Ok(py.detach(|| self.0.charts(language).into_iter().map(drawn).collect()))
    }

    #[staticmethod]
    fn png<'py>(py: Python<'py>, svg: &str) -> PyResult<Bound<'py, PyBytes>> {
        let png = py.detach(|| charts::png(&charts::spelled(svg))).map_err(|e| error::bug(&e))?;
        Ok(PyBytes::new(py, &png))
    }

    fn workbook<'py>(&self, py: Python<'py>, lang: &str) -> PyResult<Bound<'py, PyBytes>> {
        let language = language(lang)?;
        let bytes = py.detach(|| self.0.workbook(language))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// A deck of slides, from the bytes of a firm's template or from the program's own; nothing where a command makes none.
    fn deck<'py>(
        &self,
        py: Python<'py>,
        template: Option<&[u8]>,
        lang: &str,
    ) -> PyResult<Option<Bound<'py, PyBytes>>> {
        let language = language(lang)?;
        let made = py.detach(|| {
            let template = template.map_or_else(Template::own, Template::read)?;
            self.0.deck(template, language).transpose()
        });
        let bytes = made.map_err(|fault| match fault {
            DeckError::Template(fault) => error::argument(&fault, Words::new(language)),
            fault => error::bug(&fault),
        })?;
        Ok(bytes.map(|bytes| PyBytes::new(py, &bytes)))
    }

    /// The first trial, and each column's name and its doubles in the machine's order of bytes.
    fn trials<'py>(&self, py: Python<'py>) -> Option<Numbers<Bound<'py, PyBytes>>> {
        let (first, columns) = py.detach(|| self.0.trials())?;
        let bytes = |column: &[f64]| {
            let bytes: Vec<u8> = column.iter().flat_map(|value| value.to_ne_bytes()).collect();
            PyBytes::new(py, &bytes)
        };
        Some((first, columns.into_iter().map(|(name, column)| (name, bytes(&column))).collect()))
    }
}

/// Indented JSON with a line break at the end.
pub fn json(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|e| error::bug(&e))
}
