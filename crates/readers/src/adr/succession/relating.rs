//! What a record is to another, said where the record says such things.

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::front_matter::Notation;
use text::source::{Source, Span};
use words::{Vocabulary, fold};

use crate::adr::label::LabelKind;
use crate::adr::labelled;
use crate::adr::labelled_value::Labelled;
use crate::adr::record::{Origin, Record, Section};
use crate::adr::relation::RelationKind;
use crate::adr::status::OwnWords;
use crate::adr::value_place::{self, piece_end, start_of_text};

use super::label_form::LabelForm;
use super::precedent::{self, Precedent};
use super::room::end_of_text;
use super::{Other, another, beside, cased, first_that, front_value, has_one_more, history};

/// A relation as it is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Relating<'a> {
    /// What the record is to the other.
    pub kind: RelationKind,
    /// The same in words: `Amends`.
    pub words: &'a str,
    /// The other.
    pub other: Other<'a>,
    /// The heading of a section of links, for a record that has no other place: `Links`.
    pub heading: &'a str,
}

/// The edits after which a record states a relation, and else what it stated before; none where there are no
/// such edits.
pub fn relate(record: &Record, wording: Relating<'_>, own: &OwnWords) -> Option<Vec<TextEdit>> {
    let Relating { kind, words, other, heading } = wording;
    let link = other.link;
    let line = format!("{words} {link}");
    let document = record.file();
    if denies(&document, record, kind) {
        return None;
    }
    let places = [
        another::another(&document, record, kind, other),
        own_place(&document, record, kind, other),
        as_others(&document, record, other),
        other
            .like
            .filter(|(like, _)| **like == Precedent::Beside)
            .and_then(|_| beside_cased(record, &line)),
        among_links(&document, record, &line, true),
        beside_cased(record, &line),
        labelled(record, words, link, None),
        among_links(&document, record, &line, false),
        Some(in_new_section(&document, record, heading, &line)),
    ];
    let status = record.status.as_ref().map(|status| status.value);
    let wanted = |new: &Record| {
        new.status.as_ref().map(|status| status.value) == status && has_one_more(record, new, kind)
    };
    let edits = places.into_iter().flatten().map(|edit| vec![edit]);
    first_that(record, edits, Some(kind), own, wanted)
}

/// The place that a record has for records of a kind, and that says nothing yet: `superseded-by:`,
/// `**Supersedes:** —`.
pub(super) fn own_place(
    document: &Document,
    record: &Record,
    kind: RelationKind,
    other: Other<'_>,
) -> Option<TextEdit> {
    let all = labelled::all(document, 0..document.outline.sections.len());
    let is_open = |one: &&Labelled| {
        one.key == LabelKind::Relation(kind)
            && one.origin != Origin::Section
            && record.span.contains(one.label)
            && one.lines.iter().all(|line| says_none(&line.plain()))
    };
    let Some(place) = all.iter().find(is_open) else {
        let stated = all.iter().any(|one| one.key == LabelKind::Relation(kind));
        return if stated { None } else { new_key(document, record, other) };
    };
    let span = with_marks(&record.source, value_place::of(document, place)?);
    let before = &record.source.text()[..span.start];
    let gap = if before.ends_with([' ', '\t']) { "" } else { " " };
    let new = match place.origin {
        Origin::FrontMatter => {
            let front = document.front_matter.as_ref()?;
            format!("{gap}{}", front_value::in_place(front, place.label, other.value))
        }
        Origin::Table => format!(" {} ", escaped(other.link, Origin::Table)),
        _ => format!("{gap}{}", other.link),
    };
    Some(TextEdit::replace(span, new))
}

/// A value with the marks of emphasis around it: `_n/a_`.
fn with_marks(source: &Source, mut span: Span) -> Span {
    let text = source.text();
    let marked = |span: Span| {
        let mark = text[..span.start].chars().next_back().filter(|mark| ['_', '*'].contains(mark));
        mark.is_some_and(|mark| text[span.end..].starts_with(mark))
    };
    while marked(span) {
        span = Span::new(span.start - 1, span.end + 1);
    }
    span
}

/// A line or an item as most records have it, where the record has its status in the same kind of place.
pub(super) fn as_others(
    document: &Document,
    record: &Record,
    other: Other<'_>,
) -> Option<TextEdit> {
    let (like, value) = other.like?;
    match like {
        Precedent::Line { label, above } => labelled(record, label, value, Some(above)),
        Precedent::Item(item) => {
            let front = document.front_matter.as_ref().filter(|_| record.anchor.is_none())?;
            let (at, text) = precedent::one_more(front, &record.source, item, value)?;
            Some(TextEdit::replace(Span::at(at), text))
        }
        Precedent::Beside => None,
    }
}

/// One more key of the front matter, where the status stands there and most records have the key.
fn new_key(document: &Document, record: &Record, other: Other<'_>) -> Option<TextEdit> {
    let front = document.front_matter.as_ref()?;
    let in_front = record.status.as_ref()?.origin == Origin::FrontMatter;
    let (key, newline) = (other.key?, record.source.newline());
    let value = front_value::of_key(front.notation, other.value);
    let line = match front.notation {
        Notation::Yaml => format!("{key}: {value}{newline}"),
        Notation::Toml => format!("{key} = {value}{newline}"),
    };
    let place = Span::at(front.end_of_keys(record.source.text()));
    in_front.then(|| TextEdit::replace(place, line))
}

/// Whether a line says that there is no such record, and goes on: `Supersedes: none — but see ADR-3`. Another beside it would
/// contradict it.
fn denies(document: &Document, record: &Record, kind: RelationKind) -> bool {
    let all = labelled::all(document, 0..document.outline.sections.len());
    let head = |value: &str| {
        let ends =
            [" — ", " – ", " - ", " (", ", ", "; "].iter().filter_map(|sign| value.find(sign));
        ends.min().is_some_and(|end| says_none(value[..end].trim_matches(['_', '*', '('])))
    };
    record.related(kind).next().is_none()
        && all.iter().any(|one| {
            one.key == LabelKind::Relation(kind)
                && record.span.contains(one.label)
                && one.lines.first().is_some_and(|line| head(&line.plain()))
        })
}

fn says_none(value: &str) -> bool {
    fold::is_nothing(value) || Vocabulary::known().is(words::Answer::None, value)
}

/// One more item of the section of links; `of_records` where that says what the record is to others, or nothing yet. Books and
/// pages are no such list.
fn among_links(
    document: &Document,
    record: &Record,
    line: &str,
    of_records: bool,
) -> Option<TextEdit> {
    let sections = &record.sections;
    let is_links = |section: &Section| Vocabulary::known().is(words::Part::Links, &section.title);
    // One that has others below it says nothing itself.
    let is_last =
        |at: usize| sections.get(at + 1).is_none_or(|next| next.level <= sections[at].level);
    let at = (0..sections.len()).find(|&at| is_links(&sections[at]) && is_last(at))?;
    let Section { heading, body, .. } = sections[at];
    let inside = |span: Span| body.start <= span.start && span.end <= body.end;
    let list = document.blocks.iter().rev().find_map(|block| match &block.kind {
        BlockKind::List(list) if inside(block.span) => Some(list),
        _ => None,
    });
    let names_records = record.relations.iter().any(|relation| inside(relation.span));
    if let Some(list) = list.filter(|_| names_records || !of_records) {
        return history::undated(&record.source, list, line);
    }
    let empty = record.source.slice(body).trim().is_empty();
    let end = heading.start + record.source.slice(heading).trim_end().len();
    let newline = record.source.newline();
    empty.then(|| TextEdit::replace(Span::at(end), format!("{newline}{newline}- {line}")))
}

/// Beside the status, in its section, begun as it is.
fn beside_cased(record: &Record, line: &str) -> Option<TextEdit> {
    let status = record.status.as_ref()?;
    beside(record, &cased(line, record.source.slice(status.span)))
}

/// A line of its own below the one that labels the status, or below another of its block that others have `above` such,
/// shaped as that one.
fn labelled(record: &Record, words: &str, link: &str, above: Option<&str>) -> Option<TextEdit> {
    let status = record.status.as_ref()?;
    let source = &record.source;
    let number = source.line(status.span.start);
    let line = source.line_span(number);
    let whole = source.slice(line).trim_end_matches(['\r', '\n']);
    let is_row = status.origin == Origin::Table;
    let LabelForm { before, label, between, closing } = LabelForm::of(record)?;
    let said = format!("{words}{between}{}{closing}", escaped(link, status.origin));
    if let Some(sign) = separator(source, status.span).filter(|_| !is_row) {
        // `**Status:** accepted · **Date:** 2026-08-14`: one more behind the last.
        let end = line.start + whole.trim_end().trim_end_matches('\\').trim_end().len();
        let new = format!("{sign}{}{said}", &before[start_of_text(before)..]);
        return Some(TextEdit::replace(Span::at(end), new));
    }
    let end = match status.origin {
        Origin::Table if whole.ends_with('|') => " |",
        Origin::Table => "",
        _ if whole.ends_with("  ") => "  ",
        _ if whole.ends_with('\\') => "\\",
        _ => "",
    };
    let new = format!("{before}{said}{end}");
    let is_blank = |number: usize| source.slice(source.line_span(number)).trim().is_empty();
    let alone = matches!(status.origin, Origin::Bold | Origin::Line)
        && number > 1
        && is_blank(number - 1)
        && is_blank(number + 1);
    let tight = above == Some(&*label.to_lowercase());
    if let Some(other) =
        above.and_then(|above| line_of_block(source, number, above)).filter(|_| !is_row)
    {
        return Some(below_line(source, other, &new, is_row));
    }
    if alone && end.is_empty() && !tight {
        // Below it the two would be one line on the page.
        let place = Span::at(line.start + whole.len());
        return Some(TextEdit::replace(place, format!("{0}{0}{new}", source.newline())));
    }
    Some(below_line(source, number, &new, is_row))
}

/// The line below another, without a gap, that has a label.
fn line_of_block(source: &Source, number: usize, label: &str) -> Option<usize> {
    let lines = (number + 1..).map(|number| (number, source.slice(source.line_span(number))));
    let mut lines = lines.take_while(|(_, line)| !line.trim().is_empty());
    let is_it =
        |line: &str| precedent::own_label(line).is_some_and(|own| own.to_lowercase() == label);
    let (at, line) = lines.find(|(_, line)| is_it(line))?;
    // What goes on below the label would be read behind the new line.
    let next = source.slice(source.line_span(at + 1));
    let mark = |line: &str| line[..line.find(char::is_alphanumeric).unwrap_or(0)].to_owned();
    let ends =
        next.trim().is_empty() || mark(next) == mark(line) && precedent::own_label(next).is_some();
    (ends && !starts_with_a_number(line)).then_some(at)
}

/// Whether a line is the item of a numbered list: one more would need a number.
fn starts_with_a_number(line: &str) -> bool {
    line.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// What stands between a value and the next label of its line: ` · `.
fn separator(source: &Source, value: Span) -> Option<&str> {
    let line = source.line_span(source.line(value.start));
    let behind = source.slice(Span::new(piece_end(source, value.start), line.end));
    let signs = &behind[..behind.find(char::is_alphanumeric)?];
    let sign = signs.trim_end_matches(['*', '_', '`']);
    sign.contains(['|', '•', '·', '.', ';', ',']).then_some(sign)
}

fn escaped(link: &str, origin: Origin) -> String {
    if origin == Origin::Table { link.replace('|', "\\|") } else { link.to_owned() }
}

/// A line below another; in a table it is not put above the line that ends its head.
fn below_line(source: &Source, number: usize, new: &str, table: bool) -> TextEdit {
    let next = source.slice(source.line_span(number + 1)).trim();
    let rules = next.contains('-') && next.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let line = source.line_span(if table && rules { number + 1 } else { number });
    let end = line.start + source.slice(line).trim_end_matches(['\r', '\n']).len();
    TextEdit::replace(Span::at(end), format!("{}{new}", source.newline()))
}

/// A section of links at the end.
fn in_new_section(document: &Document, record: &Record, heading: &str, line: &str) -> TextEdit {
    let text = record.source.text();
    let newline = record.source.newline();
    let own = record.source.slice(record.heading);
    let own = own.len() - own.trim_start_matches('#').len();
    let level = record.sections.iter().map(|section| usize::from(section.level));
    let level = level.filter(|level| *level > own.max(1)).min().unwrap_or(own.max(1) + 1);
    let marks = "#".repeat(level);
    let end = end_of_text(document, record, record.span.end);
    let block = format!("{newline}{newline}{marks} {heading}{newline}{newline}- {line}");
    let last = if end == text.len() { newline } else { "" };
    TextEdit::replace(Span::at(end), format!("{block}{last}"))
}
