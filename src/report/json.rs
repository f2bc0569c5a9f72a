//! Findings for programs: one JSON array.

use serde::Serialize;

use judge::finding::{Edit, Finding, Related};
use judge::level::Level;
use text::source::Place;

use super::unread::Unread;

/// A finding as `check --format json` prints it. Lines and columns count from 1, columns in
/// characters; the end is one past the last character.
#[derive(Debug, Serialize)]
struct JsonFinding<'a> {
    /// None for what could not be read.
    rule: Option<&'a str>,
    level: &'static str,
    #[serde(flatten)]
    range: Range<'a>,
    message: &'a str,
    /// What stands at the place, in a few words.
    label: Option<&'a str>,
    /// Other places that matter.
    related: Vec<JsonRelated<'a>>,
    notes: &'a [String],
    help: Option<&'a str>,
    /// The template section it is about.
    section: Option<&'a str>,
    /// Changes that mend it without losing text.
    edits: Vec<JsonEdit<'a>>,
    /// The address of the rule's page.
    docs: Option<String>,
}

#[derive(Debug, Serialize)]
struct JsonRelated<'a> {
    #[serde(flatten)]
    range: Range<'a>,
    label: &'a str,
}

#[derive(Debug, Serialize)]
struct JsonEdit<'a> {
    #[serde(flatten)]
    range: Range<'a>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Range<'a> {
    /// Relative to the book's root, with forward slashes.
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> From<&'a Place> for Range<'a> {
    fn from(place: &'a Place) -> Self {
        let (start, end) = (place.start(), place.end());
        Self {
            path: place.source.path(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

impl<'a> From<&'a Related> for JsonRelated<'a> {
    fn from(related: &'a Related) -> Self {
        Self { range: (&related.place).into(), label: &related.label }
    }
}

impl<'a> From<&'a Edit> for JsonEdit<'a> {
    fn from(edit: &'a Edit) -> Self {
        Self { range: (&edit.place).into(), text: &edit.text }
    }
}

impl<'a> From<&'a Finding> for JsonFinding<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            rule: Some(finding.rule.name),
            level: finding.level.name(),
            range: (&finding.place).into(),
            message: &finding.message,
            label: finding.label.as_deref(),
            related: finding.related.iter().map(Into::into).collect(),
            notes: &finding.notes,
            help: finding.help.as_deref(),
            section: finding.section.as_deref(),
            edits: finding.edits.iter().map(Into::into).collect(),
            docs: Some(finding.rule.address()),
        }
    }
}

impl<'a> From<&'a Unread> for JsonFinding<'a> {
    fn from(unread: &'a Unread) -> Self {
        Self {
            rule: None,
            level: Level::Deny.name(),
            range: (&unread.place).into(),
            message: &unread.message,
            label: None,
            related: Vec::new(),
            notes: &[],
            help: unread.help.as_deref(),
            section: None,
            edits: Vec::new(),
            docs: None,
        }
    }
}

/// One finding, to be put into other JSON.
pub(crate) fn value(finding: &Finding) -> serde_json::Value {
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_value(JsonFinding::from(finding)).unwrap_or_default()
}

/// The array, indented, with a line break at its end: the findings, then what could not be read.
pub(crate) fn render(findings: &[Finding], unread: &[Unread]) -> String {
    let found = findings.iter().map(JsonFinding::from);
    let findings: Vec<JsonFinding<'_>> = found.chain(unread.iter().map(Into::into)).collect();
    // Strings and numbers alone cannot fail to serialise.
    let mut json = serde_json::to_string_pretty(&findings).unwrap_or_default();
    json.push('\n');
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Source, Span};

    #[test]
    fn a_finding_has_all_keys() {
        let source = Source::new("src/ä.md", "é\r\n# Ä\r\n");
        let place = Place::new(&source, Span::new(4, 8));
        let finding =
            Finding::new(&judge::rules::unknown_config::RULE, place.clone(), "say \"more\"")
                .note("why")
                .edit(place, "# Ö")
                .section("risks");
        let expected = serde_json::json!([{
            "rule": "unknown-config", "level": "warn", "path": "src/ä.md",
            "line": 2, "column": 1, "end_line": 2, "end_column": 4,
            "message": "say \"more\"", "label": null, "related": [],
            "notes": ["why"], "help": null, "section": "risks",
            "edits": [{
                "path": "src/ä.md", "line": 2, "column": 1, "end_line": 2, "end_column": 4,
                "text": "# Ö",
            }],
            "docs": judge::rules::unknown_config::RULE.address(),
        }]);
        let json: serde_json::Value = serde_json::from_str(&render(&[finding], &[])).expect("JSON");
        assert_eq!(json, expected);
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(render(&[], &[]), "[]\n");
    }
}
