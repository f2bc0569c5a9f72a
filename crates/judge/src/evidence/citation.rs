//! Where a text cites records by their number: `ADR-12`, `ADR 12`, `ADR0012`.

use std::sync::Arc;

use readers::adr::Id;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, RunKind};
use text::source::{Source, Span};

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Citation {
    /// What is cited.
    pub(crate) id: Id,
    /// Where.
    pub(crate) span: Span,
}

/// The citations of numbers that are not known, in words that people read: code, links and what stands in
/// brackets as a template's placeholder are left out.
///
/// The text is parsed only where there is one, which is seldom.
pub(crate) fn unknown(
    source: &Arc<Source>,
    within: Span,
    known: impl Fn(&Id) -> bool,
) -> Vec<Citation> {
    let text = &source.text()[within.range()];
    let mut found: Vec<Citation> = cited(text)
        .map(|citation| Citation { span: citation.span.shifted(within.start), ..citation })
        .filter(|citation| !known(&citation.id))
        .collect();
    if !found.is_empty() {
        let document = Document::parse(source);
        let mut shown = Vec::new();
        document.blocks.iter().for_each(|block| words_of(block, &mut shown));
        found.retain(|citation| shown.iter().any(|span: &Span| span.contains(citation.span)));
    }
    found
}

/// Whether a name begins as a record's does: `ADR-12`, not `#12`.
pub(crate) fn begins(name: &str) -> bool {
    cited(name).any(|citation| citation.span.start == 0)
}

/// `ADR-12` wherever it stands; a number that is as well a year's is none.
fn cited(text: &str) -> impl Iterator<Item = Citation> {
    const KIND: &str = "ADR";
    text.match_indices(KIND).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + KIND.len()..];
        let number = rest.trim_start_matches(['-', ' ', '\u{2011}', '\u{a0}', '#']);
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let end = text.len() - number.len() + digits;
        let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/');
        // `ADR-2024-05-03` is a day, `ADR-12a` and `ADR-12.1` are ids of their own.
        let mut behind = text[end..].chars();
        let closed = match (behind.next(), behind.next()) {
            (Some('.'), Some(next)) => !next.is_ascii_digit(),
            (next, _) => !next.is_some_and(joined),
        };
        let near = rest.len() - number.len() <= 2;
        let short = (1..=5).contains(&digits);
        let value: u64 = number[..digits].parse().ok()?;
        let year = (1900..2100).contains(&value);
        let id = Id::Number(value);
        (!before.is_some_and(joined) && closed && near && short && value > 0 && !year)
            .then(|| Citation { id, span: Span::new(at, end) })
    })
}

/// The spans of the words that people read.
fn words_of(block: &Block, shown: &mut Vec<Span>) {
    match &block.kind {
        BlockKind::Paragraph(text) => runs(text, shown),
        BlockKind::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| words_of(block, shown));
        }
        BlockKind::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| runs(cell, shown));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                words_of(block, shown);
            }
        }
        BlockKind::Heading(_) | BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
    }
}

fn runs(text: &Inlines, shown: &mut Vec<Span>) {
    let words = text.runs.iter().filter(|run| run.kind == RunKind::Text && run.link.is_none());
    shown.extend(words.filter(|run| !run.strike).map(|run| run.span));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown_in(text: &str) -> Vec<String> {
        let source = Source::new("a.md", text);
        let all = Span::new(0, text.len());
        let found = unknown(&source, all, |id| *id == Id::Number(1));
        found.into_iter().map(|citation| source.slice(citation.span).to_owned()).collect()
    }

    #[test]
    fn only_words_cite() {
        assert_eq!(unknown_in("See ADR-1, ADR-0012 and ADR 7.\n"), ["ADR-0012", "ADR 7"]);
        assert_eq!(unknown_in("| a |\n|---|\n| ADR-3 |\n"), ["ADR-3"]);
        for text in [
            "`ADR-12` [ADR-12](https://example.org/12) ~~ADR-12~~\n",
            "ADR-2024-05-03, ADR-12a, MADR 4, ADR-12.1, ADR-XXX\n",
            "```\nADR-12\n```\n",
            "docs/ADR-12/a.md\n",
        ] {
            assert_eq!(unknown_in(text), Vec::<String>::new(), "{text}");
        }
    }
}
