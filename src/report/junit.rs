//! `JUnit` XML, which most build servers show. A rule that found something in a file is a test case.
//!
//! Format: the Jenkins xunit plug-in's `junit-10.xsd`. A denied finding is a failure; any other is a
//! skipped test, so that the server says of the run what our exit code says. What could not be read is an error.

use std::fmt::Write as _;

use judge::finding::Finding;
use judge::level::Level;
use text::source::Place;

use super::unread::Unread;

/// The report, with a line break at its end.
pub(crate) fn render(findings: &[Finding], unread: &[Unread]) -> String {
    let denied = findings.iter().filter(|finding| finding.level == Level::Deny).count();
    // Without any test case, servers take a report for broken.
    let tests = (findings.len() + unread.len()).max(1);
    let counts = format!("tests=\"{tests}\" failures=\"{denied}\"");
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let _infallible = writeln!(out, "<testsuites name=\"archdoc\" {counts}>");
    let (errors, skipped) = (unread.len(), findings.len() - denied);
    let _infallible = writeln!(
        out,
        "  <testsuite name=\"archdoc\" {counts} errors=\"{errors}\" skipped=\"{skipped}\">"
    );
    for finding in findings {
        case(&mut out, finding);
    }
    for unread in unread {
        not_read(&mut out, unread);
    }
    if findings.is_empty() && unread.is_empty() {
        out.push_str("    <testcase name=\"no findings\" classname=\"archdoc\" time=\"0\"/>\n");
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

fn case(out: &mut String, finding: &Finding) {
    let path = finding.place.source.path();
    let (rule, at) = (finding.rule.name, finding.place.start());
    begin(out, rule, &finding.place);
    let message = escaped(&finding.message);
    let _infallible = match finding.level {
        Level::Deny => writeln!(
            out,
            "      <failure message=\"{message}\" type=\"{rule}\">{}</failure>",
            escaped(&format!("{path}:{}:{}\n{}", at.line, at.column, finding.full_text()))
        ),
        Level::Warn | Level::Allow => writeln!(out, "      <skipped message=\"{message}\"/>"),
    };
    out.push_str("    </testcase>\n");
}

fn not_read(out: &mut String, unread: &Unread) {
    begin(out, Unread::NAME, &unread.place);
    let (message, text) = (escaped(&unread.message), escaped(&unread.full_text()));
    let name = Unread::NAME;
    let _infallible =
        writeln!(out, "      <error message=\"{message}\" type=\"{name}\">{text}</error>");
    out.push_str("    </testcase>\n");
}

/// The beginning of a test case, which is called by what is told and where.
fn begin(out: &mut String, told: &str, place: &Place) {
    let (path, at) = (place.source.path(), place.start());
    let name = escaped(&format!("{told} {path}:{}:{}", at.line, at.column));
    let class = escaped(path);
    let _infallible =
        writeln!(out, "    <testcase name=\"{name}\" classname=\"{class}\" time=\"0\">");
}

/// Text for an attribute or an element: what XML 1.0 cannot hold becomes a replacement character.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _infallible = write!(out, "&#{};", u32::from(character));
            }
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::{Source, Span};

    #[test]
    fn failures_are_denied_findings_and_text_is_escaped() {
        let source = Source::new("src/a&b.md", "one\n");
        let place = Place::new(&source, Span::new(0, 3));
        let warned = Finding::new(
            &judge::rules::missing_section::RULE,
            place.clone(),
            "say \"<x>\"\u{1b}\n",
        );
        let mut denied = Finding::new(&judge::rules::empty_section::RULE, place, "no").help("do");
        denied.level = Level::Deny;
        let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"archdoc\" tests=\"2\" failures=\"1\">
  <testsuite name=\"archdoc\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">
    <testcase name=\"missing-section src/a&amp;b.md:1:1\" classname=\"src/a&amp;b.md\" time=\"0\">
      <skipped message=\"say &quot;&lt;x&gt;&quot;\u{fffd} \"/>
    </testcase>
    <testcase name=\"empty-section src/a&amp;b.md:1:1\" classname=\"src/a&amp;b.md\" time=\"0\">
      <failure message=\"no\" type=\"empty-section\">src/a&amp;b.md:1:1&#10;no&#10;&#10;help: do</failure>
    </testcase>
  </testsuite>
</testsuites>
";
        assert_eq!(render(&[warned, denied], &[]), expected);
    }

    #[test]
    fn a_clean_book_is_one_test_that_passed() {
        assert!(render(&[], &[]).contains("tests=\"1\" failures=\"0\""));
    }
}
