//! A block of code that swallows sections: nobody closed it where the code ends.
//!
//! As [CommonMark](https://spec.commonmark.org/0.31.2/#fenced-code-blocks) has it, a fence runs to a
//! line of its own marks and nothing else, or to the end of the text. Where one was forgotten, the
//! headings that follow are code, and so is the line that opens the next block.

use std::sync::Arc;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Code};
use text::markdown::fence::{is_closed, marks};
use text::source::{Place, Span};

use super::bind::node::Tree;
use super::bind::{Binding, Index};

/// Sections that are code for want of a fence.
#[derive(Debug)]
pub struct Swallowed {
    /// The line that opens the block.
    pub fence: Place,
    /// What closes it: as many marks as opened it.
    pub marks: String,
    /// Whether it runs to the end of the text, and not only to the end of the next block.
    pub to_the_end: bool,
    /// The first heading in it that a section is called by.
    pub heading: Place,
    /// All sections that headings in it are called by, and that have none outside.
    pub sections: Vec<usize>,
}

/// The first such block of a chapter.
pub(super) fn find(document: &Document, binding: &Binding, index: &Index) -> Option<Swallowed> {
    document.blocks.iter().find_map(|block| in_block(document, block, binding, index))
}

fn in_block(
    document: &Document,
    block: &Block,
    binding: &Binding,
    index: &Index,
) -> Option<Swallowed> {
    let BlockKind::Code(code) = &block.kind else { return None };
    // Markdown shown as code has headings of its own.
    if !code.fenced || !code.text.contains("\n#") || is_markdown(&code.info) {
        return None;
    }
    let lines = document.slice(block.span);
    let marks = marks(lines)?;
    let to_the_end = !is_closed(lines, marks);
    let first = lines.find('\n')? + 1;
    let inside = Span::new(block.span.start + first, block.span.end);
    let part = Arc::new(Document::parse_part(&document.source, inside));
    let tree = Tree::of(Arc::clone(&part));
    let mut named = index.named(&tree);
    let served = |&&(_, section): &&(usize, usize)| !binding.hits[section].is_empty();
    let outside: Vec<usize> = named.iter().filter(served).map(|&(node, _)| node).collect();
    named.retain(|(node, _)| tree.nodes[*node].level > 1 && !outside.contains(node));
    let heading = tree.place(named.first()?.0);
    (to_the_end || opens_block_behind(&part, &heading, marks)).then(|| Swallowed {
        fence: Place::new(
            &document.source,
            document.source.line_span(document.source.line(block.span.start)),
        ),
        marks: marks.to_owned(),
        to_the_end,
        heading,
        sections: named.iter().map(|&(_, section)| section).collect(),
    })
}

/// Whether the language of a block is Markdown, whatever stands behind it: `markdown ignore`.
fn is_markdown(info: &str) -> bool {
    let language = info.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    ["md", "mdx", "markdown"].iter().any(|known| language.eq_ignore_ascii_case(known))
}

/// Whether a block with its language follows a heading, whose closing marks close `outer` ones too: the
/// line that closes the whole was its own.
fn opens_block_behind(part: &Document, heading: &Place, outer: &str) -> bool {
    part.blocks.iter().any(|block| {
        let opens = matches!(&block.kind, BlockKind::Code(Code { fenced: true, info, .. }) if !info.is_empty());
        let closes = || marks(part.slice(block.span)).is_some_and(|own| own.starts_with(outer));
        opens && block.span.start > heading.span.start && closes()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::builtin;
    use crate::testing::parsed;

    /// The line of the fence and the first heading that it swallows.
    fn swallowed(text: &str) -> Option<(usize, String)> {
        let template = builtin::find("standard").expect("a built-in template");
        let index = Index::of(&template);
        let document = parsed(text);
        let binding = Binding::new(&index, Tree::of(Arc::clone(&document)), false);
        let found = find(&document, &binding, &index)?;
        Some((found.fence.start().line, found.heading.text().trim().to_owned()))
    }

    #[test]
    fn a_fence_that_nobody_closed() {
        let text = "# A\n\n```text\nclient\n\n## Security\n\nText.\n";
        assert_eq!(swallowed(text), Some((3, "## Security".to_owned())));
    }

    #[test]
    fn a_fence_that_the_next_block_closes() {
        let text = "# A\n\n```text\nclient\n\n## Security\n\n```bash\nls\n```\n\nText.\n";
        assert_eq!(swallowed(text), Some((3, "## Security".to_owned())));
    }

    #[test]
    fn what_is_code_is_left_alone() {
        assert_eq!(swallowed("# A\n\n```text\nclient\n"), None);
        assert_eq!(swallowed("# A\n\n```bash\n# Security\nls\n"), None);
        assert_eq!(swallowed("# A\n\n```\n\n## Security\n```\n"), None);
        assert_eq!(swallowed("# A\n\n~~~\n\n## Halls of the yard\n"), None);
        assert_eq!(swallowed("# A\n\n```markdown\n\n## Security\n\n```bash\nls\n```\n"), None);
        let four = "# A\n\n````text\n# Page\n\n## Security\n\n```bash\nls\n```\n````\n";
        assert_eq!(swallowed(four), None);
        assert_eq!(swallowed(&four.replace("````", "~~~")), None);
        assert_eq!(
            swallowed("# A\n\n```markdown ignore\n\n## Security\n\n```bash\nls\n```\n"),
            None
        );
        assert_eq!(swallowed("# A\n\n## Security\n\nText.\n\n~~~\n\n## Security\n"), None);
    }
}
