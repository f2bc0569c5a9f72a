//! What a `change-log` directive asks for, with the configuration's values where it says nothing.

use crate::directive::values::{Values, list};
use crate::settings::paths::PathSet;
use crate::settings::{ChangeLogColumn, ChangeLogOrder, ChangeLogSettings, ChangeLogSource};
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
    /// The files below the book's root that it reads.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().filter_map(|source| match source {
            ChangeLogSource::File(path) => Some(path.as_str()),
            _ => None,
        })
    }

    /// Whether git must be asked.
    pub fn wants_git(&self) -> bool {
        self.sources.contains(&ChangeLogSource::Git)
    }

    pub(super) fn read(values: &mut Values<'_>, defaults: &ChangeLogSettings) -> Self {
        let scope = values.word("scope").unwrap_or(Scope::Document);
        let grouping = match scope {
            Scope::Book => Grouping::Month,
            Scope::Document => Grouping::None,
        };
        let columns = values.words("columns");
        Self {
            scope,
            sources: sources(values).unwrap_or_else(|| defaults.source.clone()),
            order: values.word("order").unwrap_or(defaults.order),
            limit: values.limit().or(defaults.limit),
            asked: columns.is_some(),
            columns: columns.unwrap_or_else(|| defaults.columns.clone()),
            since: since(values),
            paths: values.paths(),
            grouping: values.word("group-by").unwrap_or(grouping),
        }
    }
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
    let since = date::whole(value).and_then(date::Reading::exact);
    if since.is_none() {
        values.bad(argument, "a day `YYYY-MM-DD` or a month `YYYY-MM`".to_owned(), None);
    }
    since
}
