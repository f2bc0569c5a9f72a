//! What is wrong with a book, how much it weighs, and the edits that fix it.
//!
//! This crate is internal to mdbook-archdoc. It knows the rules, their pages and their levels, the baseline
//! of known findings and how edits go together. It must not read or write files, not know how findings are
//! printed, and not change what a build shows.

pub mod baseline;
pub mod change;
mod check;
mod evidence;
pub mod finding;
pub mod fingerprint;
pub mod fix;
pub mod level;
pub mod level_settings;
pub mod pipeline;
pub mod registry;
pub mod rule;
pub mod rules;
pub mod summary;
pub mod suppress;
#[cfg(test)]
mod testing;
mod wording;
