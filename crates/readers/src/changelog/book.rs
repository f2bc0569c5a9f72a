//! The change logs of a book.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::sync::Arc;

use text::markdown::Document;
use text::source::Source;
use words::date::Date;

use crate::book::Book;
use crate::document::Annotated;
use crate::settings::{Settings, today};

use super::{History, Kind, Log, certain};
use crate::directive::Directive;
use crate::directive::change_log::{Scope, View};
use text::link::resolve;

/// The histories of a book's documents.
#[derive(Debug)]
pub struct ChangeLogs {
    /// Those that were read, in the order of the chapters.
    pub histories: Vec<History>,
    /// The day after which a date is in the future.
    pub today: Date,
    /// The logs of the files that directives name, by path; none of a file that cannot be read.
    files: BTreeMap<String, Option<Vec<Log>>>,
}

impl ChangeLogs {
    /// The day of the newest entry in the logs of a chapter, by its place among the book's chapters.
    pub fn newest_in(&self, chapter: usize) -> Option<Date> {
        let here = self.histories.iter().filter(|history| history.chapter == chapter);
        let logs = here.flat_map(|history| &history.logs);
        logs.filter_map(|log| log.newest()?.on()).max()
    }

    /// Whether the logs of a chapter are read, by its place among the book's: those of the annotated ones are; those of
    /// all where a directive shows the whole book's, and of all files of a tree without a book.
    pub(crate) fn are_read(book: &Book<'_>, annotated: &[Annotated]) -> impl Fn(usize) -> bool {
        let whole = !book.listed || views(annotated).any(|view| view.scope == Scope::Book);
        move |index| {
            whole || annotated.binary_search_by_key(&index, |chapter| chapter.chapter).is_ok()
        }
    }

    /// The logs of a book's chapters, as they were read, and those of the files that directives show.
    pub(crate) fn of_book(
        book: &Book<'_>,
        annotated: &[Annotated],
        (settings, today): (&Settings, Date),
        histories: Vec<History>,
    ) -> Self {
        let mut logs = Self::new(histories, today);
        for history in &mut logs.histories {
            let file = history.source.path();
            let shown = |chapter: &&Annotated| chapter.chapter == history.chapter;
            let views = annotated.iter().filter(shown).flat_map(|chapter| chapter.scan.asked());
            history.asked = views.filter_map(Directive::change_log).count() > 0
                || settings.named.iter().any(|named| named == file);
        }
        if !book.listed {
            logs.keep_documents();
        }
        let order = settings.dates;
        for path in views(annotated).flat_map(View::files) {
            let text = file(book, path);
            let read = |text| super::read(&Document::parse(&Source::new(path, text)), order);
            logs.files.insert(path.to_owned(), text.map(read));
        }
        logs
    }

    /// Reads the logs of documents; their places stand for the chapters'.
    pub fn read<'d>(
        documents: impl IntoIterator<Item = &'d Document>,
        settings: &Settings,
    ) -> Self {
        let order = settings.dates;
        let read = |(index, document)| History::of(document, index, order);
        let histories = documents.into_iter().enumerate().filter_map(read).collect();
        Self::new(histories, today(settings))
    }

    fn new(histories: Vec<History>, today: Date) -> Self {
        Self { today, histories, files: BTreeMap::new() }
    }

    /// Leaves out what is no history of a document where nobody asks for it.
    fn keep_documents(&mut self) {
        self.judge_documents();
        for history in self.histories.iter_mut().filter(|history| !history.asked) {
            history.logs.retain(|log| log.certain);
        }
        self.histories.retain(|history| !history.logs.is_empty());
    }

    /// Has nothing accused that is no history of a document where nobody asks for it: the release notes of
    /// software, templates, copies, and what may be no log at all. Lists without days and versions are left out.
    fn judge_documents(&mut self) {
        // Texts of one length are few, so that nearly none is read through.
        let mut seen = BTreeSet::new();
        let texts = self.histories.iter().map(|history| history.source.text());
        let again: Vec<bool> = texts.map(|text| !seen.insert((text.len(), text))).collect();
        for (history, again) in self.histories.iter_mut().zip(again) {
            if history.asked {
                continue;
            }
            history.logs.retain(certain::says_when);
            let spare = again || certain::is_spare(history.source.path());
            for log in &mut history.logs {
                log.certain &= !spare && log.kind != Kind::KeepAChangelog;
            }
        }
        self.histories.retain(|history| !history.logs.is_empty());
    }

    /// Has the logs of these files looked at, by their places, and the others as in a tree without a book.
    pub fn ask_for(&mut self, named: impl Fn(usize) -> bool) {
        self.histories.iter_mut().for_each(|history| history.asked = named(history.chapter));
        self.judge_documents();
    }

    /// Leaves out what templates say of themselves: it is there to be replaced.
    pub fn leave_out(&mut self, templates: &[Arc<Source>]) {
        let is_template = |history: &History| {
            templates.iter().any(|template| template.path() == history.source.path())
        };
        self.histories.retain(|history| !is_template(history));
    }

    /// Tells which files are decision records: the `Date` of one is the day of the decision, and what its
    /// log adds later does not move that.
    pub fn decided<'r>(&mut self, records: impl IntoIterator<Item = &'r str>) {
        let records: HashSet<&str> = records.into_iter().collect();
        for history in &mut self.histories {
            if records.contains(history.source.path()) {
                history.stated.date = None;
            }
        }
    }

    /// The logs of a file that a directive names; none where it cannot be read.
    pub fn of_file(&self, path: &str) -> Option<&[Log]> {
        self.files.get(path)?.as_deref()
    }
}

/// What the directives of a book ask of logs.
fn views(annotated: &[Annotated]) -> impl Iterator<Item = &View> {
    let directives = annotated.iter().flat_map(|chapter| chapter.scan.asked());
    directives.filter_map(Directive::change_log)
}

/// The text of a file below the book's root; none for a path that leads out of it.
fn file(book: &Book<'_>, path: &str) -> Option<String> {
    let inside = resolve("", &path.replace('\\', "/")).filter(|_| !path.starts_with('/'))?;
    let file = book.on_disk(&inside);
    let root = fs::canonicalize(book.on_disk(".")).ok()?;
    let real = fs::canonicalize(file).ok().filter(|real| real.starts_with(root))?;
    book.overlay.read_text(&real).ok()
}
