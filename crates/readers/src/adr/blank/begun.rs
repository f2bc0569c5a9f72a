//! The first entry of a change log that a template begins.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::inline::Inlines;
use text::markdown::outline::Section;
use text::source::Span;
use words::date;

use super::Filling;
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::text::Line;

/// The day of a log's first entry, which a template leaves open: `* {date}: {change}`, a cell `YYYY-MM-DD`.
pub(super) fn begun(document: &Document, log: &Labelled, filling: Filling<'_>) -> Option<TextEdit> {
    let blocks = &document.blocks;
    let is_it = |section: &&Section| {
        blocks[section.block].heading().is_some_and(|heading| heading.text.span == log.label)
    };
    let section = document.outline.sections.iter().find(is_it)?;
    let span = blocks[section.body.clone()].iter().find_map(|block| match &block.kind {
        BlockKind::List(list) => open_day(list.items.first()?.text()?),
        BlockKind::Table(table) => {
            let is_date = |cell: &Inlines| LabelKind::of(&cell.plain()) == Some(LabelKind::Date);
            let column = table.header.cells.iter().position(is_date)?;
            open_day(table.rows.first()?.cells.get(column)?)
        }
        _ => None,
    })?;
    // `\{date\}`
    let escaped = document.source.text()[..span.start].ends_with('\\');
    let span = Span::new(span.start - usize::from(escaped), span.end);
    Some(TextEdit::replace(span, filling.date))
}

/// Where a text begins with the place of a date.
fn open_day(text: &Inlines) -> Option<Span> {
    let line = Line::of(text);
    let found =
        date::first(&line.text).filter(|found| found.reading == date::Reading::Placeholder)?;
    let leads = !line.text[..found.span.start].contains(char::is_alphanumeric);
    leads.then(|| line.span(found.span))
}
