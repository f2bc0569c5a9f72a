//! What a workspace holds: books, and trees of plain files.

use std::path::{Path, PathBuf};

use load::Home;
use readers::files;
use text::link::{self, slashed};

/// A book or a tree of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Project {
    home: Home,
    /// Its directory with links followed.
    real: PathBuf,
    /// What of a tree somebody has opened: the repository around it may be large.
    within: Vec<PathBuf>,
}

impl Project {
    /// The one that a path is at home in; none where nothing is there.
    fn of(path: &Path) -> Option<Self> {
        let home = absolute(Home::of(path).ok()?);
        let real = home.root().canonicalize().ok()?;
        Some(Self { home, real, within: vec![path.canonicalize().ok()?] })
    }

    /// All of a workspace's folders; and those of open files that lie in none of them.
    pub(crate) fn all(folders: &[PathBuf], open: &[PathBuf]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for folder in folders {
            let Some(project) = Self::of(folder) else { continue };
            let books = match &project.home {
                Home::Book(_) => Vec::new(),
                Home::Tree(_) => load::books_below(folder),
            };
            found.add(project);
            books.iter().filter_map(|book| Self::of(book)).for_each(|book| found.add(book));
        }
        for file in open {
            if !found.iter().any(|project| project.holds(file)) {
                found.extend(Self::of(file));
            }
        }
        // What a book says of its files comes before what the tree around it does.
        found.sort_by_key(|project| matches!(project.home, Home::Tree(_)));
        found
    }

    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    /// The directory that findings are named from.
    pub(crate) fn root(&self) -> &Path {
        self.home.root()
    }

    pub(crate) const fn is_book(&self) -> bool {
        matches!(self.home, Home::Book(_))
    }

    /// Whether a file lies in what was opened of it: anywhere in a book.
    pub(crate) fn holds(&self, file: &Path) -> bool {
        let real = files::real(file);
        match &self.home {
            Home::Book(_) => real.starts_with(&self.real),
            Home::Tree(_) => self.within.iter().any(|folder| real.starts_with(folder)),
        }
    }

    /// The file that findings call by this name.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        if let Some(rest) = name.strip_prefix("../") {
            let real = slashed(&self.real);
            return PathBuf::from(link::normal(&format!("{real}/../{rest}")));
        }
        self.root().join(name)
    }

    /// What findings may call a file: by the way to it, and by where it really lies.
    pub(crate) fn names(&self, file: &Path) -> Vec<String> {
        let typed = file.strip_prefix(self.root()).ok().map(slashed);
        let [from, to] = [self.real.as_path(), &files::real(file)].map(slashed);
        let really = link::relative(&from, to.trim_start_matches('/'));
        typed.into_iter().chain([really]).collect()
    }
}

/// A list in which each project stands once.
trait Projects {
    fn add(&mut self, project: Project);
}

impl Projects for Vec<Project> {
    fn add(&mut self, project: Project) {
        match self.iter_mut().find(|known| known.real == project.real) {
            Some(known) => known.within.extend(project.within),
            None => self.push(project),
        }
    }
}

/// A home is named as a person would type it from here, which need not be where an editor is.
fn absolute(home: Home) -> Home {
    let whole = |root: PathBuf| {
        if root.is_absolute() { root } else { root.canonicalize().unwrap_or(root) }
    };
    match home {
        Home::Book(root) => Home::Book(whole(root)),
        Home::Tree(root) => Home::Tree(whole(root)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_repository_is_a_tree_with_its_books() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        fs::create_dir_all(root.join("docs/book/src")).unwrap();
        fs::create_dir(root.join(".git")).unwrap();
        fs::write(root.join("docs/book/book.toml"), "").unwrap();
        fs::write(root.join("docs/a.md"), "").unwrap();
        let found = Project::all(&[root.to_owned()], &[root.join("docs/a.md")]);
        let homes: Vec<&Home> = found.iter().map(Project::home).collect();
        assert_eq!(homes, [&Home::Book(root.join("docs/book")), &Home::Tree(root.to_owned())]);
        assert!(found[0].holds(&root.join("docs/book/src/new.md")));
        assert!(!found[0].holds(&root.join("docs/a.md")));
        assert!(
            found[0].names(&root.join("docs/book/src/new.md")).contains(&"src/new.md".to_owned())
        );
        assert!(found[0].names(&root.join("docs/a.md")).contains(&"../a.md".to_owned()));
        assert_eq!(
            found[0].path("../a.md").canonicalize().ok(),
            root.join("docs/a.md").canonicalize().ok()
        );
        // Of a repository, only what was opened is looked at.
        let part = Project::all(&[root.join("docs/book")], &[]);
        assert_eq!(part.len(), 1);
        assert!(Project::all(&[root.join("nowhere")], &[]).is_empty());
    }
}
