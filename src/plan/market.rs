//! What happens to everybody: rivals that open near by, their offers, and what they answer to ours.
//!
//! A customer compares offers. What a rival gives, as a share of spend, counts against what we give: it raises the rival's strength,
//! as our own offer lowers the risk through calculative loyalty.

use rand::{Rng, RngExt};

use super::levers::Levers;
use super::today::Run;
use super::world::WorldPlan;
use crate::design::{Design, NumberId, Rival, Truth};
use crate::random::{Purpose, StreamKey, latin};

/// Strength of a rival per unit of what it gives, as a share of spend.
const PER_OFFER: f64 = 10.0;
/// Strength of all rivals together beyond which more of it counts less and less.
const STRONG: f64 = 3.0;

/// Writes the strength of open rivals into the levers of every world. When they open and when price wars break out is luck that the
/// worlds share; what a rival copies and how it answers depends on our program, and so on the world.
pub(super) fn compete(
    design: &Design,
    truth: &Truth,
    luck: (u64, u64),
    (worlds, runs): (&mut [WorldPlan], &[Option<Run>]),
) {
    for (index, rival) in design.rivals.iter().enumerate() {
        let Some(open_rival) = OpenRival::draw(truth, rival, index, design.horizon_months, luck) else {
            continue;
        };
        for (world, run) in worlds.iter_mut().zip(runs) {
            for levers in &mut world.levers {
                open_rival.press(design, truth, *run, levers);
            }
        }
    }
    let all = worlds.iter_mut().flat_map(|world| &mut world.levers).flatten();
    all.for_each(|lever| lever.rivals = felt(lever.rivals));
}

/// What customers feel of strength: all of it where it is usual, of more the logarithm.
fn felt(strength: f32) -> f32 {
    let over = f64::from(strength) / STRONG;
    if over <= 1.0 { strength } else { (STRONG + libm::log(over)) as f32 }
}

/// Whether anything in the market happens by chance: a rival that may or may not open, or in one of several months, or price wars.
pub fn has_events(design: &Design) -> bool {
    let is = |id: NumberId, value: f64| {
        let number = &design.numbers[id];
        number.distribution.is_certain() && number.distribution.central() == value
    };
    let by_chance = |rival: &Rival| {
        let opens = is(rival.probability, 1.0) && rival.opens_from == rival.opens_until;
        !(is(rival.probability, 0.0) || opens && is(rival.price_wars_per_year, 0.0))
    };
    design.rivals.iter().any(by_chance)
}

/// A rival that does open: the luck of one trial.
struct OpenRival<'a> {
    rival: &'a Rival,
    opens: usize,
    closes: usize,
    /// Months of price war.
    war: Vec<bool>,
}

impl<'a> OpenRival<'a> {
    /// `None` if the rival does not open.
    fn draw(
        truth: &Truth,
        rival: &'a Rival,
        index: usize,
        months: usize,
        (seed, trial): (u64, u64),
    ) -> Option<Self> {
        let key = |b| StreamKey { seed, trial, a: index as u64, b, purpose: Purpose::Market };
        // even over the trials, as uncertain numbers are
        let [opens, when] = [2, 3].map(|b| latin::of_stream(key(b)));
        if opens >= truth[rival.probability] {
            return None;
        }
        let window = (rival.opens_until - rival.opens_from + 1) as f64;
        let opens = rival.opens_from + (when * window) as usize;
        let closes = rival.closes.unwrap_or(months).min(months);
        let lasts = whole(truth, rival.price_war_months);
        let (chance, mut rng) = (truth[rival.price_wars_per_year] / 12.0, key(1).rng());
        let mut war = vec![false; months];
        let mut until = 0;
        for (month, at_war) in war.iter_mut().enumerate() {
            // a draw every month, whatever happens
            let breaks_out = uniform(&mut rng) < chance || rival.price_war_from == Some(month);
            if breaks_out && month >= opens && month >= until {
                until = month + lasts;
            }
            *at_war = month < until;
        }
        Some(Self { rival, opens, closes, war })
    }

    /// Adds this rival's strength to the months of one segment.
    fn press(&self, design: &Design, truth: &Truth, run: Option<Run>, levers: &mut [Levers]) {
        let rival = self.rival;
        let copy = run.map_or((usize::MAX, 0.0), |run| self.copy(truth, run, levers));
        let answer = run.map_or(0..0, |run| {
            let from = self.opens.max(run.after(whole(truth, rival.answers_after_months)));
            from..from + whole(truth, rival.answer_lasts_months)
        });
        let better = |lever: &Levers| truth[rival.proper_contacts] - f64::from(lever.proper_contacts);
        for (month, lever) in levers.iter_mut().enumerate().take(self.closes).skip(self.opens) {
            let mut offer = truth[rival.price_gap];
            offer += if self.war[month] { truth[rival.price_war_depth] } else { 0.0 };
            offer += if month >= rival.program_from.unwrap_or(0) { truth[rival.program_worth] } else { 0.0 };
            offer += if month >= copy.0 { copy.1 } else { 0.0 };
            offer += if answer.contains(&month) { truth[rival.answers_with] } else { 0.0 };
            let service = truth[design.behaviour.rival_service] * better(lever);
            let strength = 1.0 + PER_OFFER * offer + service + self.novelty(truth, month);
            lever.rivals += strength.max(0.0) as f32;
            if month == self.opens {
                lever.exploration = lever.exploration.max(truth[rival.exploration] as f32);
            }
        }
    }

    /// The month of the copy, and its worth: a part of what our program has given a new member on average until then. A program
    /// that has ended before is not copied.
    fn copy(&self, truth: &Truth, run: Run, levers: &[Levers]) -> (usize, f64) {
        let from = self.opens.max(run.after(whole(truth, self.rival.copies_after_months)));
        let seen = run.after(0)..(from + 1).min(levers.len());
        if !levers.get(from).is_some_and(|lever| lever.program) {
            return (usize::MAX, 0.0);
        }
        let months = seen.len() as f64;
        let worth = levers[seen].iter().map(|lever| f64::from(lever.worth())).sum::<f64>() / months;
        (from, truth[self.rival.copies] * worth)
    }

    /// What is left of its being new.
    fn novelty(&self, truth: &Truth, month: usize) -> f64 {
        let (full, half_life) = (truth[self.rival.novelty], truth[self.rival.novelty_half_life_months]);
        let age = (month - self.opens) as f64;
        if age == 0.0 {
            full
        } else if half_life > 0.0 {
            full * libm::exp2(-age / half_life)
        } else {
            0.0
        }
    }
}

fn whole(truth: &Truth, id: NumberId) -> usize {
    truth[id].round() as usize
}

fn uniform(rng: &mut impl Rng) -> f64 {
    rng.random::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Usual strength counts in full; of more, each part counts, but less and less.
    #[test]
    fn no_strength_counts_for_nothing() {
        assert_eq!([0.0, 1.5, 3.0].map(felt), [0.0, 1.5, 3.0]);
        let [twice, four] = [6.0, 12.0].map(felt);
        assert!((twice - 3.0 - std::f32::consts::LN_2).abs() < 1e-6);
        assert!((four - twice - std::f32::consts::LN_2).abs() < 1e-6);
    }
}
