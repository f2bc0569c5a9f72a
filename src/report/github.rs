//! Workflow commands of GitHub Actions, which become annotations beside the lines of a pull request.
//!
//! Format: "Workflow commands for GitHub Actions"; the escapes are those of `actions/toolkit`
//! (`packages/core/src/command.ts`).

use std::fmt::{self, Display, Write as _};

use super::group::{Block, Lists, grouped};
use super::unread::Unread;
use crate::report::display_paths::DisplayPaths;
use judge::finding::Finding;
use judge::level::Level;
use text::source::Place;

/// One command a line. Findings of a kind are one annotation, since only ten of a level are shown.
pub(crate) fn render(findings: &[Finding], unread: &[Unread], naming: &DisplayPaths) -> String {
    let mut out = String::new();
    for unread in unread {
        let told = (Unread::NAME, unread.full_text());
        command(&mut out, "error", &unread.place, told, naming);
    }
    for Block { shown: finding, .. } in grouped(findings, Lists::Cut) {
        let level = if finding.level == Level::Deny { "error" } else { "warning" };
        let told = (finding.rule.name, finding.full_text());
        command(&mut out, level, &finding.place, told, naming);
    }
    out
}

/// One command, with its title and its text.
fn command(
    out: &mut String,
    level: &str,
    place: &Place,
    (title, text): (&str, String),
    naming: &DisplayPaths,
) {
    let file = Property::of(&naming.name(place.source.path()));
    let (start, end) = (place.start(), place.end());
    let _infallible = write!(out, "::{level} file={file},line={},endLine={}", start.line, end.line);
    // GitHub turns columns down where an annotation spans lines.
    if start.line == end.line {
        let _infallible = write!(out, ",col={},endColumn={}", start.column, end.column);
    }
    let (title, message) = (Property::of(title), Message::of(&text));
    let _infallible = writeln!(out, ",title={title}::{message}");
}

/// What stands after the second `::`.
struct Message(String);

impl Message {
    fn of(text: &str) -> Self {
        Self(text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
    }
}

impl Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands between commas.
struct Property(String);

impl Property {
    fn of(text: &str) -> Self {
        Self(Message::of(text).0.replace(':', "%3A").replace(',', "%2C"))
    }
}

impl Display for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Source, Span};

    #[test]
    fn what_would_end_a_property_or_a_command_is_escaped() {
        let source = Source::new("src/a, b: 100%.md", "one\ntwo\n");
        let finding = Finding::new(
            &judge::rules::missing_section::RULE,
            Place::new(&source, Span::new(4, 7)),
            "50%, ::error",
        )
        .note("a note")
        .help("write `x: y`");
        let expected = "::warning file=src/a%2C b%3A 100%25.md,line=2,endLine=2,col=1,endColumn=4,\
                        title=missing-section::50%25, ::error%0A%0Anote: a note%0Ahelp: write `x: y`\n";
        assert_eq!(render(&[finding], &[], &DisplayPaths::default()), expected);
    }

    #[test]
    fn columns_are_left_out_over_several_lines() {
        let source = Source::new("src/a.md", "one\ntwo\n");
        let mut finding = Finding::new(
            &judge::rules::missing_section::RULE,
            Place::new(&source, Span::new(0, 7)),
            "x",
        );
        finding.level = Level::Deny;
        let expected = "::error file=src/a.md,line=1,endLine=2,title=missing-section::x\n";
        assert_eq!(render(&[finding], &[], &DisplayPaths::default()), expected);
    }
}
