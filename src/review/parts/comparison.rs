//! The comparison: rivals' programs before our customers.

use super::{number_column, offers, said, table, text_column};
use crate::design::Design;
use crate::review::case::{Case, MAIN, cell_if, from};
use crate::review::content::Block;
use crate::review::facts::Fact;
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::lab::Played;
use crate::review::measures::Measure;
use crate::review::reachable;
use crate::review::sentence::{self, Arg, Sentence, Style, say};
use crate::review::side_runs::RivalRun;
use crate::summary::Scalar;

/// Part ten.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    if case.side.rivals.is_empty() && case.side.misfits.is_empty() {
        return vec![
            Block::Paragraph(vec![say("review-no-rivals")]),
            Block::Code(format!("loyalsim review {} --rival RIVAL.toml\n", case.file)),
        ];
    }
    let columns = vec![
        text_column("review-column-program"),
        text_column("review-column-benefits"),
        number_column("review-column-rules"),
        number_column("review-column-reward-rate"),
        number_column("review-column-first-reward"),
        number_column("review-column-members"),
        number_column("review-column-retention"),
        number_column("review-column-nps"),
        number_column("review-column-npv"),
        number_column("review-column-yearly-margin"),
    ];
    let ours = said(say("review-ours"));
    let mut rows = vec![row(ours, MAIN, case.design, case.run, figures)];
    for rival in &case.side.rivals {
        let name = format!("rival.{}", rival.name);
        rows.push(row(Arg::Text(rival.name.clone()), &name, &rival.design, &rival.played, figures));
    }
    let mut blocks = Vec::new();
    if !case.side.rivals.is_empty() {
        blocks.push(table(say("review-comparison-table"), columns, rows));
        blocks.extend(offers::blocks(case, figures));
        let rivals = case.side.rivals.iter().enumerate();
        blocks.push(Block::List(rivals.map(|(at, rival)| dominance(case, at, rival)).collect()));
    }
    for (name, why) in &case.side.misfits {
        blocks
            .push(Block::Note(say("review-rival-misfit").text("name", name).with("why", said(why.clone()))));
    }
    blocks.push(Block::Note(say("review-comparison-note")));
    blocks
}

fn row(name: Arg, id: &str, design: &Design, run: &Played, figures: &mut Figures) -> Vec<Arg> {
    let elements = design.program.as_ref().map_or(&[][..], |p| &p.elements);
    let kinds = elements.iter().map(|e| sentence::name("element", e.called().to_owned()));
    let mut book = |what: &str, form, interval: Option<Interval>, source: Source| {
        interval.map(|interval| figures.interval(format!("{id}.{what}"), form, &interval, source))
    };
    let rules = Interval::certain(elements.len() as f64);
    let rules = book("rules", Form::Count, Some(rules), Source::Design);
    let rate = book("reward-rate", Form::Share, run.interval(Measure::RewardRate), from(id));
    let first = book("first-reward", Form::Months, reachable::first_in_largest(design), Source::Formula);
    let joins = elements.iter().any(|e| !e.facts().is_service());
    let members = run.interval(Measure::MemberShare).filter(|_| joins);
    let members = book("members", Form::Share, members, from(id));
    let margin = book("yearly-margin", Form::Money, run.interval(Measure::YearlyMargin), from(id));
    let mut headline = |what: &str, form, scalar| {
        book(what, form, run.summary.headline.get(scalar).map(Interval::of_trials), from(id))
    };
    let retention = headline("retention_change", Form::SharePoints, Scalar::RetentionChange);
    let nps = headline("nps_change", Form::NpsPoints, Scalar::NpsChange);
    let npv = headline("npv", Form::Money, Scalar::Npv);
    vec![
        name,
        Arg::List(kinds.collect()),
        cell_if(rules, Style::Value),
        cell_if(rate, Style::Value),
        cell_if(first, Style::Value),
        cell_if(members, Style::Value),
        cell_if(retention, Style::Signed),
        cell_if(nps, Style::Signed),
        cell_if(npv, Style::Signed),
        cell_if(margin, Style::Value),
    ]
}

/// Where a rival's program is better and where ours is, for those who would move between them: what it costs whom is not theirs to
/// judge. On the same trials, beyond the doubt of chance.
fn dominance(case: &Case, at: usize, rival: &RivalRun) -> Sentence {
    let (mut better, mut worse) = (Vec::new(), Vec::new());
    let compared = [Scalar::RetentionProgram, Scalar::NpsProgram].map(|scalar| {
        let difference = rival.played.column(scalar).less(&case.run.column(scalar));
        (scalar.key(), difference.low, difference.high)
    });
    let given = case.facts.get(Fact::RivalGives(at)).map(|more| ("reward_rate", more.low, more.high));
    let sooner = case.facts.get(Fact::RivalLater(at)).map(|later| ("first_reward", -later.high, -later.low));
    for (key, low, high) in compared.into_iter().chain(given).chain(sooner) {
        let called = || sentence::name("quantity", key.to_owned());
        if low > 0.0 {
            better.push(called());
        } else if high < 0.0 {
            worse.push(called());
        }
    }
    let rival = &rival.name;
    match (better.is_empty(), worse.is_empty()) {
        (true, true) => say("review-no-difference").text("rival", rival),
        (false, true) => say("review-dominated").text("rival", rival).with("better", Arg::List(better)),
        (true, false) => say("review-dominates").text("rival", rival).with("worse", Arg::List(worse)),
        (false, false) => say("review-trade-off")
            .text("rival", rival)
            .with("better", Arg::List(better))
            .with("worse", Arg::List(worse)),
    }
}
