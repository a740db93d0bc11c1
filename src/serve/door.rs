//! Who gets a connection, and for how long: whoever is slow, or opens too many, keeps nobody else out.

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Duration, sleep, timeout};

/// How long the head of a request may take; a connection without one is closed then, too.
const HEAD: Duration = Duration::from_secs(15);
/// How long its body may take.
const BODY: Duration = Duration::from_secs(15);
/// How long what is being answered may go on when a connection has lasted its time.
const LEAVE: Duration = Duration::from_secs(30);
/// Connections that are open at a time. Systems allow a process a thousand files.
const MOST: usize = 800;
/// Of them, those from other machines: this one always gets in.
const STRANGERS: usize = 700;
/// After a failure to take a connection, of files perhaps.
const REST: Duration = Duration::from_millis(200);

/// Serves until the process ends. A connection is closed when it has lasted so long and nothing is being answered.
pub async fn serve(listener: TcpListener, routes: Router, lasts: Duration) {
    let open = Open::default();
    loop {
        let Ok((stream, peer)) = listener.accept().await else {
            sleep(REST).await;
            continue;
        };
        // one more than there is room for is closed at once
        let Some(place) = open.place(peer.ip()) else { continue };
        let routes = routes.clone();
        tokio::spawn(async move {
            answer(stream, peer, routes, lasts).await;
            drop(place);
        });
    }
}

async fn answer(stream: TcpStream, peer: SocketAddr, routes: Router, lasts: Duration) {
    let service = TowerToHyperService::new(routes.layer(Extension(ConnectInfo(peer))));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    if timeout(lasts, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        drop(timeout(LEAVE, connection).await);
    }
}

/// Reads a body of at most so many bytes, and passes it on when it is whole.
pub async fn whole(State(most): State<usize>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    match timeout(BODY, to_bytes(body, most)).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(head, Body::from(bytes))).await,
        Ok(Err(_)) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

/// The connections that are open: all, and those of other machines.
#[derive(Debug, Default, Clone)]
struct Open(Arc<[AtomicUsize; 2]>);

/// A connection's place, free again when it is dropped.
#[derive(Debug)]
struct Place {
    open: Open,
    stranger: bool,
}

impl Open {
    fn place(&self, peer: IpAddr) -> Option<Place> {
        let stranger = !peer.is_loopback();
        let [all, strangers] = &*self.0;
        let full = all.load(Ordering::Relaxed) >= MOST;
        if full || stranger && strangers.load(Ordering::Relaxed) >= STRANGERS {
            return None;
        }
        all.fetch_add(1, Ordering::Relaxed);
        strangers.fetch_add(usize::from(stranger), Ordering::Relaxed);
        Some(Place { open: self.clone(), stranger })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let [all, strangers] = &*self.open.0;
        all.fetch_sub(1, Ordering::Relaxed);
        strangers.fetch_sub(usize::from(self.stranger), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_always_gets_in() {
        let (open, phone, here) = (Open::default(), [192, 168, 1, 7].into(), [127, 0, 0, 1].into());
        let mut strangers: Vec<Place> = (0..STRANGERS).map(|_| open.place(phone).unwrap()).collect();
        assert!(open.place(phone).is_none());
        let own: Vec<Place> = (STRANGERS..MOST).map(|_| open.place(here).unwrap()).collect();
        assert!(open.place(here).is_none());
        strangers.pop();
        drop(own);
        assert!(open.place(phone).is_some());
    }
}
