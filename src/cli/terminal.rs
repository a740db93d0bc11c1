//! Standard output and standard error: what may be drawn there, and writing that survives a closed pipe.

use super::failure::Failure;
use loyalsim::words::harmless;
use std::io::{ErrorKind, IsTerminal, Write};

/// Whether a stream may carry colours: a terminal, and the user has not asked for none (no-color.org).
pub fn colours(stream: &impl IsTerminal) -> bool {
    let asked_for_none = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    stream.is_terminal() && !asked_for_none && !dumb
}

/// Writes to standard output; characters that would act on the terminal are spelt out. A reader that has gone away, as in `loyalsim explain x.toml | head -1`, has read enough.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(harmless(text).as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::unwritable("failure-standard-output", &e))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error, with characters that would act on the terminal spelt out; where even that is impossible there is
/// nobody left to tell.
pub fn warn(text: &str) {
    warn_drawn(&harmless(text));
}

/// Writes to standard error what has colours of its own.
pub fn warn_drawn(text: &str) {
    std::io::stderr().lock().write_all(text.as_bytes()).ok();
}

/// `text` in lines of at most `width` characters, each after `indent`.
pub fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= width) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 9, "  "), "  one two\n  three");
        assert_eq!(wrapped("longer-than-a-line", 5, ""), "longer-than-a-line");
    }
}
