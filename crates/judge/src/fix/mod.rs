//! Which edits can be made together: those of a finding all or none. Where those of two findings touch, the
//! later one waits for the next round, in which the book is read anew.

mod written;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::TextDiff;

use crate::finding::{Edit, Finding};
use text::edit::{Edits, TextEdit};
use text::source::{Source, Span};

pub use written::Written;

/// The edits of one round.
#[derive(Debug, Default)]
pub struct Plan<'f> {
    /// The findings that they mend.
    pub mended: Vec<&'f Finding>,
    /// The files that they change.
    pub files: Vec<FilePlan>,
    /// Files that findings would change and that lie outside of the repository.
    pub outside: Vec<String>,
    /// Where each file really lies that was asked for; none outside of the repository.
    places: HashMap<&'f str, Option<PathBuf>>,
    /// Indices into the files, by their places.
    by_path: HashMap<PathBuf, usize>,
}

/// The edits of one file.
#[derive(Debug)]
pub struct FilePlan {
    /// The file as it was read.
    pub source: Arc<Source>,
    /// Where it lies, links resolved.
    pub path: PathBuf,
    /// With the rule that asks for it.
    edits: Vec<(&'static str, TextEdit)>,
    /// First and last byte of each edit; none of them touch, but for those of one finding.
    taken: BTreeSet<(usize, usize)>,
}

impl<'f> Plan<'f> {
    /// The edits that can be made now. `locate` says where a file of the book really lies, and nothing for
    /// one outside of it. `written` knows what earlier rounds have made, so that an edit that does not mend
    /// its finding is not made twice.
    pub fn new(
        findings: &'f [Finding],
        locate: impl Fn(&str) -> Option<PathBuf>,
        written: &Written,
    ) -> Self {
        let mut plan = Self::default();
        for finding in findings.iter().filter(|finding| !finding.edits.is_empty()) {
            plan.take(finding, &locate, written);
        }
        plan
    }

    /// What would change, as a unified diff; `named` gives the name of a file on disk.
    pub fn diff(&self, named: impl Fn(&Path) -> String) -> String {
        let diff = |file: &FilePlan| {
            let new = file.text();
            let path = named(&file.path);
            let diff = TextDiff::from_lines(file.source.text(), &new);
            diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string()
        };
        self.files.iter().map(diff).collect()
    }

    /// True when nothing is left to be done.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes all edits of a finding, or none.
    fn take(
        &mut self,
        finding: &'f Finding,
        locate: &impl Fn(&str) -> Option<PathBuf>,
        written: &Written,
    ) {
        let mut paths = Vec::new();
        for edit in &finding.edits {
            let file = edit.place.source.path();
            let place = self.places.entry(file).or_insert_with(|| {
                let place = locate(file);
                self.outside.extend(place.is_none().then(|| file.to_owned()));
                place
            });
            let Some(path) = place else { return };
            paths.push(path.clone());
        }
        let rule = finding.rule.name;
        let fits = finding.edits.iter().zip(&paths).all(|(edit, path)| {
            self.fits(edit, path) && !written.repeats(rule, path, edit.place.span, &edit.text)
        });
        if !fits || collide(&finding.edits) {
            return;
        }
        for (edit, path) in finding.edits.iter().zip(paths) {
            let index = *self.by_path.entry(path.clone()).or_insert_with(|| {
                let source = Arc::clone(&edit.place.source);
                let new = FilePlan { source, path, edits: Vec::new(), taken: BTreeSet::new() };
                self.files.push(new);
                self.files.len() - 1
            });
            let file = &mut self.files[index];
            let span = edit.place.span;
            file.edits.push((rule, TextEdit::replace(span, edit.text.as_str())));
            file.taken.insert((span.start, span.end));
        }
        self.mended.push(finding);
    }

    /// Whether an edit can be made beside those that are planned.
    fn fits(&self, edit: &Edit, path: &Path) -> bool {
        let source = &edit.place.source;
        if source.text().get(edit.place.span.range()).is_none() {
            return false;
        }
        let Some(file) = self.by_path.get(path).map(|&index| &self.files[index]) else {
            return true;
        };
        let same = Arc::ptr_eq(&file.source, source) || file.source.text() == source.text();
        same && file.is_free(edit.place.span)
    }
}

impl FilePlan {
    /// Edits that only touch wait, too: two insertions at one place may be the same line twice.
    fn is_free(&self, span: Span) -> bool {
        let mut before = self.taken.range(..=(span.end, usize::MAX));
        before.next_back().is_none_or(|&(_, end)| end < span.start)
    }

    /// The file's new text.
    pub fn text(&self) -> String {
        let mut edits = Edits::default();
        edits.extend(self.edits.iter().map(|(_, edit)| edit.clone()));
        edits.apply(self.source.text())
    }
}

/// Whether the edits of one finding overlap.
fn collide(edits: &[Edit]) -> bool {
    edits.iter().enumerate().any(|(index, edit)| {
        edits[..index].iter().any(|other| {
            let (a, b) = (edit.place.span, other.place.span);
            edit.place.source.path() == other.place.source.path()
                && a.start < b.end
                && b.start < a.end
        })
    })
}
