//! An address as a QR code.

use qrcode::{Color, QrCode};

/// The quiet edge around a code, in modules.
const EDGE: usize = 4;

/// A QR code as SVG: dark on light whatever the page's colours, since phones read it so. Empty for what does not fit.
pub fn drawn(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let (width, colours) = (code.width(), code.to_colors());
    let dark = (0..colours.len()).filter(|at| colours[*at] == Color::Dark);
    let module = |at: usize| format!("M{} {}h1v1h-1z", at % width + EDGE, at / width + EDGE);
    let path: String = dark.map(module).collect();
    let size = width + 2 * EDGE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{size}\" height=\"{size}\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let svg = drawn("http://192.168.1.5:8000/#ABCDEF");
        assert!(roxmltree::Document::parse(&svg).is_ok());
        // version 2 is 25 modules wide; the corners begin at its edges
        assert!(
            svg.contains("viewBox=\"0 0 33 33\"") || svg.contains("viewBox=\"0 0 37 37\""),
            "{}",
            &svg[..90]
        );
        assert!(svg.contains("M4 4h1v1h-1z") && svg.contains("M10 4h1v1h-1z"));
        assert!(drawn(&"x".repeat(9_000)).is_empty());
    }
}
