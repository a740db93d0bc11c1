//! The threads that a command works on.

use super::failure::Failure;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The threads asked for.
pub fn pool(threads: Option<u64>) -> Result<ThreadPool, Failure> {
    ThreadPoolBuilder::new()
        .num_threads(threads.map_or(0, |n| n as usize))
        .build()
        .map_err(|e| Failure::unwritable("failure-threads", &e))
}
