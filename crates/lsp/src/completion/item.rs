//! One thing that can be written.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, MarkupContent,
    MarkupKind, TextEdit,
};
use text::source::Span;

use super::cursor::Cursor;

pub(super) struct Item {
    label: String,
    kind: CompletionItemKind,
    detail: Option<String>,
    /// Markdown.
    guidance: Option<String>,
    /// What it replaces, and with what.
    typed: Span,
    text: String,
    /// What the typed words are held against, where that is not the text.
    filter: Option<String>,
}

impl Item {
    /// `text` in place of what is `typed`.
    pub(super) fn new(kind: CompletionItemKind, typed: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        let (detail, guidance, filter) = (None, None, None);
        Self { label: text.clone(), kind, detail, guidance, typed, text, filter }
    }

    pub(super) fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    pub(super) fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    pub(super) fn guidance(self, markdown: impl Into<String>) -> Self {
        Self { guidance: Some(markdown.into()), ..self }
    }

    pub(super) fn filter(self, words: impl Into<String>) -> Self {
        Self { filter: Some(words.into()), ..self }
    }

    pub(super) fn written(self, cursor: &Cursor<'_>, rank: usize) -> CompletionItem {
        let range = cursor.here.buffer.range(self.typed);
        let markdown = |value| MarkupContent { kind: MarkupKind::Markdown, value };
        CompletionItem {
            label: self.label,
            kind: Some(self.kind),
            detail: self.detail,
            documentation: self.guidance.map(markdown).map(Documentation::MarkupContent),
            sort_text: Some(format!("{rank:05}")),
            filter_text: Some(self.filter.unwrap_or_else(|| self.text.clone())),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, self.text))),
            ..CompletionItem::default()
        }
    }
}
