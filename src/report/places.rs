//! Branches and touchpoints: what the average hides.

use super::quantity::Show;
use super::table::{Align, layout};
use crate::summary::{BranchSummary, Estimate, TouchpointSummary};

/// Rows of branches shown; of more, the best and the worst.
const SHOWN: usize = 6;

/// Retention and score by branch at the end, the best first.
pub fn by_branch(branches: &[BranchSummary], show: Show) -> Option<String> {
    let end = |branch: &BranchSummary| branch.retention_program.unwrap_or(branch.retention_baseline).mean;
    let mut ranked: Vec<&BranchSummary> = branches.iter().collect();
    ranked.sort_by(|a, b| end(b).total_cmp(&end(a)));
    let (best, worst) = (ranked.first()?, ranked.last()?);
    let with = best.retention_program.is_some();
    let say = |key: &str| show.words.say(key, &[]);
    let header =
        ["run-branch", "run-segment-without", "run-segment-with", "run-nps-without", "run-segment-with"];
    let mut rows = vec![columns(header.map(say).to_vec(), with, &[2, 4])];
    let hidden = SHOWN / 2..ranked.len().saturating_sub(SHOWN / 2);
    for (_, branch) in ranked.iter().enumerate().filter(|(i, _)| !hidden.contains(i)) {
        let text = |estimate: Option<Estimate>| estimate.map(|e| show.mean(&e)).unwrap_or_default();
        let row = vec![
            branch.name.clone(),
            show.mean(&branch.retention_baseline),
            text(branch.retention_program),
            show.mean(&branch.nps_baseline),
            text(branch.nps_program),
        ];
        rows.push(columns(row, with, &[2, 4]));
    }
    let extremes = [("best", best.name.as_str().into()), ("worst", worst.name.as_str().into())];
    let verdict =
        (ranked.len() > 1).then(|| format!("  {}\n", show.words.say("run-average-hides", &extremes)));
    let table = layout(&rows, &[Align::Left, Align::Right, Align::Right, Align::Right]);
    Some(format!("{}\n{table}{}", say("run-by-branch"), verdict.unwrap_or_default()))
}

/// Without a program the columns with it are left out.
fn columns(row: Vec<String>, with: bool, of_program: &[usize]) -> Vec<String> {
    row.into_iter()
        .enumerate()
        .filter(|(i, _)| with || !of_program.contains(i))
        .map(|(_, text)| text)
        .collect()
}

/// The score at each touchpoint and combined.
pub fn by_touchpoint(touchpoints: &[TouchpointSummary], show: Show) -> Option<String> {
    let with = touchpoints.first()?.nps_program.is_some();
    let say = |key: &str| show.words.say(key, &[]);
    let header = ["run-touchpoint", "run-nps-without", "run-segment-with"].map(say);
    let mut rows = vec![columns(header.to_vec(), with, &[2])];
    for (at, touchpoint) in touchpoints.iter().enumerate() {
        let name =
            if at + 1 < touchpoints.len() { touchpoint.name.clone() } else { say("run-touchpoints-all") };
        let with_program = touchpoint.nps_program.map(|e| show.mean(&e)).unwrap_or_default();
        rows.push(columns(vec![name, show.mean(&touchpoint.nps_baseline), with_program], with, &[2]));
    }
    let table = layout(&rows, &[Align::Left, Align::Right]);
    Some(format!("{}\n{table}  {}\n", say("run-by-touchpoint"), say("run-vector")))
}
