//! The words of a decision record that people agreed to.
//!
//! What a record says of itself (its status, dates, people and relations), what links show, and where else to
//! read are none.

use readers::adr::{Origin, Record, Section};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field::{Field, fields};
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;
use words::{Label, LogTitle, Part, RelationVerb, Vocabulary};

/// A word of a record's text.
pub(super) struct Word {
    /// Without signs around it.
    pub(super) text: String,
    /// With them.
    pub(super) raw: String,
    pub(super) span: Span,
    /// The block that it stands in, counted.
    pub(super) block: usize,
}

/// The words below the title and those of its sections, headings included.
pub(super) fn agreed_words(record: &Record) -> Vec<Word> {
    let document = record.document();
    let mut reader = Reader { words: Vec::new(), block: 0, about: Vec::new(), linking: false };
    let sections: Vec<&Section> =
        record.sections.iter().filter(|section| section.heading != record.heading).collect();
    let top = within(&document, top(record, sections.first().copied()));
    reader.about = about_record(record, &document, top);
    for block in top.iter().filter(|block| !is_mark(block)) {
        reader.blocks(std::slice::from_ref(block));
    }
    for section in sections {
        let whole = section.heading.cover(section.body);
        if !is_about_record(record, &section.title, whole) {
            let part = Vocabulary::known().whole::<Part>(&section.title).map(|part| part.meaning);
            let named = !matches!(part, Some(Part::Links | Part::MoreInformation));
            reader.linking = part == Some(Part::Links);
            reader.blocks(within(&document, if named { whole } else { section.body }));
        }
    }
    reader.words
}

/// What stands below the title, or above the first section where there is none.
fn top(record: &Record, first: Option<&Section>) -> Span {
    let start = record.heading.end.max(record.span.start);
    let end = first.map_or(record.span.end, |section| section.heading.start);
    Span::new(start, end.max(start))
}

/// Whether a block above the sections is no part of what was decided: a quoted remark, `[TOC]`, `{% include x %}`,
/// `!!! note`.
fn is_mark(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Quote(_) | BlockKind::Html => true,
        BlockKind::Paragraph(text) => {
            let words = text.plain();
            let words = words.trim();
            let closed =
                |open: char, close: char| words.starts_with(open) && words.ends_with(close);
            closed('[', ']') || closed('{', '}') || words.starts_with("!!!")
        }
        _ => false,
    }
}

/// The blocks that lie in a stretch of a document.
fn within(document: &Document, stretch: Span) -> &[Block] {
    let blocks = &document.blocks;
    let start = blocks.partition_point(|block| block.span.start < stretch.start);
    let len = blocks[start..].partition_point(|block| block.span.end <= stretch.end);
    &blocks[start..start + len]
}

fn is_about_record(record: &Record, title: &str, whole: Span) -> bool {
    let words = Vocabulary::known();
    let is_label = || {
        words.whole::<Label>(title).is_some()
            || words.whole::<RelationVerb>(title).is_some()
            || words.whole::<LogTitle>(title).is_some()
    };
    let own = |origin: Origin| matches!(origin, Origin::Section | Origin::ChangeLog);
    let states = record.states.iter().map(|state| (state.origin, state.span));
    let mut stated = states.chain(record.dates.iter().map(|date| (date.origin, date.span)));
    is_label() || stated.any(|(origin, span)| own(origin) && whole.contains(span))
}

/// Where a record says what it is: labels for days and people wherever they stand, and at its top the values that
/// were read, and the labels of all that is no part of a decision; in order.
fn about_record(record: &Record, document: &Document, top: &[Block]) -> Vec<Span> {
    let words = Vocabulary::known();
    let everywhere = fields(&document.blocks).into_iter().filter(|field| {
        let label = words.glossed::<Label>(&field.label);
        label.is_some_and(|label| DAYS_AND_PEOPLE.contains(&label.meaning))
    });
    let is_part = |field: &Field| words.glossed::<Part>(&field.label).is_some();
    let at_top = fields(top).into_iter().filter(|field| !is_part(field));
    let labels = everywhere.chain(at_top).map(|field| field.label_span);
    let states = record.states.iter().map(|one| one.span);
    let dates = record.dates.iter().map(|one| one.span);
    let people = record.people.iter().map(|(_, one)| one.span);
    let relations = record.relations.iter().map(|one| one.span);
    let read = states.chain(dates).chain(people).chain(relations);
    let read = read.filter(|span| top.iter().any(|block| block.span.contains(*span)));
    let mut about: Vec<Span> = labels.chain(read).collect();
    about.sort_unstable_by_key(|span| span.start);
    about
}

/// What a label asks for that changes without the decision: also in a footer.
const DAYS_AND_PEOPLE: [Label; 12] = [
    Label::Date,
    Label::Decided,
    Label::Created,
    Label::Updated,
    Label::Reviewed,
    Label::ReviewBy,
    Label::ReviewSchedule,
    Label::Authors,
    Label::Owner,
    Label::Reviewers,
    Label::Approvers,
    Label::Deciders,
];

struct Reader {
    words: Vec<Word>,
    block: usize,
    /// What holds one of these is about the record; in order.
    about: Vec<Span>,
    /// Whether what holds a link only says what that leads to.
    linking: bool,
}

impl Reader {
    fn is_about(&self, span: Span) -> bool {
        let next = self.about.partition_point(|about| about.start < span.start);
        self.about.get(next).is_some_and(|about| span.contains(*about))
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        self.block += 1;
        match &block.kind {
            BlockKind::Heading(heading) => self.inlines(&heading.text),
            BlockKind::Paragraph(_) | BlockKind::Table(_) if self.is_about(block.span) => {}
            BlockKind::Paragraph(text) => self.inlines(text),
            BlockKind::List(list) => {
                for item in &list.items {
                    if !self.is_about(item.span) {
                        self.blocks(&item.blocks);
                    }
                }
            }
            BlockKind::Table(table) => {
                let rows = std::iter::once(&table.header).chain(&table.rows);
                rows.flat_map(|row| &row.cells).for_each(|cell| self.inlines(cell));
            }
            BlockKind::Code(code) => {
                let words = code.text.split_whitespace();
                words.for_each(|word| self.word(word, block.span));
            }
            BlockKind::Quote(blocks)
            | BlockKind::Footnote(blocks)
            | BlockKind::Definition(blocks) => self.blocks(blocks),
            BlockKind::Html | BlockKind::Rule => {}
        }
    }

    fn inlines(&mut self, text: &Inlines) {
        if self.linking && !text.links.is_empty() {
            return;
        }
        let said =
            |run: &Run<'_>| run.link.is_none() && matches!(run.kind, RunKind::Text | RunKind::Code);
        for run in text.runs().filter(said) {
            // The note to `[^1]` may stand outside of a section, whose sign is text then.
            let noted = matches!(run.kind, RunKind::Text);
            let sign = |word: &str| word.find("[^").filter(|_| noted).unwrap_or(word.len());
            for word in run.text.split_whitespace().filter(|word| !word.contains("://")) {
                let word = &word[..sign(word)];
                let at = word.as_ptr().addr() - run.text.as_ptr().addr();
                let start = run.span.start + at;
                let exact = Span::new(start, start + word.len());
                self.word(word, if run.is_verbatim() { exact } else { run.span });
            }
        }
    }

    fn word(&mut self, raw: &str, span: Span) {
        let sign = |c: char| !c.is_alphanumeric();
        let text = raw.trim_matches(sign);
        if !text.is_empty() {
            let span = if span.len() == raw.len() {
                let start = span.start + (raw.len() - raw.trim_start_matches(sign).len());
                Span::new(start, start + text.len())
            } else {
                span
            };
            let (text, raw, block) = (text.to_owned(), raw.to_owned(), self.block);
            self.words.push(Word { text, raw, span, block });
        }
    }
}
