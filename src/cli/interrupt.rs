//! Ctrl-C: the first asks the work to stop, and says what will be there then; the second ends the program.

use super::failure::Failure;
use super::terminal;
use loyalsim::words::{Words, breakable};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

/// Exit code of a program stopped with Ctrl-C.
const STOPPED: i32 = 130;

/// Signals closer together than this are one request: some tools send them to a process and again to its group.
const ONE_REQUEST: Duration = Duration::from_millis(500);

/// The work goes on.
const WORKING: u8 = 0;
/// The user has asked to stop.
const ASKED: u8 = 1;
/// Files are being written: nothing is left to be stopped.
const WRITING: u8 = 2;

/// What is there when the work stops before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// What has been done, which is written.
    Results,
    /// Nothing: what has been read or fitted in part says nothing.
    Nothing,
}

impl Leaves {
    /// What is said at the first Ctrl-C.
    fn key(self) -> &'static str {
        match self {
            Self::Results => "progress-stopping",
            Self::Nothing => "progress-giving-up",
        }
    }
}

/// Whether the user has asked to stop.
#[derive(Debug, Clone)]
pub struct Interrupt(Arc<AtomicU8>);

impl Interrupt {
    /// Listens for Ctrl-C and for the system's request to end. To be called once.
    pub fn listen(leaves: Leaves, words: Words<'static>) -> Result<Self, Failure> {
        let state = Arc::new(AtomicU8::new(WORKING));
        let listener = Self(Arc::clone(&state));
        let mut first = None;
        let answer = move || match first {
            None => {
                first = Some(Instant::now());
                if listener.moved(ASKED) {
                    terminal::warn(&format!("\n{}\n", breakable(&words.say(leaves.key(), &[]))));
                }
            }
            Some(first) if first.elapsed() < ONE_REQUEST => {}
            Some(_) => std::process::exit(STOPPED),
        };
        ctrlc::set_handler(answer).map_err(|e| Failure::unwritable("failure-no-signals", &e))?;
        Ok(Self(state))
    }

    /// Whether to stop.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::SeqCst) == ASKED
    }

    /// An end of the work where the user has asked for it, and nothing has been written.
    pub fn heed(&self) -> Result<(), Failure> {
        if self.asked() { Err(Failure::Interrupted) } else { Ok(()) }
    }

    /// From here on files are written, and all of them: who asks to stop from now on comes too late to be told that there is nothing.
    pub fn write_all(&self) -> Result<(), Failure> {
        if self.moved(WRITING) { Ok(()) } else { Err(Failure::Interrupted) }
    }

    /// Whether the work went on until now, and is now in this state.
    fn moved(&self, to: u8) -> bool {
        self.0.compare_exchange(WORKING, to, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever was told that nothing will be written finds nothing; whoever asks while files are written is told nothing.
    #[test]
    fn nothing_is_written_after_a_stop_and_no_stop_is_heard_while_writing() {
        let fresh = || Interrupt(Arc::new(AtomicU8::new(WORKING)));
        let asked = fresh();
        assert!(asked.heed().is_ok() && asked.moved(ASKED) && asked.asked());
        assert!(asked.heed().is_err() && asked.write_all().is_err());
        let writing = fresh();
        assert!(writing.write_all().is_ok() && !writing.moved(ASKED) && !writing.asked());
    }
}
