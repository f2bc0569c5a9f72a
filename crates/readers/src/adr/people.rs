//! Names and keywords: lists, comma strings, and what templates leave behind.

use super::labelled_value::Labelled;
use super::record::{Origin, Sourced};
use super::text::Line;
use text::markdown::inline::Inlines;
use text::source::Source;
use words::fold;

/// The names of a statement. Quotes keep `"Doe, Jane"` together.
pub(super) fn named(statement: &Labelled, source: &Source) -> Vec<Sourced<String>> {
    let mut found = Vec::new();
    for inlines in &statement.lines {
        let line = Line::of(inlines);
        let span = line.span(0..line.text.len());
        let before = source.text().get(..span.start).unwrap_or_default();
        if before.ends_with(['"', '\'']) && is_one_name(&line.text) {
            found.push(Sourced::new(line.text.trim().to_owned(), span, statement.origin));
        } else {
            found.extend(parts(std::slice::from_ref(inlines), statement.origin));
        }
    }
    found
}

/// `Doe, Jane`.
fn is_one_name(text: &str) -> bool {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let word = |part: &&str| !part.is_empty() && !part.contains(char::is_whitespace);
    parts.len() == 2 && parts.iter().all(word)
}

/// The keywords of a statement.
pub(super) fn listed(statement: &Labelled) -> Vec<Sourced<String>> {
    parts(&statement.lines, statement.origin)
}

fn parts(lines: &[Inlines], origin: Origin) -> Vec<Sourced<String>> {
    let mut found = Vec::new();
    for line in lines {
        let line = Line::of(line);
        let mut at = 0;
        for part in line.text.split_inclusive([',', ';', '、', '，']) {
            let start = at;
            at += part.len();
            let name = part.trim_end_matches([',', ';', '、', '，']);
            let trimmed = fold::trimmed(name);
            let text = &name[trimmed.clone()];
            let text = text.trim_matches(['{', '}', '[', ']']).trim();
            if fold::is_nothing(text) || fold::is_bracketed(&name[trimmed.clone()]) && asks(text) {
                continue;
            }
            let span = line.span(start + trimmed.start..start + trimmed.end);
            found.push(Sourced::new(text.to_owned(), span, origin));
        }
    }
    found
}

/// A template's request: several words that begin in lower case.
fn asks(text: &str) -> bool {
    text.split_whitespace().count() > 2 && text.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::is_one_name;

    #[test]
    fn a_name_with_its_surname_first_is_one() {
        for (text, one) in [
            ("Doe, Jane", true),
            ("Jane Doe, Rick Roe", false),
            ("A, B, C", false),
            ("Doe,", false),
        ] {
            assert_eq!(is_one_name(text), one, "{text}");
        }
    }
}
