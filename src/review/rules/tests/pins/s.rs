//! Rules about service, staff and rivals.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS};

/// [`DESIGN`] with these causes of leaving.
fn causes(lines: &str) -> String {
    changed(&[("[program]", &format!("[churn]\ncauses = {{ {lines} }}\n[program]"))]) + LADDER
}

/// [`DESIGN`] with this service.
fn service(lines: &str) -> String {
    changed(&[("[program]", &format!("[service]\n{lines}\n[program]"))])
}

/// [`DESIGN`] with so many customers who cannot leave.
fn hostages(share: f64) -> String {
    let categories = format!("categories = {{ faithful = {}, hostage = {share} }}", 1.0 - share);
    changed(&[
        ("basket = 30", &format!("basket = 30\n{categories}")),
        ("basket = 20", &format!("basket = 20\n{categories}")),
    ])
}

/// [`DESIGN`] with points, this net promoter score and this share of contacts handled to standard.
fn disliked(nps: f64, proper: f64) -> String {
    changed(&[
        ("annual_retention = 0.8\n[", &format!("annual_retention = 0.8\nnps = {nps}\n[")),
        ("[program]", &format!("[service]\nproper_contacts = {proper}\n[program]")),
    ]) + POINTS
}

/// [`DESIGN`] without a program.
fn without_program() -> String {
    DESIGN.split_once("[program]").unwrap().0.to_owned()
}

pins! {
    // A quarter of 1 200 000 over 36 months is 8 333 a month, which people round to 8 000; 0.3 of the program's cost is 18.
    s01_main_cause_untouched {
        causes("staff_attitude = 0.2, quality = 0.1, price = 0.7"), [] => "clear";
        causes("staff_attitude = 0.3, quality = 0.1, price = 0.6"), [] => "
            churn.causes.staff_attitude; share Share 0.3 limit Share 0.2 cause staff_attitude at stake 18
            > train-staff alone: monthly Money 50 to Share 0.35 [[program.staff_training]] cost_per_month = 50, lifts_proper_contacts_to = { low = 0.2, mode = 0.35, high = 0.5, basis = \"assumed\", source = \"judgement of the review; measure it in a pilot\" }, fades_half_life_months = 0
        ";
        causes("staff_attitude = 0.1, quality = 0.3, price = 0.6"), [] => "
            churn.causes.quality; share Share 0.3 limit Share 0.2 cause quality at stake 18
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        causes("price = 1"), [] => "absent";
        LADDER.to_owned() + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 1", [] => "clear";
        without_program(), [] => "absent";
    }
    s02_failures_not_put_right {
        service("failures_per_purchase = 0.03\nrecovered_fast = 0.29") + LADDER, [] => "clear";
        service("failures_per_purchase = 0.04\nrecovered_fast = 0.29") + LADDER, [] => "
            service.failures_per_purchase; failures Share 0.04 fast Share 0.29 limit Share 0.03 at stake 15.6
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        service("failures_per_purchase = 0.04\nrecovered_fast = 0.3") + LADDER, [] => "clear";
        // what is better or dearer today is kept
        service("failures_per_purchase = 0.04\nrecovered_fast = 0.1\nrecovered_slowly = 0.8\ncost_per_recovery = 7") + LADDER, [] => "
            service.failures_per_purchase; failures Share 0.04 fast Share 0.1 limit Share 0.03 at stake 15.6
            > recover-complaints: fast Share 0.5 case Money 7 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.4, cost_per_case = 7
        ";
        service("failures_per_purchase = 0.04\nrecovered_fast = 0.1") + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 1", [] => "clear";
    }
    // 3 000 fade within 15 months: 200 a month keep them. At stake are 3 000 and 36 months at 50.
    s03_training_fades {
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 18", [] => "clear";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 15\nsetup_cost = 3000\ncost_per_month = 50", [] => "
            program.staff_training[0].fades_half_life_months; months Months 15 limit Months 18 at stake 4800
            > keep-training: monthly Money 200 program.staff_training[0].fades_half_life_months = 0; program.staff_training[0].cost_per_month = 250
        ";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 0.5\nsetup_cost = 3000\nfrom = '2026-07'", [] => "
            program.staff_training[0].fades_half_life_months; months Months 0.5 limit Months 18 at stake 3000
            > keep-training: monthly Money 3000 program.staff_training[0].fades_half_life_months = 0; program.staff_training[0].cost_per_month = 3000
        ";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 15", [] => "program.staff_training[0].fades_half_life_months; months Months 15 limit Months 18 at stake 0";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 0", [] => "clear";
        LADDER, [] => "absent";
    }
    s04_too_early {
        changed(&[("annual_retention = 0.8\n[", "annual_retention = 0.5\n[")]) + LADDER, [] => "clear";
        changed(&[("annual_retention = 0.8\n[", "annual_retention = 0.45\n[")]) + LADDER, [] => "
            business.annual_retention; retention Share 0.45 failures Share 0.02 at stake 30000
            > repair-first alone: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5; program.setup_cost × 0.5; program.cost_per_month × 0.5; without program.cumulative_discount[0]
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        service("failures_per_purchase = 0.05") + LADDER, [] => "clear";
        service("failures_per_purchase = 0.06") + LADDER, [] => "
            business.annual_retention; retention Share 0.8 failures Share 0.06 at stake 30000
            > repair-first alone: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5; program.setup_cost × 0.5; program.cost_per_month × 0.5; without program.cumulative_discount[0]
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        service("failures_per_purchase = { low = 0.04, mode = 0.06, high = 0.08 }") + LADDER, [] => "cannot tell: 0.0475702..0.06..0.0724298";
        service("failures_per_purchase = 0.06") + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 1", [] => "business.annual_retention; retention Share 0.8 failures Share 0.06 at stake 30000";
        without_program(), [] => "absent";
    }
    s05_staff_do_not_offer {
        changed(&[("setup_cost", "joins_per_visit = 0.1\nsetup_cost")]) + LADDER, [] => "clear";
        changed(&[("setup_cost", "joins_per_visit = 0.09\nsetup_cost")]) + LADDER, [] => "
            program.joins_per_visit; chance Share 0.09 limit Share 0.1 at stake 30000
            > offer-it alone: to Share 0.25 program.joins_per_visit = 0.25
        ";
        without_program(), [] => "absent";
    }
    s06_rival_not_considered {
        LADDER, [] => "
            rival; at stake 80000000
            > name-rivals
        ";
        LADDER.to_owned() + "[[rival]]\nname = 'x'\nopens_from = '2026-06'", [] => "clear";
        without_program(), [] => "absent";
    }
    s07_few_customers_carry_it {
        LADDER, [(Fact::TopFifth, at(0.8))] => "clear";
        LADDER, [(Fact::TopFifth, at(0.81))] => "
            segment; share Share 0.81 limit Share 0.8 at stake 0
            > look-after-the-top
        ";
        without_program(), [(Fact::TopFifth, at(0.81))] => "absent";
        LADDER, [] => "absent";
    }
    // 51 % of 1 200 000 go to those who cannot leave.
    s08_customers_cannot_leave {
        hostages(0.5) + POINTS, [] => "clear";
        hostages(0.51) + POINTS, [] => "
            segment[0].categories.hostage; share Share 0.51 limit Share 0.5 at stake 612000
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        hostages(0.51) + POINTS + LADDER, [] => "
            segment[0].categories.hostage; share Share 0.51 limit Share 0.5 at stake 612000
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
            > drop-element: element points path program.points[0] without program.points[0]
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        hostages(0.9) + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 1", [] => "absent";
    }
    // A point of return more than two: half as many points again.
    s09_rival_gives_more {
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.0))] => "clear";
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.01))] => "
            program; more SharePoints 0.01 ours Share 0.02 rival x at stake 80000000
            > raise-points: factor Share 1.5 program.points[0].earn × 1.5
            > what-rivals-lack
        ";
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), between(-0.01, 0.03))] => "cannot tell: -0.01..0.01..0.03";
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.01)), (Fact::RivalLater(0), at(1.0))] => "clear";
        // no raise of points by ten times
        POINTS, [(Fact::RewardRate, at(0.001)), (Fact::RivalGives(0), at(0.01))] => "
            program; more SharePoints 0.01 ours Share 0.001 rival x at stake 80000000
            > what-rivals-lack
        ";
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.18))] => "
            program; more SharePoints 0.18 ours Share 0.02 rival x at stake 80000000
            > what-rivals-lack
        ";
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.178))] => "
            program; more SharePoints 0.178 ours Share 0.02 rival x at stake 80000000
            > raise-points: factor Share 9.9 program.points[0].earn × 9.9
            > what-rivals-lack
        ";
        // nor one by hardly anything
        POINTS, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.0004))] => "
            program; more SharePoints 0.0004 ours Share 0.02 rival x at stake 80000000
            > what-rivals-lack
        ";
        LADDER, [(Fact::RewardRate, at(0.02)), (Fact::RivalGives(0), at(0.01))] => "
            program; more SharePoints 0.01 ours Share 0.02 rival x at stake 80000000
            > what-rivals-lack
        ";
    }
    s10_money_for_bad_service {
        disliked(0.0, 0.14), [] => "clear";
        disliked(-1.0, 0.15), [] => "clear";
        disliked(-1.0, 0.14), [] => "
            service.proper_contacts; share Share 0.14 limit Share 0.15 score NpsPoints -1 at stake 60
            > train-staff alone: monthly Money 50 to Share 0.34 [[program.staff_training]] cost_per_month = 50, lifts_proper_contacts_to = { low = 0.19, mode = 0.34, high = 0.49, basis = \"assumed\", source = \"judgement of the review; measure it in a pilot\" }, fades_half_life_months = 0
            > recover-complaints: fast Share 0.5 case Money 5 [[program.complaint_recovery]] recovered_fast = 0.5, recovered_slowly = 0.2, cost_per_case = 5
        ";
        disliked(-1.0, 0.14) + "[[program.complaint_recovery]]\nrecovered_fast = 0.5\nrecovered_slowly = 0.2\ncost_per_case = 1", [] => "absent";
    }
}
