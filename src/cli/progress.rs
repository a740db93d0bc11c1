//! The progress bar: on a terminal only, and on standard error, so that results can be piped.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

const TEMPLATE: &str = "{bar:40} {percent:>3} %  {pos} of {len} {msg}, {eta} left";

/// A bar for `trials` trials; silent where nobody watches.
pub fn bar(trials: u64, quiet: bool) -> ProgressBar {
    let watched = !quiet && std::io::stderr().is_terminal();
    let target = if watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(trials), target);
    let style = ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_message("trials");
    bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
    bar
}
