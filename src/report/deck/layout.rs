//! Where things go on a slide: the places of a layout, as it and its master give them.

use roxmltree::{Document, Node};

/// English Metric Units of a point.
pub const POINT: f64 = 12_700.0;
/// Margin inside a text box that states none.
pub const INSET: f64 = 7.2 * POINT;

/// A rectangle on a slide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Frame {
    /// The part of it that begins at the shares `x` and `y` of its width and height and has the shares `width` and `height` of them.
    pub fn part(self, [x, y, width, height]: [f64; 4]) -> Self {
        Self {
            x: self.x + self.width * x,
            y: self.y + self.height * y,
            width: self.width * width,
            height: self.height * height,
        }
    }
}

/// A place that a layout or a master keeps for something.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// For what: `title`, `body`, `sldNum`; `obj` where nothing is said.
    pub kind: String,
    /// Its number, by which slides refer to it.
    pub index: String,
    /// Where it is; a place without one is where the master's is.
    pub frame: Option<Frame>,
    /// The size of its letters in points, where it states one.
    pub size: Option<f64>,
}

impl Place {
    /// Whether it is for a title.
    pub fn is_title(&self) -> bool {
        matches!(self.kind.as_str(), "title" | "ctrTitle")
    }

    /// Whether anything may stand in it.
    pub fn is_content(&self) -> bool {
        matches!(self.kind.as_str(), "obj" | "body")
    }
}

/// The places of a layout or a master.
pub fn places(document: &Document<'_>) -> Vec<Place> {
    let tree =
        document.descendants().find(|node| node.has_tag_name("spTree") || node.tag_name().name() == "spTree");
    let shapes =
        tree.into_iter().flat_map(|tree| tree.children()).filter(|node| node.tag_name().name() == "sp");
    shapes.filter_map(place).collect()
}

fn place(shape: Node<'_, '_>) -> Option<Place> {
    let mark = shape.descendants().find(|node| node.tag_name().name() == "ph")?;
    let transform = inside(shape, "spPr").and_then(|look| inside(look, "xfrm"));
    let style = inside(shape, "txBody").and_then(|text| inside(text, "lstStyle"));
    Some(Place {
        kind: mark.attribute("type").unwrap_or("obj").to_owned(),
        index: mark.attribute("idx").unwrap_or("0").to_owned(),
        frame: transform.and_then(frame),
        size: style.and_then(size),
    })
}

/// The child of this name.
fn inside<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn frame(transform: Node<'_, '_>) -> Option<Frame> {
    let (from, by) = (inside(transform, "off")?, inside(transform, "ext")?);
    let number = |node: Node<'_, '_>, name| node.attribute(name)?.parse::<i32>().ok().map(f64::from);
    let frame = Frame {
        x: number(from, "x")?,
        y: number(from, "y")?,
        width: number(by, "cx")?,
        height: number(by, "cy")?,
    };
    (frame.width > 0.0 && frame.height > 0.0).then_some(frame)
}

/// Size in points of a style's first level.
pub fn size(style: Node<'_, '_>) -> Option<f64> {
    let letters = inside(inside(style, "lvl1pPr")?, "defRPr")?;
    let hundredths: u32 = letters.attribute("sz")?.parse().ok()?;
    (100..=400_000).contains(&hundredths).then(|| f64::from(hundredths) / 100.0)
}

/// Size in points of a master's titles, where no place states another.
pub fn title_size(master: &Document<'_>) -> Option<f64> {
    master.descendants().find(|node| node.tag_name().name() == "titleStyle").and_then(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_the_own_master_are_found() {
        let text = include_str!("base/slideMaster1.xml");
        let master = Document::parse(text).unwrap();
        let found = places(&master);
        let kinds: Vec<&str> = found.iter().map(|place| place.kind.as_str()).collect();
        assert_eq!(kinds, ["title", "body", "ftr", "sldNum"]);
        assert!(found.iter().all(|place| place.frame.is_some()));
        assert_eq!(title_size(&master), Some(24.0));
        let half = Frame { x: 0.0, y: 0.0, width: 8.0, height: 4.0 }.part([0.5, 0.25, 0.5, 0.5]);
        assert_eq!(half, Frame { x: 4.0, y: 1.0, width: 4.0, height: 2.0 });
    }
}
