//! The received book with what is to differ in it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::read::offset;
use super::{Input, ProtocolError};
use text::edit::Edits;
use text::source::Source;

/// What is to differ in the returned book.
///
/// Chapters are meant by their index in [`Input::chapters`]; an index that is not there is ignored.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    contents: BTreeMap<usize, Content>,
    new_chapters: BTreeMap<usize, Vec<NewChapter>>,
}

impl Changes {
    /// Gives a chapter an edited text; the edits are made when it is written. The last call for a
    /// chapter counts.
    pub(crate) fn edit(&mut self, chapter: usize, source: Arc<Source>, edits: Edits) {
        self.contents.insert(chapter, Content { source, edits });
    }

    /// Puts a new chapter behind the last one under `parent`.
    pub(crate) fn add(&mut self, parent: usize, chapter: NewChapter) {
        self.new_chapters.entry(parent).or_default().push(chapter);
    }
}

/// The Markdown of a chapter.
#[derive(Debug)]
struct Content {
    source: Arc<Source>,
    edits: Edits,
}

/// A chapter that is in no SUMMARY.md: mdBook gives it a page, a place in the sidebar, in print and in
/// the search index.
#[derive(Debug, Clone)]
pub(crate) struct NewChapter {
    name: String,
    path: String,
    content: String,
    number: Option<Vec<u32>>,
    source_path: Option<String>,
    children: Vec<NewChapter>,
}

impl NewChapter {
    /// A chapter whose page is made from `path`, relative to `src`, with `/` between the parts.
    ///
    /// mdBook trusts a preprocessor with this path: it follows `..` and absolute paths out of the
    /// output directory and panics on an empty one. So these are refused here. Links and includes in
    /// `content` are resolved against the path's directory, which must exist; of two chapters with
    /// the same path mdBook silently drops one, so compare with [`Input::chapters`].
    pub(crate) fn new(name: String, path: String, content: String) -> Result<Self, ProtocolError> {
        match path_problem(&path) {
            Some(reason) => Err(ProtocolError::ChapterPath { path, reason }),
            None => Ok(Self {
                name,
                path,
                content,
                number: None,
                source_path: None,
                children: Vec::new(),
            }),
        }
    }

    /// Sets the section number. Its length is the depth in the sidebar, whatever the nesting.
    #[must_use]
    pub(crate) fn number(mut self, number: Vec<u32>) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets the file behind the chapter, relative to `src`, that mdBook's edit link leads to.
    #[must_use]
    pub(crate) fn source_path(mut self, path: String) -> Self {
        self.source_path = Some(path);
        self
    }

    /// Puts a chapter under this one.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn child(mut self, chapter: NewChapter) -> Self {
        self.children.push(chapter);
        self
    }
}

fn path_problem(path: &str) -> Option<&'static str> {
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    if path.is_empty() {
        Some("it is empty")
    } else if path.starts_with(['/', '\\']) || has_drive {
        Some("it is absolute")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("it leads out of the book")
    } else if path == "print.md" {
        Some("mdBook writes its print page there")
    } else {
        None
    }
}

/// The book that leaves: the received one with what is to stand in the place of some of it.
#[derive(Debug)]
pub(crate) struct Written<'a> {
    received: &'a str,
    /// In the order of their places, none overlapping another.
    splices: Vec<(Range<usize>, Splice<'a>)>,
}

impl<'a> Written<'a> {
    /// Writes the book piece by piece, so that no second one need be held in memory.
    pub(crate) fn write_to(&self, mut out: impl Write) -> io::Result<()> {
        let mut done = 0;
        for (range, splice) in &self.splices {
            out.write_all(&self.received.as_bytes()[done..range.start])?;
            splice.write_to(&mut out)?;
            done = range.end;
        }
        out.write_all(&self.received.as_bytes()[done..])
    }

    /// The book in one piece. Without changes these are exactly the received bytes.
    pub(crate) fn into_bytes(self) -> Cow<'a, [u8]> {
        if self.splices.is_empty() {
            return Cow::Borrowed(self.received.as_bytes());
        }
        let mut bytes = Vec::with_capacity(self.received.len());
        // Memory takes all that is written to it.
        let _ = self.write_to(&mut bytes);
        Cow::Owned(bytes)
    }
}

impl<'a> Input<'a> {
    /// The answer to mdBook.
    ///
    /// With new chapters the book is scanned once more to find the ends of their lists; that may fail only
    /// on a chapter without `sub_items`.
    pub(crate) fn write(&self, changes: Changes) -> Result<Written<'a>, ProtocolError> {
        let lists = self.lists_of(&changes)?;
        let mut splices = Vec::new();
        for (index, content) in changes.contents {
            if let Some(chapter) = self.chapters.get(index) {
                let received = chapter.content.as_json();
                let start = offset(self.book, received);
                splices.push((start..start + received.len(), Splice::Content(content)));
            }
        }
        for (index, chapters) in changes.new_chapters {
            let Some(list) = lists.get(&index) else { continue };
            let end = offset(self.book, list) + list.len() - "]".len();
            let mut names = self.chapters[index].parent_names.clone();
            names.push(self.chapters[index].name.clone());
            let has_items = !list[1..list.len() - 1].trim_ascii().is_empty();
            splices.push((end..end, Splice::Chapters { chapters, names, has_items }));
        }
        // Contents and list ends are different tokens, so no two splices overlap.
        splices.sort_by_key(|(range, _)| range.start);
        Ok(Written { received: self.book, splices })
    }

    /// The `sub_items` arrays, as JSON, of the chapters that get new ones.
    fn lists_of(&self, changes: &Changes) -> Result<BTreeMap<usize, &'a str>, ProtocolError> {
        let mut lists = BTreeMap::new();
        let parents = changes.new_chapters.keys().filter(|&&index| index < self.chapters.len());
        let mut top = None;
        for &index in parents {
            let top = match &top {
                Some(top) => top,
                None => top.insert(parse::<RawBook<'a>>(self.book)?.items()),
            };
            lists.insert(index, self.list_of(index, top)?);
        }
        Ok(lists)
    }

    fn list_of(&self, index: usize, top: &[&'a RawValue]) -> Result<&'a str, ProtocolError> {
        let chapter = &self.chapters[index];
        let siblings = match chapter.parent {
            None => Cow::Borrowed(top),
            Some(parent) => Cow::Owned(parse::<Vec<&RawValue>>(self.list_of(parent, top)?)?),
        };
        let missing = || ProtocolError::NoSubItems { chapter: chapter.name.clone().into_owned() };
        let raw = siblings.get(chapter.position).ok_or_else(missing)?;
        let list = parse::<RawItem<'a>>(raw.get())?.chapter.sub_items.ok_or_else(missing)?;
        Ok(list.get())
    }
}

fn parse<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, ProtocolError> {
    serde_json::from_str(json).map_err(|error| ProtocolError::from_json(error, json.len()))
}

#[derive(Deserialize)]
struct RawBook<'a> {
    #[serde(borrow)]
    items: Option<Vec<&'a RawValue>>,
    #[serde(borrow)]
    sections: Option<Vec<&'a RawValue>>,
}

impl<'a> RawBook<'a> {
    fn items(self) -> Vec<&'a RawValue> {
        self.items.or(self.sections).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct RawItem<'a> {
    #[serde(rename = "Chapter", borrow)]
    chapter: RawChapter<'a>,
}

#[derive(Deserialize)]
struct RawChapter<'a> {
    #[serde(borrow)]
    sub_items: Option<&'a RawValue>,
}

#[derive(Debug)]
enum Splice<'a> {
    Content(Content),
    Chapters { chapters: Vec<NewChapter>, names: Vec<Cow<'a, str>>, has_items: bool },
}

impl Splice<'_> {
    fn write_to(&self, mut out: impl Write) -> io::Result<()> {
        match self {
            Self::Content(Content { source, edits }) => {
                serde_json::to_writer(out, &edits.apply(source.text()))?;
            }
            Self::Chapters { chapters, names, has_items } => {
                let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
                for (nth, chapter) in chapters.iter().enumerate() {
                    if *has_items || nth > 0 {
                        out.write_all(b",")?;
                    }
                    serde_json::to_writer(&mut out, &WireItem::new(chapter, &names))?;
                }
            }
        }
        Ok(())
    }
}

/// A new chapter in the form that both mdBook versions read: all fields, under its kind.
#[derive(Serialize)]
enum WireItem<'c> {
    Chapter(WireChapter<'c>),
}

#[derive(Serialize)]
struct WireChapter<'c> {
    name: &'c str,
    content: &'c str,
    number: Option<&'c [u32]>,
    sub_items: Vec<WireItem<'c>>,
    path: &'c str,
    source_path: Option<&'c str>,
    parent_names: Vec<&'c str>,
}

impl<'c> WireItem<'c> {
    fn new(chapter: &'c NewChapter, parent_names: &[&'c str]) -> Self {
        let names_below = [parent_names, &[chapter.name.as_str()]].concat();
        Self::Chapter(WireChapter {
            name: &chapter.name,
            content: &chapter.content,
            number: chapter.number.as_deref(),
            sub_items: chapter
                .children
                .iter()
                .map(|child| Self::new(child, &names_below))
                .collect(),
            path: &chapter.path,
            source_path: chapter.source_path.as_deref(),
            parent_names: parent_names.to_vec(),
        })
    }
}
