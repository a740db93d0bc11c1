//! The part of a chart: its series with the cells that they come from and the values that these have now.

use std::fmt::Write as _;

use super::lines::letter;
use super::{Group, Look, Native, Plot, Series, value};
use crate::report::deck::text::{Ink, hundredths, tongue};
use crate::report::deck::xml::{HEAD, escaped};
use crate::report::workbook::{Cell, Kind, clean};
use crate::words::Words;

const SPACES: &str = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
/// Letters of a chart in points.
const SIZE: f64 = 12.0;
/// English Metric Units of a point.
const POINT: f64 = 12_700.0;
/// How months are written: as in every other result.
const MONTHS: &str = "yyyy\\-mm";

/// A chart on its way to XML.
struct Writer<'a> {
    chart: &'a Native,
    /// The name of its sheet, quoted.
    sheet: String,
    scale: f64,
}

/// The XML of a chart whose workbook is its reference `book`.
pub fn part(chart: &Native, book: &str, scale: f64, words: Words<'_>) -> String {
    let sheet = format!("'{}'", words.say("deck-sheet", &[]).replace('\'', "''"));
    let writer = Writer { chart, sheet, scale };
    let mut plots = String::new();
    let mut first = 0;
    for group in &chart.groups {
        plots += &writer.group(group, first);
        first += group.series.len();
    }
    let legend = if chart.legend { writer.legend() } else { String::new() };
    let lang = tongue(words.language());
    format!(
        "{HEAD}<c:chartSpace {SPACES}><c:date1904 val=\"0\"/><c:lang val=\"{lang}\"/><c:roundedCorners val=\"0\"/><c:chart>\
         <c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>{plots}{}{}</c:plotArea>{legend}<c:plotVisOnly val=\"1\"/>\
         <c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
         <c:externalData r:id=\"{book}\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
        writer.points_axis(),
        writer.values_axis(),
        writer.letters(SIZE, false)
    )
}

impl Writer<'_> {
    fn lying(&self) -> bool {
        self.chart.groups.iter().any(|group| matches!(group.plot, Plot::Bars(_)))
    }

    fn group(&self, group: &Group, first: usize) -> String {
        let series: String =
            (first..).zip(&group.series).map(|(nth, s)| self.series(nth, s, group.plot)).collect();
        let axes = "<c:axId val=\"111111111\"/><c:axId val=\"222222222\"/>";
        match group.plot {
            Plot::Lines => format!(
                "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}<c:marker val=\"1\"/>{axes}</c:lineChart>"
            ),
            Plot::Layers => format!(
                "<c:areaChart><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>{series}{axes}</c:areaChart>"
            ),
            Plot::Columns(gap) | Plot::Bars(gap) => {
                let way = if matches!(group.plot, Plot::Bars(_)) { "bar" } else { "col" };
                format!(
                    "<c:barChart><c:barDir val=\"{way}\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>{series}\
                     <c:gapWidth val=\"{gap}\"/><c:overlap val=\"100\"/>{axes}</c:barChart>"
                )
            }
        }
    }

    fn series(&self, nth: usize, series: &Series, plot: Plot) -> String {
        let head = in_cell(&self.chart.columns[series.column].head);
        let place = format!("{}!${}$1", escaped(&self.sheet), letter(series.column));
        let look = look(series.look);
        let (before, after) = match plot {
            Plot::Lines => ("<c:marker><c:symbol val=\"none\"/></c:marker>", "<c:smooth val=\"0\"/>"),
            Plot::Layers => ("", ""),
            Plot::Columns(_) | Plot::Bars(_) => ("<c:invertIfNegative val=\"0\"/>", ""),
        };
        let whiskers = series.whiskers.map_or_else(String::new, |ends| self.whiskers(ends));
        format!(
            "<c:ser><c:idx val=\"{nth}\"/><c:order val=\"{nth}\"/><c:tx><c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val=\"1\"/>\
             <c:pt idx=\"0\"><c:v>{head}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{before}{whiskers}<c:cat>{}</c:cat><c:val>{}</c:val>{after}</c:ser>",
            self.names(),
            self.numbers(series.column)
        )
    }

    fn whiskers(&self, (minus, plus): (usize, usize)) -> String {
        format!(
            "<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/><c:plus>{}</c:plus><c:minus>{}</c:minus>\
             <c:spPr><a:ln w=\"15875\">{}</a:ln></c:spPr></c:errBars>",
            self.numbers(plus),
            self.numbers(minus),
            Ink::Text.fill()
        )
    }

    /// The cells of a column below its head.
    fn cells(&self, column: usize) -> String {
        let rows = self.chart.columns[column].cells.len() + 1;
        let (sheet, column) = (escaped(&self.sheet), letter(column));
        format!("<c:f>{sheet}!${column}$2:${column}${rows}</c:f>")
    }

    /// Whether the points are months.
    fn dated(&self) -> bool {
        self.chart.columns[0].kind == Kind::Month
    }

    fn names(&self) -> String {
        let cells = &self.chart.columns[0].cells;
        if self.dated() {
            let serial = |cell: &Cell| match cell {
                Cell::Month(year, month) => days(*year, *month).to_string(),
                _ => String::new(),
            };
            let points: String = cells
                .iter()
                .enumerate()
                .map(|(at, cell)| format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", serial(cell)))
                .collect();
            let count = cells.len();
            return format!(
                "<c:numRef>{}<c:numCache><c:formatCode>{MONTHS}</c:formatCode><c:ptCount val=\"{count}\"/>{points}</c:numCache></c:numRef>",
                self.cells(0)
            );
        }
        let mut points = String::new();
        for (at, cell) in cells.iter().enumerate() {
            if let Cell::Text(text) | Cell::Spelt(_, text) = cell {
                let _ = write!(points, "<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", in_cell(text));
            }
        }
        let count = cells.len();
        format!(
            "<c:strRef>{}<c:strCache><c:ptCount val=\"{count}\"/>{points}</c:strCache></c:strRef>",
            self.cells(0)
        )
    }

    fn numbers(&self, column: usize) -> String {
        let cells = &self.chart.columns[column].cells;
        let mut points = String::new();
        for (at, value) in cells.iter().map(value).enumerate().filter(|(_, value)| value.is_finite()) {
            let _ = write!(points, "<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>");
        }
        let (count, code) = (cells.len(), self.chart.columns[column].kind.code());
        format!(
            "<c:numRef>{}<c:numCache><c:formatCode>{code}</c:formatCode><c:ptCount val=\"{count}\"/>{points}</c:numCache></c:numRef>",
            self.cells(column)
        )
    }

    fn letters(&self, size: f64, bold: bool) -> String {
        let (size, bold) = (hundredths(size * self.scale), u8::from(bold));
        format!(
            "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"{bold}\">{}</a:defRPr></a:pPr>\
             <a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>",
            Ink::Text.fill()
        )
    }

    fn title(&self, text: &str, turned: bool) -> String {
        let size = hundredths(11.0 * self.scale);
        let turn = if turned { " rot=\"-5400000\" vert=\"horz\"" } else { "" };
        format!(
            "<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"0\">{0}</a:defRPr></a:pPr><a:r>\
             <a:rPr lang=\"en-US\" sz=\"{size}\" b=\"0\">{0}</a:rPr><a:t>{1}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
            Ink::Soft.fill(),
            escaped(text)
        )
    }

    /// The axis of months.
    fn months_axis(&self) -> String {
        let every = self.chart.named_every;
        format!(
            "<c:dateAx><c:axId val=\"111111111\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>\
             <c:numFmt formatCode=\"{MONTHS}\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\">{}</a:ln></c:spPr>{}<c:crossAx val=\"222222222\"/><c:crosses val=\"autoZero\"/>\
             <c:auto val=\"0\"/><c:lblOffset val=\"100\"/><c:baseTimeUnit val=\"months\"/><c:majorUnit val=\"{every}\"/>\
             <c:majorTimeUnit val=\"months\"/></c:dateAx>",
            Ink::Soft.fill(),
            self.letters(SIZE, false)
        )
    }

    fn points_axis(&self) -> String {
        if self.dated() {
            return self.months_axis();
        }
        let lying = self.lying();
        let (way, side) = if lying { ("maxMin", "l") } else { ("minMax", "b") };
        let title = self.chart.points.as_ref().map_or_else(String::new, |text| self.title(text, false));
        let every = self.chart.named_every;
        let skip = format!("<c:tickLblSkip val=\"{every}\"/><c:tickMarkSkip val=\"{every}\"/>");
        format!(
            "<c:catAx><c:axId val=\"111111111\"/><c:scaling><c:orientation val=\"{way}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{side}\"/>\
             {title}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\">{}</a:ln></c:spPr>{}<c:crossAx val=\"222222222\"/><c:crosses val=\"autoZero\"/>\
             <c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>{skip}<c:noMultiLvlLbl val=\"1\"/></c:catAx>",
            Ink::Soft.fill(),
            self.letters(SIZE, false)
        )
    }

    fn values_axis(&self) -> String {
        let lying = self.lying();
        let side = if lying { "b" } else { "l" };
        let (name, code) = &self.chart.values;
        // lying bars begin at the top: their scale stands at the end of the names
        let crosses = if lying { "max" } else { "autoZero" };
        let layers = self.chart.groups.iter().any(|group| group.plot == Plot::Layers);
        let between = if layers { "midCat" } else { "between" };
        let ends = self
            .chart
            .ends
            .map_or_else(String::new, |(low, high)| format!("<c:max val=\"{high}\"/><c:min val=\"{low}\"/>"));
        format!(
            "<c:valAx><c:axId val=\"222222222\"/><c:scaling><c:orientation val=\"minMax\"/>{ends}</c:scaling><c:delete val=\"0\"/>\
             <c:axPos val=\"{side}\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"tx1\"><a:lumMod val=\"15000\"/>\
             <a:lumOff val=\"85000\"/></a:schemeClr></a:solidFill></a:ln></c:spPr></c:majorGridlines>{}<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/>\
             <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:crossAx val=\"111111111\"/><c:crosses val=\"{crosses}\"/><c:crossBetween val=\"{between}\"/></c:valAx>",
            self.title(name, !lying),
            escaped(code),
            self.letters(SIZE, false)
        )
    }

    fn legend(&self) -> String {
        let all = self.chart.groups.iter().flat_map(|group| &group.series).enumerate();
        let unnamed = all.filter(|(_, series)| !series.named);
        let without: String = unnamed
            .map(|(nth, _)| {
                format!("<c:legendEntry><c:idx val=\"{nth}\"/><c:delete val=\"1\"/></c:legendEntry>")
            })
            .collect();
        format!(
            "<c:legend><c:legendPos val=\"b\"/>{without}<c:overlay val=\"0\"/>{}</c:legend>",
            self.letters(SIZE, false)
        )
    }
}

fn look(look: Look) -> String {
    match look {
        Look::Unseen => "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>".to_owned(),
        Look::Fill(ink, opaque) => {
            format!("<c:spPr>{}<a:ln><a:noFill/></a:ln></c:spPr>", ink.sheer(opaque))
        }
        Look::Line(ink, points, dash) => {
            let dash = dash.map_or_else(String::new, |dash| format!("<a:prstDash val=\"{dash}\"/>"));
            let wide = (points * POINT).round();
            format!("<c:spPr><a:ln w=\"{wide}\" cap=\"rnd\">{}{dash}<a:round/></a:ln></c:spPr>", ink.fill())
        }
    }
}

/// Text as it stands in a cell.
fn in_cell(text: &str) -> String {
    escaped(&clean(text))
}

/// The first day of a month as office programs count days: 1 January 1900 is the first, and 1900 is taken for a leap year.
fn days(year: i32, month: u8) -> i64 {
    // days from 1 March of year 0 of the proleptic Gregorian calendar
    let (year, month) = (i64::from(year), i64::from(month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let from_march =
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5;
    from_march - 693_899
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_those_of_office_programs() {
        assert_eq!(
            [days(2018, 7), days(2026, 1), days(2000, 3), days(2024, 2)],
            [43_282, 46_023, 36_586, 45_323]
        );
    }
}
