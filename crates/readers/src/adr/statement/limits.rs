//! What follows the name of another record and limits the statement about it, or puts it in doubt.

use words::{ClauseRole, Reference, Vocabulary};

use super::target::is_decision;
use crate::adr::relation::RelationKind;

/// Whether what follows a name limits the statement about it: `in part`, `(sections 2 to 4)`. A piece or a title behind
/// the name of a successor says more of that one: `Superseded by ADR-3 D2`.
pub(super) fn limits(behind: &str, kind: RelationKind, words: &Vocabulary) -> bool {
    let rest = behind.trim_start_matches([' ', '(', '（', '\n', ']', ')']);
    if is_scope(rest, words) || excepts(behind, words) {
        return true;
    }
    let code = rest.split([' ', ',', ';', ')', '.']).next().unwrap_or_default();
    if !kind.is_passive() && (is_decision(code) || is_a_piece_in_brackets(behind, words)) {
        return true;
    }
    let article = words
        .starts(ClauseRole::LeadIn, rest)
        .filter(|_| words.starts(ClauseRole::Part, rest).is_none());
    let rest = article.map_or(rest, |found| rest[found.len..].trim_start());
    rest.starts_with('§') || words.starts(ClauseRole::Part, rest).is_some()
}

/// `(the caching slice)`, `(second part only)`: a few words in brackets that end with one for a piece, behind an article
/// or before "only". `(Use Redis only)` and `(Vertical slices)` are titles, and `(see the second part)` leads somewhere.
fn is_a_piece_in_brackets(behind: &str, words: &Vocabulary) -> bool {
    const MOST_WORDS: usize = 4;
    let remark = || {
        let inside = behind.trim_start().strip_prefix(['(', '（'])?;
        inside.find([')', '）']).map(|end| inside[..end].trim())
    };
    let Some(inside) = remark().filter(|inside| inside.split_whitespace().count() <= MOST_WORDS)
    else {
        return false;
    };
    let leads = [ClauseRole::See, ClauseRole::Time, ClauseRole::Agent, ClauseRole::Negation];
    if words.at_start::<words::Status>(inside).is_some()
        || leads.into_iter().any(|role| words.starts(role, inside).is_some())
    {
        return false;
    }
    // Where the word for a piece begins that a text ends with.
    let piece = |text: &str| {
        words::word_starts(text).find(|&at| {
            let part = words.starts(ClauseRole::Part, &text[at..]).map(|found| found.len);
            let chapter = words.starts(Reference::Chapter, &text[at..]).map(|found| found.len);
            part.max(chapter).is_some_and(|len| at + len == text.len())
        })
    };
    let article = inside.starts_with(char::is_lowercase)
        && words.starts(words::DateWord::Article, inside).is_some();
    piece(inside).is_some_and(|at| article || piece(inside[..at].trim_end()).is_some())
}

/// Whether a thing follows that the record named before has: `'s retry rules`. Its decision is the record itself.
pub(super) fn is_something_of_it(behind: &str, words: &Vocabulary) -> bool {
    let thing = ["'s ", "’s "].iter().find_map(|sign| behind.strip_prefix(sign));
    thing.is_some_and(|thing| words.starts(Reference::Record, thing.trim_start()).is_none())
}

/// `in production`, `for new projects` at the end of a clause or a bracket, and not `for production reasons` or `in
/// production since May`, which is about the other record.
pub(super) fn is_scope(said: &str, words: &Vocabulary) -> bool {
    words.starts(ClauseRole::Scope, said).is_some_and(|found| {
        let next = said[found.len..].trim_start_matches(' ');
        next.is_empty() || next.starts_with(['.', ',', ';', ':', ')', '）', '\n', '。', '；'])
    })
}

/// `, except for the cache`, `except caching`: the rest is left out. `Except as noted there` and `außer Betrieb` leave
/// out nothing.
fn excepts(behind: &str, words: &Vocabulary) -> bool {
    let sign = |c: char| c.is_whitespace() || ",()（）]–—-".contains(c);
    let said = behind.trim_start_matches(sign);
    words.starts(ClauseRole::Except, said).is_some_and(|found| {
        let next = said[found.len..].trim_start();
        words.starts(words::DateWord::Article, next).is_some()
            || words.starts(ClauseRole::Part, next).is_some()
            || words.at_start::<words::Status>(said).is_none() && is_a_thing(next, words)
    })
}

/// Whether nothing follows up to the end of the clause but one or two words that name something: `caching`, `the
/// write path`. Longer ones may be a sentence: `except Ann everyone agreed`.
fn is_a_thing(said: &str, words: &Vocabulary) -> bool {
    const MOST_WORDS: usize = 2;
    let end = said.find(['.', ',', ';', ':', ')', '）', '\n', '。', '；', '—', '–']);
    let said = said[..end.unwrap_or(said.len())].trim();
    let count = said.split_whitespace().count();
    let plain = |at: usize| {
        let roles = [
            ClauseRole::LeadIn,
            ClauseRole::Condition,
            ClauseRole::Time,
            ClauseRole::And,
            ClauseRole::Whole,
            ClauseRole::Negation,
        ];
        !roles.into_iter().any(|role| words.starts(role, &said[at..]).is_some())
    };
    (1..=MOST_WORDS).contains(&count)
        && said.starts_with(char::is_alphabetic)
        && words.starts(Reference::Record, said).is_none()
        && words::word_starts(said).all(plain)
}

/// Whether what follows a name says that the statement about it is not sure, or still to come: `?`, `(when accepted)`,
/// `(planned)`. `(will be removed)` says what comes of it then.
pub(super) fn doubts(behind: &str, words: &Vocabulary) -> bool {
    let behind = behind.trim_start_matches(['*', '_', '`', ']', ')']);
    let rest = behind.trim_start();
    let remark = rest.trim_start_matches(['(', '（']);
    let condition = words.starts(ClauseRole::Condition, remark).is_some();
    let planned = || {
        let roles = [ClauseRole::Possibility, ClauseRole::Plan];
        let found = roles.into_iter().find_map(|role| words.starts(role, remark));
        found.is_some_and(|found| {
            let next = remark[found.len..].trim_start();
            !next.starts_with(char::is_alphabetic) || words.starts(Reference::For, next).is_some()
        })
    };
    behind.starts_with(['?', '？'])
        || remark.starts_with(['?', '？'])
        || condition
        || remark.len() < rest.len() && planned()
}
