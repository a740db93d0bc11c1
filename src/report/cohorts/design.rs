//! A design of a business under contract that runs, from what a table of cohorts tells.

use super::found::{CohortsFound, model};
use crate::fit::cohort::Kind;
use crate::fit::cohort_learn::Group;
use crate::report::calibration::{
    causes_of_leaving, certain, comment, digits, is_uncertain, measured, quoted, say, score,
};
use crate::words::{Value, Words};

/// Stronger correlations are told as this one.
const STRONGEST: f64 = 0.995;
/// Three that go together are told a little weaker than they are, so that rounding cannot make them contradict each other.
const WEAKER: f64 = 0.98;
/// Months that are simulated, unless a term is longer.
const HORIZON: u32 = 36;
/// What is estimated of a segment.
const KEYS: [&str; 3] = ["churn_shape", "churn_beta", "duration_dependence"];

/// The text of the design.
pub fn cohort_design(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    let mut text = head(found, words) + &business(found, words);
    let mut correlations = String::new();
    for (at, group) in found.shop.groups.iter().enumerate() {
        let [shape, beta, runs] = leaving(group, words);
        correlations += &together(at, group, [&shape, &beta, &runs]);
        text += &segment(found, group, [shape, beta, runs], words);
    }
    text += &format!("\n[churn]\n{}", causes_of_leaving(found.voice, "cohort-design-churn", words));
    text += &format!("\n{}", comment(words, "design-measured-program", &[]));
    if correlations.is_empty() { text } else { format!("{text}\n[correlations]\n{correlations}") }
}

fn head(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    let about: [(&'static str, Value); 4] = [
        ("file", found.file.as_str().into()),
        ("cohorts", found.table.cohorts.len().into()),
        ("customers", Value::Count(libm::round(found.customers()))),
        ("hash", found.hash.as_str().into()),
    ];
    let mut text = comment(words, "cohort-design-head", &about);
    text += &comment(words, "cohort-design-known", &[]);
    text += &comment(words, "cohort-design-unknown", &[]);
    let [title, bills] =
        ["cohort-design-title", "cohort-design-currency"].map(|key| quoted(&say(words, key, &[])));
    let months = HORIZON.max(found.shop.term.next_multiple_of(12));
    text + &format!(
        "\ntitle = {title}\ncurrency = {bills}\nstart = \"{}\"\nhorizon_months = {months}\n",
        found.start
    )
}

fn business(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    let shop = found.shop;
    let customers =
        certain(libm::round(shop.today).max(1.0), "measured", &say(words, "cohort-design-customers", &[]));
    let newcomers = match shop.newcomers {
        Some((newcomers, months)) => {
            let source = say(words, "cohort-design-newcomers", &[("months", months.into())]);
            measured("business.new_customers_per_month", newcomers.value, newcomers.error, &source)
        }
        None => certain(
            shop.today * (1.0 - shop.retention()) / 12.0,
            "assumed",
            &say(words, "cohort-design-level", &[]),
        ),
    };
    let mut text = format!("\n[business]\ncustomers = {customers}\nnew_customers_per_month = {newcomers}\n");
    let assumed = |key: &str| quoted(&say(words, key, &[]));
    text += &format!(
        "acquisition_cost = {{ low = 1, mode = 3, high = 6, basis = \"assumed\", source = {} }}\n",
        assumed("cohort-design-acquisition")
    );
    text += &format!(
        "gross_margin = {{ low = 0.4, mode = 0.6, high = 0.8, basis = \"assumed\", source = {} }}\n",
        assumed("cohort-design-margin")
    );
    let retention = say(words, "design-measured-retention", &[]);
    text += &format!(
        "annual_retention = {}\n",
        certain(shop.retention().clamp(0.05, 0.995), "measured", &retention)
    );
    text += &nps(found, words);
    let dated = found.table.dated();
    let age = say(words, if dated { "cohort-design-age" } else { "cohort-design-age-unknown" }, &[]);
    text + &format!(
        "age_months = {}\n",
        certain(shop.age as f64, if dated { "measured" } else { "assumed" }, &age)
    )
}

/// The score of a survey, or what is assumed.
fn nps(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    match &found.voice.nps {
        Some(asked) => format!("nps = {}\n", score(asked.score, asked.answers, found.voice, words)),
        None => {
            let ask = comment(words, "cohort-design-nps", &[]);
            ask + "nps = { low = -20, mode = 10, high = 40, basis = \"assumed\" }\n"
        }
    }
}

/// Correlations of the propensities of a group.
fn together(at: usize, group: &Group, written: [&str; 3]) -> String {
    let played = &group.played;
    let weaker = if played.runs().is_some() { WEAKER } else { 1.0 };
    let [with_shape, with_beta] = played.with_third;
    let pairs = [([0, 1], played.correlation), ([0, 2], with_shape), ([1, 2], with_beta)];
    let known = |k: &usize| !written[*k].is_empty() && is_uncertain(written[*k]);
    let known = pairs.into_iter().filter(|(pair, _)| pair.iter().all(known));
    known
        .map(|([one, other], strength)| {
            let strength = (weaker * strength).clamp(-STRONGEST, STRONGEST);
            format!("\"segment[{at}].{} ~ segment[{at}].{}\" = {strength:.3}\n", KEYS[one], KEYS[other])
        })
        .collect()
}

/// The propensities of a group as they are written; the last is empty where hazards do not run with tenure.
fn leaving(group: &Group, words: Words<'_>) -> [String; 3] {
    let played = &group.played;
    let about = [
        ("model", model(played.kind, words).into()),
        ("customers", Value::Count(libm::round(group.customers))),
    ];
    let source = say(words, "cohort-design-fit", &about);
    let written = |k: usize, value, error| measured(&format!("segment[].{}", KEYS[k]), value, error, &source);
    let of = |k: usize| written(k, played.parameters[k], played.errors[k]);
    [of(0), of(1), played.runs().map_or_else(String::new, |(runs, error)| written(2, runs, error))]
}

fn segment(
    found: &CohortsFound<'_>,
    group: &Group,
    [shape, beta, runs]: [String; 3],
    words: Words<'_>,
) -> String {
    let shop = found.shop;
    let name = group.name.clone().unwrap_or_else(|| say(words, "cohort-design-segment", &[]));
    let share = certain(group.today / shop.today, "measured", &say(words, "cohort-design-share", &[]));
    let term =
        say(words, if found.term_stated { "cohort-design-term" } else { "cohort-design-term-unknown" }, &[]);
    let basis = if found.term_stated { "measured" } else { "assumed" };
    let mut text =
        format!("\n[[segment]]\nname = {}\nshare = {share}\nbilling = \"contract\"\n", quoted(&name));
    text += &format!("contract_months = {}\n", certain(f64::from(shop.term), basis, &term));
    if let Some((early, error)) = group.played.early() {
        let source = say(words, "cohort-design-early", &[]);
        text += &format!("leaves_early = {}\n", measured("segment[].leaves_early", early, error, &source));
    }
    text += &format!("churn_shape = {shape}\nchurn_beta = {beta}\n");
    if !runs.is_empty() {
        text += &format!("duration_dependence = {runs}\n");
    }
    let change = match group.played.kind {
        Kind::ChangingNeeds => {
            let source = say(words, "cohort-design-change", &[]);
            measured("segment[].needs_change", group.played.change(), group.played.change_error(), &source)
        }
        _ => certain(0.0, "measured", &say(words, "cohort-design-no-change", &[])),
    };
    text += &format!("needs_change = {change}\n");
    text + &format!(
        "basket = {{ value = {}, basis = \"assumed\", source = {} }}\n",
        digits(1.0),
        quoted(&say(words, "cohort-design-bill", &[]))
    )
}
