//! `[[program.staff_pay]]`: better or worse pay for the staff.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Better or worse pay for the staff.
#[derive(Debug, Clone)]
pub struct StaffPay {
    /// Change of pay as a share of today's.
    pub raises_pay_by: NumberId,
}

impl Kind for StaffPay {
    const FACTS: KindFacts = KindFacts {
        key: "staff_pay",
        reach: Reach::Staff,
        gives: Gives::Service,
        discount: Discount::None,
        rests: false,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[],
        books: &[Book::StaffPay, Book::Hiring],
    };
}

impl StaffPay {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self { raises_pay_by: table.number(ctx, "raises_pay_by") }
    }
}
