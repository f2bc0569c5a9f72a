//! What a book says: its directives, its documents and how far each section is, its decision records, its
//! change logs, and what git knows of them.
//!
//! This crate is internal to mdbook-archdoc. It knows how teams write. [`analysis::Analysis`] is all that
//! was read of a book; what stands in it keeps its place in the author's file. The crate must not judge
//! (no levels, no findings), not change texts, and not know how mdBook sends a book.

pub mod adr;
pub mod analysis;
pub mod book;
mod braces;
pub mod changed_paths;
pub mod changelog;
pub mod comments;
pub mod dead_link;
pub mod described;
pub mod directive;
pub mod document;
pub mod files;
pub mod git;
pub mod history;
pub mod include;
pub mod included;
mod logs_and_records;
pub mod nesting;
pub mod online;
pub mod parallel;
pub mod path_word;
mod pointer;
pub mod record_path;
pub mod relink;
pub mod settings;
pub mod since;
pub mod site;
pub mod spoken;
pub mod summary;
pub mod suppression;
pub mod survey;
pub mod template;
pub mod trace;
pub mod unmatched;
pub mod wrapper;

#[cfg(test)]
mod testing;
