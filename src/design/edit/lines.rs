//! The lines of a table of a design, to be put back later.

use super::taken::unplaced;
use super::{Draft, EditFault, steps, table_at};

impl Draft {
    /// The lines of the table at `path`, for instance `program.points[0]`, as [`Draft::append`] takes them.
    ///
    /// # Errors
    /// If no table stands there.
    pub fn lines(&mut self, path: &str) -> Result<String, EditFault> {
        let whole = self.design.address(path)?;
        let nowhere = || EditFault::NoNumber { path: whole.clone() };
        let steps = steps(&whole).ok_or_else(nowhere)?;
        let table = table_at(self.document.as_table_mut(), &steps, false).ok_or_else(nowhere)?;
        let mut lines = toml_edit::DocumentMut::new();
        for (key, item) in table.iter() {
            lines.as_table_mut().insert(key, unplaced(item));
        }
        Ok(lines.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, explain};

    /// Law: an element taken out and put back from its lines leaves the same numbers, but for its place among those of its kind.
    #[test]
    fn what_is_taken_out_can_be_put_back() {
        let text = include_str!("../../../tests/designs/full.toml");
        let elements = Design::parse(text).unwrap().program.unwrap().elements;
        let told = |text: &str| {
            let design = Design::parse(text).unwrap_or_else(|p| panic!("{p}"));
            let mut all: Vec<String> = explain(&design)
                .iter()
                .filter(|row| row.given && row.number.is_of_program())
                .map(|row| format!("{:?}", row.number.distribution))
                .collect();
            all.sort();
            all
        };
        for element in elements {
            let list = element.path.split('[').next().unwrap();
            let mut draft = Draft::new(text).unwrap();
            let lines = draft.lines(&element.path).unwrap();
            draft.remove(&element.path).unwrap();
            draft.append(list, &lines).unwrap();
            let (back, _) =
                draft.finish().unwrap_or_else(|fault| panic!("{}: {fault}\n{lines}", element.path));
            assert_eq!(told(&back), told(text), "{}", element.path);
        }
        assert!(Draft::new(text).unwrap().lines("program.no_such_thing").is_err());
    }
}
