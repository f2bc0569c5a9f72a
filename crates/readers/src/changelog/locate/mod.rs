//! Which parts of a document are change logs, and which only look like one.
//!
//! A heading that is called a log makes one; so does a line of bold text, or a plain line that ends
//! with a colon, when rows follow that are keyed by dates or versions; so does a table whose header
//! cannot mean anything else, and a run of releases. Text in fences and comments is never looked at.

mod at_length;
mod tables;

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::outline::Section;
use text::source::{Place, Span};

use super::entry::Entry;
use super::found::Rows;
use super::heading::{self, Title};
use super::releases::{Heads, Run};
use super::wording::cell;
use super::wording::title::Strength;
use super::{Kind, Log, Subject, grid, items};

/// All logs in the text of a document.
pub(super) fn logs(document: &Document) -> Vec<Log> {
    let sections = 0..document.outline.sections.len();
    let titles: Vec<_> = sections.map(|index| heading::of_section(document, index)).collect();
    let mut finder = Finder {
        document,
        heads: Heads::of(document, &titles),
        titles,
        logs: Vec::new(),
        taken: Vec::new(),
    };
    finder.blocks(finder.in_range(document.outline.preamble.clone()), None, Around::Beginning);
    for index in 0..document.outline.sections.len() {
        if !finder.taken.iter().any(|range| range.contains(&index)) {
            finder.section(index);
        }
    }
    if document.outline.sections.is_empty() && finder.logs.is_empty() {
        finder.without_headings();
    }
    finder.untitled();
    // A title that may mean something else, over no entry, says nothing of a log.
    finder.logs.retain(|log| log.kind != Kind::Prose || log.certain);
    finder.logs
}

/// Where in a document a table stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Before the first section below the document's title.
    Beginning,
    /// In a section, by its place in the outline, that may be about something else.
    Section(usize),
    Anywhere,
}

struct Finder<'d> {
    document: &'d Document,
    /// What the heading of each section announces.
    titles: Vec<Option<Title>>,
    heads: Heads<'d>,
    logs: Vec<Log>,
    /// Sections that were read as part of a log.
    taken: Vec<Range<usize>>,
}

impl<'d> Finder<'d> {
    fn section(&mut self, index: usize) {
        let section = &self.document.outline.sections[index];
        let title = self.titles[index].clone();
        if let Some(title) = &title
            && (self.releases(index, section, title) || self.log(index, section, title))
        {
            return;
        }
        if title.is_none() && heading::looks_ahead(self.document, index) {
            return;
        }
        // Sections inside one that is called a log are parts of it.
        let over = title.or_else(|| self.above(index));
        let around = if index == 0 { Around::Beginning } else { Around::Section(index) };
        self.blocks(self.in_range(section.body.clone()), over, around);
    }

    /// The title of the log that a section is a part of. Lists there must say themselves what they are.
    fn above(&self, index: usize) -> Option<Title> {
        let parent = |at: usize| self.document.outline.sections[at].parent;
        let mut parents = std::iter::successors(parent(index), |&at| parent(at));
        let title = parents.find_map(|at| {
            self.titles[at].as_ref().filter(|title| title.strength == Strength::Strong)
        })?;
        Some(title.around_a_part())
    }

    /// A log whose entries are headings.
    fn releases(&mut self, index: usize, section: &Section, title: &Title) -> bool {
        let sections = &self.document.outline.sections;
        if title.subject == Subject::Reviews {
            return false;
        }
        // A file that is a log may head its releases on any level, also above its own.
        let whole = index == 0 && title.strength >= Strength::Named;
        let end = if whole { sections.len() } else { section.subtree.min(sections.len()) };
        let mut runs = self.heads.between(index + 1, end);
        runs.retain(|run| self.tells(run, title));
        let entries: usize = runs.iter().map(|run| run.entries.len()).sum();
        if entries == 0 {
            return false;
        }
        // The section's own table or bullets may be the log, and the headings below something else.
        let blocks = self.in_range(section.body.clone());
        let own = items::rows(self.document, blocks, true);
        if own.entries.len() > entries || self.has_table(blocks) {
            return false;
        }
        self.taken.push(index..end);
        if entries == 1
            && let Some(rows) = self.heads.diary(index + 1..end)
        {
            self.push(Some(title), Kind::List, title.subject, rows);
            return true;
        }
        for run in runs {
            let subject = match (run.releases, section.level) {
                (true, 1) => Subject::Releases,
                _ => title.subject,
            };
            self.push_run(Some(title), subject, run);
        }
        true
    }

    /// Whether headings below a title are a log for all that they say: undated ones may be the versions of a
    /// format, dated ones the days of something else.
    fn tells(&self, run: &Run, title: &Title) -> bool {
        let path = heading::strength_of_file(self.document);
        let sure = title.is_sure() || path >= Some(Strength::Named);
        sure || match title.strength {
            Strength::Hint => run.releases && run.is_dated(),
            Strength::Weak if title.subject == Subject::Milestones && run.is_ahead() => false,
            Strength::Weak => run.is_dated() || run.is_of_releases(),
            Strength::Named | Strength::Strong => run.is_dated() || run.names_releases(),
        }
    }

    /// A run of releases that no title announces. A title without entries of its own is theirs, also
    /// where it stands below them.
    fn untitled(&mut self) {
        let path = heading::strength_of_file(self.document);
        let named = path > Some(Strength::Hint);
        let beside = self.logs.iter().any(|log| !log.entries.is_empty());
        let run = self.heads.untitled(named, beside, &self.taken);
        let tells =
            |run: &Run| path >= Some(Strength::Named) || run.is_dated() || run.is_of_releases();
        let Some(run) = run.filter(tells) else { return };
        let told = |log: &Log| run.extents.iter().any(|extent| extent.contains(log.place.span));
        // What a log is called for is its entries, whatever else their headings say.
        let title = self.titles.first().and_then(Option::as_ref).map(|title| title.strength);
        let called = path.max(title) >= Some(Strength::Named);
        if !called && self.logs.iter().any(|log| !told(log) && at_length::tells(&run, log)) {
            return;
        }
        if run.releases {
            // A table within a release is what that tells of.
            self.logs.retain(|log| log.kind == Kind::Prose || !told(log));
        }
        let title = self.logs.iter().position(|log| log.kind == Kind::Prose);
        let title = title.map(|at| self.logs.remove(at));
        self.push_run(None, Subject::Releases, run);
        if let Some(log) = self.logs.last_mut() {
            log.certain |= title.as_ref().is_some_and(|title| title.certain);
            log.heading = title.and_then(|title| title.heading);
        }
    }

    /// A file that is called a log and has no heading at all.
    fn without_headings(&mut self) {
        let path = heading::strength_of_file(self.document);
        let blocks = self.in_range(self.document.outline.preamble.clone());
        let rows = items::rows(self.document, blocks, path != Some(Strength::Strong));
        if path > Some(Strength::Hint) && !rows.entries.is_empty() {
            self.push(None, Kind::List, Subject::Releases, rows);
        }
    }

    fn push_run(&mut self, title: Option<&Title>, subject: Subject, run: Run) {
        let kind = if run.releases { Kind::KeepAChangelog } else { Kind::List };
        self.push(title, kind, subject, Rows { entries: run.entries, ..Rows::default() });
    }

    /// A log whose entries stand directly below its heading.
    fn log(&mut self, index: usize, section: &Section, title: &Title) -> bool {
        let blocks = self.in_range(section.body.clone());
        if title.strength != Strength::Hint && self.tables(title, blocks) {
            return true;
        }
        let strong = title.strength == Strength::Strong;
        let rows = items::rows(self.document, blocks, !strong);
        // A day below a title dates the whole of it.
        let tells = |entry: &Entry| {
            entry.changes.is_some() || entry.version.is_some() || rows.entries.len() > 1
        };
        let keyed = |entry: &Entry| match title.strength {
            // The log of something else has days, and a list of something's versions has none.
            Strength::Hint => entry.version.is_some() && entry.date.is_some(),
            Strength::Strong => true,
            Strength::Weak | Strength::Named => entry.has_date_or_version() && tells(entry),
        };
        let states = rows.entries.len() == 1 && title.names_one();
        let evident = !states && rows.entries.iter().any(keyed);
        if evident || (strong && !rows.untouched.is_empty()) {
            self.push(Some(title), Kind::List, title.subject, rows);
            return true;
        }
        if strong {
            // Sections below may hold what this one does not; then it is only their title.
            let empty = section.subtree == index + 1 && self.is_empty(blocks);
            self.push(Some(title), Kind::Prose, title.subject, Rows::default());
            if let Some(log) = self.logs.last_mut() {
                log.empty = empty;
            }
        }
        strong
    }

    /// Looks for logs that no heading announces: below bold lines, or by a table's header alone.
    fn blocks(&mut self, blocks: &'d [Block], over: Option<Title>, around: Around) {
        let document = self.document;
        let mut over = over;
        for (index, block) in blocks.iter().enumerate() {
            if let Some(grid) = grid::of(document, block) {
                self.found(over.take().as_ref(), &grid, around);
            } else if let BlockKind::Paragraph(text) = &block.kind {
                over = heading::pseudo(block, text);
                let Some(title) = over.as_ref().filter(|title| title.known) else { continue };
                let below: &[Block] = blocks.get(index + 1..).unwrap_or_default();
                // A table that is drawn is a paragraph too.
                if below.first().is_some_and(|block| grid::of(document, block).is_some()) {
                    continue;
                }
                let rows = items::rows(document, &below[..below.len().min(1)], true);
                if rows.entries.iter().any(Entry::has_date_or_version) {
                    self.push(Some(title), Kind::List, title.subject, rows);
                }
            } else if matches!(block.kind, BlockKind::Quote(_) | BlockKind::List(_)) {
                let quote = matches!(block.kind, BlockKind::Quote(_));
                let table = |block: &Block| grid::of(document, block).is_some();
                // A list within a list is part of it.
                for inner in grid::inside(block) {
                    if quote || inner.iter().any(table) {
                        self.blocks(inner, None, around);
                    }
                }
            } else if let BlockKind::Heading(words) = &block.kind {
                over = heading::of_words(&words.text);
            } else if matches!(block.kind, BlockKind::Html) {
                over = heading::of_html(document, block.span).or(over);
            }
        }
    }

    /// Whether nothing but comments or `N/A` stands in a section. What a script fills in the reader's browser, a tag
    /// with an id shows.
    fn is_empty(&self, blocks: &[Block]) -> bool {
        let shows = |html: &str| html.contains("<script") || html.contains(" id=");
        let filled = |html: &str| !html.trim_start().starts_with("<!--") && shows(html);
        blocks.iter().all(|block| match &block.kind {
            BlockKind::Html => !filled(self.document.slice(block.span)),
            BlockKind::Rule => true,
            BlockKind::Paragraph(text) => text.is_blank() || cell::is_blank(&text.plain()),
            _ => false,
        })
    }

    fn in_range(&self, range: Range<usize>) -> &'d [Block] {
        self.document.blocks.get(range).unwrap_or_default()
    }

    fn push(&mut self, title: Option<&Title>, kind: Kind, subject: Subject, rows: Rows) {
        let spans =
            rows.entries.iter().map(|entry| entry.span).chain(rows.untouched.iter().copied());
        let body = spans.reduce(Span::cover);
        let named = heading::is_of_file(self.document);
        let heading = title.map(|title| title.text.clone());
        let head = heading.as_ref().map(|heading| heading.span);
        let body = body.or(head).unwrap_or_default();
        self.logs.push(Log {
            place: Place::new(&self.document.source, head.map_or(body, |head| head.cover(body))),
            heading,
            body,
            told: rows.told,
            kind,
            subject,
            direction: None,
            entries: rows.entries,
            untouched: rows.untouched,
            empty: false,
            certain: named || title.is_some_and(Title::is_sure),
        });
    }
}
