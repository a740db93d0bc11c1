//! The scorecard: one line for each thing that an audit compares with what is known from elsewhere, by domain, with the reference
//! value and who found it.

use super::verdict::Ruling;
use super::{said, table, text_column};
use crate::design::{Messages, Points};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::facts::{Fact, Known};
use crate::review::figure::{Figures, Form, Source};
use crate::review::ground::SURE;
use crate::review::interval::{Interval, Side, Spread};
use crate::review::rules::{MOST_TIMES, j01_joining_is_work};
use crate::review::sentence::{Arg, Style, name, say};

/// What a value is held against.
#[derive(Debug, Clone, Copy)]
enum Reference {
    /// At least so much is good.
    AtLeast(f64),
    /// At most so much is good.
    AtMost(f64),
    /// What others have measured; more is better.
    MoreThan(f64, f64),
    /// What others have measured; neither side is better, but what lies outside needs an explanation.
    Within(f64, f64),
}

/// A line before it is written.
struct Line {
    domain: &'static str,
    /// The indicator, and the message of its evidence: author and year, or that it is a judgement.
    key: &'static str,
    form: Form,
    value: Option<Interval>,
    reference: Reference,
    /// Where the reference comes from, for review.json.
    source: Source,
}

/// How a value stands against its reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Good,
    Within,
    Poor,
    Outside,
    Open,
    Unstated,
}

impl Standing {
    const ALL: [Self; 6] = [Self::Good, Self::Within, Self::Poor, Self::Outside, Self::Open, Self::Unstated];

    fn key(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Within => "within",
            Self::Poor => "poor",
            Self::Outside => "outside",
            Self::Open => "open",
            Self::Unstated => "unstated",
        }
    }

    fn of(value: Option<Interval>, reference: Reference) -> Self {
        let Some(value) = value else { return Self::Unstated };
        // A value without doubt that meets a limit exactly keeps it.
        let beyond = |side, limit| matches!(Known::of(value, side, limit), Known::Yes(_));
        let open = |limit| value.low < limit && limit < value.high;
        match reference {
            Reference::AtLeast(limit) if beyond(Side::Below, limit) => Self::Poor,
            Reference::AtMost(limit) if beyond(Side::Above, limit) => Self::Poor,
            Reference::AtLeast(limit) | Reference::AtMost(limit) if open(limit) => Self::Open,
            Reference::AtLeast(_) | Reference::AtMost(_) => Self::Good,
            Reference::MoreThan(low, _) if beyond(Side::Below, low) => Self::Poor,
            Reference::MoreThan(_, high) if beyond(Side::Above, high) => Self::Good,
            Reference::Within(low, high) if beyond(Side::Below, low) || beyond(Side::Above, high) => {
                Self::Outside
            }
            Reference::MoreThan(low, high) | Reference::Within(low, high) if open(low) || open(high) => {
                Self::Open
            }
            Reference::MoreThan(..) | Reference::Within(..) => Self::Within,
        }
    }
}

/// The part.
pub fn blocks(case: &Case, ruling: &Ruling, figures: &mut Figures) -> Vec<Block> {
    let lines = lines(case, ruling);
    let standings: Vec<Standing> =
        lines.iter().map(|line| Standing::of(line.value, line.reference)).collect();
    let mut lead = say("scorecard-lead");
    for standing in Standing::ALL {
        let count = standings.iter().filter(|found| **found == standing).count();
        let id =
            figures.bare(format!("scorecard.{}", standing.key()), Form::Count, count as f64, Source::Formula);
        lead = lead.figure(standing.key(), id, Style::Plural);
    }
    let columns = [
        "scorecard-column-domain",
        "scorecard-column-indicator",
        "scorecard-column-here",
        "scorecard-column-reference",
        "scorecard-column-standing",
        "scorecard-column-evidence",
    ];
    let rows = lines.iter().zip(standings).map(|(line, standing)| row(line, standing, figures)).collect();
    vec![
        Block::Lead(lead),
        table(say("scorecard-table"), columns.map(text_column).to_vec(), rows),
        Block::Note(say("scorecard-note")),
    ]
}

/// What is measured here; a multiple beyond [`MOST_TIMES`] as the rules tell it.
fn here(line: &Line, figures: &mut Figures) -> Arg {
    let Some(value) = line.value else { return said(say("audit-unstated")) };
    let id = format!("scorecard.{}.here", line.key);
    if line.key == "saved" && value.low > 1.0 && value.high > MOST_TIMES {
        let least = figures.bare(id, line.form, value.low.min(MOST_TIMES), Source::Formula);
        return said(say("scorecard-beyond").value("limit", least));
    }
    let style = match line.form {
        _ if value.low < value.high && value.spread != Spread::Confidence => Style::Range,
        Form::Chance => Style::Chance,
        _ => Style::Value,
    };
    cell(figures.interval(id, line.form, &value, Source::Formula), style)
}

fn row(line: &Line, standing: Standing, figures: &mut Figures) -> Vec<Arg> {
    let id = |what: &str| format!("scorecard.{}.{what}", line.key);
    let here = here(line, figures);
    let mut limit = |key, value| {
        let figure = figures.bare(id("reference"), line.form, value, line.source.clone());
        said(say(key).value("limit", figure))
    };
    let reference = match line.reference {
        Reference::AtLeast(value) => limit("scorecard-at-least", value),
        Reference::AtMost(value) => limit("scorecard-at-most", value),
        Reference::MoreThan(low, high) | Reference::Within(low, high) => {
            let mut end = |what: &str, value| figures.bare(id(what), line.form, value, line.source.clone());
            let (low, high) = (end("reference-low", low), end("reference-high", high));
            said(say("scorecard-between").value("low", low).value("high", high))
        }
    };
    vec![
        name("domain", line.domain),
        name("scored", line.key),
        here,
        reference,
        name("standing", standing.key()),
        name("backing", line.key),
    ]
}

fn published(who: &str) -> Source {
    Source::Published(who.to_owned())
}

fn judged() -> Source {
    Source::Opinion("judgement of this review".to_owned())
}

/// The lines that make sense for this program, in the order of the domains.
fn lines(case: &Case, ruling: &Ruling) -> Vec<Line> {
    let members = case.facts.knows_members();
    let points = case.facts.has::<Points>();
    let mut lines = Vec::new();
    if members {
        lines.extend(joining(case));
    }
    if points {
        lines.push(first_reward(case));
        lines.push(Line {
            domain: "rewards",
            key: "redemption",
            form: Form::Share,
            value: case.facts.get(Fact::Redemption),
            reference: Reference::Within(0.60, 0.70),
            source: published("COLLOQUY 2011"),
        });
    }
    lines.extend(economics(case, ruling));
    lines.extend(customers(case));
    lines.extend(messages(case));
    lines.extend(service(case));
    lines
}

fn joining(case: &Case) -> [Line; 2] {
    let stated = |count: Option<u64>| count.map(|count| Interval::certain(count as f64));
    let line = |key, count, limit| Line {
        domain: "joining",
        key,
        form: Form::Count,
        value: stated(count),
        reference: Reference::AtMost(limit),
        source: judged(),
    };
    let joining = case.design.joining;
    [
        line("steps", joining.steps, j01_joining_is_work::STEPS),
        line("fields", joining.fields, j01_joining_is_work::FIELDS),
    ]
}

/// The longest wait of an average customer of any segment.
fn first_reward(case: &Case) -> Line {
    let segments = 0..case.design.segments.len();
    let waits = segments.filter_map(|s| case.facts.get(Fact::FirstReward(0, s)));
    Line {
        domain: "rewards",
        key: "first-reward",
        form: Form::Months,
        value: waits.max_by(|a, b| a.value.total_cmp(&b.value)),
        reference: Reference::AtMost(12.0),
        source: published("COLLOQUY 2017"),
    }
}

fn economics(case: &Case, ruling: &Ruling) -> Vec<Line> {
    let line = |key, form, value, reference, source| Line {
        domain: "economics",
        key,
        form,
        value,
        reference,
        source,
    };
    let ratio = case.facts.get(Fact::PriceRatio).map(|ratio| {
        let formula = Source::Opinion("arithmetic: saving a customer against winning one".to_owned());
        line("saved", Form::Times, Some(ratio), Reference::AtMost(1.0), formula)
    });
    let chance = Interval::of_chance(&ruling.proposal);
    let target = line("target", Form::Chance, Some(chance), Reference::AtLeast(SURE), judged());
    std::iter::once(target).chain(ratio).collect()
}

fn customers(case: &Case) -> Vec<Line> {
    let nps = Interval::of_number(&case.design.numbers[case.design.business.nps]);
    let line = |key, form, value, reference, who| Line {
        domain: "customers",
        key,
        form,
        value,
        reference,
        source: published(who),
    };
    let mut lines = vec![
        line("score", Form::NpsPoints, Some(nps), Reference::MoreThan(0.0, 39.0), "Temkin Group 2018"),
        line(
            "top-fifth",
            Form::Share,
            case.facts.get(Fact::TopFifth),
            Reference::Within(0.50, 0.73),
            "Ehrenberg-Bass Institute; 67 % in 339 firms, 73 % in packaged goods",
        ),
    ];
    let active = case.facts.get(Fact::ActiveShare).filter(|_| case.facts.knows_members());
    if active.is_some() {
        lines
            .insert(0, line("active", Form::Share, active, Reference::MoreThan(0.35, 0.66), "COLLOQUY 2015"));
    }
    lines
}

fn messages(case: &Case) -> Option<Line> {
    let (_, messages) = case.facts.all::<Messages>().next()?;
    Some(Line {
        domain: "messages",
        key: "messages",
        form: Form::Count,
        value: Some(case.facts.number(messages.per_month)),
        reference: Reference::Within(4.0, 10.0),
        source: published("Zhang, Kumar & Cosguner 2017"),
    })
}

fn service(case: &Case) -> [Line; 2] {
    let line = |key, value, reference, who| Line {
        domain: "service",
        key,
        form: Form::Share,
        value: Some(value),
        reference,
        source: published(who),
    };
    let service = &case.design.service;
    let [proper, fast] = [service.proper_contacts, service.recovered_fast].map(|id| case.facts.number(id));
    [
        line("standard", proper, Reference::MoreThan(0.10, 0.20), "Kharsky, n. d."),
        line("recovery", fast, Reference::AtLeast(0.5), "TARP 1986"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(low: f64, high: f64) -> Option<Interval> {
        Some(Interval { low, value: (low + high) / 2.0, high, spread: Spread::Trials })
    }

    #[test]
    fn a_value_stands_where_all_of_its_interval_does() {
        let of = Standing::of;
        assert_eq!(of(None, Reference::AtMost(5.0)), Standing::Unstated);
        assert_eq!(of(at(6.0, 8.0), Reference::AtMost(5.0)), Standing::Poor);
        assert_eq!(of(at(4.0, 8.0), Reference::AtMost(5.0)), Standing::Open);
        assert_eq!(of(at(1.0, 5.0), Reference::AtMost(5.0)), Standing::Good);
        assert_eq!(of(Some(Interval::certain(5.0)), Reference::AtMost(5.0)), Standing::Good);
        assert_eq!(of(Some(Interval::certain(0.5)), Reference::AtLeast(0.5)), Standing::Good);
        assert_eq!(of(at(0.1, 0.3), Reference::MoreThan(0.35, 0.66)), Standing::Poor);
        assert_eq!(of(at(0.3, 0.5), Reference::MoreThan(0.35, 0.66)), Standing::Open);
        assert_eq!(of(at(0.7, 0.8), Reference::MoreThan(0.35, 0.66)), Standing::Good);
        assert_eq!(of(at(8.0, 9.0), Reference::Within(2.0, 7.0)), Standing::Outside);
        assert_eq!(of(at(3.0, 4.0), Reference::Within(2.0, 7.0)), Standing::Within);
    }
}
