//! The two answers as text: for what, and at what price?

use super::places;
use super::quantity::Show;
use super::table::{Align, layout};
use super::today;
use crate::design::{Basis, Design};
use crate::summary::{Gain, GoalSummary, Loss, Payback, Scalar, Summary, Without};
use crate::units::{Money, Share, Unit};
use crate::words::{Language, Value, Words, breakable};

/// The answers of a run, for a terminal or a file: aligned text, at most some hundred characters wide.
pub fn answers(design: &Design, summary: &Summary, language: Language) -> String {
    let words =
        Words::new(language).with_currency(&summary.run.currency).beside_today(summary.run.today.is_some());
    let report = Report { design, summary, show: Show { words } };
    let mut parts = vec![report.title(), report.for_what()];
    if summary.program.is_some() {
        parts.push(report.at_what_price());
        parts.extend(report.by_segment());
    }
    parts.extend(today::worth(summary, report.show));
    parts.extend(places::by_branch(&summary.branches, report.show));
    parts.extend(places::by_touchpoint(&summary.touchpoints, report.show));
    parts.push(report.how_sure());
    breakable(&parts.join("\n"))
}

struct Report<'a> {
    design: &'a Design,
    summary: &'a Summary,
    show: Show<'a>,
}

impl Report<'_> {
    /// A message without variables.
    fn say(&self, key: &str) -> String {
        self.show.words.say(key, &[])
    }

    fn title(&self) -> String {
        let (run, words) = (&self.summary.run, self.show.words);
        let program = today::named(run, words).map(|named| named + "\n");
        let months = &self.summary.months;
        let period = match (months.first(), months.last()) {
            (Some(first), Some(last)) => {
                let months = ("months", Value::from(months.len()));
                let [first, last] = [first, last].map(|month| Value::from(month.as_str()));
                words.say("run-period", &[("first", first), ("last", last), months])
            }
            _ => String::new(),
        };
        let size = [
            ("trials", Value::from(run.trials)),
            ("customers", run.customers.into()),
            ("seed", run.seed.to_string().into()),
        ];
        let size = words.say("run-size", &size);
        let done = [("done", Value::from(run.trials)), ("asked", run.trials_asked.into())];
        let partial = run.partial.then(|| words.say("run-partial", &done) + "\n");
        let [program, partial] = [program, partial].map(Option::unwrap_or_default);
        format!("{}\n{program}{period}; {size}\n{partial}", run.title)
    }

    fn for_what(&self) -> String {
        let mut text = self.say("run-for-what") + "\n";
        let with = self.summary.program.is_some();
        text += &self.goals();
        text += &if with { self.worlds() } else { self.baseline() };
        if with {
            text += &self.customers();
        } else {
            text += &format!("\n  {}\n", self.say("run-no-program"));
        }
        text
    }

    fn goals(&self) -> String {
        if self.summary.goals.is_empty() {
            return format!("  {}\n\n", self.say("run-no-goals"));
        }
        let compared = self.summary.goals.iter().any(|goal| goal.without.is_some());
        let beside: &[&str] = if compared { &["run-without", "run-change"] } else { &[] };
        let header = [&["run-goal", "run-chance"], beside, &["run-expected", "run-spread"]].concat();
        let header = header.into_iter().map(|key| self.say(key)).collect();
        let rows: Vec<_> = std::iter::once(header)
            .chain(self.summary.goals.iter().map(|g| self.goal(g, compared)))
            .collect();
        let aligns = if compared { vec![Align::Right; 4] } else { vec![Align::Right; 2] };
        layout(&rows, &[vec![Align::Left], aligns].concat()) + "\n"
    }

    /// A goal's line; where some are `compared` with the world without the program, its chance there and what the program adds.
    fn goal(&self, goal: &GoalSummary, compared: bool) -> Vec<String> {
        let words = self.show.words;
        let wanted = [
            ("metric", words.name("metric", goal.metric).into()),
            ("threshold", self.show.chosen(goal.value.unit, goal.threshold).into()),
            ("by", goal.by.as_str().into()),
        ];
        let key = if goal.bound == "at_least" { "run-goal-at-least" } else { "run-goal-at-most" };
        let without = |without: &Without| {
            let Gain { share, mc_error } = without.gain;
            [self.show.chance(&without.probability), words.points_with_error(share.get(), mc_error.get())]
        };
        let beside = goal.without.as_ref().map_or([String::new(), String::new()], without);
        let beside = if compared { beside.to_vec() } else { Vec::new() };
        [
            vec![words.say(key, &wanted), self.show.chance(&goal.probability)],
            beside,
            vec![self.show.mean(&goal.value), self.show.interval(&goal.value)],
        ]
        .concat()
    }

    fn baseline(&self) -> String {
        let rows: Vec<_> = [
            ("run-annual-retention", Scalar::RetentionBaseline),
            ("run-nps", Scalar::NpsBaseline),
            ("run-active", Scalar::ActiveBaseline),
        ]
        .into_iter()
        .filter_map(|(label, scalar)| {
            let estimate = self.summary.headline.get(scalar)?;
            Some(vec![self.say(label), self.show.mean(estimate), self.show.interval(estimate)])
        })
        .collect();
        let header = ["run-at-the-end", "run-expected", "run-spread"].map(|key| self.say(key)).to_vec();
        layout(&[vec![header], rows].concat(), &[Align::Left, Align::Right])
    }

    fn worlds(&self) -> String {
        let header = ["run-at-the-end", "run-without", "run-with", "run-change", "run-spread"];
        let mut rows = vec![header.map(|key| self.say(key)).to_vec()];
        let [retention, nps, active] = [
            [Scalar::RetentionBaseline, Scalar::RetentionProgram, Scalar::RetentionChange],
            [Scalar::NpsBaseline, Scalar::NpsProgram, Scalar::NpsChange],
            [Scalar::ActiveBaseline, Scalar::ActiveProgram, Scalar::ActiveChange],
        ];
        rows.extend(self.world_row("run-annual-retention", retention));
        rows.extend(self.world_row("run-nps", nps));
        rows.extend(self.world_row("run-active", active));
        layout(&rows, &[Align::Left, Align::Right, Align::Right, Align::Right]) + "\n"
    }

    fn world_row(&self, label: &str, [without, with, change]: [Scalar; 3]) -> Option<Vec<String>> {
        let headline = &self.summary.headline;
        let change = headline.get(change)?;
        Some(vec![
            self.say(label),
            self.show.mean(headline.get(without)?),
            self.show.mean(headline.get(with)?),
            self.show.change(change),
            self.show.interval_of_change(change),
        ])
    }

    fn customers(&self) -> String {
        let rows = [
            ("run-saved", Scalar::Saved, "run-saved-means"),
            ("run-lost", Scalar::LostByProgram, "run-lost-means"),
            ("run-won", Scalar::Won, "run-won-means"),
            ("run-kept-anyway", Scalar::KeptAnyway, "run-kept-anyway-means"),
            ("run-lost-anyway", Scalar::LostAnyway, "run-lost-anyway-means"),
        ];
        layout(&self.lines(&rows), &[Align::Left, Align::Right])
    }

    /// Lines of headline numbers: the key of the label, the number, the key of what it means.
    fn lines(&self, rows: &[(&str, Scalar, &str)]) -> Vec<Vec<String>> {
        rows.iter().filter_map(|(label, scalar, gloss)| self.line(label, *scalar, self.say(gloss))).collect()
    }

    /// A label, a headline number with its Monte Carlo error, and what it means.
    fn line(&self, label: &str, scalar: Scalar, gloss: String) -> Option<Vec<String>> {
        let estimate = self.summary.headline.get(scalar)?;
        Some(vec![self.say(label), self.show.mean(estimate), gloss])
    }

    fn at_what_price(&self) -> String {
        let mut rows = self.effect();
        rows.extend(self.cost());
        rows.extend(self.saved_price());
        rows.extend(self.closing());
        rows.extend(self.summary.payback.as_ref().map(|payback| self.payback(payback)));
        rows.extend(self.discounts());
        format!("{}\n{}", self.say("run-at-what-price"), layout(&rows, &[Align::Left, Align::Right]))
    }

    fn effect(&self) -> Vec<Vec<String>> {
        let range = |scalar| {
            let range = self.summary.headline.get(scalar).map(|e| self.show.interval(e));
            [("range", range.unwrap_or_default().into())]
        };
        let gloss = self.show.words.say("run-net-means", &range(Scalar::NetEffect));
        let mut rows: Vec<_> = self.line("run-net", Scalar::NetEffect, gloss).into_iter().collect();
        let gloss = self.show.words.say("run-npv-means", &range(Scalar::Npv));
        rows.extend(self.line("run-npv", Scalar::Npv, gloss));
        let gloss = self.show.words.say("run-after-tax-means", &range(Scalar::NpvAfterTax));
        rows.extend(self.line("run-after-tax", Scalar::NpvAfterTax, gloss));
        rows.extend(self.with_base());
        rows.extend(self.summary.loss.as_ref().map(|loss| self.loss(loss)));
        rows
    }

    /// What the customers at the end change: why the effect to the horizon is not all.
    fn with_base(&self) -> Vec<Vec<String>> {
        let (headline, words) = (&self.summary.headline, self.show.words);
        let worth = |scalar| headline.get(scalar).map(|e| Value::Money(e.mean));
        let told = (worth(Scalar::BaseValueProgram), worth(Scalar::BaseValueBaseline));
        let (Some(with), Some(without)) = told else { return Vec::new() };
        let mean = |scalar| headline.get(scalar).map_or(f64::NAN, |e| e.mean);
        let stays = mean(Scalar::BaseValueStays);
        let each = words.signed_money(mean(Scalar::BaseValueChange) - stays);
        let parts = [("stays", words.signed_money(stays).into()), ("each", each.into())];
        let why = words.say("run-base-means", &[[("with", with), ("without", without)], parts].concat());
        let range = headline.get(Scalar::NetEffectWithBase).map(|e| self.show.interval(e));
        let sum = words.say("run-net-base-means", &[("range", range.unwrap_or_default().into())]);
        let rows = [
            self.line("run-base", Scalar::BaseValueChange, why),
            self.line("run-net-base", Scalar::NetEffectWithBase, sum),
        ];
        rows.into_iter().flatten().collect()
    }

    fn loss(&self, loss: &Loss) -> Vec<String> {
        let shortfall = loss.expected_shortfall.into();
        vec![
            self.say("run-loss"),
            self.show.chance(&loss.probability),
            self.show.words.say("run-loss-means", &[("shortfall", shortfall)]),
        ]
    }

    fn cost(&self) -> Vec<Vec<String>> {
        self.lines(&[
            ("run-margin-loss", Scalar::MarginLoss, "run-margin-loss-means"),
            ("run-cost", Scalar::ProgramCost, "run-cost-means"),
            ("run-paid-to-stayers", Scalar::PaidToKept, "run-paid-to-stayers-means"),
        ])
    }

    fn saved_price(&self) -> Option<Vec<String>> {
        let saved = self.summary.price_per_saved.as_ref()?;
        let words = self.show.words;
        // an error as large as half the figure leaves none
        let open = |price: Money, error: Money| error.get() > 0.5 * price.get().abs();
        let is_open = saved.price.zip(saved.mc_error).is_some_and(|(price, error)| open(price, error));
        let price = match (saved.price, saved.mc_error) {
            _ if is_open => self.say("run-price-none"),
            (Some(price), Some(error)) => words.money_with_error(price.get(), error.get()),
            (Some(price), None) => words.money(price.get()),
            (None, _) => self.say("run-price-none"),
        };
        let gloss = match (saved.price, saved.none_saved) {
            _ if is_open => self.say("run-price-open-means"),
            (None, _) => self.say("run-price-none-means"),
            (_, none) if none > Share::NONE => words.say("run-price-some-means", &[("none", none.into())]),
            _ => self.say("run-price-means"),
        };
        Some(vec![self.say("run-price"), price, gloss])
    }

    /// What is owed for points; nothing where there are none.
    fn closing(&self) -> Vec<Vec<String>> {
        if !self.summary.headline.has_points() {
            return Vec::new();
        }
        let mut rows = self.lines(&[
            ("run-exit", Scalar::ClosingCost, "run-exit-means"),
            ("run-liability", Scalar::ClosingLiability, "run-liability-means"),
        ]);
        let full = self.summary.headline.get(Scalar::NetEffectFullPoints).map(|e| self.show.mean(e));
        let gloss = self.show.words.say("run-redemption-means", &[("full", full.unwrap_or_default().into())]);
        rows.extend(self.line("run-redemption", Scalar::ExpectedRedemption, gloss));
        rows.extend(self.lines(&[
            ("run-deferred", Scalar::DeferredRevenue, "run-deferred-means"),
            ("run-breakage", Scalar::Breakage, "run-breakage-means"),
        ]));
        rows
    }

    fn payback(&self, payback: &Payback) -> Vec<String> {
        let chance = [("chance", self.show.chance(&payback.probability).into())];
        let month = payback.median.and_then(|month| self.month(f64::from(month)));
        let key = if month.is_some() { "run-payback-means" } else { "run-payback-none-means" };
        let month = month.unwrap_or_else(|| self.say("run-payback-none"));
        vec![self.say("run-payback"), month, self.show.words.say(key, &chance)]
    }

    fn discounts(&self) -> Vec<Vec<String>> {
        let mut lines = self.lines(&[
            ("run-break-even", Scalar::BreakEvenVolume, "run-break-even-means"),
            ("run-volume", Scalar::VolumeChange, "run-volume-means"),
            ("run-naive", Scalar::NaiveLift, "run-naive-means"),
            ("run-causal", Scalar::CausalLift, "run-causal-means"),
        ]);
        lines.extend(self.fatigue());
        lines
    }

    /// Discount fatigue: when the discount has lost half of its pull.
    fn fatigue(&self) -> Option<Vec<String>> {
        let halved = self.summary.headline.get(Scalar::UpliftHalved)?;
        let month = self.month(halved.median)?;
        let often = [("halved", Value::from(halved.trials)), ("trials", self.summary.run.trials.into())];
        Some(vec![self.say("run-wears-off"), month, self.show.words.say("run-wears-off-means", &often)])
    }

    /// The calendar month that is the `number`th of the simulation.
    fn month(&self, number: f64) -> Option<String> {
        self.summary.months.get((number.round() as usize).checked_sub(1)?).cloned()
    }

    /// Who gains and who costs, where there are several segments.
    fn by_segment(&self) -> Option<String> {
        let segments = &self.summary.segments;
        let header = ["run-segment", "run-segment-without", "run-segment-with", "run-net", "run-spread"];
        let mut rows = vec![header.map(|key| self.say(key)).to_vec()];
        for segment in segments {
            let effect = segment.net_effect.as_ref()?;
            rows.push(vec![
                segment.name.clone(),
                self.show.mean(&segment.retention_baseline),
                self.show.mean(segment.retention_program.as_ref()?),
                self.show.mean(effect),
                self.show.interval(effect),
            ]);
        }
        let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
        (segments.len() > 1).then(|| format!("{}\n{}", self.say("run-by-segment"), layout(&rows, &aligns)))
    }

    fn how_sure(&self) -> String {
        let glossary = ["run-glossary-error", "run-glossary-spread", "run-glossary-better"];
        let glossary = glossary.map(|key| format!("  {}\n", self.say(key))).concat();
        let (enough, luck, basis) = (self.enough(), self.luck(), self.basis());
        format!("{}\n{enough}{luck}{basis}{glossary}", self.say("run-how-sure"))
    }

    /// Where the variance comes from.
    fn luck(&self) -> String {
        let Some(split) = self.summary.variance else { return String::new() };
        let words = self.show.words;
        let parts = [split.ignorance, split.events, split.luck].map(Share::get);
        let [ignorance, events, luck] = words.parts(parts).map(Value::Text);
        let told = [
            ("headline", words.name("metric", self.summary.enough.headline).into()),
            ("ignorance", ignorance),
            ("events", events),
            ("luck", luck),
        ];
        let key = if split.events > Share::NONE { "run-luck-events" } else { "run-luck" };
        let error = split.error.get().max(split.events_error.get());
        format!("  {}{}\n", words.say(key, &told), words.rough(error))
    }

    fn enough(&self) -> String {
        let (enough, words) = (&self.summary.enough, self.show.words);
        if !enough.error_share.is_finite() {
            return format!("  {}\n", self.say("run-too-few-to-tell"));
        }
        let found = [
            ("share", enough.error_share.into()),
            ("headline", words.name("metric", enough.headline).into()),
        ];
        if enough.reached {
            return format!("  {}\n", words.say("run-enough", &found));
        }
        let remedy = [
            ("target", self.show.chosen(Unit::Share, enough.target.get()).into()),
            ("needed", enough.trials_needed.into()),
            ("option", enough.trials_needed.to_string().into()),
        ];
        let remedy = words.say("run-too-few-remedy", &remedy);
        format!("  {}\n           {remedy}\n", words.say("run-too-few", &found))
    }

    fn basis(&self) -> String {
        let numbers = &self.design.numbers;
        let count = |basis| Value::from(numbers.iter().filter(|(_, n)| n.basis == basis).count());
        let counts = [
            ("all", numbers.len().into()),
            ("measured", count(Basis::Measured)),
            ("published", count(Basis::Published)),
            ("folk", count(Basis::Folk)),
            ("assumed", count(Basis::Assumed)),
        ];
        format!("  {}\n  {}\n", self.show.words.say("run-basis", &counts), self.say("run-explain"))
    }
}
