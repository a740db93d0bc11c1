//! What is played beside the main run: equal-cost alternatives, endings, stresses, rivals' programs.

use super::change::{Edit, edited};
use super::lab::{Broken, Lab, Played, Size};
use super::measures::Measure;
use super::rules::remedies;
use crate::decide::paired::Rows;
use crate::design::{Design, Element, ElementKind};
use crate::summary::Scalar;

/// A design of a competitor, to be put before our customers.
#[derive(Debug, Clone)]
pub struct RivalDesign {
    /// What it is called: the name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A design that was played beside the main run.
#[derive(Debug)]
pub struct SideRun {
    /// Its name in figures and in the annex.
    pub name: String,
    /// What was changed against the proposal.
    pub edits: Vec<Edit>,
    /// What it came to, on the trials of the confirmation.
    pub rows: Rows,
}

/// A rival's program, played on our customers.
#[derive(Debug)]
pub struct RivalRun {
    /// The name of its file.
    pub name: String,
    /// Our business with the rival's program.
    pub design: Design,
    /// What it came to.
    pub played: Played,
}

/// Everything that was played beside the main run.
#[derive(Debug, Default)]
pub struct SideRuns {
    /// The money as a price cut for everybody.
    pub price_cut: Option<SideRun>,
    /// The money for staff.
    pub staff: Option<SideRun>,
    /// Nobody forgets a point and none expires.
    pub no_breakage: Option<SideRun>,
    /// The program stopped in a month.
    pub endings: Vec<(usize, SideRun)>,
    /// Assumptions that turn against the program.
    pub stresses: Vec<SideRun>,
    /// Rivals' programs.
    pub rivals: Vec<RivalRun>,
    /// Rivals' files that could not be put before our customers, and why.
    pub misfits: Vec<(String, String)>,
}

impl SideRuns {
    /// Plays all of them on the trials of `size`.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn play(
        text: &str,
        design: &Design,
        rivals: &[RivalDesign],
        (lab, main, size): (&Lab, &Played, &Size),
    ) -> Result<Self, Broken> {
        if design.program.is_none() {
            return Ok(Self::default());
        }
        let play = |name: &str, edits: Option<Vec<Edit>>| -> Result<Option<SideRun>, Broken> {
            let Some(edits) = edits.filter(|edits| !edits.is_empty()) else { return Ok(None) };
            let Ok((_, changed)) = edited(text, &edits) else { return Ok(None) };
            Ok(Some(SideRun { name: name.to_owned(), edits, rows: lab.glance(&changed, size)? }))
        };
        let cost = mean(main.column(Scalar::ProgramCost));
        let mut side = Self {
            price_cut: play("price-cut", price_cut(design, main, cost))?,
            staff: play("staff", staff(design, cost))?,
            no_breakage: play("no-breakage", no_breakage(design))?,
            ..Self::default()
        };
        for month in ending_months(design) {
            let edits = vec![Edit::SetText("program.stop".to_owned(), remedies::month_of(design, month))];
            side.endings.extend(play(&format!("stop-{month}"), Some(edits))?.map(|run| (month, run)));
        }
        for (name, edits) in stresses(design) {
            side.stresses.extend(play(name, Some(edits))?);
        }
        for rival in rivals {
            match with_program_of(text, design, &rival.text) {
                Ok(design) => {
                    let played = lab.play(&design, size)?;
                    side.rivals.push(RivalRun { name: rival.name.clone(), design, played });
                }
                Err(why) => side.misfits.push((rival.name.clone(), why)),
            }
        }
        Ok(side)
    }
}

fn mean(values: Vec<f64>) -> f64 {
    let defined: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).collect();
    defined.iter().sum::<f64>() / defined.len() as f64
}

/// All elements out, and nothing spent on running them.
fn emptied(design: &Design) -> Option<Vec<Edit>> {
    let program = design.program.as_ref()?;
    let costs = ["setup_cost", "cost_per_month", "cost_per_member_per_year"];
    let mut edits: Vec<Edit> = costs.map(|key| Edit::Set(format!("program.{key}"), 0.0)).to_vec();
    edits.extend(program.elements.iter().map(|element| Edit::Remove(element.path.clone())));
    Some(edits)
}

/// What the program costs, given to everybody as a lower price.
fn price_cut(design: &Design, main: &Played, cost: f64) -> Option<Vec<Edit>> {
    let depth = cost / mean(main.measure(Measure::ListRevenue).collect());
    if !(depth > 0.0 && depth < 0.9) {
        return None;
    }
    let lines = format!(
        "months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\ndiscount = {depth:.4}\nopen_to = \"everyone\"\n"
    );
    let mut edits = emptied(design)?;
    edits.push(Edit::Append("program.seasonal_sale", lines));
    Some(edits)
}

/// What the program costs, spent on staff.
fn staff(design: &Design, cost: f64) -> Option<Vec<Edit>> {
    let program = design.program.as_ref()?;
    let months = program.stop.unwrap_or(design.horizon_months) - program.launch;
    if cost.is_nan() || cost <= 0.0 {
        return None;
    }
    let proper = &design.numbers[design.service.proper_contacts];
    let [low, mode, high] = remedies::trained(proper.range.clamp(proper.law.central()));
    let lines = format!(
        "cost_per_month = {:.0}\nlifts_proper_contacts_to = {{ low = {low}, mode = {mode}, high = {high} }}\n\
         fades_half_life_months = 0\n",
        cost / months.max(1) as f64
    );
    let mut edits = emptied(design)?;
    edits.push(Edit::Append("program.staff_training", lines));
    Some(edits)
}

fn no_breakage(design: &Design) -> Option<Vec<Edit>> {
    let elements = &design.program.as_ref()?.elements;
    let points = elements.iter().filter(|e| matches!(e.kind, ElementKind::Points { .. }));
    let expiries: Vec<Edit> = points.map(|e| Edit::Set(format!("{}.expiry_months", e.path), 0.0)).collect();
    (!expiries.is_empty())
        .then(|| [vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)], expiries].concat())
}

/// One, two, three… years after the launch, as long as half a year is left to see what it does.
fn ending_months(design: &Design) -> Vec<usize> {
    let Some(program) = design.program.as_ref().filter(|p| p.stop.is_none()) else { return Vec::new() };
    let last = design.horizon_months.saturating_sub(6);
    (1..).map(|year| program.launch + 12 * year).take_while(|month| *month <= last).take(4).collect()
}

/// Assumptions that turn against the program, one at a time.
fn stresses(design: &Design) -> Vec<(&'static str, Vec<Edit>)> {
    let mut stresses = Vec::new();
    let Some(program) = &design.program else { return stresses };
    let launch = remedies::month_of(design, (program.launch + 3).min(design.horizon_months - 1));
    let rival = format!(
        "name = \"rival of the stress test\"\nopens_from = \"{launch}\"\nopens_until = \"{launch}\"\nprobability = 1\nprice_gap = 0.05\n"
    );
    stresses.push(("rival-opens", vec![Edit::Append("rival", rival)]));
    stresses.extend(against_points(design, &program.elements));
    let fixed =
        ["setup_cost", "cost_per_month"].map(|key| Edit::Scale(format!("program.{key}"), 1.5)).to_vec();
    stresses.push(("cost-overrun", fixed));
    let (fail, proper) = ("service.failures_per_purchase", "service.proper_contacts");
    stresses.push((
        "service-slips",
        vec![Edit::Scale(fail.to_owned(), 2.0), Edit::Scale(proper.to_owned(), 0.75)],
    ));
    stresses
}

/// Points that cost more, and a run on them.
fn against_points(design: &Design, elements: &[Element]) -> Vec<(&'static str, Vec<Edit>)> {
    let (mut dearer, mut rush) = (Vec::new(), vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)]);
    for element in elements {
        if let ElementKind::Points { cost_share, redeem_chance, .. } = element.kind {
            dearer.push(Edit::Scale(design.numbers[cost_share].path.clone(), 1.5));
            rush.push(Edit::Set(design.numbers[redeem_chance].path.clone(), 1.0));
        }
    }
    if dearer.is_empty() { Vec::new() } else { vec![("dearer-rewards", dearer), ("redemption-rush", rush)] }
}

/// Our business with the program of another design: launched when ours is, without restriction to segments that we do not have.
fn with_program_of(text: &str, design: &Design, rival: &str) -> Result<Design, String> {
    let launch = design.program.as_ref().map_or(0, |program| program.launch);
    let mut ours: toml_edit::DocumentMut =
        text.parse().map_err(|e: toml_edit::TomlError| e.message().to_owned())?;
    let theirs: toml_edit::DocumentMut =
        rival.parse().map_err(|e: toml_edit::TomlError| e.message().to_owned())?;
    let mut program = theirs.get("program").cloned().ok_or("it has no [program]")?;
    if let Some(table) = program.as_table_mut() {
        table["launch"] = toml_edit::value(remedies::month_of(design, launch));
        table.remove("stop");
        for (_, item) in table.iter_mut() {
            let Some(elements) = item.as_array_of_tables_mut() else { continue };
            for element in elements.iter_mut() {
                for key in ["segments", "from", "until"] {
                    element.remove(key);
                }
            }
        }
    }
    ours["program"] = program;
    ours.remove("correlations");
    Design::parse(&ours.to_string()).map_err(|problems| problems.plain())
}
