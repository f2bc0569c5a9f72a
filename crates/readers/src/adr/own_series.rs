//! References to records by the name of the series that a record is in itself.

use text::link;
use text::markdown::Document;

use super::id::Id;
use super::numbering::chosen_id;
use super::record::Sourced;
use super::relation::{Relation, Target};

/// Relations in which the numbers of the record's own series stand as its own does: `TIP-29` beside `tip: 8`. The
/// series is known by the record's other identifiers, by what stands before its number in the name of its file, and
/// by the directory: `teps`.
pub(super) fn unnamed(
    mut relations: Vec<Relation>,
    ids: &[Sourced<Id>],
    prefix: &str,
    document: &Document,
) -> Vec<Relation> {
    let Some(Sourced { value: Id::Number(own), .. }) = chosen_id(ids) else { return relations };
    let directory = link::file_name(link::directory(document.source.path()));
    let is_own = |series: &str| {
        let same = |id: &Sourced<Id>| matches!(&id.value, Id::Series(name, number) if *number == own && name.eq_ignore_ascii_case(series));
        ids.iter().any(same) || [prefix, directory].into_iter().any(|place| names(place, series))
    };
    for relation in &mut relations {
        if let Target::Id(Id::Series(series, number)) = &relation.target
            && is_own(series)
        {
            relation.target = Target::Id(Id::Number(*number));
        }
    }
    relations
}

/// Whether the name of a directory or the letters before a number are those of a series, or its plural.
fn names(place: &str, series: &str) -> bool {
    let plain = place.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    let one = plain.strip_suffix('s').unwrap_or(plain);
    [plain, one].iter().any(|name| name.eq_ignore_ascii_case(series))
}
