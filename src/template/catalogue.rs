//! The templates a book can name: its own, then the built-in ones.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::nearest;
use crate::source::Source;

use super::read::Problem;
use super::{Template, builtin, read};

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
}

impl Catalogue {
    /// Reads the Markdown files of `directory` (relative to `root`); a file that cannot be read is
    /// left to whoever names it.
    pub fn new(root: &Path, directory: Option<&str>) -> Self {
        let Some(directory) = directory else { return Self::default() };
        let mut files: Vec<PathBuf> = std::fs::read_dir(root.join(directory))
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
            .collect();
        files.sort();
        let own = files.iter().filter_map(|path| {
            let text = std::fs::read_to_string(path).ok()?;
            let stem = path.file_stem()?.to_string_lossy();
            let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            let source = Source::new(name.replace('\\', "/"), text);
            let (template, problems) = read(&stem, &source);
            Some(Own { template: Arc::new(template), problems })
        });
        Self { own: own.collect() }
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

    /// The nearest name to one that is not there.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.names())
    }
}
