//! Everything a record states about itself under a label, from all kinds of places, in one list.

mod footer;
mod head;
mod paragraph;

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, List};
use text::markdown::field;
use text::markdown::inline::Inlines;
use text::source::Span;
use words::{Label, Status, Vocabulary, date};

use super::field::{field_of, is_brief, is_state};
use super::format::Part;
use super::label::Key;
use super::lines::text_lines;
use super::record::Origin;
use super::relation::RelationKind;
use super::text::Line;
use super::value::Labelled;
use super::{front_matter, html, table};
use footer::{before_footer, only_labels};
pub(super) use head::is_head;
use head::names_the_form;

/// All that is stated in the sections `within` (indices into the outline) and, for a whole file, in
/// its front matter, above its first heading, and below its last rule.
pub(super) fn all(document: &Document, within: Range<usize>) -> Vec<Labelled> {
    let mut collector = Collector { document, found: Vec::new() };
    if within.start == 0 {
        if let Some(front) = &document.front_matter {
            front_matter::stated(front, &document.source, &mut collector.found);
        }
        collector.blocks(&document.blocks[document.outline.preamble.clone()]);
    }
    for index in within.clone() {
        collector.section(index, &within);
    }
    if within == (0..document.outline.sections.len()) {
        collector.footer();
    }
    collector.found
}

struct Collector<'a> {
    document: &'a Document,
    found: Vec<Labelled>,
}

impl Collector<'_> {
    fn section(&mut self, index: usize, within: &Range<usize>) {
        let (first, end) = (within.start, within.end);
        let sections = &self.document.outline.sections;
        let section = &sections[index];
        let Some(heading) = self.document.blocks[section.block].heading() else { return };
        let mut body = &self.document.blocks[section.body.clone()];
        if first > 0 && index + 1 == sections.len() {
            body = before_footer(body);
        }
        let form = index == first + 1 && names_the_form(&heading.text.plain());
        let key = if form { Some(Key::Metadata) } else { Key::of(&heading.text.plain()) };
        // Deeper sections are about the subject, not about the record; a summary's are its labels. Where the title
        // stands in the front matter, the first heading is a section beside the others; `# Proposal` alone is a title.
        let titled = first > 0 || !(self.is_part(first) && self.has_beside(first));
        let direct = section.level <= sections[first].level + u8::from(titled)
            || section.parent.is_none_or(|parent| parent <= first && titled);
        let summary = || section.parent.is_some_and(|parent| self.is_summary(parent));
        if !(direct || key.is_some() && summary()) {
            return;
        }
        if let Some((label, span, value)) = field::split_label(&heading.text)
            && let Some(key) = Key::of(&label)
            && !value.is_blank()
            && (key != Key::Status || is_brief(&value))
        {
            let lines = vec![value];
            self.found.push(Labelled { key, label: span, lines, origin: Origin::Section });
            self.blocks(body);
        } else if let Some(key) = key.filter(|key| *key != Key::Metadata) {
            self.keyed(key, heading.text.span, body);
        } else if index == first || key.is_some() {
            self.bare(body.first());
            self.blocks(body);
        } else if section.subtree == end && decides(&heading.text.plain()) {
            self.closing(body);
        }
    }

    /// `**Status:** Accepted` below the decision, where that is the last of a record's sections, and nothing else below
    /// it: options, tickets and pilots have states of their own.
    fn closing(&mut self, body: &[Block]) {
        let rules = body.iter().rev().take_while(|block| matches!(block.kind, BlockKind::Rule));
        let Some((last, _)) = body[..body.len() - rules.count()].split_last() else { return };
        let stated = last.paragraph().and_then(|text| Some((field_of(text)?, text)));
        if let Some(((Some(Key::Status), label, value), text)) = stated
            && self.found.iter().all(|found| found.key != Key::Status)
            && text.lines().len() == 1
            && is_state(&value.plain())
        {
            self.found.push(Labelled {
                key: Key::Status,
                label,
                lines: vec![value],
                origin: Origin::Line,
            });
        }
    }

    /// A date, or a word of state with a date, that stands alone below the title.
    fn bare(&mut self, block: Option<&Block>) {
        const MOST_WORDS: usize = 6;
        let Some(text) = block.and_then(Block::paragraph) else { return };
        // `Date: 2024-03-05` is labelled, though "date" leads to one in a sentence as well.
        if matches!(field_of(text), Some((Some(_), ..))) {
            return;
        }
        let shown = Line::of(text);
        let words = Vocabulary::known();
        let alone = |text: &str| {
            let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            while !rest.is_empty() {
                let date = date::at_start(rest);
                let role = [words::Clause::Time, words::Clause::LeadIn].into_iter();
                let glue = role.filter_map(|role| words.starts(role, rest)).map(|found| found.len);
                let len = date.map(|date| date.span.end).or_else(|| glue.max())?;
                rest = rest[len..].trim_start_matches(|c: char| !c.is_alphanumeric());
            }
            Some(())
        };
        if shown.text.split_whitespace().count() > MOST_WORDS || date::first(&shown.text).is_none()
        {
            return;
        }
        let start = shown.text.find(char::is_alphanumeric).unwrap_or(0);
        let state = words.at_start::<Status>(&shown.text[start..]).map_or(0, |found| found.len);
        if alone(&shown.text[start + state..]).is_some() {
            let key = if state > 0 { Key::Status } else { Key::Date };
            let (label, lines) = (Span::at(text.span.start), vec![text.clone()]);
            self.found.push(Labelled { key, label, lines, origin: Origin::Line });
        }
    }

    fn is_part(&self, section: usize) -> bool {
        let block = self.document.outline.sections[section].block;
        let heading = self.document.blocks[block].heading();
        heading.is_some_and(|heading| Part::is(&heading.text.plain()))
    }

    /// Whether a heading of the same level follows.
    fn has_beside(&self, section: usize) -> bool {
        let (before, after) = self.document.outline.sections.split_at(section + 1);
        let level = before.last().map(|section| section.level);
        after.iter().any(|other| Some(other.level) == level)
    }

    fn is_summary(&self, section: usize) -> bool {
        let block = self.document.outline.sections[section].block;
        self.document.blocks[block].heading().is_some_and(|heading| {
            let text = heading.text.plain();
            let known = Vocabulary::known();
            known.is(words::Part::Summary, &text) || known.is(Label::Metadata, &text)
        })
    }

    /// What stands below the last rule of a file, or in a last section that holds nothing but labels.
    fn footer(&mut self) {
        let Some(last) = self.document.outline.sections.last() else { return };
        let body = &self.document.blocks[last.body.clone()];
        if last.level == 2 && only_labels(body) {
            self.blocks(body);
            return;
        }
        let rule = body.iter().rposition(|block| matches!(block.kind, BlockKind::Rule));
        let read = self.document.outline.sections.len() == 1;
        if let Some(rule) = rule.filter(|_| !read) {
            self.blocks(&body[rule..]);
        }
    }

    /// A section whose heading is the label: what it says is the value, but for other labels in it.
    fn keyed(&mut self, key: Key, label: Span, body: &[Block]) {
        let mut lines = Vec::new();
        for line in text_lines(body, &self.document.source) {
            // `Accepted: tracked in #12` states the status, though "accepted" may ask for a date.
            let field = field::split_label(&line).filter(|(text, _, value)| {
                key != Key::Status || !(is_state(text) || ends(text, value))
            });
            match field.and_then(|(text, _, value)| Some((Key::of(&text)?, value))) {
                Some((other, value)) if other == key => lines.push(value),
                Some(_) => {}
                None => lines.push(line),
            }
        }
        if key != Key::ChangeLog {
            let from = self.found.len();
            self.blocks(body);
            let others = self.found.split_off(from);
            self.found.extend(others.into_iter().filter(|other| other.key != key));
        }
        for inner in body {
            if let BlockKind::Table(table) = &inner.kind {
                lines.extend(table::lines(table, key));
            }
        }
        self.found.push(Labelled { key, label, lines, origin: Origin::Section });
    }

    /// The labelled values among these blocks.
    fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            let alone = match &block.kind {
                BlockKind::Paragraph(text) if is_term(text, after) => Some(true),
                BlockKind::Paragraph(text) => self.paragraph(text, false).then_some(false),
                BlockKind::List(list) => {
                    self.items(list);
                    None
                }
                BlockKind::Quote(inside) => {
                    self.blocks(inside);
                    None
                }
                BlockKind::Table(table) => {
                    self.found.extend(table::labelled(table));
                    None
                }
                BlockKind::Html => {
                    let html = html::blocks(self.document.slice(block.span), block.span.start);
                    self.html(&html);
                    None
                }
                _ => None,
            };
            // `**Status**` alone on its line, or a term: the next block is the value.
            let Some(term) = alone else { continue };
            if term && let BlockKind::Paragraph(text) = &block.kind {
                self.open(text, Origin::Line);
            }
            if let (Some(next), Some(last)) = (after.first(), self.found.last_mut()) {
                let value = text_lines(std::slice::from_ref(next), &self.document.source);
                let labels = value.first().is_none_or(|line| field_of(line).is_some());
                if !labels {
                    last.lines = value;
                    rest = &after[1..];
                }
            }
        }
    }

    /// HTML has headings of its own.
    fn html(&mut self, blocks: &[Block]) {
        let heading = |block: &Block| block.heading().is_some();
        let start = blocks.iter().position(heading).unwrap_or(blocks.len());
        self.blocks(&blocks[..start]);
        let mut rest = &blocks[start..];
        while let Some((first, after)) = rest.split_first() {
            let end = after.iter().position(heading).unwrap_or(after.len());
            let key = first.heading().and_then(|heading| Key::of(&heading.text.plain()));
            if let Some(key) = key {
                self.keyed(key, first.span, &after[..end]);
            }
            rest = &after[end..];
        }
    }

    fn items(&mut self, list: &List) {
        for item in &list.items {
            let Some(text) = item.text() else { continue };
            let nested = item.blocks.get(1..).unwrap_or_default();
            let from = self.found.len();
            if self.paragraph(text, true) || self.found.len() > from && self.is_open() {
                let lines = text_lines(nested, &self.document.source);
                if let Some(last) = self.found.last_mut().filter(|last| is_value(last.key, &lines))
                {
                    last.lines.extend(lines);
                }
            }
        }
    }

    /// Whether the last value is still to come.
    fn is_open(&self) -> bool {
        self.found.last().is_some_and(|last| last.lines.iter().all(Inlines::is_blank))
    }

    fn open(&mut self, label: &Inlines, origin: Origin) {
        if let Some(key) = Key::of(&label.plain()) {
            self.found.push(Labelled { key, label: label.span, lines: Vec::new(), origin });
        }
    }
}

/// Whether a heading is that of what was decided, or of what follows from it.
fn decides(heading: &str) -> bool {
    Part::of(heading).is_some_and(|part| part.is_decision() || part == Part::Consequences)
}

/// Whether the items below a label are its value: several that do not begin with a status or a day report on
/// something.
fn is_value(key: Key, lines: &[Inlines]) -> bool {
    let told = |line: &Inlines| {
        let text = line.plain();
        let said = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        Vocabulary::known().at_start::<Status>(said).is_some() || date::at_start(said).is_some()
    };
    key != Key::Status || lines.len() < 2 || lines.iter().any(told)
}

/// A term of a definition list that is a label.
fn is_term(text: &Inlines, after: &[Block]) -> bool {
    let defined = matches!(after.first(), Some(Block { kind: BlockKind::Definition(_), .. }));
    defined && Key::of(&text.plain()).is_some()
}

/// Whether a label with a record behind it says that this took the place of the one that is read: below
/// "Status" that is the status.
fn ends(label: &str, value: &Inlines) -> bool {
    let named = !value.links.is_empty() || value.plain().contains(|c: char| c.is_ascii_digit());
    named && Key::of(label) == Some(Key::Relation(RelationKind::SupersededBy))
}
