//! What stands around the numbers of a version: a word or a `v` before them, a pre-release or a remark behind them.

use std::borrow::Cow;

use words::{LogWord, Vocabulary};

/// `version 1.0`, `rev. 3`, `v1.0` without what stands before the number. `v.01` lost its first number.
pub(super) fn without_prefix(text: &str) -> Cow<'_, str> {
    let word = Vocabulary::known().starts(LogWord::Version, text).map_or(0, |found| found.len);
    let after = &text[word..];
    let bare = after.trim_start_matches(['.', ':', ' ']);
    let bare = if bare.starts_with(|c: char| c.is_ascii_digit() || c == 'v') { bare } else { text };
    let mark = bare.strip_prefix('v').unwrap_or(bare);
    let rest = mark.trim_start_matches(['.', ' ']);
    let fraction = after.starts_with(".0") || mark.starts_with(".0");
    match rest.starts_with(|c: char| c.is_ascii_digit()) {
        true if fraction => Cow::Owned(format!("0.{rest}")),
        true => Cow::Borrowed(rest),
        false => Cow::Borrowed(bare),
    }
}

/// What follows the numbers: a pre-release as semver has it, or any other words.
pub(super) fn pre_release(rest: &str) -> (Option<semver::Prerelease>, String) {
    let (head, tail) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let (head, _build) = head.split_once('+').unwrap_or((head, ""));
    let name = head.trim_start_matches(['-', '.', '_']);
    let marked = head.starts_with('-') || is_pre_word(name);
    match semver::Prerelease::new(name) {
        Ok(pre) if marked && !pre.is_empty() => (Some(pre), tail.trim().to_owned()),
        _ => (None, rest.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// `1.0rc1`, `1.0 beta`: a pre-release without its hyphen.
fn is_pre_word(name: &str) -> bool {
    Vocabulary::known().is(LogWord::PreRelease, letters(name))
}

/// The letters a name begins with.
pub(super) fn letters(name: &str) -> &str {
    name.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}
