//! Why a book could not be read from disk.

use std::io;
use std::path::{Path, PathBuf};

use readers::files::Unreadable;
use text::source::Place;

use crate::config::ConfigError;

/// Why a book, or one file of it, could not be read. `Display` says what, [`LoadError::help`] what to
/// do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The argument names nothing, or a file.
    #[error("`{}` is not a directory", .0.display())]
    NotADirectory(PathBuf),
    /// Neither `book.toml` nor `SUMMARY.md`.
    #[error("no book in `{}`: there is no `book.toml`", directory.display())]
    NoBook {
        /// Where it was looked for.
        directory: PathBuf,
        /// A directory further up that does hold a book.
        above: Option<PathBuf>,
    },
    /// `book.toml` is not TOML.
    #[error("`{}` is not valid TOML: {problem}", place.source.path())]
    Toml {
        /// What the parser says.
        problem: String,
        /// Where.
        place: Place,
    },
    /// There is no `SUMMARY.md`.
    #[error("`{file}` is missing: it lists the chapters of the book")]
    NoSummary {
        /// Where it should be, relative to the root.
        file: String,
        /// `book.src` in `book.toml`.
        src: String,
    },
    /// `SUMMARY.md` is not as mdBook wants it.
    #[error("`{file}` cannot be read as a summary: {problem}")]
    Summary {
        /// The file.
        file: String,
        /// What mdBook's own reader says.
        problem: String,
        /// The second entry of a file that is listed twice.
        place: Option<Place>,
    },
    /// A chapter that `SUMMARY.md` lists has no file.
    #[error("the chapter `{file}` is listed, but there is no such file")]
    Absent {
        /// Where the file should be, relative to the root.
        file: String,
        /// The entry.
        place: Place,
    },
    /// A chapter whose path leaves the source directory: mdBook would write outside its output.
    #[error("the chapter `{path}` lies outside the source directory of the book")]
    Outside {
        /// The path as listed.
        path: String,
        /// The entry.
        place: Place,
    },
    /// A path that does not lie in the tree that is read.
    #[error("`{}` does not lie in `{}`", path.display(), root.display())]
    OutsideTree {
        /// The path as it was typed.
        path: PathBuf,
        /// The top of the tree.
        root: PathBuf,
    },
    /// A link that leads to a file outside of the repository.
    #[error("`{file}` {}", Unreadable::OUTSIDE)]
    Refused {
        /// The link.
        file: String,
    },
    /// A file is not text.
    #[error("`{file}` is not UTF-8: the byte at offset {offset} is invalid")]
    NotUtf8 {
        /// The file.
        file: String,
        /// The first invalid byte, from 0.
        offset: usize,
    },
    /// A setting cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Any other failure to read.
    #[error("`{file}` cannot be read: {problem}")]
    Io {
        /// The file.
        file: String,
        /// Why.
        problem: io::Error,
    },
}

impl LoadError {
    /// Where in the book's files it is wrong.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Toml { place, .. } | Self::Absent { place, .. } | Self::Outside { place, .. } => {
                Some(place)
            }
            Self::Config(error) => Some(&error.origin.place),
            Self::Summary { place, .. } => place.as_ref(),
            _ => None,
        }
    }

    /// What else stopped it.
    pub fn others(&self) -> &[ConfigError] {
        match self {
            Self::Config(error) => &error.others,
            _ => &[],
        }
    }

    /// The file that cannot be read, as findings name it.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::NotUtf8 { file, .. }
            | Self::Io { file, .. }
            | Self::Absent { file, .. }
            | Self::Summary { file, .. }
            | Self::Refused { file } => Some(file),
            _ => None,
        }
    }

    /// What can be done about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::NotADirectory(path) if is_book_toml(path) => {
                let directory = path.parent().filter(|parent| *parent != Path::new(""));
                let directory = directory.unwrap_or(Path::new("."));
                format!("name its directory: `{}`", shell(directory))
            }
            Self::NotADirectory(_) => "name the directory that holds `book.toml`".to_owned(),
            Self::NoBook { above: Some(above), .. } => {
                format!("the book is further up: name its directory, `{}`", shell(above))
            }
            Self::NoBook { above: None, .. } => {
                "run this in the directory that holds `book.toml`, or name that directory; \
                 `mdbook init` begins a book"
                    .to_owned()
            }
            Self::NoSummary { src, .. } => format!(
                "write it (https://rust-lang.github.io/mdBook/format/summary.html), or set \
                 `src` under `[book]` in `book.toml`, which is now `{src}`"
            ),
            Self::Absent { .. } => "correct the path, remove the entry, or write the file; \
                                    `mdbook build` creates missing files unless `create-missing` is `false`"
                .to_owned(),
            Self::Outside { .. } => {
                "move the file below the source directory, or include it in a chapter there: \
                 `{{#include ../file.md}}`"
                    .to_owned()
            }
            Self::Refused { .. } => Unreadable::OUTSIDE_HELP.to_owned(),
            Self::OutsideTree { .. } => "check the two in two runs".to_owned(),
            Self::NotUtf8 { .. } => Unreadable::NOT_TEXT_HELP.to_owned(),
            Self::Config(error) => return error.help(),
            Self::Summary { place: Some(_), .. } => {
                "list the file once: mdBook 0.5 builds no book that lists a file twice".to_owned()
            }
            Self::Summary { .. } => {
                "https://rust-lang.github.io/mdBook/format/summary.html says what stands in it"
                    .to_owned()
            }
            Self::Io { problem, .. } if problem.kind() == io::ErrorKind::PermissionDenied => {
                "have whoever runs this allowed to read it".to_owned()
            }
            Self::Toml { .. } | Self::Io { .. } => return None,
        };
        Some(help)
    }
}

fn is_book_toml(path: &Path) -> bool {
    path.is_file() && path.file_name().is_some_and(|name| name == "book.toml")
}

/// A path as one argument of a shell.
fn shell(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains([' ', '\'', '"', '$', '&', '(', ')', ';']) {
        format!("'{}'", text.replace('\'', r"'\''"))
    } else {
        text
    }
}
