//! How many points a program that runs already can have issued.

use super::context::Context;
use crate::design::{Business, NumberId, Partner, Points, PointsEvent, Program, Segment, Tiers};

/// Businesses were larger once, and terms richer: so many times what today's sales and terms give.
const SLACK: f64 = 3.0;

/// The most points that today's program can have issued in so many months, all customers being members; nothing where that cannot be told.
pub fn most_issued(
    ctx: &Context,
    (business, segments): (&Business, &[Segment]),
    program: &Program,
    months: i32,
) -> Option<f64> {
    let (_, points) = program.all::<Points>().next()?;
    // these multiply points by what their own terms say
    if program.has::<Partner>() || program.has::<PointsEvent>() {
        return None;
    }
    let levels =
        program.all::<Tiers>().flat_map(|(_, tiers)| tiers.tiers.iter().map(|tier| tier.earn_multiple));
    let multiples: Vec<NumberId> = levels.collect();
    let of_large = points.earning.large_receipt_multiple;
    let scheme = [points.earn, points.point_value, points.welcome_points, of_large];
    let sales =
        segments.iter().flat_map(|segment| [segment.share, segment.purchases_per_year, segment.basket]);
    let all: Vec<NumberId> = sales.chain(scheme).chain(multiples.iter().copied()).collect();
    if !ctx.are_sound(&all) || !ctx.are_sound(&[business.customers, business.new_customers_per_month]) {
        return None;
    }
    let at = |id: NumberId| ctx.central(id);
    let in_year: f64 = segments
        .iter()
        .map(|segment| {
            let bills = if segment.contract.is_some() { 12.0 } else { at(segment.purchases_per_year) };
            at(segment.share) * bills * at(segment.basket)
        })
        .sum();
    let multiple = multiples.iter().map(|id| at(*id)).fold(at(of_large).max(1.0), f64::max);
    let earned = at(business.customers) * in_year * at(points.earn) / at(points.point_value) * multiple;
    let joined = at(business.customers) + at(business.new_customers_per_month) * f64::from(months);
    Some(SLACK * (earned * f64::from(months) / 12.0 + joined * at(points.welcome_points)))
}
