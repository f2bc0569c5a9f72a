//! What a `change-log` directive asks for, with the configuration's values where it says nothing.

use crate::config::word::{listed, words};
use crate::config::{ChangeLogColumn, ChangeLogOrder, ChangeLogSource, PathSet, Settings, Word};
use crate::date::{self, Date};
use crate::diagnostic::nearest;
use crate::directive::{Argument, Directive, Mistake, MistakeKind};

/// Which documents a change log tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The document the directive stands in.
    Document,
    /// All documents of the book.
    Book,
}

/// How the rows are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// One table.
    None,
    /// A table a month.
    Month,
    /// A table a version.
    Version,
}

words!(Scope { "document" => Document, "book" => Book });
words!(Grouping { "none" => None, "month" => Month, "version" => Version });

/// A change log to be shown.
#[derive(Clone, Debug)]
pub struct View {
    /// Of which documents.
    pub scope: Scope,
    /// Read from what; the first that tells of a change has the word.
    pub sources: Vec<ChangeLogSource>,
    /// Which entry comes first.
    pub order: ChangeLogOrder,
    /// How many of the newest entries.
    pub limit: Option<usize>,
    /// The columns; with `asked` false, those without any value are left out.
    pub columns: Vec<ChangeLogColumn>,
    /// Whether the directive named the columns.
    pub asked: bool,
    /// No entry before this day.
    pub since: Option<Date>,
    /// Of these documents only (with [`Scope::Book`]).
    pub paths: Option<PathSet>,
    /// In how many tables.
    pub grouping: Grouping,
}

impl View {
    /// Whether git must be asked.
    pub fn wants_git(&self) -> bool {
        self.sources.contains(&ChangeLogSource::Git)
    }

    /// Reads a directive. A value that means nothing is a mistake, and the configured one counts.
    pub fn read(directive: &Directive, settings: &Settings) -> (Self, Vec<Mistake>) {
        let defaults = &settings.change_log;
        let mut reader = Reader { directive, mistakes: Vec::new() };
        let scope = reader.word("scope").unwrap_or(Scope::Document);
        let grouping = match scope {
            Scope::Book => Grouping::Month,
            Scope::Document => Grouping::None,
        };
        let columns = reader.words("columns");
        let view = Self {
            scope,
            sources: reader.sources().unwrap_or_else(|| defaults.source.clone()),
            order: reader.word("order").unwrap_or(defaults.order),
            limit: reader.limit().or(defaults.limit),
            asked: columns.is_some(),
            columns: columns.unwrap_or_else(|| defaults.columns.clone()),
            since: reader.since(),
            paths: directive.get("paths").map(|paths| PathSet::new(list(paths).map(str::to_owned))),
            grouping: reader.word("group-by").unwrap_or(grouping),
        };
        (view, reader.mistakes)
    }
}

/// The parts of `a, b`.
fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

struct Reader<'d> {
    directive: &'d Directive,
    mistakes: Vec<Mistake>,
}

impl<'d> Reader<'d> {
    fn value(&self, key: &str) -> Option<(&'d Argument, &'d str)> {
        let argument = self.directive.argument(key)?;
        Some((argument, argument.value.as_deref()?))
    }

    fn bad(&mut self, argument: &Argument, takes: String, nearest: Option<&str>) {
        let key = argument.key.clone();
        let kind = MistakeKind::BadValue { key, takes, nearest: nearest.map(str::to_owned) };
        self.mistakes.push(Mistake { span: argument.value_span, kind });
    }

    fn word<W: Word>(&mut self, key: &str) -> Option<W> {
        let (argument, value) = self.value(key)?;
        let word = W::from_word(value);
        if word.is_none() {
            let near = nearest(value, W::all());
            self.bad(argument, listed(&W::all()), near);
        }
        word
    }

    fn words<W: Word>(&mut self, key: &str) -> Option<Vec<W>> {
        let (argument, value) = self.value(key)?;
        let words: Option<Vec<W>> = list(value).map(W::from_word).collect();
        let words = words.filter(|words| !words.is_empty());
        if words.is_none() {
            self.bad(argument, listed(&W::all()), None);
        }
        words
    }

    fn sources(&mut self) -> Option<Vec<ChangeLogSource>> {
        let (argument, value) = self.value("source")?;
        let sources: Option<Vec<_>> = list(value).map(ChangeLogSource::from_word).collect();
        let sources = sources.filter(|sources| !sources.is_empty());
        if sources.is_none() {
            let near = list(value).find_map(|word| nearest(word, ChangeLogSource::WORDS));
            self.bad(argument, listed(&ChangeLogSource::WORDS), near);
        }
        sources
    }

    fn limit(&mut self) -> Option<usize> {
        let (argument, value) = self.value("limit")?;
        let limit = value.parse().ok().filter(|&limit| limit > 0);
        if limit.is_none() {
            self.bad(argument, "a number from 1".to_owned(), None);
        }
        limit
    }

    fn since(&mut self) -> Option<Date> {
        let (argument, value) = self.value("since")?;
        let whole = |found: &date::Found| found.span == (0..value.len());
        let since = date::first(value).filter(whole).and_then(|found| found.reading.exact());
        if since.is_none() {
            self.bad(argument, "a day `YYYY-MM-DD` or a month `YYYY-MM`".to_owned(), None);
        }
        since
    }
}
