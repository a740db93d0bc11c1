//! What differs between worlds: the condition of every customer of a block, as columns.

use std::ops::Range;

use super::departed::Departed;
use super::owing::Owing;
use super::register::Register;
use super::totals::Grain;
use crate::plan::PointsTerms;
use crate::population::Traits;
use crate::random::columns::{self, columns};
use crate::random::{Column, Columns, ROWS};

/// Points of every customer, a column that begins at a cache line.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct Points(pub [i32; ROWS]);

/// The month in which those were won back who never left: before any.
const NEVER: f32 = -1.0;

/// Satisfaction, expectation and memory of a customer at the start.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Satisfaction with treatment.
    pub treatment: f32,
    /// Share of contacts handled to standard expected.
    pub norm: f32,
    /// Memory of a failure.
    pub fault: f32,
}

/// When a customer who is gone has left something in a column that his successor must not find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Past {
    /// Never: every successor is given a value of his own.
    Given,
    /// Always.
    Lived,
    /// Where discounts have ever been given.
    Priced,
    /// Where there has ever been a program.
    Membership,
    /// Where he was ever issued points.
    Points,
    /// Never: it was settled when he left.
    Settled,
}

columns! {
    /// The customers of a block in one world. Flags are 0 or 1.
    pub struct State by Past {
        /// Is a customer.
        pub alive: f32 = 0.0 => Given,
        /// Is a member of the program.
        pub member: f32 = 0.0 => Settled,
        /// Novelty of membership, 1 on joining.
        pub novelty: f32 = 0.0 => Membership,
        /// Discount taken for granted.
        pub reference: f32 = 0.0 => Given,
        /// Lasting log change of the rate by deep discounts.
        pub lasting: f32 = 0.0 => Priced,
        /// Satisfaction with treatment, in standard deviations of the NPS answer.
        pub treatment: f32 = 0.0 => Lived,
        /// Share of contacts handled to standard one has come to expect.
        pub norm: f32 = 0.0 => Given,
        /// Memory of a failure, as log of the quality term.
        pub fault: f32 = 0.0 => Lived,
        /// Affective loyalty above the start.
        pub attachment: f32 = 0.0 => Lived,
        /// Hazard multiple as of the end of last month, for customers who leave at a purchase.
        pub multiple: f32 = 1.0 => Lived,
        /// Points ever issued.
        pub issued: i32 = 0 => Points,
        /// Points ever redeemed or expired.
        pub used: i32 = 0 => Points,
        /// Points earned on purchases in this calendar year, where their number is bounded.
        pub in_year: i32 = 0 => Points,
        /// Goal pull: 1 before the first reward, less afterwards.
        pub pull: f32 = 1.0 => Points,
        /// Momentum of last month's redemption.
        pub momentum: f32 = 0.0 => Membership,
        /// Purchases since joining the program (since the start, before).
        pub bought: f32 = 0.0 => Lived,
        /// Money spent since joining the program.
        pub spent: f32 = 0.0 => Membership,
        /// Money spent in this qualification year.
        pub year_spend: f32 = 0.0 => Membership,
        /// Status level.
        pub level: f32 = 0.0 => Settled,
        /// Status level the last closed year qualifies for.
        pub qualified: f32 = 0.0 => Membership,
        /// Category, as the place in [`crate::design::Category::ALL`].
        pub category: u8 = 0 => Given,
        /// Price response relative to the mean.
        pub price: f32 = 0.0 => Given,
        /// Exposure to competition.
        pub exposure: f32 = 0.0 => Given,
        /// Response of exposure to an open rival.
        pub freed: f32 = 0.0 => Given,
        /// Share of wallet an open rival can take.
        pub mobility: f32 = 0.0 => Given,
        /// How much rather one recommends than treatment and attachment tell.
        pub leaning: f32 = 0.0 => Given,
        /// Discount of one's own, demanded and granted; 0 if none.
        pub terms: f32 = 0.0 => Priced,
        /// Bought in this year of a volume bonus, of what counts toward it.
        pub volume: f32 = 0.0 => Settled,
        /// Volume bonus accrued for this year.
        pub accrued: f32 = 0.0 => Settled,
        /// Money's worth bought ahead for the sake of a volume bonus, and not used up yet.
        pub ahead: f32 = 0.0 => Settled,
        /// Earned from the customer since he came into his category: margin less discounts and redeemed points, and fees.
        pub profit: f32 = 0.0 => Settled,
        /// Of it, in months in which he would have recommended us.
        pub good: f32 = 0.0 => Settled,
        /// Of it, in months in which he would have warned others, and fees of months without a purchase.
        pub bad: f32 = 0.0 => Settled,
        /// Earned from the customer since the start, discounted to it: margin less discounts and redeemed points, and fees.
        pub earned: f32 = 0.0 => Settled,
        /// Money's worth bought ahead in a sale, a larger receipt or for a spend target, and not used up yet.
        pub stock: f32 = 0.0 => Lived,
        /// Money's worth put off until the sale of the next month.
        pub put_off: f32 = 0.0 => Lived,
        /// Money spent in this period of a spend target.
        pub toward: f32 = 0.0 => Membership,
        /// Month in which he was won back; below 0 if he never left.
        pub back: f32 = NEVER => Lived,
    } with {
        /// Points ever issued, as of the end of each of the last months: what has to be used before it expires.
        pub history: Vec<Points> = Vec::new(),
        /// Customers by category: how many, and where they came from and went.
        pub register: Register = Register::default(),
        /// Whether discounts have ever been given in this block: before, the price stage has nothing to do.
        pub priced: bool = false,
        /// Whether there has ever been a program: before, nobody is a member.
        pub touched: bool = false,
        /// Volume bonuses owed.
        pub owing: Owing = Owing::default(),
        /// Months before the start in which points may have been issued.
        pub past: usize = 0,
        /// Whether points expire by the terms of the month; else after as many months as are remembered.
        pub by_terms: bool = false,
        /// Whether anybody has ever bought ahead in larger receipts.
        pub stocks: bool = false,
        /// Whether anybody has put off purchases last month.
        pub waited: bool = false,
        /// Those who have left, and may still be asked to come back.
        pub departed: Vec<Departed> = Vec::new(),
    }
}

impl State {
    /// Begins a new block: rows are reset as they are filled, so only what is common to all is.
    pub fn begin(&mut self, expiry_months: usize, grain: Grain) {
        self.history.resize(expiry_months, Points([0; ROWS]));
        self.priced = false;
        self.touched = false;
        self.owing = Owing::default();
        (self.past, self.by_terms) = (0, false);
        (self.stocks, self.waited) = (false, false);
        self.departed.clear();
        self.register = Register { grain, ..Register::default() };
    }

    /// Goes on from where another world is, `rows` of which are in use.
    pub fn part_from(&mut self, other: &Self, rows: usize) {
        self.copy_rows(other, rows);
        for (month, theirs) in self.history.iter_mut().zip(&other.history) {
            month.0[..rows].copy_from_slice(&theirs.0[..rows]);
        }
        (self.register, self.priced, self.touched) = (other.register, other.priced, other.touched);
        (self.past, self.by_terms, self.owing) = (other.past, other.by_terms, other.owing);
        (self.stocks, self.waited) = (other.stocks, other.waited);
        self.departed.clone_from(&other.departed);
    }

    /// Nobody is in these rows.
    pub fn empty(&mut self, rows: Range<usize>) {
        self.empty_rows(rows.clone());
        for month in &mut self.history {
            month.0[rows.clone()].fill(0);
        }
    }

    /// Puts a customer of today's base into an empty row.
    pub fn start(&mut self, at: usize, standing: Standing, traits: &[Traits; 6], category: usize) {
        self.alive[at] = 1.0;
        self.norm[at] = standing.norm;
        self.treatment[at] = standing.treatment;
        self.fault[at] = standing.fault;
        self.belong(at, category, traits);
        self.register.starts(category);
    }

    /// Puts new customers into vacated rows, column by column; the first `come` of them come in this world, with this expectation and
    /// this discount taken for granted. Only what those who are gone can have left behind is written: nothing is earned from them, they
    /// are no members, and before there are discounts or a program these leave no traces.
    pub fn receive(&mut self, rows: &[usize], come: usize, [norm, reference]: [f32; 2]) {
        let (priced, touched) = (self.priced, self.touched);
        self.empty_columns(rows, |past| match past {
            Past::Lived => true,
            Past::Priced => priced,
            Past::Membership => touched,
            Past::Given | Past::Points | Past::Settled => false,
        });
        if touched {
            self.forget_points(rows);
        }
        put(&mut self.alive, &rows[..come.min(rows.len())], 1.0);
        put(&mut self.norm, rows, norm);
        put(&mut self.reference, rows, reference);
        debug_assert!(rows.iter().all(|row| self.has_no_past(*row)));
    }

    /// The points of those who were in these rows before. Who was never issued any has used none.
    fn forget_points(&mut self, rows: &[usize]) {
        for &row in rows {
            if self.issued[row] != 0 {
                (self.issued[row], self.used[row], self.pull[row]) = (0, 0, 1.0);
                self.in_year[row] = 0;
                self.history.iter_mut().for_each(|month| month.0[row] = 0);
            }
        }
    }

    /// Whether nothing is left in a row of a customer who was there before.
    fn has_no_past(&self, row: usize) -> bool {
        self.is_empty_but(row, |past| past == Past::Given)
            && self.history.iter().all(|month| month.0[row] == 0)
    }

    /// Gives the customer of a row terms that he takes for granted; 0 gives none.
    pub fn favour(&mut self, at: usize, terms: f32) {
        if terms > 0.0 {
            self.terms[at] = terms;
            self.reference[at] = terms;
            self.priced = true;
        }
    }

    /// Whether the customer of a row is there, or may be asked to come back.
    pub fn may_be_there(&self, row: usize) -> bool {
        self.alive[row] > 0.0 || self.departed.iter().any(|gone| gone.row == row)
    }

    /// The customer of a row comes back as he left, what he remembers faded; of the program he is no member any more, and terms of his own
    /// are gone.
    pub fn come_back(&mut self, row: usize, month: usize) {
        self.empty_columns(&[row], |past| past == Past::Membership);
        (self.bought[row], self.terms[row]) = (0.0, 0.0);
        (self.alive[row], self.back[row]) = (1.0, month as f32);
        self.register.comes(usize::from(self.category[row]));
    }

    /// Makes the customer of a row one of a category.
    pub fn belong(&mut self, at: usize, category: usize, traits: &[Traits; 6]) {
        let Traits { price, exposure, freed, mobility, leaning } = traits[category];
        self.category[at] = category as u8;
        self.price[at] = price;
        self.exposure[at] = exposure;
        self.freed[at] = freed;
        self.mobility[at] = mobility;
        self.leaning[at] = leaning;
    }

    /// Books what has been earned from the customer of a row with his category; from now on it is counted anew.
    pub fn settle(&mut self, at: usize) {
        let (grain, flows) = (self.register.grain, &mut self.register.flows[usize::from(self.category[at])]);
        flows.profit += grain.round(std::mem::take(&mut self.profit[at]));
        flows.good += grain.round(std::mem::take(&mut self.good[at]));
        flows.bad += grain.round(std::mem::take(&mut self.bad[at]));
    }

    /// Gives the customer of a row money outside his purchases; he would have recommended us, or warned others.
    pub fn give(&mut self, at: usize, money: f32, today: f32, verdict: f32) {
        self.profit[at] -= money;
        self.earned[at] -= today * money;
        self.good[at] -= if verdict > 0.0 { money } else { 0.0 };
        self.bad[at] -= if verdict < 0.0 { money } else { 0.0 };
    }

    /// Makes the balance of a row this one; what is remembered of past months goes with it, so that the points keep their ages.
    pub fn rebalance(&mut self, row: usize, becomes: i32) {
        let used = self.used[row];
        let balance = f64::from(self.issued[row] - used);
        for month in &mut self.history {
            let held = f64::from((month.0[row] - used).max(0));
            month.0[row] = used.saturating_add((held * f64::from(becomes) / balance) as i32);
        }
        self.issued[row] = used.saturating_add(becomes);
    }

    /// Points issued in this month expire after so many months, sooner than others by `sooner`: they count as issued that long before. What has been used
    /// already was older than they are.
    pub fn issue_as_older(&mut self, row: usize, points: i32, (month, sooner): (usize, usize)) {
        let (ring, used) = (self.history.len(), self.used[row]);
        for ago in 1..=sooner.min(ring.saturating_sub(1)) {
            let held = &mut self.history[(month + self.past + ring - ago) % ring].0[row];
            *held = (*held).max(used).saturating_add(points);
        }
    }

    /// Months after which points expire under these terms; 0 is never.
    #[inline(always)]
    pub fn expiry(&self, terms: &PointsTerms) -> usize {
        let ring = self.history.len();
        if self.by_terms { terms.expiry_months.min(ring) } else { ring }
    }

    /// How many months ago the points of each row were issued on average, at the end of this month: of those a month old or older the ring of
    /// past months tells how many have not been used. They grow no older than the ring is long.
    #[inline(always)]
    pub fn ages_of_points(&self, month: usize, ages: &mut [f64]) {
        let (ring, n, month) = (self.history.len(), ages.len(), month + self.past);
        let (issued, used) = (&self.issued[..n], &self.used[..n]);
        ages.fill(0.0);
        // the place of this month holds what was issued by its end, and so does that of every month before
        for ago in 1..ring.min(month + 1) {
            let past = &self.history[(month + ring - ago) % ring].0[..n];
            for i in 0..n {
                ages[i] += f64::from((past[i] - used[i]).max(0));
            }
        }
        for i in 0..n {
            let balance = issued[i] - used[i];
            ages[i] = if balance > 0 { f64::from(ages[i] as f32 / balance as f32) } else { 0.0 };
        }
    }

    /// Moves rows: `(from, to)`.
    pub fn shift(&mut self, moves: &[(usize, usize)]) {
        self.shift_rows(moves);
        self.history.iter_mut().for_each(|month| columns::shift(&mut month.0, moves));
        for gone in &mut self.departed {
            if let Some((_, to)) = moves.iter().find(|(from, _)| *from == gone.row) {
                gone.row = *to;
            }
        }
    }
}

#[inline(always)]
fn put(column: &mut Column, rows: &[usize], value: f32) {
    for &row in rows {
        column[row] = value;
    }
}
