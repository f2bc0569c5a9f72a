//! `ADR-12` in running text becomes a link, where it names exactly one record.

use readers::adr::collection::Collection;
use readers::adr::id::Id;
use readers::book::Chapter;
use text::compose::Inline;
use text::edit::TextEdit;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::source::Span;

use super::target;

/// The edits of one chapter. Headings, code and links stay as they are, and so do references of a
/// record to itself.
pub fn edits(records: &Collection, chapter: &Chapter<'_>) -> Vec<TextEdit> {
    if !chapter.mentions("ADR") {
        return Vec::new();
    }
    let document = chapter.parsed();
    let mut edits = Vec::new();
    for block in &document.blocks {
        in_block(block, &mut |text| link(records, chapter, text, &mut edits));
    }
    edits
}

fn in_block(block: &Block, look: &mut impl FnMut(&Inlines)) {
    match &block.kind {
        BlockKind::Paragraph(text) => look(text),
        BlockKind::List(list) => {
            for block in list.items.iter().flat_map(|item| &item.blocks) {
                in_block(block, look);
            }
        }
        BlockKind::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).for_each(look);
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote(blocks) | BlockKind::Definition(blocks) => {
            for block in blocks {
                in_block(block, look);
            }
        }
        BlockKind::Heading(_) | BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
    }
}

fn link(records: &Collection, chapter: &Chapter<'_>, text: &Inlines, edits: &mut Vec<TextEdit>) {
    let plain = text.runs().filter(|run| run.is_verbatim() && run.link.is_none());
    for run in plain {
        for (start, end, number) in references(run.text) {
            let [index] = records.of_id(&Id::Number(number)) else { continue };
            let entry = &records.entries[*index];
            let record = &entry.record;
            let own = record.path == chapter.text_path() && record.anchor.is_none();
            let Some(target) = target(&chapter.path, entry).filter(|_| !own) else { continue };
            let span = Span::new(run.span.start + start, run.span.start + end);
            let words = Inline::text(&run.text[start..end]);
            edits.push(TextEdit::replace(span, words.link(&target).markdown()));
        }
    }
}

/// `ADR-12`, `ADR 0012`, `ADR #12`: start, end and number of each.
fn references(text: &str) -> Vec<(usize, usize, u64)> {
    let mut found = Vec::new();
    for (start, word) in text.match_indices("ADR") {
        let before = text[..start].chars().next_back();
        let rest = &text[start + word.len()..];
        let number = rest.trim_start_matches(['-', ' ', '#', '\u{a0}']);
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let after = number[digits..].chars().next();
        let whole = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '/'))
            && after.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let gap = rest.len() - number.len();
        if !(whole && (1..=3).contains(&gap) && digits > 0) {
            continue;
        }
        if let Ok(value) = number[..digits].parse() {
            found.push((start, start + word.len() + gap + digits, value));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::references;

    #[test]
    fn references_are_whole_words() {
        let numbers = |text| references(text).into_iter().map(|found| found.2).collect::<Vec<_>>();
        assert_eq!(numbers("See ADR-12, ADR 0013 and (ADR #14)."), [12, 13, 14]);
        assert!(numbers("MADR 3, ADR, ADR-X, TEAM-ADR-0012, ADR-12b, ADRs 5, ADR12").is_empty());
    }
}
