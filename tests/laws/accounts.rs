//! Laws: points, customers and money are neither made nor lost.

use loyalsim::simulate::Account;
use loyalsim::summary::{Outcome, Scalar};

use super::*;

const POINTS: &str = r#"
[program]
launch = "2026-03"
stop = "2028-07"
setup_cost = 5000
cost_per_month = 300
cost_per_member_per_year = 1
[[program.points]]
earn = 0.04
point_value = 0.05
minimum_to_redeem = 40
expiry_months = 9
welcome_points = 15
until = "2028-01"
[[program.tiers]]
steps = [{ name = "silver", spend_per_year = 150, earn_multiple = 1.5 }, { name = "gold", spend_per_year = 500, earn_multiple = 2, discount = 0.03 }]
[[program.referral]]
invitations = 0.02
reward = 5
"#;

/// issued = redeemed + expired + outstanding, as whole numbers, in every segment and month. Exact.
#[test]
fn points_are_whole_and_none_is_lost() {
    for tally in play(&design(36, SHOP, POINTS), 1500, 6) {
        for segment in 0..tally.segments() {
            let (mut issued, mut gone) = (0.0, 0.0);
            for month in 0..tally.months() {
                let at = |line| tally.get(1, segment, month, line);
                issued += at(Line::PointsIssued);
                gone += at(Line::PointsRedeemed) + at(Line::PointsExpired);
                assert_eq!(issued, gone + at(Line::PointsOutstanding), "segment {segment}, month {month}");
                assert_eq!(issued.fract(), 0.0);
                assert_eq!(tally.get(0, segment, month, Line::PointsIssued), 0.0);
            }
            assert!(issued > 1000.0 && gone > 1000.0);
        }
        assert_eq!(sum(&tally, 1, 35..36, Line::PointsOutstanding), 0.0, "the program has ended");
        assert!(sum(&tally, 1, 0..36, Line::PointsRedeemed) > 0.0);
    }
}

/// Who starts, leaves and stays adds up in both worlds, and the worlds are the same people. Exact: whole numbers.
#[test]
fn customers_are_counted_once() {
    for tally in play(&design(36, SHOP, POINTS), 1500, 6) {
        for segment in 0..tally.segments() {
            for month in 0..tally.months() {
                for world in 0..2 {
                    let at = |line| tally.get(world, segment, month, line);
                    let left: f64 = (0..8).map(|cause| at(Line::Left(cause))).sum();
                    assert_eq!(at(Line::Start) - left, at(Line::Active), "world {world}, month {month}");
                    if month > 0 {
                        let before = tally.get(world, segment, month - 1, Line::Active);
                        assert_eq!(
                            before + at(Line::Arrived),
                            at(Line::Start),
                            "world {world}, month {month}"
                        );
                    }
                }
                let here = |line| tally.get(1, segment, month, line);
                let in_both = here(Line::KeptAnyway);
                let baseline = tally.get(0, segment, month, Line::Active);
                assert_eq!(in_both + here(Line::LostByProgram), baseline, "month {month}");
                assert_eq!(
                    in_both + here(Line::Saved) + here(Line::Won),
                    here(Line::Active),
                    "month {month}"
                );
            }
        }
    }
}

/// Within 1e-9 of the largest bar, in every trial of every scenario with a program, and against the lines of the tally themselves. Exact.
#[test]
fn the_waterfall_closes_on_simulated_money() {
    for (name, design) in scenarios().into_iter().filter(|(_, design)| design.program.is_some()) {
        let experiment = Experiment::new(&design, Settings { seed: SEED, customers: 600 });
        for trial in 0..3 {
            let (truth, tally) = (experiment.truth(trial), experiment.play(trial));
            let outcome = Outcome::of(&design, &truth, &tally);
            assert!(outcome.waterfall().closes(), "{name}, trial {trial}");
            let line = |line| (0..tally.months()).map(|m| tally.total(1, m, line)).sum::<f64>();
            let kept: f64 = Line::ALL.into_iter().map(|item| sign(item) * line(item)).sum();
            let told = outcome.get(Scalar::ProgramContribution);
            assert!((kept - told).abs() <= 1e-9 * line(Line::ListRevenue), "{name}: {kept} {told}");
            assert!(line(Line::DiscountSubsidised) <= line(Line::Discount) * (1.0 + 1e-6), "{name}");
        }
    }
}

/// Whether a line adds to what is kept or takes from it. A line with the wrong part in the accounts leaves a waterfall that does not close.
pub fn sign(line: Line) -> f64 {
    match line.account() {
        Account::Revenue | Account::ProgramIncome | Account::OtherIncome => 1.0,
        Account::Reduction
        | Account::Goods
        | Account::ProgramCost
        | Account::ServiceCost
        | Account::BusinessCost => -1.0,
        Account::Memo => 0.0,
    }
}

/// What each element costs or brings moves the bar that its page names, in the direction it must: a cost goes down, income up.
#[test]
fn every_flow_has_its_bar() {
    let program = "[program]\nlaunch = \"2026-01\"\nwilling = 1\nsetup_cost = 0\ncost_per_month = 0\n";
    let staff =
        "[staff]\nemployees = 100\npay_per_month = 2000\nhiring_cost = 3000\nturnover_per_year = 0.4\n";
    for (element, bar, sign) in [
        ("[[program.gift_card]]\nsold_per_purchase = 1\nexpiry_months = 12\n", Scalar::StepCardBreakage, 1.0),
        ("[[program.gift_card]]\nsold_per_purchase = 1\n", Scalar::StepFinanceCost, 1.0),
        ("[[program.subscription]]\nfee_per_year = 10\ndiscount = 0.05\n", Scalar::StepFeeIncome, 1.0),
        ("[[program.subscription]]\nfee_per_year = 10\ndiscount = 0.05\n", Scalar::StepDiscount, -1.0),
        ("[[program.charges]]\nfee_per_purchase = 1\n", Scalar::StepFeeIncome, 1.0),
        ("[[program.points]]\nearn = 0.03\n[[program.partner]]\n", Scalar::StepPartnerIncome, 1.0),
        ("[[program.points]]\nearn = 0.03\n", Scalar::StepRewardCost, -1.0),
        ("[[program.payment_terms]]\n", Scalar::StepFinanceCost, -1.0),
        ("[[program.payment_terms]]\ninterest_per_year = 0.1\n", Scalar::StepFeeIncome, 1.0),
        ("[[program.guarantee]]\n", Scalar::StepReturnsCost, -1.0),
        ("[[program.trade_in]]\n", Scalar::StepReturnsCost, -1.0),
        ("[[program.gift]]\ncost_per_gift = 2\n", Scalar::StepGiftCost, -1.0),
        ("[[program.game]]\nwin_chance = 0.05\n", Scalar::StepDiscount, -1.0),
        ("[[program.messages]]\nper_month = 2\ncost_per_message = 0.1\n", Scalar::StepRunningCost, -1.0),
        ("[[program.referral]]\ninvitations = 0.05\nreward = 5\n", Scalar::StepReferralCost, -1.0),
        ("[[program.staff_pay]]\nraises_pay_by = 0.1\n", Scalar::StepStaffPay, -1.0),
        ("[[program.staff_pay]]\nraises_pay_by = 0.1\n", Scalar::StepHiringCost, 1.0),
        ("[[program.quality]]\ncost_per_month = 100\n", Scalar::StepServiceCost, -1.0),
        ("[[program.club]]\nsetup_cost = 100\n", Scalar::StepSetupCost, -1.0),
    ] {
        let design = design(36, SHOP, &format!("{staff}{program}{element}"));
        let experiment = Experiment::new(&design, Settings { seed: SEED, customers: 600 });
        let outcome = Outcome::of(&design, &experiment.truth(0), &experiment.play(0));
        let moved = outcome.get(bar) * sign;
        assert!(moved > 0.0, "{element}{bar:?}: {moved}");
    }
}
