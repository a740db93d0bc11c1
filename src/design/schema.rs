//! A JSON schema of the format, made from the catalogue: editors complete keys and underline mistakes with it.

use super::catalogue::{Catalogue, Fallback, Key, Kind, ONLY_PROPOSED};
use super::numbers::Basis;
use serde_json::{Map, Value, json};

/// The schema (JSON Schema, draft 2020-12).
///
/// It knows keys, kinds, words and bounds; that shares sum to 1 or that months follow each other only
/// `Design::parse` can tell.
pub fn json_schema() -> Value {
    let mut schema = table("");
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("loyalsim design");
    schema
}

/// The table at `path`; the top of the file if empty.
fn table(path: &str) -> Value {
    let keys = keys_in(path);
    let mut properties: Map<String, Value> =
        keys.iter().map(|key| (key.name().to_owned(), property(path, key))).collect();
    if path == "today" {
        as_proposed(&mut properties);
    }
    let required: Vec<&str> = keys.iter().filter(|key| key.is_required()).map(|key| key.name()).collect();
    let (required, unless_changed) = split(path, required);
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !unless_changed.is_empty() {
        schema["anyOf"] = json!([{ "required": ["changes"] }, { "required": unless_changed }]);
    }
    let either: Vec<&str> =
        keys.iter().filter(|key| key.instead_of.is_some()).map(|key| key.name()).collect();
    let bounds = ["goal[]", "optimise.constraint[]"].contains(&path).then(|| vec!["at_least", "at_most"]);
    let either = bounds.unwrap_or(either);
    if !either.is_empty() {
        schema["oneOf"] = either.iter().map(|key| json!({ "required": [key] })).collect();
    }
    schema
}

/// Keys required in the table at `path`, and those that are unless the program changes today's: an element then says only what differs, which a
/// schema cannot know of each.
fn split<'k>(path: &str, required: Vec<&'k str>) -> (Vec<&'k str>, Vec<&'k str>) {
    let is_element = path.strip_prefix("program.").is_some_and(|kind| !kind.contains('.'));
    match path {
        "program" => required.into_iter().partition(|key| *key == "launch"),
        _ if is_element => (Vec::new(), Vec::new()),
        _ => (required, Vec::new()),
    }
}

/// What `[today]` has in common with `[program]` is described there.
fn as_proposed(properties: &mut Map<String, Value>) {
    let keys = keys_in("program").into_iter().map(Key::name);
    for key in keys.filter(|key| !ONLY_PROPOSED.contains(key)) {
        let there = format!("#/properties/program/properties/{key}");
        properties.entry(key).or_insert_with(|| json!({ "$ref": there }));
    }
}

/// The keys that stand directly in the table at `path`, those of any element included.
fn keys_in(path: &str) -> Vec<&'static Key> {
    let is_element =
        path.strip_prefix("program.").is_some_and(|kind| kind.ends_with("[]") && !kind.contains('.'));
    let common = |key: &Key| is_element && key.parent() == "program.*[]";
    Catalogue::get()
        .keys()
        .iter()
        .filter(|key| key.parent() == path || common(key))
        .filter(|key| !key.path.is_empty())
        .collect()
}

fn property(parent: &str, key: &'static Key) -> Value {
    let path = if parent.is_empty() { key.name().to_owned() } else { format!("{parent}.{}", key.name()) };
    let mut schema = match key.kind {
        Kind::Number => number(key),
        Kind::Numbers => {
            let mut list = json!({ "type": "array", "items": number(key) });
            if let Some(count) = key.count {
                list["minItems"] = json!(count);
                list["maxItems"] = json!(count);
            }
            list
        }
        Kind::Integer => bounded("integer", key),
        Kind::Integers => json!({ "type": "array", "minItems": 1, "items": bounded("integer", key) }),
        Kind::Text => json!({ "type": "string", "minLength": 1 }),
        Kind::Month => json!({ "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" }),
        Kind::Choice => json!({ "enum": key.choices }),
        Kind::Segments | Kind::Texts => {
            json!({ "type": "array", "minItems": 1, "items": { "type": "string" } })
        }
        Kind::Shares => shares(key),
        Kind::Table if keys_in(&path).is_empty() => {
            json!({ "type": "object", "additionalProperties": bounded("number", key) })
        }
        Kind::Table => table(&path),
        Kind::Tables => {
            let least = usize::from(key.is_required());
            json!({ "type": "array", "minItems": least, "items": table(&format!("{path}[]")) })
        }
    };
    schema["description"] = json!(description(key));
    if let Some(default) = &key.default {
        schema["default"] = default_value(default);
    }
    schema
}

/// A number in any of its forms.
fn number(key: &Key) -> Value {
    let value = bounded("number", key);
    let normal = json!({
        "type": "array", "prefixItems": [value, { "type": "number", "exclusiveMinimum": 0 }], "minItems": 2, "maxItems": 2
    });
    json!({ "anyOf": [
        value,
        form(&[("value", &value)]),
        form(&[("low", &value), ("mode", &value), ("high", &value)]),
        form(&[("p10", &value), ("p50", &value), ("p90", &value)]),
        form(&[("normal", &normal)]),
    ] })
}

fn form(parts: &[(&str, &Value)]) -> Value {
    let mut properties: Map<String, Value> =
        parts.iter().map(|&(name, value)| (name.to_owned(), value.clone())).collect();
    properties.extend(support());
    let required: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// `basis` and `source`, which every number may have.
fn support() -> [(String, Value); 2] {
    let words = Basis::ALL.map(Basis::key);
    [("basis".to_owned(), json!({ "enum": words })), ("source".to_owned(), json!({ "type": "string" }))]
}

fn shares(key: &Key) -> Value {
    let mut properties: Map<String, Value> =
        key.choices.iter().map(|name| (name.clone(), number(key))).collect();
    properties.extend(support());
    let others = if key.choices.is_empty() { number(key) } else { json!(false) };
    json!({ "type": "object", "properties": properties, "additionalProperties": others })
}

fn bounded(kind: &str, key: &Key) -> Value {
    let mut schema = json!({ "type": kind });
    if let Some(min) = key.min {
        schema["minimum"] = json!(min);
    }
    if let Some(max) = key.max {
        schema["maximum"] = json!(max);
    }
    schema
}

fn description(key: &Key) -> String {
    let unit = match key.unit.text() {
        "" => String::new(),
        unit => format!(" Unit: {unit}."),
    };
    let source = match key.default {
        Some(_) if !key.source.is_empty() => format!(" Default: {}.", key.source),
        _ => String::new(),
    };
    let presets = match key.path.as_str() {
        "churn.preset" => {
            Catalogue::get().presets().iter().map(|p| format!(" {}: {}", p.name, p.meaning)).collect()
        }
        _ => String::new(),
    };
    format!("{}{presets}{unit}{source}", key.meaning)
}

fn default_value(default: &Fallback) -> Value {
    match default {
        Fallback::Number(value) => json!(value),
        Fallback::Text(text) => json!(text),
        Fallback::Pert { low, mode, high } => json!({ "low": low, "mode": mode, "high": high }),
        Fallback::Shares(shares) => json!(shares),
    }
}
