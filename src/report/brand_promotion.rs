//! A promotion taken apart, as text.

use super::decision::aligns;
use super::quantity::Show;
use super::table::layout;
use crate::decide::brands::{Decomposition, Figure};
use crate::words::Value;

/// The promotion for people.
pub(super) fn promotion_text(found: &Decomposition, name: (&'static str, Value), show: Show) -> String {
    let say = |key: &str, told: &[(&'static str, Value)]| show.words.say(key, told) + "\n";
    let lift = ("lift", show.words.with_error(found.lift.value, found.lift.mc_error).into());
    let what = [name, ("discount", Value::WholePercent(found.discount)), ("weeks", found.weeks.into()), lift];
    let percent = |figure: Figure| show.words.percent_with_error(figure.value, figure.mc_error);
    let rows = |parts: &[(&str, Figure)]| {
        let row = |(key, figure): &(&str, Figure)| vec![show.words.say(key, &[]), percent(*figure)];
        layout(&parts.iter().map(row).collect::<Vec<_>>(), &aligns(1))
    };
    let mut text = say("brands-promotion", &what);
    text += &say("brands-units", &[]);
    text += &rows(&[
        ("brands-from-brands", found.from_brands),
        ("brands-brought-forward", found.brought_forward),
        ("brands-additional", found.additional),
    ]);
    text += &say("brands-elasticity", &[]);
    text += &rows(&[
        ("brands-choice", found.choice),
        ("brands-incidence", found.incidence),
        ("brands-quantity", found.quantity),
    ]);
    text += &say("brands-both-published", &[]);
    let after = [
        ("weeks", found.weeks_after.into()),
        ("dip", percent(found.dip).into()),
        ("own", percent(found.own_dip).into()),
    ];
    text += &say("brands-dip", &after);
    text += &say("brands-anyway", &[("share", percent(found.sold_anyway).into())]);
    text
}
