//! What a record is to another, in words.

use readers::adr::collection::Collection;
use readers::adr::relation::RelationKind;

/// `supersedes`; `would supersede` where the newer record, an index into the entries, is only proposed, and
/// `would have superseded` where it was turned down.
pub(super) fn words(records: &Collection, kind: RelationKind, newer: usize) -> String {
    let words = kind.words();
    if kind == RelationKind::Related || records.takes_effect(newer) {
        return words.to_owned();
    }
    match (is_open(records, newer), infinitive(kind)) {
        (true, Some(verb)) => format!("would {verb}"),
        (true, None) => format!("would be {words}"),
        (false, Some(_)) => {
            format!("would have {}", kind.inverse().words().trim_end_matches(" by"))
        }
        (false, None) => format!("would have been {words}"),
    }
}

/// Whether nobody has decided on a record yet.
pub(super) fn is_open(records: &Collection, index: usize) -> bool {
    records.entries[index].record.status.as_ref().is_some_and(|status| status.value.is_open())
}

/// None for what the other record does.
const fn infinitive(kind: RelationKind) -> Option<&'static str> {
    match kind {
        RelationKind::Supersedes => Some("supersede"),
        RelationKind::SupersedesInPart => Some("supersede in part"),
        RelationKind::Amends => Some("amend"),
        RelationKind::Extends => Some("extend"),
        RelationKind::Subsumes => Some("subsume"),
        _ => None,
    }
}
