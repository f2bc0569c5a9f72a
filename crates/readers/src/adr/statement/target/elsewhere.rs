//! Records of another repository.

use words::{ClauseRole, DateWord, Reference, Vocabulary};

/// `ADR-2 of the turnstile repository`, `ADR-2 (turnstile repo)`: a number of another series.
pub(super) fn belongs_elsewhere(rest: &str) -> bool {
    let words = Vocabulary::known();
    let said = rest.trim_start();
    if let Some(remark) = said.strip_prefix(['(', '（']) {
        let end = remark.find([')', '）']).unwrap_or(remark.len());
        return is_repository(&remark[..end], words);
    }
    let clause = rest.split([',', ';', '(', '.', '\n']).next().unwrap_or_default();
    let of = words.starts(Reference::For, said).is_some();
    of && words.mentions(Reference::Foreign, clause).is_some()
        || (of || words.starts(ClauseRole::Time, said).is_some()) && is_repository(clause, words)
}

/// `the turnstile repo`, `repo: turnstile`: a repository by its name, and nothing else. `mono repo` may be a title, and
/// `for the turnstile repo` says where it holds.
fn is_repository(text: &str, words: &Vocabulary) -> bool {
    const MOST_WORDS: usize = 2;
    if text.contains(|c: char| c.is_ascii_digit() || c == '#') {
        return false;
    }
    let (mut plain, mut named, mut last, mut certain) = (0, false, false, false);
    let mut next = 0;
    for at in words::word_starts(text) {
        if at < next {
            continue;
        }
        let rest = &text[at..];
        let repository = words.starts(Reference::Repository, rest);
        let glue = [ClauseRole::Time, ClauseRole::LeadIn, ClauseRole::Earlier];
        last = repository.is_some();
        if let Some(found) = repository {
            next = at + found.len;
            named |= text[next..].trim_start().starts_with(':') || text[next..].trim().is_empty();
        } else if glue.into_iter().any(|role| words.starts(role, rest).is_some())
            || words.starts(DateWord::Article, rest).is_some()
            || words.starts(Reference::For, rest).is_some()
        {
            certain |= words.starts(DateWord::Article, rest).is_some();
            // `moved to the shared repo`
            if plain > 0 {
                return false;
            }
        } else {
            // `the main repo` may be this one.
            if words.starts(Reference::Qualifier, rest).is_some() {
                return false;
            }
            plain += 1;
        }
    }
    let led = text.trim_start();
    let labelled = words
        .starts(Reference::Repository, led)
        .is_some_and(|found| led[found.len..].trim_start().starts_with(':'));
    let purpose = words.starts(ClauseRole::Purpose, led).is_some();
    named && (1..=MOST_WORDS).contains(&plain) && (last && certain && !purpose || labelled)
}
