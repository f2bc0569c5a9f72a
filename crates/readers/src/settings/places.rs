//! Where a key stands: a span in `book.toml` or `archdoc.toml`, or the environment variable that set it.

use std::fmt;
use std::sync::{Arc, OnceLock};

use toml_edit::{Document, Item, Key};

use super::env::Environment;
use super::preprocessors::{self, Misnamed};
use text::source::{Place, Source, Span};

/// What the table is named in the book's file.
const BOOK_TOML: &str = "book.toml";

/// The file that holds nothing but our table.
pub use crate::files::ARCHDOC_TOML;

/// The table that all of this is about.
const TABLE: [&str; 2] = ["preprocessor", "archdoc"];

/// One step into the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of a table.
    Key(String),
    /// An element of an array, from 0.
    Index(usize),
}

/// Steps from `[preprocessor.archdoc]` to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPath(pub Vec<Step>);

impl KeyPath {
    /// This path and one key more.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// This path and one element more.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    /// The last key; empty where there is none.
    pub fn last(&self) -> &str {
        let mut steps = self.0.iter().rev();
        steps
            .find_map(|step| match step {
                Step::Key(key) => Some(key.as_str()),
                Step::Index(_) => None,
            })
            .unwrap_or_default()
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl<const N: usize> From<[&str; N]> for KeyPath {
    fn from(keys: [&str; N]) -> Self {
        Self(keys.map(|key| Step::Key(key.to_owned())).into())
    }
}

/// As people write it, elements counted from 1: `documents[2].template`.
impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{}]", index + 1)?,
            }
        }
        Ok(())
    }
}

/// Where a value of the configuration comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Its place in the file that sets it; that of the nearest table around it where none does.
    pub place: Place,
    /// The environment variable that set it.
    pub variable: Option<String>,
}

impl Origin {
    /// The file that people are to look into: `book.toml`, or `archdoc.toml` with the way to it.
    pub fn file(&self) -> &str {
        self.place.source.path()
    }

    /// Whether our keys stand at the top level of that file: it is an `archdoc.toml`.
    pub fn is_top_level(&self) -> bool {
        self.variable.is_none() && text::link::file_name(self.file()) == ARCHDOC_TOML
    }
}

/// Finds the keys of the configuration again.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The first that sets a key has the word.
    files: Vec<Written>,
    environment: Environment,
}

/// A file of settings.
#[derive(Clone, Debug)]
struct Written {
    source: Arc<Source>,
    /// The way to our table in it.
    table: &'static [&'static str],
    /// The text with the spans of its keys, read at the first question.
    document: OnceLock<Option<Document<String>>>,
}

/// Which part of an entry is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Key,
    Value,
}

impl Places {
    /// `book_toml` is the file's text, where there is such a file.
    pub fn new(book_toml: Option<Arc<Source>>, environment: Environment) -> Self {
        let files = book_toml.map(|source| Written::new(source, &TABLE)).into_iter().collect();
        Self { files, environment }
    }

    /// With the text of an `archdoc.toml`, which holds nothing but our table.
    #[must_use]
    pub fn beside(mut self, archdoc_toml: Option<Arc<Source>>) -> Self {
        self.files.extend(archdoc_toml.map(|source| Written::new(source, &[])));
        self
    }

    /// The text of `book.toml`, where there is such a file.
    pub fn book_toml(&self) -> Option<&Arc<Source>> {
        Some(&self.book()?.source)
    }

    /// Whether `book.toml` or the environment has mdBook run us, under whatever name.
    pub fn runs_us(&self) -> bool {
        let book = self.book().and_then(|book| book.document());
        let named = book.is_some_and(preprocessors::is_named);
        named || self.environment.sets_within(&TABLE) || !self.misnamed().is_empty()
    }

    /// Whether our table says that another preprocessor runs before us.
    pub(crate) fn runs_after(&self, other: &str) -> bool {
        let book = self.book().and_then(|book| book.document());
        book.is_some_and(|book| preprocessors::runs_after(book, other))
    }

    /// The tables of other names that have mdBook run us.
    pub fn misnamed(&self) -> Vec<Misnamed> {
        let book = self.book().and_then(|book| Some((&book.source, book.document()?)));
        book.map(|(source, book)| preprocessors::misnamed(source, book)).unwrap_or_default()
    }

    fn book(&self) -> Option<&Written> {
        self.files.iter().find(|file| file.table == TABLE)
    }

    /// Where the name of a key stands.
    pub fn key(&self, path: &KeyPath) -> Origin {
        self.origin(path, Part::Key)
    }

    /// Where a key's value stands.
    pub fn value(&self, path: &KeyPath) -> Origin {
        self.origin(path, Part::Value)
    }

    fn origin(&self, path: &KeyPath, part: Part) -> Origin {
        let keys = path.0.iter().map_while(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        });
        let keys: Vec<&str> = TABLE.into_iter().chain(keys).collect();
        let variable = self.environment.setting(&keys).map(str::to_owned);
        let spans = || self.files.iter().map(|file| (file, file.span(path, part)));
        let set = spans().find(|(_, (_, whole))| *whole).or_else(|| spans().next());
        let place = match set {
            Some((file, (span, _))) => Place::new(&file.source, span),
            None => Place::new(&Source::new(BOOK_TOML, ""), Span::default()),
        };
        Origin { place, variable }
    }
}

impl Written {
    fn new(source: Arc<Source>, table: &'static [&'static str]) -> Self {
        Self { source, table, document: OnceLock::new() }
    }

    fn document(&self) -> Option<&Document<String>> {
        let text = || Document::parse(self.source.text().to_owned()).ok();
        self.document.get_or_init(text).as_ref()
    }

    /// The span of an entry, or of the nearest table around it; and whether it is the entry's own.
    fn span(&self, path: &KeyPath, part: Part) -> (Span, bool) {
        self.document().map(|document| span(document, self.table, path, part)).unwrap_or_default()
    }
}

/// The span of the entry, or of the nearest table around it that is written down; and whether it is the
/// entry's own.
fn span(document: &Document<String>, table: &[&str], path: &KeyPath, part: Part) -> (Span, bool) {
    let table: Vec<Step> = table.iter().map(|&key| Step::Key(key.to_owned())).collect();
    let mut found = Span::default();
    let mut item = document.as_item();
    for step in table.iter().chain(&path.0) {
        let Some((key, value)) = enter(item, step) else {
            return (found, false);
        };
        let spans = [key.and_then(Key::span), value.span()];
        let wanted = match part {
            Part::Key => spans.into_iter().flatten().next(),
            Part::Value => spans.into_iter().rev().flatten().next(),
        };
        found = wanted.map_or(found, Span::from);
        item = value;
    }
    (found, true)
}

/// The entry of a table or array; an element has no key.
fn enter<'a>(item: &'a Item, step: &Step) -> Option<(Option<&'a Key>, &'a Item)> {
    match step {
        Step::Key(key) => {
            let (key, value) = item.as_table_like()?.get_key_value(key)?;
            Some((Some(key), value))
        }
        Step::Index(index) => Some((None, item.get(*index)?)),
    }
}
