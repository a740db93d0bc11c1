//! Changes of a design as values: what a remedy, a shock or an alternative does to it, edit by edit.

use super::{Design, Draft, EditFault};

/// One edit of a design file. Paths are written as for [`Design::address`].
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A number set to a value.
    Set(String, f64),
    /// A word or month set.
    SetText(String, String),
    /// A number, uncertain or not, multiplied.
    Scale(String, f64),
    /// A key or a table taken out.
    Remove(String),
    /// A list of words set.
    SetTexts(String, Vec<String>),
    /// A table added to a list, with its lines.
    Append(&'static str, String),
}

impl Edit {
    /// The edit as a reader would write it into a list of changes.
    pub fn describe(&self) -> String {
        match self {
            Self::Set(path, value) => format!("{path} = {}", short(*value)),
            Self::SetText(path, text) => format!("{path} = \"{text}\""),
            Self::SetTexts(path, texts) => format!("{path} = [\"{}\"]", texts.join("\", \"")),
            Self::Scale(path, factor) => format!("{path} × {}", short(*factor)),
            Self::Remove(path) => format!("− {path}"),
            Self::Append(path, lines) => format!("+ [[{path}]] {}", lines.trim().replace('\n', "; ")),
        }
    }

    /// Whether both touch the same place, or one takes out what the other changes.
    pub fn collides(&self, other: &Self) -> bool {
        let within = |outer: &Self, inner: &Self| {
            matches!(outer, Self::Remove(_))
                && inner
                    .place()
                    .strip_prefix(outer.place())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.place() == other.place() || within(self, other) || within(other, self)
    }

    /// Whether it changes the program that runs already, with which a proposal is compared.
    pub fn is_of_today(&self) -> bool {
        self.place().starts_with("today.")
    }

    fn place(&self) -> &str {
        match self {
            Self::Set(path, _)
            | Self::SetText(path, _)
            | Self::SetTexts(path, _)
            | Self::Scale(path, _)
            | Self::Remove(path) => path,
            Self::Append(path, _) => path,
        }
    }
}

impl Draft {
    /// Makes an edit.
    ///
    /// # Errors
    /// If it does not fit the design.
    pub fn make(&mut self, edit: &Edit) -> Result<(), EditFault> {
        match edit {
            Edit::Set(path, value) => self.set(path, *value),
            Edit::SetText(path, value) => self.set_text(path, value),
            Edit::SetTexts(path, values) => self.set_texts(path, values),
            Edit::Scale(path, factor) => self.scale(path, *factor),
            Edit::Append(path, lines) => self.append(path, lines),
            Edit::Remove(path) => self.remove(path),
        }
    }

    /// The design with `edits` made: its text, and what it describes. Tables are taken out last and from the end, so that paths keep
    /// their meaning.
    ///
    /// # Errors
    /// If an edit does not fit the design, or the result is not valid.
    pub fn with(mut self, edits: &[Edit]) -> Result<(String, Design), EditFault> {
        let (mut gone, kept): (Vec<&Edit>, Vec<&Edit>) =
            edits.iter().partition(|edit| matches!(edit, Edit::Remove(_)));
        gone.sort_by_cached_key(|edit| std::cmp::Reverse(in_order(edit.place())));
        for edit in kept.into_iter().chain(gone) {
            self.make(edit)?;
        }
        self.finish()
    }
}

/// The text of a design with `edits` made, and the design it describes; see [`Draft::with`].
///
/// # Errors
/// If the design or an edit is not valid, or the result is not.
pub fn edited(text: &str, edits: &[Edit]) -> Result<(String, Design), EditFault> {
    Draft::new(text)?.with(edits)
}

/// A path as something that sorts by the places of its tables: `points[10]` comes after `points[9]`.
fn in_order(path: &str) -> Vec<(String, usize)> {
    let part = |part: &str| {
        let (name, place) = part.split_once('[').unwrap_or((part, ""));
        (name.to_owned(), place.trim_end_matches(']').parse().unwrap_or(0))
    };
    path.split('.').map(part).collect()
}

/// Rounded to six decimals.
fn short(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::tests::FULL;

    #[test]
    fn tables_are_taken_out_from_the_end_however_many_there_are() {
        let sale = |month: usize| format!("[[program.special_offer]]\ndiscount = 0.0{month:02}\n");
        let text = FULL.to_owned() + &(1..=11).map(sale).collect::<String>();
        let first = Design::parse(&text)
            .unwrap_or_else(|p| panic!("{}", p.iter().next().unwrap()))
            .program
            .unwrap()
            .elements
            .len();
        let gone = [2, 9, 10, 11].map(|place| Edit::Remove(format!("program.special_offer[{place}]")));
        let (_, design) = edited(&text, &gone).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(design.program.unwrap().elements.len(), first - gone.len());
    }
}
