//! Whole designs: the one with every key, and what becomes of it when it is broken.

use super::*;

/// Every key of the format once.
pub const FULL: &str = include_str!("../../tests/designs/full.toml");

#[test]
fn a_design_with_every_key_is_read() {
    let design = Design::parse(FULL).unwrap_or_else(|problems| panic!("{}", problems.plain()));
    assert_eq!(design.segments.len(), 2);
    assert_eq!(design.causes.len(), 4);
    let program = design.program.as_ref().unwrap();
    assert_eq!((program.launch, program.stop, program.elements.len()), (2, Some(33), 9));
    assert_eq!(design.numbers[design.business.annual_retention].law, Law::Normal { mean: 0.76, sd: 0.03 });
    assert_eq!(design.hash.len(), 64);
}

#[test]
fn what_a_segment_leaves_open_is_the_number_of_the_business() {
    let design = Design::parse(FULL).unwrap();
    let (own, open) = (&design.segments[0], &design.segments[1]);
    assert_eq!(open.gross_margin, design.business.gross_margin);
    assert_eq!(open.annual_retention, design.business.annual_retention);
    assert_eq!(open.nps, design.business.nps);
    assert_ne!(own.gross_margin, design.business.gross_margin);
}
