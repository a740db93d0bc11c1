//! The deck of a run: the answer, its goals, the pictures in the order of an argument, and what it all rests on.

use super::chart::charts;
use super::slide::{Item, Slide};
use super::table::Grid;
use super::text::Paragraph;
use super::tiles::{HEIGHT, Tile, tiled};
use super::{MOST_SLIDES, pictures};
use crate::charts;
use crate::charts::spec::{AxisUnit, Bar, Bars, Chart, Picture};
use crate::design::{Basis, Design};
use crate::report::quantity::Show;
use crate::report::today;
use crate::summary::{Estimate, GoalSummary, Scalar, Summary};
use crate::units::Share;
use crate::words::{Value, Words, capital};

/// Pictures in the order of an argument: for what, at what price, and what else one may ask.
const ORDER: [&str; 14] = [
    "waterfall",
    "net-effect",
    "retention",
    "retention-effect",
    "churn-by-cause",
    "nps-effect",
    "margin-loss",
    "discount-uplift",
    "points-liability",
    "base-value",
    "customer-worth",
    "categories",
    "nps",
    "answers",
];

/// Headline numbers below the goals, as many as there is room for.
const FIGURES: [Scalar; 9] = [
    Scalar::ProgramCost,
    Scalar::MarginLoss,
    Scalar::PaidToKept,
    Scalar::BreakEvenVolume,
    Scalar::VolumeChange,
    Scalar::NetSaved,
    Scalar::RetentionBaseline,
    Scalar::NpsBaseline,
    Scalar::ActiveBaseline,
];

/// The slides.
pub fn slides(design: &Design, summary: &Summary, words: Words<'_>) -> Vec<Slide> {
    let deck = Deck {
        design,
        summary,
        show: Show { words },
        pictures: charts::all(design, summary, words.language()),
    };
    let mut slides = vec![deck.cover(), deck.answer()];
    let basis = deck.basis();
    let room = MOST_SLIDES - slides.len() - 1;
    let all = ORDER.iter().filter_map(|name| deck.pictures.iter().find(|picture| picture.name == *name));
    slides.extend(all.filter_map(|picture| pictures::slide(&picture.chart, words)).take(room));
    slides.push(basis);
    slides
}

struct Deck<'a> {
    design: &'a Design,
    summary: &'a Summary,
    show: Show<'a>,
    pictures: Vec<charts::NamedChart>,
}

impl Deck<'_> {
    fn say(&self, key: &str) -> String {
        self.show.words.say(key, &[])
    }

    fn cover(&self) -> Slide {
        let (run, words) = (&self.summary.run, self.show.words);
        let kicker = if self.summary.program.is_some() { "deck-kicker" } else { "deck-kicker-none" };
        let line = |text: String| Paragraph { bullet: false, ..Paragraph::plain(text).sized(18.0) };
        let mut lines = vec![line(self.say(kicker))];
        lines.extend(today::named(run, words).map(line));
        lines.push(line(self.period()).sized(15.0));
        lines.push(line(self.size()).sized(13.0));
        if run.partial {
            let done = [("done", Value::from(run.trials)), ("asked", run.trials_asked.into())];
            lines.push(line(words.say("run-partial", &done)).sized(13.0));
        }
        let slide = Slide { cover: true, ..Slide::new(run.title.as_str()) };
        slide.with([0.0, 0.0, 1.0, 1.0], Item::Words(lines)).noted([self.say("deck-caution"), self.source()])
    }

    fn period(&self) -> String {
        let months = &self.summary.months;
        let (Some(first), Some(last)) = (months.first(), months.last()) else { return String::new() };
        let [first, last] = [first, last].map(|month| Value::from(month.as_str()));
        self.show
            .words
            .say("run-period", &[("first", first), ("last", last), ("months", months.len().into())])
    }

    fn size(&self) -> String {
        let run = &self.summary.run;
        let seed = run.seed.to_string().into();
        let size = [("trials", Value::from(run.trials)), ("customers", run.customers.into()), ("seed", seed)];
        self.show.words.say("run-size", &size)
    }

    /// Where everything comes from.
    fn source(&self) -> String {
        self.pictures.first().map_or_else(|| self.size(), |picture| picture.chart.footer.clone())
    }

    fn answer(&self) -> Slide {
        let notes = [self.say("deck-caution"), self.source()];
        let slide = tiled(Slide::new(self.message()), &self.tiles());
        let goals = &self.summary.goals;
        let (item, high) = if goals.is_empty() {
            (Item::Words(vec![Paragraph::plain(self.say("deck-no-goals"))]), 0.1)
        } else {
            (Item::Table(self.goals()), (0.09 * (goals.len() + 1) as f64).min(0.45))
        };
        let top = HEIGHT + 0.02;
        let (below, rest) = ([0.0, top, 1.0, high], [0.0, top + high + 0.03, 1.0, 0.97 - top - high]);
        slide.with(below, item).with(rest, Item::Table(self.figures())).noted(notes)
    }

    /// The answer in a sentence.
    fn message(&self) -> String {
        /// Above this share of losses, or below one less this, one result is the likely one.
        const LIKELY: f64 = 2.0 / 3.0;
        let (words, headline) = (self.show.words, &self.summary.headline);
        let money = self.summary.loss.zip(headline.get(Scalar::NetEffect));
        let Some((loss, net)) = money else {
            let share = headline.get(Scalar::RetentionBaseline).map_or(f64::NAN, |e| e.mean);
            return words.say("deck-answer-none", &[("share", Value::Percent(share))]);
        };
        let key = match (loss.probability.share.get(), net.mean) {
            (share, mean) if share >= LIKELY && mean < 0.0 => "deck-answer-loss",
            (share, mean) if share <= 1.0 - LIKELY && mean > 0.0 => "deck-answer-gain",
            _ => "deck-answer-open",
        };
        let said = [
            ("net", Value::SignedMoney(net.mean)),
            ("months", self.summary.months.len().into()),
            ("chance", self.show.chance(&loss.probability).into()),
        ];
        words.say(key, &said)
    }

    fn tiles(&self) -> Vec<Tile> {
        let headline = &self.summary.headline;
        let range = |range: String| Some(self.show.words.say("page-tile-range", &[("range", range.into())]));
        let of = |scalar, label: &str, value: fn(Show<'_>, &Estimate) -> String| {
            let estimate = headline.get(scalar)?;
            let spread = if scalar == Scalar::NetEffect || scalar == Scalar::Npv {
                self.show.interval(estimate)
            } else {
                self.show.interval_of_change(estimate)
            };
            Some(Tile { value: value(self.show, estimate), label: self.say(label), range: range(spread) })
        };
        let money = |show: Show<'_>, estimate: &Estimate| show.words.signed_money(estimate.mean);
        let points = |show: Show<'_>, estimate: &Estimate| show.words.signed_points(estimate.mean);
        let plain = |show: Show<'_>, estimate: &Estimate| show.words.signed_fixed(estimate.mean, 1);
        let people = |show: Show<'_>, estimate: &Estimate| show.words.signed_about(estimate.mean);
        let all = [
            of(Scalar::NetEffect, "deck-tile-net", money),
            of(Scalar::Npv, "page-tile-npv", money),
            of(Scalar::RetentionChange, "page-tile-retention", points),
            of(Scalar::NpsChange, "page-tile-nps", plain),
            of(Scalar::NetSaved, "page-tile-saved", people),
        ];
        all.into_iter().flatten().take(4).collect()
    }

    /// Further headline numbers.
    fn figures(&self) -> Grid {
        let heads = [("deck-measure", false), ("run-expected", true), ("run-spread", true)];
        let row = |scalar: &Scalar| {
            let estimate = self.summary.headline.get(*scalar)?;
            let named = capital(&self.show.words.name("measure", scalar.key()));
            Some(vec![named, self.show.value(estimate.unit, estimate.mean), self.show.interval(estimate)])
        };
        let heads = heads.map(|(key, numeric)| (self.say(key), numeric)).into();
        Grid { heads, rows: FIGURES.iter().filter_map(row).collect() }
    }

    fn goals(&self) -> Grid {
        let compared = self.summary.goals.iter().any(|goal| goal.without.is_some());
        let without: &[&str] = if compared { &["run-without"] } else { &[] };
        let heads = [&["run-goal", "run-chance"], without, &["run-expected", "run-spread"]].concat();
        let heads = heads.into_iter().map(|key| (self.say(key), key != "run-goal")).collect();
        Grid { heads, rows: self.summary.goals.iter().map(|goal| self.goal(goal, compared)).collect() }
    }

    fn goal(&self, goal: &GoalSummary, compared: bool) -> Vec<String> {
        let wanted = [
            ("metric", self.show.words.name("metric", goal.metric).into()),
            ("threshold", self.show.chosen(goal.value.unit, goal.threshold).into()),
            ("by", goal.by.as_str().into()),
        ];
        let key = if goal.bound == "at_least" { "run-goal-at-least" } else { "run-goal-at-most" };
        let without = goal.without.as_ref().map(|without| self.show.chance(&without.probability));
        let without = if compared { vec![without.unwrap_or_else(|| "–".to_owned())] } else { Vec::new() };
        let named = vec![capital(&self.show.words.say(key, &wanted)), self.show.chance(&goal.probability)];
        let expected = self.show.value(goal.value.unit, goal.value.mean);
        [named, without, vec![expected, self.show.interval(&goal.value)]].concat()
    }

    /// What the numbers rest on.
    fn basis(&self) -> Slide {
        let words = self.show.words;
        let numbers = &self.design.numbers;
        let count = |basis| numbers.iter().filter(|(_, n)| n.basis == basis).count();
        let bar = |basis: Basis| {
            let value = count(basis) as f64;
            let name = capital(&words.name("basis", basis.key()));
            Bar { name, value, interval: (f64::NAN, f64::NAN), amount: words.count(value), notes: Vec::new() }
        };
        let bars = [Basis::Measured, Basis::Published, Basis::Folk, Basis::Assumed].map(bar).into();
        let told = [
            ("judged", Value::from(count(Basis::Folk) + count(Basis::Assumed))),
            ("all", numbers.len().into()),
            ("measured", count(Basis::Measured).into()),
        ];
        let picture = Picture::Bars(Bars { axis: self.say("deck-basis-axis"), unit: AxisUnit::Plain, bars });
        let told = [words.say("deck-basis-title", &told), self.say("deck-basis-shown"), self.source()];
        let chart = Chart::slide(told, picture, words.language());
        let mut slide = Slide::new(chart.title.as_str());
        for native in charts(&chart, words) {
            slide = slide.with([0.0, 0.0, 0.6, 1.0], Item::Chart(Box::new(native)));
        }
        let said = [self.luck(), Some(self.say("deck-basis-why")), Some(self.say("deck-caution"))];
        let said: Vec<Paragraph> = said.into_iter().flatten().map(Paragraph::plain).collect();
        slide.with([0.62, 0.0, 0.38, 1.0], Item::Words(said)).noted([
            chart.subtitle,
            self.say("run-explain"),
            chart.footer,
        ])
    }

    /// Where the variance comes from.
    fn luck(&self) -> Option<String> {
        let split = self.summary.variance?;
        let words = self.show.words;
        let parts = [split.ignorance, split.events, split.luck].map(Share::get);
        let [ignorance, events, luck] = words.parts(parts).map(Value::Text);
        let headline = words.name("metric", self.summary.enough.headline).into();
        let told = [("headline", headline), ("ignorance", ignorance), ("events", events), ("luck", luck)];
        Some(words.say(if split.events > Share::NONE { "run-luck-events" } else { "run-luck" }, &told))
    }
}
