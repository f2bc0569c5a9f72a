//! A template from the records of a directory that has none: what most of them have, without what they say.

mod head;

use std::sync::Arc;

use text::markdown::Document;
use text::markdown::field::Field;
use text::source::{Source, Span};
use text::tally::commonest;
use words::{Concept, Vocabulary};

use crate::adr::format::Part;
use crate::adr::label::LabelKind;
use crate::adr::labelled;
use crate::adr::labelled_value::Labelled;
use crate::adr::record::{Origin, Record};
use crate::adr::usual::{FEW, Usual, own_fields};

/// A template with the headings and fields that most records have, below each heading what `guidance` says of it.
///
/// It has the shape of the record that has most of them and states its status where most do; of several it is the last.
/// Where front matter has a record's number, it is `number`. There is none of few records, and none where no record
/// states a status.
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
            let heading = skeleton.heading(section, line);
            // Under titles of their own, records have a part once.
            if place == Place::Body && heading != line && lines.contains(&heading) {
                place = Place::Dropped;
            }
            if place != Place::Dropped {
                lines.extend([heading, String::new()]);
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
    renumber(&mut lines);
    let text = lines.join(source.newline());
    let text = format!("{}{}", text.trim(), source.newline());
    Some(Source::new(model.path.clone(), text))
}

/// Counts the sections that are numbered from the first one on: those of one record between them are gone.
fn renumber(lines: &mut [String]) {
    let number = |line: &str| -> Option<(u64, String)> {
        let words = line.strip_prefix("## ")?;
        let (number, rest) = words.split_once(". ")?;
        Some((number.parse().ok()?, rest.to_owned()))
    };
    let mut next = None;
    for line in lines {
        if let Some((own, rest)) = number(line) {
            let number = next.unwrap_or(own);
            *line = format!("## {number}. {rest}");
            next = Some(number.saturating_add(1));
        }
    }
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
    let most = commonest(records.iter().filter_map(origin)).map(|(most, _)| most);
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

    /// The line of a heading, without what only this record says of the section.
    fn heading(&self, section: usize, line: &str) -> String {
        let title = self.title(section);
        let level = self.document.outline.sections[section].level;
        let kept = self.usual.section(level, &title).filter(|kept| kept.len() < title.len());
        match kept.filter(|_| self.place(section) == Place::Body) {
            Some(kept) => format!("{} {kept}", "#".repeat(usize::from(level))),
            None => line.to_owned(),
        }
    }

    fn place(&self, section: usize) -> Place {
        let title = self.title(section);
        if section == 0 || labelled::is_head(self.document, section) {
            return Place::Head;
        }
        if matches!(LabelKind::of(&title), Some(LabelKind::Status | LabelKind::Date)) {
            return Place::Body;
        }
        // What stands below an option of one record is about that one.
        let above = self.document.outline.sections[section].parent;
        let above = above.filter(|above| *above > 0 && self.count >= FEW);
        if above.is_some_and(|above| self.place(above) == Place::Dropped) {
            return Place::Dropped;
        }
        let level = self.document.outline.sections[section].level;
        let known = Part::of(&title).is_some() || LabelKind::of(&title).is_some();
        let relation = matches!(LabelKind::of(&title), Some(LabelKind::Relation(_)));
        let tells = known || self.count >= FEW;
        let contents = Vocabulary::known().is(Concept::Contents, &title);
        let stays = self.usual.section(level, &title).is_some() && tells && !relation && !contents;
        if stays { Place::Body } else { Place::Dropped }
    }
}

#[cfg(test)]
mod tests;
