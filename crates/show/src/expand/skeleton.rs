//! `missing = "skeleton"`: each missing section's heading, guidance and sample at its place.

use readers::document::BoundDocument;
use readers::document::gap::{Gap, gaps};
use readers::template::{Need, fill};

use crate::style::{Style, not_written, quoted};
use text::compose::{Blocks, Inline};

/// The blocks to put into a chapter, each with its offset, in the chapter's order.
pub(super) fn blocks(bound: &BoundDocument, style: Style) -> Vec<(usize, Blocks)> {
    let fresh = bound.is_fresh();
    let params = literal(&bound.params);
    let mut blocks: Vec<(usize, Blocks)> = Vec::new();
    for gap in gaps(bound) {
        let need = bound.template().sections[gap.section].need;
        // Who has begun to write has chosen among the optional sections.
        if need == Need::Optional && !fresh {
            continue;
        }
        let block = section(bound, &gap, &params, style);
        match blocks.iter_mut().find(|(offset, _)| *offset == gap.offset) {
            Some((_, together)) => *together = std::mem::take(together).then(block),
            None => blocks.push((gap.offset, block)),
        }
    }
    blocks
}

fn section(bound: &BoundDocument, gap: &Gap, params: &[(String, String)], style: Style) -> Blocks {
    let section = &bound.template().sections[gap.section];
    let id = section.id.replace('.', "-");
    let title = Inline::parsed(&fill(&gap.title, params));
    let heading = Blocks::default().heading(gap.level, title, &id);
    // The example of a good answer stands apart from what is asked.
    let guide = section.guide.as_deref().unwrap_or_default();
    // A title that the parameters have filled is a title.
    let named = bound.template().is_title(gap.section) && !gap.heading.contains('[');
    let guide = if named { "" } else { guide };
    let mut body = guide.replace("\nGood: ", "\n\n*Good:* ");
    if !section.sample.is_empty() {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(&section.sample);
    }
    if (named || section.need == Need::Container) && section.sample.is_empty() {
        return heading;
    }
    let body = fill(&body, params);
    let mark = not_written(reason(bound, gap.section));
    heading.then(quoted(style, section.need, mark, Blocks::default().author(&body)))
}

/// Parameters whose values mean themselves where the template has them filled in.
pub(super) fn literal(params: &[(String, String)]) -> Vec<(String, String)> {
    let literal = |(name, value): &(String, String)| (name.clone(), Inline::text(value).markdown());
    params.iter().map(literal).collect()
}

/// "required by the template `formal`, once for each component"
pub(super) fn reason(bound: &BoundDocument, section: usize) -> Inline {
    let template = bound.template();
    let section = &template.sections[section];
    let need = match section.need {
        Need::Required => "required by",
        Need::Recommended => "recommended by",
        Need::Optional | Need::Container => "optional in",
    };
    let each = match section.repeat.as_deref() {
        Some("item") => ", may be repeated".to_owned(),
        Some(thing) => format!(", once for each {}", thing.replace('-', " ")),
        None => String::new(),
    };
    Inline::text(need).and(" the template ").then(Inline::code(&template.name)).and(&each)
}
