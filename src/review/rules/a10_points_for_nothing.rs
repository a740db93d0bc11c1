//! A10: The terms leave a hole open through which some get points for nothing, and it is in the simulation.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Abuse, Edit, Element, Hole, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::Interval;

pub const RULE: Rule = Rule {
    code: Code("A10"),
    severity: Severity::Serious,
    support: Support::Rule,
    algorithm: true,
    needs: Needs::Design,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    let holes = facts
        .all::<Points>()
        .flat_map(|(element, points)| points.abuse.holes.iter().map(move |hole| (element, points, *hole)));
    let weak: Vec<Weakness> =
        holes.map(|(element, points, hole)| open(facts, element, points, hole)).collect();
    match weak.is_empty() {
        true if facts.all::<Points>().next().is_none() => Judgement::Absent,
        true => Judgement::Clear,
        false => Judgement::Weak(weak),
    }
}

fn open(facts: &Facts, element: &Element, points: &Points, hole: Hole) -> Weakness {
    let Abuse { abusers, robbed, months, .. } = points.abuse;
    let (name, says, who) = match hole {
        Hole::GiftCards => ("cards", None, abusers),
        Hole::Returns => ("returns", None, abusers),
        Hole::Accounts => ("accounts", None, abusers),
        Hole::Staff => ("staff", Some("rule-a10-staff"), abusers),
        Hole::Balances if facts.central(robbed) >= 1.0 => ("balances", Some("rule-a10-robbed-all"), robbed),
        Hole::Balances => ("balances", Some("rule-a10-robbed"), robbed),
    };
    let path = format!("{}.{}", element.path, hole.key());
    let known = element.from + facts.central(months).round() as usize - 1;
    let share = facts.central(who);
    let weakness = match says {
        Some(says) => Weakness::at(&path).saying(says),
        None => Weakness::at(&path),
    };
    weakness
        .name("hole", "hole", name)
        .formula("share", Form::Share, Interval::certain(share))
        .text("month", facts.design.month(known).to_string())
        .stake(share * facts.money(Fact::Rewards))
        .act(Action::new("action-close-term", vec![Edit::SetText(path, "no".to_owned())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::on_designs;

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        on_designs(
            &RULE,
            "[[program.points]]\nearn = 0.05\nreturns_keep_points = 'yes'",
            "[[program.points]]\nearn = 0.05\nreturns_keep_points = 'no'",
        );
    }
}
