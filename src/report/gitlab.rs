//! GitLab's code quality report, shown in merge requests.
//!
//! Format: "Code Quality report format" in GitLab's documentation, a part of Code Climate's.

use serde::Serialize;

use crate::report::display_paths::DisplayPaths;
use crate::report::unread::Unread;
use judge::finding::Finding;
use judge::fingerprint::{fingerprint_of_text, fingerprints};
use judge::level::Level;
use text::source::Place;

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// A JSON array with a line break at its end. A denied finding is `major`, another one `minor`.
pub(crate) fn render(findings: &[Finding], unread: &[Unread], naming: &DisplayPaths) -> String {
    let fingerprints = fingerprints(findings, |path| naming.name(path));
    let issues: Vec<Issue<'_>> = findings
        .iter()
        .zip(fingerprints)
        .map(|(finding, fingerprint)| issue(finding, fingerprint, naming))
        .chain(unread.iter().map(|unread| not_read(unread, naming)))
        .collect();
    // Strings and numbers alone cannot fail to serialise.
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

fn issue<'a>(finding: &'a Finding, fingerprint: String, naming: &DisplayPaths) -> Issue<'a> {
    Issue {
        description: &finding.message,
        check_name: finding.rule.name,
        fingerprint,
        severity: if finding.level == Level::Deny { "major" } else { "minor" },
        location: location(&finding.place, naming),
    }
}

fn not_read<'a>(unread: &'a Unread, naming: &DisplayPaths) -> Issue<'a> {
    Issue {
        description: &unread.message,
        check_name: Unread::NAME,
        fingerprint: fingerprint_of_text(&unread.message),
        severity: "major",
        location: location(&unread.place, naming),
    }
}

fn location(place: &Place, naming: &DisplayPaths) -> Location {
    Location {
        path: naming.name(place.source.path()),
        lines: Lines { begin: place.start().line, end: place.end().line },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Source, Span};

    #[test]
    fn an_issue_has_what_gitlab_asks_for() {
        let source = Source::new("src/a.md", "one\ntwo\n");
        let finding = Finding::new(
            &judge::rules::missing_section::RULE,
            Place::new(&source, Span::new(4, 7)),
            "50%",
        );
        let json = render(&[finding], &[], &DisplayPaths::default());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let fingerprint = json[0]["fingerprint"].clone();
        assert_eq!(fingerprint.as_str().map(str::len), Some(16));
        let expected = serde_json::json!([{
            "description": "50%", "check_name": "missing-section", "severity": "minor",
            "fingerprint": fingerprint,
            "location": {"path": "src/a.md", "lines": {"begin": 2, "end": 2}},
        }]);
        assert_eq!(json, expected);
        assert_eq!(render(&[], &[], &DisplayPaths::default()), "[]\n");
    }
}
