//! Rivals, big customers, demands, and the end of a program.

use crate::trial::{BASELINE, PROGRAM, clearly_above, play, scenario};
use loyalsim::simulate::Line;

/// One purchase in four is gone in the month of the opening; the shop with the street's service loses more customers to the same
/// opening; and once the card is copied it saves fewer.
#[test]
fn a_new_shop_is_held_off_by_service_not_by_a_card() {
    let shop = |changes: &[(&str, &str)]| {
        play(&scenario("new-shop", changes), 100, 2_000, |t| {
            let june = t.at(BASELINE, 5, Line::Purchases) / t.at(BASELINE, 4, Line::Purchases);
            (june, t.end(BASELINE, Line::Active), t.end(PROGRAM, Line::Active))
        })
    };
    let told = shop(&[]);
    clearly_above("purchases gone in June", &told.iter().map(|t| 1.0 - t.0).collect::<Vec<_>>(), 0.2);
    let level = "proper_contacts = { value = 0.60";
    let indifferent = shop(&[(level, "proper_contacts = { value = 0.25")]);
    let held: Vec<f64> = told.iter().zip(&indifferent).map(|(a, b)| a.1 - b.1).collect();
    clearly_above("customers held by service", &held, 50.0);
    let uncopied = shop(&[("copies      = { value = 1", "copies      = { value = 0")]);
    let saves = |t: &(f64, f64, f64)| t.2 - t.1;
    let lost: Vec<f64> = told.iter().zip(&uncopied).map(|(a, b)| 0.5 * saves(b) - saves(a)).collect();
    clearly_above("more than half of the card's effect goes with the copy", &lost, 0.0);
}

/// One factory brings about a quarter of the revenue and the top fifth over half. Its buyer hardly feels 4 % off; 4 % in his own
/// pocket hold the factory longer.
#[test]
fn a_buyer_has_interests_of_his_own() {
    let supplier = |changes: &[(&str, &str)]| {
        let design = scenario("big-customer", changes);
        let kept = |t: &crate::trial::Told| {
            let alive = |world| t.segment_end(world, 1, Line::Active);
            let c = t.concentration();
            (alive(PROGRAM) - alive(BASELINE), c.largest.unwrap(), c.top_fifth)
        };
        play(&design, 3_000, 301, kept)
    };
    let card = supplier(&[]);
    clearly_above("the factory's share", &card.iter().map(|t| t.1).collect::<Vec<_>>(), 0.2);
    clearly_above("the top fifth's share", &card.iter().map(|t| t.2).collect::<Vec<_>>(), 0.5);
    let points = "[[program.points]]\nearn        = 0.04\npoint_value = 0.01\nminimum_to_redeem = 100";
    let discount = "[[program.cumulative_discount]]\nsteps = [ { from = 1, discount = 0.04 } ]";
    let off = supplier(&[(points, discount)]);
    let longer: Vec<f64> = card.iter().zip(&off).map(|(a, b)| a.0 - b.0).collect();
    clearly_above("the factory held by what is the buyer's own", &longer, 0.0);
}

/// After the announcement twice as many points are redeemed a month as before; the void rest costs nothing when it is declared
/// void, and the store has fewer customers a year later than if it had paid out.
#[test]
fn an_announced_end_is_a_run() {
    let store = |changes: &[(&str, &str)]| {
        play(&scenario("run-on-points", changes), 100, 2_000, |t| {
            let redeemed = |months: std::ops::Range<usize>| -> f64 {
                months.map(|m| t.at(PROGRAM, m, Line::PointsRedeemed)).sum()
            };
            (redeemed(22..24) / redeemed(20..22), redeemed(30..42), t.end(PROGRAM, Line::Active))
        })
    };
    let told = store(&[]);
    clearly_above("the run", &told.iter().map(|t| t.0).collect::<Vec<_>>(), 1.5);
    assert!(told.iter().all(|t| t.1 == 0.0), "void points are not paid");
    let paid = store(&[("\"lapse\"", "\"paid_out\"")]);
    let fewer: Vec<f64> = paid.iter().zip(&told).map(|(a, b)| a.2 - b.2).collect();
    clearly_above("customers lost by the broken promise", &fewer, 0.0);
}

/// In the month between announcement and change half as many stars again are redeemed as if all went on; what is owed falls by more than a fifth; of a
/// hundred guests not one leaves for it; and fewer purchases cost more than the rewards that are saved. The program as it was is worth money.
#[test]
fn a_devalued_star_costs_purchases_not_guests() {
    let told = play(&scenario("coffee-devaluation", &[]), 60, 2_000, |t| {
        let january = t.at(PROGRAM, 6, Line::PointsRedeemed) / t.at(BASELINE, 6, Line::PointsRedeemed);
        let owed = t.end(PROGRAM, Line::LiabilityValue) / t.end(BASELINE, Line::LiabilityValue);
        let left = 1.0 - t.end(PROGRAM, Line::Active) / t.end(BASELINE, Line::Active);
        let saved = t.sum(BASELINE, Line::RewardCost) - t.sum(PROGRAM, Line::RewardCost);
        let before = (0..6).map(|m| t.at(PROGRAM, m, Line::Purchases) - t.at(BASELINE, m, Line::Purchases));
        [january, owed, left, saved, t.net_effect(), before.sum()]
    });
    let of = |place: usize| told.iter().map(|t| t[place]).collect::<Vec<f64>>();
    clearly_above("the run in January", &of(0), 1.5);
    clearly_above("what is owed falls", &of(1).iter().map(|owed| 1.0 - owed).collect::<Vec<_>>(), 0.2);
    clearly_above("guests who stay", &of(2).iter().map(|left| 1.0 - left).collect::<Vec<_>>(), 0.99);
    clearly_above("rewards cost less", &of(3), 0.0);
    clearly_above(
        "the change costs more than it saves",
        &of(4).iter().map(|net| -net).collect::<Vec<_>>(),
        0.0,
    );
    assert!(of(5).iter().all(|moved| *moved == 0.0), "before the announcement nothing differs");
}
