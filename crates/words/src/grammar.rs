//! What the language files say of how sentences are built.

use crate::meaning::Habit;

/// The `[grammar]` of a language file.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// What it does that others do not.
    pub habits: &'static [Habit],
    /// The endings of its infinitives, where it states aims in them: `r`.
    pub infinitives: &'static [&'static str],
    /// Verbs behind a noun that make a statement of a sentence: `is`.
    pub predicates: &'static [&'static str],
    /// Words behind which such a verb belongs to a clause of its own: `that`.
    pub relatives: &'static [&'static str],
    /// Words for "and" that are others without their accents or with a capital, so that they join only as
    /// they are written here: `và`.
    pub joins: &'static [&'static str],
    /// Words for "and" that join names, and mean other things elsewhere: `と`.
    pub joints: &'static [&'static str],
    /// Endings that tie a verb to the noun behind it: `た`.
    pub attributives: &'static [&'static str],
    /// Words between the first and the last of several numbers: `to`.
    pub ranges: &'static [&'static str],
}

impl Grammar {
    /// That of a file that says nothing of it.
    pub const NONE: Self = Self {
        habits: &[],
        infinitives: &[],
        predicates: &[],
        relatives: &[],
        joins: &[],
        joints: &[],
        attributives: &[],
        ranges: &[],
    };
}
