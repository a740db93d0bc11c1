//! The first start: a design from a template and eight questions.

use super::{Page, settled};
use loyalsim::design::{Design, Segment};
use serde_json::{Value, json};

#[test]
fn eight_questions_make_a_design() {
    let page = Page::open(&[]);
    let start = page.ask("start", &json!({ "language": "ru" })).unwrap();
    assert_eq!(start["given"], json!([]));
    let templates = start["templates"].as_array().unwrap();
    assert_eq!(templates.len(), 11);
    assert!(templates.iter().any(|template| template["name"] == "Аптека"), "{templates:?}");
    let begin = |answers: &Value| {
        let wanted = json!({ "industry": "coffee", "title": "Кофе", "language": "ru", "answers": answers });
        page.ask("template", &wanted).unwrap()
    };
    let first = begin(&json!({}));
    let questions = first["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 8, "{questions:?}");
    let made = begin(&json!({ "customers": 5000, "margin": 70 }));
    let text = made["text"].as_str().unwrap();
    assert!(text.contains("title = \"Кофе\"") && text.contains("customers = 5000"), "{text}");
    let told = settled(&page, &[text]);
    assert_eq!(told["answers"][0]["goals"].as_array().unwrap().len(), 2);
}

#[test]
fn an_unknown_template_is_refused() {
    let page = Page::open(&[]);
    let wanted = json!({ "industry": "smithy", "title": "", "language": "en", "answers": {} });
    assert!(!page.ask("template", &wanted).unwrap_err().is_empty());
}

/// Where customers have contracts, it asks for their term, bill and monthly churn: there is no number of purchases to change.
#[test]
fn contracts_are_asked_about_as_contracts() {
    let page = Page::open(&[]);
    for industry in ["telecom", "saas"] {
        let begin = |answers: &Value| {
            let wanted = json!({ "industry": industry, "title": "", "language": "en", "answers": answers });
            page.ask("template", &wanted).unwrap()
        };
        let first = begin(&json!({}));
        let keys: Vec<&str> =
            first["questions"].as_array().unwrap().iter().map(|q| q["key"].as_str().unwrap()).collect();
        assert_eq!(keys[..6], ["customers", "term", "bill", "margin", "churn", "nps"], "{industry}");
        let text = begin(&json!({ "term": 18, "churn": 1.5, "bill": 50 }))["text"].clone();
        let text = text.as_str().unwrap();
        assert!(text.contains("contract_months = 18"), "{text}");
        let design = Design::parse(text).unwrap();
        let mean = |of: &dyn Fn(&Segment) -> f64| -> f64 {
            design.segments.iter().map(|segment| design.central(segment.share) * of(segment)).sum()
        };
        let (leaving, bill) =
            (mean(&|s| design.central(s.staying.number())), mean(&|s| design.central(s.basket)));
        assert!((leaving - 0.015).abs() < 2e-4 && (bill - 50.0).abs() < 0.5, "{industry}: {leaving} {bill}");
        // a lever for the bill, none for purchases where there are bills
        let view = page.ask("view", &json!({ "text": text, "language": "en" })).unwrap().to_string();
        assert!(view.contains("segment[0].basket"), "{view}");
        for key in ["purchases_per_year", "purchase_shape", "rate_staying_correlation"] {
            assert!(!view.contains(&format!("segment[0].{key}")), "{industry}: {key}");
        }
    }
}
