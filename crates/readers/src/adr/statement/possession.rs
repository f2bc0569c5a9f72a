//! Things that a record has, and what is done to them: `the retry rules of ADR-1`, `the cache part of this decision`.

use std::ops::Range;

use words::{ClauseRole, DateWord, Label, Language, Place, Reference, RelationVerb, Stated};

use super::scan::Scan;
use super::target::{Named, typed};
use crate::adr::relation::Target;

impl Scan<'_> {
    /// The record that has what a verb behind it is about: `The retry rules of ADR-1 are superseded by this`.
    pub(super) fn owner_of_a_thing(&self, stated: &Stated) -> Vec<Named> {
        if stated.relation != RelationVerb::Supersedes {
            return Vec::new();
        }
        let (start, verb) = (self.start(stated.verb.start), stated.verb.start);
        let Some(lead) = self.text.get(start..verb) else { return Vec::new() };
        let owner = words::word_starts(lead).map(|at| start + at).find_map(|at| {
            let (id, len) = typed(&self.text[at..])?;
            let told = self.is_something_of(start..at) && self.ends_with_glue(at + len..verb);
            told.then(|| (id, at..at + len))
        });
        owner
            .map(|(id, words)| Named {
                target: Target::Id(id),
                span: self.line.span(words.clone()),
                words,
            })
            .into_iter()
            .collect()
    }

    /// Whether a stretch is about a thing that this record has: `the retry rules of this decision`. An earlier version of it
    /// is none.
    pub(super) fn is_something_of_this(&self, within: Range<usize>) -> bool {
        let Some(text) = self.text.get(within.clone()) else { return false };
        let starts: Vec<usize> = words::word_starts(text).map(|at| within.start + at).collect();
        let version = |&at: &usize| self.words.starts(Label::Version, &self.text[at..]).is_some();
        let is_of_this = |pair: &[usize]| {
            let this = self.starts(ClauseRole::LeadIn, pair[0]).is_some()
                || self.words.starts(DateWord::Article, &self.text[pair[0]..]).is_some();
            let record = self.words.starts(Reference::Record, &self.text[pair[1]..]);
            this && record.is_some_and(|found| self.ends_with_glue(pair[1] + found.len..within.end))
                && self.is_something_of(within.start..pair[0])
        };
        starts.windows(2).any(is_of_this) && !starts.iter().any(version)
    }

    /// Whether a stretch has nothing but words between a subject and its verb: `have been`, and no other record.
    fn ends_with_glue(&self, within: Range<usize>) -> bool {
        const ROLES: [ClauseRole; 3] = [ClauseRole::LeadIn, ClauseRole::Past, ClauseRole::Whole];
        let Some(text) = self.text.get(within.clone()) else { return false };
        let is_verb = |at: usize| {
            let word = text[at..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            Language::all().any(|known| known.grammar().predicates.contains(&word))
        };
        let is_glue = |at: usize| {
            ROLES.into_iter().any(|role| self.starts(role, within.start + at).is_some())
                || is_verb(at)
        };
        !text.contains(|c: char| c.is_ascii_digit())
            && self.links.iter().all(|(shown, _)| !within.contains(&shown.start))
            && words::word_starts(text).all(is_glue)
    }

    /// A verb that takes a part of this record, `ADR-9 supersedes the caching part of this decision`, says what was done to
    /// it by the one before.
    pub(super) fn turned(&self, mut stated: Stated) -> Stated {
        let from = stated.end();
        if stated.relation == RelationVerb::Supersedes
            && stated.target == Place::Behind
            && self.is_something_of_this(from..self.end(from))
        {
            stated.relation = RelationVerb::SupersededBy;
            stated.target = Place::Before;
        }
        stated
    }
}
