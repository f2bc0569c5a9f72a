//! How the languages build sentences, as far as instructions are known by it.

use super::meanings;

meanings! {
    /// What a language does that others do not.
    Habit {
        /// Its imperative is the same word as its infinitive: `describe`.
        BareImperative = "bare-imperative",
        /// The verb ends a sentence.
        VerbLast = "verb-last",
        /// An adjective stands behind its noun.
        AdjectivesBehind = "adjectives-behind",
        /// An ending says what something is of.
        GenitiveEndings = "genitive-endings",
        /// Nouns have capitals.
        CapitalNouns = "capital-nouns",
    }
}
