//! What somebody has changed stays; the rest follows the new fit.

use super::*;

/// A design as a fit writes it: two segments whose numbers are `scale` times as large.
fn fitted(scale: f64, start: &str) -> String {
    let measured =
        |value: f64| format!("{{ normal = [{}, {}], basis = \"measured\" }}", value * scale, 0.1 * scale);
    let segment = |name: &str, share: f64, rate: f64| {
        format!(
            "[[segment]]\nname = \"{name}\"\nshare = {share}\npurchases_per_year = {}\npurchase_shape = {}\nbasket = 20\n\n",
            measured(rate),
            measured(2.0)
        )
    };
    format!(
        "# fitted {scale}\n\ntitle = \"Shop\"\ncurrency = \"EUR\"\nstart = \"{start}\"\nhorizon_months = 36\n\n[business]\ncustomers = {}\n\
         new_customers_per_month = 5\nacquisition_cost = 10\ngross_margin = {{ low = 0.2, mode = 0.35, high = 0.5 }}\n\
         annual_retention = 0.7\nnps = {{ normal = [30, 4], basis = \"measured\" }}\n\n{}{}[churn]\npreset = \"services-survey\"\n\n\
         [correlations]\n\"segment[0].purchases_per_year ~ segment[0].purchase_shape\" = {}\n",
        (1000.0 * scale).round(),
        segment("seldom", 0.6 / scale.max(1.0), 4.0),
        segment("often", 1.0 - 0.6 / scale.max(1.0), 20.0),
        0.3 * scale
    )
}

fn program(launch: &str) -> String {
    format!(
        "\n[program]\nlaunch = \"{launch}\"\nsetup_cost = 1000\ncost_per_month = 100\n\n[[program.special_offer]]\ndiscount = 0.05\n"
    )
}

fn refit(own: &str, now: &str) -> Refitted {
    refitted(own, &fitted(1.0, "2024-01"), now).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn an_untouched_design_becomes_the_new_fit() {
    let (before, now) = (fitted(1.0, "2024-01"), fitted(1.5, "2024-07"));
    let found = refit(&before, &now);
    assert_eq!(found.text, now);
    assert!(found.kept.is_empty() && !found.regrouped && !found.start_stays);
}

#[test]
fn edits_and_comments_stay() {
    let now = fitted(1.5, "2024-07");
    let own = fitted(1.0, "2024-01")
        .replace("customers = 1000\n", "customers = 52000 # the log is a sample\n")
        .replace("low = 0.2, mode = 0.35", "low = 0.25, mode = 0.3")
        .replace("[churn]", "# told by the board\n[churn]")
        + &program("2024-09");
    let found = refit(&own, &now);
    assert_eq!(found.kept, ["business.customers"]);
    for kept in [
        "customers = 52000 # the log is a sample",
        "low = 0.25",
        "# told by the board",
        "launch",
        "# fitted 1.5",
    ] {
        assert!(found.text.contains(kept), "{kept}: {}", found.text);
    }
    assert!(
        found.text.contains("normal = [6, ") && found.text.contains("start = \"2024-07\""),
        "{}",
        found.text
    );
}

/// A start after the launch is not allowed: the design keeps its own.
#[test]
fn a_program_that_began_holds_the_start() {
    let own = fitted(1.0, "2024-01") + &program("2024-03");
    let found = refit(&own, &fitted(1.5, "2024-07"));
    assert!(found.start_stays && found.text.contains("start = \"2024-01\""), "{}", found.text);
    assert!(found.text.contains("normal = [6, "), "{}", found.text);
}

/// One share set by hand, one rate set for certain: shares stay a whole, and what went together with the rate goes.
#[test]
fn what_belongs_together_stays_together() {
    let now = fitted(1.5, "2024-07");
    let own = fitted(1.0, "2024-01")
        .replace("share = 0.6", "share = 0.7")
        .replace("share = 0.4", "share = 0.3")
        .replacen(
            "purchases_per_year = { normal = [4, 0.1], basis = \"measured\" }",
            "purchases_per_year = 5",
            1,
        )
        .replace("\"segment[0].purchases_per_year ~ segment[0].purchase_shape\" = 0.3", "");
    let found = refit(&own, &now);
    assert!(found.text.contains("share = 0.7") && found.text.contains("share = 0.3"), "{}", found.text);
    assert!(found.text.contains("purchases_per_year = 5\n") && !found.text.contains(" ~ "), "{}", found.text);
}

/// What was asked of customers is not replaced by what is assumed where nobody was asked again.
#[test]
fn a_survey_outlives_a_fit_without_one() {
    let assumed = "nps = { low = -10, mode = 20, high = 50, basis = \"assumed\" }";
    let now = fitted(1.5, "2024-07").replace("nps = { normal = [30, 4], basis = \"measured\" }", assumed);
    assert!(refit(&fitted(1.0, "2024-01"), &now).text.contains("normal = [30, 4]"));
}

#[test]
fn segments_of_ones_own_are_left_alone() {
    let now = fitted(1.5, "2024-07");
    let own = fitted(1.0, "2024-01").replace("share = 0.4", "share = 0.3")
        + "\n[[segment]]\nname = \"gifts\"\nshare = 0.1\npurchases_per_year = 1\nbasket = 30\n";
    let found = refit(&own, &now);
    assert!(found.regrouped && found.text.contains("normal = [4, 0.1]"), "{}", found.text);
    assert!(found.text.contains("customers = 1500"), "{}", found.text);
}
