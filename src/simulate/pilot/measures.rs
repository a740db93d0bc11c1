//! What is measured on the pilot: the means that effects have over a mixed population.

use super::diary::{Diary, Lived, MEASURED, PILOT, PilotColumn, Who};
use crate::random::{math, widest};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::month;
use crate::simulate::totals::exact_total;

/// Months whose terms are added up before it is asked who leaves because of them.
pub const PERIOD: usize = 3;
const EMPTY: PilotColumn = [0.0; PILOT];

/// The terms of every customer's hazard, added up over some months; times the mean purchases where customers leave at purchases.
#[derive(Clone)]
pub struct Period {
    /// By staff.
    pub staff: PilotColumn,
    /// By quality.
    pub quality: PilotColumn,
    /// By competition.
    pub competition: PilotColumn,
    /// By drift, by price and by all other causes: each the same where no program runs already, as nothing else in the baseline changes them.
    pub others: PilotColumn,
    /// What a program that runs already adds to the terms of drift and of price.
    pub held: Option<Box<[PilotColumn; 2]>>,
}

impl Period {
    /// As many times each term.
    fn scale(&mut self, times: f32) {
        let held = self.held.iter_mut().flat_map(|held| held.iter_mut());
        let terms = [&mut self.staff, &mut self.quality, &mut self.competition, &mut self.others];
        for terms in terms.into_iter().chain(held) {
            terms.iter_mut().for_each(|term| *term *= times);
        }
    }
}

/// What the pilot measures.
pub struct Measures {
    /// Mean change of satisfaction per contact, which the months measured have taken off.
    pub contact: f32,
    /// Mean of the multiplier of purchases.
    pub rate: f64,
    /// Means of the six terms of the hazard.
    pub terms: [f64; 6],
    /// Every customer's hazard through the year.
    pub periods: Vec<Period>,
    /// Latent satisfaction of every customer-month.
    pub latent: Vec<f32>,
    /// Mean chance a month of an unresolved failure.
    pub failures: f64,
    /// Mean of purchases times satisfaction above −1, in months without a failure.
    pub pleased: f64,
    /// Share of every customer's year that is left of it by failures that drive away at once.
    pub stays: PilotColumn,
    /// Mean share of a month's customers whom such a failure drives away in it.
    driven_away: f64,
}

impl Measures {
    /// Share of the customers whom failures drive away at once within so many months: one, or the year.
    pub fn driven_away(&self, months: usize) -> f64 {
        if months < MEASURED {
            return self.driven_away;
        }
        1.0 - self.stays.iter().map(|left| f64::from(*left)).sum::<f64>() / PILOT as f64
    }

    /// Takes in what another pilot tells of answers and of what pleases; `heard` have told before.
    pub fn hearing(mut self, other: &Self, heard: u64) -> Self {
        self.latent.extend(&other.latent);
        let weight = 1.0 / (heard + 1) as f64;
        self.pleased += weight * (other.pleased - self.pleased);
        self.failures += weight * (other.failures - self.failures);
        self
    }

    /// What a year's diary tells.
    pub fn of(diary: &Diary, who: &Who, now: &Circumstances) -> Self {
        const NONE: Period =
            Period { staff: EMPTY, quality: EMPTY, competition: EMPTY, others: EMPTY, held: None };
        let mut periods = vec![NONE; MEASURED.div_ceil(PERIOD)];
        let mut latent = vec![EMPTY; MEASURED];
        let mut sums = Means::default();
        let (mut stays, mut driven_away) = ([1.0; PILOT], 0.0);
        for (t, (before, after)) in diary.months().enumerate() {
            driven_away += drive_away(now, after, &mut stays);
            // the score is that of the start: ties that grow through the year are not in it yet
            let inclined = diary.inclined(&who.leaning[t]);
            let (who_then, period) = ((who, &inclined), &mut periods[t / PERIOD]);
            add_month(now, who_then, (before, after), period, &mut latent[t], &mut sums);
            tie(now, who, (before, after), (&mut periods[t / PERIOD], &mut sums));
        }
        let months = (PILOT * MEASURED) as f64;
        let (rates, exposure) = (exact_total(&who.rate), exact_total(&who.exposure) / PILOT as f64);
        let rate = if rates > 0.0 { sums.rate / (rates * MEASURED as f64) } else { 1.0 };
        let held = sums.held.unwrap_or([exposure * months, months, months]).map(|sum| sum / months);
        if now.response.leaves_at_purchase {
            periods.iter_mut().for_each(|period| period.scale((1.0 / rate) as f32));
        }
        Self {
            contact: now.usual_contact,
            rate,
            terms: [sums.staff / months, sums.quality / months, held[0], held[1], held[2], 1.0],
            periods,
            latent: latent.into_flattened(),
            failures: sums.failures / months,
            pleased: sums.pleased / months,
            stays,
            driven_away: driven_away / months,
        }
    }
}

/// Sums on the way to means.
#[derive(Default)]
struct Means {
    rate: f64,
    staff: f64,
    quality: f64,
    failures: f64,
    pleased: f64,
    /// Terms of competition, drift and price, where a program runs already.
    held: Option<[f64; 3]>,
}

widest! {
    /// What a program that runs already changes of what a month has told, where there is one.
    fn tie(
        now: &Circumstances,
        who: &Who,
        months: (&Lived, &Lived),
        told: (&mut Period, &mut Means),
    ) {
        let ((before, after), (period, sums)) = (months, told);
        let Some(ties) = &after.ties else { return };
        let r = now.response;
        let past = if r.leaves_at_purchase { &before.ties } else { &after.ties };
        let past = past.as_ref().unwrap_or(ties);
        let [drift, price] = &mut **period.held.get_or_insert_with(|| Box::new([EMPTY; 2]));
        let held = sums.held.get_or_insert([0.0; 3]);
        for i in 0..PILOT {
            let usual = who.rate[i] * math::exp(r.satisfaction * before.treatment[i]);
            sums.rate += f64::from(ties.mean[i] - usual);
            let [times, was] = if r.leaves_at_purchase { [ties.mean[i], usual] } else { [1.0; 2] };
            let past_treatment = if r.leaves_at_purchase { before } else { after };
            let staff = math::exp(-r.staff * past_treatment.treatment[i]);
            let quality = math::exp(math::larger(past_treatment.fault[i], 0.0));
            period.staff[i] += (times - was) * staff;
            period.quality[i] += (times - was) * quality;
            let competition = past.gain[i] * past.shield[i];
            period.competition[i] += (times * competition - was) * who.exposure[i];
            period.others[i] += times - was;
            let terms = [past.burden[i] * past.shield[i], past.gain[i]];
            drift[i] += times * (terms[0] - 1.0);
            price[i] += times * (terms[1] - 1.0);
            held[0] += f64::from(competition * who.exposure[i]);
            held[1] += f64::from(terms[0]);
            held[2] += f64::from(terms[1]);
            let spared = math::exp(-after.count[i] * now.levers.failure);
            let pleased = |attachment| math::larger(1.0 + after.treatment[i] + attachment, 0.0);
            sums.pleased += f64::from(spared * after.count[i] * (pleased(ties.attachment[i]) - pleased(0.0)));
        }
    }
}

widest! {
    /// Adds what a month tells.
    fn add_month(
        now: &Circumstances,
        who: (&Who, &PilotColumn),
        months: (&Lived, &Lived),
        period: &mut Period,
        latent: &mut PilotColumn,
        sums: &mut Means,
    ) {
        let (r, (who, leaning), (before, after)) = (*now.response, who, months);
        let failure = now.levers.failure;
        let unresolved = 1.0 - now.levers.recovered_fast - now.levers.recovered_slowly;
        let mut rate = EMPTY;
        for i in 0..PILOT {
            rate[i] = who.rate[i] * math::exp(r.satisfaction * before.treatment[i]);
        }
        let (mut failures, mut pleased) = (EMPTY, EMPTY);
        for i in 0..PILOT {
            let spared = math::exp(-after.count[i] * failure);
            failures[i] = unresolved * (1.0 - spared);
            pleased[i] = spared * after.count[i] * math::larger(1.0 + after.treatment[i], 0.0);
            latent[i] = month::latent(&r, after.treatment[i], after.fault[i], leaning[i]);
        }
        let (mut staff, mut quality) = (EMPTY, EMPTY);
        // at a purchase counts what the month before has made of the hazard
        let past = if r.leaves_at_purchase { before } else { after };
        for i in 0..PILOT {
            staff[i] = math::exp(-r.staff * past.treatment[i]);
            quality[i] = math::exp(math::larger(past.fault[i], 0.0));
            let times = if r.leaves_at_purchase { rate[i] } else { 1.0 };
            period.staff[i] += times * staff[i];
            period.quality[i] += times * quality[i];
            period.competition[i] += times * who.exposure[i];
            period.others[i] += times;
        }
        sums.rate += exact_total(&rate);
        sums.staff += exact_total(&staff);
        sums.quality += exact_total(&quality);
        sums.failures += exact_total(&failures);
        sums.pleased += exact_total(&pleased);
    }
}

/// What is left of every customer after a month, by the chance of a failure that drives away at once; and the sum of these chances.
fn drive_away(now: &Circumstances, after: &Lived, stays: &mut PilotColumn) -> f64 {
    let (r, levers) = (now.response, now.levers);
    let [fast, any] = [levers.recovered_fast, levers.recovered_fast + levers.recovered_slowly];
    let vain = math::larger(r.complaints - any, 0.0);
    let shares = [math::larger(1.0 - any - vain, 0.0), vain, any - fast, fast];
    let each: f32 = shares.iter().zip(r.gives_up).map(|(share, chance)| share * chance).sum();
    let mut chances = 0.0;
    if each > 0.0 {
        for i in 0..PILOT {
            let chance = each * (1.0 - math::exp(-after.count[i] * levers.failure));
            stays[i] *= 1.0 - chance;
            chances += f64::from(chance);
        }
    }
    chances
}

/// Mean change of satisfaction per contact.
pub fn mean_contact(diary: &Diary, keeps: f32) -> f32 {
    let (mut changes, mut contacts) = (0.0, 0.0);
    for months in diary.months() {
        add_contacts(months, keeps, &mut changes, &mut contacts);
    }
    if contacts > 0.0 { (changes / contacts) as f32 } else { 0.0 }
}

widest! {
    fn add_contacts(months: (&Lived, &Lived), keeps: f32, changes: &mut f64, contacts: &mut f64) {
        let (before, after) = months;
        let (mut met, mut change) = (EMPTY, EMPTY);
        for i in 0..PILOT {
            met[i] = if after.count[i] > 0.0 { 1.0 } else { 0.0 };
            change[i] = met[i] * (after.treatment[i] - keeps * before.treatment[i]);
        }
        *changes += exact_total(&change);
        *contacts += exact_total(&met);
    }
}
