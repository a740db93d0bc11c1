//! Gift cards of a block: money received now for goods owed later. Cards sold = used + lapsed + outstanding.

use super::lines::{Entries, Line};
use crate::plan::CardTerms;

/// Cards sold in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Batch {
    sold_in: usize,
    /// Months by which the counting of months has begun anew since.
    past: usize,
    alive: f64,
    forgotten: f64,
    terms: CardTerms,
}

/// All cards of a block in one world.
#[derive(Debug, Clone, Default)]
pub struct Cards {
    batches: Vec<Batch>,
    friends: f64,
}

impl Cards {
    /// New customers whom last month's cards brought.
    pub fn friends(&self) -> f64 {
        self.friends
    }

    /// The same cards, where months are counted from a later one on.
    pub fn since(mut self, months: usize) -> Self {
        self.batches.iter_mut().for_each(|batch| batch.past += months);
        self
    }

    /// Uses, lapses and sells cards in month `t` and books them. A card can be used from the month after it was sold.
    pub fn month(&mut self, t: usize, terms: &CardTerms, sold: f64, margin: f64, row: &mut Entries) {
        self.friends = 0.0;
        if self.batches.is_empty() && sold <= 0.0 {
            return;
        }
        for batch in &mut self.batches {
            let used = batch.alive * batch.terms.used;
            batch.alive -= used;
            self.friends += used * batch.terms.friends;
            let sales = used * (1.0 - batch.terms.displaced) + used * batch.terms.overspend;
            row[Line::CardsUsed] += used;
            row[Line::ListRevenue] += sales;
            row[Line::CostOfGoods] += (1.0 - margin) * sales;
            if batch.terms.expiry_months > 0 && t + batch.past >= batch.sold_in + batch.terms.expiry_months {
                row[Line::CardBreakage] += batch.alive + batch.forgotten;
                (batch.alive, batch.forgotten) = (0.0, 0.0);
            }
        }
        self.batches.retain(|batch| batch.alive + batch.forgotten > 0.0);
        if sold > 0.0 {
            let forgotten = sold * terms.forgotten;
            self.batches.push(Batch {
                sold_in: t,
                past: 0,
                alive: sold - forgotten,
                forgotten,
                terms: *terms,
            });
        }
        for batch in &self.batches {
            let owed = batch.alive + batch.forgotten;
            row[Line::CardsOutstanding] += owed;
            row[Line::FinanceCost] += -owed * batch.terms.interest;
        }
    }
}
