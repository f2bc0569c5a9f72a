//! mdBook's braces in a text.

use text::source::Span;

/// Each `{{`, with what stands up to the next `}}`: the bytes of both with all between, and the words.
pub(crate) fn closed(text: &str) -> impl Iterator<Item = (Span, &str)> {
    // The next closing braces: looked for once, and not once for all that open before them.
    let mut next = Some(0);
    text.match_indices("{{").filter_map(move |(open, braces)| {
        let inside = open + braces.len();
        if next.is_some_and(|close| close < inside) {
            next = text[inside..].find("}}").map(|len| inside + len);
        }
        let close = next?;
        Some((Span::new(open, close + 2), &text[inside..close]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_reaches_to_the_next_that_closes() {
        let words = |text| closed(text).map(|(_, words)| words).collect::<Vec<_>>();
        assert_eq!(words("{{a}} {{b {{c}} {{d"), ["a", "b {{c", "c"]);
        assert_eq!(words("{{}} }} {{{a}}"), ["", "{a"]);
    }
}
