//! What a cell says was taken off a receipt: money, or a share of the price with its sign.

use super::amounts::{self, Decimal};

/// The discount in money on a receipt of which `paid` was paid; 0 where the cell tells none. Some write what comes off with a minus.
pub(super) fn taken_off(cell: &str, paid: f64, decimal: Decimal) -> f64 {
    match cell.trim().strip_suffix('%') {
        None => amounts::amount(cell, decimal).unwrap_or(0.0).abs(),
        Some(number) => {
            let share = amounts::amount(number, decimal).unwrap_or(0.0).abs() / 100.0;
            // what is given away whole has no price that is known
            if share < 1.0 { paid * share / (1.0 - share) } else { 0.0 }
        }
    }
}

/// Whether it is written as money is: with two decimals, or a currency.
pub(super) fn is_money(cell: &str, decimal: Decimal) -> bool {
    let cell = cell.trim();
    let mark = match decimal {
        Decimal::Point => '.',
        Decimal::Comma => ',',
    };
    let has_cents = || cell.rsplit_once(mark).is_some_and(|(whole, cents)| is_cents(whole, cents));
    !cell.ends_with('%') && (amounts::currency(cell).is_some() || has_cents())
}

/// Two decimals after a whole number that is no 0: 0.15 may be a share of the price.
fn is_cents(whole: &str, cents: &str) -> bool {
    cents.len() == 2
        && cents.bytes().all(|byte| byte.is_ascii_digit())
        && whole.contains(|c| ('1'..='9').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_comes_to_money() {
        let off = |cell| taken_off(cell, 80.0, Decimal::Point);
        for (cell, money) in [
            ("20 %", 20.0),
            ("20%", 20.0),
            ("-20 %", 20.0),
            ("0 %", 0.0),
            ("100 %", 0.0),
            ("20", 20.0),
            ("-20", 20.0),
            ("$20", 20.0),
            ("", 0.0),
            ("yes", 0.0),
        ] {
            assert!((off(cell) - money).abs() < 1e-9, "{cell}: {}", off(cell));
        }
        assert!((taken_off("12,5 %", 87.5, Decimal::Comma) - 12.5).abs() < 1e-9);
    }

    #[test]
    fn money_is_written_with_cents_or_a_currency() {
        for (cell, is) in [
            ("10.00", true),
            ("-10.00", true),
            ("$10", true),
            ("10 €", true),
            ("10", false),
            ("10.5", false),
            ("0.15", false),
            ("10 %", false),
            ("10.00 %", false),
            ("", false),
        ] {
            assert_eq!(is_money(cell, Decimal::Point), is, "{cell}");
        }
        assert!(is_money("10,00", Decimal::Comma) && !is_money("0,10", Decimal::Comma));
    }
}
