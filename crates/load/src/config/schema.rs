//! The JSON Schema of `[preprocessor.archdoc]`, made from the very types that read it.
//!
//! It is made by a test and committed (`docs/src/schema/`): no user's build needs the library that
//! makes it.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::loose::{Choice, Count, Flag, Name, Text, Texts};
use super::raw::{RawLevels, RawSettings, RawStages, RawTrace, RawTraceTable};
use judge::level::Level;
use judge::level_settings::Forced;
use judge::registry;
use judge::rule::Group;
use text::word::Word;

macro_rules! inline {
    ($($type:ty => $schema:expr),* $(,)?) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool { true }
            fn schema_name() -> Cow<'static, str> { stringify!($type).into() }
            fn json_schema(_: &mut SchemaGenerator) -> Schema { $schema }
        }
    )*};
}

inline! {
    Flag => json_schema!({"type": "boolean"}),
    Count => json_schema!({"type": "integer", "minimum": 0}),
    Text => json_schema!({"type": "string"}),
    Name => json_schema!({"type": "string"}),
    Texts => json_schema!({"type": "array", "items": {"type": "string"}}),
}

impl<T: Word> JsonSchema for Choice<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::all().join("-or-").into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"enum": T::all()})
    }
}

impl JsonSchema for RawLevels {
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let level = generator.subschema_for::<Choice<Level>>();
        let stages = generator.subschema_for::<RawStages>();
        json_schema!({"anyOf": [level, stages]})
    }
}

impl JsonSchema for RawTrace {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Trace".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let flag = generator.subschema_for::<Flag>();
        let links = generator.subschema_for::<Texts>();
        let table = generator.subschema_for::<RawTraceTable>();
        json_schema!({"anyOf": [flag, links, table]})
    }
}

/// Keys that mdBook reads in our table.
fn of_mdbook() -> Map<String, Value> {
    let names =
        |what: &str| json!({"description": what, "type": "array", "items": {"type": "string"}});
    let keys = json!({
        "command": {"description": "The command that runs archdoc.", "type": "string"},
        "renderers": names("Only for these outputs."),
        "before": names("Runs before these preprocessors; `links` is recommended."),
        "after": names("Runs after these preprocessors."),
        "optional": {"description": "Whether a missing command is no error.", "type": "boolean"},
    });
    keys.as_object().cloned().unwrap_or_default()
}

/// The tables of levels know the names of rules and groups.
fn name_rules(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            let of_levels = map
                .get("additionalProperties")
                .and_then(|other| other.get("$ref"))
                .is_some_and(|reference| reference == "#/$defs/Levels");
            if of_levels {
                map.insert("additionalProperties".to_owned(), false.into());
                map.insert("properties".to_owned(), rules().into());
            } else {
                map.values_mut().for_each(name_rules);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(name_rules),
        _ => {}
    }
}

fn rules() -> Map<String, Value> {
    let groups = Group::ALL
        .iter()
        .map(|group| (group.name(), format!("All rules of the group `{}`.", group.name())));
    let rules = registry::rules().map(|rule| (rule.name, rule.summary.to_owned()));
    let entry = |(name, what): (&str, String)| {
        (name.to_owned(), json!({"description": what, "$ref": "#/$defs/Levels"}))
    };
    let warnings = "What would be a warning and is named neither by its rule nor by its group.";
    let warnings = [(Forced::WARNINGS, warnings.to_owned())];
    warnings.into_iter().chain(groups).chain(rules).map(entry).collect()
}

/// The schema of the table.
fn table() -> Value {
    let mut schema = schemars::schema_for!(RawSettings).to_value();
    name_rules(&mut schema);
    schema["title"] = "[preprocessor.archdoc]".into();
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.extend(of_mdbook());
    }
    schema
}

/// The schema of a whole `book.toml`, of which it describes our table only.
fn book() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "book.toml with mdbook-archdoc",
        "type": "object",
        "properties": {"preprocessor": {"type": "object", "properties": {
            "archdoc": {"$ref": "archdoc.json"},
        }}},
    })
}

/// Holds a schema against the committed one; `ARCHDOC_BLESS=1` writes it.
pub(crate) fn keep(name: &str, schema: &Value) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/schema").join(name);
    let current = serde_json::to_string_pretty(schema).expect("JSON") + "\n";
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        fs::create_dir_all(file.parent().expect("its directory")).expect("a directory");
        fs::write(&file, &current).expect("written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == current,
        "ARCHDOC_BLESS=1 cargo test schema rewrites docs/src/schema/{name}"
    );
}

#[test]
fn the_committed_schemas_are_current() {
    keep("archdoc.json", &table());
    keep("book.json", &book());
}

#[test]
fn every_key_is_in_the_schema() {
    let schema = table().to_string();
    for key in super::keys::all() {
        assert!(schema.contains(&format!("\"{key}\":")), "{key}");
    }
}
