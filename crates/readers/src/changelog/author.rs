//! Who made a change, where the text of an entry says so: `(@ann)`, `by @ann`, `written by Ann Lee`.

use std::ops::Range;

use super::key::Key;
use text::markdown::flat::Flat;

/// Words after which `by` names who wrote it.
const WROTE: &[&str] = &[
    "draft",
    "drafted",
    "proposed",
    "proposal",
    "reproposed",
    "written",
    "created",
    "authored",
    "version",
    "updated",
    "update",
    "revised",
    "modified",
    "edited",
    "edits",
    "changed",
    "changes",
    "initial",
    "added",
    "submitted",
    "prepared",
    "opened",
    "rewritten",
    "published",
    "started",
];

/// Words after which `by` names somebody who only agreed.
const AGREED: &[&str] = &[
    "approved",
    "accepted",
    "reviewed",
    "review",
    "merged",
    "requested",
    "suggested",
    "reported",
    "recommended",
    "confirmed",
    "rejected",
    "sponsored",
    "approval",
    "endorsed",
    "used",
    "supported",
    "replaced",
    "superseded",
    "followed",
    "implemented",
    "required",
    "blocked",
];

/// Bytes of the author that a text begins with: a handle; inside a bracket also a name.
pub(super) fn lead(text: &str, in_bracket: bool) -> Option<usize> {
    handles(text).or_else(|| {
        let end = text.find([']', ')']).filter(|_| in_bracket)?;
        let name = text.get(..end)?;
        let words = name.split_whitespace().count();
        let letters =
            name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''));
        ((1..=4).contains(&words) && letters && name.starts_with(char::is_uppercase)).then_some(end)
    })
}

/// Looks for the author behind the key of an entry, and takes it off the end of the changes.
pub(super) fn find(flat: &Flat<'_>, key: &mut Key) {
    let text = flat.plain.get(key.changes.clone()).unwrap_or_default();
    let Some((range, outer)) = bracketed(text).or_else(|| named(text)).or_else(|| last(text))
    else {
        return;
    };
    let start = key.changes.start;
    key.author = Some(start + range.start..start + range.end);
    let after = text.get(outer.end..).unwrap_or_default();
    if after.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ')' | ',')) {
        let kept = text.get(..outer.start).unwrap_or_default();
        let kept = kept
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '('));
        key.changes.end = start + kept.len();
    }
}

/// `(@ann)`, `(by @ann, @bob)`: the handles, and the brackets around them.
fn bracketed(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    text.match_indices('(').find_map(|(open, _)| {
        let inner = text.get(open + 1..)?;
        let by = if inner.starts_with("by ") { 3 } else { 0 };
        let len = handles(&inner[by..])?;
        let start = open + 1 + by;
        let closes = text.get(start + len..)?.starts_with(')');
        closes.then(|| (start..start + len, open..start + len + 1))
    })
}

/// `text @ann`, `text (Company: @ann @bob)`: the handles that end the text, and what stands around
/// them. Not after a word that ties them to the text: `comments from @ann`.
fn last(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    const TIES: &[&str] =
        &["from", "with", "to", "of", "by", "and", "for", "via", "per", "cc", "thanks", "see"];
    if let Some(open) = text.trim_end().ends_with(')').then(|| text.rfind('(')).flatten() {
        let inner = text.get(open + 1..)?.trim_end().strip_suffix(')')?;
        let words: Vec<&str> = inner.split_whitespace().collect();
        let handles = words.iter().filter(|word| handle(word).is_some()).count();
        let all = open + 1..open + 1 + inner.len();
        return (handles > 0 && handles * 2 >= words.len() && inner.len() < 200)
            .then(|| (all, open..text.trim_end().len()));
    }
    let start = text.rfind(" @")? + 1;
    let end = start + handle(&text[start..])?;
    let word = text[..start].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let before = text[..start].trim_end();
    let alone = !before.ends_with(',')
        && !before.rsplit(char::is_whitespace).next().is_some_and(|word| word.starts_with('@'));
    let ends = text[end..].trim().is_empty() && alone;
    let tied = TIES.contains(&word.to_lowercase().as_str());
    (ends && !tied).then_some((start..end, start..end))
}

/// `by @ann`, `written by Ann Lee`: the name, and the words with `by`.
fn named(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    text.match_indices(" by ").find_map(|(at, by)| {
        let start = at + by.len();
        let rest = text.get(start..)?;
        let before: Vec<String> = text
            .get(..at)?
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(3)
            .map(str::to_lowercase)
            .collect();
        let says = |list: &[&str]| before.iter().any(|word| list.contains(&word.as_str()));
        if before.first().is_some_and(|word| AGREED.contains(&word.as_str())) {
            return None;
        }
        let len = handles(rest).or_else(|| proper_name(rest).filter(|_| says(WROTE)))?;
        Some((start..start + len, at..start + len))
    })
}

/// Bytes of a row of handles: `@ann`, `@ann, @bob and @eve`.
fn handles(text: &str) -> Option<usize> {
    let mut end = handle(text)?;
    loop {
        let rest = &text[end..];
        let gap = [", and ", ", ", " and ", " & ", "/", " und ", " "]
            .iter()
            .find(|gap| rest.starts_with(**gap) && handle(&rest[gap.len()..]).is_some());
        let Some(gap) = gap else { return Some(end) };
        end += gap.len() + handle(&rest[gap.len()..])?;
    }
}

/// Bytes of one handle, as GitHub allows them, with a slash for teams.
fn handle(text: &str) -> Option<usize> {
    let name = text.strip_prefix('@')?;
    let len = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/')))
        .unwrap_or(name.len());
    let len = name[..len].trim_end_matches(['-', '_', '/']).len();
    (len > 0).then_some(len + 1)
}

/// Bytes of a name of one to three capitalised words that ends the text or its sentence.
fn proper_name(text: &str) -> Option<usize> {
    let mut end = 0;
    for word in text.split_inclusive(' ').take(4) {
        let bare = word.trim_end_matches([' ', '.', ',', ';', ':', ')']);
        let name = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && !bare.chars().skip(1).any(char::is_uppercase);
        if !name {
            break;
        }
        end += word.len();
        if word.trim_end().len() != bare.len() {
            end = end - word.len() + bare.len();
            break;
        }
    }
    let len = text[..end].trim_end().len();
    let after = text[len..].trim_start();
    let ends = after.is_empty() || after.starts_with(['.', ',', ';', ':', ')', '\n', '(']);
    (len > 0 && ends).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(text: &str) -> Option<&str> {
        bracketed(text).or_else(|| named(text)).map(|(range, _)| &text[range])
    }

    #[test]
    fn who_wrote_it_and_who_only_agreed() {
        assert_eq!(who("Initial draft (@ann)"), Some("@ann"));
        assert_eq!(who("Initial draft (by @ann-lee, @bob)"), Some("@ann-lee, @bob"));
        assert_eq!(who("Originally proposed by @ann: https://example.org"), Some("@ann"));
        assert_eq!(who("Draft written by Ann Lee"), Some("Ann Lee"));
        assert_eq!(who("Updated by Ann."), Some("Ann"));
        assert_eq!(who("Approved by @ann"), None);
        assert_eq!(who("Data is sorted by Date"), None);
        assert_eq!(who("Proposal accepted by Ann"), None);
        let last = |text| last(text).map(|(range, _)| &text[range]);
        assert_eq!(last("Mark as accepted @ann"), Some("@ann"));
        assert_eq!(last("Text (Acme AG: @ann @bob)"), Some("Acme AG: @ann @bob"));
        assert_eq!(last("Comments from @ann"), None);
        assert_eq!(last("Reorg after @ann comments"), None);
        assert_eq!(who("Discussed (ann@example.org)"), None);
    }
}
