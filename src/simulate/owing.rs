//! Volume bonuses that a block is owed: of the year so far, and of those that have ended.

use crate::plan::VolumeTerms;

/// What is owed in one world.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Owing {
    /// The terms of the year that runs; none where none does.
    pub terms: VolumeTerms,
    /// Months for which customers still use up what they bought ahead, once there is no bonus any more.
    pub lingers: usize,
    /// Whether there is a bonus this month, or lately was one.
    pub active: bool,
    /// Interest a month on what is owed.
    pub interest: f64,
    /// Share of bonuses that partners pay.
    pub partners: f64,
    /// Accrued for the year so far.
    pub accrued: f64,
    /// Due this month, the next, and so on.
    due: [f64; VolumeTerms::LATEST + 1],
}

impl Default for Owing {
    fn default() -> Self {
        Self {
            terms: VolumeTerms::NONE,
            lingers: 0,
            active: false,
            interest: 0.0,
            partners: 0.0,
            accrued: 0.0,
            due: [0.0; VolumeTerms::LATEST + 1],
        }
    }
}

impl Owing {
    /// There is a bonus on these terms this month.
    pub fn runs(&mut self, terms: &VolumeTerms) {
        (self.terms, self.interest, self.partners) = (*terms, terms.interest, terms.partners);
    }

    /// Whether there is a bonus this month, or lately was one.
    pub fn goes_on(&mut self, runs: bool) -> bool {
        self.lingers = if runs { 0 } else { self.lingers.saturating_sub(1) };
        self.active = runs || self.lingers > 0;
        self.active
    }

    /// The year ends: what is accrued is due after so many months.
    pub fn close(&mut self, after: usize) {
        self.due[after.min(VolumeTerms::LATEST)] += std::mem::take(&mut self.accrued);
    }

    /// Pays what is due this month.
    pub fn pay(&mut self) -> f64 {
        let paid = self.due[0];
        self.due.rotate_left(1);
        self.due[VolumeTerms::LATEST] = 0.0;
        paid
    }

    /// All that is owed.
    pub fn total(&self) -> f64 {
        self.accrued + self.due.iter().sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is accrued by the end of a year is paid so many months later, once.
    #[test]
    fn a_closed_year_is_paid_once() {
        for after in 0..=VolumeTerms::LATEST {
            let mut owing = Owing { accrued: 7.0, ..Owing::default() };
            owing.close(after);
            let paid: Vec<f64> = (0..20)
                .map(|_| {
                    let (before, paid) = (owing.total(), owing.pay());
                    assert_eq!(before - paid, owing.total());
                    paid
                })
                .collect();
            assert_eq!(paid.iter().position(|paid| *paid > 0.0), Some(after));
            assert_eq!(paid.iter().sum::<f64>(), 7.0);
        }
    }
}
