//! Laws of the staff: what their loyalty does, what pay cannot do, what becomes of skill.

use loyalsim::plan::Plan;

use super::*;

/// A shop visited about monthly, with staff that cost money, and a program of these elements.
fn shop(more: &str) -> Design {
    let staffed = r#"
[staff]
employees = 200
pay_per_month = 2000
hiring_cost = 3000
"#;
    let segment = r#"
[[segment]]
name = "regulars"
share = 1
purchases_per_year = 12
basket = 30
"#;
    let business = SHOP.split("[[segment]]").next().unwrap_or_default();
    design(60, &format!("{business}{segment}{}", if more.contains("[staff]") { "" } else { staffed }), more)
}

fn program(elements: &str) -> String {
    format!("[program]\nlaunch = \"2026-01\"\nsetup_cost = 0\ncost_per_month = 0\n{elements}")
}

fn plan(design: &Design) -> Plan {
    Plan::new(design, &Truth::central(design), SEED, 0)
}

/// Share of proper contacts in the program's world less that in the baseline, by month.
fn gain(design: &Design) -> Vec<f64> {
    let plan = plan(design);
    let proper = |world: usize| plan.worlds[world].levers[0].iter().map(|l| f64::from(l.proper_contacts));
    proper(1).zip(proper(0)).map(|(with, without)| with - without).collect()
}

/// Points of staff loyalty gained by a month.
fn loyalty_gained(design: &Design, month: usize) -> f64 {
    let plan = plan(design);
    100.0 * (plan.worlds[1].staff[month].loyalty - plan.worlds[0].staff[month].loyalty).get()
}

fn culture(experience: f64) -> Design {
    shop(&program(&format!("[[program.staff_culture]]\nraises_experience_to = {experience}\n")))
}

/// Exact, within rounding: five points of staff loyalty are 1.3 points of customer impression, ten are 2.6 (Rucci, Kirn & Quinn
/// 1998). Revenue of the third year rises by half a per cent, .385 % for each point of impression, and by twice that for the second. The
/// conversion of impression into contacts was set so; bounds are three standard errors of these 90 trials away from the
/// published numbers: correct code fails on one seed in 200, half or twice the effect always.
#[test]
fn staff_loyalty_reaches_revenue_as_at_sears() {
    let mut growth = Vec::new();
    for (experience, points) in [(0.65, 5.0), (0.8, 10.0)] {
        let design = culture(experience);
        let late = 59;
        assert!((loyalty_gained(&design, late) - points).abs() < 0.001);
        // with the most likely slope and 0.0075 contacts a point; turnover falls too, so contacts gain a little more
        let truth = Truth::central(&design);
        let impression = gain(&design)[late] / truth[design.staff.contacts_per_impression];
        let slope = truth[design.staff.impression_per_loyalty];
        assert!(impression > slope * points && impression < 1.35 * slope * points, "{impression}");
        growth.push(Mean::over(&play(&design, 3000, 90), |t| {
            100.0 * (sum(t, 1, 24..36, Line::ListRevenue) / sum(t, 0, 24..36, Line::ListRevenue) - 1.0)
        }));
    }
    for (growth, published) in growth.iter().zip([0.5, 1.0]) {
        assert!(growth.error < 0.05 && growth.z(published).abs() < 3.0, "{growth:?}");
    }
}

/// Pay buys presence: who is paid fairly does not serve better for more pay, only leaves less. Who is paid too little does both.
/// Far above the fair pay, in a poor culture, service gets worse. Exact.
#[test]
fn pay_alone_does_not_motivate() {
    let raised = |by: f64, staff: &str| {
        shop(&format!("{staff}\n{}", program(&format!("[[program.staff_pay]]\nraises_pay_by = {by}\n"))))
    };
    let turnover =
        |d: &Design| plan(d).worlds.iter().map(|w| w.staff[40].turnover_per_year()).collect::<Vec<_>>();
    let fair = raised(0.15, "");
    assert!(loyalty_gained(&fair, 40).abs() < 1e-9);
    assert!(turnover(&fair)[1] < turnover(&fair)[0]);
    let poor = raised(0.15, "[staff]\npay_against_fair = 0.8");
    assert!(loyalty_gained(&poor, 40) > 5.0);
    assert!(turnover(&poor)[1] < turnover(&poor)[0]);
    let greedy = raised(0.8, "[staff]\nexperience = 0.2\nmeaning = 0.2");
    assert!(loyalty_gained(&greedy, 40) < -5.0);
    assert!(gain(&greedy)[40] < 0.0);
    let good_culture = raised(0.8, "[staff]\nexperience = 1\nmeaning = 1");
    assert!(loyalty_gained(&good_culture, 40).abs() < 1e-9, "{}", loyalty_gained(&good_culture, 40));
    let cut = raised(-0.1, "");
    assert!(loyalty_gained(&cut, 40) < -3.0 && turnover(&cut)[1] > turnover(&cut)[0]);
}

/// A good culture lets pay be lower: what is unfair pay in the middle is fair pay in the best. Exact.
#[test]
fn culture_replaces_pay() {
    let paid = |staff: &str| {
        let design = shop(&format!("{staff}\n{}", program("[[program.staff_pay]]\nraises_pay_by = 0.1\n")));
        loyalty_gained(&design, 40)
    };
    assert!(paid("[staff]\npay_against_fair = 0.9") > 4.0);
    assert!(paid("[staff]\npay_against_fair = 0.9\nexperience = 1\nmeaning = 1").abs() < 1e-9);
}

/// Conditions show with the lag: after six months 63 % of the way. Exact.
#[test]
fn behaviour_follows_conditions_with_a_lag() {
    let design = culture(0.8);
    let share = loyalty_gained(&design, 5) / 10.0;
    assert!((share - (1.0 - (-1.0f64).exp())).abs() < 1e-6, "{share}");
}

/// A course fades by its half-life and leaves with those who leave; test visits, if there are many, keep half of it from being forgotten; an end
/// of the training is an end of the teaching, not of what has been learned. Exact.
#[test]
fn skill_fades_and_leaves_with_people() {
    let trained = |turnover: f64, more: &str| {
        let staff = format!("[staff]\nturnover_per_year = {turnover}\n");
        let course = format!("[[program.staff_training]]\nlifts_proper_contacts_to = 0.4\n{more}");
        gain(&shop(&format!("{staff}{}", program(&course))))
    };
    let course = trained(0.3, "fades_half_life_months = 15\n");
    assert!((course[0] - 0.25).abs() < 1e-6);
    let left = 0.25 * 0.5f64.powf(12.0 / 15.0) * 0.7;
    assert!((course[12] - left).abs() < 1e-6, "{} {left}", course[12]);
    let nobody_leaves = trained(0.0, "fades_half_life_months = 15\n");
    assert!((nobody_leaves[15] - 0.125).abs() < 1e-6);
    let looked_at = trained(
        0.0,
        "fades_half_life_months = 15\n[[program.mystery_shopping]]\nvisits_per_month = 1_000_000\ncost_per_visit = 0\nraises_experience_by = 0\n",
    );
    assert!((looked_at[30] - 0.125).abs() < 1e-6, "{}", looked_at[30]);

    let ended = trained(0.3, "fades_half_life_months = 0\nuntil = \"2027-01\"\n");
    assert!((ended[11] - 0.25).abs() < 1e-6, "as long as it goes on nothing is lost");
    assert!(ended[12] > 0.2 && ended[12] < 0.25, "{}", ended[12]);
    assert!(ended[30] > 0.01 && ended.windows(2).skip(12).all(|w| w[1] < w[0]));
}

/// Test visits that praise and help raise service; visits used to punish lower it. Exact.
#[test]
fn test_visits_raise_or_spoil() {
    let visited = |by: f64| {
        let element = format!(
            "[[program.mystery_shopping]]\nvisits_per_month = 10\ncost_per_visit = 20\nraises_experience_by = {by}\n"
        );
        shop(&program(&element))
    };
    assert!(gain(&visited(0.1))[40] > 0.003 && gain(&visited(-0.1))[40] < -0.003);
    let tally = &play(&visited(0.1), 500, 1)[0];
    let service = |world| tally.total(world, 7, Line::ServiceCost);
    assert!((service(1) - service(0) - 200.0).abs() < 1e-6, "ten visits at twenty");
}

/// Pay and hiring are booked in both worlds: employees · pay, and employees · share leaving · cost of one. Exact.
#[test]
fn staff_have_their_lines_in_the_ledger() {
    let design = shop(&program("[[program.staff_pay]]\nraises_pay_by = 0.2\n"));
    let tally = &play(&design, 500, 1)[0];
    let plan = plan(&design);
    for (world, pay) in [(0, 400_000.0), (1, 480_000.0)] {
        for month in [0, 17, 59] {
            assert!((tally.total(world, month, Line::StaffPay) - pay).abs() < 1e-6);
            let hired = 200.0 * plan.worlds[world].staff[month].leaving.get() * 3000.0;
            assert!((tally.total(world, month, Line::HiringCost) - hired).abs() < 1e-6);
        }
    }
    assert!(tally.total(1, 40, Line::HiringCost) < tally.total(0, 40, Line::HiringCost));
}

/// Predictability is worth something by itself: the same share of proper contacts, treated more evenly, keeps more customers and
/// pleases them more. Without an effect, a mean of 24 trials passes five standard errors on fewer than one seed in ten thousand.
#[test]
fn even_service_keeps_customers() {
    let even = play(&shop(&program("[[program.quality]]\nunevenness = 0.2\n")), 1500, 24);
    let stayed = |t: &Tally| sum(t, 1, 23..24, Line::Stayed) - sum(t, 0, 23..24, Line::Stayed);
    assert!(Mean::over(&even, stayed).z(0.0) > 5.0);
    let promoters = |t: &Tally| sum(t, 1, 12..24, Line::Promoters) - sum(t, 0, 12..24, Line::Promoters);
    assert!(Mean::over(&even, promoters).z(0.0) > 5.0);
}

/// Half of the failures leaves half of the failures: within five standard errors, wrong on one seed in a million.
#[test]
fn quality_prevents_failures() {
    let better = play(&shop(&program("[[program.quality]]\nfailures_per_purchase = 0.01\n")), 1500, 24);
    let ratio = Mean::over(&better, |t| {
        let rate = |w| sum(t, w, 0..12, Line::Failures) / sum(t, w, 0..12, Line::Purchases);
        rate(1) / rate(0)
    });
    // 1 − (1 − f)^n is a little less than n·f
    assert!((ratio.value - 0.505).abs() < 0.01 + 5.0 * ratio.error, "{ratio:?}");
    let stayed = |t: &Tally| sum(t, 1, 23..24, Line::Stayed) - sum(t, 0, 23..24, Line::Stayed);
    assert!(Mean::over(&better, stayed).z(0.0) > 5.0);
}

/// The small gesture cannot be bought: better culture brings more of them and more promoters than its proper contacts alone; better
/// pay for those paid fairly brings none. Five standard errors of 24 trials.
#[test]
fn gestures_cannot_be_prescribed() {
    let promoters = |gestures: f64| -> Vec<f64> {
        let staff = format!("[staff]\ngestures_per_loyalty = {gestures}\n");
        let element = "[[program.staff_culture]]\nraises_experience_to = 1\nraises_meaning_to = 1\n";
        let design = shop(&format!("{staff}{}", program(element)));
        play(&design, 1500, 24).iter().map(|t| sum(t, 1, 12..24, Line::Promoters)).collect()
    };
    let more: Vec<f64> = promoters(0.05).iter().zip(&promoters(0.0)).map(|(a, b)| a - b).collect();
    assert!(Mean::of(&more).z(0.0) > 5.0, "{:?}", Mean::of(&more));
    let paid = plan(&shop(&program("[[program.staff_pay]]\nraises_pay_by = 0.15\n")));
    assert_eq!(paid.worlds[1].levers[0][40].delight, paid.worlds[0].levers[0][40].delight);
}
