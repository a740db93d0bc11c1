//! What a discount must sell more to pay for itself.

/// Rise of volume at which a discount `depth` (share of price) leaves as much margin as before: d / (m − d) with gross
/// margin `margin` (share of price). `None` if the discount eats the whole margin: no volume helps then.
pub fn volume_rise(depth: f64, margin: f64) -> Option<f64> {
    // Shares such as 0.15 are not exact in binary: a margin left over that small is none.
    let left = margin - depth;
    (left > 1e-12).then(|| depth / left)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table that accountants hand out, in per cent; "-" where no volume helps.
    #[test]
    fn the_published_table_to_its_printed_digits() {
        let margins = [0.15, 0.20, 0.25, 0.30, 0.35, 0.40, 0.50, 0.60];
        for (depth, printed) in [
            (0.02, "15 11 9 7 6 5 4 3"),
            (0.03, "25 18 14 11 9 8 6 5"),
            (0.05, "50 33 25 20 17 14 11 9"),
            (0.07, "88 54 39 30 25 21 16 13"),
            (0.10, "200 100 67 50 40 33 25 20"),
            (0.15, "- 300 150 100 75 60 43 33"),
            (0.20, "- - 400 200 133 100 67 50"),
        ] {
            let row = margins.map(|m| {
                volume_rise(depth, m).map_or("-".to_owned(), |r| format!("{:.0}", r * 100.0 + 1e-9))
            });
            assert_eq!(row.join(" "), printed, "{depth}");
        }
    }
}
