//! Elements that had better not live together: each unwise design has the warning that says why, and its sensible sister has none of it.

use loyalsim::design::Design;

const SHOP: &str = r#"
title = "Shop"
currency = "EUR"
start = "2026-01"

[business]
customers = 20_000
new_customers_per_month = 400
acquisition_cost = 15
gross_margin = 0.4
annual_retention = 0.75
nps = 20

[[segment]]
name = "families"
share = 0.6
purchases_per_year = 12
basket = 40

[[segment]]
name = "occasional"
share = 0.3
purchases_per_year = 3
basket = 25

[[segment]]
name = "members"
share = 0.1
billing = "contract"
contract_months = 12
basket = 25
"#;

const GUARANTEE: &str = "[[program.guarantee]]\n";
const OFFER: &str = "[[program.special_offer]]\nevery_months = 1\ntake_up = 1\ndiscount = 0.05\n";
const TIERS: &str =
    "[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 500, earn_multiple = 2 }]\n";
const REFERRAL: &str = "[[program.referral]]\nreward = 5\n";

/// The warnings of a program with these elements.
fn codes(elements: &str, business: [&str; 2]) -> Vec<String> {
    let text = format!(
        "{}\n[program]\nlaunch = \"2026-03\"\nsetup_cost = 1_000\ncost_per_month = 100\n{elements}",
        SHOP.replace(business[0], business[1])
    );
    let design = Design::parse(&text).unwrap_or_else(|p| panic!("{p}\n{text}"));
    design.warnings.iter().map(|warning| warning.code()).collect()
}

/// Code, keys of the program, unwise elements, sensible elements.
fn cases() -> Vec<(&'static str, String, String)> {
    let sale = |discount: f64| {
        format!(
            "{OFFER}[[program.seasonal_sale]]\nmonths = [1]\nopen_to = \"members\"\ndiscount = {discount}\n"
        )
    };
    let points = "[[program.points]]\nearn = 0.02\n";
    let turns = |calendar: &str| format!("{points}[[program.game]]\nwin_chance = 0.01\n{calendar}\n");
    let gift = |cost: u32, from: u32| {
        format!(
            "[[program.gift]]\noccasion = \"spend\"\nsegments = [\"families\", \"occasional\"]\ncost_per_gift = {cost}\nfrom_spend = {from}\nwithin_months = 6\n"
        )
    };
    let letters = |pace: u32, lift: f64| {
        format!(
            "[[program.messages]]\nper_month = {pace}\ncost_per_message = 0.1\n[behaviour]\nmessage_lift = {lift}\nmessage_tried = 4\n"
        )
    };
    vec![
        (
            "design::revalued",
            format!("{points}until = \"2027-01\"\n{points}from = \"2027-01\"\npoint_value = 0.5\n"),
            format!("{points}until = \"2027-01\"\n{points}from = \"2027-01\"\n"),
        ),
        ("design::hidden", sale(0.05), sale(0.1)),
        ("design::hidden", sale(0.03), sale(0.03).replace("open_to = \"members\"", "")),
        ("design::no_points", TIERS.into(), format!("{TIERS}{points}")),
        (
            "design::no_points",
            format!("{TIERS}{points}segments = [\"families\"]\n")
                .replace("[[program.tiers]]\n", "[[program.tiers]]\nsegments = [\"occasional\"]\n"),
            format!("{TIERS}{points}segments = [\"families\"]\n"),
        ),
        (
            "design::twice",
            GUARANTEE.repeat(2),
            format!("{GUARANTEE}until = \"2027-01\"\n{GUARANTEE}from = \"2027-01\"\n"),
        ),
        (
            "design::not_shared",
            format!("{TIERS}{points}").replace("steps", "partners_pay = 0.5\nsteps"),
            format!("{TIERS}{points}partners_pay = 0.5\n"),
        ),
        ("design::no_discount", OFFER.replace("0.05", "0"), String::from(OFFER)),
        (
            "design::out_of_reach",
            format!("{OFFER}tenure_months = 600\n"),
            format!("{OFFER}tenure_months = 24\n"),
        ),
        // of those under contract nobody buys more
        (
            "design::nobody_buys_more",
            String::from("[[program.payment_terms]]\nsegments = [\"members\"]\n"),
            String::from("[[program.payment_terms]]\n"),
        ),
        ("design::bare_tiers", TIERS.replace(", earn_multiple = 2", ""), String::from(TIERS)),
        ("design::far_target", gift(3, 100_000), gift(3, 300)),
        ("design::dear_gift", gift(160, 300), gift(140, 300)),
        ("design::gift_above_spend", gift(300, 300), gift(160, 300)),
        // where any purchase is enough, the smallest usual one is paid
        ("design::dear_gift", gift(15, 0), gift(10, 0)),
        ("design::messages_untried", letters(5, 0.05), letters(3, 0.05)),
        ("design::message_lift", letters(3, 20.0), letters(3, 0.5)),
        ("design::never", turns("until = \"2026-08\"\ncalendar = [12]"), turns("calendar = [12]")),
    ]
}

#[test]
fn unwise_combinations_are_warned_about() {
    for (code, unwise, sensible) in cases() {
        let found = codes(&unwise, ["", ""]);
        assert!(found.iter().any(|c| c == code), "{code} not in {found:?}\n{unwise}");
        let found = codes(&sensible, ["", ""]);
        assert!(!found.iter().any(|c| c == code), "{code}\n{sensible}");
    }
}

/// Nobody brings friends to a shop he warns of.
#[test]
fn a_reward_makes_no_promoters() {
    let no_promoters = "design::no_promoters".to_owned();
    assert!(codes(REFERRAL, ["nps = 20", "nps = -5"]).contains(&no_promoters));
    assert!(!codes(REFERRAL, ["", ""]).contains(&no_promoters));
}

/// What is written of a change and has no effect is said, and what has one is not.
#[test]
fn keys_of_a_change_that_count_for_nothing_are_named() {
    let today = include_str!("../designs/today.toml");
    let found = |from: &str, to: &str| -> Vec<String> {
        assert!(today.contains(from), "{from}");
        let design = Design::parse(&today.replacen(from, to, 1)).unwrap_or_else(|p| panic!("{p}"));
        let idle = ["design::counts_for_nothing", "design::announced", "design::no_tiers"];
        design.warnings.iter().map(|w| w.code()).filter(|code| idle.contains(&code.as_str())).collect()
    };
    // points are void, members are moved, and no tier has a discount
    assert_eq!(found("points_rate = 1", "points_rate = 0.5"), ["design::counts_for_nothing"; 3]);
    assert_eq!(found("points_rate = 1\n", "").len(), 2);
    assert_eq!(found("members = \"moved\"", "members = \"join_anew\"").len(), 2);
    assert_eq!(found("earn_multiple = 2 }", "earn_multiple = 2, discount = 0.05 }").len(), 2);
    assert!(found("announced_months = 2", "announced_months = 7").contains(&"design::announced".to_owned()));
    assert!(!found("announced_months = 2", "announced_months = 6").contains(&"design::announced".to_owned()));
}

/// A rate of conversion, and a share who join again, that no consultant would defend.
#[test]
fn a_change_keeps_its_proportions() {
    let today = include_str!("../designs/today.toml").replacen("\"void\"", "\"converted\"", 1);
    let found = |from: &str, to: &str| -> Vec<String> {
        let text = today.replacen(from, to, 1);
        let design = Design::parse(&text).unwrap_or_else(|p| panic!("{p}"));
        let of_interest = ["design::conversion", "design::nobody_rejoins"];
        design.warnings.iter().map(|w| w.code()).filter(|code| of_interest.contains(&code.as_str())).collect()
    };
    for (rate, said) in [("0", 1), ("0.1", 1), ("0.5", 0), ("2", 0), ("1000", 1)] {
        assert_eq!(found("points_rate = 1", &format!("points_rate = {rate}")).len(), said, "{rate}");
    }
    let rejoin = |share: &str| {
        found(
            "members = \"moved\"\nrejoin_share = 0.8",
            &format!("members = \"join_anew\"\nrejoin_share = {share}"),
        )
    };
    assert_eq!(rejoin("0"), ["design::nobody_rejoins"]);
    assert!(rejoin("0.1").is_empty());
}

/// Points are as old as points can be.
#[test]
fn ages_that_no_point_has_are_refused() {
    let refused = |ages: &str| {
        let today = include_str!("../designs/today.toml");
        let text = today.replacen("month_6 = 0.4", ages, 1);
        assert_ne!(text, today);
        Design::parse(&text).unwrap_err().to_string()
    };
    for (ages, says) in [
        ("month_60 = 0.4", "points-too-old"),
        ("month_6 = 0.5", "shares-points-by-age"),
        ("month_06 = 0.4", "unknown-key"),
        ("june = 0.4", "unknown-key"),
    ] {
        assert!(refused(ages).contains(says), "{ages}: {}", refused(ages));
    }
    let today = include_str!("../designs/today.toml").replacen("expiry_months = 12", "expiry_months = 0", 1);
    assert!(Design::parse(&today).unwrap_err().to_string().contains("points-never-expire"));
}

/// Points belong to somebody.
#[test]
fn points_of_nobody_are_refused() {
    let today = include_str!("../designs/today.toml").replacen("members = 0.5", "members = 0", 1);
    let problems = Design::parse(&today).unwrap_err().to_string();
    assert!(problems.contains("points-of-nobody"), "{problems}");
    assert!(
        Design::parse(&today.replacen("points_outstanding = 4_000_000", "points_outstanding = 0", 1)).is_ok()
    );
}
