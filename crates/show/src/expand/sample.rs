//! The samples of a template on a page: the code of diagrams that nothing draws is folded.

use std::borrow::Cow;

use readers::book::Output;
use text::compose::Blocks;
use text::edit::{Edits, TextEdit};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Code};
use text::source::{Source, Span};
use words::Phrase;

use super::unwritten::Marks;
use crate::style::{Medium, apart};

/// What code stands between.
const FENCES: [&str; 2] = ["```", "~~~"];

/// Languages of diagrams, and what the names of those that draw them have in them.
const DIAGRAMS: [(&str, &str); 8] = [
    ("mermaid", "mermaid"),
    ("plantuml", "plantuml"),
    ("puml", "plantuml"),
    ("dot", "graphviz"),
    ("graphviz", "graphviz"),
    ("d2", "d2"),
    ("pikchr", "pikchr"),
    ("bob", "svgbob"),
];

impl Marks<'_> {
    /// What a template has for a start, as what it is: a page folds the code of diagrams that nothing draws.
    pub(super) fn sample(self, sample: &str) -> Blocks {
        let mut blocks = Blocks::default();
        let has_fence = || FENCES.iter().any(|fence| sample.contains(fence));
        if self.medium == Medium::Text || !has_fence() {
            return blocks.author(sample);
        }
        let sample = &*self.folded_inside(sample);
        let source = Source::new("", sample);
        let document = Document::parse_part(&source, Span::new(0, sample.len()));
        let mut from = 0;
        for block in &document.blocks {
            let BlockKind::Code(code) = &block.kind else { continue };
            let Some(summary) = self.summary(code) else { continue };
            let fence = Blocks::default().author(sample[block.span.range()].trim_end());
            blocks = blocks.author(&sample[from..block.span.start]).folded(&summary, fence);
            from = block.span.end;
        }
        let rest = Blocks::default().author(&sample[from..]);
        let follows = from > 0 && !sample[from..].trim().is_empty();
        blocks.then(if follows { apart(self.medium, rest) } else { rest })
    }

    /// The same for diagrams in lists and quotes, which stay inside them.
    fn folded_inside(self, sample: &str) -> Cow<'_, str> {
        let source = Source::new("", sample);
        let document = Document::parse_part(&source, Span::new(0, sample.len()));
        let mut codes = Vec::new();
        document.blocks.iter().for_each(|block| inside(block, &mut codes));
        let mut edits = Edits::default();
        edits.extend(codes.into_iter().filter_map(|(span, code)| {
            let span = Span::new(span.start, span.start + sample[span.range()].trim_end().len());
            let folded = folded_at(sample, span, &self.summary(code)?)?;
            Some(TextEdit::replace(span, folded))
        }));
        if edits.is_empty() { sample.into() } else { edits.apply(sample).into() }
    }

    /// What stands over the folded code of a diagram; none where it is drawn, or is no diagram.
    fn summary(self, code: &Code) -> Option<String> {
        let tool = self.undrawn(&code.info)?;
        Some(self.says.with(Phrase::DiagramCode, &[&format!("mdbook-{tool}")]))
    }

    /// What would draw a diagram in this language, where nothing of the book does.
    fn undrawn(self, info: &str) -> Option<&'static str> {
        let language = info.split([' ', ',', '{']).next()?;
        let (_, tool) = DIAGRAMS.into_iter().find(|(name, _)| *name == language)?;
        let draws = |helper: &String| {
            helper == language || helper.contains(tool) || helper.contains("kroki")
        };
        let drawn = match self.output {
            Output::Nothing => return None,
            Output::Files => false,
            Output::Rendered { helpers, .. } => helpers.iter().any(draws),
        };
        (!drawn).then_some(tool)
    }
}

/// The code inside other blocks.
fn inside<'d>(block: &'d Block, found: &mut Vec<(Span, &'d Code)>) {
    let mut each = |blocks: &'d [Block]| {
        for block in blocks {
            match &block.kind {
                BlockKind::Code(code) => found.push((block.span, code)),
                _ => inside(block, found),
            }
        }
    };
    match &block.kind {
        BlockKind::List(list) => list.items.iter().for_each(|item| each(&item.blocks)),
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            each(blocks);
        }
        _ => {}
    }
}

/// A fence that is folded where it stands: each line begins as those of the list or quote around it do. None where
/// they begin otherwise.
fn folded_at(sample: &str, span: Span, summary: &str) -> Option<String> {
    let line = sample[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let begins: String =
        sample[line..span.start].chars().map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let own = |line: &str| match line.strip_prefix(&begins) {
        Some(own) => Some(own.to_owned()),
        None => (line.trim_end() == begins.trim_end()).then(String::new),
    };
    let mut lines = sample[span.range()].lines();
    let first = lines.next()?.to_owned();
    let fence: Vec<String> =
        std::iter::once(Some(first)).chain(lines.map(own)).collect::<Option<_>>()?;
    let folded = Blocks::default().folded(summary, Blocks::default().author(&fence.join("\n")));
    // What follows the closing tag in the next line would be a part of it.
    let next = sample[span.end..].lines().nth(1).unwrap_or_default();
    let apart = (!next.trim_matches(['>', ' ']).is_empty()).then_some("");
    let folded = folded.markdown();
    let lines = folded.lines().chain(apart).enumerate().map(|(place, line)| match place {
        0 => line.to_owned(),
        _ if line.is_empty() => begins.trim_end().to_owned(),
        _ => format!("{begins}{line}"),
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {

    use super::*;

    fn shown(sample: &str, helpers: &[&str]) -> String {
        let output = Output::Rendered {
            renderer: "html".to_owned(),
            helpers: helpers.iter().map(|&helper| helper.to_owned()).collect(),
        };
        Marks::of(&output).sample(sample).markdown()
    }

    const OPENING: &str =
        "<details>\n<summary>The code of a diagram; mdbook-mermaid draws it</summary>\n";

    #[test]
    fn every_fence_of_a_diagram_is_folded() {
        for fence in ["```", "~~~", "````"] {
            let diagram = format!("{fence}mermaid\ngraph LR\n{fence}");
            let page = shown(&format!("Text.\n\n{diagram}\n"), &[]);
            assert_eq!(page, format!("Text.\n\n{OPENING}\n{diagram}\n\n</details>"));
            assert!(!shown(&diagram, &["mermaid"]).contains("<details>"));
        }
    }

    #[test]
    fn a_diagram_in_a_list_or_a_quote_is_folded_in_it() {
        let opening = OPENING.trim_end().replace('\n', "\n  ");
        let list = "- Text:\n  ```mermaid\n  graph LR\n\n    A --> B\n  ```\n  More.\n- Last.\n";
        let page = shown(list, &[]);
        let folded = format!(
            "- Text:\n  {opening}\n\n  ```mermaid\n  graph LR\n\n    A --> B\n  ```\n\n  </details>\n\n  More.\n- Last."
        );
        assert_eq!(page, folded);
        let page = shown("> 1. ~~~dot\n>    graph\n>    ~~~\n", &[]);
        assert!(page.starts_with("> 1. <details>\n>    <summary>"), "{page}");
        assert!(page.ends_with(">    ~~~\n>\n>    </details>"), "{page}");
        assert_eq!(shown(list, &["mermaid"]), list.trim_end());
    }
}
