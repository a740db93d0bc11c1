//! What a page works with, and how it is answered.

use super::shelf::Shelf;
use super::{Host, Variant};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loyalsim::units::YearMonth;
use loyalsim::words::Language;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Reviews that are kept.
const REVIEWS: usize = 8;

/// What a page works with.
pub struct Desk {
    host: Box<dyn Host>,
    given: Vec<Variant>,
    file: String,
    language: Language,
    shelf: Mutex<Shelf>,
    reviews: Mutex<Vec<String>>,
}

impl Desk {
    /// A desk with these designs on it, and no results yet.
    pub fn new(given: Vec<Variant>, file: String, language: Language, host: Box<dyn Host>) -> Self {
        Self { host, given, file, language, shelf: Mutex::default(), reviews: Mutex::default() }
    }

    /// The world outside.
    pub fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    /// The language asked for, or the one loyalsim was started in.
    pub fn language(&self, asked: &str) -> Language {
        asked.parse().unwrap_or(self.language)
    }

    /// The designs that have been simulated; whoever comes waits for whoever is at it.
    pub fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // What a panic left behind is whole trials: an outcome is added at once or not at all.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The designs to begin with.
    pub fn given(&self) -> &[Variant] {
        &self.given
    }

    /// The design's file as one types it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The day of reviews.
    pub fn today(&self) -> Option<(YearMonth, u8)> {
        self.host.today()
    }

    /// Keeps a review and returns its number.
    pub fn keep_review(&self, page: String) -> usize {
        let mut reviews = self.reviews.lock().unwrap_or_else(PoisonError::into_inner);
        if reviews.len() >= REVIEWS {
            let old = reviews.len() - REVIEWS;
            reviews[old] = String::new();
        }
        reviews.push(page);
        reviews.len() - 1
    }

    /// A review by its number.
    pub fn review(&self, number: usize) -> Option<String> {
        let reviews = self.reviews.lock().unwrap_or_else(PoisonError::into_inner);
        reviews.get(number).filter(|page| !page.is_empty()).cloned()
    }
}

/// What was asked for, or a sentence that says why not.
pub type Answered<T> = Result<Json<T>, Refused>;

/// Why something is not done.
#[derive(Debug)]
pub struct Refused(pub String);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, Json(serde_json::json!({ "why": self.0 }))).into_response()
    }
}

/// Does what takes a while on another thread.
///
/// # Errors
/// If it is refused.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    tokio::task::spawn_blocking(work).await.map_err(|why| Refused(why.to_string()))?
}
