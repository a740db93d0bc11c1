//! Figures of a summary as the page shows them: in words, with the bare number beside them.

use loyalsim::report::Show;
use loyalsim::summary::{Estimate, Probability, Scalar, Summary};
use loyalsim::words::Words;
use serde::Serialize;

/// A figure.
#[derive(Debug, Serialize)]
pub struct Figure {
    /// Its name in results.
    pub key: &'static str,
    /// Its name for readers.
    pub label: String,
    /// The value in words, with its Monte Carlo error.
    pub value: String,
    /// The bare value; `None` where undefined.
    pub exact: Option<f64>,
    /// Where nine in ten trials lie.
    pub range: String,
    /// What it means.
    pub means: String,
}

/// A figure in both worlds.
#[derive(Debug, Serialize)]
pub struct Pair {
    /// Its name.
    pub label: String,
    /// Without the program.
    pub without: String,
    /// With it.
    pub with: String,
    /// What it changes.
    pub change: String,
    /// Where nine in ten changes lie.
    pub range: String,
}

/// A chance.
#[derive(Debug, Serialize)]
pub struct Chance {
    /// In words, with its Monte Carlo error.
    pub text: String,
    /// The bare share, and the ends of its 95 % interval.
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Puts the figures of one summary into words.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    /// What came out.
    pub summary: &'a Summary,
    /// Speaks.
    pub words: Words<'a>,
}

impl Figures<'_> {
    /// How quantities are shown.
    pub fn show(&self) -> Show<'_> {
        Show { words: self.words }
    }

    /// A message without variables.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A headline number; what it means is the message that is called like its label, with `-means`, if it has no variables.
    pub fn headline(&self, label: &'static str, means: &str, scalar: Scalar) -> Option<Figure> {
        let estimate = self.summary.headline.get(scalar)?;
        let range = if estimate.p5 == estimate.p95 { String::new() } else { self.spread(estimate) };
        let means = if means.is_empty() { String::new() } else { self.say(means) };
        Some(Figure {
            key: scalar.key(),
            label: self.say(label),
            value: self.show().mean(estimate),
            exact: Some(estimate.mean),
            range,
            means,
        })
    }

    /// `90 % of trials: −1 to 3 m EUR`.
    pub fn spread(&self, estimate: &Estimate) -> String {
        self.words.say("open-spread", &[("range", self.show().interval(estimate).into())])
    }

    /// A chance.
    pub fn chance(&self, found: &Probability) -> Chance {
        let [share, low, high] = [found.share, found.low, found.high].map(|share| share.get());
        Chance { text: self.show().chance(found), share, low, high }
    }

    /// A headline number in both worlds.
    pub fn pair(&self, label: &str, [without, with, change]: [Scalar; 3]) -> Option<Pair> {
        let headline = &self.summary.headline;
        let change = headline.get(change)?;
        Some(Pair {
            label: self.say(label),
            without: self.show().mean(headline.get(without)?),
            with: self.show().mean(headline.get(with)?),
            change: self.show().change(change),
            range: self.show().interval_of_change(change),
        })
    }

    /// The calendar month that is the `number`th of the simulation, in words.
    pub fn month(&self, number: u32) -> Option<String> {
        let month = self.summary.months.get((number as usize).checked_sub(1)?)?;
        Some(month.parse().map_or_else(|_| month.clone(), |month| self.words.month(month)))
    }
}
