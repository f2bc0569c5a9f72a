//! Which of the identifiers that a record states is its own.

use super::id::Id;
use super::record::{Origin, Sourced};

/// The file's number, if the title has another; what both say, if they agree; else what there is.
pub(super) fn chosen_id(ids: &[Sourced<Id>]) -> Option<Sourced<Id>> {
    let from = |origins: &[Origin]| {
        ids.iter().find(|id| origins.contains(&id.origin) && id.value.number().is_some())
    };
    let title = from(&[Origin::Title]);
    let name = from(&[Origin::FileName, Origin::Directory]);
    // A key of the series' own name, in a file that is called after it.
    let keyed = from(&[Origin::FrontMatter, Origin::Line]).filter(|id| {
        let named = name.map(|name| &name.value);
        matches!(named, Some(Id::Series(_, number)) if id.value == Id::Number(*number))
    });
    if let Some(keyed) = keyed {
        return Some(keyed.clone());
    }
    match (title, name) {
        // `ADR-17-S1` in the heading says more than the 17 of the file's name.
        (Some(title), Some(name))
            if title.value.is(&name.value)
                || matches!((&title.value, &name.value), (Id::Lettered(a, _), Id::Number(b)) if a == b) =>
        {
            Some(title.clone())
        }
        (_, Some(name)) => Some(name.clone()),
        (Some(title), None) => Some(title.clone()),
        (None, None) => ids.iter().find(|id| id.value.number().is_some()).or(ids.first()).cloned(),
    }
}
