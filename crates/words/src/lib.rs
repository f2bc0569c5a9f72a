//! Words of natural languages, and what they stand for.
//!
//! This crate is internal to mdbook-archdoc. It knows languages. It must not know where in a document
//! a word may stand, nor what follows from it: that is for the readers.
//!
//! The words lie in `words/`, one file a language; adding a file adds the language. They are turned
//! into tables that are searched by hash when the crate is built, so nothing is parsed when a program starts.
//! `words/README.md` tells how a file is written.

mod builder;
pub mod date;
pub mod fold;
mod form;
mod gloss;
mod grammar;
mod index;
mod known;
mod language;
mod letters;
mod meaning;
mod own_words;
mod page;
mod relation;
mod spelling;
mod stage;
mod table;
mod vocabulary;
mod votes;

pub use form::FormError;
pub use grammar::Grammar;
pub use language::{Language, Languages};
pub use letters::MOST_LETTERS;
pub use meaning::{
    Answer, Category, ClauseRole, Column, Concept, DateWord, Field, Group, Habit, Instruction,
    Interval, Label, LogTitle, LogWord, Meaning, Month, Outcome, Part, PathWord, Phrase,
    Placeholder, Reference, RelationKind, RelationVerb, Stage, Status, Weekday,
};
pub use own_words::OwnWords;
pub use page::{Phrases, Piece};
pub use relation::{Place, Stated};
pub use spelling::{folded, is_alphanumeric, is_letter, is_unspaced, plain, word_starts};
pub use vocabulary::{Found, Vocabulary, wording_or_english};
pub use votes::Votes;
