//! Comments for us, `<!-- archdoc: allow ... -->`, in a text that is being typed.

use readers::comments::MARK;
use text::source::Span;

/// The words of the comment around an offset, from behind its mark to its end, or to the offset's line end
/// where it is not closed yet.
pub(crate) fn around(text: &str, offset: usize) -> Option<Span> {
    let open = text.get(..offset)?.rfind("<!--")?;
    let inside = &text[open + "<!--".len()..];
    let words = inside.trim_start().strip_prefix(MARK)?;
    let start = text.len() - words.len();
    let line = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let end = text[start..].find("-->").map_or(line, |at| start + at);
    (start <= offset && offset <= end).then(|| Span::new(start, end))
}

/// The word of a comment that an offset touches.
pub(crate) fn word_at(text: &str, offset: usize) -> Option<Span> {
    let words = around(text, offset)?;
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let before = text[words.start..offset].chars().rev().take_while(|&c| part(c)).count();
    let after = text[offset..words.end].chars().take_while(|&c| part(c)).count();
    // All of them have one byte.
    (before + after > 0).then(|| Span::new(offset - before, offset + after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_comment_is_found() {
        let text =
            "a-b <!-- archdoc: allow missing-section(x), dead-path reason=\"é\" --> c\n<!-- x -->";
        let word =
            |at: &str| word_at(text, text.find(at).unwrap() + 2).map(|span| &text[span.range()]);
        assert_eq!(word("missing"), Some("missing-section"));
        assert_eq!(word("dead"), Some("dead-path"));
        assert_eq!(word("a-b"), None);
        assert_eq!(word("> c"), None);
        assert_eq!(word("<!-- x"), None);
        assert!(around("<!-- archdoc: allow ", 20).is_some());
    }
}
