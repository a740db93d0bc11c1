//! The causes of leaving: which of them the program can touch, how far perfection would go.

use super::{alternatives, number_column, said, table, text_column};
use crate::design::{Design, Driver};
use crate::review::case::{Case, MAIN, cell_if, from};
use crate::review::content::{Block, Picture};
use crate::review::drivers;
use crate::review::figure::{Figures, Form, Source};
use crate::review::ground::Ground;
use crate::review::interval::Interval;
use crate::review::reachable;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::Scalar;

/// Of the largest spending, what is no less worth telling apart.
const AS_MUCH: f64 = 0.02;

/// Part five.
pub fn blocks(case: &Case, ground: Ground, figures: &mut Figures) -> Vec<Block> {
    let touched = touched(case.design);
    // What is expected of the program is judged at the end of the period, and so is what it could do at best.
    let at_end = |scalar| case.run.summary.headline.get(scalar).map(|estimate| estimate.mean);
    let retention = at_end(Scalar::RetentionBaseline).unwrap_or(today(case));
    let expected = at_end(Scalar::RetentionProgram).unwrap_or(retention);
    let ceiling = reachable::ceiling(retention, touched).max(expected);
    let share = figures.bare("reach.touched", Form::Share, touched, Source::Design);
    let ceiling = figures.bare("reach.ceiling", Form::Share, ceiling, from(MAIN));
    let today = figures.bare("reach.today", Form::Share, retention, from(MAIN));
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
        table(say("review-reach-table"), columns, rows),
        Block::Paragraph(vec![misdirected(case, figures)]),
        Block::Note(say("review-reach-note")),
        // Words first: they fill the page that has no room for the picture.
        Block::Picture(Picture::ChurnByCause),
    ];
    if case.design.program.is_some() {
        blocks.extend(alternatives::blocks(case, ground, figures));
    }
    blocks
}

fn today(case: &Case) -> f64 {
    Interval::of_retention_today(case.design).value
}

fn share(case: &Case, cause: usize) -> f64 {
    Interval::of_number(&case.design.numbers[case.design.causes[cause].share]).value
}

/// Share of the leavers whose cause an element of the program acts on.
pub fn touched(design: &Design) -> f64 {
    let causes = design.causes.iter().filter(|cause| acts_on(design, cause.driver));
    causes.map(|cause| Interval::of_number(&design.numbers[cause.share]).value).sum()
}

fn touches(case: &Case, driver: Driver) -> bool {
    acts_on(case.design, driver)
}

/// Whether an element of the program acts on what drives a cause.
fn acts_on(design: &Design, driver: Driver) -> bool {
    let mut elements = design.program.iter().flat_map(|program| &program.elements);
    elements.any(|element| drivers::acts_on(element, driver))
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
    let cost = case.run.summary.headline.get(Scalar::ProgramCost).map_or(0.0, |cost| cost.mean);
    let money = match is_service(driver) {
        true => mean(Measure::Service),
        // All that the program costs beside service, so that the column adds up to its cost.
        false => (cost - mean(Measure::Service)).max(0.0),
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
    // two on which as much is spent are one as good as the other
    if spend(case, loss) >= (1.0 - AS_MUCH) * spend(case, money) {
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
