//! The templates a book can name: its own, then the built-in ones.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::wording::nearest;
use words::Concept;

use crate::files::{Overlay, Unreadable};

use super::resolve::{self, File};
use super::{Template, TemplateSection, builtin};

pub use super::resolve::Own;

/// All templates that a directive can name.
#[derive(Debug, Default)]
pub struct Catalogue {
    own: Vec<Own>,
    unreadable: Vec<Unreadable>,
    absent: bool,
}

impl Catalogue {
    /// Reads the Markdown files of `directory` (relative to `root`).
    pub fn new(root: &Path, directory: Option<&str>, overlay: &Overlay) -> Self {
        let Some(directory) = directory else { return Self::default() };
        let paths = match paths(&root.join(directory)) {
            Ok(paths) => paths,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Self { absent: true, ..Self::default() };
            }
            Err(error) => {
                let unreadable = vec![Unreadable::refused(directory, &error)];
                return Self { unreadable, ..Self::default() };
            }
        };
        let (mut files, mut unreadable) = (Vec::new(), Vec::new());
        for path in &paths {
            match File::read(root, path, overlay) {
                Ok(file) => files.push(file),
                Err(problem) => unreadable.push(problem),
            }
        }
        Self { own: resolve::all(files), unreadable, absent: false }
    }

    /// Whether the directory is not there.
    pub fn is_absent(&self) -> bool {
        self.absent
    }

    /// The files of the directory, or the directory, that cannot be read.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The template of this name; the book's own come first.
    pub fn find(&self, name: &str) -> Option<Arc<Template>> {
        let own = self.own.iter().find(|own| own.template.name == name);
        own.map(|own| Arc::clone(&own.template)).or_else(|| builtin::find(name))
    }

    /// The book's own templates.
    pub fn own(&self) -> &[Own] {
        &self.own
    }

    /// All names.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = builtin::names().collect();
        for own in &self.own {
            names.push(&own.template.name);
        }
        names
    }

    /// The kinds of items that templates define.
    pub fn kinds(&self) -> BTreeSet<String> {
        let templates = self.names().into_iter().filter_map(|name| self.find(name));
        templates
            .flat_map(|template| template.kinds().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// What a section is about that is the home of a kind of items.
    pub fn home_of(&self, kind: &str) -> Option<Concept> {
        let mut templates = self.names().into_iter().filter_map(|name| self.find(name));
        templates.find_map(|template| {
            let is_home =
                |section: &&TemplateSection| section.defines.iter().any(|home| home.kind == kind);
            template.sections.iter().find(is_home)?.concepts.first().copied()
        })
    }

    /// The nearest name to one that is not there.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.names())
    }
}

/// The Markdown files of a directory.
fn paths(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") && !path.is_dir() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with each of some templates, by name.
    fn problems(files: &[(&str, &str)]) -> Vec<(String, Vec<String>)> {
        let directory = tempfile::tempdir().unwrap();
        for (name, front) in files {
            let text = format!("---\nversion: 1.0.0\n{front}\n---\n## A {{#a-{name}}}\n");
            std::fs::write(directory.path().join(format!("{name}.md")), text).unwrap();
        }
        let catalogue = Catalogue::new(directory.path(), Some("."), &Overlay::default());
        let told = catalogue.own().iter().map(|own| {
            let messages = own.problems.iter().map(|problem| problem.message.clone()).collect();
            (own.template.name.clone(), messages)
        });
        told.collect()
    }

    #[test]
    fn a_good_chain_has_no_problems() {
        let told = problems(&[
            ("a", "extends: b@1"),
            ("b", "extends: formal@1"),
            ("formal", "extends: formal@1"),
        ]);
        assert!(told.iter().all(|(_, messages)| messages.is_empty()), "{told:?}");
    }

    #[test]
    fn circles_depth_names_and_versions_are_told() {
        let told = problems(&[("a", "extends: b@1"), ("b", "extends: a@1"), ("c", "extends: c@1")]);
        let circle = "templates extend each other in a circle: a → b → a";
        assert_eq!(told[1].1, [circle]);
        assert_eq!(told[2].1, ["templates extend each other in a circle: c → c"]);
        let told = problems(&[
            ("a", "extends: fromal@1"),
            ("b", "extends: formal@7"),
            ("c", "extends: formal"),
        ]);
        assert_eq!(told[0].1, ["there is no template `fromal` to extend; did you mean `formal`?"]);
        assert_eq!(told[1].1, ["`formal` has version 1.0.0, and version 7 is wanted"]);
        assert_eq!(told[2].1, ["name the major version of `formal`: `extends: formal@1`"]);

        let names: Vec<String> = (0..11).map(|n| format!("t{n:02}")).collect();
        let fronts: Vec<String> = (1..12).map(|n| format!("extends: t{n:02}@1")).collect();
        let mut files: Vec<(&str, &str)> = names
            .iter()
            .zip(&fronts)
            .map(|(name, front)| (name.as_str(), front.as_str()))
            .collect();
        files.push(("t11", "title: end"));
        let told = problems(&files);
        let deep = told.iter().flat_map(|(_, messages)| messages);
        assert_eq!(deep.collect::<Vec<_>>(), ["more than 8 templates extend each other"]);
    }
}
