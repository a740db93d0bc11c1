//! The commands of decision analysis.

mod findings;

use crate::Asked;
use crate::design::Design;
use crate::error::{self, argument, language};
use crate::found::Found;
use crate::work::{carry_out, nothing_done};
use findings::{Compared, Ended, Judged, Searched, Stressed, Swept, Understood};
use loyalsim::decide::compare::{compare as judge, distinct, other_currency};
use loyalsim::decide::grid::{self, Axis};
use loyalsim::decide::optimise::{Task, Work, optimise as search};
use loyalsim::decide::sensitivity::{SensitivitySize, sensitivity as understand};
use loyalsim::decide::stress::{Failure, StressSize, stress as stressed};
use loyalsim::decide::voi::{Choice, VoiSize, voi as value};
use loyalsim::decide::{Measure, Watch, exit as ends, paired};
use loyalsim::design::{Design as Parsed, Saying};
use loyalsim::review::{self, Broken};
use loyalsim::summary::Scalar;
use loyalsim::words::Words;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// Compares designs on the same customers and luck.
#[pyfunction]
pub fn compare(
    py: Python<'_>,
    designs: Vec<PyRef<'_, Design>>,
    asked: Asked,
    trials: u64,
) -> PyResult<Found> {
    let parsed: Vec<Parsed> = designs.iter().map(|design| design.parsed.clone()).collect();
    if let Some(at) = other_currency(&parsed) {
        let (own, other) = (&parsed[0].currency, &parsed[at].currency);
        return Err(PyValueError::new_err(format!(
            "money is compared in one currency: that of design 1 is {own}, that of design {} is {other}",
            at + 1
        )));
    }
    let names = distinct(designs.iter().map(|design| design.stem()).collect());
    let settings = asked.settings();
    let all: Vec<&Parsed> = parsed.iter().collect();
    let rows = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        watch.begin("trials", trials * all.len() as u64);
        paired::play(&all, settings, 0..trials, watch)
    })?;
    if rows.len() < 2 {
        return Err(nothing_done());
    }
    let found = py.detach(|| judge(&all, &names, &rows, settings, trials));
    Ok(Found::new(Compared { design: parsed[0].clone(), found, rows, names }))
}

/// A measure over a grid of settings.
#[pyfunction]
pub fn sweep(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (Vec<String>, Vec<String>, u64),
    lang: &str,
) -> PyResult<Found> {
    let (axes, measures, trials) = what;
    let words = Words::new(language(lang)?);
    let parsed = &design.parsed;
    let wrong = |fault: grid::GridFault| argument(&fault.saying(), words);
    let axes: Vec<Axis> =
        axes.iter().map(|axis| Axis::parse(axis, parsed)).collect::<Result<_, _>>().map_err(wrong)?;
    let designs = py.detach(|| grid::designs(&design.text, &axes)).map_err(wrong)?;
    let read = |word: &String| measure(word, parsed, words);
    let mut measures = measures.iter().map(read).collect::<PyResult<Vec<_>>>()?.into_iter();
    let first = measures.next().unwrap_or(Measure::Mean(Scalar::NetEffect));
    let (measures, size) = ((first, measures.collect()), (asked.settings(), trials));
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        grid::sweep(parsed, axes, &designs, measures, size, watch)
    })?;
    let found = found.ok_or_else(nothing_done)?;
    Ok(Found::new(Swept { design: parsed.clone(), found }))
}

fn measure(word: &str, design: &Parsed, words: Words<'_>) -> PyResult<Measure> {
    Measure::parse(word, design).map_err(|fault| argument(&fault.saying(), words))
}

/// What it costs to end the program, month by month.
#[pyfunction]
pub fn exit(py: Python<'_>, design: &Design, asked: Asked, what: (u64, u64), lang: &str) -> PyResult<Found> {
    let (every, trials) = what;
    let words = Words::new(language(lang)?);
    let parsed = &design.parsed;
    if parsed.program.is_none() {
        return Err(error::design(py, &Saying::new("failure-nothing-to-end"), words));
    }
    let stops = ends::ends(parsed, every as usize);
    if stops.is_empty() {
        return Err(argument(&Saying::new("failure-no-end").with("months", every), words));
    }
    let size = (asked.settings(), trials);
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        ends::exit(parsed, &stops, size, watch)
    })?;
    let found = found.ok_or_else(nothing_done)?;
    Ok(Found::new(Ended { design: parsed.clone(), found }))
}

/// Which assumptions decide the result.
#[pyfunction]
pub fn sensitivity(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (Option<String>, u64),
    lang: &str,
) -> PyResult<Found> {
    let (word, rows) = what;
    let words = Words::new(language(lang)?);
    let parsed = &design.parsed;
    let usual = match parsed.program {
        Some(_) => Scalar::NetEffect,
        None => Scalar::RetentionBaseline,
    };
    let measure = word.map_or(Ok(Measure::Mean(usual)), |word| measure(&word, parsed, words))?;
    let size = SensitivitySize { settings: asked.settings(), rows };
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        understand(parsed, measure, size, watch)
    })?;
    let found = found.map_err(|fault| error::design(py, &fault.saying(), words))?.ok_or_else(nothing_done)?;
    Ok(Found::new(Understood { design: parsed.clone(), found }))
}

/// What would have to go wrong; `goal` counts from 1.
#[pyfunction]
pub fn stress(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (Option<usize>, u64),
    lang: &str,
) -> PyResult<Found> {
    let (goal, trials) = what;
    let words = Words::new(language(lang)?);
    let failure = goal.map_or(Failure::Loss, |goal| Failure::Goal(goal.saturating_sub(1)));
    let size = StressSize { settings: asked.settings(), trials };
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        stressed(&design.text, failure, size, watch)
    })?;
    let found = found.map_err(|fault| error::design(py, &fault.saying(), words))?.ok_or_else(nothing_done)?;
    Ok(Found::new(Stressed { design: design.parsed.clone(), found }))
}

/// Better settings of the levers that the design names.
#[pyfunction]
pub fn optimise(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (u64, u64, usize),
    lang: &str,
) -> PyResult<Found> {
    let (trials, fresh, points) = what;
    let words = Words::new(language(lang)?);
    let task = Task::read(&design.text).map_err(|fault| error::design(py, &fault.saying(), words))?;
    let work = Work { settings: asked.settings(), trials, fresh, points };
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        search(&task, work, Vec::new(), watch, &|_| ())
    })?;
    let found = found.ok_or_else(nothing_done)?;
    Ok(Found::new(Searched { design: design.parsed.clone(), task, found }))
}

/// What is worth finding out before deciding.
#[pyfunction]
pub fn voi(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (Vec<PyRef<'_, Design>>, bool, u64),
    lang: &str,
) -> PyResult<Found> {
    let (alternatives, counter, trials) = what;
    let words = Words::new(language(lang)?);
    let choice = |other: &PyRef<'_, Design>| (Choice::Alternative(other.stem()), other.text.clone());
    let mut others: Vec<_> = alternatives.iter().map(choice).collect();
    let size = VoiSize { settings: asked.settings(), trials };
    let searches = others.is_empty() && counter && design.parsed.program.is_some();
    let (seed, text, parsed, name) = (asked.seed, &design.text, &design.parsed, design.name.as_str());
    let found = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        if searches {
            let better = review::counter_design(text, parsed, (seed, name), watch)?;
            others.extend(better.map(|text| (Choice::CounterDesign, text)));
        }
        let better = others.iter().find(|(choice, _)| *choice == Choice::CounterDesign);
        Ok((value(text, &others, size, watch), better.map(|(_, text)| text.clone())))
    })?;
    let (found, counter) = found.map_err(|broken: Broken| match broken {
        Broken::Stopped => nothing_done(),
        misfit @ Broken::Misfit(_) => error::bug(&misfit),
    })?;
    let found = found.map_err(|fault| error::design(py, &fault.saying(), words))?.ok_or_else(nothing_done)?;
    Ok(Found::new(Judged { design: parsed.clone(), found, counter }))
}
