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
//!
//! Which file reads what:
//!
//! | What | File |
//! |---|---|
//! | Which files are asked: of a directory, of a book | [`directory`]; `gather`, `homes`, `gathered` |
//! | Is a file a record, a log of them, an index, a template? | `read`, `no_record`, `template_file` |
//! | Records that are sections | `sections`; `log_page` |
//! | One record, from all that its file states | `assemble`, into a [`record`] |
//! | The title and the number | `heading`, [`title`], [`name`], `numbering`, [`id`] |
//! | What stands under which label, wherever | `labelled`, `field`, `table`, `front_matter`, [`label`] |
//! | How far the decision is: the record's status | `said`, out of what each [`statement`] says; words in [`status`]; `conflict` |
//! | What it is to other records | `said`, `above`, [`relation`], `relation_keys`, [`links`] |
//! | Its dates and people | `dates`, `people` |
//! | Its sections | [`format`](mod@format), [`stated_part`], `unwritten` |
//! | What only the records around it show | `beside` |
//! | All records of a book, and what they are to each other | [`collection`], [`graph`], `successors`, [`change`] |
//! | Indexes that people keep | [`listing`] |
//! | What is written: the next record, another status | [`naming`], [`blank`], [`skeleton`]; [`succession`], `value_place` |
//! | How the team writes it | `usual`, [`stated_form`], [`spoken`] |

mod above;
mod admonition;
mod assemble;
mod badge;
mod beside;
pub mod blank;
pub mod change;
pub mod collection;
mod conflict;
mod dates;
pub mod directory;
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
pub mod label;
mod labelled;
mod labelled_value;
mod lines;
pub mod links;
pub mod listing;
mod log_page;
pub mod name;
pub mod naming;
mod no_record;
mod numbering;
mod own_series;
pub mod page_block;
mod people;
pub mod proposal;
mod read;
pub mod record;
pub mod relation;
mod relation_keys;
mod remarks;
mod review;
mod said;
#[cfg(test)]
mod sample;
mod sections;
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
mod unwritten;
mod usual;
mod value_place;
mod variant;
mod written_id;

pub use collection::Collection;
pub use format::{Format, Part};
pub(crate) use gather::Gatherer;
pub use gather::read as read_book;
pub use id::Id;
pub use log_page::LogPage;
pub(crate) use read::is_for_agents;
pub use read::{Aside, NOT_UNDERSTOOD, Reading, is_meant, is_named_record, read, reread};
pub use record::{Origin, Record, Role, Section, Sourced};
pub use relation::{Relation, RelationKind, Target};
pub use relation_keys::RelationKeys;
pub use sections::records_in;
pub use status::{OwnWords, Status};
pub use template_file::is_template_file;
pub use variant::Variant;
