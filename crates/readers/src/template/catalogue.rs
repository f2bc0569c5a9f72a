//! The templates a book can name: its own, then the built-in ones.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::markdown::Document;
use text::source::Span;
use text::wording::nearest;
use words::Concept;

use crate::files::{Bounds, Overlay, Unreadable};

use super::Problem;
use super::inherit::{Extends, extends, merge};
use super::mistakes::{self, Parent};
use super::{Template, TemplateSection, builtin, read};

/// A template of the book with what is wrong with it.
#[derive(Debug)]
pub struct Own {
    /// What could be read.
    pub template: Arc<Template>,
    /// Mistakes, at their places in the template's file.
    pub problems: Vec<Problem>,
}

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
        let mut resolver = Resolver { own: files.iter().map(|_| None).collect(), files };
        for index in 0..resolver.files.len() {
            resolver.resolve(index, &mut Vec::new());
        }
        Self { own: resolver.own.into_iter().flatten().collect(), unreadable, absent: false }
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

/// How many templates may stand above one.
const MAX_DEPTH: usize = 8;

/// A template's file before its parent is known.
struct File {
    document: Document,
    template: Template,
    problems: Vec<Problem>,
}

impl File {
    fn read(root: &Path, path: &Path, overlay: &Overlay) -> Result<Self, Unreadable> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
        let name = name.replace('\\', "/");
        // Without a book's root, the directory is one that somebody typed.
        let typed = root == Path::new("");
        if let Some(why) = Bounds::around(root).refuse(path).filter(|_| !typed) {
            return Err(Unreadable::at(&name, why));
        }
        let source = overlay.source(path, &name)?;
        let (template, mut problems) = read(&stem, &source);
        let document = Document::parse(&source);
        if extends(&document).is_some() && template.sections.is_empty() {
            // Its parent's sections are enough.
            problems.retain(|problem| problem.span != Span::at(document.body_start()));
        }
        Ok(Self { document, template, problems })
    }
}

/// Joins each file with its parent, parents first.
struct Resolver {
    files: Vec<File>,
    own: Vec<Option<Own>>,
}

impl Resolver {
    /// `below` are the templates that wait for this one, outermost first.
    fn resolve(&mut self, index: usize, below: &mut Vec<usize>) {
        if self.own[index].is_some() {
            return;
        }
        let mut problems = self.files[index].problems.clone();
        let mut parent = None;
        let extends = extends(&self.files[index].document);
        if let Some(extends) = &extends {
            below.push(index);
            match self.parent(extends, below) {
                Ok(found) => {
                    problems.extend(version_problem(extends, &found));
                    parent = Some(found);
                }
                Err(message) => problems.push(Problem { span: extends.span, message }),
            }
            below.pop();
        }
        let File { document, template: own, .. } = &self.files[index];
        let whole = match &parent {
            Some(parent) => merge(parent, own.clone(), document, &mut problems),
            None => own.clone(),
        };
        let parent = match (&parent, extends) {
            (Some(parent), _) => Parent::Known(parent),
            (None, Some(_)) => Parent::Unknown,
            (None, None) => Parent::None,
        };
        problems.extend(mistakes::find(&mistakes::Read { document, own, whole: &whole, parent }));
        problems.extend(self.same_name(index));
        problems.sort_by_key(|problem| problem.span);
        self.own[index] = Some(Own { template: Arc::new(whole), problems });
    }

    /// Of two templates with one name the first is found.
    fn same_name(&self, index: usize) -> Option<Problem> {
        let File { document, template, .. } = &self.files[index];
        let name = &template.name;
        let first = self.files[..index].iter().find(|other| other.template.name == *name)?;
        let stated = document.front_matter.as_ref().and_then(|front| front.get(&["name"]));
        let span = stated.map_or(Span::at(0), |entry| entry.value.span);
        let path = first.template.source.path();
        Some(Problem { span, message: format!("`{path}` has the name `{name}` too, and is used") })
    }

    fn parent(
        &mut self,
        extends: &Extends,
        below: &mut Vec<usize>,
    ) -> Result<Arc<Template>, String> {
        let name = &extends.name;
        if name.is_empty() {
            return Err("`extends` names one template: `extends: formal@1`".to_owned());
        }
        let called = |file: &File| file.template.name == *name;
        // `formal` of the book may extend the built-in one of that name.
        let own = self.files.iter().position(called);
        let own = own.filter(|index| below.last() != Some(index) || builtin::text(name).is_none());
        let Some(index) = own else {
            let mut names: Vec<&str> = builtin::names().collect();
            names.extend(self.files.iter().map(|file| file.template.name.as_str()));
            let near = nearest(name, names);
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return builtin::find(name)
                .ok_or_else(|| format!("there is no template `{name}` to extend{near}"));
        };
        if let Some(from) = below.iter().position(|&waiting| waiting == index) {
            let names = below[from..].iter().chain([&index]);
            let names: Vec<&str> =
                names.map(|&index| self.files[index].template.name.as_str()).collect();
            return Err(format!("templates extend each other in a circle: {}", names.join(" → ")));
        }
        if below.len() >= MAX_DEPTH {
            return Err(format!("more than {MAX_DEPTH} templates extend each other"));
        }
        self.resolve(index, below);
        let resolved = self.own[index].as_ref().map(|own| Arc::clone(&own.template));
        resolved.ok_or_else(|| format!("the template `{name}` cannot be read"))
    }
}

/// A parent of another major version asks for other sections.
fn version_problem(extends: &Extends, parent: &Template) -> Option<Problem> {
    let (name, is) = (&parent.name, parent.version.major);
    let message = match extends.major {
        Some(major) if major == is => return None,
        Some(major) => {
            format!("`{name}` has version {}, and version {major} is wanted", parent.version)
        }
        None => format!("name the major version of `{name}`: `extends: {name}@{is}`"),
    };
    Some(Problem { span: extends.span, message })
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
