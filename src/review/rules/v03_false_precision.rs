//! V03: Assumptions are stated as certain: the risk looks smaller than it is.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Basis, Number};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("V03"),
    severity: Severity::Moderate,
    support: Support::Opinion,
    algorithm: false,
    needs: Needs::Design,
    judge,
};

/// Half of the guesses.
pub const LIMIT: f64 = 0.5;

fn judge(facts: &Facts) -> Judgement {
    let guesses = facts.design.numbers.iter().filter(|(_, n)| {
        n.span.is_some()
            && n.basis == Basis::Assumed
            && !n.path.starts_with("program")
            && !n.path.starts_with("goal")
    });
    let guesses: Vec<&Number> = guesses.map(|(_, number)| number).collect();
    let certain: Vec<&Number> = guesses.iter().copied().filter(|n| n.distribution.is_certain()).collect();
    let Some(first) = certain.first() else {
        return if guesses.is_empty() { Judgement::Absent } else { Judgement::Clear };
    };
    let (all, certain) = (guesses.len(), certain.len());
    let share = Interval::certain(certain as f64 / all as f64);
    Judgement::of(Known::of(share, Side::Above, LIMIT), |share| {
        Weakness::at(first.path.as_str())
            .formula("share", Form::Share, share)
            .formula("certain", Form::Count, Interval::certain(certain as f64))
            .formula("all", Form::Count, Interval::certain(all as f64))
            .limit("limit", Form::Share, LIMIT)
            .act(Action::to_organise("action-give-ranges"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::review::rules::tests::{DESIGN, LADDER};

    #[test]
    fn guesses_without_a_range_are_counted() {
        let judge = |text: &str| (RULE.judge)(&Facts::new(&Design::parse(text).unwrap()));
        let all_certain = DESIGN.to_owned() + LADDER;
        assert!(matches!(judge(&all_certain), Judgement::Weak(_)));
        let mut ranged = all_certain;
        for (certain, range) in [
            ("customers = 1000", "customers = { low = 900, mode = 1000, high = 1100 }"),
            ("acquisition_cost = 10", "acquisition_cost = { low = 5, mode = 10, high = 20 }"),
            ("gross_margin = 0.4", "gross_margin = { low = 0.3, mode = 0.4, high = 0.5 }"),
            ("annual_retention = 0.8", "annual_retention = { low = 0.7, mode = 0.8, high = 0.9 }"),
            ("basket = 30", "basket = { low = 25, mode = 30, high = 35 }"),
            ("basket = 20", "basket = { low = 15, mode = 20, high = 25 }"),
            ("purchases_per_year = 6", "purchases_per_year = { low = 5, mode = 6, high = 7 }"),
        ] {
            ranged = ranged.replace(certain, range);
        }
        assert_eq!(judge(&ranged), Judgement::Clear);
    }
}
