//! The sheet of the months: a row for each, the means of every series without and with the program, and what the program changes.

use rust_xlsxwriter::{Chart, ChartAxisLabelPosition, ChartLegendPosition, ChartLine, ChartType, Color};

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, Place, frame, table};
use crate::summary::{Band, Monthly, Series, Summary};
use crate::units::{Unit, YearMonth};
use crate::words::{breakable, capital};

/// Without the program, with it, the difference, the ends of nine in ten differences, and today's program ended.
const LINES: [Color; 6] = [
    Color::RGB(0x7A_86_94),
    Color::RGB(0x1F_5F_A8),
    Color::RGB(0x2E_7D_4F),
    Color::RGB(0xA9_CB_B5),
    Color::RGB(0xA9_CB_B5),
    Color::RGB(0xB0_6A_3B),
];

/// A series of a world: its head, its kind, its values.
struct Column<'s> {
    world: usize,
    key: String,
    head: String,
    kind: Kind,
    values: &'s [f64],
}

/// Adds the sheet of the months, and one with charts of them.
pub fn add(book: &mut Book<'_>, summary: &Summary) -> Written {
    let name = book.say("book-months");
    let mut sheet = book.sheet(&name, &name, &book.say("book-months-about"))?;
    let columns = columns(book, summary);
    let heads = columns.iter().map(|column| (column.head.clone(), column.kind));
    let all = Columns(std::iter::once((book.say("book-month"), Kind::Month)).chain(heads).collect());
    let rows: Vec<Vec<Cell>> = (0..summary.months.len())
        .map(|m| {
            let values = columns.iter().map(|column| Cell::Number(column.values[m]));
            std::iter::once(month(&summary.months[m])).chain(values).collect()
        })
        .collect();
    let place = table(&mut sheet, (3, 0), "months", &all, &rows)?;
    frame(&mut sheet, place, 1)?;
    book.add(sheet);
    charts(book, &name, place, &columns)
}

/// What is shown of a series.
type Of = fn(&Band) -> &[f64];

/// A world of the table: its place among [`LINES`], what it is called, its series, and what is shown of them.
struct World<'s> {
    at: usize,
    called: String,
    monthly: &'s Monthly,
    of: Of,
}

/// Every world that there is, and the ends of the differences.
fn worlds<'s>(book: &Book<'_>, summary: &'s Summary) -> Vec<World<'s>> {
    let (program, difference) = (summary.program.as_ref(), summary.difference.as_ref());
    let mean: Of = |band| &band.mean;
    let all = [
        ("book-without", Some(&summary.baseline), mean),
        ("book-with", program, mean),
        ("book-change", difference, mean),
        ("book-change-p5", difference, |band: &Band| &band.p5),
        ("book-change-p95", difference, |band| &band.p95),
        ("book-ended", summary.ended.as_ref(), mean),
    ];
    let numbered = all.into_iter().enumerate();
    let world = numbered
        .map(|(at, (key, monthly, of))| Some(World { at, called: book.say(key), monthly: monthly?, of }));
    world.flatten().collect()
}

/// Every series of every world; those of the difference where they are compared.
fn columns<'s>(book: &Book<'_>, summary: &'s Summary) -> Vec<Column<'s>> {
    let worlds = worlds(book, summary);
    let column = |world: &World<'s>, key: String, named: String, band: &'s Band| {
        let head = format!("{}, {}", capital(&breakable(&named)), world.called);
        let values = (world.of)(band);
        Column { world: world.at, key, head, kind: Kind::of(band.unit, values.iter().copied()), values }
    };
    let series = Series::ALL.iter().flat_map(|series| {
        let of = |world: &World<'s>| {
            let band = world.monthly.series.get(*series)?;
            Some(column(world, series.key().to_owned(), book.words.name("series", series.key()), band))
        };
        worlds.iter().filter_map(of).collect::<Vec<_>>()
    });
    let causes = summary.causes.iter().enumerate().flat_map(|(at, cause)| {
        let named = book.words.say("book-left-by", &[("cause", book.words.cause(cause).into())]);
        let of = |world: &World<'s>| {
            let band = world.monthly.churned_by_cause.get(at)?;
            Some(column(world, format!("churned.{cause}"), named.clone(), band))
        };
        worlds.iter().filter_map(of).collect::<Vec<_>>()
    });
    series.chain(causes).collect()
}

/// A month as a date.
fn month(text: &str) -> Cell {
    match text.parse::<YearMonth>() {
        Ok(month) => Cell::Month(month.year(), month.month()),
        Err(_) => Cell::Text(text.to_owned()),
    }
}

/// What the charts show: a series in some worlds.
const SHOWN: [(Series, &[usize]); 7] = [
    (Series::CumulativeContribution, &[2, 3, 4]),
    (Series::Active, &[0, 1, 5]),
    (Series::Retention, &[0, 1, 5]),
    (Series::Nps, &[0, 1, 5]),
    (Series::Churned, &[0, 1, 5]),
    (Series::NetContribution, &[0, 1, 5]),
    (Series::Liability, &[1]),
];

/// Charts that can be edited: their numbers are the table's.
fn charts(book: &mut Book<'_>, months: &str, place: Place, columns: &[Column<'_>]) -> Written {
    /// Rows of the sheet that a chart covers.
    const ROWS: u32 = 18;
    let name = book.say("book-charts");
    let mut sheet = book.sheet(&name, &name, &book.say("book-charts-about"))?;
    let mut row = 3;
    for (series, worlds) in SHOWN {
        let is_shown = |column: &Column<'_>| column.key == series.key() && worlds.contains(&column.world);
        let shown: Vec<_> = (1..).zip(columns).filter(|(_, column)| is_shown(column)).collect();
        if !shown.is_empty() {
            let title = capital(&breakable(&book.words.name("series", series.key())));
            sheet.insert_chart(row, 0, &chart(&title, months, place, &shown))?;
            row += ROWS;
        }
    }
    sheet.set_print_area(0, 0, row, 12)?;
    book.add(sheet);
    Ok(())
}

fn chart(title: &str, months: &str, place: Place, shown: &[(u16, &Column<'_>)]) -> Chart {
    const WIDE: u32 = 760;
    const HIGH: u32 = 340;
    let mut chart = Chart::new(ChartType::Line);
    chart.title().set_name(title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let axis = chart.x_axis().set_date_axis(true).set_num_format("mmm yy");
    axis.set_label_position(ChartAxisLabelPosition::Low);
    let share = shown.iter().any(|(_, column)| column.kind == Kind::Of(Unit::Share));
    chart.y_axis().set_num_format(if share { "0%" } else { "#,##0" });
    let (top, left, bottom, right) = place.values(0);
    for (at, column) in shown {
        let (first, from, last, to) = place.values(*at);
        let series = chart.add_series();
        series.set_name((months, place.head, from)).set_categories((months, top, left, bottom, right));
        series.set_values((months, first, from, last, to));
        series.set_format(ChartLine::new().set_color(LINES[column.world]).set_width(2.25));
    }
    chart.set_width(WIDE).set_height(HIGH).set_alt_text(title);
    chart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    #[test]
    fn every_series_and_unit_has_a_name() {
        for words in Language::ALL.map(Words::new) {
            for series in Series::ALL {
                let key = format!("series-{}", series.key().replace('_', "-"));
                assert!(words.has(&key), "{:?}: {key}", words.language());
                let unit = format!("unit-{}", series.unit().key().replace('_', "-"));
                assert!(series.unit() == Unit::Money || words.has(&unit), "{:?}: {unit}", words.language());
            }
        }
    }
}
