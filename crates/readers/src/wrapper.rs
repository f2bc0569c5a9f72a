//! Chapters that are one include and nothing else, `{{#include ../../docs/x.md}}`: how a book shows a file
//! that does not lie in its source directory. Such a chapter is read as that file.

use text::link::{directory, join, normal};

use crate::book::{Book, Chapter};
use crate::files::{self, Bounds};
use crate::include;
use crate::settings::Settings;

/// A chapter of more bytes holds more than one include.
const MAX_BYTES: usize = 1024;

/// As many includes lead to a text at most; mdBook's own limit.
const MAX_DEPTH: usize = 10;

/// Gives such chapters the text that they include, where it can be read and lies in the repository. One
/// that cannot be read stays as it is, and so does one that includes a part of a file.
pub fn open(book: &mut Book<'_>, settings: &Settings) {
    if !settings.resolve_includes {
        return;
    }
    let mut bounds = None;
    let source_dir = book.source_dir();
    let root = book.root.clone();
    let overlay = book.overlay.clone();
    for chapter in &mut book.chapters {
        for _ in 0..MAX_DEPTH {
            let Some(path) = sole_include(chapter) else { break };
            let on_disk = source_dir.join(&path);
            let bounds = bounds.get_or_insert_with(|| Bounds::of_repository(&root));
            if bounds.refuse(&on_disk).is_some() {
                break;
            }
            let Ok(text) = overlay.read_text(&on_disk) else { break };
            chapter.include(&book.src, path, text);
        }
    }
}

/// The Markdown file, relative to the source directory, that is all of a chapter.
fn sole_include(chapter: &Chapter<'_>) -> Option<String> {
    if chapter.size() > MAX_BYTES || !chapter.mentions("#include") {
        return None;
    }
    let text = chapter.source().text().trim();
    let (span, target) = include::find(text).next()?;
    let whole = span.len() == text.len() && files::is_markdown(target);
    let from = directory(chapter.text_path());
    (whole && !target.starts_with('/')).then(|| normal(&join(from, target)))
}
