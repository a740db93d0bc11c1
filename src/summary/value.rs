//! What a customer is worth at a constant retention rate: closed forms to print beside simulated numbers.
//!
//! Annual clock; the first margin comes a year from now; rates and margins do not change. Simulated customers differ
//! among themselves, so their value is higher: see [`super::sbg`].

/// Margin multiple r / (1 + i − (1 + g) r) (Gupta & Lehmann 2003): the value of a customer in years of margin, with
/// annual `retention` r, cost of capital i and growth of the margin g. `None` where the sum does not converge.
pub fn margin_multiple(retention: f64, cost_of_capital: f64, growth: f64) -> Option<f64> {
    let gap = 1.0 + cost_of_capital - (1.0 + growth) * retention;
    (gap > 0.0).then(|| retention / gap)
}

/// Relative rise of the value when retention rises by the relative share 0.01, in per cent, to first order: the
/// elasticity (1 + i) / (1 + i − r) (after Gupta, Lehmann & Stuart 2004). Relative: from 0.90 to 0.909.
pub fn retention_elasticity(retention: f64, cost_of_capital: f64) -> Option<f64> {
    let gap = 1.0 + cost_of_capital - retention;
    (gap > 0.0).then(|| (1.0 + cost_of_capital) / gap)
}

/// Relative rise of the value when retention rises by `points` (0.05: five points).
pub fn rise_by_points(retention: f64, points: f64, cost_of_capital: f64) -> Option<f64> {
    let before = margin_multiple(retention, cost_of_capital, 0.0)?;
    Some(margin_multiple(retention + points, cost_of_capital, 0.0)? / before - 1.0)
}

/// Value of winning a customer: margin · (1 + r / (1 + i − r)) − acquisition cost, the first margin at once.
pub fn value_when_won(
    margin: f64,
    retention: f64,
    cost_of_capital: f64,
    acquisition_cost: f64,
) -> Option<f64> {
    Some(margin * (1.0 + margin_multiple(retention, cost_of_capital, 0.0)?) - acquisition_cost)
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
            let cells = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map(|r| margin_multiple(r, i, 0.0).unwrap());
            assert_eq!(row(cells, 2), printed, "i = {i}");
        }
    }

    #[test]
    fn margin_multiples_with_growing_margins() {
        for (i, printed) in [
            (0.10, "1.28 1.92 3.08 5.81"),
            (0.12, "1.22 1.82 2.86 5.14"),
            (0.14, "1.18 1.73 2.67 4.62"),
            (0.16, "1.13 1.65 2.50 4.19"),
        ] {
            let cells = [0.6, 0.7, 0.8, 0.9].map(|r| margin_multiple(r, i, 0.05).unwrap());
            assert_eq!(row(cells, 2), printed, "i = {i}");
        }
        assert_eq!(margin_multiple(1.0, 0.05, 0.05), None);
    }

    #[test]
    fn elasticities_to_their_printed_digits() {
        for (i, printed) in [
            (0.08, "1.86 2.25 2.84 3.86 4.70 6.00 8.31"),
            (0.10, "1.83 2.20 2.75 3.67 4.40 5.50 7.33"),
            (0.12, "1.81 2.15 2.67 3.50 4.15 5.09 6.59"),
            (0.16, "1.76 2.07 2.52 3.22 3.74 4.46 5.52"),
        ] {
            let cells = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95].map(|r| retention_elasticity(r, i).unwrap());
            assert_eq!(row(cells, 2), printed, "i = {i}");
        }
    }

    /// The elasticity is the derivative of the margin multiple.
    #[test]
    fn the_elasticity_is_a_derivative() {
        let (r, i, step) = (0.8, 0.1, 1e-6);
        let value = |r| margin_multiple(r, i, 0.0).unwrap();
        let slope = (value(r * (1.0 + step)) / value(r * (1.0 - step)) - 1.0) / (2.0 * step);
        assert!((slope - retention_elasticity(r, i).unwrap()).abs() < 1e-4);
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

    #[test]
    fn acquisition_cost_is_leverage() {
        for (r, printed) in [(0.70, "14 17 22 52"), (0.80, "20 23 27 44"), (0.90, "33 37 41 52")] {
            let cells = [0.0, 50.0, 100.0, 200.0].map(|cost| {
                let value = |r| value_when_won(100.0, r, 0.10, cost).unwrap();
                (value(r + 0.05) / value(r) - 1.0) * 100.0
            });
            // 27.5 is a tie that the published table rounds down.
            assert_eq!(row(cells.map(|x| x - 2e-9), 0), printed, "r = {r}");
        }
    }
}
