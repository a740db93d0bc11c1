//! Laws of volume bonuses: what is owed, accrued and paid, whom a step pulls, and what is missing after the end of the year.

use super::*;

/// Firms that all buy about `12 · 1000` a year, all of them members from the first month on, and a bonus.
fn firms(months: usize, spread: f64, bonus: &str) -> Design {
    firms_until("", (months, spread), bonus)
}

/// The same with more lines of the program.
fn firms_until(program: &str, (months, spread): (usize, f64), bonus: &str) -> Design {
    let more = format!(
        "[[segment]]\nname = \"firms\"\nshare = 1\npurchases_per_year = 1000\npurchase_shape = 100\nbasket = 12\nbasket_spread = {spread}\nbasket_noise = 0\n\
         [program]\nlaunch = \"2026-01\"\nwilling = 1\njoins_per_visit = 1\nsetup_cost = 0\ncost_per_month = 0\n{program}\n[[program.volume_bonus]]\n{bonus}\n"
    );
    design(months, BARE, &more)
}

fn monthly(tallies: &[Tally], world: usize, line: Line) -> Vec<f64> {
    let months = tallies[0].months();
    (0..months).map(|t| tallies.iter().map(|tally| sum(tally, world, t..t + 1, line)).sum()).collect()
}

/// All members are above the only step: what is paid in March is the rate of what they bought from joining to December, and the whole of what was accrued
/// for those who stayed; nothing else is paid before the next March. Retroactive and marginal differ by the step. To single precision.
#[test]
fn the_bonus_of_a_year_is_paid_once_and_to_the_cent() {
    let bonus = "steps = [{ spend_per_year = 1, bonus = 0.02 }]\npaid_after_months = 3\nfelt = 0";
    let tallies = play(&firms(18, 0.0, bonus), 400, 2);
    for tally in &tallies {
        let at = |line, month: usize| sum(tally, 1, month..month + 1, line);
        let paid: Vec<usize> = (0..18).filter(|t| at(Line::BonusesPaid, *t) > 0.0).collect();
        assert_eq!(paid, [14]);
        let mut owed = 0.0;
        for month in 0..18 {
            owed += at(Line::VolumeBonus, month) - at(Line::BonusesPaid, month);
            assert!((owed - at(Line::BonusesOwed, month)).abs() < 1e-9 * owed.max(1.0), "month {month}");
            assert_eq!(at(Line::Discount, month), at(Line::VolumeBonus, month));
            assert_eq!(at(Line::ListRevenue, month), sum(tally, 0, month..month + 1, Line::ListRevenue));
        }
        let bought = sum(tally, 1, 1..12, Line::ListRevenue);
        let paid = at(Line::BonusesPaid, 14);
        // those who left within the year bought a tenth of it
        assert!(paid < 0.02 * bought && paid > 0.02 * 0.85 * bought, "{paid} of {bought}");
    }
}

/// A retroactive step a little beyond what most would buy makes them buy more, most of it before the end of the year; half of that is missing in the first quarter of the
/// next. A step out of reach does nothing at all: exact.
#[test]
fn a_step_within_reach_pulls_and_one_beyond_does_not() {
    // joining takes the first month: eleven months of 1000; rates differ by a tenth
    let near = "steps = [{ spend_per_year = 11_300, bonus = 0.04 }]";
    let tallies = play(&firms(18, 0.0, near), 400, 12);
    let [base, with] = [0, 1].map(|world| monthly(&tallies, world, Line::ListRevenue));
    let more = |months: std::ops::Range<usize>| months.map(|t| with[t] - base[t]).sum::<f64>();
    let (early, late, missing) = (more(1..5), more(8..12), more(12..15));
    assert!(late > 10.0 * early && late > 0.04 * base[11], "{early} {late} {missing}");
    let share = -missing / more(0..12);
    assert!((0.35..0.6).contains(&share), "{share}");
    let far = "steps = [{ spend_per_year = 30_000, bonus = 0.05 }]\nfelt = 1";
    for tally in play(&firms(12, 0.0, far), 400, 2) {
        for month in 0..12 {
            for line in [Line::Purchases, Line::Active, Line::ListRevenue, Line::Discount] {
                let [a, b] = [0, 1].map(|world| tally.get(world, 0, month, line));
                assert_eq!(a, b, "{line:?}, month {month}");
            }
        }
    }
}

/// The more a bonus gives, the more it costs: nine tenths ruin the business, whatever they sell.
#[test]
fn a_bonus_of_nearly_everything_ruins() {
    let effect = |bonus: f64| {
        let text = format!("steps = [{{ spend_per_year = 5_000, bonus = {bonus} }}]");
        let tallies = play(&firms(24, 0.5, &text), 300, 2);
        let earned = |world| -> f64 {
            let of = |line| monthly(&tallies, world, line).iter().sum::<f64>();
            of(Line::ListRevenue) - of(Line::Discount) - of(Line::CostOfGoods)
        };
        (earned(1) - earned(0)) / earned(0)
    };
    let [little, half, most] = [0.02, 0.3, 0.9].map(effect);
    assert!(little > half && half > most && most < -1.0, "{little} {half} {most}");
}

/// A program that ends in June pays a month later for the steps reached by then, and owes nothing after.
#[test]
fn a_year_cut_short_is_closed() {
    let bonus = "steps = [{ spend_per_year = 3_000, bonus = 0.02 }]\npaid_after_months = 1";
    let stopped = firms_until("stop = \"2026-07\"", (12, 0.0), bonus);
    for tally in play(&stopped, 300, 2) {
        assert!(sum(&tally, 1, 7..8, Line::BonusesPaid) > 0.0);
        assert_eq!(sum(&tally, 1, 8..12, Line::BonusesPaid), 0.0);
        assert_eq!(sum(&tally, 1, 11..12, Line::BonusesOwed), 0.0);
    }
}
