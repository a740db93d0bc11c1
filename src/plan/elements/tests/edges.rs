//! Elements that begin later, that are for some, that partners pay for, or of which there are two.

use super::several::changed;
use super::*;

/// What an element, or several, change in a segment and month.
pub(super) fn moves(elements: &str, segment: usize, month: usize) -> Vec<String> {
    told(&world(""), &world(&elements.replace(';', "\n")), segment, month)
}

#[track_caller]
pub(super) fn near(found: f32, expected: f64) {
    let close = (f64::from(found) - expected).abs() <= 1e-5 * expected.abs().max(1e-3);
    assert!(close, "{found}, not {expected}");
}

/// Novelty halves in a month, from the first one of the element on.
#[test]
fn novelty_begins_with_the_element() {
    let club = "[[program.club]];recognition = 0;lift = 0.02;from = '2026-03'";
    for (month, says) in [(1, ""), (2, "members true: lift 0.02"), (3, "members true: lift 0.01")] {
        assert_eq!(moves(club, 0, month).concat(), says, "{month}");
    }
    let offer = "[[program.special_offer]];discount = 0.2;every_months = 3;take_up = 0.3;from = '2026-02'";
    // noticed by three in ten in four months of a year: a hundredth of it is taken for granted
    let first = "offer 0.2 offer_passes 0.198 offer_take_up 0.3 offer_members true";
    for (month, says) in [(0, ""), (1, first), (2, "")] {
        assert_eq!(moves(offer, 0, month).concat(), says, "{month}");
    }
    // of those who subscribe in March a tenth decide in March, a half of the members may
    let subscription = "[[program.subscription]];fee_per_year = 60;discount = 0.1;take_up = 0.3;overconfident = 0;decides_chance = 0.1;\
                        sunk_cost = 0.03;lift = 0.05;resentment = 0.02;entitled_share = 0.5;from = '2026-03'";
    let says = "members true part.to 0.015 part.times 509 worth.from 600: discount 0.1 lift 0.05 hold 0.03 idle_harm 0.02 fee 5 a head";
    assert_eq!(moves(subscription, 0, 2)[0], says);
    assert_eq!(moves(subscription, 0, 1), [""; 0]);
}

/// A quarter, or a half, of what each kind of deal costs.
#[test]
fn partners_pay_their_share() {
    for (element, says) in [
        (
            "game]];win_chance = 0.01;discount = 0.1;excitement = 0;disappointment = 0;partners_pay = 0.25",
            "everyone: rebate 0.001 partner 0.00025 of spend",
        ),
        (
            "gift]];occasion = 'holiday';calendar = [1];cost_per_gift = 1.5;fits = 0.6;delight = 0;harm = 0;partners_pay = 0.5",
            // what fits is 0.0015 of a year's spend, a twentieth of what is noticed
            "members true: hold 0.000075 gift 1.5 a head partner 0.75 a head",
        ),
        (
            "payment_terms]];take_up = 0.2;months = 10;bad_debt = 0.03;lift = 0;partners_pay = 0.5",
            "everyone: partner 0.008 of spend finance 0.016 of spend",
        ),
        (
            "trade_in]];take_up = 0.05;allowance = 0.15;resale = 0.4;lift = 0;partners_pay = 0.5",
            "everyone: partner 0.00225 of spend returns 0.0045 of spend",
        ),
        (
            "personal_offers]];discount = 0.1;reach = 0.3;relevance = 1;lift = 0;cost_per_offer = 0.2;partners_pay = 0.5",
            "members true chance.to 0.3 chance.times 3: discount 0.1 passes 0.091 running 0.2 a head partner 0.1 a head partner 0.05 of spend",
        ),
    ] {
        assert_eq!(moves(&format!("[[program.{element}"), 0, 0), [says], "{element}");
    }
}

/// A discount on some goods shifts what is sold to them: where it is noticed, and while it passes.
#[test]
fn goods_that_are_sold_more() {
    // a quarter of an eighth is a thirty-second
    let noticed = ("novelty_memory = 0.5", "novelty_memory = 0.5\nnoticeable_discount = 0.03125");
    let goods = |element: &str| {
        let world = changed(&[noticed], &format!("[[program.{element}\ngroups = ['x']\n"));
        world.deals[0][0]
            .iter()
            .map(|deal| deal.money[Flow::Goods as usize][Per::Spend as usize])
            .sum::<f32>()
    };
    let sale = |discount: f64| goods(&format!("seasonal_sale]]\nmonths = [1]\ndiscount = {discount}"));
    // margins of 0.6 and not 0.3
    near(sale(0.125), 0.3 * (-0.03125f64).exp_m1());
    assert_eq!(sale(0.12), 0.0);
    let offers = |share: f64| {
        goods(&format!("personal_offers]]\ndiscount = {share}\nreach = 0.3\nrelevance = 1\nlift = 0"))
    };
    near(offers(0.2), 0.3 * (-0.05f64).exp_m1());
    assert_eq!(goods("preferential_terms]]\ndiscount = 0.2"), 0.0);
}

/// Of 125 who may take part a tenth do: prizes of 2.5 are 0.2 for each. Where less than one does, he gets all of them.
#[test]
fn those_who_take_part_share_the_prizes() {
    let contest = |more: &str| {
        format!(
            "[[program.contest]];prizes_per_month = 2.5;excitement = 0.1;involvement = 0.02;disappointment = 0;attraction = 0.01;{more}"
        )
    };
    let some = contest("taking_part = 0.1;entitled_share = 0.5;segments = ['a']");
    assert_eq!(
        moves(&some, 0, 0),
        [
            "attraction 0.010667",
            "members true part.to 0.05 part.times 509: lift 0.08 warmth 0.016",
            "gifts 2.5"
        ]
    );
    let one = contest("taking_part = 0.001");
    assert_eq!(
        moves(&one, 0, 0),
        [
            "attraction 0.00038447",
            "members true part.to 0.001 part.times 509: lift 0.098039 warmth 0.019608",
            "gifts 2.5"
        ]
    );
    // where everybody wins nobody is disappointed
    let draw = "[[program.prize_draw]];prizes_per_month = 1000;prize_cost = 5;excitement = 0.04;odds_that_halve = 0.01;disappointment = 0.001";
    assert_eq!(moves(draw, 0, 0), ["members true: lift 0.0199", "gifts 5000"]);
}

/// A calendar year that has just begun is not reviewed, one that has ended with the first month is; a year of the program's own is twelve months after it began.
#[test]
fn tiers_of_a_calendar_year() {
    let levers = |from: &str, more: &str| {
        let year = if more.contains("since_start") { "" } else { "year = 'calendar'\n" };
        let tiers = format!(
            "[[program.tiers]]\n{year}from = '{from}'\n{more}steps = [{{ name = 'gold', spend_per_year = 2400 }}]\n"
        );
        world(&tiers).levers.swap_remove(0)
    };
    let months = |from: &str, more: &str| {
        let levers = levers(from, more);
        let at = |on: fn(&crate::plan::levers::Levers) -> bool| {
            (0..levers.len()).filter(|month| on(&levers[*month])).collect::<Vec<_>>()
        };
        [at(|lever| lever.review), at(|lever| lever.demotion)]
    };
    assert_eq!(months("2026-03", ""), [vec![11, 23, 35], vec![14, 26]]);
    assert_eq!(months("2026-03", "year = 'since_start'\n"), [vec![13, 25], vec![16, 28]]);
    assert_eq!(months("2026-12", "grace_months = 1\n"), [vec![11, 23, 35], vec![12, 24]]);
    assert_eq!(months("2026-12", "grace_months = 11\n"), [vec![11, 23, 35], vec![22, 34]]);
}

/// To who spends a firm's money, of whom a half counts, a charge is half as dear: e^(−2 · 0.5 · 0.05) of the purchases are left, and where the contract holds them, of the charges.
#[test]
fn charges_on_who_spends_money_of_a_firm() {
    let charged = |buys: &str| {
        let buys = format!("{buys}\nfirm_benefit_counts = 0.5\n");
        let charges = "[[program.charges]]\nfee_per_purchase = 2.5\ncharged = 0.2\n";
        let deal = changed(&[("purchases_per_year = 12\n", &buys)], charges).deals[0][0][0];
        (deal.lift, deal.money[Flow::Fee as usize][Per::Purchase as usize])
    };
    let (lift, fee) = charged("purchases_per_year = 12");
    near(lift, (-0.05f64).exp_m1());
    near(fee, 2.5);
    near(charged("billing = 'contract'\ncontract_months = 12").1, 2.5 * (-0.05f64).exp());
}

/// What is sent adds up, and what it costs; others get what the more generous sends.
#[test]
fn two_mailings() {
    let mailing = |more: &str| format!("[[program.messages]];{more};");
    let both = mailing("per_month = 4;cost_per_message = 0.5;others = 0.3")
        + &mailing("per_month = 20;cost_per_message = 0.25;others = 0.1");
    // three times the optimum: 3² · e^(2 · (1 − 3)), and four too many, for one in ten of the others, too
    let says = "messages 24 message_lift 0.016484 message_burden 0.08 messages_to_others 0.3 cost_per_member 7 cost_of_messages 1.1";
    assert_eq!(moves(&both, 0, 0), [says, "members true: harm 0.0018", "everyone: harm 0.0002"]);
}

/// Where six messages were tried, seven lift as six do, ¾² · e^½, though eight are best; twelve lift less, 1.5² · e^−1, whether or not as many were tried.
#[test]
fn more_messages_than_were_tried_bring_no_more() {
    let lift = |per_month: f64, tried: f64| {
        let business =
            DESIGN.replace("message_shape = 2", &format!("message_shape = 2\nmessage_tried = {tried}"));
        let world = world_of(
            &business,
            &format!("[[program.messages]]\nper_month = {per_month}\ncost_per_message = 0\n"),
        );
        f64::from(world.levers[0][0].message_lift)
    };
    for (per_month, tried, by_hand) in [
        (6.0, 6.0, 0.092_741),
        (7.0, 6.0, 0.092_741),
        (7.0, 7.0, 0.098_308),
        (12.0, 6.0, 0.082_773),
        (12.0, 20.0, 0.082_773),
    ] {
        assert!(
            (lift(per_month, tried) - by_hand).abs() < 1e-6,
            "{per_month} {tried}: {}",
            lift(per_month, tried)
        );
    }
}

/// Of two of a kind the better counts, in either order.
#[test]
fn the_better_of_two() {
    for (one, other, says) in [
        ("staff_pay]];raises_pay_by = 0.1", "staff_pay]];raises_pay_by = 0.2", "raise 0.2"),
        (
            "staff_culture]];raises_experience_to = 0.8",
            "staff_culture]];raises_experience_to = 0.6;raises_meaning_to = 0.9",
            "experience 0.8 meaning 0.9",
        ),
        (
            "quality]];failures_per_purchase = 0.01;unevenness = 0.5",
            "quality]];failures_per_purchase = 0.015;unevenness = 0.3",
            "unevenness 0.3 failure 0.01005",
        ),
        (
            "seasonal_sale]];months = [1];discount = 0.2;open_to = 'members'",
            "seasonal_sale]];months = [1];discount = 0.1;open_to = 'members'",
            "member_sale 0.2 member_sale_passes 0.19861",
        ),
    ] {
        for [first, second] in [[one, other], [other, one]] {
            let found = moves(&format!("[[program.{first};[[program.{second}"), 0, 0);
            assert!(found.iter().any(|line| line == says), "{first}, {second}: {found:?}");
        }
    }
}

/// One after the other: the second is in force, and nothing of the first is missed meanwhile.
#[test]
fn fast_answers_one_after_the_other() {
    let first = "[[program.fast_response]]\nreaches = 0.3\nlift = 0.4\nuntil = '2026-03'\n";
    let second = "[[program.fast_response]]\nreaches = 0.5\nlift = 0.2\nfrom = '2026-03'\n";
    for elements in [[first, second], [second, first]] {
        let world = world(&elements.concat());
        let answered = [0, 2].map(|month| world.levers[0][month].answered);
        assert_eq!(answered.map(|of| of.share), [0.3, 0.5]);
        assert_eq!(answered.map(|of| of.lift), [0.4, 0.2]);
    }
}

/// At most all come back; of those whom nothing in the model drives, half had to go.
#[test]
fn who_comes_back() {
    let offer = |returns: f64, more: &str| {
        format!(
            "[[program.win_back]]\ndiscount = 0.5\nmonths = 12\ngift = 300\nreturns = {returns}\nafter_failure = 0.5\n{more}"
        )
    };
    let churn = (
        "[program]\n",
        "[churn]\ncauses = { quality = 0.4, involuntary = 0.3, unexplained = 0.3 }\n[program]\n",
    );
    let returns = changed(&[churn], &offer(0.9, "")).levers[0][0].win_back.returns;
    assert_eq!(returns, [0.5, 0.5, 1.0, 1.0, 1.0, 0.5]);
    let alone = ("[program]\n", "[churn]\ncauses = { quality = 0.4, involuntary = 0.6 }\n[program]\n");
    assert_eq!(changed(&[alone], &offer(0.9, "")).levers[0][0].win_back.returns[5], 0.0);
    let driven = ("[program]\n", "[churn]\ncauses = { quality = 1.0 }\n[program]\n");
    assert_eq!(changed(&[driven], &offer(0.9, "")).levers[0][0].win_back.returns[5], 1.0);
    let within = changed(&[], &offer(0.1, "within_months = 24\n")).levers[0][0].win_back.within;
    assert_eq!(within, 24);
}

/// Steps that cross in a draw are put in order, and give no less than those before.
#[test]
fn steps_that_cross_in_a_draw() {
    let uncertain =
        |low: f64, mode: f64, high: f64| format!("{{ low = {low}, mode = {mode}, high = {high} }}");
    let text = format!(
        "{DESIGN}[[program.cumulative_discount]]\nsteps = [{{ from = {}, discount = 0.02 }}, {{ from = {}, discount = 0.05 }}]\n\
         [[program.volume_bonus]]\nsteps = [{{ spend_per_year = {}, bonus = {} }}, {{ spend_per_year = {}, bonus = {} }}]\n",
        uncertain(1.0, 20.0, 90.0),
        uncertain(5.0, 25.0, 100.0),
        uncertain(100.0, 400.0, 900.0),
        uncertain(0.01, 0.02, 0.05),
        uncertain(150.0, 450.0, 950.0),
        uncertain(0.01, 0.03, 0.06),
    );
    let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let mut crossed = [0; 3];
    for trial in 0..40 {
        let lever =
            Plan::new(&design, &Truth::draw(&design, 3, trial), 1, trial).worlds.remove(1).levers[0][0];
        for (place, [first, second]) in
            [[0, 1].map(|k| lever.by_purchases.from[k]), [0, 1].map(|k| lever.volume.from[k])]
                .into_iter()
                .enumerate()
        {
            assert!(second >= first, "{trial}: {first} {second}");
            crossed[place] += usize::from(second == first);
        }
        assert!(lever.volume.adds[1] >= 0.0, "{trial}");
        crossed[2] += usize::from(lever.volume.adds[1] == 0.0);
    }
    assert!(crossed.iter().all(|times| (1..40).contains(times)), "{crossed:?}");
}
