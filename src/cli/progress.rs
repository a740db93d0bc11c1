//! Progress: a bar on a terminal, and on standard error, so that results can be piped; elsewhere a note if the work takes long.

use super::terminal;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use loyalsim::words::{Words, breakable};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The bar itself; what is counted follows in words.
const BAR: &str = "{bar:40} {percent:>3} %  ";

/// Who reads no bar is told after this time how long the work takes, if it takes longer than [`LONG`].
const FIRST_LOOK: Duration = Duration::from_secs(5);
const LONG: Duration = Duration::from_secs(60);

/// How far the work is.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    words: Words<'static>,
    /// When the piece of work began whose length has yet to be told; `None` where it has been, or nobody wants to know.
    untold: Mutex<Option<Instant>>,
    /// What is said of minutes, and of hours, that are to go.
    long: [&'static str; 2],
}

impl Progress {
    /// Of `ticks` ticks.
    pub fn new(ticks: u64, quiet: bool, words: Words<'static>) -> Self {
        let watched = std::io::stderr().is_terminal();
        let target =
            if watched && !quiet { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(ticks), target);
        let template = format!("{BAR}{}", breakable(&words.say("progress-template", &[])));
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_message(words.name("progress", "trials"));
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
        let untold = (!watched && !quiet).then(Instant::now);
        let long = ["progress-long", "progress-very-long"];
        Self { bar, words, untold: Mutex::new(untold), long }
    }

    /// Of reading, of which nothing is kept when it stops.
    pub fn of_reading(self) -> Self {
        Self { long: ["progress-long-reading", "progress-very-long-reading"], ..self }
    }

    /// A piece of work of so many ticks begins, counted in `what`.
    pub fn begin(&self, what: &str, ticks: u64) {
        self.bar.set_length(ticks);
        self.bar.set_position(0);
        self.bar.set_message(self.words.name("progress", what));
        self.bar.reset_eta();
        if let Ok(mut untold) = self.untold.lock() {
            *untold = untold.map(|_| Instant::now());
        }
    }

    /// The length of the work is known better.
    pub fn set_length(&self, ticks: u64) {
        self.bar.set_length(ticks);
    }

    /// So many ticks more are done.
    pub fn tick(&self, ticks: u64) {
        self.bar.inc(ticks);
        // Whoever finds another thread at it has nothing to add.
        let Ok(mut untold) = self.untold.try_lock() else { return };
        let Some(taken) = untold.map(|began| began.elapsed()).filter(|taken| *taken > FIRST_LOOK) else {
            return;
        };
        *untold = None;
        let (done, all) = (self.bar.position(), self.bar.length().unwrap_or(0));
        let left = taken.as_secs_f64() * all.saturating_sub(done) as f64 / done.max(1) as f64;
        if left > LONG.as_secs_f64() {
            terminal::warn(&breakable(&format!("{}\n", self.told(left))));
        }
    }

    /// How long the rest takes, in minutes or hours.
    fn told(&self, seconds: f64) -> String {
        const HOUR: f64 = 3_600.0;
        if seconds < 2.0 * HOUR {
            let minutes = libm::ceil(seconds / 60.0) as u64;
            self.words.say(self.long[0], &[("minutes", minutes.into())])
        } else {
            let hours = libm::round(seconds / HOUR) as u64;
            self.words.say(self.long[1], &[("hours", hours.into())])
        }
    }

    /// The work is over.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
