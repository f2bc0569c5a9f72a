//! Decision records: one tolerant reader for what teams really write.
//!
//! [`read`] takes a parsed file and gives a [`Record`], or says why it is none. Each value keeps
//! its place and the kind of place; what the text does not state is not there, and nothing is ever
//! filled in from elsewhere (no file times, no git, no defaults).
//!
//! The styles are [Nygard's](https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions)
//! as [adr-tools](https://github.com/npryce/adr-tools) writes it, [MADR](https://adr.github.io/madr/)
//! 2 to 4, Cosmos, decision/rationale, [RFC](https://github.com/rust-lang/rfcs) and
//! [KEP](https://github.com/kubernetes/enhancements), and every mixture of them.

mod admonition;
mod apart;
mod attached;
mod badge;
mod belonging;
pub mod blank;
pub mod change;
pub mod collection;
mod confirmed;
mod copies;
mod dates;
pub mod directory;
mod existing;
mod field;
pub mod format;
mod front_matter;
mod gather;
mod gathered;
pub mod graph;
mod heading;
mod homes;
mod html;
pub mod id;
mod in_common;
mod index_entries;
pub mod label;
mod labelled;
mod lines;
pub mod links;
pub mod listing;
pub mod name;
pub mod naming;
mod neighbours;
mod no_record;
mod numbering;
mod order;
mod own_series;
pub mod page_block;
mod page_status;
mod pages;
mod people;
pub mod proposal;
mod read;
mod reader;
pub mod record;
pub mod relation;
mod relation_keys;
mod review;
mod said;
#[cfg(test)]
mod sample;
mod sections;
mod settle;
pub mod skeleton;
pub mod spoken;
pub mod stated_form;
pub mod stated_part;
pub mod statement;
pub mod status;
mod status_history;
pub mod succession;
mod successors;
mod table;
mod template_file;
#[cfg(test)]
mod tests;
mod text;
pub mod title;
mod title_prefix;
mod title_state;
mod title_words;
mod unwritten;
mod usual;
mod value;
mod value_place;
mod variant;
mod yearly;

pub use collection::Collection;
pub use format::{Format, Part};
pub(crate) use gather::Gatherer;
pub use gather::read as read_book;
pub use id::Id;
pub(crate) use read::is_for_agents;
pub use read::{Aside, NOT_UNDERSTOOD, Reading, is_meant, is_named_record, read, reread};
pub use record::{Origin, Record, Role, Section, Sourced};
pub use relation::{Relation, RelationKind, Target};
pub use relation_keys::RelationKeys;
pub use status::{OwnWords, Status};
pub use template_file::is_template_file;
pub use variant::Variant;
