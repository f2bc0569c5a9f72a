//! Pictures below a heading: images, code that draws one, and lines and arrows made of signs.

use text::markdown::block::BlockKind;
use text::markdown::inline::{Link, Run};
use words::{Concept, Reference, Vocabulary};

use super::bind::node::Tree;

/// Languages of code that draw.
const DRAWING: [&str; 5] = ["mermaid", "plantuml", "puml", "d2", "dot"];

/// Those of code that may be a picture made of signs.
const PLAIN: [&str; 3] = ["", "text", "txt"];

/// What such pictures are made of, and commands are not.
const SIGNS: [char; 6] = ['│', '─', '┌', '▼', '→', '►'];

/// Whether a picture stands directly below a heading, or code that may draw one; badges are none.
pub(super) fn has_picture(tree: &Tree, node: usize) -> bool {
    tree.blocks(&tree.nodes[node].body).any(|(_, block)| match &block.kind {
        BlockKind::Code(code) => {
            let language = language(&code.info);
            code.fenced && (DRAWING.contains(&language) || PLAIN.contains(&language))
        }
        BlockKind::Paragraph(text) => {
            let linked = |image: &Link| {
                text.links.iter().any(|link| !link.image && link.span.contains(image.span))
            };
            text.links.iter().any(|link| link.image && !linked(link))
        }
        _ => false,
    })
}

/// Whether a picture of parts stands directly below a heading: one that is drawn by code or by signs, or an image that
/// is called a diagram or an architecture. A logo and a command are none.
pub(super) fn shows_parts(tree: &Tree, node: usize) -> bool {
    tree.blocks(&tree.nodes[node].body).any(|(document, block)| match &block.kind {
        BlockKind::Code(code) => {
            let language = language(&code.info);
            let signs = || document.slice(block.span).contains(SIGNS);
            DRAWING.contains(&language) || PLAIN.contains(&language) && signs()
        }
        BlockKind::Paragraph(text) => {
            let shown = |run: &Run<'_>| run.link.is_some_and(|link| text.links[link].image);
            text.runs().any(|run| shown(&run) && is_called_so(run.text))
        }
        _ => false,
    })
}

fn language(info: &str) -> &str {
    info.split([' ', ',', '{']).next().unwrap_or_default()
}

fn is_called_so(name: &str) -> bool {
    let known = Vocabulary::known();
    let wholes = [Concept::Architecture, Concept::HighLevelArchitecture, Concept::ComponentDiagram];
    known.mentions(Reference::Figure, name).is_some()
        || known.find::<Concept>(name).any(|(_, found)| wholes.contains(&found.meaning))
}
