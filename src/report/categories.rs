//! Customers by category as text: who came, who left, who became what, and whose the profit is.

use super::table::{Align, layout};
use crate::summary::{CategorySummary, Monthly, Series, Summary};
use crate::words::{Language, Scale, Value, Words, breakable, capital};

/// Expected customers and profit by category over the horizon, and what became of demands for special terms.
pub fn category_tables(summary: &Summary, language: Language) -> String {
    let words =
        Words::new(language).with_currency(&summary.run.currency).beside_today(summary.run.today.is_some());
    let worlds = [
        ("run-categories-without", Some(&summary.categories.baseline), Some(&summary.baseline)),
        ("run-categories-with", summary.categories.program.as_ref(), summary.program.as_ref()),
    ];
    let tables: Vec<String> = worlds
        .into_iter()
        .filter_map(|(title, categories, monthly)| {
            let table = table(words, categories?);
            Some(format!("{}\n{table}{}", words.say(title, &[]), demands(words, monthly?)))
        })
        .collect();
    let notes = ["run-categories-customers", "run-categories-profit"];
    let notes = notes.map(|key| format!("  {}\n", words.say(key, &[]))).concat();
    breakable(&format!("{}\n{notes}", tables.join("\n")))
}

fn table(words: Words<'_>, categories: &[CategorySummary]) -> String {
    let columns = [
        "run-category",
        "run-category-start",
        "run-category-came",
        "run-category-in",
        "run-category-out",
        "run-category-left",
        "run-category-end",
        "run-category-earned",
        "run-category-good",
        "run-category-bad",
    ];
    let sums: Vec<f64> = (0..9).map(|k| categories.iter().map(|c| numbers(c)[k]).sum()).collect();
    let scale = Scale::of(sums[6].abs());
    let mut unit = vec![String::new(); columns.len()];
    unit[7] = words.unit(scale, words.currency());
    let mut rows = vec![columns.map(|key| words.say(key, &[])).to_vec(), unit];
    let row = |name: String, numbers: &[f64]| {
        let shown = numbers.iter().enumerate().map(|(k, value)| match k {
            0..6 => words.rounded(*value, 3),
            _ => words.fixed(value / scale.divisor, 2),
        });
        std::iter::once(name).chain(shown).collect::<Vec<_>>()
    };
    let known = categories.iter().filter(|c| c.start.mean + c.came.mean + c.moved_in.mean > 0.0);
    rows.extend(known.map(|c| row(capital(&words.name("category", c.category)), &numbers(c))));
    rows.push(row(words.say("run-category-all", &[]), &sums));
    let aligns: Vec<_> =
        (0..columns.len()).map(|k| if k == 0 { Align::Left } else { Align::Right }).collect();
    layout(&rows, &aligns)
}

fn numbers(category: &CategorySummary) -> [f64; 9] {
    let c = category;
    [&c.start, &c.came, &c.moved_in, &c.moved_out, &c.left, &c.end, &c.profit, &c.good_profit, &c.bad_profit]
        .map(|estimate| estimate.mean)
}

/// What became of demands for special terms, if there were any.
fn demands(words: Words<'_>, monthly: &Monthly) -> String {
    let sum = |series| monthly.series.get(series).map_or(0.0, |band| band.mean.iter().sum::<f64>());
    let demands = sum(Series::Demands);
    if demands <= 0.0 {
        return String::new();
    }
    let told = [
        ("demands", Value::About(demands)),
        ("granted", Value::About(sum(Series::DemandsGranted))),
        ("left", Value::About(sum(Series::LeftRefused))),
        ("cost", Value::Money(sum(Series::SpecialTerms))),
    ];
    format!("  {}\n", words.say("run-demands", &told))
}
