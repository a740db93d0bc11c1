//! Work whose results are sent as they come (server-sent events). Whoever goes away ends it.

use axum::response::sse::{Event, Sse};
use futures_core::Stream;
use serde::Serialize;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Events that may wait for a slow reader.
const WAITING: usize = 8;

/// Where work tells what it has found.
#[derive(Debug, Clone)]
pub struct Teller(Sender<Event>);

impl Teller {
    /// Sends a message of a kind; nobody may be there any more to hear it.
    pub fn tell(&self, kind: &str, what: &impl Serialize) {
        let told = Event::default().event(kind).json_data(what);
        told.ok().and_then(|event| self.0.blocking_send(event).ok());
    }

    /// Whether nobody waits for the rest.
    pub fn is_alone(&self) -> bool {
        self.0.is_closed()
    }
}

/// What a worker tells, as a response.
#[derive(Debug)]
pub struct Told(Receiver<Event>);

impl Stream for Told {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}

/// Works on a thread of its own, and answers with what it tells.
pub fn streamed(work: impl FnOnce(&Teller) + Send + 'static) -> Sse<Told> {
    let (teller, told) = channel(WAITING);
    tokio::task::spawn_blocking(move || work(&Teller(teller)));
    Sse::new(Told(told))
}
