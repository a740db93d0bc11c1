//! The rule about joining.

use super::*;
use crate::review::rules::tests::POINTS;

/// [`DESIGN`] with these lines of the plan.
fn plan(lines: &str) -> String {
    format!("{POINTS}[plan]\n{lines}\n")
}

pins! {
    j01_joining_is_work {
        plan("joining_steps = 5\njoining_fields = 6"), [] => "clear";
        plan("joining_steps = 6\njoining_fields = 7"), [] => "
            plan.joining_steps says rule-j01-found; count Count 6 limit Count 5 at stake 0
            > simplify-joining
            plan.joining_fields says rule-j01-fields; count Count 7 limit Count 6 at stake 0
            > simplify-joining
        ";
        plan("joining_fields = 7"), [] => "
            plan.joining_fields says rule-j01-fields; count Count 7 limit Count 6 at stake 0
            > simplify-joining
        ";
        POINTS, [] => "absent";
    }
}
