//! The files of the page, part of the program, and what browsers are told about everything that is sent.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What a page of ours may do: load its own files, talk to this server, and nothing else.
pub const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a review may do, which brings its styles and fonts along and runs nothing.
pub const REVIEW_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! files {
    ($($name:literal: $kind:expr),* $(,)?) => {
        &[$(($name, $kind, include_str!(concat!("page/", $name)))),*]
    };
}

/// Name, kind and content.
const FILES: &[(&str, &str, &str)] = files![
    "page.html": HTML,
    "page.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "main.js": SCRIPT,
    "state.js": SCRIPT,
    "server.js": SCRIPT,
    "dom.js": SCRIPT,
    "levers.js": SCRIPT,
    "answers.js": SCRIPT,
    "compare.js": SCRIPT,
    "dialogs.js": SCRIPT,
    "student.html": HTML,
    "student.js": SCRIPT,
    "teacher.html": HTML,
    "teacher.js": SCRIPT,
    "class.js": SCRIPT,
    "class.css": "text/css; charset=utf-8",
];

/// The page.
pub async fn page() -> Response {
    file("page.html")
}

/// A file by name.
pub async fn named(Path(name): Path<String>) -> Response {
    file(&name)
}

/// A file of the page.
pub fn file(name: &str) -> Response {
    let found = FILES.iter().find(|(known, ..)| *known == name);
    found.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |(_, kind, content)| ([(header::CONTENT_TYPE, *kind)], *content).into_response(),
    )
}

/// Adds to a response what browsers are to keep to.
pub fn secured(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let all = [
        (header::CONTENT_SECURITY_POLICY, OWN_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in all {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
