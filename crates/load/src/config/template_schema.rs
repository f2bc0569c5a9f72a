//! The JSON Schema of a template's front matter, made from this description of what [`readers::template::read`]
//! reads and held against it.

// Read by the derive alone.
#![allow(dead_code)]

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::schema::keep;
use text::markdown::Document;
use text::source::Source;

use readers::template::inherit::extends;
use readers::template::read;

/// The front matter of a template. All of it is optional: any Markdown file is a template.
#[derive(Default, JsonSchema)]
#[schemars(default)]
struct FrontMatter {
    /// The name in directives; default: the file's name.
    name: Option<String>,
    /// A semantic version such as `1.0.0`; children pin its major part.
    version: Option<String>,
    /// The name for people.
    title: Option<String>,
    /// What it is for, in a sentence.
    description: Option<String>,
    /// The template that this one refines, with its major version: `formal@1`.
    #[schemars(regex(pattern = "^[^@]+@[0-9]+$"))]
    extends: Option<String>,
    /// What a directive hands over; `{{name}}` in the template is replaced by it.
    params: BTreeMap<String, Param>,
}

/// A parameter: its default, or what is to be known of it.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Param {
    /// The value where a directive gives none.
    Default(String),
    /// What is to be known of it.
    Described(Described),
}

#[derive(JsonSchema)]
struct Described {
    /// Whether a directive must give it.
    #[schemars(default)]
    required: bool,
    /// The value where a directive gives none.
    default: Option<String>,
}

#[test]
fn the_committed_schema_is_current() {
    keep("template.json", &schemars::schema_for!(FrontMatter).to_value());
}

/// Every key of the schema means something to the reader.
#[test]
fn the_reader_reads_what_the_schema_describes() {
    let text = "---\nname: payments\nversion: 2.1.0\ntitle: Payments\ndescription: For money.\n\
                extends: formal@1\nparams:\n  project: { required: true }\n  owner: { default: us }\n  \
                team: core\n---\n\n# Payments\n";
    let source = Source::new("payments.md", text);
    let (template, problems) = read("file", &source);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((&*template.name, template.version.to_string()), ("payments", "2.1.0".to_owned()));
    assert_eq!((&*template.title, &*template.description), ("Payments", "For money."));
    let params: Vec<(&str, bool, Option<&str>)> = template
        .params
        .iter()
        .map(|param| (&*param.name, param.required, param.default.as_deref()))
        .collect();
    let expected =
        [("project", true, None), ("owner", false, Some("us")), ("team", false, Some("core"))];
    assert_eq!(params, expected);
    let parent = extends(&Document::parse(&source)).expect("a parent");
    assert_eq!((&*parent.name, parent.major), ("formal", Some(1)));
}
