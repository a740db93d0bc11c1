//! Giving up a trial in the middle when nobody waits for it any more. A trial of millions of customers takes minutes; whoever
//! asks to stop wants to be heard at once. What was played of the trial is thrown away: there are whole trials or none.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Says whether the work is wanted no more.
#[derive(Clone, Copy, Default)]
pub struct Halt<'s>(Option<&'s (dyn Fn() -> bool + Sync)>);

/// What a trial that is given up leaves its loops with.
struct GivenUp;

impl<'s> Halt<'s> {
    /// Asks `stopped` again and again; it may be asked by several threads.
    pub fn when(stopped: &'s (dyn Fn() -> bool + Sync)) -> Self {
        Self(Some(stopped))
    }

    /// Whether the work is wanted no more.
    pub fn asked(self) -> bool {
        self.0.is_some_and(|stopped| stopped())
    }

    /// Leaves the trial if it is wanted no more, for the nearest [`unless_given_up`].
    pub fn check(self) {
        if self.asked() {
            // Not a panic: no hook hears of it. Loops need not pass on what one in a million of them has to say.
            resume_unwind(Box::new(GivenUp));
        }
    }
}

impl fmt::Debug for Halt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Halt")
    }
}

/// Does the work; `None` if it was given up in the middle.
pub fn unless_given_up<R>(work: impl FnOnce() -> R) -> Option<R> {
    // What the work borrows is not looked at again after it was given up, but for counters of progress.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => Some(done),
        Err(why) if why.is::<GivenUp>() => None,
        Err(why) => resume_unwind(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_given_up_is_caught() {
        let never = || false;
        assert_eq!(unless_given_up(|| Halt::when(&never).check()), Some(()));
        let always = || true;
        let mut after = false;
        assert_eq!(unless_given_up(|| (Halt::when(&always).check(), after = true).1), None);
        assert!(!after);
        assert!(!Halt::default().asked());
        let other = catch_unwind(|| unless_given_up(|| resume_unwind(Box::new("another reason"))));
        assert_eq!(other.map(|_: Option<()>| ()).unwrap_err().downcast_ref(), Some(&"another reason"));
    }
}
