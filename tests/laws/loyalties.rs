//! Calculation and attachment: what holds customers when somebody else offers more, and whom a rival takes first.
//!
//! Designs compared share every customer and all luck. Without an effect, a mean of 24 trials passes five standard errors on fewer than
//! one seed in ten thousand.

use crate::{Mean, SHOP, Tally, design, play, sum};
use loyalsim::simulate::Line;

/// Five per cent cheaper from the seventh month on.
const RIVAL: &str = "[[rival]]\nname = \"next door\"\nopens_from = \"2026-07\"\nprice_gap = 0.05\n";
const PROGRAM: &str =
    "[program]\nlaunch = \"2026-01\"\nwilling = 1\njoins_per_visit = 1\nsetup_cost = 0\ncost_per_month = 0\n";

fn trials(base: &str, more: &str) -> Vec<Tally> {
    play(&design(36, base, more), 1_500, 24)
}

/// Mean over trials of a number here less the same number there.
fn beyond(here: &[Tally], there: &[Tally], number: impl Fn(&Tally) -> f64) -> Mean {
    Mean::of(&here.iter().zip(there).map(|(a, b)| number(a) - number(b)).collect::<Vec<_>>())
}

fn saved(tally: &Tally) -> f64 {
    sum(tally, 1, 35..36, Line::Saved) - sum(tally, 1, 35..36, Line::LostByProgram)
}

/// Who is attached stays although the rival is cheaper; where attachment shields nobody, the same club saves nobody, exactly. Nobody
/// changes category here: attachment would take customers up into those whom a rival draws less.
#[test]
fn attachment_holds_against_a_better_offer() {
    let club = |shield: f64| {
        let element = "[[program.club]]\nopen_to = \"everyone\"\nrecognition = 0.05\nlift = 0\n";
        let behaviour = format!("[behaviour]\naffective_shield = {shield}\nfailure_unsettles = 0\n");
        trials(SHOP, &format!("{behaviour}{RIVAL}{PROGRAM}{element}"))
    };
    let attached = Mean::over(&club(1.0), saved);
    assert!(attached.z(0.0) > 5.0, "{attached:?}");
    assert!(club(0.0).iter().all(|tally| saved(tally) == 0.0));
}

/// What would be lost by leaving ties: points that pile up, redeemed at one visit in twenty, hold more customers than points that are spent at every visit.
#[test]
fn points_at_stake_tie() {
    let scheme = |chance: f64| {
        let points =
            format!("[[program.points]]\nearn = 0.04\nexpiry_months = 0\nredeem_chance = {chance}\n");
        trials(SHOP, &format!("[behaviour]\nredemption_momentum = 0\n{RIVAL}{PROGRAM}{points}"))
    };
    let more = beyond(&scheme(0.05), &scheme(1.0), saved);
    assert!(more.z(0.0) > 5.0, "{more:?}");
}

/// Points please twice, when they bring the reward nearer and when they are spent: each alone makes members buy more.
#[test]
fn points_please_twice() {
    let scheme = |pull: f64, momentum: f64| {
        let points = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 10\n";
        let response = format!("[behaviour]\ngoal_pull = {pull}\nredemption_momentum = {momentum}\n");
        trials(SHOP, &format!("{response}{PROGRAM}{points}"))
    };
    let dull = scheme(0.0, 0.0);
    for (pull, momentum) in [(0.5, 0.0), (0.0, 0.1)] {
        let more = beyond(&scheme(pull, momentum), &dull, |t| sum(t, 1, 0..36, Line::Purchases));
        assert!(more.z(0.0) > 5.0, "pull {pull}, momentum {momentum}: {more:?}");
    }
}

/// Segments of one category each.
fn categories() -> String {
    let (head, _) = SHOP.split_once("[[segment]]").unwrap();
    let names = ["committed", "faithful", "split", "blackmailer", "pragmatist", "hostage"];
    let segment = |one: &str| {
        let shares: Vec<String> =
            names.iter().map(|name| format!("{name} = {}", u8::from(*name == one))).collect();
        format!(
            "[[segment]]\nname = \"{one}\"\nshare = 0.25\npurchases_per_year = 10\nbasket = 30\ncategories = {{ {} }}\n",
            shares.join(", ")
        )
    };
    format!("{head}{}", ["committed", "faithful", "split", "hostage"].map(segment).concat())
}

/// When a rival opens, split customers take purchases there and committed ones hardly any; hostages have a choice at last and leave in the
/// largest numbers, committed ones in the smallest.
#[test]
fn a_rival_takes_the_split_and_frees_the_hostages() {
    let shop = categories();
    let (open, none) = (trials(&shop, RIVAL), trials(&shop, ""));
    let lost = |segment: usize, line: Line| {
        move |(here, there): (&Tally, &Tally)| {
            let of = |t: &Tally| (8..36).map(|month| t.get(0, segment, month, line)).sum::<f64>();
            1.0 - of(here) / of(there)
        }
    };
    let differ = |one: usize, other: usize, line: Line| {
        let pairs = open.iter().zip(&none);
        Mean::of(&pairs.map(|pair| lost(one, line)(pair) - lost(other, line)(pair)).collect::<Vec<_>>())
    };
    let (committed, faithful, split, hostage) = (0, 1, 2, 3);
    for (more, less, line) in [
        (split, faithful, Line::Purchases),
        (faithful, committed, Line::Purchases),
        (hostage, split, Line::Active),
        (split, committed, Line::Active),
    ] {
        let found = differ(more, less, line);
        assert!(found.z(0.0) > 5.0, "{more} beyond {less}, {line:?}: {found:?}");
    }
}
