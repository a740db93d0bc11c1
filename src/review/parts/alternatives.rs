//! What else the money of the program would buy: a price cut, training, nothing. What nobody has measured is not assumed: what it would have to
//! achieve is said instead.

use super::{number_column, table, text_column};
use crate::review::case::{Case, MAIN, cell, cell_if, chance, difference, from};
use crate::review::content::{Block, Recommendation};
use crate::review::figure::{Figures, Form, Source};
use crate::review::ground::Ground;
use crate::review::interval::Interval;
use crate::review::measures::Measure;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::review::side_run::SideRun;
use crate::review::side_runs;
use crate::review::training::Training;
use crate::summary::{Scalar, interval};
use crate::units::Share;

/// The key of a price cut for everybody.
const PRICE_CUT: &str = "price-cut";

/// The smallest lift that is told as a number: a twentieth of a point.
const LEAST: f64 = 0.0005;

/// A table, and what each alternative would have to do.
pub fn blocks(case: &Case, ground: Ground, figures: &mut Figures) -> Vec<Block> {
    let mut told = against_the_program(case, figures);
    // To be worth as much as what should not be launched recommends nothing.
    let launches = ground.recommendation() != Recommendation::Stop;
    let price_cuts = case.side.price_cut.as_ref().filter(|_| launches);
    if let Some(run) = price_cuts {
        told.extend(price_cut(case, run, figures));
        told.extend(unnoticed(case, figures));
    }
    told.extend(case.side.training.as_ref().map(|training| trained(training, figures)));
    let training_note = case.side.training.as_ref().map(|_| Block::Note(say("review-training-note")));
    let blocks =
        [Block::Heading(say("review-alternatives")), alternatives(case, figures), Block::Paragraph(told)];
    let note = Block::Note(say("review-alternatives-note"));
    blocks.into_iter().chain(training_note).chain([note]).collect()
}

/// The rise of sales from which a price cut for the same money is worth as much as the program: (d + e)/(m − d) at depth d, margin m, and
/// the program's effect e as a share of sales; and the rise simulated.
fn price_cut(case: &Case, run: &SideRun, figures: &mut Figures) -> Option<Sentence> {
    let sales = Interval::mean_of(case.run.measure(Measure::ListRevenue))?;
    let effect = Interval::mean_of(case.run.simulated(Scalar::NetEffect))?;
    let (depth, margin) = (side_runs::price_cut_depth(case.run)?, margin(case));
    let rise = (depth + effect / sales) / (margin - depth);
    let have = Interval::mean_of(run.rows.column(0, Scalar::VolumeChange).at_real_size())?;
    if !(depth > 0.0 && depth < margin && rise.is_finite()) {
        return None;
    }
    let depth = figures.bare("price-cut.depth", Form::Share, depth, from(MAIN));
    let rise = figures.bare("price-cut.needed", Form::Share, rise.max(0.0), Source::Formula);
    let have = figures.bare("price-cut.volume", Form::Share, have, from(&run.name));
    Some(say("review-price-cut-needs").value("depth", depth).value("rise", rise).figure(
        "have",
        have,
        Style::Signed,
    ))
}

/// That customers hardly notice so small a cut, where it is so small.
fn unnoticed(case: &Case, figures: &mut Figures) -> Option<Sentence> {
    let noticed = case.design.central(case.design.behaviour.noticeable_discount);
    (side_runs::price_cut_depth(case.run)? < noticed).then(|| {
        let noticed = figures.bare("price-cut.noticed", Form::Share, noticed, Source::Design);
        say("review-price-cut-unnoticed").value("noticed", noticed)
    })
}

/// Gross margin of all sales.
fn margin(case: &Case) -> f64 {
    let central = |id| case.design.central(id);
    let sales =
        |s: &crate::design::Segment| central(s.share) * central(s.purchases_per_year) * central(s.basket);
    let segments = || case.design.segments.iter();
    let margin: f64 = segments().map(|s| sales(s) * central(s.gross_margin)).sum();
    margin / segments().map(sales).sum::<f64>()
}

/// From which lift training for the same money is worth more than the program, and from which it pays.
fn trained(training: &Training, figures: &mut Figures) -> Sentence {
    let today = figures.of("training.today", training.today, Source::Design);
    let mut points = |what: &str, lift: Share| {
        figures.bare(format!("training.{what}"), Form::SharePoints, lift.get(), from(&training.run.name))
    };
    let needed = training.needed.map(|lift| points("needed", lift));
    let pays = training.pays.map(|lift| points("pays", lift));
    let any = training.needed.is_some_and(|lift| lift.get() < LEAST);
    match (needed, pays) {
        (Some(_), Some(pays)) if any => {
            say("review-training-any").value("today", today).figure("pays", pays, Style::Size)
        }
        (Some(_), None) if any => say("review-training-any-loses").value("today", today),
        (Some(needed), Some(pays)) => say("review-training-needs")
            .value("today", today)
            .figure("needed", needed, Style::Size)
            .figure("pays", pays, Style::Size),
        (None, Some(pays)) => {
            say("review-training-pays-only").value("today", today).figure("pays", pays, Style::Size)
        }
        (Some(needed), None) => {
            say("review-training-loses-less").value("today", today).figure("needed", needed, Style::Size)
        }
        (None, None) => say("review-training-never").value("today", today),
    }
}

/// Each other use of the same money, and none at all, compared with the program.
fn against_the_program(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let ours = case.run.column(Scalar::Npv);
    let compared = case.side.price_cut.iter().map(|run| {
        let against = run.rows.column(0, Scalar::Npv).less(&ours);
        let message = match (against.low > 0.0, against.high < 0.0) {
            (true, _) => "review-alternative-better",
            (_, true) => "review-alternative-worse",
            (false, false) => "review-alternative-open",
        };
        let gain = difference(figures, format!("{PRICE_CUT}.against"), &against, &run.name);
        Sentence::new(message)
            .name("alternative", "alternative", PRICE_CUT)
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

/// The program against a price cut and nothing, at the same cost on the same customers.
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
    rows.extend(case.side.price_cut.iter().filter_map(|run| alternative(case, PRICE_CUT, run, figures)));
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
