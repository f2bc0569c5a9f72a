//! Where a record's file has the value of a label, for whoever writes another one there.

use text::markdown::Document;
use text::source::{Source, Span};

use super::record::Origin;
use super::value::Labelled;

/// Where the value of a label stands: its section's lines, its cell, or the rest of its line, less what ends
/// that; none where it cannot be told.
pub(super) fn of(document: &Document, statement: &Labelled) -> Option<Span> {
    let source = &document.source;
    let last = statement.lines.iter().map(|line| line.span.end).max();
    let line = source.line_span(source.line(statement.label.start));
    if statement.origin == Origin::Section {
        let first = statement.lines.iter().map(|line| line.span.start).min();
        let end = line.start + source.slice(line).trim_end().len();
        return Some(match (first, last) {
            (Some(first), Some(last)) => Span::new(first, last),
            _ => Span::at(end),
        });
    }
    if statement.origin == Origin::Table {
        return cell(source, statement);
    }
    let end = line.end.max(last.unwrap_or_default());
    let text = source.slice(Span::new(statement.label.end, end));
    let start = text.find(|c: char| !c.is_whitespace() && !"*_`:：\"'".contains(c));
    let quote = start.is_some_and(|start| text[..start].ends_with(['"', '\'']));
    let start =
        start.map_or_else(|| text.trim_end().len(), |start| if quote { start - 1 } else { start });
    let value = &text[start..];
    let value = match statement.origin {
        Origin::FrontMatter => value.split(" #").next().unwrap_or_default(),
        _ => value.trim_end().trim_end_matches('\\'),
    };
    let start = statement.label.end + start;
    Some(Span::new(start, start + value.trim_end().len()))
}

/// The cell of a value: that of its first word, or an empty one beside the label.
fn cell(source: &Source, statement: &Labelled) -> Option<Span> {
    let first = statement.lines.first().map(|line| line.span.start);
    let at = first.unwrap_or(statement.label.end);
    let line = source.line_span(source.line(at));
    let (before, behind) = (Span::new(line.start, at), Span::new(at, line.end));
    let start = match first {
        Some(_) => line.start + source.slice(before).rfind('|')? + 1,
        None => at + source.slice(behind).find('|')? + 1,
    };
    let cell = source.slice(Span::new(start, line.end)).split('|').next()?;
    let cell = cell.trim_end_matches(['\r', '\n']);
    (first.is_some() || cell.trim().is_empty()).then(|| Span::new(start, start + cell.len()))
}
