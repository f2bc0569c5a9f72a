//! The mdBook preprocessor that makes architecture documentation complete and keeps it true.
//!
//! The data goes one way, and each stage is a module:
//!
//! ```text
//! mdBook's message -> protocol ─┐
//!                               ├─> Book -> documents, adr, changelog -> Analysis -> rules -> levels -> report
//! files on disk    -> load     ─┘                                           └─> expand -> edits -> the book
//! ```
//!
//! [`protocol`] and [`load`] make the same [`book::Book`]. [`analysis::Analysis`] is everything that was
//! understood of it, every value with its place in the author's file ([`source`]). The [`rule`]s look at
//! that and at nothing else; [`pipeline`] weighs what they found. [`expand`] turns directives and gaps into
//! edits, and [`edit`] is the only code that changes Markdown. [`preprocess`] is all of it for one message.

#![warn(missing_docs)]

pub mod build;
pub mod config;
#[cfg(feature = "mdbook")]
pub mod embed;
pub mod error;
pub mod load;
pub mod narrow;
pub mod protocol;
pub mod report;
pub mod terminal;
pub mod workbench;
pub mod write;

use std::borrow::Cow;

use readers::settings::env::Environment;

/// Answers one message of mdBook, `[context, book]`, with the book; tells people on stderr what was
/// found.
///
/// The program, the `mdbook` feature and the example all go through this.
///
/// # Errors
/// As [`build::answer`]; [`error::Error::Denied`] after everything was reported.
pub fn preprocess(message: &[u8]) -> Result<Cow<'_, [u8]>, error::Error> {
    let answer = build::answer(message, Environment::of_process())?;
    terminal::report(&answer.report(&terminal::human()));
    answer.into_book()
}
