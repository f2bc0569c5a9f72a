//! Dots: in place of what is to be written, or beside it, where they say "and so on".

/// Dots in place of what is to be written.
pub(super) fn is_ellipsis(text: &str) -> bool {
    matches!(text.trim(), "..." | "…" | "....")
}

/// Whether an item, or the cells of a row, hold dots and nothing else.
pub(super) fn are_all(row: &str) -> bool {
    let mut cells = row.split('|').filter(|cell| !cell.trim().is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_ellipsis)
}
