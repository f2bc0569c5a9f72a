//! Values of directive arguments that are one of a few words.

use crate::book::Book;
use crate::directive::{Directive, Kind, Mistake, MistakeKind, adr, change_log};
use crate::settings::{Missing, Settings};
use text::word::Word;
use text::wording::listed;
use text::wording::nearest;

/// What is wrong with the values of a directive.
pub(super) fn mistakes(
    book: &Book<'_>,
    settings: &Settings,
    directive: &Directive,
) -> Vec<Mistake> {
    match directive.kind {
        Kind::Template => word::<Missing>(directive, "missing").into_iter().collect(),
        Kind::ChangeLog => change_log::mistakes(book, settings, directive),
        Kind::AdrIndex | Kind::AdrGraph => adr::mistakes(directive),
        Kind::Coverage => Vec::new(),
    }
}

/// A value that is none of a type's words.
fn word<T: Word>(directive: &Directive, key: &str) -> Option<Mistake> {
    let argument = directive.argument(key)?;
    let value = argument.value.as_deref().unwrap_or_default();
    if T::from_word(value).is_some() {
        return None;
    }
    let words = T::all();
    let kind = MistakeKind::BadValue {
        key: key.to_owned(),
        nearest: nearest(value, words.iter().copied()).map(str::to_owned),
        takes: listed(&words),
    };
    Some(Mistake { span: argument.value_span, kind })
}
