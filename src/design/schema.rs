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
    schema["$defs"] = Value::Object(definitions());
    schema
}

/// What is said once and referred to: numbers by their bounds, what every number and every element may have.
fn definitions() -> Map<String, Value> {
    let keys = || Catalogue::get().keys().iter();
    let numbers = || keys().filter(|key| has_forms(key));
    let mut all: Map<String, Value> = numbers().map(|key| (forms(key), number(key))).collect();
    all.extend(numbers().map(|key| (plain(key), bounded("number", key))));
    all.extend(support());
    let common = keys().filter(|key| key.parent() == ANY_ELEMENT);
    all.extend(common.map(|key| (of_any_element(key), property(ANY_ELEMENT, key))));
    all
}

/// The table whose keys stand in every element.
const ANY_ELEMENT: &str = "program.*[]";

fn of_any_element(key: &Key) -> String {
    format!("element_{}", key.name())
}

/// The same as the text of a file, without space for readers: they have the reference.
pub fn schema_text() -> String {
    format!("{}\n", json_schema())
}

/// What stands once among the definitions.
fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The same where a description stands beside it: some editors read nothing beside a bare reference.
fn shared(name: &str) -> Value {
    json!({ "allOf": [reference(name)] })
}

/// Whether values of a key are numbers that may be uncertain and sourced.
fn has_forms(key: &Key) -> bool {
    matches!(key.kind, Kind::Number | Kind::Numbers | Kind::Shares)
}

/// The name of the forms of a number between the bounds of `key`: `number_0_to_1`.
fn forms(key: &Key) -> String {
    format!("number_{}", bounds(key))
}

/// The name of a plain number between them.
fn plain(key: &Key) -> String {
    format!("plain_{}", bounds(key))
}

fn bounds(key: &Key) -> String {
    let bound = |bound: Option<f64>| bound.map_or_else(|| "any".to_owned(), |bound| bound.to_string());
    format!("{}_to_{}", bound(key.min), bound(key.max))
}

/// The table at `path`; the top of the file if empty.
fn table(path: &str) -> Value {
    let keys = keys_in(path);
    let own = |key: &'static Key| match key.parent() == path {
        true => property(path, key),
        false => reference(&of_any_element(key)),
    };
    let mut properties: Map<String, Value> =
        keys.iter().map(|key| (key.name().to_owned(), own(key))).collect();
    if path == "today" {
        as_proposed(&mut properties);
    }
    let required: Vec<&str> = keys.iter().filter(|key| key.is_required()).map(|key| key.name()).collect();
    let (required, unless_said) = split(path, required);
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !unless_said.is_empty() {
        let whole = json!({ "required": unless_said, "properties": needs(&keys) });
        let said = if path == "segment[]" { "billing" } else { "changes" };
        schema["anyOf"] = json!([{ "required": [said] }, whole]);
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

/// Keys required in the table at `path`, and those that are unless the program changes today's, of which an element then says only what differs, or customers
/// pay by contract.
fn split<'k>(path: &str, required: Vec<&'k str>) -> (Vec<&'k str>, Vec<&'k str>) {
    let is_element = path.strip_prefix("program.").is_some_and(|kind| !kind.contains('.'));
    match path {
        "program" => required.into_iter().partition(|key| *key == "launch"),
        "segment[]" => required.into_iter().partition(|key| *key != "purchases_per_year"),
        _ if is_element => (Vec::new(), Vec::new()),
        _ => (required, Vec::new()),
    }
}

/// What each kind of element needs, of those among the keys of a program.
fn needs(keys: &[&'static Key]) -> Map<String, Value> {
    let of_kind = |key: &&'static Key| {
        let own = keys_in(&format!("{}[]", key.path));
        let required: Vec<&str> = own.iter().filter(|key| key.is_required()).map(|key| key.name()).collect();
        (!required.is_empty()).then(|| (key.name().to_owned(), json!({ "items": { "required": required } })))
    };
    keys.iter().filter(|key| key.kind == Kind::Tables).filter_map(of_kind).collect()
}

/// What `[today]` has in common with `[program]` is described there.
fn as_proposed(properties: &mut Map<String, Value>) {
    let keys = keys_in("program").into_iter().map(Key::name);
    for key in keys.filter(|key| !ONLY_PROPOSED.contains(key)) {
        let there = format!("#/properties/program/properties/{key}");
        properties.entry(key).or_insert_with(|| json!({ "$ref": there }));
    }
    for (kind, needed) in needs(&keys_in("program")) {
        if let Some(property) = properties.get_mut(&kind) {
            property["items"] = needed["items"].clone();
        }
    }
}

/// The keys that stand directly in the table at `path`, those of any element included.
fn keys_in(path: &str) -> Vec<&'static Key> {
    let is_element =
        path.strip_prefix("program.").is_some_and(|kind| kind.ends_with("[]") && !kind.contains('.'));
    let common = |key: &Key| is_element && key.parent() == ANY_ELEMENT;
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
        Kind::Number => shared(&forms(key)),
        Kind::Numbers => {
            let mut list = json!({ "type": "array", "items": shared(&forms(key)) });
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
    let value = reference(&plain(key));
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
    properties.extend(supported());
    let required: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// `basis` and `source`, which every number may have.
fn support() -> [(String, Value); 2] {
    let words = Basis::ALL.map(Basis::key);
    [("basis".to_owned(), json!({ "enum": words })), ("source".to_owned(), json!({ "type": "string" }))]
}

/// The same by reference.
fn supported() -> [(String, Value); 2] {
    support().map(|(name, _)| {
        let reference = reference(&name);
        (name, reference)
    })
}

fn shares(key: &Key) -> Value {
    let mut properties: Map<String, Value> =
        key.choices.iter().map(|name| (name.clone(), shared(&forms(key)))).collect();
    properties.extend(supported());
    let others = if key.choices.is_empty() { shared(&forms(key)) } else { json!(false) };
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
