//! What else a design says about numbers that are taken out: correlations, and studies that were to inform them.

use super::{Design, Draft, Item};

impl Draft {
    /// Forgets what is said about numbers at or below `whole`, which has been taken out. Later tables of the same list move up by one
    /// if `moves_up`.
    pub(super) fn forget(&mut self, whole: &str, moves_up: bool) {
        self.forget_correlations(whole, moves_up);
        self.forget_studies(whole, moves_up);
    }

    /// Takes out the correlations of numbers at or below `whole`. Later tables of the same list move up by one.
    pub(super) fn forget_correlations(&mut self, whole: &str, moves_up: bool) {
        let design = &self.design;
        let Some(table) = self.document.get_mut("correlations").and_then(Item::as_table_like_mut) else {
            return;
        };
        let pairs: Vec<String> = table.iter().map(|(pair, _)| pair.to_owned()).collect();
        for pair in pairs {
            let ends: Vec<&str> = pair.split('~').map(str::trim).collect();
            if ends.iter().any(|end| within(design, end, whole)) {
                table.remove(&pair);
                continue;
            }
            let moved: Vec<String> =
                ends.iter().map(|end| moved_up(end, whole).unwrap_or((*end).to_owned())).collect();
            if moves_up && moved != ends {
                let value = table.remove(&pair);
                table.insert(&moved.join(" ~ "), value.unwrap_or_default());
            }
        }
    }

    /// Takes numbers at or below `whole` out of what studies inform; a study that informs nothing any more goes.
    fn forget_studies(&mut self, whole: &str, moves_up: bool) {
        let design = &self.design;
        let Some(studies) = self.document.get_mut("study").and_then(Item::as_array_of_tables_mut) else {
            return;
        };
        for informs in studies.iter_mut().filter_map(|study| study.get_mut("informs")?.as_array_mut()) {
            informs.retain(|path| !path.as_str().is_some_and(|path| within(design, path, whole)));
            for path in informs.iter_mut().filter(|_| moves_up) {
                let moved = path.as_str().and_then(|path| moved_up(path, whole));
                if let Some(moved) = moved {
                    *path = moved.into();
                }
            }
        }
        let informs = |study: &toml_edit::Table| {
            study.get("informs").and_then(Item::as_array).is_none_or(|i| !i.is_empty())
        };
        studies.retain(informs);
    }
}

/// Whether `path`, as written, is a number of `design` at or below `whole`.
fn within(design: &Design, path: &str, whole: &str) -> bool {
    let path = design.address(path).unwrap_or_default();
    path.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// `program.points[2].earn` as `program.points[1].earn` once `program.points[1]` or an earlier one is gone.
pub(super) fn moved_up(path: &str, gone: &str) -> Option<String> {
    let (list, at) = gone.strip_suffix(']')?.rsplit_once('[')?;
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    let (index, at) = (index.parse::<usize>().ok()?, at.parse::<usize>().ok()?);
    (index > at).then(|| format!("{list}[{}]{rest}", index - 1))
}
