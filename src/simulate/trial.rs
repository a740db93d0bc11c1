//! One trial: every segment's blocks, one after the other, counted into one tally.

use super::block::{BLOCK, Block, block_key};
use super::concentration::Concentration;
use super::lines::Line;
use super::pilot;
use super::survey::Survey;
use super::tally::Tally;
use crate::design::{Design, Truth};
use crate::plan::Plan;
use crate::random::ROWS;

/// How many customers of each segment are simulated: in proportion to the central shares, at least one each.
pub fn allocate(shares: &[f64], customers: usize) -> Vec<usize> {
    let all: f64 = shares.iter().sum();
    shares.iter().map(|s| ((customers as f64 * s / all).round() as usize).max(1)).collect()
}

/// Customers a block begins with: fewer where the business grows fast, so that there is room for the newcomers.
fn block_size(arrivals: f64, months: usize) -> usize {
    let growth = 1.0 + arrivals * months as f64;
    BLOCK.min((0.75 * ROWS as f64 / growth) as usize).max(1)
}

/// Plays a trial of `design` under `truth` with `counts` simulated customers per segment.
pub fn play(
    design: &Design,
    truth: &Truth,
    seed: u64,
    trial: u64,
    counts: &[usize],
    block: &mut Block,
) -> Tally {
    play_plan(design, truth, &Plan::new(design, truth, seed, trial), (seed, trial), counts, block)
}

/// Plays a trial whose plan has been made.
pub fn play_plan(
    design: &Design,
    truth: &Truth,
    plan: &Plan,
    (seed, trial): (u64, u64),
    counts: &[usize],
    block: &mut Block,
) -> Tally {
    let real = truth[design.business.customers];
    let weights = plan.segments.iter().zip(counts).map(|(s, n)| real * s.share.get() / *n as f64).collect();
    let mut tally = Tally::new(trial, weights, plan.worlds.len(), plan.months);
    let survey = Survey::new(design.branches.len(), design.touchpoints.len());
    tally.surveys = vec![survey; plan.worlds.len()];
    tally.categories = vec![Default::default(); plan.worlds.len()];
    let mut worths = Vec::with_capacity(counts.iter().sum());
    for (index, &count) in counts.iter().enumerate() {
        let weight = tally.weights[index];
        let segment = pilot::calibrate(plan, index, seed, trial, block);
        let size = block_size(segment.declared.arrivals, plan.months);
        for (number, first) in (0..count).step_by(size).enumerate() {
            let last = (first + size).min(count);
            block.seat(&segment.cast, block_key(seed, trial, index, number), [first, last, count]);
            worths.extend(block.yearly_worths().map(|worth| (worth, weight)));
            block.play(&segment, [first, last, count], &mut tally);
        }
    }
    tally.concentration = Concentration::of(worths);
    book_fixed(plan, counts, real, &mut tally);
    tally
}

/// Costs of the business, spread over segments by their share and expressed in units of the sample.
fn book_fixed(plan: &Plan, counts: &[usize], real: f64, tally: &mut Tally) {
    for (w, world) in plan.worlds.iter().enumerate() {
        for s in 0..plan.segments.len() {
            let part = counts[s] as f64 / real;
            for (t, fixed) in world.fixed.iter().enumerate() {
                let row = tally.row_mut(w, s, t);
                row[Line::SetupCost] += part * fixed.setup.get();
                row[Line::RunningCost] += part * fixed.running.get();
                row[Line::ServiceCost] += part * fixed.service.get();
                row[Line::StaffPay] += part * fixed.staff_pay.get();
                row[Line::HiringCost] += part * fixed.hiring.get();
                row[Line::GiftCost] += part * fixed.gifts.get();
                row[Line::PartnerIncome] += part * fixed.partners.get();
                row[Line::AcquisitionCost] += part * plan.acquisition.get();
                let (customers, staff) = (row[Line::Start], world.staff[t]);
                let levers = &world.levers[s][t];
                let proper = f64::from(levers.proper_contacts) + plan.segments[s].branch_mean(levers);
                row[Line::ProperContacts] = customers * proper;
                row[Line::StaffLoyalty] = customers * staff.loyalty.get();
                row[Line::StaffTurnover] = customers * staff.turnover_per_year().get();
            }
        }
    }
}
