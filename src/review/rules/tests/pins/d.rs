//! Rules about discounts.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS};

/// A ladder of one step.
fn ladder(discount: &str) -> String {
    format!("[[program.cumulative_discount]]\nsteps = [{{ from = 1, discount = {discount} }}]\n")
}

/// Two elements: one of them may go.
fn both() -> String {
    LADDER.to_owned() + POINTS
}

pins! {
    // Three tenths of a margin of 0.4 are left: 0.12.
    d01_discount_eats_the_margin {
        ladder("0.4"), [] => "clear";
        ladder("0.48") + POINTS, [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.48 margin Share 0.4 at stake 1000000
            > scale-discount: to Share 0.12 program.cumulative_discount[0].steps[0].discount × 0.25
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
        ";
        ladder("{ low = 0.35, mode = 0.42, high = 0.5 }"), [] => "cannot tell: -0.0242153..0.02..0.0689033";
        ladder("0"), [] => "absent";
        changed(&[("gross_margin = 0.4", "gross_margin = { low = 0.3, mode = 0.4, high = 0.5 }")]) + &ladder("{ low = 0.55, mode = 0.6, high = 0.65 }"), [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.568926..0.6..0.631074 margin Share 0.337851..0.4..0.462149 at stake 1000000
            > scale-discount: to Share 0.12 program.cumulative_discount[0].steps[0].discount × 0.2
        ";
        // points cost 0.8 · 0.6 = 0.48 of what is sold
        "[[program.points]]\nearn = 0.8\ncost_share = 0.5", [] => "clear";
        "[[program.points]]\nearn = 0.8\ncost_share = 0.6", [] => "
            program.points[0].earn says rule-d01-points; cost Share 0.48 margin Share 0.4 at stake 200000
            > cut-points: factor Share 0.25 program.points[0].earn × 0.25
        ";
        "[[program.points]]\nearn = { low = 0.7, mode = 0.75, high = 0.8 }\ncost_share = { low = 0.7, mode = 0.8, high = 0.9 }", [] => "
            program.points[0].earn says rule-d01-points; cost Share 0.53046..0.6..0.673403 margin Share 0.4 at stake 200000
            > cut-points: factor Share 0.2 program.points[0].earn × 0.2
        ";
        "[[program.payment_terms]]\nmonths = 2\nbad_debt = 0.4", [] => "clear";
        POINTS.to_owned() + "[[program.payment_terms]]\nmonths = 2\nbad_debt = 0.41", [] => "
            program.payment_terms[0].bad_debt says rule-d01-credit; cost Share 0.41 margin Share 0.4 at stake 0
            > drop-element: element payment_terms path program.payment_terms[0] without program.payment_terms[0]
        ";
        // what some segments only may use is judged by their margins
        changed(&[("basket = 20", "basket = 20\ngross_margin = 0.1")]) + "[[program.cumulative_discount]]\nsegments = ['a']\nsteps = [{ from = 1, discount = 0.2 }]", [] => "clear";
        changed(&[("basket = 20", "basket = 20\ngross_margin = 0.1")]) + &ladder("0.2"), [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.2 margin Share 0.1 at stake 1000000
            > scale-discount: to Share 0.03 program.cumulative_discount[0].steps[0].discount × 0.15
        ";
    }
    // At stake are discounts and rewards together.
    d02_volume_cannot_pay {
        LADDER, [(Fact::VolumeGap, at(0.0))] => "clear";
        LADDER, [(Fact::VolumeGap, at(-0.001))] => "
            everywhere; gap SharePoints -0.001 at stake 1200000
            > scale-discounts: factor Share 0.5 program.cumulative_discount[0].steps[0].discount × 0.5
        ";
        both(), [(Fact::VolumeGap, between(-0.3, -0.1))] => "
            everywhere; gap SharePoints -0.3..-0.2..-0.1 at stake 1200000
            > scale-discounts: factor Share 0.5 program.cumulative_discount[0].steps[0].discount × 0.5
            > drop-element: element cumulative_discount path program.cumulative_discount[0] without program.cumulative_discount[0]
        ";
        both(), [(Fact::VolumeGap, between(-0.1, 0.1))] => "cannot tell: -0.1..0..0.1";
        LADDER, [] => "absent";
    }
    // Six tenths of the discounts.
    d03_discount_on_sales_made_anyway {
        LADDER, [(Fact::DiscountSubsidised, at(0.5))] => "clear";
        LADDER, [(Fact::DiscountSubsidised, at(0.6))] => "
            everywhere; share Share 0.6 limit Share 0.5 at stake 600000
            > ladder-to-offers: depth Share 0.05 [[program.special_offer]] discount = 0.05, every_months = 3; without program.cumulative_discount[0]
        ";
        POINTS, [(Fact::DiscountSubsidised, at(0.6))] => "everywhere; share Share 0.6 limit Share 0.5 at stake 600000";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.07 }]", [(Fact::DiscountSubsidised, at(0.6))] => "
            everywhere; share Share 0.6 limit Share 0.5 at stake 600000
            > ladder-to-offers: depth Share 0.07 [[program.special_offer]] discount = 0.07, every_months = 3; without program.cumulative_discount[0]
        ";
        LADDER, [] => "absent";
    }
    d04_discount_without_end {
        LADDER, [] => "
            program.cumulative_discount[0]; months Months 36 at stake 1000000
            > end-element: element cumulative_discount month 2027-01 program.cumulative_discount[0].until = '2027-01'
        ";
        changed(&[("horizon_months = 36", "horizon_months = 12"), ("by = '2028-12'", "by = '2026-12'")]) + LADDER, [] => "clear";
        changed(&[("horizon_months = 36", "horizon_months = 13"), ("by = '2028-12'", "by = '2026-12'")]) + LADDER, [] => "
            program.cumulative_discount[0]; months Months 13 at stake 1000000
            > end-element: element cumulative_discount month 2027-01 program.cumulative_discount[0].until = '2027-01'
        ";
        "[[program.cumulative_discount]]\nuntil = '2028-06'\nsteps = [{ from = 1, discount = 0.05 }]", [] => "clear";
        LADDER.to_owned() + "[plan]\ntime_limit = 'a year'", [] => "clear";
        POINTS, [] => "absent";
    }
    d05_discount_wears_off {
        both(), [(Fact::UpliftHalved, at(36.0))] => "clear";
        both(), [(Fact::UpliftHalved, at(35.0))] => "
            everywhere; month Months 35 at stake 1000000
            > end-element: element cumulative_discount month 2027-01 program.cumulative_discount[0].until = '2027-01'
        ";
        "[[program.cumulative_discount]]\nfrom = '2028-01'\nsteps = [{ from = 1, discount = 0.05 }]", [(Fact::UpliftHalved, at(30.0))] => "everywhere; month Months 30 at stake 1000000";
        both(), [] => "absent";
    }
    // What can be noticed is 0.03; half as much again is 0.045, which people round to 0.04.
    d06_discount_unnoticed {
        ladder("0.03"), [] => "clear";
        ladder("0.029"), [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.029 threshold Share 0.03 at stake 1000000
            > raise-discount: to Share 0.04 program.cumulative_discount[0].steps[0].discount = 0.04
        ";
        ladder("0"), [] => "absent";
        ladder("0.02") + "[behaviour]\nnoticeable_discount = { low = 0.01, mode = 0.03, high = 0.05 }", [] => "clear";
        ladder("0.01") + "[behaviour]\nnoticeable_discount = { low = 0.02, mode = 0.03, high = 0.04 }", [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.01 threshold Share 0.0237851..0.03..0.0362149 at stake 1000000
            > raise-discount: to Share 0.04 program.cumulative_discount[0].steps[0].discount = 0.04
        ";
        POINTS, [] => "absent";
    }
    d07_step_out_of_reach {
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 84, discount = 0.06 }]", [] => "clear";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 200, discount = 0.06 }]", [] => "
            program.cumulative_discount[0].steps[1].from; share Share 0.00219727 from Count 200 limit Share 0.01 at stake 0
            > lower-step: factor Share 0.5 program.cumulative_discount[0].steps[1].from × 0.5
        ";
        "[[program.cumulative_discount]]\nuntil = '2027-01'\nsteps = [{ from = 1, discount = 0.05 }, { from = 84, discount = 0.06 }]", [] => "
            program.cumulative_discount[0].steps[1].from; share Share 0.000976563 from Count 84 limit Share 0.01 at stake 0
            > lower-step: factor Share 0.5 program.cumulative_discount[0].steps[1].from × 0.5
        ";
        "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 1000, discount = 0.05 }, { from = 5000, discount = 0.06 }]", [] => "
            program.cumulative_discount[0].steps[1].from; share Share 0.00390625 from Count 5000 limit Share 0.01 at stake 0
            > lower-step: factor Share 0.5 program.cumulative_discount[0].steps[1].from × 0.5
        ";
        // what a year has to bring, however long the bonus runs
        "[[program.volume_bonus]]\nsteps = [{ spend_per_year = 100, bonus = 0.01 }, { spend_per_year = 1667, bonus = 0.02 }]", [] => "
            program.volume_bonus[0].steps[1].spend_per_year; share Share 0.00390625 from Count 1667 limit Share 0.01 at stake 0
            > lower-step: factor Share 0.5 program.volume_bonus[0].steps[1].spend_per_year × 0.5
        ";
        POINTS, [] => "absent";
    }
    // 0.12 + 0.12 are six tenths of a margin of 0.4.
    d08_discounts_add_up {
        changed(&[("setup_cost", "stacking = 'sum'\nsetup_cost")]) + &ladder("0.1") + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1", [] => "clear";
        changed(&[("setup_cost", "stacking = 'sum'\nsetup_cost")]) + &ladder("0.12") + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.12", [] => "
            program.stacking; share Share 0.6 limit Share 0.5 at stake 1000000
            > best-discount: program.stacking = 'best'
        ";
        changed(&[("setup_cost", "stacking = 'sum'\nsetup_cost"), ("gross_margin = 0.4", "gross_margin = { low = 0.3, mode = 0.4, high = 0.5 }")])
            + &ladder("{ low = 0.2, mode = 0.22, high = 0.24 }") + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = { low = 0.1, mode = 0.12, high = 0.14 }", [] => "
            program.stacking; share Share 0.681902..0.85..1.07994 limit Share 0.5 at stake 1000000
            > best-discount: program.stacking = 'best'
        ";
        changed(&[("setup_cost", "stacking = 'sum'\nsetup_cost")]) + &ladder("0.3"), [] => "absent";
        changed(&[("setup_cost", "stacking = 'sum'\nsetup_cost")]) + &ladder("0.3") + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0", [] => "absent";
        ladder("0.12") + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.12", [] => "absent";
    }
    d09_deep_discount {
        ladder("0.2"), [] => "clear";
        ladder("0.25"), [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.25 deep Share 0.2 at stake 1000000
            > scale-discount: to Share 0.2 program.cumulative_discount[0].steps[0].discount × 0.8
        ";
        ladder("0.25") + "[behaviour]\ndeep_discount = { low = 0.1, mode = 0.15, high = 0.2 }", [] => "
            program.cumulative_discount[0].steps[0].discount; discount Share 0.25 deep Share 0.118926..0.15..0.181074 at stake 1000000
            > scale-discount: to Share 0.118926 program.cumulative_discount[0].steps[0].discount × 0.475702
        ";
        ladder("0.15") + "[behaviour]\ndeep_discount = { low = 0.1, mode = 0.15, high = 0.2 }", [] => "clear";
        ladder("0"), [] => "absent";
        POINTS, [] => "absent";
    }
    d10_always_a_sale {
        "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4]\ndiscount = 0.2", [] => "clear";
        POINTS.to_owned() + "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4, 5]\ndiscount = 0.2", [] => "
            program.seasonal_sale[0]; share Share 0.416667 limit Share 0.333333 at stake 1000000
            > drop-element: element seasonal_sale path program.seasonal_sale[0] without program.seasonal_sale[0]
        ";
        "[[program.special_offer]]\ndiscount = 0.2\nevery_months = 3", [] => "clear";
        "[[program.special_offer]]\ndiscount = 0.2\nevery_months = 2.5", [] => "
            program.special_offer[0].every_months; share Share 0.4 limit Share 0.333333 at stake 1000000
            > rarer-offers: months Months 3 program.special_offer[0].every_months = 3
        ";
        "[[program.special_offer]]\ndiscount = 0.2\nevery_months = { low = 1, mode = 2, high = 2.9 }", [] => "
            program.special_offer[0].every_months; share Share 0.389627..0.5..0.72121 limit Share 0.333333 at stake 1000000
            > rarer-offers: months Months 3 program.special_offer[0].every_months = 3
        ";
        POINTS, [] => "absent";
    }
    d11_sale_for_everyone {
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2\nopen_to = 'members'", [] => "clear";
        POINTS.to_owned() + "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2", [] => "
            program.seasonal_sale[0]; element seasonal_sale at stake 1000000
            > members-only: program.seasonal_sale[0].open_to = 'members'
            > drop-element: element seasonal_sale path program.seasonal_sale[0] without program.seasonal_sale[0]
        ";
        "[[program.special_offer]]\ndiscount = 0.2\nopen_to = 'everyone'", [] => "
            program.special_offer[0]; element special_offer at stake 1000000
            > members-only: program.special_offer[0].open_to = 'members'
        ";
        POINTS, [] => "absent";
    }
}
