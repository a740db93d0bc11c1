//! What is to be expected of each customer from the end of a month on, if things go on as they stand.

use super::hazard::Reasons;
use super::redemption::{GivenAway, Redemption};
use crate::design::Category;
use crate::plan::{OfCauses, of_level};
use crate::population::{Leaving, Lifetime, People, Recipe};
use crate::random::math::{exp, larger};
use crate::random::widest;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::outlook::{Item, Outlook};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Below this seasonal factor a month tells nothing of what is bought in others.
const QUIET: f32 = 0.05;

widest! {
    /// Writes down the row and the outlook of every customer who is there. Told are the shares of the causes, how customers are made and how long
    /// they stay, and the season of the month.
    pub fn outlooks(
        now: &Circumstances,
        told: (&OfCauses<f32>, &Recipe, &Lifetime, f32),
        people: &People,
        state: &State,
        scratch: &Scratch,
        found: &mut Vec<(usize, Outlook)>,
    ) {
        let (n, (share, recipe, lifetime, season)) = (scratch.len(), told);
        let reasons = Reasons::of(now, share, state, &scratch.advantage, n);
        let terms = terms(&reasons, n);
        let usual = usual(&terms, people, state, n);
        let mut ages = vec![0.0; if now.levers.has_points { n } else { 0 }];
        state.ages_of_points(now.month, &mut ages);
        for row in 0..n {
            if state.alive[row] > 0.0 {
                let mean = if season > QUIET { scratch.mean[row] / season } else { people.rate[row] };
                let leaving = Leaving {
                    stratum: recipe.stratum(people.rate[row]),
                    ..leaving(now, &terms, usual, (people, state), (row, mean))
                };
                let tenure = now.month as f32 + 1.0 - larger(people.joined[row], now.response.earliest);
                let lasts = [mean, lifetime.months(&leaving, tenure), lifetime.stay(&leaving)];
                let age = ages.get(row).map_or(0.0, |age| *age as f32);
                found.push((row, of_row(now, (people, state, scratch), (row, age), lasts)));
            }
        }
    }
}

/// The terms of everybody's hazard, a column for each cause.
fn terms(reasons: &Reasons, n: usize) -> OfCauses<Vec<f32>> {
    let mut columns = std::array::from_fn(|_| vec![0.0; n]);
    work_out(reasons, &mut columns, n);
    columns
}

widest! {
    /// Works the terms out.
    fn work_out(reasons: &Reasons<'_>, columns: &mut OfCauses<Vec<f32>>, n: usize) {
        let [staff, quality, competition, drift, price, others] =
            columns.each_mut().map(|column| &mut column[..n]);
        for row in 0..n {
            let found = reasons.terms::<true>(row, exp);
            [staff[row], quality[row], competition[row], drift[row], price[row], others[row]] = found;
        }
    }
}

/// What staff and failures make of the hazard on average, of the whole and each: what a customer has lately lived through passes, and the
/// average remains.
#[inline(always)]
fn usual(terms: &OfCauses<Vec<f32>>, people: &People, state: &State, n: usize) -> [f32; 2] {
    let [mut staff, mut quality, mut all] = [0.0f64; 3];
    for row in 0..n {
        if state.alive[row] > 0.0 {
            let hazard = f64::from(people.hazard[row]);
            staff += hazard * f64::from(terms[0][row]);
            quality += hazard * f64::from(terms[1][row]);
            all += hazard;
        }
    }
    if all > 0.0 { [staff, quality].map(|sum| (sum / all) as f32) } else { [0.0; 2] }
}

/// How a customer leaves in the months to come.
#[inline(always)]
fn leaving(
    now: &Circumstances,
    terms: &OfCauses<Vec<f32>>,
    [usual_staff, usual_quality]: [f32; 2],
    (people, state): (&People, &State),
    (row, purchases): (usize, f32),
) -> Leaving {
    let r = now.response;
    let of = |cause: usize| terms[cause][row];
    let [staff, quality, competition, drift, price, others] = [of(0), of(1), of(2), of(3), of(4), of(5)];
    let hazard = people.hazard[row];
    let lasts = |kept: f32| 1.0 / (1.0 - kept.min(0.98));
    let passing = (staff - usual_staff) * lasts(r.keeps) + (quality - usual_quality) * lasts(r.fault_memory);
    Leaving {
        hazard,
        multiple: usual_staff + usual_quality + (competition + drift) + (price + others),
        besides: refused(now, state, row) + given_up(now, people.rate[row]),
        passing: hazard * passing,
        purchases,
        stratum: 0,
    }
}

/// The chance that a blackmailer asks for terms, is refused and goes.
#[inline(always)]
fn refused(now: &Circumstances, state: &State, row: usize) -> f32 {
    if usize::from(state.category[row]) != Category::Blackmailer as usize {
        return 0.0;
    }
    let moves = &now.response.moves;
    let gives = now.levers.granted * now.levers.terms > 0.0;
    match (state.terms[row] > 0.0, gives) {
        (true, true) => 0.0,
        (true, false) => moves.leaves,
        (false, true) => moves.asks * (1.0 - now.levers.granted) * moves.leaves,
        (false, false) => moves.asks * moves.leaves,
    }
}

/// The chance that a failure drives somebody with this usual rate of purchases away at once.
#[inline(always)]
fn given_up(now: &Circumstances, rate: f32) -> f32 {
    let (levers, r) = (now.levers, now.response);
    let [silent, vain, slow, quick] = r.gives_up;
    let (fast, any) = (levers.recovered_fast, levers.recovered_fast + levers.recovered_slowly);
    let in_vain = larger(r.complaints - any, 0.0);
    let goes = fast * quick
        + levers.recovered_slowly * slow
        + in_vain * vain
        + larger(1.0 - any - in_vain, 0.0) * silent;
    rate * levers.failure * goes
}

/// Points that a customer earns in a month, here this many.
#[inline(always)]
fn points(now: &Circumstances, (people, member): (&People, f32), row: usize, here: f32) -> f32 {
    let elsewhere = people.rate[row] * people.basket[row] * now.levers.points.elsewhere;
    if now.levers.has_points { member * (here + elsewhere) } else { 0.0 }
}

/// The shares of the points of a customer, of this age, and of those issued now, that will be redeemed: he buys so often a month, earns so many of them and stays for
/// one with this chance.
#[inline(always)]
fn redeemed(
    now: &Circumstances,
    (people, state): (&People, &State),
    (row, age): (usize, f32),
    ([purchases, points, stay], discount): ([f32; 3], f32),
) -> [f32; 2] {
    let terms = &now.levers.points;
    let balance = (state.issued[row] - state.used[row]) as f32;
    let pays = people.basket[row] * (1.0 - discount) * terms.payable / terms.value;
    let (minimum, thinks) = (terms.needed(people.open[row]), 1.0 - people.forgetful[row]);
    let earned = points / larger(purchases, 1e-6);
    let redemption = Redemption {
        chance: terms.redeem_chance * thinks,
        minimum,
        purchases,
        earned,
        paid: if terms.rewards { larger(balance, minimum) } else { pays },
        stay,
        away: GivenAway {
            donated: terms.given.donated,
            cost: if terms.cost > 0.0 { terms.given.worth / terms.cost } else { 0.0 },
            transferred: thinks * terms.given.transferred_of(larger(balance, earned) * terms.value),
        },
    };
    let expiry = state.expiry(terms);
    match terms.by_activity && expiry > 0 {
        true => redemption.shares_by_activity(balance, age, expiry),
        false => redemption.shares(balance, age, expiry),
    }
}

/// The outlook of a customer whose points have this age, who buys so often a month, is worth so many months, and stays for one with this chance.
#[inline(always)]
fn of_row(
    now: &Circumstances,
    (people, state, scratch): (&People, &State, &Scratch),
    (row, age): (usize, f32),
    [purchases, months, stay]: [f32; 3],
) -> Outlook {
    let (terms, member) = (&now.levers.points, state.member[row]);
    let spend = purchases * people.basket[row];
    let discount = scratch.discount[row];
    let bonus = if state.owing.active { scratch.bonus_rate[row] * (1.0 - discount) } else { 0.0 };
    let times = of_level(now.levers.levels.earn, state.level[row]);
    let earns = terms.earn * times * (1.0 - discount);
    let own = terms.earns(people.basket[row] * (1.0 - discount), spend * (1.0 - discount), times);
    let points = points(now, (people, member), row, spend * earns * own);
    let issued = points * larger(terms.value, 0.0);
    let balance = (state.issued[row] - state.used[row]) as f32;
    let mut outlook = Outlook::default();
    let mut set = |item, value: f32| outlook[item] = f64::from(value);
    for (now, ahead, value) in [
        (Item::Heads, Item::HeadsAhead, 1.0),
        (Item::Members, Item::MembersAhead, member),
        (Item::Spend, Item::SpendAhead, spend),
        (Item::Rebate, Item::RebateAhead, spend * (discount + bonus)),
    ] {
        set(now, value);
        set(ahead, months * value);
    }
    set(Item::Issued, issued);
    if now.levers.has_points && (balance > 0.0 || points > 0.0) {
        let [old, new] = redeemed(now, (people, state), (row, age), ([purchases, points, stay], discount));
        set(Item::RewardAhead, months * issued * new);
        set(Item::Owed, balance * terms.value);
        set(Item::Honoured, balance * terms.value * old);
    }
    outlook
}
