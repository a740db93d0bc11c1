//! Segments whose customers pay by contract: what the bill a month settles, and what goes with it.

use super::context::Context;
use super::number::{THIS_DESIGN, add};
use super::table::Reader;
use crate::design::contract::{SETTLED, WITHOUT};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Basis, ChurnClock, Contract, Distribution, NumberId, Plans, Segment, WhenToMove};

/// What is about contracts alone.
const TERMS: [&str; 6] =
    ["contract_months", "leaves_early", "upgrades", "downgrades", "plan_step", "plans_change"];

/// The contracts of a segment; none where customers pay when they buy.
pub fn contract(ctx: &mut Context, table: &mut Reader) -> Option<Contract> {
    let by_contract = table.choice(ctx, "billing", &[("purchase", false), ("contract", true)]);
    let settled = SETTLED.map(|(key, _)| key);
    let others: Vec<&'static str> =
        if by_contract { settled.into_iter().chain(WITHOUT).collect() } else { TERMS.to_vec() };
    for key in others {
        if table.own_value(key).is_some() {
            let kind = if by_contract { "contract" } else { "purchase" };
            let reason = Saying::new("reason-billing").with("billing", kind);
            let remedy = Saying::new("fix-billing").with("billing", kind).with("key", key);
            ctx.fault(Fault::order(&table.path_of(key), reason, remedy), &table.span_of(key));
        }
    }
    by_contract.then(|| Contract {
        months: table.number(ctx, "contract_months"),
        leaves_early: table.number(ctx, "leaves_early"),
        plans: plans(ctx, table),
    })
}

fn plans(ctx: &mut Context, table: &mut Reader) -> Plans {
    Plans {
        upgrades: table.number(ctx, "upgrades"),
        downgrades: table.number(ctx, "downgrades"),
        step: table.number(ctx, "plan_step"),
        change: table.choice(ctx, "plans_change", WhenToMove::WORDS),
    }
}

/// A number that is read where customers `buy`, and settled by the bill where they do not.
pub fn number(ctx: &mut Context, table: &mut Reader, key: &'static str, buy: bool) -> NumberId {
    let settled = SETTLED.iter().find(|(name, _)| *name == key);
    match settled {
        Some((_, value)) if !buy => settle(ctx, table, key, *value),
        _ => table.number(ctx, key),
    }
}

/// How much a customer's payments vary: by nothing where they are bills, unless the design says so.
pub fn noise(ctx: &mut Context, table: &mut Reader, key: &'static str, buy: bool) -> NumberId {
    match table.optional_number(ctx, key) {
        Some(id) => id,
        None if buy => table.number(ctx, key),
        None => settle(ctx, table, key, 0.0),
    }
}

fn settle(ctx: &mut Context, table: &Reader, key: &str, value: f64) -> NumberId {
    let path = table.path_of(key);
    let of = ctx.key(&path);
    add(ctx, &path, of, Distribution::Fixed(value), (Basis::Assumed, THIS_DESIGN.to_owned()), None)
}

/// A renewal is one occasion to change plans: no more than all can use it.
fn one_change_at_a_time(ctx: &mut Context, table: &Reader, contract: &Contract) {
    let Plans { upgrades, downgrades, change, .. } = contract.plans;
    if !ctx.are_sound(&[contract.months, upgrades, downgrades]) {
        return;
    }
    let months = ctx.central(contract.months);
    let [up, down] = change.months_at_end(months);
    let [up_moves, down_moves] = [up * ctx.central(upgrades), down * ctx.central(downgrades)];
    if up_moves + down_moves <= 12.0 {
        return;
    }
    let (key, others, of) =
        if up_moves > down_moves { ("upgrades", down_moves, up) } else { ("downgrades", up_moves, down) };
    let most = (100.0 * (12.0 - others) / of).floor().max(0.0) / 100.0;
    let percent = Arg::rounded(100.0 * (up_moves + down_moves) / 12.0, 0);
    let reason = Saying::new("reason-plans").with("months", months).with("percent", percent);
    let kind = if most > 0.0 { "fewer" } else { "none" };
    let remedy = Saying::new("fix-plans").with("kind", kind).with("key", key).with("most", most);
    ctx.fault(Fault::order(&table.path_of(key), reason, remedy), &table.span_of(key));
}

/// A term ends within the time simulated, and at its end, not at a purchase.
pub fn possible(ctx: &mut Context, table: &Reader, segment: &Segment) {
    let Some(contract) = segment.contract else { return };
    one_change_at_a_time(ctx, table, &contract);
    if segment.churn_clock == ChurnClock::Purchase {
        let reason = Saying::new("reason-billing").with("billing", "contract");
        let remedy = Saying::new("fix-billing").with("billing", "contract").with("key", "churn_clock");
        ctx.fault(Fault::order(&table.path_of("churn_clock"), reason, remedy), &table.span_of("churn_clock"));
    }
    let months = ctx.central(contract.months);
    if ctx.horizon > 0 && ctx.are_sound(&[contract.months]) && months > ctx.horizon as f64 {
        let reason =
            Saying::new("reason-contract-horizon").with("months", months).with("horizon", ctx.horizon);
        let remedy = Saying::new("fix-contract-horizon").with("months", months);
        let path = table.path_of("contract_months");
        ctx.fault(Fault::order(&path, reason, remedy), &table.span_of("contract_months"));
    }
}
