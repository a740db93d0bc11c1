//! The causes of leaving: which of them the program can touch, how far perfection would go, and what else the money would buy.

use super::{number_column, said, table, text_column};
use crate::design::{Driver, KindFacts};
use crate::review::case::{Case, MAIN, cell, cell_if, chance, difference, from};
use crate::review::content::{Block, Picture};
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::reachable;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::review::side_runs::SideRun;
use crate::summary::{Scalar, interval};

/// Part five.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let touched: f64 = (0..case.design.causes.len())
        .filter(|&cause| touches(case, case.design.causes[cause].driver))
        .map(|cause| share(case, cause))
        .sum();
    let retention = Interval::of_number(&case.design.numbers[case.design.business.annual_retention]).value;
    let ceiling = reachable::ceiling(retention, touched);
    let share = figures.bare("reach.touched", Form::Share, touched, Source::Design);
    let ceiling = figures.bare("reach.ceiling", Form::Share, ceiling, Source::Formula);
    let today = figures.bare("reach.today", Form::Share, retention, Source::Design);
    let lead = say("review-reach-lead").value("share", share).value("ceiling", ceiling).value("today", today);
    let columns = vec![
        text_column("review-column-cause"),
        number_column("review-column-share"),
        text_column("review-column-touched"),
        number_column("review-column-left-without"),
        number_column("review-column-left-with"),
        number_column("review-column-loss"),
        number_column("review-column-spend"),
    ];
    let rows = (0..case.design.causes.len()).map(|cause| row(case, cause, figures)).collect();
    let mut blocks = vec![
        Block::Lead(lead),
        Block::Picture(Picture::ChurnByCause),
        table(say("review-reach-table"), columns, rows),
        Block::Paragraph(vec![misdirected(case, figures)]),
        Block::Note(say("review-reach-note")),
    ];
    if case.design.program.is_some() {
        blocks.extend([
            Block::Heading(say("review-alternatives")),
            alternatives(case, figures),
            Block::Paragraph(against_the_program(case, figures)),
            Block::Note(say("review-alternatives-note")),
        ]);
    }
    blocks
}

fn share(case: &Case, cause: usize) -> f64 {
    Interval::of_number(&case.design.numbers[case.design.causes[cause].share]).value
}

/// Whether an element of the program acts on what drives a cause.
fn touches(case: &Case, driver: Driver) -> bool {
    let service = case.facts.any(KindFacts::is_service);
    let money = case.facts.any(|kind| !kind.is_service());
    match driver {
        Driver::Staff | Driver::Quality => service,
        Driver::Competition | Driver::Drift | Driver::Price => money,
        Driver::Constant => false,
    }
}

fn row(case: &Case, cause: usize, figures: &mut Figures) -> Vec<Arg> {
    let named = &case.design.causes[cause];
    let touched = touches(case, named.driver);
    let of = |id: &str| format!("cause.{}.{id}", named.name);
    let run = case.run;
    let without = Interval::of_sample(run.measured(|m| m.left_before[cause]).into_iter());
    let with = Interval::of_sample(run.measured(|m| m.left_after[cause]).into_iter());
    let mut book = |id: &str, form, interval: Option<Interval>| {
        interval.map(|interval| figures.interval(of(id), form, &interval, from(MAIN)))
    };
    let share_id = book("share", Form::Share, Some(Interval::certain(share(case, cause))));
    let before = book("without", Form::Customers, without);
    let after = book("with", Form::Customers, with);
    let loss =
        book("loss", Form::Money, without.map(|left| Interval::certain(left.value * yearly_margin(case))));
    let spend = book("spend", Form::Money, Some(Interval::certain(spend(case, cause))));
    let mark = if touched { say("review-yes") } else { say("review-no") };
    vec![
        name("cause", named.name.clone()),
        cell_if(share_id, Style::Value),
        said(mark),
        cell_if(before, Style::Value),
        cell_if(after, Style::Value),
        cell_if(loss, Style::Value),
        cell_if(spend, Style::Value),
    ]
}

/// Gross margin of an average customer in a year.
pub fn yearly_margin(case: &Case) -> f64 {
    let central = |id| Interval::of_number(&case.design.numbers[id]).value;
    let segments = case.design.segments.iter();
    segments
        .map(|s| {
            central(s.share) * central(s.purchases_per_year) * central(s.basket) * central(s.gross_margin)
        })
        .sum()
}

/// What the program spends on a cause: service cost on what service touches, all else on what money touches, each by the causes'
/// shares.
fn spend(case: &Case, cause: usize) -> f64 {
    use crate::review::measures::Measure;
    let driver = case.design.causes[cause].driver;
    if !touches(case, driver) {
        return 0.0;
    }
    let is_service = |driver| matches!(driver, Driver::Staff | Driver::Quality);
    let mean = |measure| case.run.interval(measure).map_or(0.0, |i| i.value);
    let money = match is_service(driver) {
        true => mean(Measure::Service),
        false => mean(Measure::Discounts) + mean(Measure::Rewards) + mean(Measure::Fixed),
    };
    let causes = case.design.causes.iter().enumerate();
    let alike = causes.filter(|(_, c)| touches(case, c.driver) && is_service(c.driver) == is_service(driver));
    let whole: f64 = alike.map(|(at, _)| share(case, at)).sum();
    if whole > 0.0 { money * share(case, cause) / whole } else { 0.0 }
}

/// Where most is lost against where most is spent.
fn misdirected(case: &Case, figures: &mut Figures) -> Sentence {
    let lost = |cause: usize| case.run.measures.iter().map(|m| m.left_before[cause]).sum::<f64>();
    let causes = || 0..case.design.causes.len();
    let most = |of: &dyn Fn(usize) -> f64| causes().max_by(|&a, &b| of(a).total_cmp(&of(b))).unwrap_or(0);
    let (loss, money) = (most(&lost), most(&|cause| spend(case, cause)));
    let named = |cause: usize| case.design.causes[cause].name.clone();
    if spend(case, money) <= 0.0 {
        return say("review-spent-on-nothing").name("loss", "cause", named(loss));
    }
    if loss == money {
        return say("review-spent-well").name("loss", "cause", named(loss));
    }
    let spent =
        figures.bare(format!("cause.{}.spend", named(loss)), Form::Money, spend(case, loss), from(MAIN));
    let most =
        figures.bare(format!("cause.{}.spend", named(money)), Form::Money, spend(case, money), from(MAIN));
    say("review-misdirected")
        .name("loss", "cause", named(loss))
        .value("little", spent)
        .name("money", "cause", named(money))
        .value("much", most)
}

/// Each other use of the same money, and none at all, compared with the program.
fn against_the_program(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let ours = case.run.column(Scalar::Npv);
    let all = [("price-cut", &case.side.price_cut), ("staff", &case.side.staff)];
    let runs = all.into_iter().filter_map(|(key, run)| Some((key, run.as_ref()?)));
    let compared = runs.map(|(key, run)| {
        let against = run.rows.column(0, Scalar::Npv).less(&ours);
        let message = match (against.low > 0.0, against.high < 0.0) {
            (true, _) => "review-alternative-better",
            (_, true) => "review-alternative-worse",
            (false, false) => "review-alternative-open",
        };
        let gain = difference(figures, format!("{key}.against"), &against, &run.name);
        Sentence::new(message)
            .name("alternative", "alternative", key)
            .figure("gain", gain.clone(), Style::Signed)
            .range("range", gain)
    });
    let mut sentences: Vec<Sentence> = compared.collect();
    let losses = case.run.at_real_size(Scalar::Npv).into_iter().filter(|v| *v < 0.0).count();
    let doing = interval::probability(losses as u64, ours.values.len() as u64);
    let nothing = chance(figures, "nothing.better", &doing, MAIN);
    sentences.push(say("review-alternative-nothing").figure("nothing", nothing, Style::Chance));
    sentences
}

/// The program against a price cut, staff training and nothing, at the same cost on the same customers.
fn alternatives(case: &Case, figures: &mut Figures) -> Block {
    let columns = vec![
        text_column("review-column-alternative"),
        number_column("review-column-npv"),
        number_column("review-column-range"),
        number_column("review-column-retention"),
        number_column("review-column-nps"),
        number_column("review-column-against"),
    ];
    let mut rows = vec![main_row(case, figures)];
    let all = [("price-cut", &case.side.price_cut), ("staff", &case.side.staff)];
    for (key, run) in all.into_iter().filter_map(|(key, run)| Some((key, run.as_ref()?))) {
        rows.extend(alternative(case, key, run, figures));
    }
    let nothing = figures.bare("nothing.npv", Form::Money, 0.0, Source::Formula);
    let dash = || Arg::Text("–".to_owned());
    let nothing_done = name("alternative", "nothing".to_owned());
    rows.push(vec![nothing_done, cell(nothing, Style::Value), dash(), dash(), dash(), dash()]);
    table(say("review-alternatives-table"), columns, rows)
}

fn main_row(case: &Case, figures: &mut Figures) -> Vec<Arg> {
    let npv = case.headline(figures, Scalar::Npv);
    let retention = case.headline(figures, Scalar::RetentionChange);
    let nps = case.headline(figures, Scalar::NpsChange);
    vec![
        name("alternative", "program".to_owned()),
        cell_if(npv.clone(), Style::Signed),
        cell_if(npv, Style::Range),
        cell_if(retention, Style::Signed),
        cell_if(nps, Style::Signed),
        Arg::Text("–".to_owned()),
    ]
}

fn alternative(case: &Case, key: &str, run: &SideRun, figures: &mut Figures) -> Option<Vec<Arg>> {
    let mut book = |scalar: Scalar, form| {
        let interval = Interval::of_sample(run.rows.column(0, scalar).at_real_size().into_iter())?;
        Some(figures.interval(format!("{key}.{}", scalar.key()), form, &interval, from(&run.name)))
    };
    let npv = book(Scalar::Npv, Form::Money)?;
    let retention = book(Scalar::RetentionChange, Form::SharePoints);
    let nps = book(Scalar::NpsChange, Form::NpsPoints);
    let against = run.rows.column(0, Scalar::Npv).less(&case.run.column(Scalar::Npv));
    let against = difference(figures, format!("{key}.against"), &against, &run.name);
    Some(vec![
        name("alternative", key.to_owned()),
        cell(npv.clone(), Style::Signed),
        cell(npv, Style::Range),
        cell_if(retention, Style::Signed),
        cell_if(nps, Style::Signed),
        cell(against, Style::Signed),
    ])
}
