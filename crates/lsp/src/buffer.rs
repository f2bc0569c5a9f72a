//! A text as an editor has it now.

use std::sync::Arc;

use lsp_types::{Position, Range, TextDocumentContentChangeEvent, TextDocumentItem, Uri};
use text::source::Span;

use crate::position::{Encoding, Lines};

/// An open file.
#[derive(Clone, Debug)]
pub(crate) struct Buffer {
    /// The address that the editor has for it.
    pub(crate) uri: Uri,
    /// The editor's number of this state.
    pub(crate) version: i32,
    text: Arc<str>,
    lines: Lines,
    encoding: Encoding,
}

impl Buffer {
    pub(crate) fn new(item: TextDocumentItem, encoding: Encoding) -> Self {
        let lines = Lines::of(&item.text, encoding);
        Self { uri: item.uri, version: item.version, text: item.text.into(), lines, encoding }
    }

    pub(crate) fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Makes changes in their order. A range beyond the text is taken for its end.
    pub(crate) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>) {
        for change in changes {
            let text = match change.range {
                Some(range) => {
                    let mut text = self.text.to_string();
                    text.replace_range(self.span(range).range(), &change.text);
                    text
                }
                None => change.text,
            };
            self.lines = Lines::of(&text, self.encoding);
            self.text = text.into();
        }
        self.version = version;
    }

    pub(crate) fn offset(&self, position: Position) -> usize {
        self.lines.offset(&self.text, position)
    }

    pub(crate) fn span(&self, range: Range) -> Span {
        self.lines.span(&self.text, range)
    }

    pub(crate) fn range(&self, span: Span) -> Range {
        self.lines.range(&self.text, span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_made_where_they_can_be() {
        let uri: Uri = "file:///a.md".parse().unwrap();
        let text = "a😀b\r\nc".to_owned();
        let item = TextDocumentItem { uri, language_id: "markdown".to_owned(), version: 1, text };
        let mut buffer = Buffer::new(item, Encoding::Utf16);
        let change =
            |from: (u32, u32), to: (u32, u32), text: &str| TextDocumentContentChangeEvent {
                range: Some(Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1))),
                range_length: None,
                text: text.to_owned(),
            };
        buffer.change(2, vec![change((0, 1), (0, 3), "x"), change((1, 0), (9, 9), "é\n")]);
        assert_eq!((&**buffer.text(), buffer.version), ("axb\r\né\n", 2));
        buffer.change(3, vec![change((7, 7), (2, 0), "!")]);
        assert_eq!(&**buffer.text(), "axb\r\né\n!");
    }
}
