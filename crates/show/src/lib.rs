//! What readers of the book see: skeletons, indexes, graphs, coverage and change logs, as edits of the
//! chapters.
//!
//! This crate is internal to mdbook-archdoc. It knows how what was read is drawn as Markdown and HTML. It
//! must not judge, not read files, and not know how mdBook takes a book back.

pub mod adr;
pub mod changelog;
pub mod coverage;
pub mod expand;
pub mod fill;
mod front_matter;
mod missing;
mod says;
pub mod style;
pub mod trace;

#[cfg(test)]
mod tests;
