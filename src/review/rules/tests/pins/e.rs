//! Rules about what the program brings and costs.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS};

/// Two elements: one of them may go.
fn both() -> String {
    LADDER.to_owned() + POINTS
}

pins! {
    e01_loses_money {
        both(), [(Fact::NetEffect, at(0.0))] => "clear";
        both(), [(Fact::NetEffect, at(-5.0))] => "
            everywhere; effect Money -5 at stake 5
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
            > drop-element: element points path program.points[0] without program.points[0]
        ";
        LADDER, [(Fact::NetEffect, between(-7.0, -1.0))] => "everywhere; effect Money -7..-4..-1 at stake 4";
        LADDER, [(Fact::NetEffect, between(-7.0, 1.0))] => "cannot tell: -7..-3..1";
        LADDER, [] => "absent";
    }
    e02_price_of_a_saved_customer {
        LADDER, [(Fact::PriceRatio, at(1.0))] => "clear";
        LADDER, [(Fact::PriceRatio, at(1.1))] => "
            everywhere; ratio Times 1.1 at stake 60
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
            > train-staff alone: monthly Money 50 to Share 0.35 [[program.staff_training]] cost_per_month = 50, lifts_proper_contacts_to = { low = 0.2, mode = 0.35, high = 0.5, basis = \"assumed\", source = \"judgement of the review; measure it in a pilot\" }, fades_half_life_months = 0
        ";
        // what is divided by is too near zero
        LADDER.to_owned() + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 5\n[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [(Fact::PriceRatio, between(3.0, 4_000.0))] => "
            everywhere says rule-e02-found-many; least Times 3 at stake 60
        ";
        LADDER, [(Fact::PriceRatio, at(1.1)), (Fact::NetEffect, at(1.0))] => "clear";
        LADDER, [(Fact::PriceRatio, at(1.1)), (Fact::NetEffect, at(0.0))] => "
            everywhere; ratio Times 1.1 at stake 60
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
            > train-staff alone: monthly Money 50 to Share 0.35 [[program.staff_training]] cost_per_month = 50, lifts_proper_contacts_to = { low = 0.2, mode = 0.35, high = 0.5, basis = \"assumed\", source = \"judgement of the review; measure it in a pilot\" }, fades_half_life_months = 0
        ";
        LADDER, [] => "absent";
    }
    e03_saves_nobody {
        both(), [(Fact::NetSaved, at(0.0))] => "clear";
        both(), [(Fact::NetSaved, at(-1.0))] => "
            everywhere; saved Customers -1 at stake 60
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
            > drop-element: element points path program.points[0] without program.points[0]
        ";
        LADDER, [(Fact::NetSaved, between(-2.0, -1.0))] => "everywhere; saved Customers -2..-1.5..-1 at stake 60";
        LADDER, [] => "absent";
    }
    // 0.95 · 1 200 000
    e04_paid_to_stayers {
        LADDER, [(Fact::PaidToKept, at(0.9))] => "clear";
        LADDER, [(Fact::PaidToKept, at(0.95))] => "
            everywhere; share Share 0.95 limit Share 0.9 at stake 1140000
        ";
        LADDER, [] => "absent";
    }
    e05_no_payback {
        LADDER, [(Fact::PaidBack, at(0.5))] => "clear";
        LADDER, [(Fact::PaidBack, at(0.4))] => "
            everywhere; chance Chance 0.4 at stake 30000
            > cut-fixed alone: factor Share 0.5 program.setup_cost × 0.5; program.cost_per_month × 0.5
        ";
        LADDER, [] => "absent";
    }
    e06_segment_at_a_loss {
        LADDER, [(Fact::SegmentEffect(0), at(0.0)), (Fact::SegmentEffect(1), at(1.0))] => "clear";
        LADDER, [(Fact::SegmentEffect(0), at(-3.0)), (Fact::SegmentEffect(1), at(-4.0))] => "
            segment[1]; effect Money -4 segment b at stake 4
            > without-segment: segment b program.cumulative_discount[0].segments = [\"a\"]
            segment[0]; effect Money -3 segment a at stake 3
            > without-segment: segment a program.cumulative_discount[0].segments = [\"b\"]
        ";
        // where all lose, and the whole with them, no average hides it
        LADDER, [(Fact::SegmentEffect(0), at(-3.0)), (Fact::SegmentEffect(1), at(-4.0)), (Fact::NetEffect, at(-7.0))] => "clear";
        LADDER, [(Fact::SegmentEffect(0), at(0.0)), (Fact::SegmentEffect(1), at(-4.0)), (Fact::NetEffect, at(-4.0))] => "
            segment[1]; effect Money -4 segment b at stake 4
            > without-segment: segment b program.cumulative_discount[0].segments = [\"a\"]
        ";
        // what is for that segment alone goes, what is for both is kept for the other
        "[[program.cumulative_discount]]\nsegments = ['b']\nsteps = [{ from = 1, discount = 0.05 }]\n".to_owned() + POINTS, [(Fact::SegmentEffect(1), at(-4.0))] => "
            segment[1]; effect Money -4 segment b at stake 4
            > without-segment: segment b without program.cumulative_discount[0]; program.points[0].segments = [\"a\"]
        ";
        // nothing is for that segment: it bears its share of the fixed cost alone
        "[[program.cumulative_discount]]\nsegments = ['b']\nsteps = [{ from = 1, discount = 0.05 }]\n", [(Fact::SegmentEffect(0), at(-4.0))] => "clear";
        "[[program.cumulative_discount]]\nsegments = ['b']\nsteps = [{ from = 1, discount = 0.05 }]\n", [(Fact::SegmentEffect(1), at(-4.0))] => "segment[1]; effect Money -4 segment b at stake 4";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [(Fact::SegmentEffect(1), at(-4.0))] => "segment[1]; effect Money -4 segment b at stake 4";
        LADDER, [] => "absent";
        alone(), [(Fact::SegmentEffect(0), at(-4.0))] => "absent";
    }
    e07_fixed_cost_too_large {
        LADDER, [(Fact::FixedShare, at(0.05))] => "clear";
        LADDER, [(Fact::FixedShare, at(0.06))] => "
            program.cost_per_month; share Share 0.06 limit Share 0.05 at stake 30000
            > cut-fixed alone: factor Share 0.5 program.setup_cost × 0.5; program.cost_per_month × 0.5
        ";
        changed(&[("setup_cost = 100\ncost_per_month = 10", "setup_cost = 0\ncost_per_month = 0")]) + LADDER, [(Fact::FixedShare, at(0.06))] => "program.cost_per_month; share Share 0.06 limit Share 0.05 at stake 30000";
        LADDER, [] => "absent";
    }
    e08_bad_case_is_ruinous {
        LADDER, [(Fact::WorstShare, at(0.1)), (Fact::NetEffect, at(-5.0))] => "clear";
        LADDER, [(Fact::WorstShare, at(0.11)), (Fact::NetEffect, at(-5.0))] => "
            everywhere; share Share 0.11 limit Share 0.1 at stake 5
            > stop-after-a-year alone: month 2027-01 program.stop = '2027-01'
        ";
        changed(&[("launch = '2026-01'", "launch = '2028-01'")]) + LADDER, [(Fact::WorstShare, at(0.11))] => "everywhere; share Share 0.11 limit Share 0.1 at stake 0";
        changed(&[("launch = '2026-01'", "launch = '2027-12'")]) + LADDER, [(Fact::WorstShare, at(0.11))] => "
            everywhere; share Share 0.11 limit Share 0.1 at stake 0
            > stop-after-a-year alone: month 2028-12 program.stop = '2028-12'
        ";
        LADDER, [] => "absent";
    }
    e09_rewards_eat_the_margin {
        both(), [(Fact::MarginGiven, at(0.25))] => "clear";
        both(), [(Fact::MarginGiven, at(0.26))] => "
            everywhere; share Share 0.26 limit Share 0.25 at stake 1200000
            > scale-discounts: factor Share 0.5 program.cumulative_discount[0].steps[0].discount × 0.5
            > cut-points: factor Share 0.5 program.points[0].earn × 0.5
        ";
        both(), [] => "absent";
    }
    e10_still_losing_at_the_end {
        LADDER, [(Fact::LastYear, at(0.0))] => "clear";
        LADDER, [(Fact::LastYear, at(-2.0))] => "
            everywhere; effect Money -2 at stake 2
            > stop-after-a-year alone: month 2028-01 program.stop = '2028-01'
        ";
        changed(&[("launch = '2026-01'", "launch = '2028-01'")]) + LADDER, [(Fact::LastYear, at(-2.0))] => "everywhere; effect Money -2 at stake 2";
        changed(&[("launch = '2026-01'", "launch = '2027-12'")]) + LADDER, [(Fact::LastYear, at(-2.0))] => "
            everywhere; effect Money -2 at stake 2
            > stop-after-a-year alone: month 2028-01 program.stop = '2028-01'
        ";
        changed(&[("setup_cost", "stop = '2028-01'\nsetup_cost")]) + LADDER, [(Fact::LastYear, at(-2.0))] => "absent";
        LADDER, [] => "absent";
    }
    e11_lift_overstated {
        LADDER, [(Fact::LiftOverstated, at(2.0))] => "clear";
        LADDER, [(Fact::LiftOverstated, at(2.1))] => "
            plan.control_group; ratio Times 2.1 limit Times 2 at stake 0
            > control-group
        ";
        LADDER, [(Fact::LiftOverstated, between(238.0, 4_228.0))] => "
            plan.control_group says rule-e11-found-many; least Times 10 limit Times 2 at stake 0
            > control-group
        ";
        LADDER.to_owned() + "[plan]\ncontrol_group = 'a tenth'", [(Fact::LiftOverstated, at(2.1))] => "clear";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [(Fact::LiftOverstated, at(2.1))] => "absent";
        LADDER, [] => "absent";
    }
    // A customer costs 10 by advertising; eight tenths of that for both: 8 / 12.
    e12_friend_dearer_than_advertising {
        "[[program.referral]]\nreward = 6\nfriend_reward = 4", [] => "clear";
        "[[program.referral]]\nreward = 8\nfriend_reward = 4", [] => "
            program.referral[0].reward; ratio Times 1.2 cost Money 10 at stake 0
            > smaller-referral: factor Share 0.666667 program.referral[0].reward × 0.666667; program.referral[0].friend_reward × 0.666667
        ";
        changed(&[("acquisition_cost = 10", "acquisition_cost = 0")]) + "[[program.referral]]\nreward = 8\nfriend_reward = 4", [] => "absent";
        changed(&[("acquisition_cost = 10", "acquisition_cost = { low = 8, mode = 10, high = 12 }")]) + "[[program.referral]]\nreward = { low = 9, mode = 10, high = 11 }\nfriend_reward = { low = 4, mode = 5, high = 6 }", [] => "
            program.referral[0].reward; ratio Times 1.22361..1.5..1.85485 cost Money 8.75702..10..11.243 at stake 0
            > smaller-referral: factor Share 0.533333 program.referral[0].reward × 0.533333; program.referral[0].friend_reward × 0.533333
        ";
        LADDER, [] => "absent";
    }
    // 0.4 · 7
    e13_fees_of_the_idle {
        LADDER, [(Fact::IdleFees, at(0.3))] => "clear";
        LADDER, [(Fact::IdleFees, at(0.4))] => "
            everywhere; share Share 0.4 limit Share 0.3 at stake 2.8
            > tell-the-idle
        ";
        LADDER, [] => "absent";
    }
    e14_goes_on_too_long {
        LADDER, [(Fact::LateEnd, at(0.0)), (Fact::BestEnd, at(14.0))] => "clear";
        LADDER, [(Fact::LateEnd, at(9.0)), (Fact::BestEnd, at(14.0))] => "
            program.stop; gain Money 9 at stake 9
            > end-it alone: month 2027-03 program.stop = '2027-03'
        ";
        LADDER, [(Fact::LateEnd, at(9.0))] => "program.stop; gain Money 9 at stake 9";
        LADDER, [(Fact::LateEnd, at(9.0)), (Fact::NetEffect, at(-1.0))] => "clear";
        LADDER, [(Fact::LateEnd, at(9.0)), (Fact::NetEffect, at(0.0))] => "program.stop; gain Money 9 at stake 9";
        LADDER, [] => "absent";
    }
    e15_charges_nobody_asked_for {
        "[[program.charges]]\nfee_per_purchase = 2\ncharged = 0", [] => "clear";
        POINTS.to_owned() + "[[program.charges]]\nfee_per_purchase = 2\ncharged = 0.01", [] => "
            program.charges[0].fee_per_purchase; fee Money 2 share Share 0.01 at stake 7
            > halve-charge: program.charges[0].fee_per_purchase × 0.5
            > drop-element: element charges path program.charges[0] without program.charges[0]
        ";
        LADDER, [] => "absent";
    }
}

/// A business of one segment.
pub(super) fn alone() -> String {
    let one = changed(&[("share = 0.5\npurchases_per_year = 6", "share = 1\npurchases_per_year = 6")]);
    let (before, rest) = one.split_once("[[segment]]\nname = 'b'").unwrap();
    let (_, after) = rest.split_once("[[goal]]").unwrap();
    format!("{before}[[goal]]{after}{LADDER}")
}
