//! What a calculation will take, as far as that can be said before it begins.

use super::failure::Failure;
use super::terminal;
use loyalsim::design::{Design, Saying, Truth};
use loyalsim::words::{Words, breakable};

/// Seconds that a customer takes for a month in one world on a fast processor: the least that is possible.
const CUSTOMER_MONTH: f64 = 2e-9;
/// What is expected to take longer than this cannot have been meant: thirty days, in seconds.
const LONGEST: f64 = 30.0 * 86_400.0;
/// Rows that one simulated customer and the newcomers in its wake can take at most.
const MOST_ROWS: f64 = 2_112.0;
/// Bytes that a trial leaves of every design: its headline numbers, and their text in a table.
const TRIAL_BYTES: f64 = 5_000.0;

/// How much is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// The most customers simulated in a trial.
    pub customers: usize,
    /// Trials, each of every design or setting.
    pub trials: u64,
    /// Designs or settings.
    pub designs: u64,
}

/// Refuses what could not end, and warns of what will not fit into the memory.
pub fn weigh(design: &Design, effort: Effort, words: Words<'_>) -> Result<(), Failure> {
    let plays = effort.trials as f64 * effort.designs as f64;
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as f64;
    let seconds = plays * customer_months(design, effort.customers) * CUSTOMER_MONTH / threads;
    if seconds > LONGEST {
        let days = libm::round(seconds / 86_400.0) as u64;
        return Err(Failure::Input(Saying::new("failure-endless").with("days", days)));
    }
    let bytes = plays * TRIAL_BYTES;
    if let Some(free) = free_memory().filter(|free| bytes > *free) {
        let giga = |bytes: f64| libm::ceil(bytes / 1e9) as u64;
        let told = [("needed", giga(bytes).into()), ("free", giga(free).into())];
        terminal::warn(&breakable(&format!("{}\n", words.say("run-memory", &told))));
    }
    Ok(())
}

/// Months of simulated customers in both worlds of a trial, newcomers included.
fn customer_months(design: &Design, most: usize) -> f64 {
    const WORLDS: f64 = 2.0;
    let central = Truth::central(design);
    let real = central[design.business.customers];
    let newcomers = central[design.business.new_customers_per_month] / real;
    let months = design.horizon_months as f64;
    let rows = (1.0 + newcomers * months).min(MOST_ROWS);
    real.min(most as f64).max(1.0) * rows * months * WORLDS
}

/// Memory that is free for programs, where the system says it.
fn free_memory() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::design::starter;
    use loyalsim::words::Language;

    #[test]
    fn what_cannot_end_is_refused() {
        let design = Design::parse(&starter("shop")).unwrap();
        let words = Words::new(Language::En);
        let of = |customers, trials| weigh(&design, Effort { customers, trials, designs: 1 }, words);
        assert!(of(3_000, 100_000).is_ok());
        let text = starter("shop").replace("customers = ", "customers = 100_000_000 # ");
        let large = Design::parse(&text).unwrap();
        let refused = weigh(&large, Effort { customers: 100_000_000, trials: 10_000_000, designs: 4 }, words);
        let said = refused.unwrap_err().message(words);
        assert!(said.contains("days") && said.contains("--customers"), "{said}");
    }
}
