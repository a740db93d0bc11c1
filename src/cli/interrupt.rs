//! Ctrl-C: the first asks the run to stop and keep what it has, the second ends the program.

use super::failure::Failure;
use super::terminal;
use loyalsim::words::{Words, breakable};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Exit code of a program stopped with Ctrl-C.
const STOPPED: i32 = 130;

/// Signals closer together than this are one request: some tools send them to a process and again to its group.
const ONE_REQUEST: Duration = Duration::from_millis(500);

/// Whether the user has asked to stop.
#[derive(Debug, Clone)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens for Ctrl-C and for the system's request to end. To be called once.
    pub fn listen(words: Words<'static>) -> Result<Self, Failure> {
        let asked = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&asked);
        let mut first = None;
        let answer = move || match first {
            None => {
                first = Some(Instant::now());
                flag.store(true, Ordering::SeqCst);
                terminal::warn(&format!("\n{}\n", breakable(&words.say("progress-stopping", &[]))));
            }
            Some(first) if first.elapsed() < ONE_REQUEST => {}
            Some(_) => std::process::exit(STOPPED),
        };
        ctrlc::set_handler(answer).map_err(|e| Failure::unwritable("failure-no-signals", &e))?;
        Ok(Self(asked))
    }

    /// Whether to stop.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
