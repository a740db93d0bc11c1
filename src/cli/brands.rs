//! `loyalsim brands`: the category, its brands, and the own one among them.

use super::decide_args::BrandsArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::{brands, usual};
use loyalsim::design::Saying;
use loyalsim::{charts, report};

/// Plays, reports, writes.
pub fn run(args: &BrandsArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let Some(category) = &design.brands else {
        return Err(Failure::Input(Saying::new("failure-no-brands")));
    };
    let desk = Desk::open(&args.desk, usual::CUSTOMERS, &source, session)?;
    let size = (desk.settings(), args.desk.trials.unwrap_or(usual::BRAND_PANELS));
    desk.weigh(&design, size.1, 1)?;
    let found =
        desk.work(|| brands::brands(&design, category, size, &desk)).ok_or_else(|| nothing_done(words))?;
    let mut files = vec![
        ("brands.csv".to_owned(), report::brands_csv(&found)),
        ("duplication.csv".to_owned(), report::duplication_csv(&found)),
    ];
    let promotion = found.promotion.as_ref();
    files.extend(promotion.map(|found| ("promotion.csv".to_owned(), report::promotion_csv(found))));
    let findings = Findings {
        text: report::brands_text(&found, desk.language()),
        json: ("brands.json", json(&found)?),
        files,
        notes: Vec::new(),
        charts: charts::brands(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}
