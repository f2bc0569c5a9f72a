//! The headings of a text, with the states of the sections that they serve.

use std::collections::HashMap;

use lsp_types::{DocumentSymbol, DocumentSymbolResponse, SymbolKind, Uri};
use text::markdown::Document;
use text::source::{Source, Span};

use crate::workspace::{Here, Workspace};

/// The outline of the text as it is now.
pub(crate) fn of(workspace: &Workspace, uri: &Uri) -> Option<DocumentSymbolResponse> {
    let here = workspace.here(uri)?;
    let text: &str = here.buffer.text();
    let outline = Outline {
        document: &Document::parse(&Source::new(here.name, text)),
        states: states(&here),
        here: &here,
    };
    Some(DocumentSymbolResponse::Nested(outline.below(None)))
}

/// The states of the sections, by the positions of their headings.
fn states(here: &Here<'_>) -> HashMap<lsp_types::Position, &'static str> {
    let Some((_, bound)) = here.snapshot.bound(here.name) else { return HashMap::new() };
    let tree = &bound.binding.tree;
    let headings = bound.sections.iter().flat_map(|facts| &facts.headings);
    let own = headings.filter(|heading| tree.nodes[heading.node].document == 0);
    let state = own.filter_map(|heading| {
        let start = here.range(tree.place(heading.node).span)?.start;
        Some((start, heading.assessment.state.name()))
    });
    state.collect()
}

struct Outline<'h> {
    document: &'h Document,
    states: HashMap<lsp_types::Position, &'static str>,
    here: &'h Here<'h>,
}

impl Outline<'_> {
    fn below(&self, parent: Option<usize>) -> Vec<DocumentSymbol> {
        let outline = &self.document.outline;
        outline.children(parent).map(|section| self.symbol(section)).collect()
    }

    fn symbol(&self, index: usize) -> DocumentSymbol {
        let section = &self.document.outline.sections[index];
        let heading = self.document.blocks[section.block].heading();
        let name = heading.map(|heading| heading.text.plain()).unwrap_or_default();
        let words = self.document.slice(section.heading).trim_end();
        let place = Span::new(section.heading.start, section.heading.start + words.len());
        let whole = Span::new(place.start, section.end.max(place.end));
        let selection_range = self.here.buffer.range(place);
        let children = self.below(Some(index));
        #[expect(deprecated, reason = "the type has no other constructor")]
        DocumentSymbol {
            // A symbol must have a name.
            name: if name.trim().is_empty() { "#".to_owned() } else { name },
            detail: self.states.get(&selection_range.start).map(|&state| state.to_owned()),
            kind: SymbolKind::STRING,
            tags: None,
            deprecated: None,
            range: self.here.buffer.range(whole),
            selection_range,
            children: (!children.is_empty()).then_some(children),
        }
    }
}
