//! The design that `loyalsim new` writes: a small shop, every line explained.

use super::acts_on_readers;

/// A commented design to start from, called `title`.
pub fn starter(title: &str) -> String {
    titled(include_str!("starter.toml"), title)
}

/// The same for a shop whose program runs already, with a change proposed to it.
pub fn starter_today(title: &str) -> String {
    titled(include_str!("starter_today.toml"), title)
}

/// The design with `title` in the place of its own, unless nothing readable is left of it.
pub(crate) fn titled(design: &str, title: &str) -> String {
    let unfit = |c: &char| c.is_control() || acts_on_readers(*c) || matches!(c, '"' | '\\');
    let title: String = title.chars().filter(|c| !unfit(c)).collect();
    let own = design.lines().find_map(|line| line.strip_prefix("title = \"")?.strip_suffix('"'));
    match own {
        Some(own) if !title.trim().is_empty() => {
            let line = |title: &str| format!("title = \"{title}\"");
            design.replacen(&line(own), &line(title.trim()), 1)
        }
        _ => design.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    #[test]
    fn the_starter_is_a_design_nothing_is_wrong_with() {
        for title in ["my shop", "", "  ", "a \"quoted\" \\ name\n", "Лояльность"] {
            for text in [starter(title), starter_today(title)] {
                let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
                assert_eq!(design.warnings, [], "{title}");
            }
        }
        assert_eq!(Design::parse(&starter("my shop")).unwrap().title, "my shop");
    }
}
