//! Stories of play, partners and charges.

use crate::trial::{BASELINE, PROGRAM, almost_always, clearly_above, edited, mean, play, scenario, without};
use loyalsim::design::ElementKind;
use loyalsim::simulate::Line;

/// The coalition of a small house loses money in nearly every trial; a house ten times as large earns by the same card, in most.
#[test]
fn the_candle_costs_more_than_the_game() {
    let net =
        |changes: &[(&str, &str)]| play(&scenario("coalition", changes), 100, 1_000, |t| t.net_effect());
    let small = net(&[]);
    almost_always("the coalition loses money", &small.iter().map(|e| *e < 0.0).collect::<Vec<_>>());
    let large = net(&[
        ("customers               = { value = 40_000", "customers = { value = 400_000"),
        ("new_customers_per_month = 700", "new_customers_per_month = 7_000"),
    ]);
    clearly_above("for a large house it pays", &large, 0.0);
}

/// The rise melts to little more than half, what is left of it does not pay for a quarter of the discount, and taking the discount away leaves less than
/// there would have been without it. But the worst month after the end costs less than one more month of the discount, and the whole
/// way out less than three.
#[test]
fn the_discount_trap_shuts_and_opens() {
    let story = |changes: &[(&str, &str)]| {
        play(&scenario("discount-trap", changes), 100, 1_000, |t| {
            let rise = |months: std::ops::Range<usize>, line: Line| {
                let of = |world| t.sum_over(world, months.clone(), line);
                of(PROGRAM) - of(BASELINE)
            };
            let late = rise(18..24, Line::ListRevenue) - rise(18..24, Line::CostOfGoods);
            let year_after: Vec<f64> = (24..36).map(|month| -t.earned(month..month + 1)).collect();
            Trap {
                early: rise(3..6, Line::Purchases) / t.sum_over(BASELINE, 3..6, Line::Purchases),
                late: rise(18..24, Line::Purchases) / t.sum_over(BASELINE, 18..24, Line::Purchases),
                pays_for: late / t.sum_over(PROGRAM, 18..24, Line::Discount),
                fall: -rise(24..25, Line::Purchases) / t.at(BASELINE, 24, Line::Purchases),
                left: -rise(33..36, Line::Purchases) / t.sum_over(BASELINE, 33..36, Line::Purchases),
                last_month: -t.earned(23..24),
                worst_after: year_after.iter().copied().fold(0.0, f64::max),
                way_out: year_after.iter().sum(),
                net: t.net_effect(),
            }
        })
    };
    let told = story(&[]);
    let of = |pick: fn(&Trap) -> f64| told.iter().map(pick).collect::<Vec<_>>();
    clearly_above("the early rise", &of(|t| t.early), 0.05);
    clearly_above("two thirds of the early rise above the late one", &of(|t| t.early / 1.5 - t.late), 0.0);
    clearly_above("a quarter of the discount above what the rise pays", &of(|t| 0.25 - t.pays_for), 0.0);
    clearly_above("the fall after the end", &of(|t| t.fall), 0.08);
    clearly_above("a year later it has nearly passed", &of(|t| 0.02 - t.left), 0.0);
    clearly_above("one more month costs more than any after", &of(|t| t.last_month - t.worst_after), 0.0);
    clearly_above("three months cost more than the way out", &of(|t| 3.0 * t.last_month - t.way_out), 0.0);
    almost_always("it loses money", &told.iter().map(|t| t.net < 0.0).collect::<Vec<_>>());
    let kept = story(&[("stop   = \"2028-01\"\n", "")]);
    let dearer: Vec<bool> = kept.iter().zip(&told).map(|(k, t)| k.net < t.net).collect();
    almost_always("going on costs more than ending it", &dearer);
}

/// What one trial says of the discount trap.
struct Trap {
    early: f64,
    late: f64,
    pays_for: f64,
    fall: f64,
    left: f64,
    last_month: f64,
    worst_after: f64,
    way_out: f64,
    net: f64,
}

/// Charges bring most in the first year and lose from the third on; the score falls, and the loss of customers grows from year to year.
/// Over two years they pay, over five they lose: that is the trap.
#[test]
fn charges_are_bad_profit() {
    let told = play(&scenario("bad-profit", &[]), 100, 1_000, |t| {
        let year = |year: usize| 12 * year..12 * (year + 1);
        let fees = |y| t.sum_over(PROGRAM, year(y), Line::FeeIncome);
        let lost =
            |y: usize| t.at(BASELINE, 12 * y + 11, Line::Active) - t.at(PROGRAM, 12 * y + 11, Line::Active);
        let score = t.nps(BASELINE, 59) - t.nps(PROGRAM, 59);
        // the set-up cost stands in the first year
        let earned = |y| t.earned(year(y)) + t.sum_over(PROGRAM, year(y), Line::SetupCost);
        (
            [fees(0), fees(1), fees(2), fees(4)],
            [0, 1, 2, 3, 4].map(lost),
            score,
            [earned(0) + earned(1), earned(2), earned(4)],
            t.net_effect(),
        )
    });
    almost_always("fees come in", &told.iter().map(|t| t.0[0] > 1e6).collect::<Vec<_>>());
    for (one, next) in [(0, 1), (1, 2)] {
        let falls: Vec<f64> = told.iter().map(|t| t.0[one] - t.0[next]).collect();
        clearly_above("fees fall from the first year to the third", &falls, 0.0);
    }
    let never_back: Vec<f64> = told.iter().map(|t| 0.95 * t.0[0] - t.0[3]).collect();
    clearly_above("and do not come back", &never_back, 0.0);
    for year in 0..4 {
        let grows: Vec<f64> = told.iter().map(|t| t.1[year + 1] - t.1[year]).collect();
        clearly_above("customers lost grow from year to year", &grows, 0.0);
    }
    clearly_above("customers lost", &told.iter().map(|t| t.1[4]).collect::<Vec<_>>(), 5_000.0);
    clearly_above("points of the score lost", &told.iter().map(|t| t.2).collect::<Vec<_>>(), 9.0);
    clearly_above("two years pay", &told.iter().map(|t| t.3[0]).collect::<Vec<_>>(), 0.0);
    clearly_above("the third loses", &told.iter().map(|t| -t.3[1]).collect::<Vec<_>>(), 0.0);
    clearly_above("the fifth more", &told.iter().map(|t| t.3[1] - t.3[2]).collect::<Vec<_>>(), 0.0);
    clearly_above("five years lose", &told.iter().map(|t| -t.4).collect::<Vec<_>>(), 0.0);
}

/// The chain's partners pay a part, contest and game take turns, and without its discounts the chain does better.
#[test]
fn electronics_uses_what_the_chain_has() {
    let whole = play(&scenario("electronics", &[]), 100, 1_000, |t| {
        let lines = [Line::PartnerIncome, Line::GiftCost, Line::ReturnsCost];
        (lines.map(|line| t.sum(PROGRAM, line)), t.net_effect())
    });
    almost_always(
        "partners pay, prizes and trade-ins cost",
        &whole.iter().map(|t| t.0.iter().all(|money| *money > 0.0)).collect::<Vec<_>>(),
    );
    let bare =
        play(&edited("electronics", &[], &["cumulative_discount", "seasonal_sale"]), 100, 1_000, |t| {
            t.net_effect()
        });
    let better: Vec<f64> = bare.iter().zip(&whole).map(|(b, w)| b - w.1).collect();
    almost_always(
        "the discounts cost more than they bring",
        &better.iter().map(|b| *b > 0.0).collect::<Vec<_>>(),
    );
}

/// Five touchpoints are asked and come to the 20 points of the case by their weights; the contact centre, which meets less than is
/// expected and demands more, is far below, and the average hides it. Asked before a rival has opened: one that has lowers the score.
#[test]
fn electronics_is_asked_at_five_touchpoints() {
    let mut design = scenario("electronics", &[]);
    design.rivals.clear();
    let weights = [3.0, 2.0, 3.0, 1.0, 1.0];
    assert_eq!(design.touchpoints.len(), weights.len());
    let told = play(&design, 100, 2_000, |t| {
        let each: [f64; 5] = [0, 1, 2, 3, 4].map(|place| t.touchpoint(BASELINE, place));
        let all: f64 = each.iter().zip(&weights).map(|(nps, weight)| nps * weight).sum();
        (all / weights.iter().sum::<f64>(), each[4], t.nps(BASELINE, 35))
    });
    let (all, se) = mean(&told.iter().map(|t| t.0).collect::<Vec<_>>());
    // a point and a half for what three years and the judgements leave over, and one seed in a thousand
    assert!((all - 20.0).abs() < 1.5 + 3.29 * se, "{all} ± {se}");
    let below: Vec<f64> = told.iter().map(|t| t.2 - t.1).collect();
    clearly_above("the contact centre below the whole", &below, 20.0);
}

/// The letter to those who have left pays for the program, though retention is lower with it, since those who come back leave again; months of double
/// points cost more than they bring.
#[test]
fn the_letter_pays_and_double_points_do_not() {
    let told = |design| {
        play(&design, 60, 1_000, |t| {
            (t.net_effect(), t.at(PROGRAM, 35, Line::Stayed) / t.at(PROGRAM, 24, Line::Start))
        })
    };
    let whole = told(scenario("second-letter", &[]));
    let beside = |element: &str| {
        let other = told(without("second-letter", &[element]));
        let less: Vec<(f64, f64)> =
            whole.iter().zip(&other).map(|(with, bare)| (with.0 - bare.0, with.1 - bare.1)).collect();
        (less.iter().map(|l| l.0).collect::<Vec<f64>>(), less.iter().map(|l| l.1).collect::<Vec<f64>>())
    };
    let (letter, stay) = beside("win_back");
    clearly_above("the letter", &letter, 200_000.0);
    clearly_above("retention without the letter", &stay.iter().map(|less| -less).collect::<Vec<_>>(), 0.001);
    let (event, _) = beside("points_event");
    clearly_above("what double points cost", &event.iter().map(|gain| -gain).collect::<Vec<_>>(), 20_000.0);
}

/// Every kind of element is in a scenario, where it can be seen at work.
#[test]
fn every_kind_is_in_a_scenario() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let stands = |table: &str| texts.iter().any(|text| text.lines().any(|line| line == table));
    let kinds = ElementKind::ALL.iter().map(|kind| kind.key);
    let missing: Vec<&str> = kinds
        .filter(|kind| !["program", "today"].iter().any(|whose| stands(&format!("[[{whose}.{kind}]]"))))
        .collect();
    assert!(missing.is_empty(), "in no scenario: {missing:?}");
}

/// Of eight proposals four earn, and four cost more than they bring; all together lose, the four alone hardly ever. With twice the returns
/// the guarantee takes more than the other three bring.
#[test]
fn four_of_eight_proposals_earn() {
    const TRIALS: u64 = 30;
    const DEAR: [&str; 4] = ["prize_draw", "subscription", "personal_offers", "staff_pay"];
    const SOUND: [&str; 4] = ["guarantee", "gift_card", "payment_terms", "mystery_shopping"];
    let net = |changes: &[(&str, &str)], elements: &[&str]| {
        play(&edited("home-improvement", changes, elements), TRIALS, 1_500, |t| t.net_effect())
    };
    let all = net(&[], &[]);
    clearly_above("all eight lose", &all.iter().map(|net| -net).collect::<Vec<_>>(), 0.0);
    for (kinds, sign) in [(DEAR, 1.0), (SOUND, -1.0)] {
        for kind in kinds {
            let others = net(&[], &[kind]);
            let gained: Vec<f64> = others.iter().zip(&all).map(|(o, all)| sign * (o - all)).collect();
            clearly_above(kind, &gained, 0.0);
        }
    }
    let sound = net(&[], &DEAR);
    clearly_above("the four alone earn", &sound, 4_000_000.0);
    let returns = (
        "low = 0.01, mode = 0.02, high = 0.04, basis = \"assumed\", source = \"judgement\" }\nloss",
        "low = 0.02, mode = 0.04, high = 0.08 }\nloss",
    );
    let brought_back = net(&[returns], &DEAR);
    clearly_above(
        "with twice the returns they lose",
        &brought_back.iter().map(|net| -net).collect::<Vec<_>>(),
        0.0,
    );
}
