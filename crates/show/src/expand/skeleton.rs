//! `missing = "skeleton"`: each missing section's heading, guidance and sample at its place.

use std::collections::HashMap;

use readers::document::BoundDocument;
use readers::document::gap::Gap;
use readers::template::{Need, fill};

use super::unwritten::Marks;
use text::compose::{Blocks, Inline};
use words::Language;

/// The missing sections of a book's chapters as Markdown. Chapters of one template lack many of the same
/// sections, so each is written once.
#[derive(Default)]
pub(super) struct Skeletons {
    written: HashMap<Asked, String>,
}

/// All that the Markdown of a section depends on.
#[derive(PartialEq, Eq, Hash)]
struct Asked {
    template: String,
    section: usize,
    level: u8,
    title: String,
    params: Vec<(String, String)>,
    language: Option<Language>,
}

impl Skeletons {
    /// The Markdown to put into a chapter, each piece with its offset, in the chapter's order.
    pub(super) fn of(&mut self, bound: &BoundDocument, marks: Marks<'_>) -> Vec<(usize, String)> {
        let fresh = bound.is_fresh();
        let params = literal(&bound.params);
        let mut pieces: Vec<(usize, String)> = Vec::new();
        for gap in &bound.gaps {
            let need = bound.template().sections[gap.section].need;
            // Who has begun to write has chosen among the optional sections.
            if need == Need::Optional && !fresh {
                continue;
            }
            let offset = gap.offset;
            let markdown = self.section(bound, gap, (&params, marks));
            match pieces.iter_mut().find(|(at, _)| *at == offset) {
                Some((_, together)) => together.extend(["\n\n", markdown]),
                None => pieces.push((offset, markdown.to_owned())),
            }
        }
        pieces
    }

    fn section(
        &mut self,
        bound: &BoundDocument,
        gap: &Gap,
        (params, marks): (&[(String, String)], Marks<'_>),
    ) -> &str {
        let asked = Asked {
            template: bound.template().name.clone(),
            section: gap.section,
            level: gap.level,
            title: gap.title.clone(),
            params: params.to_vec(),
            language: marks.says.language(),
        };
        let written = self.written.entry(asked);
        written.or_insert_with_key(|asked| section(bound, asked, marks).markdown())
    }
}

fn section(bound: &BoundDocument, asked: &Asked, marks: Marks<'_>) -> Blocks {
    let Asked { section: index, params, .. } = asked;
    let section = &bound.template().sections[*index];
    let id = section.id.replace('.', "-");
    let title = Inline::parsed(&fill(&asked.title, params));
    let heading = Blocks::default().heading(asked.level, title, &id);
    // A title that the parameters have filled is a title.
    let named = bound.template().is_title(*index) && !fill(&asked.title, params).contains('[');
    if (named || section.need == Need::Container) && section.sample.is_empty() {
        return heading;
    }
    let guide = section.guide.as_deref().filter(|_| !named).unwrap_or_default();
    let guidance = marks.guidance(&fill(guide, params));
    let inside = guidance.then(marks.sample(&fill(&section.sample, params)));
    heading.then(marks.not_written(bound, *index, inside))
}

/// Parameters whose values mean themselves where the template has them filled in.
pub(super) fn literal(params: &[(String, String)]) -> Vec<(String, String)> {
    let literal = |(name, value): &(String, String)| (name.clone(), Inline::text(value).markdown());
    params.iter().map(literal).collect()
}
