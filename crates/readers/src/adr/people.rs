//! Names and keywords: lists, comma strings, and what templates leave behind.

use super::record::Sourced;
use super::text::Line;
use super::value::Labelled;
use words::fold;

/// The names or keywords of a statement.
pub(super) fn listed(statement: &Labelled) -> Vec<Sourced<String>> {
    let mut found = Vec::new();
    for line in &statement.lines {
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
            found.push(Sourced::new(text.to_owned(), span, statement.origin));
        }
    }
    found
}

/// A template's request: several words that begin in lower case.
fn asks(text: &str) -> bool {
    text.split_whitespace().count() > 2 && text.starts_with(char::is_lowercase)
}
