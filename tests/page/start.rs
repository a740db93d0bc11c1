//! The first start: a design from a template and eight questions.

use super::{Page, settled};
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
