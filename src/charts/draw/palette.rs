//! Colours and type sizes. Whatever colour tells, lightness or dash tells too, so grey prints and colour-blind readers lose nothing.

use super::style::{Color, Stroke, Type};
use crate::charts::spec::Voice;

/// Paper.
pub const PAPER: Color = (255, 255, 255);
/// Titles and values.
pub const INK: Color = (26, 26, 26);
/// Axis labels and subtitles.
pub const SOFT: Color = (89, 89, 89);
/// Thin grid.
pub const GRID: Color = (225, 225, 225);
/// The zero line and axes.
pub const AXIS: Color = (120, 120, 120);
/// What is gained: dark.
pub const GAIN: Color = (18, 84, 147);
/// What is lost: light.
pub const LOSS: Color = (230, 159, 68);
/// Words about a loss: the same hue, dark enough to read.
pub const LOSS_INK: Color = (150, 74, 0);

/// The message.
pub const TITLE: Type = Type { size: 20.0, bold: true, color: INK };
/// What is shown.
pub const SUBTITLE: Type = Type { size: 12.5, bold: false, color: SOFT };
/// Names of lines and layers.
pub const NAME: Type = Type { size: 12.5, bold: true, color: INK };
/// Values and details below names.
pub const DETAIL: Type = Type { size: 11.5, bold: false, color: INK };
/// Numbers on axes.
pub const TICK: Type = Type { size: 11.5, bold: false, color: SOFT };
/// Where it comes from.
pub const FOOTER: Type = Type { size: 9.5, bold: false, color: SOFT };

/// The look of a line.
pub fn stroke(voice: Voice) -> Stroke {
    match voice {
        Voice::Baseline => Stroke { color: color(voice), width: 2.2, dash: Some((8.0, 4.0)) },
        Voice::Program => Stroke::solid(color(voice), 2.8),
        Voice::Contrast => Stroke { color: color(voice), width: 2.6, dash: Some((2.6, 3.2)) },
        Voice::Ended => Stroke { color: color(voice), width: 2.2, dash: Some((2.0, 3.0)) },
    }
}

/// The colour of a line and of its words.
pub fn color(voice: Voice) -> Color {
    match voice {
        Voice::Baseline => (92, 92, 92),
        Voice::Program => GAIN,
        Voice::Contrast => LOSS_INK,
        Voice::Ended => (140, 84, 46),
    }
}

/// The look of curve `index`: colours of Okabe & Ito (2008) that readers with colour blindness tell apart, and dashes.
pub fn curve(index: usize) -> Stroke {
    const LOOKS: [(Color, Option<(f64, f64)>); 6] = [
        (GAIN, None),
        (LOSS_INK, Some((9.0, 4.0))),
        (INK, Some((2.6, 3.2))),
        ((0, 110, 84), None),
        ((150, 60, 115), Some((9.0, 4.0))),
        ((92, 92, 92), Some((2.6, 3.2))),
    ];
    let (color, dash) = LOOKS[index % LOOKS.len()];
    Stroke { color, width: 2.6, dash }
}

/// The colour of layer `index` of `count`: from dark blue to light yellow with even steps of lightness, like cividis
/// (Nuñez, Anderton & Renslow 2018), which keeps its order in grey and for colour-blind readers.
pub fn layer(index: usize, count: usize) -> Color {
    const STOPS: [(f64, f64, f64); 6] = [
        (12.0, 42.0, 92.0),
        (62.0, 77.0, 107.0),
        (104.0, 109.0, 116.0),
        (146.0, 140.0, 116.0),
        (196.0, 176.0, 94.0),
        (247.0, 222.0, 96.0),
    ];
    let position = if count < 2 { 0.0 } else { index as f64 / (count - 1) as f64 } * (STOPS.len() - 1) as f64;
    let below = (position as usize).min(STOPS.len() - 2);
    let part = position - below as f64;
    let mix = |a: f64, b: f64| (a + (b - a) * part).round() as u8;
    let (a, b) = (STOPS[below], STOPS[below + 1]);
    (mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
}
