//! Rules about messages, and about what the numbers rest on.

use super::*;
use crate::review::rules::tests::LADDER;

/// [`DESIGN`] without a program.
fn without_program() -> String {
    DESIGN.split_once("[program]").unwrap().0.to_owned()
}

/// [`DESIGN`] with these causes of leaving, commonly quoted.
fn quoted(business: &str) -> String {
    changed(&[("[program]", &format!("[churn]\n{business}\n[program]"))]) + LADDER
}

/// [`DESIGN`] with a running cost of its own and elements.
fn costs(own: &str, elements: &str) -> String {
    changed(&[("setup_cost = 100\ncost_per_month = 10", own)]) + elements
}

pins! {
    m01_too_many_messages {
        "[[program.messages]]\nper_month = 20\ncost_per_message = 0.01", [] => "clear";
        "[[program.messages]]\nper_month = 21\ncost_per_message = 0.01", [] => "
            program.messages[0].per_month; number Count 21 burden Count 20 at stake 30000
            > set-messages: to Count 7 program.messages[0].per_month = 7
        ";
        "[[program.messages]]\nper_month = 21\ncost_per_message = 0.01\n[behaviour]\nmessage_burden_from = { low = 10, mode = 20, high = 30 }", [] => "clear";
        LADDER, [] => "absent";
    }
    // 0.7 · 7 = 4.9, rounded 5. Where the optimum is lower, the limit is; 0.7 · 1.9 = 1.33, rounded 1, would be fewer still.
    m02_too_few_messages {
        "[[program.messages]]\nper_month = 2\ncost_per_message = 0.01", [] => "clear";
        "[[program.messages]]\nper_month = 1\ncost_per_message = 0.01", [] => "
            program.messages[0].per_month; number Count 1 limit Count 2 at stake 0
            > set-messages: to Count 5 program.messages[0].per_month = 5
        ";
        "[[program.messages]]\nper_month = 1\ncost_per_message = 0.01\n[behaviour]\nmessage_optimum = 1", [] => "clear";
        "[[program.messages]]\nper_month = 1.5\ncost_per_message = 0.01\n[behaviour]\nmessage_optimum = 1.9", [] => "program.messages[0].per_month; number Count 1.5 limit Count 1.9 at stake 0";
        LADDER, [] => "absent";
    }
    v01_folk_numbers {
        quoted("causes = { staff_attitude = { value = 0.5, basis = 'folk', source = 'x' }, price = { value = 0.5, basis = 'assumed', source = 'x' } }"), [(Fact::NetEffect, at(-9.0))] => "clear";
        quoted("causes = { staff_attitude = { value = 0.6, basis = 'folk', source = 'x' }, price = { value = 0.4, basis = 'assumed', source = 'x' } }"), [(Fact::NetEffect, at(-9.0))] => "
            churn; share Share 0.6 limit Share 0.5 at stake 9
            > ask-leavers
        ";
        quoted("causes = { staff_attitude = 0.6, price = 0.4 }"), [] => "absent";
    }
    v02_nothing_measured {
        LADDER, [(Fact::NetEffect, at(-9.0))] => "
            business; stated Count 16 at stake 9
            > measure
        ";
        changed(&[("annual_retention = 0.8\n[", "annual_retention = { value = 0.8, basis = 'measured', source = 'till' }\n[")]) + LADDER, [] => "clear";
        without_program(), [] => "absent";
    }
    v03_false_precision {
        LADDER, [] => "
            business.customers; share Share 1 certain Count 11 all Count 11 limit Share 0.5 at stake 0
            > give-ranges
        ";
        ranges(5), [] => "
            segment[0].share; share Share 0.545455 certain Count 6 all Count 11 limit Share 0.5 at stake 0
            > give-ranges
        ";
        ranges(6), [] => "clear";
        ranges(11), [] => "clear";
    }
    v04_costs_forgotten {
        LADDER, [] => "clear";
        costs("setup_cost = 0\ncost_per_month = 10", LADDER), [] => "
            program.setup_cost; at stake 0
            > count-costs
        ";
        costs("setup_cost = 100\ncost_per_month = 0", LADDER), [] => "
            program.cost_per_month; at stake 0
            > count-costs
        ";
        costs("setup_cost = 0\ncost_per_month = 0\ncost_per_member_per_year = 1", &(LADDER.to_owned() + "setup_cost = 1")), [] => "clear";
        costs("setup_cost = 1\ncost_per_month = 0", &(LADDER.to_owned() + "cost_per_month = 1")), [] => "clear";
        without_program(), [] => "absent";
    }
}

/// [`DESIGN`] with that many numbers given as ranges.
fn ranges(count: usize) -> String {
    let range = |key: &str, value: f64| {
        format!("{key} = {{ low = {}, mode = {value}, high = {} }}", 0.9 * value, 1.1 * value)
    };
    rewritten(count, range) + LADDER
}
