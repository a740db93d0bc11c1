//! What differs between worlds: the condition of every customer of a block, as columns.

use std::ops::Range;

use super::register::Register;
use crate::population::{self, Column, Traits};
use crate::random::ROWS;

/// Points of every customer, a column that begins at a cache line.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct Points(pub [i32; ROWS]);

/// Satisfaction, expectation and memory of a customer at the start.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Satisfaction with treatment.
    pub treatment: f32,
    /// Share of proper contacts expected.
    pub norm: f32,
    /// Memory of a failure.
    pub fault: f32,
}

/// The customers of a block in one world. Flags are 0 or 1.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct State {
    /// Is a customer.
    pub alive: Column,
    /// Is a member of the program.
    pub member: Column,
    /// Novelty of membership, 1 on joining.
    pub novelty: Column,
    /// Discount taken for granted.
    pub reference: Column,
    /// Lasting log change of the rate by deep discounts.
    pub lasting: Column,
    /// Satisfaction with treatment, in standard deviations of the NPS answer.
    pub treatment: Column,
    /// Share of proper contacts one has come to expect.
    pub norm: Column,
    /// Memory of a failure, as log of the quality term.
    pub fault: Column,
    /// Affective loyalty above the start.
    pub attachment: Column,
    /// Hazard multiple as of the end of last month, for customers who leave at a purchase.
    pub multiple: Column,
    /// Points ever issued.
    pub issued: [i32; ROWS],
    /// Points ever redeemed or expired.
    pub used: [i32; ROWS],
    /// Goal pull: 1 before the first reward, less afterwards.
    pub pull: Column,
    /// Momentum of last month's redemption.
    pub momentum: Column,
    /// Purchases since joining the program (since the start, before).
    pub bought: Column,
    /// Money spent since joining the program.
    pub spent: Column,
    /// Money spent in this qualification year.
    pub year_spend: Column,
    /// Status level.
    pub level: Column,
    /// Status level the last closed year qualifies for.
    pub qualified: Column,
    /// Category, as the place in [`crate::design::Category::ALL`].
    pub category: [u8; ROWS],
    /// Price response relative to the mean.
    pub price: Column,
    /// Exposure to competition.
    pub exposure: Column,
    /// Response of exposure to an open rival.
    pub freed: Column,
    /// Share of wallet an open rival can take.
    pub mobility: Column,
    /// How much rather one recommends than treatment and attachment tell.
    pub leaning: Column,
    /// Discount of one's own, demanded and granted; 0 if none.
    pub terms: Column,
    /// Earned from the customer since he came into his category: margin less discounts and redeemed points, and fees.
    pub profit: Column,
    /// Of it, in months in which he would have recommended us.
    pub good: Column,
    /// Of it, in months in which he would have warned others, and fees of months without a purchase.
    pub bad: Column,
    /// Points ever issued, as of the end of each of the last months: what has to be used before it expires.
    pub history: Vec<Points>,
    /// Customers by category: how many, and where they came from and went.
    pub register: Register,
    /// Whether discounts have ever been given in this block: before, the price stage has nothing to do.
    pub priced: bool,
    /// Whether there has ever been a program: before, nobody is a member.
    pub touched: bool,
}

impl State {
    /// A block without customers, whose points expire after `expiry_months` (0: never).
    pub fn new(expiry_months: usize) -> Self {
        const EMPTY: Column = [0.0; ROWS];
        Self {
            alive: EMPTY,
            member: EMPTY,
            novelty: EMPTY,
            reference: EMPTY,
            lasting: EMPTY,
            treatment: EMPTY,
            norm: EMPTY,
            fault: EMPTY,
            attachment: EMPTY,
            pull: EMPTY,
            momentum: EMPTY,
            bought: EMPTY,
            spent: EMPTY,
            year_spend: EMPTY,
            level: EMPTY,
            qualified: EMPTY,
            multiple: EMPTY,
            category: [0; ROWS],
            price: EMPTY,
            exposure: EMPTY,
            freed: EMPTY,
            mobility: EMPTY,
            leaning: EMPTY,
            terms: EMPTY,
            profit: EMPTY,
            good: EMPTY,
            bad: EMPTY,
            register: Register::default(),
            issued: [0; ROWS],
            used: [0; ROWS],
            history: vec![Points([0; ROWS]); expiry_months],
            priced: false,
            touched: false,
        }
    }

    /// Begins a new block: rows are reset as they are filled, so only what is common to all is.
    pub fn begin(&mut self, expiry_months: usize) {
        self.history.resize(expiry_months, Points([0; ROWS]));
        self.priced = false;
        self.touched = false;
        self.register = Register::default();
    }

    /// Nobody is in these rows.
    pub fn empty(&mut self, rows: Range<usize>) {
        for column in self.columns() {
            column[rows.clone()].fill(0.0);
        }
        self.pull[rows.clone()].fill(1.0);
        self.multiple[rows.clone()].fill(1.0);
        self.issued[rows.clone()].fill(0);
        self.used[rows.clone()].fill(0);
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
        for column in [&mut self.treatment, &mut self.fault, &mut self.attachment, &mut self.bought] {
            put(column, rows, 0.0);
        }
        if self.priced {
            put(&mut self.lasting, rows, 0.0);
            put(&mut self.terms, rows, 0.0);
        }
        if self.touched {
            let Self { novelty, spent, year_spend, qualified, momentum, .. } = self;
            for column in [novelty, spent, year_spend, qualified, momentum] {
                put(column, rows, 0.0);
            }
            self.forget_points(rows);
        }
        put(&mut self.alive, &rows[..come.min(rows.len())], 1.0);
        put(&mut self.norm, rows, norm);
        put(&mut self.reference, rows, reference);
        put(&mut self.multiple, rows, 1.0);
        debug_assert!(rows.iter().all(|row| self.has_no_past(*row)));
    }

    /// The points of those who were in these rows before. Who was never issued any has used none.
    fn forget_points(&mut self, rows: &[usize]) {
        for &row in rows {
            if self.issued[row] != 0 {
                (self.issued[row], self.used[row], self.pull[row]) = (0, 0, 1.0);
                self.history.iter_mut().for_each(|month| month.0[row] = 0);
            }
        }
    }

    /// Whether nothing is left in a row of a customer who was there before.
    fn has_no_past(&self, at: usize) -> bool {
        let Self { member, novelty, lasting, momentum, spent, year_spend, level, qualified, .. } = self;
        let program = [member, novelty, momentum, spent, year_spend, level, qualified];
        let zero = [lasting, &self.terms, &self.profit, &self.good, &self.bad].into_iter().chain(program);
        let points = [&self.issued, &self.used].into_iter().chain(self.history.iter().map(|month| &month.0));
        zero.map(|column| column[at]).all(|x| x == 0.0)
            && points.map(|column| column[at]).all(|x| x == 0)
            && self.pull[at] == 1.0
    }

    /// Gives the customer of a row terms that he takes for granted; 0 gives none.
    pub fn favour(&mut self, at: usize, terms: f32) {
        if terms > 0.0 {
            self.terms[at] = terms;
            self.reference[at] = terms;
            self.priced = true;
        }
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
        let flows = &mut self.register.flows[usize::from(self.category[at])];
        flows.profit += f64::from(std::mem::take(&mut self.profit[at]));
        flows.good += f64::from(std::mem::take(&mut self.good[at]));
        flows.bad += f64::from(std::mem::take(&mut self.bad[at]));
    }

    /// Moves rows: `(from, to)`.
    pub fn shift(&mut self, moves: &[(usize, usize)]) {
        self.columns().into_iter().for_each(|column| population::shift(column, moves));
        population::shift(&mut self.category, moves);
        population::shift(&mut self.issued, moves);
        population::shift(&mut self.used, moves);
        self.history.iter_mut().for_each(|month| population::shift(&mut month.0, moves));
    }

    fn columns(&mut self) -> [&mut Column; 26] {
        [
            &mut self.alive,
            &mut self.member,
            &mut self.novelty,
            &mut self.reference,
            &mut self.lasting,
            &mut self.treatment,
            &mut self.norm,
            &mut self.fault,
            &mut self.attachment,
            &mut self.pull,
            &mut self.momentum,
            &mut self.bought,
            &mut self.spent,
            &mut self.year_spend,
            &mut self.level,
            &mut self.qualified,
            &mut self.multiple,
            &mut self.price,
            &mut self.exposure,
            &mut self.freed,
            &mut self.mobility,
            &mut self.leaning,
            &mut self.terms,
            &mut self.profit,
            &mut self.good,
            &mut self.bad,
        ]
    }
}

#[inline(always)]
fn put(column: &mut Column, rows: &[usize], value: f32) {
    for &row in rows {
        column[row] = value;
    }
}
