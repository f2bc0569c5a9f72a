//! Text as authors wrote it: files with spans and lines, one parse of Markdown, links, edits by splicing.
//!
//! This crate is internal to mdbook-archdoc. It knows Markdown, front matter and labelled fields. It must
//! not know what any of it means: no architecture, no decision records, no change logs, no natural
//! language, no files on disk.

pub mod compose;
pub mod destination;
mod dialect;
pub mod edit;
pub mod heading_number;
pub mod html;
pub mod link;
pub mod markdown;
pub mod printable;
pub mod raw_html;
pub mod source;
pub mod tally;
pub mod word;
pub mod wording;
