//! What others ask a design: the central value of a number, its path, a month of its calendar.

use super::contract::{SETTLED, WITHOUT};
use super::{Design, NumberId, Staying};
use crate::units::{AnnualRetention, YearMonth};

impl Design {
    /// Whether all customers pay by contract: there are no tills, visits or receipts then.
    pub fn is_by_contract(&self) -> bool {
        !self.segments.is_empty() && self.segments.iter().all(|segment| segment.contract.is_some())
    }

    /// Whether a number follows from contracts, or means nothing where there are some: no design can say another.
    pub fn is_settled(&self, path: &str) -> bool {
        let by_contract = |at: &usize| self.segments[*at].contract.is_some();
        (0..self.segments.len()).filter(by_contract).any(|at| {
            let own = path.strip_prefix(&format!("segment[{at}]."));
            let settled = || SETTLED.iter().map(|(name, _)| *name).chain(WITHOUT);
            own.is_some_and(|key| settled().any(|name| name == key))
        })
    }

    /// The central value of a number (mode, mean or median, whichever its distribution is written with) within its range.
    pub fn central(&self, id: NumberId) -> f64 {
        let number = &self.numbers[id];
        number.range.clamp(number.distribution.central())
    }

    /// Where a number stands: `program.points[0].earn`.
    pub fn path(&self, id: NumberId) -> &str {
        &self.numbers[id].path
    }

    /// The line of `text`, from which the design was read, in which a path stands: of a number, or the first of a table.
    pub fn line_of(&self, text: &str, path: &str) -> Option<usize> {
        let below = format!("{path}.");
        let numbers = self.numbers.iter().filter(|(_, n)| n.path == path || n.path.starts_with(&below));
        let start = numbers.filter_map(|(_, n)| n.span.as_ref().map(|span| span.start)).min()?;
        Some(text.get(..start)?.matches('\n').count() + 1)
    }

    /// The month `index`, counted from the start.
    pub fn month(&self, index: usize) -> YearMonth {
        self.start.plus(i32::try_from(index).unwrap_or(i32::MAX))
    }

    /// The hazard of leaving a month of an average customer of today, at the central value: −ln of the share left, per month.
    pub fn monthly_hazard(&self, staying: Staying) -> f64 {
        let value = self.central(staying.number());
        match staying {
            Staying::Year(_) => AnnualRetention::new(value).monthly_hazard(),
            Staying::Month(_) => -libm::log1p(-value),
        }
    }
}
