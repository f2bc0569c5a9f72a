//! Texts that an editor has open and has not saved: they count before what is on disk.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use text::source::{Source, without_bom};

use super::{Unreadable, read, read_text, real, source};

/// The texts that lie over the disk, by the files that they will be saved to. Empty for every command.
///
/// A copy shares them, so that whoever reads files can have one.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    texts: Arc<HashMap<PathBuf, Arc<str>>>,
}

impl Overlay {
    /// Of some files, by absolute paths; links on the way are followed.
    pub fn new(texts: impl IntoIterator<Item = (PathBuf, Arc<str>)>) -> Self {
        let texts = texts.into_iter().map(|(path, text)| (real(&path), text)).collect();
        Self { texts: Arc::new(texts) }
    }

    /// The text that lies over a file.
    fn text(&self, path: &Path) -> Option<&Arc<str>> {
        // Links are followed only where there is something to be found.
        if self.texts.is_empty() {
            return None;
        }
        self.texts.get(path).or_else(|| self.texts.get(&real(path)))
    }

    /// As [`read`](super::read).
    ///
    /// # Errors
    /// The same, for a file without a text here.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.text(path).map_or_else(|| read(path), |text| Ok(text.as_bytes().to_vec()))
    }

    /// As [`read_text`](super::read_text).
    ///
    /// # Errors
    /// The same, for a file without a text here.
    pub fn read_text(&self, path: &Path) -> io::Result<String> {
        self.text(path).map_or_else(|| read_text(path), |text| Ok((**text).to_owned()))
    }

    /// As [`source`](super::source).
    ///
    /// # Errors
    /// The same, for a file without a text here.
    pub fn source(&self, path: &Path, name: &str) -> Result<Arc<Source>, Unreadable> {
        match self.text(path) {
            Some(text) => Ok(Source::new(name, without_bom(text))),
            None => source(path, name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn an_open_text_counts_before_the_disk_by_any_of_the_files_names() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        fs::create_dir(root.join("src")).unwrap();
        fs::write(root.join("src/a.md"), "disk").unwrap();
        fs::write(root.join("src/b.md"), "disk").unwrap();
        let open = |name: &str| (root.join(name), Arc::from("\u{feff}open"));
        let overlay = Overlay::new([open("src/a.md"), open("src/new.md")]);
        for path in ["src/a.md", "src/../src/a.md", "src/new.md"] {
            assert_eq!(overlay.source(&root.join(path), "x").unwrap().text(), "open", "{path}");
        }
        assert_eq!(overlay.read_text(&root.join("src/b.md")).unwrap(), "disk");
        assert!(overlay.read(&root.join("src/c.md")).is_err());
        assert_eq!(Overlay::default().read(&root.join("src/a.md")).unwrap(), b"disk");
    }
}
