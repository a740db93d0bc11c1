//! The program's effect in one trial: headline numbers from the ledgers of two worlds.

use super::base::Base;
use super::ledger::{COSTS_OF_A_CHANGE, Ledger, PROGRAM_INCOME, Row, ratio};
use super::terms::Terms;
use super::{Scalar, break_even, fatigue, monthly};
use crate::simulate::Line;

/// Headline numbers by [`Scalar`]; NaN where undefined.
pub(super) struct Numbers(pub Vec<f64>);

impl Numbers {
    pub(super) fn new() -> Self {
        Self(vec![f64::NAN; Scalar::COUNT])
    }

    pub(super) fn set(&mut self, scalar: Scalar, value: f64) {
        self.0[scalar as usize] = value;
    }
}

/// The two worlds of a trial and the terms on which they are judged.
pub(super) struct Comparison<'a> {
    pub baseline: &'a Ledger,
    pub program: &'a Ledger,
    pub terms: &'a Terms,
    /// Share of the points outstanding at the end that will be redeemed, in the two worlds.
    pub redemption: [f64; 2],
}

/// Headline numbers of a trial without a program.
pub(super) fn without_program(baseline: &Ledger, base: &Base) -> Numbers {
    let mut numbers = Numbers::new();
    if let Some(end) = baseline.last() {
        numbers.set(Scalar::RetentionBaseline, baseline.annual_retention(baseline.months() - 1));
        numbers.set(Scalar::NpsBaseline, end.nps());
        numbers.set(Scalar::ActiveBaseline, end.get(Line::Active));
        numbers.set(Scalar::BaselineContribution, contribution(baseline));
        numbers.set(Scalar::OpeningLiability, opening(baseline));
    }
    numbers.set(Scalar::BaseValueStart, base.start);
    numbers.set(Scalar::BaseValueBaseline, base.baseline);
    numbers
}

/// Headline numbers of a trial with a program.
pub(super) fn with_program(worlds: &Comparison, base: &Base) -> Numbers {
    let mut numbers = without_program(worlds.baseline, base);
    let Some(end) = worlds.program.last() else { return numbers };
    let retention = worlds.program.annual_retention(worlds.program.months() - 1);
    for (change, program, baseline, value) in [
        (Scalar::RetentionChange, Scalar::RetentionProgram, Scalar::RetentionBaseline, retention),
        (Scalar::NpsChange, Scalar::NpsProgram, Scalar::NpsBaseline, end.nps()),
        (Scalar::ActiveChange, Scalar::ActiveProgram, Scalar::ActiveBaseline, end.get(Line::Active)),
    ] {
        numbers.set(program, value);
        numbers.set(change, value - numbers.0[baseline as usize]);
    }
    worlds.money(&mut numbers);
    worlds.base(&mut numbers, base);
    worlds.waterfall(&mut numbers);
    worlds.customers(&mut numbers);
    worlds.points(&mut numbers);
    worlds.discount(&mut numbers);
    worlds.selection(&mut numbers);
    numbers
}

impl Comparison<'_> {
    /// Cumulated net effect up to the end of each month: contribution gained, less the cost of those points then outstanding
    /// that will be redeemed.
    pub fn net_effect(&self) -> Vec<f64> {
        self.cumulated_effect(1.0)
    }

    /// The same at present value, flows at the ends of months.
    pub fn npv(&self) -> Vec<f64> {
        self.cumulated_effect(self.terms.monthly_factor)
    }

    fn cumulated_effect(&self, monthly_factor: f64) -> Vec<f64> {
        let (mut sum, mut factor) = (0.0, 1.0);
        let [brings, brought] = [self.program, self.baseline].map(Ledger::contributions);
        (0..self.program.months())
            .map(|month| {
                let (with, without) = (self.program.month(month), self.baseline.month(month));
                factor *= monthly_factor;
                sum += factor * (brings[month] - brought[month]);
                let charge = |row: &Row, world: usize| {
                    let owed = row.get(Line::LiabilityValue);
                    factor * owed * self.terms.cost_of_points(world) * self.redemption[world]
                };
                sum - (charge(with, 1) - charge(without, 0))
            })
            .collect()
    }

    /// Program less baseline of a flow over the horizon.
    fn change(&self, line: Line) -> f64 {
        self.program.sum(line) - self.baseline.sum(line)
    }

    fn money(&self, numbers: &mut Numbers) {
        let effect = self.net_effect();
        let last = |values: &[f64]| values.last().copied().unwrap_or(f64::NAN);
        let (net, npv) = (last(&effect), last(&self.npv()));
        numbers.set(Scalar::NetEffect, net);
        numbers.set(Scalar::Npv, npv);
        // a loss saves tax that is due on other profits
        let kept = self.terms.profit_tax.map_or(f64::NAN, |tax| 1.0 - tax);
        numbers.set(Scalar::NetEffectAfterTax, kept * net);
        numbers.set(Scalar::NpvAfterTax, kept * npv);
        numbers.set(Scalar::PaybackMonth, payback(&effect, self.terms.active.start));
        numbers.set(Scalar::MarginLoss, self.program.margin_loss().iter().sum());
        let change = |lines: &[Line]| lines.iter().map(|&line| self.change(line)).sum::<f64>();
        numbers.set(Scalar::ProgramCost, change(COSTS_OF_A_CHANGE) - change(PROGRAM_INCOME));
    }

    /// The value of the base at the end beside the effect to the horizon, and points at their full amount.
    fn base(&self, numbers: &mut Numbers, base: &Base) {
        let change = base.program - base.baseline;
        numbers.set(Scalar::BaseValueProgram, base.program);
        numbers.set(Scalar::BaseValueChange, change);
        numbers.set(Scalar::BaseValueStays, base.stays);
        let [effect, npv] = [Scalar::NetEffect, Scalar::Npv].map(|scalar| numbers.0[scalar as usize]);
        numbers.set(Scalar::NetEffectWithBase, effect + change);
        let months = self.program.months() as f64;
        numbers.set(Scalar::NpvWithBase, npv + libm::pow(self.terms.monthly_factor, months) * change);
        let [unpaid, owed] = [self.baseline, self.program]
            .map(|ledger| ledger.last().map_or(f64::NAN, |end| end.get(Line::LiabilityValue)));
        numbers
            .set(Scalar::ExpectedRedemption, if owed > 0.0 { self.redemption[1].min(1.0) } else { f64::NAN });
        let lapses = |owed: f64, world: usize| {
            owed * self.terms.cost_of_points(world) * (1.0 - self.redemption[world])
        };
        numbers.set(Scalar::NetEffectFullPoints, effect - (lapses(owed, 1) - lapses(unpaid, 0)));
    }

    fn waterfall(&self, numbers: &mut Numbers) {
        numbers.set(Scalar::ProgramContribution, contribution(self.program));
        numbers.set(Scalar::StepListRevenue, self.change(Line::ListRevenue));
        for (step, line) in [
            (Scalar::StepSpecialTerms, Line::SpecialTerms),
            (Scalar::StepVolumeBonus, Line::VolumeBonus),
            (Scalar::StepCostOfGoods, Line::CostOfGoods),
            (Scalar::StepRewardCost, Line::RewardCost),
            (Scalar::StepSetupCost, Line::SetupCost),
            (Scalar::StepRunningCost, Line::RunningCost),
            (Scalar::StepServiceCost, Line::ServiceCost),
            (Scalar::StepStaffPay, Line::StaffPay),
            (Scalar::StepHiringCost, Line::HiringCost),
            (Scalar::StepAcquisitionCost, Line::AcquisitionCost),
            (Scalar::StepReferralCost, Line::ReferralCost),
            (Scalar::StepGiftCost, Line::GiftCost),
            (Scalar::StepFinanceCost, Line::FinanceCost),
            (Scalar::StepReturnsCost, Line::ReturnsCost),
        ] {
            // Subtracted this way round so that no cost is 0, not −0.
            numbers.set(step, self.baseline.sum(line) - self.program.sum(line));
        }
        let common = |world: &Ledger| {
            world.sum(Line::Discount) - world.sum(Line::SpecialTerms) - world.sum(Line::VolumeBonus)
        };
        numbers.set(Scalar::StepDiscount, common(self.baseline) - common(self.program));
        for (step, line) in [
            (Scalar::StepFeeIncome, Line::FeeIncome),
            (Scalar::StepPartnerIncome, Line::PartnerIncome),
            (Scalar::StepCardBreakage, Line::CardBreakage),
        ] {
            numbers.set(step, self.change(line));
        }
    }

    fn customers(&self, numbers: &mut Numbers) {
        let Some(end) = self.program.last() else { return };
        for (scalar, line) in [
            (Scalar::Saved, Line::Saved),
            (Scalar::LostByProgram, Line::LostByProgram),
            (Scalar::KeptAnyway, Line::KeptAnyway),
            (Scalar::LostAnyway, Line::LostAnyway),
            (Scalar::Won, Line::Won),
        ] {
            numbers.set(scalar, end.get(line));
        }
        let net = end.get(Line::Saved) - end.get(Line::LostByProgram);
        numbers.set(Scalar::NetSaved, net);
        numbers.set(Scalar::PricePerSaved, ratio(numbers.0[Scalar::ProgramCost as usize], net));
        let all = self.program.horizon();
        // what is stolen, what employees collect and what charities get is no benefit of a customer
        let received = all.benefits() - all.get(Line::TakenCost) - all.get(Line::DonatedCost);
        let to_kept = all.get(Line::BenefitsToKept) + all.get(Line::GiftsToKept);
        numbers.set(Scalar::PaidToKept, ratio(to_kept, received));
    }

    fn points(&self, numbers: &mut Numbers) {
        let Some(end) = self.program.last() else { return };
        let owed = end.get(Line::LiabilityValue);
        numbers.set(Scalar::ClosingLiability, owed);
        numbers.set(Scalar::ClosingCost, owed * self.terms.cost_of_points(1));
        let deferred = monthly::deferred_revenue(self.program);
        numbers.set(Scalar::DeferredRevenue, deferred.last().copied().unwrap_or(f64::NAN));
        let had = [Line::OpeningPoints, Line::PointsIssued, Line::PointsConverted];
        let had: f64 = had.iter().map(|line| self.program.sum(*line)).sum();
        let had = had - self.program.sum(Line::PointsTaken);
        numbers.set(Scalar::Breakage, ratio(self.program.sum(Line::PointsExpired), had));
    }

    fn discount(&self, numbers: &mut Numbers) {
        let months = || self.terms.active.clone();
        let over = |ledger: &Ledger, line| ledger.sum_over(months(), line);
        let (with, without) = (over(self.program, Line::ListRevenue), over(self.baseline, Line::ListRevenue));
        let margin = 1.0 - ratio(over(self.baseline, Line::CostOfGoods), without);
        let gives = |ledger: &Ledger| ledger.totals(months()).benefits();
        let given = gives(self.program) - gives(self.baseline);
        let rise = break_even::volume_rise(ratio(given, with), margin);
        numbers.set(Scalar::BreakEvenVolume, rise.unwrap_or(f64::NAN));
        numbers.set(Scalar::VolumeChange, ratio(with, without) - 1.0);

        let end = self.terms.active.end;
        let in_month = |line, per| {
            move |month: usize| {
                let change = self.program.month(month).get(line) - self.baseline.month(month).get(line);
                let base = self.program.month(month).get(per);
                if base > 0.0 { change / base } else { 0.0 }
            }
        };
        let uplift: Vec<f64> = (0..end).map(in_month(Line::PriceUplift, Line::Start)).collect();
        let depth: Vec<f64> = (0..end).map(in_month(Line::Discount, Line::ListRevenue)).collect();
        numbers.set(Scalar::UpliftHalved, month_number(fatigue::halved(&uplift)));
        numbers.set(Scalar::UpliftUnprofitable, month_number(fatigue::unprofitable(&uplift, &depth, margin)));
    }

    /// What a comparison of members with others shows, and what the program did. The comparison is over the last
    /// twelve months of the program.
    fn selection(&self, numbers: &mut Numbers) {
        let active = self.terms.active.clone();
        let last_year = active.end.saturating_sub(12).max(active.start)..active.end;
        let sum = |line| self.program.sum_over(last_year.clone(), line);
        let there = |line| self.program.customer_months(last_year.clone(), line);
        let (bought, members) = (sum(Line::MemberPurchases), there(Line::Members));
        let (all, rest) = (there(Line::Active), there(Line::Active) - members);
        let naive = ratio(bought, members) / ratio(sum(Line::Purchases) - bought, rest) - 1.0;
        numbers.set(Scalar::NaiveLift, if rest > FEW * all { naive } else { f64::NAN });
        let without = self.baseline.sum_over(active.clone(), Line::Purchases);
        let caused = self.program.sum_over(active.clone(), Line::Purchases) - without;
        // what reaches everyone changes purchases of those who are no members, too
        let anyway = match self.terms.reaches_everyone {
            true => without,
            false => self.program.sum_over(active, Line::MemberPurchases) - caused,
        };
        numbers.set(Scalar::CausalLift, ratio(caused, anyway));
    }
}

/// Of fewer others than this share of the customers nobody would compare members with them.
const FEW: f64 = 0.05;

/// Face value of the points outstanding at the start; NaN where there are none.
fn opening(ledger: &Ledger) -> f64 {
    let owed = ledger.sum(Line::OpeningValue);
    if owed > 0.0 { owed } else { f64::NAN }
}

fn contribution(ledger: &Ledger) -> f64 {
    ledger.contributions().iter().sum()
}

/// First month (1-based) of the program from which the cumulated effect stays at or above zero; NaN if it ends below, and where nothing is
/// spent or gained.
pub(super) fn payback(effect: &[f64], launch: usize) -> f64 {
    if effect.iter().all(|&e| e == 0.0) {
        return f64::NAN;
    }
    let paid_back_at = effect.iter().rposition(|&e| e < 0.0).map_or(launch, |last| (last + 1).max(launch));
    if paid_back_at < effect.len() { (paid_back_at + 1) as f64 } else { f64::NAN }
}

fn month_number(month: Option<usize>) -> f64 {
    month.map_or(f64::NAN, |m| (m + 1) as f64)
}
