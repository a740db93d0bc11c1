//! `[staff]`: the people who meet the customers.

use super::context::Context;
use super::table::Reader;
use crate::design::Staff;

/// A struct whose fields are the numbers of a table under the same names.
macro_rules! numbers {
    ($type:ident from $table:ident, $ctx:ident: $($field:ident,)*) => {
        $type { $($field: $table.number($ctx, stringify!($field))),* }
    };
}

/// Reads `[staff]`; all of it has defaults.
pub fn staff(ctx: &mut Context, top: &mut Reader) -> Staff {
    let mut table = top.table_or_default(ctx, "staff");
    let staff = numbers! { Staff from table, ctx:
        employees, pay_per_month, pay_against_fair, experience, meaning, turnover_per_year, hiring_cost,
        learning_months, beginners_service, lag_months, impression_per_loyalty, contacts_per_impression, gestures_per_loyalty,
        loyalty_and_turnover, pay_and_turnover, culture_and_pay, greed,
    };
    table.finish(ctx);
    staff
}
