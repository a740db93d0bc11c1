//! What is played beside the main run: equal-cost alternatives, endings, stresses, rivals' programs.

use super::interval::Interval;
use super::lab::{Broken, Lab, LabSize, Played};
use super::measures::Measure;
use super::rivals;
use super::sentence::Sentence;
use super::side_run::SideRun;
use super::training::{self, Search, Training};
use super::watchpoints::Readings;
use crate::decide::paired::{Difference, Rows};
use crate::decide::threats::{Likely, Shock, Threat, shocks};
use crate::decide::{Watch, exit};
use crate::design::{Design, Edit, Points, Program, edited};
use crate::summary::{ExitCurve, Scalar};

/// Threats that are played for the recommended design too.
const SHOWN_AGAIN: usize = 4;

/// A design of a competitor, to be put before our customers.
#[derive(Debug, Clone)]
pub struct RivalDesign {
    /// What it is called: the name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
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

impl ThreatRun {
    /// Its chance; 1 where it is the company's own decision.
    pub fn chance(&self) -> f64 {
        match self.likely {
            Likely::Stated(chance) | Likely::Published(chance, _) | Likely::Judged(chance) => chance,
            Likely::Own => 1.0,
        }
    }

    /// What it changes of a headline number, against a run without it on the same trials.
    pub fn change(&self, scalar: Scalar, main: &Played) -> Difference {
        self.run.rows.column(0, scalar).less(&main.column(scalar))
    }

    /// What it costs the business or the program, whichever loses more, times its chance; the worst is the lowest.
    pub fn expected_cost(&self, main: &Played) -> f64 {
        let [business, program] =
            [Scalar::ProgramContribution, Scalar::Npv].map(|s| self.change(s, main).mean);
        self.chance() * business.min(program)
    }
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
    /// The money for training.
    pub training: Option<Training>,
    /// Nobody forgets a point and none expires.
    pub no_breakage: Option<SideRun>,
    /// The program stopped in one month or another; `None` where it is too short or has an end of its own.
    pub exit: Option<ExitCurve>,
    /// What its best end brings if what the customers at the end will bring later counts, too; `None` where no end is better.
    pub end_with_base: Option<Difference>,
    /// Better service as a gift: what it is worth, and what it does to the score.
    pub better_service: Option<SideRun>,
    /// What could go wrong, each by itself.
    pub threats: Vec<ThreatRun>,
    /// The trials and customers of endings and threats.
    pub half: Option<LabSize>,
    /// Rivals' programs.
    pub rivals: Vec<RivalRun>,
    /// Rivals' files that could not be put before our customers, and why.
    pub misfits: Vec<(String, Sentence)>,
}

impl SideRuns {
    /// The worst threats to the proposal as they would hit the recommended design, on the same trials; those that cannot hit it are left out.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn worst_again(
        &self,
        (text, design): (&str, &Design),
        main: &Played,
        lab: &Lab,
    ) -> Result<Vec<ThreatRun>, Broken> {
        let Some(half) = &self.half else { return Ok(Vec::new()) };
        let mut worst: Vec<&ThreatRun> = self.threats.iter().collect();
        worst.sort_by(|a, b| a.expected_cost(main).total_cmp(&b.expected_cost(main)));
        let all: Vec<_> = shocks(design).collect();
        let mut runs = Vec::new();
        for threat in worst.into_iter().take(SHOWN_AGAIN) {
            let Some(shock) = all.iter().find(|shock| shock.threat == threat.threat) else { continue };
            let Ok((_, changed)) = edited(text, &shock.edits) else { continue };
            let name = format!("counter-design.{}", threat.threat.key());
            let rows = lab.glance(&changed, half)?;
            let run = SideRun { name, edits: shock.edits.clone(), rows };
            runs.push(ThreatRun { threat: threat.threat, likely: threat.likely, run, readings: Vec::new() });
        }
        Ok(runs)
    }

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
        let cost = Interval::mean_of(main.simulated(Scalar::ProgramCost)).unwrap_or(f64::NAN);
        let asked = [
            ("price-cut", price_cut((text, design), main)),
            ("no-breakage", no_breakage(design)),
            ("better-service", better_service((text, design))),
        ];
        let [price_cut, no_breakage, better_service] = alternatives(text, asked, lab, size)?;
        let mut side = Self { price_cut, no_breakage, better_service, ..Self::default() };
        let search = side.better_service.as_ref().and_then(|better| Search::new(design, main, better, cost));
        if let Some(search) = search {
            let [run] = alternatives(text, [("staff", trained((text, design), &search))], lab, size)?;
            side.training = run.map(|run| search.found(run));
        }
        let half = half_of(size);
        side.half = Some(half.clone());
        side.exit = ended(design, (lab, &half))?;
        side.end_with_base = side.best_end(design, main, (lab, &half))?;
        side.threats = threatened(text, design, lab, &half)?;
        for rival in rivals {
            side.compare((text, design), rival, (lab, size))?;
        }
        Ok(side)
    }

    /// The best end on the curve, played with the value of the base: what ends late gains as long as nobody counts the customers that it loses.
    fn best_end(
        &self,
        design: &Design,
        main: &Played,
        (lab, size): (&Lab, &LabSize),
    ) -> Result<Option<Difference>, Broken> {
        let Some(best) = self.exit.as_ref().and_then(ExitCurve::best) else { return Ok(None) };
        // as on the curve: an end that nobody knew beforehand, before all that was to begin later
        let mut ended = design.clone();
        let Some(program) = &mut ended.program else { return Ok(None) };
        program.stop = Some(best.stop);
        let scalar = Scalar::NetEffectWithBase;
        Ok(Some(lab.glance(&ended, size)?.column(0, scalar).less(&main.column(scalar))))
    }

    /// Whether the best end is no longer known to gain where what the customers at the end will bring later counts, too.
    pub fn ends_at_the_expense_of_later(&self) -> bool {
        self.end_with_base.as_ref().is_some_and(|gain| gain.low.is_nan() || gain.low <= 0.0)
    }

    /// Plays a rival's program before our customers, or says why it cannot be.
    fn compare(
        &mut self,
        (text, design): (&str, &Design),
        rival: &RivalDesign,
        (lab, size): (&Lab, &LabSize),
    ) -> Result<(), Broken> {
        match rivals::with_program_of(text, design, &rival.text) {
            Ok(design) => {
                let played = lab.play(&design, size)?;
                self.rivals.push(RivalRun { name: rival.name.clone(), design, played });
            }
            Err(why) => self.misfits.push((rival.name.clone(), why)),
        }
        Ok(())
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

/// Many runs, each against another trial by trial: half of the trials say enough.
fn half_of(size: &LabSize) -> LabSize {
    LabSize { trials: size.trials.start..size.trials.start + trials_of(size).div_ceil(2), ..*size }
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

/// All elements out, and nothing spent on running them; of a change, nothing left but today's program going on.
pub(super) fn emptied((text, design): (&str, &Design)) -> Option<Vec<Edit>> {
    let program = design.program.as_ref()?;
    if design.today.is_some() {
        return undone(text, program);
    }
    let costs = ["setup_cost", "cost_per_month", "cost_per_member_per_year"];
    let mut edits: Vec<Edit> = costs.map(|key| Edit::Set(format!("program.{key}"), 0.0)).to_vec();
    edits.extend(program.elements.iter().map(|element| Edit::Remove(element.path.clone())));
    Some(edits)
}

/// All that a proposal says of its own taken out, but for its name and its month, and today's program going on beneath it.
fn undone(text: &str, program: &Program) -> Option<Vec<Edit>> {
    let document: toml::Table = text.parse().ok()?;
    let is_element = |key: &str| program.elements.iter().any(|element| element.facts().key == key);
    let kept = |key: &str| matches!(key, "name" | "launch" | "changes");
    let own = document.get("program")?.as_table()?.keys().filter(|key| !kept(key) && !is_element(key));
    let own = own.map(|key| format!("program.{key}"));
    let elements = program.elements.iter().filter(|element| !element.is_of_today());
    let gone = own.chain(elements.map(|element| element.path.clone())).map(Edit::Remove);
    let goes_on = Edit::SetText("program.changes".to_owned(), "today".to_owned());
    Some((!program.amends).then_some(goes_on).into_iter().chain(gone).collect())
}

/// How deep a price cut for everybody what the program costs would pay for.
pub(super) fn price_cut_depth(main: &Played) -> Option<f64> {
    let cost = Interval::mean_of(main.simulated(Scalar::ProgramCost))?;
    Some(cost / Interval::mean_of(main.measure(Measure::ListRevenue))?)
}

/// What the program costs, given to everybody as a lower price.
fn price_cut((text, design): (&str, &Design), main: &Played) -> Option<Vec<Edit>> {
    let depth = price_cut_depth(main)?;
    if !(depth > 0.0 && depth < 0.9) {
        return None;
    }
    let lines = format!(
        "months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\ndiscount = {depth:.4}\nopen_to = \"everyone\"\n"
    );
    let mut edits = emptied((text, design))?;
    edits.push(Edit::Append("program.seasonal_sale", lines));
    Some(edits)
}

/// What the program costs, spent on training with the lift that is to be tried.
fn trained((text, design): (&str, &Design), search: &Search) -> Option<Vec<Edit>> {
    let mut edits = emptied((text, design))?;
    edits.push(search.element());
    Some(edits)
}

/// Staff serve ten points more of the contacts properly, and it costs nothing: no proposal, but a way to see what contentment is worth.
fn better_service((text, design): (&str, &Design)) -> Option<Vec<Edit>> {
    let to = training::better_contacts(design);
    let lines =
        format!("cost_per_month = 0\nlifts_proper_contacts_to = {to:.3}\nfades_half_life_months = 0\n");
    let mut edits = emptied((text, design))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An end is advised only where its gain is known to last: a loss speaks against it, and so does a gain that may be none. Where no end was found there is nothing to say.
    #[test]
    fn an_end_is_judged_with_the_customers_that_it_loses() {
        let of = |values: [f64; 4]| Difference::of(Scalar::Npv.unit(), &values, &[0.0; 4]);
        let side = |end_with_base| SideRuns { end_with_base, ..SideRuns::default() };
        let late = |end_with_base| side(end_with_base).ends_at_the_expense_of_later();
        assert!(late(Some(of([-3.0, -2.0, -3.0, -2.0]))) && late(Some(of([-3.0, 3.0, -2.0, 3.0]))));
        assert!(!late(Some(of([3.0, 2.0, 3.0, 2.0]))) && !late(None));
    }

    /// An end before all that was to begin later is judged like any other: when elements begin is no part of it.
    #[test]
    fn an_end_before_an_element_begins_is_judged() {
        let design = Design::parse(
            "title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 24
[business]\ncustomers = 200\nnew_customers_per_month = 2\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 1\npurchases_per_year = 12\nbasket = 30
[program]\nlaunch = '2026-01'\nsetup_cost = 0\ncost_per_month = 1000
[[program.points]]\nearn = 0.01
[[program.club]]\nrecognition = 0\nlift = 0\nfrom = '2027-06'\n",
        );
        let design = design.unwrap_or_else(|problems| panic!("{problems}"));
        let (size, lab) =
            (LabSize { trials: 0..4, customers: 200 }, Lab { seed: 3, watch: &crate::decide::Unwatched });
        let exit = ended(&design, (&lab, &size)).unwrap();
        let side = SideRuns { exit, ..SideRuns::default() };
        let stop = side.exit.as_ref().and_then(ExitCurve::best).unwrap().stop;
        assert!(stop < 17, "{stop}");
        let main = lab.play(&design, &size).unwrap();
        let gain = side.best_end(&design, &main, (&lab, &size)).unwrap().unwrap();
        assert!(gain.low > 0.0, "{gain:?}");
    }
}
