//! A template from the records of a directory that has none: what most of them have, without what they say.

use std::collections::BTreeMap;
use std::sync::Arc;

use text::markdown::Document;
use text::markdown::field::{Field, Form};
use text::source::{Source, Span};
use words::{Concept, Vocabulary};

use super::format::Part;
use super::label::Key;
use super::labelled;
use super::record::{Origin, Record};
use super::usual::{FEW, Kept, Label, Usual, own_fields};
use super::value::Labelled;
use super::value_place;

/// The headings and fields that most records have, in the shape of the one that has most of them and states its
/// status where most do, of several the last; with `number` where the front matter has a record's own, and below
/// each heading what `guidance` says of it. None of few records, of which none states a status.
pub fn of(
    records: &[Record],
    number: u64,
    guidance: impl Fn(Part) -> Option<String>,
) -> Option<Arc<Source>> {
    let usual = Usual::of(records);
    let model = model(records, &usual)?;
    let source = &model.source;
    let document = Document::parse(source);
    let statements = labelled::all(&document, 0..document.outline.sections.len());
    let (count, fields) = (records.len(), own_fields(&document));
    let skeleton =
        Skeleton { count, number, usual, document: &document, statements: &statements, fields };
    let mut lines: Vec<String> = Vec::new();
    let mut place = Place::Head;
    let count = source.line(source.text().len());
    for number in 1..=count {
        let span = source.line_span(number);
        let line = source.slice(span).trim_end_matches(['\r', '\n']);
        if let Some(section) = skeleton.section_at(span) {
            place = skeleton.place(section);
            if place != Place::Dropped {
                lines.extend([line.to_owned(), String::new()]);
            }
            if place == Place::Body {
                let title = skeleton.title(section);
                let main = document.outline.sections[section].level == 2;
                let said = Part::of(&title).filter(|_| main).and_then(&guidance);
                lines.extend(said.into_iter().flat_map(|said| [said, String::new()]));
            }
        } else if place == Place::Head {
            let above = lines.last().map_or("", String::as_str);
            lines.extend(skeleton.head_line(number, line, above));
        }
    }
    lines.dedup_by(|a, b| a.trim().is_empty() && b.trim().is_empty());
    let text = lines.join(source.newline());
    let text = format!("{}{}", text.trim(), source.newline());
    Some(Source::new(model.path.clone(), text))
}

/// Of those that state their status in the same kind of place as most, the last that has most of what is usual.
fn model<'r>(records: &'r [Record], usual: &Usual<'_>) -> Option<&'r Record> {
    const FIELDS: [Origin; 6] = [
        Origin::FrontMatter,
        Origin::Table,
        Origin::Bullet,
        Origin::Bold,
        Origin::Line,
        Origin::Section,
    ];
    let origin = |record: &Record| {
        let origin = record.status.as_ref().map(|status| status.origin);
        origin.filter(|origin| FIELDS.contains(origin))
    };
    let mut counts: BTreeMap<Origin, usize> = BTreeMap::new();
    records.iter().filter_map(origin).for_each(|origin| *counts.entry(origin).or_default() += 1);
    let most = counts.into_iter().max_by_key(|&(_, count)| count).map(|(most, _)| most);
    if most.is_none() && records.len() < FEW {
        return None;
    }
    let of_most = records.iter().enumerate().filter(|(_, record)| origin(record) == most);
    of_most.max_by_key(|(index, _)| usual.score(*index)).map(|(_, record)| record)
}

/// Which part of a record a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Where it states things about itself: its fields stay.
    Head,
    /// A section: its heading stays.
    Body,
    /// A section that other records do not have.
    Dropped,
}

struct Skeleton<'a> {
    /// How many records it is made from.
    count: usize,
    /// The number of the new record.
    number: u64,
    usual: Usual<'a>,
    document: &'a Document,
    statements: &'a [Labelled],
    fields: Vec<Field>,
}

impl Skeleton<'_> {
    /// The section whose heading begins on a line.
    fn section_at(&self, line: Span) -> Option<usize> {
        let sections = &self.document.outline.sections;
        let begins = |at: usize| line.start <= at && at < line.end.max(line.start + 1);
        sections.iter().position(|section| begins(section.heading.start))
    }

    fn title(&self, section: usize) -> String {
        let block = self.document.outline.sections[section].block;
        let heading = self.document.blocks[block].heading();
        heading.map(|heading| heading.text.plain()).unwrap_or_default()
    }

    fn place(&self, section: usize) -> Place {
        let title = self.title(section);
        if section == 0 || labelled::is_head(self.document, section) {
            return Place::Head;
        }
        if matches!(Key::of(&title), Some(Key::Status | Key::Date)) {
            return Place::Body;
        }
        // What stands below an option of one record is about that one.
        let above = self.document.outline.sections[section].parent;
        let above = above.filter(|above| *above > 0 && self.count >= FEW);
        if above.is_some_and(|above| self.place(above) == Place::Dropped) {
            return Place::Dropped;
        }
        let level = self.document.outline.sections[section].level;
        let known = Part::of(&title).is_some() || Key::of(&title).is_some();
        let relation = matches!(Key::of(&title), Some(Key::Relation(_)));
        let tells = known || self.count >= FEW;
        let contents = Vocabulary::known().is(Concept::Contents, &title);
        let stays = self.usual.section(level, &title) && tells && !relation && !contents;
        if stays { Place::Body } else { Place::Dropped }
    }

    /// What stays of a line above the sections: a field without its value, and what makes a table or the
    /// front matter. `above` is the line that stays before it.
    fn head_line(&self, number: usize, line: &str, above: &str) -> Option<String> {
        let source = &self.document.source;
        let span = source.line_span(number);
        let front = self.document.front_matter.as_ref().map(|front| front.span);
        let trimmed = line.trim();
        if let Some(front) = front.filter(|front| span.start < front.end) {
            let nested = line.starts_with([' ', '\t', '-']) && !trimmed.starts_with("---");
            let key = line.find(':').map(|colon| &line[..=colon]);
            let relates = |one: &&Labelled| matches!(one.key, Key::Relation(_));
            return match (self.statement(span).filter(|one| !relates(one)), key) {
                _ if nested => None,
                _ if span.start == front.start || trimmed == "---" || trimmed.starts_with('#') => {
                    Some(line.to_owned())
                }
                (Some(statement), _) => self.field(statement, span, line),
                (None, key) => self.entry(span, line, key?),
            };
        }
        let rules = |line: &str| {
            line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
        };
        let next = source.slice(source.line_span(number + 1)).trim();
        let table = rules(trimmed) && above.contains('|') || trimmed.contains('|') && rules(next);
        match self.statement(span) {
            Some(statement) => self.field(statement, span, &self.without_later(span, line)),
            None if trimmed.is_empty() || table => Some(line.to_owned()),
            None => self.own_field(span, line),
        }
    }

    /// A key of the front matter that is filled in by nobody else; `key` is what stands before its value.
    fn entry(&self, span: Span, line: &str, key: &str) -> Option<String> {
        let entries = &self.document.front_matter.as_ref()?.entries;
        let entry = entries.iter().find(|entry| span.contains(entry.key_span))?;
        let kept = self.usual.key(&entry.key)?;
        // What one record is to another is not carried on, only the place for it, and the same page above all of them.
        let relates = matches!(Key::of(&entry.key), Some(Key::Relation(_)));
        if relates && kept != Kept::Value && self.count < FEW {
            return None;
        }
        Some(match kept {
            Kept::Value => line.to_owned(),
            Kept::Open => key.to_owned(),
            Kept::Number => {
                let value = self.document.slice(entry.value.span);
                let digits = value.trim_matches(['"', '\'']);
                let width = if digits.starts_with('0') { digits.len() } else { 0 };
                let value = value.replace(digits, &format!("{:0width$}", self.number));
                format!("{key} {value}")
            }
        })
    }

    /// A field that only the team knows, without its value, where most records have it.
    fn own_field(&self, span: Span, line: &str) -> Option<String> {
        let field = self.fields.iter().find(|field| {
            span.start <= field.label_span.start && field.label_span.end <= span.end
        })?;
        if field.form == Form::TableColumn || !self.usual.label(&Label::of(&field.label)) {
            return None;
        }
        let label = line.get(field.label_span.end - span.start..)?;
        let end = |sign: char| label.find(sign).map(|at| at + sign.len_utf8());
        let is_row = field.form == Form::TableRow;
        let signs = if is_row {
            end('|')?
        } else {
            let colon = [':', '：'].into_iter().filter_map(end).min()?;
            let rest = &label[colon..];
            colon + rest.len() - rest.trim_start_matches(['*', '_']).len()
        };
        let before = &line[..line.len() - label.len() + signs];
        let ends = |mark: &str| line.trim_end_matches(['\r', '\n']).ends_with(mark);
        Some(if is_row {
            format!("{before}{}", if ends("|") { " |" } else { "" })
        } else {
            format!("{}{}", before.trim_end(), if ends("  ") { "  " } else { "" })
        })
    }

    /// What is stated on a line, in its order.
    fn stated(&self, line: Span) -> impl DoubleEndedIterator<Item = &Labelled> {
        self.statements.iter().filter(move |statement| {
            statement.origin != Origin::Section
                && line.start <= statement.label.start
                && statement.label.start < line.end
        })
    }

    /// What a line states first.
    fn statement(&self, line: Span) -> Option<&Labelled> {
        self.stated(line).next()
    }

    /// `**Status:** accepted · **Owner:** Ann`: a line with what stays of all that it states behind the first.
    fn without_later(&self, span: Span, line: &str) -> String {
        let source = &self.document.source;
        let all: Vec<&Labelled> = self.stated(span).collect();
        let mut text = line.to_owned();
        for pair in all.windows(2).rev().filter(|pair| pair[1].origin != Origin::Table) {
            let begins = value_place::piece_end(source, pair[0].label.start) - span.start;
            let ends = value_place::piece_end(source, pair[1].label.start) - span.start;
            match self.field(pair[1], span, &text) {
                Some(kept) => text = kept,
                None if begins <= ends && ends <= text.len() => {
                    text.replace_range(begins..ends, "");
                }
                None => {}
            }
        }
        text
    }

    /// Whether most records have a field. What a new record is told in any case stays.
    fn is_usual(&self, origin: Origin, key: Key) -> bool {
        let told = matches!(key, Key::Status | Key::Date | Key::Created | Key::Title | Key::Id);
        let label = Label::Known(key);
        told || match origin {
            Origin::FrontMatter => self.usual.has_key(&label),
            _ => self.usual.label(&label),
        }
    }

    /// A field that is filled in stays as it is, a relation goes, any other loses its value.
    fn field(&self, statement: &Labelled, span: Span, line: &str) -> Option<String> {
        let label_end = (statement.label.end - span.start).min(line.len());
        match statement.key {
            Key::Relation(_) => None,
            key if self.count >= FEW && !self.is_usual(statement.origin, key) => None,
            Key::Status | Key::Date | Key::Created | Key::Title => Some(line.to_owned()),
            // A name without a number is that of one record.
            Key::Id if line[label_end..].contains(|c: char| c.is_ascii_digit()) => {
                Some(line.to_owned())
            }
            _ => {
                let Some(value) = value_place::of(self.document, statement) else {
                    return Some(line.to_owned());
                };
                let at =
                    |offset: usize| offset.clamp(span.start, span.start + line.len()) - span.start;
                let (before, after) = (&line[..at(value.start)], &line[at(value.end)..]);
                Some(match statement.origin {
                    Origin::Table => format!("{before} {after}"),
                    Origin::FrontMatter => before.trim_end().to_owned(),
                    _ => value_place::emptied(before, after),
                })
            }
        }
    }
}

#[cfg(test)]
mod tests;
