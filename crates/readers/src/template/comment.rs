//! The comments of a template: `<!-- guide: ... -->` and `<!-- aliases: ... -->`; others are remarks.

use std::ops::Range;

/// What a comment can say, before its colon.
pub(super) const KEYWORDS: [&str; 2] = ["guide", "aliases"];

/// What a comment's text says: its keyword, and what stands behind the colon.
pub(super) fn keyword(note: &str) -> Option<(&'static str, &str)> {
    let (word, rest) = note.split_once(':')?;
    let known = KEYWORDS.iter().find(|known| word.trim().eq_ignore_ascii_case(known))?;
    Some((known, rest.trim()))
}

/// The comments in a piece of HTML: the bytes they cover and the text inside.
pub(super) fn spans(html: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find("<!--").map(|open| at + open) {
        let Some(close) = html[open..].find("-->").map(|close| open + close) else { break };
        let inside = open + 4..close.max(open + 4);
        found.push((open..close + 3, &html[inside]));
        at = close + 3;
    }
    found
}
