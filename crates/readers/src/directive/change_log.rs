//! What a `change-log` directive asks for, with the configuration's values where it says nothing.

use std::fs;

use crate::book::Book;
use crate::directive::values::{Values, list};
use crate::directive::{Directive, Mistake, MistakeKind};
use crate::files;
use crate::settings::paths::PathSet;
use crate::settings::{ChangeLogColumn, ChangeLogOrder, ChangeLogSource, Settings};
use text::link::resolve;
use text::word::words;
use text::wording::listed;
use text::wording::nearest;
use words::date;
use words::date::Date;

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
        let mut values = Values::of(directive);
        let scope = values.word("scope").unwrap_or(Scope::Document);
        let grouping = match scope {
            Scope::Book => Grouping::Month,
            Scope::Document => Grouping::None,
        };
        let columns = values.words("columns");
        let view = Self {
            scope,
            sources: sources(&mut values).unwrap_or_else(|| defaults.source.clone()),
            order: values.word("order").unwrap_or(defaults.order),
            limit: values.limit().or(defaults.limit),
            asked: columns.is_some(),
            columns: columns.unwrap_or_else(|| defaults.columns.clone()),
            since: since(&mut values),
            paths: directive.get("paths").map(|paths| PathSet::new(list(paths).map(str::to_owned))),
            grouping: values.word("group-by").unwrap_or(grouping),
        };
        (view, values.mistakes)
    }
}

/// What is wrong with a directive's values: words that mean nothing, a file that is not there or not
/// in the book.
pub fn mistakes(book: &Book<'_>, settings: &Settings, directive: &Directive) -> Vec<Mistake> {
    let (view, mut mistakes) = View::read(directive, settings);
    let Some(argument) = directive.argument("source") else { return mistakes };
    let unreadable = view
        .sources
        .iter()
        .any(|source| matches!(source, ChangeLogSource::File(path) if file(book, path).is_none()));
    if unreadable {
        let takes = "`file:` and the path of a readable file below the book's directory".to_owned();
        let kind = MistakeKind::BadValue { key: argument.key.clone(), takes, nearest: None };
        mistakes.push(Mistake { span: argument.value_span, kind });
    }
    mistakes
}

/// The text of a file below the book's root; none for a path that leads out of it.
pub fn file(book: &Book<'_>, path: &str) -> Option<String> {
    let inside = resolve("", &path.replace('\\', "/")).filter(|_| !path.starts_with('/'))?;
    let file = book.on_disk(&inside);
    let root = fs::canonicalize(book.on_disk(".")).ok()?;
    let real = fs::canonicalize(file).ok().filter(|real| real.starts_with(root))?;
    files::read_text(&real).ok()
}

fn sources(values: &mut Values<'_>) -> Option<Vec<ChangeLogSource>> {
    let (argument, value) = values.given("source")?;
    let sources: Option<Vec<_>> = list(value).map(ChangeLogSource::from_word).collect();
    let sources = sources.filter(|sources| !sources.is_empty());
    if sources.is_none() {
        let near = list(value).find_map(|word| nearest(word, ChangeLogSource::WORDS));
        values.bad(argument, listed(&ChangeLogSource::WORDS), near);
    }
    sources
}

fn since(values: &mut Values<'_>) -> Option<Date> {
    let (argument, value) = values.given("since")?;
    let whole = |found: &date::Found| found.span == (0..value.len());
    let since = date::first(value).filter(whole).and_then(|found| found.reading.exact());
    if since.is_none() {
        values.bad(argument, "a day `YYYY-MM-DD` or a month `YYYY-MM`".to_owned(), None);
    }
    since
}
