//! The edits that a finding carries.

use judge::finding::Finding;
use text::wording::one_line;

use super::Offer;
use crate::edits::Change;

/// What `check --fix` would do.
pub(super) fn offer(finding: &Finding) -> Option<Offer> {
    if finding.edits.is_empty() {
        return None;
    }
    let change =
        |edit: &judge::finding::Edit| Change { place: edit.place.clone(), text: edit.text.clone() };
    let words = finding.help.as_deref().unwrap_or(&finding.message);
    Some(Offer {
        title: format!("Mend: {}", one_line(words)),
        changes: finding.edits.iter().map(change).collect(),
        mends: true,
    })
}
