//! The pilot of a business whose program runs already: what is declared holds with it.

use super::diary::{self, Diary, Lived, MEASURED, PILOT, PilotColumn, Ties, Who};
use super::measures::Measures;
use super::solving::{self, KEY, solve};
use crate::plan::{LivedMonth, Plan};
use crate::random::{StreamKey, math, normal, widest};
use crate::simulate::block::Block;
use crate::simulate::cast::{Calibrated, Cast, Stood};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::month;
use crate::simulate::nps::{PROMOTER, Scale};
use crate::simulate::past::Common;
use crate::simulate::sample::Part;
use crate::simulate::sums::Sums;
use crate::simulate::totals::{Grain, exact_total};

/// Rounds in which the pace of purchases is corrected: points, tiers and memberships depend on it a little.
const ROUNDS: usize = 3;
/// Pilots with other traits that tell of ties: few customers have strong ones.
const MORE: u64 = 8;

/// Solves anew what has been solved without the program, where one runs already. The customers are those of the base, who have been there as long;
/// where they stand with service is known.
pub fn calibrate<'a>(today: &Plan, without: Calibrated<'a>, block: &mut Block) -> Calibrated<'a> {
    let (plan, index) = (without.cast.plan, without.cast.index);
    let Some(past) = &plan.past else { return without };
    let declared = without.declared;
    let cast = Cast {
        plan: today,
        index,
        recipe: without.cast.recipe.clone(),
        traits: without.cast.traits,
        start: without.cast.start.clone(),
        partings: today.partings(index),
        grain: Grain::ONE,
    };
    let months = (&past.months[index][..], &past.year[index][..]);
    let common = Common {
        declared,
        pace: without.intercepts.rate,
        usual_contact: without.intercepts.contact,
        length: months.0.len(),
    };
    let pace = pace(&cast, common, months, block);
    let now = today_of(&without, today);
    let (mut measures, diaries) = heard(&cast, Common { pace, ..common }, months, (&now, block));
    measures.rate = f64::from(pace).recip();
    let mut solved = solve((&measures, without.cast), block);
    let brought = diaries.iter().map(|(diary, latent)| brought(diary, latent, &solved.intercepts.scale));
    let [invited, attraction] = brought.fold([0.0; 2], |sum, [a, b]| [sum[0] + a, sum[1] + b]);
    let [invited, attraction] = [invited, attraction].map(|sum| sum / MORE as f64);
    solved.stood = Some(stood(&diaries));
    solved.intercepts.invited = invited;
    solved.intercepts.arrivals = ((declared.arrivals - invited) / (1.0 + attraction)).max(0.0);
    solved
}

/// Where the customers of the pilots stood at the start, on average.
fn stood(diaries: &[(Diary, Vec<f32>)]) -> Stood {
    let mean = |of: &dyn Fn(&Ties) -> &PilotColumn| {
        let ties = diaries.iter().filter_map(|(diary, _)| diary.before().ties.as_ref());
        let sum: f64 = ties.map(|ties| exact_total(of(ties))).sum();
        sum / (PILOT * diaries.len()) as f64
    };
    Stood {
        members: mean(&|ties| &ties.member),
        points: mean(&|ties| &ties.balance),
        discount: mean(&|ties| &ties.reference),
    }
}

/// The months before the start, and the year measured.
type Months<'m> = (&'m [LivedMonth], &'m [LivedMonth]);

/// The pace at which as many purchases are made in the year measured as are declared.
fn pace(cast: &Cast, common: Common, months: Months, block: &mut Block) -> f32 {
    let mut pace = common.pace;
    for round in 0..ROUNDS {
        // the last round is of as many customers as tell of ties
        let pilots = if round + 1 == ROUNDS { MORE } else { 1 };
        let corrections = (0..pilots).map(|pilot| {
            let lived = live(cast, Common { pace, ..common }, months, (pilot, &mut *block));
            correction(&block.people.rate, &lived)
        });
        pace *= corrections.sum::<f32>() / pilots as f32;
    }
    pace
}

/// What pilots tell at this pace, and their diaries, each with the latent answers in it.
fn heard(
    cast: &Cast,
    common: Common,
    months: Months,
    (now, block): (&Circumstances, &mut Block),
) -> (Measures, Vec<(Diary, Vec<f32>)>) {
    let mut tell = |pilot| {
        let lived = live(cast, common, months, (pilot, &mut *block));
        let who = Who::new(&block.people, &block.states[0], &common.declared.categories);
        let diary = Diary::of(lived);
        let told = Measures::of(&diary, &who, now);
        let latent = told.latent.clone();
        (told, (diary, latent))
    };
    let (first, diary) = tell(0);
    let (mut measures, mut diaries) = (first, vec![diary]);
    for pilot in 1..MORE {
        let (told, diary) = tell(pilot);
        measures = measures.hearing(&told, pilot);
        diaries.push(diary);
    }
    (measures, diaries)
}

/// A month of the business as it is today without any program.
fn today_of<'p>(without: &'p Calibrated, today: &'p Plan) -> Circumstances<'p> {
    let levers = &today.worlds[0].levers[without.cast.index][0];
    solving::today(without.declared, levers, without.intercepts.contact)
}

/// Seats the pilot, lets it live through the past and writes down a year of the program as it is.
fn live(cast: &Cast, common: Common, (past, year): Months, (pilot, block): (u64, &mut Block)) -> Vec<Lived> {
    block.seat(cast, [StreamKey { b: pilot as u32, ..KEY }; 2], &Part { first: 0, step: 1, of: PILOT });
    block.begin_past(cast, common.declared, past.len());
    let written = past.len().saturating_sub(1);
    for (k, lived) in past[..written].iter().enumerate() {
        diary::draw(block, k as u64);
        block.live_month(&common.month(cast, lived, k));
    }
    block.states[0].alive[..PILOT].fill(1.0);
    // the last month of the past comes before those measured
    let mut months = Vec::with_capacity(MEASURED + 1);
    for (t, lived) in past[written..].iter().chain(year.iter().take(MEASURED)).enumerate() {
        let k = written + t;
        diary::draw_measured(block, t);
        // what is declared is declared of a year
        let now = Circumstances { pace: common.pace, ..common.month(cast, lived, k) };
        let (state, scratch) = (&mut block.states[0], &mut block.scratch[0]);
        month::rehearse_with_program(&now, &block.people, &block.luck, state, scratch, &mut Sums::default());
        months.push(written_down(&now, block));
    }
    months
}

/// A month as it stands at its end.
fn written_down(now: &Circumstances, block: &Block) -> Lived {
    let (state, scratch, r) = (&block.states[0], &block.scratch[0], now.response);
    let powers = |column: PilotColumn, each: &dyn Fn(f32) -> f32| {
        let mut column = column.map(each);
        exponentials(&mut column);
        column
    };
    let (advantage, attachment) = (diary::first(&scratch.advantage), diary::first(&state.attachment));
    let member = diary::first(&state.member);
    let (burden, others) = (now.levers.message_burden, now.levers.messages_to_others);
    let ties = Ties {
        mean: diary::first(&scratch.mean),
        attachment,
        gain: powers(advantage, &|k| -r.competition * k),
        shield: powers(attachment, &|a| -r.shield * a),
        burden: powers(member, &|member| burden * (member + others * (1.0 - member))),
        member,
        balance: std::array::from_fn(|i| (state.issued[i] - state.used[i]) as f32),
        reference: diary::first(&state.reference),
        invitations: now.levers.invitations,
        attraction: now.levers.attraction,
    };
    Lived {
        treatment: diary::first(&state.treatment),
        fault: diary::first(&state.fault),
        count: diary::first(&scratch.count),
        ties: Some(Box::new(ties)),
    }
}

widest! {
    /// e to the power of each.
    fn exponentials(column: &mut PilotColumn) {
        for x in column {
            *x = math::exp(*x);
        }
    }
}

/// What the pace has to be multiplied by so that as many purchases are made in the year measured as are declared.
fn correction(rate: &[f32], months: &[Lived]) -> f32 {
    let declared: f64 = rate[..PILOT].iter().map(|rate| f64::from(*rate)).sum::<f64>() * MEASURED as f64;
    let made = |lived: &Lived| lived.ties.as_ref().map_or(0.0, |ties| exact_total(&ties.mean));
    let made: f64 = months[1..].iter().map(made).sum();
    if made > 0.0 { (declared / made) as f32 } else { 1.0 }
}

/// Friends invited a month per customer, and newcomers drawn by the program as a share of the others: both are among the declared newcomers.
fn brought(diary: &Diary, latent: &[f32], scale: &Scale) -> [f64; 2] {
    let [mut invited, mut attraction] = [0.0; 2];
    for ((_, lived), latent) in diary.months().zip(latent.chunks(PILOT)) {
        let Some(ties) = &lived.ties else { continue };
        attraction += f64::from(ties.attraction) / MEASURED as f64;
        let promotes = |latent: f32| normal::cdf(f64::from((scale.level + latent - PROMOTER) / scale.noise));
        let promoting: f64 =
            ties.member.iter().zip(latent).map(|(m, latent)| f64::from(*m) * promotes(*latent)).sum();
        invited += promoting / PILOT as f64 * f64::from(ties.invitations) / MEASURED as f64;
    }
    [invited, attraction]
}
