//! One more record beside those of the same kind, in the form of their place.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::front_matter::{Notation, Value};
use text::source::{Source, Span};

use crate::adr::record::Record;
use crate::adr::relation::RelationKind;
use crate::adr::value_place::rest_of_cell;

use super::Other;
use super::front_value::{as_item, list_around};

/// One more beside those of the same kind: `Amends [3](…), [5](…)`.
pub(super) fn another(
    document: &Document,
    record: &Record,
    kind: RelationKind,
    other: Other<'_>,
) -> Option<TextEdit> {
    let source = &record.source;
    let last = record.related(kind).map(|relation| relation.span).max_by_key(|span| span.end)?;
    let line = source.line_span(source.line(last.start));
    let rest = source.slice(Span::new(last.end.min(line.end), line.end));
    let front = document.front_matter.as_ref().filter(|front| front.span.contains(last));
    if let Some(list) = front
        .filter(|front| front.notation == Notation::Toml)
        .and_then(|front| list_around(front, last))
    {
        return another_item(source, list, other.value);
    }
    if front.is_some() {
        let before = source.slice(Span::new(line.start, last.start));
        return another_value(source, before, last, other.value);
    }
    let cell = rest_of_cell(rest);
    // Behind a remark it would look like a part of that.
    let closes = |c: char| c.is_whitespace() || matches!(c, '.' | '*' | '_' | '"' | '\'' | '\\');
    let edit = || TextEdit::replace(Span::at(last.end), format!(", {}", other.link));
    cell.chars().all(closes).then(edit)
}

/// One more behind the last item of a list of TOML, where it is of the type of that.
fn another_item(source: &Source, last: &Value, value: &str) -> Option<TextEdit> {
    let item = as_item(Notation::Toml, value);
    let is_text = |written: &str| written.starts_with(['"', '\'']);
    let alike = last.as_str().is_some() && is_text(source.slice(last.span)) == is_text(&item);
    alike.then(|| TextEdit::replace(Span::at(last.span.end), format!(", {item}")))
}

/// One more in the front matter: behind the last of a line, or as an item below it. `before` is what stands before
/// the last on its line.
fn another_value(source: &Source, before: &str, last: Span, value: &str) -> Option<TextEdit> {
    let line = source.line_span(source.line(last.start));
    let value = value.trim_matches(['[', ']']);
    let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    let mark = open_quote(before);
    // Between quotation marks none of its own may stand.
    let inside = |mark: char| {
        let bare = bare.unwrap_or(value);
        (!bare.contains([mark, '\\'])).then_some(bare)
    };
    if before.trim_start().starts_with('-') {
        let item = match mark {
            Some(mark) => format!("{before}{}{mark}", inside(mark)?),
            None => format!("{before}{value}"),
        };
        let end = line.start + source.slice(line).trim_end().len();
        return Some(TextEdit::replace(Span::at(end), format!("{}{item}", source.newline())));
    }
    let rest = source.slice(Span::new(last.end.min(line.end), line.end));
    let in_list = in_brackets(before) && mark.is_none_or(|mark| closes_list(rest, mark));
    let (at, value) = match mark {
        Some(mark) if in_list => (last.end + mark.len_utf8(), value),
        Some(mark) => (last.end, inside(mark)?),
        None if in_list => (last.end, value),
        // In the midst of plain words the marks would be words themselves.
        None => (last.end, bare.unwrap_or(value)),
    };
    Some(TextEdit::replace(Span::at(at), format!(", {value}")))
}

/// Whether the value of a key begins with a bracket.
fn in_brackets(before: &str) -> bool {
    before.split_once(':').is_some_and(|(_, value)| value.trim_start().starts_with('['))
        || before.contains(": [")
}

/// Whether a value ends here, and the list that it is the last of.
fn closes_list(rest: &str, mark: char) -> bool {
    rest.strip_prefix(mark).is_some_and(|rest| rest.trim_start().starts_with(']'))
}

/// The quotation mark of a value of YAML that is open behind a text.
fn open_quote(text: &str) -> Option<char> {
    let mut open = None;
    let mut last = ' ';
    for c in text.chars() {
        let begins = last.is_whitespace() || matches!(last, '[' | '{' | ',');
        match open {
            Some(mark) if mark == c && last != '\\' => open = None,
            None if matches!(c, '"' | '\'') && begins => open = Some(c),
            _ => {}
        }
        last = c;
    }
    open
}

#[cfg(test)]
mod tests {
    use super::super::tests::changed;
    use super::super::{Relating, relate};
    use super::*;

    /// A record that says what it amends, and what it says once it amends one more.
    #[track_caller]
    fn amends_one_more(before: &str, value: &str, after: Option<&str>) {
        let text = |amends: &str| {
            format!(
                "---\namends: {amends}\nstatus: accepted\n---\n\n# 7. Split\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
            )
        };
        let related = changed(&text(before), |record, own| {
            let link = "[ADR-8](0008-stream.md)";
            let other = Other { link, value, key: None, like: None };
            let related =
                Relating { kind: RelationKind::Amends, words: "Amends", other, heading: "Links" };
            relate(record, related, own)
        });
        let related = related.expect("a place");
        let front = Document::parse(&Source::new("a.md", related.as_str())).front_matter.unwrap();
        assert!(front.problem.is_none(), "{related}");
        match after {
            Some(after) => assert_eq!(related, text(after), "{before}"),
            None => assert!(related.starts_with(&text(before)), "below the text: {related}"),
        }
    }

    #[test]
    fn one_more_stands_in_the_quotation_marks_that_are_there() {
        let link = "\"[ADR-8](0008-stream.md)\"";
        for (before, value, after) in [
            ("\"[Log](0003-log.md)\"", link, "\"[Log](0003-log.md), [ADR-8](0008-stream.md)\""),
            ("'ADR-3'", link, "'ADR-3, [ADR-8](0008-stream.md)'"),
            ("ADR-3", link, "ADR-3, [ADR-8](0008-stream.md)"),
            ("[ADR-3]", link, "[ADR-3, \"[ADR-8](0008-stream.md)\"]"),
            (
                "[\"[Log](0003-log.md)\"]",
                link,
                "[\"[Log](0003-log.md)\", \"[ADR-8](0008-stream.md)\"]",
            ),
            (
                "\n  - \"[Log](0003-log.md)\"",
                link,
                "\n  - \"[Log](0003-log.md)\"\n  - \"[ADR-8](0008-stream.md)\"",
            ),
            ("\n  - ADR-3", link, "\n  - ADR-3\n  - \"[ADR-8](0008-stream.md)\""),
            ("\n  - 'ADR-3'", "ADR-8", "\n  - 'ADR-3'\n  - 'ADR-8'"),
            ("\"\"", "ADR-8", "ADR-8"),
            ("''  # none", link, "\"[ADR-8](0008-stream.md)\"  # none"),
        ] {
            amends_one_more(before, value, Some(after));
        }
    }

    #[test]
    fn front_matter_that_is_yaml_stays_yaml() {
        // A colon would begin a value of its own.
        amends_one_more("ADR-3", "\"[ADR-8: stream](0008-stream.md)\"", None);
    }
}
