//! Sobol' indices of results that another tool has laid out the points of.

use loyalsim::decide::sensitivity::{Index, Sample};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// Of each input: first order and total, each with estimate, error, low and high end.
#[pyfunction]
pub fn sobol(a: Vec<f64>, b: Vec<f64>, mixed: Vec<Vec<f64>>) -> PyResult<Vec<[[f64; 4]; 2]>> {
    let told = |index: Index| [index.value, index.mc_error, index.low, index.high].map(|share| share.get());
    let found = Sample { a, b, mixed, excess: None }.indices();
    let found = found
        .ok_or_else(|| PyValueError::new_err("the results do not vary, or there are fewer than two rows"))?;
    Ok(found.into_iter().map(|of| [told(of.first), told(of.total)]).collect())
}
