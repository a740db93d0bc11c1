//! Why the net effect is what it is, in a sentence or two: what more sales bring, what costs most, who gets it, and how much of it is known.

use super::figures::Figures;
use loyalsim::design::{Basis, Design};
use loyalsim::summary::Scalar;
use loyalsim::words::Value;

/// The bars that are no cost: where the waterfall begins and ends, and what is sold.
const APART: [Scalar; 4] = [
    Scalar::BaselineContribution,
    Scalar::ProgramContribution,
    Scalar::StepListRevenue,
    Scalar::StepCostOfGoods,
];
/// A share of the benefits for those who stay that is worth a sentence.
const MUCH: f64 = 0.5;

/// The sentences; none where there is no program, or nothing has been simulated.
pub fn verdict(design: &Design, figures: Figures<'_>) -> Vec<String> {
    let words = figures.words;
    let Some(net) = figures.summary.headline.get(Scalar::NetEffect) else { return Vec::new() };
    let steps: Vec<(Scalar, f64)> =
        figures.summary.waterfall.iter().flatten().map(|step| (step.key, step.mean.get())).collect();
    let sold: f64 = steps
        .iter()
        .filter(|(key, _)| [Scalar::StepListRevenue, Scalar::StepCostOfGoods].contains(key))
        .map(|(_, mean)| mean)
        .sum();
    let costs = steps.iter().filter(|(key, mean)| !APART.contains(key) && *mean < 0.0);
    let Some((largest, cost)) = costs.min_by(|a, b| a.1.total_cmp(&b.1)) else { return Vec::new() };
    let outcome = match net {
        net if net.p95 < 0.0 => "open-verdict-loss",
        net if net.p5 > 0.0 => "open-verdict-gain",
        _ => "open-verdict-undecided",
    };
    let name = words.name("step", largest.key().trim_start_matches("step_"));
    let told =
        [("sold", Value::SignedMoney(sold)), ("largest", name.into()), ("cost", Value::SignedMoney(*cost))];
    let stay = figures.summary.headline.get(Scalar::PaidToKept).filter(|share| share.mean > MUCH);
    let stay =
        stay.map(|share| words.say("open-verdict-stayers", &[("share", Value::WholePercent(share.mean))]));
    let measured = design.numbers.iter().any(|(_, number)| number.basis == Basis::Measured);
    let own = (!measured).then(|| words.say("open-verdict-assumed", &[]));
    let lead = [words.say(outcome, &[]), words.say("open-verdict-why", &told)];
    lead.into_iter().chain(stay).chain(own).collect()
}
