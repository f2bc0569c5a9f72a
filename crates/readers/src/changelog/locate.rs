//! Which parts of a document are change logs, and which only look like one.
//!
//! A heading that is called a log makes one; so does a line of bold text, or a plain line that ends
//! with a colon, when rows follow that are keyed by dates or versions; so does a table whose header
//! cannot mean anything else. Text in fences, comments and raw HTML is never looked at.

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::outline::Section;
use text::source::{Place, Span};

use super::entry::{Entry, Text};
use super::keep_a_changelog::{self, Head};
use super::table::{self, Columns, Rows};
use super::wording::{self, Strength};
use super::{Kind, Log, Subject, items};
use text::markdown::flat::Flat;

/// All logs in the text of a document.
pub(super) fn logs(document: &Document) -> Vec<Log> {
    let mut finder = Finder { document, logs: Vec::new(), done: 0 };
    finder.blocks(document.outline.preamble.clone(), None);
    for index in 0..document.outline.sections.len() {
        if index >= finder.done {
            finder.section(index);
        }
    }
    finder.logs
}

struct Finder<'d> {
    document: &'d Document,
    logs: Vec<Log>,
    /// Sections before this one were read as part of a log.
    done: usize,
}

/// A heading, or what stands for one.
struct Title {
    text: Text,
    subject: Subject,
    strength: Strength,
}

impl<'d> Finder<'d> {
    fn section(&mut self, index: usize) {
        let document = self.document;
        let section = &document.outline.sections[index];
        let title = document
            .blocks
            .get(section.block)
            .and_then(Block::heading)
            .and_then(|heading| title(&Flat::of(&heading.text)));
        if let Some(title) = &title
            && (self.releases(index, section, title) || self.log(section, title))
        {
            return;
        }
        self.blocks(section.body.clone(), title);
    }

    /// A log whose entries are headings.
    fn releases(&mut self, index: usize, section: &Section, title: &Title) -> bool {
        let sections = &self.document.outline.sections;
        // A file that is a log may head its releases on any level, also above its own.
        let whole = index == 0 && title.strength == Strength::Strong;
        let end = if whole { sections.len() } else { section.subtree.min(sections.len()) };
        let mut entries: Vec<Entry> = Vec::new();
        let mut heads = [0_usize; 2];
        let mut below = None;
        for (at, inner) in sections.iter().enumerate().take(end).skip(index + 1) {
            if let Some((head, entry)) = keep_a_changelog::entry(self.document, inner) {
                heads[usize::from(head == Head::Dated)] += 1;
                entries.push(entry);
                below = Some(at);
            }
            // Sections below an entry's heading are its changes.
            let belongs = below
                .is_some_and(|entry| whole || inner.level > sections[entry].level || entry == at);
            if let Some(entry) = entries.last_mut().filter(|_| belongs) {
                keep_a_changelog::add_body(self.document, inner, entry);
            }
        }
        // The section's own bullets may be the log, and the headings below something else.
        let own = self.own_rows(section, title);
        if entries.is_empty() || own > entries.len() {
            return false;
        }
        let [releases, dated] = heads;
        let (kind, subject) = match (releases > dated, section.level) {
            (true, 1) => (Kind::KeepAChangelog, Subject::Releases),
            (true, _) => (Kind::KeepAChangelog, title.subject),
            (false, _) => (Kind::List, title.subject),
        };
        self.push(Some(title.text.clone()), kind, subject, Rows { entries, untouched: Vec::new() });
        self.done = end;
        true
    }

    fn own_rows(&self, section: &Section, title: &Title) -> usize {
        let blocks = self.in_range(section.body.clone());
        let evidence = title.strength == Strength::Weak;
        items::rows(self.document, blocks, evidence).entries.len()
    }

    /// A log whose entries stand directly below its heading.
    fn log(&mut self, section: &Section, title: &Title) -> bool {
        let blocks = self.in_range(section.body.clone());
        if let Some((table, columns, span)) = table::find(blocks) {
            self.table(Some(title), table, &columns, span);
            return true;
        }
        let strong = title.strength == Strength::Strong;
        let rows = items::rows(self.document, blocks, !strong);
        if !rows.entries.is_empty() || (strong && !rows.untouched.is_empty()) {
            self.push(Some(title.text.clone()), Kind::List, title.subject, rows);
            return true;
        }
        if strong {
            // Sections below may hold what this one does not; then it is only their title.
            let parent = section.subtree
                > self.document.outline.at(section.heading.start).map_or(0, |i| i + 1);
            self.push(Some(title.text.clone()), Kind::Prose, title.subject, Rows::default());
            if let Some(log) = self.logs.last_mut() {
                log.empty = !parent && is_empty(blocks);
            }
        }
        strong
    }

    /// Looks for logs that no heading announces: below bold lines, or by a table's header alone.
    fn blocks(&mut self, range: Range<usize>, over: Option<Title>) {
        let document = self.document;
        let blocks = self.in_range(range);
        let mut over = over;
        for (index, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(text) => {
                    over = pseudo_heading(block, text);
                    let Some(found) = &over else { continue };
                    let below: &[Block] = blocks.get(index + 1..).unwrap_or_default();
                    let below = &below[..below.len().min(1)];
                    let rows = items::rows(document, below, true);
                    if rows.entries.is_empty() || wording::heading(&found.text.text).is_none() {
                        continue;
                    }
                    let (text, subject) = (found.text.clone(), found.subject);
                    self.push(Some(text), Kind::List, subject, rows);
                }
                BlockKind::Table(table) => {
                    if let Some(columns) = Columns::of(table) {
                        let named = over
                            .as_ref()
                            .is_some_and(|title| wording::heading(&title.text.text).is_some());
                        if named || columns.is_unmistakable() {
                            self.table(over.as_ref(), table, &columns, block.span);
                        }
                    }
                    over = None;
                }
                _ => {}
            }
        }
    }

    fn table(
        &mut self,
        title: Option<&Title>,
        table: &text::markdown::block::Table,
        columns: &Columns,
        span: Span,
    ) {
        let rows = table::rows(table, columns);
        let subject = columns.subject(title.map_or(Subject::Changes, |title| title.subject));
        let empty = rows.entries.is_empty() && rows.untouched.is_empty();
        self.push(title.map(|title| title.text.clone()), Kind::Table, subject, rows);
        if let Some(log) = self.logs.last_mut() {
            log.empty = empty;
            log.body = items::tight(self.document, span);
            log.place.span = log.place.span.cover(log.body);
        }
    }

    fn in_range(&self, range: Range<usize>) -> &'d [Block] {
        self.document.blocks.get(range).unwrap_or_default()
    }

    fn push(&mut self, heading: Option<Text>, kind: Kind, subject: Subject, rows: Rows) {
        let spans =
            rows.entries.iter().map(|entry| entry.span).chain(rows.untouched.iter().copied());
        let body = spans.reduce(Span::cover);
        let head = heading.as_ref().map(|heading| heading.span);
        let body = body.or(head).unwrap_or_default();
        self.logs.push(Log {
            place: Place::new(&self.document.source, head.map_or(body, |head| head.cover(body))),
            heading,
            body,
            kind,
            subject,
            direction: None,
            entries: rows.entries,
            untouched: rows.untouched,
            empty: false,
        });
    }
}

/// What a heading's text announces.
fn title(flat: &Flat<'_>) -> Option<Title> {
    let (subject, strength) = wording::heading(&flat.plain)?;
    let text = flat.text(flat.all())?;
    Some(Title { text: without_colon(text), subject, strength })
}

/// A paragraph that stands for a heading: bold throughout, or one short line that ends with a colon.
fn pseudo_heading(block: &Block, text: &text::markdown::inline::Inlines) -> Option<Title> {
    let flat = Flat::of(text);
    let line = flat.plain.trim();
    let mut words = text.runs.iter().filter(|run| run.text.chars().any(char::is_alphanumeric));
    let bold = words.all(|run| run.strong);
    let short = line.chars().count() <= 60 && !line.contains('\n');
    if !short || !(bold || line.ends_with(':')) || block.span.is_empty() {
        return None;
    }
    let text = without_colon(flat.text(flat.all())?);
    let (subject, strength) =
        wording::heading(&text.text).unwrap_or((Subject::Changes, Strength::Weak));
    Some(Title { text, subject, strength })
}

fn without_colon(mut text: Text) -> Text {
    let kept = text.text.trim_end_matches([':', '：', ' ']).len();
    text.text.truncate(kept);
    text
}

/// Whether nothing but comments or `N/A` stands in a section.
fn is_empty(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match &block.kind {
        BlockKind::Html | BlockKind::Rule => true,
        BlockKind::Paragraph(text) => text.is_blank() || wording::is_blank(&text.plain()),
        _ => false,
    })
}
