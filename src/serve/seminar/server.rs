//! The server of a class: a port of this machine, open to the network if the teacher says so.

use super::gate::{Gate, Role};
use super::hall::Hall;
use super::{student, teacher};
use crate::serve::{assets, door};
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::time::Duration;

/// The most bytes of a request: names, levers and bets are short.
const LARGEST: usize = 8_000;

/// Phones that have gone without a word leave connections behind; none is kept longer. Those that are there ask anew every half minute.
const LASTS: Duration = Duration::from_secs(300);

/// Serves a class until the process ends.
pub async fn serve(listener: TcpListener, gate: Gate, hall: Arc<Hall>) {
    let token = hall.room().setup.token.clone();
    let routes = routes(&token, hall)
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(LARGEST, door::whole))
        .layer(from_fn_with_state((gate, token), admitted))
        .layer(from_fn(secured));
    door::serve(listener, routes, LASTS).await;
}

fn routes(token: &str, hall: Arc<Hall>) -> Router {
    let teachers = Router::new()
        .route("/page/{name}", get(assets::named))
        .route("/start", post(student::start))
        .route("/look", post(teacher::look))
        .route("/step", post(teacher::step))
        .route("/shock", post(teacher::shock))
        .route("/remove", post(teacher::remove))
        .route("/handouts/{language}", get(teacher::handouts))
        .route("/class.csv", get(teacher::table));
    let students = Router::new()
        .route("/", get(async || assets::file("student.html")))
        .route("/page/{name}", get(assets::named))
        .route("/start", post(student::start))
        .route("/join", post(student::join))
        .route("/look", post(student::look))
        .route("/design", post(student::design))
        .route("/bet", post(student::bet));
    students
        .route(&format!("/{token}/"), get(async || assets::file("teacher.html")))
        .nest(&format!("/{token}"), teachers)
        .with_state(hall)
}

async fn admitted(
    State((gate, token)): State<(Gate, String)>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let role = gate.admit(peer.ip(), request.method(), request.uri(), request.headers());
    let inside = request.uri().path().starts_with(&format!("/{token}"));
    match role {
        Ok(Role::Teacher) => next.run(request).await,
        Ok(Role::Student) if !inside => next.run(request).await,
        Ok(Role::Student) => StatusCode::NOT_FOUND.into_response(),
        Err(refused) => refused.into_response(),
    }
}

async fn secured(request: Request, next: Next) -> Response {
    assets::secured(next.run(request).await)
}
