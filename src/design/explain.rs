//! Every number of a design in words: what holds, how well it is supported, and where it comes from.

use super::catalogue::Catalogue;
use super::{Basis, Design, Number};
use serde::Serialize;

/// One number in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainRow {
    /// Where it stands, with segments by name: `segment[families].basket`.
    pub path: String,
    /// Its value, or what is known about it.
    pub value: String,
    /// Its unit, money in the design's currency.
    pub unit: String,
    /// How well it is supported.
    pub basis: Basis,
    /// Where it comes from.
    pub source: String,
    /// Whether the design gives it; else it is the documented default.
    pub given: bool,
    /// What it means.
    pub meaning: &'static str,
}

/// All numbers of a design, in the order of the format.
pub fn explain(design: &Design) -> Vec<ExplainRow> {
    design.numbers.iter().map(|(_, number)| row(design, number)).collect()
}

fn row(design: &Design, number: &Number) -> ExplainRow {
    ExplainRow {
        path: with_segment_name(design, &number.path),
        value: number.law.describe(),
        unit: number.unit.in_currency(&design.currency),
        basis: number.basis,
        source: number.source.clone(),
        given: number.span.is_some(),
        meaning: Catalogue::get().find_or_parent(&number.path).map_or("", |key| key.meaning.as_str()),
    }
}

/// `segment[0].basket` → `segment[families].basket`.
fn with_segment_name(design: &Design, path: &str) -> String {
    let parts = path.strip_prefix("segment[").and_then(|rest| rest.split_once(']'));
    let named = parts.and_then(|(index, rest)| {
        let segment = design.segments.get(index.parse::<usize>().ok()?)?;
        Some(format!("segment[{}]{rest}", segment.name))
    });
    named.unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::tests::FULL;

    #[test]
    fn every_number_is_explained() {
        let design = Design::parse(FULL).unwrap();
        let rows = explain(&design);
        assert_eq!(rows.len(), design.numbers.len());
        assert!(
            rows.iter().all(|row| row.meaning.len() > 10 && !row.source.is_empty() && !row.value.is_empty())
        );
        let basket = rows.iter().find(|row| row.path == "segment[families].basket").unwrap();
        assert_eq!((basket.value.as_str(), basket.unit.as_str()), ("45", "EUR per purchase"));
        assert!(basket.given && basket.basis == Basis::Assumed && basket.source == "this design");
        let spread = rows.iter().find(|row| row.path == "segment[occasional].basket_spread").unwrap();
        assert!(!spread.given && spread.source.contains("Fader"));
    }

    #[test]
    fn the_basis_of_a_table_of_shares_holds_for_its_members() {
        let rows = explain(&Design::parse(FULL).unwrap());
        let cause = rows.iter().find(|row| row.path == "churn.causes.parking").unwrap();
        assert_eq!((cause.basis, cause.source.as_str()), (Basis::Measured, "exit survey 2025"));
    }
}
