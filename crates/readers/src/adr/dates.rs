//! Which of a record's dates is its date.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::source::Span;
use words::date;
use words::date::{Date, Order, Reading};
use words::{ClauseRole, Placeholder, Vocabulary};

use super::label::LabelKind;
use super::labelled_value::Labelled;
use super::record::{Origin, Sourced};
use super::text::Line;

/// The first date of each statement.
pub(super) fn stated<'s>(statements: impl Iterator<Item = &'s Labelled>) -> Vec<Sourced<Reading>> {
    statements
        .filter_map(|statement| {
            let found: Vec<(Reading, Span)> = statement
                .lines
                .iter()
                .flat_map(|inlines| {
                    let line = Line::of(inlines);
                    let mut dates = date::find(&line.text);
                    let told = |found: &date::Found| !is_to_come(&line.text[..found.span.start]);
                    dates.truncate(dates.iter().take_while(|found| told(found)).count());
                    let dates = dates.into_iter();
                    dates.map(|found| (found.reading, line.span(found.span))).collect::<Vec<_>>()
                })
                .collect();
            // A template's words may still stand in front of the date or behind it.
            let filled = found.iter().find(|(reading, _)| !reading.is_placeholder());
            let &(reading, span) = filled.or(found.first())?;
            Some(Sourced::new(reading, span, statement.origin))
        })
        .collect()
}

/// Whether a day behind these words is none on which something happened: `TBD (target 2024-06-01)`, `not 2024-06-01`,
/// `planned for 2024-06-01`.
fn is_to_come(before: &str) -> bool {
    // Shorter ones are days of the week as well: `ne 3. 3. 2024`.
    const SHORTEST: usize = 3;
    const LIMITS: [ClauseRole; 4] =
        [ClauseRole::Negation, ClauseRole::Condition, ClauseRole::Possibility, ClauseRole::Plan];
    let words = Vocabulary::known();
    let is_open = words.starts(Placeholder::Todo, before.trim_start()).is_some();
    let mut last = before.split_whitespace().rev();
    let mut leading = last.next().unwrap_or_default();
    if words.is(ClauseRole::Purpose, leading) {
        leading = last.next().unwrap_or_default();
    }
    let leading = leading.trim_start_matches(['(', '[', '*', '_']);
    let counts = leading.chars().count() >= SHORTEST && leading.ends_with(char::is_alphabetic);
    is_open || counts && LIMITS.iter().any(|&role| words.is(role, leading))
}

/// Whether a text is a date and nothing else but words that lead to one: `since 2024-03-05`.
pub(super) fn stands_alone(text: &str) -> bool {
    let words = Vocabulary::known();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut dated = false;
    while !rest.is_empty() {
        let date = date::at_start(rest);
        dated |= date.is_some();
        let role = [ClauseRole::Time, ClauseRole::LeadIn].into_iter();
        let glue = role.filter_map(|role| words.starts(role, rest)).map(|found| found.len);
        let Some(len) = date.map(|date| date.span.end).or_else(|| glue.max()) else {
            return false;
        };
        rest = rest[len..].trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    dated
}

/// The orders of day and month that the dates of a record prove.
pub(super) fn orders(statements: &[Labelled]) -> Vec<Order> {
    let lines = statements.iter().flat_map(|statement| &statement.lines);
    let dates = lines.flat_map(|line| date::find(&Line::of(line).text));
    dates.filter_map(|found| found.order).collect()
}

/// The latest date of a record's own change log; none when the latest is not known.
pub(super) fn latest_change(statements: &[Labelled], document: &Document) -> Option<Sourced<Date>> {
    let logs = statements.iter().filter(|statement| statement.key == LabelKind::ChangeLog);
    let written: Vec<Inlines> =
        logs.clone().flat_map(|log| &log.lines).flat_map(Inlines::lines).collect();
    let lines: Vec<Line<'_>> = written.iter().map(Line::of).collect();
    let tables: Vec<Line<'_>> = logs.flat_map(|log| cells(document, log.label)).collect();
    let mut dates: Vec<(date::Found, Span)> = Vec::new();
    for line in lines.iter().chain(&tables) {
        if let Some(found) = date::first(&line.text) {
            let span = line.span(found.span.clone());
            dates.push((found, span));
        }
    }
    let order = date::resolve(dates.iter().map(|(found, _)| found));
    let known = |reading: Reading| match order {
        Some(order) => reading.ordered(order),
        None => reading.exact(),
    };
    let read = dates.iter().filter_map(|(found, span)| Some((known(found.reading)?, *span)));
    let (latest, span) = read.max_by_key(|&(date, _)| date)?;
    let may_be_later = dates.iter().any(|(found, _)| match found.reading {
        Reading::Ambiguous { day_first, month_first } if order.is_none() => {
            day_first.max(month_first) > latest
        }
        _ => false,
    });
    (!may_be_later).then(|| Sourced::new(latest, span, Origin::ChangeLog))
}

/// The cells of the tables in the section with this heading, and the headings below it.
fn cells(document: &Document, heading: Span) -> Vec<Line<'_>> {
    let sections = &document.outline.sections;
    let Some(at) = sections.iter().position(|section| section.heading.contains(heading)) else {
        return Vec::new();
    };
    let body = &document.blocks[sections[at].body.clone()];
    let below = sections[at + 1..sections[at].subtree.max(at + 1)].iter();
    let headings = below.filter_map(|section| document.blocks[section.block].heading());
    let rows = body.iter().filter_map(|block| match block {
        Block { kind: BlockKind::Table(table), .. } => Some(&table.rows),
        _ => None,
    });
    let cells = rows.flatten().flat_map(|row| &row.cells);
    cells.chain(headings.map(|heading| &heading.text)).map(Line::of).collect()
}
