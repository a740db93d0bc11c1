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
