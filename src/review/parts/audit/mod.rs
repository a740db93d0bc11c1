//! What an audit looks at beside what can be simulated: joining, rewards, the member's life, data and accounts, the voice of members and
//! staff. What the design does not say is called unstated, never bad.

mod accounts;
mod joining;
mod life;
mod rewards;
mod voice;

pub use joining::months_to_reward;

use super::said;
use crate::design::PlanItem;
use crate::review::case::Case;
use crate::review::content::Block;
use crate::review::figure::Figures;
use crate::review::sentence::{Arg, say};

/// The part. A program of service alone has no members to ask about joining and accounts.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = vec![Block::Lead(say("audit-lead"))];
    if case.facts.knows_members() {
        if case.facts.has_members() {
            blocks.extend(joining::blocks(case, figures));
        }
        blocks.extend(rewards::blocks(case, figures));
        blocks.extend(life::blocks(case));
        blocks.extend(accounts::blocks(case, figures));
    }
    blocks.extend(voice::blocks(case, figures));
    blocks
}

/// What the plan says of an item, or that it says nothing.
fn planned(case: &Case, item: PlanItem) -> Arg {
    let text = case.design.plan.iter().find(|(known, _)| *known == item).map(|(_, text)| text.clone());
    text.map_or_else(|| said(say("audit-unstated")), Arg::Text)
}
