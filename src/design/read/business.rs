//! `[business]` and `[service]`: the company today.

use super::checks::recovered_at_most_all;
use super::context::Context;
use super::retention;
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::Saying;
use crate::design::{Business, Service, TermsToday};

/// Reads `[business]`.
pub fn business(ctx: &mut Context, top: &mut Reader) -> Business {
    let mut table = top.required_table(ctx, "business");
    let business = Business {
        customers: table.number(ctx, "customers"),
        new_customers_per_month: table.number(ctx, "new_customers_per_month"),
        acquisition_cost: table.number(ctx, "acquisition_cost"),
        gross_margin: table.number(ctx, "gross_margin"),
        cost_of_capital: table.number(ctx, "cost_of_capital"),
        staying: retention::of_business(ctx, &mut table),
        nps: table.number(ctx, "nps"),
        age_months: table.optional_number(ctx, "age_months"),
        ageing_months: table.optional_number(ctx, "ageing_months"),
        price_inflation: table.optional_number(ctx, "price_inflation"),
        wage_inflation: table.optional_number(ctx, "wage_inflation"),
        reward_inflation: table.optional_number(ctx, "reward_inflation"),
        sales_tax: table.optional_number(ctx, "sales_tax"),
        profit_tax: table.optional_number(ctx, "profit_tax"),
        season: table.number_list(ctx, "season"),
    };
    if business.season.iter().all(|&id| ctx.central(id) == 0.0) && ctx.are_sound(&business.season) {
        let (reason, remedy) = (Saying::new("reason-no-season"), Saying::new("fix-no-season"));
        let fault = Fault::order(&table.path_of("season"), reason, remedy);
        ctx.fault(fault, &table.span_of("season"));
    }
    table.finish(ctx);
    business
}

/// Reads `[service]`; all of it has defaults.
pub fn service(ctx: &mut Context, top: &mut Reader) -> Service {
    let mut table = top.table_or_default(ctx, "service");
    let service = Service {
        proper_contacts: table.number(ctx, "proper_contacts"),
        failures_per_purchase: table.number(ctx, "failures_per_purchase"),
        delights_per_purchase: table.number(ctx, "delights_per_purchase"),
        recovered_fast: table.number(ctx, "recovered_fast"),
        recovered_slowly: table.number(ctx, "recovered_slowly"),
        complaints: table.number(ctx, "complaints"),
        failure_severity: table.number(ctx, "failure_severity"),
        cost_per_recovery: table.number(ctx, "cost_per_recovery"),
        unevenness: table.number(ctx, "unevenness"),
    };
    recovered_at_most_all(ctx, &table, service.recovered_fast, service.recovered_slowly);
    table.finish(ctx);
    service
}

/// Reads `[special_terms]`; all of it has defaults.
pub fn special_terms(ctx: &mut Context, top: &mut Reader) -> TermsToday {
    let mut table = top.table_or_default(ctx, "special_terms");
    let terms = TermsToday { granted: table.number(ctx, "granted"), discount: table.number(ctx, "discount") };
    table.finish(ctx);
    terms
}
