//! The design that `loyalsim new` writes: a small shop, every line explained.

/// The title in the file, to be replaced.
const TITLE: &str = "A shop that considers a points card";

/// A commented design to start from, called `title`.
pub fn starter(title: &str) -> String {
    let title: String = title.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\')).collect();
    let title = if title.trim().is_empty() { TITLE } else { title.trim() };
    include_str!("starter.toml").replacen(TITLE, title, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    #[test]
    fn the_starter_is_a_design_nothing_is_wrong_with() {
        for title in ["my shop", "", "  ", "a \"quoted\" \\ name\n", "Лояльность"] {
            let design = Design::parse(&starter(title)).unwrap_or_else(|problems| panic!("{problems}"));
            assert_eq!(design.warnings, [], "{title}");
        }
        assert_eq!(Design::parse(&starter("my shop")).unwrap().title, "my shop");
    }
}
