//! One line a finding, as compilers print them and editors read them.

use std::fmt::Write as _;

use crate::report::display_paths::DisplayPaths;
use judge::finding::Finding;
use judge::level::Level;
use text::printable::Printable;

/// `path:line:column: warning[rule]: message` for each finding.
pub(crate) fn render(findings: &[Finding], naming: &DisplayPaths) -> String {
    let mut out = String::new();
    for finding in findings {
        let path = naming.name(finding.place.source.path());
        let at = finding.place.start();
        let level = if finding.level == Level::Deny { "error" } else { "warning" };
        let message = &finding.message;
        let (line, column, rule) = (at.line, at.column, finding.rule.name);
        let told = format!("{path}:{line}:{column}: {level}[{rule}]: {message}");
        let _infallible = writeln!(out, "{}", Printable::line(&told));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Place, Source, Span};

    #[test]
    fn a_finding_is_one_line() {
        let source = Source::new("src/a.md", "a\né[x]\n");
        let place = Place::new(&source, Span::new(4, 7));
        let mut finding =
            Finding::new(&judge::rules::placeholder_text::RULE, place, "left\nopen \u{1b}[31m");
        let naming = DisplayPaths::default();
        let expected = "src/a.md:2:2: warning[placeholder-text]: left open \u{fffd}[31m\n";
        assert_eq!(render(std::slice::from_ref(&finding), &naming), expected);
        finding.level = Level::Deny;
        assert!(render(&[finding], &naming).contains(": error[placeholder-text]: "));
        assert_eq!(render(&[], &naming), "");
    }
}
