//! The economics: where the money goes, what a saved customer and a point of NPS cost, and who pays.

use super::{classes, number_column, table, text_column};
use crate::review::case::{Case, MAIN, cell, chance, difference, from};
use crate::review::content::{Block, Picture};
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::interval::{Interval, Side};
use crate::review::measures::Measure;
use crate::review::sentence::{Arg, Sentence, Style, say};
use crate::summary::{Scalar, Series, interval};

/// Part four.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(id) = case.headline(figures, Scalar::NetEffect) {
        blocks.push(Block::Lead(
            say("review-economics-lead").figure("effect", id.clone(), Style::Signed).range("range", id),
        ));
    }
    blocks.push(Block::Picture(Picture::Waterfall));
    blocks.push(key_figures(case, figures));
    blocks.push(Block::Paragraph(prose(case, figures)));
    blocks.extend(classes::blocks(case, figures));
    blocks
}

/// Headline numbers of the table, with their labels.
const HEADLINE: [(&str, Scalar); 15] = [
    ("review-row-program-cost", Scalar::ProgramCost),
    ("review-row-margin-loss", Scalar::MarginLoss),
    ("review-row-paid-to-stayers", Scalar::PaidToKept),
    ("review-row-break-even", Scalar::BreakEvenVolume),
    ("review-row-volume", Scalar::VolumeChange),
    ("review-row-liability", Scalar::ClosingLiability),
    ("review-row-redemption", Scalar::ExpectedRedemption),
    ("review-row-full-points", Scalar::NetEffectFullPoints),
    ("review-row-deferred", Scalar::DeferredRevenue),
    ("review-row-breakage", Scalar::Breakage),
    ("review-row-base-start", Scalar::BaseValueStart),
    ("review-row-base-without", Scalar::BaseValueBaseline),
    ("review-row-base-with", Scalar::BaseValueProgram),
    ("review-row-base-stays", Scalar::BaseValueStays),
    ("review-row-net-with-base", Scalar::NetEffectWithBase),
];

fn key_figures(case: &Case, figures: &mut Figures) -> Block {
    let mut rows = Vec::new();
    let headline = &case.run.summary.headline;
    let said = |scalar| scalar != Scalar::NetEffectFullPoints || headline.has_points();
    for (key, scalar) in HEADLINE.into_iter().filter(|(_, scalar)| said(*scalar)) {
        let nothing = headline.get(scalar).is_none_or(|e| e.p5 == 0.0 && e.p95 == 0.0);
        let id = case.headline(figures, scalar).filter(|_| !nothing);
        rows.extend(id.map(|id| row(Sentence::new(key), id)));
    }
    for (key, name, form, measure) in [
        ("review-row-subsidised", "subsidised", Form::Share, Measure::DiscountSubsidised),
        ("review-row-reward-rate", "reward-rate", Form::Share, Measure::RewardRate),
        ("review-row-margin-given", "margin-given", Form::Share, Measure::MarginGiven),
        ("review-row-lapsed", "breakage-value", Form::Money, Measure::Breakage),
        ("review-row-bad-profit", "bad-income", Form::Money, Measure::BadIncome),
    ] {
        let nothing = case.run.interval(measure).is_none_or(|i| i.low == 0.0 && i.high == 0.0);
        let id = case.measure(figures, name, form, measure).filter(|_| !nothing);
        rows.extend(id.map(|id| row(Sentence::new(key), id)));
    }
    let columns = vec![
        text_column("review-column-figure"),
        number_column("review-column-expected"),
        number_column("review-column-range"),
    ];
    table(say("review-economics-table"), columns, rows)
}

fn row(label: Sentence, id: FigureId) -> Vec<Arg> {
    vec![super::said(label), cell(id.clone(), Style::Value), cell(id, Style::Range)]
}

fn prose(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let mut text = Vec::new();
    text.extend(break_even(case, figures));
    text.push(price_per_saved(case, figures));
    text.push(payback(case, figures));
    text.extend(breakage(case, figures));
    text.extend(good_profit(case, figures));
    text.extend(nps_cost(case, figures));
    text
}

fn price_per_saved(case: &Case, figures: &mut Figures) -> Sentence {
    let acquisition = Interval::of_number(&case.design.numbers[case.design.business.acquisition_cost]);
    let acquisition = figures.interval("design.acquisition", Form::Money, &acquisition, Source::Design);
    match case.run.summary.price_per_saved.as_ref().and_then(Interval::of_price) {
        Some(price) => {
            let price = figures.interval("proposal.price-per-saved", Form::Money, &price, from(MAIN));
            let sentence =
                say("review-price-per-saved").value("price", price.clone()).range("interval", price);
            sentence.value("acquisition", acquisition)
        }
        None => no_price(case),
    }
}

/// Why there is no price of a saved customer: none is saved, or they cost nothing.
fn no_price(case: &Case) -> Sentence {
    let costs = case.run.summary.headline.get(Scalar::ProgramCost).is_some_and(|cost| cost.mean > 0.0);
    say(if costs { "review-price-none" } else { "review-price-free" })
}

fn payback(case: &Case, figures: &mut Figures) -> Sentence {
    let Some(payback) = &case.run.summary.payback else { return say("review-payback-none") };
    let p = chance(figures, "proposal.payback", &payback.probability, MAIN);
    match payback.median {
        Some(month) => {
            let month = case.design.start.plus(i32::try_from(month).unwrap_or(1) - 1);
            say("review-payback").figure("chance", p, Style::Chance).with("month", Arg::Month(month))
        }
        None => say("review-payback-unlikely").figure("chance", p, Style::Chance),
    }
}

/// The rise of sales that discounts and rewards need, and the one that every cost needs, against the one simulated. Of the rise simulated, what
/// is left over could be missed: the net effect over the margin left of a sale.
fn break_even(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let [have, effect] =
        [Scalar::VolumeChange, Scalar::NetEffect].map(|scalar| case.run.at_real_size(scalar));
    let [left, sales] = [Measure::MarginLeft, Measure::SalesWithout]
        .map(|measure| case.run.measure(measure).collect::<Vec<f64>>());
    let left = |trial: usize| left[trial] * sales[trial];
    if !(0..effect.len()).all(|trial| left(trial) > 0.0) {
        return None;
    }
    let all = (0..effect.len()).map(|trial| have[trial] - effect[trial] / left(trial));
    let all = Interval::of_sample(all)?;
    let room = -all.value;
    let all = figures.interval("proposal.volume-needed", Form::Share, &all, from(MAIN));
    let short = effect.iter().filter(|effect| **effect < 0.0).count();
    let short = interval::probability(short as u64, effect.len() as u64);
    let short = chance(figures, "proposal.volume-short", &short, MAIN);
    let have = case.headline(figures, Scalar::VolumeChange)?;
    let need = case.run.summary.headline.get(Scalar::BreakEvenVolume).filter(|need| need.mean > 0.0);
    if room >= 0.0 {
        let room = figures.bare("proposal.volume-room", Form::Share, room, from(MAIN));
        let sentence = say("review-break-even-room").value("room", room).value("have", have);
        return Some(sentence.figure("short", short, Style::Chance));
    }
    let sentence = match need.and_then(|_| case.headline(figures, Scalar::BreakEvenVolume)) {
        Some(need) => say("review-break-even").value("need", need),
        None => say("review-break-even-cost"),
    };
    Some(sentence.value("all", all).value("have", have).figure("short", short, Style::Chance))
}

/// What is left of the net effect without income at the expense of the relation.
fn good_profit(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let income: Vec<f64> = case.run.measure(Measure::BadIncome).collect();
    let bad = Interval::of_sample(income.iter().copied()).filter(|bad| bad.value > 0.0)?;
    let good = case.run.at_real_size(Scalar::NetEffect).into_iter().zip(income).map(|(all, bad)| all - bad);
    let good = Interval::of_sample(good)?;
    let bad = figures.interval("proposal.bad-income", Form::Money, &bad, from(MAIN));
    let good = figures.interval("proposal.good-profit", Form::Money, &good, from(MAIN));
    let sentence = say("review-good-profit").value("bad", bad);
    Some(sentence.figure("good", good.clone(), Style::Signed).range("range", good))
}

/// What the program would earn if nobody forgot a point: simulated, not estimated.
fn breakage(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let run = case.side.no_breakage.as_ref()?;
    let whole = case.run.summary.headline.get(Scalar::Npv)?.mean;
    let change = run.rows.column(0, Scalar::Npv).less(&case.run.column(Scalar::Npv));
    // Simulated on some of the trials: what it changes there is put beside the NPV of all of them.
    let without = figures.bare("no-breakage.npv", Form::Money, whole + change.mean, from("no-breakage"));
    let change = difference(figures, "no-breakage.change", &change, "no-breakage");
    Some(
        say("review-breakage").figure("change", change.clone(), Style::Signed).range("range", change).figure(
            "without",
            without,
            Style::Signed,
        ),
    )
}

/// What ten points of NPS cost by way of this program, and when they show.
fn nps_cost(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let Some(nps) = case.run.summary.headline.get(Scalar::NpsChange) else {
        return vec![say("review-nps-no-program")];
    };
    let interval = Interval::of_trials(nps);
    let id = figures.interval("proposal.nps_change", Form::NpsPoints, &interval, from(MAIN));
    match interval.side(0.0) {
        Side::Below => return vec![say("review-nps-lower").range("range", id)],
        Side::Astride => return vec![say("review-nps-not-bought").range("range", id)],
        Side::Above => {}
    }
    let npv = case.run.summary.headline.get(Scalar::Npv).map_or(f64::NAN, |e| e.mean);
    let mut list = vec![if npv >= 0.0 {
        say("review-nps-for-nothing").figure("points", id, Style::Signed)
    } else {
        let cost = figures.bare("proposal.nps-ten", Form::Money, -npv / nps.mean * 10.0, from(MAIN));
        say("review-nps-price").figure("points", id, Style::Signed).value("cost", cost)
    }];
    let shows = [("review-nps-shows", Series::Nps), ("review-retention-shows", Series::Retention)];
    list.extend(shows.into_iter().filter_map(|(key, series)| {
        let month = case.design.start.plus(i32::try_from(half_way(case, series)?).ok()?);
        Some(Sentence::new(key).with("month", Arg::Month(month)))
    }));
    list
}

/// First month in which the mean change of a series has come to half of what it is at the end.
fn half_way(case: &Case, series: Series) -> Option<usize> {
    let band = case.run.summary.difference.as_ref()?.series.get(series)?;
    let last = band.mean.last().copied().filter(|last| *last > 0.0)?;
    // the retention of a year looks back on one
    let first = if series == Series::Retention { 11 } else { 0 };
    (first..band.mean.len()).find(|month| band.mean[*month] >= 0.5 * last)
}
