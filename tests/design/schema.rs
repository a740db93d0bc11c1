//! The JSON schema says the same as the reader.

use crate::{FULL, designs_in};
use jsonschema::Validator;
use loyalsim::design::json_schema;
use serde_json::Value;
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&json_schema()).unwrap());

fn accepts(text: &str) -> Result<(), String> {
    let design: Value = toml::from_str(text).unwrap();
    let errors: Vec<String> =
        VALIDATOR.iter_errors(&design).map(|error| format!("{}: {error}", error.instance_path())).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&json_schema()));
}

/// Editors read it whenever they open a design; what numbers have in common stands in it once.
#[test]
fn it_is_small() {
    let text = loyalsim::design::schema_text();
    assert!(text.len() < 300_000, "{} bytes", text.len());
}

/// The schema with what is referred to in the place of each reference.
fn spelt_out(schema: &Value, defs: &Value) -> Value {
    match schema {
        Value::Object(parts) => match parts.get("$ref").and_then(Value::as_str) {
            Some(place) => spelt_out(&defs[place.trim_start_matches("#/$defs/")], defs),
            None => parts.iter().map(|(key, part)| (key.clone(), spelt_out(part, defs))).collect(),
        },
        Value::Array(items) => items.iter().map(|item| spelt_out(item, defs)).collect(),
        other => other.clone(),
    }
}

/// Every reference leads somewhere, every definition is used, and each is one of numbers, bases or sources.
#[test]
fn references_lead_to_definitions() {
    let schema = json_schema();
    let defs = schema["$defs"].as_object().unwrap();
    let text = loyalsim::design::schema_text();
    let referred = text.matches("#/$defs/").count();
    assert!(referred > 300, "{referred}");
    for name in defs.keys() {
        assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name} is not used");
    }
    let whole = spelt_out(&schema, &schema["$defs"]);
    assert!(!whole["properties"].to_string().contains("$ref"));
    let margin = &whole["properties"]["business"]["properties"]["gross_margin"]["allOf"][0]["anyOf"];
    assert_eq!(margin[0], serde_json::json!({ "type": "number", "minimum": 0.001, "maximum": 1.0 }));
    assert_eq!(margin.as_array().unwrap().len(), 5);
}

#[test]
fn it_accepts_every_key() {
    accepts(FULL).unwrap();
}

#[test]
fn it_accepts_every_shipped_scenario() {
    for (path, text) in designs_in("scenarios") {
        accepts(&text).unwrap_or_else(|errors| panic!("{}: {errors}", path.display()));
    }
}

#[test]
fn it_accepts_the_starter() {
    accepts(&loyalsim::design::starter("shop")).unwrap();
}

#[test]
fn it_refuses_what_it_can_know_to_be_wrong() {
    for (right, wrong) in [
        ("gross_margin = 0.28", "gross_margin = 28"),
        ("gross_margin = 0.28", "gros_margin = 0.28"),
        ("earn = 0.03", "earn = \"3 %\""),
        ("earn = 0.03", "earn = { low = 0.02, high = 0.04 }"),
        ("start = \"2026-01\"", "start = \"January\""),
        ("horizon_months = 36", "horizon_months = 0"),
        ("stacking = \"best\"", "stacking = \"worst\""),
        ("launch = \"2026-03\"\n", ""),
        ("at_least = 0.78", "at_least = 0.78\nat_most = 0.9"),
        ("age_months = 120", "age_months = { value = 120, basis = \"guess\" }"),
        ("hostage = 0.04", "hostages = 0.04"),
    ] {
        assert!(FULL.contains(right), "{right}");
        assert!(accepts(&FULL.replacen(right, wrong, 1)).is_err(), "{wrong}");
    }
}

/// Every kind of element has its page, and the index leads there.
#[test]
fn every_element_has_its_page() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elements");
    let index = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let schema = json_schema();
    let keys = schema["properties"]["program"]["properties"].as_object().unwrap();
    for kind in keys.iter().filter(|(_, key)| key["items"]["type"] == "object").map(|(kind, _)| kind) {
        assert!(index.contains(&format!("[[program.{kind}]]")), "the index does not name {kind}");
        assert!(index.contains(&format!("({kind}.md)")), "the index does not lead to {kind}.md");
        let page = std::fs::read_to_string(folder.join(format!("{kind}.md"))).unwrap_or_default();
        for part in ["What it does", "To whom", "Equation", "In the accounts", "Pitfalls", "To paste"] {
            assert!(page.contains(part), "{kind}.md lacks \"{part}\"");
        }
    }
}

/// The pages name every number of their element, with the default that is in force.
#[test]
fn pages_give_the_defaults_in_force() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elements");
    let schema = json_schema();
    let keys = schema["properties"]["program"]["properties"].as_object().unwrap();
    let common = &keys["game"]["items"]["properties"];
    let everywhere =
        |key: &str| keys["club"]["items"]["properties"].get(key).is_some() && common.get(key).is_some();
    for (kind, element) in keys.iter().filter(|(_, key)| key["items"]["type"] == "object") {
        let page = std::fs::read_to_string(folder.join(format!("{kind}.md"))).unwrap();
        let own = element["items"]["properties"].as_object().unwrap();
        let numbers = own.iter().filter(|(key, property)| {
            let named = !everywhere(key) && key.as_str() != "steps";
            named && (property["default"].is_number() || property["allOf"].is_array())
        });
        for (key, property) in numbers {
            let row = page.lines().find(|line| line.starts_with(&format!("| `{key}` |")));
            let row = row.unwrap_or_else(|| panic!("{kind}.md does not name `{key}`"));
            let default = row.split('|').nth(3).unwrap_or_default();
            let said: Vec<f64> = default.split([',', ' ']).filter_map(|word| word.parse().ok()).collect();
            if let Some(number) = property["default"].as_f64() {
                assert!(said.contains(&number), "{kind}.md, `{key}`: {default}, in force {number}");
            }
        }
    }
}
