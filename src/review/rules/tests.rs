//! What the tests of rules share: a small design, and the two ways to put a rule to its threshold.

mod pins;

use super::{Judgement, Origin, RULES, Rule, Weakness};
use crate::design::Design;
use crate::review::facts::{Fact, Facts};
use crate::review::interval::{Interval, Side, Spread};
use crate::words::{Language, Value, Words};
use std::collections::BTreeSet;

/// A design to which elements are added: its last table is `[program]`.
pub const DESIGN: &str = "
title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 36
[business]\ncustomers = 1000\nnew_customers_per_month = 20\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 0.5\npurchases_per_year = 6\nbasket = 30
[[segment]]\nname = 'b'\nshare = 0.5\npurchases_per_year = 3\nbasket = 20
[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'
[program]\nlaunch = '2026-01'\nsetup_cost = 100\ncost_per_month = 10
";

pub const POINTS: &str = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 5\n";
pub const LADDER: &str = "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }]\n";
pub const TIERS: &str = "[[program.tiers]]\nsteps = [{ name = 'gold', spend_per_year = 500 }]\n";

/// [`DESIGN`] with `more`.
pub fn design(more: &str) -> Design {
    let text = DESIGN.to_owned() + more;
    Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// An interval over trials.
pub fn interval(low: f64, high: f64) -> Interval {
    Interval { low, value: 0.5 * (low + high), high, spread: Spread::Trials }
}

/// A rule that judges one fact fires where the whole interval lies on `side` of `limit`, cannot tell where it touches it, is silent on
/// the safe side, and where nothing is known.
pub fn beyond(rule: &Rule, fact: Fact, side: Side, limit: f64, more: &str) {
    let (code, design) = (rule.code, design(more));
    let facts = || Facts::new(&design).after_run();
    let judge = |interval: Interval| (rule.judge)(&facts().with(fact, interval));
    let step = 1e-6;
    let (beyond, touching, safe) = match side {
        Side::Above => ((limit + step, limit + 1.0), (limit, limit + 1.0), (limit - 1.0, limit - step)),
        Side::Below | Side::Astride => {
            ((limit - 1.0, limit - step), (limit - 1.0, limit), (limit + step, limit + 1.0))
        }
    };
    speaks(rule, &judge(interval(beyond.0, beyond.1)));
    let open = judge(interval(touching.0, touching.1));
    assert!(matches!(open, Judgement::CannotTell(_)), "{code} is hasty: {open:?}");
    assert_eq!(judge(interval(safe.0, safe.1)), Judgement::Clear, "{code} fires on the safe side");
    assert_eq!((rule.judge)(&facts()), Judgement::Absent, "{code} invents a number");
}

/// A rule that judges the design itself fires on [`DESIGN`] with `weak`, and not with `sound`, just on the safe side.
pub fn on_designs(rule: &Rule, weak: &str, sound: &str) {
    let weak = (rule.judge)(&Facts::new(&design(weak)));
    speaks(rule, &weak);
    let Judgement::Weak(weak) = weak else { return };
    let of_run = weak.iter().flat_map(|w| &w.numbers).find(|cited| cited.origin == Origin::Run);
    assert_eq!(of_run, None, "{} cites a run that nobody has made", rule.code);
    let judgement = (rule.judge)(&Facts::new(&design(sound)));
    assert!(!matches!(judgement, Judgement::Weak(_)), "{} fires on the safe side: {judgement:?}", rule.code);
}

/// It fires, and gives its messages in every language the numbers and names that they ask for.
pub fn speaks(rule: &Rule, judgement: &Judgement) {
    let Judgement::Weak(weak) = judgement else { panic!("{} does not fire: {judgement:?}", rule.code) };
    for (key, given) in weak.iter().flat_map(|weakness| said(rule, weakness)) {
        let arguments: Vec<_> = given.into_iter().map(|name| (name, Value::Count(2.0))).collect();
        for language in Language::ALL {
            let words = Words::new(language);
            assert!(words.has(&key), "{}: no message {key}", rule.code);
            let text = words.say(&key, &arguments);
            assert!(!text.contains("{$"), "{}: {text}", rule.code);
        }
    }
}

/// The messages of a weakness and of its actions, each with the names of its arguments.
fn said(rule: &Rule, weakness: &Weakness) -> Vec<(String, Vec<&'static str>)> {
    let numbers = |numbers: &[super::Cited]| numbers.iter().map(|cited| cited.name).collect::<Vec<_>>();
    let named = |(numbers, names): (Vec<&'static str>, Vec<&'static str>)| [numbers, names].concat();
    let found = (numbers(&weakness.numbers), weakness.names.iter().map(|(name, _)| *name).collect());
    let actions = weakness.actions.iter().map(|action| {
        let given = (numbers(&action.numbers), action.names.iter().map(|(name, _)| *name).collect());
        (action.message.to_owned(), named(given))
    });
    std::iter::once((weakness.found(rule.code).into_owned(), named(found))).chain(actions).collect()
}

#[test]
fn every_rule_has_a_code_of_its_own() {
    let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    let ordered: Vec<_> = codes.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(codes, ordered);
}

/// What is given to those who leave or have left pulls nobody else; with any other discount, or none at all, there is nothing to be said of them.
#[test]
fn discounts_of_those_gone_are_nobody_elses() {
    let (kept, back) =
        ("[[program.retention_offer]]\ncalls = 0.3\ndiscount = 0.1\n", "[[program.win_back]]\n");
    for (elements, gone) in [
        (kept.to_owned(), true),
        (back.to_owned() + kept, true),
        (POINTS.to_owned() + back, true),
        (back.to_owned() + LADDER, false),
        (LADDER.to_owned(), false),
        (POINTS.to_owned(), false),
    ] {
        let design = design(&elements);
        assert_eq!(Facts::new(&design).discounts_those_gone(), gone, "{elements}");
        let leavers = elements.contains(kept) || elements.contains(back);
        assert_eq!(Facts::new(&design).discounts_leavers(), leavers, "{elements}");
    }
}
