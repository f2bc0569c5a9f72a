//! The one file of a repository that has the name of a file which is not there.

use std::collections::HashMap;
use std::sync::OnceLock;

use ignore::WalkBuilder;
use text::link;

use crate::book::Book;

/// More entries than this are not looked through.
const MOST: usize = 20_000;

/// The files of the repository by their names; looked for when the first one is asked about.
#[derive(Default)]
pub(super) struct FileNames {
    /// The path of each, relative to the source directory; none where several have the name.
    names: OnceLock<HashMap<String, Option<String>>>,
}

impl FileNames {
    /// Where the file of that name lies, if there is one and no more.
    pub(super) fn of(&self, book: &Book<'_>, file: &str) -> Option<String> {
        if link::is_directory_page(file) {
            return None;
        }
        self.names(book).get(link::file_name(file))?.clone()
    }

    /// Whether a file of that name lies anywhere; what is too large to look through may hold one.
    pub(super) fn has(&self, book: &Book<'_>, file: &str) -> bool {
        let names = self.names(book);
        names.is_empty() || names.contains_key(link::file_name(file))
    }

    fn names(&self, book: &Book<'_>) -> &HashMap<String, Option<String>> {
        self.names.get_or_init(|| names(book))
    }
}

fn names(book: &Book<'_>) -> HashMap<String, Option<String>> {
    let mut names = HashMap::new();
    let site = book.site();
    let top = site.repository_from_src().unwrap_or_else(|| site.root_from_src());
    let on_disk = book.source_dir().join(&top);
    let walk = WalkBuilder::new(&on_disk).git_global(false).require_git(false).build();
    for (count, entry) in walk.flatten().enumerate() {
        if count == MOST {
            // Whether a name is the only one cannot be said.
            return HashMap::new();
        }
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        let Ok(below) = entry.path().strip_prefix(&on_disk) else { continue };
        if !is_file || below.to_str().is_none() {
            continue;
        }
        let path = link::join(&top, &link::slashed(below));
        let path = site.from_src(&path).unwrap_or(path);
        let name = link::file_name(&path).to_owned();
        names.entry(name).and_modify(|one| *one = None).or_insert(Some(path));
    }
    names
}
