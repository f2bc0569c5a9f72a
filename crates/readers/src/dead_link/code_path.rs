//! Paths in code, `src/git.rs`, that lead to no file.
//!
//! Most of them are history, plans, or another project's, so that nobody is accused of those that were there
//! before: see the rule `dead-path`.

use std::collections::{HashMap, HashSet};

use text::markdown::Document;
use text::markdown::block::each_text;
use text::markdown::inline::{Run, RunKind};
use text::source::{Place, Span};

use crate::adr::Collection;
use crate::book::Book;
use crate::document::Annotated;

use super::whereabouts::{Answer, Whereabouts};
use super::{Goal, Owner};

/// A path in code that leads to no file.
#[derive(Debug)]
pub struct DeadPath {
    /// Whose text it stands in.
    pub owner: Owner,
    /// The code, with its ticks.
    pub place: Place,
    /// The path as it is written, without a line's number.
    pub path: String,
}

/// The paths in the code of records and bound documents.
#[derive(Debug, Default)]
pub struct CodePaths {
    /// Those that lead to no file.
    pub dead: Vec<DeadPath>,
    /// All of them, by the file they stand in: whether they are dead.
    pub all: HashMap<(String, String), bool>,
}

/// Looks where the paths lead, which takes a look at the disk for each.
pub fn code_paths(book: &Book<'_>, records: &Collection, annotated: &[Annotated]) -> CodePaths {
    let mut reader =
        Reader { whereabouts: Whereabouts::new(book, records), found: CodePaths::default() };
    for (index, entry) in records.entries.iter().enumerate() {
        let record = &entry.record;
        let document = Document::parse(&record.source);
        reader.look(Owner::Record(index), &document, record.span, &record.path);
    }
    let of_records: HashSet<usize> = records.entries.iter().filter_map(|e| e.chapter).collect();
    let documents = annotated.iter().enumerate().filter(|(_, one)| one.bound.is_some());
    for (index, one) in documents.filter(|(_, one)| !of_records.contains(&one.chapter)) {
        let whole = Span::new(0, one.document.source.text().len());
        let file = book.chapters[one.chapter].text_path();
        reader.look(Owner::Document(index), &one.document, whole, file);
    }
    reader.found
}

struct Reader<'a> {
    whereabouts: Whereabouts<'a>,
    found: CodePaths,
}

impl Reader<'_> {
    fn look(&mut self, owner: Owner, document: &Document, within: Span, file: &str) {
        let is_code = |run: &Run<'_>| run.kind == RunKind::Code && run.link.is_none();
        let mut code = Vec::new();
        for block in document.blocks.iter().filter(|block| within.contains(block.span)) {
            each_text(block, &mut |text| {
                let runs = text.runs().filter(is_code);
                code.extend(runs.filter_map(|run| Some((run.span, path(run.text)?.to_owned()))));
            });
        }
        for (span, path) in code {
            let is_dead = matches!(self.whereabouts.of_code(file, &path), Answer::Absent(_));
            self.found.all.insert((document.source.path().to_owned(), path.clone()), is_dead);
            if is_dead {
                let place = Place::new(&document.source, span);
                self.found.dead.push(DeadPath { owner, place, path });
            }
        }
    }
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
    Some(path).filter(|path| plain && Goal::of(path).is_some_and(|goal| goal.is_certain()))
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
