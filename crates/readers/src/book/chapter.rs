//! A chapter, and where its text comes from.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use memchr::memmem;
use text::link::{self, join};
use text::markdown::Document;
use text::source::{BYTE_ORDER_MARK, Source, without_bom};

use crate::settings::paths::PathSet;

/// Where a chapter's text comes from: a file, mdBook's message, an editor's buffer.
///
/// Most chapters of a book have nothing for us, so the text is decoded only where somebody needs it.
pub trait Content: fmt::Debug + Send + Sync {
    /// The whole text.
    fn text(&self) -> Cow<'_, str>;

    /// How many bytes the text has at most.
    fn size(&self) -> usize;

    /// Whether the text may hold `needle`; false alarms are possible, misses are not.
    fn mentions(&self, needle: &str) -> bool {
        // As `contains`, a few times as fast: whole books are asked for what few of their chapters have.
        memmem::find(self.text().as_bytes(), needle.as_bytes()).is_some()
    }

    /// Whether the text may begin with `prefix`, under the same terms.
    fn starts_with(&self, prefix: &str) -> bool {
        self.text().starts_with(prefix)
    }

    /// Its first lines: all of them where the text has at most so many bytes, else those that surely end before.
    fn first_lines(&self, most: usize) -> Cow<'_, str> {
        match self.text() {
            Cow::Borrowed(text) => Cow::Borrowed(lines_within(text, most)),
            Cow::Owned(text) => Cow::Owned(lines_within(&text, most).to_owned()),
        }
    }
}

/// The lines of a text that end within so many bytes; all of a text that is not longer.
fn lines_within(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = text.as_bytes()[..most].iter().rposition(|byte| *byte == b'\n');
    &text[..end.map_or(0, |end| end + 1)]
}

impl Content for String {
    fn size(&self) -> usize {
        self.len()
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

/// A text that is at hand: it is kept once, as the source of what is read in it.
#[derive(Debug)]
struct Shared(Arc<Source>);

impl Content for Shared {
    fn size(&self) -> usize {
        self.0.text().len()
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.text())
    }
}

/// One chapter that has a file.
#[derive(Debug)]
pub struct Chapter<'a> {
    /// The name in `SUMMARY.md`.
    pub name: String,
    /// The file, relative to the book's source directory, with forward slashes.
    pub path: String,
    /// The section number in the sidebar; none before and after the numbered part.
    pub number: Option<Vec<u32>>,
    /// Names of the chapters it is nested in, outermost first.
    pub parents: Vec<String>,
    /// Place of this chapter among the received book's chapters (drafts counted).
    pub index: usize,
    /// The file that holds the text, as findings name it: relative to the book's root.
    file: String,
    /// The same relative to the source directory, where that is not the chapter's own file.
    included: Option<String>,
    content: Box<dyn Content + 'a>,
    source: OnceLock<Arc<Source>>,
    document: OnceLock<Arc<Document>>,
}

impl<'a> Chapter<'a> {
    /// A chapter below the source directory `src` (relative to the root; empty for the root).
    pub fn new(name: &str, src: &str, path: &str, content: impl Content + 'a) -> Self {
        let path = path.replace('\\', "/");
        let file = join(src, &path);
        Self {
            name: name.to_owned(),
            path,
            number: None,
            parents: Vec::new(),
            index: 0,
            file,
            included: None,
            content: Box::new(content),
            source: OnceLock::new(),
            document: OnceLock::new(),
        }
    }

    /// A chapter whose whole text is at hand. A byte order mark is left out, as mdBook does.
    pub fn of_text(name: &str, src: &str, path: &str, text: String) -> Self {
        let mut chapter = Self::new(name, src, path, String::new());
        chapter.rewrite(text);
        chapter
    }

    /// The file that holds the text, relative to the book's root, as findings name it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The file that holds the text, relative to the source directory: the chapter's own, but for one that
    /// is nothing but an include.
    pub fn text_path(&self) -> &str {
        self.included.as_deref().unwrap_or(&self.path)
    }

    /// Whether the chapter's file only includes the one that holds the text.
    pub fn is_included(&self) -> bool {
        self.included.is_some()
    }

    /// Takes the text of the file that the chapter includes and is nothing else. Its path is relative to the
    /// source directory `src`.
    pub fn include(&mut self, src: &str, path: String, text: String) {
        self.file = link::normal(&join(src, &path));
        self.included = Some(path);
        self.rewrite(text);
    }

    /// Gives the chapter another text, as if its file had it.
    pub fn rewrite(&mut self, mut text: String) {
        if text.as_str().starts_with(BYTE_ORDER_MARK) {
            text.remove(0);
        }
        let source = Source::new(self.file.clone(), text);
        self.content = Box::new(Shared(Arc::clone(&source)));
        self.source = OnceLock::from(source);
        self.document = OnceLock::new();
    }

    /// Whether paths of the configuration or of a directive name the chapter, or the file that it includes;
    /// `src` is the source directory.
    pub fn is_in(&self, paths: &PathSet, src: &str) -> bool {
        let own = || paths.contains_in_book(&join(src, &self.path), src);
        paths.contains_in_book(&self.file, src) || self.is_included() && own()
    }

    /// How many bytes the text has at most, without decoding it.
    pub fn size(&self) -> usize {
        self.content.size()
    }

    /// The text, decoded at the first call. A byte order mark is left out, as mdBook does.
    pub fn source(&self) -> &Arc<Source> {
        self.source.get_or_init(|| {
            let text = self.content.text();
            Source::new(self.file.clone(), without_bom(&text))
        })
    }

    /// The text, parsed at the first call: one parse for all who ask.
    pub fn document(&self) -> &Arc<Document> {
        self.document.get_or_init(|| Arc::new(Document::parse(self.source())))
    }

    /// The text, parsed for one look: what nobody has kept is parsed for it alone.
    pub fn parsed(&self) -> Arc<Document> {
        let kept = self.document.get().cloned();
        kept.unwrap_or_else(|| Arc::new(Document::parse(self.source())))
    }

    /// Takes the text of an earlier look, and what was made of it, where it is the same: each is kept and
    /// parsed once.
    pub fn reuse(&mut self, known: &Known<'_>) {
        let Some(before) = known.0.get(self.file.as_str()) else { return };
        if before.source().text() == self.source().text() {
            self.content = Box::new(Shared(Arc::clone(before.source())));
            self.source = before.source.clone();
            self.document = before.document.clone();
        }
    }

    /// Whether the text holds `needle`, without decoding it where that can be avoided.
    pub fn mentions(&self, needle: &str) -> bool {
        self.content.mentions(needle)
    }

    /// Its [first lines](Content::first_lines), without decoding the others where that can be avoided.
    pub fn first_lines(&self, most: usize) -> Cow<'_, str> {
        self.content.first_lines(most)
    }

    /// Whether the text begins with `prefix`, without decoding it where that can be avoided.
    pub fn starts_with(&self, prefix: &str) -> bool {
        self.content.starts_with(prefix)
    }
}

/// The chapters of an earlier look at a book, by the files that hold their texts.
#[derive(Debug, Default)]
pub struct Known<'k>(HashMap<&'k str, &'k Chapter<'k>>);

impl<'k> Known<'k> {
    /// Those of a book.
    pub fn of(chapters: &'k [Chapter<'k>]) -> Self {
        Self(chapters.iter().map(|chapter| (chapter.file.as_str(), chapter)).collect())
    }
}
