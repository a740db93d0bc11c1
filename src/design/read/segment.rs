//! `[[segment]]`: kinds of customers.

use super::context::{Context, shortened};
use super::newcomers::newcomers;
use super::number::{THIS_DESIGN, add};
use super::shares::{Group, sum_to_one};
use super::table::Reader;
use super::{checks::unique_name, contract, limits, retention};
use crate::design::catalogue::{Fallback, Key};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Basis, Business, Category, ChurnClock, Distribution, NumberId, Segment};
use std::ops::Range;

/// Reads all segments; what they leave open about margin, retention and NPS is the business's own number.
pub fn segments(
    ctx: &mut Context,
    top: &mut Reader,
    business: &Business,
    groups: &mut Vec<Group>,
) -> Vec<Segment> {
    let tables = top.tables(ctx, "segment", limits::SEGMENTS);
    if tables.is_empty() && top.value("segment").is_none() {
        ctx.fault(Fault::missing("segment", Saying::new("fix-no-segment")), &top.span);
    }
    let mut names: Vec<(String, Range<usize>)> = Vec::new();
    let mut segments = Vec::new();
    for mut table in tables {
        let name = table.text(ctx, "name");
        unique_name(ctx, "thing-segment", &mut names, &name, table.span_of("name"));
        let segment = segment(ctx, &mut table, name, business, groups);
        table.finish(ctx);
        retention::possible(ctx, &segment);
        segments.push(segment);
    }
    ctx.segments = segments.iter().map(|segment| segment.name.clone()).collect();
    somebody_of_age(ctx, business, &segments);
    if let [first, ..] = &segments[..]
        && !top.is_cut("segment", limits::SEGMENTS)
    {
        let span = ctx.numbers[first.share].span.clone().unwrap_or(0..0);
        let members = segments.iter().map(|segment| segment.share).collect();
        sum_to_one(ctx, Saying::new("shares-segments"), members, span, groups);
    }
    segments
}

fn segment(
    ctx: &mut Context,
    table: &mut Reader,
    name: String,
    business: &Business,
    groups: &mut Vec<Group>,
) -> Segment {
    let contract = contract::contract(ctx, table);
    let buy = contract.is_none();
    let segment = Segment {
        contract,
        share: table.number(ctx, "share"),
        purchases_per_year: contract::number(ctx, table, "purchases_per_year", buy),
        purchase_shape: contract::number(ctx, table, "purchase_shape", buy),
        basket: table.number(ctx, "basket"),
        basket_spread: table.number(ctx, "basket_spread"),
        basket_noise: contract::noise(ctx, table, "basket_noise", buy),
        gross_margin: table.number_or(ctx, "gross_margin", business.gross_margin),
        staying: retention::stated(ctx, table).unwrap_or(business.staying),
        churn_shape: table.number(ctx, "churn_shape"),
        needs_change: table.number(ctx, "needs_change"),
        rate_staying_correlation: table.number(ctx, "rate_staying_correlation"),
        nps: table.number_or(ctx, "nps", business.nps),
        categories: categories(ctx, table, &name, groups),
        firm_benefit_counts: table.number(ctx, "firm_benefit_counts"),
        personal_benefit_counts: table.number(ctx, "personal_benefit_counts"),
        churn_clock: table.choice(ctx, "churn_clock", ChurnClock::WORDS),
        churn_beta: table.optional_number(ctx, "churn_beta"),
        newcomers_retention: newcomers(ctx, table),
        new_cohort: table.yes(ctx, "new_cohort"),
        duration_dependence: table.number(ctx, "duration_dependence"),
        name,
    };
    contract::possible(ctx, table, &segment);
    even_hazards(ctx, table, &segment, business);
    newcomers_alone(ctx, table, &segment);
    segment
}

/// A table of cohorts decides what β would decide.
fn newcomers_alone(ctx: &mut Context, table: &Reader, segment: &Segment) {
    if segment.churn_beta.is_some() && !segment.newcomers_retention.is_empty() {
        let fault = Fault::both(table.called(), "churn_beta", "newcomers_retention");
        ctx.fault(fault, &table.span_of("newcomers_retention"));
    }
}

/// Where all customers have just joined there is nobody whom the age of the base could be about.
fn somebody_of_age(ctx: &mut Context, business: &Business, segments: &[Segment]) {
    let Some(age) = business.age_months else { return };
    if segments.is_empty() || segments.iter().any(|segment| !segment.new_cohort) {
        return;
    }
    let number = &ctx.numbers[age];
    let (path, span) = (number.path.clone(), number.span.clone().unwrap_or(0..0));
    let (reason, remedy) = (Saying::new("reason-nobody-of-age"), Saying::new("fix-nobody-of-age"));
    ctx.fault(Fault::order(&path, reason, remedy), &span);
}

/// Hazards run with tenure only where everybody's tenure and propensity are stated, and nothing but time starts it anew: nothing could be solved from the
/// retention.
fn even_hazards(ctx: &mut Context, table: &Reader, segment: &Segment, business: &Business) {
    let is = |id: NumberId, value: f64| ctx.numbers[id].distribution == Distribution::Fixed(value);
    let at_any_time = segment.contract.is_none_or(|contract| is(contract.months, 1.0));
    let of_ages = business.age_months.is_some()
        && business.ageing_months.is_none()
        && is(segment.needs_change, 0.0)
        && is(segment.rate_staying_correlation, 0.0)
        && segment.churn_clock == ChurnClock::Month;
    let stated = (segment.new_cohort || of_ages) && segment.churn_beta.is_some() && at_any_time;
    let even = is(segment.duration_dependence, 1.0);
    if !even && !stated && ctx.are_sound(&[segment.duration_dependence]) {
        let (reason, remedy) = (Saying::new("reason-duration"), Saying::new("fix-duration"));
        let fault = Fault::order(&table.path_of("duration_dependence"), reason, remedy);
        ctx.fault(fault, &table.span_of("duration_dependence"));
    }
}

/// The shares of the six categories: as given, where one that is left out is 0, or the default mix.
fn categories(
    ctx: &mut Context,
    table: &mut Reader,
    segment: &str,
    groups: &mut Vec<Group>,
) -> [NumberId; 6] {
    let path = table.path_of("categories");
    let key = ctx.key(&path);
    let span = table.span_of("categories");
    let given = table.shares(ctx, "categories");
    for (name, id) in given.iter().flatten() {
        if !key.choices.contains(name) {
            let span = ctx.numbers[*id].span.clone().unwrap_or_else(|| span.clone());
            let table = Saying::new("table-shares").with("path", path.as_str());
            let choices = Arg::all_of(key.choices.iter().map(String::as_str));
            let remedy = Saying::new("fix-categories").with("categories", choices);
            ctx.fault(Fault::unknown_key(shortened(name), table, remedy), &span);
        }
    }
    let members = Category::ALL.map(|category| {
        let found = given.iter().flatten().find(|(name, _)| name == category.key());
        match found {
            Some(&(_, id)) => id,
            None => category_left_out(ctx, &path, key, category, given.is_some()),
        }
    });
    let what = Saying::new("shares-categories").with("segment", shortened(segment));
    sum_to_one(ctx, what, members.to_vec(), span, groups);
    members
}

fn category_left_out(
    ctx: &mut Context,
    path: &str,
    key: &'static Key,
    category: Category,
    others_given: bool,
) -> NumberId {
    let default = match &key.default {
        Some(Fallback::Shares(shares)) if !others_given => shares.get(category.key()).copied(),
        _ => None,
    };
    let support = match default {
        Some(_) => (key.basis.unwrap_or(Basis::Assumed), key.source.clone()),
        None => (Basis::Assumed, THIS_DESIGN.to_owned()),
    };
    let path = format!("{path}.{}", category.key());
    add(ctx, &path, key, Distribution::Fixed(default.unwrap_or(0.0)), support, None)
}
