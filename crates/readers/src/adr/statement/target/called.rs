//! What a record is called in a text: an identifier, a number, a file's name, a link.

use text::link;
use words::{ClauseRole, Reference, Vocabulary};

use super::{Before, Style, joins};
use crate::adr::id::Id;
use crate::adr::name::{self, Name, is_identified};
use crate::adr::relation::Target;

/// An identifier or a file's name that a text begins with.
pub(super) fn written(
    rest: &str,
    before: &Before,
    style: Style,
    first: bool,
) -> Option<(Target, usize)> {
    let gap = |c: char| c.is_whitespace() || ",、，()（）;；|\"`'’<>“”".contains(c);
    let len = rest.find(gap).unwrap_or(rest.len());
    let word = rest[..len].trim_end_matches(['.', ':', ']', '*', '!', '?', '。']);
    if before.foreign || before.words > 0 || word.is_empty() {
        return None;
    }
    let word = if link_like(word) { word } else { bare(word) };
    // `ADR-2/3` and `2/3` name two.
    let head = word.split('/').next().unwrap_or(word);
    let listed = !link_like(word) && head.len() < word.len();
    let word = if listed { head } else { word };
    let number = word.trim_start_matches('#');
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        let signed = number.len() < word.len() || number.len() > 2;
        let counts = before.kind.is_some()
            || !first
            || match style {
                Style::Value | Style::Thing => ends(rest, word.len()),
                Style::Prose => signed || stands_alone(&rest[word.len()..]),
            };
        let id = number.parse().ok().map(Id::Number).filter(|_| counts)?;
        return Some((Target::Id(id), word.len()));
    }
    if let Some(id) =
        name::from_reference(word).filter(|_| word.contains(|c: char| c.is_ascii_digit()))
    {
        let counts = is_counted(word) && !ends(rest, word.len());
        return (!is_day(word) && !counts).then_some((Target::Id(id), word.len()));
    }
    // Behind a verb or a label even a short number is that of a record.
    if let Some(id) = name::short_series(word) {
        return Some((Target::Id(id), word.len()));
    }
    link_like(word).then(|| (Target::Link(word.to_owned()), word.len()))
}

/// A name without the particle that ties the next word to it: `ADR-2의`, `ADR-2とADR-3`.
fn bare(word: &str) -> &str {
    let number = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let digits = word[number..].trim_start_matches(|c: char| c.is_ascii_digit());
    let tied = Vocabulary::known().starts(ClauseRole::Genitive, digits).is_some()
        || digits.starts_with(words::is_unspaced) && joins(digits);
    if tied { &word[..word.len() - digits.len()] } else { word }
}

/// `3-tier` of `3-tier structure`, where the name of a file has noughts or an ending.
fn is_counted(word: &str) -> bool {
    const MOST_DIGITS: usize = 2;
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_word = |words: &str| words.starts_with(char::is_alphabetic);
    (1..=MOST_DIGITS).contains(&digits)
        && !word.starts_with('0')
        && !link_like(word)
        && word[digits..].strip_prefix('-').is_some_and(is_word)
}

/// `2024-03-05`, which says when, and is the name of no record: that has words too.
fn is_day(word: &str) -> bool {
    let name = Name::of(word);
    matches!(name.id, Some(Id::Name(_))) && name.date.is_some() && name.slug.is_empty()
}

/// `ADR 12` at the beginning of a link's text.
pub(in crate::adr::statement) fn typed(text: &str) -> Option<(Id, usize)> {
    let kind = Vocabulary::known().starts(Reference::Record, text)?;
    let rest = text[kind.len..].trim_start_matches([' ', '-', '#']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let id = rest[..digits].parse().ok().map(Id::Number)?;
    Some((id, text.len() - rest.len() + digits))
}

/// Whether a number stands for itself: `12, 13`, and not `12 of the gates`.
fn ends(rest: &str, len: usize) -> bool {
    let after = rest[len..].trim_start();
    !after.starts_with(char::is_alphabetic) || joins(after)
}

/// Whether nothing but remarks in brackets, more numbers and then another verb follow a number: `2 (retired), 3 and 4`,
/// `2, amends 3`, and not `2 servers`, `2 or 3 servers` or `2, mostly idle, servers`.
fn stands_alone(rest: &str) -> bool {
    let mut rest = rest.trim_start();
    loop {
        if let Some(remark) = rest.strip_prefix('(') {
            let Some(close) = remark.find(')') else { return false };
            rest = remark[close + 1..].trim_start();
        }
        let words = Vocabulary::known();
        let mut next = rest.trim_start_matches([',', ' ']);
        for joint in [ClauseRole::And, ClauseRole::Or] {
            let len = words.starts(joint, next).map_or(0, |found| found.len);
            next = next[len..].trim_start();
        }
        let after = next.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() == next.len() {
            return next.is_empty()
                || rest.starts_with(',') && words.relation_at_start(next).is_some();
        }
        if next.len() == rest.len() {
            return false;
        }
        rest = after.trim_start();
    }
}

/// A file's name, but none such as `README.md`, which records are not called.
fn link_like(word: &str) -> bool {
    let stem = link::stem(word);
    let shouted = stem.chars().all(char::is_uppercase);
    word.len() > 3 && !shouted && stem.len() < link::file_name(word).len()
}

/// Whether a file's name has letters where the number belongs, as a template has it: `XXXX-title.md`, `adr-NNN.md`.
pub(in crate::adr::statement) fn is_sample(target: &str) -> bool {
    let stem = link::stem(link::file_name(target.split('#').next().unwrap_or(target)));
    let parts = stem.split(['-', '_']);
    let mut parts = parts.skip_while(|part| name::is_type_word(part));
    let number = parts.next().unwrap_or_default();
    number.len() > 2
        && ["x", "n"].iter().any(|letter| {
            number.to_ascii_lowercase().bytes().all(|byte| [byte] == *letter.as_bytes())
        })
}

/// Links to pull requests, issues and other sites' pages are no records.
pub(super) fn may_be_record(target: &str) -> bool {
    let foreign = ["/pull/", "/issues/", "/merge_requests/", "/commit/", "/browse/", "mailto:"];
    let elsewhere = target.contains("://") && !is_identified(target) && !target.contains(".md");
    !target.is_empty()
        && !elsewhere
        && !is_sample(target)
        && !foreign.iter().any(|part| target.contains(part))
}
