//! The program that runs already.

use super::element::Element;
use super::elements::SpecialTerms;
use super::numbers::NumberId;
use super::program::Program;

/// The program that runs already. Its months are counted from the first that is played before the start: see [`Today::months`].
#[derive(Debug, Clone)]
pub struct Today {
    /// Its terms; it was launched in month 0.
    pub program: Program,
    /// Months before the start in which it is played, so that customers are where they would be.
    pub months: usize,
    /// Share of today's customers who are members, where it is known.
    pub members: Option<NumberId>,
    /// Points outstanding at the start, where they are known.
    pub points_outstanding: Option<NumberId>,
    /// Shares of these points by the months since they were earned, where they are known.
    pub points_by_age: Vec<(usize, NumberId)>,
    /// Discount that customers take for granted, on average, where it is known.
    pub usual_discount: Option<NumberId>,
}

impl Today {
    /// The most months before the start that are played.
    pub const MOST: usize = 36;

    /// Months before the start to be played of a program that has run for so many: no more than [`Self::MOST`], but such that its years
    /// begin in the month in which they do.
    pub fn months_of(age: usize) -> usize {
        let over = age.saturating_sub(Self::MOST).div_ceil(12) * 12;
        age - over
    }

    /// What was there before the start, in the months of a design with this program.
    pub fn program_from_the_start(&self, horizon: usize) -> Program {
        let shift = |month: usize| month.saturating_sub(self.months);
        let mut program = self.program.clone();
        program.elements.retain(|element| element.until > self.months);
        for element in &mut program.elements {
            (element.from, element.until) = (shift(element.from), shift(element.until).min(horizon));
        }
        program
    }
}

impl Element {
    /// Whether a program that runs already may not have it, since what it changes is declared as it is today.
    pub fn is_declared_today(&self) -> bool {
        self.facts().is_service() || self.is::<SpecialTerms>()
    }
}
