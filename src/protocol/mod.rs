//! What mdBook and a preprocessor say to each other: the JSON on stdin and stdout.
//!
//! mdBook writes one line, `[context, book]`, and expects the book alone in return. The format is the
//! serde form of mdBook's `PreprocessorContext` and `Book`
//! (<https://rust-lang.github.io/mdBook/for_developers/preprocessors.html>); it changed with mdBook 0.5:
//!
//! | | 0.4 | 0.5 |
//! |---|---|---|
//! | list of the book | `sections` | `items` |
//! | `__non_exhaustive: null` | sent, and required on return | absent |
//! | `config.book.src` | always sent | left out when it is `src` |
//!
//! The types of either mdBook version refuse what the other sends, so this module reads the few fields
//! that are needed and promises one thing: **the output is the received book's bytes, in which only
//! chapter `content` strings are replaced and, where asked, new chapters inserted.** Nothing is
//! re-serialised. Fields, item kinds and spellings that this module has never heard of survive, and a
//! book that needs no change costs one pass over the text.

mod book;
mod context;
mod error;
mod needles;
mod read;
mod scripts;
mod text;
mod write;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub(crate) use context::Context;
pub(crate) use error::ProtocolError;
pub(crate) use read::{Chapter, Input};
pub(crate) use text::EncodedText;
pub(crate) use write::{Changes, NewChapter, Written};
