//! The only code that changes Markdown: byte ranges are replaced, everything else stays as it is.

use crate::source::{Span, newline_of, without_bom};

/// `span` becomes `text`; an empty span inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl TextEdit {
    /// Replaces a span.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Removes a span.
    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// The edits of one text, in any order; insertions at one place keep the order they came in.
#[derive(Clone, Debug, Default)]
pub struct Edits(Vec<TextEdit>);

impl Edits {
    /// Adds an edit.
    pub fn push(&mut self, edit: TextEdit) {
        self.0.push(edit);
    }

    /// Adds several.
    pub fn extend(&mut self, edits: impl IntoIterator<Item = TextEdit>) {
        self.0.extend(edits);
    }

    /// True when the text stays as it is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edits in the text's order.
    pub fn sorted(&self) -> Vec<&TextEdit> {
        let mut sorted: Vec<&TextEdit> = self.0.iter().collect();
        sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
        sorted
    }

    /// The text with all edits made. An edit that overlaps an earlier one, or is of no part of this text, is left
    /// out: better a directive that stays visible than an author's text that is lost.
    pub fn apply(&self, text: &str) -> String {
        let mut out =
            String::with_capacity(text.len() + self.0.iter().map(|e| e.text.len()).sum::<usize>());
        let mut at = 0;
        for TextEdit { span, text: new } in self.sorted() {
            let Some(kept) = text.get(at..span.start) else { continue };
            if text.get(span.range()).is_none() {
                continue;
            }
            out.push_str(kept);
            out.push_str(new);
            at = span.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

/// Markdown blocks as they must be put at `span` of `text`: with a blank line on either side and
/// the text's own line breaks.
pub fn as_block(text: &str, span: Span, markdown: &str) -> String {
    let newline = newline_of(text);
    let before = &text[..span.start];
    let after = &text[span.end..];
    // A book has thousands of them: no room is left over.
    let mut block = String::with_capacity(markdown.len() + 4 * newline.len());
    if !without_bom(before).is_empty() {
        let breaks = 2_usize.saturating_sub(trailing_breaks(before));
        // Blanks before it would make it a part of a list item above.
        let indented = span.is_empty() && ends_with_blank_line(before);
        block.push_str(&newline.repeat(breaks.max(usize::from(indented))));
    }
    for (index, line) in markdown.trim_end_matches('\n').split('\n').enumerate() {
        if index > 0 {
            block.push_str(newline);
        }
        block.push_str(line.trim_end_matches('\r'));
    }
    let breaks = leading_breaks(after);
    let wanted = if after.trim().is_empty() { 1 } else { 2 };
    block.push_str(&newline.repeat(usize::saturating_sub(wanted, breaks)));
    block
}

/// What Markdown takes for blank in a line. A space that does not break is a word to it.
const BLANK: [char; 4] = [' ', '\t', '\u{b}', '\u{c}'];

/// Whether the last line of a text is begun and has nothing but blanks.
fn ends_with_blank_line(text: &str) -> bool {
    text.ends_with(BLANK) && text.trim_end_matches(BLANK).ends_with('\n')
}

fn is_blank(c: char) -> bool {
    BLANK.contains(&c) || matches!(c, '\r' | '\n')
}

/// How many line breaks end a text, at most two, blanks between them not counted.
fn trailing_breaks(text: &str) -> usize {
    let rest = &text[text.trim_end_matches(is_blank).len()..];
    rest.matches('\n').count().min(2)
}

fn leading_breaks(text: &str) -> usize {
    let rest = &text[..text.len() - text.trim_start_matches(is_blank).len()];
    rest.matches('\n').count().min(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_the_texts_order() {
        let mut edits = Edits::default();
        edits.push(TextEdit::replace(Span::new(4, 5), "X"));
        edits.push(TextEdit::replace(Span::at(0), "1"));
        edits.push(TextEdit::replace(Span::at(0), "2"));
        edits.push(TextEdit::replace(Span::new(3, 5), "lost"));
        assert_eq!(edits.apply("abcdef"), "12abclostf");
    }

    #[test]
    fn an_edit_of_no_part_of_the_text_loses_nothing() {
        let edited = |span: Span| {
            let mut edits = Edits::default();
            edits.push(TextEdit::replace(span, "X"));
            edits.apply("aéb")
        };
        assert_eq!(edited(Span::new(1, 3)), "aXb");
        assert_eq!(edited(Span::new(1, 2)), "aéb", "inside a character");
        assert_eq!(edited(Span::new(3, 9)), "aéb", "past the end");
        assert_eq!(edited(Span::at(9)), "aéb");
    }

    #[test]
    fn blocks_stand_apart() {
        let block = |text: &str, at| as_block(text, Span::at(at), "B\nC\n");
        assert_eq!(block("", 0), "B\nC\n");
        assert_eq!(block("a\n", 2), "\nB\nC\n");
        assert_eq!(block("a\n\nb\n", 3), "B\nC\n\n");
        assert_eq!(block("a\r\n\r\nb\r\n", 5), "B\r\nC\r\n\r\n");
        assert_eq!(block("a", 1), "\n\nB\nC\n");
    }

    #[test]
    fn a_block_behind_blanks_is_no_part_of_the_item_above() {
        let text = "- a\n\n   ";
        assert_eq!(as_block(text, Span::at(text.len()), "## B"), "\n## B\n");
        for text in ["# A\n\u{c}\n\u{c}\u{c}", "# A\n\n\u{a0}"] {
            let block = as_block(text, Span::at(text.len()), "## B");
            assert!(block.starts_with('\n'), "{text:?}: {block:?}");
        }
    }
}
