//! The best small package of actions: a search over subsets, judged on the trials of the screening, confirmed on those of the main run.

use super::code::Code;
use super::desk::{Desk, Tested};
use super::inquiry;
use super::lab::{Broken, Played};
use super::reached;
use super::rules::{Action, p01_reward_out_of_reach, p02_reward_too_far};
use super::sequential;
use crate::decide::paired::{ByTrial, Difference};
use crate::design::{Design, Edit, Element, Messages};
use crate::summary::{Probability, Scalar};

/// Most actions in the package: a board remembers no more.
const MOST_JOINED: usize = 6;
/// Most packages that are played on the way.
const MOST_TRIED: usize = 48;

/// Actions that are better together than the proposal.
#[derive(Debug)]
pub struct Package {
    /// The actions in the order in which they were joined.
    pub actions: Vec<Action>,
    /// The design with all of them: a TOML file that runs.
    pub text: String,
    /// The same, read.
    pub design: Design,
    /// What it came to, on the trials of the confirmation.
    pub played: Played,
    /// Change of the present value against the proposal.
    pub effect: Difference,
    /// What helps by itself and would break a rule that the proposal keeps.
    pub barred: Vec<Vec<Edit>>,
}

impl Package {
    /// Chance that the package brings money (`None`), or reaches a goal.
    pub fn chance(&self, goal: Option<usize>) -> Probability {
        match goal.and_then(|goal| self.played.summary.goals.get(goal)) {
            Some(goal) => goal.probability,
            None => reached::gains(&self.played.at_real_size(Scalar::Npv)),
        }
    }

    /// Whether nothing is left of what the proposal offers to customers: not a change of the product but another one, or none. Messages only
    /// tell of an offer.
    pub fn replaces(&self, proposal: &Design) -> bool {
        let removed =
            |element: &Element| self.edits().any(|edit| *edit == Edit::Remove(element.path.clone()));
        let offers = proposal.program.iter().flat_map(|program| &program.elements);
        let supports = |element: &&Element| element.facts().is_service() || element.is::<Messages>();
        let mut offers = offers.filter(|element| !supports(element)).peekable();
        offers.peek().is_some() && offers.all(removed)
    }

    /// Whether nothing is left of a change of the program that runs already: in no trial does it differ from going on as today, or all that it
    /// changes is taken out, and only what it costs remains, or what is put in its place.
    pub fn undoes(&self, proposal: &Design) -> bool {
        let Some(program) = proposal.program.as_ref().filter(|_| proposal.today.is_some()) else {
            return false;
        };
        let removes =
            |path: &str| self.edits().any(|edit| matches!(edit, Edit::Remove(gone) if gone == path));
        let mut own = program.elements.iter().filter(|element| !element.is_of_today());
        let is_empty = program.amends && own.all(|element| removes(&element.path));
        is_empty && self.edits().all(|edit| matches!(edit, Edit::Remove(_) | Edit::Append(..)))
            || self.played.simulated(Scalar::Npv).iter().all(|effect| *effect == 0.0)
    }

    /// What today's program going on gains on the proposal, whose present values on the trials of the package these are: all that it loses.
    pub fn gain_undone(&self, proposal: &ByTrial) -> Difference {
        let mut today = proposal.clone().first(self.played.measures.len());
        today.values.fill(0.0);
        today.excess.fill(0.0);
        today.less(&proposal.clone().first(today.values.len()))
    }

    /// Whether all of `edits` are among its own.
    pub fn makes(&self, edits: &[Edit]) -> bool {
        edits.iter().all(|edit| self.edits().any(|made| made == edit))
    }

    fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.actions.iter().flat_map(|action| &action.edits)
    }
}

/// The search: from the best package so far to a better one by adding an action in place of those that it collides with, or by leaving
/// one out, until no such step gains beyond the doubt of chance.
pub(super) struct Search<'a> {
    desk: &'a Desk<'a>,
    /// What may join, the best by itself first.
    candidates: Vec<&'a Action>,
    /// Rules that the proposal itself breaks, or today's program without it.
    faults: Vec<Code>,
    /// Packages played, by places of candidates.
    seen: Vec<Vec<usize>>,
    /// Candidates that were left out because a package with them would break another rule.
    barred: Vec<usize>,
    /// The best so far, and its present value by trial.
    best: (Vec<usize>, ByTrial),
}

impl<'a> Search<'a> {
    /// A search among the actions that help by themselves.
    pub fn new(desk: &'a Desk<'a>, screened: &'a [(Action, Tested)]) -> Self {
        let helps = screened.iter().filter(|(action, tested)| action.joins && tested.effect.low > 0.0);
        Self {
            desk,
            candidates: helps.map(|(action, _)| action).collect(),
            faults: faults(desk.proposal.design, &desk.proposal.weak_today),
            barred: Vec::new(),
            seen: Vec::new(),
            best: (Vec::new(), desk.base.clone()),
        }
    }

    /// The best package found; `None` where nothing helps beyond doubt on the trials of the confirmation.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn best(mut self) -> Result<Option<Package>, Broken> {
        while self.step()? {}
        if let Some(leap) = self.leap()
            && self.takes(leap)?
        {
            while self.step()? {}
        }
        let actions: Vec<Action> = self.best.0.iter().map(|place| self.candidates[*place].clone()).collect();
        let Some((text, design)) = self.design(&self.best.0).filter(|_| !actions.is_empty()) else {
            return Ok(None);
        };
        let barred = self.barred.iter().filter(|place| !self.best.0.contains(place));
        let barred = barred.map(|place| self.candidates[*place].edits.clone()).collect();
        let desk = self.desk;
        let played = desk.lab.play(&design, &desk.samples.confirm)?;
        let effect = played.column(Scalar::Npv).less(&desk.confirmed);
        Ok((effect.low > 0.0).then_some(Package { actions, text, design, played, effect, barred }))
    }

    /// Takes the first steps that gain, each candidate once; says whether one did.
    fn step(&mut self) -> Result<bool, Broken> {
        let mut moved = false;
        for place in 0..self.candidates.len() {
            if self.seen.len() >= MOST_TRIED {
                return Ok(false);
            }
            let next = if self.best.0.contains(&place) { self.without(place) } else { self.with(place) };
            moved |= self.takes(next)?;
        }
        Ok(moved)
    }

    /// All that is better dropped, dropped at once, and the best additions in its place: no single step leads there, since each drop takes
    /// the place of a change that keeps a part of it, and a program without elements is none.
    fn leap(&self) -> Option<Vec<usize>> {
        let places = |kind: fn(&Edit) -> bool| {
            let of_kind = move |place: &usize| self.candidates[*place].edits.iter().all(kind);
            (0..self.candidates.len()).filter(of_kind)
        };
        let drops: Vec<usize> = places(|edit| matches!(edit, Edit::Remove(_))).collect();
        let room = MOST_JOINED.checked_sub(drops.len())?;
        let mut whole = drops;
        for place in places(|edit| matches!(edit, Edit::Append(..))).take(room) {
            if !self.collides(place, &whole) {
                whole.push(place);
            }
        }
        (whole.len() > 1).then_some(whole)
    }

    /// Whether an action touches the same numbers as one of these.
    fn collides(&self, place: usize, others: &[usize]) -> bool {
        let new = self.candidates[place];
        let clash = |old: &usize| {
            self.candidates[*old].edits.iter().any(|e| new.edits.iter().any(|other| e.collides(other)))
        };
        others.iter().any(clash)
    }

    fn without(&self, place: usize) -> Vec<usize> {
        self.best.0.iter().copied().filter(|other| *other != place).collect()
    }

    /// The best with one more action, in place of those that touch the same numbers.
    fn with(&self, place: usize) -> Vec<usize> {
        let kept = self.best.0.iter().copied().filter(|old| !self.collides(place, &[*old]));
        kept.chain([place]).collect()
    }

    /// Plays a package and keeps it where it is better beyond doubt, and breaks no rule that the proposal keeps.
    fn takes(&mut self, next: Vec<usize>) -> Result<bool, Broken> {
        let mut places = next.clone();
        places.sort_unstable();
        if next.is_empty() || next.len() > MOST_JOINED || self.seen.contains(&places) {
            return Ok(false);
        }
        self.seen.push(places);
        let Some((_, design)) = self.design(&next) else { return Ok(false) };
        if inquiry::broken_rules(&design).iter().any(|code| !self.faults.contains(code)) {
            self.barred.extend(next.iter().filter(|place| !self.best.0.contains(place)));
            return Ok(false);
        }
        let (lab, screen) = (self.desk.lab, &self.desk.samples.screen);
        let rows = sequential::play_one(lab, &design, screen, &self.best.1)?;
        let better = rows.column(0, Scalar::Npv).less(&self.best.1).low > 0.0;
        if better {
            let rows = sequential::complete(lab, &design, screen, rows)?;
            self.best = (next, rows.column(0, Scalar::Npv));
        }
        Ok(better)
    }

    fn design(&self, places: &[usize]) -> Option<(String, Design)> {
        let edits: Vec<Edit> =
            places.iter().flat_map(|place| self.candidates[*place].edits.clone()).collect();
        self.desk.changed(&edits).ok()
    }
}

/// Rules that a package may break, too: those that the proposal breaks, or today's program without it. A reward that was out of reach may be far off.
fn faults(proposal: &Design, weak_today: &[(Code, Option<String>)]) -> Vec<Code> {
    let today = weak_today.iter().map(|(code, _)| *code);
    let mut faults: Vec<Code> = inquiry::broken_rules(proposal).into_iter().chain(today).collect();
    if faults.contains(&p01_reward_out_of_reach::RULE.code) {
        faults.push(p02_reward_too_far::RULE.code);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::edited;

    /// The anchor's leaving puts the first reward out of reach; without the change it is only far off, as it is today. To keep today's terms breaks no rule that counts.
    #[test]
    fn what_is_weak_today_bars_no_package() {
        const TEXT: &str = include_str!("../../scenarios/grocery-anchor.toml");
        let design = Design::parse(TEXT).unwrap();
        let kept = edited(TEXT, &[Edit::Remove("program.partner[0]".to_owned())]).unwrap().1;
        let (proposed, allowed) =
            (inquiry::broken_rules(&design), faults(&design, &inquiry::weak_today(TEXT, &design)));
        let broken = inquiry::broken_rules(&kept);
        assert!(
            broken.contains(&p02_reward_too_far::RULE.code)
                && !proposed.contains(&p02_reward_too_far::RULE.code)
        );
        assert!(broken.iter().all(|code| allowed.contains(code)), "{broken:?}");
    }
}
