//! The staff: what holds them, how their loyalty reaches the customers, what training leaves behind.
//!
//! One state for the business, month by month, without luck. It decides the share of contacts handled to standard and the cost of pay and of
//! replacing those who leave; the monthly step reads only the share.

use super::response::hazard;
use super::work::{Conditions, Work};
use super::world::{StaffMonth, WorldPlan};
use crate::design::{Design, NumberId, Truth};
use crate::units::{AnnualRate, Money, MonthlyRate, Share};

/// How fast staff get used to their pay, per month.
const USED_TO: f64 = 0.1;
/// How much a cut below the pay they are used to hurts, beyond the pay itself.
const CUT_HURTS: f64 = 0.5;
/// Loss of felt fairness per unit of pay below the fair one: at half the fair pay nothing is left of it.
const UNFAIRNESS: f64 = 2.0;
/// Work left undone per unit of pay cut: paid a third less than promised, people did a fifth less (Kube, Maréchal & Puppe 2013).
const UNDONE: f64 = 0.6;
/// Pay above the fair one by this factor can make greedy.
const HIGH: f64 = 1.2;
/// The share of contacts handled to standard stays within these bounds.
const PROPER: (f64, f64) = (0.01, 0.99);

/// What staff meet in a month, elements taken together.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Met {
    pay: f64,
    experience: f64,
    meaning: f64,
    /// Share of the forgetting that follow-up prevents.
    followed_up: f64,
}

/// Work as it is today, in every month.
pub(super) fn work_today(design: &Design, truth: &Truth) -> Work {
    let staff = &design.staff;
    let today = Conditions {
        raise: None,
        experience: truth[staff.experience],
        praise: 0.0,
        meaning: truth[staff.meaning],
        followed_up: 0.0,
        narrows_gap: None,
    };
    Work { months: vec![today; design.horizon_months], trainings: Vec::new() }
}

/// Plays the staff of a world through the months and writes what follows for customers and costs.
pub(super) fn play(design: &Design, truth: &Truth, world: &mut WorldPlan) {
    let house = House { design, truth };
    let today = house.today();
    let mut now = house.start(&today);
    let (first, mut used_to) = (now, today.pay);
    let mut trained = world.work.trainings.clone();
    world.staff.clear();
    for month in 0..design.horizon_months {
        let met = met(&today, &world.work.months[month]);
        let felt = met.pay - CUT_HURTS * (used_to - met.pay).max(0.0);
        now = house.next(&now, &met, felt, &today, &first);
        used_to += USED_TO * (met.pay - used_to);
        let (level, delight) = (house.level(&now, &first), house.delight(&now, &first));
        let unserved = house.unserved(&met, &today);
        for (segment, levers) in world.levers.iter_mut().enumerate() {
            levers[month].unserved = unserved;
            let gain = trained.iter().filter(|t| t.reaches(segment, month)).map(|t| t.gain * t.left);
            let proper = level + gain.fold(0.0, f64::max);
            levers[month].delight = delight;
            levers[month].proper_contacts = proper.clamp(PROPER.0, PROPER.1) as f32;
        }
        trained.iter_mut().for_each(|training| training.fade(month, now.leaving, met.followed_up));
        let employees = house.at(design.staff.employees);
        let pay = house.at(design.staff.pay_per_month) * met.pay / today.pay;
        world.fixed[month].staff_pay = Money::new(employees * pay);
        world.fixed[month].hiring =
            Money::new(employees * now.leaving.get() * house.at(design.staff.hiring_cost));
        world.staff.push(now);
    }
}

/// The staff of a design under one truth.
struct House<'a> {
    design: &'a Design,
    truth: &'a Truth,
}

impl House<'_> {
    fn at(&self, id: NumberId) -> f64 {
        self.truth[id]
    }

    fn today(&self) -> Met {
        let staff = &self.design.staff;
        Met {
            pay: self.at(staff.pay_against_fair),
            experience: self.at(staff.experience),
            meaning: self.at(staff.meaning),
            followed_up: 0.0,
        }
    }

    /// Today's state, which today's conditions keep as it is.
    fn start(&self, today: &Met) -> StaffMonth {
        let leaving = AnnualRate::new(self.at(self.design.staff.turnover_per_year)).monthly();
        let learning = self.at(self.design.staff.learning_months);
        let settling = 1.0 / learning.max(1.0);
        let beginners = if learning > 0.0 { leaving.get() / (leaving.get() + settling) } else { 0.0 };
        let beginners = Share::new(beginners);
        StaffMonth { loyalty: self.loyalty(today, today.pay), leaving, pay: today.pay, beginners }
    }

    /// Staff loyalty, 0..1: a third each from fair pay, positive experience and meaning. Pay counts up to the fair one only;
    /// culture moves what is felt to be fair, and high pay without culture spoils.
    fn loyalty(&self, met: &Met, felt_pay: f64) -> Share {
        let staff = &self.design.staff;
        let culture = 0.5 * (met.experience + met.meaning);
        let fair = self.fair(met);
        let fairness = (1.0 - UNFAIRNESS * (fair - felt_pay).max(0.0)).max(0.0);
        let greed = self.at(staff.greed) * (felt_pay - HIGH * fair).max(0.0) * (1.0 - culture);
        Share::new(((fairness + met.experience + met.meaning) / 3.0 - greed).clamp(0.0, 1.0))
    }

    /// The next month: loyalty follows conditions with a lag, turnover follows loyalty and pay, beginners follow turnover.
    fn next(
        &self,
        before: &StaffMonth,
        met: &Met,
        felt_pay: f64,
        today: &Met,
        first: &StaffMonth,
    ) -> StaffMonth {
        let staff = &self.design.staff;
        let lag = self.at(staff.lag_months);
        let step = if lag > 0.0 { -libm::expm1(-1.0 / lag) } else { 1.0 };
        let loyalty = before.loyalty + (self.loyalty(met, felt_pay) - before.loyalty) * step;
        let pull = self.at(staff.loyalty_and_turnover) * 100.0 * (loyalty - first.loyalty).get()
            + self.at(staff.pay_and_turnover) * (met.pay - today.pay);
        let leaving = MonthlyRate::new((first.leaving.get() * libm::exp(-pull)).min(0.5));
        let learning = self.at(staff.learning_months);
        let settled = if learning > 0.0 { before.beginners / learning.max(1.0) } else { before.beginners };
        let beginners = if learning > 0.0 {
            before.beginners + before.beginners.complement() * leaving.get() - settled
        } else {
            Share::NONE
        };
        StaffMonth { loyalty, leaving, pay: met.pay, beginners }
    }

    /// Share of contacts handled to standard without training: today's, moved by the staff's loyalty and by how many are still learning.
    fn level(&self, now: &StaffMonth, first: &StaffMonth) -> f64 {
        let staff = &self.design.staff;
        let missing = 1.0 - self.at(staff.beginners_service);
        let skill = (now.beginners * missing).complement() / (first.beginners * missing).complement();
        let impression = self.at(staff.impression_per_loyalty) * 100.0 * (now.loyalty - first.loyalty).get();
        self.at(self.design.service.proper_contacts) * skill
            + self.at(staff.contacts_per_impression) * impression
    }

    /// Sales lost because the staff were paid less than today, as far as today's pay is no more than fair. More pay brings no more work.
    fn unserved(&self, met: &Met, today: &Met) -> f32 {
        let cut = today.pay.min(self.fair(today)) - met.pay;
        (UNDONE * (cut / today.pay).max(0.0)).min(1.0) as f32
    }

    /// What is felt to be fair pay, as a multiple of what is usual: less where culture is good.
    fn fair(&self, met: &Met) -> f64 {
        let culture = 0.5 * (met.experience + met.meaning);
        1.0 - self.at(self.design.staff.culture_and_pay) * (culture - 0.5)
    }

    /// Small gestures nobody has prescribed: they come from those who like to be there.
    fn delight(&self, now: &StaffMonth, first: &StaffMonth) -> f32 {
        let pull =
            self.at(self.design.staff.gestures_per_loyalty) * 100.0 * (now.loyalty - first.loyalty).get();
        hazard(self.at(self.design.service.delights_per_purchase)) * libm::exp(pull) as f32
    }
}

/// What staff meet in a month that begins with today's pay.
fn met(today: &Met, month: &Conditions) -> Met {
    Met {
        pay: today.pay * (1.0 + month.raise.unwrap_or(0.0)),
        experience: (month.experience + month.praise).clamp(0.0, 1.0),
        meaning: month.meaning,
        followed_up: month.followed_up,
    }
}
