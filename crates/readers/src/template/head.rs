//! What a template says of itself: name, version and parameters, from its front matter.

use std::sync::{Arc, OnceLock};

use text::markdown::Document;
use text::markdown::front_matter::{Entry, FrontMatter, Value, ValueKind};

use super::{Param, Problem, Template};

/// The template without its sections.
pub(super) fn read(name: &str, document: &Document, problems: &mut Vec<Problem>) -> Template {
    let mut template = Template {
        name: name.to_owned(),
        version: semver::Version::new(0, 0, 0),
        title: String::new(),
        description: String::new(),
        params: Vec::new(),
        sections: Vec::new(),
        source: Arc::clone(&document.source),
        titled: OnceLock::new(),
    };
    let Some(front) = &document.front_matter else { return template };
    if let Some(problem) = &front.problem {
        let toml = document.slice(front.span).trim_start().starts_with("+++");
        let language = if toml { "TOML" } else { "YAML" };
        let message = format!("the front matter is not {language}: {}", problem.message);
        problems.push(Problem { span: problem.span, message });
    }
    let text = |key| front.get(&[key]).and_then(|entry| entry.value.as_str());
    if let Some(name) = text("name") {
        name.clone_into(&mut template.name);
    }
    text("title").unwrap_or_default().clone_into(&mut template.title);
    text("description").unwrap_or_default().clone_into(&mut template.description);
    if let Some(entry) = front.get(&["version"]) {
        match entry.value.as_str().and_then(|text| semver::Version::parse(text).ok()) {
            Some(version) => template.version = version,
            None => problems.push(Problem {
                span: entry.value.span,
                message: "`version` must be a semantic version such as 1.0.0".to_owned(),
            }),
        }
    }
    template.params = params(front, problems);
    template
}

fn params(front: &FrontMatter, problems: &mut Vec<Problem>) -> Vec<Param> {
    let Some(entry) = front.get(&["params"]) else { return Vec::new() };
    let ValueKind::Map(entries) = &entry.value.kind else {
        let message = "`params` must be a map such as { project: { required: true } }".to_owned();
        problems.push(Problem { span: entry.value.span, message });
        return Vec::new();
    };
    entries.iter().map(param).collect()
}

/// `name: { required: true, default: "x" }`, or `name: "default"`.
fn param(entry: &Entry) -> Param {
    let mut param = Param { name: entry.key.clone(), required: false, default: None };
    match &entry.value.kind {
        ValueKind::Map(fields) => {
            for field in fields {
                match field.key.as_str() {
                    "required" => param.required = is_true(&field.value),
                    "default" => param.default = field.value.as_str().map(str::to_owned),
                    _ => {}
                }
            }
        }
        ValueKind::Scalar(default) => param.default = Some(default.clone()),
        _ => {}
    }
    param
}

fn is_true(value: &Value) -> bool {
    value.as_str().is_some_and(|text| matches!(text, "true" | "yes"))
}
