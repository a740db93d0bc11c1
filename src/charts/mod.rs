//! Pictures for a board: each says one thing in its title and shows the numbers behind it.
//!
//! [`spec`] holds the meaning (numbers, words, units), one file per chart makes it from a summary, `draw` gives it a
//! look, and `png` turns the look into pixels.

mod answers;
mod backtest;
mod base_value;
mod brands;
mod categories;
mod churn;
mod cohorts;
mod compare;
mod customer_worth;
mod decision;
mod draw;
mod effect;
mod exit;
mod letters;
mod liability;
mod margin_loss;
mod net_effect;
mod nps;
mod optimise;
mod png;
mod retention;
mod scored;
mod sensitivity;
mod source;
pub mod spec;
mod stress;
mod sweep;
mod uplift;
mod voi;
mod waterfall;
mod words;

pub use backtest::backtest_charts;
pub use brands::brands;
pub use cohorts::cohort_charts;
pub use compare::comparison;
pub use exit::exit;
pub use letters::{lacking, spelled};
pub use optimise::optimisation;
pub use png::{PngError, png};
pub use scored::scored_chart;
pub use sensitivity::sensitivity;
pub use spec::{Chart, NamedChart};
pub use stress::stress;
pub use sweep::sweep;
pub use voi::voi;

use crate::design::Design;
use crate::summary::Summary;
use crate::words::{Language, Words};
use source::Source;

/// All charts that make sense for the run, in the order in which a reader wants them.
pub fn all(design: &Design, summary: &Summary, language: Language) -> Vec<NamedChart> {
    let words =
        Words::new(language).with_currency(&summary.run.currency).beside_today(summary.run.today.is_some());
    let source = Source { design, summary, words };
    if summary.months.is_empty() {
        return Vec::new();
    }
    [
        ("retention", retention::chart(source)),
        ("retention-effect", effect::retention(source)),
        ("churn-by-cause", churn::chart(source)),
        ("nps", nps::chart(source)),
        ("nps-effect", effect::nps(source)),
        ("answers", answers::chart(source)),
        ("categories", categories::chart(source)),
        ("waterfall", waterfall::chart(source)),
        ("net-effect", net_effect::chart(source)),
        ("base-value", base_value::chart(source)),
        ("customer-worth", customer_worth::chart(source)),
        ("margin-loss", margin_loss::chart(source)),
        ("discount-uplift", uplift::chart(source)),
        ("points-liability", liability::chart(source)),
    ]
    .into_iter()
    .filter_map(|(name, chart)| Some(NamedChart { name, chart: chart? }))
    .collect()
}

/// `text` in lines no wider than `room`, in letters of this size: as wide as those of the pictures, which are wider than most.
pub fn wrapped(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    draw::measure::wrap(text, size, bold, room)
}

/// Width of one line of `text` in these letters.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    draw::measure::width(text, size, bold)
}

/// The chart as an SVG document of its own.
pub fn svg(chart: &Chart) -> String {
    draw::svg(chart)
}
