//! What a calibration has found: the test of the forecast, the models, today's customers, and the numbers of the design that came of it.

use rust_xlsxwriter::{Chart, ChartLegendPosition, ChartLine, ChartType, Color};

use super::book::{Book, Cell, Kind, Written, relative};
use super::table::{Columns, Place, frame, sheet_of, table};
use crate::fit::backtest::BackTest;
use crate::fit::forecast::Forecast;
use crate::report::calibration::{Calibration, group_name};
use crate::units::Unit;
use crate::words::capital;

/// Actual, forecast, the ends of the interval.
const LINES: [Color; 4] =
    [Color::RGB(0x7A_86_94), Color::RGB(0x1F_5F_A8), Color::RGB(0xA9_C3_E0), Color::RGB(0xA9_C3_E0)];

/// Adds the sheets.
pub fn add(book: &mut Book<'_>, found: &Calibration<'_>) -> Written {
    if let Some(test) = found.test {
        forecast(book, test)?;
        months(book, test)?;
        models(book, test)?;
    }
    groups(book, found)
}

/// Heads of what a forecast says, in the order of [`cells`].
fn heads(book: &Book<'_>, unit: Unit) -> Vec<(String, Kind)> {
    let keys =
        ["calibrate-test-actual", "calibrate-test-forecast", "book-interval-low", "book-interval-high"];
    let mut heads: Vec<_> = keys.map(|key| (book.say(key), Kind::Of(unit))).to_vec();
    heads.push((book.say("calibrate-test-error"), Kind::Of(Unit::Share)));
    heads
}

/// A forecast in the row of a sheet whose second column holds what happened; its error is a formula.
fn cells(first: Cell, forecast: &Forecast, row: u32) -> Vec<Cell> {
    let error = match forecast.error() {
        error if error.is_finite() => {
            Cell::Formula(format!("{}/{}-1", relative(row, 2), relative(row, 1)), error)
        }
        _ => Cell::Empty,
    };
    let Forecast { expected, low, high, actual } = *forecast;
    [vec![first], [actual, expected, low, high].map(Cell::Number).to_vec(), vec![error]].concat()
}

/// Rows of a sheet that a chart covers.
const CHART_ROWS: u32 = 19;
/// The first row below the heads of a sheet's table.
const TOP: u32 = 4;

fn forecast(book: &mut Book<'_>, test: &BackTest) -> Written {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let spend = test.spend.as_ref().map(|spend| ("calibrate-test-spend", spend));
    let all = [("calibrate-test-purchases", &test.purchases), ("calibrate-test-buyers", &test.buyers)];
    for (row, (key, forecast)) in (TOP..).zip(all.into_iter().chain(spend)) {
        rows.push(cells(Cell::Text(capital(&book.say(key))), forecast, row));
    }
    let first = (book.say("book-measure"), Kind::Text(26.0));
    let columns = Columns([vec![first], heads(book, Unit::Customers)].concat());
    let about = [
        ("cut", test.cut.to_string().into()),
        ("until", test.until.to_string().into()),
        ("customers", test.customers.into()),
    ];
    let about = book.words.say("book-forecast-about", &about);
    sheet_of(book, &book.say("calibrate-test"), &about, "forecast", &columns, &rows)
}

fn months(book: &mut Book<'_>, test: &BackTest) -> Written {
    let rows = (TOP..)
        .zip(&test.months)
        .map(|(row, (month, forecast))| cells(Cell::Month(month.year(), month.month()), forecast, row));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let columns =
        Columns([vec![(book.say("book-month"), Kind::Month)], heads(book, Unit::Customers)].concat());
    let name = book.say("book-months");
    let mut sheet = book.sheet(&name, &name, &book.say("book-forecast-months-about"))?;
    let place = table(&mut sheet, (TOP - 1, 0), "forecast_months", &columns, &rows)?;
    frame(&mut sheet, place, 1)?;
    let title = capital(&book.say("calibrate-test-purchases"));
    let below = place.last() + 2;
    sheet.insert_chart(below, 0, &chart(&title, &name, place))?;
    sheet.set_print_area(0, 0, below + CHART_ROWS, place.columns)?;
    book.add(sheet);
    Ok(())
}

fn chart(title: &str, sheet: &str, place: Place) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    chart.title().set_name(title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.x_axis().set_date_axis(true).set_num_format("mmm yy");
    chart.y_axis().set_num_format("#,##0");
    let (top, left, bottom, right) = place.values(0);
    for (column, colour) in (1..).zip(LINES) {
        let (first, from, last, to) = place.values(column);
        let series = chart.add_series();
        series.set_name((sheet, place.head, from)).set_categories((sheet, top, left, bottom, right));
        series.set_values((sheet, first, from, last, to));
        series.set_format(ChartLine::new().set_color(colour).set_width(2.25));
    }
    chart.set_width(760).set_height(360).set_alt_text(title);
    chart
}

fn models(book: &mut Book<'_>, test: &BackTest) -> Written {
    let best = test.contest.iter().map(|contest| contest.unseen).fold(f64::NEG_INFINITY, f64::max);
    let rows = test.contest.iter().zip(&test.totals).zip(&test.active).map(|((contest, total), active)| {
        let numbers = [
            best - contest.unseen,
            *total,
            total / test.purchases.actual - 1.0,
            active / test.customers as f64,
        ];
        std::iter::once(Cell::Text(contest.model.name().to_owned()))
            .chain(numbers.map(Cell::Number))
            .collect()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let columns = [
        ("calibrate-model-name", Kind::Text(22.0)),
        ("calibrate-model-behind", Kind::Of(Unit::NpsPoints)),
        ("calibrate-model-forecast", Kind::Of(Unit::Customers)),
        ("calibrate-model-error", Kind::Of(Unit::Share)),
        ("calibrate-model-active", Kind::Of(Unit::Share)),
    ];
    let columns = Columns(columns.map(|(key, kind)| (book.say(key), kind)).to_vec());
    let about = book.say("book-models-about");
    sheet_of(book, &book.say("calibrate-model"), &about, "models", &columns, &rows)
}

fn groups(book: &mut Book<'_>, found: &Calibration<'_>) -> Written {
    let rows = found.shop.groups.iter().enumerate().map(|(at, known)| {
        let group = &known.group;
        let basket = if group.basket > 0.0 { Cell::Number(group.basket) } else { Cell::Empty };
        vec![
            Cell::Text(capital(&group_name(found.shop, at, book.words))),
            Cell::Number(group.people as f64),
            Cell::Number(group.active),
            Cell::Number(group.rate),
            Cell::Number(known.errors[0]),
            basket,
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let baskets = found.shop.groups.iter().map(|known| known.group.basket);
    let columns = [
        ("calibrate-shop-group", Kind::Text(40.0)),
        ("calibrate-class-customers", Kind::Of(Unit::Customers)),
        ("calibrate-shop-active", Kind::Of(Unit::Customers)),
        ("calibrate-shop-rate", Kind::Of(Unit::Number)),
        ("calibrate-parameter-error", Kind::Of(Unit::Number)),
        ("calibrate-shop-basket", Kind::of(Unit::Money, baskets)),
    ];
    let columns = Columns(columns.map(|(key, kind)| (book.say(key), kind)).to_vec());
    let about = book.say("book-groups-about");
    sheet_of(book, &book.say("calibrate-shop"), &about, "groups", &columns, &rows)
}
