//! The server: a port of this machine, the requests of the page, and what each is answered with.

use super::changes::{Change, changed};
use super::decides::{self, Question};
use super::desk::{Answered, Desk, Refused, aside};
use super::difference::differences;
use super::gate::Gate;
use super::play::{self, Order};
use super::stream::{Told, streamed};
use super::{Host, Variant, assets, door, questions, review, shared, start, view};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::sse::Sse;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use loyalsim::design::{Design, Problems};
use loyalsim::report;
use loyalsim::words::{Language, Words};
use serde::Deserialize;
use std::net::Ipv4Addr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::time::Duration;

/// The most bytes of a request: four designs and some room.
const LARGEST: usize = 5_000_000;

/// A connection lasts as long as a review may take, and longer.
const LASTS: Duration = Duration::from_secs(86_400);

type Here = State<Arc<Desk>>;

/// Opens the page for these designs, and serves it until the process ends.
///
/// # Errors
/// If no port can be opened.
pub fn open(given: Vec<Variant>, file: String, language: Language, host: impl Host) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let gate = Gate::new(listener.local_addr()?.port())?;
        host.show(&gate.address());
        let desk = Arc::new(Desk::new(given, file, language, Box::new(host)));
        door::serve(listener, routes(&gate, desk), LASTS).await;
        Ok(())
    })
}

fn routes(gate: &Gate, desk: Arc<Desk>) -> Router {
    let inside = Router::new()
        .route("/page/{name}", get(assets::named))
        .route("/start", post(start::start))
        .route("/template", post(questions::template))
        .route("/view", post(viewed))
        .route("/change", post(change))
        .route("/changes", post(changes))
        .route("/play", post(played))
        .route("/decides", post(decided))
        .route("/review", post(reviewed))
        .route("/review/{number}", get(read_review))
        .route("/summary", post(summary))
        .route("/save", post(save))
        .route("/share", post(share))
        .with_state(desk);
    Router::new()
        .route(&format!("{}/", gate.path()), get(assets::page))
        .nest(&gate.path(), inside)
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(LARGEST, door::whole))
        .layer(from_fn_with_state(gate.clone(), admitted))
        .layer(from_fn(secured))
}

async fn admitted(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    match gate.admit(request.method(), request.uri(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    }
}

async fn secured(request: Request, next: Next) -> Response {
    assets::secured(next.run(request).await)
}

async fn viewed(State(desk): Here, Json(asked): Json<Question>) -> Answered<view::View> {
    let language = desk.language(&asked.language);
    let found = aside(move || {
        let refused = |problems: Problems| Refused(Words::new(language).plain_problems(&problems));
        view::view(&asked.text, language).map_err(refused)
    });
    Ok(Json(found.await?))
}

#[derive(Deserialize)]
struct Changing {
    text: String,
    change: Change,
    language: String,
}

async fn change(State(desk): Here, Json(asked): Json<Changing>) -> Answered<super::changes::Changed> {
    let language = desk.language(&asked.language);
    let made = aside(move || changed(&asked.text, &asked.change, language).map_err(Refused)).await?;
    Ok(Json(made))
}

#[derive(Deserialize)]
struct Between {
    before: String,
    after: String,
    language: String,
}

async fn changes(State(desk): Here, Json(asked): Json<Between>) -> Answered<Vec<String>> {
    let words = Words::new(desk.language(&asked.language));
    let told = aside(move || {
        let read = |text: &str| Design::parse(text).map_err(|p| Refused(words.plain_problems(&p)));
        let (before, after) = (read(&asked.before)?, read(&asked.after)?);
        let texts = (asked.before.as_str(), asked.after.as_str());
        Ok(differences(&before, &after, texts, words.with_currency(&after.currency)))
    });
    Ok(Json(told.await?))
}

async fn played(State(desk): Here, Json(order): Json<Order>) -> Sse<Told> {
    streamed(move |teller| play::play(&desk, &order, teller))
}

async fn decided(State(desk): Here, Json(asked): Json<Question>) -> Sse<Told> {
    streamed(move |teller| decides::decides(&desk, &asked, teller))
}

async fn reviewed(State(desk): Here, Json(asked): Json<Question>) -> Sse<Told> {
    streamed(move |teller| review::reviewed(&desk, &asked, teller))
}

async fn read_review(State(desk): Here, Path(number): Path<usize>) -> Response {
    let Some(page) = desk.review(number) else { return StatusCode::NOT_FOUND.into_response() };
    let policy = HeaderValue::from_static(assets::REVIEW_POLICY);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::CONTENT_TYPE, html)];
    (headers, page).into_response()
}

/// The content of `summary.json` of a settled answer.
async fn summary(State(desk): Here, Json(asked): Json<Question>) -> Result<Response, Refused> {
    let json = aside(move || {
        let words = Words::new(desk.language(&asked.language));
        let mut shelf = desk.shelf();
        let hash = shelf.take(&asked.text).map_err(|p| Refused(words.plain_problems(&p)))?;
        let held = shelf.get(&hash).filter(|held| held.done() > 0);
        let held = held.ok_or_else(|| Refused(words.say("open-starting", &[])))?;
        report::summary_json(&held.summary()).map_err(|why| Refused(why.to_string()))
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], json.await?).into_response())
}

#[derive(Deserialize)]
struct Saving {
    name: String,
    text: String,
    replace: bool,
    language: String,
}

async fn save(State(desk): Here, Json(asked): Json<Saving>) -> Answered<String> {
    let saved = aside(move || {
        let words = Words::new(desk.language(&asked.language));
        Design::parse(&asked.text).map_err(|p| Refused(words.plain_problems(&p)))?;
        let name = file_name(&asked.name).ok_or_else(|| Refused(words.say("open-bad-name", &[])))?;
        let path = desk.host().save(&name, &asked.text, asked.replace).map_err(Refused)?;
        Ok(words.say("open-saved", &[("file", path.into())]))
    });
    Ok(Json(saved.await?))
}

/// A plain name for a file of a design, with its ending; `None` for what would lead elsewhere or cannot be a name.
fn file_name(name: &str) -> Option<String> {
    const LONGEST: usize = 100;
    let name = name.trim();
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let plain = !name.is_empty() && name.len() <= LONGEST && !name.starts_with('.') && !name.contains(odd);
    let ended = if name.to_lowercase().ends_with(".toml") { name.to_owned() } else { format!("{name}.toml") };
    plain.then_some(ended)
}

async fn share(State(desk): Here, Json(asked): Json<shared::Sharing>) -> Result<Response, Refused> {
    let page = aside(move || shared::packed(&desk, &asked).map_err(Refused)).await?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_saved() {
        for (name, file) in [("my card", "my card.toml"), ("a.TOML", "a.TOML"), (" карта ", "карта.toml")]
        {
            assert_eq!(file_name(name).as_deref(), Some(file));
        }
        let long = "x".repeat(200);
        for name in ["", " ", "../a", "a/b", "a\\b", "/etc/passwd", ".hidden", "a\0b", "c:d", "..", &long] {
            assert_eq!(file_name(name), None, "{name:?}");
        }
    }
}
