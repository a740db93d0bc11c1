//! Programs that run already and are changed, by those who run them or by others.

use super::trial::{BASELINE, PROGRAM, Told, clearly_above, close, edited, play, scenario};
use loyalsim::design::Design;
use loyalsim::simulate::Line;

const TRIALS: u64 = 12;
const CUSTOMERS: usize = 1_000;

/// The change of a line of a segment in the last month.
fn at_the_end(told: &Told, segment: usize, line: Line) -> f64 {
    told.segment_end(PROGRAM, segment, line) / told.segment_end(BASELINE, segment, line) - 1.0
}

/// One number of each trial.
fn each<T>(told: &[T], of: impl Fn(&T) -> f64) -> Vec<f64> {
    told.iter().map(of).collect()
}

/// What a move from miles to money does, in one trial.
struct Money {
    net: f64,
    miles: [f64; 3],
    travellers: [f64; 3],
    hurry: f64,
}

fn money(changes: &[(&str, &str)]) -> Vec<Money> {
    play(&scenario("airline-money", changes), TRIALS, CUSTOMERS, |t| Money {
        net: t.net_effect(),
        miles: [0, 1, 2].map(|segment| at_the_end(t, segment, Line::PointsIssued)),
        travellers: [0, 1, 2].map(|segment| at_the_end(t, segment, Line::Active)),
        hurry: {
            let redeemed = |world| t.sum_over(world, 2..12, Line::PointsRedeemed);
            redeemed(PROGRAM) / redeemed(BASELINE) - 1.0
        },
    })
}

/// Leisure travellers on long-haul lose more than half of their miles, hurry before it, and pay for all that the airline gains; business
/// travellers get a few more. Where status begins decides: from 3,000 dollars on, privileges cost what miles save.
#[test]
fn money_in_the_place_of_miles_is_paid_by_those_who_fly_far() {
    let told = money(&[]);
    let [long, short, business] = [0, 1, 2];
    clearly_above("miles lost on long-haul", &each(&told, |m| -m.miles[long]), 0.5);
    clearly_above("miles gained by business", &each(&told, |m| m.miles[business]), 0.0);
    clearly_above("travellers lost on long-haul", &each(&told, |m| -m.travellers[long]), 0.01);
    clearly_above("more than on short-haul", &each(&told, |m| m.travellers[short] - m.travellers[long]), 0.0);
    clearly_above("hurry before it", &each(&told, |m| m.hurry), 0.05);
    clearly_above("gained", &each(&told, |m| m.net), 150_000_000.0);
    let early = money(&[
        ("spend_per_year = 5_000", "spend_per_year = 3_000"),
        ("spend_per_year = 10_000", "spend_per_year = 6_000"),
        ("spend_per_year = 15_000", "spend_per_year = 9_000"),
        ("spend_per_year = 28_000", "spend_per_year = 15_000"),
    ]);
    let less: Vec<f64> = told.iter().zip(&early).map(|(told, early)| 0.6 * told.net - early.net).collect();
    clearly_above("far less is gained with status from 3,000", &less, 0.0);
}

/// The coalition without its anchor, with parts of its text replaced and some elements taken out.
fn left(changes: &[(&str, &str)], elements: &[&str]) -> Design {
    edited("grocery-anchor", changes, elements)
}

/// The anchor's leaving costs money, in purchases and in customers; nearer rewards make up for a part of it, and a card of one's own loses
/// more.
#[test]
fn a_coalition_without_its_anchor_is_worth_less() {
    let change = |t: &Told, line| t.sum_over(PROGRAM, 8..36, line) / t.sum_over(BASELINE, 8..36, line) - 1.0;
    let told = play(&left(&[], &[]), TRIALS, CUSTOMERS, |t| {
        let fewer = t.end(PROGRAM, Line::Active) / t.end(BASELINE, Line::Active) - 1.0;
        let [points, paid, sales] =
            [Line::PointsIssued, Line::PartnerIncome, Line::ListRevenue].map(|line| change(t, line));
        (t.net_effect(), points, paid, sales, fewer)
    });
    clearly_above("lost", &each(&told, |t| -t.0), 6_000_000.0);
    clearly_above("fewer points", &each(&told, |t| -t.1), 0.35);
    clearly_above("less paid by partners", &each(&told, |t| -t.2), 0.65);
    close("sales", &each(&told, |t| t.3), -0.0105, 0.004);
    close("customers", &each(&told, |t| t.4), -0.013, 0.004);

    let net = |design: &Design| play(design, TRIALS, CUSTOMERS, |t| t.net_effect());
    let nearer = net(&left(
        &[("[[program.partner]]", "[[program.points]]\nminimum_to_redeem = 1_000\n\n[[program.partner]]")],
        &[],
    ));
    let gained: Vec<f64> = nearer.iter().zip(&told).map(|(nearer, told)| nearer - told.0).collect();
    clearly_above("gained by nearer rewards", &gained, 0.0);
    let alone = net(&left(
        &[(
            "changes = \"today\"",
            "changes = \"today\"\nwithout = [\"partner\"]\nsetup_cost = 3_000_000\ncost_per_month = 250_000",
        )],
        &["partner"],
    ));
    let lost: Vec<f64> = alone.iter().zip(&told).map(|(alone, told)| told.0 - alone).collect();
    clearly_above("more is lost alone", &lost, 0.0);
}
