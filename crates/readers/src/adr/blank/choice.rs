//! Statuses to tick: `- [ ] Proposed (date: YYYY-MM-DD)`, an item for each.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::inline::Inlines;
use text::source::Span;
use words::date::{self, Reading};

use super::Filling;
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::status::{self, OwnWords, Status};
use crate::adr::text::Line;

/// The inside of the box before each line of a status; none unless all have one.
pub(super) fn boxes(document: &Document, statement: &Labelled) -> Option<Vec<Span>> {
    let several = statement.key == LabelKind::Status && statement.lines.len() > 1;
    let boxes = || statement.lines.iter().map(|line| box_before(document, line)).collect();
    several.then(boxes).flatten()
}

/// Ticks the item of the status, and no other, and fills its day in. Nothing where no item has it: then the
/// author has to tick one.
pub(super) fn ticked(
    document: &Document,
    statement: &Labelled,
    filling: Filling<'_>,
    own: &OwnWords,
) -> Vec<TextEdit> {
    let boxes = boxes(document, statement).unwrap_or_default();
    let wanted = status::at_start(filling.status, own).map(|(status, _)| status);
    let states = statement.lines.iter().map(|line| stated(line, own)).collect::<Vec<_>>();
    let Some(chosen) = states.iter().position(|state| state.is_some() && *state == wanted) else {
        return Vec::new();
    };
    let tick = |(index, &at): (usize, &Span)| {
        TextEdit::replace(at, if index == chosen { "x" } else { " " })
    };
    let day = open_day(&statement.lines[chosen]);
    let day = day.map(|at| TextEdit::replace(at, filling.date));
    boxes.iter().enumerate().map(tick).chain(day).collect()
}

/// The one sign in the brackets before a line.
fn box_before(document: &Document, line: &Inlines) -> Option<Span> {
    let source = &document.source;
    let start = source.line_span(source.line(line.span.start)).start;
    let before = source.slice(Span::new(start, line.span.start)).trim_end().strip_suffix(']')?;
    let inside = before.chars().next_back().filter(|c| matches!(c, ' ' | 'x' | 'X'))?;
    let end = start + before.len();
    before.ends_with(&format!("[{inside}")).then(|| Span::new(end - inside.len_utf8(), end))
}

fn stated(line: &Inlines, own: &OwnWords) -> Option<Status> {
    let text = line.plain();
    let start = text.find(char::is_alphanumeric)?;
    status::at_start(&text[start..], own).map(|(status, _)| status)
}

/// Where a line has the place of a date.
fn open_day(line: &Inlines) -> Option<Span> {
    let line = Line::of(line);
    let found =
        date::find(&line.text).into_iter().find(|one| one.reading == Reading::Placeholder)?;
    Some(line.span(found.span))
}
