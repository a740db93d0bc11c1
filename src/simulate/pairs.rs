//! Each customer against themselves in the baseline world: saved, lost, would have stayed anyway.

use super::lines::{Entries, Line};
use super::scratch::Scratch;
use super::state::State;
use super::totals::{Grain, groups, heads, unordered};
use crate::plan::{Deal, Flow, Per, PointsTerms};
use crate::population::People;
use crate::random::ROWS;
use crate::random::math::{larger, smaller};
use crate::random::widest;

widest! {
    /// Counts those still here who were customers a year ago, or at the start if that is later, and have not left in between.
    pub fn book_stayed(month: usize, people: &People, state: &State, n: usize, row: &mut Entries) {
        let n = n.min(ROWS);
        let since = if month >= 12 { (month - 12) as f32 } else { -1.0 };
        let (alive, joined) = (&state.alive[..n], &people.joined[..n]);
        let back = &state.back[..n];
        row[Line::Stayed] += heads(n, |i| (alive[i] > 0.0) & (joined[i] <= since) & (back[i] <= since));
    }
}

widest! {
    /// Counts who is where at the end of the month.
    pub fn book_pairs(people: &People, base: &State, here: &State, n: usize, ever: usize, row: &mut Entries) {
        let n = n.min(ROWS);
        let (there, stays, both) = (&base.alive[..n], &here.alive[..n], &people.in_baseline[..n]);
        let kept = heads(n, |i| (there[i] > 0.0) & (stays[i] > 0.0));
        let saved = heads(n, |i| (there[i] == 0.0) & (stays[i] > 0.0) & (both[i] > 0.0));
        let lost = base.register.all() - kept;
        row[Line::KeptAnyway] += kept;
        row[Line::Saved] += saved;
        row[Line::LostByProgram] += lost;
        row[Line::Won] += here.register.all() - kept - saved;
        row[Line::LostAnyway] += ever as f64 - kept - saved - lost;
    }
}

widest! {
    /// Discounts and points issued on purchases that the baseline world also made; discounts and redeemed points of customers who are there in it.
    pub fn book_benefits(
        base: &State,
        base_month: &Scratch,
        month: &Scratch,
        points: &PointsTerms,
        grain: Grain,
        row: &mut Entries,
    ) {
        let n = month.len();
        let (there, alive) = (groups(&base_month.list, n), groups(&base.alive, n));
        let (list, discount) = (groups(&month.list, n), groups(&month.discount, n));
        let (issued, redeemed) = (groups(&month.issued, n), groups(&month.redeemed, n));
        let cost = points.cost;
        let sums = unordered(list.len(), [grain, Grain::WHOLE, grain], |g, l| {
            let (list, discount) = (list[g][l], discount[g][l]);
            let both = smaller(list, there[g][l]);
            let issued = issued[g][l] as f32 * (both / larger(list, f32::MIN_POSITIVE));
            [discount * both, issued, (discount * list + redeemed[g][l] as f32 * cost) * alive[g][l]]
        });
        row[Line::DiscountSubsidised] += sums[0];
        row[Line::IssuedSubsidised] += f64::from(points.value) * sums[1];
        row[Line::BenefitsToKept] += sums[2];
        if month.bonuses {
            let bonus = groups(&month.bonus, n);
            let [both, kept] = unordered(list.len(), [grain; 2], |g, l| {
                let (bonus, list) = (bonus[g][l], list[g][l]);
                if bonus < 0.0 {
                    // what is taken back was accrued for purchases of other months
                    return [bonus; 2];
                }
                let both = if list > 0.0 { smaller(list, there[g][l]) / list } else { alive[g][l] };
                [bonus * both, bonus * alive[g][l]]
            });
            row[Line::DiscountSubsidised] += both;
            row[Line::BenefitsToKept] += kept;
        }
    }
}

/// Gifts for what was spent in a period: all of them, those for purchases that the baseline world also made, and those of customers who are there in it. What
/// was bought in the month in which a customer gets there stands for what was bought in the period.
pub fn book_gifts(deals: &[Deal], base: &State, base_month: &Scratch, month: &Scratch, row: &mut Entries) {
    let n = month.len();
    let (there, alive) = (groups(&base_month.list, n), groups(&base.alive, n));
    let list = groups(&month.list, n);
    for (deal, on) in deals.iter().zip(&month.entitled).filter(|(deal, _)| deal.who.target.on) {
        let (on, cost) = (groups(on, n), f64::from(deal.money[Flow::Gift as usize][Per::Head as usize]));
        let [all, both, kept] = unordered(on.len(), [Grain::ONE; 3], |g, l| {
            let (on, list) = (on[g][l], list[g][l]);
            let both = smaller(list, there[g][l]) / larger(list, f32::MIN_POSITIVE);
            [on, on * both, on * alive[g][l]]
        });
        row[Line::GiftsForSpend] += cost * all;
        row[Line::GiftsSubsidised] += cost * both;
        row[Line::GiftsToKept] += cost * kept;
    }
}

/// Benefits that no customer's row holds: points that another redeems than who collected them, and points paid out. The same share of them goes to customers
/// who are there in the baseline as of the points redeemed this month, or, where none is redeemed, as of the customers.
pub fn book_benefits_of_no_row(money: f64, base: &State, here: &State, month: &Scratch, row: &mut Entries) {
    if money <= 0.0 {
        return;
    }
    let n = month.len();
    let share = |of: &dyn Fn(usize) -> f64| {
        let kept = (0..n).map(|i| of(i) * f64::from(base.alive[i])).sum::<f64>();
        kept / (0..n).map(of).sum::<f64>()
    };
    let of_points = share(&|i| f64::from(month.redeemed[i]));
    let share = if of_points.is_finite() { of_points } else { share(&|i| f64::from(here.alive[i])) };
    row[Line::BenefitsToKept] += money * if share.is_finite() { share } else { 0.0 };
}
