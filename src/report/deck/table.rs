//! A table on a slide, in the colours of the template: letters as large as its rows allow, and where there are too many rows, the first ones.

use std::fmt::Write as _;

use super::layout::{Frame, POINT};
use super::text::{Ink, letters, transform};
use super::xml::escaped;
use crate::charts::wrapped;
use crate::words::Language;

/// Sizes of letters that are tried, in points.
const SIZES: [f64; 5] = [15.0, 14.0, 13.0, 12.0, 11.0];
const LEADING: f64 = 1.2;
/// Margin of a cell in points: left and right, above and below.
const MARGIN: (f64, f64) = (5.0, 3.5);

/// A table in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Heads of the columns, and whether they hold numbers.
    pub heads: Vec<(String, bool)>,
    /// Cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// A table that fits: letters in points, widths of columns and heights of rows in points, heads first.
struct Fitted {
    size: f64,
    widths: Vec<f64>,
    heights: Vec<f64>,
}

impl Grid {
    fn line(&self, row: usize) -> Vec<&str> {
        match row.checked_sub(1) {
            None => self.heads.iter().map(|(head, _)| head.as_str()).collect(),
            Some(row) => self.rows[row].iter().map(String::as_str).collect(),
        }
    }

    /// Widths of the columns: each as wide as its longest cell if there is room; those with long texts share what is left.
    fn widths(&self, size: f64, room: f64) -> Vec<f64> {
        let width = |text: &str, bold| crate::charts::text_width(text, size, bold);
        let margin = 2.0 * MARGIN.0 + 2.0;
        let needs: Vec<(f64, f64)> = (0..self.heads.len())
            .map(|column| {
                let lines = || (0..=self.rows.len()).map(|row| (self.line(row)[column], row == 0));
                let whole = lines().map(|(text, head)| width(text, head)).fold(0.0, f64::max) + margin;
                let cells = lines().filter(|(_, head)| !head);
                let number = cells.map(|(text, _)| width(text, false)).fold(0.0, f64::max) + margin;
                let words = lines().flat_map(|(text, head)| text.split(' ').map(move |word| (word, head)));
                let word = words.map(|(word, head)| width(word, head)).fold(0.0, f64::max) + margin;
                (if self.heads[column].1 { word.max(number) } else { word }.min(room / 3.0), whole)
            })
            .collect();
        let least: f64 = needs.iter().map(|(least, _)| least).sum();
        let more: f64 = needs.iter().map(|(least, whole)| (whole - least).max(0.0)).sum();
        let spare = room - least;
        if spare <= 0.0 {
            return needs.iter().map(|(word, _)| word / least * room).collect();
        }
        // what is left goes to the columns by the root of what they lack: long texts may break
        let wants: Vec<f64> = needs.iter().map(|(least, whole)| (whole - least).max(0.0)).collect();
        if more <= spare {
            return needs
                .iter()
                .map(|(least, whole)| whole.max(*least) + (spare - more) / needs.len() as f64)
                .collect();
        }
        let roots: f64 = wants.iter().map(|want| want.sqrt()).sum();
        needs.iter().zip(&wants).map(|((least, _), want)| least + spare * want.sqrt() / roots).collect()
    }

    fn fitted(&self, room: f64, size: f64) -> Fitted {
        let widths = self.widths(size, room);
        let height = |row: usize| {
            let lines = self
                .line(row)
                .into_iter()
                .zip(&widths)
                .map(|(text, width)| wrapped(text, size, row == 0, width - 2.0 * MARGIN.0).len().max(1));
            lines.max().unwrap_or(1) as f64 * LEADING * size + 2.0 * MARGIN.1
        };
        let heights = (0..=self.rows.len()).map(height).collect();
        Fitted { size, widths, heights }
    }

    /// The table in its place, and how many of its rows are shown.
    pub fn xml(&self, id: usize, frame: Frame, scale: f64, language: Language) -> (String, usize) {
        let (room, high) = (frame.width / POINT, frame.height / POINT);
        let tried = |size: f64| self.fitted(room, size * scale);
        let fits = |fitted: &Fitted| fitted.heights.iter().sum::<f64>() <= high;
        let fitted = SIZES.into_iter().map(tried).find(fits).unwrap_or_else(|| tried(SIZES[SIZES.len() - 1]));
        let mut shown = 0;
        let mut height = 0.0;
        for row in &fitted.heights {
            if height + row > high && shown > 1 {
                break;
            }
            (shown, height) = (shown + 1, height + row);
        }
        let frame = Frame { height: height * POINT, ..frame };
        let rows: String = (0..shown).map(|row| self.row(row, &fitted, language)).collect();
        let mut columns = String::new();
        for width in &fitted.widths {
            let _ = write!(columns, "<a:gridCol w=\"{:.0}\"/>", width * POINT);
        }
        let table = format!(
            "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"Table {id}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>\
             </p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{}<a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>\
             </a:graphicData></a:graphic></p:graphicFrame>",
            transform("p", frame)
        );
        (table, shown.saturating_sub(1))
    }

    fn row(&self, row: usize, fitted: &Fitted, language: Language) -> String {
        let height = fitted.heights[row] * POINT;
        let head = row == 0;
        let cells: String = self
            .line(row)
            .iter()
            .zip(&self.heads)
            .map(|(text, (_, numeric))| cell(text, (head, *numeric), fitted.size, language))
            .collect();
        format!("<a:tr h=\"{height:.0}\">{cells}</a:tr>")
    }
}

fn cell(text: &str, (head, numeric): (bool, bool), size: f64, language: Language) -> String {
    let ink = if head { Ink::Accent(1) } else { Ink::Text };
    let align = if numeric { "r" } else { "l" };
    let run = if text.is_empty() {
        letters("a:endParaRPr", size, head, ink, language)
    } else {
        format!("<a:r>{}<a:t>{}</a:t></a:r>", letters("a:rPr", size, head, ink, language), escaped(text))
    };
    let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
    let (wide, ink) = if head { (12_700, Ink::Accent(1)) } else { (6_350, Ink::Soft) };
    let below = format!("<a:lnB w=\"{wide}\">{}</a:lnB>", ink.fill());
    let (side, end) = ((MARGIN.0 * POINT).round(), (MARGIN.1 * POINT).round());
    format!(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{align}\"/>{run}</a:p></a:txBody><a:tcPr marL=\"{side}\" marR=\"{side}\" \
         marT=\"{end}\" marB=\"{end}\" anchor=\"t\">{}{}{}{below}<a:noFill/></a:tcPr></a:tc>",
        none("lnL"),
        none("lnR"),
        none("lnT")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: usize) -> Grid {
        let row = vec!["a finding in a few words".to_owned(), "12.3 m USD".to_owned()];
        Grid { heads: vec![("Weakness".into(), false), ("At stake".into(), true)], rows: vec![row; rows] }
    }

    #[test]
    fn a_table_stays_in_its_place() {
        let frame = Frame { x: 0.0, y: 0.0, width: 500.0 * POINT, height: 200.0 * POINT };
        let (few, all) = grid(3).xml(2, frame, 1.0, Language::En);
        assert_eq!(all, 3);
        assert!(few.contains("sz=\"1500\""), "{few}");
        let (_, some) = grid(60).xml(2, frame, 1.0, Language::En);
        assert!(some > 5 && some < 15, "{some}");
        for size in SIZES {
            let widths = grid(4).widths(size, 300.0);
            assert!((widths.iter().sum::<f64>() - 300.0).abs() < 1e-6, "{widths:?}");
        }
    }

    #[test]
    fn long_texts_break_and_numbers_do_not() {
        let mut grid = grid(1);
        grid.rows[0][0] = "words ".repeat(60).trim().to_owned();
        let widths = grid.widths(12.0, 400.0);
        assert!(
            widths[1] > crate::charts::text_width("12.3 m USD", 12.0, false) && widths[0] > 250.0,
            "{widths:?}"
        );
    }
}
