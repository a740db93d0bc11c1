//! What an experiment with messages has measured, as a design writes it.

use super::experiment::{called, changed};
use super::known::{certain, comment, digits, quantiles, say};
use super::voice::HASH;
use crate::fit::experiment::Experiment;
use crate::fit::message_lift::MessageLift;
use crate::words::{Value, Words, harmless};

/// What was tried, and the line of `[behaviour]` with the lift of messages; nothing where no experiment tells it.
pub fn messages(experiment: Option<&Experiment>, words: Words<'_>) -> [String; 2] {
    let told = experiment.and_then(|found| Some((found, MessageLift::new(found).ok()?)));
    let Some((found, lift)) = told else { return Default::default() };
    let per_month = digits(lift.per_month);
    let about: [(&'static str, Value); 2] =
        [("messages", words.short(lift.per_month, 2).into()), ("days", u64::from(found.about.days).into())];
    let [low, _, high] = lift.quantiles.map(digits);
    let source = source(found, &lift, words);
    let number = if low == high {
        certain(lift.quantiles[1], "measured", &source)
    } else {
        quantiles(lift.quantiles, &source)
    };
    let element = format!(
        "#   [[program.messages]]\n#   per_month = {per_month}\n#   others = 1\n#   cost_per_message = 0  # {}\n",
        say(words, "design-measured-message-cost", &[])
    );
    let comment = comment(words, "design-measured-messages", &about);
    let tried = say(words, "design-measured-tried", &about);
    let tried = format!("message_tried = {}\n", certain(lift.per_month, "measured", &tried));
    [format!("\n{comment}{element}"), format!("message_lift = {number}\n{tried}")]
}

fn source(found: &Experiment, lift: &MessageLift, words: Words<'_>) -> String {
    let (contrast, about) = (found.followed(), &found.about);
    let adjusted = contrast.effects.iter().any(|effect| effect.adjusted.is_some());
    let told: [(&'static str, Value); 11] = [
        ("file", about.file.as_str().into()),
        ("hash", about.hash.get(..HASH).unwrap_or_default().into()),
        ("arm", called(found, contrast, words).into()),
        ("control", harmless(&found.arms[0].name).into()),
        ("treated", contrast.customers.into()),
        ("left", found.arms[0].customers.into()),
        ("days", u64::from(about.days).into()),
        ("change", changed(lift.measured, words).into()),
        ("adjusted", super::parts::yes(adjusted).into()),
        ("share", Value::Number(lift.share, 2)),
        ("response", Value::Number(lift.response, 3)),
    ];
    say(words, "design-measured-lift", &told)
}
