//! What the parser opens and has not closed yet.

use pulldown_cmark::{CodeBlockKind, CowStr, Tag};

use super::block::{Code, Heading, List, Table};
use super::inline::Inlines;

/// What a block is whose end has not come yet.
pub(super) enum Frame {
    Heading(Box<Heading>),
    Paragraph,
    List(List),
    Item {
        task: Option<bool>,
    },
    Table(Table),
    Row,
    Cell,
    Code(Code),
    Quote,
    Html,
    Footnote,
    Definition,
    /// Transparent: its blocks belong to the frame around it.
    Plain,
}

impl Frame {
    pub(super) fn of(tag: Tag<'_>) -> Self {
        match tag {
            Tag::Heading { level, id, classes, attrs } => Self::Heading(Box::new(Heading {
                level: level as u8,
                text: Inlines::default(),
                id: id.map(CowStr::into_string),
                classes: classes.into_iter().map(CowStr::into_string).collect(),
                attributes: attrs
                    .into_iter()
                    .map(|(key, value)| (key.into_string(), value.map(CowStr::into_string)))
                    .collect(),
            })),
            Tag::Paragraph | Tag::DefinitionListTitle => Self::Paragraph,
            Tag::List(start) => Self::List(List { start, items: Vec::new() }),
            Tag::Item => Self::Item { task: None },
            Tag::Table(_) => Self::Table(Table::default()),
            Tag::TableRow => Self::Row,
            Tag::TableCell => Self::Cell,
            Tag::CodeBlock(kind) => {
                let (info, fenced) = match kind {
                    CodeBlockKind::Fenced(info) => (info.into_string(), true),
                    CodeBlockKind::Indented => (String::new(), false),
                };
                Self::Code(Code { info, fenced, text: String::new() })
            }
            Tag::BlockQuote(_) => Self::Quote,
            Tag::HtmlBlock => Self::Html,
            Tag::FootnoteDefinition(_) => Self::Footnote,
            Tag::DefinitionListDefinition => Self::Definition,
            _ => Self::Plain,
        }
    }
}
