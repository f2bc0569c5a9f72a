//! Why a message could not be read or answered.

use thiserror::Error;

/// Why mdBook's message could not be read or answered.
///
/// `Display` says what is wrong; [`help`](Self::help) says what to do about it.
#[derive(Debug, Error)]
pub(crate) enum ProtocolError {
    /// Nothing arrived, as when a person starts the program by hand.
    #[error("stdin is empty: expected the book that mdBook sends to a preprocessor")]
    Empty,
    /// JSON is UTF-8 by definition.
    #[error("stdin is not UTF-8: invalid byte at offset {offset}")]
    NotUtf8 {
        /// Offset of the first invalid byte.
        offset: usize,
    },
    /// The JSON ends in the middle.
    #[error("the book on stdin is cut off after {length} bytes")]
    Truncated {
        /// Number of bytes that arrived.
        length: usize,
        /// Where the parser stopped.
        source: serde_json::Error,
    },
    /// Not JSON at all.
    #[error("stdin is not the JSON that mdBook sends")]
    NotJson(#[source] serde_json::Error),
    /// JSON, but not `[context, book]` as known.
    #[error("mdBook's message has an unknown shape")]
    Shape(#[source] serde_json::Error),
    /// More nested chapters than mdBook itself can read back.
    #[error("the book's chapters are nested too deeply")]
    TooDeep,
    /// A book with neither `items` (0.5) nor `sections` (0.4).
    #[error("the book from mdBook {version} has neither `items` nor `sections`")]
    UnknownBook {
        /// What the context gives as mdBook's version.
        version: String,
    },
    /// A chapter's `content` is no string.
    #[error("the content of chapter \"{chapter}\" is not a string")]
    Content {
        /// The chapter's name.
        chapter: String,
    },
    /// A chapter that is to get children has no list for them.
    #[error("chapter \"{chapter}\" has no `sub_items` to add chapters to")]
    NoSubItems {
        /// The chapter's name.
        chapter: String,
    },
    /// A new chapter's path would not be a page of the book.
    #[error("a new chapter cannot have the path \"{path}\": {reason}")]
    ChapterPath {
        /// The refused path.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl ProtocolError {
    /// What the reader of the message can do, as one sentence without a full stop.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Self::Empty => {
                "mdBook starts this program itself; to look at a book by hand, \
                 run `mdbook-archdoc check`"
            }
            Self::NotUtf8 { .. } | Self::NotJson(_) => {
                "pipe in what mdBook sends to a preprocessor, or run `mdbook-archdoc check`"
            }
            Self::Truncated { .. } => {
                "mdBook probably stopped while it wrote; its own error stands above this one"
            }
            Self::Shape(_) | Self::UnknownBook { .. } => {
                "mdbook-archdoc knows mdBook 0.4 and 0.5; see whether a newer release of it \
                 knows this mdBook"
            }
            Self::TooDeep => {
                "mdBook cannot read back a book that is nested more than 41 levels deep; \
                 flatten SUMMARY.md"
            }
            Self::ChapterPath { .. } => {
                "a path is relative to the book's source directory and stays inside it"
            }
            Self::Content { .. } | Self::NoSubItems { .. } => {
                "another preprocessor may have damaged the book; \
                 look at the ones that run before archdoc"
            }
        }
    }

    /// Sorts what `serde_json` reports about the whole message, `length` bytes long.
    pub(super) fn from_json(error: serde_json::Error, length: usize) -> Self {
        use serde_json::error::Category;
        match error.classify() {
            Category::Eof => Self::Truncated { length, source: error },
            Category::Data => Self::Shape(error),
            // The parser's guard against a stack overflow has no category of its own.
            _ if error.to_string().starts_with("recursion limit exceeded") => Self::TooDeep,
            Category::Syntax | Category::Io => Self::NotJson(error),
        }
    }
}
