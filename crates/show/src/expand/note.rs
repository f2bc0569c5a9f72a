//! `missing = "note"`: one compact note that names what is missing.

use readers::document::BoundDocument;
use readers::document::gap::gaps;
use readers::template::Need;

use crate::style::{Style, quoted};

/// The note; none when nothing that the template asks for is missing.
pub(super) fn block(bound: &BoundDocument, style: Style) -> Option<String> {
    let template = bound.template();
    let mut worst = Need::Recommended;
    let lines: Vec<String> = gaps(bound)
        .iter()
        .filter_map(|gap| {
            let need = template.sections[gap.section].need;
            if !matches!(need, Need::Required | Need::Recommended) {
                return None;
            }
            worst = worst.max(need);
            let title = gap.heading.trim_start_matches('#').trim();
            Some(format!("- {title} ({})", need.name()))
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let mark = format!("**Not written yet** (asked for by the template `{}`)", template.name);
    Some(quoted(style, worst, &mark, &lines.join("\n")))
}
