//! Which heading of a chapter is which section of its template.
//!
//! A heading's key and its parent decide; the level is only a preference. What was measured on 88
//! real documents: half of the sections keep the template's wording, three quarters of the
//! documents change its order, whole outlines are shifted, containers are left out, one heading
//! serves two sections and two headings one.
//!
//! Why is heading H bound to section S, or why not? In this order:
//!
//! 1. [`node`], with `builder` and `heading_like`: is the line a heading at all?
//! 2. `index`, with `partly` and `joined`: do its words make H a candidate for S, and for which reason ([`Match`])?
//! 3. `outline`, with `alike`: does H stand in a table of contents, in the title's lines, or over all chapters?
//! 4. `place`: where does H stand, seen from S? `veto`: does anything there refuse it? `threshold`: are its words
//!    telling enough for that place?
//! 5. `fit`, with `assign` and `inner`: which of several candidates is it?
//! 6. `passes`: which other reasons are there for a section that is still open, and what may take a heading back?
//!
//! `concepts` has the lists of what says little on its own.

mod alike;
mod assign;
mod binding;
mod builder;
mod code_name;
mod concepts;
mod depth;
mod environments;
mod evidence;
mod fit;
mod gathering;
pub(super) mod heading_like;
mod index;
mod inner;
mod instance;
mod joined;
mod language;
mod near;
pub mod node;
mod numbered;
mod outline;
mod own_chapter;
mod own_title;
mod part_chapters;
mod partly;
mod passes;
mod place;
mod reason;
mod resources;
mod restated;
mod said;
mod series;
mod shared;
mod stray;
mod technologies;
mod threshold;
mod title;
mod title_block;
mod veto;
mod wordings;

pub use binding::{Binding, Hit};
pub use index::Index;
pub(super) use language::most_spoken;
pub(super) use numbered::Numbers;
pub use reason::Match;
pub(crate) use said::Said;

#[cfg(test)]
pub(super) mod testing;
