//! `missing = "note"`: one compact note that names what is missing.

use readers::document::BoundDocument;
use readers::document::gap::Gap;
use readers::template::{Need, fill};
use text::compose::{Blocks, Inline};
use words::Phrase;

use super::skeleton::literal;
use super::unwritten::Marks;
use crate::style::Border;

/// The note, a line for each chapter; none when nothing that the template asks for is missing.
pub(super) fn block(bound: &BoundDocument, marks: Marks<'_>) -> Option<Blocks> {
    let template = bound.template();
    let params = literal(&bound.params);
    let mut lines: Vec<(usize, Option<Inline>, Vec<Inline>)> = Vec::new();
    for gap in &bound.gaps {
        let need = template.sections[gap.section].need;
        if !matches!(need, Need::Required | Need::Recommended) {
            continue;
        }
        let words = Inline::parsed(&fill(&gap.title, &params));
        let words = match need {
            Need::Recommended => marks.says.inline(Phrase::MarkedRecommended, &[words]),
            _ => words,
        };
        let chapter = chapter_of(bound, gap);
        if lines.last().is_none_or(|(last, ..)| *last != chapter) {
            lines.push((chapter, None, Vec::new()));
        }
        if let Some((_, own, inside)) = lines.last_mut() {
            if chapter == gap.section { *own = Some(words) } else { inside.push(words) }
        }
    }
    if lines.is_empty() {
        return None;
    }
    let line = |(chapter, own, inside): (usize, Option<Inline>, Vec<Inline>)| {
        let title = own.unwrap_or_else(|| Inline::parsed(&title_of(bound, chapter, &params)));
        if inside.is_empty() {
            return title;
        }
        title.strong().and(": ").then(Inline::joined(inside, ", "))
    };
    let reason = marks.says.inline(Phrase::AskedBy, &[Inline::code(&template.name)]);
    let list = Blocks::default().list(lines.into_iter().map(line));
    Some(marks.titled(Phrase::NotWritten, reason, Border::Solid, list))
}

/// The outermost section around a gap below the document's title; the gap's own where there is none.
fn chapter_of(bound: &BoundDocument, gap: &Gap) -> usize {
    let template = bound.template();
    let mut chapter = gap.section;
    while let Some(parent) = template.sections[chapter].parent {
        if template.is_title(parent) {
            break;
        }
        chapter = parent;
    }
    chapter
}

/// A chapter as the document calls it, else as the template does.
fn title_of(bound: &BoundDocument, chapter: usize, params: &[(String, String)]) -> String {
    let gap = bound.gaps.iter().find(|gap| gap.section == chapter).map(|gap| &gap.title);
    let own = bound.sections[chapter].headings.first();
    match own {
        Some(heading) => Inline::text(&bound.binding.tree.nodes[heading.node].text).markdown(),
        None => fill(gap.unwrap_or(&bound.template().sections[chapter].heading), params),
    }
}
