//! `review`: what an expert says of a design.

use crate::Asked;
use crate::design::Design;
use crate::error::bug;
use crate::found::{Findings, Found, json};
use crate::work::{carry_out, nothing_done};
use loyalsim::charts::NamedChart;
use loyalsim::design::Design as Parsed;
use loyalsim::report::{self, DeckError, ReviewPages, Template};
use loyalsim::review::{Broken, Review, ReviewSettings, RivalDesign, review as reviewing};
use loyalsim::words::{Language, Words};
use pyo3::prelude::*;

/// A review, and what it is of.
struct Reviewed {
    text: String,
    design: Parsed,
    review: Review,
}

/// Reviews a design, with rivals' designs beside it.
#[pyfunction]
pub fn review(
    py: Python<'_>,
    design: &Design,
    asked: Asked,
    what: (Vec<PyRef<'_, Design>>, u64),
) -> PyResult<Found> {
    let (rivals, trials) = what;
    let rival = |rival: &PyRef<'_, Design>| RivalDesign { name: rival.stem(), text: rival.text.clone() };
    let settings = ReviewSettings {
        seed: asked.seed,
        trials,
        customers: asked.customers,
        rivals: rivals.iter().map(rival).collect(),
        file: design.typed(),
    };
    let reviewed = carry_out(py, asked.threads, asked.progress.as_ref(), |watch| {
        reviewing(&design.text, &design.parsed, &settings, watch)
    })?;
    let review = reviewed.map_err(|broken| match broken {
        Broken::Stopped => nothing_done(),
        misfit @ Broken::Misfit(_) => bug(&misfit),
    })?;
    Ok(Found::new(Reviewed { text: design.text.clone(), design: design.parsed.clone(), review }))
}

impl Reviewed {
    fn words(&self, language: Language) -> Words<'_> {
        Words::new(language).with_currency(&self.design.currency).beside_today(self.design.today.is_some())
    }

    fn pages(&self, language: Language) -> ReviewPages<'_> {
        ReviewPages::new(&self.review, &self.design, &self.text, self.words(language))
    }
}

impl Findings for Reviewed {
    fn json(&self) -> PyResult<String> {
        json(&self.review)
    }

    fn text(&self, language: Language) -> String {
        report::review_text(&self.review, self.words(language))
    }

    fn page(&self, language: Language) -> Option<String> {
        Some(report::review_html(&self.pages(language)))
    }

    fn files(&self) -> Vec<(String, String)> {
        let counter = self.review.counter_design.iter();
        counter.map(|text| ("counter-design.toml".to_owned(), text.clone())).collect()
    }

    fn charts(&self, language: Language) -> Vec<NamedChart> {
        self.pages(language).charts().to_vec()
    }

    fn workbook(&self, language: Language) -> PyResult<Vec<u8>> {
        report::review_workbook(&self.pages(language), &self.design).map_err(|e| bug(&e))
    }

    fn deck(&self, template: Template, language: Language) -> Option<Result<Vec<u8>, DeckError>> {
        Some(report::review_deck(&self.pages(language), &self.design, template))
    }
}
