//! Words of natural languages, and what they stand for: dates, stages, spellings.
//!
//! This crate is internal to mdbook-archdoc. It knows languages. It must not know where in a document a
//! word may stand, nor what follows from it: that is for the readers.

pub mod date;
pub mod fold;
pub mod stage;
