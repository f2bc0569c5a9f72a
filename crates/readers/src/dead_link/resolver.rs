//! Whether a file is there, by any way of reading its path that somebody may have.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::link::{self, directory, join};

use crate::adr::Collection;
use crate::adr::name::Name;
use crate::book::Book;
use crate::files::Ignored;
use crate::git;

use super::{Owner, Text, as_directory};

/// What is known of a path.
pub(super) enum Resolution {
    /// The file, relative to the source directory.
    There(String),
    /// No file, by this path relative to the source directory.
    Absent(String),
    /// It may lead anywhere: out of the repository, to a site's route, to what a build makes.
    Unknown,
}

/// Where sites keep what their pages show.
const STATIC: [&str; 5] = ["static", "public", "assets", "docs", "docs/static"];

/// The files that a path may mean, relative to the source directory.
struct Readings {
    /// What a book and a code host show.
    likely: Option<String>,
    /// What some site shows.
    others: Vec<String>,
}

#[derive(Clone)]
pub(super) struct PathResolver<'a> {
    book: &'a Book<'a>,
    records: &'a Collection,
    source_dir: PathBuf,
    /// The files that are known without a look at the disk.
    known: Arc<HashSet<Cow<'a, str>>>,
    /// The tops that a path may count from, relative to the source directory.
    tops: Vec<String>,
    seen: HashMap<String, bool>,
    /// Whether a directory holds something; none for one that is not there.
    filled: HashMap<PathBuf, Option<bool>>,
    ignored: Ignored,
}

impl<'a> PathResolver<'a> {
    pub(super) fn new(book: &'a Book<'a>, records: &'a Collection) -> Self {
        // A chapter leads under the name of its page, too: `index.md` for `README.md`.
        let chapters = book.chapters.iter().flat_map(|one| {
            let page = Cow::Owned(link::page(&one.path));
            [Cow::Borrowed(one.path.as_str()), Cow::Borrowed(one.text_path()), page]
        });
        let files = records.entries.iter().map(|entry| Cow::Borrowed(entry.record.path.as_str()));
        let known = Arc::new(chapters.chain(files).collect());
        let (source_dir, tops) = (book.source_dir(), tops(book));
        Self {
            book,
            records,
            source_dir,
            known,
            tops,
            seen: HashMap::new(),
            filled: HashMap::new(),
            ignored: Ignored::default(),
        }
    }

    /// Where a path leads from a text's file, and from the chapter that shows it.
    pub(super) fn of(&mut self, text: &Text<'_>, path: &str) -> Resolution {
        let Text { owner, file, chapter, .. } = *text;
        let readings = if path.starts_with('/') {
            self.counted_from_top(path)
        } else {
            self.counted_from_file(file, chapter, path)
        };
        let Some(likely) = readings.likely.filter(|likely| self.is_ours(likely)) else {
            return Resolution::Unknown;
        };
        if self.exists(&likely) {
            return Resolution::There(likely);
        }
        let page = likely.strip_suffix(".html").or_else(|| likely.strip_suffix(".htm"));
        if let Some(text) = page.map(|stem| format!("{stem}.md"))
            && self.exists(&text)
        {
            return Resolution::There(text);
        }
        // A tree without a repository may be a part of one, and a site has pages of its own.
        let whole = page.is_none() && self.book.site().repository_from_src().is_some();
        let here = |directory: &str| self.source_dir.join(directory).exists();
        let near = climbed_into(file, path, &likely).is_none_or(here);
        let between_records = owner == Owner::Record;
        let meant = || near && self.records.meant_record(file, path).is_some();
        let known = whole || between_records && meant();
        // Some renderer leads there, though not to a text that we know.
        let elsewhere = readings.others.iter().any(|other| self.exists(other));
        if known && !elsewhere && self.is_sure(&likely) {
            return Resolution::Absent(likely);
        }
        Resolution::Unknown
    }

    /// Where a path in code leads: from the top of the repository or the book, or from any directory above the
    /// file that it stands in. One whose first directory is nowhere there is another project's, unless it
    /// `was_there`.
    pub(super) fn of_code(&mut self, file: &str, path: &str, was_there: bool) -> Resolution {
        let above = std::iter::successors(Some(directory(file)), |inner| {
            (!inner.is_empty()).then(|| directory(inner))
        });
        let bases: Vec<String> =
            above.map(str::to_owned).chain(self.tops.iter().cloned()).collect();
        let at = |base: &String| join(base, path);
        if let Some(there) = bases.iter().map(at).find(|file| self.exists(file)) {
            return Resolution::There(there);
        }
        if was_there {
            return self.of_gone(bases.iter().map(at).collect());
        }
        let first = path.split('/').next().unwrap_or_default();
        let holds = |base: &&String| self.source_dir.join(join(base, first)).is_dir();
        let near = |file: &String| self.source_dir.join(directory(file)).is_dir();
        // What a checkout leaves out has no directory here either.
        match bases.iter().filter(holds).map(at).find(near) {
            Some(file) if self.is_sure(&file) => Resolution::Absent(file),
            _ => Resolution::Unknown,
        }
    }

    /// Of a file that was there, by all paths that it may have had.
    fn of_gone(&mut self, mut paths: Vec<String>) -> Resolution {
        // Its directory may be gone with it, or be left out.
        let is_ignored = |path: &String| self.ignored.holds(&self.source_dir.join(path));
        if git::leaves_files_out(&self.source_dir) || paths.iter().any(is_ignored) {
            return Resolution::Unknown;
        }
        paths.pop().map_or(Resolution::Unknown, Resolution::Absent)
    }

    fn counted_from_file(&self, file: &str, chapter: Option<&str>, path: &str) -> Readings {
        let site = self.book.site();
        let shown = chapter.filter(|&chapter| chapter != file);
        let mut others: Vec<String> = Vec::new();
        others.extend(shown.and_then(|chapter| site.from_file(chapter, path)));
        if !self.book.listed {
            others.extend(site.from_file(&join(&as_directory(file), "x"), path));
            others.extend(self.tops.iter().map(|top| join(top, path)));
        }
        Readings { likely: site.from_file(file, path), others }
    }

    /// A path from the top: of the repository as code hosts read it, of the book, of a site.
    fn counted_from_top(&self, path: &str) -> Readings {
        let path = path.trim_start_matches('/');
        let directory = path.split_once('/').map(|(first, _)| first);
        let holds = |top: &&String| {
            directory.is_some_and(|first| self.source_dir.join(join(top, first)).is_dir())
        };
        let likely = self.tops.iter().find(holds).map(|top| join(top, path));
        let others = self.tops.iter().flat_map(|top| {
            let below = STATIC.iter().map(move |part| join(&join(top, part), path));
            below.chain([join(top, path)])
        });
        Readings { likely, others: others.collect() }
    }

    /// Whether a path lies in the repository; where there is none, below the source directory.
    fn is_ours(&self, path: &str) -> bool {
        !path.starts_with("../") || self.book.site().in_repository(path).is_some()
    }

    fn exists(&mut self, path: &str) -> bool {
        if self.known.contains(path) {
            return true;
        }
        if let Some(&seen) = self.seen.get(path) {
            return seen;
        }
        let there = self.source_dir.join(path).exists();
        self.seen.insert(path.to_owned(), there);
        there
    }

    /// Whether nobody else would make an absent file: the directory above it holds something (that of a
    /// submodule that was not fetched is empty), and git does not ignore it.
    fn is_sure(&mut self, path: &str) -> bool {
        let on_disk = self.source_dir.join(path);
        let above = on_disk.ancestors().skip(1).find_map(|above| self.is_filled(above));
        above == Some(true) && !self.ignored.holds(&on_disk)
    }

    fn is_filled(&mut self, directory: &Path) -> Option<bool> {
        if let Some(&filled) = self.filled.get(directory) {
            return filled;
        }
        let holds_something =
            || std::fs::read_dir(directory).is_ok_and(|mut files| files.next().is_some());
        let filled = directory.exists().then(holds_something);
        self.filled.insert(directory.to_owned(), filled);
        filled
    }
}

/// The directory that a path climbs out of a file's own to go into; none for one that stays, or goes into what
/// is called as a record.
fn climbed_into<'f>(from: &str, path: &str, file: &'f str) -> Option<&'f str> {
    if !path.trim_start_matches("./").starts_with("../") {
        return None;
    }
    let mut own = directory(from).split('/');
    let mut end = 0;
    for part in directory(file).split('/') {
        end += part.len() + 1;
        if own.next() != Some(part) {
            return file.get(..end - 1).filter(|_| Name::of(part).id.is_none());
        }
    }
    None
}

/// The repository, the book and its source directory.
fn tops(book: &Book<'_>) -> Vec<String> {
    let site = book.site();
    let mut tops: Vec<String> = site.repository_from_src().into_iter().collect();
    tops.push(site.root_from_src());
    tops.push(String::new());
    tops.dedup();
    tops
}
