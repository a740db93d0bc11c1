//! What customers tell, and what they come to expect.
//!
//! Designs compared share every customer and all luck. Without an effect, a mean of 24 trials passes five standard errors on fewer than
//! one seed in ten thousand.

use crate::{Mean, SHOP, Tally, design, play, sum};
use loyalsim::simulate::Line;

const PROGRAM: &str = "[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n";
const SERVICE: &str =
    "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 0\n";
const CHARGES: &str =
    "[[program.charges]]\nopen_to = \"everyone\"\nfee_per_purchase = 2\ncharged = 0.5\nresentment = 0.05\n";

fn trials(behaviour: &str, element: &str) -> Vec<Tally> {
    play(&design(36, SHOP, &format!("[behaviour]\n{behaviour}\n{PROGRAM}{element}")), 1_500, 24)
}

/// Newcomers that the program brings or keeps away.
fn newcomers(tally: &Tally) -> f64 {
    sum(tally, 1, 0..36, Line::Arrived) - sum(tally, 0, 0..36, Line::Arrived)
}

/// The pleased bring newcomers and the offended keep them away; the more a detractor's word weighs, the more of them. Where nobody listens,
/// the number of newcomers is the same in both worlds, exactly.
#[test]
fn the_pleased_and_the_offended_tell_others() {
    let pleased = Mean::over(&trials("", SERVICE), newcomers);
    assert!(pleased.z(0.0) > 5.0, "{pleased:?}");
    let talk = |weight: f64| trials(&format!("detractor_weight = {weight}"), CHARGES);
    let (loud, silent) = (talk(1.5), talk(0.0));
    assert!(Mean::over(&loud, newcomers).z(0.0) < -5.0);
    let more: Vec<f64> = silent.iter().zip(&loud).map(|(s, l)| newcomers(s) - newcomers(l)).collect();
    assert!(Mean::of(&more).z(0.0) > 5.0, "{:?}", Mean::of(&more));
    for element in [SERVICE, CHARGES] {
        assert!(trials("word_of_mouth_share = 0", element).iter().all(|tally| newcomers(tally) == 0.0));
    }
}

/// Customers grow more demanding with what they get: of the same better service less is left of the score, three years later, than if
/// nobody took it for granted. But half of it lasts.
#[test]
fn demands_rise_with_the_service() {
    let gain = |tally: &Tally| {
        let net = |world| {
            let of = |line| sum(tally, world, 24..36, line);
            100.0 * (of(Line::Promoters) - of(Line::Detractors)) / of(Line::Start)
        };
        net(1) - net(0)
    };
    let (demanding, modest) = (trials("", SERVICE), trials("service_habituation = 0", SERVICE));
    let lost: Vec<f64> = modest.iter().zip(&demanding).map(|(m, d)| gain(m) - gain(d)).collect();
    assert!(Mean::of(&lost).z(0.0) > 5.0, "{:?}", Mean::of(&lost));
    let lasts: Vec<f64> = modest.iter().zip(&demanding).map(|(m, d)| gain(d) - gain(m) / 3.0).collect();
    assert!(Mean::of(&lasts).z(0.0) > 5.0, "{:?}", Mean::of(&lasts));
}

/// A company that hardly anybody recommends has the newcomers that it says, as any other: a promoter more or less is no flood of them. A mean
/// of 40 trials, five standard errors and one part in a hundred.
#[test]
fn newcomers_are_as_declared_whatever_the_score() {
    for nps in [-90, 0, 80] {
        let shop = SHOP.replace("nps = 20", &format!("nps = {nps}"));
        let arrived = Mean::over(
            &play(&design(24, &shop, "[behaviour]\nword_of_mouth_share = 0.8\n"), 100, 40),
            |tally| sum(tally, 0, 0..24, Line::Arrived) / (24.0 * 900.0 * 100.0 / 50_000.0),
        );
        assert!((arrived.value - 1.0).abs() < 0.01 + 5.0 * arrived.error, "{nps}: {arrived:?}");
    }
}
