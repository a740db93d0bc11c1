//! Each customer against themselves in the baseline world: saved, lost, would have stayed anyway.

use super::month::Scratch;
use super::state::State;
use super::sums::Adder;
use super::tally::Line;
use crate::plan::PointsTerms;
use crate::population::People;
use crate::random::ROWS;
use crate::random::math::{larger, smaller};
use crate::random::widest;

widest! {
    /// Counts those still here who were customers a year ago, or at the start if that is later.
    pub fn book_stayed(
        month: usize,
        people: &People,
        state: &State,
        n: usize,
        adder: &mut Adder,
        row: &mut [f64],
    ) {
        let n = n.min(ROWS);
        let since = if month >= 12 { (month - 12) as f32 } else { -1.0 };
        let (alive, joined) = (&state.alive[..n], &people.joined[..n]);
        row[Line::Stayed as usize] += adder.total(n, |i| {
            let here = alive[i];
            if joined[i] <= since { here } else { 0.0 }
        });
    }
}

widest! {
    /// Counts who is where at the end of the month.
    pub fn book_pairs(
        people: &People,
        base: &State,
        here: &State,
        rows: usize,
        ever: usize,
        adder: &mut Adder,
        row: &mut [f64],
    ) {
        let n = rows.min(ROWS);
        let (there, here, both) = (&base.alive[..n], &here.alive[..n], &people.in_baseline[..n]);
        let kept = adder.total(n, |i| there[i] * here[i]);
        let saved = adder.total(n, |i| (1.0 - there[i]) * here[i] * both[i]);
        let lost = adder.total(n, |i| there[i] * (1.0 - here[i]));
        let won = adder.total(n, |i| here[i] * (1.0 - both[i]));
        row[Line::KeptAnyway as usize] += kept;
        row[Line::Saved as usize] += saved;
        row[Line::LostByProgram as usize] += lost;
        row[Line::Won as usize] += won;
        row[Line::LostAnyway as usize] += ever as f64 - kept - saved - lost;
    }
}

widest! {
    /// Discounts and points on purchases that the baseline world also made, and benefits of customers who are there in it.
    pub fn book_benefits(
        base: &State,
        base_month: &Scratch,
        month: &Scratch,
        points: &PointsTerms,
        adder: &mut Adder,
        row: &mut [f64],
    ) {
        let n = month.len();
        let (there, alive) = (&base_month.list[..n], &base.alive[..n]);
        let (list, discount) = (&month.list[..n], &month.discount[..n]);
        let (issued, redeemed) = (&month.issued[..n], &month.redeemed[..n]);
        row[Line::DiscountSubsidised as usize] += adder.total(n, |i| discount[i] * smaller(list[i], there[i]));
        row[Line::IssuedSubsidised as usize] += f64::from(points.value)
            * adder.total(n, |i| {
                let part = smaller(list[i], there[i]) / larger(list[i], 1e-6);
                issued[i] as f32 * part
            });
        row[Line::BenefitsToKept as usize] +=
            adder.total(n, |i| (discount[i] * list[i] + redeemed[i] as f32 * points.cost) * alive[i]);
    }
}
