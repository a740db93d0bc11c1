//! From the main run to the facts that rules judge.

use super::code::Code;
use super::facts::{Fact, Facts};
use super::interval::{Interval, Spread};
use super::lab::Played;
use super::measures::Measure;
use super::reachable;
use super::rules::{Judgement, Needs, RULES};
use super::side_run::SideRun;
use super::side_runs::{self, SideRuns};
use crate::decide::paired::ByTrial;
use crate::decide::threats::Threat;
use crate::design::{Design, Points, Program, Tier, TierBy, Tiers, edited};
use crate::summary::{ExitMonth, Scalar, interval};
use crate::units::Money;

/// What rules may look at before anything is simulated.
pub fn of_design(design: &Design) -> Facts<'_> {
    reach(Facts::new(design), design)
}

/// The rules that a design breaks, as far as no trial is needed to see it.
pub fn broken_rules(design: &Design) -> Vec<Code> {
    weak_places(design).into_iter().map(|(code, _)| code).collect()
}

/// The rules that today's program breaks if it goes on without the proposal, each with the place; none where no program runs already.
pub fn weak_today(text: &str, design: &Design) -> Vec<(Code, Option<String>)> {
    let edits = design.today.as_ref().and_then(|_| side_runs::emptied((text, design)));
    let today = edits.and_then(|edits| edited(text, &edits).ok());
    today.map_or(Vec::new(), |(_, today)| weak_places(&today))
}

/// A broken rule, once, for each place where it is broken.
fn weak_places(design: &Design) -> Vec<(Code, Option<String>)> {
    let facts = of_design(design);
    let judged = RULES.iter().filter(|rule| rule.needs == Needs::Design);
    let weak = judged.filter_map(|rule| match (rule.judge)(&facts) {
        Judgement::Weak(weak) => Some(weak.into_iter().map(|weakness| (rule.code, weakness.path))),
        _ => None,
    });
    weak.flatten().collect()
}

/// Everything that rules may look at.
pub fn facts<'d>(design: &'d Design, run: &Played, side: &SideRuns) -> Facts<'d> {
    let headline = |scalar| run.summary.headline.get(scalar).map(Interval::of_trials);
    let months = design.horizon_months as f64;
    let facts = of_design(design)
        .after_run()
        .with(Fact::NetEffect, headline(Scalar::NetEffect))
        .with(Fact::LastYear, run.interval(Measure::LastYear))
        .with(
            Fact::VolumeGap,
            at_real_size(&run.column(Scalar::VolumeChange).minus(&run.column(Scalar::BreakEvenVolume))),
        )
        .with(Fact::DiscountSubsidised, run.interval(Measure::DiscountSubsidised))
        .with(Fact::UpliftHalved, mostly(run, Scalar::UpliftHalved, months))
        .with(Fact::UpliftUnprofitable, mostly(run, Scalar::UpliftUnprofitable, months))
        .with(Fact::Redemption, run.interval(Measure::Redemption))
        .with(Fact::MarginGiven, run.interval(Measure::MarginGiven))
        .with(Fact::RewardRate, run.interval(Measure::RewardRate))
        .with(Fact::FixedShare, run.interval(Measure::FixedShare))
        .with(Fact::MemberShare, run.interval(Measure::MemberShare))
        .with(Fact::LiabilityGrowth, run.interval(Measure::LiabilityGrowth))
        .with(Fact::NetSaved, headline(Scalar::NetSaved))
        .with(Fact::PaidToKept, headline(Scalar::PaidToKept))
        .with(Fact::PaidBack, run.summary.payback.as_ref().map(|p| Interval::of_chance(&p.probability)))
        .with(Fact::LiftOverstated, lift_overstated(design, run))
        .with(Fact::NpsChange, headline(Scalar::NpsChange))
        .with(Fact::PriceRatio, price_ratio(design, run));
    let facts = goals(money(yearly(facts, run), run), run);
    segments(rivals(beside(facts, run, side), design, run, side), run)
}

/// How many times what the program does for its members a comparison of members with others shows; where it reaches others, too, the two
/// figures are not of the same people.
fn lift_overstated(design: &Design, run: &Played) -> Option<Interval> {
    let for_members = !design.programs().any(Program::reaches_everyone);
    let ratio = |(naive, causal): (f64, f64)| if causal > 0.0 { naive / causal } else { f64::NAN };
    let lifts = run.simulated(Scalar::NaiveLift).into_iter().zip(run.simulated(Scalar::CausalLift));
    for_members.then(|| Interval::of_sample(lifts.map(ratio))).flatten()
}

/// Middle and range at the real size of the business.
fn at_real_size(column: &ByTrial) -> Option<Interval> {
    Interval::of_sample(column.at_real_size().into_iter())
}

/// What side runs say: no breakage, what threats would cost the business, what an early end would bring; as far as they were played.
fn beside<'d>(facts: Facts<'d>, run: &Played, side: &SideRuns) -> Facts<'d> {
    let ours = run.column(Scalar::ProgramContribution);
    let cost = |threat: Threat| {
        let played = side.threats.iter().find(|run| run.threat == threat)?;
        at_real_size(&ours.minus(&played.run.rows.column(0, Scalar::ProgramContribution)))
    };
    let (rival, resistance) = (cost(Threat::RivalOpens), cost(Threat::StaffResist));
    let curve = side.exit.as_ref();
    let best = curve.filter(|_| !side.ends_at_the_expense_of_later()).and_then(|curve| {
        let gain = |end: &&ExitMonth| end.against_going_on.mean;
        curve.ends.iter().max_by(|a, b| gain(a).total_cmp(&gain(b)))
    });
    let effect = |run: &SideRun| at_real_size(&run.rows.column(0, Scalar::NetEffect));
    facts
        .with(Fact::WithoutBreakage, side.no_breakage.as_ref().and_then(effect))
        .with(Fact::RivalCost, rival)
        .with(Fact::ResistanceCost, resistance)
        .with(Fact::LateEnd, best.map(|end| Interval::of_trials(&end.against_going_on)))
        .with(Fact::BestEnd, best.map(|end| Interval::certain(end.stop as f64)))
}

/// What rivals' programs give back beyond ours on the same trials, and how much later.
fn rivals<'d>(mut facts: Facts<'d>, design: &Design, run: &Played, side: &SideRuns) -> Facts<'d> {
    let given = |run: &Played| -> Vec<f64> { run.measure(Measure::RewardRate).collect() };
    let ours = given(run);
    for (at, rival) in side.rivals.iter().enumerate() {
        let more = given(&rival.played).into_iter().zip(&ours).map(|(theirs, ours)| theirs - ours);
        let first = [&rival.design, design].map(reachable::first_in_largest);
        let later = match first {
            [Some(theirs), Some(ours)] => Some(Interval::certain(theirs.value - ours.value)),
            _ => None,
        };
        facts.rivals.push(rival.name.clone());
        facts = facts.with(Fact::RivalGives(at), Interval::of_sample(more)).with(Fact::RivalLater(at), later);
    }
    facts
}

/// What stands against a year's contribution of the business: the worst twentieth of the trials, and the cost of closing.
fn yearly<'d>(facts: Facts<'d>, run: &Played) -> Facts<'d> {
    let yearly: Vec<f64> = run.measure(Measure::YearlyContribution).collect();
    let worst = run.summary.loss.as_ref().map(|loss| loss.expected_shortfall.get());
    // of a business that itself loses money no loss is a share
    let worst = worst.filter(|_| yearly.iter().all(|year| *year > 0.0));
    let exit =
        run.at_real_size(Scalar::ClosingCost).into_iter().zip(&yearly).map(|(exit, year)| 12.0 * exit / year);
    facts.with(Fact::ExitMonths, Interval::of_sample(exit)).with(
        Fact::WorstShare,
        worst.and_then(|worst| Interval::of_sample(yearly.iter().map(|year| -worst / year))),
    )
}

/// A month that is defined in nearly every trial; where it is not, it may lie beyond the horizon.
fn mostly(run: &Played, scalar: Scalar, months: f64) -> Option<Interval> {
    run.summary.headline.get(scalar)?;
    Interval::of_sample(run.simulated(scalar).into_iter().map(|m| if m.is_finite() { m } else { months }))
}

/// Price per saved customer over the cost of winning one: both as means, with the Monte Carlo error of the price and the range of the
/// cost.
fn price_ratio(design: &Design, run: &Played) -> Option<Interval> {
    let saved = run.summary.price_per_saved.as_ref()?;
    let (price, error) = (saved.price?.get(), saved.mc_error.map_or(0.0, Money::get));
    let cost = Interval::of_number(&design.numbers[design.business.acquisition_cost]);
    let (low, high) = interval::normal(price, error, interval::Z95);
    (cost.low > 0.0).then(|| Interval {
        low: low / cost.high,
        value: price / cost.value,
        high: high / cost.low,
        spread: Spread::Trials,
    })
}

fn money<'d>(facts: Facts<'d>, run: &Played) -> Facts<'d> {
    let headline = |scalar| run.summary.headline.get(scalar).map(Interval::of_trials);
    facts
        .with(Fact::Discounts, run.interval(Measure::Discounts))
        .with(Fact::Rewards, run.interval(Measure::Rewards))
        .with(Fact::Fixed, run.interval(Measure::Fixed))
        .with(Fact::Breakage, run.interval(Measure::Breakage))
        .with(Fact::Fees, run.interval(Measure::Fees))
        .with(Fact::IdleFees, run.interval(Measure::IdleFees))
        .with(Fact::ClosingCost, headline(Scalar::ClosingCost))
        .with(Fact::ProgramCost, headline(Scalar::ProgramCost))
}

fn reach<'d>(mut facts: Facts<'d>, design: &'d Design) -> Facts<'d> {
    for (at, scheme) in facts.all::<Points>().enumerate() {
        for s in 0..design.segments.len() {
            facts = facts.with(Fact::FirstReward(at, s), reachable::first_reward(design, s, scheme));
        }
    }
    for (at, (element, scheme)) in facts.all::<Tiers>().enumerate() {
        for (t, tier) in scheme.tiers.iter().enumerate() {
            let share =
                tier_share(design, &element.segments, |segment| spend_of(design, scheme, tier, segment));
            facts = facts.with(Fact::TierShare(at, t), share);
        }
    }
    facts
        // who pays by contract is billed every month, whether he uses anything or not
        .with(Fact::ActiveShare, (!design.is_by_contract()).then(|| reachable::active_share(design)))
        .with(Fact::TopFifth, reachable::top_fifth(design))
}

/// What a customer of a segment spends in a year who has what a tier asks for, at usual receipts.
fn spend_of(design: &Design, scheme: &Tiers, tier: &Tier, segment: usize) -> f64 {
    let threshold = design.central(tier.threshold);
    match scheme.by {
        TierBy::Spend => threshold,
        TierBy::Purchases => threshold * design.central(design.segments[segment].basket),
        TierBy::Points => {
            let all = design.program.iter().flat_map(|program| program.all::<Points>());
            let earned = |points: &Points| design.central(points.earn) / design.central(points.point_value);
            let rate = all.filter(|(e, _)| e.is_for(segment)).map(|(_, points)| earned(points)).next();
            threshold / rate.unwrap_or(0.0)
        }
    }
}

/// Share of the customers of the segments that may have the tier who spend enough.
fn tier_share(design: &Design, users: &[usize], threshold: impl Fn(usize) -> f64) -> Option<Interval> {
    let mut sum = Interval::certain(0.0);
    let mut whole = 0.0;
    for (s, segment) in design.segments.iter().enumerate() {
        if !users.is_empty() && !users.contains(&s) {
            continue;
        }
        let share = Interval::of_number(&design.numbers[segment.share]).value;
        let reached = reachable::Spending::of(design, segment).share_above(threshold(s));
        whole += share;
        sum.low += share * reached.low;
        sum.value += share * reached.value;
        sum.high += share * reached.high;
        sum.spread = reached.spread;
    }
    (whole > 0.0).then(|| sum.times(1.0 / whole))
}

fn goals<'d>(mut facts: Facts<'d>, run: &Played) -> Facts<'d> {
    for (i, goal) in run.summary.goals.iter().enumerate() {
        let without = goal.without.as_ref().map(|without| Interval::of_chance(&without.probability));
        facts = facts
            .with(Fact::GoalChance(i), Some(Interval::of_chance(&goal.probability)))
            .with(Fact::GoalChanceWithout(i), without);
    }
    facts
}

fn segments<'d>(mut facts: Facts<'d>, run: &Played) -> Facts<'d> {
    for (i, segment) in run.summary.segments.iter().enumerate() {
        let effect = segment.net_effect.as_ref().filter(|e| e.trials > 1).map(Interval::of_trials);
        facts = facts.with(Fact::SegmentEffect(i), effect);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::p01_reward_out_of_reach;

    /// What is weak in today's program is found without the change, at its place; a weakness that the change creates is none of today's.
    #[test]
    fn todays_weak_points_are_those_without_the_change() {
        let text = |minimum: u32, change: &str| {
            format!(
                "title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 36
[business]\ncustomers = 1000\nnew_customers_per_month = 20\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 1\npurchases_per_year = 6\nbasket = 30
[today]\nmembers = 0.5\nlaunched = '2020-01'\ncost_per_month = 10
[[today.points]]\nearn = 0.05\nminimum_to_redeem = {minimum}\nexpiry_months = 12
[program]\nlaunch = '2026-06'\nchanges = 'today'\n{change}"
            )
        };
        let code = p01_reward_out_of_reach::RULE.code;
        let place = |table: &str| (code, Some(format!("{table}.points[0].minimum_to_redeem")));
        let weak = |text: &str| weak_today(text, &Design::parse(text).unwrap());
        let gift = "[[program.win_back]]\n";
        assert!(weak(&text(500, gift)).contains(&place("today")));
        let farther = text(5, "[[program.points]]\nminimum_to_redeem = 500\n");
        assert!(broken_rules(&Design::parse(&farther).unwrap()).contains(&code));
        assert!(!weak(&farther).iter().any(|(known, _)| *known == code));
    }
}
