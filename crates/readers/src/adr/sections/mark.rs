//! The mark between the number of a heading and its words.

/// Whether a mark stands between the number and the words: `ADR-7: Use X`, `RFC 12 - Use X`.
pub(in crate::adr) fn has_mark(heading: &str) -> bool {
    let digits = heading.trim_start_matches(|c: char| !c.is_ascii_digit());
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    // `ADR-7..ADR-12` names several.
    let is_range = behind.starts_with("..");
    !is_range
        && behind.trim_start().starts_with([':', '：', '.', ')', ']', '-', '–', '—', '|', '·'])
}
