//! The sections that a document lacks, where a heading is being written.

use lsp_types::CompletionItemKind;
use readers::document::BoundDocument;
use readers::document::gap::Gap;

use super::cursor::Cursor;
use super::item::Item;
use crate::hover;

pub(super) fn items(cursor: &Cursor<'_>) -> Option<Vec<Item>> {
    let before = cursor.before();
    let level = before.bytes().take_while(|&byte| byte == b'#').count();
    let words = &before[level..];
    let is_heading = (1..=6).contains(&level) && (words.is_empty() || words.starts_with(' '));
    let (_, bound) = cursor.here.snapshot.bound(cursor.here.name)?;
    is_heading.then(|| missing(cursor, bound, level))
}

/// Those that belong here before those that belong further away.
fn missing(cursor: &Cursor<'_>, bound: &BoundDocument, level: usize) -> Vec<Item> {
    let mut gaps: Vec<&Gap> = bound.gaps.iter().collect();
    gaps.sort_by_key(|gap| gap.offset.abs_diff(cursor.offset));
    let item = |gap: &Gap| {
        let words = gap.words(bound);
        // Who has typed its signs has chosen its level.
        let heading = format!("{} {}", "#".repeat(level), words.trim());
        let need = bound.template().sections[gap.section].need.name();
        Item::new(CompletionItemKind::STRUCT, cursor.line(), heading)
            .label(words.trim())
            .detail(format!("{need} section of `{}`", bound.template().name))
            .guidance(hover::described(bound, gap.section, "missing"))
    };
    gaps.into_iter().map(item).collect()
}
