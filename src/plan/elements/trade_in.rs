//! Old goods taken in payment.

use super::{Scope, appeal};
use crate::design::TradeIn;
use crate::plan::deal::{Deal, Flow, Per};
use crate::plan::world::WorldPlan;

/// The usual allowance, for which the lift is declared.
const USUAL: f64 = 0.15;
/// The allowance that draws half as much as a great one.
const HALF: f64 = 0.1;

/// Part of the purchases only come sooner and are missing later. What the allowance has sold comes with an old item: the rise is at most that.
pub(super) fn apply(scope: &Scope, trade: &TradeIn, world: &mut WorldPlan) {
    let loss = scope.at(trade.take_up) * scope.at(trade.allowance) * (1.0 - scope.at(trade.resale));
    let drawn = appeal::against(USUAL, scope.at(trade.allowance), HALF);
    let new = appeal::all_that_is_new(scope.at(trade.take_up));
    let (rise, forward) = ((scope.at(trade.lift) * drawn).min(new), scope.at(trade.pulled_forward));
    let lag = scope.at(trade.sooner_months).round() as usize;
    let missing =
        |month: usize| month.checked_sub(lag).filter(|m| scope.works(*m)).map_or(0.0, |_| forward * rise);
    scope.give_any(world, |month| {
        let works = scope.works(month);
        let now = if works { rise } else { 0.0 };
        let deal = Deal { lift: (now - missing(month)) as f32, ..Deal::nothing(scope.who()) };
        Some(if works { deal.paying(Flow::Returns, Per::Spend, loss) } else { deal })
    });
}
