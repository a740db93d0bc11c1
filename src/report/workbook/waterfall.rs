//! The sheet of the waterfall: from additional sales to the net effect, and from the contribution without the program to that with it. Sums
//! and the chart's numbers are formulas: who changes a step sees what follows.

use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Color, Worksheet};

use super::answers::name_of;
use super::book::{Book, Cell, INK, Kind, Written, head_style, put, relative, sum_style};
use crate::summary::{Scalar, Summary, WaterfallStep};
use crate::units::Unit;
use crate::words::{breakable, capital};

/// Amounts smaller than this share of the largest are dust of floating-point sums.
const DUST: f64 = 1e-9;

/// Columns: what, how much, before, after; the chart; far to the right the parts of its bars.
const AMOUNT: u16 = 1;
const BEFORE: u16 = 2;
const AFTER: u16 = 3;
const CHART: u16 = 5;
const BARS: u16 = 26;

/// A row of the effect's waterfall: its name, its amount as it is computed, its value.
struct Step {
    name: String,
    cell: Cell,
    amount: f64,
}

/// Adds the sheet, if there is a program.
pub fn add(book: &mut Book<'_>, summary: &Summary) -> Written {
    let (Some(all), Some(net)) = (&summary.waterfall, summary.headline.get(Scalar::NetEffect)) else {
        return Ok(());
    };
    let name = book.say("book-waterfall");
    let mut sheet = book.sheet(&name, &name, &book.say("book-waterfall-about"))?;
    sheet.set_column_width(0, 46)?;
    sheet.set_column_range_width(1, 4, 17)?;
    let first = 3;
    let shown = shown(book, all, net.mean, lines_row(all, first));
    let last = effect(book, &mut sheet, &shown, first)?;
    contribution(book, &mut sheet, all, lines_row(all, first))?;
    sheet.insert_chart(
        first,
        CHART,
        &chart(&name, &capital(&book.words.name("measure", "net_effect")), (first, last)),
    )?;
    sheet.set_freeze_panes(first + 1, 1)?;
    sheet.set_print_area(0, 0, lines_row(all, first) + all.len() as u32 + 3, CHART + 12)?;
    book.add(sheet);
    book.name("waterfall_net_effect", &name, (last, AMOUNT))
}

/// Where the heads of the second table stand: below the most that the first can take.
fn lines_row(all: &[WaterfallStep], first: u32) -> u32 {
    first + all.len() as u32 + 6
}

/// The steps of the effect; their amounts are those of the second table, whose heads are in row `lines`.
fn shown(book: &Book<'_>, all: &[WaterfallStep], net: f64, lines: u32) -> Vec<Step> {
    let place =
        |key: Scalar| all.iter().position(|s| s.key == key).map(|at| relative(lines + 1 + at as u32, AMOUNT));
    let sales = |s: &&WaterfallStep| matches!(s.key, Scalar::StepListRevenue | Scalar::StepCostOfGoods);
    let more: f64 = all.iter().filter(sales).map(|s| s.mean.get()).sum();
    let both = [Scalar::StepListRevenue, Scalar::StepCostOfGoods].map(|key| place(key).unwrap_or_default());
    let key = if more < 0.0 { "chart-waterfall-lost-sales" } else { "chart-waterfall-more-sales" };
    let mut steps = vec![Step {
        name: book.say(key),
        cell: Cell::Formula(format!("={}+{}", both[0], both[1]), more),
        amount: more,
    }];
    for step in all.iter().filter(|s| !s.total && !sales(s)) {
        let amount = step.mean.get();
        let cell = Cell::Formula(format!("={}", place(step.key).unwrap_or_default()), amount);
        steps.push(Step { name: named(book, step.key), cell, amount });
    }
    let outstanding = net - steps.iter().map(|s| s.amount).sum::<f64>();
    let name = book.say("chart-waterfall-outstanding");
    steps.push(Step { name, cell: Cell::Number(outstanding), amount: outstanding });
    let largest = steps.iter().map(|s| s.amount.abs()).fold(net.abs(), f64::max);
    steps.retain(|s| s.amount.abs() > DUST * largest);
    steps
}

fn named(book: &Book<'_>, bar: Scalar) -> String {
    let key = bar.key();
    // the picture shows these two as one
    if matches!(bar, Scalar::StepListRevenue | Scalar::StepCostOfGoods) {
        return named_total(book, bar);
    }
    capital(&breakable(&book.words.name("step", key.strip_prefix("step_").unwrap_or(key))))
}

/// Writes the steps of the effect and their sum; the row of the sum.
fn effect(book: &Book<'_>, sheet: &mut Worksheet, steps: &[Step], head: u32) -> Written<u32> {
    let heads = ["book-step", "book-amount", "book-before", "book-after"];
    for (column, key) in (0..).zip(heads) {
        put(sheet, (head, column), &Cell::Text(book.say(key)), &head_style())?;
    }
    for (column, key) in (BARS..).zip(PARTS.map(|(key, ..)| key)) {
        put(sheet, (head, column), &Cell::Text(book.say(key)), &head_style())?;
    }
    let kind = Kind::of(Unit::Money, steps.iter().map(|s| s.amount));
    let mut before = 0.0;
    for (row, step) in (head + 1..).zip(steps) {
        let after = before + step.amount;
        put(sheet, (row, 0), &Cell::Text(step.name.clone()), &Kind::Text(46.0).style())?;
        put(sheet, (row, AMOUNT), &step.cell, &kind.style())?;
        let from = if row == head + 1 {
            Cell::Number(0.0)
        } else {
            Cell::Formula(format!("={}", relative(row - 1, AFTER)), before)
        };
        put(sheet, (row, BEFORE), &from, &kind.style())?;
        let sum = format!("={}+{}", relative(row, BEFORE), relative(row, AMOUNT));
        put(sheet, (row, AFTER), &Cell::Formula(sum, after), &kind.style())?;
        bars(sheet, row, (before, after), kind)?;
        before = after;
    }
    total(book, sheet, (head, head + 1 + steps.len() as u32), before, kind)
}

/// Writes the sum of the steps and whether it is the net effect of the answers; the row of the sum.
fn total(
    book: &Book<'_>,
    sheet: &mut Worksheet,
    (head, row): (u32, u32),
    net: f64,
    kind: Kind,
) -> Written<u32> {
    let sum = format!("=SUM({}:{})", relative(head + 1, AMOUNT), relative(row - 1, AMOUNT));
    put(sheet, (row, 0), &Cell::Text(book.say("chart-waterfall-net")), &sum_style(Kind::Text(46.0)))?;
    put(sheet, (row, AMOUNT), &Cell::Formula(sum, net), &sum_style(kind))?;
    put(sheet, (row, BEFORE), &Cell::Number(0.0), &sum_style(kind))?;
    put(sheet, (row, AFTER), &Cell::Formula(format!("={}", relative(row, AMOUNT)), net), &sum_style(kind))?;
    let (place, zero) = (relative(row, AFTER), [0.0; 6]);
    for (at, value) in (0..).zip(zero) {
        put(sheet, (row, BARS + at), &Cell::Number(value), &kind.style())?;
    }
    let ends = [(format!("=MAX(0,{place})"), net.max(0.0)), (format!("=MIN(0,{place})"), net.min(0.0))];
    for (column, (formula, value)) in (BARS + 6..).zip(ends) {
        put(sheet, (row, column), &Cell::Formula(formula, value), &kind.style())?;
    }
    let check = format!("=ROUND({}-{},2)", relative(row, AMOUNT), name_of(Scalar::NetEffect));
    put(sheet, (row + 1, 0), &Cell::Text(book.say("book-check")), &Kind::Text(46.0).style())?;
    put(sheet, (row + 1, AMOUNT), &Cell::Formula(check, 0.0), &kind.style())?;
    Ok(row)
}

/// The parts of the bars, which the chart stacks: their heads, how they look, from where the bar rises or falls to where. What lies above
/// zero and what below are apart, for spreadsheets stack them apart.
const PARTS: [(&str, Option<Color>); 8] = [
    ("book-bar-below-up", None),
    ("book-bar-above-down", None),
    ("book-bar-rise-up", Some(Color::RGB(0x2E_7D_4F))),
    ("book-bar-rise-down", Some(Color::RGB(0x2E_7D_4F))),
    ("book-bar-fall-up", Some(Color::RGB(0xB2_3B_3B))),
    ("book-bar-fall-down", Some(Color::RGB(0xB2_3B_3B))),
    ("book-bar-total-up", Some(INK)),
    ("book-bar-total-down", Some(INK)),
];

fn bars(sheet: &mut Worksheet, row: u32, (before, after): (f64, f64), kind: Kind) -> Written {
    let (b, a) = (relative(row, BEFORE), relative(row, AFTER));
    let (low, high) = (before.min(after), before.max(after));
    let up = high.max(0.0) - low.max(0.0);
    let down = low.min(0.0) - high.min(0.0);
    let rises = |value: f64| if after >= before { value } else { 0.0 };
    let falls = |value: f64| if after < before { value } else { 0.0 };
    let above = format!("MAX(0,MAX({b},{a}))-MAX(0,MIN({b},{a}))");
    let below = format!("MIN(0,MIN({b},{a}))-MIN(0,MAX({b},{a}))");
    let parts = [
        (format!("=MAX(0,MIN({b},{a}))"), low.max(0.0)),
        (format!("=MIN(0,MAX({b},{a}))"), high.min(0.0)),
        (format!("=IF({a}>={b},{above},0)"), rises(up)),
        (format!("=IF({a}>={b},{below},0)"), rises(down)),
        (format!("=IF({a}<{b},{above},0)"), falls(up)),
        (format!("=IF({a}<{b},{below},0)"), falls(down)),
    ];
    for (column, (formula, value)) in (BARS..).zip(parts) {
        put(sheet, (row, column), &Cell::Formula(formula, value), &kind.style())?;
    }
    for column in [BARS + 6, BARS + 7] {
        put(sheet, (row, column), &Cell::Number(0.0), &kind.style())?;
    }
    Ok(())
}

/// Stacked columns: the parts of the rows from the heads to the sum.
fn chart(sheet: &str, title: &str, (head, last): (u32, u32)) -> Chart {
    const WIDE: u32 = 900;
    const HIGH: u32 = 460;
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (column, (_, colour)) in (BARS..).zip(PARTS) {
        let series = chart.add_series();
        series.set_name((sheet, head, column)).set_values((sheet, head + 1, column, last, column));
        series.set_categories((sheet, head + 1, 0, last, 0)).set_gap(40);
        match colour {
            Some(colour) => series.set_format(ChartSolidFill::new().set_color(colour)),
            None => series.set_format(ChartFormat::new().set_no_fill().set_no_line()),
        };
    }
    chart.title().set_name(title);
    chart.legend().set_hidden();
    chart.x_axis().set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.y_axis().set_num_format("#,##0");
    chart.set_width(WIDE).set_height(HIGH).set_alt_text(title);
    chart
}

/// Writes the whole waterfall, line by line, with its ranges; the last row is the sum of those above, and beside what was simulated.
fn contribution(book: &Book<'_>, sheet: &mut Worksheet, all: &[WaterfallStep], head: u32) -> Written {
    let heads = ["book-step", "book-amount", "book-p5", "book-p95", "book-error"];
    for (column, key) in (0..).zip(heads) {
        put(sheet, (head, column), &Cell::Text(book.say(key)), &head_style())?;
    }
    let kind = Kind::of(Unit::Money, all.iter().map(|s| s.mean.get()));
    let sum_row = head + all.len() as u32;
    for (row, step) in (head + 1..).zip(all) {
        let sum = row == sum_row;
        let style = if sum { sum_style(kind) } else { kind.style() };
        let amount = if sum {
            let formula = format!("=SUM({}:{})", relative(head + 1, AMOUNT), relative(row - 1, AMOUNT));
            Cell::Formula(formula, step.mean.get())
        } else {
            Cell::Number(step.mean.get())
        };
        let name = if step.total { named_total(book, step.key) } else { named(book, step.key) };
        put(
            sheet,
            (row, 0),
            &Cell::Text(name),
            &if sum { sum_style(Kind::Text(46.0)) } else { Kind::Text(46.0).style() },
        )?;
        put(sheet, (row, AMOUNT), &amount, &style)?;
        for (column, value) in (AMOUNT + 1..).zip([step.p5, step.p95, step.mc_error]) {
            put(sheet, (row, column), &Cell::Number(value.get()), &style)?;
        }
    }
    let simulated =
        format!("=ROUND({}-{},2)", relative(sum_row, AMOUNT), name_of(Scalar::ProgramContribution));
    put(sheet, (sum_row + 1, 0), &Cell::Text(book.say("book-check")), &Kind::Text(46.0).style())?;
    put(sheet, (sum_row + 1, AMOUNT), &Cell::Formula(simulated, 0.0), &kind.style())
}

fn named_total(book: &Book<'_>, bar: Scalar) -> String {
    capital(&breakable(&book.words.name("measure", bar.key())))
}
