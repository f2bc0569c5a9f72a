//! The received message, taken apart without a copy of it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Context, EncodedText, ProtocolError};

/// One message from mdBook: the context, and the book's chapters as slices of the received text.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    /// About the build.
    pub context: Context,
    /// All chapters in reading order, which is that of the sidebar; a parent stands before its children.
    pub chapters: Vec<Chapter<'a>>,
    /// The book as received: the second element of the message, byte for byte.
    pub(super) book: &'a str,
}

/// A chapter as received. Strings borrow from the message unless JSON escapes something in them.
#[derive(Debug)]
pub(crate) struct Chapter<'a> {
    /// The link text in SUMMARY.md.
    pub name: Cow<'a, str>,
    /// Where the page goes, relative to `src`; `None` for a draft. With `index` run before,
    /// `README.md` is already `index.md` here.
    pub path: Option<Cow<'a, str>>,
    /// The file that was read, relative to `src`; `None` for drafts and for chapters without a file.
    pub source_path: Option<Cow<'a, str>>,
    /// The section number, such as `[1, 2]`; `None` for prefix and suffix chapters.
    pub number: Option<Vec<u32>>,
    /// The names of the chapters above, outermost first.
    pub parent_names: Vec<Cow<'a, str>>,
    /// Index of the chapter above in [`Input::chapters`].
    pub parent: Option<usize>,
    /// 0 for a chapter at the top.
    pub depth: usize,
    /// The Markdown, still as JSON; empty for a draft.
    pub content: EncodedText<'a>,
    /// Index among all items of the list that it stands in, separators included.
    pub(super) position: usize,
}

impl<'a> Input<'a> {
    /// Reads everything that mdBook wrote to stdin, in either form.
    ///
    /// One pass; chapter contents stay encoded until they are asked for.
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, ProtocolError> {
        let text = str::from_utf8(bytes)
            .map_err(|error| ProtocolError::NotUtf8 { offset: error.valid_up_to() })?;
        if text.trim_ascii().is_empty() {
            return Err(ProtocolError::Empty);
        }
        let in_message = |error| ProtocolError::from_json(error, bytes.len());
        let Message(context, wire) = serde_json::from_str(text).map_err(in_message)?;
        let book = second_element(text, context.get());
        let context: Context = serde_json::from_str(context.get()).map_err(in_message)?;
        let Some(items) = wire.items.or(wire.sections) else {
            let version = context.mdbook_version.to_string();
            return Err(ProtocolError::UnknownBook { version });
        };
        let mut input = Self { context, chapters: Vec::new(), book };
        input.collect(items, None)?;
        Ok(input)
    }

    /// The received book, unchanged: what leaves when nothing is to be done.
    #[cfg(test)]
    pub(crate) fn book(&self) -> &'a str {
        self.book
    }

    fn collect(
        &mut self,
        items: Vec<WireItem<'a>>,
        parent: Option<usize>,
    ) -> Result<(), ProtocolError> {
        let depth = parent.map_or(0, |parent| self.chapters[parent].depth + 1);
        for (position, item) in items.into_iter().enumerate() {
            let WireItem::Chapter(chapter) = item else {
                continue;
            };
            let index = self.chapters.len();
            let Some(content) = EncodedText::new(chapter.content.get()) else {
                return Err(ProtocolError::Content { chapter: chapter.name.0.into_owned() });
            };
            self.chapters.push(Chapter {
                name: chapter.name.0,
                path: chapter.path.map(|text| text.0),
                source_path: chapter.source_path.map(|text| text.0),
                number: chapter.number,
                parent_names: chapter.parent_names.into_iter().map(|text| text.0).collect(),
                parent,
                depth,
                content,
                position,
            });
            self.collect(chapter.sub_items, Some(index))?;
        }
        Ok(())
    }
}

impl Chapter<'_> {
    /// A draft is a chapter without a page: `[Name]()` in SUMMARY.md.
    #[cfg(test)]
    pub(crate) fn is_draft(&self) -> bool {
        self.path.is_none()
    }
}

/// Where `part`, a slice of `whole`, starts in it.
pub(super) fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

/// The book in `[context, book]`, which the JSON parser has already accepted.
fn second_element<'a>(message: &'a str, context: &str) -> &'a str {
    let rest = &message[offset(message, context) + context.len()..];
    let rest = rest.trim_ascii();
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    rest.strip_suffix(']').unwrap_or(rest).trim_ascii()
}

#[derive(Deserialize)]
struct Message<'a>(#[serde(borrow)] &'a RawValue, #[serde(borrow)] WireBook<'a>);

#[derive(Deserialize)]
struct WireBook<'a> {
    #[serde(borrow)]
    items: Option<Vec<WireItem<'a>>>,
    #[serde(borrow)]
    sections: Option<Vec<WireItem<'a>>>,
}

enum WireItem<'a> {
    Chapter(WireChapter<'a>),
    /// A separator, a part title, or what a later mdBook may invent.
    Other,
}

#[derive(Deserialize)]
struct WireChapter<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    content: &'a RawValue,
    number: Option<Vec<u32>>,
    #[serde(borrow, default)]
    sub_items: Vec<WireItem<'a>>,
    #[serde(borrow)]
    path: Option<Text<'a>>,
    #[serde(borrow)]
    source_path: Option<Text<'a>>,
    #[serde(borrow, default)]
    parent_names: Vec<Text<'a>>,
}

/// A string that is borrowed if it can be, also inside `Option` and `Vec`, where serde's own
/// `Cow<str>` always allocates.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for WireItem<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemVisitor;
        impl<'de> Visitor<'de> for ItemVisitor {
            type Value = WireItem<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a book item, such as \"Separator\" or {\"Chapter\":{...}}")
            }

            fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
                Ok(WireItem::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut item = WireItem::Other;
                while let Some(Text(kind)) = map.next_key()? {
                    if kind == "Chapter" {
                        item = WireItem::Chapter(map.next_value()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(item)
            }
        }
        deserializer.deserialize_any(ItemVisitor)
    }
}
