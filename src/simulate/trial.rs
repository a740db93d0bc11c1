//! One trial: every segment's blocks, one after the other, counted into one tally.

use super::block::{Block, block_keys};
use super::concentration::Concentration;
use super::halt::Halt;
use super::lines::Line;
use super::pilots;
use super::sample::{Part, Sample};
use super::seats::{Lucks, Seats};
use super::settled;
use super::survey::Survey;
use super::tally::Tally;
use crate::design::Design;
use crate::plan::Plan;

/// Plays the luck of a trial whose plan has been made, unless `halt` asks to give it up.
pub fn play(
    design: &Design,
    real: f64,
    plan: &Plan,
    (seed, lucks): (u64, Lucks),
    (sample, halt): (&Sample, Halt<'_>),
    block: &mut Block,
) -> Tally {
    let plan = &*settled::joined(plan, block);
    let seats = Seats { sample, plan, real, luck: (seed, lucks) };
    let mut scales = settled::scales(plan, &seats, block);
    let counts = &sample.counts;
    let empty = empty(design, plan, lucks.sampled, weights(plan, counts, real));
    let mut halves = [empty.clone(), empty];
    let (mut heads, mut worths) = (Vec::new(), Vec::with_capacity(counts.iter().sum()));
    for index in 0..counts.len() {
        halt.check();
        let (parts, size, weight) = seats.of(index);
        let segment = pilots::calibrate(plan, index, block);
        for ((number, of), tally) in (0..).zip(parts).zip(&mut halves) {
            for part in Part::of(of, size) {
                halt.check();
                block.seat(&segment.cast, block_keys(seats.luck(index), index, (number, part.first)), &part);
                worths.extend(block.yearly_worths().map(|worth| (worth, weight)));
                block.live_to_the_start(&segment, scales.as_mut(), tally);
                block.play(&segment, tally);
            }
        }
        halves.iter_mut().for_each(|tally| tally.book_common(index, &segment.cast.partings));
        heads.push(parts);
    }
    let [mut tally, other] = halves;
    tally.join_halves(other, &heads, &sample.simulated);
    tally.concentration = Concentration::of(worths);
    book_fixed(plan, counts, real, &mut tally);
    plan.prices.iter().for_each(|prices| tally.reprice(prices));
    tally
}

/// A tally with room for all that a plan's worlds may come to.
fn empty(design: &Design, plan: &Plan, trial: u64, weights: Vec<f64>) -> Tally {
    let survey = Survey::new(design.branches.len(), design.touchpoints.len());
    let tally = Tally::new(trial, weights, plan.worlds.len(), plan.months);
    tally.with_surveys(&survey).with_ended(plan.ended)
}

/// Customers of the business for each one simulated, by segment.
fn weights(plan: &Plan, counts: &[usize], real: f64) -> Vec<f64> {
    plan.segments.iter().zip(counts).map(|(s, n)| real * s.share.get() / *n as f64).collect()
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
