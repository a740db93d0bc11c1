//! What a customer is worth at a constant retention rate, in closed form.
//!
//! Annual clock; the first margin comes a year from now; rates and margins do not change. Simulated customers differ among
//! themselves, so that their value is higher.

use crate::population::margin_multiple;

/// Relative rise of the value when retention rises by `points` (0.05: five points).
pub fn rise_by_points(retention: f64, points: f64, cost_of_capital: f64) -> Option<f64> {
    let before = margin_multiple(retention, cost_of_capital)?;
    Some(margin_multiple(retention + points, cost_of_capital)? / before - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: impl IntoIterator<Item = f64>, decimals: usize) -> String {
        // Ties round up, as in the published tables.
        let texts: Vec<String> = cells.into_iter().map(|x| format!("{:.decimals$}", x + 1e-9)).collect();
        texts.join(" ")
    }

    #[test]
    fn margin_multiples_to_their_printed_digits() {
        for (i, printed) in [
            (0.08, "0.86 1.25 1.84 2.86 5.00 7.31"),
            (0.10, "0.83 1.20 1.75 2.67 4.50 6.33"),
            (0.12, "0.81 1.15 1.67 2.50 4.09 5.59"),
            (0.14, "0.78 1.11 1.59 2.35 3.75 5.00"),
            (0.16, "0.76 1.07 1.52 2.22 3.46 4.52"),
            (0.20, "0.71 1.00 1.40 2.00 3.00 3.80"),
        ] {
            let cells = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map(|r| margin_multiple(r, i).unwrap());
            assert_eq!(row(cells, 2), printed, "i = {i}");
        }
        assert_eq!(margin_multiple(1.0, 0.0), None);
    }

    #[test]
    fn five_points_of_retention_to_their_printed_digits() {
        for (r, printed) in [
            (0.50, "22.2 20.4 20.0 19.6 19.2"),
            (0.60, "23.8 20.9 20.4 19.9 19.2"),
            (0.70, "28.6 23.4 22.4 21.6 20.5"),
            (0.75, "33.3 25.7 24.4 23.3 21.9"),
            (0.80, "41.7 29.3 27.5 25.9 24.0"),
            (0.85, "58.8 35.3 32.4 29.9 27.1"),
            (0.90, "111.1 46.2 40.7 36.6 31.9"),
        ] {
            let cells = [0.0, 0.08, 0.10, 0.12, 0.15].map(|i| rise_by_points(r, 0.05, i).unwrap() * 100.0);
            assert_eq!(row(cells, 1), printed, "r = {r}");
        }
    }
}
