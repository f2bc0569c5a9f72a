//! What words can stand for: one enumeration a category, named as in the language files.
//!
//! The names of categories and meanings are those of the files in `words/`; they are also what
//! configuration and JSON show.

mod clause;
mod document;
mod grammar;
mod log;
mod page;
mod path;
mod record;
mod relation;
mod section;
mod time;

use std::fmt;

pub use clause::{Answer, ClauseRole, Instruction, Placeholder, Reference};
pub use document::{Field, Label, Stage};
pub use grammar::Habit;
pub use log::{Column, Group, LogTitle, LogWord};
pub use page::{Outcome, Phrase};
pub use path::PathWord;
pub use record::{Part, Status};
pub use relation::{RelationKind, RelationVerb};
pub use section::Concept;
pub use time::{DateWord, Interval, Month, Weekday};

/// What the words of one category can stand for.
pub trait Meaning: Copy + Eq + fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// The category.
    const CATEGORY: Category;
    /// Every meaning of the category, in the order of the files.
    const ALL: &'static [Self];
    /// The name in the language files, kebab-case.
    fn name(self) -> &'static str;
    /// The position in [`Meaning::ALL`].
    fn index(self) -> u8;
}

/// An enumeration whose variants have names in the language files.
macro_rules! meanings {
    ($(#[$about:meta])* $name:ident {
        $($(#[$what:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$what])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the language files.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in the language files, in configuration and in JSON.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The one with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

pub(crate) use meanings;

meanings! {
    /// A list of words that are looked up together.
    Category {
        /// [`Status`]
        Status = "status",
        /// [`Stage`]
        Stage = "stage",
        /// [`RelationVerb`]
        RelationVerb = "relation",
        /// [`ClauseRole`]
        ClauseRole = "clause",
        /// [`Answer`]
        Answer = "answer",
        /// [`Label`]
        Label = "label",
        /// [`Field`]
        Field = "field",
        /// [`Part`]
        Part = "record-section",
        /// [`LogTitle`]
        LogTitle = "log-title",
        /// [`Column`]
        Column = "log-column",
        /// [`Group`]
        Group = "log-group",
        /// [`LogWord`]
        LogWord = "log-word",
        /// [`Month`]
        Month = "month",
        /// [`Weekday`]
        Weekday = "weekday",
        /// [`Interval`]
        Interval = "interval",
        /// [`DateWord`]
        DateWord = "date-word",
        /// [`Placeholder`]
        Placeholder = "placeholder",
        /// [`Instruction`]
        Instruction = "instruction",
        /// [`Reference`]
        Reference = "reference",
        /// [`PathWord`]
        PathWord = "path-word",
        /// [`Concept`]
        Concept = "section",
    }
}

/// Ties an enumeration to its category, and lists the names of every category.
macro_rules! in_categories {
    ($($name:ident,)+) => {
        $(impl Meaning for $name {
            const CATEGORY: Category = Category::$name;
            const ALL: &'static [Self] = $name::ALL;
            fn name(self) -> &'static str {
                $name::name(self)
            }
            fn index(self) -> u8 {
                self as u8
            }
        })+

        impl Category {
            /// The names of its meanings, in order.
            pub fn meanings(self) -> Vec<&'static str> {
                match self {
                    $(Self::$name => $name::ALL.iter().map(|one| one.name()).collect(),)+
                }
            }
        }
    };
}

in_categories! {
    Status, Stage, RelationVerb, ClauseRole, Answer, Label, Field, Part, LogTitle, Column, Group, LogWord, Month,
    Weekday, Interval, DateWord, Placeholder, Instruction, Reference, PathWord, Concept,
}

impl Category {
    /// Whether a word may have several meanings here: they are roles in a sentence, asked for one
    /// at a time ("in" is German for a place and Italian for a date).
    pub const fn has_roles(self) -> bool {
        matches!(self, Self::ClauseRole | Self::LogWord | Self::DateWord | Self::Reference)
    }
}
