//! The trials that the user has asked for, and what they will take.

use super::effort::Effort;
use super::run_args::RunArgs;
use loyalsim::decide::trials::RunPlan;
use loyalsim::simulate::Settings;
use std::ops::Range;

/// What to run.
pub fn plan(args: &RunArgs) -> RunPlan {
    let settings = Settings { seed: args.seed, customers: args.customers as usize };
    RunPlan::new(settings, args.trials, args.until, args.sampling)
}

/// What is done of it at least.
pub fn effort(plan: RunPlan) -> Effort {
    Effort { customers: plan.settings.customers, trials: plan.first, designs: 1 }
}

/// What is done of so many of its trials.
pub fn effort_of(plan: RunPlan, trials: &Range<u64>) -> Effort {
    Effort { trials: trials.end - trials.start, ..effort(plan) }
}
