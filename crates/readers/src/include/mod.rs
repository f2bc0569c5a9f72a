//! `{{#include file.md:anchor}}`, followed read-only so that headings which arrive that way count.
//!
//! The syntax is mdBook's: <https://rust-lang.github.io/mdBook/format/mdbook.html#including-files>.
//! mdBook expands includes after us (`before = ["links"]`); we only look.

use crate::braces;
use crate::files::{Bounds, Overlay};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::link::{relative, slashed};
use text::markdown::Document;
use text::source::{Place, Source, Span};

/// mdBook's own limit for includes within includes.
const MAX_DEPTH: usize = 10;

/// An include that leads nowhere.
#[derive(Debug)]
pub struct BrokenInclude {
    /// The include in the author's file.
    pub place: Place,
    /// What was named.
    pub target: String,
    /// Why it cannot be followed.
    pub reason: Reason,
}

/// Why an include cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no such file, or it cannot be read.
    Missing,
    /// The file is not UTF-8.
    NotText,
    /// It includes itself, directly or not.
    Cycle,
    /// There is no such anchor in the file.
    NoAnchor,
    /// It is a directory, a pipe or a device.
    NotAFile,
    /// The file is too long to be read.
    TooLarge,
    /// It lies outside of the repository, links followed, and is not read.
    Outside,
    /// The chapter has included too much already.
    TooMany,
}

/// Follows the includes of one chapter.
#[derive(Debug)]
pub struct Includes<'b> {
    root: &'b Path,
    overlay: Overlay,
    /// Those of the repository, once something is included.
    bounds: Option<Bounds>,
    /// The files being read, innermost last; the first is the chapter.
    open: Vec<PathBuf>,
    follow: bool,
    /// What may still be included.
    left: Budget,
}

/// What a chapter may include. Files that each include several others grow beyond any depth that is allowed.
#[derive(Clone, Copy, Debug)]
struct Budget {
    files: usize,
    bytes: usize,
}

impl Budget {
    const OF_A_CHAPTER: Self = Self { files: 1_000, bytes: 64 * 1024 * 1024 };

    /// What is left behind one more file; none where it is too much.
    fn less(self, bytes: usize) -> Option<Self> {
        Some(Self { files: self.files.checked_sub(1)?, bytes: self.bytes.checked_sub(bytes)? })
    }
}

impl<'b> Includes<'b> {
    /// For the chapter `file` (relative to `root`).
    pub fn new(root: &'b Path, overlay: &Overlay, file: &str) -> Self {
        let open = vec![normalised(&root.join(file))];
        let overlay = overlay.clone();
        Self { root, overlay, bounds: None, open, follow: true, left: Budget::OF_A_CHAPTER }
    }

    /// Follows nothing: includes stay text.
    pub fn none(root: &'b Path) -> Self {
        let overlay = Overlay::default();
        Self {
            root,
            overlay,
            bounds: None,
            open: Vec::new(),
            follow: false,
            left: Budget::OF_A_CHAPTER,
        }
    }

    /// Whether includes are followed: none are asked for, or any more.
    pub const fn follows(&self) -> bool {
        self.follow
    }

    /// Opens an include of `document`; on success it must be [left](Self::leave) again.
    pub fn enter(
        &mut self,
        document: &Document,
        span: Span,
        target: &str,
    ) -> Result<Document, BrokenInclude> {
        let broken = |reason| BrokenInclude {
            place: Place::new(&document.source, span),
            target: target.to_owned(),
            reason,
        };
        let (file, part) = target.split_once(':').map_or((target, None), |(f, p)| (f, Some(p)));
        let directory = self.open.last().and_then(|file| file.parent()).unwrap_or(self.root);
        let path = normalised(&directory.join(file));
        if self.open.contains(&path) || self.open.len() > MAX_DEPTH {
            return Err(broken(Reason::Cycle));
        }
        let bounds = self.bounds.get_or_insert_with(|| Bounds::of_repository(self.root));
        if bounds.refuse(&path).is_some() {
            return Err(broken(Reason::Outside));
        }
        let bytes = self.overlay.read(&path).map_err(|error| {
            broken(match error.kind() {
                ErrorKind::InvalidInput => Reason::NotAFile,
                ErrorKind::FileTooLarge => Reason::TooLarge,
                _ => Reason::Missing,
            })
        })?;
        let left = self.left.less(bytes.len());
        // It is told once.
        self.follow = left.is_some();
        self.left = left.ok_or_else(|| broken(Reason::TooMany))?;
        let text = String::from_utf8(bytes).map_err(|_| broken(Reason::NotText))?;
        let source = Source::new(self.name(&path), text);
        let span = selected(&source, part).ok_or_else(|| broken(Reason::NoAnchor))?;
        self.open.push(path);
        Ok(Document::parse_part(&source, span))
    }

    /// A file as findings name it: relative to the root.
    fn name(&self, path: &Path) -> String {
        let root = normalised(self.root);
        if root.is_absolute() != path.is_absolute() {
            return slashed(path);
        }
        relative(&slashed(&root), slashed(path).trim_start_matches('/'))
    }

    /// Ends the innermost included file.
    pub fn leave(&mut self) {
        self.open.pop();
    }
}

/// The includes in a text: their bytes and what they name.
pub fn find(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut at = 0;
    braces::closed(text).filter_map(move |(span, words)| {
        if span.start < at {
            return None;
        }
        let target = words.trim_start().strip_prefix("#include")?;
        let target = target.strip_prefix(char::is_whitespace)?.trim();
        at = span.end;
        (!is_escaped(text, span) && !target.is_empty()).then_some((span, target))
    })
}

/// The paths in mdBook's own directives: of what is included, of what is played with. Their bytes, without
/// the part of the file and other words behind them.
pub fn paths(text: &str) -> impl Iterator<Item = Span> {
    const NAMES: [&str; 4] = ["#include", "#rustdoc_include", "#playground", "#playpen"];
    braces::closed(text).filter_map(move |(span, words)| {
        let rest = words.trim_start();
        let rest = NAMES.iter().find_map(|name| rest.strip_prefix(name))?;
        let path = rest.strip_prefix(char::is_whitespace)?.trim_start();
        let start = span.start + 2 + words.len() - path.len();
        let end = path.find([':', ' ', '\t', '\n', '\r']).unwrap_or(path.len());
        (end > 0 && !is_escaped(text, span)).then(|| Span::new(start, start + end))
    })
}

fn is_escaped(text: &str, braces: Span) -> bool {
    text[..braces.start].ends_with('\\')
}

/// The part of a file that `2:10`, `:10`, `2:` or `anchor` names; all of it for none.
fn selected(source: &Arc<Source>, part: Option<&str>) -> Option<Span> {
    let len = source.text().len();
    let Some(part) = part.filter(|part| !part.is_empty()) else {
        return Some(Span::new(0, len));
    };
    let mut numbers = part.splitn(2, ':');
    let first = numbers.next().unwrap_or_default();
    let last = numbers.next();
    let line = |text: &str| text.trim().parse::<usize>().ok();
    if let (true, Some(last)) = (first.is_empty(), last) {
        return Some(lines(source, 1, line(last)));
    }
    let Some(from) = line(first) else { return anchored(source, first) };
    match last {
        None => Some(lines(source, from, Some(from))),
        Some(last) => Some(lines(source, from, line(last))),
    }
}

fn lines(source: &Source, from: usize, to: Option<usize>) -> Span {
    let start = source.line_span(from.max(1)).start;
    let end = to.map_or(source.text().len(), |to| source.line_span(to).end);
    Span::new(start, end.max(start))
}

/// From below the line with `ANCHOR: name` to above the one with `ANCHOR_END: name`.
fn anchored(source: &Source, name: &str) -> Option<Span> {
    let text = source.text();
    let (mut at, mut start, mut end) = (0, None, None);
    for line in text.split_inclusive('\n') {
        if start.is_none() && marks(line, "ANCHOR:", name) {
            start = Some(at + line.len());
        } else if start.is_some() && end.is_none() && marks(line, "ANCHOR_END:", name) {
            end = Some(at);
        }
        at += line.len();
    }
    start.map(|start| Span::new(start, end.unwrap_or(text.len())))
}

fn marks(line: &str, mark: &str, name: &str) -> bool {
    line.split_once(mark)
        .and_then(|(_, rest)| rest.split_whitespace().next())
        .is_some_and(|word| word == name)
}

/// Without `.` and `..`, as far as that can be told from the words alone.
fn normalised(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if plain.file_name().is_some() => _ = plain.pop(),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests;
