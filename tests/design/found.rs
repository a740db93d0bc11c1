//! Messages that were found wrong, or missing: one fault gives one problem, and that one says what is the matter.

use crate::FULL;
use loyalsim::design::{Design, Problems, Saying, Truth, TruthSampler, starter, starter_today};
use loyalsim::words::{Language, Words};

const EN: Words<'static> = Words::new(Language::En);

/// The starter design with `from` replaced by `to`.
pub fn changed(from: &str, to: &str) -> String {
    let text = starter("shop");
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn problems(text: &str) -> Problems {
    Design::parse(text).expect_err("the design has a fault")
}

/// What is said about the only problem, and the remedy.
pub fn only(text: &str) -> (String, String) {
    let problems = problems(text);
    assert_eq!(problems.count(), 1, "{}", EN.plain_problems(&problems));
    EN.problem(problems.iter().next().unwrap())
}

/// The warnings of a design.
fn warned(text: &str) -> Vec<Saying> {
    let design = Design::parse(text).unwrap_or_else(|problems| panic!("{problems}"));
    design.warnings.into_iter().map(|warning| warning.what).collect()
}

/// Rank correlations of 1 and −1 are possible: two numbers share their rank in every trial, or have opposite ones.
#[test]
fn two_numbers_may_move_together_in_every_trial() {
    for (rank, rises) in [("1", true), ("-1", false)] {
        let text = starter("shop")
            + &format!("\n[correlations]\n\"business.annual_retention ~ segment[0].basket\" = {rank}\n");
        let text = text.replacen("basket = 34", "basket = { low = 30, mode = 34, high = 40 }", 1);
        let design = Design::parse(&text).unwrap_or_else(|p| panic!("{}", EN.plain_problems(&p)));
        let sampler = TruthSampler::new(&design, 7);
        let (a, b) = (design.business.staying.number(), design.segments[0].basket);
        let mut pairs: Vec<(f64, f64)> =
            (0..200).map(|trial| sampler.draw(trial)).map(|truth: Truth| (truth[a], truth[b])).collect();
        pairs.sort_by(|x, y| x.0.total_cmp(&y.0));
        let ordered = pairs.windows(2).all(|pair| (pair[0].1 <= pair[1].1) == rises);
        assert!(ordered, "{rank}: {pairs:?}");
    }
}

#[test]
fn a_refused_number_causes_no_second_fault() {
    for share in
        ["share\t=\t1.5\t# доля", "share = \"40 %\"", "share = { low = 0.5, mode = 0.4, high = 0.3 }"]
    {
        only(&changed("share = 0.4", share));
    }
    only(&FULL.replacen("staff_attitude = 0.", "staff_attitude = 7.", 1));
    let missing = problems(&changed("share = 0.4\n", ""));
    assert_eq!(missing.count(), 1, "{missing}");
}

/// Of too many segments only the first are read: their shares add up to anything.
#[test]
fn too_many_segments_are_one_fault() {
    let (head, rest) = FULL.split_once("[[segment]]").unwrap();
    let (_, tail) = rest.split_once("[churn]").unwrap();
    let one = |i: usize| {
        format!("[[segment]]\nname = \"s{i}\"\nshare = 0.02\npurchases_per_year = 14\nbasket = 22\n")
    };
    let segments: String = (0..50).map(one).collect();
    let found = problems(&format!("{head}{segments}[churn]{tail}"));
    assert!(found.iter().any(|p| p.code() == "design::count"), "{found}");
    assert!(found.iter().all(|p| p.code() != "design::shares"), "{found}");
}

#[test]
fn characters_that_act_on_the_terminal_are_refused() {
    for (name, code) in [
        (r"Branch \u0000 x", "U+0000"),
        (r"\u001b[31mRED\u001b[0m", "U+001B"),
        (r"bell\u0007", "U+0007"),
        ("c1 \u{9b}31m", "U+009B"),
        ("spoof \u{202e}txt", "U+202E"),
        (r"isolate \u2067", "U+2067"),
        (r"over\rwritten", "U+000D"),
    ] {
        let (what, _) = only(&changed("name = \"occasional\"", &format!("name = \"{name}\"")));
        assert!(what.contains(code) && what.contains("segment[1].name"), "{what}");
        let (what, _) = only(&changed("title = \"shop\"", &format!("title = \"{name}\"")));
        assert!(what.contains(code), "{what}");
    }
    // A second line and a tab are text.
    Design::parse(&changed("title = \"shop\"", r#"title = "a\n\tb""#)).unwrap();
}

/// What stands in the file reaches the terminal spelt out, whatever else is wrong with it.
#[test]
fn messages_carry_no_control_characters() {
    for text in [
        changed("title = \"shop\"", "title = \"shop\"\n\"a\\u001b[31m\" = 1"),
        changed("title = \"shop\"", "title = \"\u{1b}[31m"),
        changed("name = \"occasional\"", "name = \"\u{202e}\u{9b}\""),
        changed("metric = \"net_effect\"", "metric = \"net\\u001b\""),
        changed("title = \"shop\"", "title \u{202e}= 1"),
    ] {
        let problems = problems(&text);
        for words in Language::ALL.map(Words::new) {
            let mut said = words.plain_problems(&problems);
            for problem in words.problems(&problems) {
                let theme = miette::GraphicalTheme::unicode_nocolor();
                miette::GraphicalReportHandler::new_themed(theme).render_report(&mut said, &problem).unwrap();
            }
            let acts = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
            assert!(!said.contains(acts), "{said:?}");
        }
    }
}

/// The line replaced, what stands there instead, and the warning with a part of its sentence.
const DISPROPORTIONATE: [(&str, &str, &str, &str); 20] = [
    ("nps = 22", "nps = 0.22", "check-unusual", "points from -100 to 100 (write 22"),
    ("nps = 22", "nps = -0.05", "check-unusual", "write -5"),
    (
        "{ low = 0.68, mode = 0.74, high = 0.80",
        "{ low = 0.06, mode = 0.07, high = 0.08",
        "check-unusual",
        "write 0.93",
    ),
    (
        "{ low = 0.68, mode = 0.74, high = 0.80",
        "{ low = 0.99, mode = 0.994, high = 0.995",
        "check-unusual",
        "for a year",
    ),
    ("gross_margin = 0.32", "gross_margin = 0.99", "check-unusual", "cost almost nothing"),
    ("purchases_per_year = 12", "purchases_per_year = 900", "check-unusual", "two purchases a day"),
    ("earn = 0.03", "earn = 0.6", "check-unusual", "0.03 for 3 %"),
    (
        "earn = 0.03",
        "earn = 0.03\nlarge_receipt = 60\nlarge_receipt_multiple = 20",
        "check-unusual",
        "more than half of what is spent",
    ),
    ("cost_of_capital = 0.10", "cost_of_capital = 0.9", "check-unusual", "0.1 for 10 %"),
    (
        "cost_of_capital = 0.10",
        "cost_of_capital = 0.10\nprice_inflation = 0.09",
        "check-interest",
        "contains inflation",
    ),
    ("price_gap = 0.05", "price_gap = 0.9", "check-unusual", "5 % cheaper"),
    ("nps = 22", "nps = { normal = [22, 200] }", "check-unusual", "standard deviation of 200"),
    ("new_customers_per_month = 1_200", "new_customers_per_month = 40_000", "check-newcomers", "80 %"),
    ("setup_cost = 40_000", "setup_cost = 90_000_000", "check-beyond", "in a year"),
    ("cost_per_month = 2_500", "cost_per_month = 2_500_000", "check-beyond", "a month"),
    ("cost_per_member_per_year = 0.5", "cost_per_member_per_year = 500", "check-beyond", "customer spends"),
    ("basket = 34", "basket = 0.034", "check-basket", "not thousands"),
    (
        "low = 10, mode = 18, high = 30",
        "low = 10_000, mode = 18_000, high = 30_000",
        "check-beyond",
        "ten years",
    ),
    ("earn = 0.03", "earn = 0.03\npoint_value = 400", "check-beyond", "largest typical purchase"),
    (
        "[program]\n",
        "[[program.subscription]]\nfee_per_year = 10_000\ndiscount = 0.05\n\n[program]\n",
        "check-beyond",
        "spends in a year",
    ),
];

#[test]
fn numbers_out_of_proportion_are_warned_about() {
    for (from, to, key, part) in DISPROPORTIONATE {
        let text = changed(from, to);
        let design = Design::parse(&text).unwrap_or_else(|p| panic!("{}", EN.plain_problems(&p)));
        let found: Vec<_> = design.warnings.iter().filter(|w| w.what.key == key).collect();
        let told: Vec<String> = found.iter().map(|warning| EN.warning(warning)).collect();
        assert!(told.iter().any(|told| told.contains(part)), "{to}: {told:?} of {:?}", design.warnings);
        for words in Language::ALL.map(Words::new) {
            for warning in &design.warnings {
                assert!(!words.warning(warning).contains("{$"), "{}", words.warning(warning));
            }
        }
    }
}

/// Charges and gifts are held against what the customers spend, prizes and pay against what the business takes in.
#[test]
fn elements_out_of_proportion_are_warned_about() {
    for element in [
        "[[program.charges]]\nfee_per_purchase = 100",
        "[[program.gift]]\ncost_per_gift = 1_000",
        "[[program.referral]]\nreward = 1_000",
        "[[program.messages]]\nper_month = 2\ncost_per_message = 50",
        "[[program.personal_offers]]\ncost_per_offer = 50",
        "[[program.prize_draw]]\nprizes_per_month = 100\nprize_cost = 50_000",
    ] {
        let text = changed("[program]\n", &format!("{element}\n\n[program]\n"));
        let keys: Vec<&str> = warned(&text).iter().map(|what| what.key).collect();
        assert!(keys.contains(&"check-beyond"), "{element}: {keys:?}");
    }
    let staff = changed("[program]\n", "[staff]\nemployees = 9_000\npay_per_month = 3_000\n\n[program]\n");
    assert!(warned(&staff).iter().any(|what| what.key == "check-beyond"));
}

/// None of the shipped scenarios is out of proportion.
#[test]
fn usual_businesses_are_left_in_peace() {
    for (path, text) in crate::designs_in("scenarios") {
        let alarm = |what: &&Saying| ["check-unusual", "check-newcomers", "check-beyond"].contains(&what.key);
        let warned = warned(&text);
        let alarms: Vec<_> = warned.iter().filter(alarm).collect();
        assert!(alarms.is_empty(), "{}: {alarms:?}", path.display());
    }
}

/// An age of the base is about somebody; where some segments have just joined, it is about the others.
#[test]
fn an_age_needs_customers_who_have_not_just_joined() {
    let aged = changed("[business]\n", "[business]\nage_months = 24\n");
    let first = aged.replacen("share = 0.4", "share = 0.4\nnew_cohort = \"yes\"", 1);
    assert!(Design::parse(&first).is_ok());
    let (what, _) = only(&first.replacen("share = 0.6", "share = 0.6\nnew_cohort = \"yes\"", 1));
    assert!(what.contains("business.age_months") && what.contains("just joined"), "{what}");
}

/// Without changes of needs a base is not level: what is put in the place of its past is told.
#[test]
fn needs_that_never_change_are_warned_of() {
    let never = changed("share = 0.4", "share = 0.4\nneeds_change = 0");
    let said = |text: &str| warned(text).iter().filter(|what| what.key == "check-unchanging").count();
    assert_eq!(said(&never), 1);
    assert_eq!(said(&never.replacen("[business]\n", "[business]\nage_months = 24\n", 1)), 0);
    assert_eq!(said(&never.replacen("needs_change = 0", "needs_change = 0\nnew_cohort = \"yes\"", 1)), 0);
}

/// How many customers stay is said once: for a year or for a month.
#[test]
fn retention_and_monthly_churn_exclude_each_other() {
    let month = changed("annual_retention = {", "monthly_churn = 0.03\nannual_retention = {");
    let (what, remedy) = only(&month);
    assert!(
        what.contains("`annual_retention`") && what.contains("`monthly_churn`") && remedy.contains("one"),
        "{what}"
    );
    let (what, _) = only(&changed("annual_retention = {", "# {"));
    assert!(what.contains("business.annual_retention"), "{what}");
    let alone = changed("annual_retention = {", "monthly_churn = 0.03 # {");
    assert!(Design::parse(&alone).is_ok());
    let (what, _) = only(&alone.replacen("monthly_churn = 0.03", "monthly_churn = 0.6", 1));
    assert!(what.contains("0.0005 to 0.5"), "{what}");
    // of those who buy half a time a year few can leave at a purchase of the month
    let rare =
        alone.replacen("purchases_per_year = 12", "purchases_per_year = 0.5\nchurn_clock = \"purchase\"", 1);
    let (what, remedy) = only(&rare.replacen("monthly_churn = 0.03", "monthly_churn = 0.2", 1));
    assert!(what.contains("business.monthly_churn") && what.contains("0.0005 to 0.0"), "{what}");
    assert!(remedy.contains("within a month"), "{remedy}");
}

/// A segment may say it in the other way than the business.
#[test]
fn a_segment_may_say_its_churn_by_the_month() {
    let text = changed("purchases_per_year = 12", "purchases_per_year = 12\nmonthly_churn = 0.02");
    let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!([0, 1].map(|s: usize| design.segments[s].staying.months()), [1, 12]);
    assert!((design.monthly_hazard(design.segments[0].staying) - 0.020_203).abs() < 1e-6);
}

/// Shares of newcomers left fall from month to month, and nothing is fitted where the parameters are stated.
#[test]
fn newcomers_only_become_fewer() {
    let with = |table: &str| changed("share = 0.4", &format!("share = 0.4\nnewcomers_retention = {table}"));
    assert!(Design::parse(&with("{ month_1 = 0.9, month_6 = 0.7 }")).is_ok());
    let (what, _) = only(&with("{ month_1 = 0.7, month_6 = 0.7 }"));
    assert!(what.contains("newcomers_retention.month_6") && what.contains("after month 1"), "{what}");
    let (what, remedy) = only(&with("{ month_13 = 0.7 }"));
    assert!(what.contains("month_13") && remedy.contains("month_12"), "{what} {remedy}");
    let (what, _) = only(&with("{ month_1 = 0.9 }\nchurn_beta = 20"));
    assert!(what.contains("`churn_beta`") && what.contains("`newcomers_retention`"), "{what}");
}

/// Terms that contradict each other, each with its own message and remedy, at the line in which they stand.
#[test]
fn contradictory_terms_are_refused() {
    let points = |lines: &str| changed("earn = 0.03", &format!("earn = 0.03\n{lines}"));
    let group = |name: &str| format!("[[product_group]]\nname = \"{name}\"\nshare = 1\n\n[program]");
    for (text, said, remedy) in [
        (
            points("active_after_days = 365\nredeem_chance = 0.4")
                .replace("expiry_months = 18", "expiry_months = 6"),
            "active after 365 days",
            "live longer",
        ),
        (
            points("redeemed_for = \"rewards\"").replace("minimum_to_redeem", "welcome_points"),
            "a reward costs",
            "price of a reward",
        ),
        (points("name = \"7\""), "cannot be told from a place", "no number"),
        (points("groups = [\"dry\"]"), "names the product group \"dry\"", "[[product_group]]"),
        (
            points("groups = [\"fres\"]").replacen("[program]", &group("fresh"), 1),
            "names the product group \"fres\"",
            "fresh",
        ),
    ] {
        let (found, what_to_do) = only(&text);
        assert!(found.contains(said) && what_to_do.contains(remedy), "{found} / {what_to_do}");
    }
    let two = format!(
        "{}\n[[program.club]]\nname = \"Same\"\n[[program.club]]\nname = \"Same\"\n",
        starter("shop")
    );
    assert!(only(&two).0.contains("Same"), "{:?}", only(&two));
    let club = format!(
        "{}\n[[program.club]]\ngroups = [\"fresh\"]\n",
        starter("shop").replacen("[program]", &group("fresh"), 1)
    );
    assert!(only(&club).0.contains("takes nothing off prices"), "{:?}", only(&club));
    let tiers =
        "\n[[program.tiers]]\nsteps = [{ name = \"gold\", spend_per_year = 500, purchases_per_year = 9 }]\n";
    let both = only(&format!("{}{tiers}", starter("shop"))).0;
    assert!(both.contains("spend_per_year") && both.contains("purchases_per_year"), "{both}");
}

/// At a retention of about 80 % one in a hundred thousand stays for fifty years.
#[test]
fn a_condition_that_nobody_meets_is_told() {
    let asks =
        |months: u32| warned(&changed("[program]", &format!("[program]\nentry_tenure_months = {months}")));
    let told = |warnings: &[Saying]| warnings.iter().any(|what| what.key == "check-out-of-reach");
    assert!(told(&asks(600)) && !told(&asks(24)), "{:?}", asks(600));
    let club =
        |months: u32| warned(&format!("{}\n[[program.club]]\ntenure_months = {months}\n", starter("shop")));
    assert!(told(&club(600)) && !told(&club(0)), "{:?}", club(600));
}

/// Points outstanding that were never issued: money in the place of points, or a launch of last month. Thrice what was issued is believed.
#[test]
fn points_that_were_never_issued_are_refused() {
    let text = starter_today("shop");
    let all = |points: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with("points_outstanding")).unwrap();
        text.replacen(line, &format!("points_outstanding = {points}"), 1)
    };
    assert!(Design::parse(&all("100")).is_ok());
    let (said, remedy) = only(&all("90_000_000_000"));
    assert!(said.contains("ever have issued") && remedy.contains("`point_value`"), "{said} / {remedy}");
}

#[test]
fn points_without_members_are_refused() {
    let text = starter_today("shop");
    let nobody = text.replacen("members = { value = 0.55, basis = \"assumed\" }", "members = 0", 1);
    assert!(nobody != text && Design::parse(&text).is_ok());
    let (said, remedy) = only(&nobody);
    assert!(
        said.contains("nobody holds any") && remedy.contains("`points_outstanding`"),
        "{said} / {remedy}"
    );
}
