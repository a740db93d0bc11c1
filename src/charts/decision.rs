//! What the pictures of decision analysis have in common: their language, and footers that say what was played.

use super::spec::{AxisUnit, Chart, Picture};
use crate::decide::Measure;
use crate::decide::compare::Origin;
use crate::units::Unit;
use crate::words::{self, Language, Value, Words};

/// What was played, and for whom it is shown.
#[derive(Clone, Copy)]
pub(super) struct Played<'a> {
    /// Speaks the language of the picture and knows the currency.
    pub words: Words<'a>,
    origin: &'a Origin,
    design: Option<(&'a str, &'a str)>,
}

impl<'a> Played<'a> {
    /// From `origin`, in `currency`; `design` is title and hash where there is one design.
    pub fn new(
        language: Language,
        currency: &'a str,
        origin: &'a Origin,
        design: Option<(&'a str, &'a str)>,
    ) -> Self {
        Self {
            words: Words::new(language).with_currency(currency).beside_today(origin.runs_already),
            origin,
            design,
        }
    }

    /// A message without variables.
    pub fn say(self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A chart of what was found.
    pub fn chart(self, title: String, subtitle: String, picture: Picture) -> Chart {
        Chart::slide([title, subtitle, self.footer()], picture, self.words.language())
    }

    fn footer(self) -> String {
        let (words, origin) = (self.words, self.origin);
        let trials = Value::from(origin.trials);
        let partial = if origin.partial {
            words.say("chart-partial", &[("trials", trials.clone()), ("asked", origin.trials_asked.into())])
        } else {
            String::new()
        };
        let played = vec![
            ("seed", origin.seed.to_string().into()),
            ("trials", trials),
            ("customers", origin.customers.into()),
            ("version", origin.version.into()),
            ("partial", partial.into()),
        ];
        let Some((title, hash)) = self.design else { return words.say("chart-decide-source", &played) };
        let hash: String = hash.chars().take(12).collect();
        let design = vec![("title", title.into()), ("hash", hash.into())];
        words.say("chart-source", &[design, played].concat())
    }

    /// The unit of an axis that shows money.
    pub fn money(self, currency: &str) -> AxisUnit {
        unit(Unit::Money, currency)
    }

    /// A measure's value beside a bar or in a cell.
    pub fn value(self, measure: Measure, value: f64) -> String {
        match measure.unit() {
            Unit::Money => self.words.money(value),
            Unit::Share => self.words.percent(value),
            _ => self.words.significant(value, 3),
        }
    }
}

/// The unit of an axis that shows the number at `path` of the design.
pub(super) fn unit_of_number(path: &str, currency: &str) -> AxisUnit {
    words::unit_of_number(path).map_or(AxisUnit::Plain, |counted| unit(counted, currency))
}

/// The unit of an axis that shows a measure.
pub(super) fn unit(unit: Unit, currency: &str) -> AxisUnit {
    match unit {
        Unit::Money => AxisUnit::Money(currency.to_owned()),
        Unit::Share => AxisUnit::Percent,
        Unit::NpsPoints => AxisUnit::NpsPoints,
        _ => AxisUnit::Plain,
    }
}
