use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::read::offset;
use super::{Input, ProtocolError};

/// What is to differ in the returned book.
///
/// Chapters are meant by their index in [`Input::chapters`]; an index that is not there is ignored.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    contents: BTreeMap<usize, String>,
    new_chapters: BTreeMap<usize, Vec<NewChapter>>,
}

impl Changes {
    /// Gives a chapter new Markdown. The last call for a chapter counts.
    pub(crate) fn replace(&mut self, chapter: usize, content: String) {
        self.contents.insert(chapter, content);
    }

    /// Puts a new chapter behind the last one under `parent`.
    pub(crate) fn add(&mut self, parent: usize, chapter: NewChapter) {
        self.new_chapters.entry(parent).or_default().push(chapter);
    }

    /// Whether the book leaves as it came.
    pub(crate) fn is_empty(&self) -> bool {
        self.contents.is_empty() && self.new_chapters.is_empty()
    }
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

impl<'a> Input<'a> {
    /// The answer to mdBook: the received book with `changes` spliced in, ready for one write.
    ///
    /// Without changes these are exactly the received bytes. With new chapters the book is scanned once
    /// more to find the ends of their lists; that may fail only on a chapter without `sub_items`.
    pub(crate) fn write(&self, changes: &Changes) -> Result<Cow<'a, [u8]>, ProtocolError> {
        if changes.is_empty() {
            return Ok(Cow::Borrowed(self.book.as_bytes()));
        }
        let mut splices = Vec::new();
        for (&index, content) in &changes.contents {
            if let Some(chapter) = self.chapters.get(index) {
                let received = chapter.content.as_json();
                let start = offset(self.book, received);
                splices.push((start..start + received.len(), Splice::Content(content)));
            }
        }
        let lists = self.lists_of(changes)?;
        for (&index, list) in &lists {
            let end = offset(self.book, list) + list.len() - "]".len();
            let mut names: Vec<&str> =
                self.chapters[index].parent_names.iter().map(AsRef::as_ref).collect();
            names.push(&self.chapters[index].name);
            let has_items = !list[1..list.len() - 1].trim_ascii().is_empty();
            let chapters = &changes.new_chapters[&index];
            splices.push((end..end, Splice::Chapters { chapters, names, has_items }));
        }
        // Contents and list ends are different tokens, so no two splices overlap.
        splices.sort_by_key(|(range, _)| range.start);

        let added: usize = changes.contents.values().map(|content| content.len() * 9 / 8).sum();
        let mut out = Vec::with_capacity(self.book.len() + added);
        let mut done = 0;
        for (range, splice) in splices {
            out.extend_from_slice(&self.book.as_bytes()[done..range.start]);
            splice.write(&mut out);
            done = range.end;
        }
        out.extend_from_slice(&self.book.as_bytes()[done..]);
        Ok(Cow::Owned(out))
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

enum Splice<'c> {
    Content(&'c str),
    Chapters { chapters: &'c [NewChapter], names: Vec<&'c str>, has_items: bool },
}

impl Splice<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Content(content) => push_json(out, content),
            Self::Chapters { chapters, names, has_items } => {
                for (nth, chapter) in chapters.iter().enumerate() {
                    if *has_items || nth > 0 {
                        out.push(b',');
                    }
                    push_json(out, &WireItem::new(chapter, names));
                }
            }
        }
    }
}

fn push_json(out: &mut Vec<u8>, value: &(impl Serialize + ?Sized)) {
    // Strings, numbers and maps with string keys: nothing here can fail to become JSON in memory.
    let _ = serde_json::to_writer(out, value);
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
