//! The class of `loyalsim seminar` as phones, the wall screen and attackers meet it: over HTTP.

#![cfg(feature = "serve")]

mod class;
mod hostile;
mod lesson;
mod rivals;
mod slow;

use class::{Class, Phone};
use serde_json::{Value, json};

/// A scenario that simulates fast.
const DESIGN: &str = include_str!("design.toml");
const DISCOUNT: &str = "program.special_offer.discount=0..0.2";

/// Everything a class needs in a folder of its own.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("shop.toml"), DESIGN).unwrap();
    home
}

/// A bet on the one goal and on the net effect.
fn bet(chance: f64, low: f64, high: f64) -> Value {
    json!({ "chances": [chance], "low": low, "high": high })
}

/// Plays what is open from the brief to the results: each phone's discount in percent, and its bet.
fn round(class: &Class, number: u64, teams: &[(&Phone, f64, Value)]) -> Value {
    class.step(number, "design").unwrap();
    for (phone, discount, _) in teams {
        class.design(phone, number, &[*discount]).unwrap();
    }
    class.step(number, "bet").unwrap();
    for (phone, _, bet) in teams {
        class.bet(phone, number, bet).unwrap();
    }
    class.step(number, "play").unwrap();
    class.wait(|shown| shown["ready"] == true);
    class.step(number, "reveal").unwrap();
    class.wall()["result"].clone()
}
