//! Who made a change, where the text of an entry says so: `(@ann)`, `by @ann`, `written by Ann Lee`.

use std::ops::Range;

use words::{ClauseRole, LogWord, Stage, Status, Vocabulary};

use super::wording;
use text::markdown::flat::trimmed;

/// One to four words of letters, the first a capital one.
fn is_proper_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''));
    (1..=4).contains(&words) && letters && name.starts_with(char::is_uppercase)
}

/// Whether each word of a name begins with a capital, and none says how far a text is: `First release`, `Beta`.
pub(super) fn is_of_people(name: &str) -> bool {
    let known = Vocabulary::known();
    let is_stage = known.whole::<Stage>(name).is_some()
        || known.whole::<Status>(name).is_some()
        || wording::says(LogWord::PreRelease, &name.to_lowercase());
    name.split_whitespace().all(|word| word.starts_with(char::is_uppercase)) && !is_stage
}

/// `ann/bob`: account names of several.
fn is_row_of_names(text: &str) -> bool {
    let name = |part: &str| part.len() > 2 && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    text.contains('/') && text.split('/').all(name)
}

/// A name, and all that belongs to it: brackets, `written by`.
pub(super) struct Named {
    pub name: Range<usize>,
    pub outer: Range<usize>,
}

/// Bytes of the author that a text begins with: a handle; inside a bracket also a name.
pub(super) fn lead(text: &str, in_bracket: bool) -> Option<usize> {
    handles(text).or_else(|| {
        let end = text.find([']', ')']).filter(|_| in_bracket)?;
        let name = text.get(..end)?;
        (is_proper_name(name) || is_row_of_names(name)).then_some(end)
    })
}

/// The author that a text names, if it does.
pub(super) fn find(text: &str) -> Option<Named> {
    let (name, outer) = bracketed(text).or_else(|| by(text)).or_else(|| last(text))?;
    Some(Named { name, outer })
}

/// `text (Ann Lee)`, `text (annlee)`: the name in brackets that ends a text, or its first line. It may
/// as well be a product.
pub(super) fn trailing_name(text: &str) -> Option<Named> {
    let line = text.split("<br>").next().unwrap_or_default();
    let inner = line.trim_end().strip_suffix(')')?;
    let open = inner.rfind('(')?;
    let place = trimmed(inner, open + 1..inner.len());
    let name = &inner[place.clone()];
    let account = name.chars().all(|c| c.is_alphanumeric() || c == '-') && name.len() > 2;
    (account || is_proper_name(name)).then_some(Named { name: place, outer: open..inner.len() + 1 })
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
fn by(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let words = Vocabulary::known();
    let agents = words
        .find::<ClauseRole>(text)
        .filter(|(range, _)| range.start > 0 && words.is(ClauseRole::Agent, &text[range.clone()]));
    agents.into_iter().find_map(|(agent, _)| {
        let start = agent.end + text[agent.end..].strip_prefix(' ').map_or(0, |_| 1);
        let rest = &text[start..];
        let before: Vec<&str> = text[..agent.start]
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(3)
            .collect();
        if before.first().is_some_and(|word| wording::says(LogWord::Agreed, word)) {
            return None;
        }
        // In Portuguese "de" is no "by", though it is in Romanian: it wants a verb of its own language.
        let by = words.starts(ClauseRole::Agent, &text[agent.clone()])?;
        let any = !text[agent.clone()].eq_ignore_ascii_case("de");
        let wrote = before.iter().any(|word| {
            let found = words.starts(LogWord::Wrote, word).filter(|one| one.len == word.len());
            let own = |one| by.languages.contains(one);
            found.is_some_and(|wrote| any || wrote.languages.iter().any(own))
        });
        let plain = &text[agent.clone()] == "by";
        let handle = handles(rest).filter(|_| plain || wrote);
        let len = handle.or_else(|| proper_name(rest).filter(|_| wrote))?;
        let outer = text[..agent.start].trim_end().len();
        Some((start..start + len, outer..start + len))
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
        bracketed(text).or_else(|| by(text)).map(|(range, _)| &text[range])
    }

    #[test]
    fn a_name_stands_where_it_stands_however_far_from_its_brackets() {
        for (text, wanted) in [
            ("text (  émile)", "émile"),
            ("text ( Ann Lee  )", "Ann Lee"),
            ("text (\u{3000}山田) ", "山田"),
        ] {
            let named = trailing_name(text);
            assert_eq!(named.map(|named| &text[named.name]), Some(wanted), "{text}");
        }
        assert!(trailing_name("text (  )").is_none());
    }

    #[test]
    fn who_wrote_it_and_who_only_agreed() {
        assert_eq!(who("Initial draft (@ann)"), Some("@ann"));
        assert_eq!(who("Initial draft (by @ann-lee, @bob)"), Some("@ann-lee, @bob"));
        assert_eq!(who("Originally proposed by @ann: https://example.org"), Some("@ann"));
        assert_eq!(who("Draft written by Ann Lee"), Some("Ann Lee"));
        assert_eq!(who("Updated by Ann."), Some("Ann"));
        assert_eq!(who("Actualizat de Ann"), Some("Ann"));
        assert_eq!(who("Criado por Ann"), Some("Ann"));
        assert_eq!(who("Atualização de Configurações"), None);
        for by in ["Draft von", "Updated von", "Created por", "Update door", "Geschrieben by"] {
            assert_eq!(who(&format!("{by} Ann Lee")), Some("Ann Lee"), "{by}");
        }
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
