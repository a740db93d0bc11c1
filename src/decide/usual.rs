//! How much is computed where nobody says it, and how much at most.

/// Trials of a run before it is judged whether they are enough.
pub const TRIALS: u64 = 400;
/// The most trials of a run that names neither their number nor the error that is good enough: a minute or two of work.
pub const CAP: u64 = 4_000;
/// The most trials of a run that names the error that is good enough.
pub const LONG_CAP: u64 = 100_000;
/// Customers simulated in each trial.
pub const CUSTOMERS: u64 = 3_000;

/// The same of commands that play many variants of a design: what they tell is differences, which need fewer.
pub const CUSTOMERS_PER_VARIANT: u64 = 1_000;

/// Trials of each setting of a grid.
pub const GRID_TRIALS: u64 = 100;
/// Trials of the ends of a program.
pub const EXIT_TRIALS: u64 = 100;
/// Months between the ends that are tried.
pub const EXIT_EVERY: u64 = 3;
/// Trials of each setting of a search.
pub const OPTIMISE_TRIALS: u64 = 60;
/// Settings that a search tries at most.
pub const OPTIMISE_POINTS: u64 = 160;
/// Trials of a stress test.
pub const STRESS_TRIALS: u64 = 600;
/// Panels of a category, and trials of the program beside it.
pub const BRAND_PANELS: u64 = 200;
/// Rows of each sample of a sensitivity analysis.
pub const SENSITIVITY_ROWS: u64 = 256;
/// Trials of the value of information.
pub const VOI_TRIALS: u64 = 2_000;

/// The most trials.
pub const MOST_TRIALS: u64 = 10_000_000;
/// The most customers simulated in a trial.
pub const MOST_CUSTOMERS: u64 = 100_000_000;
/// The most threads.
pub const MOST_THREADS: u64 = 1024;
/// The most settings of a search.
pub const MOST_POINTS: u64 = 100_000;
