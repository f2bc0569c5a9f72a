//! What the directive for a change log shows where it does not say otherwise.

use text::words;

/// What `<<#archdoc change-log>>` shows where it does not say otherwise.
#[derive(Clone, Debug)]
pub struct ChangeLogSettings {
    /// Which entry comes first.
    pub order: ChangeLogOrder,
    /// The number of entries shown; none for all.
    pub limit: Option<usize>,
    /// The columns, from left to right.
    pub columns: Vec<ChangeLogColumn>,
    /// What the entries are read from.
    pub source: Vec<ChangeLogSource>,
}

impl Default for ChangeLogSettings {
    fn default() -> Self {
        use ChangeLogColumn::{Author, Changes, Date, Version};
        Self {
            order: ChangeLogOrder::Newest,
            limit: None,
            columns: vec![Date, Version, Author, Changes],
            source: vec![ChangeLogSource::Table],
        }
    }
}

/// Which entry of a change log comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeLogOrder {
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
}

words!(ChangeLogOrder { "newest" => Newest, "oldest" => Oldest });

/// A column of a change log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeLogColumn {
    /// When.
    Date,
    /// Which version of the document.
    Version,
    /// Who.
    Author,
    /// What.
    Changes,
}

words!(ChangeLogColumn {
    "date" => Date, "version" => Version, "author" => Author, "changes" => Changes,
});

/// What the entries of a change log are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeLogSource {
    /// The table or list in the document itself.
    Table,
    /// The document's front matter.
    FrontMatter,
    /// The commits that changed the document.
    Git,
    /// A Keep a Changelog file, relative to the book's root.
    File(String),
}

impl ChangeLogSource {
    /// The words of the configuration; `file:` is followed by a path.
    pub const WORDS: [&str; 4] = ["table", "front-matter", "git", "file:"];

    /// The source of this name; none for a word that is not one.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "table" => Some(Self::Table),
            "front-matter" => Some(Self::FrontMatter),
            "git" => Some(Self::Git),
            _ => word
                .strip_prefix("file:")
                .filter(|path| !path.is_empty())
                .map(|path| Self::File(path.to_owned())),
        }
    }
}
