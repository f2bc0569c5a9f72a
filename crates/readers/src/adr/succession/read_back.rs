//! A record is read again after an edit: it says what was written, and else what it said before.

use text::edit::{Edits, TextEdit};
use text::source::Span;

use super::status_of;
use crate::adr::read::reread;
use crate::adr::record::{Origin, Record};
use crate::adr::relation::RelationKind;
use crate::adr::sections;
use crate::adr::status::{OwnWords, Status};

/// The first edits after which a record is as wanted and says else what it said before: all but its status
/// and its relations of one kind.
pub(super) fn first_that(
    record: &Record,
    candidates: impl IntoIterator<Item = Vec<TextEdit>>,
    kind: Option<RelationKind>,
    own: &OwnWords,
    wanted: impl Fn(&Record) -> bool,
) -> Option<Vec<TextEdit>> {
    let had_front_matter = has_front_matter(record);
    candidates.into_iter().find(|edits| {
        let mut all = Edits::default();
        all.extend(edits.iter().cloned());
        let text = all.apply(record.source.text());
        let Some(new) = reread(record, &text, own) else { return false };
        wanted(&new)
            && says_the_same(record, &new, kind, own)
            && leaves_others(record, &new, own)
            && (!had_front_matter || has_front_matter(&new))
    })
}

/// Whether a file has front matter that is what it claims to be: what is none may read well here and stop
/// those who read it strictly.
fn has_front_matter(record: &Record) -> bool {
    let front = record.file().front_matter;
    front.is_some_and(|front| front.problem.is_none())
}

/// Whether the other sections of a file say in its new text what they said before. One that is read as a single record may
/// be a log as well, seen from elsewhere.
fn leaves_others(old: &Record, new: &Record, own: &OwnWords) -> bool {
    let others = |record: &Record| {
        let all = sections::records(&record.file(), &record.path, own);
        all.into_iter().filter(|other| !other.is(record)).collect::<Vec<_>>()
    };
    let (before, after) = (others(old), others(new));
    let states = |record: &Record| {
        let states = known_states(record).map(|(status, _, origin)| (status, origin));
        states.collect::<Vec<_>>()
    };
    let same = |(old, new): (&Record, &Record)| {
        old.is(new) && states(old) == states(new) && says_the_same(old, new, None, own)
    };
    before.len() == after.len() && before.iter().zip(&after).all(same)
}

/// Whether all places that state a status state this one.
pub(super) fn has_status(record: &Record, wanted: Status) -> bool {
    record.status.as_ref().is_some_and(|status| status.value == wanted)
        && known_states(record).all(|(status, ..)| status == wanted)
}

/// The places that state a status without doubt.
pub(super) fn known_states(record: &Record) -> impl Iterator<Item = (Status, Span, Origin)> {
    record.states.iter().filter_map(|state| {
        let status = state.value.status.filter(|_| state.value.doubt.is_none())?;
        Some((status, state.span, state.origin))
    })
}

pub(super) fn has_one_more(old: &Record, new: &Record, kind: RelationKind) -> bool {
    new.related(kind).count() == old.related(kind).count() + 1
}

/// The keywords that are no status.
fn keywords(record: &Record, own: &OwnWords) -> Vec<String> {
    let tags = record.tags.iter().map(|tag| &tag.value);
    tags.filter(|tag| status_of(tag, own).is_none()).cloned().collect()
}

/// Whether two readings agree in all but the status and the relations of one kind.
fn says_the_same(old: &Record, new: &Record, kind: Option<RelationKind>, own: &OwnWords) -> bool {
    let values = |record: &Record| {
        let relations = record.relations.iter();
        let others = relations.filter(|relation| Some(relation.kind) != kind);
        (
            record.id.as_ref().map(|id| id.value.clone()),
            record.title.as_ref().map(|title| title.value.clone()),
            record.dates.iter().map(|date| date.value).collect::<Vec<_>>(),
            record
                .people
                .iter()
                .map(|(role, name)| (*role, name.value.clone()))
                .collect::<Vec<_>>(),
            keywords(record, own),
            [&record.review_by, &record.review].map(|at| at.as_ref().map(|date| date.value)),
            others.map(|relation| (relation.kind, relation.target.clone())).collect::<Vec<_>>(),
        )
    };
    // A section of links, or of the status, may be new.
    let titles = |record: &Record| {
        let titles = record.sections.iter().map(|section| section.title.clone());
        titles.collect::<Vec<_>>()
    };
    let added = usize::from(kind.is_some() || old.status.is_none());
    let mut left = titles(new).into_iter();
    let kept = titles(old).iter().all(|title| left.any(|other| other == *title));
    let sections = kept && new.sections.len() <= old.sections.len() + added;
    sections && values(old) == values(new)
}
