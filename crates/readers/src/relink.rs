//! Links of texts that are shown elsewhere than their files lie, and links of the book to such files. What
//! leads to a file that the book shows leads to its page; what leads to another file of the repository leads
//! to its code host. The author's text stays but for the targets.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use text::compose::Target;
use text::destination::{Destination, destinations};
use text::edit::TextEdit;
use text::link::{self, directory};
use text::markdown::front_matter;
use text::source::{Place, Source, Span};

use crate::adr::Collection;
use crate::adr::collection::{Entry, link_paths};
use crate::book::{Book, Chapter};
use crate::files::{self, Bounds};
use crate::include;
use crate::nesting::Nesting;
use crate::online::{Online, View};
use crate::site::Site;

/// The targets that are written anew, by the text that they stand in.
#[derive(Debug, Default)]
pub struct Relinked {
    /// Those of chapters, by their index.
    pub chapters: BTreeMap<usize, Vec<TextEdit>>,
    /// The paths in mdBook's own directives of chapters that are one include, by the chapters' index: they
    /// count only where the text itself stands in the chapter.
    pub includes: BTreeMap<usize, Vec<TextEdit>>,
    /// Those of records that become chapters, by their place in the collection.
    pub records: BTreeMap<usize, Vec<TextEdit>>,
    /// What no page of the book can lead to: the target as it is written.
    pub lost: Vec<Place>,
}

impl Relinked {
    /// Looks where all such links lead.
    pub fn of(book: &Book<'_>, records: &Collection, nesting: &Nesting) -> Self {
        let included = book.chapters.iter().any(Chapter::is_included);
        let outside =
            nesting.0.iter().any(|&(entry, _)| records.entries[entry].record.is_outside());
        if !book.listed || !(included || outside) {
            return Self::default();
        }
        let mut relinker = Relinker::new(book, records, nesting);
        for (index, chapter) in book.chapters.iter().enumerate() {
            relinker.chapter(index, chapter);
        }
        for &(index, _) in &nesting.0 {
            let Entry { record, page, .. } = &records.entries[index];
            if let (true, Some(page)) = (record.is_outside(), page) {
                let text = Text { source: &record.source, file: &record.path, page, own: None };
                let mut edits = relinker.edits(&text);
                edits.extend(relinker.includes(&text));
                relinker.relinked.records.insert(index, edits);
            }
        }
        relinker.relinked
    }
}

/// A text, and where it stands; all paths are relative to the source directory.
struct Text<'t> {
    source: &'t Arc<Source>,
    /// Its file.
    file: &'t str,
    /// What its page is made from: links count from there.
    page: &'t str,
    /// The file that includes it, which its links may have been written for.
    own: Option<&'t str>,
}

struct Relinker<'b> {
    site: &'b Site,
    source_dir: PathBuf,
    bounds: Bounds,
    online: Option<Online>,
    /// The pages by the files that they show.
    pages: HashMap<String, String>,
    relinked: Relinked,
}

impl<'b> Relinker<'b> {
    fn new(book: &'b Book<'_>, records: &Collection, nesting: &Nesting) -> Self {
        let root = book.site().root_in_repository();
        Self {
            site: book.site(),
            source_dir: book.source_dir(),
            bounds: Bounds::of_repository(&book.root),
            online: root.and_then(|root| Online::of(&book.links, &root)),
            pages: pages(book, records, nesting),
            relinked: Relinked::default(),
        }
    }

    fn chapter(&mut self, index: usize, chapter: &Chapter<'_>) {
        let (file, page) = (chapter.text_path(), chapter.path.as_str());
        if !chapter.is_included() {
            if chapter.mentions("../") {
                let text = Text { source: chapter.source(), file, page, own: None };
                let edits = self.to_outside(&text);
                self.relinked.chapters.insert(index, edits);
            }
            return;
        }
        let text = Text { source: chapter.source(), file, page, own: Some(page) };
        let edits = self.edits(&text);
        self.relinked.chapters.insert(index, edits);
        let includes = self.includes(&text);
        self.relinked.includes.insert(index, includes);
    }

    /// The links of a chapter in its own place that lead to files which the book shows elsewhere.
    fn to_outside(&self, text: &Text<'_>) -> Vec<TextEdit> {
        let edit = |(found, path, rest): (&Destination, String, &str)| {
            let file = self.site.from_file(text.file, &path)?;
            let page = self.pages.get(&file).filter(|_| file.starts_with("../"))?;
            Some(replaced(found, &self.to_page(text, page).followed_by(rest)))
        };
        all(text).iter().filter_map(|found| edit(parts(found)?)).collect()
    }

    /// All links of a text that stands elsewhere than its file.
    fn edits(&mut self, text: &Text<'_>) -> Vec<TextEdit> {
        let mut edits = Vec::new();
        for found in &all(text) {
            let Some((found, path, rest)) = parts(found) else { continue };
            match self.lead(text, found, &path) {
                Lead::Stays => {}
                // The author's bytes stay where they lead to the same place.
                Lead::To(target) if target == Target::file(&link::normal(&path)) => {}
                Lead::To(target) => edits.push(replaced(found, &target.followed_by(rest))),
                Lead::Lost => self.relinked.lost.push(Place::new(text.source, found.span)),
            }
        }
        edits
    }

    fn lead(&self, text: &Text<'_>, found: &Destination, path: &str) -> Lead {
        if text.own.is_some_and(|own| self.is_good_at(own, path)) {
            return Lead::Stays;
        }
        let file = match path.strip_prefix('/') {
            // As code hosts read it.
            Some(path) => self.site.of_repository(path),
            None => self.site.from_file(text.file, path),
        };
        let Some(file) = file else { return Lead::Stays };
        let named = match path.strip_prefix('/') {
            Some(_) => vec![file.clone()],
            None => link_paths(self.site, text.file, path),
        };
        if let Some(page) = named.iter().find_map(|file| self.pages.get(file)) {
            return Lead::To(self.to_page(text, page));
        }
        let on_disk = self.source_dir.join(&file);
        if !on_disk.exists() {
            // It leads nowhere in its own place either.
            return Lead::Stays;
        }
        if !file.starts_with("../") && !files::is_markdown(&file) {
            return Lead::To(Target::file(&self.site.way(text.page, &file)));
        }
        let view = if on_disk.is_dir() {
            View::Directory
        } else if found.image || is_picture(&file) && text.is_definition(found) {
            View::Raw
        } else {
            View::Page
        };
        let inside = self.bounds.refuse(&on_disk).is_none();
        let place = self.site.in_repository(&file).filter(|_| inside);
        match self.online.as_ref().zip(place) {
            Some((online, place)) => Lead::To(online.file(&place, view)),
            None => Lead::Lost,
        }
    }

    /// Whether a path leads somewhere from the page itself.
    fn is_good_at(&self, own: &str, path: &str) -> bool {
        let file = self.site.from_file(own, path);
        file.is_some_and(|file| {
            let there = || !file.starts_with("../") && self.source_dir.join(&file).exists();
            self.pages.contains_key(&file) || there()
        })
    }

    fn to_page(&self, text: &Text<'_>, page: &str) -> Target {
        Target::file(&self.site.way(text.page, page))
    }

    /// The paths of mdBook's directives, which count from the chapter.
    fn includes(&self, text: &Text<'_>) -> Vec<TextEdit> {
        let edit = |span: Span| {
            let path = text.source.slice(span);
            let file = self.site.from_file(text.file, path).filter(|_| !path.starts_with('/'))?;
            Some(TextEdit::replace(span, self.site.way(text.page, &file)))
        };
        include::paths(text.source.text()).filter_map(edit).collect()
    }
}

/// Where a link leads now.
enum Lead {
    /// Where it led.
    Stays,
    To(Target),
    /// To a file that readers of the book cannot have.
    Lost,
}

impl Text<'_> {
    /// Whether a target stands in a definition, which does not say what it is for.
    fn is_definition(&self, found: &Destination) -> bool {
        let before = self.source.text()[..found.span.start].trim_end_matches([' ', '\t', '<']);
        before.ends_with("]:")
    }
}

/// The pages by the files that they show, relative to the source directory.
fn pages(book: &Book<'_>, records: &Collection, nesting: &Nesting) -> HashMap<String, String> {
    let mut pages = HashMap::new();
    // A directory is shown by the chapter that its records stand under.
    for &(index, parent) in &nesting.0 {
        let home = directory(&records.entries[index].record.path);
        for name in ["", "/README.md", "/index.md"] {
            let page = || link::page(&book.chapters[parent].path);
            pages.entry(format!("{home}{name}")).or_insert_with(page);
        }
    }
    for &(index, _) in &nesting.0 {
        let Entry { record, page, .. } = &records.entries[index];
        pages.extend(page.clone().map(|page| (record.path.clone(), page)));
    }
    for chapter in &book.chapters {
        let page = link::page(&chapter.path);
        pages.insert(chapter.text_path().to_owned(), page.clone());
        pages.insert(chapter.path.clone(), page);
    }
    pages
}

/// The targets of a text, its front matter left out.
fn all(text: &Text<'_>) -> Vec<Destination> {
    let text = text.source.text();
    destinations(text, front_matter::span(text).map_or(0, |front| front.end))
}

/// A target that is a path: with the path, and what follows it. None for an address, and for a place in the
/// text itself.
fn parts(found: &Destination) -> Option<(&Destination, String, &str)> {
    let target = found.target.as_str();
    let (path, rest) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
    let scheme = path.split(['/', '.']).next().unwrap_or_default().contains(':');
    let is_path = !path.is_empty() && !scheme && !path.starts_with("//") && !path.contains("{{");
    is_path.then(|| (found, link::decoded(path), rest))
}

fn replaced(found: &Destination, target: &Target) -> TextEdit {
    TextEdit::replace(found.span, target.in_place_of(found.notation))
}

fn is_picture(file: &str) -> bool {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    let known = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];
    known.iter().any(|picture| extension.eq_ignore_ascii_case(picture))
}
