//! A preventive action as what it is: a change of the design, edit by edit.

use crate::design::{Design, Draft, EditFault};

/// One edit of a design file.
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
}

/// Rounded to six significant digits.
fn short(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The text of a design with `edits` made, and the design it describes. Tables are taken out last and from the end, so that paths
/// keep their meaning.
///
/// # Errors
/// If an edit does not fit the design, or the result is not valid.
pub fn edited(text: &str, edits: &[Edit]) -> Result<(String, Design), EditFault> {
    let mut draft = Draft::new(text)?;
    for edit in edits {
        match edit {
            Edit::Set(path, value) => draft.set(path, *value)?,
            Edit::SetText(path, value) => draft.set_text(path, value)?,
            Edit::SetTexts(path, values) => draft.set_texts(path, values)?,
            Edit::Scale(path, factor) => draft.scale(path, *factor)?,
            Edit::Append(path, lines) => draft.append(path, lines)?,
            Edit::Remove(_) => {}
        }
    }
    let mut gone: Vec<&str> =
        edits.iter().filter(|e| matches!(e, Edit::Remove(_))).map(Edit::place).collect();
    gone.sort_unstable();
    for path in gone.into_iter().rev() {
        draft.remove(path)?;
    }
    draft.finish()
}
