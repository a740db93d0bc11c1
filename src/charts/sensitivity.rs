//! What decides, in pictures: one number at a time, shares of the spread, the numbers that decide most, and how far it has settled.

use super::decision::{unit, unit_of_number};
use super::spec::{
    AxisUnit, Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture, Tornado, TornadoRow,
};
use crate::decide::Reading;
use crate::decide::sensitivity::{Explained, Indices, Kind, Scatter, Sensitivity, Settling, Swing};
use crate::units::Share;
use crate::words::{Language, Value, Words, capital};

/// Digits of a number's value.
const DIGITS: usize = 3;
/// Rows of a tornado.
const ROWS: usize = 12;
/// Shares shown.
const SHARES: usize = 10;
/// Shares followed over the rows, luck besides.
const FOLLOWED: usize = 4;

/// The charts of a sensitivity analysis.
pub fn sensitivity(found: &Sensitivity, language: Language) -> Vec<NamedChart> {
    let words = Words::new(language).with_currency(&found.currency).beside_today(found.origin.runs_already);
    let view = View { found, words };
    let drivers = ["driver-1", "driver-2", "driver-3"].into_iter().zip(&found.scatter);
    let tornado = found.middle.and_then(|middle| view.tornado(middle)).map(|chart| ("tornado", chart));
    let scatters = drivers.filter_map(|(name, scatter)| Some((name, view.scatter(scatter)?)));
    let settling = found.settling().map(|settling| ("convergence", view.convergence(settling)));
    let all =
        tornado.into_iter().chain([("shares-of-spread", view.shares())]).chain(scatters).chain(settling);
    all.map(|(name, chart)| NamedChart { name, chart }).collect()
}

struct View<'a> {
    found: &'a Sensitivity,
    words: Words<'a>,
}

impl View<'_> {
    fn chart(&self, title: String, subtitle: String, picture: Picture) -> Chart {
        let (found, origin) = (self.found, &self.found.origin);
        let partial =
            if origin.partial { self.words.say("sense-source-partial", &[]) } else { String::new() };
        let source = [
            ("title", found.title.as_str().into()),
            ("hash", found.design_hash.chars().take(12).collect::<String>().into()),
            ("seed", origin.seed.to_string().into()),
            ("rows", origin.trials.into()),
            ("customers", origin.customers.into()),
            ("version", origin.version.into()),
            ("partial", partial.into()),
        ];
        let footer = self.words.say("sense-source", &source);
        Chart::slide([title, subtitle, footer], picture, self.words.language())
    }

    fn measure(&self) -> (&'static str, Value) {
        ("measure", self.words.measure(self.found.measure).into())
    }

    fn unit(&self) -> AxisUnit {
        unit(self.found.measure.unit(), &self.found.currency)
    }

    /// What the measure comes to, in words.
    fn amount(&self, value: f64) -> Value {
        match self.unit() {
            AxisUnit::Money(_) => Value::Money(value),
            AxisUnit::Percent => Value::Percent(value),
            AxisUnit::SharePoints => Value::Points(value),
            AxisUnit::NpsPoints => Value::Number(value, 1),
            AxisUnit::Change => Value::Signed(value, 1),
            AxisUnit::Count | AxisUnit::Plain => Value::About(value),
        }
    }

    fn tornado(&self, middle: Reading) -> Option<Chart> {
        let words = self.words;
        let row = |s: &Swing| TornadoRow {
            name: capital(&words.number(&s.path)),
            low: (s.at_low, words.number_value(&s.path, s.low, DIGITS)),
            high: (s.at_high, words.number_value(&s.path, s.high, DIGITS)),
        };
        let first = self.found.tornado.first().filter(|s| s.width() > 0.0)?;
        let moving = self.found.tornado.iter().filter(|s| s.width() > 0.0).take(ROWS);
        let title = [
            ("number", Value::from(words.number(&first.path))),
            ("low", self.amount(first.at_low)),
            ("high", self.amount(first.at_high)),
        ];
        let picture = Picture::Tornado(Tornado {
            axis: capital(&words.measure(self.found.measure)),
            unit: self.unit(),
            middle: Mark { at: middle.value, label: words.say("sense-middle", &[]) },
            rows: moving.map(row).collect(),
        });
        let subtitle = words.say("sense-tornado-shown", &[self.measure()]);
        Some(self.chart(words.say("sense-pictured-tornado", &title), subtitle, picture))
    }

    fn shares(&self) -> Chart {
        let (found, words) = (self.found, self.words);
        let percent = |share: Share| words.whole_percent(share.get().clamp(0.0, 1.0));
        let bar = |name: String, indices: &Indices, alone: bool| Bar {
            name: capital(&name),
            value: indices.total.value.get().min(1.0),
            interval: (indices.total.low.get(), indices.total.high.get()),
            amount: percent(indices.total.value),
            notes: alone
                .then(|| words.say("sense-by-itself", &[("share", percent(indices.first.value).into())]))
                .into_iter()
                .collect(),
        };
        let alone = |index| Indices { first: index, total: index };
        let events = found.events.map(|index| bar(words.say("sense-events", &[]), &alone(index), false));
        let luck = bar(words.say("sense-luck", &[]), &alone(found.luck), false);
        let inputs = found.inputs.iter().take(SHARES);
        let rest = found.inputs.iter().skip(SHARES).filter(|input| input.kind == Kind::Rest);
        let inputs = inputs.chain(rest).map(|i| bar(words.input(i.kind, &i.paths), &i.indices, true));
        let bars = events.into_iter().chain([luck]).chain(inputs).collect();
        let first = found.inputs.iter().find(|input| input.kind != Kind::Rest);
        let title = [
            ("luck", percent(found.ignorance.complement()).into()),
            ("number", first.map_or(String::new(), |i| words.input(i.kind, &i.paths)).into()),
            ("share", percent(first.map_or(Share::NONE, |i| i.indices.total.value)).into()),
        ];
        let picture =
            Picture::Bars(Bars { axis: words.say("sense-shares-axis", &[]), unit: AxisUnit::Percent, bars });
        let events = found.events.is_some();
        let key = if events { "sense-pictured-shares-events" } else { "sense-pictured-shares" };
        let subtitle = words.say("sense-shares-shown", &[self.measure()]);
        self.chart(words.say(key, &title), subtitle, picture)
    }

    fn scatter(&self, scatter: &Scatter) -> Option<Chart> {
        let words = self.words;
        let holds = |input: &&Explained| input.kind != Kind::Rest && input.paths.contains(&scatter.path);
        let input = self.found.inputs.iter().find(holds)?;
        let name = words.number(&scatter.path);
        let title = [
            ("number", words.input(input.kind, &input.paths).into()),
            ("share", Value::WholePercent(input.indices.total.value.get().clamp(0.0, 1.0))),
        ];
        let picture = Picture::Curves(Curves {
            across: (capital(&name), unit_of_number(&scatter.path, &self.found.currency)),
            up: (capital(&words.measure(self.found.measure)), self.unit()),
            zero: false,
            curves: vec![Curve {
                name: words.say("sense-trial", &[]),
                details: Vec::new(),
                joined: false,
                points: scatter.points.clone(),
                intervals: Vec::new(),
                tags: Vec::new(),
            }],
            marks: Vec::new(),
        });
        let subtitle = words.say("sense-scatter-shown", &[self.measure()]);
        Some(self.chart(words.say("sense-pictured-scatter", &title), subtitle, picture))
    }

    fn convergence(&self, settling: Settling) -> Chart {
        let (found, words) = (self.found, self.words);
        let curve = |name: String, place: usize| Curve {
            name: capital(&name),
            details: Vec::new(),
            joined: true,
            points: found
                .convergence
                .iter()
                .map(|s| (s.rows as f64, s.total[place].get().clamp(0.0, 1.0)))
                .collect(),
            intervals: Vec::new(),
            tags: Vec::new(),
        };
        let inputs = found.inputs.iter().enumerate().take(FOLLOWED);
        let inputs = inputs.map(|(place, i)| curve(words.input(i.kind, &i.paths), place));
        let luck = curve(words.say("sense-luck", &[]), found.inputs.len());
        let points = words.signed_points(settling.gap.get()).trim_start_matches('+').to_owned();
        let title = if settling.settled { "sense-pictured-settled" } else { "sense-pictured-unsettled" };
        let picture = Picture::Curves(Curves {
            across: (words.say("sense-rows", &[]), AxisUnit::Plain),
            up: (words.say("sense-shares-axis", &[]), AxisUnit::Percent),
            zero: true,
            curves: std::iter::once(luck).chain(inputs).collect(),
            marks: Vec::new(),
        });
        let subtitle = words.say("sense-rows-shown", &[self.measure()]);
        self.chart(words.say(title, &[("points", points.into())]), subtitle, picture)
    }
}
