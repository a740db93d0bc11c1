//! S09: A rival's program gives customers more than ours does, and sooner or as soon.

use super::{Action, Code, Judgement, Needs, Rule, Weakness};
use crate::design::{Edit, Points};
use crate::review::content::{Severity, Support};
use crate::review::facts::{Fact, Facts};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};

pub const RULE: Rule = Rule {
    code: Code("S09"),
    severity: Severity::Serious,
    support: Support::Simulated,
    algorithm: false,
    needs: Needs::Run,
    judge,
};

fn judge(facts: &Facts) -> Judgement {
    Judgement::all((0..facts.rivals.len()).map(|at| of_rival(facts, at)))
}

/// Better for those who would move: what they get back, and how long they wait for it. What it costs the rival is not their concern.
fn of_rival(facts: &Facts, at: usize) -> Judgement {
    let later = facts.get(Fact::RivalLater(at)).is_some_and(|months| months.low > 0.0);
    if later {
        return Judgement::Clear;
    }
    Judgement::of(facts.is(Fact::RivalGives(at), Side::Above, 0.0), |more| {
        let ours = facts.get(Fact::RewardRate).unwrap_or(Interval::certain(0.0));
        Weakness::at("program")
            .run("more", Form::SharePoints, more)
            .run("ours", Form::Share, ours)
            .text("rival", &facts.rivals[at])
            .stake(facts.money(Fact::RivalCost))
            .act(match_it(facts, more.value, ours.value))
            .act(Action::to_organise("action-what-rivals-lack"))
    })
}

/// Points raised so that members get as much back as the rival's do.
fn match_it(facts: &Facts, more: f64, ours: f64) -> Option<Action> {
    let (_, points) = facts.all::<Points>().next()?;
    let factor = ((ours + more) / ours * 10.0).round() / 10.0;
    (ours > 0.0 && factor > 1.0 && factor < 10.0).then(|| {
        Action::new("action-raise-points", vec![Edit::Scale(facts.path(points.earn), factor)]).number(
            "factor",
            Form::Share,
            factor,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::rules::tests::{POINTS, design, interval, speaks};

    #[test]
    fn fires_on_the_weak_side_of_its_threshold() {
        let design = design(POINTS);
        let judge = |more: Interval, later: f64| {
            let mut facts = Facts::new(&design).after_run().with(Fact::RewardRate, interval(0.02, 0.03));
            facts.rivals = vec!["x".to_owned()];
            (RULE.judge)(
                &facts.with(Fact::RivalGives(0), more).with(Fact::RivalLater(0), Interval::certain(later)),
            )
        };
        speaks(&RULE, &judge(interval(0.001, 0.03), 0.0));
        assert!(matches!(judge(interval(-0.001, 0.03), -1.0), Judgement::CannotTell(_)));
        assert_eq!(judge(interval(0.001, 0.03), 2.0), Judgement::Clear, "more, but later");
        assert_eq!(judge(interval(-0.03, -0.001), 0.0), Judgement::Clear);
    }
}
