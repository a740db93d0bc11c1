//! The progress bar: on a terminal only, and on standard error, so that results can be piped.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use loyalsim::words::{Words, breakable};
use std::io::IsTerminal;

/// The bar itself; what is counted follows in words.
const BAR: &str = "{bar:40} {percent:>3} %  ";

/// A bar for `trials` trials; silent where nobody watches.
pub fn bar(trials: u64, quiet: bool, words: Words<'_>) -> ProgressBar {
    let watched = !quiet && std::io::stderr().is_terminal();
    let target = if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(trials), target);
    let template = format!("{BAR}{}", breakable(&words.say("progress-template", &[])));
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_message(words.name("progress", "trials"));
    bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
    bar
}
