//! The two answers for the page: for what, and at what price?

use super::figures::{Chance, Figure, Figures, Pair};
use super::verdict::verdict;
use loyalsim::charts;
use loyalsim::design::{Basis, Design};
use loyalsim::summary::{GoalSummary, Scalar, Summary};
use loyalsim::words::{Language, Value, Words, capital};
use maud::{Markup, PreEscaped, html};
use serde::Serialize;

/// What a variant comes to, as far as it has been simulated.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// Trials.
    trials: u64,
    /// `rough`, `refining` or `settled`.
    stage: &'static str,
    /// The same as a sentence.
    state: String,
    /// How well the design is supported.
    inputs: String,
    goals: Vec<Goal>,
    worlds: Vec<Pair>,
    /// Why the net effect is what it is.
    verdict: Vec<String>,
    /// The price in few figures, the first one first.
    price: Vec<Figure>,
    /// All else.
    more: Vec<Figure>,
    /// The pictures, where they are wanted.
    pictures: Vec<Picture>,
}

impl Answer {
    /// The answer as a page to be read.
    pub fn readable(&self, name: &str, words: Words<'_>) -> Markup {
        let say = |key: &str| words.say(key, &[]);
        html! {
            section {
                h2 { (name) }
                p.note { (self.state) }
                h3 { (say("open-for-what")) }
                table { tbody { @for goal in &self.goals { tr {
                    th scope="row" { (goal.text) }
                    td.number { (goal.chance.text) @if let Some(without) = &goal.without { br; small { (say("open-without")) " " (without.text) } } }
                } } } }
                h3 { (say("open-at-what-price")) }
                p { (self.verdict.join(" ")) }
                table { tbody { @for figure in self.price.iter().chain(&self.more) { tr {
                    th scope="row" { (figure.label) br; small { (figure.means) } }
                    td.number { (figure.value) @if !figure.range.is_empty() { br; small { (figure.range) } } }
                } } } }
                @for picture in &self.pictures { figure { (PreEscaped(&picture.svg)) } }
                p.note { (self.inputs) }
            }
        }
    }
}

/// How far a variant has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// More trials are under way.
    Rough,
    /// Enough to decide on; a few more make it precise.
    Refining,
    /// What `loyalsim run` says.
    Settled,
}

#[derive(Debug, Serialize)]
struct Goal {
    text: String,
    chance: Chance,
    without: Option<Chance>,
    gain: String,
    expected: String,
    range: String,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct Picture {
    name: &'static str,
    title: String,
    subtitle: String,
    svg: String,
}

/// How wide pictures are where nobody says so.
pub fn wide() -> f64 {
    charts::Chart::WIDE
}

/// The pictures that follow every move of a lever, before the rest.
const LIVE: [&str; 6] =
    ["waterfall", "net-effect", "retention-effect", "retention", "nps-effect", "points-liability"];

/// The answer of a variant; `pictured` says whether to draw, and how wide.
pub fn answer(
    design: &Design,
    summary: &Summary,
    stage: Stage,
    pictured: Option<f64>,
    language: Language,
) -> Answer {
    let figures = Figures { summary, words: Words::new(language).with_currency(&summary.run.currency) };
    let drawn = |width| pictures(design, summary, (stage, width), language);
    let pictures = pictured.map(drawn).unwrap_or_default();
    let trials = [("trials", Value::from(summary.run.trials))];
    let (word, state) = match stage {
        Stage::Rough => ("rough", figures.words.say("open-rough", &trials)),
        Stage::Refining => ("refining", figures.words.say("open-refining", &trials)),
        Stage::Settled => ("settled", figures.words.say("open-settled", &trials)),
    };
    Answer {
        trials: summary.run.trials,
        stage: word,
        state,
        inputs: inputs(design, figures.words),
        goals: summary.goals.iter().map(|found| goal(figures, found)).collect(),
        worlds: worlds(figures),
        verdict: verdict(design, figures),
        price: price(figures),
        more: more(figures),
        pictures,
    }
}

fn inputs(design: &Design, words: Words<'_>) -> String {
    let of = |basis| design.numbers.iter().filter(|(_, number)| number.basis == basis).count();
    let told = [
        ("all", Value::from(design.numbers.len())),
        ("measured", of(Basis::Measured).into()),
        ("assumed", of(Basis::Assumed).into()),
    ];
    words.say("open-inputs", &told)
}

/// A goal as a sentence.
pub fn goal_text(figures: Figures<'_>, found: &GoalSummary) -> String {
    let (words, show) = (figures.words, figures.show());
    let by = found.by.parse().map_or_else(|_| Value::from(found.by.as_str()), Value::Month);
    let wanted = [
        ("metric", words.name("metric", found.metric).into()),
        ("threshold", show.chosen(found.value.unit, found.threshold).into()),
        ("by", by),
    ];
    let key = if found.bound == "at_least" { "open-goal-at-least" } else { "open-goal-at-most" };
    capital(&words.say(key, &wanted))
}

fn goal(figures: Figures<'_>, found: &GoalSummary) -> Goal {
    let show = figures.show();
    let gain = found.without.as_ref().map(|without| {
        let gain = without.gain;
        figures.words.points_with_error(gain.share.get(), gain.mc_error.get())
    });
    Goal {
        text: goal_text(figures, found),
        chance: figures.chance(&found.probability),
        without: found.without.as_ref().map(|without| figures.chance(&without.probability)),
        gain: gain.unwrap_or_default(),
        expected: show.mean(&found.value),
        range: show.interval(&found.value),
    }
}

fn worlds(figures: Figures<'_>) -> Vec<Pair> {
    let rows = [
        (
            "run-annual-retention",
            [Scalar::RetentionBaseline, Scalar::RetentionProgram, Scalar::RetentionChange],
        ),
        ("run-nps", [Scalar::NpsBaseline, Scalar::NpsProgram, Scalar::NpsChange]),
        ("run-active", [Scalar::ActiveBaseline, Scalar::ActiveProgram, Scalar::ActiveChange]),
    ];
    rows.into_iter().filter_map(|(label, scalars)| figures.pair(label, scalars)).collect()
}

fn price(figures: Figures<'_>) -> Vec<Figure> {
    let mut found: Vec<Figure> = [
        figures.headline("run-net", "open-net-means", Scalar::NetEffect),
        figures.headline("run-npv", "open-npv-means", Scalar::Npv),
    ]
    .into_iter()
    .flatten()
    .collect();
    found.extend(loss(figures));
    found.extend(payback(figures));
    found.extend(saved(figures));
    let costs = [
        ("run-cost", "run-cost-means", Scalar::ProgramCost),
        ("run-margin-loss", "run-margin-loss-means", Scalar::MarginLoss),
        ("run-paid-to-stayers", "run-paid-to-stayers-means", Scalar::PaidToKept),
    ];
    found.extend(
        costs.into_iter().filter_map(|(label, means, scalar)| figures.headline(label, means, scalar)),
    );
    found
}

fn loss(figures: Figures<'_>) -> Option<Figure> {
    let found = figures.summary.loss.as_ref()?;
    let shortfall = [("shortfall", found.expected_shortfall.into())];
    Some(Figure {
        key: "loss",
        label: figures.say("run-loss"),
        value: figures.show().chance(&found.probability),
        exact: Some(found.probability.share.get()),
        range: String::new(),
        means: figures.words.say("run-loss-means", &shortfall),
    })
}

fn payback(figures: Figures<'_>) -> Option<Figure> {
    let found = figures.summary.payback.as_ref()?;
    let month = found.median.and_then(|month| figures.month(month));
    let chance = [("chance", figures.show().chance(&found.probability).into())];
    let key = if month.is_some() { "run-payback-means" } else { "run-payback-none-means" };
    Some(Figure {
        key: "payback",
        label: figures.say("run-payback"),
        value: month.unwrap_or_else(|| figures.say("run-payback-none")),
        exact: found.median.map(f64::from),
        range: String::new(),
        means: figures.words.say(key, &chance),
    })
}

fn saved(figures: Figures<'_>) -> Option<Figure> {
    let found = figures.summary.price_per_saved.as_ref()?;
    let (price, error) = (found.price.map(|m| m.get()), found.mc_error.map(|m| m.get()));
    let value = match (price, error) {
        (Some(price), Some(error)) => figures.words.money_with_error(price, error),
        (Some(price), None) => figures.words.money(price),
        (None, _) => figures.say("run-price-none"),
    };
    let none = [("none", found.none_saved.into())];
    let means = match price {
        None => figures.say("run-price-none-means"),
        Some(_) if found.none_saved.get() > 0.0 => figures.words.say("run-price-some-means", &none),
        Some(_) => figures.say("run-price-means"),
    };
    Some(Figure {
        key: "price",
        label: figures.say("run-price"),
        value,
        exact: price,
        range: String::new(),
        means,
    })
}

fn more(figures: Figures<'_>) -> Vec<Figure> {
    let rows = [
        ("run-saved", "run-saved-means", Scalar::Saved),
        ("run-lost", "run-lost-means", Scalar::LostByProgram),
        ("run-won", "run-won-means", Scalar::Won),
        ("run-kept-anyway", "run-kept-anyway-means", Scalar::KeptAnyway),
        ("run-lost-anyway", "run-lost-anyway-means", Scalar::LostAnyway),
        ("run-net-base", "open-net-base-means", Scalar::NetEffectWithBase),
        ("run-exit", "run-exit-means", Scalar::ClosingCost),
        ("run-liability", "run-liability-means", Scalar::ClosingLiability),
        ("run-deferred", "run-deferred-means", Scalar::DeferredRevenue),
        ("run-breakage", "run-breakage-means", Scalar::Breakage),
        ("run-break-even", "run-break-even-means", Scalar::BreakEvenVolume),
        ("run-volume", "run-volume-means", Scalar::VolumeChange),
        ("run-naive", "run-naive-means", Scalar::NaiveLift),
        ("run-causal", "run-causal-means", Scalar::CausalLift),
    ];
    const OWED: [Scalar; 3] = [Scalar::ClosingCost, Scalar::ClosingLiability, Scalar::DeferredRevenue];
    let points = figures.summary.headline.has_points();
    let rows = rows.into_iter().filter(|(.., scalar)| points || !OWED.contains(scalar));
    rows.filter_map(|(label, means, scalar)| figures.headline(label, means, scalar)).collect()
}

/// All pictures of a settled answer; of a rough one those that follow every move.
fn pictures(
    design: &Design,
    summary: &Summary,
    (stage, width): (Stage, f64),
    language: Language,
) -> Vec<Picture> {
    let all = charts::all(design, summary, language);
    let live = |name: &str| LIVE.iter().position(|live| *live == name);
    let mut shown: Vec<_> =
        all.iter().filter(|named| stage != Stage::Rough || live(named.name).is_some()).collect();
    shown.sort_by_key(|named| live(named.name).unwrap_or(LIVE.len()));
    shown.into_iter().map(|named| Picture::of(named, width)).collect()
}

impl Picture {
    /// A chart as the page shows it, so wide.
    pub fn of(named: &charts::NamedChart, width: f64) -> Self {
        Self {
            name: named.name,
            title: named.chart.title.clone(),
            subtitle: named.chart.subtitle.clone(),
            svg: charts::svg(&named.chart.across(width)),
        }
    }
}
