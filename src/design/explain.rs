//! Every number of a design: what holds, and by what name readers know it. `words` says it.

use super::{Design, Number};

/// One number in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainRow<'d> {
    /// Where it stands, with segments, rivals and elements by name: `segment[families].basket`.
    pub path: String,
    /// The number itself.
    pub number: &'d Number,
    /// Whether the design gives it; else it is the documented default.
    pub given: bool,
}

/// All numbers of a design, in the order of the format.
pub fn explain(design: &Design) -> Vec<ExplainRow<'_>> {
    design.numbers.iter().map(|(_, number)| row(design, number)).collect()
}

fn row<'d>(design: &Design, number: &'d Number) -> ExplainRow<'d> {
    ExplainRow { path: design.readable(&number.path), number, given: number.span.is_some() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Basis;
    use crate::design::tests::FULL;

    #[test]
    fn every_number_is_explained() {
        let design = Design::parse(FULL).unwrap();
        let rows = explain(&design);
        assert_eq!(rows.len(), design.numbers.len());
        assert!(rows.iter().all(|row| !row.number.source.is_empty()));
        let basket = rows.iter().find(|row| row.path == "segment[families].basket").unwrap();
        assert_eq!((basket.number.distribution.central(), basket.number.basis), (45.0, Basis::Assumed));
        assert!(basket.given && basket.number.source == "this design");
        let spread = rows.iter().find(|row| row.path == "segment[occasional].basket_spread").unwrap();
        assert!(!spread.given && spread.number.source.contains("Fader"));
    }

    #[test]
    fn the_basis_of_a_table_of_shares_holds_for_its_members() {
        let design = Design::parse(FULL).unwrap();
        let rows = explain(&design);
        let cause = rows.iter().find(|row| row.path == "churn.causes.parking").unwrap();
        assert_eq!((cause.number.basis, cause.number.source.as_str()), (Basis::Measured, "exit survey 2025"));
    }
}
