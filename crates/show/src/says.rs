//! What we say on a page, in its language.

use std::borrow::Cow;

use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use text::compose::Inline;
use words::{
    Concept, Language, Meaning, Outcome, Phrase, Phrases, Piece, Vocabulary, wording_or_english,
};

/// The phrases of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Says(Phrases);

impl Says {
    /// Those of a language; English ones where there are none of it.
    pub(crate) fn of(language: Option<Language>) -> Self {
        Self(Phrases::of(language))
    }

    /// The language that they are in.
    pub(crate) const fn language(self) -> Option<Language> {
        self.0.language()
    }

    /// A phrase without values.
    pub(crate) fn get(self, phrase: Phrase) -> &'static str {
        self.0.get(phrase)
    }

    /// A phrase with its values, as plain text.
    pub(crate) fn with(self, phrase: Phrase, values: &[&str]) -> String {
        self.0.with(phrase, values)
    }

    /// A phrase with its values; what stands between `**` is strong.
    pub(crate) fn inline(self, phrase: Phrase, values: &[Inline]) -> Inline {
        self.0.pieces(phrase).fold(Inline::default(), |all, piece| match piece {
            Piece::Value(place) => all.then(values.get(place).cloned().unwrap_or_default()),
            Piece::Text(text) => marked(all, text),
        })
    }

    /// The phrase for a count of one, or the other one.
    pub(crate) const fn counted(count: usize, one: Phrase, many: Phrase) -> Phrase {
        if count == 1 { one } else { many }
    }

    /// The word for a label, a column or the like.
    pub(crate) fn word<M: Meaning>(self, meaning: M) -> Cow<'static, str> {
        wording_or_english(meaning, self.language())
    }

    /// The canonical word for a status; none is unknown.
    pub(crate) fn status(self, status: Option<Status>) -> &'static str {
        self.get(match status {
            Some(Status::Draft) => Phrase::Draft,
            Some(Status::Proposed) => Phrase::Proposed,
            Some(Status::Accepted) => Phrase::Accepted,
            Some(Status::Implemented) => Phrase::Implemented,
            Some(Status::Rejected) => Phrase::Rejected,
            Some(Status::Withdrawn) => Phrase::Withdrawn,
            Some(Status::OnHold) => Phrase::OnHold,
            Some(Status::Deprecated) => Phrase::Deprecated,
            Some(Status::Superseded) => Phrase::Superseded,
            Some(Status::Other) => Phrase::Other,
            None => Phrase::Unknown,
        })
    }

    /// A phrase that goes by a name which is also that of the data; the name itself where there is none.
    pub(crate) fn named(self, name: &'static str) -> &'static str {
        Phrase::from_name(name).map_or(name, |phrase| self.get(phrase))
    }

    /// What stands before the name of another record.
    pub(crate) fn relation(self, kind: RelationKind, outcome: Outcome) -> &'static str {
        self.0.relation(kind, outcome)
    }

    /// The same where no name follows.
    pub(crate) fn relation_alone(self, kind: RelationKind) -> &'static str {
        self.relation(kind, Outcome::Holds).trim_end_matches([' ', ':', '：'])
    }

    /// What a template calls a thing, `quality-goal`, in words: in other languages than English the heading for
    /// such things, where there is one; else that of the section that has them.
    pub(crate) fn thing(self, name: &str, home: Option<Concept>) -> String {
        let spoken = self.language().filter(|one| *one != Language::ENGLISH);
        let concept = || {
            Concept::from_name(name).or_else(|| Concept::from_name(&format!("{name}s"))).or(home)
        };
        let word = spoken.and_then(|language| Vocabulary::wording(concept()?, language));
        word.map_or_else(|| name.replace('-', " "), str::to_owned)
    }
}

fn marked(before: Inline, text: &str) -> Inline {
    text.split("**").enumerate().fold(before, |all, (place, part)| match part {
        "" => all,
        part if place % 2 == 1 => all.then(Inline::text(part).strong()),
        part => all.and(part),
    })
}
