//! The values of a directive's arguments, with what is wrong with them.

use text::word::Word;
use text::wording::listed;
use text::wording::nearest;

use super::{Argument, Mistake, MistakeKind};
use crate::settings::is_kind;
use crate::settings::paths::PathSet;

/// Reads values and collects mistakes; a value that means nothing is none.
#[derive(Debug)]
pub(super) struct Values<'d> {
    arguments: &'d [Argument],
    /// What was wrong so far.
    pub(super) mistakes: Vec<Mistake>,
}

/// The parts of `a, b`.
pub(super) fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

impl<'d> Values<'d> {
    /// The values of a directive's arguments.
    pub(super) const fn of(arguments: &'d [Argument]) -> Self {
        Self { arguments, mistakes: Vec::new() }
    }

    /// An argument that has a value, with it.
    pub(super) fn given(&self, key: &str) -> Option<(&'d Argument, &'d str)> {
        let argument = self.arguments.iter().find(|argument| argument.key == key)?;
        Some((argument, argument.value.as_deref()?))
    }

    /// A value as it is written; empty where there is none.
    pub(super) fn text(&self, key: &str) -> String {
        self.given(key).map_or_else(String::new, |(_, value)| value.to_owned())
    }

    /// Complains about a value: what it takes, and what was meant perhaps.
    pub(super) fn bad(&mut self, argument: &Argument, takes: String, nearest: Option<&str>) {
        let key = argument.key.clone();
        let kind = MistakeKind::BadValue { key, takes, nearest: nearest.map(str::to_owned) };
        self.mistakes.push(Mistake { span: argument.value_span, kind });
    }

    /// One of a type's words.
    pub(super) fn word<W: Word>(&mut self, key: &str) -> Option<W> {
        let (argument, value) = self.given(key)?;
        let word = W::from_word(value);
        if word.is_none() {
            let near = nearest(value, W::all());
            self.bad(argument, listed(&W::all()), near);
        }
        word
    }

    /// Several of a type's words, with commas between them.
    pub(super) fn words<W: Word>(&mut self, key: &str) -> Option<Vec<W>> {
        let (argument, value) = self.given(key)?;
        let words: Option<Vec<W>> = list(value).map(W::from_word).collect();
        let words = words.filter(|words| !words.is_empty());
        if words.is_none() {
            self.bad(argument, listed(&W::all()), None);
        }
        words
    }

    /// Patterns of paths, with commas between them.
    pub(super) fn paths(&self) -> Option<PathSet> {
        let (_, value) = self.given("paths")?;
        Some(PathSet::new(list(value).map(str::to_owned)))
    }

    /// The name of a kind of items.
    pub(super) fn kind(&mut self, key: &str) -> Option<String> {
        let (argument, value) = self.given(key)?;
        if !is_kind(value) {
            self.bad(argument, "a kind of items such as `quality-goal`".to_owned(), None);
        }
        Some(value.to_owned())
    }

    /// A number from 1.
    pub(super) fn limit(&mut self) -> Option<usize> {
        let (argument, value) = self.given("limit")?;
        let limit = value.parse().ok().filter(|&limit| limit > 0);
        if limit.is_none() {
            self.bad(argument, "a number from 1".to_owned(), None);
        }
        limit
    }
}
