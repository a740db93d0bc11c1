//! Laws: no program, no difference; the same seed, the same bits.

use std::ops::ControlFlow;

use super::*;

/// A design with every key of the format.
const FULL: &str = include_str!("../designs/full.toml");

/// Lines that only the world with a program has.
const PAIRED: [Line; 5] = [Line::KeptAnyway, Line::Saved, Line::LostByProgram, Line::LostAnyway, Line::Won];

fn bits(tally: &Tally) -> Vec<u64> {
    let mut bits = vec![tally.trial];
    for world in 0..tally.worlds() {
        for segment in 0..tally.segments() {
            for month in 0..tally.months() {
                bits.extend(tally.row(world, segment, month).values().iter().map(|x| x.to_bits()));
            }
        }
    }
    bits
}

/// Fails at the first line that differs between the worlds, lines of `except` aside.
fn assert_worlds_equal(tally: &Tally, except: &[Line]) {
    for segment in 0..tally.segments() {
        for month in 0..tally.months() {
            for line in Line::ALL.into_iter().filter(|line| !except.contains(line)) {
                let [before, after] = [0, 1].map(|world| tally.get(world, segment, month, line));
                assert_eq!(before.to_bits(), after.to_bits(), "{line:?}, month {month}: {before} {after}");
            }
            let there = tally.get(1, segment, month, Line::Active);
            assert_eq!(tally.get(1, segment, month, Line::KeptAnyway), there);
            for line in [Line::Saved, Line::LostByProgram, Line::Won] {
                assert_eq!(tally.get(1, segment, month, line), 0.0, "{line:?}");
            }
        }
    }
}

/// Elements of every kind that touches members only; nobody joins. Exact: no error rates.
#[test]
fn a_program_that_nobody_joins_changes_nothing() {
    let program = r#"
[program]
launch = "2026-03"
stop = "2027-09"
willing = 0
setup_cost = 0
cost_per_month = 0
[[program.points]]
earn = 0.05
[[program.cumulative_discount]]
steps = [{ from = 0, discount = 0.1 }, { from = 5, discount = 0.2 }]
[[program.tiers]]
steps = [{ name = "gold", spend_per_year = 50, discount = 0.1 }]
[[program.seasonal_sale]]
months = [6, 7]
discount = 0.3
open_to = "members"
[[program.special_offer]]
discount = 0.2
[[program.messages]]
per_month = 30
cost_per_message = 0.1
[[program.referral]]
invitations = 0.5
reward = 5
"#;
    for tally in play(&design(24, SHOP, program), 1500, 3) {
        assert_worlds_equal(&tally, &PAIRED);
    }
}

/// Everybody may join a program whose elements give nothing. Exact.
#[test]
fn a_program_that_gives_nothing_changes_nothing() {
    let program = r#"
[behaviour]
lift_light = 0
lift_moderate = 0
goal_pull = 0
[program]
launch = "2026-03"
willing = 1
setup_cost = 0
cost_per_month = 0
[[program.cumulative_discount]]
steps = [{ from = 0, discount = 0 }]
[[program.seasonal_sale]]
months = [1, 7]
discount = 0
[[program.special_offer]]
discount = 0
take_up = 1
every_months = 1
open_to = "everyone"
[[program.staff_training]]
lifts_proper_contacts_to = 0.05
"#;
    let mut except = PAIRED.to_vec();
    except.extend([Line::Members, Line::Joined, Line::MemberPurchases]);
    for tally in play(&design(24, SHOP, program), 1500, 3) {
        assert!(sum(&tally, 1, 23..24, Line::Members) > 100.0);
        assert_worlds_equal(&tally, &except);
    }
}

/// Without a program there is one world, and it is the baseline of the same design with one: customers to the last one, money
/// to the rounding of single precision (customers may sit in other places of their block). Exact.
#[test]
fn the_baseline_does_not_know_of_the_program() {
    let with = parse(FULL);
    let mut without = with.clone();
    without.program = None;
    without.goals.clear();
    for (alone, pair) in play(&without, 1200, 3).iter().zip(&play(&with, 1200, 3)) {
        assert_eq!((alone.worlds(), pair.worlds()), (1, 2));
        for segment in 0..alone.segments() {
            for month in 0..alone.months() {
                for line in Line::ALL {
                    let (a, b) = (alone.get(0, segment, month, line), pair.get(0, segment, month, line));
                    assert!((a - b).abs() <= 1e-6 * a.abs(), "{line:?}, month {month}: {a} {b}");
                }
            }
        }
    }
}

fn run(design: &Design, trials: std::ops::Range<u64>) -> Vec<Vec<u64>> {
    let experiment = Experiment::new(design, Settings { seed: SEED, customers: 1100 });
    let mut all = Vec::new();
    experiment.run(
        trials,
        |_, tally| bits(tally),
        |trial, bits| {
            assert_eq!(trial, bits[0]);
            all.push(bits);
            ControlFlow::Continue(())
        },
    );
    all
}

/// Exact.
#[test]
fn threads_and_splits_change_no_bit() {
    let design = parse(FULL);
    let on = |threads: usize, job: &(dyn Fn() -> Vec<Vec<u64>> + Sync)| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(job)
    };
    let whole = on(1, &|| run(&design, 0..40));
    assert!(whole == on(2, &|| run(&design, 0..40)), "2 threads");
    assert!(whole == on(8, &|| run(&design, 0..40)), "8 threads");
    let parts = |cuts: &[u64]| cuts.windows(2).flat_map(|c| run(&design, c[0]..c[1])).collect::<Vec<_>>();
    assert!(whole == on(8, &|| parts(&[0, 1, 17, 36, 40])), "another split");
    let experiment = Experiment::new(&design, Settings { seed: SEED, customers: 1100 });
    for trial in [39, 3, 20] {
        assert!(whole[trial] == bits(&experiment.play(trial as u64)), "trial {trial} alone");
    }
    assert!(whole[0][1..] != whole[1][1..], "trials differ");
}
