//! Paths in code, `src/git.rs`, that lead to no file.
//!
//! Most of them are history, plans, or another project's, so that nobody is accused of those that were there
//! before: see the rule `dead-path`.

use std::collections::HashSet;

use text::markdown::Document;
use text::markdown::block::each_text;
use text::markdown::inline::{Run, RunKind};
use text::source::{Place, Span};

use crate::adr::Collection;
use crate::book::Book;
use crate::document::Annotated;

use super::LinkTarget;
use super::file_names::FileNames;
use super::resolver::{PathResolver, Resolution};

/// A path in the code of a bound document.
#[derive(Debug)]
pub struct CodePath {
    /// The document, as an index into [`crate::analysis::Analysis::annotated`].
    pub document: usize,
    /// The code, with its ticks.
    pub place: Place,
    /// The path as it is written, without a line's number.
    pub path: String,
    /// Whether it leads to a file.
    pub reach: Reach,
}

/// Whether a path leads to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// There is none, where it would have to be.
    Absent,
    /// There is none there, and one of its name in another place.
    Elsewhere,
    /// It may be another project's, or what somebody else makes.
    Unknown,
    /// There is one.
    There,
}

/// Looks where the paths of the bound documents lead, which takes a look at the disk for each. Records are
/// left out: they tell of what was, and of what is to come. `was_there` says of a document and a path that the
/// path led to a file before.
pub fn code_paths(
    book: &Book<'_>,
    records: &Collection,
    annotated: &[Annotated],
    was_there: &dyn Fn(&str, &str) -> bool,
) -> Vec<CodePath> {
    let mut resolver = PathResolver::new(book, records);
    let file_names = FileNames::default();
    let mut found = Vec::new();
    let of_records: HashSet<usize> = records.entries.iter().filter_map(|e| e.chapter).collect();
    let documents = annotated.iter().enumerate().filter(|(_, one)| one.bound.is_some());
    for (index, one) in documents.filter(|(_, one)| !of_records.contains(&one.chapter)) {
        let file = book.chapters[one.chapter].text_path();
        for (span, path) in paths(&one.document) {
            let was_there = was_there(one.document.source.path(), &path);
            let reach = match resolver.of_code(file, &path, was_there) {
                Resolution::There(_) => Reach::There,
                // `src/lib.rs` of some part of the repository.
                Resolution::Absent(_) if file_names.has(book, &path) => Reach::Elsewhere,
                Resolution::Absent(_) => Reach::Absent,
                Resolution::Unknown => Reach::Unknown,
            };
            let place = Place::new(&one.document.source, span);
            found.push(CodePath { document: index, place, path, reach });
        }
    }
    found
}

fn paths(document: &Document) -> Vec<(Span, String)> {
    let is_code = |run: &Run<'_>| run.kind == RunKind::Code && run.link.is_none();
    let mut found = Vec::new();
    for block in &document.blocks {
        each_text(block, &mut |text| {
            let code = text.runs().filter(is_code);
            found.extend(code.filter_map(|run| Some((run.span, path(run.text)?.to_owned()))));
        });
    }
    found
}

/// The path to a file that code is and nothing else; `src/git.rs:42` names a line of it.
fn path(code: &str) -> Option<&str> {
    let is_path = |c: char| c.is_ascii_alphanumeric() || "_-./+".contains(c);
    let path = code.split(':').next().filter(|path| {
        let lines = code[path.len()..].trim_start_matches(':');
        lines.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '-'))
    })?;
    let path = path.strip_prefix("./").unwrap_or(path);
    let first = path.split('/').next().filter(|first| path.contains('/') && !first.is_empty())?;
    let plain = path.chars().all(is_path) && !first.starts_with('-');
    let plain = plain && path.split('/').all(|part| part != "..");
    Some(path).filter(|path| plain && LinkTarget::of(path).is_some_and(|goal| goal.is_certain()))
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_path_is_told_from_other_code() {
        assert_eq!(path("src/git.rs"), Some("src/git.rs"));
        assert_eq!(path("./src/git.rs:42"), Some("src/git.rs"));
        assert_eq!(path("src/git.rs:42-50"), Some("src/git.rs"));
        let others = [
            "git.rs",
            "src/",
            "/etc/hosts.conf",
            "../a/b.rs",
            "a/b.c(x)",
            "path/to/file.rs",
            "src/*.rs",
            "github.com/o/r.git",
            "target/doc/index.html",
            "--out=a/b.rs",
            "std::fs/x.rs",
            "src/{name}.rs",
            "text/html",
        ];
        for code in others {
            assert_eq!(path(code), None, "{code}");
        }
    }
}
