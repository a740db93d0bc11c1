//! Laws of plans that customers move between: bills drift as declared, whoever leaves, and in every world alike.

use super::*;

const MONTHS: usize = 25;

/// Subscribers who have all just signed and leave by chance alone, with these lines of their segment, and a program.
fn subscribers(lines: &str, program: &str) -> Design {
    let segment = format!(
        "[[segment]]\nname = \"cohort\"\nshare = 1\nbasket = 24\nbasket_spread = 0\nbilling = \"contract\"\nnew_cohort = \"yes\"\n\
         needs_change = 0\nchurn_shape = 0.67\nchurn_beta = 24\n{lines}"
    );
    design(MONTHS, BARE, &format!("{segment}\n{program}"))
}

/// Terms of six months that end in the months 5, 11 and 17 after the first, and terms without end of a month: the mean bill of those who are there is 24 times
/// 1 + chance up · step − chance down · step/(1 + step) of every month that has passed. Within 4.2 standard errors; of 30 comparisons one errs on one seed in 1,000.
/// Moves that went with leaving would be seen: two in five have left at the end.
#[test]
fn bills_drift_as_declared() {
    let (up, down, step) = (0.4, 0.25, 0.5);
    for (term, when, waits) in [
        (6, "upgrades_any_month", [false, true]),
        (6, "at_renewal", [true, true]),
        (6, "any_month", [false, false]),
        (1, "at_renewal", [true, true]),
    ] {
        let lines = format!(
            "contract_months = {term}\nupgrades = {up}\ndowngrades = {down}\nplan_step = {step}\nplans_change = \"{when}\""
        );
        let tallies = play(&subscribers(&lines, ""), 2000, 40);
        let growth = |month: usize| {
            let ends = (month + 1).is_multiple_of(term);
            let chance = |of: f64, waits: bool| match (waits, ends) {
                (false, _) => of / 12.0,
                (true, true) => of * term as f64 / 12.0,
                (true, false) => 0.0,
            };
            1.0 + chance(up, waits[0]) * step - chance(down, waits[1]) * step / (1.0 + step)
        };
        for month in [0, 1, 5, 6, 12, 13, 18, 24] {
            let expected = 24.0 * (0..month).map(growth).product::<f64>();
            let bill =
                |t: &Tally| t.get(0, 0, month, Line::ListRevenue) / t.get(0, 0, month, Line::Purchases);
            let found = Mean::over(&tallies, bill);
            let off = (found.value - expected).abs();
            assert!(
                off < 4.2 * found.error + 1e-4 * expected,
                "{term}, {when}, {month}: {found:?} {expected}"
            );
        }
    }
}

const DISCOUNT: &str = "[program]\nlaunch = \"2026-03\"\nsetup_cost = 0\ncost_per_month = 0\n[[program.preferential_terms]]\ntenure_months = 0\ndiscount = 0.1\n";

/// Where nobody leaves for a discount, bills at list prices are the same with it and without it, whoever moves: exact.
#[test]
fn moves_are_the_same_in_every_world() {
    let moves = "upgrades = 0.3\ndowngrades = 0.2\nplan_step = 0.4";
    for tally in play(&subscribers(moves, DISCOUNT), 500, 4) {
        for month in 0..MONTHS {
            let [without, with] = [0, 1].map(|world| tally.get(world, 0, month, Line::ListRevenue));
            assert_eq!(without, with, "{month}");
        }
        assert!(sum(&tally, 1, 0..MONTHS, Line::Discount) > 0.0);
    }
}

/// Moves change bills, and nothing else: who leaves for no reason of his own leaves all the same. Where nobody moves no bit changes.
#[test]
fn moves_change_bills_alone() {
    let [plain, still, moving] = ["", "upgrades = 0\nplan_step = 0.4", "upgrades = 0.3\ndowngrades = 0.1"]
        .map(|lines| play(&subscribers(lines, DISCOUNT), 500, 4));
    assert_eq!(plain, still);
    for (plain, moving) in plain.iter().zip(&moving) {
        for month in 0..MONTHS {
            for line in [Line::Active, Line::Purchases, Line::Arrived] {
                assert_eq!(plain.get(1, 0, month, line), moving.get(1, 0, month, line), "{line:?}, {month}");
            }
        }
        let spent = |tally: &Tally, month| tally.get(1, 0, month, Line::ListRevenue);
        assert_eq!(spent(plain, 0), spent(moving, 0), "the declared bill is that of the first month");
        assert!(spent(moving, 24) > 1.05 * spent(plain, 24));
    }
}
