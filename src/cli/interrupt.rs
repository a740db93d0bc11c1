//! Ctrl-C: the first asks the run to stop and keep what it has, the second ends the program.

use super::failure::Failure;
use super::terminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Exit code of a program stopped with Ctrl-C.
const STOPPED: i32 = 130;

/// Whether the user has asked to stop.
#[derive(Debug, Clone)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens for Ctrl-C and for the system's request to end. To be called once.
    pub fn listen() -> Result<Self, Failure> {
        let asked = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&asked);
        let answer = move || {
            if flag.swap(true, Ordering::SeqCst) {
                std::process::exit(STOPPED);
            }
            terminal::warn("\nStopping: what is done so far will be written. Ctrl-C again ends at once.\n");
        };
        ctrlc::set_handler(answer)
            .map_err(|e| Failure::runtime(format!("cannot listen for Ctrl-C: {e}"), ""))?;
        Ok(Self(asked))
    }

    /// Whether to stop.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
