//! Scripts that the font of the pictures lacks: said, and not drawn as empty boxes.

use super::draw::measure;

/// The characters of an SVG that the font of the pictures lacks, each once, in their order.
pub fn lacking(svg: &str) -> Vec<char> {
    let mut lacking = Vec::new();
    for c in svg.chars().filter(|c| !c.is_ascii() && !measure::knows(*c)) {
        if !lacking.contains(&c) {
            lacking.push(c);
        }
    }
    lacking
}

/// The SVG with a question mark in the place of each of them, for a picture of pixels, which has no font but its own.
pub fn spelled(svg: &str) -> String {
    svg.chars().map(|c| if c.is_ascii() || measure::knows(c) { c } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_the_font_lacks_are_found_and_replaced() {
        let svg = "<text>Café Ж 東京 京 −1 €</text>";
        assert_eq!(lacking(svg), ['東', '京']);
        assert_eq!(spelled(svg), "<text>Café Ж ?? ? −1 €</text>");
    }
}
