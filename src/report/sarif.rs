//! SARIF 2.1.0 (OASIS, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), for code scanning.

use serde_json::{Value, json};

use crate::report::display_paths::DisplayPaths;
use crate::report::unread::Unread;
use judge::finding::{Edit, Finding};
use judge::fingerprint::fingerprints;
use judge::level::{ByStage, Level};
use judge::registry::rules;
use judge::rule::{Rule, site};
use text::source::Place;

/// The base that all addresses are relative to.
const BASE: &str = "%SRCROOT%";

/// One run with one result a finding, and all rules; a line break at its end.
///
/// What could not be read is told of the run, as an error of it.
pub(crate) fn render(findings: &[Finding], unread: &[Unread], naming: &DisplayPaths) -> String {
    let fingerprints = fingerprints(findings, |path| naming.name(path));
    let results: Vec<Value> = findings
        .iter()
        .zip(&fingerprints)
        .map(|(found, print)| result(found, print, naming))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": driver()},
            "invocations": [invocation(unread, naming)],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                BASE: {"description": {"text": "The repository, or the book outside of one."}},
            },
            "results": results,
        }],
    });
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn invocation(unread: &[Unread], naming: &DisplayPaths) -> Value {
    let mut invocation = json!({"executionSuccessful": unread.is_empty()});
    let told = unread.iter().map(|unread| {
        json!({
            "level": "error",
            "message": {"text": unread.full_text()},
            "locations": [{"physicalLocation": location(&unread.place, naming)}],
        })
    });
    if !unread.is_empty() {
        invocation["toolExecutionNotifications"] = told.collect();
    }
    invocation
}

/// What SARIF tells of the program; where its pages are, once they are somewhere.
fn driver() -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let mut driver = json!({
        "name": "mdbook-archdoc",
        "version": version,
        "semanticVersion": version,
        "rules": rules().map(descriptor).collect::<Vec<_>>(),
    });
    if !site().is_empty() {
        driver["informationUri"] = site().into();
    }
    driver
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Allow => "none",
        Level::Warn => "warning",
        Level::Deny => "error",
    }
}

/// What SARIF tells of a rule; its default level is that of a draft.
fn descriptor(rule: &Rule) -> Value {
    let ByStage { draft, review, final_ } = rule.levels.stages;
    let mut descriptor = json!({
        "id": rule.name,
        "name": pascal_case(rule.name),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": checks(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": level(draft), "enabled": draft > Level::Allow},
        "properties": {
            "tags": [rule.group.name()],
            "levels": {"draft": draft.name(), "review": review.name(), "final": final_.name()},
        },
    });
    let address = rule.address();
    if address.contains("://") {
        descriptor["helpUri"] = address.into();
    }
    descriptor
}

/// The text under "What it checks" on the rule's page.
fn checks(rule: &Rule) -> &str {
    let text = rule.page.split_once("## What it checks").map_or(rule.summary, |(_, rest)| rest);
    text.split("\n## ").next().unwrap_or(text).trim()
}

/// `missing-section` as `MissingSection`, which SARIF asks of names.
fn pascal_case(name: &str) -> String {
    let mut words = String::new();
    for word in name.split('-') {
        let mut letters = word.chars();
        words.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        words.push_str(letters.as_str());
    }
    words
}

fn result(finding: &Finding, fingerprint: &str, naming: &DisplayPaths) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.name,
        "level": level(finding.level),
        "message": {"text": finding.full_text()},
        "locations": [{"physicalLocation": location(&finding.place, naming)}],
        "partialFingerprints": {"archdocFinding/v1": fingerprint},
    });
    if let Some(index) = rules().position(|rule| rule.name == finding.rule.name) {
        result["ruleIndex"] = index.into();
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, related)| {
            json!({
                "id": id,
                "message": {"text": related.label},
                "physicalLocation": location(&related.place, naming),
            })
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.edits.is_empty() {
        result["fixes"] = json!([fix(finding, naming)]);
    }
    result
}

fn artifact(path: &str, naming: &DisplayPaths) -> Value {
    json!({"uri": naming.uri(path), "uriBaseId": BASE})
}

fn location(place: &Place, naming: &DisplayPaths) -> Value {
    json!({"artifactLocation": artifact(place.source.path(), naming), "region": region(place)})
}

fn region(place: &Place) -> Value {
    let (start, end) = (place.start(), place.end());
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// All edits of a finding: one fix, one change a file.
fn fix(finding: &Finding, naming: &DisplayPaths) -> Value {
    let mut files: Vec<(&str, Vec<&Edit>)> = Vec::new();
    for edit in &finding.edits {
        let path = edit.place.source.path();
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, edits)) => edits.push(edit),
            None => files.push((path, vec![edit])),
        }
    }
    let replacement = |edit: &&Edit| json!({"deletedRegion": region(&edit.place), "insertedContent": {"text": edit.text}});
    let changes = files.iter().map(|(path, edits)| {
        json!({
            "artifactLocation": artifact(path, naming),
            "replacements": edits.iter().map(replacement).collect::<Vec<_>>(),
        })
    });
    let mut fix = json!({"artifactChanges": changes.collect::<Vec<_>>()});
    if let Some(help) = &finding.help {
        fix["description"] = json!({"text": help});
    }
    fix
}
