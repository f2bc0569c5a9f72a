//! Whether a record names another.

use readers::adr::{Record, RelationKind, Target};
use text::link::{decoded, directory, resolve};

/// Whether a record states a relation to another.
pub(super) fn already_states(record: &Record, kind: RelationKind, other: &Record) -> bool {
    record.related(kind).any(|relation| names(record, &relation.target, other))
}

/// Whether a reference of a record means another.
pub(super) fn names(record: &Record, target: &Target, other: &Record) -> bool {
    if let Target::Link(link) = target
        && leads_to(record, &decoded(link), other)
    {
        return true;
    }
    let own = other.id.as_ref().map(|id| &id.value);
    target.id().is_some_and(|id| own.is_some_and(|own| own.is(&id)))
}

/// Whether a link of a record leads to another.
fn leads_to(record: &Record, link: &str, other: &Record) -> bool {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, at)| (path, Some(at)));
    let path = match path {
        "" => Some(record.path.clone()).filter(|_| other.anchor.is_some()),
        path => resolve(directory(&record.path), path),
    };
    path.as_ref() == Some(&other.path)
        && (other.anchor.is_none() || other.anchor.as_deref() == anchor)
}
