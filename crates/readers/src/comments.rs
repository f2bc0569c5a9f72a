//! Comments that are for us, before it is known what they say: what marks them, and what stands between them.

use text::source::Span;

/// What every comment of ours begins with, after blanks.
pub const MARK: &str = "archdoc:";

/// What closes a part that `render` fills.
pub const END: &str = "end";

/// The comments of a text, code not told apart, each from `<!--` to `-->`; none in which another begins.
pub(crate) fn enclosed(text: &str) -> impl Iterator<Item = Span> {
    let mut openings = text.match_indices("<!--").map(|(at, _)| at).peekable();
    std::iter::from_fn(move || {
        let start = openings.next()?;
        let next = openings.peek().copied().unwrap_or(text.len());
        Some((start, next))
    })
    .filter_map(|(start, next)| {
        let inside = start + "<!--".len();
        let len = text.get(inside..next)?.find("-->")?;
        Some(Span::new(start, inside + len + "-->".len()))
    })
}

/// The stretches of a text that people wrote: all but what stands between a comment that closes a part and the one of ours
/// before it.
pub(crate) fn by_hand(text: &str) -> Vec<&str> {
    let mut stretches = Vec::new();
    let (mut from, mut opened) = (0, None);
    let marked = text.contains(MARK).then(|| enclosed(text));
    for span in marked.into_iter().flatten() {
        let inside = &text[span.start + "<!--".len()..span.end - "-->".len()];
        let Some(words) = inside.trim().strip_prefix(MARK) else { continue };
        if words.trim() != END {
            opened = Some(span.end);
        } else if let Some(inside) = opened.take() {
            stretches.push(&text[from..inside]);
            from = span.start;
        }
    }
    stretches.push(&text[from..]);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_render_fills_is_not_written_by_hand() {
        let text = "a\n<!-- archdoc: adr-index -->\nb\n<!--archdoc:end-->\nc\n<!-- archdoc: coverage -->\nd\n";
        assert_eq!(by_hand(text).concat(), text.replace("\nb\n", ""));
        let statement = "<!-- archdoc: template=\"arc42\" -->\na\n<!-- archdoc: coverage -->\nb<!-- archdoc: end -->\nc\n";
        assert_eq!(by_hand(statement).concat(), statement.replace("\nb", ""));
    }
}
