//! Fatigue and exit: when discounts have become the norm, when they no longer pay, and what stopping costs, year by year.

use super::{number_column, table, text_column};
use crate::design::Element;
use crate::review::case::{Case, MAIN, cell, chance, difference, from};
use crate::review::content::{Block, Picture};
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::measures::Measure;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::{Estimate, ExitMonth, Scalar, interval};
use crate::units::YearMonth;

/// Part six.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut fatigue = Vec::new();
    let discounts = case.run.interval(Measure::DiscountSubsidised).is_some();
    let gone = discounts && case.facts.discounts_those_gone();
    if gone {
        fatigue.push(say("review-discount-for-those-gone"));
    } else if discounts {
        fatigue.push(worn(case, Scalar::UpliftHalved, ["review-halved", "review-not-halved"], figures));
        if !case.facts.discounts_leavers() {
            let keys = ["review-unprofitable", "review-not-unprofitable"];
            fatigue.push(worn(case, Scalar::UpliftUnprofitable, keys, figures));
        }
    } else {
        fatigue.push(say("review-no-discount"));
    }
    blocks.push(Block::Paragraph(fatigue));
    blocks.extend(norms(case, figures));
    // Words first: they fill the page that has no room for the picture.
    blocks.extend((discounts && !gone).then_some(Block::Picture(Picture::DiscountUplift)));
    blocks.push(Block::Heading(say("review-exit")));
    if case.run.summary.run.stop.is_some() {
        blocks.push(Block::Paragraph(vec![say("review-exit-planned")]));
    }
    match endings(case, figures) {
        Some(endings) => blocks.extend(endings.into_iter().chain([Block::Note(say("review-exit-note"))])),
        None => blocks.push(Block::Paragraph(vec![say("review-exit-not-simulated")])),
    }
    blocks
}

/// A month by which something has happened to the discount, as far as it does in most trials.
fn worn(case: &Case, scalar: Scalar, [does, does_not]: [&'static str; 2], figures: &mut Figures) -> Sentence {
    let happens = case.run.summary.headline.get(scalar).map_or(0, |e| e.trials);
    let share = interval::probability(happens, case.run.summary.run.trials);
    let id = chance(figures, format!("{MAIN}.{}.share", scalar.key()), &share, MAIN);
    let estimate = case.run.summary.headline.get(scalar).filter(|_| share.share.get() > 0.5);
    match estimate {
        Some(estimate) => {
            let month = case.design.start.plus(estimate.median.round() as i32 - 1);
            Sentence::new(does).with("month", Arg::Month(month)).figure("share", id, Style::Chance)
        }
        None => Sentence::new(does_not).figure("share", id, Style::Chance),
    }
}

fn endings(case: &Case, figures: &mut Figures) -> Option<Vec<Block>> {
    let curve = case.side.exit.as_ref()?;
    let columns = vec![
        text_column("review-column-ending"),
        number_column("review-column-exit-cost"),
        number_column("review-column-owed"),
        number_column("review-column-effect"),
        number_column("review-column-against-going-on"),
        number_column("review-column-range"),
        number_column("review-column-customers"),
    ];
    let rows = curve.ends.iter().map(|end| ending(case, end, figures)).collect();
    let best = match curve.best() {
        Some(end) => best_end(case, end, figures),
        None => say("review-exit-go-on"),
    };
    Some(vec![
        table(say("review-exit-table"), columns, rows),
        Block::Paragraph(vec![best]),
        Block::Code(format!("loyalsim exit {}\n", case.file)),
    ])
}

/// The end that brings most, and what becomes of its gain where what the customers at the end will bring later counts, too.
fn best_end(case: &Case, end: &ExitMonth, figures: &mut Figures) -> Sentence {
    let gain = against(end, figures);
    let told = |key: &'static str| {
        let sentence = say(key).with("month", Arg::Month(month(case, end.stop)));
        sentence.figure("gain", gain.clone(), Style::Signed).range("range", gain.clone())
    };
    match case.side.end_with_base.as_ref().filter(|_| case.side.ends_at_the_expense_of_later()) {
        Some(base) => {
            let base = difference(figures, format!("stop-{}.base", end.stop), base, "exit");
            told("review-exit-base").figure("base", base.clone(), Style::Signed).range("spread", base)
        }
        None => told("review-exit-best"),
    }
}

/// What an end brings against going on.
fn against(end: &ExitMonth, figures: &mut Figures) -> FigureId {
    of_end(end, "against", Form::Money, &end.against_going_on, figures)
}

fn of_end(end: &ExitMonth, what: &str, form: Form, of: &Estimate, figures: &mut Figures) -> FigureId {
    figures.interval(format!("stop-{}.{what}", end.stop), form, &Interval::of_trials(of), from("exit"))
}

/// What one end costs.
fn ending(case: &Case, end: &ExitMonth, figures: &mut Figures) -> Vec<Arg> {
    let against = against(end, figures);
    let mut book = |what, form, of| of_end(end, what, form, of, figures);
    let cost = book("cost", Form::Money, &end.contribution_lost);
    let owed = book("points", Form::Money, &end.points_paid);
    let effect = book("effect", Form::Money, &end.net_effect);
    let customers = book("customers", Form::Customers, &end.customers);
    vec![
        Arg::Month(month(case, end.stop)),
        cell(cost, Style::Value),
        cell(owed, Style::Value),
        cell(effect, Style::Signed),
        cell(against.clone(), Style::Signed),
        cell(against, Style::Range),
        cell(customers, Style::Signed),
    ]
}

fn month(case: &Case, at: usize) -> YearMonth {
    case.design.month(at)
}

/// When a standing discount is taken for granted, by segment: in a month with a purchase a share 1 − w of the way is made, and an average
/// customer buys in a share 1 − e^(−λ) of the months, so half of it is gone after ln ½ / ln w / (1 − e^(−λ)) months.
fn norms(case: &Case, figures: &mut Figures) -> Option<Block> {
    let central = |id| Interval::of_number(&case.design.numbers[id]).value;
    let standing = |e: &&Element| e.facts().discount.is_standing();
    let discounts: Vec<&Element> = case.facts.elements().iter().filter(standing).collect();
    let halving = libm::log(0.5) / libm::log(central(case.design.behaviour.reference_memory));
    let mut rows = Vec::new();
    for element in discounts {
        for (at, segment) in case.design.segments.iter().enumerate() {
            if !element.is_for(at) {
                continue;
            }
            let buys = 1.0 - libm::exp(-central(segment.purchases_per_year) / 12.0);
            let months = halving / buys;
            let id = format!("norm.{}.{at}", element.path);
            let id = figures.bare(id, Form::Months, months, Source::Formula);
            let end = month(case, element.from + months.ceil().min(1200.0) as usize);
            rows.push(vec![
                name("element", element.called().to_owned()),
                Arg::Text(segment.name.clone()),
                cell(id, Style::Value),
                Arg::Month(end),
            ]);
        }
    }
    let columns = vec![
        text_column("review-column-benefit"),
        text_column("review-column-segment"),
        number_column("review-column-halved-after"),
        text_column("review-column-halved-by"),
    ];
    (!rows.is_empty()).then(|| table(say("review-norm-table"), columns, rows))
}
