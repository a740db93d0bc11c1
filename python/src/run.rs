//! `run`, and `merge` of the parts of a run.

use crate::Asked;
use crate::design::Design;
use crate::error::{self, bug, language};
use crate::found::{Findings, Found, Numbers};
use crate::work::{carry_out, nothing_done};
use loyalsim::charts::{self, NamedChart};
use loyalsim::decide::trials::{self, RunPlan};
use loyalsim::design::{Design as Parsed, Sampling};
use loyalsim::report::{self, DeckError, Template};
use loyalsim::simulate::Settings;
use loyalsim::summary::part::{About, Build, HEAD, Part, PartFault, in_order};
use loyalsim::summary::{Collector, Summary};
use loyalsim::words::{Language, Words};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// What a run found out.
struct Run {
    design: Parsed,
    summary: Summary,
    collector: Collector,
}

/// Simulates a design.
#[pyfunction]
pub fn run(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    until: Option<f64>,
    sampling: &str,
) -> PyResult<Found> {
    let sampling: Sampling =
        sampling.parse().map_err(|e: loyalsim::design::NotASampling| PyValueError::new_err(e.to_string()))?;
    let plan = RunPlan::new(asked.settings(), asked.trials, until, sampling);
    let parsed = &design.parsed;
    let done =
        carry_out(py, asked.threads, asked.progress.as_ref(), |watch| trials::run(parsed, plan, watch))?;
    let (summary, collector) = done.map_err(|e| bug(&e))?.ok_or_else(nothing_done)?;
    Ok(Found::new(Run { design: parsed.clone(), summary, collector }))
}

/// Merges the files of parts to the run that they are of.
#[pyfunction]
pub fn merge(py: Python<'_>, files: Vec<PathBuf>, lang: &str) -> PyResult<Found> {
    let words = Words::new(language(lang)?);
    let run = py.detach(|| merged(&files)).map_err(|fault| match fault {
        Broken::Part(file, fault) => {
            let told = error::argument(&fault.saying(), words);
            PyValueError::new_err(match file {
                Some(file) => format!("{}: {}", file.display(), told.value(py)),
                None => told.value(py).to_string(),
            })
        }
        Broken::File(file, why) => error::file(&file, &why),
    })?;
    Ok(Found::new(run))
}

/// Why parts cannot be merged.
enum Broken {
    Part(Option<PathBuf>, PartFault),
    File(PathBuf, std::io::Error),
}

/// The run of these parts. One is read after the other, so that memory holds the results once.
fn merged(files: &[PathBuf]) -> Result<Run, Broken> {
    let build = Build::own(option_env!("LOYALSIM_COMMIT").filter(|commit| !commit.is_empty()));
    let of = |file: &PathBuf| {
        let file = file.clone();
        move |fault| Broken::Part(Some(file), fault)
    };
    let head = |file: &PathBuf| {
        let mut head = Vec::new();
        let read = File::open(file).and_then(|open| open.take(HEAD as u64).read_to_end(&mut head));
        read.map_err(|e| Broken::File(file.clone(), e))?;
        Ok((file.display().to_string(), About::read(&head, &build).map_err(of(file))?))
    };
    let heads = files.iter().map(head).collect::<Result<Vec<_>, _>>()?;
    let order = in_order(&heads).map_err(|fault| Broken::Part(None, fault))?;
    let mut whole: Option<(About, Parsed, Collector)> = None;
    for file in order.into_iter().map(|at| &files[at]) {
        let bytes = std::fs::read(file).map_err(|e| Broken::File(file.clone(), e))?;
        let part = Part::read(&bytes, &build).map_err(of(file))?;
        let design = part.design().map_err(of(file))?;
        match &mut whole {
            None => whole = Some((part.about, design, part.collector)),
            Some((_, _, so_far)) => so_far
                .merge(part.collector)
                .map_err(|_| Broken::Part(Some(file.clone()), PartFault::Damaged))?,
        }
    }
    let Some((about, design, collector)) = whole else {
        return Err(Broken::Part(None, PartFault::MissingTrials(Vec::new())));
    };
    let settings = Settings { seed: about.seed, customers: about.customers as usize };
    let plan = RunPlan::new(settings, Some(about.of_trials), None, about.sampling);
    Ok(Run { summary: plan.summary(&design, &collector), design, collector })
}

impl Findings for Run {
    fn json(&self) -> PyResult<String> {
        report::summary_json(&self.summary).map_err(|e| bug(&e))
    }

    fn text(&self, language: Language) -> String {
        report::answers(&self.design, &self.summary, language)
    }

    fn files(&self) -> Vec<(String, String)> {
        vec![
            ("monthly.csv".to_owned(), report::monthly_csv(&self.summary)),
            ("categories.csv".to_owned(), report::categories_csv(&self.summary)),
            ("trials.csv".to_owned(), report::trials_csv(&self.collector).collect()),
        ]
    }

    fn charts(&self, language: Language) -> Vec<NamedChart> {
        charts::all(&self.design, &self.summary, language)
    }

    fn workbook(&self, language: Language) -> PyResult<Vec<u8>> {
        report::run_workbook(&self.design, &self.summary, &self.collector, language).map_err(|e| bug(&e))
    }

    fn deck(&self, template: Template, language: Language) -> Option<Result<Vec<u8>, DeckError>> {
        Some(report::run_deck(&self.design, &self.summary, template, language))
    }

    fn trials(&self) -> Option<Numbers<Vec<f64>>> {
        let numbers = self.collector.numbers();
        let defined = |value: f64| if value.is_finite() { value } else { f64::NAN };
        let column = |(at, name)| (name, numbers.column(at).into_iter().map(defined).collect());
        let columns = self.collector.names().into_iter().enumerate().map(column).collect();
        Some((self.collector.trials().start, columns))
    }
}
