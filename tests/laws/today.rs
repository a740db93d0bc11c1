//! Laws: a program that runs already goes on unless it is changed, and what is declared is declared with it.

use super::*;
use loyalsim::summary::{Outcome, Scalar};

/// A program with every kind of account, habit and tie.
const TODAY: &str = r#"
[today]
name = "Card"
launched = "2022-05"
willing = 0.7
cost_per_month = 500
cost_per_member_per_year = 1
[[today.points]]
earn = 0.04
point_value = 0.05
minimum_to_redeem = 40
expiry_months = 9
welcome_points = 15
[[today.cumulative_discount]]
steps = [{ from = 5, discount = 0.03 }, { from = 20, discount = 0.06 }]
[[today.tiers]]
steps = [{ name = "silver", spend_per_year = 150, earn_multiple = 1.5 }, { name = "gold", spend_per_year = 500, earn_multiple = 2, discount = 0.04 }]
[[today.seasonal_sale]]
months = [1, 7]
discount = 0.15
[[today.special_offer]]
discount = 0.1
every_months = 5
[[today.messages]]
per_month = 6
cost_per_message = 0.02
[[today.referral]]
invitations = 0.02
reward = 5
[[today.club]]
recognition = 0.03
cost_per_member_per_year = 2
"#;

/// Lines that only worlds beside the first have.
const PAIRED: [Line; 11] = [
    Line::KeptAnyway,
    Line::Saved,
    Line::LostByProgram,
    Line::LostAnyway,
    Line::Won,
    Line::DiscountSubsidised,
    Line::IssuedSubsidised,
    Line::BenefitsToKept,
    Line::GiftsForSpend,
    Line::GiftsSubsidised,
    Line::GiftsToKept,
];

fn shop(months: usize, more: &str) -> Design {
    design(months, SHOP, &format!("{TODAY}{more}"))
}

/// Plays trials with the world in which today's program has ended as the last.
fn play_with_end(design: &Design, customers: usize, trials: u64) -> Vec<Tally> {
    let experiment = Experiment::new(design, Settings { seed: SEED, customers }).beside_ending_today();
    let truth = Truth::central(design);
    (0..trials).into_par_iter().map(|trial| experiment.play_under(&truth, trial)).collect()
}

/// A proposal that changes nothing, or says again all that there is, is no other world. Exact, to the last bit.
#[test]
fn a_proposal_equal_to_todays_changes_nothing() {
    let again = TODAY
        .replace("[[today.", "[[program.")
        .replace("[today]", "[program]\nsetup_cost = 0")
        .replace("launched = \"2022-05\"", "launch = \"2026-04\"");
    for program in ["[program]\nchanges = \"today\"\nlaunch = \"2026-04\"\n", &again] {
        for tally in play(&shop(24, program), 1500, 3) {
            assert_eq!(tally.worlds(), 2);
            for segment in 0..tally.segments() {
                for month in 0..tally.months() {
                    for line in Line::ALL.into_iter().filter(|line| !PAIRED.contains(line)) {
                        let [a, b] = [0, 1].map(|world| tally.get(world, segment, month, line));
                        assert_eq!(a.to_bits(), b.to_bits(), "{line:?}, month {month}: {a} {b}");
                    }
                    let there = tally.get(1, segment, month, Line::Active);
                    assert_eq!(tally.get(1, segment, month, Line::KeptAnyway), there);
                }
            }
            assert!(sum(&tally, 0, 23..24, Line::Members) > 100.0);
        }
    }
}

/// A partner who leaves in May, whatever is done about it.
const LEAVES: &str = "[[today.partner]]\nname = \"those who stay\"\nfrom = \"2026-05\"\nearned_elsewhere = 0.3\nspent_elsewhere = 0.1\n\
    [[today.partner]]\nname = \"all\"\nuntil = \"2026-05\"\nearned_elsewhere = 1.5\nspent_elsewhere = 0.4\n";

/// Today's program may change by itself: then it does in every world, and a proposal that launches later and says nothing new changes nothing, to the last
/// bit. One that answers it differs from its launch on, not from the change.
#[test]
fn what_changes_anyway_changes_in_every_world() {
    let with = |program: &str| play(&shop(18, &format!("{LEAVES}{program}")), 400, 2);
    let launch = "[program]\nchanges = \"today\"\nlaunch = \"2026-08\"\n";
    let idle = with(launch);
    for tally in &idle {
        for (month, line) in (0..18).flat_map(|month| Line::ALL.map(|line| (month, line))) {
            let [on, changed] = [0, 1].map(|world| tally.total(world, month, line));
            assert!(PAIRED.contains(&line) || on == changed, "{line:?}, {month}: {on} {changed}");
        }
    }
    let income = |tallies: &[Tally], world: usize, months: std::ops::Range<usize>| {
        tallies.iter().map(|tally| sum(tally, world, months.clone(), Line::PartnerIncome)).sum::<f64>()
    };
    let answered = with(&format!("{launch}[[program.partner]]\nearned_elsewhere = 0.9\n"));
    assert_eq!(income(&answered, 0, 0..18), income(&idle, 0, 0..18));
    assert_eq!(income(&answered, 1, 0..7), income(&idle, 0, 0..7));
    assert!(income(&answered, 1, 8..18) > 1.5 * income(&idle, 0, 8..18));
    let stays = play(&shop(18, &LEAVES.replace("2026-05", "2027-05")), 400, 2);
    assert_eq!(income(&stays, 0, 0..4), income(&idle, 0, 0..4));
    assert!(income(&stays, 0, 4..18) > 1.5 * income(&idle, 0, 4..18));
}

/// Changes of today's program.
const CHANGES: [(&str, &str); 9] = [
    ("other terms", "[[program.points]]\nexpiry_months = 4\npoint_value = 0.03\nminimum_to_redeem = 70\n"),
    ("longer", "[[program.points]]\nexpiry_months = 20\n"),
    ("never", "[[program.points]]\nexpiry_months = 0\n"),
    ("an end", "stop = \"2027-01\"\n"),
    (
        "converted",
        "[program.transition]\npoints = \"converted\"\npoints_rate = 0.37\n[[program.points]]\npoint_value = 0.1\n",
    ),
    ("void at once", "[program.transition]\npoints = \"void\"\n"),
    ("void later", "[program.transition]\npoints = \"void\"\npoints_until = \"2026-08\"\n"),
    ("paid out", "[program.transition]\npoints = \"paid_out\"\n[[program.points]]\npoint_value = 0.02\n"),
    (
        "nowhere to spend them",
        "without = [\"points\"]\n[program.transition]\npoints = \"void\"\npoints_until = \"2026-06\"\n",
    ),
];

/// Points there at the start and points issued are redeemed, expired or outstanding, in every world and month, whatever changes: other terms of expiry,
/// other values, the end. Exact, as whole numbers.
#[test]
fn points_close_over_the_change() {
    for (change, points) in CHANGES {
        let program = format!("[program]\nchanges = \"today\"\nlaunch = \"2026-04\"\n{points}");
        for tally in play_with_end(&shop(24, &program), 1500, 3) {
            assert_eq!((tally.worlds(), tally.ended()), (3, Some(2)));
            for world in 0..3 {
                for segment in 0..tally.segments() {
                    let at = |month, line| tally.get(world, segment, month, line);
                    let mut there = at(0, Line::OpeningPoints);
                    assert!(there > 100.0 && there.fract() == 0.0);
                    for month in 0..tally.months() {
                        there += at(month, Line::PointsIssued) + at(month, Line::PointsConverted);
                        there -= at(month, Line::PointsRedeemed) + at(month, Line::PointsExpired);
                        assert_eq!(
                            there,
                            at(month, Line::PointsOutstanding),
                            "{change}, world {world}, month {month}"
                        );
                    }
                }
            }
            assert_eq!(sum(&tally, 2, 0..24, Line::PointsOutstanding), 0.0, "ended");
        }
    }
}

/// The first month of the changes below.
const LAUNCH: usize = 3;

/// Mean of what a line is with a change, over what it is without, in some months.
fn with_change(change: &str, months: std::ops::Range<usize>, line: Line) -> f64 {
    let program = format!("[program]\nchanges = \"today\"\nlaunch = \"2026-04\"\n{change}");
    let tallies = play(&shop(24, &program), 1500, 8);
    let of = |t: &Tally, world| sum(t, world, months.clone(), line);
    Mean::over(&tallies, |t| of(t, 1) / of(t, 0)).value
}

/// Points declared void are gone on the day: those from before the change and no others; paid out, they are paid. Within rounding, exact.
#[test]
fn what_becomes_of_points_is_what_was_said() {
    let left = |terms: &str, month: usize| {
        let change = format!("[program.transition]\n{terms}\n");
        with_change(&change, month..month + 1, Line::PointsOutstanding)
    };
    assert!(left("points = \"void\"", LAUNCH) < 0.35);
    assert!(left("points = \"paid_out\"", LAUNCH) < 0.35);
    let later = "points = \"void\"\npoints_until = \"2026-08\"";
    assert!(left(later, LAUNCH) > 0.7, "they can be spent until then");
    assert!(left(later, 7) < 0.8);
    let twice = "points = \"converted\"\npoints_rate = 2";
    assert!(left(twice, LAUNCH) > 1.5);
    let paid =
        with_change("[program.transition]\npoints = \"paid_out\"\n", LAUNCH..LAUNCH + 1, Line::RewardCost);
    assert!(paid > 3.0, "{paid}");
}

/// A change that is announced and takes from points is a run on them; one that is not changes nothing before its day. Over half as much again is
/// redeemed in the months of notice.
#[test]
fn an_announced_loss_is_a_run() {
    let points = "[[program.points]]\npoint_value = 0.035\n";
    let before = 1..LAUNCH;
    let silent = with_change(points, before.clone(), Line::PointsRedeemed);
    let told = format!("[program.transition]\nannounced_months = 2\n{points}");
    assert_eq!(silent, 1.0);
    let told = with_change(&told, before, Line::PointsRedeemed);
    assert!(told > 1.4, "{told}");
}

/// What is taken is missed: the more of each point a conversion takes, the fewer customers stay; a conversion that leaves nothing costs customers as points
/// declared void do. So do a threshold that nobody reaches, and a change that keeps the points of those who would not join anew. Signs, over 8 trials
/// on the same luck.
#[test]
fn what_a_change_takes_is_missed() {
    let stay = |terms: &str| {
        let change = format!("[program.transition]\n{terms}\n");
        with_change(&change, LAUNCH + 3..LAUNCH + 9, Line::Active)
    };
    let at = |rate: &str| stay(&format!("points = \"converted\"\npoints_rate = {rate}"));
    let ([nothing, half], void) = (["0", "0.5"].map(at), stay("points = \"void\""));
    assert!(nothing < half && half < 1.0, "{nothing} {half}");
    assert!(nothing <= void, "{nothing} {void}");
    let far = "[[program.points]]\nminimum_to_redeem = 1_000_000\n";
    let out_of_reach = with_change(far, LAUNCH + 3..LAUNCH + 9, Line::Active);
    assert!(out_of_reach < half, "{out_of_reach} {half}");
    let [out, back] =
        ["0", "1"].map(|share| stay(&format!("members = \"join_anew\"\nrejoin_share = {share}")));
    assert!(out < back, "{out} {back}");
}

/// A change that changes nothing has nothing to show: no effect whatever becomes of points, nothing to pay back, no sales that it needs. Exact.
#[test]
fn a_change_of_nothing_has_no_price() {
    let design = shop(24, "[program]\nchanges = \"today\"\nlaunch = \"2026-04\"\n");
    let truth = Truth::central(&design);
    for tally in play(&design, 800, 2) {
        let outcome = Outcome::of(&design, &truth, &tally);
        for scalar in
            [Scalar::NetEffect, Scalar::NetEffectFullPoints, Scalar::BreakEvenVolume, Scalar::ProgramCost]
        {
            assert_eq!(outcome.get(scalar), 0.0, "{scalar:?}");
        }
        assert!(outcome.get(Scalar::PaybackMonth).is_nan());
        assert!(outcome.get(Scalar::Breakage) < 1.0);
    }
}

/// Who has to join anew is no member until he does; of those who would not, none is.
#[test]
fn members_who_have_to_join_anew() {
    let anew = |share: &str| {
        let change = format!("[program.transition]\nmembers = \"join_anew\"\nrejoin_share = {share}\n");
        [LAUNCH, 23].map(|month| with_change(&change, month..month + 1, Line::Members))
    };
    let [first, last] = anew("1");
    // those who come twice a year take their time
    assert!(first < 0.6 && last > 0.8, "{first} {last}");
    let [_, half] = anew("0.5");
    assert!((0.35..0.6).contains(&half), "{half}");
    assert_eq!(anew("0"), [0.0; 2]);
}

/// Tiers that are lost cost what they gave, and promised discounts that are kept are given on. Signs, over 8 trials on the same luck.
#[test]
fn tiers_and_promises() {
    let tiers = |terms: &str| {
        let change =
            format!("without = [\"tiers\", \"cumulative_discount\"]\n[program.transition]\n{terms}\n");
        let year = LAUNCH..LAUNCH + 9;
        [Line::Discount, Line::Active].map(|line| with_change(&change, year.clone(), line))
    };
    let ([lost, left], [kept, stayed]) = (tiers(""), tiers("discounts_kept_months = 9"));
    assert!(lost < 0.95 && kept > lost + 0.02, "{lost} {kept}");
    assert!(stayed > left, "{stayed} {left}");
}

/// After its end nothing is left of today's program but what customers remember: no members, discounts, points or costs. Exact.
#[test]
fn nothing_of_it_goes_on_after_its_end() {
    let design = shop(24, "");
    for tally in play_with_end(&design, 1500, 3) {
        assert_eq!((tally.worlds(), tally.ended()), (2, Some(1)));
        for line in [Line::Members, Line::Discount, Line::PointsIssued, Line::RunningCost, Line::ReferralCost]
        {
            assert_eq!(sum(&tally, 1, 0..24, line), 0.0, "{line:?}");
            assert!(sum(&tally, 0, 0..24, line) > 0.0, "{line:?}");
        }
        assert!(sum(&tally, 1, 0..1, Line::RewardCost) > 0.0, "points are paid out");
        assert_eq!(sum(&tally, 1, 1..24, Line::RewardCost), 0.0);
    }
}

/// A fitted base has no ages, all have just joined; and yet it has the members and the points that are declared, since it has been there from the launch
/// on. Members are counted at the end of the first month, hence two in a hundred, and 4.5 standard errors on top: errs on fewer than one seed in 100,000. Points are exact but for
/// rounding.
#[test]
fn a_base_that_counts_as_new_has_lived_through_todays_program() {
    let declared = "points_outstanding = 1_500_000\n[[today.points]]";
    let more = TODAY.replacen("willing = 0.7", "members = 0.4", 1).replacen("[[today.points]]", declared, 1);
    let shop = SHOP.replace("[[segment]]", "[[segment]]\nnew_cohort = \"yes\"");
    let tallies = play(&design(12, &shop, &more), 2000, 64);
    let members = Mean::over(&tallies, |t| t.total(0, 0, Line::Members) / t.total(0, 0, Line::Start));
    assert!((members.value - 0.4).abs() < 0.02 + 4.5 * members.error, "{members:?}");
    let points = Mean::over(&tallies, |t| t.total(0, 0, Line::OpeningPoints));
    assert!((points.value / 1_500_000.0 - 1.0).abs() < 1e-4, "{points:?}");
}

/// The business with its program is the one declared: purchases and retention of the first year, the score and the mix of causes, newcomers.
/// Tolerances are wider than those of the baseline without a program, since ties depend on how long customers have been members, and newcomers, who
/// are no members at first, bring fewer friends; 4.5 standard errors on top: errs on fewer than one seed in 10,000.
#[test]
fn what_is_declared_holds_with_the_program() {
    let design = shop(12, "");
    let tallies = play(&design, 2000, 64);
    let year = |t: &Tally, line| (0..12).map(|m| t.total(0, m, line)).sum::<f64>();
    let stayed = |t: &Tally| {
        t.total(0, 11, Line::Stayed) / (t.total(0, 0, Line::Start) - t.total(0, 0, Line::Arrived))
    };
    let nps = |t: &Tally| {
        100.0 * (t.total(0, 0, Line::Promoters) - t.total(0, 0, Line::Detractors))
            / t.total(0, 0, Line::Start)
    };
    let mut checks = vec![
        ("retention".to_owned(), 0.75, 0.006, Mean::over(&tallies, stayed)),
        ("NPS".to_owned(), 20.0, 0.6, Mean::over(&tallies, nps)),
        ("newcomers".to_owned(), 900.0, 25.0, Mean::over(&tallies, |t| year(t, Line::Arrived) / 12.0)),
    ];
    for (s, (name, rate)) in [("regulars", 14.0), ("occasional", 3.0)].into_iter().enumerate() {
        let bought = |t: &Tally| {
            let sum = |line| (0..12).map(|m| t.get(0, s, m, line)).sum::<f64>();
            12.0 * sum(Line::Purchases) / sum(Line::Start)
        };
        checks.push((format!("{name}: purchases"), rate, 0.015 * rate, Mean::over(&tallies, bought)));
    }
    let truth = Truth::central(&design);
    for (k, cause) in design.causes.iter().enumerate() {
        let left = |t: &Tally| (0..design.causes.len()).map(|c| year(t, Line::Left(c))).sum::<f64>();
        let share = Mean::over(&tallies, |t| year(t, Line::Left(k)) / left(t));
        checks.push((cause.name.clone(), truth[cause.share], 0.006, share));
    }
    let wrong: Vec<_> = checks
        .iter()
        .filter(|(_, declared, tolerance, found)| {
            (found.value - declared).abs() > tolerance + 4.5 * found.error
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}\nof {checks:#?}");
}

/// The score is that of the start, also where the program has made customers angry for two years and goes on to: a charge of a twentieth of the receipt, or
/// of a tenth. Within 0.4 points and 4.5 standard errors.
#[test]
fn the_declared_score_holds_with_a_program_that_angers() {
    for fee in [2, 4] {
        let today = format!(
            "[today]\nlaunched = \"2024-01\"\ncost_per_month = 0\n[[today.charges]]\nfee_per_purchase = {fee}\n"
        );
        let tallies = play(&design(12, SHOP, &today), 4000, 64);
        let net = |t: &Tally| t.total(0, 0, Line::Promoters) - t.total(0, 0, Line::Detractors);
        let nps = Mean::over(&tallies, |t| 100.0 * net(t) / t.total(0, 0, Line::Start));
        assert!((nps.value - 20.0).abs() < 0.4 + 4.5 * nps.error, "{fee}: {nps:?}");
    }
}

/// Points declared by age expire by it, where nobody can redeem any: half of them after the first month, three in ten after the second, then those of the
/// last month before the start when they are nine months old. Those who leave take theirs with them, two in a hundred a month; the rest is exact but for
/// rounding to whole points.
#[test]
fn points_expire_by_their_declared_ages() {
    const AGES: &str =
        "points_by_age = { month_1 = 0.2, month_8 = 0.3, month_9 = 0.5 }\npoints_outstanding = 5_000_000\n";
    let today = TODAY.replace("minimum_to_redeem = 40", "minimum_to_redeem = 1_000_000");
    let expired = |more: &str| {
        let today = today.replace("willing = 0.7\n", &format!("willing = 0.7\n{more}"));
        let tallies = play(&design(12, SHOP, &today), 2000, 8);
        let share = |month: usize| {
            let sum = |line, month| tallies.iter().map(|t| t.total(0, month, line)).sum::<f64>();
            sum(Line::PointsExpired, month) / sum(Line::OpeningPoints, 0)
        };
        (0..8).map(share).collect::<Vec<f64>>()
    };
    let found = expired(AGES);
    for (month, declared) in [(0, 0.5), (1, 0.3), (2, 0.0), (6, 0.0)] {
        // leavers of a month lose what they hold then
        assert!((declared - 0.01..declared + 0.04).contains(&found[month]), "{month}: {found:?}");
    }
    let without = expired("points_outstanding = 5_000_000\n");
    assert!(without[0] < 0.3 && without[2] > 0.05, "{without:?}");
}
