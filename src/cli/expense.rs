//! What a command took: `--verbose`.

use super::{terminal, version};
use loyalsim::words::{Words, breakable};
use std::time::Instant;

/// Says on standard error how long the command took, and how much memory at most where the system tells.
pub fn tell(began: Instant, words: Words<'_>) {
    let told = [
        ("seconds", words.significant(began.elapsed().as_secs_f64(), 3).into()),
        ("threads", std::thread::available_parallelism().map_or(1, usize::from).into()),
        ("version", version::told().into()),
    ];
    let mut line = words.say("expense-told", &told);
    if let Some(megabytes) = most_memory() {
        line += &format!(" {}", words.say("expense-memory", &[("megabytes", megabytes.into())]));
    }
    terminal::warn(&breakable(&format!("{line}\n")));
}

/// The most memory that the process has had, in megabytes.
fn most_memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
