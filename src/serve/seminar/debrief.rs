//! Why bets were wrong, and which two designs teach most: sentences made of numbers that the simulation gives.

use super::result::TeamResult;
use super::teller::Teller;
use loyalsim::summary::Scalar;
use loyalsim::words::Value;

/// Reasons for a team, at most.
const MOST: usize = 6;

/// Where a bet went wrong, and what in the design explains it, the plainest first.
pub fn why(teller: Teller<'_>, result: &TeamResult) -> Vec<String> {
    let bet = bet(teller, result).into_iter().chain(dear(teller, result)).chain(rivals(teller, result));
    let reasons = [sales, stayers, fatigue, selection, breakage, exit];
    let reasons = reasons.iter().filter_map(|reason| reason(teller, result));
    bet.chain(reasons).take(MOST).collect()
}

/// The bet against what was simulated.
fn bet(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    /// A range that holds this share of the trials or more, and is not much too wide, is a good one.
    const GOOD: f64 = 0.8;
    const WIDE: f64 = 2.0;
    let (bet, _) = teller.round.bets.get(&result.team)?;
    let score = result.bet?;
    let net = result.net;
    let key = match () {
        () if bet.low > net.mean => "seminar-why-too-high",
        () if bet.high < net.mean => "seminar-why-too-low",
        () if score.inside < GOOD => "seminar-why-too-narrow",
        () if bet.high - bet.low > WIDE * (net.p95 - net.p5) => "seminar-why-too-wide",
        () => "seminar-why-right",
    };
    let told = [
        ("team", Value::from(teller.room.teams[result.team].as_str())),
        ("bet", Value::MoneyRange(bet.low, bet.high)),
        ("range", Value::MoneyRange(net.p5, net.p95)),
        ("inside", Value::WholePercent(score.inside)),
    ];
    Some(teller.words.say(key, &told))
}

/// Nobody has sent a design within the budget.
fn dear(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let budget = teller.room.setup.budget.filter(|_| result.over_budget)?;
    let cost = teller.number(result, Scalar::ProgramCost)?;
    let told = [("cost", Value::Money(cost)), ("budget", Value::Money(budget))];
    Some(teller.words.say("seminar-why-over-budget", &told))
}

/// What the other teams' programs did.
fn rivals(teller: Teller<'_>, result: &TeamResult) -> Vec<String> {
    let Some(rivals) = &result.rivals else { return Vec::new() };
    let offers = [
        ("own", Value::Percent(rivals.own.worth)),
        ("met", Value::Percent(rivals.met.worth)),
        ("contacts", Value::WholePercent(rivals.own.proper_contacts)),
        ("theirs", Value::WholePercent(rivals.met.proper_contacts)),
    ];
    let effects = [
        ("alone", Value::Money(rivals.alone.mean)),
        ("beside", Value::Money(result.net.mean)),
        ("business", Value::Money(-rivals.business)),
    ];
    let alike = rivals.own.proper_contacts == rivals.met.proper_contacts;
    let key = if alike { "seminar-why-rivals" } else { "seminar-why-rivals-service" };
    vec![teller.words.say(key, &offers), teller.words.say("seminar-why-beside", &effects)]
}

/// What sales had to rise by, and what they rose by.
fn sales(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let needed = teller.number(result, Scalar::BreakEvenVolume)?;
    let rose = teller.number(result, Scalar::VolumeChange)?;
    let told = [("needed", Value::Percent(needed)), ("rose", Value::Percent(rose))];
    let short = needed > 0.0 && rose < needed;
    short.then(|| teller.words.say("seminar-why-sales", &told))
}

/// The subsidy to those who would have stayed.
fn stayers(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let share = teller.number(result, Scalar::PaidToKept)?;
    let told = [("share", Value::WholePercent(share))];
    (share > 0.5).then(|| teller.words.say("seminar-why-stayers", &told))
}

/// Customers get used to a discount.
fn fatigue(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let month = teller.number(result, Scalar::UpliftHalved)?;
    let calendar = teller.design.month((month.round() as usize).saturating_sub(1));
    Some(teller.words.say("seminar-why-fatigue", &[("month", Value::Month(calendar))]))
}

/// Members would have bought more than others anyway.
fn selection(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let naive = teller.number(result, Scalar::NaiveLift)?;
    let caused = teller.number(result, Scalar::CausalLift)?;
    let told = [("naive", Value::WholePercent(naive)), ("caused", Value::Percent(caused))];
    (naive > 0.05 && naive > 2.0 * caused).then(|| teller.words.say("seminar-why-selection", &told))
}

/// Points that expire.
fn breakage(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let share = teller.number(result, Scalar::Breakage)?;
    let told = [("share", Value::WholePercent(share))];
    (share > 0.02).then(|| teller.words.say("seminar-why-breakage", &told))
}

/// What an end would cost.
fn exit(teller: Teller<'_>, result: &TeamResult) -> Option<String> {
    let cost = teller.number(result, Scalar::ClosingCost)?;
    (cost > 0.0).then(|| teller.words.say("seminar-why-exit", &[("cost", Value::Money(cost))]))
}

/// The two teams that differ least in their levers for what they differ by in the net effect.
pub fn pair(teller: Teller<'_>) -> Vec<String> {
    let teams = &teller.played.teams;
    let pairs =
        teams.iter().enumerate().flat_map(|(at, one)| teams[at + 1..].iter().map(move |two| (one, two)));
    let telling = |one: &TeamResult, two: &TeamResult| {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (a, b) = (lines(&one.text), lines(&two.text));
        let apart = a.iter().zip(&b).filter(|(a, b)| a != b).count() + a.len().abs_diff(b.len());
        (apart > 0).then(|| (one.net.mean - two.net.mean).abs() / apart as f64)
    };
    let best = pairs
        .filter_map(|(one, two)| Some((telling(one, two)?, one, two)))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((_, one, two)) = best else { return Vec::new() };
    let (better, worse) = if one.net.mean >= two.net.mean { (one, two) } else { (two, one) };
    let name = |result: &TeamResult| Value::from(teller.room.teams[result.team].as_str());
    let gap = Value::Money(better.net.mean - worse.net.mean);
    let lead =
        teller.words.say("seminar-pair", &[("better", name(better)), ("worse", name(worse)), ("gap", gap)]);
    std::iter::once(lead).chain(teller.between(&better.text, &worse.text)).collect()
}
