//! The tests with one fault switched on.

use crate::times::Times;
use std::error::Error;
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// The program of the unit tests, and where it runs.
#[derive(Clone, Copy)]
pub struct Program<'a> {
    pub file: &'a Path,
    pub tree: &'a Path,
}

/// Some of the tests.
pub struct Suite<'a> {
    program: Program<'a>,
    names: Vec<String>,
    /// A fault that makes them run for longer than this has been noticed.
    longest: Duration,
}

impl<'a> Suite<'a> {
    /// The quick and the slow ones of the tests with such names, without those that take longer than `most` seconds. Those that have not been timed yet run
    /// once without any fault, and must pass.
    pub fn of(
        program: Program<'a>,
        filters: &[&str],
        times: &mut Times,
        most: Option<f64>,
    ) -> Result<[Self; 2], Box<dyn Error>> {
        let all = program.names(filters)?;
        let new: Vec<&str> = all.iter().map(String::as_str).filter(|name| !times.knows(name)).collect();
        if !new.is_empty() {
            program.time(&new, times)?;
        }
        let all = all.into_iter().filter(|name| most.is_none_or(|most| times.of(name) <= most)).collect();
        Ok(times.quick_and_slow(all).map(|names| {
            let longest = Duration::from_secs_f64(60.0 + 10.0 * times.sum(&names));
            Self { program, names, longest }
        }))
    }

    /// Whether a test fails, the program dies or does not end; the first that fails is enough.
    pub fn notices(&self, number: usize) -> Result<bool, Box<dyn Error>> {
        if self.names.is_empty() {
            return Ok(false);
        }
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        let mut child = self.program.start(number, &names)?;
        if first_failure(&mut child, self.longest) == Err(RecvTimeoutError::Disconnected) {
            return Ok(!child.wait()?.success());
        }
        child.kill()?;
        child.wait()?;
        Ok(true)
    }
}

impl Program<'_> {
    fn names(self, filters: &[&str]) -> Result<Vec<String>, Box<dyn Error>> {
        let out = Command::new(self.file).current_dir(self.tree).args(filters).arg("--list").output()?;
        let lines = String::from_utf8(out.stdout)?;
        Ok(lines.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    /// Runs tests without any fault.
    fn time(self, names: &[&str], times: &mut Times) -> Result<(), Box<dyn Error>> {
        let mut child = self.start(0, names)?;
        let mut before = Instant::now();
        for line in lines(&mut child).into_iter().flatten() {
            let line = line?;
            if let Some((name, result)) = line.strip_prefix("test ").and_then(|line| line.split_once(" ... "))
            {
                if result != "ok" {
                    return Err(format!("without any fault {name} says {result}").into());
                }
                times.add(name.trim_end_matches(" - should panic"), before.elapsed().as_secs_f64())?;
            }
            before = Instant::now();
        }
        child.wait()?;
        Ok(())
    }

    fn start(self, number: usize, names: &[&str]) -> std::io::Result<Child> {
        Command::new(self.file)
            .current_dir(self.tree)
            .args(names)
            .args(["--exact", "--test-threads", "1"])
            .env("MUTANT", number.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }
}

fn lines(child: &mut Child) -> Option<Lines<BufReader<ChildStdout>>> {
    child.stdout.take().map(|out| BufReader::new(out).lines())
}

/// Waits until a test fails; `Disconnected` where the program has ended without.
fn first_failure(child: &mut Child, longest: Duration) -> Result<(), RecvTimeoutError> {
    let (tell, told) = mpsc::channel();
    let Some(lines) = lines(child) else { return Err(RecvTimeoutError::Disconnected) };
    thread::spawn(move || {
        let failures =
            lines.map_while(Result::ok).filter(|line| line.starts_with("test ") && line.ends_with("FAILED"));
        failures.take(1).for_each(|_| _ = tell.send(()));
    });
    told.recv_timeout(longest)
}
