//! Rules about tiers.

use super::*;
use crate::review::rules::tests::{LADDER, TIERS};

const TWO: &str = "[[program.tiers]]\nsteps = [{ name = 'silver', spend_per_year = 500 }, { name = 'gold', spend_per_year = 5000, recognition = 0 }]\n";

pins! {
    t01_tier_nobody_reaches {
        TWO, [(Fact::TierShare(0, 0), at(0.01)), (Fact::TierShare(0, 1), at(0.01))] => "clear";
        TWO, [(Fact::TierShare(0, 0), at(0.1)), (Fact::TierShare(0, 1), at(0.001))] => "
            program.tiers[0].steps[1].spend_per_year; share Share 0.001 limit Share 0.01 tier gold at stake 0
            > lower-tier: to Money 600 tier gold program.tiers[0].steps[1].spend_per_year = 600
        ";
        // no lower than what the best twentieth spend
        TWO, [(Fact::TierShare(0, 0), at(0.001)), (Fact::TierShare(0, 1), at(0.1))] => "program.tiers[0].steps[0].spend_per_year; share Share 0.001 limit Share 0.01 tier silver at stake 0";
        LADDER, [] => "absent";
    }
    // The highest tier only is made harder.
    t02_tier_for_everybody {
        TWO, [(Fact::TierShare(0, 0), at(0.5)), (Fact::TierShare(0, 1), at(0.5))] => "clear";
        TWO, [(Fact::TierShare(0, 0), at(0.6)), (Fact::TierShare(0, 1), at(0.1))] => "program.tiers[0].steps[0].spend_per_year; share Share 0.6 limit Share 0.5 tier silver at stake 200000";
        TWO, [(Fact::TierShare(0, 0), at(0.7)), (Fact::TierShare(0, 1), at(0.6))] => "
            program.tiers[0].steps[0].spend_per_year; share Share 0.7 limit Share 0.5 tier silver at stake 200000
            program.tiers[0].steps[1].spend_per_year; share Share 0.6 limit Share 0.5 tier gold at stake 200000
            > raise-tier: factor Times 2 tier gold program.tiers[0].steps[1].spend_per_year × 2
        ";
        LADDER, [] => "absent";
    }
    // A tenth of the program's cost.
    t03_fall_without_grace {
        TIERS.to_owned() + "grace_months = 1", [] => "clear";
        TIERS.to_owned() + "grace_months = 0", [] => "
            program.tiers[0].grace_months; months Months 0 limit Months 1 at stake 6
            > grace: months Months 3 program.tiers[0].grace_months = 3
        ";
        LADDER, [] => "absent";
    }
    t04_status_without_honour {
        TWO, [] => "clear";
        "[[program.tiers]]\nsteps = [{ name = 'gold', spend_per_year = 500, recognition = 0 }]", [] => "
            program.tiers[0]; at stake 6
            > recognise-tiers alone: program.tiers[0].steps[0].recognition = 0.05
        ";
        LADDER, [] => "absent";
    }
}
