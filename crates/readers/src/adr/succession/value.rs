//! A status that is the value of something: of a label, a cell, a key, a paragraph.

use text::edit::TextEdit;
use text::markdown::field::split_label;
use text::markdown::front_matter;
use text::markdown::inlines;
use text::source::{Source, Span};
use text::wording::capitalized;
use words::date::{self, Found};
use words::{Answer, Language, Status, Vocabulary};

use super::sign::{sign_of_strong, sign_start, signed, strong};
use super::{Former, Succession, cased};
use crate::adr::value_place::{piece_end, rest_of_cell};

/// A word of state in the language and the capitals of the one that stands at a place, where those are others.
pub(super) fn as_there(word: &str, there: &str) -> Option<String> {
    let known = Vocabulary::known();
    let new = known.whole::<Status>(word)?;
    let old = known.whole::<Status>(there)?;
    let shared = old.languages.iter().any(|language| new.languages.contains(language));
    let english = Some(Language::ENGLISH).filter(|english| old.languages.contains(*english));
    let other = english.or_else(|| old.languages.iter().next()).filter(|_| !shared);
    let translated = other.and_then(|language| Vocabulary::wording(new.meaning, language));
    let upper = there.len() > 1 && !there.contains(char::is_lowercase);
    let word = translated.unwrap_or(word);
    if upper { Some(word.to_uppercase()) } else { translated.map(capitalized) }
}

/// A paragraph that says nothing but the status.
pub(super) fn alone(
    source: &Source,
    paragraph: Span,
    word: Span,
    wording: Succession<'_>,
) -> Option<TextEdit> {
    let text = source.text();
    let strong = sign_of_strong(text, word.start).map(|sign| sign.start);
    let first = strong.unwrap_or_else(|| sign_start(text, word.start));
    let before = &text[paragraph.start..first.max(paragraph.start)];
    let after = &text[word.end..paragraph.end];
    let bare = |rest: &str| rest.chars().all(|c| matches!(c, '*' | '_' | '.' | ' '));
    let line = signed(source, word, wording);
    (bare(before) && bare(after)).then(|| TextEdit::replace(paragraph, line))
}

/// A paragraph that says nothing but the status and its day: `Accepted — 2024-03-05`.
pub(super) fn with_day(
    source: &Source,
    paragraph: Span,
    word: Span,
    wording: Succession<'_>,
) -> Option<TextEdit> {
    let Former::Told(_) = wording.former else { return None };
    let text = source.text();
    let start = sign_start(text, word.start).max(paragraph.start);
    let mark = &text[paragraph.start..start];
    let rest = text[word.end..paragraph.end].strip_prefix(mark)?;
    if !mark.chars().all(|c| matches!(c, '*' | '_')) || day_behind(rest).is_none() {
        return None;
    }
    let line = format!("{mark}{}{mark}", signed(source, word, wording));
    let new = if wording.behind.is_empty() {
        wording.former.on_one_line(source.slice(paragraph), &line)
    } else {
        line + wording.behind
    };
    Some(TextEdit::replace(paragraph, new))
}

/// `* Status: accepted`, `**Status:** Accepted`, or an item that is the status.
pub(super) fn on_line(source: &Source, word: Span, wording: Succession<'_>) -> Option<TextEdit> {
    let text = source.text();
    let line = source.line_span(source.line(word.start));
    if word.end > line.end {
        return None;
    }
    let next = source.slice(source.line_span(source.line(word.start) + 1)).trim();
    let whole = source.slice(line);
    let broken = whole.ends_with("  ") || whole.ends_with('\\');
    let end = piece_end(source, word.start);
    let is_last = end == line.start + whole.trim_end().len();
    if is_last && !broken && continues(next) {
        return None;
    }
    let end = word.start + text[word.start..end].trim_end_matches('\\').trim_end().len();
    let end = end.max(word.end);
    // What is separated without a label may be of another kind.
    if text[word.end..end].contains(['|', '•', '·']) {
        return None;
    }
    value(source, word, end, wording)
}

/// Whether a line carries on what the one before it says.
fn continues(line: &str) -> bool {
    let begins = ['-', '*', '+', '|', '#', '>', '<', '=', '`', '~'];
    let starts_another = line.is_empty()
        || line.starts_with(begins)
        || line.starts_with(|c: char| c.is_ascii_digit());
    !starts_another && split_label(&inlines(line, 0)).is_none()
}

/// A cell of a table.
pub(super) fn in_cell(source: &Source, word: Span, wording: Succession<'_>) -> Option<TextEdit> {
    let line = source.line_span(source.line(word.start));
    let rest = source.slice(Span::new(word.end, line.end));
    let cell = rest_of_cell(rest);
    if cell.contains('|') {
        return None;
    }
    let line = wording.line.replace('|', "\\|");
    value(source, word, word.end + cell.trim_end().len(), Succession { line: &line, ..wording })
}

/// `status: accepted  # one of three`, `status = "accepted"`
pub(super) fn in_front_matter(source: &Source, word: Span, line: &str) -> Option<TextEdit> {
    let notation = front_matter::read(source.text())?.notation;
    let whole = source.line_span(source.line(word.start));
    let before = source.slice(Span::new(whole.start, word.start));
    let (_, before) = before.rsplit_once(notation.separator())?;
    let after = source.slice(Span::new(word.end, whole.end));
    let line = cased(line, source.slice(word));
    let (quote, rest) = match (before.trim_start(), after.chars().next()) {
        ("", _) => (None, after),
        ("\"", Some('"')) => (Some('"'), &after[1..]),
        ("'", Some('\'')) => (Some('\''), &after[1..]),
        _ => return None,
    };
    let comment = rest.trim_start();
    let spaced = comment.len() < rest.len();
    if !(comment.is_empty() || comment.starts_with('#') && spaced) {
        return None;
    }
    let plain = !line.contains(": ") && !line.contains(" #") && !line.ends_with(':');
    let line = match quote {
        Some(quote) => (!line.contains([quote, '\\'])).then_some(line),
        None if plain => Some(line),
        // A colon would begin a value of its own.
        None => (!line.contains(['"', '\\'])).then(|| format!("\"{line}\"")),
    };
    Some(TextEdit::replace(word, line?))
}

/// The day that stands behind a word with nothing but signs around it, `, 2024-03-05` or ` (2024-03-05)`: what is
/// before it, the day, and what closes it.
pub fn day_behind(rest: &str) -> Option<(&str, Found, &str)> {
    let sign = |c| matches!(c, ' ' | ',' | '(' | '–' | '—' | '-' | '·' | '（' | '，');
    let found = date::first(rest)?;
    let (before, after) = (&rest[..found.span.start], &rest[found.span.end..]);
    let closes = matches!(after, "" | ")" | "）" | "." | ").");
    (closes && before.chars().all(sign)).then_some((before, found, after))
}

/// Where a word begins that says no more than that a state holds now, right behind a label: `Status: Currently accepted`.
/// At the state where it has none.
fn since_now(before: &str) -> Option<usize> {
    let said = before.trim_end();
    let start = said
        .rfind(|c: char| !(c.is_alphabetic() || c == ' '))
        .map_or(0, |at| at + said[at..].chars().next().map_or(1, char::len_utf8));
    let word = said[start..].trim_start();
    let is_now = Vocabulary::known().is(Answer::SoFar, word) && said[..start].contains([':', '：']);
    (is_now && said.len() < before.len()).then(|| said.len() - word.len())
}

/// The value from the word, or its sign, to `end`: replaced where it says no more, else kept beside the new one.
fn value(source: &Source, word: Span, end: usize, wording: Succession<'_>) -> Option<TextEdit> {
    let text = source.text();
    let line = source.line_span(source.line(word.start)).start;
    if let Some(now) = since_now(&text[line..word.start]) {
        let both = Span::new(line + now, word.end);
        return value(source, both, end, wording);
    }
    if let Some(sign) = sign_of_strong(text, word.start) {
        return strong(source, (sign, word, end), wording);
    }
    let start = sign_start(text, word.start);
    let rest = &text[word.end..end];
    let line = signed(source, word, wording) + wording.behind;
    let dated = !wording.behind.is_empty() && day_behind(rest).is_some();
    let before = &text[source.line_span(source.line(start)).start..start];
    if dated && date::first(before).is_some() {
        return Some(TextEdit::replace(Span::at(end), format!("; {line}")));
    }
    if dated {
        return Some(TextEdit::replace(Span::new(start, end), line));
    }
    let in_code = rest == "`" && text[..start].ends_with('`');
    if in_code {
        // A link in code is none.
        let whole = if line.contains("](") {
            Span::new(start - 1, end)
        } else {
            Span::new(start, word.end)
        };
        return Some(TextEdit::replace(whole, line));
    }
    if rest.chars().all(|c| matches!(c, '*' | '_')) {
        return Some(TextEdit::replace(Span::new(start, word.end), line));
    }
    // `[accepted]`, as it stood in the template; a link has brackets of its own.
    if rest == "]" && text[..start].ends_with('[') {
        let within = Span::new(start, word.end);
        let whole = Span::new(start - 1, end);
        return Some(TextEdit::replace(if line.contains('[') { whole } else { within }, line));
    }
    if rest == "." {
        return Some(TextEdit::replace(Span::new(start, end), line));
    }
    // Marks that open or close here would cross what is put around it.
    let old = match wording.former {
        Former::Struck => &text[start..end],
        // The sign goes with the status that counts.
        _ => &text[word.start..end],
    };
    let within = text[..start].ends_with(['*', '_'])
        && !rest.is_empty()
        && text[..start].trim_end().len() == start;
    let new = || wording.former.on_one_line(old, &line);
    (!within && !wording.former.crosses(old))
        .then(|| TextEdit::replace(Span::new(start, end), new()))
}

#[cfg(test)]
mod tests {
    use super::super::restate;
    use super::super::tests::{LINE, changed, restated, saying};
    use super::*;
    use crate::adr::status;

    #[test]
    fn a_status_in_two_lines_is_left_to_the_author() {
        let body = "\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n";
        for status in ["Status: foo\n1 bar", "Status: accept#x\n #c ed"] {
            let text = format!("# 7. Split\n\n{status}{body}");
            let wording = restated(&text, "Deprecated", status::Status::Deprecated);
            assert_eq!(wording, None, "{status}");
            let source = Source::new("a.md", text.as_str());
            let start = text.find(": ").unwrap() + 2;
            let word = Span::new(start, text.find("\n\n## Context").unwrap());
            let wording = saying(LINE);
            assert!(on_line(&source, word, wording).is_none(), "{status}");
        }
    }

    #[test]
    fn a_day_behind_the_word_makes_room_for_the_new_one() {
        let new = |status: &str| {
            let text = format!("# 7. Split\n\n{status}\n\n## Context\n\nLate.\n");
            let wording =
                Succession { behind: ", 2025-02-11", dated: true, ..saying("Deprecated") };
            let status = status::Status::Deprecated;
            let text = changed(&text, |record, own| restate(record, wording, status, own)).unwrap();
            text.lines().nth(2).unwrap_or_default().to_owned()
        };
        for (old, expected) in [
            ("**Status:** Accepted, 2024-03-05", "**Status:** Deprecated, 2025-02-11"),
            ("Status: accepted (2024-03-05)", "Status: deprecated, 2025-02-11"),
            ("* Status: Accepted", "* Status: Deprecated, 2025-02-11"),
            ("**Status:** Currently accepted", "**Status:** Deprecated, 2025-02-11"),
            ("Status: currently accepted", "Status: deprecated, 2025-02-11"),
            (
                "| Status | Accepted (2024-03-05) |\n|---|---|",
                "| Status | Deprecated, 2025-02-11 |",
            ),
            (
                "Status: Proposed, 2024-01-08; Accepted 2024-03-05",
                "Status: Proposed, 2024-01-08; Accepted 2024-03-05; Deprecated, 2025-02-11",
            ),
            ("Status: Accepted (by vote)", "Status: ~~Accepted (by vote)~~ Deprecated, 2025-02-11"),
            ("Status: Accepted\nDate: 2024-03-05", "Status: Deprecated"),
        ] {
            assert_eq!(new(old), expected, "{old}");
        }
    }

    #[test]
    fn a_cell_with_a_bar_of_its_own_is_left_to_the_author() {
        let text = "| Status | Accepted \\| by vote |\n";
        let source = Source::new("a.md", text);
        let start = text.find("Accepted").unwrap();
        let wording = saying(LINE);
        assert!(in_cell(&source, Span::new(start, start + 8), wording).is_none());
    }
}
