//! What experiments show, on made ones whose answer is known.

use super::experiment::{About, Experiment};
use super::message_lift::{MessageLift, Untold};
use crate::data::{Assigned, Before, ExperimentFault, KnownBefore, Outcome};
use crate::design::message_response;

/// An experiment with arms of these sizes, of which so many bought.
fn made(arms: &[(&str, usize, usize)]) -> Assigned {
    let (mut arm, mut bought) = (Vec::new(), Vec::new());
    for (place, (_, customers, buyers)) in arms.iter().enumerate() {
        for at in 0..*customers {
            arm.push(place);
            bought.push(f64::from(u8::from(at < *buyers)));
        }
    }
    let names = arms.iter().map(|(name, _, _)| (*name).to_owned()).collect();
    Assigned { arms: names, arm, outcomes: vec![(Outcome::Bought, bought)], before: Vec::new() }
}

fn about(messages: Option<f64>, arm: Option<&str>) -> About {
    About {
        file: "letters.csv".into(),
        hash: "0".repeat(64),
        days: 14,
        messages,
        arm: arm.map(str::to_owned),
    }
}

fn found(arms: &[(&str, usize, usize)], messages: Option<f64>) -> Experiment {
    Experiment::new(&made(arms), about(messages, None)).unwrap()
}

/// Known answer: 60 of 1,000, and 100 of 1,000: 4 points, with the variances of shares. Two arms share the chance of luck as Holm says.
#[test]
fn arms_are_compared_with_those_left_alone() {
    let found = found(&[("none", 1_000, 60), ("a", 1_000, 100), ("b", 1_000, 80)], None);
    let effect = &found.contrasts[0].effects[0];
    let error = ((0.06 * 0.94 + 0.1 * 0.9) / 999.0f64).sqrt();
    assert!((effect.plain.difference.value - 0.04).abs() < 1e-12);
    assert!((effect.plain.difference.error - error).abs() < 1e-12);
    assert!((effect.detectable - 2.801_585 * error).abs() < 1e-6);
    assert_eq!(effect.adjusted, None);
    // one arm by itself: z is 3.304, two-sided 0.000952; the better of two arms counts twice, the other once
    let alone = |place: usize| {
        let arms = [("none", 1_000, 60), ("x", 1_000, [100, 80][place])];
        self::found(&arms, None).contrasts[0].effects[0].chance
    };
    assert!((alone(0) - 0.000_952_3).abs() < 1e-7, "{}", alone(0));
    assert_eq!(found.contrasts[0].effects[0].chance, 2.0 * alone(0));
    assert_eq!(found.contrasts[1].effects[0].chance, alone(1));
    // all together are a contrast of their own, which the design follows
    let all = found.followed();
    assert_eq!((all.arm, all.customers), (None, 2_000));
    assert!((all.effects[0].plain.treated - 0.09).abs() < 1e-12);
    let named = Experiment::new(
        &made(&[("none", 1_000, 60), ("a", 1_000, 100), ("b", 1_000, 80)]),
        about(None, Some("B")),
    );
    assert_eq!(named.unwrap().followed().arm, Some(2));
    let wrong = Experiment::new(&made(&[("none", 100, 6), ("a", 100, 9)]), about(None, Some("none")));
    assert!(matches!(wrong, Err(ExperimentFault::NoSuchArm { .. })));
}

/// Of two arms that do the same neither is less likely to be luck than the better one among both: the second is not below the first.
#[test]
fn no_arm_is_less_likely_luck_than_a_better_one() {
    let found = found(&[("none", 1_000, 60), ("a", 1_000, 100), ("b", 1_000, 99)], None);
    let [a, b] = [0, 1].map(|arm| found.contrasts[arm].effects[0].chance);
    let alone = self::found(&[("none", 1_000, 60), ("a", 1_000, 100)], None).contrasts[0].effects[0].chance;
    assert_eq!((a, b), (2.0 * alone, 2.0 * alone));
}

/// Known answers: of arms of 100 and 110 χ² is 50/105 with one degree of freedom, of 100, 105 and 108 with two. Arms more than a tenth apart were not meant to be equal.
#[test]
fn arms_of_nearly_one_size_are_held_against_lots() {
    let equal = |sizes: &[usize]| {
        let names = ["none", "a", "b"];
        let arms: Vec<_> = sizes.iter().zip(names).map(|(size, name)| (name, *size, size / 4)).collect();
        found(&arms, None).chance_of_sizes
    };
    let near = |found: Option<f64>, by_hand: f64| {
        assert!(found.is_some_and(|found| (found - by_hand).abs() < 1e-6), "{found:?}, not {by_hand}");
    };
    // erfc(√(25/105)), and e^(−χ²/2) with χ² = 0.313099
    near(equal(&[100, 110]), 0.490_153);
    near(equal(&[100, 105, 108]), (-0.5 * 32.666_667 / 104.333_333_f64).exp());
    assert_eq!(equal(&[100, 111]), None);
}

/// The number of the design is such that the share who respond, times what so many messages do, times it, is what was measured.
#[test]
fn a_design_gets_what_was_measured() {
    let found = found(&[("none", 10_000, 200), ("a", 10_000, 300)], Some(1.0));
    let lift = MessageLift::new(&found).unwrap();
    let per_month = 30.4375 / 14.0;
    assert!((lift.per_month - per_month).abs() < 1e-12);
    assert!(
        (0.23 * message_response(per_month, 7.0, 2.7) * lift.quantiles[1] - 0.5).abs() < 1e-9,
        "{lift:?}"
    );
    assert!((lift.measured.value - 0.5).abs() < 1e-12);
    let error = ((1.0 - 0.02) / 200.0 + (1.0 - 0.03) / 300.0f64).sqrt();
    assert!((lift.measured.error / (1.5 * error) - 1.0).abs() < 1e-3, "{lift:?}");
    let low = 1.5 * (-1.281_552 * error).exp() - 1.0;
    assert!((lift.quantiles[0] / lift.quantiles[1] / (low / 0.5) - 1.0).abs() < 1e-3, "{lift:?}");
}

/// No effect: the design plays none about half of the time. Less than nothing: none.
#[test]
fn no_effect_is_no_lift() {
    let none = MessageLift::new(&found(&[("none", 10_000, 200), ("a", 10_000, 200)], Some(1.0))).unwrap();
    assert_eq!(none.quantiles[..2], [0.0, 0.0]);
    assert!(none.quantiles[2] > 0.0);
    let less = MessageLift::new(&found(&[("none", 10_000, 300), ("a", 10_000, 200)], Some(1.0))).unwrap();
    assert_eq!(less.quantiles, [0.0; 3]);
}

#[test]
fn what_is_not_told_is_not_guessed() {
    let untold =
        |arms: &[(&str, usize, usize)], messages| MessageLift::new(&found(arms, messages)).unwrap_err();
    let usual = [("none", 1_000, 60), ("a", 1_000, 100)];
    assert_eq!(untold(&usual, None), Untold::NotOfMessages);
    assert_eq!(untold(&[("none", 1_000, 9), ("a", 1_000, 100)], Some(1.0)), Untold::Few);
    assert_eq!(untold(&[("none", 1_000, 0), ("a", 1_000, 100)], Some(1.0)), Untold::Few);
    assert_eq!(untold(&[("none", 1_000, 150), ("a", 1_000, 201)], Some(1.0)), Untold::OnlyBuyers);
    assert_eq!(untold(&[("none", 9_000, 60), ("a", 9_000, 600)], Some(1.0)), Untold::TooLarge);
    // purchases tell what the share of buyers does not
    let mut counted = made(&[("none", 1_000, 150), ("a", 1_000, 201)]);
    let purchases = counted.outcomes[0].1.iter().map(|bought| 3.0 * bought).collect();
    counted.outcomes.push((Outcome::Purchases, purchases));
    let lift = MessageLift::new(&Experiment::new(&counted, about(Some(1.0), None)).unwrap()).unwrap();
    assert!((lift.measured.value - 0.34).abs() < 1e-9, "{lift:?}");
}

/// Customers who were chosen for what they bought before make no experiment; columns that lots have divided evenly do.
#[test]
fn arms_that_were_chosen_are_refused() {
    let with = |known: &dyn Fn(usize) -> f64| {
        let mut made = made(&[("none", 200, 10), ("a", 200, 20)]);
        let figures = (0..400).map(known).collect();
        made.before =
            vec![Before { column: "spent".into(), parts: vec![KnownBefore { word: None, figures }] }];
        Experiment::new(&made, about(Some(1.0), None))
    };
    let fault = with(&|at| at as f64).unwrap_err();
    assert!(
        matches!(&fault, ExperimentFault::Chosen { column, chance } if column == "spent" && *chance < 1e-50)
    );
    assert!(fault.saying().args.iter().any(|(name, _)| *name == "odds"));
    let balanced = with(&|at| (at % 20) as f64).unwrap();
    assert!(balanced.balance.as_ref().unwrap().chance > 0.99, "{:?}", balanced.balance);
    assert!(balanced.contrasts[0].effects[0].adjusted.is_some());
}
