//! Rules about the program's own terms: what invites gaming, and contradictions.

use super::*;
use crate::review::rules::tests::{LADDER, POINTS};

pins! {
    // 99 % of a minimum of 100 points is the limit. A smaller gift: 0.3 · 100 = 30.
    a01_gift_for_joining {
        "[[program.points]]\nearn = 0.05\npoint_value = 0.01\nminimum_to_redeem = 100\nwelcome_points = 99", [] => "clear";
        "[[program.points]]\nearn = 0.05\npoint_value = 0.01\nminimum_to_redeem = 100\nwelcome_points = 99.5", [] => "
            program.points[0].welcome_points; points Count 99.5 minimum Count 100 value Money 0.995 at stake 0
            > smaller-welcome: points Count 30 program.points[0].welcome_points = 30
        ";
        "[[program.points]]\nearn = 0.05\nwelcome_points = { low = 50, mode = 60, high = 70 }\nminimum_to_redeem = { low = 50, mode = 60, high = 80 }", [] => "cannot tell: 0.753307..1..1";
        // without a minimum any gift can be spent
        "[[program.points]]\nearn = 0.05\nwelcome_points = 1", [] => "
            program.points[0].welcome_points; points Count 1 minimum Count 0 value Money 1 at stake 0
        ";
        POINTS, [] => "clear";
        LADDER, [] => "absent";
    }
    // Margin of an average first purchase: 0.4 · (0.5 · 30 + 0.5 · 20) = 10. Half of the margin is left to both: 0.5 / 1.02, in
    // twentieths 0.45.
    a02_friend_worth_inventing {
        "[[program.referral]]\nreward = 6\nfriend_reward = 4", [] => "clear";
        "[[program.referral]]\nreward = 6.2\nfriend_reward = 4", [] => "
            program.referral[0].reward; ratio Times 1.02 margin Money 10 at stake 0
            > smaller-referral: factor Share 0.45 program.referral[0].reward × 0.45; program.referral[0].friend_reward × 0.45
        ";
        changed(&[("gross_margin = 0.4", "gross_margin = { low = 0.3, mode = 0.4, high = 0.5 }")]) + "[[program.referral]]\nreward = { low = 8, mode = 10, high = 12 }\nfriend_reward = { low = 3, mode = 4, high = 5 }", [] => "
            program.referral[0].reward; ratio Times 1.05036..1.4..1.87828 margin Money 8.44628..10..11.5537 at stake 0
            > smaller-referral: factor Share 0.35 program.referral[0].reward × 0.35; program.referral[0].friend_reward × 0.35
        ";
        POINTS, [] => "absent";
    }
    // Thresholds in money: 5 purchases of 25 are 125, which people round to 120.
    a03_receipts_can_be_split {
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.06 }, { from = 10, discount = 0.07 }]", [] => "
            program.cumulative_discount[0].by; steps Count 3 at stake 100000
            > count-money: program.cumulative_discount[0].by = 'spend'; program.cumulative_discount[0].steps[1].from = 120; program.cumulative_discount[0].steps[2].from = 250
        ";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }]", [] => "clear";
        "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 5, discount = 0.05 }]", [] => "clear";
        POINTS, [] => "absent";
    }
    // Customers b pause 12 / 3 = 4 months, customers a two. Twice the pause: 8 months.
    a04_points_die_between_visits {
        "[[program.points]]\nearn = 0.05\nexpiry_months = 4", [] => "clear";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 3.9", [] => "
            program.points[0].expiry_months; pause Months 4 expiry Months 3.9 segment b at stake 2000
            > longer-expiry: months Months 8 program.points[0].expiry_months = 8
        ";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 1", [] => "
            program.points[0].expiry_months; pause Months 2 expiry Months 1 segment a at stake 2000
            > longer-expiry: months Months 4 program.points[0].expiry_months = 4
            program.points[0].expiry_months; pause Months 4 expiry Months 1 segment b at stake 2000
            > longer-expiry: months Months 8 program.points[0].expiry_months = 8
        ";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 1\nsegments = ['b']", [] => "
            program.points[0].expiry_months; pause Months 4 expiry Months 1 segment b at stake 2000
            > longer-expiry: months Months 8 program.points[0].expiry_months = 8
        ";
        "[[program.points]]\nearn = 0.05\nexpiry_months = 0", [] => "absent";
        changed(&[("purchases_per_year = 3", "purchases_per_year = { low = 2, mode = 3, high = 4 }")]) + "[[program.points]]\nearn = 0.05\nexpiry_months = 2.8", [] => "
            program.points[0].expiry_months; pause Months 3.31355..4..5.04517 expiry Months 2.8 segment b at stake 2000
            > longer-expiry: months Months 8 program.points[0].expiry_months = 8
        ";
        LADDER, [] => "absent";
    }
    a05_ladder_falls {
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.05 }]", [] => "clear";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.04 }]", [] => "
            program.cumulative_discount[0].steps[1].discount; above Share 0.04 below Share 0.05 at stake 1000000
            > level-step: to Share 0.05 program.cumulative_discount[0].steps[1].discount = 0.05
        ";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = { low = 0.06, mode = 0.07, high = 0.08 } }, { from = 5, discount = { low = 0.03, mode = 0.04, high = 0.05 } }]", [] => "
            program.cumulative_discount[0].steps[1].discount; above Share 0.0337851..0.04..0.0462149 below Share 0.0637851..0.07..0.0762149 at stake 1000000
            > level-step: to Share 0.07 program.cumulative_discount[0].steps[1].discount = 0.07
        ";
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = { low = 0.04, mode = 0.07, high = 0.08 } }, { from = 5, discount = { low = 0.03, mode = 0.04, high = 0.06 } }]", [] => "
            program.cumulative_discount[0].steps[1].discount; above Share 0.033285..0.04..0.0513986 below Share 0.0537037..0.07..0.0769424 at stake 1000000
            > level-step: to Share 0.07 program.cumulative_discount[0].steps[1].discount = 0.07
        ";
        LADDER, [] => "absent";
    }
    // Customers b buy every four months: three purchases more take them twelve. Half of the customers, half of the running cost.
    a06_joining_takes_a_year {
        changed(&[("setup_cost", "entry_purchases = 4\nsetup_cost")]) + POINTS, [] => "clear";
        changed(&[("setup_cost", "entry_purchases = 5\nsetup_cost")]) + POINTS, [] => "
            program.entry_purchases; months Months 16 limit Months 12 segment b at stake 15000
            > open-entry: program.entry_purchases = 1
        ";
        changed(&[("setup_cost", "entry_purchases = 1\nsetup_cost"), ("purchases_per_year = 3", "purchases_per_year = 0.5")]) + POINTS, [] => "clear";
        changed(&[("setup_cost", "entry_purchases = { low = 5, mode = 6, high = 7 }\nsetup_cost"), ("purchases_per_year = 3", "purchases_per_year = { low = 2, mode = 3, high = 3.5 }")]) + POINTS, [] => "
            program.entry_purchases; months Months 15.7512..20..27.7597 limit Months 12 segment b at stake 15000
            > open-entry: program.entry_purchases = 1
        ";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [] => "absent";
    }
    // What points cost in the period: 200 000.
    a07_terms_permit_abuse {
        POINTS.to_owned() + "[plan]\nterms = 'points on returned goods stay'", [] => "
            plan.terms; hole returns at stake 200000
            > close-hole
        ";
        POINTS.to_owned() + "[plan]\nterms = 'points on returned goods are taken back'", [] => "clear";
        POINTS, [] => "clear";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [] => "absent";
    }
    // Points cost 200 000 in the period, of which one in a hundred members takes as much again.
    a10_points_for_nothing {
        POINTS.to_owned() + "gift_cards_earn = 'yes'\nabuse_months = 6", [] => "
            program.points[0].gift_cards_earn; share Share 0.01 hole cards month 2026-06 at stake 2000
            > close-term: program.points[0].gift_cards_earn = 'no'
        ";
        POINTS.to_owned() + "staff_cards = 'yes'\nopen_balances = 'yes'\nabusers = 0.02", [] => "
            program.points[0].staff_cards says rule-a10-staff; share Share 0.02 hole staff month 2026-12 at stake 4000
            > close-term: program.points[0].staff_cards = 'no'
            program.points[0].open_balances says rule-a10-robbed; share Share 0.002 hole balances month 2026-12 at stake 400
            > close-term: program.points[0].open_balances = 'no'
        ";
        POINTS, [] => "clear";
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5", [] => "absent";
    }
    // Customers a buy every two months: six months of credit hold three purchases, the limit.
    a08_credit_never_ends {
        "[[program.payment_terms]]\nmonths = 6", [] => "clear";
        "[[program.payment_terms]]\nmonths = 7", [] => "
            program.payment_terms[0].months; months Months 7 open Count 3.5 limit Count 3 segment a at stake 0
            > shorter-credit: months Months 2 program.payment_terms[0].months = 2
        ";
        "[[program.payment_terms]]\nmonths = 12\nsegments = ['b']", [] => "clear";
        "[[program.payment_terms]]\nmonths = 16\nsegments = ['b']", [] => "
            program.payment_terms[0].months; months Months 16 open Count 4 limit Count 3 segment b at stake 0
            > shorter-credit: months Months 4 program.payment_terms[0].months = 4
        ";
        "[[program.payment_terms]]\nmonths = 7\ninterest_per_year = 0.3", [] => "clear";
        // ninety days are usual between companies, though they buy every week
        changed(&[("purchases_per_year = 6", "purchases_per_year = 52")]) + "[[program.payment_terms]]\nmonths = 3", [] => "clear";
        POINTS, [] => "absent";
    }
    a09_trade_in_pays {
        "[[program.trade_in]]\nresale = 1", [] => "clear";
        "[[program.trade_in]]\nresale = 1.01", [] => "
            program.trade_in[0].resale; resale Times 1.01 at stake 0
            > cautious-resale alone: to Share 0.4 program.trade_in[0].resale = 0.4
        ";
        "[[program.trade_in]]\nresale = { low = 0.9, mode = 1.1, high = 1.2 }", [] => "cannot tell: 0.986014..1.1..1.16715";
        POINTS, [] => "absent";
    }
}
