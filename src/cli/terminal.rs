//! Standard output and standard error: what may be drawn there, and writing that survives a closed pipe.

use super::failure::Failure;
use std::io::{ErrorKind, IsTerminal, Write};

/// Whether a stream may carry colours: a terminal, and the user has not asked for none (no-color.org).
pub fn colours(stream: &impl IsTerminal) -> bool {
    let asked_for_none = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    stream.is_terminal() && !asked_for_none && !dumb
}

/// Writes to standard output. A reader that has gone away, as in `loyalsim explain x.toml | head -1`, has read enough.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::runtime(format!("cannot write to the standard output: {e}"), ""))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; where even that is impossible there is nobody left to tell.
pub fn warn(text: &str) {
    std::io::stderr().lock().write_all(text.as_bytes()).ok();
}
