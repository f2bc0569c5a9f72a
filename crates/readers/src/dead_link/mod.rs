//! Links of decision records and bound documents that lead nowhere: to files that are not there, and to
//! headings that no renderer would find.

mod anchor;
mod code_path;
mod file_names;
mod link_target;
pub(crate) mod renamed;
mod resolver;

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use text::link;
use text::source::{Place, Source, Span};

use crate::adr::Collection;
use crate::adr::links::{self, TextLink};
use crate::adr::name::Name;
use crate::book::{Book, Chapter};
use crate::document::{Annotated, BoundDocument, bound_to};
use crate::parallel;

pub use code_path::{CodePath, Reach, code_paths};

use anchor::{Anchors, HeadingLines};
use file_names::FileNames;
use link_target::LinkTarget;
use resolver::{PathResolver, Resolution};

/// A link that leads nowhere.
#[derive(Debug)]
pub struct DeadLink {
    /// Whose text it stands in.
    pub owner: Owner,
    /// The file of that text, relative to the source directory.
    pub file: String,
    /// From bracket to closing parenthesis.
    pub place: Place,
    /// The target as it is written.
    pub target: String,
    /// What is not there.
    pub fault: Fault,
}

impl DeadLink {
    /// The bytes of the target, where they stand in the link itself.
    pub fn target_span(&self) -> Option<Span> {
        let link = self.place.text();
        let behind = link.rfind("](")? + "](".len();
        let written = link[behind..].trim_start().trim_start_matches('<');
        let at = link.len() - written.len();
        let end = written.strip_prefix(self.target.as_str())?.chars().next()?;
        let ends = end.is_whitespace() || matches!(end, ')' | '>');
        let span = Span::new(at, at + self.target.len());
        ends.then(|| span.shifted(self.place.span.start))
    }
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A decision record, or a section that leads to one.
    Record,
    /// A bound document, as an index into [`crate::analysis::Analysis::annotated`].
    Document(usize),
}

/// What a link means and does not find.
#[derive(Clone, Debug)]
pub enum Fault {
    /// No file of this path, relative to the source directory.
    NoFile {
        /// The path.
        file: String,
        /// What would lead to the one file of that name.
        instead: Option<String>,
        /// What git calls the file now; none where nobody asked it.
        renamed: Option<Renamed>,
    },
    /// The file is there, without such a heading.
    NoHeading {
        /// The anchor of the heading whose name is nearest.
        near: Option<String>,
    },
}

/// Where a file went by git's history.
#[derive(Clone, Debug)]
pub struct Renamed {
    /// The way to it.
    pub way: String,
    /// Whether it is the same file beyond doubt.
    pub certain: bool,
}

/// Looks where the links of all records and bound documents lead.
pub fn find(book: &Book<'_>, records: &Collection, annotated: &[Annotated]) -> Vec<DeadLink> {
    let of_records = || records.entries.iter().chain(&records.pointing);
    let in_records: HashSet<usize> = of_records().filter_map(|entry| entry.chapter).collect();
    let records_text = of_records().map(|entry| Text {
        owner: Owner::Record,
        source: &entry.record.source,
        file: &entry.record.path,
        chapter: entry.chapter.map(|chapter| book.chapters[chapter].path.as_str()),
        links: Cow::Borrowed(&entry.links),
    });
    let documents = annotated.iter().enumerate().filter(|(_, one)| one.bound.is_some());
    let others = documents.filter(|(_, one)| !in_records.contains(&one.chapter));
    let texts = records_text.chain(others.map(|(index, one)| {
        let chapter = &book.chapters[one.chapter];
        let source = &one.document.source;
        Text {
            owner: Owner::Document(index),
            source,
            file: chapter.text_path(),
            chapter: Some(&chapter.path),
            links: Cow::Owned(links::links(&one.document, Span::new(0, source.text().len()))),
        }
    }));
    let file_names = FileNames::default();
    let finder = Finder::new(book, records, annotated, &file_names);
    let texts: Vec<Text<'_>> = texts.collect();
    let found = parallel::map_with(&texts, || finder.clone(), Finder::look);
    found.into_iter().flatten().collect()
}

/// A text with links; all paths are relative to the source directory.
struct Text<'t> {
    owner: Owner,
    source: &'t Arc<Source>,
    file: &'t str,
    /// The chapter that shows it, which can be another file.
    chapter: Option<&'t str>,
    links: Cow<'t, [TextLink]>,
}

#[derive(Clone)]
struct Finder<'a> {
    book: &'a Book<'a>,
    records: &'a Collection,
    annotated: &'a [Annotated],
    /// The chapters by their files.
    chapters: HashMap<&'a str, usize>,
    resolver: PathResolver<'a>,
    file_names: &'a FileNames,
    /// What nearly all links to headings lead to in a file; none where its text is not at hand.
    lines: HashMap<String, Option<HeadingLines>>,
    /// What links can lead to in a file.
    anchors: HashMap<String, Option<Anchors>>,
}

impl<'a> Finder<'a> {
    fn new(
        book: &'a Book<'a>,
        records: &'a Collection,
        annotated: &'a [Annotated],
        file_names: &'a FileNames,
    ) -> Self {
        let files = book.chapters.iter().map(Chapter::text_path);
        let chapters: HashMap<&str, usize> = files.zip(0..).collect();
        let resolver = PathResolver::new(book, records);
        let (lines, anchors) = (HashMap::new(), HashMap::new());
        Self { book, records, annotated, chapters, resolver, file_names, lines, anchors }
    }

    /// The links of a text that lead nowhere.
    fn look(&mut self, text: &Text<'_>) -> Vec<DeadLink> {
        let pages = LazyCell::new(|| SitePages::of(&text.links));
        // A text links to the same files again and again.
        let mut known: HashMap<&str, Option<Fault>> = HashMap::new();
        let mut found = Vec::new();
        for link in text.links.iter() {
            let fault = known.entry(&link.target).or_insert_with(|| {
                let fault = self.fault(text, &link.target);
                fault.filter(|_| !pages.have_source(&link.target))
            });
            let Some(fault) = fault.clone() else { continue };
            found.push(DeadLink {
                owner: text.owner,
                file: text.file.to_owned(),
                place: Place::new(text.source, link.span),
                target: link.target.clone(),
                fault,
            });
        }
        found
    }

    fn fault(&mut self, text: &Text<'_>, target: &str) -> Option<Fault> {
        let goal = LinkTarget::of(target)?;
        let file = if goal.path.is_empty() {
            text.file.to_owned()
        } else {
            match self.resolver.of(text, &goal.path) {
                Resolution::There(file) => file,
                Resolution::Absent(file) if goal.is_certain() => {
                    let way = |moved: &str| self.book.site().way(text.file, moved);
                    let instead = self.file_names.of(self.book, &file).map(|moved| way(&moved));
                    return Some(Fault::NoFile { file, instead, renamed: None });
                }
                Resolution::Absent(_) | Resolution::Unknown => return None,
            }
        };
        let fragment = goal.fragment.as_deref()?;
        if self.lines(&file)?.have(fragment) {
            return None;
        }
        let anchors = self.anchors(&file)?;
        let absent = !anchors.has(fragment) && goal.is_certain();
        absent.then(|| Fault::NoHeading { near: anchors.nearest(fragment) })
    }

    fn lines(&mut self, file: &str) -> Option<&HeadingLines> {
        if !self.lines.contains_key(file) {
            let lines = self.source(file).map(|source| HeadingLines::of(source.text()));
            self.lines.insert(file.to_owned(), lines);
        }
        self.lines.get(file)?.as_ref()
    }

    /// The text of a file, where it is at hand.
    fn source(&self, file: &str) -> Option<&'a Arc<Source>> {
        match self.chapters.get(file) {
            Some(&index) => Some(self.book.chapters[index].source()),
            None => Some(&self.records.entries[self.records.of_path(file)?].record.source),
        }
    }

    /// None where the text of a file is not at hand, or does not show all of its headings.
    fn anchors(&mut self, file: &str) -> Option<&Anchors> {
        if !self.anchors.contains_key(file) {
            let anchors = self.read_anchors(file);
            self.anchors.insert(file.to_owned(), anchors);
        }
        self.anchors.get(file)?.as_ref()
    }

    fn read_anchors(&self, file: &str) -> Option<Anchors> {
        if let Some(&index) = self.chapters.get(file) {
            let bound = bound_to(self.annotated, index);
            let template = bound.map(BoundDocument::template);
            return Anchors::of(self.book.chapters[index].document(), template);
        }
        let record = &self.records.entries[self.records.of_path(file)?].record;
        Anchors::of(&record.file(), None)
    }
}

/// The pages of sites that a text links to: their names, by what they are without an extension.
struct SitePages<'l>(HashMap<&'l str, HashSet<&'l str>>);

impl<'l> SitePages<'l> {
    fn of(links: &'l [TextLink]) -> Self {
        let mut pages: HashMap<&str, HashSet<&str>> = HashMap::new();
        for link in links.iter().filter(|link| link.target.contains("://")) {
            let page = link::file_name(&link.target);
            pages.entry(link::stem(page)).or_default().insert(page);
        }
        Self(pages)
    }

    /// Whether a text that is drafted for a site links as that site's sources do, to `config.md`: the page
    /// of that name has its address in the same text. A record's own name is no page's.
    fn have_source(&self, target: &str) -> bool {
        let file = link::file_name(target);
        let stem = link::stem(file);
        let is_page = |pages: &HashSet<&str>| pages.iter().any(|page| *page != file);
        !target.contains("://")
            && self.0.get(stem).is_some_and(is_page)
            && Name::of(stem).id.is_none()
    }
}

/// The directory that a file would have if its site gave each page a directory of its own.
fn as_directory(file: &str) -> String {
    link::join(link::directory(file), link::stem(file))
}
