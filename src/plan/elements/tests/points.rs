//! Points that are pooled, bounded, sold, late, devalued or multiplied, and tiers that count them.

use super::edges::{moves, near};
use super::several::changed;
use super::*;

/// 600 a year earn 60 points of a half, four times what a tier of 15 takes: it honours by a quarter. Of some goods, of a bounded year and with partners in proportion.
#[test]
fn tiers_that_count_points() {
    let points = "[[program.points]]\nearn = 0.05\npoint_value = 0.5\n";
    let tier = |points: f64, multiple: f64| {
        format!(
            "[[program.tiers]]\nsteps = [{{ name = 'gold', points_per_year = {points}, recognition = 0.1, earn_multiple = {multiple} }}]\n"
        )
    };
    let partner = "[[program.partner]]\nearned_elsewhere = 0.5\nsettlement = 0.9\n";
    for (terms, more, share) in [
        ("", "", 0.25),
        ("groups = ['x']\n", "", 1.0),
        ("max_points_per_year = 30\n", "", 0.5),
        ("max_points_per_year = 100\n", "", 0.25),
        ("", partner, 1.0 / 6.0),
        ("max_points_per_year = 30\n", partner, 0.25),
    ] {
        let lever = changed(&[], &format!("{points}{terms}{more}{}", tier(15.0, 1.0))).levers[0][0];
        near(lever.levels.recognition[1], 0.1 * share);
    }
    // points that nobody redeems promise nothing. Twice 30 of them are near a tier of 120 by a half: a quarter of 0.2 · 0.1 is promised, and of a hundredth for twice as many
    let bounded = "redeem_chance = 0\nmax_points_per_year = 30\n";
    for (multiple, promised) in [(1.0, 0.02), (2.0, 0.03)] {
        let lever = changed(&[], &format!("{points}{bounded}{}", tier(120.0, multiple))).levers[0][0];
        near(lever.membership_lift, 0.25 * promised / 0.01);
    }
    // one of 15 is near, and honours by a half
    let half =
        format!("{points}{bounded}{}", tier(15.0, 1.0).replace("recognition = 0.1", "recognition = 0.05"));
    near(changed(&[], &half).levers[0][0].membership_lift, 0.2 * 0.05 * 0.5 / 0.01);
}

/// Half of the members pool, four together: to them 10 points are as 40 to the others.
#[test]
fn points_that_are_pooled() {
    let terms = |more: &str| {
        world(&format!("[[program.points]]\nearn = 0.02\nexpiry_months = 6\n{more}\n")).levers[0][0].points
    };
    let [alone, near_goal] = ["minimum_to_redeem = 40", "minimum_to_redeem = 10"].map(terms);
    let pooled = terms("minimum_to_redeem = 40\npool_size = 4\npooled_share = 0.25");
    let between = |of: fn(&crate::plan::points_terms::PointsTerms) -> f32| {
        0.75 * f64::from(of(&alone)) + 0.25 * f64::from(of(&near_goal))
    };
    near(pooled.usable, between(|terms| terms.usable));
    near(pooled.pull, between(|terms| terms.pull));
    assert!(alone.usable < 0.8 * near_goal.usable);
    assert_eq!((pooled.minimum, pooled.pool_minimum, pooled.pooled.to), (40.0, 10.0, 0.25));
    assert_eq!((alone.pool_minimum, alone.pooled.to), (f32::INFINITY, 0.0));
    // a share without pools is nobody's
    let none = terms("minimum_to_redeem = 40\npooled_share = 0.25");
    assert_eq!((none.pool_minimum, none.pooled.to, none.usable), (f32::INFINITY, 0.0, alone.usable));
    assert_eq!(terms("minimum_to_redeem = 41\npool_size = 4").pool_minimum, 11.0);
    assert_eq!(terms("minimum_to_redeem = 1\npool_size = 4").pool_minimum, 1.0);
}

/// Points are sold for four fifths of a half each, up to three tenths of what is missing; none where they are not sold. Of 400 a money unit a mean customer earns
/// ten times as many as are counted: they are counted by ten.
#[test]
fn points_that_are_sold_or_counted_in_packs() {
    let terms = |more: &str| world(&format!("[[program.points]]\n{more}\n")).levers[0][0].points;
    let sold = terms("earn = 0.05\npoint_value = 0.5\nsold_at = 0.8\ntop_up_share = 0.3");
    assert_eq!((sold.sold_at, sold.top_up), (0.4, 0.3));
    assert_eq!(terms("earn = 0.05\ntop_up_share = 0.3").top_up, 0.0);
    let packs = terms(
        "earn = 0.4\npoint_value = 0.001\nminimum_to_redeem = 101\nmax_points_per_year = 1204\nwelcome_points = 26\ncost_share = 0.5",
    );
    assert_eq!((packs.pack, packs.value, packs.cost), (10.0, 0.01, 0.005));
    assert_eq!((packs.earn, packs.minimum, packs.most_in_year, packs.welcome), (40.0, 11.0, 120.0, 3.0));
    let few = terms("earn = 0.4\npoint_value = 0.001\nmax_points_per_year = 4");
    assert_eq!((few.minimum, few.most_in_year, few.pack), (1.0, 1.0, 10.0));
}

/// A charity gets two fifths of what points of a half buy: of half of those who would redeem two fifths donate. Where it gets more than they are worth no more donate than would;
/// where none do it pleases nobody. A fifth in a year is 1 − 0.8^(1/12) in a month.
#[test]
fn points_that_are_given_away() {
    let given = |terms: &str| {
        let points = "[[program.points]]\nearn = 0.05\npoint_value = 0.5\n";
        let given = world(&format!("{points}{terms}\n")).levers[0][0].points.given;
        [given.donated, given.worth, given.warmth, given.transferred, given.fee]
    };
    let holds = |terms: &str, by_hand: [f64; 5]| {
        given(terms).into_iter().zip(by_hand).for_each(|(found, by_hand)| near(found, by_hand));
    };
    let donated = |value: f64, share: f64| {
        format!("donation_value = {value}\ndonated_share = {share}\ndonation_warmth = 0.02\n")
    };
    let transfers = "transfers = 'yes'\ntransferred_share = 0.2\ntransfer_fee = 1.5\n";
    let a_month = 1.0 - 0.8f64.powf(1.0 / 12.0);
    holds(&donated(0.4, 0.5), [0.2, 0.2, 0.02, 0.0, 0.0]);
    holds(&donated(1.5, 0.5), [0.5, 0.75, 0.02, 0.0, 0.0]);
    holds(&donated(0.4, 0.0), [0.0; 5]);
    holds(&donated(0.0, 0.5), [0.0; 5]);
    holds(transfers, [0.0, 0.0, 0.0, a_month, 1.5]);
    holds(&format!("{}{transfers}", donated(0.4, 0.5)), [0.2, 0.2, 0.02, a_month, 1.5]);
    holds(&transfers.replace("'yes'", "'no'"), [0.0; 5]);
}

/// Points of a half that partners give are worth, and cost, what they buy.
#[test]
fn points_from_partners() {
    let points = "[[program.points]]\nearn = 0.05\npoint_value = 0.5\ncost_share = 0.6\n";
    let partner = "[[program.partner]]\nearned_elsewhere = 0.5\nspent_elsewhere = 0.3\nsettlement = 0.9\ndilution = 0\nattraction = 0\n";
    let with = world(&format!("{points}{partner}"));
    let (terms, deal) = (with.levers[0][0].points, &with.deals[0][0][0]);
    near(terms.elsewhere, 0.05);
    near(terms.cost, 0.3 * 0.7 + 0.5 * 0.3 * 0.9);
    near(deal.money[Flow::Partner as usize][Per::UsualSpend as usize], 0.025 * 0.9);
}

/// Members' receipts grow to the one from which twice as much is earned: of those just below two fifths for a tenth, for a twentieth 1 − 0.6^½.
#[test]
fn receipts_that_are_raised_for_points() {
    let points = "[[program.points]]\nearn = 0.05\nlarge_receipt = 60\nlarge_receipt_multiple = 2\n";
    let says = "members true receipts.from 60 receipts.reach 0.2 receipts.pull 0.2254 receipts.ahead 0.15: raises true";
    assert_eq!(moves(points, 0, 0)[1], says);
    // a bill is what it is
    let contract = ("purchases_per_year = 12\n", "billing = 'contract'\ncontract_months = 12\n");
    let deals = changed(&[contract], points).deals;
    assert_eq!([0, 1].map(|segment: usize| deals[segment][0].iter().any(|deal| deal.raises)), [false, true]);
}

/// Points that are no longer earned can be spent while the program lives, and are paid out at the same terms when it stops. What devalues them does so to the last.
#[test]
fn points_after_the_last_month() {
    let stop = ("launch = '2026-01'", "launch = '2026-01'\nstop = '2027-01'");
    let points = "[[program.points]]\nearn = 0.05\nwelcome_points = 3\nuntil = '2026-07'\nsegments = ['a']\n";
    let world = changed(&[stop], points);
    let at = |segment: usize, month: usize| {
        let lever = &world.levers[segment][month];
        (lever.has_points, lever.points.earn, lever.points.value)
    };
    assert_eq!(
        [0, 5, 6, 11].map(|month| at(0, month)),
        [(true, 0.05, 1.0), (true, 0.05, 1.0), (true, 0.0, 1.0), (true, 0.0, 1.0)]
    );
    assert_eq!([12, 13].map(|month| at(0, month)), [(false, 0.0, 1.0), (false, 0.0, 0.0)]);
    assert_eq!([0, 6, 12].map(|month| at(1, month).0), [false; 3]);
    let devalued = "devalued_in = '2026-10'\ndevalued_by = 0.4\ndevaluation_notice_months = 2\n";
    let world = changed(&[stop], &format!("{points}{devalued}"));
    let values = [8, 9, 11, 12].map(|month| world.levers[0][month].points.value);
    assert_eq!(values, [1.0, 0.6, 0.6, 0.6]);
    assert!(world.levers[1].iter().all(|lever| lever.broken_promise.anger == 0.0));
    assert_eq!([6, 7, 8, 9].map(|month| world.levers[0][month].points.redeem_chance), [0.35, 0.8, 0.8, 0.35]);
}

/// Four times the usual points on top, on a quarter of the goods; of a scheme for these goods alone all of them, of one for others none. A buyer for a firm counts
/// half for himself of what he counts for it.
#[test]
fn events_on_some_goods() {
    let event = |points: &str, groups: &str| {
        let lives = if points.contains("expiry") { "" } else { "expiry_months = 0" };
        let points = format!("[[program.points]]\nearn = 0.05\nredeem_chance = 1\n{lives}\n{points}\n");
        let event =
            format!("[[program.points_event]]\nmultiple = 5\ntake_up = 0.3\ncalendar = [1]\n{groups}\n");
        let world = changed(&[], &format!("{points}{event}"));
        world.deals[0][0].first().map_or((0.0, 0.0), |deal| (deal.more_points, deal.felt))
    };
    for (points, groups, more, felt) in [
        ("", "", 4.0, 0.2),
        ("", "groups = ['x']", 1.0, 0.05),
        ("groups = ['x']", "groups = ['x']", 4.0, 0.05),
        ("groups = ['x']", "groups = ['x', 'y']", 4.0, 0.05),
        ("groups = ['x', 'y']", "groups = ['y']", 3.0, 0.15),
        ("groups = ['y']", "groups = ['x']", 0.0, 0.0),
        // the chance to use them in a month, against twelve, however long the others live: 0.63212 of 0.99999
        ("expiry_months = 6", "expiry_months = 1", 4.0, 0.2 * (0.632_120_6f64 / 0.999_993_9).powi(2)),
        // nobody looks further ahead than 36 months
        ("expiry_months = 60", "expiry_months = 48", 4.0, 0.2),
    ] {
        let found = event(points, groups);
        near(found.0, more);
        near(found.1, felt);
    }
    let firm = |counts: &str| {
        let counts = format!("purchases_per_year = 12\n{counts}\n");
        let points = "[[program.points]]\nearn = 0.05\nredeem_chance = 1\nexpiry_months = 0\n";
        let event = "[[program.points_event]]\nmultiple = 5\ntake_up = 0.3\ncalendar = [1]\n";
        changed(&[("purchases_per_year = 12\n", &counts)], &format!("{points}{event}")).deals[0][0][0].felt
    };
    near(firm("firm_benefit_counts = 0.8\npersonal_benefit_counts = 0.4"), 0.1);
    near(firm("firm_benefit_counts = 0\npersonal_benefit_counts = 0.4"), 0.0);
}
