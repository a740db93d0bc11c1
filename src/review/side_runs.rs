//! What is played beside the main run: equal-cost alternatives, endings, stresses, rivals' programs.

use super::lab::{Broken, Lab, LabSize, Played};
use super::measures::Measure;
use super::rivals;
use super::rules::remedies;
use super::sentence::Sentence;
use super::watchpoints::Readings;
use crate::decide::paired::Rows;
use crate::decide::threats::{Likely, Shock, Threat, shocks};
use crate::decide::{Watch, exit};
use crate::design::{Design, Edit, Points, edited};
use crate::summary::{ExitCurve, Scalar};

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

/// A threat that was played.
#[derive(Debug)]
pub struct ThreatRun {
    /// What goes wrong.
    pub threat: Threat,
    /// How likely it is, and who says so.
    pub likely: Likely,
    /// What it came to.
    pub run: SideRun,
    /// What the books would show.
    pub readings: Vec<Readings>,
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
    /// The program stopped in one month or another; `None` where it is too short or has an end of its own.
    pub exit: Option<ExitCurve>,
    /// Better service as a gift: what it is worth, and what it does to the score.
    pub better_service: Option<SideRun>,
    /// What could go wrong, each by itself.
    pub threats: Vec<ThreatRun>,
    /// Rivals' programs.
    pub rivals: Vec<RivalRun>,
    /// Rivals' files that could not be put before our customers, and why.
    pub misfits: Vec<(String, Sentence)>,
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
        (lab, main, size): (&Lab, &Played, &LabSize),
    ) -> Result<Self, Broken> {
        if design.program.is_none() {
            return Ok(Self::default());
        }
        let cost = mean(main.simulated(Scalar::ProgramCost));
        let asked = [
            ("price-cut", price_cut(design, main, cost)),
            ("staff", staff(design, cost)),
            ("no-breakage", no_breakage(design)),
            ("better-service", better_service(design)),
        ];
        let [price_cut, staff, no_breakage, better_service] = alternatives(text, asked, lab, size)?;
        let mut side = Self { price_cut, staff, no_breakage, better_service, ..Self::default() };
        // Many runs, each against the main run trial by trial: half of the trials say enough.
        let half =
            LabSize { trials: size.trials.start..size.trials.start + trials_of(size).div_ceil(2), ..*size };
        side.exit = ended(design, (lab, &half))?;
        side.threats = threatened(text, design, lab, &half)?;
        for rival in rivals {
            match rivals::with_program_of(text, design, &rival.text) {
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

/// Plays those of the alternatives that there are, on the same trials.
fn alternatives<const K: usize>(
    text: &str,
    asked: [(&str, Option<Vec<Edit>>); K],
    lab: &Lab,
    size: &LabSize,
) -> Result<[Option<SideRun>; K], Broken> {
    let made = asked.map(|(name, edits)| {
        let edits = edits.filter(|edits| !edits.is_empty())?;
        let (_, changed) = edited(text, &edits).ok()?;
        Some((name, edits, changed))
    });
    let designs: Vec<&Design> = made.iter().flatten().map(|(_, _, design)| design).collect();
    let mut played = lab.glance_at(&designs, size)?.apart().into_iter();
    Ok(made.map(|made| {
        let (name, edits, _) = made?;
        Some(SideRun { name: name.to_owned(), edits, rows: played.next()? })
    }))
}

/// Plays each threat that the design allows and somebody has a chance for.
fn threatened(text: &str, design: &Design, lab: &Lab, size: &LabSize) -> Result<Vec<ThreatRun>, Broken> {
    let possible = shocks(design).filter_map(|shock| {
        let (_, changed) = edited(text, &shock.edits).ok()?;
        Some((shock.likely?, changed, shock))
    });
    let possible: Vec<_> = possible.collect();
    let designs: Vec<&Design> = possible.iter().map(|(_, changed, _)| changed).collect();
    let played = lab.observe(&designs, size)?;
    let run = |((likely, _, shock), (rows, readings)): ((Likely, Design, Shock), (Rows, Vec<Readings>))| {
        let run = SideRun { name: shock.threat.key().to_owned(), edits: shock.edits, rows };
        ThreatRun { threat: shock.threat, likely, run, readings }
    };
    Ok(possible.into_iter().zip(played).map(run).collect())
}

fn trials_of(size: &LabSize) -> u64 {
    size.trials.end - size.trials.start
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
    let [low, mode, high] = remedies::trained(design.central(design.service.proper_contacts));
    let lines = format!(
        "cost_per_month = {:.0}\nlifts_proper_contacts_to = {{ low = {low}, mode = {mode}, high = {high} }}\n\
         fades_half_life_months = 0\n",
        cost / months.max(1) as f64
    );
    let mut edits = emptied(design)?;
    edits.push(Edit::Append("program.staff_training", lines));
    Some(edits)
}

/// Staff serve ten points more of the contacts properly, and it costs nothing: no proposal, but a way to see what contentment is worth.
fn better_service(design: &Design) -> Option<Vec<Edit>> {
    let to = (design.central(design.service.proper_contacts) + 0.10).min(0.98);
    let lines =
        format!("cost_per_month = 0\nlifts_proper_contacts_to = {to:.3}\nfades_half_life_months = 0\n");
    let mut edits = emptied(design)?;
    edits.push(Edit::Append("program.staff_training", lines));
    Some(edits)
}

fn no_breakage(design: &Design) -> Option<Vec<Edit>> {
    let points = design.program.as_ref()?.all::<Points>();
    let expiries: Vec<Edit> =
        points.map(|(e, _)| Edit::Set(format!("{}.expiry_months", e.path), 0.0)).collect();
    (!expiries.is_empty())
        .then(|| [vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)], expiries].concat())
}

/// An end in every quarter, or every half year of a long horizon, as long as half a year is left to see what it does.
fn ended(design: &Design, (lab, size): (&Lab, &LabSize)) -> Result<Option<ExitCurve>, Broken> {
    if design.program.as_ref().is_none_or(|program| program.stop.is_some()) {
        return Ok(None);
    }
    let every = if design.horizon_months > 48 { 6 } else { 3 };
    let last = design.horizon_months.saturating_sub(6);
    let stops: Vec<usize> = exit::ends(design, every).into_iter().filter(|month| *month <= last).collect();
    let watch = lab.weighted(size);
    let found = exit::exit(design, &stops, (lab.settings(size), trials_of(size)), &Unannounced(&watch));
    if watch.stopped() { Err(Broken::Stopped) } else { Ok(found.map(|exit| exit.curve)) }
}

/// A part of a longer work: its ticks count, its beginning does not.
struct Unannounced<'w>(&'w dyn Watch);

impl Watch for Unannounced<'_> {
    fn begin(&self, _: &str, _: u64) {}

    fn tick(&self, ticks: u64) {
        self.0.tick(ticks);
    }

    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}
