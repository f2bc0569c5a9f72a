//! Why a file was not written for the author.

use std::path::PathBuf;

use super::record::RecordError;
use crate::write::WriteError;
use load::LoadError;
use load::config::ConfigError;
use text::source::Place;

/// What stopped a command that writes. `Display` says what, and what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WorkbenchError {
    /// The book or its configuration.
    #[error(transparent)]
    Book(#[from] LoadError),
    /// The file.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// No record is written or changed.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// No `book.toml` to set up.
    #[error("there is no `{}`; `mdbook init` begins a book", .0.display())]
    NoBookToml(PathBuf),
    /// A file that cannot be read.
    #[error("`{}` cannot be read", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The configuration is not TOML.
    #[error("the configuration is not valid TOML")]
    Toml(#[from] toml_edit::TomlError),
    /// The configuration says something that ours cannot be joined with.
    #[error("{0}; nothing was changed")]
    Contradiction(String),
    /// A chapter belongs into the source directory.
    #[error("`{}` is not below the source directory of the book; name a file in `{}`", path.display(), src.display())]
    Outside {
        /// The chapter.
        path: PathBuf,
        /// The source directory.
        src: PathBuf,
    },
    /// A chapter is a Markdown file.
    #[error("a chapter is a Markdown file: `{}` does not end in `.md`", .0.display())]
    NotMarkdown(PathBuf),
    /// No such template.
    #[error("there is no template `{name}`; {help}")]
    NoTemplate {
        /// The name.
        name: String,
        /// What there is.
        help: String,
    },
    /// A template of records, which another command writes.
    #[error(
        "`{name}` is a template of decision records, and `new` writes chapters; this writes a record: `{command}`"
    )]
    RecordTemplate {
        /// The name.
        name: String,
        /// The command line.
        command: String,
    },
    /// A parameter that the template does not take, or lacks.
    #[error("{0}")]
    Param(String),
    /// `SUMMARY.md` would not list the chapter.
    #[error(
        "no place for the chapter was found in `{file}`; add the line `{line}` yourself, then write the chapter"
    )]
    Summary {
        /// The file.
        file: String,
        /// The line.
        line: String,
    },
    /// The file is no chapter.
    #[error("`{}` is not a chapter of the book: `SUMMARY.md` does not list it", .0.display())]
    NotListed(PathBuf),
    /// What is added to the chapter is not read as sections.
    #[error(
        "`{}` was not filled: what would be added is not read as sections; {}",
        path.display(),
        close(*line)
    )]
    Unfillable {
        /// The chapter.
        path: PathBuf,
        /// Where a block of code begins that has no end.
        line: Option<usize>,
    },
    /// The chapter has no template.
    #[error("`{}` is not bound to a template: it needs a line such as `<!-- archdoc: template=\"standard\" -->`", .0.display())]
    NotBound(PathBuf),
}

impl WorkbenchError {
    /// Where it is wrong, when that is a place in a file of the book.
    pub(crate) fn place(&self) -> Option<&Place> {
        if let Self::Book(error) = self { error.place() } else { None }
    }

    /// What else stopped it.
    pub(crate) fn others(&self) -> &[ConfigError] {
        if let Self::Book(error) = self { error.others() } else { &[] }
    }

    /// What can be done about it, where `Display` does not say so.
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::Book(error) => error.help(),
            Self::Write(error) => error.help().map(str::to_owned),
            _ => None,
        }
    }
}

/// What to do about a text that takes all that is added.
fn close(line: Option<usize>) -> String {
    line.map_or_else(
        || "close the code or HTML that is open at its end".to_owned(),
        |line| format!("close the block of code that begins on line {line}"),
    )
}
