//! A category and its brands, as text.

use super::decision::{aligns, show};
use super::quantity::Show;
use super::table::layout;
use crate::decide::brands::{BrandView, Figure, OnBrand};
use crate::design::BrandFigures;
use crate::words::{Language, Value, breakable};

/// The brands for people.
pub fn brands_text(found: &BrandView, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let say = |key: &str, told: &[(&'static str, Value)]| show.words.say(key, told) + "\n";
    let period = ("period", Value::from(found.period.key()));
    let size = [
        ("panels", found.origin.trials.into()),
        ("shoppers", found.origin.customers.into()),
        ("seed", found.origin.seed.to_string().into()),
    ];
    let mut text = format!("{}\n{}", found.title, say("brands-size", &size));
    text += &say("brands-what", &[("category", found.category.as_str().into()), period.clone()]);
    text += &format!("{}\n", parameters(found, show));
    text += &say("brands-expected", std::slice::from_ref(&period));
    text += &format!("{}\n", table(found, show, |row| row.expected.map(Shown::Exact)));
    text += &say("brands-simulated", std::slice::from_ref(&period));
    text += &format!("{}\n", table(found, show, |row| row.simulated.map(Shown::Found)));
    text += &say("brands-year", &[]);
    text += &format!("{}\n", table(found, show, |row| row.simulated_year.map(Shown::Found)));
    text += &say("brands-jeopardy", &[]);
    text += &format!("\n{}", duplication(found, show));
    text += &own(found, show);
    breakable(&text)
}

/// A figure to be shown.
#[derive(Clone, Copy)]
enum Shown {
    Exact(f64),
    Found(Figure),
}

impl Shown {
    fn share(self, show: Show) -> String {
        match self {
            Self::Exact(value) => show.words.percent(value),
            Self::Found(figure) => show.words.percent_with_error(figure.value, figure.mc_error),
        }
    }

    fn count(self, show: Show) -> String {
        match self {
            Self::Exact(value) => show.words.fixed(value, 2),
            Self::Found(figure) => show.words.with_error(figure.value, figure.mc_error),
        }
    }
}

fn parameters(found: &BrandView, show: Show) -> String {
    let of = found.parameters;
    let how = |solved: bool| Value::from(if solved { "solved" } else { "stated" });
    let told = [
        ("period", found.period.key().into()),
        ("penetration", Value::Percent(of.penetration)),
        ("rate", Value::Number(of.purchases_per_buyer, 2)),
        ("spread", Value::Number(of.purchase_shape, 2)),
        ("spread_from", how(of.purchase_shape_solved)),
        ("choice", Value::Number(of.choice_shape, 2)),
        ("choice_from", how(of.choice_shape_solved)),
    ];
    show.words.say("brands-parameters", &told) + "\n"
}

/// The names of the brands, the own one marked.
fn names(found: &BrandView, show: Show) -> Vec<String> {
    let mark = |(i, name): (usize, &str)| match i == found.own {
        true => show.words.say("brands-own", &[("name", name.into())]),
        false => name.to_owned(),
    };
    found.brands.iter().map(|row| row.name.as_str()).enumerate().map(mark).collect()
}

fn table(
    found: &BrandView,
    show: Show,
    of: impl Fn(&crate::decide::brands::BrandRow) -> BrandFigures<Shown>,
) -> String {
    const HEAD: [&str; 8] = [
        "brands-brand",
        "brands-share",
        "brands-penetration",
        "brands-rate",
        "brands-category-rate",
        "brands-requirements",
        "brands-sole",
        "brands-sole-rate",
    ];
    let mut rows = vec![HEAD.map(|key| show.words.say(key, &[])).to_vec()];
    for (name, row) in names(found, show).into_iter().zip(&found.brands) {
        let of = of(row);
        rows.push(vec![
            name,
            of.share.share(show),
            of.penetration.share(show),
            of.purchases_per_buyer.count(show),
            of.category_purchases.count(show),
            of.share_of_requirements.share(show),
            of.sole_buyers.share(show),
            of.sole_purchases.count(show),
        ]);
    }
    layout(&rows, &aligns(7))
}

fn duplication(found: &BrandView, show: Show) -> String {
    let table = &found.duplication;
    let mut head = vec![show.words.say("brands-buyers-of", &[])];
    head.extend((1..=found.brands.len()).map(|number| number.to_string()));
    let mut rows = vec![head];
    for (i, name) in names(found, show).into_iter().enumerate() {
        let mut row = vec![format!("{} {name}", i + 1)];
        let cell =
            |j: usize| if i == j { String::new() } else { show.words.whole_percent(table.expected[i][j]) };
        row.extend((0..found.brands.len()).map(cell));
        rows.push(row);
    }
    let simulated = table.simulated_coefficient;
    let told = [
        ("expected", Value::Number(table.coefficient, 2)),
        ("simulated", show.words.with_error(simulated.value, simulated.mc_error).into()),
    ];
    let period = [("period", found.period.key().into())];
    format!(
        "{}\n{}{}\n",
        show.words.say("brands-duplication", &period),
        layout(&rows, &aligns(found.brands.len())),
        show.words.say("brands-duplication-law", &told)
    )
}

/// What is told of the own brand alone.
fn own(found: &BrandView, show: Show) -> String {
    let name = ("name", Value::from(found.brands[found.own].name.as_str()));
    let mut text = String::new();
    if let Some(rates) = found.own_rates {
        let key = if rates.agree() { "brands-rates-agree" } else { "brands-rates-differ" };
        let told = [
            name.clone(),
            ("period", found.period.key().into()),
            ("category", Value::Number(rates.category, 2)),
            ("segments", Value::Number(rates.segments, 2)),
        ];
        text += &format!("\n{}\n", show.words.say(key, &told));
    }
    if let Some(program) = &found.program {
        text += &format!("\n{}", on_brand(program, name.clone(), show));
    }
    if let Some(promotion) = &found.promotion {
        text += &format!("\n{}", super::brand_promotion::promotion_text(promotion, name, show));
    }
    text
}

fn on_brand(program: &OnBrand, name: (&'static str, Value), show: Show) -> String {
    let change = |figure: Figure| show.words.percent_with_error(figure.value, figure.mc_error);
    let rows = [
        ("brands-program-each", change(program.purchases_per_customer)),
        ("brands-program-customers", change(program.customers)),
        ("brands-program-purchases", change(program.purchases)),
        ("brands-program-share", show.words.percent(program.share)),
        ("brands-program-usual", show.words.fixed(program.usual_rate, 2)),
        ("brands-program-rate", show.words.fixed(program.rate, 2)),
        ("brands-program-excess", change(program.excess)),
    ];
    let rows: Vec<_> = rows.into_iter().map(|(key, value)| vec![show.words.say(key, &[]), value]).collect();
    format!(
        "{}\n{}{}\n",
        show.words.say("brands-program", &[name]),
        layout(&rows, &aligns(1)),
        show.words.say("brands-program-note", &[])
    )
}
