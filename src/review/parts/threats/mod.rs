//! The threats: what was found to make the program fail, what it would cost, and how one would notice in time.

mod combinations;
mod signs;
mod single;
mod wires;

use crate::review::case::Case;
use crate::review::content::Block;
use crate::review::figure::Figures;
use crate::review::sentence::say;

/// Part seven.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    if case.robust.margins.iter().all(|margin| margin.is_nan()) {
        return vec![Block::Paragraph(vec![say("review-threats-no-program")])];
    }
    let mut blocks = combinations::blocks(case, figures);
    blocks.extend(single::blocks(case, figures));
    blocks.push(Block::Heading(say("review-tripwires")));
    blocks.extend(wires::blocks(case, figures));
    blocks.extend(signs::blocks(case, figures));
    blocks
}
