//! What decides, as text and as tables.

use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::sensitivity::{Explained, Index, Kind, Sensitivity, Swing};
use crate::words::{Language, Value, Words, breakable, capital, signed};

/// Digits of a number's value.
const DIGITS: usize = 3;
/// Numbers shown one at a time.
const SHOWN: usize = 12;
/// Inputs shown with a share below one percent are left out beyond these.
const ALWAYS: usize = 5;

/// The answer for people.
pub fn sensitivity_text(found: &Sensitivity, language: Language) -> String {
    let words = Words::new(language).with_currency(&found.currency).beside_today(found.origin.runs_already);
    let report = Report { found, show: Show { words } };
    let parts = [report.head(), report.what(), report.shares(), report.one_at_a_time(), report.how_sure()];
    breakable(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// The shares as CSV: one row per input, luck last.
pub fn sensitivity_csv(found: &Sensitivity) -> String {
    let head = ["input", "numbers", "total", "total_error", "total_low", "total_high"];
    let head = [&head[..], &["first", "first_error", "first_low", "first_high"]].concat();
    let numbers = |index: &Index| {
        [index.value, index.mc_error, index.low, index.high].map(|share| csv::number(share.get()))
    };
    let row = |kind: Kind, paths: &[String], total: &Index, first: Option<&Index>| {
        let kind = match kind {
            Kind::Number => "number",
            Kind::Shares => "shares",
            Kind::Correlated => "correlated",
            Kind::Rest => "rest",
            Kind::Events => "events",
            Kind::Luck => "luck",
        };
        let first = first.map_or([const { String::new() }; 4], numbers);
        let fields = [vec![kind.to_owned(), paths.join("; ")], numbers(total).to_vec(), first.to_vec()];
        csv::row(&fields.concat())
    };
    let inputs = found.inputs.iter().map(|i| row(i.kind, &i.paths, &i.indices.total, Some(&i.indices.first)));
    let events = found.events.map_or(String::new(), |events| row(Kind::Events, &[], &events, None));
    csv::row(&head) + &inputs.collect::<String>() + &events + &row(Kind::Luck, &[], &found.luck, None)
}

/// One number at a time as CSV.
pub fn tornado_csv(found: &Sensitivity) -> String {
    let head = ["number", "low", "high", "at_low", "at_high", "change", "change_error"];
    let row = |s: &Swing| {
        let numbers =
            [s.low, s.high, s.at_low, s.at_high, s.change.value, s.change.mc_error].map(csv::number);
        csv::row(&std::iter::once(s.path.clone()).chain(numbers).collect::<Vec<_>>())
    };
    csv::row(&head) + &found.tornado.iter().map(row).collect::<String>()
}

struct Report<'a> {
    found: &'a Sensitivity,
    show: Show<'a>,
}

impl Report<'_> {
    fn say(&self, key: &str) -> String {
        self.show.words.say(key, &[])
    }

    fn head(&self) -> String {
        let (origin, words) = (&self.found.origin, self.show.words);
        let size = words.say(
            "sense-size",
            &[
                ("rows", origin.trials.into()),
                ("played", self.found.played.into()),
                ("customers", origin.customers.into()),
                ("seed", origin.seed.to_string().into()),
            ],
        );
        let part = [("done", Value::from(origin.trials)), ("asked", origin.trials_asked.into())];
        let part = if origin.partial { words.say("sense-partial", &part) + "\n" } else { String::new() };
        format!("{}\n{size}\n{part}", self.found.title)
    }

    fn what(&self) -> String {
        let (found, words, unit) = (self.found, self.show.words, self.found.measure.unit());
        let spread = words.say(
            "sense-spread",
            &[
                ("measure", words.measure(found.measure).into()),
                ("mean", self.show.reading(found.mean).into()),
                ("range", self.show.range(unit, found.spread[0], found.spread[1]).into()),
            ],
        );
        let share = |index: &Index| index.value.get().clamp(0.0, 1.0);
        let parts = [found.ignorance.get(), found.events.as_ref().map_or(0.0, share), share(&found.luck)];
        let [ignorance, events, luck] = words.parts(parts).map(Value::Text);
        let split = [("ignorance", ignorance), ("events", events), ("luck", luck)];
        let key = if found.events.is_some() { "sense-split-events" } else { "sense-split" };
        let indices = found.events.iter().chain([&found.luck]);
        let error = indices.map(|index| index.mc_error.get()).fold(0.0, f64::max);
        let split = format!("{}{}", words.say(key, &split), words.rough(error));
        let share = |input: &Explained| {
            let share = Value::WholePercent(input.indices.total.value.get().min(1.0));
            words.say(
                "sense-share-of",
                &[("name", words.input(input.kind, &input.paths).into()), ("share", share)],
            )
        };
        let top: Vec<String> = found.decisive().map(share).collect();
        let named = [("count", Value::from(top.len())), ("names", words.list(&top).into())];
        let top =
            if top.is_empty() { String::new() } else { format!("  {}\n", words.say("sense-top", &named)) };
        format!("{}\n  {spread}\n  {split}\n{top}", self.say("sense-what"))
    }

    fn shares(&self) -> String {
        let head = ["", "sense-in-all", "sense-interval", "sense-alone", "sense-interval"];
        let head = head.map(|key| if key.is_empty() { String::new() } else { self.say(key) }).to_vec();
        let words = self.show.words;
        let ends = |index: &Index| {
            let [low, high] = [index.low, index.high].map(|end| words.fixed(end.get() * 100.0, 0));
            format!("{low}–{high}")
        };
        let cells = |index: &Index| [words.whole_percent(index.value.get().clamp(0.0, 1.0)), ends(index)];
        let row = |input: &Explained| {
            let name = capital(&words.input(input.kind, &input.paths));
            let [all, alone] = [input.indices.total, input.indices.first].map(|index| cells(&index));
            [vec![name], all.to_vec(), alone.to_vec()].concat()
        };
        let shown = |(place, input): &(usize, &Explained)| {
            *place < ALWAYS || input.kind == Kind::Rest || input.indices.total.value.get() >= 0.01
        };
        let inputs = self.found.inputs.iter().enumerate().filter(shown).map(|(_, input)| row(input));
        let luck = |key: &str, index: &Index| [vec![capital(&self.say(key))], cells(index).to_vec()].concat();
        let events = self.found.events.iter().map(|events| luck("sense-events", events));
        let lucks = events.chain([luck("sense-luck", &self.found.luck)]);
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(lucks).chain(inputs).collect();
        let table = layout(&rows, &[Align::Left, Align::Right, Align::Right, Align::Right, Align::Right]);
        let notes = ["sense-note-all", "sense-note-alone"].map(|key| format!("  {}\n", self.say(key)));
        format!("{}\n{table}{}", self.say("sense-shares"), notes.concat())
    }

    fn one_at_a_time(&self) -> String {
        let (found, words, unit) = (self.found, self.show.words, self.found.measure.unit());
        let Some(middle) = found.middle else { return String::new() };
        let head = ["sense-low", "sense-then", "sense-high", "sense-then", "sense-change"];
        let head = std::iter::once(String::new()).chain(head.map(|key| self.say(key))).collect();
        let row = |s: &Swing| {
            vec![
                capital(&words.number(&s.path)),
                words.number_value(&s.path, s.low, DIGITS),
                self.show.value(unit, s.at_low),
                words.number_value(&s.path, s.high, DIGITS),
                self.show.value(unit, s.at_high),
                signed(self.show.reading(s.change)),
            ]
        };
        let moving = found.tornado.iter().filter(|s| s.width() > 0.0);
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(moving.take(SHOWN).map(row)).collect();
        let middle = self.show.reading(middle);
        let note = words.say("sense-one-note", &[("middle", middle.into())]);
        let table = layout(
            &rows,
            &[Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right],
        );
        format!("{}\n{table}  {note}\n", self.say("sense-one"))
    }

    fn how_sure(&self) -> String {
        let (found, words) = (self.found, self.show.words);
        let points = |gap: f64| [("points", Value::from(words.signed_points(gap).trim_start_matches('+')))];
        let mut lines = vec![match found.settling() {
            None => self.say("sense-few"),
            Some(settling) if settling.settled => words.say("sense-settled", &points(settling.gap.get())),
            Some(settling) => {
                let [points] = points(settling.gap.get());
                let more = Value::Text((2 * found.origin.trials_asked).to_string());
                words.say("sense-unsettled", &[points, ("more", more)])
            }
        }];
        let kept = found.screening.iter().filter(|s| s.kept).count();
        let screened = [("numbers", Value::from(found.uncertain)), ("kept", kept.into())];
        lines.extend((kept > 0).then(|| words.say("sense-screened", &screened)));
        let group = |input: &Explained| matches!(input.kind, Kind::Shares | Kind::Correlated);
        lines.extend(found.inputs.iter().any(group).then(|| self.say("sense-grouped")));
        let left = [("count", Value::from(found.undefined)), ("rows", found.origin.trials.into())];
        lines.extend((found.undefined > 0).then(|| words.say("sense-undefined", &left)));
        let lines: String = lines.into_iter().map(|line| format!("  {line}\n")).collect();
        format!("{}\n{lines}", self.say("sense-how-sure"))
    }
}
