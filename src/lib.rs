//! The mdBook preprocessor that makes architecture documentation complete and keeps it true, for programs
//! that embed it.
//!
//! [`preprocess`] answers one message of mdBook. [`Book`] is a book on disk: its findings, its decision
//! records, its change logs, and how much of its documents is written. Everything else lives in crates
//! named `mdbook-archdoc-*`, which are internal and may change with every version:
//!
//! ```text
//! text < words < readers < judge, show < load < this package: protocol, reports, commands
//! ```
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # std::fs::write(folder.path().join("SUMMARY.md"), "- [Architecture](architecture.md)\n")?;
//! # std::fs::write(folder.path().join("architecture.md"),
//! #     "# Atlas\n\n<<#archdoc template=\"arc42\">>\n\n## Introduction and Goals\n\nTo find parcels.\n")?;
//! let book = mdbook_archdoc::Book::load(folder.path())?;
//! for finding in book.check()?.findings {
//!     println!("{}: {}", finding.rule, finding.message);
//! }
//! let coverage = &book.coverage()[0];
//! assert_eq!((&*coverage.template, coverage.progress().written), ("arc42", 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod book;
mod build;
mod cli;
mod command;
#[cfg(feature = "mdbook")]
mod embed;
mod error;
mod protocol;
mod report;
mod scope;
mod terminal;
mod workbench;
mod write;

use std::borrow::Cow;

pub use book::{Book, Report};
#[doc(hidden)]
pub use command::{command_line, main};
#[cfg(feature = "mdbook")]
pub use embed::Archdoc;
pub use error::Error;
pub use judge::finding::{Edit, Finding, Related};
pub use judge::level::Level;
pub use judge::rule::{Group, Rule};
pub use readers::document::coverage::{DocumentCoverage, Progress, SectionCoverage};
pub use readers::document::written::State;
pub use readers::template::Need;
pub use report::change_logs::{ChangeLog, ChangeLogEntry};
pub use report::records::Record;
pub use text::source::{Location, Place, Source, Span};
pub use words::Stage;

/// Answers one message of mdBook, `[context, book]` as JSON, with the book; tells people on stderr what was
/// found.
///
/// The program, the `mdbook` feature and the example all go through this. Where nothing changes, the
/// answer is the received book to the byte.
///
/// # Errors
/// The message is not one of mdBook 0.4 or 0.5, the configuration cannot be used, or a finding is denied
/// ([`Error::is_denied`]); that one comes after everything was reported.
///
/// ```
/// let message = br#"[{"root":".","renderer":"html","mdbook_version":"0.5.4"},{"items":[]}]"#;
/// let book = mdbook_archdoc::preprocess(message)?;
/// assert_eq!(&*book, br#"{"items":[]}"#);
/// # Ok::<(), mdbook_archdoc::Error>(())
/// ```
pub fn preprocess(message: &[u8]) -> Result<Cow<'_, [u8]>, Error> {
    build::preprocess(message).map(protocol::Written::into_bytes)
}
