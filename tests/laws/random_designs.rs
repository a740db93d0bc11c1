//! The laws hold for any design that the catalogue allows: elements of every kind, with numbers anywhere in their range.

use loyalsim::design::json_schema;
use loyalsim::summary::Outcome;
use serde_json::Value;

use super::*;

/// Designs tried.
const DESIGNS: u64 = 60;

/// Kinds of which several may run at the same time; each is tried twice in a design.
const REPEATED: [&str; 9] = [
    "points_event",
    "seasonal_sale",
    "special_offer",
    "referral",
    "messages",
    "club",
    "game",
    "personal_offers",
    "staff_training",
];

/// Two kinds of customers, so that elements can be for some.
const SEGMENTS: &str = "[[product_group]]\nname = \"fresh\"\nshare = 0.4\ngross_margin = 0.5\n[[product_group]]\nname = \"dry\"\nshare = 0.6\ngross_margin = 0.2\n[[segment]]\nname = \"some\"\nshare = 0.5\npurchases_per_year = 20\nbasket = 30\n[[segment]]\nname = \"subscribers\"\nshare = 0.2\nbilling = \"contract\"\nbasket = 25\n[[segment]]\nname = \"others\"\nshare = 0.3\npurchases_per_year = 5\nbasket = 60\n";

/// A small generator: SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// A value of a property of the schema, if it is a number or a choice.
fn value(dice: &mut Dice, schema: &Value, property: &Value) -> Option<String> {
    let referred = |place: &Value| schema.pointer(place.as_str()?.strip_prefix('#')?);
    let property = referred(&property["$ref"]).unwrap_or(property);
    if let Some(words) = property["enum"].as_array() {
        let at = (dice.next() * words.len() as f64) as usize;
        return Some(words[at].to_string());
    }
    let forms = referred(&property["allOf"][0]["$ref"])?;
    let bounds = referred(&forms["anyOf"].as_array()?.first()?["$ref"])?;
    let (low, high) = (bounds["minimum"].as_f64()?, bounds["maximum"].as_f64()?);
    // wide ranges are tried where businesses live, and now and then at their ends
    let usual = property["default"].as_f64().unwrap_or(low + 1.0).max(1.0) * 3.0;
    let found = match dice.next() {
        u if u < 0.1 => low,
        u if u < 0.15 && high <= 1.0 => high,
        _ => low + dice.next() * (high.min(usual.max(low)) - low),
    };
    Some(format!("{found:?}"))
}

/// Steps of the kinds that have any, which must rise.
fn steps(kind: &str) -> &'static str {
    match kind {
        "cumulative_discount" => "steps = [{ from = 1, discount = 0.02 }, { from = 6, discount = 0.3 }]\n",
        "tiers" => {
            "steps = [{ name = \"a\", spend_per_year = 100 }, { name = \"b\", spend_per_year = 400, discount = 0.1 }]\n"
        }
        "volume_bonus" => {
            "steps = [{ spend_per_year = 100, bonus = 0.02 }, { spend_per_year = 300, bonus = 0.2 }]\n"
        }
        "seasonal_sale" => "months = [1, 7]\n",
        _ => "",
    }
}

/// Whether a property of a program is a list of elements; a list of names is none.
fn is_element(property: &Value) -> bool {
    property["type"] == "array" && property["items"]["type"] == "object"
}

/// Every kind of element of the format.
fn kinds(schema: &Value) -> Vec<&str> {
    let keys = schema["properties"]["program"]["properties"].as_object().unwrap();
    keys.iter().filter(|(_, kind)| is_element(kind)).map(|(kind, _)| kind.as_str()).collect()
}

/// What the schema does not describe as a number or a choice: when, for whom, in turns with whom.
fn limits(dice: &mut Dice, kind: &str, tiers: bool) -> String {
    let mut text = String::new();
    let mut maybe = |line: &str| {
        if dice.next() < 0.3 {
            text += line;
        }
    };
    maybe("calendar = [2, 5, 11]\n");
    maybe("rotation = \"turns\"\n");
    maybe("groups = [\"fresh\"]\n");
    // a coalition needs the points of all its members, and a tier that of all who are to reach it
    if !["points", "partner", "tiers"].contains(&kind) {
        maybe("segments = [\"some\"]\n");
        maybe("until = \"2026-09\"\n");
        if tiers {
            maybe("tier = \"b\"\n");
        }
    }
    text
}

/// A program with each kind of element or without it.
fn program(dice: &mut Dice, schema: &Value) -> String {
    let stacking = if dice.next() < 0.5 { "best" } else { "sum" };
    let mut text = format!(
        "[program]\nlaunch = \"2026-02\"\nsetup_cost = 10\ncost_per_month = 1\nstop = \"2027-01\"\nstacking = \"{stacking}\"\n",
    );
    let keys = schema["properties"]["program"]["properties"].as_object().unwrap();
    let lists = || keys.iter().filter(|(_, kind)| is_element(kind));
    let mut taken: Vec<&str> = lists().map(|(kind, _)| kind.as_str()).filter(|_| dice.next() < 0.5).collect();
    let need_points = ["partner", "points_event"].iter().any(|kind| taken.contains(kind));
    if need_points && !taken.contains(&"points") {
        taken.push("points");
    }
    if taken.is_empty() {
        taken.push("game");
    }
    let once_or_twice: Vec<_> = lists()
        .filter(|(kind, _)| taken.contains(&kind.as_str()))
        .flat_map(|one| std::iter::repeat_n(one, if REPEATED.contains(&one.0.as_str()) { 2 } else { 1 }))
        .collect();
    for (kind, element) in once_or_twice {
        text += &format!("[[program.{kind}]]\n{}", steps(kind));
        let is_deal = element["items"]["properties"].as_object().unwrap();
        for (key, property) in is_deal {
            // of a program that changes no other
            let whole = &schema["properties"]["program"]["anyOf"][1]["properties"][kind];
            let required =
                whole["items"]["required"].as_array().is_some_and(|r| r.contains(&key.as_str().into()));
            if ["steps", "months_of_year"].contains(&key.as_str()) || (!required && dice.next() < 0.4) {
                continue;
            }
            let Some(mut value) = value(dice, schema, property) else { continue };
            if key.starts_with("recovered_") {
                value = format!("{:?}", 0.5 * dice.next());
            }
            text += &format!("{key} = {value}\n");
        }
        text += &limits(dice, kind, taken.contains(&"tiers"));
    }
    text
}

/// Leaves out what the reader refuses, line by line: keys that a kind cannot have. Everything else must be read.
fn readable(mut text: String) -> (String, Design) {
    loop {
        match Design::parse(&text) {
            Ok(design) => return (text, design),
            Err(problems) => {
                let refused = |p: &loyalsim::design::Problem| p.code() == "design::not_here";
                assert!(problems.iter().all(refused), "{problems}\n{text}");
                let lines: Vec<usize> = problems.iter().map(|p| p.line).collect();
                let kept = text.lines().enumerate().filter(|(i, _)| !lines.contains(&(i + 1)));
                text = kept.map(|(_, line)| format!("{line}\n")).collect();
            }
        }
    }
}

/// No design in the range of the catalogue breaks a law. Exact, no error rate.
#[test]
fn laws_hold_for_any_program() {
    let schema = json_schema();
    (0..DESIGNS).into_par_iter().for_each(|number| {
        let mut dice = Dice(SEED + number);
        let base = format!("{}\n", BARE.replace("lift_light = 0\nlift_moderate = 0\n", ""));
        let text = format!("{base}{SEGMENTS}{}", program(&mut dice, &schema));
        let text = text.replacen("start = \"2026-01\"", "start = \"2026-01\"\nhorizon_months = 14", 1);
        let (text, design) = readable(text);
        let experiment = Experiment::new(&design, Settings { seed: SEED, customers: 80 });
        let tally = experiment.play(0);
        ledger_closes(&design, &experiment, &tally, &text);
        let bare = parse(&text[..text.find("[program]").unwrap()]);
        let alone = Experiment::new(&bare, Settings { seed: SEED, customers: 80 }).play(0);
        for (segment, month) in (0..3).flat_map(|s| (0..14).map(move |month| (s, month))) {
            let (lone, here) = (alone.row(0, segment, month), tally.row(0, segment, month));
            assert_eq!(lone, here, "the baseline knows of the program\n{text}");
        }
        assert_eq!(experiment.play(0), tally, "not the same bits on another thread\n{text}");
    });
}

/// Every kind of element is drawn in several designs, so that the law above speaks for the whole catalogue. Exact.
#[test]
fn every_kind_of_element_is_tried() {
    let schema = json_schema();
    let texts: Vec<String> = (0..DESIGNS).map(|number| program(&mut Dice(SEED + number), &schema)).collect();
    for kind in kinds(&schema) {
        let drawn = texts.iter().filter(|text| text.contains(&format!("[[program.{kind}]]"))).count();
        assert!(drawn >= 10, "{kind} is in {drawn} of {DESIGNS} designs");
    }
}

fn ledger_closes(design: &Design, experiment: &Experiment, tally: &Tally, text: &str) {
    for segment in 0..3 {
        segment_closes(tally, segment, text);
    }
    let outcome = Outcome::of(design, &experiment.truth(0), tally);
    assert!(outcome.waterfall().closes(), "{text}");
}

fn segment_closes(tally: &Tally, segment: usize, text: &str) {
    let [mut issued, mut gone, mut cards, mut bonuses] = [0.0; 4];
    for month in 0..14 {
        for world in 0..2 {
            let row = tally.row(world, segment, month);
            assert!(row.values().iter().all(|x| x.is_finite()), "month {month}\n{text}");
            let at = |line| tally.get(world, segment, month, line);
            let left: f64 = (0..8).map(|cause| at(Line::Left(cause))).sum();
            assert_eq!(at(Line::Start) - left, at(Line::Active), "month {month}\n{text}");
        }
        let at = |line| tally.get(1, segment, month, line);
        issued += at(Line::PointsIssued);
        gone += at(Line::PointsRedeemed) + at(Line::PointsExpired);
        assert_eq!(issued, gone + at(Line::PointsOutstanding), "month {month}\n{text}");
        cards += at(Line::CardsSold) - at(Line::CardsUsed) - at(Line::CardBreakage);
        assert!(
            (cards - at(Line::CardsOutstanding)).abs() < 1e-6 * (1.0 + cards.abs()),
            "month {month}\n{text}"
        );
        bonuses += at(Line::VolumeBonus) - at(Line::BonusesPaid);
        assert!((bonuses - at(Line::BonusesOwed)).abs() < 1e-6, "month {month}\n{text}");
        let given = at(Line::Discount);
        assert!(at(Line::DiscountSubsidised) <= given + 1e-5 * given.abs(), "month {month}\n{text}");
    }
}
