//! What kinds say of themselves agrees with the catalogue and with what their elements hold.

use super::*;
use crate::design::Design;
use crate::design::catalogue::Catalogue;
use crate::design::tests::FULL;
use std::collections::BTreeSet;

/// A kind without keys cannot be described, and keys without a kind would describe nothing.
#[test]
fn kinds_are_the_tables_of_the_catalogue() {
    let tables = Catalogue::get().keys().iter().filter_map(|key| key.parent().strip_prefix("program."));
    let tables = tables.filter_map(|table| table.strip_suffix("[]"));
    let described: BTreeSet<&str> = tables.filter(|key| *key != "*" && !key.contains("[]")).collect();
    let known: BTreeSet<&str> = ElementKind::ALL.iter().map(|kind| kind.key).collect();
    assert_eq!(known, described);
    assert_eq!(known.len(), ElementKind::ALL.len(), "two kinds have the same key");
}

/// An account cannot rest, and the staff cannot forget that it was trained.
#[test]
fn what_cannot_choose_its_customers_by_month_does_not_rest() {
    for kind in ElementKind::ALL {
        let steady = matches!(kind.reach, Reach::Account | Reach::Staff);
        assert!(!(steady && kind.rests), "{}", kind.key);
        assert!(kind.rests || !kind.reach.chooses(), "{}", kind.key);
    }
}

/// In the design with every key each kind has an element; it has discounts if the kind says so.
#[test]
fn discounts_are_where_the_kind_says() {
    let program = Design::parse(FULL).unwrap().program.unwrap();
    for kind in ElementKind::ALL {
        let element = program.elements.iter().find(|element| element.facts() == kind);
        let found = element.unwrap_or_else(|| panic!("{} is not in full.toml", kind.key)).discounts();
        assert_eq!(found.is_empty(), kind.discount == Discount::None, "{}", kind.key);
    }
}
