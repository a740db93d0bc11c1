//! How many customers stay: by the year or by the month; and how few a segment can keep, given how often its customers buy and how much they differ.

use super::context::Context;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{ChurnClock, Segment, Staying};
use crate::units::Range;

/// A β at which nearly all who are not among those who never leave go at once; calibration looks further down than that.
const LEAST_BETA: f64 = 0.03;
/// The message rounds to this.
const STEPS: f64 = 1_000.0;
const YEAR: &str = "annual_retention";
const MONTH: &str = "monthly_churn";

/// How many stay, if the table says it.
pub fn stated(ctx: &mut Context, table: &mut Reader) -> Option<Staying> {
    let year = table.optional_number(ctx, YEAR).map(Staying::Year);
    let month = table.optional_number(ctx, MONTH).map(Staying::Month);
    if year.is_some() && month.is_some() {
        ctx.fault(Fault::both(table.called(), YEAR, MONTH), &table.span_of(MONTH));
    }
    year.or(month)
}

/// How many of the business's customers stay, which must be said.
pub fn of_business(ctx: &mut Context, table: &mut Reader) -> Staying {
    stated(ctx, table).unwrap_or_else(|| Staying::Year(table.number(ctx, YEAR)))
}

/// Refuses a retention that no propensity to leave can bring about: who does not buy cannot leave at a purchase, those whose term does not end hardly leave
/// (within it, so many as `leaves_early` says), and where customers differ without end some never leave.
pub fn possible(ctx: &mut Context, segment: &Segment) {
    let id = segment.staying.number();
    let numbers = [id, segment.purchases_per_year, segment.purchase_shape, segment.churn_shape];
    if segment.churn_beta.is_some() || !ctx.are_sound(&numbers) {
        return;
    }
    let [value, purchases, shape, alpha] = numbers.map(|id| ctx.central(id));
    let purchases = purchases * segment.staying.months() as f64 / 12.0;
    let buys = match segment.churn_clock {
        ChurnClock::Month => 1.0,
        ChurnClock::Purchase => 1.0 - libm::pow(1.0 + purchases / shape, -shape),
    };
    let buys = segment.contract.map_or(buys, |contract| {
        let [term, early] = [contract.months, contract.leaves_early].map(|id| ctx.central(id));
        let ends = (segment.staying.months() as f64 / term.max(1.0)).min(1.0);
        // of those who have all just signed, either all or none come to the end
        let ends = if segment.new_cohort { ends.floor() } else { ends };
        ends + (1.0 - ends) * early
    });
    let least = 1.0 - buys * alpha / (alpha + LEAST_BETA);
    if segment.staying.left(value) >= least {
        return;
    }
    let number = &ctx.numbers[id];
    let (path, span) = (number.path.clone(), number.span.clone().unwrap_or(0..0));
    let whole = ctx.key(&path).range();
    let range = match segment.staying {
        Staying::Year(_) => Range { min: (STEPS * least).ceil() / STEPS, ..whole },
        Staying::Month(_) => Range { max: ((STEPS * (1.0 - least)).floor() / STEPS).max(whole.min), ..whole },
    };
    ctx.fault(Fault::out_of_range(&path, value, range, remedy(segment, alpha, buys)), &span);
}

/// What to do where so few, of whom a share `buys`, cannot be all who stay.
fn remedy(segment: &Segment, alpha: f64, buys: f64) -> Saying {
    let period = match segment.staying {
        Staying::Year(_) => "year",
        Staying::Month(_) => "month",
    };
    let remedy = match segment.churn_clock {
        ChurnClock::Month if buys < 1.0 => Saying::new("fix-retention-of-contracts")
            .with("segment", segment.name.as_str())
            .with("share", Arg::rounded(100.0 * (1.0 - buys), 0)),
        ChurnClock::Month => Saying::new("fix-retention-of-stayers").with("shape", alpha),
        ChurnClock::Purchase => Saying::new("fix-retention-of-buyers")
            .with("segment", segment.name.as_str())
            .with("share", Arg::rounded(100.0 * (1.0 - buys), 0)),
    };
    remedy.with("period", period)
}
