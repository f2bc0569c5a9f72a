//! `missing = "note"`: one compact note that names what is missing.

use readers::document::BoundDocument;
use readers::template::{Need, fill};

use super::skeleton::literal;

use crate::style::{Style, not_written, quoted};
use text::compose::{Blocks, Inline};

/// The note; none when nothing that the template asks for is missing.
pub(super) fn block(bound: &BoundDocument, style: Style) -> Option<Blocks> {
    let template = bound.template();
    let params = literal(&bound.params);
    let lines: Vec<Inline> = bound
        .gaps
        .iter()
        .filter_map(|gap| {
            let need = template.sections[gap.section].need;
            if !matches!(need, Need::Required | Need::Recommended) {
                return None;
            }
            let title = fill(&gap.title, &params);
            Some(Inline::parsed(&title).and(&format!(" ({})", need.name())))
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let reason = Inline::text("asked for by the template ").then(Inline::code(&template.name));
    Some(quoted(style, not_written(reason), Blocks::default().list(lines)))
}
