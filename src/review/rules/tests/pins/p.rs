//! Rules about points.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS};

const SLOW: &str = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 100\nexpiry_months = 24\n";
const FOR_B: &str =
    "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 100\nexpiry_months = 24\nsegments = ['b']\n";
const FOR_EVER: &str = "[[program.points]]\nearn = 0.05\nexpiry_months = 0\n";

pins! {
    // The points live 24 months. A minimum of 100 · 4 / 25 = 16, which people round to 15. Half of breakage and rewards is of this segment.
    p01_reward_out_of_reach {
        SLOW, [(Fact::FirstReward(0, 0), at(24.0)), (Fact::FirstReward(0, 1), at(2.0))] => "clear";
        SLOW, [(Fact::FirstReward(0, 0), at(25.0)), (Fact::FirstReward(0, 1), at(2.0))] => "
            program.points[0].minimum_to_redeem; months Months 25 limit Months 24 segment a at stake 102000
            > lower-minimum: to Count 15 program.points[0].minimum_to_redeem = 15
            > longer-expiry: months Months 36 program.points[0].expiry_months = 36
        ";
        FOR_B, [(Fact::FirstReward(0, 0), at(25.0)), (Fact::FirstReward(0, 1), at(25.0))] => "
            program.points[0].minimum_to_redeem; months Months 25 limit Months 24 segment b at stake 102000
            > lower-minimum: to Count 15 program.points[0].minimum_to_redeem = 15
            > longer-expiry: months Months 36 program.points[0].expiry_months = 36
        ";
        // points for ever: the time that customers stay is the limit
        FOR_EVER, [(Fact::FirstReward(0, 0), at(53.0)), (Fact::FirstReward(0, 1), at(54.0))] => "
            program.points[0].minimum_to_redeem; months Months 54 limit Months 53.777 segment b at stake 102000
        ";
        changed(&[("annual_retention = 0.8\n[", "annual_retention = 0.995\n[")]) + "[[program.points]]\nearn = 0.05\nexpiry_months = 0\n", [(Fact::FirstReward(0, 0), at(2000.0))] => "
            program.points[0].minimum_to_redeem; months Months 2000 limit Months 1193.99 segment a at stake 102000
        ";
        // a life of 60 months is long enough
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 100\nexpiry_months = 60\n", [(Fact::FirstReward(0, 0), at(80.0))] => "
            program.points[0].minimum_to_redeem; months Months 80 limit Months 53.777 segment a at stake 102000
            > lower-minimum: to Count 5 program.points[0].minimum_to_redeem = 5
        ";
        // as long as is proposed, and nothing to lower
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 1\nexpiry_months = 36\n", [(Fact::FirstReward(0, 0), at(80.0))] => "
            program.points[0].minimum_to_redeem; months Months 80 limit Months 36 segment a at stake 102000
        ";
        LADDER, [(Fact::FirstReward(0, 0), at(25.0))] => "absent";
    }
    // A minimum of 100 · 6 / 20 = 30. Half of the rewards.
    p02_reward_too_far {
        SLOW, [(Fact::FirstReward(0, 0), at(12.0))] => "clear";
        SLOW, [(Fact::FirstReward(0, 0), at(20.0))] => "
            program.points[0].minimum_to_redeem; months Months 20 limit Months 12 segment a at stake 100000
            > lower-minimum: to Count 30 program.points[0].minimum_to_redeem = 30
            > longer-expiry: months Months 36 program.points[0].expiry_months = 36
        ";
        FOR_B, [(Fact::FirstReward(0, 0), at(20.0)), (Fact::FirstReward(0, 1), at(20.0))] => "
            program.points[0].minimum_to_redeem; months Months 20 limit Months 12 segment b at stake 100000
            > lower-minimum: to Count 30 program.points[0].minimum_to_redeem = 30
            > longer-expiry: months Months 36 program.points[0].expiry_months = 36
        ";
        LADDER, [] => "absent";
    }
    // 0.3 · 100
    p03_redemption_too_low {
        SLOW, [(Fact::Redemption, at(0.2))] => "clear";
        SLOW, [(Fact::Redemption, at(0.1))] => "
            program.points; share Share 0.1 limit Share 0.2 at stake 4000
            > lower-minimum: to Count 30 program.points[0].minimum_to_redeem = 30
        ";
        // one point is the least
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 1\n", [(Fact::Redemption, at(0.1))] => "program.points; share Share 0.1 limit Share 0.2 at stake 4000";
        FOR_EVER, [(Fact::Redemption, at(0.1))] => "program.points; share Share 0.1 limit Share 0.2 at stake 4000";
        LADDER, [] => "absent";
    }
    p04_redemption_too_high {
        SLOW, [(Fact::Redemption, at(0.8))] => "clear";
        SLOW, [(Fact::Redemption, at(0.9))] => "
            program.points; share Share 0.9 limit Share 0.8 at stake 200000
            > cut-points: factor Share 0.75 program.points[0].earn × 0.75
        ";
        LADDER, [] => "absent";
    }
    p05_lives_on_breakage {
        SLOW, [(Fact::NetEffect, at(1.0)), (Fact::WithoutBreakage, at(0.0))] => "clear";
        SLOW, [(Fact::NetEffect, at(1.0)), (Fact::WithoutBreakage, at(-1.0))] => "
            program.points; effect Money -1 at stake 4000
            > cut-fixed alone: factor Share 0.75 program.setup_cost × 0.75; program.cost_per_month × 0.75
        ";
        SLOW, [(Fact::NetEffect, at(0.0)), (Fact::WithoutBreakage, at(-1.0))] => "absent";
        SLOW, [(Fact::NetEffect, at(1.0))] => "absent";
    }
    p06_reward_too_small {
        "[[program.points]]\nearn = 0.01\n", [] => "clear";
        LADDER.to_owned() + "[[program.points]]\nearn = 0.009\n", [] => "
            program.points[0].earn; rate Share 0.009 limit Share 0.01 at stake 200000
            > raise-points: factor Share 2 program.points[0].earn × 2
            > drop-element: element points path program.points[0] without program.points[0]
        ";
        LADDER, [] => "absent";
    }
    p07_points_expire_too_soon {
        "[[program.points]]\nearn = 0.05\nexpiry_months = 12", [] => "clear";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 11", [] => "
            program.points[0].expiry_months; months Months 11 limit Months 12 at stake 4000
            > longer-expiry: months Months 24 program.points[0].expiry_months = 24
        ";
        FOR_EVER, [] => "clear";
        LADDER, [] => "absent";
    }
    p08_liability_grows {
        SLOW, [(Fact::LiabilityGrowth, at(0.2))] => "clear";
        SLOW, [(Fact::LiabilityGrowth, at(0.3))] => "
            program.points; growth Share 0.3 limit Share 0.2 at stake 500
            > shorter-expiry: months Months 18 program.points[0].expiry_months = 18
        ";
        FOR_EVER, [(Fact::LiabilityGrowth, at(0.3))] => "
            program.points; growth Share 0.3 limit Share 0.2 at stake 500
            > shorter-expiry: months Months 18 program.points[0].expiry_months = 18
        ";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 18", [(Fact::LiabilityGrowth, at(0.3))] => "program.points; growth Share 0.3 limit Share 0.2 at stake 500";
        LADDER, [] => "absent";
    }
    // 0.2 · 100 points; a fifth of the rewards.
    p09_no_head_start {
        SLOW, [] => "
            program.points[0].welcome_points; minimum Count 100 at stake 40000
            > welcome-points: points Count 20 program.points[0].welcome_points = 20
        ";
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 100\nwelcome_points = 1", [] => "clear";
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 3", [] => "
            program.points[0].welcome_points; minimum Count 3 at stake 40000
            > welcome-points: points Count 1 program.points[0].welcome_points = 1
        ";
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 2.9", [] => "absent";
        LADDER, [] => "absent";
    }
    p10_exit_is_dear {
        SLOW, [(Fact::ExitMonths, at(1.0))] => "clear";
        SLOW, [(Fact::ExitMonths, at(1.5))] => "
            program.points; months Months 1.5 limit Months 1 at stake 500
            > shorter-expiry: months Months 12 program.points[0].expiry_months = 12
        ";
        FOR_EVER, [(Fact::ExitMonths, at(1.5))] => "
            program.points; months Months 1.5 limit Months 1 at stake 500
            > shorter-expiry: months Months 12 program.points[0].expiry_months = 12
        ";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 12", [(Fact::ExitMonths, at(1.5))] => "program.points; months Months 1.5 limit Months 1 at stake 500";
        LADDER, [] => "absent";
    }
    p11_base_asleep {
        LADDER, [(Fact::ActiveShare, at(0.3))] => "clear";
        LADDER, [(Fact::ActiveShare, at(0.2))] => "
            segment; share Share 0.2 limit Share 0.3 at stake 30000
            > cut-fixed alone: factor Share 0.5 program.setup_cost × 0.5; program.cost_per_month × 0.5
        ";
        DESIGN.split_once("[program]").unwrap().0, [(Fact::ActiveShare, at(0.2))] => "absent";
        LADDER, [] => "absent";
    }
    // 0.4 of the rewards.
    p12_devalued_without_notice {
        "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-01'\ndevalued_by = 0.4\ndevaluation_notice_months = 3", [] => "clear";
        "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-01'\ndevalued_by = 0.4\ndevaluation_notice_months = 2", [] => "
            program.points[0].devaluation_notice_months; notice Months 2 limit Months 3 by Share 0.4 at stake 80000
            > longer-notice: months Months 3 program.points[0].devaluation_notice_months = 3
        ";
        "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-01'\ndevalued_by = 0\ndevaluation_notice_months = 2", [] => "absent";
        POINTS, [] => "absent";
        LADDER, [] => "absent";
    }
    // All the rewards.
    p13_void_without_notice {
        "stop = '2027-12'\npoints_at_stop = 'lapse'\nnotice_months = 3\n[[program.points]]\nearn = 0.05", [] => "clear";
        "stop = '2027-12'\npoints_at_stop = 'lapse'\nnotice_months = 2\n[[program.points]]\nearn = 0.05", [] => "
            program.notice_months; notice Months 2 limit Months 3 at stake 200000
            > pay-out-points: program.points_at_stop = 'paid_out'
            > announce-the-end: months Months 3 program.notice_months = 3
        ";
        "stop = '2027-12'\npoints_at_stop = 'paid_out'\nnotice_months = 0\n[[program.points]]\nearn = 0.05", [] => "absent";
        POINTS, [] => "absent";
    }
}
