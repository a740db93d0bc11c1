//! From what a chart says to how it looks.

mod axis;
mod bars;
mod curves;
mod heat;
mod histogram;
mod labels;
mod lines;
pub(super) mod measure;
mod palette;
mod pen;
mod scene;
mod sheet;
mod stacked;
mod style;
mod tornado;
mod waterfall;

use super::spec::{Chart, Picture};
use scene::Scene;

/// The chart as shapes and words in pixels.
fn scene(chart: &Chart) -> Scene {
    match &chart.picture {
        Picture::Lines(spec) => lines::draw(chart, spec),
        Picture::Stack(spec) => stacked::draw(chart, spec),
        Picture::Waterfall(spec) => waterfall::draw(chart, spec),
        Picture::Histogram(spec) => histogram::draw(chart, spec),
        Picture::Bars(spec) => bars::draw(chart, spec),
        Picture::Tornado(spec) => tornado::draw(chart, spec),
        Picture::Curves(spec) => curves::draw(chart, spec),
        Picture::Heat(spec) => heat::draw(chart, spec),
    }
}

/// The chart as an SVG document.
pub(super) fn svg(chart: &Chart) -> String {
    pen::svg(&scene(chart), &chart.title, &chart.subtitle)
}
