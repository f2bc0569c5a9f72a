//! What a predicate comes to: a state, a relation, or both.

use std::ops::Range;

use words::{ClauseRole, DateWord, Reference, RelationVerb, Stated, Vocabulary};

use super::predicate::Predicate;
use super::target::{Named, typed};
use crate::adr::relation::RelationKind;
use crate::adr::status::Status;

/// The state and the relation of a predicate. A part that no longer counts takes nothing from the rest;
/// nor does one that was replaced; and what was turned down has no successor.
pub(super) fn outcome(
    text: &str,
    predicate: &Predicate,
    targets: &[Named],
    part: bool,
) -> (Option<Status>, Option<RelationKind>) {
    let stated = predicate.stated.as_ref().map(|stated| kind(text, 0, stated));
    // `Superseded → [7](0007-x.md)`
    let pointed = || {
        let superseded = predicate.status == Some(Status::Superseded) && !targets.is_empty();
        superseded.then_some(RelationKind::SupersededBy)
    };
    let relation = stated.or_else(pointed).map(|kind| if part { kind.in_part() } else { kind });
    let superseded = relation == Some(RelationKind::SupersededBy);
    let status = predicate.status.or_else(|| superseded.then_some(Status::Superseded));
    let ended = matches!(status, Some(Status::Superseded | Status::Deprecated | Status::Withdrawn));
    let turned_down = matches!(status, Some(Status::Rejected | Status::Withdrawn));
    // What is done in part is decided, and not done.
    let status = match status {
        Some(Status::Implemented) if part => Some(Status::Accepted),
        status => status,
    };
    let other = part && ended || relation == Some(RelationKind::Supersedes);
    (status.filter(|_| !other), relation.filter(|_| !(turned_down && superseded)))
}

/// What a verb makes this record to the others. `This record superseded the cache of ADR-1` has the record right before
/// the verb and what it took right behind: with a word for what was done to it, it would have that between. The places
/// of the verb count from `from`.
pub(in crate::adr) fn kind(text: &str, from: usize, stated: &Stated) -> RelationKind {
    let bare = stated.relation == RelationVerb::SupersededBy
        && stated.second.is_none()
        && stated.target == words::Place::Behind;
    let verb = from + stated.verb.start..from + stated.verb.end;
    if bare && is_done_by_this(text, &verb) {
        RelationKind::Supersedes
    } else {
        stated.relation.into()
    }
}

fn is_done_by_this(text: &str, verb: &Range<usize>) -> bool {
    let known = Vocabulary::known();
    let (before, behind) = (&text[..verb.start], &text[verb.end..]);
    let starts: Vec<usize> = words::word_starts(before).collect();
    let [.., this, record] = *starts else { return false };
    let is_all = |found: Option<usize>, word: &str| found == Some(word.len());
    let subject = before[record..].trim_end();
    let is_record = known.starts(Reference::Record, subject).map(|found| found.len);
    let demonstrative = before[this..record].trim_end();
    let leads = known.starts(ClauseRole::LeadIn, demonstrative).map(|found| found.len);
    let object = behind.trim_start();
    let taken = known.starts(DateWord::Article, object).is_some() || typed(object).is_some();
    object.len() < behind.len()
        && taken
        && is_all(is_record, subject)
        && is_all(leads, demonstrative)
        && known.starts(Reference::Record, demonstrative).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::{Statement, relations};
    use crate::adr::relation::RelationKind::{self, SupersededBy, Supersedes, SupersedesInPart};
    use crate::adr::status::OwnWords;
    use crate::adr::text::Line;
    use text::markdown;

    fn claims(text: &str) -> Vec<RelationKind> {
        let inlines = markdown::inlines(text, 0);
        let statement = Statement::read(Line::of(&inlines), &OwnWords::new());
        relations(&statement).iter().map(|relation| relation.kind).collect()
    }

    #[test]
    fn a_verb_in_the_past_tells_who_did_it_by_what_stands_beside_it() {
        for (text, wanted) in [
            ("This ADR superseded the `retry` portion of [ADR-1](0001-x.md)", SupersedesInPart),
            ("This record superseded ADR-1's cache", SupersedesInPart),
            ("This decision superseded ADR-1", Supersedes),
            ("This decision was superseded, see ADR-1", SupersededBy),
            ("This decision was superseded by ADR-1", SupersededBy),
            ("This decision superseded by ADR-1", SupersededBy),
            ("Decision superseded by ADR-1", SupersededBy),
        ] {
            assert_eq!(claims(text).first(), Some(&wanted), "{text}");
        }
    }
}
