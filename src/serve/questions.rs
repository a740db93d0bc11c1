//! A design from a template and the answers to eight questions.

use super::changes::moved;
use super::desk::{Answered, Desk, Refused};
use super::levers::{shown, tidied};
use axum::Json;
use axum::extract::State;
use loyalsim::design::{Design, Draft, EditFault};
use loyalsim::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which template, and what is known of the business.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    industry: String,
    title: String,
    language: String,
    /// Answers by the key of their question; what is not answered stays.
    answers: BTreeMap<String, f64>,
}

/// The design, and the questions with what it says now.
#[derive(Debug, Serialize)]
pub struct Begun {
    text: String,
    title: String,
    questions: Vec<Question>,
}

#[derive(Debug, Serialize)]
struct Question {
    key: &'static str,
    text: String,
    value: f64,
    unit: String,
}

/// What a question is about.
#[derive(Debug, Clone, Copy)]
enum About {
    /// A number of the design.
    Number(&'static str),
    /// Purchases a year of the average customer.
    Purchases,
    /// What the average purchase, or bill, comes to.
    Basket,
    /// Share of customers who leave in an average month, by what each segment says of it.
    Leaving,
}

/// Who is asked: everybody, or businesses whose customers come to buy, or those with whom they have contracts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    All,
    Shops,
    Contracts,
}

/// The questions. Where a program gives no points, what better service costs is asked instead; where customers have contracts, their term, bill and
/// monthly churn.
const QUESTIONS: [(&str, &str, Whom, About); 13] = [
    ("customers", "open-question-customers", Whom::Shops, About::Number("business.customers")),
    ("customers", "open-question-base", Whom::Contracts, About::Number("business.customers")),
    ("purchases", "open-question-purchases", Whom::Shops, About::Purchases),
    ("basket", "open-question-basket", Whom::Shops, About::Basket),
    ("term", "open-question-term", Whom::Contracts, About::Number("segment[0].contract_months")),
    ("bill", "open-question-bill", Whom::Contracts, About::Basket),
    ("margin", "open-question-margin", Whom::All, About::Number("business.gross_margin")),
    ("retention", "open-question-retention", Whom::Shops, About::Number("business.annual_retention")),
    ("churn", "open-question-churn", Whom::Contracts, About::Leaving),
    ("nps", "open-question-nps", Whom::All, About::Number("business.nps")),
    ("reward", "open-question-reward", Whom::All, About::Number("program.points[0].earn")),
    (
        "service",
        "open-question-service",
        Whom::All,
        About::Number("program.staff_training[0].cost_per_month"),
    ),
    ("cost", "open-question-cost", Whom::All, About::Number("program.cost_per_month")),
];

const CHURN: &str = "business.monthly_churn";

/// Makes the design of a template.
pub async fn template(State(desk): State<Arc<Desk>>, Json(wanted): Json<Wanted>) -> Answered<Begun> {
    let words = Words::new(desk.language(&wanted.language));
    let text = words.template(&wanted.industry, &wanted.title).unwrap_or_default();
    begun(&text, &wanted.answers, words).map(Json).map_err(|fault| Refused(words.tell(&fault.saying())))
}

fn begun(text: &str, answers: &BTreeMap<String, f64>, words: Words<'_>) -> Result<Begun, EditFault> {
    let mut draft = Draft::new(text)?;
    let before = draft.before().clone();
    let asked: Vec<_> =
        QUESTIONS.iter().filter(|(_, _, whom, about)| is_asked(&before, *whom, *about)).collect();
    for (key, _, _, about) in &asked {
        let now = value(&before, *about);
        if let Some(answer) = answers.get(*key).filter(|answer| **answer != now) {
            answered(&mut draft, &before, *about, *answer / now, *answer)?;
        }
    }
    let (text, design) = draft.finish()?;
    let words = words.with_currency(&before.currency);
    let questions = asked.into_iter().map(|(key, text, _, about)| Question {
        key,
        text: words.say(text, &[]),
        value: value(&design, *about),
        unit: unit(&design, *about, words),
    });
    Ok(Begun { questions: questions.collect(), title: design.title.clone(), text })
}

/// Service is asked about only where there are no points.
fn is_asked(design: &Design, whom: Whom, about: About) -> bool {
    let has = |path: &str| design.numbers.find(path).is_some();
    let contracts = design.segments.iter().any(|segment| segment.contract.is_some());
    if whom == if contracts { Whom::Shops } else { Whom::Contracts } {
        return false;
    }
    match about {
        About::Number(path) if path.contains("staff_training") => has(path) && !has("program.points[0].earn"),
        About::Number(path) => has(path),
        About::Purchases | About::Basket => true,
        About::Leaving => has(CHURN),
    }
}

/// What a design says, as it is shown: shares in percent.
fn value(design: &Design, about: About) -> f64 {
    let all = |of: &dyn Fn(&loyalsim::design::Segment) -> f64| -> f64 {
        design.segments.iter().map(|segment| design.central(segment.share) * of(segment)).sum()
    };
    let purchases = all(&|s| design.central(s.purchases_per_year));
    let rounded = |value: f64| format!("{value:.2e}").parse().unwrap_or(value);
    match about {
        About::Number(path) => {
            let id = design.numbers.find(path);
            tidied(id.map_or(f64::NAN, |id| design.central(id)) * shown(design, path).times)
        }
        About::Purchases => rounded(purchases),
        About::Leaving => rounded(100.0 * all(&|s| design.central(s.staying.number()))),
        About::Basket => {
            rounded(all(&|s| design.central(s.purchases_per_year) * design.central(s.basket)) / purchases)
        }
    }
}

fn unit(design: &Design, about: About, words: Words<'_>) -> String {
    let percent = |path: &str| shown(design, path).times == 100.0;
    match about {
        About::Number(path) if percent(path) => "%".to_owned(),
        About::Leaving => "%".to_owned(),
        About::Number("program.cost_per_month" | "program.staff_training[0].cost_per_month")
        | About::Basket => words.currency().to_owned(),
        About::Number(_) | About::Purchases => String::new(),
    }
}

fn answered(
    draft: &mut Draft,
    before: &Design,
    about: About,
    times: f64,
    answer: f64,
) -> Result<(), EditFault> {
    let segments = |key: &str| {
        (0..before.segments.len()).map(move |at| format!("segment[{at}].{key}")).collect::<Vec<_>>()
    };
    let paths = match about {
        About::Number(path) => {
            moved(draft, path, answer)?;
            // the base stays as level as it was
            if path == "business.customers" {
                vec!["business.new_customers_per_month".to_owned()]
            } else {
                Vec::new()
            }
        }
        About::Purchases => segments("purchases_per_year"),
        About::Basket => segments("basket"),
        About::Leaving => {
            let stated = |path: &String| before.numbers.find(path).is_some();
            let own = segments("monthly_churn").into_iter().filter(stated);
            std::iter::once(CHURN.to_owned()).chain(own).collect()
        }
    };
    paths.iter().try_for_each(|path| draft.scale(path, times))
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalsim::design::templates;
    use loyalsim::words::Language;

    #[test]
    fn every_template_asks_eight_questions_and_takes_the_answers() {
        for (industry, language) in templates().flat_map(|name| Language::ALL.map(|l| (name, l))) {
            let words = Words::new(language);
            let text = words.template(industry, "").unwrap();
            let first = begun(&text, &BTreeMap::new(), words).unwrap();
            assert_eq!((first.questions.len(), &first.text), (8, &text), "{industry}");
            let doubled =
                |q: &Question| (q.key.to_owned(), tidied(q.value * if q.unit == "%" { 0.9 } else { 2.0 }));
            let answers: BTreeMap<String, f64> = first.questions.iter().map(doubled).collect();
            let second = begun(&text, &answers, words).unwrap();
            for question in &second.questions {
                let wanted = answers[question.key];
                assert!((question.value / wanted - 1.0).abs() < 0.01, "{industry}: {question:?} {wanted}");
            }
            assert!(second.text.contains("# "), "comments are kept");
        }
    }
}
