//! What lives for one month: columns that its stages hand on, and the rows that something happens to.

use super::curves::Curves;
use super::picks::Picks;
use crate::random::{Column, ROWS, columns};

/// A customer with special terms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Favoured {
    /// Row in the block.
    pub row: usize,
    /// What his terms add to the discount that he would have anyway.
    pub adds: f32,
}

/// A customer who goes this month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaver {
    /// Row in the block.
    pub row: usize,
    /// Place of the primary cause in [`crate::plan::DRIVEN`], or the last.
    pub place: usize,
    /// Uniform that is left over, to choose among undriven causes.
    pub rest: f32,
    /// Which places were active, a bit for each.
    pub active: u8,
}

columns! {
    /// Columns that live for one month.
    pub struct Scratch {
        /// Discount on this month's purchases.
        pub discount: f32 = 0.0,
        /// Log change of the rate by price.
        pub uplift: f32 = 0.0,
        /// Mean number of purchases.
        pub mean: f32 = 0.0,
        /// Number of purchases.
        pub count: f32 = 0.0,
        /// 1/√ of the number of purchases, 1 where there is none.
        pub inverse_root: f32 = 0.0,
        /// Spend at list prices.
        pub list: f32 = 0.0,
        /// Points issued.
        pub issued: i32 = 0,
        /// Points redeemed.
        pub redeemed: i32 = 0,
        /// Points expired.
        pub expired: i32 = 0,
        /// Calculative loyalty: what staying is worth as a share of spend.
        pub advantage: f32 = 0.0,
        /// Volume bonus expected for the year, as a share of spend.
        pub bonus_rate: f32 = 0.0,
        /// What the next purchase adds to it, and what promotional points are worth, as they are felt.
        pub bonus_felt: f32 = 0.0,
        /// Pull of a step within reach, as log change of the rate; negative where purchases were made ahead.
        pub bonus_pull: f32 = 0.0,
        /// Volume bonus accrued this month.
        pub bonus: f32 = 0.0,
        /// A failure was met: 1; and was it resolved with some effort: 2.
        pub failed: f32 = 0.0,
        /// What will multiply the propensity to leave of customers who leave at a purchase.
        pub next_multiple: f32 = 0.0,
        /// Their satisfaction at the start of the month, behind what multiplies it now.
        pub past_treatment: f32 = 0.0,
        /// Their memory of a failure then.
        pub past_fault: f32 = 0.0,
        /// Would recommend us: 1; would warn others: −1.
        pub verdict: f32 = 0.0,
        /// Of the discount, and of what is felt beside it, what is taken for granted, where some of it is known to pass.
        pub granted: f32 = 0.0,
        /// By how much the log of the rate is higher by what passes than by what is taken for granted.
        pub rush: f32 = 0.0,
        /// By how much receipts grow for the sake of a threshold, as a share of them.
        pub grown: f32 = 0.0,
    } with {
        /// Two columns for intermediate results.
        pub work: [Column; 2] = [[0.0; ROWS]; 2],
        /// Whether something is felt beyond discounts this month: a volume bonus, promotional points.
        pub felt_beyond: bool = false,
        /// Whether some of what is taken off prices is known to pass.
        pub passing: bool = false,
        /// Whether volume bonuses were accrued this month.
        pub bonuses: bool = false,
        /// Rows in use.
        rows: usize = 0,
        /// Rows that have been in use since the block began: beyond them lies what earlier blocks have left.
        reached: usize = 0,
        /// Whether any of them grow.
        pub grows: bool = false,
        /// Share of that which is bought ahead.
        pub ahead: f32 = 0.0,
        /// What thresholds do to customers, by their usual receipt.
        pub curves: Curves = Curves::default(),
        /// Who is entitled to each deal: 1; where it holds from a receipt on, the share of the spend.
        pub entitled: Vec<Column> = Vec::new(),
        /// Customers with special terms.
        pub favoured: Vec<Favoured> = Vec::new(),
        /// Rows of those who go because they were refused.
        pub refused: Vec<usize> = Vec::new(),
        /// Rows of those whom a failure drives away at once.
        pub given_up: Vec<usize> = Vec::new(),
        /// Rows of those who met a failure.
        pub failing: Vec<usize> = Vec::new(),
        /// Rows to be looked at more closely.
        pub picked: Picks = Picks::default(),
        /// Who leaves, and why.
        pub leavers: Vec<Leaver> = Vec::new(),
    }
}

impl Scratch {
    /// Begins a block in which nobody sits yet.
    pub fn begin(&mut self) {
        (self.rows, self.reached) = (0, 0);
    }

    /// As many rows are in use from now on. In rows that were not before nothing is in force yet: stages leave the columns of what is not alone.
    pub fn use_rows(&mut self, rows: usize) {
        self.rows = rows;
        if rows <= self.reached {
            return;
        }
        let new = self.reached..rows;
        for column in [&mut self.discount, &mut self.uplift, &mut self.advantage] {
            column[new.clone()].fill(0.0);
        }
        for column in [&mut self.issued, &mut self.redeemed, &mut self.expired] {
            column[new.clone()].fill(0);
        }
        self.reached = rows;
    }

    /// Goes on from where another world is: with what stages may leave as it is.
    pub fn part_from(&mut self, other: &Self) {
        let n = other.len();
        let Self { discount, uplift, advantage, issued, redeemed, expired, .. } = self;
        for (column, theirs) in
            [discount, uplift, advantage].into_iter().zip([&other.discount, &other.uplift, &other.advantage])
        {
            column[..n].copy_from_slice(&theirs[..n]);
        }
        for (column, theirs) in
            [issued, redeemed, expired].into_iter().zip([&other.issued, &other.redeemed, &other.expired])
        {
            column[..n].copy_from_slice(&theirs[..n]);
        }
    }

    /// Rows in use, as a number the compiler knows to be within the columns.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.rows.min(ROWS)
    }
}
