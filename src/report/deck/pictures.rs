//! Slides of pictures: the message, what is shown, the chart, and beside it what its lines come to.

use super::chart::charts;
use super::slide::{Item, Slide};
use super::text::Paragraph;
use crate::charts::Chart;
use crate::charts::spec::Picture;
use crate::words::Words;

/// Share of the height for what is shown.
const CAPTION: f64 = 0.13;
/// Share of the height for what stands above one of several charts.
const HEADING: f64 = 0.08;
/// Share of the width for charts with words beside them.
const BESIDE: f64 = 0.74;

/// The slide of a picture; none where it cannot be edited as a chart.
pub fn slide(chart: &Chart, words: Words<'_>) -> Option<Slide> {
    // one bar alone compares nothing
    let natives = match &chart.picture {
        Picture::Bars(bars) if bars.bars.len() < 2 => Vec::new(),
        _ => charts(chart, words),
    };
    if natives.is_empty() {
        return None;
    }
    let beside = beside(&chart.picture);
    let width = if beside.is_empty() { 1.0 } else { BESIDE };
    let one = width / natives.len() as f64;
    let mut slide = Slide::new(chart.title.as_str())
        .with([0.0, 0.0, 1.0, CAPTION], Item::Words(vec![Paragraph::caption(&chart.subtitle)]))
        .noted([format!("{}.", chart.title), chart.subtitle.clone()])
        .noted(beside.iter().map(|paragraph| paragraph.text.clone()))
        .noted([words.say("deck-made", &[]), chart.footer.clone()]);
    for (nth, native) in natives.into_iter().enumerate() {
        let left = nth as f64 * one;
        let head = if native.heading.is_some() { HEADING } else { 0.0 };
        if let Some(heading) = &native.heading {
            slide = slide.with([left, CAPTION, one, HEADING], Item::Words(vec![Paragraph::heading(heading)]));
        }
        let share = [left, CAPTION + head, one, 1.0 - CAPTION - head];
        slide = slide.with(share, Item::Chart(Box::new(native)));
    }
    if !beside.is_empty() {
        slide = slide.with([width, CAPTION, 1.0 - width, 1.0 - CAPTION], Item::Words(beside));
    }
    Some(slide)
}

/// What lines and layers come to, and events on the way.
fn beside(picture: &Picture) -> Vec<Paragraph> {
    let said = |(name, details): (&str, &[String])| {
        let head = Paragraph::heading(name).sized(13.0);
        let rest = details.iter().map(|line| Paragraph { before: 0.1, ..Paragraph::plain(line).sized(13.0) });
        std::iter::once(head).chain(rest).collect::<Vec<_>>()
    };
    match picture {
        Picture::Lines(lines) => lines
            .lines
            .iter()
            .rev()
            .map(|line| (line.name.as_str(), line.details.as_slice()))
            .flat_map(said)
            .collect(),
        Picture::Histogram(histogram) => {
            let marks = histogram.marks.iter().map(|mark| mark.label.as_str());
            let all = [histogram.below.as_str(), histogram.above.as_str()].into_iter().chain(marks);
            all.filter(|text| !text.is_empty()).map(|text| Paragraph::plain(text).sized(13.0)).collect()
        }
        Picture::Stack(_)
        | Picture::Waterfall(_)
        | Picture::Bars(_)
        | Picture::Tornado(_)
        | Picture::Curves(_)
        | Picture::Heat(_) => Vec::new(),
    }
}
