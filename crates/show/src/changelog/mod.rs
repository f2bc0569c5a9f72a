//! What stands in a `change-log` directive's place.

pub mod render;

use std::collections::BTreeMap;

use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::git::Repository;
use readers::settings::ChangeLogSource;
use text::markdown::Document;
use text::source::Span;

use crate::says::Says;
use crate::style::Medium;
use readers::changelog::rows;
use readers::changelog::rows::Row;
use readers::changelog::{History, Kind, Log};
use readers::directive::change_log::{Scope, View};
use text::compose::{Blocks, Inline};
use text::link::chapter;

/// What is shown, and what it makes superfluous.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What is shown in the directive's place.
    pub blocks: Blocks,
    /// What of the document's own log, when the directive stands in its section, says nothing but
    /// what is shown: it would be said twice. The file keeps it; only the page shows the directive's
    /// instead.
    pub hides: Vec<Span>,
}

/// Carries a directive out that stands at `span`; `chapter` is the index of the chapter it stands in.
pub(crate) fn show(
    analysis: &Analysis<'_>,
    document: &Document,
    chapter: usize,
    (span, says): (Span, Says),
    view: &View,
) -> Shown {
    let seen_from = &analysis.book.chapters[chapter];
    let collector = Collector { analysis, view, chapter, seen_from };
    let rows = collector.rows();
    let link = |target: usize| {
        let target = analysis.book.chapters.get(target);
        target.map_or_else(Inline::default, |target| {
            chapter::to_chapter(&target.name, &seen_from.path, &target.path)
        })
    };
    let medium = Medium::of(&analysis.book.output);
    let blocks = render::blocks(view, rows, &link, (medium, says));
    let history = analysis.change_logs.histories.iter().find(|history| history.chapter == chapter);
    let hides = history.map(|history| hidden(history, document, view, span));
    let hides = hides.unwrap_or_default();
    Shown { blocks, hides }
}

/// The blocks of the log that stands in the directive's own section.
fn hidden(history: &History, document: &Document, view: &View, directive: Span) -> Vec<Span> {
    if view.scope != Scope::Document || !view.sources.contains(&ChangeLogSource::Table) {
        return Vec::new();
    }
    let section = document.outline.at(directive.start);
    let here =
        |span: &Span| document.outline.at(span.start) == section && !span.contains(directive);
    let log = rows::telling(&history.logs).into_iter().find(|log| log.told.iter().any(&here));
    log.map(|log| log.told.iter().copied().filter(here).collect()).unwrap_or_default()
}

struct Collector<'a, 'b> {
    analysis: &'a Analysis<'b>,
    view: &'a View,
    chapter: usize,
    seen_from: &'a Chapter<'b>,
}

impl Collector<'_, '_> {
    /// The rows of all sources, merged, from the newest to the oldest.
    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for source in &self.view.sources {
            let further = match source {
                ChangeLogSource::Table => self.of_logs(|log| log.kind != Kind::FrontMatter),
                ChangeLogSource::FrontMatter => self.of_front_matter(),
                ChangeLogSource::Git => self.of_git(),
                ChangeLogSource::File(path) => self.of_file(path),
            };
            rows::merge(&mut rows, further);
        }
        rows::newest_first(&mut rows);
        rows
    }

    /// The documents that the view tells of.
    fn histories(&self) -> Vec<&History> {
        let logs = &self.analysis.change_logs;
        match self.view.scope {
            Scope::Document => {
                logs.histories.iter().filter(|history| history.chapter == self.chapter).collect()
            }
            Scope::Book => {
                logs.histories.iter().filter(|history| self.is_chosen(history.chapter)).collect()
            }
        }
    }

    fn is_chosen(&self, chapter: usize) -> bool {
        let book = self.analysis.book;
        match (self.view.scope, &self.view.paths) {
            (Scope::Document, _) => chapter == self.chapter,
            (Scope::Book, None) => true,
            (Scope::Book, Some(paths)) => book.chapters[chapter].is_in(paths, &book.src),
        }
    }

    fn of_logs(&self, chosen: impl Fn(&Log) -> bool) -> Vec<Row> {
        let to = &self.seen_from.path;
        let of_history = |history: &History| {
            let logs: Vec<Log> = history.logs.iter().filter(|log| chosen(log)).cloned().collect();
            let from = &self.analysis.book.chapters[history.chapter].path;
            let entries = rows::telling(&logs).into_iter();
            let rows = entries.flat_map(|log| rows::of_log(log, history.chapter));
            let moved = |row: Row| Row {
                changes: row.changes.map(|line| chapter::moved(line, from, to)),
                ..row
            };
            rows.map(moved).collect::<Vec<_>>()
        };
        self.histories().into_iter().flat_map(of_history).collect()
    }

    fn of_front_matter(&self) -> Vec<Row> {
        self.of_logs(|log| log.kind == Kind::FrontMatter)
    }

    fn of_git(&self) -> Vec<Row> {
        let Some(git) = &self.analysis.history else { return Vec::new() };
        let Ok(repository) = &git.repository else { return Vec::new() };
        let mut touched: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for index in 0..self.analysis.book.chapters.len() {
            if self.is_chosen(index) {
                for &commit in repository.indices(&git.files[index]) {
                    touched.entry(commit).or_default().push(index);
                }
            }
        }
        commits(repository, touched)
    }

    /// The releases in a file of the book. Links that lead to other files of it are not followed.
    fn of_file(&self, path: &str) -> Vec<Row> {
        let logs = self.analysis.change_logs.of_file(path).unwrap_or_default();
        rows::telling(logs).iter().flat_map(|log| rows::of_log(log, self.chapter)).collect()
    }
}

/// A row for each commit, from the oldest to the newest as the entries of a log come.
fn commits(repository: &Repository, touched: BTreeMap<usize, Vec<usize>>) -> Vec<Row> {
    let newest_first = touched.into_iter().rev();
    newest_first
        .filter_map(|(index, chapters)| {
            Some(rows::of_commit(repository.commits.get(index)?, chapters))
        })
        .collect()
}
