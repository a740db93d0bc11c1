//! Columns that line up in a terminal.

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Spaces between two columns.
const GAP: usize = 2;

/// Lays `rows` out in columns, each as wide as its widest cell, indented by two spaces. Columns beyond `aligns` are words.
pub fn layout(rows: &[Vec<String>], aligns: &[Align]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> =
        (0..columns).map(|c| rows.iter().map(|row| width(row, c)).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (c, cell) in row.iter().enumerate() {
            let padding = " ".repeat(widths[c] - width(row, c));
            match aligns.get(c).unwrap_or(&Align::Left) {
                Align::Left => line.extend([cell.as_str(), &padding]),
                Align::Right => line.extend([padding.as_str(), cell]),
            }
            line.push_str(&" ".repeat(GAP));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Characters of a cell; none of those we print is wider than one column.
fn width(row: &[String], column: usize) -> usize {
    row.get(column).map_or(0, |cell| cell.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [["a", "1"], ["long", "−23"]].map(|r| r.map(str::to_owned).to_vec());
        assert_eq!(layout(&rows, &[Align::Left, Align::Right]), "  a       1\n  long  −23\n");
    }
}
