//! `summary.json`: the whole summary for programs. `docs/summary-json.md` says what each field means.

use crate::summary::Summary;

/// The summary as indented JSON with a line break at the end. Numbers that are not defined are `null`; all others
/// read back to the same bits.
///
/// # Errors
/// Not with a summary that a run has made.
pub fn summary_json(summary: &Summary) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(summary)? + "\n")
}
