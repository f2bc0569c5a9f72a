//! A book's own templates, each joined with the one that it extends.

use std::path::Path;
use std::sync::Arc;

use text::markdown::Document;
use text::source::Span;
use text::wording::nearest;

use crate::files::{Bounds, Overlay, Unreadable};

use super::inherit::{Extends, extends, merge};
use super::mistakes::{self, Parent};
use super::{Problem, Template, builtin, read};

/// A template of the book with what is wrong with it.
#[derive(Debug)]
pub struct Own {
    /// What could be read.
    pub template: Arc<Template>,
    /// Mistakes, at their places in the template's file.
    pub problems: Vec<Problem>,
}

/// How many templates may stand above one.
const MAX_DEPTH: usize = 8;

/// A template's file before its parent is known.
pub(super) struct File {
    document: Document,
    template: Template,
    problems: Vec<Problem>,
}

impl File {
    /// Reads it, unless it lies outside of the repository.
    pub(super) fn read(root: &Path, path: &Path, overlay: &Overlay) -> Result<Self, Unreadable> {
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

/// Each file joined with its parent, in the order given.
pub(super) fn all(files: Vec<File>) -> Vec<Own> {
    let mut resolver = Resolver { own: files.iter().map(|_| None).collect(), files };
    for index in 0..resolver.files.len() {
        resolver.resolve(index, &mut Vec::new());
    }
    resolver.own.into_iter().flatten().collect()
}

/// Joins files with their parents, parents first.
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
