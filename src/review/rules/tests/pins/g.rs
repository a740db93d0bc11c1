//! Rules about goals, and about what the plan leaves out.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS, TIERS};

/// [`DESIGN`] without a program.
fn without_program() -> String {
    DESIGN.split_once("[program]").unwrap().0.to_owned()
}

/// [`DESIGN`] with another goal.
fn goal(lines: &str) -> String {
    changed(&[("metric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'", lines)]) + LADDER
}

const TRAINING: &str = "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\n";

pins! {
    g01_no_goal {
        LADDER, [] => "clear";
        changed(&[("[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'\n", "")]) + LADDER, [] => "
            goal; at stake 60
            > state-goals
        ";
        changed(&[("[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'\n", "")]).split_once("[program]").unwrap().0, [] => "clear";
    }
    g02_no_price_set {
        LADDER, [] => "
            goal; at stake 60
            > state-price
        ";
        goal("metric = 'net_effect'\nat_least = 0\nby = '2028-12'"), [] => "clear";
        goal("metric = 'npv'\nat_least = 0\nby = '2028-12'"), [] => "clear";
        changed(&[("[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'\n", "")]) + LADDER, [] => "absent";
    }
    // The month of the goal counts: 2026-12 ends a year after the launch in 2026-01.
    g03_goal_too_early {
        goal("metric = 'annual_retention'\nat_least = 0.8\nby = '2026-12'"), [] => "clear";
        changed(&[("by = '2028-12'", "by = '2026-12'"), ("launch = '2026-01'", "launch = '2026-02'")]) + LADDER, [] => "
            goal[0].by; months Months 11 limit Months 12 metric annual_retention at stake 0
            > later-goal
        ";
        changed(&[("by = '2028-12'", "by = '2026-12'"), ("launch = '2026-01'", "launch = '2027-06'")]) + LADDER, [] => "
            goal[0].by; months Months 0 limit Months 12 metric annual_retention at stake 0
            > later-goal
        ";
        without_program(), [] => "absent";
    }
    // A program's cost, shared by its goals.
    g04_goal_out_of_reach {
        LADDER, [(Fact::GoalChance(0), at(0.1))] => "clear";
        LADDER, [(Fact::GoalChance(0), at(0.05))] => "
            goal[0]; chance Chance 0.05 metric annual_retention at stake 60
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
            > honest-goal
        ";
        goal("metric = 'nps'\nat_least = 10\nby = '2028-12'"), [(Fact::GoalChance(0), at(0.05))] => "
            goal[0]; chance Chance 0.05 metric nps at stake 60
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
            > honest-goal
        ";
        goal("metric = 'active_customers'\nat_least = 10\nby = '2028-12'"), [(Fact::GoalChance(0), at(0.05))] => "
            goal[0]; chance Chance 0.05 metric active_customers at stake 60
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
            > honest-goal
        ";
        goal("metric = 'net_effect'\nat_least = 10\nby = '2028-12'\n[[goal]]\nmetric = 'member_share'\nat_least = 0.5\nby = '2028-12'"), [(Fact::GoalChance(0), at(0.05))] => "
            goal[0]; chance Chance 0.05 metric net_effect at stake 30
            > honest-goal
        ";
        LADDER, [] => "absent";
    }
    g05_goal_met_without {
        LADDER, [(Fact::GoalChanceWithout(0), at(0.5))] => "clear";
        LADDER, [(Fact::GoalChanceWithout(0), at(0.6))] => "
            goal[0]; chance Chance 0.6 metric annual_retention at stake 0
            > harder-goal
        ";
        LADDER, [] => "absent";
    }
    g06_no_exit {
        LADDER, [] => "
            plan.exit; cost Money 500 at stake 500
            > plan-exit
        ";
        LADDER.to_owned() + "[plan]\nexit = 'pay out'", [] => "clear";
        changed(&[("setup_cost", "stop = '2028-01'\nsetup_cost")]) + LADDER, [] => "clear";
        without_program(), [] => "absent";
    }
    // A tenth of the program's cost. Of fewer than 500 customers a tenth tells nothing: they are let in in two waves, and that is a control group, too.
    g07_no_control_group {
        LADDER, [] => "
            plan.control_group; at stake 6
            > control-group
        ";
        changed(&[("customers = 1000", "customers = 500")]) + LADDER, [] => "
            plan.control_group; at stake 6
            > control-group
        ";
        changed(&[("customers = 1000", "customers = 499")]) + LADDER, [] => "
            plan.control_group; at stake 6
            > two-waves
        ";
        changed(&[("customers = 1000", "customers = 499")]) + LADDER + "[plan]\ncontrol_group = 'two waves, drawn by lot, half a year apart'", [] => "clear";
        LADDER.to_owned() + "[plan]\ncontrol_group = 'a tenth'", [] => "clear";
        without_program(), [] => "absent";
    }
    g08_no_pilot {
        LADDER, [] => "
            plan.pilot; assumed Count 16 measured Count 0 at stake 30000
            > pilot
        ";
        LADDER.to_owned() + "[plan]\npilot = 'two shops'", [] => "clear";
        measured(7), [] => "
            plan.pilot; assumed Count 9 measured Count 7 at stake 30000
            > pilot
        ";
        measured(8), [] => "clear";
        without_program(), [] => "absent";
    }
    g09_terms_unsaid {
        POINTS, [] => "
            plan.terms; at stake 4000
            > write-terms
        ";
        TIERS, [] => "
            plan.terms; at stake 4000
            > write-terms
        ";
        POINTS.to_owned() + "[plan]\nterms = 'on the web'", [] => "clear";
        LADDER, [] => "absent";
    }
    g10_data_unsaid {
        LADDER, [] => "
            plan.consent; at stake 0
            > ask-consent
        ";
        LADDER.to_owned() + "[plan]\nconsent = 'asked at the till'", [] => "clear";
        TRAINING, [] => "absent";
    }
    g11_easy_to_copy {
        LADDER, [] => "
            program; at stake 1200000
            > recognise alone: spend Money 400 [[program.tiers]] steps = [{ name = \"Friend of the house\", spend_per_year = 400, recognition = 0.05 }]
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        LADDER.to_owned() + TIERS, [] => "clear";
        LADDER.to_owned() + TRAINING, [] => "clear";
        LADDER.to_owned() + "[plan]\nhard_to_copy = 'the people'", [] => "clear";
        without_program(), [] => "absent";
    }
    // What is at stake is what the worst segment loses.
    g12_same_for_all {
        LADDER, [] => "program; segments Count 2 at stake 0";
        LADDER, [(Fact::SegmentEffect(0), at(3.0)), (Fact::SegmentEffect(1), at(-4.0))] => "
            program; segments Count 2 at stake 4
            > without-segment: segment b program.cumulative_discount[0].segments = [\"a\"]
        ";
        LADDER, [(Fact::SegmentEffect(0), at(3.0)), (Fact::SegmentEffect(1), at(0.0))] => "program; segments Count 2 at stake 0";
        LADDER, [(Fact::SegmentEffect(0), at(3.0)), (Fact::SegmentEffect(1), at(2.0))] => "program; segments Count 2 at stake 0";
        "[[program.cumulative_discount]]\nsegments = ['b']\nsteps = [{ from = 1, discount = 0.05 }]\n", [] => "clear";
        without_program(), [] => "absent";
    }
    // The training that other rules ask for: a quarter of 1 200 000 over 36 months.
    g13_staff_not_involved {
        LADDER, [] => "
            plan.staff; at stake 900000000
            > train-staff alone: monthly Money 50 to Share 0.35 [[program.staff_training]] cost_per_month = 50, lifts_proper_contacts_to = { low = 0.2, mode = 0.35, high = 0.5, basis = \"assumed\", source = \"judgement of the review; measure it in a pilot\" }, fades_half_life_months = 0
            > involve-staff
        ";
        LADDER.to_owned() + "[plan]\nstaff = 'asked'", [] => "clear";
        LADDER.to_owned() + TRAINING, [] => "clear";
        without_program(), [] => "absent";
    }
    g14_accounting_unsaid {
        POINTS, [] => "
            plan.accounting; at stake 4000
            > book-points
        ";
        "[[program.gift_card]]\nsold_per_purchase = 1", [] => "
            plan.accounting; at stake 4000
            > book-points
        ";
        POINTS.to_owned() + "[plan]\naccounting = 'deferred revenue'", [] => "clear";
        LADDER, [] => "absent";
    }
    g15_score_as_a_goal {
        LADDER, [] => "clear";
        goal("metric = 'nps'\nat_least = 10\nby = '2028-12'"), [] => "
            goal; at stake 0
            > score-as-compass
        ";
    }
    g16_one_average {
        LADDER, [] => "clear";
        e::alone(), [] => "
            segment; at stake 0
            > split-the-average
        ";
        e::alone() + "[[branch]]\nname = 'x'\nshare = 0.5\n[[branch]]\nname = 'y'\nshare = 0.5", [] => "clear";
        without_program(), [] => "absent";
    }
    g17_nobody_responsible {
        LADDER, [] => "
            plan.responsible; at stake 0
            > name-somebody
        ";
        LADDER.to_owned() + "[plan]\nresponsible = 'the head of sales'", [] => "clear";
        without_program(), [] => "absent";
    }
    g18_partners_without_terms {
        POINTS.to_owned() + "[[program.partner]]\n", [] => "
            plan.partners; at stake 0
            > write-partner-terms
        ";
        POINTS.to_owned() + "[[program.partner]]\n[plan]\npartners = 'a contract'", [] => "clear";
        POINTS, [] => "absent";
    }
    // A tenth of what runs the program; services are not counted.
    g19_too_much_at_once {
        many(6) + TRAINING, [] => "clear";
        many(7), [] => "
            program; count Count 7 limit Count 6 at stake 3000
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
            > drop-element: element points path program.points[0] without program.points[0]
            > drop-element: element tiers path program.tiers[0] without program.tiers[0]
            > drop-element: element seasonal_sale path program.seasonal_sale[0] without program.seasonal_sale[0]
            > drop-element: element special_offer path program.special_offer[0] without program.special_offer[0]
            > drop-element: element gift path program.gift[0] without program.gift[0]
            > drop-element: element club path program.club[0] without program.club[0]
        ";
        without_program(), [] => "absent";
    }
    // The period has 36 months; two years after the launch are enough.
    g20_period_too_short {
        changed(&[("launch = '2026-01'", "launch = '2028-01'")]) + LADDER, [] => "clear";
        changed(&[("launch = '2026-01'", "launch = '2028-02'")]) + LADDER, [] => "
            horizon_months; months Months 11 limit Months 12 at stake 0
            > longer-period: months Months 49
        ";
        without_program(), [] => "absent";
    }
}

/// [`DESIGN`] with that many numbers measured, the rest of them a judgement.
fn measured(count: usize) -> String {
    rewritten(count, |key, value| {
        format!("{key} = {{ value = {value}, basis = 'measured', source = 'till' }}")
    }) + LADDER
}

/// That many elements for customers.
fn many(count: usize) -> String {
    let kinds = [
        LADDER,
        POINTS,
        TIERS,
        "[[program.club]]\n",
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n",
        "[[program.special_offer]]\ndiscount = 0.1\n",
        "[[program.gift]]\ncost_per_gift = 1\n",
    ];
    kinds[..count].concat()
}
