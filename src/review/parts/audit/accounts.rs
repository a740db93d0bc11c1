//! Data, accounts and the cash desk: what could be taken, and what the plan does about it.

use super::planned;
use crate::design::PlanItem;
use crate::review::case::{Case, MAIN, from};
use crate::review::content::Block;
use crate::review::figure::{Figures, Form};
use crate::review::measures::Measure;
use crate::review::parts::{said, table, text_column};
use crate::review::sentence::{Arg, name, say};
use crate::summary::Scalar;

/// Three topics with what is at stake.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let nothing = || said(say("audit-not-estimated"));
    let row = |item: PlanItem, stake: Option<Arg>| {
        let key = item.key();
        vec![name("plan", key), planned(case, item), stake.unwrap_or_else(nothing), name("ask", key)]
    };
    let rows = vec![
        row(PlanItem::DataQuality, None),
        row(PlanItem::Security, stolen(case, figures)),
        row(PlanItem::Fraud, booked_by_staff(case, figures)),
    ];
    let columns = ["audit-column-topic", "audit-column-planned", "audit-column-stake", "audit-column-ask"];
    vec![
        Block::Heading(say("audit-accounts")),
        table(say("audit-accounts-table"), columns.map(text_column).to_vec(), rows),
    ]
}

/// What strangers could spend from members' accounts: all points outstanding.
fn stolen(case: &Case, figures: &mut Figures) -> Option<Arg> {
    case.run.summary.headline.get(Scalar::ClosingLiability).filter(|owed| owed.mean > 0.0)?;
    let id = case.headline(figures, Scalar::ClosingLiability)?;
    Some(said(say("audit-stake-points").value("money", id)))
}

/// What a tenth of the purchases of others on members' cards would cost.
fn booked_by_staff(case: &Case, figures: &mut Figures) -> Option<Arg> {
    let lent = case.run.interval(Measure::LentCards).filter(|lent| lent.value > 0.0)?;
    let id = figures.interval("proposal.lent-cards", Form::Money, &lent, from(MAIN));
    Some(said(say("audit-stake-cards").value("money", id)))
}
